/// The client's side of one target: connects when it is first needed, reconnects when it is lost.
public final class Channel: Sendable {
  /// One request, one response.
  public func unary<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ request: Q, _ options: CallOptions
  ) async throws(RPCError) -> UnaryResponse<R> {
    throw RPCError(.unimplemented, "")
  }

  /// One request, any number of responses.
  public func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ request: Q, _ options: CallOptions
  ) async throws(RPCError) -> ResponseStream<R> {
    throw RPCError(.unimplemented, "")
  }

  /// Any number of requests, one response.
  public func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ options: CallOptions
  ) async throws(RPCError) -> ClientStreamingCall<Q, R> {
    throw RPCError(.unimplemented, "")
  }

  /// Any number of requests and responses, in any order.
  public func bidirectional<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ options: CallOptions
  ) async throws(RPCError) -> BidirectionalCall<Q, R> {
    throw RPCError(.unimplemented, "")
  }
}
