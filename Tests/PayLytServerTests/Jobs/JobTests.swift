import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Jobs")
struct JobTests {
  @Test("a job opens with its milestones in order and the terms' hash")
  func create() throws {
    let world = World()
    let job = try world.job()
    #expect(job.state == .open && job.escrow == nil && job.freelancer == nil)
    #expect(job.amountMsat == 100_000_000)
    #expect(job.termsSHA256 == JobTerms.fixture.sha256)
    let steps = world.store.rows(JobMilestone.self).sorted { $0.number < $1.number }
    #expect(steps.map(\.number) == [1, 2])
    #expect(steps.map(\.title) == ["Design", "Code"])
    #expect(world.store.events.map(\.type) == ["job.created"])
  }

  @Test("a deadline that is not in the future is bad input", arguments: [Int64(0), -1, -86_400])
  func pastDeadline(seconds: Int64) {
    let world = World()
    let terms = JobTerms(
      title: "x", description: "y", steps: JobTerms.fixture.steps,
      deadline: world.store.now.adding(seconds: seconds), conditions: .fixture,
      fees: .fixture)
    let refusal = world.store.refusal(
      of: CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture))
    #expect(refusal?.code == .invalidArgument)
    #expect(refusal?.field == "deadline")
    #expect(refusal?.isLasting == false)
    #expect(world.store.contents.isEmpty)
  }

  @Test("accepting the terms makes the escrow in the same commit")
  func accept() throws {
    let world = World()
    let job = try world.job()
    let view = try world.accept(job)
    #expect(view.job.state == .assigned)
    #expect(view.job.freelancer == .entity(2))
    #expect(view.escrowState == .created)
    let held = world.held(try #require(view.job.escrow))
    #expect(held.escrow.job == job.id)
    #expect(held.escrow.client == .entity(1) && held.escrow.freelancer == .entity(2))
    #expect(held.escrow.amountMsat == job.amountMsat && held.escrow.fundedMsat == 0)
    #expect(held.escrow.terms.fees == FeeTerms(rates: .fixture, payer: .freelancer))
    #expect(held.escrow.terms.inspectionSeconds == 7 * 86_400)
    #expect(held.escrow.terms.revisionsMax == 2 && !held.escrow.terms.isReturnedByTimer)
    #expect(
      held.escrow.terms.fundBy
        == world.store.now.adding(seconds: EscrowLimits.fundingWindowSeconds))
    let acceptance = try #require(world.store.rows(TermsAcceptance.self).first)
    #expect(acceptance.termsSHA256 == job.termsSHA256 && acceptance.termsVersion == 1)
    #expect(held.milestones.map(\.amountMsat) == [60_000_000, 40_000_000])
    #expect(world.store.events.last?.type == "job.assigned")
  }

  @Test(
    "a job cannot be accepted by its client, under other terms, twice, or too late",
    arguments: [
      ("OWN_JOB", UUID.entity(1), false, Int64(0)), ("TERMS_CHANGED", .entity(2), true, 0),
      ("DEADLINE_PASSED", .entity(2), false, 7 * 86_400),
    ])
  func notAccepted(reason: String, freelancer: UUID, isOther: Bool, seconds: Int64) throws {
    let world = World()
    let job = try world.job()
    world.store.now = world.store.now.adding(seconds: seconds)
    let before = world.store.contents
    let refusal = world.store.refusal(
      of: AcceptTerms(
        caller: .user(freelancer, [.client, .freelancer]), request: nil, job: job.id,
        freelancer: freelancer,
        agreement: .init(
          sha256: isOther ? [UInt8](repeating: 0, count: 32) : job.termsSHA256)))
    #expect(refusal?.reason == reason)
    #expect(refusal?.code == .failedPrecondition)
    #expect(world.store.contents == before)
  }

  @Test("who accepts an assigned job hears that it is not open, or nothing of it")
  func secondAcceptance() throws {
    let world = World()
    let job = try world.job()
    _ = try world.accept(job)
    #expect(throws: JobError.notOpen(.assigned)) { _ = try world.accept(job) }
    #expect(throws: Refusal.notFound("job \(job.id)")) {
      _ = try world.accept(job, as: .entity(3))
    }
    #expect(world.store.rows(Escrow.self).count == 1)
  }

  @Test(
    "only the client withdraws a job, and only an open one",
    arguments: [
      (Caller.client, JobState.open, String?.none), (.client, .assigned, "JOB_NOT_OPEN"),
      (.client, .cancelled, "JOB_NOT_OPEN"), (.freelancer, .open, "NOT_THE_CLIENT"),
      (.freelancer, .assigned, "NOT_THE_CLIENT"), (.freelancer, .cancelled, "NOT_FOUND"),
      (.stranger, .open, "NOT_THE_CLIENT"), (.stranger, .assigned, "NOT_FOUND"),
      (.stranger, .cancelled, "NOT_FOUND"), (.admin, .open, "NOT_THE_CLIENT"),
      (.admin, .assigned, "NOT_THE_CLIENT"), (.admin, .cancelled, "NOT_THE_CLIENT"),
    ])
  func cancel(caller: Caller, state: JobState, reason: String?) throws {
    let world = World()
    let job = try world.job()
    switch state {
    case .open: break
    case .assigned: _ = try world.accept(job)
    case .cancelled, .draft, .expired:
      try world.store.carryOut(CancelJob(caller: .client, request: nil, job: job.id))
    }
    let before = world.store.contents
    let command = CancelJob(caller: caller, request: nil, job: job.id)
    #expect(world.store.refusal(of: command)?.reason == reason)
    #expect((world.store.contents == before) == (reason != nil))
    if reason == nil { #expect(world.store.row(Job.self, job.id)?.state == .cancelled) }
  }

  @Test(
    "a job that is not there is NOT_FOUND for everybody",
    arguments: [
      Caller.client, .freelancer, .stranger, .admin,
    ])
  func unknown(caller: Caller) {
    let store = MemoryStore()
    #expect(
      store.refusal(of: CancelJob(caller: caller, request: nil, job: .entity(99)))?.code
        == .notFound)
    #expect(
      store.refusal(
        of: AcceptTerms(
          caller: caller, request: nil, job: .entity(99), freelancer: .entity(2),
          agreement: .init(sha256: [])))?.code == .notFound)
  }
}

