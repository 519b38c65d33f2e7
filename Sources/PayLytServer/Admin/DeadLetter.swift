/// What the server gave up on, until a person has looked.
struct DeadLetter: Hashable, Sendable {
  /// Raw values equal the API's.
  enum Kind: Int16, Sendable, CaseIterable {
    case inboundEvent = 1
    case timer = 2
    case payout = 3
    /// Money that came for somebody whose account was deleted. `HandOverWallet` answers it.
    case wallet = 4

    /// Of its name.
    var collection: String {
      switch self {
      case .inboundEvent: "inboundEvents"
      case .timer: "timers"
      case .payout: "payouts"
      case .wallet: "users"
      }
    }
  }

  enum State: Hashable, Sendable {
    case dead, replayed, discarded
  }

  /// Which one.
  struct Name: Hashable, Sendable, CustomStringConvertible {
    let kind: Kind
    let id: UUID

    var description: String { "\(kind.collection)/\(id)\(kind == .wallet ? "/wallet" : "")" }

    init(_ kind: Kind, _ id: UUID) {
      self.kind = kind
      self.id = id
    }

    /// - Throws: INVALID_ARGUMENT when it has another form, and for a wallet: that is neither
    ///   replayed nor put away.
    init(_ text: String) throws(Refusal) {
      let kinds = Kind.allCases.filter { $0 != .wallet }
      guard let kind = kinds.first(where: { text.hasPrefix($0.collection + "/") }) else {
        throw .invalid(
          "name", "Expected `inboundEvents/{uuid}`, `timers/{uuid}` or `payouts/{uuid}`.")
      }
      self.kind = kind
      id = try ResourceName.parse(text, kind.collection)
    }
  }

  let name: Name
  var state = State.dead
  let what: String
  let about: String
  let note: String
  let attempts: Int32
  let since: Timestamp
}

extension DeadLetter {
  init(_ event: InboundEvent) {
    self.init(
      name: Name(.inboundEvent, event.id), what: event.type, about: event.eventID,
      note: event.note, attempts: event.attempts, since: event.receivedAt)
  }

  init(_ timer: Timer) {
    self.init(
      name: Name(.timer, timer.id), what: "\(timer.kind)", about: "\(timer.subject)",
      note: timer.note, attempts: timer.attempts, since: timer.dueAt)
  }

  init(_ payout: Payout) {
    self.init(
      name: Name(.payout, payout.id), what: payout.provider, about: payout.reference,
      note: "\(payout.contradiction == .returned ? .reversed : payout.state)",
      attempts: payout.attempts, since: payout.createdAt)
  }
}

/// What an admin does with one that the server gave up on.
protocol DeadLetterCommand: Command {
  /// What it is from then on.
  static var outcome: DeadLetter.State { get }
  var letter: DeadLetter.Name { get }
  var reason: String { get }

  /// - Returns: whether it was dead.
  func treat(_ event: inout InboundEvent, at now: Timestamp) -> Bool
  /// - Returns: whether it was dead.
  func treat(_ timer: inout Timer, at now: Timestamp) -> Bool
  func treat(_ payout: inout Payout, at now: Timestamp) throws
}

extension DeadLetterCommand {
  func load(_ rows: Loader) { rows.want(letter) }

  func decide(_ decision: Decision) throws -> DeadLetter {
    var found: DeadLetter
    switch letter.kind {
    case .inboundEvent:
      var event = try decision.found(InboundEvent.self, letter)
      found = DeadLetter(event)
      guard treat(&event, at: decision.now) else { throw Refusal.notDead }
      decision.put(event)
    case .timer:
      var timer = try decision.found(Timer.self, letter)
      found = DeadLetter(timer)
      guard treat(&timer, at: decision.now) else { throw Refusal.notDead }
      decision.put(timer)
    case .payout:
      var payout = try decision.found(Payout.self, letter)
      found = DeadLetter(payout)
      try treat(&payout, at: decision.now)
      decision.put(payout)
    case .wallet: throw Refusal.notFound("\(letter)")
    }
    found.state = Self.outcome
    decision.record(
      "dead_letter.\(Self.outcome)", subject: "\(letter)", parties: [], reason: reason)
    return found
  }
}

/// It is tried again.
struct ReplayDeadLetter: DeadLetterCommand {
  static let method = "AdminService/ReplayDeadLetter"
  static let outcome = DeadLetter.State.replayed
  let caller: Caller
  let request: RequestIdentity?
  let letter: DeadLetter.Name
  let reason: String

  func treat(_ event: inout InboundEvent, at now: Timestamp) -> Bool { event.replay(at: now) }
  func treat(_ timer: inout Timer, at now: Timestamp) -> Bool { timer.replay(at: now) }
  func treat(_ payout: inout Payout, at now: Timestamp) throws { try payout.askNow(at: now) }
}

/// It is put away: nothing will come of it.
struct DiscardDeadLetter: DeadLetterCommand {
  static let method = "AdminService/DiscardDeadLetter"
  static let outcome = DeadLetter.State.discarded
  let caller: Caller
  let request: RequestIdentity?
  let letter: DeadLetter.Name
  let reason: String

  func treat(_ event: inout InboundEvent, at now: Timestamp) -> Bool { event.discard() }
  func treat(_ timer: inout Timer, at now: Timestamp) -> Bool { timer.discard() }
  func treat(_ payout: inout Payout, at now: Timestamp) throws {
    guard !caller.isUser(payout.user) else { throw Refusal.ownCase }
    guard payout.seeTo(at: now) else {
      throw Refusal(
        .failedPrecondition, reason: "PAYOUT_NEEDS_ANSWER",
        message: "Its money is set aside until the provider has said what became of it.")
    }
  }
}

extension Loader {
  fileprivate func want(_ letter: DeadLetter.Name) {
    switch letter.kind {
    case .inboundEvent: want(InboundEvent.self, letter.id)
    case .timer: want(Timer.self, letter.id)
    case .payout: want(Payout.self, letter.id)
    case .wallet: break
    }
  }
}

extension Decision {
  fileprivate func found<Row: StoredRow>(
    _: Row.Type, _ letter: DeadLetter.Name
  ) throws(Refusal) -> Row {
    guard let row = row(Row.self, letter.id) else { throw .notFound("\(letter)") }
    return row
  }
}

extension Refusal {
  fileprivate static let notDead = Refusal(
    .failedPrecondition, reason: "ILLEGAL_TRANSITION",
    message: "It is not dead: nobody has given up on it.")
}
