extension Account: StoredRow {
  var rowID: UUID { id.uuid }

  static let table = Table<Account>(
    "ledger_account",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id.uuid) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("asset", .text) { .text($0.asset.rawValue) },
      .sum("debits") { $0.debits },
      .sum("credits") { $0.credits },
      .fixed("is_debit_normal", .bool) { .bool($0.kind.isDebitNormal) },
      .fixed("may_overdraw", .bool) { .bool($0.mayOverdraw) },
    ],
    locking: .ownAtTheEnd, total: { $0.adding($1) }
  ) { (row) throws(DatabaseError) in
    Account(
      id: AccountID(uuid: try row.uuid(0)),
      kind: try row.value(1, AccountKind.self), asset: try row.asset(2),
      debits: try row.int64(3), credits: try row.int64(4))
  }
}

extension Transfer: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Transfer>(
    "ledger_transfer",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("transaction_id", .uuid) { .uuid($0.transaction) },
      .fixed("debit_account", .uuid) { .uuid($0.debit.uuid) },
      .fixed("credit_account", .uuid) { .uuid($0.credit.uuid) },
      .fixed("asset", .text) { .text($0.asset.rawValue) },
      .fixed("amount", .int8) { .int8($0.amount) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.transfer() }
}

extension RowReader {
  /// An enum that is stored by its raw value.
  func value<Value: RawRepresentable>(
    _ column: Int, _: Value.Type
  ) throws(DatabaseError) -> Value where Value.RawValue == Int16 {
    guard let value = Value(rawValue: try int16(column)) else {
      throw .column(column, .isMalformed)
    }
    return value
  }

  func asset(_ column: Int) throws(DatabaseError) -> Asset {
    guard let asset = Asset(rawValue: try text(column)) else {
      throw .column(column, .isMalformed)
    }
    return asset
  }

  /// The columns of `Transfer.table`, from 0.
  func transfer() throws(DatabaseError) -> Transfer {
    Transfer(
      id: try uuid(0), transaction: try uuid(1), debit: AccountID(uuid: try uuid(2)),
      credit: AccountID(uuid: try uuid(3)), asset: try asset(4), amount: try int64(5),
      kind: try value(6, TransferKind.self), createdAt: try timestamp(7))
  }
}

/// One line of the trial balance.
struct TrialBalanceLine: Hashable, Sendable {
  let kind: AccountKind
  let asset: Asset
  let debits: Int64
  let credits: Int64
  let accounts: Int64

  /// Smallest units, on the normal side of its kind.
  var balance: Int64 { kind.balance(debits: debits, credits: credits) }
}

extension TrialBalanceLine {
  /// What the trial balance would say of these accounts alone.
  static func lines(of accounts: [Account]) -> [TrialBalanceLine] {
    let byKind = Dictionary(grouping: accounts) { [$0.kind.name, $0.asset.rawValue] }
    return byKind.values.compactMap { group in
      group.first.map { one in
        TrialBalanceLine(
          kind: one.kind, asset: one.asset, debits: group.reduce(0) { $0 + $1.debits },
          credits: group.reduce(0) { $0 + $1.credits }, accounts: Int64(group.count))
      }
    }.sorted {
      ($0.kind.rawValue, $0.asset.rawValue) < ($1.kind.rawValue, $1.asset.rawValue)
    }
  }
}

enum LedgerStatements {
  static let trialBalance = Statement<TrialBalanceLine>(
    "ledger_trial_balance",
    """
    SELECT kind, asset, sum(debits)::bigint, sum(credits)::bigint, count(*)
    FROM ledger_account GROUP BY kind, asset ORDER BY kind, asset
    """,
    parameters: [], columns: [.int2, .text, .int8, .int8, .int8]
  ) { (row) throws(DatabaseError) in
    TrialBalanceLine(
      kind: try row.value(0, AccountKind.self), asset: try row.asset(1),
      debits: try row.int64(2), credits: try row.int64(3), accounts: try row.int64(4))
  }

