/// One call on the server's side.
final class ServerCall: Sendable {
  func singleRequest<Q: WireMessage>(_ type: Q.Type) throws -> Q {
    throw RPCError(.unimplemented, "")
  }
  func nextRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    throw RPCError(.unimplemented, "")
  }
  func send<R: WireMessage>(_ message: R) async throws {
    throw RPCError(.unimplemented, "")
  }
  func sendLast<R: WireMessage>(_ message: R) throws {
    throw RPCError(.unimplemented, "")
  }
}
