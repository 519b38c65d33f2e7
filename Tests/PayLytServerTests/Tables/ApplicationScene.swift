@testable import PayLytServer

/// What the freelancer asked for of the client's job, which another one has applied for, too.
struct ApplicationScene: TableScene {
  enum State: String, CaseIterable {
    /// The freelancer has not applied.
    case absent
    case pending
    /// The client has changed the terms since.
    case outdated
    case accepted
    case rejected, withdrawn
    /// The other one was accepted.
    case passedOver
    /// The client has cancelled the job.
    case over
    /// The freelancer was stopped since.
    case stopped
  }

  enum Move: String, CaseIterable {
    case apply = "ApplyToJob"
    case applyOther = "ApplyToJob, under other terms"
    case accept = "AcceptApplication"
    case acceptStale = "AcceptApplication, stale"
    case acceptUnknown = "AcceptApplication, unknown"
    case reject = "RejectApplication"
    case rejectStale = "RejectApplication, stale"
    case withdraw = "WithdrawApplication"
    case withdrawStale = "WithdrawApplication, stale"
  }

  static let service = "JobService"
  static let table = """
    ApplyToJob               freelancer           stranger
    absent                   pending              pending
    pending, outdated        ALREADY_APPLIED      pending
    rejected, stopped        ALREADY_APPLIED      pending
    withdrawn                pending              pending
    accepted                 JOB_NOT_OPEN         NOT_FOUND
    passedOver, over         NOT_FOUND            NOT_FOUND

    ApplyToJob, under other terms   freelancer    stranger
    absent                   TERMS_CHANGED        TERMS_CHANGED
    pending, outdated        TERMS_CHANGED        TERMS_CHANGED
    rejected, stopped        TERMS_CHANGED        TERMS_CHANGED
    withdrawn                TERMS_CHANGED        TERMS_CHANGED
    accepted                 JOB_NOT_OPEN         NOT_FOUND
    passedOver, over         NOT_FOUND            NOT_FOUND

    AcceptApplication        client                    freelancer        stranger
    absent                   NOT_FOUND                 NOT_FOUND         NOT_FOUND
    pending                  accepted                  NOT_THE_CLIENT    NOT_FOUND
    outdated                 TERMS_CHANGED             NOT_THE_CLIENT    NOT_FOUND
    stopped                  FREELANCER_UNAVAILABLE    NOT_THE_CLIENT    NOT_FOUND
    accepted, passedOver     APPLICATION_NOT_PENDING   NOT_THE_CLIENT    NOT_FOUND
    rejected, withdrawn      APPLICATION_NOT_PENDING   NOT_THE_CLIENT    NOT_FOUND
    over                     APPLICATION_NOT_PENDING   NOT_THE_CLIENT    NOT_FOUND

    AcceptApplication, stale        client             freelancer        stranger
    absent                          NOT_FOUND          NOT_FOUND         NOT_FOUND
    pending, outdated, stopped      ETAG_MISMATCH      ETAG_MISMATCH     NOT_FOUND
    accepted, passedOver, over      ETAG_MISMATCH      ETAG_MISMATCH     NOT_FOUND
    rejected, withdrawn             ETAG_MISMATCH      ETAG_MISMATCH     NOT_FOUND

    AcceptApplication, unknown      client             freelancer        stranger
    absent, pending, outdated       NOT_FOUND          NOT_FOUND         NOT_FOUND
    accepted, passedOver, over      NOT_FOUND          NOT_FOUND         NOT_FOUND
    rejected, withdrawn, stopped    NOT_FOUND          NOT_FOUND         NOT_FOUND

    RejectApplication        client                    freelancer        stranger
    absent                   NOT_FOUND                 NOT_FOUND         NOT_FOUND
    pending, outdated        rejected                  NOT_THE_CLIENT    NOT_FOUND
    stopped                  rejected                  NOT_THE_CLIENT    NOT_FOUND
    accepted, passedOver     APPLICATION_NOT_PENDING   NOT_THE_CLIENT    NOT_FOUND
    rejected, withdrawn      APPLICATION_NOT_PENDING   NOT_THE_CLIENT    NOT_FOUND
    over                     APPLICATION_NOT_PENDING   NOT_THE_CLIENT    NOT_FOUND

    RejectApplication, stale        client             freelancer        stranger
    absent                          NOT_FOUND          NOT_FOUND         NOT_FOUND
    pending, outdated, stopped      ETAG_MISMATCH      ETAG_MISMATCH     NOT_FOUND
    accepted, passedOver, over      ETAG_MISMATCH      ETAG_MISMATCH     NOT_FOUND
    rejected, withdrawn             ETAG_MISMATCH      ETAG_MISMATCH     NOT_FOUND

    WithdrawApplication      freelancer                stranger
    absent                   NOT_FOUND                 NOT_FOUND
    pending, outdated        withdrawn                 NOT_FOUND
    stopped                  withdrawn                 NOT_FOUND
    accepted, passedOver     APPLICATION_NOT_PENDING   NOT_FOUND
    rejected, withdrawn      APPLICATION_NOT_PENDING   NOT_FOUND
    over                     APPLICATION_NOT_PENDING   NOT_FOUND

    WithdrawApplication, stale      freelancer         stranger
    absent                          NOT_FOUND          NOT_FOUND
    pending, outdated, stopped      ETAG_MISMATCH      NOT_FOUND
    accepted, passedOver, over      ETAG_MISMATCH      NOT_FOUND
    rejected, withdrawn             ETAG_MISMATCH      NOT_FOUND
    """

