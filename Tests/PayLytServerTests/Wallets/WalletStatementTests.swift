import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Statements of a wallet")
struct WalletStatementTests {
  private struct Desk: Sendable {
    let engine: Engine
    let clock: ManualClock
    let service: ServiceContext

    func pay(_ amount: Int64, from: UInt64? = nil, to: UInt64) async throws {
      clock.advance(seconds: 10)
      try await engine.commit(PostAll.paying(amount, from: from, to: to))
    }

    func statement(
      _ start: Int64, _ end: Int64, _ asset: Asset = .btc, of user: UInt64 = 2
    ) async throws -> WalletStatement {
      try await WalletStatement.read(
        asset, of: .entity(user),
        in: Timestamp.start.adding(seconds: start)..<Timestamp.start.adding(seconds: end), service,
        deadline: nil)
    }
  }

  private func withDesk(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
    try await withDatabase(
      statements: Engine.service + EngineStatements.tests + SealingStatements.all,
      configure: { $0.readers = 1 }
    ) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let service = ServiceContext(
        database: database, committer: engine.committer, clock: clock, secrets: .fixture(),
        watch: .nobody(database), sealed: Bell())
      try await body(Desk(engine: engine, clock: clock, service: service))
    }
  }

  @Test(
    "opening and entries make the closing, whatever the period",
    arguments: [
      (Int64(0), Int64(1000), Int64(0), [Int64(500), -200, 70]), (11, 1000, 500, [-200, 70]),
      (10, 30, 0, [500, -200]), (20, 31, 500, [-200, 70]), (31, 1000, 370, []),
      (-100, 5, 0, []), (25, 25, 300, []),
    ])
  func periods(start: Int64, end: Int64, opening: Int64, amounts: [Int64]) async throws {
    try await withDesk { desk in
      try await desk.pay(500, to: 2)
      try await desk.pay(200, from: 2, to: 3)
      try await desk.pay(70, to: 2)
      let found = try await desk.statement(start, end)
      #expect(found.openingUnits == opening)
      #expect(found.movements.map(\.amount.units) == amounts)
    }
  }

  @Test("a statement, and a verification of the log, wait for nobody who writes")
  func ownConnection() async throws {
    try await withDesk { desk in
      try await desk.pay(500, to: 2)
      try await desk.engine.sealAll(desk.engine.sealer())
      // Both writers are taken until the looks are done.
      let (statement, problem) = try await desk.engine.database.transaction { _ in
        try await desk.engine.database.transaction { _ in
          (try await desk.statement(0, 100), try await desk.engine.verify())
        }
      }
      #expect(statement.movements.count == 1 && problem == nil)
    }
  }

  @Test("a wallet that nothing ever moved has an empty statement")
  func empty() async throws {
    try await withDesk { desk in
      try await desk.pay(500, to: 2)
      for found in [
        try await desk.statement(0, 100, .ngn), try await desk.statement(0, 100, of: 9),
      ] {
        #expect(found.openingUnits == 0 && found.movements.isEmpty)
      }
    }
  }

  @Test("the list shows all assets, newest first, and only the wallet's own side")
  func list() async throws {
    try await withDesk { desk in
      try await desk.pay(500, to: 2)
      try await desk.pay(200, from: 2, to: 3)
      let pair = try #require(AssetPair(from: .btc, to: .kes))
      let mid = try #require(BitcoinRate(1, per: 10))
      let terms = try ConversionTerms(pair, .giving(100), mid: mid, spread: 0)
      desk.clock.advance(seconds: 10)
      let quote = try await desk.engine.carryOut(
        CreateFxQuote(
          caller: .freelancer, request: nil, user: .entity(2), terms: terms, quoteSeconds: 30))
      try await desk.engine.commit(
        ExecuteQuote(caller: .freelancer, request: nil, user: .entity(2), quote: quote.id))
      let accounts = Asset.allCases.map {
        AccountID(of: .entity(2), kind: .wallet, asset: $0).uuid
      }
      let end = UUID(high: .max, low: .max)
      let found = try await desk.engine.database.query(
        WalletStatements.movementsBefore, [.uuidArray(accounts), .uuid(end), .int8(10)])
      #expect(found.map(\.id) == found.map(\.id).sorted(by: >))
      #expect(
        Set(found.map(\.amount)) == [
          .msat(500), .msat(-200), .msat(-100), Money(asset: .kes, units: 10),
        ])
      let page = try await desk.engine.database.query(
        WalletStatements.movementsBefore, [.uuidArray(accounts), .uuid(found[0].id), .int8(2)])
      #expect(page == Array(found[1...2]))
    }
  }
}
