internal import PayLytRPC

/// Gathers the reads of a tick and sends them together: one write and one sync per connection.
///
/// `@unchecked Sendable`: confined to its loop.
final class ReadQueue: @unchecked Sendable {
  /// Reads that go to one connection before a second one shares the work.
  private static let readsPerConnectionMin = 16
  /// How long a connection may be at one batch before it counts as another read in flight, and
  /// again after as long: most reads take less.
  private static let slowNanoseconds: UInt64 = 100_000

  private let loop: EventLoop
  private let connections: ConnectionSet
  private var waiting = FIFO<ReadOperation>()
  /// Everything not known to be finished, for the sweep of deadlines; finished ones are dropped
  /// when they are half of it.
  private var unfinished: [ReadOperation] = []
  private var unfinishedBound = 64
  private var isFlushScheduled = false
  private var sweep: (timer: TimerID, due: UInt64)?

  init(on loop: EventLoop, _ connections: ConnectionSet) {
    self.loop = loop
    self.connections = connections
    connections.onReady = { [unowned self] _ in scheduleFlush() }
    connections.onOutage = { [unowned self] error in failWaiting(error) }
  }

  /// Queues a read; it is sent at the end of this tick. The bound of the queue answers
  /// `.overloaded`.
  func submit(_ operation: ReadOperation) {
    guard !connections.isOut else {
      return operation.fail(connections.lastFailure ?? .unavailable)
    }
    guard waiting.count < DatabaseLimits.readQueueMax else { return operation.fail(.overloaded) }
    waiting.append(operation)
    track(operation)
    scheduleFlush()
  }

  /// Sends a read again that was skipped, cancelled by mistake, or lost with its connection.
  func sendAgain(_ operation: ReadOperation) {
    guard !operation.isFinished else { return }
    guard operation.attempts < DatabaseLimits.readAttemptsMax, !connections.isOut else {
      return operation.fail(.unavailable)
    }
    waiting.append(operation)
    scheduleFlush()
  }

  /// The caller gave up: it hears `error` at once, and the server is told to stop.
  func giveUp(_ operation: ReadOperation, _ error: DatabaseError) {
    guard !operation.isFinished else { return }
    operation.fail(error)
    operation.connection?.pursueGivenUp()
  }

  /// A batch was answered to its end: there is room for more.
  func batchEnded() {
    if !waiting.isEmpty { scheduleFlush() }
  }

  func failWaiting(_ error: DatabaseError) {
    for operation in waiting.takeAll() { operation.fail(error) }
  }

  // MARK: Sending

  private func scheduleFlush() {
    guard !isFlushScheduled else { return }
    isFlushScheduled = true
    loop.atEndOfTick { [self] in
      isFlushScheduled = false
      flush()
    }
  }

  private func flush() {
    let ready = Array(connections.ready)
    guard !ready.isEmpty else { return }
    let share = max(
      Self.readsPerConnectionMin, (waiting.count + ready.count - 1) / ready.count)
    let queues = ready.map { (connection: $0, wait: wait(behind: $0)) }
      .sorted { $0.wait < $1.wait }
    for (number, queue) in queues.enumerated() {
      guard !waiting.isEmpty else { return }
      // As many more as it takes until the next one is no worse.
      let lead = number + 1 < queues.count ? queues[number + 1].wait - queue.wait : 0
      let room = DatabaseLimits.readsInFlightMax - load(of: queue.connection)
      send(upTo: min(max(share, lead), room), on: queue.connection)
    }
  }

  /// How long a read would wait there, in reads. What a connection is at may be slow, and
  /// whatever is sent behind it waits for its end, however few they are.
  private func wait(behind connection: Connection) -> Int {
    let busy = connection.busySince.map { loop.now &- $0 } ?? 0
    return load(of: connection) + Int(clamping: busy / Self.slowNanoseconds)
  }

  private func load(of connection: Connection) -> Int {
    // A connection that waits for a cancel request is the last choice.
    let reads = connection.commandsInFlight
    return connection.isCancelling ? reads + DatabaseLimits.readsInFlightMax / 2 : reads
  }

  private func send(upTo count: Int, on connection: Connection) {
    var together: [ReadOperation] = []
    var sent = 0
    while sent < count, let operation = waiting.popFirst() {
      guard !operation.isFinished else { continue }
      sent += 1
      operation.attempts += 1
      operation.connection = connection
      guard operation.isAlone else {
        together.append(operation)
        continue
      }
      connection.send(ReadBatch([operation], self))
    }
    guard !together.isEmpty else { return }
    connection.send(ReadBatch(together, self))
  }

  // MARK: Deadlines

  /// One timer serves all reads: it is due at the earliest deadline it has seen, which most reads
  /// never live to.
  private func track(_ operation: ReadOperation) {
    if unfinished.count >= unfinishedBound {
      unfinished.removeAll { $0.isFinished }
      unfinishedBound = max(64, 2 * unfinished.count)
    }
    unfinished.append(operation)
    if let sweep, sweep.due <= operation.deadline { return }
    if let sweep { loop.cancel(sweep.timer) }
    scheduleSweep(at: operation.deadline)
  }

  private func scheduleSweep(at due: UInt64) {
    let delay = due > loop.now ? due - loop.now : 0
    let timer = loop.schedule(after: .nanoseconds(Int64(clamping: delay))) { [weak self] in
      self?.sweepDeadlines()
    }
    sweep = (timer, due)
  }

  private func sweepDeadlines() {
    sweep = nil
    unfinished.removeAll { $0.isFinished }
    for operation in unfinished where operation.deadline <= loop.now {
      giveUp(operation, .timeout)
    }
    unfinished.removeAll { $0.isFinished }
    if let next = unfinished.lazy.map(\.deadline).min() { scheduleSweep(at: next) }
  }
}
