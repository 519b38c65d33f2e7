@testable import PayLytServer

/// Files for an escrow's second milestone, in each state of the escrow.
struct DeliverableScene: TableScene {
  typealias State = EscrowScene.State

  enum Move: String, CaseIterable {
    case upload = "UploadDeliverable"
    case uploadUnknown = "UploadDeliverable, for no milestone"
  }

  static let service = "DeliverableService"
  static let table = """
    UploadDeliverable                      freelancer           stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   NOT_FOUND
    paidLocked, inReview, consented        taken                NOT_FOUND
    raising                                taken                NOT_FOUND
    frozen, frozenReview                   taken                NOT_FOUND
    partiallyReleased                      taken                NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   NOT_FOUND

    UploadDeliverable, for no milestone    freelancer           stranger
    created, awaitingPayment, restating    NOT_FOUND            NOT_FOUND
    partiallyFunded, frozenPart            NOT_FOUND            NOT_FOUND
    paidLocked, inReview, consented        NOT_FOUND            NOT_FOUND
    raising                                NOT_FOUND            NOT_FOUND
    frozen, frozenReview                   NOT_FOUND            NOT_FOUND
    partiallyReleased                      NOT_FOUND            NOT_FOUND
    disputed, released, refunded           NOT_FOUND            NOT_FOUND
    cancelled, split, expired              NOT_FOUND            NOT_FOUND
    """

  private let scene: EscrowScene
  var store: MemoryStore { scene.store }

  init(in state: State) throws { scene = try EscrowScene(in: state) }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    try store.carryOut(
      AddDeliverable(
        caller: who.caller, request: nil, escrow: scene.escrow,
        position: move == .upload ? 2 : 3, file: .fixture(store.newID())))
    return "taken"
  }
}

/// The client's account, when a job is posted.
struct PostingScene: TableScene {
  enum State: String, CaseIterable {
    case active, stopped, gone
  }

  enum Move: String, CaseIterable {
    case create = "CreateJob"
    case createDraft = "CreateJob, as a draft"
    case createOver = "CreateJob, over already"
  }

  static let service = "JobService"
  static let table = """
    CreateJob                  client           freelancer      stranger
    active                     open             open            open
    stopped, gone              ACCOUNT_FROZEN   open            open

    CreateJob, as a draft      client           freelancer      stranger
    active                     draft            draft           draft
    stopped, gone              ACCOUNT_FROZEN   draft           draft

    CreateJob, over already    client           freelancer      stranger
    active                     INVALID_FIELD    INVALID_FIELD   INVALID_FIELD
    stopped, gone              ACCOUNT_FROZEN   INVALID_FIELD   INVALID_FIELD
    """

  let store = MemoryStore()

  init(in state: State) throws {
    for number in UInt64(1)...4 { store.put(User.fixture(number)) }
    var client = User.fixture(1)
    switch state {
    case .active: return
    case .stopped: try client.setFrozen(true, at: .start)
    case .gone: try client.erase()
    }
    store.put(client)
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    if move == .createOver { store.now = JobTerms.fixture.deadline }
    let made = try store.carryOut(
      CreateJob(
        caller: who.caller, request: nil, client: who.user, terms: .fixture, local: .fixture,
        isDraft: move == .createDraft))
    return "\(made.job.state)"
  }
}
