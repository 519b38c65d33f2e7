import Testing

@testable import PayLytServer

@Suite("Users, profiles and tiers")
struct IdentityCommandTests {
  private let store = MemoryStore()

  init() {
    for number in UInt64(1)...4 { store.put(User.fixture(number)) }
  }

  private func user(_ number: UInt64 = 1) throws -> User {
    try #require(store.row(User.self, .entity(number)))
  }

  private func delete(_ number: UInt64 = 1, etag: String = "") -> DeleteUser {
    DeleteUser(caller: .admin, request: nil, user: .entity(number), etag: etag)
  }

  private func rename(_ etag: String = "") -> UpdateUser {
    UpdateUser(
      caller: .client, request: nil, user: .entity(1), displayName: "Ada", etag: etag)
  }

  private func freeze(
    _ isFrozen: Bool, _ number: UInt64 = 1, by caller: Caller = .admin, etag: String = ""
  ) -> FreezeUser {
    FreezeUser(
      caller: caller, request: nil, user: .entity(number), isFrozen: isFrozen, reason: "Fraud.",
      etag: etag)
  }

  private func roles(_ number: UInt64 = 1, by caller: Caller = .admin, etag: String = "")
    -> SetUserRoles
  {
    SetUserRoles(
      caller: caller, request: nil, user: .entity(number), roles: [.client, .freelancer],
      reason: "Asked.", etag: etag)
  }

  private func profile(_ changes: UpdateProfile.Changes, etag: String = "") -> UpdateProfile {
    UpdateProfile(
      caller: .client, request: nil, user: .entity(1), changes: changes, etag: etag)
  }

  private func submit(_ tier: KycTier = .identified, _ number: UInt64 = 1) -> SubmitKyc {
    SubmitKyc(
      caller: .client, request: nil, user: .entity(number), tier: tier,
      details: SealedDetails(keyID: 1, bytes: [1, 2, 3]))
  }

  private func review(
    _ id: UUID, _ approve: Bool, by reviewer: UInt64 = 4, etag: String = ""
  ) -> ReviewKyc {
    ReviewKyc(
      caller: .admin, request: nil, id: id, reviewer: .entity(reviewer), approve: approve,
      reason: "Seen.", etag: etag)
  }

  @Test("an admin makes no admins, and takes nobody's place as the second one")
  func noNewAdmins() throws {
    func give(_ number: UInt64, _ roles: Roles) -> SetUserRoles {
      SetUserRoles(
        caller: .user(.entity(9), .admin), request: nil, user: .entity(number), roles: roles,
        reason: "Asked.")
    }
    store.put(User.fixture(1))
    var admin = User.fixture(4)
    admin.setRoles(.admin)
    store.put(admin)
    #expect(store.refusal(of: give(1, [.client, .admin]))?.field == "roles")
    // Who is one may get other roles beside it, and lose it.
    #expect(try store.carryOut(give(4, [.client, .admin])).roles == [.client, .admin])
    #expect(try store.carryOut(give(4, .client)).roles == .client)
    #expect(store.refusal(of: give(4, .admin))?.field == "roles")
  }