@Suite("The terms of a job")
struct JobTermsTests {
  private static let base = JobTerms.fixture

  private static func changed(
    title: String = base.title, description: String = base.description,
    steps: [JobTerms.Step] = base.steps, deadline: Timestamp = base.deadline,
    conditions: EscrowConditions = base.conditions, fees: FeeRates = base.fees
  ) -> JobTerms {
    JobTerms(
      title: title, description: description, steps: steps, deadline: deadline,
      conditions: conditions, fees: fees)
  }

  private static func conditions(
    payer: FeePayer = .freelancer, inspection: Int64 = 7 * 86_400, revisions: Int16 = 2,
    isReturned: Bool = false
  ) -> EscrowConditions {
    EscrowConditions(
      feePayer: payer, inspectionSeconds: inspection, revisionsMax: revisions,
      isReturnedByTimer: isReturned)
  }

  private static func fees(
    version: Int32 = 1, points: Int32 = 250, fixed: Int64 = 0, min: Int64 = 0, max: Int64 = .max
  ) -> FeeRates {
    FeeRates(
      version: version, basisPoints: points, fixedMsat: fixed, minMsat: min, maxMsat: max)
  }

  @Test("the same terms have the same hash, of 32 bytes")
  func stable() {
    #expect(Self.base.sha256.count == 32)
    #expect(Self.changed().sha256 == Self.base.sha256)
  }

  /// Moved borders between neighbouring texts are changes too.
  @Test("any change gives another hash")
  func changes() {
    let steps = Self.base.steps
    let all = [
      Self.base, Self.changed(title: "Websit"), Self.changed(title: "website"),
      Self.changed(title: "WebsiteT", description: "hree pages"),
      Self.changed(title: "", description: "WebsiteThree pages"),
      Self.changed(description: "Three pages "), Self.changed(steps: []),
      Self.changed(steps: Array(steps.reversed())), Self.changed(steps: Array(steps.prefix(1))),
      Self.changed(steps: steps + steps),
      Self.changed(steps: [.init(title: "Design", amountMsat: 60_000_001), steps[1]]),
      Self.changed(steps: [.init(title: "Desig", amountMsat: 60_000_000), steps[1]]),
      Self.changed(steps: [
        .init(title: "Design", amountMsat: 40_000_000),
        .init(title: "Code", amountMsat: 60_000_000),
      ]),
      Self.changed(deadline: Timestamp(microseconds: Self.base.deadline.microseconds + 1)),
      Self.changed(deadline: Timestamp(microseconds: -Self.base.deadline.microseconds)),
      Self.changed(conditions: Self.conditions(payer: .client)),
      Self.changed(conditions: Self.conditions(payer: .split)),
      Self.changed(conditions: Self.conditions(inspection: 1)),
      Self.changed(conditions: Self.conditions(revisions: 0)),
      Self.changed(conditions: Self.conditions(isReturned: true)),
      Self.changed(fees: Self.fees(version: 2)), Self.changed(fees: Self.fees(points: 251)),
      Self.changed(fees: Self.fees(fixed: 1)), Self.changed(fees: Self.fees(min: 1)),
      Self.changed(fees: Self.fees(max: 1)),
    ]
    #expect(Set(all.map(\.sha256)).count == all.count)
  }

  @Test("two spellings of one letter are two terms")
  func normalForms() {
    #expect(
      Self.changed(title: "caf\u{e9}").sha256 != Self.changed(title: "cafe\u{301}").sha256)
  }
}
