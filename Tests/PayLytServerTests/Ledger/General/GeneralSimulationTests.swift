import Testing

@testable import PayLytServer

/// Random users of the general ledger, right and wrong, against a model of it.
private struct GeneralSimulation<Server: SimulatedServer> {
  let server: Server
  var random: SeededRandom
  var model = GeneralLedgerModel()
  var names: [String] = []
  /// What keeps two simulations on one database apart.
  let prefix: String

  init(on server: Server, seed: UInt64) {
    self.server = server
    random = SeededRandom(seed: seed)
    prefix = "s\(seed)-"
  }

  mutating func run(steps: Int) async throws {
    let limits: [(String, Int64?, Int64?)] = [
      ("world", nil, nil), ("a", 0, nil), ("b", 0, 400), ("c", -50, nil), ("d", nil, 100),
    ]
    for (account, min, max) in limits {
      _ = try await server.decide(
        OpenGeneralAccount.fixture(name(account), min: min, max: max))
      model.accounts[account] = GeneralLedgerModel.Account(min: min, max: max)
    }
    for step in 1...steps {
      try await takeStep(step)
      if step % 10 == 0 { try await compare(step) }
    }
  }

  private func name(_ text: String) -> GeneralName {
    GeneralName(stringLiteral: prefix + text)
  }

  private mutating func takeStep(_ step: Int) async throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...4: try await post("t\(step)")
    case 5, 6: try await resolve()
    case 7: try await reverse("r\(step)")
    case 8: try await again()
    default:
      let seconds = Int64.random(in: 1...20, using: &random) * 2
      server.advance(seconds: seconds)
      model.now += seconds
      // The engine's time is a little later than the clock, so nothing may be exactly at its end:
      // the clock is even, and timeouts are odd.
      model.expire()
      for name in names where model.transactions[name]?.state == .expired {
        _ = try await server.decide(ExpirePending(name: self.name(name)))
      }
    }
  }

  private mutating func post(_ id: String) async throws {
    let accounts = Array(model.accounts.keys.sorted().shuffled(using: &random).prefix(3))
    let amount = Int64.random(in: 1...120, using: &random)
    let rest = Int64.random(in: 0..<amount, using: &random)
    var moves = [
      (account: accounts[0], amount: -amount), (account: accounts[1], amount: amount - rest),
    ]
    if rest > 0 { moves.append((account: accounts[2], amount: rest)) }
    // Now and then somebody cannot count.
    if Int.random(in: 0..<12, using: &random) == 0 { moves[0].amount -= 1 }
    let pending = Bool.random(using: &random)
    let timeout =
      pending && Bool.random(using: &random) ? Int64.random(in: 2...30, using: &random) * 2 + 1 : 0
    let command = PostTransaction.fixture(
      name(id),
      moves.map { move in
        move.amount > 0
          ? .credit(name(move.account), move.amount) : .debit(name(move.account), -move.amount)
      }, pending: pending, timeout: timeout, releasedUpTo: .start.adding(seconds: model.now))
    try await expect(model.post(id, moves, pending: pending, timeout: timeout), command, id)
    if model.transactions[id] != nil { names.append(id) }
  }

  private mutating func resolve() async throws {
    guard let id = names.randomElement(using: &random), let known = model.transactions[id] else {
      return
    }
    if Bool.random(using: &random) {
      let accepted = model.resolve(id, share: nil, void: true)
      return try await expect(accepted, VoidPending.fixture(name(id)), id)
    }
    // A part of it can be named simply where there are two legs.
    let held = known.moves.count == 2 ? abs(known.moves[0].amount) : 1
    let isPart = known.moves.count == 2 && Bool.random(using: &random)
    let share = Int64.random(in: 1...(held + 1), using: &random)
    let accepted =
      (!isPart || share <= held) && model.resolve(id, share: isPart ? share : nil, void: false)
    try await expect(
      accepted, CommitPending.fixture(name(id), isPart ? [share, share] : nil), id)
  }

  private mutating func reverse(_ reversal: String) async throws {
    guard let id = names.randomElement(using: &random) else { return }
    let accepted = model.reverse(id, as: reversal)
    var command = ReverseTransaction.fixture(name(id), as: name(reversal))
    command.releasedUpTo = .start.adding(seconds: model.now)
    try await expect(accepted, command, "\(reversal) of \(id)")
    if accepted { names.append(reversal) }
  }

  /// Sends a transaction that is there already, with other amounts.
  private mutating func again() async throws {
    guard let id = names.randomElement(using: &random) else { return }
    let command = PostTransaction.moving(
      1_000_000, from: name("world"), to: name("a"), as: name(id))
    try await expect(false, command, "\(id) again")
  }

  private func expect<C: Command>(
    _ isAccepted: Bool, _ command: C, _ what: String
  ) async throws {
    do {
      _ = try await server.decide(command)
      #expect(isAccepted, "\(C.method) \(what) was accepted")
    } catch let error as any RefusalConvertible {
      #expect(!isAccepted, "\(C.method) \(what) was refused: \(error.refusal)")
    }
  }

  private func compare(_ step: Int) async throws {
    for (account, expected) in model.accounts {
      let found = try await server.decide(
        FetchRows<GeneralAccount>(column: "id", value: .uuid(name(account).key)))
      let sums = try #require(found.first).sums
      #expect(sums.posted(.credit) == expected.posted, "\(account) after step \(step)")
      #expect(sums.pendingIn(.credit) == expected.into, "\(account) after step \(step)")
      #expect(sums.pendingOut(.credit) == expected.out, "\(account) after step \(step)")
    }
  }
}

@Suite("Random lives of the general ledger, against a model")
struct GeneralSimulationTests {
  @Test("in memory, balances are the model's", arguments: 1...25)
  func inMemory(seed: UInt64) async throws {
    let store = MemoryStore(seed: seed)
    var simulation = GeneralSimulation(on: store, seed: seed)
    try await simulation.run(steps: 200)
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("on PostgreSQL, balances are the model's too", arguments: [UInt64(101), 102])
  func onPostgreSQL(seed: UInt64) async throws {
    try await withDatabase(statements: Engine.service + EngineStatements.tests) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      var simulation = GeneralSimulation(
        on: TimedEngine(engine: engine, clock: clock), seed: seed)
      try await simulation.run(steps: 200)
      #expect(engine.bugs.isEmpty)
      try await #expect(engine.count(GeneralStatements.accountsOff) == 0)
    }
  }
}
