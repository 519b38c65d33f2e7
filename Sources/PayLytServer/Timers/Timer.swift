/// What happens by itself when its moment comes, unless it no longer applies by then.
///
/// A timer is only a reason to look: the command behind it decides on the rows as they are, so
/// nobody has to stop a timer, and one too many does no harm. It is set in the commit that gives
/// the reason for it, and so cannot be forgotten by a crash.
struct Timer: Hashable, Sendable {
  /// Raw values are stored.
  enum Kind: Int16, Sendable, CaseIterable {
    /// An escrow was not paid in time.
    case fundingEnds = 1
    /// A delivery counts as accepted. The part is the milestone's position.
    case reviewEnds = 2
    /// Money for which nothing was delivered goes back.
    case refundDue = 3
    /// A dispute goes to those who rule.
    case evidenceEnds = 4
    /// Nobody took a job before its deadline.
    case jobEnds = 5
    /// The pieces of an upload that led to nothing are removed.
    case uploadEnds = 6
  }

  /// Raw values are stored.
  enum State: Int16, Sendable, CaseIterable {
    /// Goes off at its time. Next: parked.
    case waiting = 1
    /// It failed too often, and a person should look. Next: waiting, discarded.
    case parked = 2
    /// Final: an admin said that it does not matter any more.
    case discarded = 3
  }

  /// What became of a timer that went off.
  enum Outcome: Hashable, Sendable {
    /// It is not needed any more.
    case done
    /// It is too early: look again then.
    case again(at: Timestamp)
  }

  /// What the command behind a timer answers.
  struct Answer<Thing: Sendable>: Sendable {
    /// What it changed; nil when there was nothing to do.
    let changed: Thing?
    let timer: Outcome

    static var done: Answer { Answer(changed: nil, timer: .done) }

    static func again(at due: Timestamp) -> Answer {
      Answer(changed: nil, timer: .again(at: due))
    }

    static func changed(_ thing: Thing) -> Answer { Answer(changed: thing, timer: .done) }
  }

  let id: UUID
  let kind: Kind
  /// The escrow, dispute or job that it is about.
  let subject: UUID
  let part: Int16
  private(set) var dueAt: Timestamp
  /// How often it went off without an end.
  private(set) var attempts: Int32
  private(set) var state = State.waiting
  /// Why it was parked, for people.
  private(set) var note = ""

  /// Goes off again, as if for the first time.
  ///
  /// - Returns: whether it was parked.
  mutating func replay(at now: Timestamp) -> Bool {
    guard state == .parked else { return false }
    (state, dueAt, attempts) = (.waiting, now, 0)
    return true
  }

  /// - Returns: whether it was parked.
  mutating func discard() -> Bool {
    guard state == .parked else { return false }
    state = .discarded
    return true
  }
}

extension Decision {
  /// Sets a timer. It goes off soon after `due`, once or more.
  func setTimer(_ kind: Timer.Kind, for subject: UUID, part: Int16 = 0, at due: Timestamp) {
    put(Timer(id: newID(), kind: kind, subject: subject, part: part, dueAt: due, attempts: 0))
  }
}

/// The bounds of timers.
enum TimerLimits {
  /// Timers that one step takes.
  static let batch: Int64 = 64
  /// How long the server that took a timer has for it, before another one may take it: twice as
  /// long each time that it fails, up to `leaseSecondsMax`.
  static let leaseSeconds: Int64 = 30
  static let leaseSecondsMax: Int64 = 3600
  /// Seconds until one is looked at again that the operators have paused.
  static let pauseSeconds: Int64 = 60
  /// Failures of one timer that are worth a warning.
  static let attemptsQuiet: Int32 = 5
  /// Failures after which it is parked until a person has looked: about five hours.
  static let attemptsMax: Int32 = 12
}
