/// What a provider told us, kept as it came until it is applied.
struct InboundEvent: Hashable, Sendable {
  /// Raw values are stored.
  enum State: Int16, Sendable, CaseIterable {
    /// Next: applied, ignored, failed.
    case waiting = 1
    /// Final.
    case applied = 2
    /// Final: it is about nothing of ours, or nothing that we act on.
    case ignored = 3
    /// Final until replayed: it could not be applied.
    case failed = 4
  }

  let id: UUID
  let provider: String
  /// The provider's own id: the same event delivered twice is one row.
  let eventID: String
  let type: String
  /// The bytes as they came, signature already checked.
  let body: [UInt8]
  private(set) var state: State
  /// All of them.
  private(set) var attempts: Int32
  /// Those of them that the provider did not answer.
  private(set) var unanswered: Int32
  private(set) var nextAttemptAt: Timestamp
  /// What came of it, for people.
  private(set) var note: String
  let receivedAt: Timestamp

  /// Tried again, as if for the first time.
  ///
  /// - Returns: whether it had failed for good.
  mutating func replay(at now: Timestamp) -> Bool {
    guard state == .failed else { return false }
    (state, attempts, unanswered, nextAttemptAt) = (.waiting, 0, 0, now)
    return true
  }

  /// - Returns: whether it had failed for good.
  mutating func discard() -> Bool {
    guard state == .failed else { return false }
    finish(.ignored, "discarded: " + note)
    return true
  }

  mutating func finish(_ state: State, _ note: String) {
    self.state = state
    self.note = note
  }

  /// It could not be applied.
  mutating func postpone(_ note: String, at now: Timestamp) {
    attempts += 1
    wait(after: attempts - unanswered, of: WebhookLimits.attemptsMax, note, at: now)
  }

  /// The provider did not answer.
  mutating func postponeUnanswered(at now: Timestamp) {
    attempts += 1
    unanswered += 1
    wait(
      after: unanswered, of: WebhookLimits.unansweredMax, "the provider did not answer", at: now)
  }

  /// A sandbox has it come later.
  mutating func delay(milliseconds: Int64, at now: Timestamp) {
    attempts += 1
    note = "the sandbox delays it"
    nextAttemptAt = now.adding(milliseconds: milliseconds)
  }

  /// Twice as long each time, until it is given up.
  private mutating func wait(
    after failures: Int32, of most: Int32, _ note: String, at now: Timestamp
  ) {
    guard failures < most else { return finish(.failed, note) }
    self.note = note
    nextAttemptAt = now.adding(
      seconds: min(1 << Int64(failures), WebhookLimits.pauseSecondsMax))
  }
}
