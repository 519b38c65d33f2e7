import Testing

@testable import PayLytServer

@Suite("Commands on wallets")
struct WalletCommandTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  /// The freelancer has 97 500 000 msat; users 1 to 4 exist.
  init() throws {
    _ = try world.escrow(in: .released)
    for number in UInt64(1)...4 { world.store.put(User.fixture(number)) }
  }

  private static func give(
    _ units: Int64, _ asset: Asset = .btc, to: UInt64 = 3
  ) -> TransferFunds {
    TransferFunds(
      caller: .freelancer, request: nil, from: .entity(2), to: .entity(to),
      amount: Money(asset: asset, units: units))
  }

  private static func freeze(_ isFrozen: Bool, _ user: UInt64 = 2) -> SetWalletFreeze {
    SetWalletFreeze(
      caller: .admin, request: nil, user: .entity(user), isFrozen: isFrozen, reason: "a court order"
    )
  }

  // MARK: Transfers

  @Test("a transfer leaves one wallet and enters the other, to the millisatoshi")
  func transfer() throws {
    try store.carryOut(Self.give(40_000_001))
    #expect(store.wallet(.entity(2)) == 57_499_999)
    #expect(store.wallet(.entity(3)) == 40_000_001)
    #expect(store.events.last?.parties == [.entity(2), .entity(3)])
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "what the wallet has not, to whom there is not, or to oneself, is refused",
    arguments: [
      (Int64(97_500_001), Asset.btc, UInt64(3), "INSUFFICIENT_FUNDS"),
      (1, .ngn, 3, "INSUFFICIENT_FUNDS"), (1, .btc, 77, "NOT_FOUND"),
      (1, .btc, 2, "INVALID_FIELD"),
    ])
  func refusedTransfer(units: Int64, asset: Asset, to: UInt64, reason: String) {
    let before = store.contents
    #expect(store.refusal(of: Self.give(units, asset, to: to))?.reason == reason)
    #expect(store.contents == before)
  }

  // MARK: Freezing

  @Test("an admin stops their own wallet, and does not let it go on")
  func ownFreeze() throws {
    func set(_ isFrozen: Bool, by admin: UInt64) -> SetWalletFreeze {
      SetWalletFreeze(
        caller: .user(.entity(admin), .admin), request: nil, user: .entity(2), isFrozen: isFrozen,
        reason: "x")
    }
    try store.carryOut(set(true, by: 2))
    #expect(store.refusal(of: set(false, by: 2))?.reason == "OWN_CASE")
    #expect(try store.carryOut(set(false, by: 4)).freeze?.isFrozen == false)
  }

  @Test("nothing leaves a frozen wallet, money comes in, and it is free again afterwards")
  func freezing() throws {
    try store.carryOut(Self.give(10))
    try store.carryOut(Self.freeze(true))
    #expect(store.refusal(of: Self.give(1))?.reason == "WALLET_FROZEN")
    #expect(store.refusal(of: Self.freeze(true))?.reason == "ILLEGAL_TRANSITION")
    try store.carryOut(
      TransferFunds(
        caller: .stranger, request: nil, from: .entity(3), to: .entity(2),
        amount: .msat(10)))
    let view = try store.carryOut(Self.freeze(false))
    #expect(view.balances == [.msat(97_500_000)] && view.freeze?.isFrozen == false)
    #expect(store.refusal(of: Self.freeze(false))?.reason == "ILLEGAL_TRANSITION")
    try store.carryOut(Self.give(1))
    #expect(store.events.map(\.type).contains("wallet.unfrozen"))
  }

  @Test("there is no wallet to freeze without a user")
  func nobody() {
    #expect(store.refusal(of: Self.freeze(true, 77))?.code == .notFound)
  }

  @Test("once a freeze is committed, not one of many transfers under way goes through")
  func race() async throws {
    try await withEngine { engine in
      for number in UInt64(1)...3 { try await engine.commit(PutRow(row: User.fixture(number))) }
      try await engine.commit(PostAll.paying(1_000_000, to: 2))
      let other = Engine(engine.database, stripe: 1)
      let frozen = engine.database.task {
        try await other.commit(Self.freeze(true))
        return try await engine.balance(AccountID(of: .entity(2), kind: .wallet, asset: .btc))
      }
      let outcomes = await engine.commitAll((0..<40).map { _ in Self.give(1_000) })
      let balance = try await frozen.value
      let later = await engine.commitAll((0..<10).map { _ in Self.give(1_000) })
      #expect(later.allSatisfy { (try? $0.get()) == nil })
      let done = outcomes.filter { (try? $0.get()) != nil }.count
      let left = try await engine.balance(AccountID(of: .entity(2), kind: .wallet, asset: .btc))
      #expect(left == balance && left == 1_000_000 - Int64(done) * 1_000)
    }
  }

  // MARK: Deposits

  private func deposit(_ number: UInt8 = 1) -> CreateDeposit {
    CreateDeposit(
      caller: .freelancer, request: nil, user: .entity(2),
      made: Deposit.Made(
        provider: "simulator", reference: "deposit-\(number)", providerID: "\(number)",
        paymentHash: [UInt8](repeating: number, count: 32), paymentRequest: "lnbc\(number)",
        amountMsat: 50_000_000, expiresAt: store.now.adding(seconds: 3600)))
  }

  private func receive(_ paid: Int64?, _ number: UInt8 = 1) -> ReceiveDeposit {
    ReceiveDeposit(
      caller: .system("deposits"), paymentHash: [UInt8](repeating: number, count: 32),
      paidMsat: paid)
  }

  @Test(
    "whatever arrives is credited: exact, too little, too much, unsaid",
    arguments: [
      (Int64?(50_000_000), Int64(50_000_000)), (1, 1), (49_999_999, 49_999_999),
      (90_000_000, 90_000_000), (nil, 50_000_000),
    ])
  func credited(paid: Int64?, credited: Int64) throws {
    try store.carryOut(deposit())
    let settled = try store.carryOut(receive(paid))
    #expect(settled.state == .settled && settled.paidMsat == credited)
    #expect(store.wallet(.entity(2)) == 97_500_000 + credited)
    #expect(store.events.last?.type == "deposit.settled")
    let before = store.contents
    #expect(try store.carryOut(receive(paid)) == settled)
    #expect(store.contents == before)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a deposit expires when its time is over, and a late payment is credited all the same")
  func late() throws {
    let id = try store.carryOut(deposit()).id
    store.now = store.now.adding(seconds: 3599)
    #expect(try store.carryOut(ExpireDeposit(deposit: id)) == false)
    store.now = store.now.adding(seconds: 1)
    #expect(try store.carryOut(ExpireDeposit(deposit: id)) == true)
    #expect(try store.carryOut(ExpireDeposit(deposit: id)) == false)
    #expect(store.row(Deposit.self, id)?.state == .expired)
    try store.carryOut(receive(7))
    #expect(store.wallet(.entity(2)) == 97_500_007)
    #expect(store.events.last?.type == "deposit.settled_late")
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a payment of nothing, for nobody, or an invoice that is used, changes nothing")
  func refusedDeposit() throws {
    try store.carryOut(deposit())
    let before = store.contents
    #expect(store.refusal(of: receive(0))?.code == .invalidArgument)
    #expect(store.refusal(of: receive(-1))?.code == .invalidArgument)
    #expect(store.refusal(of: receive(1, 9))?.code == .notFound)
    #expect(store.refusal(of: deposit())?.reason == "PROVIDER_REPEATED_INVOICE")
    #expect(store.contents == before)
  }
}
