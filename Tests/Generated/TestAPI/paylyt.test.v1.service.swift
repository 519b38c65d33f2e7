// Generated from paylyt/test/v1/service.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC
public import StandardAPI

/// The methods of `paylyt.test.v1.EverythingService`.
public enum EverythingServiceMethods {
  public static let serviceName = "paylyt.test.v1.EverythingService"

  public static let release = MethodDescriptor(
    service: serviceName,
    method: "Release",
    kind: .unary,
    requestType: "paylyt.test.v1.Everything",
    responseType: "paylyt.test.v1.Old",
    options: MethodOptions(
      permission: "escrow.release",
      isIdempotent: true,
      isMoneyMoving: true))

  public static let watch = MethodDescriptor(
    service: serviceName,
    method: "Watch",
    kind: .serverStreaming,
    requestType: "paylyt.test.v1.Old",
    responseType: "paylyt.test.v1.Everything",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let collect = MethodDescriptor(
    service: serviceName,
    method: "Collect",
    kind: .clientStreaming,
    requestType: "paylyt.test.v1.Tree",
    responseType: "google.protobuf.Empty",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let chat = MethodDescriptor(
    service: serviceName,
    method: "Chat",
    kind: .bidirectional,
    requestType: "paylyt.test.v1.New",
    responseType: "paylyt.test.v1.Old",
    options: MethodOptions(
      permission: "é \"quoted\"",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let `import` = MethodDescriptor(
    service: serviceName,
    method: "Import",
    kind: .unary,
    requestType: "paylyt.test.v1.Old",
    responseType: "paylyt.test.v1.Old",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let methods_ = MethodDescriptor(
    service: serviceName,
    method: "Methods",
    kind: .unary,
    requestType: "paylyt.test.v1.Old",
    responseType: "paylyt.test.v1.Old",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [release, watch, collect, chat, `import`, methods_]
}

extension EverythingServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(release, Everything.self, Old.self),
    MethodTypes(watch, Old.self, Everything.self),
    MethodTypes(collect, Tree.self, StandardAPI.ProtoEmpty.self),
    MethodTypes(chat, New.self, Old.self),
    MethodTypes(`import`, Old.self, Old.self),
    MethodTypes(methods_, Old.self, Old.self),
  ]
}

/// Does everything.
public protocol EverythingServiceHandler: RPCService {
  /// Moves money.
  func release(
    _ request: Everything,
    _ context: ServerContext
  ) async throws -> Old

  func watch(
    _ request: Old,
    _ responses: ResponseWriter<Everything>,
    _ context: ServerContext
  ) async throws

  func collect(
    _ requests: RequestStream<Tree>,
    _ context: ServerContext
  ) async throws -> StandardAPI.ProtoEmpty

  func chat(
    _ requests: RequestStream<New>,
    _ responses: ResponseWriter<Old>,
    _ context: ServerContext
  ) async throws

  func `import`(
    _ request: Old,
    _ context: ServerContext
  ) async throws -> Old

  func methods_(
    _ request: Old,
    _ context: ServerContext
  ) async throws -> Old
}

extension EverythingServiceHandler {
  public static var serviceName: String { EverythingServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(EverythingServiceMethods.release) { call, context in
        let request = try call.request(Everything.self)
        try call.respond(await self.release(request, context))
      },
      MethodBinding(EverythingServiceMethods.watch) { call, context in
        let request = try call.request(Old.self)
        try await self.watch(request, call.responses(Everything.self), context)
      },
      MethodBinding(EverythingServiceMethods.collect) { call, context in
        try call.respond(await self.collect(call.requests(Tree.self), context))
      },
      MethodBinding(EverythingServiceMethods.chat) { call, context in
        try await self.chat(call.requests(New.self), call.responses(Old.self), context)
      },
      MethodBinding(EverythingServiceMethods.`import`) { call, context in
        let request = try call.request(Old.self)
        try call.respond(await self.`import`(request, context))
      },
      MethodBinding(EverythingServiceMethods.methods_) { call, context in
        let request = try call.request(Old.self)
        try call.respond(await self.methods_(request, context))
      },
    ]
  }
}

/// Does everything.
public struct EverythingServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Moves money.
  public func release(
    _ request: Everything,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Old {
    let response: UnaryResponse<Old> =
      try await rpcChannel.unary(EverythingServiceMethods.release, request, options)
    return response.message
  }

  public func watch(
    _ request: Old,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Everything> {
    try await rpcChannel.serverStreaming(EverythingServiceMethods.watch, request, options)
  }

  public func collect(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ClientStreamingCall<Tree, StandardAPI.ProtoEmpty> {
    try await rpcChannel.clientStreaming(EverythingServiceMethods.collect, options)
  }

  public func chat(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<New, Old> {
    try await rpcChannel.bidirectional(EverythingServiceMethods.chat, options)
  }

  public func `import`(
    _ request: Old,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Old {
    let response: UnaryResponse<Old> =
      try await rpcChannel.unary(EverythingServiceMethods.`import`, request, options)
    return response.message
  }

  public func methods_(
    _ request: Old,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Old {
    let response: UnaryResponse<Old> =
      try await rpcChannel.unary(EverythingServiceMethods.methods_, request, options)
    return response.message
  }
}

/// The methods of `paylyt.test.v1.EmptyService`.
public enum EmptyServiceMethods {
  public static let serviceName = "paylyt.test.v1.EmptyService"

  public static let all: [MethodDescriptor] = []
}

extension EmptyServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
  ]
}

public protocol EmptyServiceHandler: RPCService {
}

extension EmptyServiceHandler {
  public static var serviceName: String { EmptyServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
    ]
  }
}

public struct EmptyServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }
}
