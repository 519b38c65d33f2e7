// Generated from paylyt/webhooks/v1/webhook.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct WebhookEndpoint: WireMessage {
  /// `webhookEndpoints/{uuid}`.
  public var name: String = ""
  public var user: String = ""
  public var url: String = ""
  public var description: String = ""
  /// Which events it gets; none means all. As in `EventFilter`.
  public var eventTypes: [String] = []
  public var state: WebhookEndpoint.State = .unspecified
  /// Why the service disabled it.
  public var stateReason: String = ""
  /// Until when requests are also signed with the secret before the current one.
  public var previousSecretExpireTime: StandardAPI.ProtoTimestamp? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// Changes with each change; send it back to change only what you have read.
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    case enabled
    /// By its owner.
    case disabled
    /// By the service, because nothing could be delivered.
    case failed
    case deleted
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .enabled
      case 2: self = .disabled
      case 3: self = .failed
      case 4: self = .deleted
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .enabled: 1
      case .disabled: 2
      case .failed: 3
      case .deleted: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .enabled, .disabled, .failed, .deleted] }
  }
}

public struct WebhookSecret: WireMessage {
  /// `webhookEndpoints/{uuid}`.
  public var endpoint: String = ""
  /// `whsec_` and 32 bytes in base64.
  public var secret: String = ""
  /// The one before, while it is still used.
  public var previousSecret: String = ""
  public var previousExpireTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WebhookDelivery: WireMessage {
  /// `webhookEndpoints/{uuid}/deliveries/{uuid}`.
  public var name: String = ""
  /// `events/{uuid}`; the uuid is the `webhook-id`.
  public var event: String = ""
  public var eventType: String = ""
  /// The event's place in the log.
  public var position: Int64 = 0
  public var state: WebhookDelivery.State = .unspecified
  public var attempts: Int32 = 0
  /// The endpoint's last answer; 0 when there was none.
  public var lastStatus: Int32 = 0
  /// Why the last attempt failed.
  public var lastError: String = ""
  public var lastAttemptTime: StandardAPI.ProtoTimestamp? = nil
  /// When it is tried again.
  public var nextAttemptTime: StandardAPI.ProtoTimestamp? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// To be sent, or to be sent again.
    case pending
    case delivered
    /// Given up.
    case failed
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .delivered
      case 3: self = .failed
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .delivered: 2
      case .failed: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .delivered, .failed] }
  }
}

