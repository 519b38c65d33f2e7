internal import PayLytRPC

/// Keeps a number of connections of one kind open: connects, prepares, and reconnects after growing
/// pauses.
///
/// `@unchecked Sendable`: confined to its loop.
final class ConnectionSet: @unchecked Sendable {
  /// What a connection of this set is for; the raw value is what the log says.
  enum Role: String {
    case reader, writer, snapshot, listener
  }

  private struct Slot {
    var connection: Connection?
    var pause: ReconnectPause
    var retry: TimerID?
  }

  let role: Role
  private let loop: EventLoop
  private let configuration: DatabaseConfiguration
  private let statements: [StatementDefinition]
  private let buffer: ParameterBuffer
  private let connectors = BlockingPool()
  private let cancellers: BlockingPool
  private var slots: [Slot]
  private var isClosed = false
  private var graceTimer: TimerID?
  /// Whether one was ready once: before that, what takes its time is not away.
  private var wasReady = false
  /// What was reported last of there being none.
  private var isSaidToBe = Absence.none

  private enum Absence { case none, notReady, outage }

  /// No connection is ready, and has not been for longer than the outage grace: callers should not
  /// wait for one.
  private(set) var isOut = false
  /// Why the last attempt failed, while no connection is ready.
  private(set) var lastFailure: DatabaseError?

  /// Called when a connection became ready for work.
  var onReady: ((Connection) -> Void)?
  /// Called when the grace of an outage is over, or an attempt showed wrong statements.
  var onOutage: ((DatabaseError) -> Void)?

  init(
    _ role: Role, count: Int, on loop: EventLoop, _ configuration: DatabaseConfiguration,
    statements: [StatementDefinition], buffer: ParameterBuffer, cancellers: BlockingPool
  ) {
    precondition((1...DatabaseLimits.connectionsMax).contains(count), "\(count) connections")
    self.role = role
    self.loop = loop
    self.configuration = configuration
    self.statements = statements
    self.buffer = buffer
    self.cancellers = cancellers
    let pause = ReconnectPause(
      minimum: configuration.reconnectPauseMin, maximum: configuration.reconnectPauseMax)
    slots = [Slot](repeating: Slot(pause: pause), count: count)
  }

  var ready: some Sequence<Connection> { slots.lazy.compactMap(\.connection) }

  var hasReady: Bool { slots.contains { $0.connection != nil } }

  func start() {
    noteOutage()
    for index in slots.indices { connect(index) }
  }

  func close() {
    isClosed = true
    isOut = true
    for index in slots.indices {
      if let retry = slots[index].retry { loop.cancel(retry) }
      slots[index].connection?.close()
      slots[index].connection = nil
    }
    if let graceTimer { loop.cancel(graceTimer) }
  }

  // MARK: One slot

  private func connect(_ index: Int) {
    let conninfo = configuration.conninfo
    let name = configuration.applicationName
    loop.spawn { [self, connectors] in
      do {
        let opened = try await connectors.run {
          SessionHandle.open(conninfo: conninfo, applicationName: name)
        }
        switch opened {
        case .success(let session): setUp(session, index)
        case .failure(let failure): pause(index, .unavailable, failure.reason)
        }
      } catch {
        pause(index, .unavailable, "no thread to connect with")
      }
    }
  }

  private func setUp(_ session: SessionHandle, _ index: Int) {
    guard !isClosed else { return }
    let reason = session.message
    guard
      let connection = Connection(session, on: loop, buffer: buffer, cancellers: cancellers)
    else { return pause(index, .unavailable, reason) }
    let timeout = loop.schedule(after: .milliseconds(DatabaseLimits.setupMillisecondsMax)) {
      connection.lose()
    }
    connection.send(
      SetupBatch(settings: settings, statements: statements) { [self] result in
        loop.cancel(timeout)
        switch result {
        case .success: adopt(connection, index)
        case .failure(let error):
          connection.close()
          pause(index, error, error.debugDescription)
        }
      })
  }

