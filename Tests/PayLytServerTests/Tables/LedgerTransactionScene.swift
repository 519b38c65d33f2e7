@testable import PayLytServer

/// The transaction `t` of the general ledger, which moves 50 from `ada` to `ben`.
struct LedgerTransactionScene: TableScene {
  enum State: String, CaseIterable {
    case absent
    /// At once.
    case posted
    case pending
    /// Pending, and its time is over; nobody has looked yet.
    case overdue
    case committed
    /// All but 20 of it were released.
    case committedPartly
    case voided, expired, reversed
    /// It is the reversal of another one.
    case reversal
  }

  enum Move: String, CaseIterable {
    case post = "PostTransaction"
    case postOther = "PostTransaction, of another amount"
    case commit = "CommitPending"
    case commitPart = "CommitPending, a part"
    case commitTooMuch = "CommitPending, too much"
    case commitUneven = "CommitPending, one amount for two legs"
    case commitUnbalanced = "CommitPending, unbalanced"
    case void = "VoidPending"
    case reverse = "ReverseTransaction"
    case reverseSelf = "ReverseTransaction, by itself"
    case label = "UpdateLabels"
    case labelStale = "UpdateLabels, stale"
  }

  static let service = "LedgerService"
  static let table = """
    PostTransaction                 admin                       service
    absent                          posted                      posted
    posted, reversed                (posted)                    (posted)
    pending, overdue                TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    committed, committedPartly      TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    voided, expired, reversal       TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED

    PostTransaction, of another amount   admin                  service
    absent                          posted                      posted
    posted, reversed, reversal      TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    pending, overdue                TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    committed, committedPartly      TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    voided, expired                 TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED

    CommitPending                   admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      NOT_PENDING                 NOT_PENDING
    pending                         posted 50                   posted 50
    committed, committedPartly      PENDING_ALREADY_COMMITTED   PENDING_ALREADY_COMMITTED
    voided                          PENDING_ALREADY_VOIDED      PENDING_ALREADY_VOIDED
    overdue, expired                PENDING_EXPIRED             PENDING_EXPIRED

    CommitPending, a part           admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      NOT_PENDING                 NOT_PENDING
    pending                         posted 20                   posted 20
    committed, committedPartly      PENDING_ALREADY_COMMITTED   PENDING_ALREADY_COMMITTED
    voided                          PENDING_ALREADY_VOIDED      PENDING_ALREADY_VOIDED
    overdue, expired                PENDING_EXPIRED             PENDING_EXPIRED

    CommitPending, too much         admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      NOT_PENDING                 NOT_PENDING
    pending                         COMMIT_EXCEEDS_PENDING      COMMIT_EXCEEDS_PENDING
    committed, committedPartly      PENDING_ALREADY_COMMITTED   PENDING_ALREADY_COMMITTED
    voided                          PENDING_ALREADY_VOIDED      PENDING_ALREADY_VOIDED
    overdue, expired                PENDING_EXPIRED             PENDING_EXPIRED

    CommitPending, one amount for two legs   admin              service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      NOT_PENDING                 NOT_PENDING
    pending                         INVALID_FIELD               INVALID_FIELD
    committed, committedPartly      PENDING_ALREADY_COMMITTED   PENDING_ALREADY_COMMITTED
    voided                          PENDING_ALREADY_VOIDED      PENDING_ALREADY_VOIDED
    overdue, expired                PENDING_EXPIRED             PENDING_EXPIRED

    CommitPending, unbalanced       admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      NOT_PENDING                 NOT_PENDING
    pending                         UNBALANCED                  UNBALANCED
    committed, committedPartly      PENDING_ALREADY_COMMITTED   PENDING_ALREADY_COMMITTED
    voided                          PENDING_ALREADY_VOIDED      PENDING_ALREADY_VOIDED
    overdue, expired                PENDING_EXPIRED             PENDING_EXPIRED

    VoidPending                     admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      NOT_PENDING                 NOT_PENDING
    pending                         voided 0                    voided 0
    committed, committedPartly      PENDING_ALREADY_COMMITTED   PENDING_ALREADY_COMMITTED
    voided                          PENDING_ALREADY_VOIDED      PENDING_ALREADY_VOIDED
    overdue, expired                PENDING_EXPIRED             PENDING_EXPIRED

    ReverseTransaction              admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, committed               reversed 50                 reversed 50
    committedPartly                 reversed 20                 reversed 20
    pending, overdue                NOT_POSTED                  NOT_POSTED
    voided, expired                 NOT_POSTED                  NOT_POSTED
    reversed                        ALREADY_REVERSED            ALREADY_REVERSED
    reversal                        REVERSAL_OF_REVERSAL        REVERSAL_OF_REVERSAL

    ReverseTransaction, by itself   admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, reversed, reversal      TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    pending, overdue                TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    committed, committedPartly      TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED
    voided, expired                 TRANSACTION_ID_REUSED       TRANSACTION_ID_REUSED

    UpdateLabels                    admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, pending, overdue        labelled                    labelled
    committed, committedPartly      labelled                    labelled
    voided, expired                 labelled                    labelled
    reversed, reversal              labelled                    labelled

    UpdateLabels, stale             admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    posted, pending, overdue        ETAG_MISMATCH               ETAG_MISMATCH
    committed, committedPartly      ETAG_MISMATCH               ETAG_MISMATCH
    voided, expired                 ETAG_MISMATCH               ETAG_MISMATCH
    reversed, reversal              ETAG_MISMATCH               ETAG_MISMATCH
    """

