/// What the server gave up on, until a person has looked.
struct DeadLetter: Hashable, Sendable {
  /// Raw values equal the API's.
  enum Kind: Int16, Sendable, CaseIterable {
    case inboundEvent = 1
    case timer = 2
    case payout = 3

    /// Of its name.
    var collection: String {
      switch self {
      case .inboundEvent: "inboundEvents"
      case .timer: "timers"
      case .payout: "payouts"
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

    var description: String { "\(kind.collection)/\(id)" }

    init(_ kind: Kind, _ id: UUID) {
      self.kind = kind
      self.id = id
    }

    /// - Throws: INVALID_ARGUMENT when it has another form.
    init(_ text: String) throws(Refusal) {
      guard let kind = Kind.allCases.first(where: { text.hasPrefix($0.collection + "/") }) else {
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
      note: "\(payout.state)", attempts: payout.attempts, since: payout.createdAt)
  }
}

/// An admin has one tried again.
struct ReplayDeadLetter: Command {
  static let method = "AdminService/ReplayDeadLetter"
  let caller: Caller
  let request: RequestIdentity?
  let letter: DeadLetter.Name
  let reason: String

  func load(_ rows: Loader) { rows.want(letter) }

  func decide(_ decision: Decision) throws -> DeadLetter {
    var found: DeadLetter
    let isDead: Bool
    switch letter.kind {
    case .inboundEvent:
      var event = try decision.found(InboundEvent.self, letter)
      found = DeadLetter(event)
      isDead = event.replay(at: decision.now)
      decision.put(event)
    case .timer:
      var timer = try decision.found(Timer.self, letter)
      found = DeadLetter(timer)
      isDead = timer.replay(at: decision.now)
      decision.put(timer)
    case .payout:
      var payout = try decision.found(Payout.self, letter)
      found = DeadLetter(payout)
      try payout.askNow(at: decision.now)
      isDead = true
      decision.put(payout)
    }
    guard isDead else { throw Refusal.notDead }
    found.state = .replayed
    decision.record("dead_letter.replayed", subject: "\(letter)", parties: [], reason: reason)
    return found
  }
}

/// An admin puts one away: nothing will come of it.
struct DiscardDeadLetter: Command {
  static let method = "AdminService/DiscardDeadLetter"
  let caller: Caller
  let request: RequestIdentity?
  let letter: DeadLetter.Name
  let reason: String

  func load(_ rows: Loader) { rows.want(letter) }

  func decide(_ decision: Decision) throws -> DeadLetter {
    var found: DeadLetter
    let isDead: Bool
    switch letter.kind {
    case .inboundEvent:
      var event = try decision.found(InboundEvent.self, letter)
      found = DeadLetter(event)
      isDead = event.discard()
      decision.put(event)
    case .timer:
      var timer = try decision.found(Timer.self, letter)
      found = DeadLetter(timer)
      isDead = timer.discard()
      decision.put(timer)
    case .payout:
      _ = try decision.found(Payout.self, letter)
      throw Refusal(
        .failedPrecondition, reason: "PAYOUT_NEEDS_ANSWER",
        message: "Its money is set aside until the provider has said what became of it.")
    }
    guard isDead else { throw Refusal.notDead }
    found.state = .discarded
    decision.record("dead_letter.discarded", subject: "\(letter)", parties: [], reason: reason)
    return found
  }
}

extension Loader {
  fileprivate func want(_ letter: DeadLetter.Name) {
    switch letter.kind {
    case .inboundEvent: want(InboundEvent.self, letter.id)
    case .timer: want(Timer.self, letter.id)
    case .payout: want(Payout.self, letter.id)
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
