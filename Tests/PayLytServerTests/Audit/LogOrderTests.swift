import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The order of the sealed log", .timeLimit(.minutes(5)))
struct LogOrderTests {
  /// Batches lock them in this order.
  private static let wallets = (UInt64(1)...3).map {
    AccountID(of: .entity($0), kind: .wallet, asset: .btc)
  }

  /// Pays one into the last wallet, under the locks of others too; its event tells the balance.
  private struct Pay: Command {
    static let method = "test/Pay"
    static let subject = "things/wallet"
    let caller = Caller.system("test")
    let request: RequestIdentity? = nil
    /// How many wallets it locks.
    let locks: Int

    private var wallet: AccountID { LogOrderTests.wallets[2] }

    func load(_ rows: Loader) {
      for wallet in LogOrderTests.wallets.suffix(locks) { rows.want(Account.self, wallet.uuid) }
    }

    func decide(_ decision: Decision) throws -> Int64 {
      let float = AccountID.platform(.providerFloat, asset: .btc, stripe: decision.stripe)
      try Posting(decision).transfer(1, debit: float, credit: wallet, kind: .fund)
      let balance = decision.row(Account.self, wallet.uuid)?.balance ?? 0
      decision.record("test.paid", subject: Self.subject, parties: [], reason: "\(balance)")
      return balance
    }
  }

  /// What the events tell, in the order of the log.
  private static let balances = Statement<String>(
    "test_balances_told",
    """
    SELECT reason FROM sealed_entry AS sealed JOIN journal ON id = journal_id
    WHERE sealed.subject = '\(Pay.subject)' ORDER BY position
    """,
    parameters: [], columns: [.text]
  ) { (row) throws(DatabaseError) in try row.text(0) }

  private static let statements = SealingStatements.all + [balances.definition]

  /// Seals all; the events must tell what happened, one after the other.
  private static func expect(_ count: Int, of engine: Engine) async throws {
    try await engine.sealAll(engine.sealer())
    try await #expect(engine.database.query(balances) == (1...count).map { "\($0)" })
    try await #expect(engine.verify() == nil)
  }

  @Test("a decision stands behind the one that it waited for, though its transaction is older")
  func waited() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: Self.statements) { first in
      try await withEngine(conninfo, stripe: 1, statements: Self.statements) { second in
        for number in UInt64(1)...2 { try await second.commit(PostAll.paying(1, to: number)) }
        try await second.commit(Pay(locks: 1))
        var older: Task<CommitOutcome, any Error>?
        try await second.holding([Self.wallets[1]]) {
          // It has locked the first wallet, so its transaction has its id, and waits.
          older = first.start(Pay(locks: 3))
          try await eventually { try await second.count(EngineStatements.blocked) > 0 }
          try await #expect(second.carryOut(Pay(locks: 1)) == 2)
        }
        _ = try await older?.value
        try await Self.expect(3, of: second)
      }
    }
  }

  @Test("decisions of one batch stand in the order in which they were taken")
  func batch() async throws {
    try await withEngine(statements: Self.statements) { engine in
      _ = try await engine.inOneBatch { (0..<50).map { _ in engine.start(Pay(locks: 1)) } }
      try await Self.expect(50, of: engine)
    }
  }

  @Test("what three servers decide by turns stands in the log in turn")
  func contended() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: Self.statements) { first in
      try await withEngine(conninfo, stripe: 1, statements: Self.statements) { second in
        try await withEngine(conninfo, stripe: 2, statements: Self.statements) { third in
          for number in UInt64(1)...2 { try await third.commit(PostAll.paying(1, to: number)) }
          let rounds = 50
          // The first waits with its id for the second, which waits for the third.
          let paying = [(first, 3), (second, 2), (third, 1)].map { engine, locks in
            engine.database.task {
              for _ in 0..<rounds { try await engine.commit(Pay(locks: locks)) }
            }
          }
          for task in paying { try await task.value }
          try await Self.expect(3 * rounds, of: third)
        }
      }
    }
  }
}
