import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Sums that are added to without being read")
struct AdditionTests {
  private struct Refused: Error {}

  private let set = WorkingSet(ServiceStatements.schema)
  private static let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
  private static let float = AccountID.platform(.providerFloat, asset: .btc, stripe: 0)

  private func account(_ number: UInt64, credits: Int64) -> Account {
    var account = Account(opening: AccountID(of: .entity(number), kind: .wallet, asset: .btc))
    account.credits = credits
    return account
  }

  @Test("several commands of a batch make one addition, without those that were refused")
  func once() throws {
    let isThere = set.attempt { set.add(account(1, credits: 5)) && set.add(account(2, credits: 1)) }
    #expect(isThere)
    #expect(throws: Refused.self) {
      try set.attempt {
        _ = set.add(account(1, credits: 7))
        _ = set.add(account(3, credits: 7))
        throw Refused()
      }
    }
    let isThereToo = set.attempt { set.add(account(1, credits: 4)) }
    #expect(isThereToo)
    #expect(
      set.rows(Account.self).changes.added == [account(1, credits: 9), account(2, credits: 1)])
    #expect(set.writes().map(\.name) == ["ledger_account_add"])
  }

  @Test("a sum that 64 bits cannot hold is refused")
  func overflow() {
    let (isFirst, isSecond) = (
      set.add(account(1, credits: .max)), set.add(account(1, credits: 1))
    )
    #expect(isFirst && !isSecond)
    #expect(set.rows(Account.self).changes.added == [account(1, credits: .max)])
  }

  @Test("a row that is loaded later has in it what was added before")
  func later() {
    _ = set.add(account(1, credits: 5))
    let accounts = set.rows(Account.self)
    accounts.want(Self.ada.uuid)
    _ = accounts.load(from: [account(1, credits: 2)])
    #expect(accounts.row(Self.ada.uuid) == account(1, credits: 7))
    #expect(accounts.changes.updated == [account(1, credits: 7)])
    #expect(accounts.changes.added.isEmpty)
  }

  @Test("what is only expected is locked with what is wanted, and else not at all")
  func expected() {
    let accounts = set.rows(Account.self)
    accounts.expect(Self.ada.uuid)
    #expect(!accounts.hasWishes && set.takeLoads().isEmpty)
    accounts.want(account(2, credits: 0).id.uuid)
    #expect(set.takeLoads().map(\.statement.name) == ["ledger_account_load_by_id"])
    #expect(accounts.isNamed(Self.ada.uuid))
  }

  @Test("two servers that credit the same new wallets at once lose nothing")
  func concurrent() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        // Half of them read the wallets first, as what debits them has to.
        let commands = (0..<120).map { (number: UInt64) -> PostAll in
          PostAll.paying(1, to: number % 7 + 1, isUnseen: number % 2 == 0)
        }
        let ones = commands.map { first.start($0) }
        let others = commands.reversed().map { second.start($0) }
        for task in ones + others { _ = try await task.value }
        var sum: Int64 = 0
        for number in UInt64(1)...7 {
          sum += try await second.balance(
            AccountID(of: .entity(number), kind: .wallet, asset: .btc))
        }
        #expect(sum == 240)
        try await #expect(second.balance(Self.float) == 240)
        try await #expect(second.discrepancies() == 0)
        #expect(first.bugs.isEmpty && second.bugs.isEmpty)
      }
    }
  }

  @Test("a sum that the database cannot hold is refused, alone, and is no bug of ours")
  func overflowInTheDatabase() async throws {
    try await withEngine { engine in
      try await engine.commit(PostAll.paying(.max - 4, to: 1, isUnseen: true))
      let results = try await engine.inOneBatch {
        [1, 2, 1].map { (amount: Int64) in
          engine.start(PostAll.paying(amount, to: 2, isUnseen: true))
        }
      }
      #expect(results.filter { (try? $0.get()) == nil }.count == 1)
      for case .failure(let error) in results {
        #expect((error as? Refusal)?.reason == "SUM_TOO_LARGE")
      }
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("an account that gives more than it has, unseen, is refused by the schema, alone")
  func overdrawn() async throws {
    try await withEngine { engine in
      let escrow = AccountID(of: .entity(9), kind: .escrow, asset: .btc)
      try await engine.commit(
        PostAll(moves: [.init(amount: 5, debit: Self.float, credit: escrow)], isUnseen: true))
      let results = try await engine.inOneBatch {
        [1, 5, 4].map { (amount: Int64) in
          engine.start(
            PostAll(moves: [.init(amount: amount, debit: escrow, credit: Self.ada)], isUnseen: true)
          )
        }
      }
      #expect(throws: Never.self) { try results[0].get() }
      #expect(throws: CommitError.internalError) { try results[1].get() }
      #expect(throws: Never.self) { try results[2].get() }
      try await #expect(engine.balance(escrow) == 0)
      try await #expect(engine.balance(Self.ada) == 5)
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.count == 1)
    }
  }
}
