/// What is read of the general ledger. The columns of whole rows are those of their tables.
enum GeneralStatements {
  private static let accountColumns = GeneralAccount.table.columns
  private static let transactionColumns = GeneralTransaction.table.columns
  private static let entryColumns = GeneralEntry.table.columns

  private static func names<Row>(_ columns: [Column<Row>], _ table: String) -> String {
    columns.map { "\(table).\($0.name)" }.joined(separator: ", ")
  }

  // MARK: Accounts

  static let account = Statement<GeneralAccount>(
    "general_account_read",
    "SELECT \(names(accountColumns, "a")) FROM general_account a WHERE id = $1",
    parameters: [.uuid], columns: accountColumns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalAccount() }

  /// Accounts by name behind the account $1, from the name $2 to before the name $3; of one asset,
  /// or all.
  static let accountsAfter = Statement<GeneralAccount>(
    "general_accounts_after",
    """
    SELECT \(names(accountColumns, "a")) FROM general_account a
    WHERE name > coalesce((SELECT name FROM general_account WHERE id = $1), '')
      AND name >= $2 AND name < $3 AND ($4::text IS NULL OR asset = $4)
    ORDER BY name LIMIT $5
    """,
    parameters: [.uuid, .text, .text, .text, .int8], columns: accountColumns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalAccount() }

  /// The same, of one code.
  static let accountsOfCodeAfter = Statement<GeneralAccount>(
    "general_accounts_of_code_after",
    """
    SELECT \(names(accountColumns, "a")) FROM general_account a
    WHERE code = $6 AND name > coalesce((SELECT name FROM general_account WHERE id = $1), '')
      AND name >= $2 AND name < $3 AND ($4::text IS NULL OR asset = $4)
    ORDER BY name LIMIT $5
    """,
    parameters: [.uuid, .text, .text, .text, .int8, .int4], columns: accountColumns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalAccount() }

  // MARK: Transactions

  static let transaction = Statement<GeneralTransaction>(
    "general_transaction_read",
    "SELECT \(names(transactionColumns, "t")) FROM general_transaction t WHERE name_key = $1",
    parameters: [.uuid], columns: transactionColumns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalTransaction() }

  static let transactionsBefore = Statement<GeneralTransaction>(
    "general_transactions_before",
    """
    SELECT \(names(transactionColumns, "t")) FROM general_transaction t
    WHERE id < $1 ORDER BY id DESC LIMIT $2
    """,
    parameters: [.uuid, .int8], columns: transactionColumns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalTransaction() }

  /// The same with one reference, in a state or in all.
  static let transactionsOfReferenceBefore = Statement<GeneralTransaction>(
    "general_transactions_of_reference_before",
    """
    SELECT \(names(transactionColumns, "t")) FROM general_transaction t
    WHERE reference = $3 AND reference <> '' AND id < $1 AND ($4::smallint IS NULL OR state = $4)
    ORDER BY id DESC LIMIT $2
    """,
    parameters: [.uuid, .int8, .text, .int2], columns: transactionColumns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.generalTransaction() }

  static let transactionsInStateBefore = Statement<GeneralTransaction>.ofState(
    "general_transactions_in_state_before")

  // MARK: Entries

  /// Entries with the names of their transaction and account, and the account's normal side.
  static func entries(
    _ name: String, _ condition: String, _ parameters: [SQLType]
  ) -> Statement<EntryView> {
    Statement<EntryView>(
      name, "SELECT \(viewColumns) \(viewTables) \(condition)", parameters: parameters,
      columns: viewTypes
    ) { (row) throws(DatabaseError) in try row.entryView() }
  }

  static let viewColumns =
    names(entryColumns, "e") + ", t.name, t.name_key, a.name, a.is_debit_normal"
  static let viewTypes: [SQLType] =
    entryColumns.map(\.type) + [.text, .uuid, .text, .bool]
  private static let viewTables = """
    FROM general_entry e JOIN general_transaction t ON t.id = e.transaction_id
      JOIN general_account a ON a.id = e.account_id
    """

