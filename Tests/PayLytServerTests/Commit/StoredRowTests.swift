import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Rows in PostgreSQL")
struct StoredRowTests {
  /// Inserted, loaded by id and by each key, updated, and loaded again.
  private func roundTrip<Row: StoredRow>(
    _ engine: Engine, _ row: Row, changed: Row? = nil
  ) async throws {
    try await engine.commit(PutRow(row: row))
    try await expect(engine, row)
    if let changed {
      #expect(changed.rowID == row.rowID && changed != row)
      try await engine.commit(PutRow(row: changed, isKnown: true))
      try await expect(engine, changed)
    }
  }

  private func expect<Row: StoredRow>(_ engine: Engine, _ row: Row) async throws {
    for key in [Table<Row>.idKey] + Row.table.keys {
      guard let value = key.value(row) else { continue }
      let found = try await engine.fetch(Row.self, by: key.column, value)
      #expect(found.contains(row), "\(Row.table.name) by \(key.column)")
    }
    let other = try await engine.fetch(Row.self, by: "id", .uuid(.entity(0xabc)))
    #expect(other.isEmpty)
  }

  private func changed<Row>(_ row: Row, _ change: (inout Row) throws -> Void) rethrows -> Row {
    var copy = row
    try change(&copy)
    return copy
  }

  @Test("people and their sessions")
  func people() async throws {
    try await withEngine { engine in
      let user = User(
        id: .entity(1), email: "zoë+1@例え.org", passwordHash: "$argon2id$v=19$x",
        displayName: "Zoë \u{1F469}\u{200D}\u{1F4BB} 'quoted' \\ {1,2}", roles: [.client, .admin],
        createdAt: Timestamp(microseconds: -1))
      let changedUser = try changed(user) { user in
        for _ in 0..<9 { user.failLogin(at: .start) }
        for _ in 0..<9 { user.failPin(at: .start) }
        for _ in 0..<2 { user.setPin("$argon2id$v=19$y", isProved: false, at: .start) }
        user.failPin(at: .start)
        user.endSessions()
        user.setTier(.verified)
        for isFrozen in [true, false, true] { try user.setFrozen(isFrozen, at: .start) }
      }
      try await roundTrip(engine, user, changed: changedUser)
      let device = Session.Device(userAgent: "Zoë's phone", address: "2001:db8::/64")
      let session = Session(id: .entity(2), user: user, device: device, at: .start)
      let rotated = changed(session) { $0.rotate(at: .start, by: .entity(3)) }
      try await roundTrip(engine, session, changed: rotated)
      try await engine.commit(
        PutRow(row: changed(rotated) { $0.revoke(at: .start) }, isKnown: true))
      let found = try await engine.fetch(Session.self, by: "id", .uuid(.entity(2)))
      #expect(found.first?.revokedAt == .start)
    }
  }

  @Test("profiles, cases for a tier, and what was moved on a day")
  func identities() async throws {
    try await withEngine { engine in
      try await engine.commit(PutRow(row: User.fixture()))
      var profile = Profile(of: .entity(1), at: .start)
      profile.content.skills = ["Swift", "\u{1F980} 'Rust' \\"]
      profile.touch(at: .start)
      let shown = changed(profile) { profile in
        profile.content = Profile.Content(
          headline: "Zoë", about: "line\nline", skills: [], portfolioURLs: ["https://a.example/ä"],
          hourlyRateSats: 7)
        profile.touch(at: .start.adding(seconds: 1))
      }
      try await roundTrip(engine, profile, changed: shown)
      let kyc = KycCase(
        id: .entity(5), user: .entity(1), tier: .verified,
        details: SealedDetails(keyID: 1, bytes: [0, 1, 255]), at: .start)
      let decided = try changed(kyc) {
        try $0.review(approve: true, by: .entity(4), reason: "seen", at: .start)
        $0.reseal(SealedDetails(keyID: 2, bytes: [7]))
      }
      try await roundTrip(engine, kyc, changed: decided)
      let handover = WalletHandover(
        user: .entity(1), receiver: .entity(2), proposedBy: .entity(3), holdings: "BTC 1",
        proposedAt: .start)
      let another = changed(handover) {
        $0.receiver = .entity(4)
        $0.proposedBy = .entity(5)
        $0.holdings = "BTC 1, NGN 5"
        $0.proposedAt = Timestamp.start.adding(seconds: 1)
      }
      try await roundTrip(engine, handover, changed: another)
      for number in UInt64(2)...3 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let correction = Correction(
        proposing: .entity(6), .walletDebit, of: .entity(1), Money(asset: .kes, units: .max),
        about: "payouts/\(UUID.entity(7))", reason: "Zoë's", by: .entity(2), at: .start)
      let booked = try changed(correction) {
        try $0.book(by: .entity(3), as: .entity(9), counts: true, at: .start)
      }
      try await roundTrip(engine, correction, changed: booked)
      let usage = UserUsage(id: .entity(1), day: -1, fundingMsat: 0, payoutMsat: .max)
      let spent = try changed(usage) {
        try $0.spend(5, as: .funding, cap: 5)
        try $0.moveUnproved(7, limit: 7, at: .start)
      }
      try await roundTrip(engine, usage, changed: spent)
    }
  }

