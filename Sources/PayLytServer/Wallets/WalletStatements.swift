extension Deposit: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Deposit>(
    "deposit",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("reference", .text) { .text($0.reference) },
      .fixed("provider_id", .text) { .text($0.providerID) },
      .fixed("payment_hash", .bytea) { .bytes($0.paymentHash) },
      .fixed("payment_request", .text) { .text($0.paymentRequest) },
      .fixed("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("paid_msat", .int8) { .int8($0.paidMsat) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("settled_at", .timestamptz) { .timestamp($0.settledAt) },
    ],
    keys: [
      RowKey("payment_hash", .bytea) { .bytes($0.paymentHash) },
      .inStates("user_id", .uuid, of: \.state, where: { $0 == .pending }) { .uuid($0.user) },
    ]
  ) { (row) throws(DatabaseError) in try row.deposit() }
}

extension WalletHandover: StoredRow {
  var rowID: UUID { user }

  static let table = Table<WalletHandover>(
    "wallet_handover",
    columns: [
      .fixed("id", .uuid) { .uuid($0.user) },
      .mutable("receiver_id", .uuid) { .uuid($0.receiver) },
      .mutable("proposed_by", .uuid) { .uuid($0.proposedBy) },
      .mutable("holdings", .text) { .text($0.holdings) },
      .mutable("proposed_at", .timestamptz) { .timestamp($0.proposedAt) },
    ]
  ) { (row) throws(DatabaseError) in
    WalletHandover(
      user: try row.uuid(0), receiver: try row.uuid(1), proposedBy: try row.uuid(2),
      holdings: try row.text(3), proposedAt: try row.timestamp(4))
  }
}

/// A movement as the owner of the wallet sees it.
struct WalletMovement: Hashable, Sendable {
  let id: UUID
  let transaction: UUID
  /// Negative: out of the wallet.
  let amount: Money
  let kind: TransferKind
  let createdAt: Timestamp
}

extension RowReader {
  /// The columns of `Deposit.table`, from 0.
  func deposit() throws(DatabaseError) -> Deposit {
    Deposit(
      id: try uuid(0), user: try uuid(1), provider: try text(2), reference: try text(3),
      providerID: try text(4), paymentHash: try bytes(5), paymentRequest: try text(6),
      amountMsat: try int64(7), paidMsat: try int64(8), state: try value(9, DepositState.self),
      createdAt: try timestamp(10), expiresAt: try timestamp(11),
      settledAt: try optionalTimestamp(12))
  }

  fileprivate func movement() throws(DatabaseError) -> WalletMovement {
    WalletMovement(
      id: try uuid(0), transaction: try uuid(1),
      amount: Money(asset: try asset(2), units: try int64(3)),
      kind: try value(4, TransferKind.self), createdAt: try timestamp(5))
  }
}

enum WalletStatements {
  private static let columns = Deposit.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Deposit.table.columns.map(\.type)
  private static let movementTypes: [SQLType] = [.uuid, .uuid, .text, .int8, .int2, .timestamptz]

  /// The two sides of an account's movements, as its owner sees them. Two branches, because each
  /// has its own index.
  private static func movements(of account: String, where condition: String) -> String {
    """
    (SELECT id, transaction_id, asset, -amount AS amount, kind, created_at
     FROM ledger_transfer WHERE debit_account = \(account) AND \(condition))
    UNION ALL
    (SELECT id, transaction_id, asset, amount, kind, created_at
     FROM ledger_transfer WHERE credit_account = \(account) AND \(condition))
    """
  }

  /// Movements of several accounts before an id, newest first.
  static let movementsBefore = Statement<WalletMovement>(
    "wallet_movements_before",
    """
    SELECT found.* FROM unnest($1) AS wallet(account), LATERAL (
      \(movements(
        of: "wallet.account", where: "id < $2 ORDER BY ledger_transfer.id DESC LIMIT $3"))
      ORDER BY 1 DESC LIMIT $3) AS found
    ORDER BY 1 DESC LIMIT $3
    """,
    parameters: [.uuidArray, .uuid, .int8], columns: movementTypes
  ) { (row) throws(DatabaseError) in try row.movement() }

  /// Movements of one account in a period, oldest first. The id only narrows the search.
  static let movementsBetween = Statement<WalletMovement>(
    "wallet_movements_between",
    """
    \(movements(of: "$1", where: "id >= $2 AND created_at >= $3 AND created_at < $4"))
    ORDER BY 6, 1 LIMIT $5
    """,
    parameters: [.uuid, .uuid, .timestamptz, .timestamptz, .int8], columns: movementTypes
  ) { (row) throws(DatabaseError) in try row.movement() }

  /// What an account's movements from a moment on add up to.
  static let movedSince = Statement<Int64>(
    "wallet_moved_since",
    """
    SELECT coalesce(sum(amount), 0)::bigint FROM (
      \(movements(of: "$1", where: "id >= $2 AND created_at >= $3"))) AS moved
    """,
    parameters: [.uuid, .uuid, .timestamptz], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let deposit = Statement<Deposit>(
    "deposit_get", "SELECT \(columns) FROM deposit WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.deposit() }

  static let depositByHash = Statement<Deposit>(
    "deposit_by_hash", "SELECT \(columns) FROM deposit WHERE payment_hash = $1",
    parameters: [.bytea], columns: types
  ) { (row) throws(DatabaseError) in try row.deposit() }

  /// A user's deposits, or all of them.
  static let deposits = SearchList<Deposit>(
    "deposit_list", of: "deposit", columns: Deposit.table.columns.map(\.name),
    types: Deposit.table.columns.map(\.type),
    fields: SearchFields(
      "Deposits",
      [
        SearchField("state", "state", .oneOf(DepositState.self)),
        SearchField("amount", "amount_msat", .number),
        SearchField("create_time", "created_at", .moment),
      ]),
    parts: [
      .own: ["user_id = $1"], .all: [ListPart.everything], .ofState: [ListPart.everything],
    ],
    id: \.id
  ) { (row) throws(DatabaseError) in try row.deposit() }

  /// Pending ones, the soonest to expire first (`UnpaidRound`).
  static let pendingDeposits = Statement<Deposit>(
    "deposit_pending",
    """
    SELECT \(columns) FROM deposit
    WHERE state = 1 AND (expires_at, id) > ($1, $2) AND created_at < $3
    ORDER BY expires_at, id LIMIT $4
    """,
    parameters: [.timestamptz, .uuid, .timestamptz, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.deposit() }

  /// Those that are over, and may be paid all the same.
  static let endedDeposits = Statement<Deposit>(
    "deposit_ended",
    """
    SELECT \(columns) FROM deposit
    WHERE state = 3 AND (expires_at, id) > ($1, $2) AND created_at < $3
    ORDER BY expires_at, id LIMIT $4
    """,
    parameters: [.timestamptz, .uuid, .timestamptz, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.deposit() }

  /// Nothing that is shown of a deposit changes but with its state.
  static let depositVersions = Statement.versions(
    "deposit_versions", of: "deposit", version: "state")

  static let freeze = Statement<WalletFreeze>(
    "wallet_freeze_get",
    "SELECT id, is_frozen, reason, version, updated_at FROM wallet_freeze WHERE id = $1",
    parameters: [.uuid], columns: WalletFreeze.table.columns.map(\.type),
    decode: WalletFreeze.table.decode)

  static let all =
    [
      movementsBefore.definition, movementsBetween.definition, movedSince.definition,
      deposit.definition, depositByHash.definition, pendingDeposits.definition,
      endedDeposits.definition, depositVersions.definition, freeze.definition,
    ] + deposits.definitions
}
