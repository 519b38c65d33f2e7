import TestAPI

@testable import PayLytRPC

/// One side of an HTTP/2 connection without I/O: the input is what the other side sends.
enum SessionTarget {
  static func run(_ bytes: [UInt8], role: HTTP2Session.Role) {
    let owner = FuzzOwner()
    guard let session = try? HTTP2Session(role: role, settings: HTTP2Settings()) else { return }
    unsafe session.owner = owner
    // The session does not keep its owner alive.
    defer { withExtendedLifetime(owner) { session.abandon("the input is over") } }
    if role == .client { for _ in 0..<3 { owner.open(on: session) } }
    let output = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Limits.writeBufferBytes, alignment: 16)
    defer { unsafe output.deallocate() }
    // In a few pieces, because frames come in pieces.
    let pieceBytes = max(bytes.count / 3, 1)
    var start = 0
    var now: UInt64 = 1
    while start < bytes.count {
      let piece = bytes[start..<min(start + pieceBytes, bytes.count)]
      start += pieceBytes
      now += 1_000_000
      do throws(HTTP2Error) {
        try unsafe piece.withUnsafeBufferPointer { (bytes) throws(HTTP2Error) in
          try unsafe session.receive(UnsafeRawBufferPointer(bytes), now: now)
        }
      } catch {
        precondition(!error.reason.isEmpty, "a connection ends without a reason")
        _ = try? unsafe session.collectOutput(into: output)
        return
      }
      owner.answer()
      for _ in 0..<64 {
        guard let count = try? unsafe session.collectOutput(into: output), count > 0 else { break }
      }
      if session.isFinished { return }
    }
  }
}

/// Takes every stream and answers what is a call.
private final class FuzzOwner: HTTP2SessionOwner {
  private var calls: [FuzzCall] = []

  func open(on session: HTTP2Session) {
    var head = HeaderFields()
    for (name, value) in [
      (":method", "POST"), (":scheme", "http"), (":path", "/fuzz"), (":authority", "fuzz"),
    ] {
      head.append(name: name, value: value)
    }
    let call = FuzzCall(isClient: true)
    call.ending = .endOfStream
    calls.append(call)
    try? session.open(call, head)
  }

  func streamOpened(now: UInt64) -> StreamAdmission {
    guard calls.count < 1000 else { return .refuse(.refusedStream) }
    let call = FuzzCall(isClient: false)
    calls.append(call)
    return .open(call)
  }

  func answer() { for call in calls { call.answer() } }

  func route(for path: UnsafeRawBufferPointer) -> Int? { path.count % 2 == 0 ? 0 : nil }
  func settingsReceived() {}
  func goAwayReceived(lastStream: Int32, code: HTTP2ErrorCode, isTooManyPings: Bool) {}
  func pingReceived(hasSent: Bool) -> Bool { true }
  func pingAcknowledged(_ number: UInt64) {}
  func streamGone(_ stream: inout HTTP2Stream?) {}
  func lastStreamClosed() {}
}

/// A call as both machines see it.
private final class FuzzCall: HTTP2Stream, @unchecked Sendable {
  private var server = ServerStream(messageBytesMax: 1 << 16)
  private var client = ClientStream(messageBytesMax: 1 << 16)
  private let isClient: Bool
  private var isAnswered = false
  private var wantsAnswer = false

  init(isClient: Bool) { self.isClient = isClient }

  override func headersReceived(endOfStream: Bool) {
    guard !isClient else {
      return client.receiveBlock(received, isTooLarge: receivedTooLarge, endOfStream: endOfStream)
    }
    guard server.state == .idle else { return endOfStream ? endReceived() : () }
    do throws(RequestHead.Refusal) {
      perform(
        server.receiveHead(
          try RequestHead(received), kind: route == nil ? nil : .bidirectional, path: "",
          endOfStream: endOfStream))
    } catch {
      perform(server.receiveHead(refused: error))
    }
  }

  override func dataReceived(_ bytes: UnsafeRawBufferPointer) {
    if isClient {
      unsafe client.receiveData(bytes)
      session?.consume(self, client.outcome == .pending ? client.takeCredit() : bytes.count)
    } else {
      perform(unsafe server.receiveData(bytes))
      session?.consume(self, server.isOpen ? server.takeCredit() : bytes.count)
    }
  }

  override func endReceived() {
    if isClient { client.receiveEnd() } else { perform(server.receiveEnd()) }
  }

  override func closed(_ reason: HTTP2CloseReason) {
    if isClient { client.close(reason) } else { perform(server.receiveReset()) }
  }

  private func perform(_ action: ServerStream.Action) {
    switch action {
    case .none, .cancel: break
    case .start, .wakeReader: wantsAnswer = true
    case .refuse(let error), .refuseHTTP(_, let error): finish(error)
    }
  }

  /// Echoes the messages that are there.
  func answer() {
    while isClient, client.hasMessage { session?.consume(self, client.dropMessage()) }
    guard !isClient, wantsAnswer, !isAnswered, let session else { return }
    while server.hasMessage {
      let message = unsafe server.withMessage { bytes in
        try? unsafe Everything(wireBytes: bytes)
      }
      if let message { try? MessageFramer.append(message, to: &output, bytesMax: 1 << 16) }
      session.consume(self, server.dropMessage())
    }
    if server.isRequestOver, server.handlerEnded() { finish(nil) }
  }

  private func finish(_ error: RPCError?) {
    guard !isAnswered, let session else { return }
    isAnswered = true
    guard error == nil else {
      var head = HeaderFields()
      head.append(name: ":status", value: "200")
      head.appendStatus(error, trailing: Metadata())
      return session.respondOnly(self, head)
    }
    ending = .plainTrailers
    session.respond(self, .plainWithEncodings)
  }
}
