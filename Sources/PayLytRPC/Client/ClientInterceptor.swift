/// Stands between the callers of a channel and the wire: credentials, logging, metrics.
public protocol ClientInterceptor: Sendable {
  /// A call begins, on its way to the wire. May change what goes with it, such as metadata.
  ///
  /// - Throws: what the caller is told instead; the call is not made.
  func callBegins(_ method: MethodDescriptor, _ options: inout CallOptions) async throws(RPCError)

  /// A call has ended; `error` is `nil` when it has succeeded. Called on the channel's loop: it
  /// must not block.
  func callEnded(_ method: MethodDescriptor, _ error: RPCError?, after time: Duration)
}

extension ClientInterceptor {
  public func callBegins(
    _ method: MethodDescriptor, _ options: inout CallOptions
  ) async throws(RPCError) {}

  public func callEnded(_ method: MethodDescriptor, _ error: RPCError?, after time: Duration) {}
}
