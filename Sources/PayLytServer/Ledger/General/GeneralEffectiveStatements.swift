/// What is read of the general ledger by the time at which entries count.
///
/// A balance by that time is the booked one at the same moment, corrected by the entries that count
/// at another time than they were booked at. Those have an index of their own, so a ledger without
/// them pays nothing.
extension GeneralStatements {
  /// The sums of an account after its last entry up to a moment, among its first $3.
  static let sumsAt = Statement<GeneralSums>(
    "general_sums_at",
    """
    SELECT debits_posted, credits_posted, debits_pending, credits_pending FROM general_entry
    WHERE account_id = $1 AND created_at <= $2 AND sequence <= $3
    ORDER BY account_id DESC, created_at DESC, sequence DESC LIMIT 1
    """,
    parameters: [.uuid, .timestamptz, .int8], columns: sumTypes
  ) { (row) throws(DatabaseError) in try row.generalSums(0) }

  /// What the entries that were booked on the other side of a moment than they count add to that:
  /// debits and credits posted, debits and credits pending.
  static let effectiveShift = Statement<GeneralSums>(
    "general_effective_shift",
    """
    SELECT \(shift("posted", "is_debit")), \(shift("posted", "NOT is_debit")),
      \(shift("pending", "is_debit")), \(shift("pending", "NOT is_debit"))
    FROM general_entry
    WHERE account_id = $1 AND sequence <= $3 AND \(isShifted("$2"))
    """,
    parameters: [.uuid, .timestamptz, .int8], columns: sumTypes
  ) { (row) throws(DatabaseError) in try row.generalSums(0) }

  private static let sumTypes = [SQLType](repeating: .int8, count: 4)

  private static func shift(_ column: String, _ isMeant: String, at moment: String = "$2") -> String
  {
    "coalesce(sum(CASE WHEN effective_at <= \(moment) THEN \(column) ELSE -\(column) END) "
      + "FILTER (WHERE \(isMeant)), 0)::bigint"
  }

  private static func isShifted(_ moment: String) -> String {
    "effective_at <> created_at "
      + "AND (effective_at <= \(moment)) <> (created_at <= \(moment))"
  }

  /// Entries of an account, among its first $2, behind the place ($3, $4) and before the moment $5,
  /// in the order in which they count. Those that count when they were booked come from the index
  /// of bookings, the others from their own.
  static let entriesEffectiveAfter = Statement<EntryView>(
    "general_entries_effective_after",
    """
    SELECT \(viewColumns) FROM (
      (SELECT * FROM general_entry
       WHERE account_id = $1 AND sequence <= $2 AND effective_at = created_at
         AND (created_at, sequence) > ($3, $4) AND created_at < $5
       ORDER BY created_at, sequence LIMIT \(GeneralLimits.entriesPerRead))
      UNION ALL
      (SELECT * FROM general_entry
       WHERE account_id = $1 AND sequence <= $2 AND effective_at <> created_at
         AND (effective_at, sequence) > ($3, $4) AND effective_at < $5
       ORDER BY effective_at, sequence LIMIT \(GeneralLimits.entriesPerRead))) AS e
      JOIN general_transaction t ON t.id = e.transaction_id
      JOIN general_account a ON a.id = e.account_id
    ORDER BY e.effective_at, e.sequence LIMIT \(GeneralLimits.entriesPerRead)
    """,
    parameters: [.uuid, .int8, .timestamptz, .int8, .timestamptz], columns: viewTypes
  ) { (row) throws(DatabaseError) in try row.entryView() }

  /// The trial balance of what counts at a moment.
  static let trialBalanceEffective = lines(
    "general_trial_balance_effective",
    """
    SELECT a.asset, a.code, sum(coalesce(e.debits_posted, 0) + s.debits)::text,
      sum(coalesce(e.credits_posted, 0) + s.credits)::text, count(*)
    FROM general_account a LEFT JOIN LATERAL (
      SELECT debits_posted, credits_posted FROM general_entry
      WHERE account_id = a.id AND created_at <= $1
      ORDER BY account_id DESC, created_at DESC, sequence DESC LIMIT 1) e ON true
    CROSS JOIN LATERAL (
      SELECT \(shift("posted", "is_debit", at: "$1")) AS debits,
        \(shift("posted", "NOT is_debit", at: "$1")) AS credits, count(*) AS entries
      FROM general_entry WHERE account_id = a.id AND \(isShifted("$1"))) s
    WHERE a.created_at <= $1 OR s.entries > 0
    GROUP BY a.asset, a.code ORDER BY a.asset, a.code
    """, [.timestamptz])

  static let effective = [
    sumsAt.definition, effectiveShift.definition, entriesEffectiveAfter.definition,
    trialBalanceEffective.definition,
  ]
}
