/// Sends the responses of one streaming call.
public struct ResponseWriter<Response: WireMessage>: Sendable {
  let call: ServerCall

  /// Sends one message. Returns when there is room for the next one: a slow reader slows the
  /// writer down and never makes the server's memory grow.
  ///
  /// - Throws: `CancellationError` when the caller is gone or the deadline has passed,
  ///   `RPCError` (`RESOURCE_EXHAUSTED`) when the message is larger than the limit.
  public func write(_ message: Response) async throws {
    try await call.send(message)
  }
}
