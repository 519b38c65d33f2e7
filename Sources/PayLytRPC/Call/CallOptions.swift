/// What a caller can say about one call.
public struct CallOptions: Sendable {
  /// Sent with the request.
  public var metadata: Metadata
  /// How long the caller waits, from the start of the call. It travels as `grpc-timeout` and is
  /// enforced on both sides; `nil` waits without bound.
  public var timeout: Duration?
  /// How requests are compressed; answers may come in any encoding of the stack.
  public var compression: MessageEncoding?
  /// Whether the call waits for a connection, until its deadline, instead of failing when there is
  /// none; `nil` leaves it to the channel's service config.
  public var waitsForReady: Bool?
  /// The trace that the call is a part of: sent as `traceparent`.
  public var trace: TraceContext?

  public init(
    metadata: Metadata = Metadata(), timeout: Duration? = nil, compression: MessageEncoding? = nil
  ) {
    self.metadata = metadata
    self.timeout = timeout
    self.compression = compression
    waitsForReady = nil
    trace = nil
  }
}
