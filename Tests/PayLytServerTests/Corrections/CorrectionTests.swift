import Testing

@testable import PayLytServer

@Suite("Corrections")
struct CorrectionTests {
  private let store: MemoryStore
  private static let losses = AccountID.platform(.losses, asset: .btc, stripe: 0)
  private static let float = AccountID.platform(.providerFloat, asset: .btc, stripe: 0)

  /// Users 1 to 3, of whom the second has 5 000 msat; admins 4, who is a client too, and 8.
  init() throws {
    store = MemoryStore()
    for number: UInt64 in 1...3 { store.put(User.fixture(number)) }
    store.put(User.fixture(4, roles: [.admin, .client]))
    store.put(User.fixture(8, roles: .admin))
    try store.carryOut(PostAll.paying(5_000, to: 2))
  }

  static func admin(_ number: UInt64) -> Caller { .user(.entity(number), [.admin, .client]) }

  static func propose(
    _ kind: CorrectionKind, of user: UInt64 = 2, _ msat: Int64 = 1_000, about subject: String = "",
    by admin: UInt64 = 4
  ) -> ProposeCorrection {
    ProposeCorrection(
      caller: Self.admin(admin), request: nil, kind: kind,
      user: kind.isOfWallet ? .entity(user) : nil, amount: .msat(msat),
      subject: CorrectionSubject(subject), reason: "the rail paid twice")
  }

  static func approve(
    _ correction: Correction, by admin: UInt64 = 8, request: RequestIdentity? = nil
  ) -> ApproveCorrection {
    ApproveCorrection(caller: Self.admin(admin), request: request, id: correction.id)
  }

  @Test(
    "are booked in the commit of the second admin, each by its kind",
    arguments: [
      (
        CorrectionKind.providerLoss, losses: Int64(1_000), float: Int64(4_000), wallet: Int64(5_000)
      ),
      (.providerGain, -1_000, 6_000, 5_000), (.walletCredit, 1_000, 5_000, 6_000),
      (.walletDebit, -1_000, 5_000, 4_000),
    ])
  func booked(kind: CorrectionKind, losses: Int64, float: Int64, wallet: Int64) throws {
    let proposed = try store.carryOut(Self.propose(kind))
    #expect(proposed.state == .proposed && proposed.proposer == .entity(4))
    #expect(store.balance(Self.losses) == 0 && store.balance(Self.float) == 5_000)
    #expect(store.events.last?.type == "correction.proposed" && store.events.last?.parties == [])
    store.now = store.now.adding(seconds: 60)
    let booked = try store.carryOut(Self.approve(proposed))
    #expect(booked.state == .booked && booked.approver == .entity(8))
    #expect(booked.decidedAt == store.now && booked.version == 2)
    #expect(store.balance(Self.losses) == losses && store.balance(Self.float) == float)
    #expect(store.wallet(.entity(2)) == wallet)
    let transfer = try #require(store.rows(Transfer.self).first { $0.kind == .correction })
    #expect(transfer.transaction == booked.transaction && transfer.amount == 1_000)
    let event = try #require(store.events.last)
    #expect(event.type == "correction.booked" && event.reason == "the rail paid twice")
    #expect(event.parties == (kind.isOfWallet ? [.entity(2)] : []))
    #expect(store.discrepancies.isEmpty)
  }

  @Test("local currency has losses of its own")
  func localCurrency() throws {
    let naira = Money(asset: .ngn, units: 700)
    let proposed = try store.carryOut(
      ProposeCorrection(
        caller: Self.admin(4), request: nil, kind: .walletCredit, user: .entity(1), amount: naira,
        reason: "x"))
    try store.carryOut(Self.approve(proposed))
    #expect(store.balance(AccountID(of: .entity(1), kind: .wallet, asset: .ngn)) == 700)
    #expect(store.balance(.platform(.losses, asset: .ngn, stripe: 0)) == 700)
    #expect(store.balance(Self.losses) == 0 && store.discrepancies.isEmpty)
  }

  @Test("a frozen wallet gives back what its owner owes, and nothing else")
  func frozen() throws {
    try store.carryOut(
      SetWalletFreeze(
        caller: .admin, request: nil, user: .entity(2), isFrozen: true, reason: "paid twice"))
    let proposed = try store.carryOut(Self.propose(.walletDebit, 5_000))
    try store.carryOut(Self.approve(proposed))
    #expect(store.wallet(.entity(2)) == 0 && store.balance(Self.losses) == -5_000)
    #expect(store.row(WalletFreeze.self, .entity(2))?.isFrozen == true)
  }

  @Test("a deleted account is repaid, and its money waits to be handed over")
  func deleted() throws {
    var departed = User.fixture(3)
    try departed.erase()
    store.put(departed)
    try store.carryOut(Self.approve(try store.carryOut(Self.propose(.walletCredit, of: 3))))
    #expect(store.wallet(.entity(3)) == 1_000)
    try store.carryOut(
      HandOverWallet(
        caller: .admin, request: nil, user: .entity(3), receiver: .entity(1), reason: "x",
        approvalLimitMsat: .max))
    #expect(store.wallet(.entity(1)) == 1_000 && store.discrepancies.isEmpty)
  }

