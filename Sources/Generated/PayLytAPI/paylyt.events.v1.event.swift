// Generated from paylyt/events/v1/event.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Event: WireMessage {
  /// `events/{uuid}`.
  public var name: String = ""
  /// `escrow.released`, `payout.succeeded`, …
  public var type: String = ""
  /// The resource that changed: `escrows/{uuid}`, …
  public var subject: String = ""
  /// Who changed it: `users/{uuid}` or `system/{part}`.
  public var actor: String = ""
  /// The method that was called.
  public var method: String = ""
  /// Why, where the caller gave a reason.
  public var reason: String = ""
  /// The resource after the change.
  public var payload: StandardAPI.ProtoAny? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    type: String = "",
    subject: String = "",
    actor: String = "",
    method: String = "",
    reason: String = "",
    payload: StandardAPI.ProtoAny? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.name = name
    self.type = type
    self.subject = subject
    self.actor = actor
    self.method = method
    self.reason = reason
    self.payload = payload
    self.createTime = createTime
  }
}

public struct ListEventsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only events of this resource.
  public var subject: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    subject: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.subject = subject
  }
}

public struct ListEventsResponse: WireMessage {
  public var events: [Event] = []
  /// Also set on the last page while more may come: ask again with it to continue from there.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    events: [Event] = [],
    nextPageToken: String = ""
  ) {
    self.events = events
    self.nextPageToken = nextPageToken
  }
}

extension Event {
  public static let fullName = "paylyt.events.v1.Event"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__event__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Events__V1__Event.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.type = Wire.string(c.pointee.type)
    unsafe self.subject = Wire.string(c.pointee.subject)
    unsafe self.actor = Wire.string(c.pointee.actor)
    unsafe self.method = Wire.string(c.pointee.method)
    unsafe self.reason = Wire.string(c.pointee.reason)
    unsafe self.payload = Wire.messageIfPresent(c.pointee.payload)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__event__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.type = arena.string(self.type)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.actor = arena.string(self.actor)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEventsRequest {
  public static let fullName = "paylyt.events.v1.ListEventsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__list_events_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Events__V1__ListEventsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.subject = Wire.string(c.pointee.subject)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__list_events_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.subject = arena.string(self.subject)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEventsResponse {
  public static let fullName = "paylyt.events.v1.ListEventsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__events__v1__list_events_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Events__V1__ListEventsResponse.self)
    unsafe self.events = Wire.array(c.pointee.events, c.pointee.n_events) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__events__v1__list_events_response__init, keeping: self.unknownFields)
    unsafe c.pointee.events = arena.array(self.events) { unsafe arena.message($0) }
    unsafe c.pointee.n_events = self.events.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.events.v1.EventService`.
public enum EventServiceMethods {
  public static let serviceName = "paylyt.events.v1.EventService"

  public static let listEvents = MethodDescriptor(
    service: serviceName,
    method: "ListEvents",
    kind: .unary,
    requestType: "paylyt.events.v1.ListEventsRequest",
    responseType: "paylyt.events.v1.ListEventsResponse",
    options: MethodOptions(
      permission: "events.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [listEvents]
}

/// What happened: one event for each accepted change, with who did it.
public protocol EventServiceHandler: RPCService {
  /// Oldest first; for admins.
  func listEvents(
    _ request: ListEventsRequest,
    _ context: ServerContext
  ) async throws -> ListEventsResponse
}

extension EventServiceHandler {
  public static var serviceName: String { EventServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      .unary(EventServiceMethods.listEvents, self.listEvents),
    ]
  }
}

/// What happened: one event for each accepted change, with who did it.
public struct EventServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Oldest first; for admins.
  public func listEvents(
    _ request: ListEventsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListEventsResponse {
    let response: UnaryResponse<ListEventsResponse> =
      try await rpcChannel.unary(EventServiceMethods.listEvents, request, options)
    return response.message
  }
}
