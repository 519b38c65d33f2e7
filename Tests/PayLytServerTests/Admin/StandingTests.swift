import Testing

@testable import PayLytServer

@Suite("What stands still")
struct StandingTests {
  @Test("payouts, dead letters, what is not sealed and e-mails are measured")
  func standing() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(conninfo, statements: Engine.service + EngineStatements.tests) {
      database in
      let registry = MetricRegistry()
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let gauge = StandingGauge(
        database: engine.database, clock: clock, metrics: StandingMetrics(registry))
      func figures() async throws -> [String: Int] {
        #expect(try await gauge.step() == false)
        let lines = MetricsPage(registry: registry).text.split(separator: "\n")
        return Dictionary(
          uniqueKeysWithValues: lines.filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ")
            return (String(words[0].dropFirst("paylyt_".count)), Int(words[1]) ?? -1)
          })
      }
      let before = try await figures()
      #expect(before.values.allSatisfy { $0 == 0 })
      let payout = Payout.fixture()
      try await engine.commit(PutRow(row: payout))
      try await engine.commit(
        PutRow(
          row: Mail(
            id: .entity(201), user: .entity(1), notification: .entity(1), digestAt: nil,
            state: .pending, attempts: 0, nextAttemptAt: .start, lastError: "",
            createdAt: .start)))
      clock.advance(seconds: 90)
      let age = Int((clock.now().microseconds - payout.createdAt.microseconds) / 1_000_000)
      var found = try await figures()
      #expect(found["payouts_open_oldest_seconds"] == age && found["mails_waiting"] == 1)
      #expect(found["dead_letters"] == 0 && found["unsealed_oldest_seconds"] == 90)
      try Administrator.execute("UPDATE payout SET state = 4", on: conninfo)
      clock.advance(seconds: PayoutLimits.stuckAfterSeconds)
      found = try await figures()
      #expect(found["dead_letters"] == 1)
    }
  }
}
