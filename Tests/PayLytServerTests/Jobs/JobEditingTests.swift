import Testing

@testable import PayLytServer

@Suite("Drafting, editing and applying")
struct JobEditingTests {
  private static func posted(
    _ world: World, isDraft: Bool = false, requiresApplication: Bool = false
  ) throws -> Job {
    try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        requiresApplication: requiresApplication, isDraft: isDraft)
    ).job
  }

  private static func apply(
    _ world: World, _ job: Job, as freelancer: UInt64 = 2
  ) throws -> Application {
    try world.store.carryOut(
      ApplyToJob(
        caller: .user(.entity(freelancer), [.freelancer]), request: nil, job: job.id,
        freelancer: .entity(freelancer), proposal: "me",
        agreement: .init(sha256: job.termsSHA256, version: job.termsVersion)))
  }

  private static func current(_ world: World, _ job: Job) throws -> Job {
    try #require(world.store.row(Job.self, job.id))
  }

  @Test("a draft is the client's alone until it is published")
  func draft() throws {
    let world = World()
    let job = try Self.posted(world, isDraft: true)
    #expect(throws: Refusal.notFound("job \(job.id)")) { _ = try world.accept(job) }
    #expect(!world.store.rows(Timer.self).contains { $0.kind == .jobEnds })
    let publish = PublishJob(caller: .client, request: nil, job: job.id)
    #expect(
      world.store.refusal(of: PublishJob(caller: .freelancer, request: nil, job: job.id))?.reason
        == "NOT_FOUND")
    try world.store.carryOut(publish)
    #expect(world.store.rows(Timer.self).contains { $0.kind == .jobEnds })
    #expect(world.store.refusal(of: publish)?.reason == "JOB_NOT_A_DRAFT")
    _ = try world.accept(job)
  }

  @Test("edited terms have another version and hash; what was read before is refused")
  func edited() throws {
    let world = World()
    let job = try Self.posted(world)
    let view = try world.store.carryOut(
      UpdateJob(
        caller: .client, request: nil, job: job.id, changes: .init(title: "Another"),
        fees: .fixture, etag: job.etag))
    #expect(view.job.title == "Another" && view.job.description == job.description)
    #expect(view.job.termsVersion == 2 && view.job.termsSHA256 != job.termsSHA256)
    #expect(throws: JobError.termsChanged) { _ = try world.accept(job) }
    let stale = UpdateJob(
      caller: .client, request: nil, job: job.id, changes: .init(title: "x"), fees: .fixture,
      etag: job.etag)
    #expect(world.store.refusal(of: stale)?.reason == "ETAG_MISMATCH")
    _ = try world.accept(view.job)
  }

  @Test("the version counts too: the same words, changed there and back, are read anew")
  func thereAndBack() throws {
    let world = World()
    let job = try Self.posted(world)
    for title in ["Another", job.title] {
      try world.store.carryOut(
        UpdateJob(
          caller: .client, request: nil, job: job.id, changes: .init(title: title),
          fees: .fixture))
    }
    let now = try Self.current(world, job)
    #expect(now.termsSHA256 == job.termsSHA256 && now.termsVersion == 3)
    let old = Job.Agreement(sha256: job.termsSHA256, version: 1)
    #expect(throws: JobError.termsChanged) { try now.check(old) }
  }

  @Test("milestones come, change and go; the sum, the value and the numbers follow")
  func milestones() throws {
    let world = World()
    let job = try Self.posted(world)
    func edit(_ edit: EditMilestone.Edit) throws -> JobView {
      try world.store.carryOut(
        EditMilestone(caller: .client, request: nil, job: job.id, edit: edit, fees: .fixture))
    }
    let added = try edit(.add(.init(title: "Tests", amountMsat: 5_000_000)))
    #expect(added.milestones.map(\.number) == [1, 2, 3] && added.job.amountMsat == 105_000_000)
    #expect(added.job.local.worth?.minor == 16_800_000)
    let changed = try edit(.update(2, .init(title: "Coding", amountMsat: 1_000)))
    #expect(changed.milestones.map(\.title) == ["Design", "Coding", "Tests"])
    _ = try edit(.remove(1))
    let again = try edit(.add(.init(title: "Docs", amountMsat: 2_000)))
    #expect(again.milestones.map(\.number) == [2, 3, 4])
    #expect(again.job.amountMsat == 5_003_000 && again.job.termsVersion == 5)
    // The escrow numbers them anew.
    let held = world.held(try #require(try world.accept(again.job).job.escrow))
    #expect(held.milestones.map(\.position) == [1, 2, 3])
    #expect(held.milestones.map(\.title) == ["Coding", "Tests", "Docs"])
  }

  @Test("edits that cannot be are refused and change nothing")
  func refusedEdits() throws {
    let world = World()
    let job = try Self.posted(world)
    let step = JobTerms.Step(title: "x", amountMsat: 1_000)
    func refusal(_ edit: EditMilestone.Edit, _ caller: Caller = .client) -> Refusal? {
      world.store.refusal(
        of: EditMilestone(
          caller: caller, request: nil, job: job.id, edit: edit, fees: .fixture))
    }
    #expect(refusal(.add(step), .freelancer)?.reason == "NOT_THE_CLIENT")
    #expect(refusal(.update(9, step))?.code == .notFound)
    let most = JobTerms.Step(title: "x", amountMsat: EscrowLimits.amountSatsMax * 1000)
    #expect(refusal(.add(most))?.code == .invalidArgument)
    try world.store.carryOut(
      EditMilestone(
        caller: .client, request: nil, job: job.id, edit: .remove(1), fees: .fixture))
    #expect(refusal(.remove(1))?.code == .notFound)
    #expect(refusal(.remove(2))?.reason == "LAST_MILESTONE")
    for _ in 0..<EscrowLimits.milestonesMax - 1 {
      try world.store.carryOut(
        EditMilestone(
          caller: .client, request: nil, job: job.id, edit: .add(step), fees: .fixture))
    }
    #expect(refusal(.add(step))?.reason == "MILESTONES_FULL")
    _ = try world.accept(try Self.current(world, job))
    let before = world.store.contents
    #expect(refusal(.add(step))?.reason == "JOB_NOT_EDITABLE")
    #expect(
      world.store.refusal(
        of: UpdateJob(
          caller: .client, request: nil, job: job.id, changes: .init(title: "y"),
          fees: .fixture))?
        .reason == "JOB_NOT_EDITABLE")
    #expect(world.store.contents == before)
  }

  @Test("when a job ends without anybody, nobody's application waits", arguments: [false, true])
  func ended(byTimer: Bool) throws {
    let world = World()
    let job = try Self.posted(world, requiresApplication: true)
    let waiting = try Self.apply(world, job)
    let gone = try Self.apply(world, job, as: 3)
    try world.store.carryOut(
      WithdrawApplication(
        caller: .user(.entity(3), [.freelancer]), request: nil, job: job.id, application: gone.id))
    if byTimer {
      world.store.now = job.deadline
      try world.store.carryOut(ExpireJob(job: job.id))
    } else {
      try world.store.carryOut(CancelJob(caller: .client, request: nil, job: job.id))
    }
    #expect(world.store.row(Application.self, waiting.id)?.state == .rejected)
    #expect(world.store.row(Application.self, gone.id)?.state == .withdrawn)
    // Whoever still waited is told with the client; whoever had gone is not.
    let told = try #require(world.store.events.last)
    #expect(told.type == (byTimer ? "job.expired" : "job.cancelled"))
    #expect(told.parties == [.entity(1), .entity(2)])
  }

  @Test("of a job that anybody may take, whoever else has applied is passed over, until it opens")
  func takenByAnother() throws {
    let world = World()
    let job = try Self.posted(world)
    let waiting = try Self.apply(world, job, as: 3)
    let own = try Self.apply(world, job)
    let view = try world.accept(job)
    func state(_ application: Application) -> ApplicationState? {
      world.store.row(Application.self, application.id)?.state
    }
    #expect(view.job.freelancer == .entity(2))
    #expect(state(own) == .accepted && state(waiting) == .passedOver)
    try world.store.carryOut(
      DeclineJob(caller: .freelancer, request: nil, job: job.id, reason: ""))
    #expect(state(own) == .withdrawn && state(waiting) == .pending)
    world.store.now = job.deadline
    try world.store.carryOut(ExpireJob(job: job.id))
    #expect(state(own) == .withdrawn && state(waiting) == .rejected)
  }

  @Test("the client takes one of those who applied, and the others are passed over")
  func applications() throws {
    let world = World()
    let job = try Self.posted(world, requiresApplication: true)
    #expect(throws: JobError.applicationRequired) { _ = try world.accept(job) }
    let first = try Self.apply(world, job)
    let second = try Self.apply(world, job, as: 3)
    #expect(throws: JobError.alreadyApplied) { _ = try Self.apply(world, job) }
    #expect(throws: JobError.ownJob) { _ = try Self.apply(world, job, as: 1) }
    let accept = AcceptApplication(
      caller: .client, request: nil, job: job.id, application: first.id)
    for caller in [Caller.freelancer, .stranger] {
      let foreign = AcceptApplication(
        caller: caller, request: nil, job: job.id, application: first.id)
      #expect(world.store.refusal(of: foreign)?.reason != nil)
    }
    let view = try world.store.carryOut(accept)
    #expect(view.job.freelancer == .entity(2) && view.escrowState == .created)
    #expect(world.store.row(Application.self, first.id)?.state == .accepted)
    #expect(world.store.row(Application.self, second.id)?.state == .passedOver)
    #expect(world.store.refusal(of: accept)?.reason == "APPLICATION_NOT_PENDING")
  }

  @Test("when the job opens again, those who applied are there")
  func reopened() throws {
    for (caller, state) in [(Caller.client, ApplicationState.rejected), (.freelancer, .withdrawn)] {
      let world = World()
      let job = try Self.posted(world, requiresApplication: true)
      let first = try Self.apply(world, job)
      let second = try Self.apply(world, job, as: 3)
      try world.store.carryOut(
        AcceptApplication(
          caller: .client, request: nil, job: job.id, application: first.id))
      let decline = DeclineJob(caller: caller, request: nil, job: job.id, reason: "no time")
      #expect(try world.store.carryOut(decline).job.state == .open)
      #expect(world.store.row(Application.self, first.id)?.state == state)
      #expect(world.store.row(Application.self, second.id)?.state == .pending)
      #expect(world.store.refusal(of: decline) != nil)
      try world.store.carryOut(
        AcceptApplication(
          caller: .client, request: nil, job: job.id, application: second.id))
      #expect(try Self.current(world, job).freelancer == .entity(3))
    }
  }

  @Test("an application holds for the terms that were read, until they are accepted anew")
  func termsMoved() throws {
    let world = World()
    let job = try Self.posted(world, requiresApplication: true)
    let own = try Self.apply(world, job)
    let view = try world.store.carryOut(
      UpdateJob(
        caller: .client, request: nil, job: job.id, changes: .init(title: "More"),
        fees: .fixture))
    let accept = AcceptApplication(
      caller: .client, request: nil, job: job.id, application: own.id)
    #expect(throws: JobError.termsChanged) { try world.store.carryOut(accept) }
    _ = try world.accept(view.job)
    #expect(try Self.current(world, job).state == .open)
    #expect(try world.store.carryOut(accept).job.state == .assigned)
  }

  @Test("an application is withdrawn by who made it, rejected by the client, and made anew")
  func ends() throws {
    let world = World()
    let job = try Self.posted(world, requiresApplication: true)
    let own = try Self.apply(world, job)
    func withdraw(_ caller: Caller) -> WithdrawApplication {
      WithdrawApplication(caller: caller, request: nil, job: job.id, application: own.id)
    }
    #expect(world.store.refusal(of: withdraw(.client))?.reason == "NOT_THE_FREELANCER")
    #expect(world.store.refusal(of: withdraw(.stranger))?.reason == "NOT_FOUND")
    try world.store.carryOut(withdraw(.freelancer))
    #expect(world.store.refusal(of: withdraw(.freelancer))?.reason == "APPLICATION_NOT_PENDING")
    #expect(try Self.apply(world, job).id == own.id)
    let reject = RejectApplication(
      caller: .client, request: nil, job: job.id, application: own.id)
    try world.store.carryOut(reject)
    #expect(throws: JobError.alreadyApplied) { _ = try Self.apply(world, job) }
  }

  @Test("files are delivered for milestones that are open, by the freelancer, and bounded")
  func deliverables() throws {
    let world = World()
    let escrow = try world.escrow(in: .inReview).escrow.id
    func add(_ caller: Caller, _ position: Int16) -> AddDeliverable {
      AddDeliverable(
        caller: caller, request: nil, escrow: escrow, position: position,
        file: .fixture(world.store.newID()))
    }
    #expect(world.store.refusal(of: add(.client, 2))?.reason == "NOT_THE_FREELANCER")
    #expect(world.store.refusal(of: add(.stranger, 2))?.reason == "NOT_FOUND")
    #expect(world.store.refusal(of: add(.freelancer, 1))?.reason == "ILLEGAL_TRANSITION")
    #expect(world.store.refusal(of: add(.freelancer, 3))?.reason == "NOT_FOUND")
    for _ in 0..<FileLimits.filesMax { try world.store.carryOut(add(.freelancer, 2)) }
    #expect(world.store.refusal(of: add(.freelancer, 2))?.reason == "DELIVERABLES_FULL")
  }
}
