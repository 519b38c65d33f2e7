import Testing

@testable import PayLytServer

@Suite("Pausing a capability")
struct PauseTests {
  private static func set(
    _ capability: Capability, isPaused: Bool = true, etag: String = ""
  ) -> SetCapability {
    SetCapability(
      caller: .admin, request: nil, capability: capability, isPaused: isPaused,
      reason: "to be looked at", etag: etag)
  }

  /// Which commands each capability stops. A rule of TidyTests finds a command that neither is
  /// stopped nor has its reason there.
  private static let commands: [(any Command.Type, Capability)] = [
    (Register.self, .registrations), (CreateJob.self, .jobs), (AcceptTerms.self, .jobs),
    (PublishJob.self, .jobs), (UpdateJob.self, .jobs), (EditMilestone.self, .jobs),
    (ApplyToJob.self, .jobs), (AcceptApplication.self, .jobs), (AcceptSettlement.self, .releases),
    (RefreshInvoice.self, .funding),
    (FundEscrow.self, .funding), (ReleaseEscrow.self, .releases),
    (ReleaseMilestone.self, .releases), (ReleaseUnanswered.self, .releases),
    (RefundEscrow.self, .releases), (ReturnUnstarted.self, .releases),
    (CreateDeposit.self, .deposits),
    (TransferFunds.self, .transfers), (CreateFxQuote.self, .conversions),
    (ExecuteQuote.self, .conversions), (CreatePayoutQuote.self, .payouts),
    (CreatePayout.self, .payouts), (BeginPayoutAttempt.self, .payouts),
  ]

  /// What must never be stopped: what happened outside, what admins decide, and what closes doors.
  private static let always: [any Command.Type] = [
    ReceivePayment.self, ReceiveDeposit.self, SettlePayout.self, PostponePayout.self,
    CancelPayout.self, FreezeEscrow.self, OverrideEscrow.self, SetWalletFreeze.self,
    HandOverWallet.self, ApproveCorrection.self,
    SetCapability.self, EndSession.self, RecordInboundEvent.self, OpenDispute.self,
    CreateAdmin.self,
  ]

  @Test("every command belongs to what stops it, and every capability stops something")
  func table() {
    for (command, capability) in Self.commands {
      #expect(command.capability == capability, "\(command)")
    }
    for command in Self.always { #expect(command.capability == nil, "\(command)") }
    #expect(Set(Self.commands.map(\.1)) == Set(Capability.allCases))
  }

  @Test("what is paused is refused and changes nothing; it goes on afterwards")
  func refused() throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow
    let release = ReleaseEscrow(caller: .client, request: nil, escrow: escrow.id)
    world.store.put(CapabilityState(id: Capability.releases.id, isPaused: true))
    world.store.put(CapabilityState(id: Capability.jobs.id, isPaused: false))
    let before = world.store.contents
    let refusal = world.store.refusal(of: release)
    #expect(refusal == .paused(.releases) && refusal?.isPause == true)
    #expect(world.store.contents == before)
    _ = try world.job()
    world.store.put(CapabilityState(id: Capability.releases.id, isPaused: false))
    #expect(try world.store.carryOut(release).escrow.state == .released)
    #expect(!Refusal.notFound("x").isPause)
  }

