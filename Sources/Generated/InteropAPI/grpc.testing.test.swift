// Generated from grpc/testing/test.proto by protoc-gen-paylyt. Do not edit.

public import PayLytRPC

/// The methods of `grpc.testing.TestService`.
public enum TestServiceMethods {
  public static let serviceName = "grpc.testing.TestService"

  public static let emptyCall = MethodDescriptor(
    service: serviceName,
    method: "EmptyCall",
    kind: .unary,
    requestType: "grpc.testing.Empty",
    responseType: "grpc.testing.Empty",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let unaryCall = MethodDescriptor(
    service: serviceName,
    method: "UnaryCall",
    kind: .unary,
    requestType: "grpc.testing.SimpleRequest",
    responseType: "grpc.testing.SimpleResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let cacheableUnaryCall = MethodDescriptor(
    service: serviceName,
    method: "CacheableUnaryCall",
    kind: .unary,
    requestType: "grpc.testing.SimpleRequest",
    responseType: "grpc.testing.SimpleResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let streamingOutputCall = MethodDescriptor(
    service: serviceName,
    method: "StreamingOutputCall",
    kind: .serverStreaming,
    requestType: "grpc.testing.StreamingOutputCallRequest",
    responseType: "grpc.testing.StreamingOutputCallResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let streamingInputCall = MethodDescriptor(
    service: serviceName,
    method: "StreamingInputCall",
    kind: .clientStreaming,
    requestType: "grpc.testing.StreamingInputCallRequest",
    responseType: "grpc.testing.StreamingInputCallResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let fullDuplexCall = MethodDescriptor(
    service: serviceName,
    method: "FullDuplexCall",
    kind: .bidirectional,
    requestType: "grpc.testing.StreamingOutputCallRequest",
    responseType: "grpc.testing.StreamingOutputCallResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let halfDuplexCall = MethodDescriptor(
    service: serviceName,
    method: "HalfDuplexCall",
    kind: .bidirectional,
    requestType: "grpc.testing.StreamingOutputCallRequest",
    responseType: "grpc.testing.StreamingOutputCallResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [emptyCall, unaryCall, cacheableUnaryCall, streamingOutputCall, streamingInputCall, fullDuplexCall, halfDuplexCall]
}

extension TestServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(emptyCall, Empty.self, Empty.self),
    MethodTypes(unaryCall, SimpleRequest.self, SimpleResponse.self),
    MethodTypes(cacheableUnaryCall, SimpleRequest.self, SimpleResponse.self),
    MethodTypes(streamingOutputCall, StreamingOutputCallRequest.self, StreamingOutputCallResponse.self),
    MethodTypes(streamingInputCall, StreamingInputCallRequest.self, StreamingInputCallResponse.self),
    MethodTypes(fullDuplexCall, StreamingOutputCallRequest.self, StreamingOutputCallResponse.self),
    MethodTypes(halfDuplexCall, StreamingOutputCallRequest.self, StreamingOutputCallResponse.self),
  ]
}

public protocol TestServiceHandler: RPCService {
  func emptyCall(
    _ request: Empty,
    _ context: ServerContext
  ) async throws -> Empty

  func unaryCall(
    _ request: SimpleRequest,
    _ context: ServerContext
  ) async throws -> SimpleResponse

  /// As UnaryCall; a cache between client and server may answer in its place.
  func cacheableUnaryCall(
    _ request: SimpleRequest,
    _ context: ServerContext
  ) async throws -> SimpleResponse

  func streamingOutputCall(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    _ context: ServerContext
  ) async throws

  func streamingInputCall(
    _ requests: RequestStream<StreamingInputCallRequest>,
    _ context: ServerContext
  ) async throws -> StreamingInputCallResponse

  /// Answers each request as it comes.
  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    _ context: ServerContext
  ) async throws

  /// Answers when the last request is there.
  func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    _ context: ServerContext
  ) async throws
}

extension TestServiceHandler {
  public static var serviceName: String { TestServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(TestServiceMethods.emptyCall) { call, context in
        let request = try call.request(Empty.self)
        try call.respond(await self.emptyCall(request, context))
      },
      MethodBinding(TestServiceMethods.unaryCall) { call, context in
        let request = try call.request(SimpleRequest.self)
        try call.respond(await self.unaryCall(request, context))
      },
      MethodBinding(TestServiceMethods.cacheableUnaryCall) { call, context in
        let request = try call.request(SimpleRequest.self)
        try call.respond(await self.cacheableUnaryCall(request, context))
      },
      MethodBinding(TestServiceMethods.streamingOutputCall) { call, context in
        let request = try call.request(StreamingOutputCallRequest.self)
        try await self.streamingOutputCall(request, call.responses(StreamingOutputCallResponse.self), context)
      },
      MethodBinding(TestServiceMethods.streamingInputCall) { call, context in
        try call.respond(await self.streamingInputCall(call.requests(StreamingInputCallRequest.self), context))
      },
      MethodBinding(TestServiceMethods.fullDuplexCall) { call, context in
        try await self.fullDuplexCall(call.requests(StreamingOutputCallRequest.self), call.responses(StreamingOutputCallResponse.self), context)
      },
      MethodBinding(TestServiceMethods.halfDuplexCall) { call, context in
        try await self.halfDuplexCall(call.requests(StreamingOutputCallRequest.self), call.responses(StreamingOutputCallResponse.self), context)
      },
    ]
  }
}

public struct TestServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  public func emptyCall(
    _ request: Empty,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Empty {
    let response: UnaryResponse<Empty> =
      try await rpcChannel.unary(TestServiceMethods.emptyCall, request, options)
    return response.message
  }

  public func unaryCall(
    _ request: SimpleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SimpleResponse {
    let response: UnaryResponse<SimpleResponse> =
      try await rpcChannel.unary(TestServiceMethods.unaryCall, request, options)
    return response.message
  }

  /// As UnaryCall; a cache between client and server may answer in its place.
  public func cacheableUnaryCall(
    _ request: SimpleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SimpleResponse {
    let response: UnaryResponse<SimpleResponse> =
      try await rpcChannel.unary(TestServiceMethods.cacheableUnaryCall, request, options)
    return response.message
  }

  public func streamingOutputCall(
    _ request: StreamingOutputCallRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<StreamingOutputCallResponse> {
    try await rpcChannel.serverStreaming(TestServiceMethods.streamingOutputCall, request, options)
  }

  public func streamingInputCall(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ClientStreamingCall<StreamingInputCallRequest, StreamingInputCallResponse> {
    try await rpcChannel.clientStreaming(TestServiceMethods.streamingInputCall, options)
  }

  /// Answers each request as it comes.
  public func fullDuplexCall(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<StreamingOutputCallRequest, StreamingOutputCallResponse> {
    try await rpcChannel.bidirectional(TestServiceMethods.fullDuplexCall, options)
  }

  /// Answers when the last request is there.
  public func halfDuplexCall(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<StreamingOutputCallRequest, StreamingOutputCallResponse> {
    try await rpcChannel.bidirectional(TestServiceMethods.halfDuplexCall, options)
  }
}
