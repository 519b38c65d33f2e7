@testable import PayLytServer

/// The account `ada` of the general ledger, which may not be overdrawn.
struct LedgerAccountScene: TableScene {
  enum State: String, CaseIterable {
    case absent, open, closed
    /// Something is held on it.
    case holding
    /// Closed and opened again.
    case reopened
  }

  enum Move: String, CaseIterable {
    case create = "CreateAccount"
    case createOther = "CreateAccount, in another asset"
    case close = "CloseAccount"
    case reopen = "ReopenAccount"
    case post = "PostTransaction"
    case postTooMuch = "PostTransaction, too much"
    case postUnbalanced = "PostTransaction, unbalanced"
    case postUnknown = "PostTransaction, to nobody"
    case hold = "PostTransaction, pending"
    case batch = "BatchPostTransactions"
    case batchBroken = "BatchPostTransactions, one of them unbalanced"
    case batchPartly = "BatchPostTransactions, one of them known"
    case label = "UpdateLabels"
    case labelSame = "UpdateLabels, nothing"
    case labelStale = "UpdateLabels, stale"
    case labelMany = "UpdateLabels, too many"
  }

  static let service = "LedgerService"
  static let table = """
    CreateAccount                       admin               service
    absent                              open                open
    open, closed, holding, reopened     (open)              (open)

    CreateAccount, in another asset     admin               service
    absent                              open                open
    open, closed, holding, reopened     ACCOUNT_ID_REUSED   ACCOUNT_ID_REUSED

    CloseAccount                        admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened                      closed                closed
    closed                              (closed)              (closed)
    holding                             ACCOUNT_HAS_PENDING   ACCOUNT_HAS_PENDING

    ReopenAccount                       admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened                      (open)                (open)
    closed                              open                  open
    holding                             (holding)             (holding)

    PostTransaction                     admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding             posted                posted
    closed                              ACCOUNT_CLOSED        ACCOUNT_CLOSED

    PostTransaction, too much           admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding             INSUFFICIENT_FUNDS    INSUFFICIENT_FUNDS
    closed                              ACCOUNT_CLOSED        ACCOUNT_CLOSED

    PostTransaction, unbalanced         admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding, closed     UNBALANCED            UNBALANCED

    PostTransaction, to nobody          admin                 service
    absent, open, closed                NOT_FOUND             NOT_FOUND
    holding, reopened                   NOT_FOUND             NOT_FOUND

    PostTransaction, pending            admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding             pending               pending
    closed                              ACCOUNT_CLOSED        ACCOUNT_CLOSED

    BatchPostTransactions               admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding             posted                posted
    closed                              ACCOUNT_CLOSED        ACCOUNT_CLOSED

    BatchPostTransactions, one of them unbalanced   admin     service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding             UNBALANCED            UNBALANCED
    closed                              ACCOUNT_CLOSED        ACCOUNT_CLOSED

    BatchPostTransactions, one of them known        admin     service
    absent                              NOT_FOUND              NOT_FOUND
    open, reopened, holding, closed     LINKED_PARTLY_POSTED   LINKED_PARTLY_POSTED

    UpdateLabels                        admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding, closed     labelled 1            labelled 1

    UpdateLabels, nothing               admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding, closed     (labelled 0)          (labelled 0)

    UpdateLabels, stale                 admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding, closed     ETAG_MISMATCH         ETAG_MISMATCH

    UpdateLabels, too many              admin                 service
    absent                              NOT_FOUND             NOT_FOUND
    open, reopened, holding, closed     TOO_MANY_LABELS       TOO_MANY_LABELS
    """

  let store = MemoryStore()

  init(in state: State) throws {
    try store.carryOut(OpenGeneralAccount.fixture("world"))
    guard state != .absent else { return }
    try store.carryOut(OpenGeneralAccount.fixture("ada", min: 0))
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada", as: "known"))
    switch state {
    case .absent, .open: break
    case .closed: try store.carryOut(close(as: .admin))
    case .holding:
      try store.carryOut(PostTransaction.moving(10, from: "ada", to: "world", pending: true))
    case .reopened:
      try store.carryOut(close(as: .admin))
      _ = try carryOut(.reopen, as: .admin)
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .create, .createOther:
      let opened = try store.carryOut(
        OpenGeneralAccount(
          caller: who.caller, request: nil, name: "ada", asset: move == .create ? "USD" : "EUR",
          normalSide: .credit, balanceMin: 0, balanceMax: nil, code: 0,
          annotations: Annotations([:])))
      return said(opened.account)
    case .close: return said(try store.carryOut(close(as: who)))
    case .reopen:
      return said(
        try store.carryOut(
          ReopenGeneralAccount(caller: who.caller, request: nil, name: "ada", reason: "")))
    case .post: return try post([.debit("ada", 50), .credit("world", 50)], as: who)
    case .postTooMuch: return try post([.debit("ada", 101), .credit("world", 101)], as: who)
    case .postUnbalanced: return try post([.debit("ada", 50), .credit("world", 49)], as: who)
    case .postUnknown: return try post([.debit("world", 50), .credit("nobody", 50)], as: who)
    case .hold: return try post([.debit("ada", 50), .credit("world", 50)], pending: true, as: who)
    case .batch: return try batch("second", [.debit("ada", 1), .credit("world", 1)], as: who)
    case .batchBroken:
      return try batch("second", [.debit("ada", 1), .credit("world", 2)], as: who)
    case .batchPartly:
      return try batch("known", [.debit("world", 100), .credit("ada", 100)], as: who)
    case .label: return try label(["team": "red"], as: who)
    case .labelSame: return try label([:], as: who)
    case .labelStale: return try label(["team": "red"], etag: "7", as: who)
    case .labelMany:
      return try label(
        Dictionary(uniqueKeysWithValues: (1...65).map { ("k\($0)", "") }), as: who)
    }
  }

  private func said(_ account: GeneralAccount) -> String {
    guard account.closedAt == nil else { return "closed" }
    return account.sums.debits.pending > 0 ? "holding" : "open"
  }

  private func label(
    _ labels: [String: String], etag: String = "", as who: TableCaller
  ) throws -> String {
    let made = try store.carryOut(
      UpdateGeneralLabels(
        caller: who.caller, request: nil, subject: .account("ada"),
        changes: LabelChanges(set: labels, removed: []), etag: etag))
    return "labelled \(made.labels.pairs.count)"
  }

  private func close(as who: TableCaller) -> CloseGeneralAccount {
    CloseGeneralAccount(caller: who.caller, request: nil, name: "ada", reason: "")
  }

  private func post(
    _ postings: [TransactionTerms.Posting], pending: Bool = false, as who: TableCaller
  ) throws -> String {
    let view = try store.carryOut(
      PostTransaction(
        caller: who.caller, request: nil,
        terms: .fixture("new", postings, pending: pending)))
    return "\(view.transaction.state)"
  }

  /// With another one in front that is as it should be.
  private func batch(
    _ name: GeneralName, _ postings: [TransactionTerms.Posting], as who: TableCaller
  ) throws -> String {
    let views = try store.carryOut(
      PostLinkedTransactions(
        caller: who.caller, request: nil,
        list: [
          .fixture("first", [.debit("ada", 1), .credit("world", 1)]), .fixture(name, postings),
        ]))
    return views.map { "\($0.transaction.state)" }.first ?? "nothing"
  }
}
