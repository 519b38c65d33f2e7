import PayLytRPC
import Testing

@testable import PayLytServer

extension MemoryStore: SimulatedServer {
  func decide<C: Command>(_ command: C) async throws -> C.Answer { try carryOut(command) }
  func held(_ account: AccountID) async throws -> Int64 { balance(account) }
  func advance(seconds: Int64) { now = now.adding(seconds: seconds) }
}

/// A commit engine whose time the simulation moves.
struct TimedEngine: SimulatedServer {
  let engine: Engine
  let clock: ManualClock

  func decide<C: Command>(_ command: C) async throws -> C.Answer {
    try await engine.carryOut(command)
  }
  func held(_ account: AccountID) async throws -> Int64 { try await engine.balance(account) }
  func advance(seconds: Int64) { clock.advance(seconds: seconds) }
}

@Suite("Random lives of users, against a model")
struct SimulationTests {
  @Test("in memory, the books are the model's after every step", arguments: 1...60)
  func inMemory(seed: UInt64) async throws {
    let store = MemoryStore(seed: seed)
    var simulation = Simulation(on: store, seed: seed)
    try await simulation.run(steps: 150, comparingEvery: 1)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("on PostgreSQL, the books are the model's too", arguments: [UInt64(101), 102])
  func onPostgreSQL(seed: UInt64) async throws {
    try await withDatabase(statements: Engine.service + EngineStatements.tests) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      for user in UInt64(1)...4 { try await engine.commit(PutRow(row: User.fixture(user))) }
      var simulation = Simulation(
        on: TimedEngine(engine: engine, clock: clock), seed: seed)
      try await simulation.run(steps: 250, comparingEvery: 25)
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }
}