  /// In the order in which each transaction made them.
  static let entriesOfTransactions = entries(
    "general_entries_of_transactions",
    "WHERE e.transaction_id = ANY($1) ORDER BY e.transaction_id, e.number", [.uuidArray])

  /// Of one account before a sequence, newest first.
  static let entriesBefore = entries(
    "general_entries_before",
    "WHERE e.account_id = $1 AND e.sequence < $2 ORDER BY e.sequence DESC LIMIT $3",
    [.uuid, .int8, .int8])

  /// The last entry of an account up to a moment.
  static let entryAt = entries(
    "general_entry_at",
    """
    WHERE e.account_id = $1 AND e.created_at <= $2
    ORDER BY e.account_id DESC, e.created_at DESC, e.sequence DESC LIMIT 1
    """, [.uuid, .timestamptz])

  /// Of one account behind a sequence, up to another one, oldest first.
  static let entriesAfter = entries(
    "general_entries_after",
    """
    WHERE e.account_id = $1 AND e.sequence > $2 AND e.sequence <= $3
    ORDER BY e.sequence LIMIT \(GeneralLimits.entriesPerRead)
    """, [.uuid, .int8, .int8])

  // MARK: The journal

  /// Transactions of the database, by their numbers.
  struct Horizon: Hashable, Sendable {
    /// Still runs, or is `next`. Everything below has ended: it is there or it never will be.
    let oldest: Int64
    /// Has not begun.
    let next: Int64
  }

  static let horizon = Statement<Horizon>(
    "general_horizon",
    """
    SELECT journal_xid_offset() + pg_snapshot_xmin(snapshot)::text::bigint,
      journal_xid_offset() + pg_snapshot_xmax(snapshot)::text::bigint
    FROM pg_current_snapshot() AS snapshot
    """,
    parameters: [], columns: [.int8, .int8]
  ) { (row) throws(DatabaseError) in
    Horizon(oldest: try row.int64(0), next: try row.int64(1))
  }

  /// Entries behind a place and below a horizon.
  static let journalAfter = Statement<JournalLine>(
    "general_journal_after",
    """
    SELECT \(viewColumns), e.written_by, e.place \(viewTables)
    WHERE (e.written_by, e.place) > ($1, $2) AND e.written_by < $3
    ORDER BY e.written_by, e.place LIMIT \(GeneralLimits.entriesPerRead)
    """,
    parameters: [.int8, .int8, .int8], columns: viewTypes + [.int8, .int8]
  ) { (row) throws(DatabaseError) in
    JournalLine(
      view: try row.entryView(),
      place: JournalPlace(writtenBy: try row.int64(20), place: try row.int64(21)))
  }

  // MARK: Holds that are over

  /// Up to $2 pending transactions whose time was over at $1, oldest first; those that somebody is
  /// deciding on are left to them.
  static let due = Statement<GeneralName>(
    "general_due",
    """
    SELECT name, name_key FROM general_transaction WHERE state = 1 AND expires_at <= $1
    ORDER BY expires_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
    """,
    parameters: [.timestamptz, .int8], columns: [.text, .uuid]
  ) { (row) throws(DatabaseError) in GeneralName(stored: try row.text(0), key: try row.uuid(1)) }

  /// The same, those that hold something on one of the accounts.
  static let dueOnAccounts = Statement<GeneralName>(
    "general_due_on_accounts",
    """
    SELECT name, name_key FROM general_transaction t WHERE state = 1 AND expires_at <= $1
      AND EXISTS (
        SELECT FROM general_entry e WHERE e.transaction_id = t.id AND e.account_id = ANY($2))
    ORDER BY expires_at LIMIT \(GeneralLimits.expiredPerStep)
    """,
    parameters: [.timestamptz, .uuidArray], columns: [.text, .uuid]
  ) { (row) throws(DatabaseError) in GeneralName(stored: try row.text(0), key: try row.uuid(1)) }

