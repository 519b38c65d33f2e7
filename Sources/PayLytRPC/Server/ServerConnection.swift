/// One client's connection: opens its calls, watches its manners, and drains it at the end.
///
/// `@unchecked Sendable`: confined to the server's loop.
@safe final class ServerConnection: @unchecked Sendable {
  let connection: Connection
  let pool: CallPool
  /// What it has together with the others of its address.
  let share: AddressShare
  /// `pool`, for the steps of a call, which do not count their references to it.
  private let lentPool: Unmanaged<CallPool>
  /// Told why the connection is closed.
  private let onClose: (ServerConnection, String) -> Void
  /// When the client must have sent its first SETTINGS, on the loop's clock.
  private var establishBy: UInt64?
  private(set) var handlersRunning = 0
  /// Bytes of requests that the connection's calls hold.
  private var heldBytes = 0
  private var isDraining = false
  private var keepalive: KeepaliveClock
  private var lifetime: LifetimeClock
  private var pings: PingGuard
  private var openings: RateLimit

  init(
    connection: Connection, pool: CallPool, share: AddressShare,
    onClose: @escaping (ServerConnection, String) -> Void
  ) {
    self.connection = connection
    self.pool = pool
    self.share = share
    unsafe lentPool = Unmanaged.passUnretained(pool)
    self.onClose = onClose
    let configuration = pool.configuration
    let now = connection.loop.now
    establishBy = now &+ configuration.handshakeTimeout.wholeNanoseconds
    keepalive = KeepaliveClock(configuration.keepalive)
    lifetime = LifetimeClock(
      configuration.lifetime, now: now, spread: Double.random(in: -1...1))
    pings = PingGuard(configuration.pings)
    openings = RateLimit(perSecondMax: configuration.streamsPerSecondMax)
    unsafe connection.owner = self
    unsafe connection.session.owner = self
  }

  private var configuration: ServerConfiguration {
    _read { yield pool.configuration }
  }

  var peer: String { connection.peer }
  /// Who calls; known when the first call begins.
  private lazy var knownCaller = Peer(address: connection.peer, identity: connection.identity)
  /// `knownCaller`, for the steps of a call, which do not count their references to it.
  private(set) lazy var caller = unsafe Unmanaged.passUnretained(knownCaller)
  var isClosed: Bool { connection.isClosed }

  func scheduleFlush() { connection.scheduleFlush() }

  func handlerStarted() {
    handlersRunning += 1
    pool.handlerStarted()
  }

  func handlerEnded() {
    handlersRunning -= 1
    pool.handlerEnded()
  }

  /// Counts the bytes that a call holds more or less than before.
  ///
  /// - Returns: whether all calls together are within bounds.
  func hold(_ change: Int) -> Bool {
    heldBytes += change
    share.heldBytes += change
    let isWithinLoop = pool.hold(change)
    return isWithinLoop && heldBytes <= configuration.heldBytesMax
      && share.heldBytes <= configuration.addressHeldBytesMax
  }

  func callClosed() {
    share.callsOpen -= 1
    pool.callClosed()
  }

  /// Whether another call may be opened.
  private var takesCalls: Bool {
    // Calls that were reset leave their handlers running for a while: they count, or a client
    // that opens and resets would have any number of them (CVE-2023-44487).
    handlersRunning < 2 * configuration.http2.concurrentStreamsMax
      && share.callsOpen < configuration.addressCallsMax && pool.takesCalls
  }

  /// Closes a client that dawdles or is gone, and drains one that has been here for long enough.
  ///
  /// - Parameter isFull: whether the server takes no further connections.
  func check(now: UInt64, isFull: Bool) {
    closeIfStalled(now: now)
    guard !connection.isClosed, establishBy == nil else { return }
    switch keepalive.check(now: now, heardAt: connection.heardAt) {
    case .wait: break
    case .ping:
      connection.session.ping(Self.keepaliveNumber)
      connection.session.counts.keepalivesSent += 1
      connection.scheduleFlush()
    case .giveUp: return connection.close("the peer does not answer")
    }
    switch lifetime.check(now: now, hasCalls: hasCalls, isFull: isFull) {
    case .wait: break
    case .drain:
      drain()
      // Nobody waits for a client that has nothing under way and does not answer the end's ping.
      if !hasCalls { keepalive.asked(at: now) }
    case .close: connection.close("the connection is too old")
    }
  }

  private var hasCalls: Bool { !connection.session.streams.isEmpty }

  private static let keepaliveNumber: UInt64 = 1
  private static let drainNumber: UInt64 = 2

  /// Closes a client that dawdles over its handshake or a header block.
  private func closeIfStalled(now: UInt64) {
    let patience = configuration.handshakeTimeout.wholeNanoseconds
    if let establishBy, now >= establishBy {
      connection.close("the handshake took too long")
    } else if let start = connection.session.headerBlockStart, now &- start >= patience {
      connection.close("a header block took too long")
    }
  }

  /// The graceful end: no new calls, the running ones finish (RFC 9113 §6.8).
  func drain() {
    guard !isDraining else { return }
    isDraining = true
    guard establishBy == nil else {
      connection.close("the server ends")
      return
    }
    connection.session.announceShutdown()
    connection.session.ping(Self.drainNumber)
    connection.scheduleFlush()
  }

  func close(_ reason: String) { connection.close(reason) }
}

extension ServerConnection: HTTP2SessionOwner {
  func streamOpened(now: UInt64) -> StreamAdmission {
    guard openings.accepts(now: now) else {
      return .refuse(.enhanceYourCalm)
    }
    guard takesCalls else { return .refuse(.refusedStream) }
    share.callsOpen += 1
    return .open(unsafe lentPool._withUnsafeGuaranteedRef { $0.open(on: self) })
  }

  func route(for path: UnsafeRawBufferPointer) -> Int? { unsafe pool.router.number(ofPath: path) }

  func streamGone(_ stream: inout HTTP2Stream?) {
    guard isKnownUniquelyReferenced(&stream), let call = stream.take() as? ServerCall else {
      return
    }
    pool.keep(consume call)
  }

  func settingsReceived() { establishBy = nil }

  func goAwayReceived(lastStream: Int32, code: HTTP2ErrorCode, isTooManyPings: Bool) {}

  func pingReceived(hasSent: Bool) -> Bool {
    pings.accepts(now: connection.loop.now, hasCalls: hasCalls, hasSent: hasSent)
  }

  func pingAcknowledged(_ number: UInt64) {
    // Every stream that was under way when the client learnt of the end is here by now.
    guard number == Self.drainNumber else { return }
    connection.session.goAway()
    connection.scheduleFlush()
  }

  func lastStreamClosed() { lifetime.callChanged(now: connection.loop.now) }
}

extension ServerConnection: ConnectionOwner {
  func bytesTaken() { pool.runners.run() }

  func connectionClosed(_ connection: Connection, reason: String) {
    onClose(self, reason)
  }
}