public struct CreateWebhookEndpointRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `https://…`, at most 2,000 characters, on port 443 or above 1023, at a public address.
  public var url: String = ""
  /// At most 200 characters.
  public var description: String = ""
  /// At most 32, each at most 64 characters: `escrow.released`, `payout.*`; none means all.
  public var eventTypes: [String] = []
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetWebhookEndpointRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListWebhookEndpointsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListWebhookEndpointsResponse: WireMessage {
  public var endpoints: [WebhookEndpoint] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateWebhookEndpointRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  public var url: String = ""
  public var description: String = ""
  public var eventTypes: [String] = []
  /// As it was read; empty: whatever has changed.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DeleteWebhookEndpointRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// As it was read; empty: whatever has changed.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DisableWebhookEndpointRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// As it was read; empty: whatever has changed.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct EnableWebhookEndpointRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Leaves out what happened while it was disabled.
  public var skipMissed: Bool = false
  /// As it was read; empty: whatever has changed.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RotateWebhookSecretRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// For how long the secret of today still signs, 0 to 604,800.
  public var overlapSeconds: Int64 = 0
  /// As it was read; empty: whatever has changed.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetWebhookSecretRequest: WireMessage {
  /// `webhookEndpoints/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct TestWebhookEndpointRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListWebhookDeliveriesRequest: WireMessage {
  /// `webhookEndpoints/{uuid}`.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only those in this state; unspecified means all.
  public var state: WebhookDelivery.State = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListWebhookDeliveriesResponse: WireMessage {
  /// May be few, or none, although more pages follow: a page looks at a bounded part of the list.
  public var deliveries: [WebhookDelivery] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetWebhookDeliveryRequest: WireMessage {
  /// `webhookEndpoints/{uuid}/deliveries/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RedeliverWebhookRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `webhookEndpoints/{uuid}/deliveries/{uuid}`.
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RedeliverWebhooksRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `webhookEndpoints/{uuid}`.
  public var parent: String = ""
  /// From this position on; 0 means from the first.
  public var startPosition: Int64 = 0
  /// Up to and with this position; 0 means to the last.
  public var endPosition: Int64 = 0
  /// Only those that were given up.
  public var onlyFailed: Bool = false
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RedeliverWebhooksResponse: WireMessage {
  /// How many are sent again.
  public var deliveries: Int32 = 0
  /// The last of them; 0 for none. Where there are more, go on behind it.
  public var lastPosition: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension WebhookEndpoint {
  public static let fullName = "paylyt.webhooks.v1.WebhookEndpoint"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__webhook_endpoint__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    user: String = "",
    url: String = "",
    description: String = "",
    eventTypes: [String] = [],
    state: WebhookEndpoint.State = .unspecified,
    stateReason: String = "",
    previousSecretExpireTime: StandardAPI.ProtoTimestamp? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    updateTime: StandardAPI.ProtoTimestamp? = nil,
    etag: String = ""
  ) {
    self.init(
      name: name,
      user: user,
      url: url,
      description: description,
      eventTypes: eventTypes,
      state: state,
      stateReason: stateReason,
      previousSecretExpireTime: previousSecretExpireTime,
      createTime: createTime,
      updateTime: updateTime,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__WebhookEndpoint.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let url: String = unsafe Wire.string(_c.pointee.url)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let eventTypes: [String] = unsafe Wire.array(_c.pointee.event_types, _c.pointee.n_event_types) { unsafe Wire.string($0) }
    let state: WebhookEndpoint.State = unsafe WebhookEndpoint.State(rawValue: _c.pointee.state)
    let stateReason: String = unsafe Wire.string(_c.pointee.state_reason)
    let previousSecretExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.previous_secret_expire_time)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      user: user,
      url: url,
      description: description,
      eventTypes: eventTypes,
      state: state,
      stateReason: stateReason,
      previousSecretExpireTime: previousSecretExpireTime,
      createTime: createTime,
      updateTime: updateTime,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__webhook_endpoint__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.url = arena.string(self.url)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.event_types = arena.array(self.eventTypes) { unsafe arena.string($0) }
    unsafe c.pointee.n_event_types = self.eventTypes.count
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.state_reason = arena.string(self.stateReason)
    unsafe c.pointee.previous_secret_expire_time = arena.messageIfPresent(self.previousSecretExpireTime)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension WebhookSecret {
  public static let fullName = "paylyt.webhooks.v1.WebhookSecret"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__webhook_secret__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    endpoint: String = "",
    secret: String = "",
    previousSecret: String = "",
    previousExpireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      endpoint: endpoint,
      secret: secret,
      previousSecret: previousSecret,
      previousExpireTime: previousExpireTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__WebhookSecret.self)
    let endpoint: String = unsafe Wire.string(_c.pointee.endpoint)
    let secret: String = unsafe Wire.string(_c.pointee.secret)
    let previousSecret: String = unsafe Wire.string(_c.pointee.previous_secret)
    let previousExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.previous_expire_time)
    unsafe self.init(
      endpoint: endpoint,
      secret: secret,
      previousSecret: previousSecret,
      previousExpireTime: previousExpireTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__webhook_secret__init, keeping: self.unknownFields)
    unsafe c.pointee.endpoint = arena.string(self.endpoint)
    unsafe c.pointee.secret = arena.string(self.secret)
    unsafe c.pointee.previous_secret = arena.string(self.previousSecret)
    unsafe c.pointee.previous_expire_time = arena.messageIfPresent(self.previousExpireTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension WebhookDelivery {
  public static let fullName = "paylyt.webhooks.v1.WebhookDelivery"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__webhook_delivery__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    event: String = "",
    eventType: String = "",
    position: Int64 = 0,
    state: WebhookDelivery.State = .unspecified,
    attempts: Int32 = 0,
    lastStatus: Int32 = 0,
    lastError: String = "",
    lastAttemptTime: StandardAPI.ProtoTimestamp? = nil,
    nextAttemptTime: StandardAPI.ProtoTimestamp? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      event: event,
      eventType: eventType,
      position: position,
      state: state,
      attempts: attempts,
      lastStatus: lastStatus,
      lastError: lastError,
      lastAttemptTime: lastAttemptTime,
      nextAttemptTime: nextAttemptTime,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__WebhookDelivery.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let event: String = unsafe Wire.string(_c.pointee.event)
    let eventType: String = unsafe Wire.string(_c.pointee.event_type)
    let position: Int64 = unsafe _c.pointee.position
    let state: WebhookDelivery.State = unsafe WebhookDelivery.State(rawValue: _c.pointee.state)
    let attempts: Int32 = unsafe _c.pointee.attempts
    let lastStatus: Int32 = unsafe _c.pointee.last_status
    let lastError: String = unsafe Wire.string(_c.pointee.last_error)
    let lastAttemptTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_attempt_time)
    let nextAttemptTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.next_attempt_time)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      event: event,
      eventType: eventType,
      position: position,
      state: state,
      attempts: attempts,
      lastStatus: lastStatus,
      lastError: lastError,
      lastAttemptTime: lastAttemptTime,
      nextAttemptTime: nextAttemptTime,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__webhook_delivery__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.event = arena.string(self.event)
    unsafe c.pointee.event_type = arena.string(self.eventType)
    unsafe c.pointee.position = self.position
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.attempts = self.attempts
    unsafe c.pointee.last_status = self.lastStatus
    unsafe c.pointee.last_error = arena.string(self.lastError)
    unsafe c.pointee.last_attempt_time = arena.messageIfPresent(self.lastAttemptTime)
    unsafe c.pointee.next_attempt_time = arena.messageIfPresent(self.nextAttemptTime)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.CreateWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__create_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    url: String = "",
    description: String = "",
    eventTypes: [String] = [],
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      url: url,
      description: description,
      eventTypes: eventTypes,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__CreateWebhookEndpointRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let url: String = unsafe Wire.string(_c.pointee.url)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let eventTypes: [String] = unsafe Wire.array(_c.pointee.event_types, _c.pointee.n_event_types) { unsafe Wire.string($0) }
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      url: url,
      description: description,
      eventTypes: eventTypes,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__create_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.url = arena.string(self.url)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.event_types = arena.array(self.eventTypes) { unsafe arena.string($0) }
    unsafe c.pointee.n_event_types = self.eventTypes.count
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.GetWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__get_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__GetWebhookEndpointRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__get_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWebhookEndpointsRequest {
  public static let fullName = "paylyt.webhooks.v1.ListWebhookEndpointsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__list_webhook_endpoints_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__ListWebhookEndpointsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__list_webhook_endpoints_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWebhookEndpointsResponse {
  public static let fullName = "paylyt.webhooks.v1.ListWebhookEndpointsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__list_webhook_endpoints_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    endpoints: [WebhookEndpoint] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      endpoints: endpoints,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__ListWebhookEndpointsResponse.self)
    let endpoints: [WebhookEndpoint] = unsafe Wire.array(_c.pointee.endpoints, _c.pointee.n_endpoints) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      endpoints: endpoints,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__list_webhook_endpoints_response__init, keeping: self.unknownFields)
    unsafe c.pointee.endpoints = arena.array(self.endpoints) { unsafe arena.message($0) }
    unsafe c.pointee.n_endpoints = self.endpoints.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.UpdateWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__update_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    url: String = "",
    description: String = "",
    eventTypes: [String] = [],
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      url: url,
      description: description,
      eventTypes: eventTypes,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__UpdateWebhookEndpointRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let url: String = unsafe Wire.string(_c.pointee.url)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let eventTypes: [String] = unsafe Wire.array(_c.pointee.event_types, _c.pointee.n_event_types) { unsafe Wire.string($0) }
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      url: url,
      description: description,
      eventTypes: eventTypes,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__update_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.url = arena.string(self.url)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.event_types = arena.array(self.eventTypes) { unsafe arena.string($0) }
    unsafe c.pointee.n_event_types = self.eventTypes.count
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension DeleteWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.DeleteWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__delete_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__DeleteWebhookEndpointRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__delete_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension DisableWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.DisableWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__disable_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__DisableWebhookEndpointRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__disable_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension EnableWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.EnableWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__enable_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    skipMissed: Bool = false,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      skipMissed: skipMissed,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__EnableWebhookEndpointRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let skipMissed: Bool = unsafe _c.pointee.skip_missed != 0
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      skipMissed: skipMissed,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__enable_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.skip_missed = self.skipMissed ? 1 : 0
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RotateWebhookSecretRequest {
  public static let fullName = "paylyt.webhooks.v1.RotateWebhookSecretRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__rotate_webhook_secret_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    overlapSeconds: Int64 = 0,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      overlapSeconds: overlapSeconds,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__RotateWebhookSecretRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let overlapSeconds: Int64 = unsafe _c.pointee.overlap_seconds
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      overlapSeconds: overlapSeconds,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__rotate_webhook_secret_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.overlap_seconds = self.overlapSeconds
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetWebhookSecretRequest {
  public static let fullName = "paylyt.webhooks.v1.GetWebhookSecretRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__get_webhook_secret_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__GetWebhookSecretRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__get_webhook_secret_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension TestWebhookEndpointRequest {
  public static let fullName = "paylyt.webhooks.v1.TestWebhookEndpointRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__test_webhook_endpoint_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__TestWebhookEndpointRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__test_webhook_endpoint_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWebhookDeliveriesRequest {
  public static let fullName = "paylyt.webhooks.v1.ListWebhookDeliveriesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__list_webhook_deliveries_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = "",
    state: WebhookDelivery.State = .unspecified
  ) {
    self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__ListWebhookDeliveriesRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let state: WebhookDelivery.State = unsafe WebhookDelivery.State(rawValue: _c.pointee.state)
    unsafe self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__list_webhook_deliveries_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.state = self.state.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWebhookDeliveriesResponse {
  public static let fullName = "paylyt.webhooks.v1.ListWebhookDeliveriesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__list_webhook_deliveries_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    deliveries: [WebhookDelivery] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      deliveries: deliveries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__ListWebhookDeliveriesResponse.self)
    let deliveries: [WebhookDelivery] = unsafe Wire.array(_c.pointee.deliveries, _c.pointee.n_deliveries) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      deliveries: deliveries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__list_webhook_deliveries_response__init, keeping: self.unknownFields)
    unsafe c.pointee.deliveries = arena.array(self.deliveries) { unsafe arena.message($0) }
    unsafe c.pointee.n_deliveries = self.deliveries.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetWebhookDeliveryRequest {
  public static let fullName = "paylyt.webhooks.v1.GetWebhookDeliveryRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__get_webhook_delivery_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__GetWebhookDeliveryRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__get_webhook_delivery_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension RedeliverWebhookRequest {
  public static let fullName = "paylyt.webhooks.v1.RedeliverWebhookRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__redeliver_webhook_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__RedeliverWebhookRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__redeliver_webhook_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RedeliverWebhooksRequest {
  public static let fullName = "paylyt.webhooks.v1.RedeliverWebhooksRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__redeliver_webhooks_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    parent: String = "",
    startPosition: Int64 = 0,
    endPosition: Int64 = 0,
    onlyFailed: Bool = false,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      parent: parent,
      startPosition: startPosition,
      endPosition: endPosition,
      onlyFailed: onlyFailed,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__RedeliverWebhooksRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let startPosition: Int64 = unsafe _c.pointee.start_position
    let endPosition: Int64 = unsafe _c.pointee.end_position
    let onlyFailed: Bool = unsafe _c.pointee.only_failed != 0
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      parent: parent,
      startPosition: startPosition,
      endPosition: endPosition,
      onlyFailed: onlyFailed,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__redeliver_webhooks_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.start_position = self.startPosition
    unsafe c.pointee.end_position = self.endPosition
    unsafe c.pointee.only_failed = self.onlyFailed ? 1 : 0
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RedeliverWebhooksResponse {
  public static let fullName = "paylyt.webhooks.v1.RedeliverWebhooksResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__webhooks__v1__redeliver_webhooks_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    deliveries: Int32 = 0,
    lastPosition: Int64 = 0
  ) {
    self.init(
      deliveries: deliveries,
      lastPosition: lastPosition,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Webhooks__V1__RedeliverWebhooksResponse.self)
    let deliveries: Int32 = unsafe _c.pointee.deliveries
    let lastPosition: Int64 = unsafe _c.pointee.last_position
    unsafe self.init(
      deliveries: deliveries,
      lastPosition: lastPosition,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__webhooks__v1__redeliver_webhooks_response__init, keeping: self.unknownFields)
    unsafe c.pointee.deliveries = self.deliveries
    unsafe c.pointee.last_position = self.lastPosition
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateWebhookEndpointRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let urlRule = TextRule(required: true, length: 0...2000, countsBytes: true)
  private static let descriptionRule = TextRule(length: 0...200)
  private static let eventTypesRule = TextRule(required: true, patterns: ["[a-z0-9_][a-z0-9_.]{0,63}", "[a-z0-9_][a-z0-9_.]{0,62}\\.\\*"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.url, Self.urlRule, "url")
    found.text(self.description, Self.descriptionRule, "description")
    if found.list(self.eventTypes.count, 0...32, "event_types") {
      for (index, value) in self.eventTypes.enumerated() {
        found.text(value, Self.eventTypesRule, "event_types[\(index)]")
      }
    }
  }
}

extension GetWebhookEndpointRequest {
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListWebhookEndpointsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension UpdateWebhookEndpointRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])
  private static let urlRule = TextRule(required: true, length: 0...2000, countsBytes: true)
  private static let descriptionRule = TextRule(length: 0...200)
  private static let eventTypesRule = TextRule(required: true, patterns: ["[a-z0-9_][a-z0-9_.]{0,63}", "[a-z0-9_][a-z0-9_.]{0,62}\\.\\*"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.url, Self.urlRule, "url")
    found.text(self.description, Self.descriptionRule, "description")
    if found.list(self.eventTypes.count, 0...32, "event_types") {
      for (index, value) in self.eventTypes.enumerated() {
        found.text(value, Self.eventTypesRule, "event_types[\(index)]")
      }
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension DeleteWebhookEndpointRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension DisableWebhookEndpointRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension EnableWebhookEndpointRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RotateWebhookSecretRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.number(self.overlapSeconds, NumberRule(0...604800), "overlap_seconds")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension GetWebhookSecretRequest {
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension TestWebhookEndpointRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListWebhookDeliveriesRequest {
  private static let parentRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let stateRule = EnumRule([1: "STATE_PENDING", 2: "STATE_DELIVERED", 3: "STATE_FAILED"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.choice(self.state, Self.stateRule, "state")
  }
}

extension GetWebhookDeliveryRequest {
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}/deliveries/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension RedeliverWebhookRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}/deliveries/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
  }
}

extension RedeliverWebhooksRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let parentRule = TextRule(required: true, patterns: ["webhookEndpoints/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.startPosition, NumberRule(0...Int64.max), "start_position")
    found.number(self.endPosition, NumberRule(0...Int64.max), "end_position")
  }
}

/// The methods of `paylyt.webhooks.v1.WebhookService`.
public enum WebhookServiceMethods {
  public static let serviceName = "paylyt.webhooks.v1.WebhookService"

  public static let createWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "CreateWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.CreateWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ENDPOINTS_FULL"]))

  public static let getWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "GetWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.GetWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listWebhookEndpoints = MethodDescriptor(
    service: serviceName,
    method: "ListWebhookEndpoints",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.ListWebhookEndpointsRequest",
    responseType: "paylyt.webhooks.v1.ListWebhookEndpointsResponse",
    options: MethodOptions(
      permission: "webhooks.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let updateWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "UpdateWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.UpdateWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let deleteWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "DeleteWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.DeleteWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let disableWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "DisableWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.DisableWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ENDPOINT_DISABLED"]))

  public static let enableWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "EnableWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.EnableWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ENDPOINT_ENABLED"]))

  public static let rotateWebhookSecret = MethodDescriptor(
    service: serviceName,
    method: "RotateWebhookSecret",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.RotateWebhookSecretRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getWebhookSecret = MethodDescriptor(
    service: serviceName,
    method: "GetWebhookSecret",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.GetWebhookSecretRequest",
    responseType: "paylyt.webhooks.v1.WebhookSecret",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let testWebhookEndpoint = MethodDescriptor(
    service: serviceName,
    method: "TestWebhookEndpoint",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.TestWebhookEndpointRequest",
    responseType: "paylyt.webhooks.v1.WebhookEndpoint",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ENDPOINT_DISABLED"]))

  public static let listWebhookDeliveries = MethodDescriptor(
    service: serviceName,
    method: "ListWebhookDeliveries",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.ListWebhookDeliveriesRequest",
    responseType: "paylyt.webhooks.v1.ListWebhookDeliveriesResponse",
    options: MethodOptions(
      permission: "webhooks.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getWebhookDelivery = MethodDescriptor(
    service: serviceName,
    method: "GetWebhookDelivery",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.GetWebhookDeliveryRequest",
    responseType: "paylyt.webhooks.v1.WebhookDelivery",
    options: MethodOptions(
      permission: "webhooks.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let redeliverWebhook = MethodDescriptor(
    service: serviceName,
    method: "RedeliverWebhook",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.RedeliverWebhookRequest",
    responseType: "paylyt.webhooks.v1.WebhookDelivery",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ENDPOINT_DISABLED"]))

  public static let redeliverWebhooks = MethodDescriptor(
    service: serviceName,
    method: "RedeliverWebhooks",
    kind: .unary,
    requestType: "paylyt.webhooks.v1.RedeliverWebhooksRequest",
    responseType: "paylyt.webhooks.v1.RedeliverWebhooksResponse",
    options: MethodOptions(
      permission: "webhooks.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ENDPOINT_DISABLED"]))

  public static let all: [MethodDescriptor] = [createWebhookEndpoint, getWebhookEndpoint, listWebhookEndpoints, updateWebhookEndpoint, deleteWebhookEndpoint, disableWebhookEndpoint, enableWebhookEndpoint, rotateWebhookSecret, getWebhookSecret, testWebhookEndpoint, listWebhookDeliveries, getWebhookDelivery, redeliverWebhook, redeliverWebhooks]
}

extension WebhookServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(createWebhookEndpoint, CreateWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(getWebhookEndpoint, GetWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(listWebhookEndpoints, ListWebhookEndpointsRequest.self, ListWebhookEndpointsResponse.self),
    MethodTypes(updateWebhookEndpoint, UpdateWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(deleteWebhookEndpoint, DeleteWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(disableWebhookEndpoint, DisableWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(enableWebhookEndpoint, EnableWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(rotateWebhookSecret, RotateWebhookSecretRequest.self, WebhookEndpoint.self),
    MethodTypes(getWebhookSecret, GetWebhookSecretRequest.self, WebhookSecret.self),
    MethodTypes(testWebhookEndpoint, TestWebhookEndpointRequest.self, WebhookEndpoint.self),
    MethodTypes(listWebhookDeliveries, ListWebhookDeliveriesRequest.self, ListWebhookDeliveriesResponse.self),
    MethodTypes(getWebhookDelivery, GetWebhookDeliveryRequest.self, WebhookDelivery.self),
    MethodTypes(redeliverWebhook, RedeliverWebhookRequest.self, WebhookDelivery.self),
    MethodTypes(redeliverWebhooks, RedeliverWebhooksRequest.self, RedeliverWebhooksResponse.self),
  ]
}

/// Tells a server of the caller's what happened, as HTTP requests that it can verify.
///
/// Each event that the caller may see (`EventService`) and that an endpoint wants is sent to it as
/// JSON in a POST, signed after the Standard Webhooks specification: `webhook-id` is the event's and
/// the same each time it is sent, `webhook-timestamp` the moment of sending in Unix seconds, and
/// `webhook-signature` holds `v1,` and the HMAC-SHA256 over `id.timestamp.body` in base64; two of
/// them, with a space between, while a secret is being replaced.
///
/// An answer of 200 to 299 within 15 seconds counts as delivered. Anything else is tried again ever
/// later, for about three days. Events are delivered at least once. They are sent in the order of the
/// log, but one that is tried again does not hold up those after it: `position` in the body puts
/// them in order. An endpoint to which nothing could be delivered for three days is disabled, and one
/// that answers 410 at once; what happens from then on waits in the log until it is enabled.
public protocol WebhookServiceHandler: RPCService {
  /// An endpoint that gets what happens from now on. `GetWebhookSecret` tells its secret.
  func createWebhookEndpoint(
    _ request: CreateWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// An endpoint of the caller.
  func getWebhookEndpoint(
    _ request: GetWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// The caller's endpoints, newest first.
  func listWebhookEndpoints(
    _ request: ListWebhookEndpointsRequest,
    _ context: ServerContext
  ) async throws -> ListWebhookEndpointsResponse

  /// Replaces address, description and types. What waits is sent to the new address.
  func updateWebhookEndpoint(
    _ request: UpdateWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// Nothing is sent any more, and the secret is wiped.
  func deleteWebhookEndpoint(
    _ request: DeleteWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// Sends nothing for now. What happens meanwhile waits in the log.
  func disableWebhookEndpoint(
    _ request: DisableWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// Goes on sending, where it stopped or from now on.
  func enableWebhookEndpoint(
    _ request: EnableWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// A new secret. Requests are signed with both until the overlap is over.
  func rotateWebhookSecret(
    _ request: RotateWebhookSecretRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// What signatures are made with. It is told here only: no other answer, event or log holds it.
  func getWebhookSecret(
    _ request: GetWebhookSecretRequest,
    _ context: ServerContext
  ) async throws -> WebhookSecret

  /// Makes an event `webhook_endpoint.tested`, which is sent to this endpoint whatever its types are.
  func testWebhookEndpoint(
    _ request: TestWebhookEndpointRequest,
    _ context: ServerContext
  ) async throws -> WebhookEndpoint

  /// What was and will be sent to an endpoint, newest first; kept for 30 days after its end.
  func listWebhookDeliveries(
    _ request: ListWebhookDeliveriesRequest,
    _ context: ServerContext
  ) async throws -> ListWebhookDeliveriesResponse

  /// One delivery to an endpoint of the caller's: what came of its attempts.
  func getWebhookDelivery(
    _ request: GetWebhookDeliveryRequest,
    _ context: ServerContext
  ) async throws -> WebhookDelivery

  /// Sends an event once more, at once and with as many further tries as a new one.
  func redeliverWebhook(
    _ request: RedeliverWebhookRequest,
    _ context: ServerContext
  ) async throws -> WebhookDelivery

  /// The same for all events of a stretch of the log that were sent before, at most 500 at a time.
  func redeliverWebhooks(
    _ request: RedeliverWebhooksRequest,
    _ context: ServerContext
  ) async throws -> RedeliverWebhooksResponse
}

extension WebhookServiceHandler {
  public static var serviceName: String { WebhookServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(WebhookServiceMethods.createWebhookEndpoint) { call, context in
        let request = try call.request(CreateWebhookEndpointRequest.self)
        try call.respond(await self.createWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.getWebhookEndpoint) { call, context in
        let request = try call.request(GetWebhookEndpointRequest.self)
        try call.respond(await self.getWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.listWebhookEndpoints) { call, context in
        let request = try call.request(ListWebhookEndpointsRequest.self)
        try call.respond(await self.listWebhookEndpoints(request, context))
      },
      MethodBinding(WebhookServiceMethods.updateWebhookEndpoint) { call, context in
        let request = try call.request(UpdateWebhookEndpointRequest.self)
        try call.respond(await self.updateWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.deleteWebhookEndpoint) { call, context in
        let request = try call.request(DeleteWebhookEndpointRequest.self)
        try call.respond(await self.deleteWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.disableWebhookEndpoint) { call, context in
        let request = try call.request(DisableWebhookEndpointRequest.self)
        try call.respond(await self.disableWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.enableWebhookEndpoint) { call, context in
        let request = try call.request(EnableWebhookEndpointRequest.self)
        try call.respond(await self.enableWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.rotateWebhookSecret) { call, context in
        let request = try call.request(RotateWebhookSecretRequest.self)
        try call.respond(await self.rotateWebhookSecret(request, context))
      },
      MethodBinding(WebhookServiceMethods.getWebhookSecret) { call, context in
        let request = try call.request(GetWebhookSecretRequest.self)
        try call.respond(await self.getWebhookSecret(request, context))
      },
      MethodBinding(WebhookServiceMethods.testWebhookEndpoint) { call, context in
        let request = try call.request(TestWebhookEndpointRequest.self)
        try call.respond(await self.testWebhookEndpoint(request, context))
      },
      MethodBinding(WebhookServiceMethods.listWebhookDeliveries) { call, context in
        let request = try call.request(ListWebhookDeliveriesRequest.self)
        try call.respond(await self.listWebhookDeliveries(request, context))
      },
      MethodBinding(WebhookServiceMethods.getWebhookDelivery) { call, context in
        let request = try call.request(GetWebhookDeliveryRequest.self)
        try call.respond(await self.getWebhookDelivery(request, context))
      },
      MethodBinding(WebhookServiceMethods.redeliverWebhook) { call, context in
        let request = try call.request(RedeliverWebhookRequest.self)
        try call.respond(await self.redeliverWebhook(request, context))
      },
      MethodBinding(WebhookServiceMethods.redeliverWebhooks) { call, context in
        let request = try call.request(RedeliverWebhooksRequest.self)
        try call.respond(await self.redeliverWebhooks(request, context))
      },
    ]
  }
}

/// Tells a server of the caller's what happened, as HTTP requests that it can verify.
///
/// Each event that the caller may see (`EventService`) and that an endpoint wants is sent to it as
/// JSON in a POST, signed after the Standard Webhooks specification: `webhook-id` is the event's and
/// the same each time it is sent, `webhook-timestamp` the moment of sending in Unix seconds, and
/// `webhook-signature` holds `v1,` and the HMAC-SHA256 over `id.timestamp.body` in base64; two of
/// them, with a space between, while a secret is being replaced.
///
/// An answer of 200 to 299 within 15 seconds counts as delivered. Anything else is tried again ever
/// later, for about three days. Events are delivered at least once. They are sent in the order of the
/// log, but one that is tried again does not hold up those after it: `position` in the body puts
/// them in order. An endpoint to which nothing could be delivered for three days is disabled, and one
/// that answers 410 at once; what happens from then on waits in the log until it is enabled.
public struct WebhookServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// An endpoint that gets what happens from now on. `GetWebhookSecret` tells its secret.
  public func createWebhookEndpoint(
    _ request: CreateWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.createWebhookEndpoint, request, options)
    return response.message
  }

  /// An endpoint of the caller.
  public func getWebhookEndpoint(
    _ request: GetWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.getWebhookEndpoint, request, options)
    return response.message
  }

  /// The caller's endpoints, newest first.
  public func listWebhookEndpoints(
    _ request: ListWebhookEndpointsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListWebhookEndpointsResponse {
    let response: UnaryResponse<ListWebhookEndpointsResponse> =
      try await rpcChannel.unary(WebhookServiceMethods.listWebhookEndpoints, request, options)
    return response.message
  }

  /// Replaces address, description and types. What waits is sent to the new address.
  public func updateWebhookEndpoint(
    _ request: UpdateWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.updateWebhookEndpoint, request, options)
    return response.message
  }

  /// Nothing is sent any more, and the secret is wiped.
  public func deleteWebhookEndpoint(
    _ request: DeleteWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.deleteWebhookEndpoint, request, options)
    return response.message
  }

  /// Sends nothing for now. What happens meanwhile waits in the log.
  public func disableWebhookEndpoint(
    _ request: DisableWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.disableWebhookEndpoint, request, options)
    return response.message
  }

  /// Goes on sending, where it stopped or from now on.
  public func enableWebhookEndpoint(
    _ request: EnableWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.enableWebhookEndpoint, request, options)
    return response.message
  }

  /// A new secret. Requests are signed with both until the overlap is over.
  public func rotateWebhookSecret(
    _ request: RotateWebhookSecretRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.rotateWebhookSecret, request, options)
    return response.message
  }

  /// What signatures are made with. It is told here only: no other answer, event or log holds it.
  public func getWebhookSecret(
    _ request: GetWebhookSecretRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookSecret {
    let response: UnaryResponse<WebhookSecret> =
      try await rpcChannel.unary(WebhookServiceMethods.getWebhookSecret, request, options)
    return response.message
  }

  /// Makes an event `webhook_endpoint.tested`, which is sent to this endpoint whatever its types are.
  public func testWebhookEndpoint(
    _ request: TestWebhookEndpointRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookEndpoint {
    let response: UnaryResponse<WebhookEndpoint> =
      try await rpcChannel.unary(WebhookServiceMethods.testWebhookEndpoint, request, options)
    return response.message
  }

  /// What was and will be sent to an endpoint, newest first; kept for 30 days after its end.
  public func listWebhookDeliveries(
    _ request: ListWebhookDeliveriesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListWebhookDeliveriesResponse {
    let response: UnaryResponse<ListWebhookDeliveriesResponse> =
      try await rpcChannel.unary(WebhookServiceMethods.listWebhookDeliveries, request, options)
    return response.message
  }

  /// One delivery to an endpoint of the caller's: what came of its attempts.
  public func getWebhookDelivery(
    _ request: GetWebhookDeliveryRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookDelivery {
    let response: UnaryResponse<WebhookDelivery> =
      try await rpcChannel.unary(WebhookServiceMethods.getWebhookDelivery, request, options)
    return response.message
  }

  /// Sends an event once more, at once and with as many further tries as a new one.
  public func redeliverWebhook(
    _ request: RedeliverWebhookRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> WebhookDelivery {
    let response: UnaryResponse<WebhookDelivery> =
      try await rpcChannel.unary(WebhookServiceMethods.redeliverWebhook, request, options)
    return response.message
  }

  /// The same for all events of a stretch of the log that were sent before, at most 500 at a time.
  public func redeliverWebhooks(
    _ request: RedeliverWebhooksRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RedeliverWebhooksResponse {
    let response: UnaryResponse<RedeliverWebhooksResponse> =
      try await rpcChannel.unary(WebhookServiceMethods.redeliverWebhooks, request, options)
    return response.message
  }
}
