/// One event that one user is told of.
struct Notification: Hashable, Sendable {
  let id: UUID
  let user: UUID
  let event: UUID
  let eventType: String
  let subject: String
  let kind: NotificationKind
  /// Whether it is in the list; the others are only mailed.
  let isListed: Bool
  /// Which day's e-mail tells it; nil for none.
  let digestAt: Timestamp?
  let createdAt: Timestamp
  private(set) var readAt: Timestamp?

  mutating func markRead(at now: Timestamp) {
    if readAt == nil { readAt = now }
  }
}

/// An e-mail: of one notification, of a day's, or with a code.
struct Mail: Hashable, Sendable {
  /// Raw values are stored and equal the API's.
  enum State: Int16, Sendable, CaseIterable {
    /// Next: sent, dead.
    case pending = 1
    case sent = 2
    /// Next: pending, when an admin says so.
    case dead = 3
  }

  let id: UUID
  let user: UUID
  let notification: UUID?
  let digestAt: Timestamp?
  private(set) var state: State
  private(set) var attempts: Int32
  private(set) var nextAttemptAt: Timestamp
  let lastError: String
  let createdAt: Timestamp
  /// While a server is sending it, and at most until then.
  var takenUntil: Timestamp?
  /// Of the row that says which code it tells.
  var code: UUID?

  mutating func retry(at now: Timestamp) throws(Refusal) {
    guard state != .sent else {
      throw Refusal(
        .failedPrecondition, reason: "MAIL_SENT", message: "This e-mail was sent.")
    }
    // It would be sent twice.
    if state == .pending, let takenUntil, now < takenUntil {
      throw Refusal(
        .aborted, reason: "MAIL_BEING_SENT",
        message: "This e-mail is being sent. Look at it again in a moment.")
    }
    state = .pending
    attempts = 0
    nextAttemptAt = now
  }

  /// When what failed is tried again; nil when it is given up.
  ///
  /// - Parameter attempts: how many there were, the failed one included.
  static func pauseSeconds(after attempts: Int32) -> Int64? {
    guard attempts < NotificationLimits.attemptsMax else { return nil }
    return NotificationLimits.retrySeconds << Int64(max(attempts, 1) - 1)
  }

  /// The next moment at which a day's e-mail is sent, after `now`.
  static func digest(after now: Timestamp) -> Timestamp {
    let day: Int64 = 86_400
    let second = NotificationLimits.digestSecond
    let today = (now.seconds - second) / day * day + second
    return Timestamp(microseconds: (today + (today > now.seconds ? 0 : day)) * 1_000_000)
  }
}
