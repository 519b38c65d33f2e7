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
  var state: State
  var attempts: Int32
  var nextAttemptAt: Timestamp
  /// What came of it, for people.
  var note: String
  let receivedAt: Timestamp

  /// Tried again, as if for the first time.
  ///
  /// - Returns: whether it had failed for good.
  mutating func replay(at now: Timestamp) -> Bool {
    guard state == .failed else { return false }
    (state, attempts, nextAttemptAt) = (.waiting, 0, now)
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
}
