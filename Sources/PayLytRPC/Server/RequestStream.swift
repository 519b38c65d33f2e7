/// The messages that a client streams to the server, in order. Iterate it once.
///
/// A message is taken off the wire's window only when the handler asks for it, so a handler that
/// is slow slows its client down.
public struct RequestStream<Request: WireMessage>: AsyncSequence, Sendable {
  public typealias Element = Request

  let call: ServerCall

  public func makeAsyncIterator() -> Iterator { Iterator(call: call) }

  public struct Iterator: AsyncIteratorProtocol {
    let call: ServerCall

    /// The next message, or `nil` when the client has finished sending.
    ///
    /// - Throws: `RPCError` when the message is refused (`INVALID_ARGUMENT` with the field),
    ///   `CancellationError` when the client is gone or the deadline has passed.
    public mutating func next() async throws -> Request? {
      try await call.nextRequest(Request.self)
    }
  }
}
