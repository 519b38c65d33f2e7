/// Sends the responses of one streaming call.
public struct ResponseWriter<Response: WireMessage>: Sendable {
  @usableFromInline let call: IncomingCall

  @inlinable init(call: IncomingCall) { self.call = call }

  /// Sends one message. Returns when there is room for the next one: a slow reader slows the
  /// writer down and never makes the server's memory grow.
  ///
  /// - Throws: `CancellationError` when the caller is gone or the deadline has passed,
  ///   `RPCError` (`RESOURCE_EXHAUSTED`) when the message is larger than the limit.
  @inlinable nonisolated(nonsending) public func write(_ message: Response) async throws {
    guard call.isOnLoop else { return try await call.sendFromElsewhere(message) }
    if try unsafe !call.send({ unsafe message.pack(into: $0) }) { try await call.waitForRoom() }
  }
}