  @Test("a pause of releases keeps what was paid in part, too, and lets go what holds nothing")
  func partlyPaid() throws {
    let world = World()
    let partly = try world.escrow(in: .partiallyFunded).escrow
    let unpaid = try world.escrow(in: .awaitingPayment).escrow
    world.store.put(CapabilityState(id: Capability.releases.id, isPaused: true))
    world.store.now = partly.terms.fundBy.adding(seconds: 86_400)
    for escrow in [partly, unpaid] { try world.expireInvoices(of: escrow.id) }
    let cancel = CancelEscrow(caller: .client, request: nil, escrow: partly.id)
    #expect(world.store.refusal(of: cancel) == .paused(.releases))
    #expect(world.store.refusal(of: EndFunding(escrow: partly.id)) == .paused(.releases))
    try world.store.carryOut(
      RestateEscrow(caller: .freelancer, request: nil, escrow: partly.id, amounts: [0, 10_000_000]))
    let restate = RestateEscrow(
      caller: .client, request: nil, escrow: partly.id, amounts: [0, 10_000_000])
    #expect(world.store.refusal(of: restate) == .paused(.releases))
    #expect(
      try world.store.carryOut(EndFunding(escrow: unpaid.id)).changed?.escrow.state == .expired)
    world.store.put(CapabilityState(id: Capability.releases.id, isPaused: false))
    #expect(try world.store.carryOut(cancel).escrow.state == .refunded)
  }

  @Test("a consent to cancel waits for the end of the pause, and can be taken back in it")
  func consent() throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    func end(by caller: Caller, isWithdrawn: Bool = false) -> ConsentCancel {
      ConsentCancel(caller: caller, request: nil, escrow: escrow, isWithdrawn: isWithdrawn)
    }
    try world.store.carryOut(end(by: .freelancer))
    world.store.put(CapabilityState(id: Capability.releases.id, isPaused: true))
    #expect(world.store.refusal(of: end(by: .client)) == .paused(.releases))
    try world.store.carryOut(end(by: .freelancer, isWithdrawn: true))
    world.store.put(CapabilityState(id: Capability.releases.id, isPaused: false))
    #expect(try world.store.carryOut(end(by: .client)).escrow.state == .paidLocked)
  }

  @Test("a switch is set once, by who has read it as it is, and tells why and who")
  func switches() throws {
    let store = MemoryStore()
    let paused = try store.carryOut(Self.set(.payouts))
    #expect(paused.isPaused && paused.version == 1 && paused.reason == "to be looked at")
    #expect(store.refusal(of: Self.set(.payouts))?.reason == "ILLEGAL_TRANSITION")
    #expect(
      store.refusal(of: Self.set(.payouts, isPaused: false, etag: "0"))?.reason
        == "ETAG_MISMATCH")
    #expect(try !store.carryOut(Self.set(.payouts, isPaused: false, etag: paused.etag)).isPaused)
    #expect(
      store.refusal(of: Self.set(.payouts, isPaused: false))?.reason == "ILLEGAL_TRANSITION")
    #expect(
      store.refusal(of: Self.set(.jobs, isPaused: false))?.reason == "ILLEGAL_TRANSITION")
    #expect(store.events.map(\.type) == ["capability.paused", "capability.resumed"])
    #expect(store.events.map(\.subject) == Array(repeating: "capabilities/payouts", count: 2))
  }

  private static func give(_ key: UInt64) -> TransferFunds {
    TransferFunds(
      caller: .freelancer,
      request: RequestIdentity(
        key: .entity(key), fingerprint: [UInt8](repeating: 1, count: 32)),
      from: .entity(2), to: .entity(3), amount: .msat(1000))
  }

  @Test("in PostgreSQL: after the pause nothing goes through, repetitions are still answered")
  func stored() async throws {
    try await withEngine { engine in
      for number in UInt64(1)...3 { try await engine.commit(PutRow(row: User.fixture(number))) }
      try await engine.commit(PostAll.paying(1_000_000, to: 2))
      let wallet = AccountID(of: .entity(2), kind: .wallet, asset: .btc)
      try await engine.commit(Self.give(0x500))
      try await engine.commit(Self.set(.transfers))
      let before = try await engine.balance(wallet)
      let stopped = await engine.commitAll((0x600..<0x610).map { Self.give($0) })
      for outcome in stopped {
        #expect(throws: Refusal.paused(.transfers)) { try outcome.get() }
      }
      #expect(try await engine.commit(Self.give(0x500)).isReplay)
      #expect(try await engine.balance(wallet) == before)
      let twice = await engine.commitAll([
        Self.set(.transfers, isPaused: false), Self.set(.transfers, isPaused: false),
      ])
      #expect(twice.filter { (try? $0.get()) != nil }.count == 1)
      try await engine.commit(Self.give(0x700))
      #expect(try await engine.balance(wallet) == before - 1000)
      let switches = try await engine.database.query(AdminStatements.switches)
      #expect(switches.map(\.capability) == [.transfers] && switches.allSatisfy { !$0.isPaused })
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("a timer that is paused is looked at again, and is no failure")
  func timers() async throws {
    try await withEngine { engine in
      let clock = ManualClock()
      try await engine.commit(
        PutRow(
          row: Timer(
            id: .entity(5), kind: .reviewEnds, subject: .entity(6), part: 1, dueAt: .start,
            attempts: 0)))
      let worker = TimerWorker(
        database: engine.database, clock: clock, log: Log(level: .error, clock: clock),
        fire: { _ in throw Refusal.paused(.releases) })
      _ = try await worker.step()
      let timer = try #require(
        try await engine.fetch(Timer.self, by: "id", .uuid(.entity(5))).first)
      #expect(timer.attempts == 0)
      #expect(timer.dueAt == Timestamp.start.adding(seconds: TimerLimits.pauseSeconds))
    }
  }

  @Test("whoever has the database pauses without a server, before one starts on a restored copy")
  func withoutServer() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let asked = try PauseCommand.capabilities("payouts,releases")
    let first = try await PauseCommand.pause(asked, because: "restored", in: conninfo)
    #expect(first == [.payouts, .releases])
    let all = try PauseCommand.capabilities(nil)
    let rest = try await PauseCommand.pause(all, because: "restored", in: conninfo)
    #expect(Set(rest) == Set(all).subtracting(first))
    try await withEngine(conninfo) { engine in
      for capability in Capability.allCases {
        let found = try await engine.fetch(CapabilitySwitch.self, by: "id", .uuid(capability.id))
        #expect(found.first?.isPaused == true && found.first?.reason == "restored")
      }
    }
  }

  @Test(
    "whoever has the database makes an admin while registrations are paused")
  func newAdmin() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    _ = try await PauseCommand.pause([.registrations], because: "restored", in: conninfo)
    func create() async throws {
      try await AdminCommand.createUser(
        email: "Ope@example.com", name: "Ope", password: "a long password", database: conninfo)
    }
    try await create()
    await #expect(throws: AuthError.emailTaken.refusal) { try await create() }
    try await withEngine(conninfo) { engine in
      let made = try await engine.fetch(User.self, by: "email", .text("ope@example.com"))
      #expect(made.map(\.roles) == [.admin])
      let other = Register(
        caller: .system("auth"), request: nil, email: "ada@example.com", passwordHash: "x",
        displayName: "Ada", roles: .client)
      await #expect(throws: Refusal.paused(.registrations)) { try await engine.commit(other) }
    }
  }

  @Test(
    "what is no capability is named", arguments: ["payout", "", "payouts,", "payouts releases"])
  func unknown(list: String) {
    #expect(throws: CommandLineOptions.Misuse.self) { try PauseCommand.capabilities(list) }
  }

  @Test("a reason is one that the API takes, too")
  func reasons() throws {
    // Two code points are one character for whoever reads it.
    let longest = String(repeating: "e\u{301}", count: 500)
    try PauseCommand.check(reason: longest)
    for reason in [" ", "\n", longest + "e"] {
      #expect(throws: CommandLineOptions.Misuse.self) { try PauseCommand.check(reason: reason) }
    }
  }
}
