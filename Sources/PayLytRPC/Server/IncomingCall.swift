/// A call on the server, as generated code sees it: typed messages in and out.
///
/// What is generic here is small and inlined into the module that knows the types; the rest is
/// compiled once, in `ServerCall`.
public struct IncomingCall: Sendable {
  let call: ServerCall

  init(_ call: ServerCall) { self.call = call }

  /// The one request of a call that has just begun, on its loop.
  ///
  /// - Throws: `RPCError` (`INVALID_ARGUMENT` with the fields) when the bytes are not its message,
  ///   or fields of it break the rules of the proto.
  @inlinable public func request<Request: WireMessage>(_: Request.Type) throws -> Request {
    let request = try take(Request.self)
    try request.checkFields()
    return request
  }

  /// The next request as it came. In a stream of them the handler asks for what the rules say: one
  /// item that breaks them is often an answer of its own and not the end of the call.
  @inlinable func take<Request: WireMessage>(_: Request.Type) throws -> Request {
    let message = try unsafe takeRequest(Request.wireLayout)
    defer { unsafe message.giveBack() }
    return unsafe Request(unpacked: message.pointer)
  }

  /// Sends the one response; the status follows when the handler ends.
  ///
  /// - Throws: `RPCError` (`RESOURCE_EXHAUSTED`) when the message is larger than the limit.
  @inlinable public func respond<Response: WireMessage>(_ response: Response) throws {
    try unsafe sendLast { unsafe response.pack(into: $0) }
  }

  @inlinable public func requests<Request: WireMessage>(
    _: Request.Type = Request.self
  ) -> RequestStream<Request> {
    RequestStream(call: self)
  }

  @inlinable public func responses<Response: WireMessage>(
    _: Response.Type = Response.self
  ) -> ResponseWriter<Response> {
    ResponseWriter(call: self)
  }

  // MARK: Compiled once

  @usableFromInline var isOnLoop: Bool { call.isOnLoop }

  @usableFromInline func takeRequest(_ layout: WireLayout) throws -> UnpackedMessage {
    try unsafe call.takeRequest(layout)
  }

  @usableFromInline func sendLast(_ pack: (Arena) -> UnsafeMutableRawPointer) throws {
    try unsafe call.sendLast(pack)
  }

  @usableFromInline func send(_ pack: (Arena) -> UnsafeMutableRawPointer) throws -> Bool {
    try unsafe call.send(pack)
  }

  /// Whether a request is here already, so that nobody needs to wait for one.
  @usableFromInline func hasRequest() throws -> Bool { try call.arrival() == .message }

  /// Waits on the loop, from wherever the caller is, until there is room for a response.
  @usableFromInline func waitForRoom() async throws {
    try await call.onLoop { [call] in try await call.waitForRoom() }
  }

  /// Waits on the loop, from wherever the caller is, for the next request.
  ///
  /// - Returns: `nil` when the client has finished sending.
  @usableFromInline func nextRequest<Request: WireMessage>(
    _: Request.Type
  ) async throws -> Request? {
    try await call.onLoop { [self] in
      while true {
        switch try call.arrival() {
        case .message: return try take(Request.self)
        case .end: return nil
        case .nothing: await call.waitForChange()
        }
      }
    }
  }

  /// Sends a response from another thread than the loop's.
  @usableFromInline func sendFromElsewhere<Response: WireMessage>(
    _ response: Response
  ) async throws {
    try await call.onLoop { [call] in
      if try unsafe !call.send({ unsafe response.pack(into: $0) }) { try await call.waitForRoom() }
    }
  }
}
