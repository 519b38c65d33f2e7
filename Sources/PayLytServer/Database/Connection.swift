internal import PayLytRPC

/// One PostgreSQL session in pipeline mode, on the epoll set of its loop.
///
/// It sends batches and hands each result to the batch that it belongs to; it knows neither reads
/// nor transactions. Once lost it stays lost: its owner opens another one.
///
/// `@unchecked Sendable`: confined to its loop, which `watch` and every send check.
final class Connection: @unchecked Sendable {
  private let loop: EventLoop
  private let buffer: ParameterBuffer
  private let cancellers: BlockingPool
  private var session: SessionHandle?
  private let cancelKey: CancelKey?
  private var watch: EventLoop.Watch?
  private var wantsWrite = false

  private var batches = FIFO<any PipelineBatch>()
  /// The command of the first batch that answers next, and whether its result arrived.
  private var headIndex = 0
  private var headHasAnswered = false
  /// Batches that wait until a cancel request is through, which could hit them by mistake.
  private var held: [any PipelineBatch] = []

  /// Since when the first batch is under way, in loop nanoseconds; nil when none is.
  private(set) var busySince: UInt64?

  /// Commands sent or held whose batch has not ended.
  private(set) var commandsInFlight = 0
  /// A cancel request is on its way; until it is through, batches are held back.
  private(set) var isCancelling = false
  /// A cancel request was made since the pipeline was empty, so it may have hit any command.
  private(set) var hasCancelled = false
  /// Since when the command at the head runs although nobody waits for it, in loop nanoseconds.
  private var givenUpSince: UInt64?
  private var pursuit: TimerID?

  /// Called once, when the session ends other than by `close`.
  var onLost: (() -> Void)?
  var onNotification: ((_ channel: String, _ payload: String) -> Void)?

  /// Takes over an open session and makes it non-blocking, pipelined and watched.
  init?(
    _ session: SessionHandle, on loop: EventLoop, buffer: ParameterBuffer, cancellers: BlockingPool
  ) {
    self.loop = loop
    self.buffer = buffer
    self.cancellers = cancellers
    self.session = session
    cancelKey = session.cancelKey()
    guard session.enterPipelineMode(), cancelKey != nil else { return nil }
    do {
      watch = try loop.watch(session.descriptor, for: .read) { [unowned self] _ in ready() }
    } catch {
      return nil
    }
  }

  var isLost: Bool { session == nil }

  /// No transaction is open and nothing is under way.
  var isIdle: Bool {
    guard let session, batches.isEmpty, held.isEmpty else { return false }
    return session.isIdle
  }

  /// Ends the session. Batches under way are told that it was lost; `onLost` is not called.
  func close() {
    onLost = nil
    lose()
  }

  // MARK: Sending

  /// Sends the commands of `batch` and its sync, in one write unless the kernel's buffer is full.
  func send(_ batch: any PipelineBatch) {
    loop.preconditionOnLoop()
    guard !isLost else { return batch.lost(wasSent: false) }
    commandsInFlight += batch.commandCount
    guard !isCancelling else { return held.append(batch) }
    put(batch)
  }

  private func put(_ batch: any PipelineBatch) {
    guard let session else { return batch.lost(wasSent: false) }
    if batches.isEmpty { busySince = loop.now }
    batches.append(batch)
    for index in 0..<batch.commandCount {
      guard session.send(batch.command(at: index), buffer) else { return lose() }
    }
    guard session.sync() else { return lose() }
    flush()
  }

  private func flush() {
    guard let session, let watch else { return }
    let flushed = session.flush()
    guard flushed != .failed else { return lose() }
    guard wantsWrite != (flushed == .partly) else { return }
    wantsWrite = flushed == .partly
    loop.update(watch, for: wantsWrite ? [.read, .write] : .read)
  }

  // MARK: Receiving

  private func ready() {
    guard let session else { return }
    // What arrived before the session ended is still read: it may hold a COMMIT's result.
    let hasInput = session.consumeInput()
    receiveResults()
    guard !isLost else { return }
    guard hasInput else { return lose() }
    receiveNotifications(session)
    flush()
  }

  private func receiveResults() {
    while let session, let batch = batches.first, !session.isBusy {
      guard let result = session.nextResult() else {
        // NULL ends a command. Without a result before it, libpq has nothing for us yet.
        guard headHasAnswered else { return session.isAlive ? () : lose() }
        headIndex += 1
        headHasAnswered = false
        givenUpSince = nil
        continue
      }
      receive(result, for: batch)
    }
  }

  private func receive(_ result: consuming ResultHandle, for batch: any PipelineBatch) {
    switch result.status {
    case .pipelineSync:
      _ = batches.popFirst()
      busySince = batches.isEmpty ? nil : loop.now
      headIndex = 0
      givenUpSince = nil
      commandsInFlight -= batch.commandCount
      if batches.isEmpty { hasCancelled = isCancelling }
      batch.synced(on: self)
    case .failed where result.isFatal || session?.isAlive != true:
      // libpq reports a lost connection as one last failed result.
      lose()
    case .succeeded, .pipelineAborted, .failed:
      // What fails at the sync itself, where NOTIFY waits for its lock, is no command's failure,
      // and what was answered is not known to be committed.
      guard headIndex < batch.commandCount else { return lose() }
      headHasAnswered = true
      batch.received(result, at: headIndex, on: self)
    }
  }

  private func receiveNotifications(_ session: SessionHandle) {
    while let (channel, payload) = session.nextNotification() {
      onNotification?(channel, payload)
    }
  }

  /// The session is over: everyone who waits hears it, and the owner opens another one.
  func lose() {
    guard let ended = session else { return }
    session = nil
    if let watch { loop.unwatch(watch) }
    watch = nil
    if let pursuit { loop.cancel(pursuit) }
    pursuit = nil
    let sent = batches.takeAll()
    let unsent = held
    held = []
    for batch in sent { batch.lost(wasSent: true) }
    for batch in unsent { batch.lost(wasSent: false) }
    onLost?()
    onLost = nil
    withExtendedLifetime(ended) {}
  }

  // MARK: Cancelling

  /// Cancels the command at the head as long as nobody waits for it, now and while batches with
  /// commands that were given up are under way. A command that ignores that costs the connection.
  func pursueGivenUp() {
    guard !isLost, pursuit == nil else { return }
    guard batches.contains(where: { $0.hasGivenUp }) else { return }
    if let batch = batches.first, !headHasAnswered, headIndex < batch.commandCount,
      batch.isGivenUp(at: headIndex)
    {
      let since = givenUpSince ?? loop.now
      givenUpSince = since
      let bound = UInt64(DatabaseLimits.cancelMillisecondsMax) * 1_000_000
      guard loop.now &- since < bound else { return lose() }
      requestCancel()
    }
    pursuit = loop.schedule(after: .milliseconds(DatabaseLimits.abandonedCheckMilliseconds)) {
      [weak self] in
      self?.pursuit = nil
      self?.pursueGivenUp()
    }
  }

  private func requestCancel() {
    guard !isCancelling, let cancelKey else { return }
    isCancelling = true
    hasCancelled = true
    loop.spawn { [self, cancellers] in
      do {
        _ = try await cancellers.run { cancelKey.request() }
      } catch {
        // No thread was free: the pursuit asks again.
      }
      isCancelling = false
      let batches = held
      held = []
      for batch in batches { put(batch) }
    }
  }
}