  @Test(
    "keys of services, whatever they prove themselves with", arguments: ApiKeyCredential.allCases)
  func keys(credential: ApiKeyCredential) async throws {
    try await withEngine { engine in
      let key = ApiKey.fixture(credential)
      let changedKey = try changed(key) { key in
        key.use(at: .start)
        if credential != .certificate {
          try key.rotate(to: [9, 0, 9], overlapSeconds: 60, at: .start)
        } else {
          try key.revoke(at: .start)
        }
      }
      try await roundTrip(engine, key, changed: changedKey)
    }
  }

  @Test("jobs and their milestones")
  func jobs() async throws {
    try await withEngine { engine in
      for number in UInt64(1)...2 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let job = try World().job()
      let assigned = try changed(job) {
        try $0.assign(
          to: .entity(2), .init(sha256: job.termsSHA256), escrow: .entity(10), at: .start)
      }
      try await roundTrip(engine, job, changed: assigned)
      try await roundTrip(
        engine,
        JobMilestone(
          id: .entity(5), job: job.id, number: .max, title: "", amountMsat: 1000,
          isRemoved: false),
        changed: JobMilestone(
          id: .entity(5), job: job.id, number: .max, title: "x", amountMsat: 2000,
          isRemoved: true))
      let application = Application(
        id: .entity(6), job: job.id, freelancer: .entity(2), proposal: "", state: .pending,
        termsSHA256: job.termsSHA256, termsVersion: 1, version: 1, createdAt: .start,
        updatedAt: .start)
      for state in ApplicationState.allCases.dropFirst() {
        try await engine.commit(
          PutRow(
            row: changed(application) { $0.move(to: state, at: .start) },
            isKnown: state != .accepted))
      }
      try await roundTrip(
        engine,
        TermsAcceptance(
          id: .entity(8), job: job.id, freelancer: .entity(2), escrow: .entity(10),
          termsSHA256: job.termsSHA256, termsVersion: .max, acceptedAt: .start))
    }
  }

  @Test("escrows, milestones, invoices and receipts")
  func escrows() async throws {
    try await withEngine { engine in
      var held = EscrowCase.fixture(.awaitingPayment)
      let before = held
      _ = held.receive(paidMsat: 150_000_000, at: .start.adding(seconds: 1))
      try held.submit(position: 1, note: "see\nattachment", at: .start.adding(seconds: 2))
      try await roundTrip(engine, before.escrow, changed: held.escrow)
      try await engine.commit(PutRow(row: before.milestones[1]))
      try await engine.commit(PutRow(row: before.milestones[0]))
      try await engine.commit(PutRow(row: held.milestones[0], isKnown: true))
      let milestones = try await engine.fetch(
        Milestone.self, by: "escrow_id", .uuid(held.escrow.id))
      #expect(milestones == [held.milestones[0], before.milestones[1]])

      let invoice = Invoice(
        id: .entity(30), escrow: .entity(10), provider: "bitnob", reference: "r",
        providerID: "", paymentHash: [UInt8](repeating: 0xff, count: 32), paymentRequest: "lnbc",
        amountMsat: .max, paidMsat: 0, state: .pending, createdAt: .start, expiresAt: .start,
        settledAt: nil)
      try await roundTrip(
        engine, invoice, changed: changed(invoice) { $0.settle(paidMsat: 5, at: .start) })
      for (number, lines) in [[], ["One"], ["Two", "ends in CR\r", "\u{301}mark"]].enumerated() {
        try await roundTrip(
          engine,
          Receipt(
            id: .entity(40 + UInt64(number)), escrow: .entity(10), transaction: .entity(50),
            kind: .refund, client: .entity(1), freelancer: .entity(2), grossMsat: 7, feeMsat: 0,
            lines: lines,
            parts: (0..<UInt64(number)).map {
              PayeePart(user: .entity($0), amountMsat: .max - Int64($0))
            }, issuedAt: .start))
      }
    }
  }

