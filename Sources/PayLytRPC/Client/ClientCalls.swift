/// The answer to a call with one response.
public struct UnaryResponse<Response: WireMessage>: Sendable {
  public let message: Response
  public let initialMetadata: Metadata
  public let trailingMetadata: Metadata
}

/// The responses of a call, in order. Iterate it once; letting go of it cancels the call.
public struct ResponseStream<Response: WireMessage>: AsyncSequence, Sendable {
  public typealias Element = Response
  public typealias Failure = RPCError

  let call: ClientCall

  public func makeAsyncIterator() -> Iterator { Iterator(call: call) }

  /// Tells the server that nobody reads on; the iteration ends with `CANCELLED`.
  public func cancel() { call.cancel() }

  public struct Iterator: AsyncIteratorProtocol {
    let call: ClientCall

    public mutating func next() async throws(RPCError) -> Response? {
      try await call.nextResponse(Response.self)
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Response? {
      try await call.nextResponse(Response.self)
    }
  }
}

/// A call that sends many messages and gets one answer.
public struct ClientStreamingCall<Request: WireMessage, Response: WireMessage>: Sendable {
  let call: ClientCall

  /// Sends one message. Returns when there is room for the next.
  public func send(_ message: Request) async throws(RPCError) { try await call.send(message) }

  /// Says that no message follows, and waits for the answer.
  public func finish() async throws(RPCError) -> Response {
    try await call.finishSending()
    return try await call.singleResponse(Response.self).message
  }

  public func cancel() { call.cancel() }
}

/// A call that sends and receives many messages.
public struct BidirectionalCall<Request: WireMessage, Response: WireMessage>: Sendable {
  let call: ClientCall

  public let responses: ResponseStream<Response>

  /// Sends one message. Returns when there is room for the next.
  public func send(_ message: Request) async throws(RPCError) { try await call.send(message) }

  /// Says that no message follows; the responses go on.
  public func finishSending() async throws(RPCError) { try await call.finishSending() }

  public func cancel() { call.cancel() }
}
