import Testing

@testable import PayLytServer

/// What arrives for somebody who has left.
@Suite("Wallets of deleted accounts")
struct WalletHandoverTests {
  private static let sat: Int64 = 1000
  private let world = World()
  private var store: MemoryStore { world.store }

  /// Client 1 gives two escrows of 100 000 satoshis up while their invoices are out, leaves, and
  /// the first one is paid. Users 2 and 3 are others, 4 and 8 admins; 6 has left, too.
  private func paidLate() throws -> (paid: Invoice, unpaid: Invoice) {
    for number: UInt64 in [1, 2, 3, 6] { store.put(User.fixture(number)) }
    for number: UInt64 in [4, 8] { store.put(User.fixture(number, roles: .admin)) }
    for _ in 0..<2 { _ = try world.escrow(in: .cancelled) }
    let invoices = store.rows(Invoice.self)
    for number: UInt64 in [1, 6] {
      try store.carryOut(
        DeleteUser(
          caller: .user(.entity(number), .client), request: nil, user: .entity(number)))
    }
    try world.pay(invoices[0])
    return (invoices[0], invoices[1])
  }

  private static func handOver(
    to receiver: UInt64 = 3, by admin: UInt64 = 4, limitSats: Int64 = 100_000, of user: UInt64 = 1,
    request: RequestIdentity? = nil
  ) -> HandOverWallet {
    HandOverWallet(
      caller: .user(.entity(admin), .admin), request: request, user: .entity(user),
      receiver: .entity(receiver), reason: "They have shown who they are.",
      approvalLimitMsat: limitSats * sat)
  }

  @Test("a payment that comes after its payer has left is booked once, and given on once")
  func late() throws {
    let invoice = try paidLate().paid
    #expect(try world.pay(invoice) == .alreadyApplied)
    #expect(store.wallet(.entity(1)) == 100_000 * Self.sat)
    let view = try store.carryOut(Self.handOver())
    #expect(view.balances == [Money(asset: .btc, units: 0)])
    #expect(store.wallet(.entity(1)) == 0 && store.wallet(.entity(3)) == 100_000 * Self.sat)
    #expect(store.events.last?.type == "wallet.handed_over")
    #expect(store.events.last?.reason == "They have shown who they are.")
    #expect(store.refusal(of: Self.handOver())?.reason == "ILLEGAL_TRANSITION")
    #expect(store.discrepancies.isEmpty)
  }

  @Test("above the limit another admin decides the same, on the wallet as it was")
  func twoAdmins() throws {
    let second = try paidLate().unpaid
    func handOver(to receiver: UInt64 = 3, by admin: UInt64) -> HandOverWallet {
      Self.handOver(to: receiver, by: admin, limitSats: 99_999)
    }
    #expect(try store.carryOut(handOver(by: 4)).balances == [.msat(100_000 * Self.sat)])
    #expect(store.events.last?.type == "wallet.handover_proposed")
    #expect(store.refusal(of: handOver(by: 4))?.reason == "SECOND_APPROVER_NEEDED")
    // Another receiver is another proposal, and takes the place of the first one.
    try store.carryOut(handOver(to: 2, by: 8))
    #expect(store.wallet(.entity(1)) == 100_000 * Self.sat)
    try store.carryOut(handOver(by: 8))
    // More has come in since.
    try world.pay(second, msat: Self.sat)
    try store.carryOut(handOver(by: 4))
    #expect(store.wallet(.entity(1)) == 100_001 * Self.sat)
    try store.carryOut(handOver(by: 8))
    #expect(store.wallet(.entity(1)) == 0 && store.wallet(.entity(3)) == 100_001 * Self.sat)
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "what was proposed counts while its admin is one, and for 14 days", arguments: [true, false])
  func staleProposal(isDismissed: Bool) throws {
    _ = try paidLate()
    func handOver(by admin: UInt64) -> HandOverWallet {
      Self.handOver(by: admin, limitSats: 99_999)
    }
    try store.carryOut(handOver(by: 4))
    if isDismissed {
      store.put(User.fixture(4, roles: .client))
    } else {
      store.now = store.now.adding(seconds: AuthLimits.proposalSeconds)
    }
    try store.carryOut(handOver(by: 8))
    #expect(store.events.last?.type == "wallet.handover_proposed")
    #expect(store.wallet(.entity(3)) == 0)
    store.put(User.fixture(4, roles: .admin))
    try store.carryOut(handOver(by: 4))
    #expect(store.wallet(.entity(3)) == 100_000 * Self.sat && store.discrepancies.isEmpty)
  }

