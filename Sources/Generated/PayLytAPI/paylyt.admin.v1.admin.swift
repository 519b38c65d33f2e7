// Generated from paylyt/admin/v1/admin.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public enum Capability: WireEnum {
  case unspecified
  /// New accounts.
  case registrations
  /// Jobs are posted, and accepted with an escrow.
  case jobs
  /// Invoices that pay into escrows.
  case funding
  /// Money leaves escrows: by the will of a party, or by itself. Rulings and overrides of admins go on.
  case releases
  /// Invoices that pay into wallets.
  case deposits
  /// Transfers between wallets.
  case transfers
  /// Quotes of conversions, and conversions.
  case conversions
  /// Payouts are ordered, and sent to the provider.
  case payouts
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .registrations
    case 2: self = .jobs
    case 3: self = .funding
    case 4: self = .releases
    case 5: self = .deposits
    case 6: self = .transfers
    case 7: self = .conversions
    case 8: self = .payouts
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .registrations: 1
    case .jobs: 2
    case .funding: 3
    case .releases: 4
    case .deposits: 5
    case .transfers: 6
    case .conversions: 7
    case .payouts: 8
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .registrations, .jobs, .funding, .releases, .deposits, .transfers, .conversions, .payouts] }
}

public struct CapabilityStatus: WireMessage {
  public var capability: Capability = .unspecified
  public var paused: Bool = false
  /// Why it was paused, or let go on; empty when it never was.
  public var reason: String = ""
  /// Unset when it never was.
  public var changeTime: StandardAPI.ProtoTimestamp? = nil
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCapabilitiesRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCapabilitiesResponse: WireMessage {
  /// All of them.
  public var capabilities: [CapabilityStatus] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PauseCapabilityRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var capability: Capability = .unspecified
  /// Why; at most 1000 characters.
  public var reason: String = ""
  /// What the caller has read; refused with `ETAG_MISMATCH` when it has changed since. Empty: does not
  /// matter.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResumeCapabilityRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var capability: Capability = .unspecified
  /// Why; at most 1000 characters.
  public var reason: String = ""
  /// As in PauseCapabilityRequest.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension CapabilityStatus {
  public static let fullName = "paylyt.admin.v1.CapabilityStatus"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__capability_status__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    capability: Capability = .unspecified,
    paused: Bool = false,
    reason: String = "",
    changeTime: StandardAPI.ProtoTimestamp? = nil,
    etag: String = ""
  ) {
    self.init(
      capability: capability,
      paused: paused,
      reason: reason,
      changeTime: changeTime,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__CapabilityStatus.self)
    let capability: Capability = unsafe Capability(rawValue: _c.pointee.capability)
    let paused: Bool = unsafe _c.pointee.paused != 0
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let changeTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.change_time)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      capability: capability,
      paused: paused,
      reason: reason,
      changeTime: changeTime,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__capability_status__init, keeping: self.unknownFields)
    unsafe c.pointee.capability = self.capability.rawValue
    unsafe c.pointee.paused = self.paused ? 1 : 0
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.change_time = arena.messageIfPresent(self.changeTime)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCapabilitiesRequest {
  public static let fullName = "paylyt.admin.v1.ListCapabilitiesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_capabilities_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_capabilities_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCapabilitiesResponse {
  public static let fullName = "paylyt.admin.v1.ListCapabilitiesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__list_capabilities_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    capabilities: [CapabilityStatus] = []
  ) {
    self.init(
      capabilities: capabilities,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ListCapabilitiesResponse.self)
    let capabilities: [CapabilityStatus] = unsafe Wire.array(_c.pointee.capabilities, _c.pointee.n_capabilities) { unsafe Wire.message($0) }
    unsafe self.init(
      capabilities: capabilities,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__list_capabilities_response__init, keeping: self.unknownFields)
    unsafe c.pointee.capabilities = arena.array(self.capabilities) { unsafe arena.message($0) }
    unsafe c.pointee.n_capabilities = self.capabilities.count
    return UnsafeMutableRawPointer(c)
  }
}

