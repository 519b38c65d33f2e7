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

  let handle: CallHandle

  public func makeAsyncIterator() -> Iterator { Iterator(handle: handle) }

  /// What the server sent ahead of its first response; waits for it.
  public var initialMetadata: Metadata {
    get async throws(RPCError) { try await handle.call.initialMetadata() }
  }

  /// What the server sent after its last response; empty until the iteration has ended.
  public var trailingMetadata: Metadata {
    get async { await handle.call.trailingMetadata() }
  }

  /// Tells the server that nobody reads on; the iteration ends with `CANCELLED`.
  public func cancel() { handle.call.cancel() }

  public struct Iterator: AsyncIteratorProtocol {
    let handle: CallHandle

    public mutating func next() async throws(RPCError) -> Response? {
      try await handle.call.nextResponse(Response.self)
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Response? {
      try await handle.call.nextResponse(Response.self)
    }
  }
}

/// A call that sends many messages and gets one answer. Letting go of it cancels it.
public struct ClientStreamingCall<Request: WireMessage, Response: WireMessage>: Sendable {
  let handle: CallHandle

  /// Sends one message. Returns when there is room for the next.
  ///
  /// - Throws: the call's error when it has failed, `CANCELLED` when the server has answered
  ///   already: `finish` then returns its answer.
  public func send(_ message: Request) async throws(RPCError) {
    try await handle.call.send(message)
  }

  /// Says that no message follows, and waits for the answer.
  public func finish() async throws(RPCError) -> Response {
    try await handle.call.finishSending()
    return try await handle.call.singleResponse(Response.self).message
  }

  public func cancel() { handle.call.cancel() }
}

/// A call that sends and receives many messages. Letting go of it cancels it.
public struct BidirectionalCall<Request: WireMessage, Response: WireMessage>: Sendable {
  let handle: CallHandle

  public var responses: ResponseStream<Response> { ResponseStream(handle: handle) }

  /// Sends one message. Returns when there is room for the next.
  ///
  /// - Throws: the call's error when it has failed, `CANCELLED` when the server has ended it
  ///   already: the responses say how.
  public func send(_ message: Request) async throws(RPCError) {
    try await handle.call.send(message)
  }

  /// Says that no message follows; the responses go on.
  public func finishSending() async throws(RPCError) { try await handle.call.finishSending() }

  public func cancel() { handle.call.cancel() }
}