  /// Of an escrow of 1 and 2, of which 3 has a share; of a payout of 5; and of the wallet of 6.
  @Test(
    "nobody decides on their own wallet, payout or escrow, whoever they are beside an admin",
    arguments: [
      ("", 6), ("reconciliationRuns", 6), ("payouts", 5), ("payouts", 6), ("escrows", 1),
      ("escrows", 2), ("escrows", 3), ("invoices", 1), ("invoices", 2), ("invoices", 3),
    ] as [(String, UInt64)])
  func ownCase(collection: String, concerned: UInt64) throws {
    let world = World()
    let held = try world.escrow(in: .awaitingPayment).escrow
    let store = world.store
    for number: UInt64 in 1...3 { store.put(User.fixture(number)) }
    try store.carryOut(
      SetPayees(
        caller: .freelancer, request: nil, escrow: held.id,
        shares: [.init(user: .entity(2), weight: 1), .init(user: .entity(3), weight: 1)]))
    for number: UInt64 in [1, 2, 3, 4, 5, 6, 8] {
      store.put(User.fixture(number, roles: [.admin, .client, .freelancer]))
    }
    store.put(Payout.fixture(user: .entity(5)))
    let run = try store.carryOut(
      QueueReconciliation(
        caller: .admin, request: nil, provider: "simulator", from: .start,
        to: Timestamp.start.adding(seconds: 1)))
    let ids = [
      "escrows": held.id, "payouts": Payout.fixture().id, "reconciliationRuns": run.id,
      "invoices": try #require(store.rows(Invoice.self).first).id,
    ]
    let about = ids[collection].map { "\(collection)/\($0)" } ?? ""
    func proposal(by admin: UInt64) -> ProposeCorrection {
      Self.propose(.walletCredit, of: 6, about: about, by: admin)
    }
    #expect(store.refusal(of: proposal(by: concerned))?.reason == "OWN_CASE")
    let proposed = try store.carryOut(proposal(by: 4))
    #expect(proposed.subject == about)
    #expect(store.refusal(of: Self.approve(proposed, by: concerned))?.reason == "OWN_CASE")
    let withdrawal = WithdrawCorrection(
      caller: Self.admin(concerned), request: nil, id: proposed.id, reason: "x")
    #expect(store.refusal(of: withdrawal)?.reason == "OWN_CASE")
    #expect(try store.carryOut(Self.approve(proposed)).state == .booked)
  }

  @Test(
    "what is no name of theirs is none",
    arguments: ["payouts", "payouts/1", "jobs/\(UUID.entity(1))"])
  func subjects(name: String) {
    #expect(CorrectionSubject(name) == nil)
    #expect(CorrectionSubject("escrows/\(UUID.entity(1))")?.name == "escrows/\(UUID.entity(1))")
  }

  @Test("an approval that is sent again books once, and on a real database as in memory")
  func once() async throws {
    try await withEngine { engine in
      try await Self.people(engine)
      try await engine.commit(PostAll.paying(5_000, to: 2))
      let proposed = try await engine.carryOut(Self.propose(.walletDebit))
      let approve = Self.approve(proposed, request: .fixture(5))
      _ = try await engine.commit(approve, isRehearsal: true)
      for isReplay in [false, true] {
        try await #expect(engine.commit(approve).isReplay == isReplay)
      }
      let wallet = AccountID(of: .entity(2), kind: .wallet, asset: .btc)
      try await #expect(engine.balance(wallet) == 4_000)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("the database refuses what the code would never do")
  func schema() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await Self.people(engine)
      let proposed = try await engine.carryOut(Self.propose(.walletCredit))
      _ = try await engine.carryOut(Self.approve(proposed))
      _ = try await engine.carryOut(Self.propose(.walletCredit))
    }
    let booked = "state = 2, transaction_id = id, decided_at = now()"
    for (statement, reason) in [
      ("UPDATE correction SET state = 3 WHERE state = 2", "correction is append-only"),
      ("DELETE FROM correction", "correction is append-only"),
      ("UPDATE correction SET proposer = user_id WHERE state = 1", "correction_own_case"),
      ("UPDATE correction SET state = 2 WHERE state = 1", "correction_booked"),
      (
        "UPDATE correction SET \(booked), approver = proposer WHERE state = 1",
        "correction_two_admins"
      ),
      ("UPDATE correction SET user_id = NULL WHERE state = 1", "correction_of_wallet"),
    ] {
      let failure = #expect(throws: Administrator.Failure.self) {
        try Administrator.execute(statement, on: conninfo)
      }
      #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
    }
  }

  private static func people(_ engine: Engine) async throws {
    for number: UInt64 in 1...3 { try await engine.commit(PutRow(row: User.fixture(number))) }
    for number: UInt64 in [4, 8] {
      try await engine.commit(PutRow(row: User.fixture(number, roles: .admin)))
    }
  }

  @Test("after the loss is booked, the provider and the books agree again on what it holds")
  func booksAgree() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      // The rail calls failed what is under way, and arrives.
      try await desk.step(payout)
      let liar = desk.worker(OtherWords(rail: desk.rail, fetched: .failed(reason: "bounced")))
      try await #expect(liar.ask(reference: payout.reference))
      try await #expect(desk.row(payout).state == .failed)
      desk.clock.advance(seconds: 60)
      try await #expect(desk.worker.ask(reference: payout.reference))
      let contradicted = try await desk.row(payout)
      #expect(contradicted.contradiction == .open)
      let book = desk.simulator.book
      let cost = book.balance(.paidOut) + book.balance(.fees)
      #expect(cost > 0)
      try await #expect(desk.platform(.providerFloat) == RailDesk.bitcoin)
      try await Self.people(desk.engine)
      let about = "payouts/\(payout.id)"
      for correction in [
        Self.propose(.providerLoss, cost, about: about),
        Self.propose(.walletDebit, cost, about: about),
      ] {
        let proposed = try await desk.engine.carryOut(correction)
        _ = try await desk.engine.carryOut(Self.approve(proposed))
      }
      // The platform has lost nothing, and the user has paid for what arrived.
      try await desk.expectSameBooks()
      try await #expect(desk.platform(.losses) == 0)
      try await #expect(desk.wallet() == RailDesk.bitcoin - cost)
    }
  }
}
