import Testing

@testable import PayLytServer

@Suite("Balancing transactions")
struct BalancingTests {
  private static func post(
    _ store: MemoryStore, _ name: GeneralName, _ amount: Int64, _ balancing: Balancing,
    from: GeneralName = "ada", to: GeneralName = "ben", pending: Bool = false
  ) throws -> TransactionView {
    try store.carryOut(
      PostTransaction(
        caller: .admin, request: nil,
        terms: .fixture(
          name, [.debit(from, amount), .credit(to, amount)], pending: pending,
          balancing: balancing)))
  }

  /// `ada` has 100, of which 30 are held.
  private static func store() throws -> MemoryStore {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada"))
    try store.carryOut(PostTransaction.moving(30, from: "ada", to: "ben", pending: true))
    return store
  }

  @Test(
    "as much is moved as is there and was asked for",
    arguments: [(1, 1), (69, 69), (70, 70), (71, 70), (1_000_000, 70), (.max, 70)]
      as [(Int64, Int64)])
  func upToWhatIsThere(asked: Int64, moved: Int64) throws {
    let store = try Self.store()
    let view = try Self.post(store, "t", asked, .debit)
    #expect(view.made.map(\.entry.posted) == [moved, moved])
    #expect(view.transaction.amountMax == asked)
    #expect(store.amounts("ada") == [100 - moved, 0, 30])
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("what is held is not there, and a hold of what is there holds the rest of it")
  func holds() throws {
    let store = try Self.store()
    _ = try Self.post(store, "t", .max, .debit, pending: true)
    #expect(store.amounts("ada") == [100, 0, 100])
    #expect(throws: GeneralLedgerError.nothingToMove(account: "ada")) {
      try Self.post(store, "u", 1, .debit)
    }
  }

  @Test("the credited account is brought to zero from the other side, and both bound together")
  func otherSides() throws {
    let store = try Self.store()
    // `world` is 100 in debit.
    let view = try Self.post(store, "t", 500, .credit, from: "cash", to: "world")
    #expect(view.made.map(\.entry.posted) == [100, 100])
    #expect(throws: GeneralLedgerError.nothingToMove(account: "world")) {
      try Self.post(store, "u", 500, .credit, from: "cash", to: "world")
    }
    try store.carryOut(PostTransaction.moving(40, from: "world", to: "ada"))
    let both = try Self.post(store, "v", 500, .both, from: "ada", to: "world")
    #expect(both.made.map(\.entry.posted) == [40, 40])
  }

  @Test("limits of the other account hold as ever, and then nothing is moved")
  func limits() throws {
    let store = try Self.store()
    try store.carryOut(OpenGeneralAccount.fixture("small", max: 50))
    #expect(throws: GeneralLedgerError.aboveLimit(account: "small", asset: "USD", by: 20)) {
      try Self.post(store, "t", 500, .debit, to: "small")
    }
    #expect(store.amounts("ada") == [100, 0, 30])
  }

  @Test("the same again is answered as the first time, and another amount or way is refused")
  func again() throws {
    let store = try Self.store()
    let first = try Self.post(store, "t", 500, .debit)
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada"))
    let again = try Self.post(store, "t", 500, .debit)
    #expect(again.isReplay && again.made.map(\.entry) == first.made.map(\.entry))
    #expect(throws: GeneralLedgerError.transactionIDReused("t", field: "postings")) {
      try Self.post(store, "t", 501, .debit)
    }
    #expect(throws: GeneralLedgerError.transactionIDReused("t", field: "balancing")) {
      try Self.post(store, "t", 500, .both)
    }
    #expect(throws: GeneralLedgerError.transactionIDReused("t", field: "postings")) {
      try Self.post(store, "t", 70, .none)
    }
  }

  @Test("a hold that is over is released first: it is not in the way of what is there")
  func holdsThatAreOver() throws {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada"))
    try store.carryOut(
      PostTransaction.moving(30, from: "ada", to: "ben", as: "h", pending: true, timeout: 10))
    store.now = store.now.adding(seconds: 11)
    #expect(throws: GeneralLedgerError.holdsDue) { try Self.post(store, "t", 500, .debit) }
    _ = try store.carryOut(ExpirePending(name: "h"))
    #expect(try Self.post(store, "t", 500, .debit).made.first?.entry.posted == 100)
  }

  @Test("what it moved can be reversed, once")
  func reversed() throws {
    let store = try Self.store()
    _ = try Self.post(store, "t", 500, .debit)
    try store.carryOut(ReverseTransaction.fixture("t"))
    #expect(store.amounts("ada") == [100, 0, 30])
  }
}