  @Test("payouts, events from providers, accounts, transfers and the journal")
  func rest() async throws {
    try await withEngine { engine in
      try await roundTrip(
        engine, Payout.fixture(),
        changed: try changed(Payout.fixture()) {
          try $0.beginAttempt(paymentRequest: "lnbc1", at: .start)
          try $0.settle(.succeeded(feeMsat: 1, preimage: [0, 255]), at: .start)
        })
      let event = InboundEvent(
        id: .entity(60), provider: "bitnob", eventID: "evt", type: "invoice.paid",
        body: Array(0...255), state: .waiting, attempts: 0, unanswered: 0, nextAttemptAt: .start,
        note: "",
        receivedAt: .start)
      try await roundTrip(
        engine, event,
        changed: changed(event) {
          $0.postponeUnanswered(at: .start)
          $0.finish(.failed, "why")
        })
      let id = AccountID(of: .entity(1), kind: .wallet, asset: .kes)
      try await roundTrip(
        engine, Account(id: id, kind: .wallet, asset: .kes, debits: 0, credits: 0),
        changed: Account(id: id, kind: .wallet, asset: .kes, debits: .max - 1, credits: .max))
      try await roundTrip(
        engine,
        Transfer(
          id: .entity(70), transaction: .entity(71), debit: id,
          credit: AccountID(of: .entity(2), kind: .wallet, asset: .kes), asset: .kes,
          amount: .max, kind: .payoutReturn, createdAt: .start))
      try await roundTrip(
        engine,
        JournalEntry(
          id: .entity(80), createdAt: .start, requestKey: .entity(81), fingerprint: [],
          actor: "users/1", method: "m", status: .ok, response: [0], eventType: "e",
          subject: "s", payloadType: "p", reason: "why", parties: [.entity(1), .entity(2)]))
      try await roundTrip(
        engine,
        JournalEntry(
          id: .entity(82), createdAt: .start, requestKey: nil, fingerprint: [1], actor: "a",
          method: "m", status: .failedPrecondition, response: [], eventType: nil, subject: nil,
          payloadType: nil, reason: nil, parties: []))
    }
  }

  @Test("every state and kind that rows can have is one that the schema takes")
  func states() async throws {
    try await withEngine { engine in
      for (number, state) in EscrowState.allCases.enumerated() {
        let held = EscrowCase.fixture(state)
        var copy = Escrow(
          opening: .entity(1000 + UInt64(number)), job: .entity(2000 + UInt64(number)),
          client: .entity(1), freelancer: .entity(2), amountMsat: held.escrow.amountMsat,
          terms: .fixture(fixedMsat: 1, minMsat: 2, isReturnedByTimer: true), at: .start)
        copy.state = state
        copy.fundedMsat = held.escrow.fundedMsat
        copy.releasedMsat = held.escrow.releasedMsat
        copy.refundedMsat = held.escrow.refundedMsat
        copy.disputedMsat = held.escrow.disputedMsat
        copy.stateBeforeDispute = held.escrow.stateBeforeDispute
        copy.feeTakenMsat = held.escrow.feeTakenMsat
        copy.isPaidLate = true
        copy.dispute = number % 2 == 0 ? nil : .entity(9)
        copy.cancelConsents = .both
        copy.cancellableUntil = number % 2 == 0 ? .start : nil
        copy.restateConsents = .freelancer
        copy.restatedDeadline = number % 2 == 0 ? nil : .start
        copy.newMilestones = (0..<number).map {
          NewMilestone(title: "\r a \($0) ä\r", amountMsat: Int64($0) * 1000 + 1000)
        }
        copy.restatableUntil = number % 2 == 0 ? .start : nil
        copy.payeeCount = 10
        try await roundTrip(engine, copy)
        copy.version = 2
        try await engine.commit(PutRow(row: copy, isKnown: true))
      }
      for (number, state) in MilestoneState.allCases.enumerated() {
        try await roundTrip(engine, Milestone.fixture(Int16(number + 1), 1, state))
      }
      var payee = Payee(
        id: .entity(200), escrow: .entity(10), user: .entity(1), weight: 1, position: 1)
      for number in UInt64(1)...2 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let before = payee
      payee.user = .entity(2)
      payee.weight = 0
      try await roundTrip(engine, before, changed: payee)
      for kind in Timer.Kind.allCases {
        try await roundTrip(
          engine,
          Timer(
            id: .entity(300 + UInt64(kind.rawValue)), kind: kind, subject: .entity(1), part: -1,
            dueAt: .start, attempts: 0))
      }
      try await roundTrip(
        engine,
        FeeSchedule(
          id: .entity(400),
          rates: FeeRates(
            version: 2, basisPoints: 1000, fixedMsat: 1, minMsat: 2, maxMsat: .max),
          createdAt: .start))
      #expect(engine.bugs.isEmpty)
    }
  }
}
