import InteropAPI
import PayLytRPC

/// grpc.testing.TestService, as the interoperability tests of gRPC describe it.
struct TestService: TestServiceHandler {
  func emptyCall(_ request: Empty, _ context: ServerContext) async throws -> Empty {
    try MetadataEcho.apply(to: context)
    return Empty()
  }

  func unaryCall(
    _ request: SimpleRequest, _ context: ServerContext
  ) async throws -> SimpleResponse {
    try MetadataEcho.apply(to: context)
    try Self.check(request.expectCompressed, context)
    try Self.refuse(request.responseStatus)
    var response = SimpleResponse()
    response.payload = try Self.payload(request.responseType, bytes: request.responseSize)
    if request.fillUsername { response.username = context.peerIdentity?.subject ?? "" }
    Self.compress(request.responseCompressed, context)
    return response
  }

  func cacheableUnaryCall(
    _ request: SimpleRequest, _ context: ServerContext
  ) async throws -> SimpleResponse {
    var metadata = MetadataEcho.initial(of: context)
    try metadata.add("cache-control", "max-age=60, public")
    let response = try await unaryCall(request, context)
    context.setInitialMetadata(metadata)
    return response
  }

  func streamingOutputCall(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>, _ context: ServerContext
  ) async throws {
    try MetadataEcho.apply(to: context)
    try Self.refuse(request.responseStatus)
    try await Self.answer(request, responses, context)
  }

  func streamingInputCall(
    _ requests: RequestStream<StreamingInputCallRequest>, _ context: ServerContext
  ) async throws -> StreamingInputCallResponse {
    try MetadataEcho.apply(to: context)
    var size = 0
    for try await request in requests {
      try Self.check(request.expectCompressed, context)
      size += request.payload?.body.count ?? 0
    }
    return StreamingInputCallResponse(aggregatedPayloadSize: Int32(clamping: size))
  }

  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>, _ context: ServerContext
  ) async throws {
    try MetadataEcho.apply(to: context)
    for try await request in requests {
      try Self.refuse(request.responseStatus)
      try await Self.answer(request, responses, context)
    }
  }

  func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>, _ context: ServerContext
  ) async throws {
    try MetadataEcho.apply(to: context)
    var taken: [StreamingOutputCallRequest] = []
    for try await request in requests {
      guard taken.count < InteropLimits.heldRequestsMax else {
        throw RPCError(
          .resourceExhausted, "HalfDuplexCall takes \(InteropLimits.heldRequestsMax) requests.")
      }
      taken.append(request)
    }
    for request in taken {
      try Self.refuse(request.responseStatus)
      try await Self.answer(request, responses, context)
    }
  }

  private static func answer(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>, _ context: ServerContext
  ) async throws {
    // Whether any response will be compressed is said in the head, ahead of all of them.
    let compresses = request.responseParameters.contains { $0.compressed?.value == true }
    if compresses { context.compressResponses() }
    for parameters in request.responseParameters {
      if parameters.intervalUs > 0 {
        try await Task.sleep(for: .microseconds(Int64(parameters.intervalUs)))
      }
      context.compressResponses(parameters.compressed?.value ?? false)
      try await responses.write(
        StreamingOutputCallResponse(
          payload: payload(request.responseType, bytes: parameters.size)))
    }
  }

  private static func compress(_ wanted: BoolValue?, _ context: ServerContext) {
    if wanted?.value == true { context.compressResponses() }
  }

  private static func check(_ expected: BoolValue?, _ context: ServerContext) throws(RPCError) {
    guard let expected, expected.value, !context.isRequestCompressed else { return }
    throw RPCError(.invalidArgument, "The request should be compressed, but is not.")
  }

  private static func refuse(_ status: EchoStatus?) throws(RPCError) {
    guard let status, status.code != 0 else { return }
    throw RPCError(StatusCode(rawValue: status.code) ?? .unknown, status.message)
  }

  private static func payload(_ type: PayloadType, bytes: Int32) throws(RPCError) -> Payload {
    guard type == .compressable else {
      throw RPCError(.invalidArgument, "response_type: there is only COMPRESSABLE.")
    }
    guard bytes >= 0, bytes <= InteropLimits.payloadBytesMax else {
      throw RPCError(
        .invalidArgument, "A payload has 0 to \(InteropLimits.payloadBytesMax) bytes.")
    }
    return Payload(type: type, body: [UInt8](repeating: 0, count: Int(bytes)))
  }
}

/// The bounds of the test service.
enum InteropLimits {
  /// Bytes of a payload that a request may ask for.
  static let payloadBytesMax = Int32(Limits.messageBytesMax - 1024)
  /// Requests that HalfDuplexCall keeps until the last one is there.
  static let heldRequestsMax = 10_000
}
