import Testing

@testable import PayLytServer

/// Each command on a job, by each caller, in each state of the job: what happens is written down
/// here once more, and every combination is tried.
@Suite("Who may do what to a job, and when")
struct JobTableTests {
  enum Action: CaseIterable, Sendable {
    case publish, update, addStep, changeStep, removeStep, apply, accept, decline, cancel

    var method: String {
      switch self {
      case .publish: PublishJob.method
      case .update: UpdateJob.method
      case .addStep: "JobService/AddMilestone"
      case .changeStep: "JobService/UpdateMilestone"
      case .removeStep: "JobService/RemoveMilestone"
      case .apply: ApplyToJob.method
      case .accept: AcceptTerms.method
      case .decline: DeclineJob.method
      case .cancel: CancelJob.method
      }
    }
  }

  enum Who: CaseIterable, Sendable {
    case client, freelancer, stranger, admin

    var caller: Caller {
      switch self {
      case .client: .client
      case .freelancer: .freelancer
      case .stranger: .stranger
      case .admin: .admin
      }
    }

    var user: UUID {
      switch self {
      case .client: .entity(1)
      case .freelancer: .entity(2)
      case .stranger: .entity(3)
      case .admin: .entity(4)
      }
    }
  }

  @Test(
    "every state, caller and action has its answer, and a refusal changes nothing",
    arguments: JobState.allCases)
  func table(state: JobState) throws {
    for action in Action.allCases {
      for who in Who.allCases {
        let world = World()
        let job = try Self.job(in: state, world)
        let before = world.store.contents
        let refusal = Self.refusal(of: action, job, by: who, world.store)
        let expected = Self.expected(action, by: who, in: state)
        #expect(refusal?.reason == expected, "\(action) by \(who)")
        #expect((world.store.contents == before) == (expected != nil), "\(action) by \(who)")
      }
    }
  }

  @Test(
    "whoever names another version is told to read again, before anything else is said",
    arguments: Action.allCases)
  func stale(action: Action) throws {
    let world = World()
    let job = try Self.job(in: .open, world)
    let before = world.store.contents
    let refusal = Self.refusal(of: action, job, by: .client, world.store, etag: "0")
    #expect(refusal?.reason == "ETAG_MISMATCH" && refusal?.isLasting == false)
    #expect(world.store.contents == before)
  }

  /// nil: it is done.
  private static func expected(_ action: Action, by who: Who, in state: JobState) -> String? {
    guard isVisible(state, to: who) else { return "NOT_FOUND" }
    switch action {
    case .publish:
      guard who == .client else { return "NOT_THE_CLIENT" }
      return state == .draft ? nil : "JOB_NOT_A_DRAFT"
    case .update, .addStep, .changeStep, .removeStep:
      guard who == .client else { return "NOT_THE_CLIENT" }
      return state == .draft || state == .open ? nil : "JOB_NOT_EDITABLE"
    case .apply, .accept:
      guard who != .client else { return "OWN_JOB" }
      return state == .open ? nil : "JOB_NOT_OPEN"
    case .decline:
      guard state == .assigned else { return "JOB_NOT_ASSIGNED" }
      return who == .client || who == .freelancer ? nil : "NOT_A_PARTY"
    case .cancel:
      guard who == .client else { return "NOT_THE_CLIENT" }
      return state == .draft || state == .open ? nil : "JOB_NOT_OPEN"
    }
  }

  private static func isVisible(_ state: JobState, to who: Who) -> Bool {
    switch who {
    case .client, .admin: true
    case .freelancer: state == .open || state == .assigned
    case .stranger: state == .open
    }
  }

  private static func job(in state: JobState, _ world: World) throws -> Job {
    let job = try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        isDraft: state == .draft)
    ).job
    switch state {
    case .draft, .open: break
    case .assigned: _ = try world.accept(job)
    case .cancelled:
      try world.store.carryOut(CancelJob(caller: .client, request: nil, job: job.id))
    case .expired:
      world.store.now = job.deadline
      try world.store.carryOut(ExpireJob(job: job.id))
    }
    let current = try #require(world.store.row(Job.self, job.id))
    #expect(current.state == state)
    return current
  }

  private static func refusal(
    of action: Action, _ job: Job, by who: Who, _ store: MemoryStore, etag: String = ""
  ) -> Refusal? {
    let (caller, id) = (who.caller, job.id)
    let step = JobTerms.Step(title: "Another", amountMsat: 1_000)
    let terms = Job.Agreement(sha256: job.termsSHA256, version: job.termsVersion)
    func edit(_ edit: EditMilestone.Edit) -> Refusal? {
      store.refusal(
        of: EditMilestone(
          caller: caller, request: nil, job: id, edit: edit, fees: .fixture, etag: etag))
    }
    switch action {
    case .publish:
      return store.refusal(of: PublishJob(caller: caller, request: nil, job: id, etag: etag))
    case .update:
      return store.refusal(
        of: UpdateJob(
          caller: caller, request: nil, job: id, changes: .init(title: "Another"),
          fees: .fixture, etag: etag))
    case .addStep: return edit(.add(step))
    case .changeStep: return edit(.update(1, step))
    case .removeStep: return edit(.remove(1))
    case .apply:
      return store.refusal(
        of: ApplyToJob(
          caller: caller, request: nil, job: id, freelancer: who.user, proposal: "me",
          agreement: terms, etag: etag))
    case .accept:
      return store.refusal(
        of: AcceptTerms(
          caller: caller, request: nil, job: id, freelancer: who.user, agreement: terms,
          etag: etag))
    case .decline:
      return store.refusal(
        of: DeclineJob(caller: caller, request: nil, job: id, reason: "no time", etag: etag))
    case .cancel:
      return store.refusal(of: CancelJob(caller: caller, request: nil, job: id, etag: etag))
    }
  }
}
