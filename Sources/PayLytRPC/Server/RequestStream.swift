/// The messages that a client streams to the server, in order. Iterate it once.
///
/// A message is taken off the wire's window only when the handler asks for it, so a handler that
/// is slow slows its client down. The field rules of the proto are not compared here: `checkFields`
/// does, where the handler asks for it.
public struct RequestStream<Request: WireMessage>: AsyncSequence, Sendable {
  public typealias Element = Request

  @usableFromInline let call: IncomingCall

  @inlinable init(call: IncomingCall) { self.call = call }

  @inlinable public func makeAsyncIterator() -> Iterator { Iterator(call: call) }

  public struct Iterator: AsyncIteratorProtocol {
    @usableFromInline let call: IncomingCall

    @inlinable init(call: IncomingCall) { self.call = call }

    /// The next message, or `nil` when the client has finished sending.
    ///
    /// - Throws: `RPCError` when the message is refused (`INVALID_ARGUMENT` with the field),
    ///   `CancellationError` when the client is gone or the deadline has passed.
    @inlinable public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws -> Request? {
      guard call.isOnLoop, try call.hasRequest() else {
        return try await call.nextRequest(Request.self)
      }
      return try call.take(Request.self)
    }
  }
}
