/// One call as its caller sees it, made as several attempts at once.
///
/// `@unchecked Sendable`: confined to the channel's loop; the caller's entry points move there.
final class HedgedCall: @unchecked Sendable {
  private let loop: EventLoop
  private let channel: ChannelCore
  private let policy: HedgingPolicy
  private let makeAttempt: @Sendable (Int) throws(RPCError) -> ClientCall
  private var attempts: [ClientCall] = []
  /// Attempts that have not ended.
  private var running = 0
  private var timer: TimerID?
  /// No more attempts: the server said so, or enough calls fail already.
  private var isSpent = false
  private var result: Result<ClientCall, RPCError>?
  private var waiting = WaitList()

  /// - Parameter makeAttempt: makes the call once more; is told how many were made before.
  init(
    _ channel: ChannelCore, _ policy: HedgingPolicy,
    makeAttempt: @escaping @Sendable (Int) throws(RPCError) -> ClientCall
  ) {
    self.channel = channel
    self.policy = policy
    self.makeAttempt = makeAttempt
    loop = channel.loop
  }

  /// Makes the attempts.
  ///
  /// - Returns: the one that counts: it has succeeded, or its failure is the caller's to see.
  func run() async throws(RPCError) -> ClientCall {
    let result = await withTaskExecutorPreference(loop) {
      () async -> Result<ClientCall, RPCError> in
      self.next()
      while true {
        if let result = self.result { return result }
        await withTaskCancellationHandler {
          await unsafe withUnsafeContinuation { unsafe self.waiting.append($0) }
        } onCancel: {
          self.loop.execute { self.cancel() }
        }
      }
    }
    return try result.get()
  }

  private func cancel() {
    let error = RPCError(.cancelled, "The call was cancelled.")
    end(.failure(error))
  }

  /// Makes the next attempt, and sees to the one after it.
  private func next() {
    stopTimer()
    guard result == nil, !isSpent else { return }
    guard attempts.count < min(policy.attemptsMax, Limits.attemptsMax) else { return }
    guard attempts.isEmpty || channel.allowsHedge else {
      isSpent = true
      return
    }
    do throws(RPCError) {
      let attempt = try makeAttempt(attempts.count)
      attempts.append(attempt)
      running += 1
      attempt.onDecided = { [weak self] in self?.ended(attempt) }
      attempt.start()
    } catch {
      return end(.failure(error))
    }
    guard result == nil else { return }
    schedule(after: policy.delay)
  }

  private func schedule(after delay: Duration) {
    guard timer == nil else { return }
    timer = loop.schedule(after: delay) { [weak self] in
      self?.timer = nil
      self?.next()
    }
  }

  private func stopTimer() {
    if let timer { loop.cancel(timer) }
    timer = nil
  }

  private func ended(_ attempt: ClientCall) {
    running -= 1
    guard result == nil else { return }
    guard let failure = attempt.failure else { return end(.success(attempt)) }
    guard policy.nonFatalCodes.contains(failure.code) else { return end(.success(attempt)) }
    switch attempt.pushback {
    case .never: isSpent = true
    case .after(let delay):
      stopTimer()
      if channel.allowsRetry() { schedule(after: delay) } else { isSpent = true }
    case .unsaid:
      if channel.allowsRetry() { next() } else { isSpent = true }
    }
    if isSpent { stopTimer() }
    // The last one to fail is the one that the caller sees.
    if running == 0, timer == nil, result == nil { end(.success(attempt)) }
  }

  private func end(_ outcome: Result<ClientCall, RPCError>) {
    guard result == nil else { return }
    result = outcome
    stopTimer()
    var winner: ClientCall?
    if case .success(let call) = outcome { winner = call }
    for attempt in attempts {
      attempt.onDecided = nil
      if attempt !== winner { attempt.fail(RPCError(.cancelled, "Another attempt has won.")) }
    }
    if let winner { winner.report() } else { channel.callEnded(isSuccess: false) }
    waiting.wakeAll()
  }
}
