// Generated from service.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

public struct Request: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Response: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Request {
  public static let fullName = "golden.v1.Request"
  public static let wireLayout = unsafe WireLayout(golden__v1__request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension Response {
  public static let fullName = "golden.v1.Response"
  public static let wireLayout = unsafe WireLayout(golden__v1__response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `golden.v1.Vault`.
public enum VaultMethods {
  public static let serviceName = "golden.v1.Vault"

  public static let release = MethodDescriptor(
    service: serviceName,
    method: "Release",
    kind: .unary,
    requestType: "golden.v1.Request",
    responseType: "golden.v1.Response",
    options: MethodOptions(
      permission: "vault.release",
      isIdempotent: false,
      isMoneyMoving: true))

  public static let watch = MethodDescriptor(
    service: serviceName,
    method: "Watch",
    kind: .serverStreaming,
    requestType: "golden.v1.Request",
    responseType: "golden.v1.Response",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let upload = MethodDescriptor(
    service: serviceName,
    method: "Upload",
    kind: .clientStreaming,
    requestType: "golden.v1.Request",
    responseType: "golden.v1.Response",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let chat = MethodDescriptor(
    service: serviceName,
    method: "Chat",
    kind: .bidirectional,
    requestType: "golden.v1.Request",
    responseType: "golden.v1.Response",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [release, watch, upload, chat]
}

extension VaultMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(release, Request.self, Response.self),
    MethodTypes(watch, Request.self, Response.self),
    MethodTypes(upload, Request.self, Response.self),
    MethodTypes(chat, Request.self, Response.self),
  ]
}

/// Holds money.
public protocol VaultHandler: RPCService {
  /// Lets it go.
  func release(
    _ request: Request,
    _ context: ServerContext
  ) async throws -> Response

  func watch(
    _ request: Request,
    _ responses: ResponseWriter<Response>,
    _ context: ServerContext
  ) async throws

  func upload(
    _ requests: RequestStream<Request>,
    _ context: ServerContext
  ) async throws -> Response

  func chat(
    _ requests: RequestStream<Request>,
    _ responses: ResponseWriter<Response>,
    _ context: ServerContext
  ) async throws
}

extension VaultHandler {
  public static var serviceName: String { VaultMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(VaultMethods.release) { call, context in
        let request = try call.request(Request.self)
        try call.respond(await self.release(request, context))
      },
      MethodBinding(VaultMethods.watch) { call, context in
        let request = try call.request(Request.self)
        try await self.watch(request, call.responses(Response.self), context)
      },
      MethodBinding(VaultMethods.upload) { call, context in
        try call.respond(await self.upload(call.requests(Request.self), context))
      },
      MethodBinding(VaultMethods.chat) { call, context in
        try await self.chat(call.requests(Request.self), call.responses(Response.self), context)
      },
    ]
  }
}

/// Holds money.
public struct VaultClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Lets it go.
  public func release(
    _ request: Request,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Response {
    let response: UnaryResponse<Response> =
      try await rpcChannel.unary(VaultMethods.release, request, options)
    return response.message
  }

  public func watch(
    _ request: Request,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Response> {
    try await rpcChannel.serverStreaming(VaultMethods.watch, request, options)
  }

  public func upload(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ClientStreamingCall<Request, Response> {
    try await rpcChannel.clientStreaming(VaultMethods.upload, options)
  }

  public func chat(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<Request, Response> {
    try await rpcChannel.bidirectional(VaultMethods.chat, options)
  }
}
