/// One connection to a server, from the first packet to its end.
///
/// `@unchecked Sendable`: confined to the channel's loop.
final class ClientConnection: @unchecked Sendable {
  let connection: Connection
  private var isRetired = false
  private let onChange: (ClientConnection, Change) -> Void
  private var isEstablished = false
  private var isDraining = false
  private var closeReason: String?
  private var waiting = WaitList()
  private let keepalive: Keepalive
  private let keepsIdleAlive: Bool
  private var clock: KeepaliveClock
  private var timer: TimerID?

  enum Change {
    /// The server takes no new calls; those under way go on.
    case draining(isTooManyPings: Bool)
    case closed
  }

  private init(
    connection: Connection, configuration: ChannelConfiguration,
    onChange: @escaping (ClientConnection, Change) -> Void
  ) {
    self.connection = connection
    self.onChange = onChange
    keepalive = configuration.keepalive
    keepsIdleAlive = configuration.keepsIdleAlive
    clock = KeepaliveClock(configuration.keepalive)
    unsafe connection.owner = self
    unsafe connection.session.owner = self
  }

  /// Connects to one address and waits for the server's first SETTINGS.
  ///
  /// - Throws: the reason, in words for the caller.
  static func open(
    _ address: SocketAddress, host: String, loop: EventLoop, buffers: ConnectionBuffers,
    configuration: ChannelConfiguration, timer: ConnectTimer,
    onChange: @escaping (ClientConnection, Change) -> Void
  ) async throws -> ClientConnection {
    try timer.check()
    let socket = try Socket.connect(to: address)
    try await timer.waitUntilWritable(socket.number)
    if let failure = socket.connectFailure() { throw failure }
    let tls = try configuration.tls.map { (context) throws(TLSError) in
      try TLSSession(context, serverName: configuration.serverName ?? host)
    }
    let session = try HTTP2Session(
      role: .client, settings: configuration.http2, memory: buffers.memory)
    let client = ClientConnection(
      connection: Connection(
        loop: loop, buffers: buffers, socket: socket, tls: tls, session: session,
        peer: address.description), configuration: configuration, onChange: onChange)
    timer.onEnd = { client.connection.close("the server did not answer in time") }
    do {
      try client.connection.start()
    } catch {
      client.connection.close("\(error)")
      throw error
    }
    while true {
      // Both may be known at once: what the server says first may be that it ends.
      if let reason = client.closeReason { throw ConnectError(description: reason) }
      if client.isEstablished { return client }
      await unsafe withUnsafeContinuation { unsafe client.waiting.append($0) }
    }
  }

  /// The server has not said yet that it takes no new calls.
  var takesCalls: Bool { !isDraining && !connection.isClosed }

  /// Takes no calls any more, and closes when those under way have ended.
  func retire() {
    isRetired = true
    if connection.session.streams.isEmpty { connection.close("the address is gone") }
  }

  func open(_ stream: HTTP2Stream, _ head: HeaderFields) throws(HTTP2Error) {
    try connection.session.open(stream, head)
    connection.session.counts.streamStartedAt = connection.loop.now
    if connection.session.isExhausted { drain() }
    connection.scheduleFlush()
    scheduleCheck()
  }

  /// The next call finds another connection; this one ends with its last call.
  private func drain() {
    connection.session.goAway()
    isDraining = true
    onChange(self, .draining(isTooManyPings: false))
  }

  // MARK: Keepalive

  private var isWatched: Bool { keepsIdleAlive || !connection.session.streams.isEmpty }

  private func scheduleCheck() {
    guard timer == nil, let time = keepalive.time, !connection.isClosed, isWatched else { return }
    let interval = max(min(time, keepalive.timeout) / 4, Limits.sweepIntervalMin)
    timer = connection.loop.schedule(after: interval) { [weak self] in self?.check() }
  }

  private func check() {
    timer = nil
    guard !connection.isClosed else { return }
    guard isWatched else { return clock.reset() }
    switch clock.check(now: connection.loop.now, heardAt: connection.heardAt) {
    case .wait: break
    case .ping:
      connection.session.ping(1)
      connection.session.counts.keepalivesSent += 1
      connection.scheduleFlush()
    case .giveUp: return connection.close("the server does not answer")
    }
    scheduleCheck()
  }

  func close(_ reason: String) { connection.close(reason) }
}

extension ClientConnection: HTTP2SessionOwner {
  /// A server cannot open streams: push is off.
  func streamOpened(now: UInt64) -> StreamAdmission { .refuse(.refusedStream) }
  func route(for path: UnsafeRawBufferPointer) -> Int? { nil }

  func settingsReceived() {
    isEstablished = true
    waiting.wakeAll()
    scheduleCheck()
  }

  func goAwayReceived(lastStream: Int32, code: HTTP2ErrorCode, isTooManyPings: Bool) {
    // nghttp2 closes the streams after `lastStream` as refused: they may be tried elsewhere.
    isDraining = true
    onChange(self, .draining(isTooManyPings: isTooManyPings))
  }

  func pingReceived(hasSent: Bool) -> Bool { true }

  func pingAcknowledged(_ number: UInt64) {}

  func streamGone(_ stream: inout HTTP2Stream?) {}

  func lastStreamClosed() {
    if isRetired { connection.close("the address is gone") } else { connection.scheduleFlush() }
  }
}

extension ClientConnection: ConnectionOwner {
  func bytesTaken() {}

  func connectionClosed(_ connection: Connection, reason: String) {
    closeReason = reason
    if let timer { connection.loop.cancel(timer) }
    timer = nil
    waiting.wakeAll()
    onChange(self, .closed)
  }
}

/// Why there is no connection.
struct ConnectError: Error, CustomStringConvertible {
  let description: String
}