  /// The same at a moment, from the transfers up to then.
  static let trialBalanceAt = Statement<TrialBalanceLine>(
    "ledger_trial_balance_at",
    """
    SELECT a.kind, a.asset, sum(legs.debits)::bigint, sum(legs.credits)::bigint, count(*)
    FROM (
      SELECT account, sum(debit) AS debits, sum(credit) AS credits FROM (
        SELECT debit_account AS account, amount AS debit, 0 AS credit FROM ledger_transfer
        WHERE created_at <= $1
        UNION ALL SELECT credit_account, 0, amount FROM ledger_transfer
        WHERE created_at <= $1) AS sides
      GROUP BY account) AS legs
    JOIN ledger_account a ON a.id = legs.account
    GROUP BY a.kind, a.asset ORDER BY a.kind, a.asset
    """,
    parameters: [.timestamptz], columns: [.int2, .text, .int8, .int8, .int8]
  ) { (row) throws(DatabaseError) in
    TrialBalanceLine(
      kind: try row.value(0, AccountKind.self), asset: try row.asset(1),
      debits: try row.int64(2), credits: try row.int64(3), accounts: try row.int64(4))
  }

  /// Accounts whose two sums are not those of their transfers.
  static let accountsOff = Statement<Int64>(
    "ledger_accounts_off",
    """
    SELECT count(*) FROM (
      SELECT account, sum(debit) AS debits, sum(credit) AS credits FROM (
        SELECT debit_account AS account, amount AS debit, 0 AS credit FROM ledger_transfer
        UNION ALL SELECT credit_account, 0, amount FROM ledger_transfer) AS legs
      GROUP BY account) AS summed
    FULL JOIN ledger_account ON ledger_account.id = summed.account
    WHERE coalesce(summed.debits, 0) IS DISTINCT FROM ledger_account.debits
      OR coalesce(summed.credits, 0) IS DISTINCT FROM ledger_account.credits
    """,
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// Transfers before an id, newest first.
  static let transfersBefore = Statement<Transfer>(
    "ledger_transfers_before",
    "SELECT \(transferColumns) FROM ledger_transfer WHERE id < $1 ORDER BY id DESC LIMIT $2",
    parameters: [.uuid, .int8], columns: transferTypes
  ) { (row) throws(DatabaseError) in try row.transfer() }

  /// Those of one transaction.
  static let transfersOf = Statement<Transfer>(
    "ledger_transfers_of",
    """
    SELECT \(transferColumns) FROM ledger_transfer
    WHERE transaction_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8], columns: transferTypes
  ) { (row) throws(DatabaseError) in try row.transfer() }

  private static let transferColumns =
    "id, transaction_id, debit_account, credit_account, asset, amount, kind, created_at"
  private static let transferTypes: [SQLType] = [
    .uuid, .uuid, .uuid, .uuid, .text, .int8, .int2, .timestamptz,
  ]

  /// Transfers in or out of one account before an id, newest first.
  static let accountTransfersBefore = Statement<Transfer>(
    "ledger_account_transfers_before",
    """
    (SELECT id, transaction_id, debit_account, credit_account, asset, amount, kind, created_at
     FROM ledger_transfer WHERE debit_account = $1 AND id < $2 ORDER BY id DESC LIMIT $3)
    UNION ALL
    (SELECT id, transaction_id, debit_account, credit_account, asset, amount, kind, created_at
     FROM ledger_transfer WHERE credit_account = $1 AND id < $2 ORDER BY id DESC LIMIT $3)
    ORDER BY 1 DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8],
    columns: [.uuid, .uuid, .uuid, .uuid, .text, .int8, .int2, .timestamptz]
  ) { (row) throws(DatabaseError) in try row.transfer() }

  /// The accounts with these ids, unlocked.
  static let accounts = Statement<Account>(
    "ledger_accounts",
    """
    SELECT id, kind, asset, debits, credits FROM ledger_account WHERE id = ANY($1) ORDER BY id
    """,
    parameters: [.uuidArray], columns: [.uuid, .int2, .text, .int8, .int8]
  ) { (row) throws(DatabaseError) in
    Account(
      id: AccountID(uuid: try row.uuid(0)), kind: try row.value(1, AccountKind.self),
      asset: try row.asset(2), debits: try row.int64(3), credits: try row.int64(4))
  }

  static let all = [
    trialBalance.definition, trialBalanceAt.definition, accountsOff.definition,
    transfersBefore.definition, transfersOf.definition,
    accountTransfersBefore.definition, accounts.definition,
  ]
}
