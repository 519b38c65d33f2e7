/// One call on the client's side.
final class ClientCall: Sendable {
  func cancel() {}
  func nextResponse<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> R? {
    throw RPCError(.unimplemented, "")
  }
  func singleResponse<R: WireMessage>(
    _ type: R.Type
  ) async throws(RPCError) -> UnaryResponse<R> {
    throw RPCError(.unimplemented, "")
  }
  func send<Q: WireMessage>(_ message: Q) async throws(RPCError) {
    throw RPCError(.unimplemented, "")
  }
  func finishSending() async throws(RPCError) {
    throw RPCError(.unimplemented, "")
  }
}