  // MARK: The trial balance

  /// Sums of posted amounts. Each account counts in 64 bits; many of them together need more.
  struct Line: Hashable, Sendable {
    let asset: AssetCode
    let code: Int32
    let debits: Int128
    let credits: Int128
    let accounts: Int64
  }

  static func lines(
    _ name: String, _ sql: String, _ parameters: [SQLType] = []
  ) -> Statement<Line> {
    Statement<Line>(
      name, sql, parameters: parameters, columns: [.text, .int4, .text, .text, .int8]
    ) { (row) throws(DatabaseError) in
      Line(
        asset: try row.assetCode(0), code: try row.int32(1), debits: try row.wideSum(2),
        credits: try row.wideSum(3), accounts: try row.int64(4))
    }
  }

  static let trialBalance = lines(
    "general_trial_balance",
    """
    SELECT asset, code, sum(debits_posted)::text, sum(credits_posted)::text, count(*)
    FROM general_account GROUP BY asset, code ORDER BY asset, code
    """)

  /// The same at a moment: each account after its last entry up to then.
  static let trialBalanceAt = lines(
    "general_trial_balance_at",
    """
    SELECT a.asset, a.code, coalesce(sum(e.debits_posted), 0)::text,
      coalesce(sum(e.credits_posted), 0)::text, count(*)
    FROM general_account a LEFT JOIN LATERAL (
      SELECT debits_posted, credits_posted FROM general_entry
      WHERE account_id = a.id AND created_at <= $1
      ORDER BY account_id DESC, created_at DESC, sequence DESC LIMIT 1) e ON true
    WHERE a.created_at <= $1 GROUP BY a.asset, a.code ORDER BY a.asset, a.code
    """, [.timestamptz])

  /// Accounts whose sums are not those of their entries.
  static let accountsOff = Statement<Int64>(
    "general_accounts_off",
    """
    SELECT count(*) FROM (
      SELECT account_id, count(*) AS entries,
        sum(posted) FILTER (WHERE is_debit) AS debits_posted,
        sum(posted) FILTER (WHERE NOT is_debit) AS credits_posted,
        sum(pending) FILTER (WHERE is_debit) AS debits_pending,
        sum(pending) FILTER (WHERE NOT is_debit) AS credits_pending
      FROM general_entry GROUP BY account_id) AS summed
    FULL JOIN general_account a ON a.id = summed.account_id
    WHERE (a.entries, a.debits_posted, a.credits_posted, a.debits_pending, a.credits_pending)
      IS DISTINCT FROM (coalesce(summed.entries, 0), coalesce(summed.debits_posted, 0),
        coalesce(summed.credits_posted, 0), coalesce(summed.debits_pending, 0),
        coalesce(summed.credits_pending, 0))
    """,
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let all =
    [
      trialBalance.definition, trialBalanceAt.definition, accountsOff.definition,
      account.definition, accountsAfter.definition, accountsOfCodeAfter.definition,
      transaction.definition, transactionsBefore.definition, transactionsInStateBefore.definition,
      transactionsOfReferenceBefore.definition,
      entriesOfTransactions.definition, entriesBefore.definition, entryAt.definition,
      entriesAfter.definition, horizon.definition, journalAfter.definition,
      due.definition, dueOnAccounts.definition,
    ] + effective
}

extension RowReader {
  /// A sum of many 64-bit numbers, as text.
  fileprivate func wideSum(_ column: Int) throws(DatabaseError) -> Int128 {
    guard let sum = Int128(try text(column)) else { throw .column(column, .isMalformed) }
    return sum
  }

  /// An entry with what is to be known to show it.
  func entryView() throws(DatabaseError) -> EntryView {
    let entry = try generalEntry()
    return EntryView(
      entry: entry, transaction: GeneralName(stored: try text(16), key: try uuid(17)),
      account: GeneralName(stored: try text(18), key: entry.account), normalSide: try side(19))
  }
}