  private func adopt(_ connection: Connection, _ index: Int) {
    guard !isClosed else { return connection.close() }
    connection.onLost = { [unowned self] in lost(index) }
    slots[index].connection = connection
    slots[index].pause.reset()
    let absence = isSaidToBe
    isSaidToBe = .none
    wasReady = true
    isOut = false
    lastFailure = nil
    if let graceTimer { loop.cancel(graceTimer) }
    graceTimer = nil
    configuration.report(.connected(role: role.rawValue))
    switch absence {
    case .none: break
    case .notReady: configuration.report(.ready(role: role.rawValue))
    case .outage: configuration.report(.recovered(role: role.rawValue))
    }
    onReady?(connection)
  }

  private func lost(_ index: Int) {
    slots[index].connection = nil
    noteOutage()
    configuration.report(.connectionLost(role: role.rawValue))
    retry(index, after: slots[index].pause.next(jitter: .random(in: 0..<1)))
  }

  private func pause(_ index: Int, _ error: DatabaseError, _ reason: String) {
    guard !isClosed else { return }
    lastFailure = error
    let pause = slots[index].pause.next(jitter: .random(in: 0..<1))
    configuration.report(
      .connectFailed(role: role.rawValue, reason: reason, retryAfter: pause))
    if case .invalidStatement = error, !hasReady { declareOutage(error) }
    if isSaidToBe == .notReady { report() }
    retry(index, after: pause)
  }

  private func retry(_ index: Int, after pause: Duration) {
    slots[index].retry = loop.schedule(after: pause) { [weak self] in self?.connect(index) }
  }

  // MARK: Outage

  private func noteOutage() {
    guard !hasReady, !isOut, graceTimer == nil else { return }
    graceTimer = loop.schedule(after: configuration.outageGrace) { [weak self] in
      guard let self else { return }
      graceTimer = nil
      if !hasReady { declareOutage(lastFailure ?? .unavailable) }
    }
  }

  private func declareOutage(_ error: DatabaseError) {
    isOut = true
    report()
    onOutage?(error)
  }

  /// Says that there is none, once in each of the two words for it.
  private func report() {
    let absence = wasReady || lastFailure != nil ? Absence.outage : .notReady
    guard absence != isSaidToBe else { return }
    isSaidToBe = absence
    configuration.report(
      absence == .outage ? .outage(role: role.rawValue) : .notReady(role: role.rawValue))
  }

  /// Rows are looked up by key, for one command or for hundreds, in tables that may have been empty
  /// when a statement was planned. So plans are those that stay right while tables grow: through
  /// indexes, row by row. Without an index to go by, a table is still read as a whole.
  private static let plansByKey = """
    set_config('enable_seqscan', 'off', false), set_config('enable_hashjoin', 'off', false),
    set_config('enable_mergejoin', 'off', false), set_config('enable_material', 'off', false),
    """

  /// What writers run never depends on its values: planned once.
  private static let plansOnce = "set_config('plan_cache_mode', 'force_generic_plan', false),"

  /// What every session of this role runs first. Milliseconds are whole and ours, so the text needs
  /// no quoting. A commit must be durable before it is answered, whatever the cluster's default.
  private var settings: String {
    let timeout = configuration.statementTimeout.milliseconds
    return """
      SELECT set_config('statement_timeout', '\(timeout)', false),
        set_config('idle_in_transaction_session_timeout', '\(2 * timeout)', false),
        set_config('default_transaction_read_only', '\(role == .writer ? "off" : "on")', false),
        set_config('TimeZone', 'UTC', false), set_config('jit', 'off', false),
        \(Self.plansByKey)
        \(role == .writer ? Self.plansOnce : "")
        CASE WHEN current_setting('synchronous_commit') = 'off'
          THEN set_config('synchronous_commit', 'on', false) END
      """
  }
}

extension Duration {
  /// Whole milliseconds, rounded up: a timeout of less than one must not become 0, which is none.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    guard !overflow else { return seconds < 0 ? .min : Int64(Int32.max) }
    return min(product + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000, 2_147_483_647)
  }
}
