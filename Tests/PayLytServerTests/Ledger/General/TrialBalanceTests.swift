import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The trial balance", .timeLimit(.minutes(5)))
struct TrialBalanceTests {
  private static func balance(
    _ keeper: Bookkeeper, verify: Bool = false
  ) async throws -> TrialBalance {
    try await keeper.ledger.getTrialBalance(
      GetTrialBalanceRequest(verify: verify), options: keeper.options)
  }

  @Test("a difference is found in the balances, and what balances by mistake in the entries")
  func found() async throws {
    try await withBookkeeper { conninfo, keepers in
      let keeper = keepers[0]
      _ = try await keeper.ledger.createAccount(
        CreateAccountRequest(
          requestID: "\(UUID.random())", accountID: "euros",
          account: LedgerAccount(asset: "EUR", normalSide: .credit)), options: keeper.options)
      try await keeper.post(Bookkeeper.draft("t", 100, from: "world", to: "ada"))
      let right = try await Self.balance(keeper)
      #expect(right.difference == 0 && !right.verified)
      let proved = try await Self.balance(keeper, verify: true)
      #expect(proved.difference == 0 && proved.verified && proved.accountsOff == 0)
      #expect(proved.lines == right.lines)
      // Equally wrong on both sides: only the entries tell.
      try Administrator.execute(
        """
        UPDATE general_account SET debits_posted = debits_posted + 7 WHERE name = 'world';
        UPDATE general_account SET credits_posted = credits_posted + 7 WHERE name = 'ada';
        """, on: conninfo)
      #expect(try await Self.balance(keeper).difference == 0)
      #expect(try await Self.balance(keeper, verify: true).accountsOff == 2)
      // Too much of one asset does not make up for too little of another.
      try Administrator.execute(
        """
        UPDATE general_account SET debits_posted = debits_posted + 1 WHERE name = 'world';
        UPDATE general_account SET credits_posted = credits_posted + 1 WHERE name = 'euros';
        """, on: conninfo)
      #expect(try await Self.balance(keeper).difference == 2)
    }
  }

  @Test("accounts that hold more together than 64 bits count are added up all the same")
  func large() async throws {
    try await withBookkeeper { _, keepers in
      let keeper = keepers[0]
      let most = Int64.max
      for name in ["giver.1", "giver.2", "taker.1", "taker.2"] { try await keeper.open(name) }
      for number in 1...2 {
        try await keeper.post(
          Bookkeeper.draft(
            "t\(number)", most, from: "giver.\(number)", to: "taker.\(number)"))
      }
      let balance = try await Self.balance(keeper, verify: true)
      let line = try #require(balance.lines.first { $0.accountKind == "general" })
      #expect(line.debits == most && line.credits == most)
      #expect(balance.difference == 0 && balance.accountsOff == 0)
    }
  }

  @Test("what is verified is now")
  func past() async throws {
    try await withBookkeeper { _, keepers in
      let now = ProtoTimestamp(SystemClock().now())
      for kind in [TimeKind.booking, .effective] {
        #expect(
          await reason {
            _ = try await keepers[0].ledger.getTrialBalance(
              GetTrialBalanceRequest(asOf: now, timeKind: kind, verify: true),
              options: keepers[0].options)
          } == "INVALID_FIELD")
      }
    }
  }

  @Test("the platform's positions are known by the ids of its accounts")
  func platform() async throws {
    try await withEngine { engine in
      for amount in [Int64(1_000), 2_000] { try await engine.commit(PostAll.paying(amount, to: 1)) }
      let all = try await engine.database.query(LedgerStatements.trialBalance)
      let accounts = try await engine.database.query(
        LedgerStatements.accounts, [.uuidArray(AccountID.platform.map(\.uuid))])
      let lines = TrialBalanceLine.lines(of: accounts)
      #expect(!lines.isEmpty && lines == all.filter(\.kind.isStriped))
      #expect(Set(AccountID.platform).count == 6 * Asset.allCases.count * AccountKind.stripes)
    }
  }
}