  private let world = World()
  private let job: UUID
  /// The freelancer's; where there is none, of nobody.
  private let application: UUID
  var store: MemoryStore { world.store }

  init(in state: State) throws {
    for number in UInt64(1)...7 { world.store.put(User.fixture(number)) }
    let job = try world.store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture,
        requiresApplication: true)
    ).job
    self.job = job.id
    let other = try Self.apply(7, to: job, world)
    application = state == .absent ? .entity(99) : try Self.apply(2, to: job, world)
    switch state {
    case .absent, .pending: break
    case .outdated:
      try store.carryOut(
        UpdateJob(
          caller: .client, request: nil, job: job.id, changes: .init(title: "Another"),
          fees: .fixture))
    case .accepted: _ = try carryOut(.accept, as: .client)
    case .rejected: _ = try carryOut(.reject, as: .client)
    case .withdrawn: _ = try carryOut(.withdraw, as: .freelancer)
    case .passedOver: try store.carryOut(accept(other, as: .client))
    case .over: try store.carryOut(CancelJob(caller: .client, request: nil, job: job.id))
    case .stopped:
      var user = User.fixture(2)
      try user.setFrozen(true, at: .start)
      store.put(user)
    }
  }

  private static func apply(_ user: UInt64, to job: Job, _ world: World) throws -> UUID {
    try world.store.carryOut(
      ApplyToJob(
        caller: .user(.entity(user), [.freelancer]), request: nil, job: job.id,
        freelancer: .entity(user), proposal: "me",
        agreement: .init(sha256: job.termsSHA256, version: job.termsVersion))
    ).id
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .apply, .applyOther:
      guard let job = store.row(Job.self, job) else { return "no job" }
      let made = try store.carryOut(
        ApplyToJob(
          caller: who.caller, request: nil, job: job.id, freelancer: who.user, proposal: "me",
          agreement: .init(
            sha256: move == .apply ? job.termsSHA256 : [UInt8](repeating: 0, count: 32),
            version: job.termsVersion)))
      return "\(made.state)"
    case .accept, .acceptStale, .acceptUnknown:
      let id = move == .acceptUnknown ? .entity(98) : application
      try store.carryOut(accept(id, as: who, etag: move == .acceptStale ? "0" : ""))
      return store.row(Application.self, application).map { "\($0.state)" } ?? "none"
    case .reject, .rejectStale:
      let rejected = try store.carryOut(
        RejectApplication(
          caller: who.caller, request: nil, job: job, application: application,
          etag: move == .reject ? "" : "0"))
      return "\(rejected.state)"
    case .withdraw, .withdrawStale:
      let withdrawn = try store.carryOut(
        WithdrawApplication(
          caller: who.caller, request: nil, job: job, application: application,
          etag: move == .withdraw ? "" : "0"))
      return "\(withdrawn.state)"
    }
  }

  private func accept(
    _ id: UUID, as who: TableCaller, etag: String = ""
  ) -> AcceptApplication {
    AcceptApplication(
      caller: who.caller, request: nil, job: job, application: id, etag: etag)
  }
}
