import Testing

@testable import PayLytServer

/// Moves money between named accounts in one posting, or fails in the middle.
struct PostAll: Command {
  struct Move: Hashable, Sendable {
    let amount: Int64
    let debit: AccountID
    let credit: AccountID
  }
  static let method = "test/PostAll"
  let caller = Caller.system("test")
  var request: RequestIdentity? = nil
  let moves: [Move]
  /// Whether the accounts are posted to without being read.
  var isUnseen = false

  func load(_ rows: Loader) {
    for move in moves {
      if isUnseen {
        rows.expect([move.debit, move.credit])
      } else {
        rows.want(move.debit, move.credit)
      }
    }
  }

  func decide(_ decision: Decision) throws -> UUID {
    let posting = Posting(decision)
    for move in moves {
      try posting.transfer(move.amount, debit: move.debit, credit: move.credit, kind: .fund)
    }
    decision.record("test.posted", subject: "transactions/\(posting.id)", parties: [])
    return posting.id
  }
}

@Suite("Postings")
struct PostingTests {
  private let float = AccountID.platform(.providerFloat, asset: .btc, stripe: 0)
  private let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
  private let ben = AccountID(of: .entity(2), kind: .wallet, asset: .btc)

  @Test("a transfer debits one account and credits another, and leaves its row")
  func transfer() throws {
    let store = MemoryStore()
    let id = try store.carryOut(
      PostAll(moves: [.init(amount: 500, debit: float, credit: ada)]))
    #expect(store.balance(float) == 500)
    #expect(store.balance(ada) == 500)
    let transfer = try #require(store.rows(Transfer.self).first)
    #expect(transfer.transaction == id)
    #expect(transfer.amount == 500 && transfer.debit == float && transfer.credit == ada)
    #expect(transfer.createdAt == store.now)
  }

  @Test("a transfer of nothing leaves nothing")
  func zero() throws {
    let store = MemoryStore()
    try store.carryOut(PostAll(moves: [.init(amount: 0, debit: ada, credit: ben)]))
    #expect(store.rows(Transfer.self).isEmpty)
    #expect(store.rows(Account.self).isEmpty)
  }

  @Test("what is not covered is refused with what is missing, and undone as a whole")
  func insufficient() throws {
    let store = MemoryStore()
    try store.carryOut(PostAll(moves: [.init(amount: 500, debit: float, credit: ada)]))
    let before = store.contents
    let command = PostAll(moves: [
      .init(amount: 100, debit: float, credit: ben), .init(amount: 300, debit: ada, credit: ben),
      .init(amount: 201, debit: ada, credit: ben),
    ])
    #expect(throws: LedgerError.insufficientFunds(asset: .btc, shortBy: 1)) {
      try store.carryOut(command)
    }
    #expect(store.contents == before)
    #expect(store.events.count == 1)
    #expect(store.refusal(of: command)?.reason == "INSUFFICIENT_FUNDS")
  }

  @Test("money that came in earlier in the same posting can be spent")
  func through() throws {
    let store = MemoryStore()
    try store.carryOut(
      PostAll(moves: [
        .init(amount: 500, debit: float, credit: ada), .init(amount: 500, debit: ada, credit: ben),
      ]))
    #expect(store.balance(ada) == 0)
    #expect(store.balance(ben) == 500)
  }

  @Test("only the platform's stripes may be below zero")
  func overdraw() throws {
    let store = MemoryStore()
    try store.carryOut(PostAll(moves: [.init(amount: 5, debit: float, credit: ada)]))
    try store.carryOut(PostAll(moves: [.init(amount: 5, debit: ada, credit: float)]))
    let fees = AccountID.platform(.fees, asset: .btc, stripe: 0)
    try store.carryOut(PostAll(moves: [.init(amount: 7, debit: fees, credit: ada)]))
    #expect(store.balance(fees) == -7)
    #expect(throws: LedgerError.insufficientFunds(asset: .btc, shortBy: 1)) {
      try store.carryOut(PostAll(moves: [.init(amount: 8, debit: ada, credit: fees)]))
    }
  }

  @Test("a sum that 64 bits cannot hold is refused, not wrapped and no crash")
  func overflow() throws {
    let store = MemoryStore()
    try store.carryOut(PostAll(moves: [.init(amount: .max, debit: float, credit: ada)]))
    let before = store.contents
    for (debit, credit) in [(float, ben), (AccountID.platform(.fees, asset: .btc, stripe: 1), ada)]
    {
      let command = PostAll(moves: [.init(amount: 1, debit: debit, credit: credit)])
      #expect(store.refusal(of: command)?.reason == "SUM_TOO_LARGE")
    }
    #expect(store.contents == before)
  }

  @Test(
    "random postings: each transaction sums to zero and no wallet is overdrawn", arguments: 1...30)
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let store = MemoryStore(seed: seed)
    let accounts =
      [float, .platform(.fees, asset: .btc, stripe: 0)]
      + (1...4).map { AccountID(of: .entity($0), kind: .wallet, asset: .btc) }
    var model: [AccountID: Int64] = [:]
    for _ in 0..<60 {
      let moves = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let pair = accounts.shuffled(using: &random)
        return PostAll.Move(
          amount: .random(in: 0...400, using: &random), debit: pair[0], credit: pair[1])
      }
      var next = model
      var isCovered = true
      for move in moves {
        next[move.debit, default: 0] -= move.amount
        if !Account(opening: move.debit).mayOverdraw, next[move.debit, default: 0] < 0 {
          isCovered = false
        }
        next[move.credit, default: 0] += move.amount
      }
      #expect((store.refusal(of: PostAll(moves: moves)) == nil) == isCovered)
      if isCovered { model = next }
      for account in accounts {
        let sign: Int64 = account.kind?.isDebitNormal == true ? -1 : 1
        #expect(store.balance(account) == sign * model[account, default: 0])
      }
    }
    #expect(store.discrepancies.isEmpty)
    #expect(model.values.reduce(0, +) == 0)
  }
}