  @Test("each change of an account makes a new version, and a stale one is refused")
  func versions() throws {
    let first = try user()
    let renamed = try store.carryOut(rename(first.etag))
    #expect(renamed.displayName == "Ada" && renamed.etag != first.etag)
    #expect(store.refusal(of: rename(first.etag))?.reason == "ETAG_MISMATCH")
    #expect(store.refusal(of: freeze(true, etag: first.etag))?.reason == "ETAG_MISMATCH")
    #expect(store.refusal(of: roles(etag: first.etag))?.reason == "ETAG_MISMATCH")
    #expect(store.refusal(of: delete(etag: first.etag))?.reason == "ETAG_MISMATCH")
    let changed = try store.carryOut(roles(etag: renamed.etag))
    #expect(changed.roles == [.client, .freelancer])
    #expect(try store.carryOut(freeze(true, etag: changed.etag)).state == .frozen)
    #expect(try store.carryOut(freeze(false)).state == .active)
    #expect(
      store.events.map(\.type)
        == ["user.updated", "user.roles_set", "user.frozen", "user.unfrozen"])
  }

  @Test("nobody freezes themselves or gives themselves roles")
  func own() {
    let own = Caller.user(.entity(1), [.admin])
    #expect(store.refusal(of: freeze(true, by: own))?.reason == "OWN_ACCOUNT")
    #expect(store.refusal(of: freeze(false, by: own))?.reason == "OWN_ACCOUNT")
    #expect(store.refusal(of: roles(by: own))?.reason == "OWN_ACCOUNT")
  }

  private static func endpoint(_ number: UInt64) -> CreateWebhookEndpoint {
    CreateWebhookEndpoint(
      caller: .client, request: nil, user: .entity(1), endpoint: .entity(number),
      content: .init(url: "https://example.com/", description: "", types: []),
      secret: DetailKeys.fixture.seal([1], for: .entity(number), in: WebhookEndpoint.secrets),
      position: 3)
  }

  @Test("of a deleted account nothing is left that says who it was, and nothing changes any more")
  func deleted() throws {
    let session = try store.carryOut(OpenSession(user: .entity(1))).session
    try store.carryOut(profile(.init(headline: "Ada", skills: ["Swift"])))
    let kyc = try store.carryOut(submit())
    try store.carryOut(
      CreateBeneficiary(
        caller: .client, request: nil,
        beneficiary: Beneficiary(
          id: .entity(30), user: .entity(1), destination: BeneficiaryTests.bank, label: "x",
          currency: .ngn, keys: .fixture, at: store.now)))
    try store.carryOut(Self.endpoint(41))
    let gone = try store.carryOut(delete())
    #expect(store.row(Beneficiary.self, .entity(30))?.isDeleted == true)
    let endpoint = try #require(store.row(WebhookEndpoint.self, .entity(41)))
    #expect(endpoint.state == .deleted && endpoint.secret.bytes.isEmpty)
    #expect(store.refusal(of: Self.endpoint(42))?.reason == "ACCOUNT_FROZEN")
    #expect(gone.state == .deleted && gone.displayName.isEmpty && gone.passwordHash.isEmpty)
    #expect(!gone.email.contains("@") && !gone.email.contains("user1"))
    #expect(store.row(Profile.self, .entity(1))?.content == Profile.Content())
    #expect(store.row(KycCase.self, kyc.id)?.details.bytes == [])
    #expect(throws: AuthError.tokenRevoked) {
      try store.carryOut(RefreshSession(session: session.id, generation: 1))
    }
    #expect(store.refusal(of: OpenSession(user: .entity(1)))?.reason == "BAD_CREDENTIALS")
    for refusal in [
      store.refusal(of: delete()), store.refusal(of: rename()), store.refusal(of: freeze(true)),
      store.refusal(of: freeze(false)), store.refusal(of: roles()), store.refusal(of: submit()),
      store.refusal(of: profile(.init(headline: "x"))),
      store.refusal(of: review(kyc.id, true)),
    ] {
      #expect(refusal?.reason == "ACCOUNT_DELETED")
    }
    // The address is free again.
    let again = Register(
      caller: .system("auth"), request: nil, email: "user1@example.org", passwordHash: "",
      displayName: "Somebody else", roles: .client)
    #expect(try store.carryOut(again).id != gone.id)
  }

  @Test("what is done to nobody is refused")
  func nobody() {
    for refusal in [
      store.refusal(of: delete(50)), store.refusal(of: freeze(true, 50)),
      store.refusal(of: roles(50)), store.refusal(of: submit(.verified, 50)),
      store.refusal(of: review(.entity(50), true)),
    ] {
      #expect(refusal?.reason == "NOT_FOUND")
    }
  }

  @Test("a profile is changed field by field")
  func profiles() throws {
    let first = try store.carryOut(profile(.init(headline: "Ada", about: "I count."))).profile
    let second = try store.carryOut(profile(.init(skills: ["Swift"]), etag: first.etag)).profile
    #expect(second.content.headline == "Ada" && second.content.about == "I count.")
    #expect(second.content.skills == ["Swift"])
    let stale = profile(.init(headline: "x"), etag: first.etag)
    #expect(store.refusal(of: stale)?.reason == "ETAG_MISMATCH")
    let third = try store.carryOut(profile(.init(about: "", hourlyRateSats: 0))).profile
    #expect(third.content.about.isEmpty && third.content.skills == ["Swift"])
  }

  @Test("an approved case raises the tier, a rejected one does not", arguments: [true, false])
  func reviews(approve: Bool) throws {
    let kyc = try store.carryOut(submit())
    #expect(store.refusal(of: submit())?.reason == "KYC_PENDING")
    #expect(store.refusal(of: review(kyc.id, approve, by: 1))?.reason == "OWN_ACCOUNT")
    #expect(store.refusal(of: review(kyc.id, approve, etag: "7"))?.reason == "ETAG_MISMATCH")
    let decided = try store.carryOut(review(kyc.id, approve, etag: kyc.etag))
    #expect(decided.state == (approve ? .approved : .rejected))
    #expect(decided.reviewer == .entity(4) && decided.reviewedAt == store.now)
    #expect(try user().kycTier == (approve ? .identified : .basic))
    for again in [true, false] {
      #expect(store.refusal(of: review(kyc.id, again))?.reason == "ILLEGAL_TRANSITION")
    }
    let same = store.refusal(of: submit())?.reason
    #expect(same == (approve ? "KYC_TIER_HELD" : nil))
    #expect(store.refusal(of: submit(.basic))?.reason == "KYC_TIER_HELD")
  }

  @Test("who is frozen begins nothing, and whoever has gone takes no job")
  func begin() throws {
    let world = World()
    for number in UInt64(1)...2 { world.store.put(User.fixture(number)) }
    let job = try world.job()
    try world.store.carryOut(freeze(true, 2))
    #expect(throws: AuthError.accountFrozen) { try world.accept(job) }
    try world.store.carryOut(freeze(true, 1))
    #expect(throws: AuthError.accountFrozen) { try world.job() }
    try world.store.carryOut(freeze(false, 2))
    try world.store.carryOut(delete(2))
    #expect(throws: AuthError.accountFrozen) { try world.accept(job) }
  }

  @Test("whoever applied and was stopped or has gone since is not taken", arguments: [true, false])
  func applicants(isFrozen: Bool) throws {
    let world = World()
    for number in UInt64(1)...2 { world.store.put(User.fixture(number)) }
    let job = try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        requiresApplication: true)
    ).job
    let application = try world.store.carryOut(
      ApplyToJob(
        caller: .freelancer, request: nil, job: job.id, freelancer: .entity(2),
        proposal: "I can do it.", agreement: .init(sha256: job.termsSHA256)))
    let accept = AcceptApplication(
      caller: .client, request: nil, job: job.id, application: application.id)
    if isFrozen {
      try world.store.carryOut(freeze(true, 2))
    } else {
      try world.store.carryOut(delete(2))
    }
    #expect(world.store.refusal(of: accept)?.reason == "FREELANCER_UNAVAILABLE")
    guard isFrozen else { return }
    try world.store.carryOut(freeze(false, 2))
    #expect(try world.store.carryOut(accept).job.freelancer == .entity(2))
  }
}

