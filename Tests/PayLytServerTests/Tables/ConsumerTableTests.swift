import Testing

@testable import PayLytServer

/// `EventService/Consume` is no request with an answer, and what it keeps is no event: its table
/// has a form of its own.
@Suite("Who may use a consumer, and when")
struct ConsumerTableTests {
  static let method = StartConsumer.method

  /// The freelancer's consumer `books`.
  enum State: CaseIterable, Sendable {
    case absent
    /// The first stream uses it.
    case used
    /// A second stream has taken it over.
    case takenOver
    /// Beside it there are as many as the freelancer may have.
    case full
  }

  enum Move: CaseIterable, Sendable {
    /// A stream begins to use the name.
    case start
    /// A stream begins to use another name.
    case startAnother
    /// The first stream acknowledges.
    case acknowledge
    /// It acknowledges what was acknowledged before.
    case acknowledgeEarlier
  }

  private struct Scene {
    let store = MemoryStore()
    let first: EventConsumer?

    init(in state: State) throws {
      guard state != .absent else {
        first = nil
        return
      }
      first = try store.carryOut(ConsumerTableTests.start("books", by: .freelancer))
      if state == .takenOver {
        try store.carryOut(ConsumerTableTests.start("books", by: .freelancer))
      }
      guard state == .full else { return }
      for number in 1..<EventLimits.consumersPerOwnerMax {
        try store.carryOut(ConsumerTableTests.start("other-\(number)", by: .freelancer))
      }
    }

    func carryOut(_ move: Move, as who: TableCaller) throws -> Int64 {
      switch move {
      case .start: try store.carryOut(ConsumerTableTests.start("books", by: who)).position
      case .startAnother: try store.carryOut(ConsumerTableTests.start("another", by: who)).position
      case .acknowledge: try store.carryOut(moved(to: 9, by: who)).position
      case .acknowledgeEarlier: try store.carryOut(moved(to: 1, by: who)).position
      }
    }

    private func moved(to position: Int64, by who: TableCaller) -> MoveConsumer {
      MoveConsumer(
        caller: who.caller, consumer: first?.id ?? .entity(99),
        // Whoever has not begun has no stream that holds it.
        holder: who == .freelancer ? first?.holder ?? .entity(98) : .entity(97),
        position: position)
    }
  }

  private static func start(_ name: String, by who: TableCaller) -> StartConsumer {
    StartConsumer(caller: who.caller, owner: who.user, name: name, position: 5)
  }

  /// Where the consumer is then, or the reason of a refusal.
  private static func expected(
    _ move: Move, in state: State, by who: TableCaller
  ) -> (position: Int64?, reason: String?) {
    let isOwner = who == .freelancer
    return switch (move, state) {
    // Everybody has names of their own.
    case (.start, _): (5, nil)
    case (.startAnother, .full) where isOwner: (nil, "CONSUMERS_FULL")
    case (.startAnother, _): (5, nil)
    case (.acknowledge, .used) where isOwner, (.acknowledge, .full) where isOwner: (9, nil)
    case (.acknowledgeEarlier, .used) where isOwner, (.acknowledgeEarlier, .full) where isOwner:
      (5, nil)
    case (.acknowledge, _), (.acknowledgeEarlier, _): (nil, "CONSUMER_TAKEN_OVER")
    }
  }

  @Test("every state, caller and move has its answer, and a refusal changes nothing")
  func table() throws {
    for state in State.allCases {
      for move in Move.allCases {
        for who in TableCaller.allCases {
          let place: Comment = "\(move) of \(state) by \(who)"
          let scene = try Scene(in: state)
          let before = scene.store.contents
          let expected = Self.expected(move, in: state, by: who)
          do {
            let position = try scene.carryOut(move, as: who)
            #expect(position == expected.position && expected.reason == nil, place)
          } catch let error as any RefusalConvertible {
            #expect(error.refusal.reason == expected.reason, place)
            #expect(scene.store.contents == before, place)
          }
        }
      }
    }
  }

  @Test("a name that is used again keeps its place, and each owner has places of their own")
  func places() throws {
    let store = MemoryStore()
    let first = try store.carryOut(Self.start("books", by: .freelancer))
    let again = try store.carryOut(Self.start("books", by: .freelancer))
    let second = try store.carryOut(Self.start("mails", by: .freelancer))
    let foreign = try store.carryOut(Self.start("books", by: .client))
    #expect(first.slot == 0 && again.id == first.id && again.holder != first.holder)
    #expect(second.slot == 1 && foreign.slot == 0 && foreign.id != first.id)
  }

  @Test("a consumer that nobody used for long is forgotten, and the others stay")
  func forgotten() async throws {
    try await withDatabase(statements: Engine.service + EngineStatements.tests) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let sweeper = Sweeper(
        database: database, duties: [.init(sweep: EventStatements.sweepConsumers, clock: clock)])
      _ = try await engine.carryOut(Self.start("old", by: .freelancer))
      clock.advance(seconds: EventLimits.consumerKeptSeconds)
      let kept = try await engine.carryOut(Self.start("new", by: .freelancer))
      clock.advance(seconds: 1)
      try await #expect(sweeper.step() == false)
      let left = try await engine.fetch(EventConsumer.self, by: "owner", .uuid(.entity(2)))
      #expect(left.map(\.id) == [kept.id])
      #expect(engine.bugs.isEmpty)
    }
  }
}