extension PauseCapabilityRequest {
  public static let fullName = "paylyt.admin.v1.PauseCapabilityRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__pause_capability_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    capability: Capability = .unspecified,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__PauseCapabilityRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let capability: Capability = unsafe Capability(rawValue: _c.pointee.capability)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__pause_capability_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.capability = self.capability.rawValue
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ResumeCapabilityRequest {
  public static let fullName = "paylyt.admin.v1.ResumeCapabilityRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__admin__v1__resume_capability_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    capability: Capability = .unspecified,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Admin__V1__ResumeCapabilityRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let capability: Capability = unsafe Capability(rawValue: _c.pointee.capability)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      capability: capability,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__admin__v1__resume_capability_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.capability = self.capability.rawValue
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.admin.v1.AdminService`.
public enum AdminServiceMethods {
  public static let serviceName = "paylyt.admin.v1.AdminService"

  public static let listCapabilities = MethodDescriptor(
    service: serviceName,
    method: "ListCapabilities",
    kind: .unary,
    requestType: "paylyt.admin.v1.ListCapabilitiesRequest",
    responseType: "paylyt.admin.v1.ListCapabilitiesResponse",
    options: MethodOptions(
      permission: "admin.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let pauseCapability = MethodDescriptor(
    service: serviceName,
    method: "PauseCapability",
    kind: .unary,
    requestType: "paylyt.admin.v1.PauseCapabilityRequest",
    responseType: "paylyt.admin.v1.CapabilityStatus",
    options: MethodOptions(
      permission: "admin.pause",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let resumeCapability = MethodDescriptor(
    service: serviceName,
    method: "ResumeCapability",
    kind: .unary,
    requestType: "paylyt.admin.v1.ResumeCapabilityRequest",
    responseType: "paylyt.admin.v1.CapabilityStatus",
    options: MethodOptions(
      permission: "admin.pause",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [listCapabilities, pauseCapability, resumeCapability]
}

extension AdminServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(listCapabilities, ListCapabilitiesRequest.self, ListCapabilitiesResponse.self),
    MethodTypes(pauseCapability, PauseCapabilityRequest.self, CapabilityStatus.self),
    MethodTypes(resumeCapability, ResumeCapabilityRequest.self, CapabilityStatus.self),
  ]
}

/// What operators do to keep the platform in order.
public protocol AdminServiceHandler: RPCService {
  /// What can be paused, and what is.
  func listCapabilities(
    _ request: ListCapabilitiesRequest,
    _ context: ServerContext
  ) async throws -> ListCapabilitiesResponse

  /// From now on, requests of this capability are refused with `CAPABILITY_PAUSED`. It is looked at in
  /// the same database transaction as what it stops; a change that is being committed at this very
  /// moment may still be. Money that arrives is always taken in, and payouts that were sent are still
  /// asked about.
  ///
  /// Errors: FAILED_PRECONDITION `ILLEGAL_TRANSITION` when it is paused already.
  func pauseCapability(
    _ request: PauseCapabilityRequest,
    _ context: ServerContext
  ) async throws -> CapabilityStatus

  /// Lets it go on. What waited by itself, such as payouts that are reserved, goes on within minutes.
  ///
  /// Errors: FAILED_PRECONDITION `ILLEGAL_TRANSITION` when it is not paused.
  func resumeCapability(
    _ request: ResumeCapabilityRequest,
    _ context: ServerContext
  ) async throws -> CapabilityStatus
}

extension AdminServiceHandler {
  public static var serviceName: String { AdminServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(AdminServiceMethods.listCapabilities) { call, context in
        let request = try call.request(ListCapabilitiesRequest.self)
        try call.respond(await self.listCapabilities(request, context))
      },
      MethodBinding(AdminServiceMethods.pauseCapability) { call, context in
        let request = try call.request(PauseCapabilityRequest.self)
        try call.respond(await self.pauseCapability(request, context))
      },
      MethodBinding(AdminServiceMethods.resumeCapability) { call, context in
        let request = try call.request(ResumeCapabilityRequest.self)
        try call.respond(await self.resumeCapability(request, context))
      },
    ]
  }
}

/// What operators do to keep the platform in order.
public struct AdminServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// What can be paused, and what is.
  public func listCapabilities(
    _ request: ListCapabilitiesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListCapabilitiesResponse {
    let response: UnaryResponse<ListCapabilitiesResponse> =
      try await rpcChannel.unary(AdminServiceMethods.listCapabilities, request, options)
    return response.message
  }

  /// From now on, requests of this capability are refused with `CAPABILITY_PAUSED`. It is looked at in
  /// the same database transaction as what it stops; a change that is being committed at this very
  /// moment may still be. Money that arrives is always taken in, and payouts that were sent are still
  /// asked about.
  ///
  /// Errors: FAILED_PRECONDITION `ILLEGAL_TRANSITION` when it is paused already.
  public func pauseCapability(
    _ request: PauseCapabilityRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> CapabilityStatus {
    let response: UnaryResponse<CapabilityStatus> =
      try await rpcChannel.unary(AdminServiceMethods.pauseCapability, request, options)
    return response.message
  }

  /// Lets it go on. What waited by itself, such as payouts that are reserved, goes on within minutes.
  ///
  /// Errors: FAILED_PRECONDITION `ILLEGAL_TRANSITION` when it is not paused.
  public func resumeCapability(
    _ request: ResumeCapabilityRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> CapabilityStatus {
    let response: UnaryResponse<CapabilityStatus> =
      try await rpcChannel.unary(AdminServiceMethods.resumeCapability, request, options)
    return response.message
  }
}