  let store: MemoryStore

  init(in state: State) throws {
    store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(200, from: "world", to: "ada"))
    switch state {
    case .absent: break
    case .posted, .reversed:
      try store.carryOut(PostTransaction.moving(50, from: "ada", to: "ben", as: "t"))
    case .reversal:
      try store.carryOut(PostTransaction.moving(50, from: "ada", to: "ben", as: "first"))
      try store.carryOut(ReverseTransaction.fixture("first", as: "t"))
    case .pending, .overdue, .committed, .committedPartly, .voided, .expired:
      try store.carryOut(
        PostTransaction.moving(
          50, from: "ada", to: "ben", as: "t", pending: true, timeout: 60))
    }
    switch state {
    case .absent, .posted, .pending, .reversal: break
    case .overdue: store.now = store.now.adding(seconds: 61)
    case .committed: try store.carryOut(CommitPending.fixture("t"))
    case .committedPartly: try store.carryOut(CommitPending.fixture("t", [20, 20]))
    case .voided: try store.carryOut(VoidPending.fixture("t"))
    case .expired:
      store.now = store.now.adding(seconds: 61)
      try store.carryOut(ExpirePending(name: "t"))
    case .reversed: try store.carryOut(ReverseTransaction.fixture("t"))
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .post: return try post(50, as: who)
    case .postOther: return try post(51, as: who)
    case .commit: return try commit(nil, as: who)
    case .commitPart: return try commit([20, 20], as: who)
    case .commitTooMuch: return try commit([51, 51], as: who)
    case .commitUneven: return try commit([50], as: who)
    case .commitUnbalanced: return try commit([50, 49], as: who)
    case .void:
      return said(
        try store.carryOut(
          VoidPending(caller: who.caller, request: nil, name: "t", reason: "")))
    case .reverse: return try reverse(as: nil, who)
    case .reverseSelf: return try reverse(as: "t", who)
    case .label: return try label(etag: "", as: who)
    case .labelStale: return try label(etag: "7", as: who)
    }
  }

  private func label(etag: String, as who: TableCaller) throws -> String {
    _ = try store.carryOut(
      UpdateGeneralLabels(
        caller: who.caller, request: nil, subject: .transaction("t"),
        changes: LabelChanges(set: ["team": "red"], removed: []), etag: etag))
    return "labelled"
  }

  private func said(_ view: TransactionView) -> String {
    let posted = view.made.filter { $0.entry.side == .debit }.reduce(0) { $0 + $1.entry.posted }
    return "\(view.transaction.state) \(posted)"
  }

  private func post(_ amount: Int64, as who: TableCaller) throws -> String {
    let view = try store.carryOut(
      PostTransaction(
        caller: who.caller, request: nil,
        terms: .fixture("t", [.debit("ada", amount), .credit("ben", amount)])))
    return "\(view.transaction.state)"
  }

  private func commit(_ amounts: [Int64]?, as who: TableCaller) throws -> String {
    said(
      try store.carryOut(
        CommitPending(caller: who.caller, request: nil, name: "t", amounts: amounts)))
  }

  private func reverse(as reversal: GeneralName?, _ who: TableCaller) throws -> String {
    let view = try store.carryOut(
      ReverseTransaction(
        caller: who.caller, request: nil, name: "t", reversal: reversal, description: "undone",
        annotations: Annotations([:])))
    let isLinked = store.generalTransaction("t")?.reversedBy == view.transaction.name.text
    return said(view).replacing("posted", with: isLinked ? "reversed" : "posted")
  }
}