  @Test(
    "what two admins have decided was decided once: an equal sum later needs both again",
    arguments: [Int64(99_999), 100_000])
  func decidedOnce(limitSats: Int64) throws {
    let (_, second) = try paidLate()
    try store.carryOut(Self.handOver(by: 4, limitSats: 99_999))
    // By a second admin, or since the limit was raised by one alone.
    try store.carryOut(Self.handOver(by: 8, limitSats: limitSats))
    #expect(store.wallet(.entity(1)) == 0)
    try world.pay(second)
    try store.carryOut(Self.handOver(by: 8, limitSats: 99_999))
    #expect(store.events.last?.type == "wallet.handover_proposed")
    #expect(store.wallet(.entity(1)) == 100_000 * Self.sat)
    try store.carryOut(Self.handOver(by: 4, limitSats: 99_999))
    #expect(store.wallet(.entity(1)) == 0 && store.wallet(.entity(3)) == 200_000 * Self.sat)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("local currency needs two admins whatever it is, and moves with the rest")
  func localCurrency() throws {
    _ = try paidLate()
    var naira = Account(opening: AccountID(of: .entity(1), kind: .wallet, asset: .ngn))
    naira.credits = 5
    store.put(naira)
    try store.carryOut(Self.handOver(by: 4))
    #expect(store.wallet(.entity(1)) == 100_000 * Self.sat)
    let view = try store.carryOut(Self.handOver(by: 8))
    #expect(view.balances.allSatisfy { $0.units == 0 } && view.balances.count == 2)
    let given = AccountID(of: .entity(3), kind: .wallet, asset: .ngn)
    #expect(store.row(Account.self, given.uuid)?.balance == 5)
  }

  @Test("what is refused moves nothing")
  func refused() throws {
    _ = try paidLate()
    let before = store.contents
    for (command, reason) in [
      (Self.handOver(of: 2), "ILLEGAL_TRANSITION"), (Self.handOver(of: 6), "ILLEGAL_TRANSITION"),
      (Self.handOver(of: 99), "NOT_FOUND"), (Self.handOver(to: 99), "NOT_FOUND"),
      (Self.handOver(to: 6), "NOT_FOUND"), (Self.handOver(to: 1), "NOT_FOUND"),
      (Self.handOver(to: 4, by: 4), "OWN_CASE"),
    ] {
      #expect(store.refusal(of: command)?.reason == reason)
    }
    #expect(store.contents == before)
    try store.carryOut(
      SetWalletFreeze(
        caller: .admin, request: nil, user: .entity(1), isFrozen: true, reason: "a court order"))
    #expect(store.refusal(of: Self.handOver())?.reason == "WALLET_FROZEN")
  }

  @Test("operators find it among the dead letters for as long as it is there")
  func deadLetters() async throws {
    try await withEngine { engine in
      let world = World()
      _ = try world.escrow(in: .cancelled)
      let invoice = try #require(world.store.rows(Invoice.self).first)
      try await engine.copy(world.store)
      try await engine.commit(
        DeleteUser(caller: .client, request: nil, user: .entity(1)))
      func letters(_ kind: Int16) async throws -> [DeadLetter] {
        try await engine.database.query(
          AdminStatements.deadLetters,
          [.uuid(UUID(high: .max, low: .max)), .int2(kind), .timestamp(.start), .int8(10)])
      }
      try await #expect(letters(0).isEmpty)
      try await engine.commit(
        ReceivePayment(
          caller: .system("webhooks"), paymentHash: invoice.paymentHash,
          paidMsat: invoice.amountMsat, event: nil))
      for kind in [0, DeadLetter.Kind.wallet.rawValue] {
        let found = try await letters(kind)
        #expect(found.map(\.name.description) == ["users/\(UUID.entity(1))/wallet"])
        #expect(found.map(\.what) == ["wallet"])
      }
      try await #expect(letters(DeadLetter.Kind.timer.rawValue).isEmpty)
      // Sent again, it is the same one.
      for isReplay in [false, true] {
        let outcome = try await engine.commit(Self.handOver(request: .fixture(5)))
        #expect(outcome.isReplay == isReplay)
      }
      try await #expect(letters(0).isEmpty)
      let received = AccountID(of: .entity(3), kind: .wallet, asset: .btc)
      try await #expect(engine.balance(received) == invoice.amountMsat)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("such a letter is answered by nothing but the handover")
  func notReplayed() throws {
    #expect(throws: Refusal.self) {
      _ = try DeadLetter.Name("users/\(UUID.entity(1))/wallet")
    }
  }
}
