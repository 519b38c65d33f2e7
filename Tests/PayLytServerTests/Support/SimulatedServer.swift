@testable import PayLytServer

/// Where random commands run: in memory, or on PostgreSQL.
protocol SimulatedServer {
  func decide<C: Command>(_ command: C) async throws -> C.Answer
  func held(_ account: AccountID) async throws -> Int64
  func advance(seconds: Int64)
}

extension MemoryStore: SimulatedServer {
  func decide<C: Command>(_ command: C) async throws -> C.Answer { try carryOut(command) }
  func held(_ account: AccountID) async throws -> Int64 { balance(account) }
  func advance(seconds: Int64) { now = now.adding(seconds: seconds) }
}

/// A commit engine whose time a test moves.
struct TimedEngine: SimulatedServer {
  let engine: Engine
  let clock: ManualClock

  func decide<C: Command>(_ command: C) async throws -> C.Answer {
    try await engine.carryOut(command)
  }
  func held(_ account: AccountID) async throws -> Int64 { try await engine.balance(account) }
  func advance(seconds: Int64) { clock.advance(seconds: seconds) }
}
