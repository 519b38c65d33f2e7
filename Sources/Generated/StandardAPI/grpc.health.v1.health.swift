// Generated from grpc/health/v1/health.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

public struct HealthCheckRequest: WireMessage {
  /// The full name of the service that is asked about; empty for the server as a whole.
  public var service: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct HealthCheckResponse: WireMessage {
  public var status: HealthCheckResponse.ServingStatus = .unknown
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum ServingStatus: WireEnum {
    case unknown
    case serving
    case notServing
    /// Only from `Watch`: the server does not know the service, now.
    case serviceUnknown
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .serving
      case 2: self = .notServing
      case 3: self = .serviceUnknown
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .serving: 1
      case .notServing: 2
      case .serviceUnknown: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unknown, .serving, .notServing, .serviceUnknown] }
  }
}

public struct HealthListRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct HealthListResponse: WireMessage {
  /// By full name of the service.
  public var statuses: [String: HealthCheckResponse] = [:]
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension HealthCheckRequest {
  public static let fullName = "grpc.health.v1.HealthCheckRequest"
  public static let wireLayout = unsafe WireLayout(grpc__health__v1__health_check_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    service: String = ""
  ) {
    self.init(
      service: service,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
    let service: String = unsafe Wire.string(_c.pointee.service)
    unsafe self.init(
      service: service,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__health__v1__health_check_request__init, keeping: self.unknownFields)
    unsafe c.pointee.service = arena.string(self.service)
    return UnsafeMutableRawPointer(c)
  }
}

extension HealthCheckResponse {
  public static let fullName = "grpc.health.v1.HealthCheckResponse"
  public static let wireLayout = unsafe WireLayout(grpc__health__v1__health_check_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    status: HealthCheckResponse.ServingStatus = .unknown
  ) {
    self.init(
      status: status,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
    let status: HealthCheckResponse.ServingStatus = unsafe HealthCheckResponse.ServingStatus(rawValue: _c.pointee.status)
    unsafe self.init(
      status: status,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__health__v1__health_check_response__init, keeping: self.unknownFields)
    unsafe c.pointee.status = self.status.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension HealthListRequest {
  public static let fullName = "grpc.health.v1.HealthListRequest"
  public static let wireLayout = unsafe WireLayout(grpc__health__v1__health_list_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__health__v1__health_list_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension HealthListResponse {
  public static let fullName = "grpc.health.v1.HealthListResponse"
  public static let wireLayout = unsafe WireLayout(grpc__health__v1__health_list_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    statuses: [String: HealthCheckResponse] = [:]
  ) {
    self.init(
      statuses: statuses,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self)
    let statuses: [String: HealthCheckResponse] = unsafe Wire.dictionary(_c.pointee.statuses, _c.pointee.n_statuses) {
      unsafe (Wire.string($0.key), Wire.message($0.value))
    }
    unsafe self.init(
      statuses: statuses,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__health__v1__health_list_response__init, keeping: self.unknownFields)
    unsafe c.pointee.statuses = arena.entries(self.statuses) { key, value in
      let entry = unsafe arena.make(grpc__health__v1__health_list_response__statuses_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee.value = arena.message(value)
      return unsafe entry
    }
    unsafe c.pointee.n_statuses = self.statuses.count
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `grpc.health.v1.Health`.
public enum HealthMethods {
  public static let serviceName = "grpc.health.v1.Health"

  public static let check = MethodDescriptor(
    service: serviceName,
    method: "Check",
    kind: .unary,
    requestType: "grpc.health.v1.HealthCheckRequest",
    responseType: "grpc.health.v1.HealthCheckResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let list = MethodDescriptor(
    service: serviceName,
    method: "List",
    kind: .unary,
    requestType: "grpc.health.v1.HealthListRequest",
    responseType: "grpc.health.v1.HealthListResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let watch = MethodDescriptor(
    service: serviceName,
    method: "Watch",
    kind: .serverStreaming,
    requestType: "grpc.health.v1.HealthCheckRequest",
    responseType: "grpc.health.v1.HealthCheckResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [check, list, watch]
}

extension HealthMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(check, HealthCheckRequest.self, HealthCheckResponse.self),
    MethodTypes(list, HealthListRequest.self, HealthListResponse.self),
    MethodTypes(watch, HealthCheckRequest.self, HealthCheckResponse.self),
  ]
}

/// Asked by load balancers and orchestrators.
public protocol HealthHandler: RPCService {
  /// The status now. Errors: NOT_FOUND for a service that the server does not know.
  func check(
    _ request: HealthCheckRequest,
    _ context: ServerContext
  ) async throws -> HealthCheckResponse

  /// The status of every service.
  func list(
    _ request: HealthListRequest,
    _ context: ServerContext
  ) async throws -> HealthListResponse

  /// The status now and after every change.
  func watch(
    _ request: HealthCheckRequest,
    _ responses: ResponseWriter<HealthCheckResponse>,
    _ context: ServerContext
  ) async throws
}

extension HealthHandler {
  public static var serviceName: String { HealthMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(HealthMethods.check) { call, context in
        let request = try call.request(HealthCheckRequest.self)
        try call.respond(await self.check(request, context))
      },
      MethodBinding(HealthMethods.list) { call, context in
        let request = try call.request(HealthListRequest.self)
        try call.respond(await self.list(request, context))
      },
      MethodBinding(HealthMethods.watch) { call, context in
        let request = try call.request(HealthCheckRequest.self)
        try await self.watch(request, call.responses(HealthCheckResponse.self), context)
      },
    ]
  }
}

/// Asked by load balancers and orchestrators.
public struct HealthClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// The status now. Errors: NOT_FOUND for a service that the server does not know.
  public func check(
    _ request: HealthCheckRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> HealthCheckResponse {
    let response: UnaryResponse<HealthCheckResponse> =
      try await rpcChannel.unary(HealthMethods.check, request, options)
    return response.message
  }

  /// The status of every service.
  public func list(
    _ request: HealthListRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> HealthListResponse {
    let response: UnaryResponse<HealthListResponse> =
      try await rpcChannel.unary(HealthMethods.list, request, options)
    return response.message
  }

  /// The status now and after every change.
  public func watch(
    _ request: HealthCheckRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<HealthCheckResponse> {
    try await rpcChannel.serverStreaming(HealthMethods.watch, request, options)
  }
}
