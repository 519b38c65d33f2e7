import Testing

@testable import PayLytServer

/// What comes too late, or finds that others were there before.
@Suite("Jobs that are taken, full or over")
struct JobRefusalTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  init() {
    for number in UInt64(1)...7 { world.store.put(User.fixture(number)) }
  }

  private func apply(_ user: UInt64, to job: Job) -> ApplyToJob {
    ApplyToJob(
      caller: .user(.entity(user), [.freelancer]), request: nil, job: job.id,
      freelancer: .entity(user), proposal: "me",
      agreement: .init(sha256: job.termsSHA256, version: job.termsVersion))
  }

  private func accept(_ application: Application) -> AcceptApplication {
    AcceptApplication(
      caller: .client, request: nil, job: application.job, application: application.id)
  }

  @Test("at its deadline a job is over for all who come, though nobody has looked yet")
  func deadline() throws {
    let draft = try store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        isDraft: true)
    ).job
    let job = try world.job()
    let applied = try store.carryOut(apply(2, to: job))
    store.now = job.deadline.adding(milliseconds: -1)
    let late = try store.carryOut(apply(6, to: job))
    store.now = job.deadline
    let before = store.contents
    let publish = PublishJob(caller: .client, request: nil, job: draft.id)
    for refusal in [
      store.refusal(of: apply(3, to: job)), store.refusal(of: accept(applied)),
      store.refusal(of: accept(late)), store.refusal(of: publish),
    ] {
      #expect(refusal?.reason == "DEADLINE_PASSED")
    }
    #expect(store.contents == before)
  }

  @Test("as many may apply for a job as its client can look through, and who withdraws comes back")
  func full() throws {
    let job = try world.job()
    let most = UInt64(EscrowLimits.applicationsMax)
    let first = try store.carryOut(apply(100, to: job))
    for user in 101..<(100 + most) { try store.carryOut(apply(user, to: job)) }
    let before = store.contents
    #expect(store.refusal(of: apply(100 + most, to: job))?.reason == "APPLICATIONS_FULL")
    #expect(store.refusal(of: apply(100, to: job))?.reason == "ALREADY_APPLIED")
    #expect(store.contents == before)
    try store.carryOut(
      WithdrawApplication(
        caller: .user(.entity(100), [.freelancer]), request: nil, job: job.id,
        application: first.id))
    let next = try store.carryOut(apply(100 + most, to: job))
    #expect(store.refusal(of: apply(100, to: job))?.reason == "APPLICATIONS_FULL")
    try store.carryOut(
      RejectApplication(caller: .client, request: nil, job: job.id, application: next.id))
    try store.carryOut(apply(100, to: job))
  }

  @Test("however many were turned down, only so many may ever apply; who did may come back")
  func everFull() throws {
    let job = try world.job()
    let first = try store.carryOut(apply(100, to: job))
    for user in 101..<(100 + UInt64(EscrowLimits.applicantsMax)) {
      let application = try store.carryOut(apply(user, to: job))
      try store.carryOut(
        RejectApplication(caller: .client, request: nil, job: job.id, application: application.id))
    }
    #expect(store.refusal(of: apply(99, to: job))?.reason == "APPLICATIONS_FULL")
    try store.carryOut(
      WithdrawApplication(
        caller: .user(.entity(100), [.freelancer]), request: nil, job: job.id,
        application: first.id))
    #expect(store.refusal(of: apply(99, to: job))?.reason == "APPLICATIONS_FULL")
    try store.carryOut(apply(100, to: job))
  }

  @Test(
    "once the escrow is paid, even in part, the two do not just step back",
    arguments: [
      (EscrowState.created, String?.none), (.awaitingPayment, nil),
      (.partiallyFunded, "ILLEGAL_TRANSITION"), (.paidLocked, "ILLEGAL_TRANSITION"),
      (.inReview, "ILLEGAL_TRANSITION"), (.partiallyReleased, "ILLEGAL_TRANSITION"),
      (.released, "ILLEGAL_TRANSITION"), (.refunded, "ILLEGAL_TRANSITION"),
      (.cancelled, "ILLEGAL_TRANSITION"), (.disputed, "ILLEGAL_TRANSITION"),
      (.split, "ILLEGAL_TRANSITION"), (.expired, "JOB_NOT_ASSIGNED"),
    ])
  func decline(state: EscrowState, reason: String?) throws {
    for caller in [Caller.client, .freelancer] {
      let world = World()
      let job = try world.escrow(in: state).escrow.job
      let before = world.store.contents
      let decline = DeclineJob(caller: caller, request: nil, job: job, reason: "x")
      #expect(world.store.refusal(of: decline)?.reason == reason, "\(caller.name)")
      #expect((world.store.contents == before) == (reason != nil))
      #expect(world.store.discrepancies.isEmpty)
    }
  }

  @Test("who was turned down, or went away, accepts no terms for that application")
  func ended() throws {
    let job = try store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        requiresApplication: true)
    ).job
    let (gone, down) = (
      try store.carryOut(apply(2, to: job)), try store.carryOut(apply(3, to: job))
    )
    try store.carryOut(
      WithdrawApplication(
        caller: .freelancer, request: nil, job: job.id, application: gone.id))
    try store.carryOut(
      RejectApplication(caller: .client, request: nil, job: job.id, application: down.id))
    let before = store.contents
    for user in [UInt64(2), 3] {
      let accept = AcceptTerms(
        caller: .user(.entity(user), [.freelancer]), request: nil, job: job.id,
        freelancer: .entity(user), agreement: .init(sha256: job.termsSHA256))
      #expect(store.refusal(of: accept)?.reason == "APPLICATION_NOT_PENDING")
    }
    #expect(store.contents == before)
  }

  @Test("whoever takes a job that anybody may take passes over those who have applied for it")
  func taken() throws {
    let job = try world.job()
    let (own, other) = (
      try store.carryOut(apply(2, to: job)), try store.carryOut(apply(3, to: job))
    )
    _ = try world.accept(job)
    #expect(store.row(Application.self, own.id)?.state == .accepted)
    #expect(store.row(Application.self, other.id)?.state == .passedOver)
    let before = store.contents
    #expect(store.refusal(of: accept(other))?.reason == "APPLICATION_NOT_PENDING")
    #expect(store.contents == before)
    // The two step back, and the others wait again.
    try store.carryOut(DeclineJob(caller: .freelancer, request: nil, job: job.id, reason: "x"))
    #expect(store.row(Application.self, own.id)?.state == .withdrawn)
    #expect(store.row(Application.self, other.id)?.state == .pending)
    try store.carryOut(accept(other))
    #expect(store.row(Application.self, other.id)?.state == .accepted)
  }
}