@Suite("Deleting whoever has business")
struct BusinessTests {
  private let world = World()

  init() {
    for number in UInt64(1)...2 { world.store.put(User.fixture(number)) }
  }

  private func reason(of number: UInt64) -> String? {
    world.store.refusal(
      of: DeleteUser(caller: .admin, request: nil, user: .entity(number)))?.reason
  }

  @Test(
    "a party of an escrow goes when it is over and their wallet is empty",
    arguments: EscrowState.allCases)
  func escrows(state: EscrowState) throws {
    _ = try world.escrow(in: state)
    for number in UInt64(1)...2 {
      let isOver = state.isFinal
      let isEmpty = world.store.wallet(.entity(number)) == 0
      // An escrow that was never paid opens its job again, which is the client's business.
      let hasJob =
        number == 1 && world.store.rows(Job.self).contains { $0.state.isEditable }
      let expected = isOver && isEmpty && !hasJob ? nil : "USER_HAS_BUSINESS"
      #expect(reason(of: number) == expected, "\(number)")
    }
  }

  @Test("an open job or a draft is business, a cancelled one is not", arguments: [true, false])
  func jobs(isDraft: Bool) throws {
    let job = try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        isDraft: isDraft)
    ).job
    #expect(reason(of: 1) == "USER_HAS_BUSINESS")
    try world.store.carryOut(CancelJob(caller: .client, request: nil, job: job.id))
    #expect(reason(of: 1) == nil)
  }

  @Test("a payout is business until it is over", arguments: PayoutState.allCases)
  func payouts(state: PayoutState) throws {
    var payout = Payout.fixture()
    let now = Timestamp.start
    switch state {
    case .reserved: break
    case .submitting: try payout.beginAttempt(paymentRequest: "lnbc", at: now)
    case .submitted, .unknown, .succeeded:
      try payout.beginAttempt(paymentRequest: "lnbc", at: now)
      try payout.settle(
        state == .submitted
          ? .pending
          : state == .unknown
            ? .unknown : .succeeded(feeMsat: 0, preimage: []), at: now)
    case .failed: try payout.settle(.failed(reason: "no"), at: now)
    case .cancelled: try payout.cancel(at: now)
    // Of banks alone, and as final as the others.
    case .reversed: return
    }
    world.store.put(payout)
    #expect(payout.state == state)
    #expect(reason(of: 2) == (state.isFinal ? nil : "USER_HAS_BUSINESS"))
  }

  @Test("money in any currency is business", arguments: Asset.allCases)
  func wallets(asset: Asset) {
    var account = Account(opening: AccountID(of: .entity(1), kind: .wallet, asset: asset))
    account.credits = 1
    world.store.put(account)
    #expect(reason(of: 1) == "USER_HAS_BUSINESS")
    account.debits = 1
    world.store.put(account)
    #expect(reason(of: 1) == nil)
  }

  @Test("a deposit is business while it is waited for")
  func deposits() throws {
    let made = Deposit.Made(
      provider: "simulator", reference: "r", providerID: "1", paymentHash: [1],
      paymentRequest: "lnbc", amountMsat: 1000, expiresAt: world.store.now.adding(seconds: 60))
    let deposit = try world.store.carryOut(
      CreateDeposit(caller: .client, request: nil, user: .entity(1), made: made))
    #expect(reason(of: 1) == "USER_HAS_BUSINESS")
    world.store.now = deposit.expiresAt
    try world.store.carryOut(ExpireDeposit(deposit: deposit.id))
    #expect(reason(of: 1) == nil)
  }

  /// All that a user ever did had been loaded and locked to see whether anything was open.
  @Test("what is over is not loaded to see whether there is business, however much it is")
  func bounded() async throws {
    try await withEngine { engine in
      let user = SQLValue.uuidArray([.entity(2)])
      func loaded<Row: StoredRow>(_: Row.Type, by column: String) async throws -> Int {
        let key = Row.table.keys.firstIndex { $0.column == column }
        let load = TableStatements(Row.table).loads[try #require(key) + 1]
        return try await engine.database.transaction { transaction in
          try await transaction.query(load, [user]).count
        }
      }
      try await engine.commit(PutRow(row: User.fixture(2)))
      let tasks = (UInt64(0)..<200).map { number in
        var payout = Payout(
          id: .entity(1000 + number), user: .entity(2), terms: Payout.fixture().terms,
          provider: "simulator", at: .start)
        if number > 0 { try? payout.cancel(at: .start) }
        return engine.start(PutRow(row: payout))
      }
      for task in tasks { _ = try await task.value }
      try await #expect(loaded(Payout.self, by: "user_id") == 1)
      let error = await #expect(throws: Refusal.self) {
        try await engine.commit(DeleteUser(caller: .admin, request: nil, user: .entity(2)))
      }
      #expect(error == IdentityError.hasBusiness.refusal)
    }
  }

  @Test("whoever begins something while they are deleted either has it or is gone")
  func race() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        for number in UInt64(1)...20 {
          try await first.commit(PutRow(row: User.fixture(number)))
          let job = CreateJob(
            caller: .user(.entity(number), [.client]), request: nil, client: .entity(number),
            terms: .fixture.until(SystemClock().now().adding(seconds: 86_400)), local: .fixture)
          let deletion = DeleteUser(caller: .admin, request: nil, user: .entity(number))
          // The same server puts both into one batch at times.
          let engine = number % 2 == 0 ? first : second
          let begun = first.start(job)
          let deleted = engine.start(deletion)
          let (hasJob, isGone) = (await begun.succeeded, await deleted.succeeded)
          #expect(hasJob != isGone, "\(number)")
        }
        #expect(first.bugs.isEmpty && second.bugs.isEmpty)
      }
    }
  }
}

extension Task where Failure == any Error {
  /// Whether it ended without a refusal.
  fileprivate var succeeded: Bool {
    get async {
      switch await result {
      case .success: return true
      case .failure(let error):
        #expect(error is Refusal, "\(error)")
        return false
      }
    }
  }
}

extension JobTerms {
  fileprivate func until(_ deadline: Timestamp) -> JobTerms {
    JobTerms(
      title: title, description: description, steps: steps, deadline: deadline,
      conditions: conditions, fees: fees)
  }
}
