/// What the sealer and the log's readers ask of the database.
///
/// **Why nothing stands before what it was decided on.** Rows become visible when their transaction
/// commits. That is not the order of their ids, nor of the transactions': a transaction gets its id
/// with the first row that it locks, and may then wait for what a younger one changes. So each row
/// of the journal has two numbers that the statement which inserts it takes, when its transaction
/// holds every lock that it decided under, and rows are sealed in the order of both:
/// - `written_by`, the transaction that inserts the row, or the youngest one that had ended by then
///   (`pg_snapshot_xmax` - 1), if that is younger;
/// - `place`, the next value of a sequence, for rows that share the first.
///
/// Say that U's rows were there before T decided: T waited for a lock of U, or read what U wrote,
/// or its caller had heard of U. Then U had ended before T's insertion took its snapshot. So the
/// youngest transaction that had ended by then is not older than U; nor is it older than the one
/// that U's insertion found, since the youngest only ever gets younger. That is all that U's
/// `written_by` can be: T's is not below it. Where they are the same, T's `place` was drawn later
/// and is larger. The rows of one transaction are inserted in the order of its decisions
/// (`Table.isOrdered`).
///
/// **Why no committed row is ever skipped.** Rows are sealed up to a horizon: the oldest
/// transaction that still runs in the snapshot that reads them (`pg_snapshot_xmin`).
/// - A row that this snapshot does not show, and a later one does, is of a transaction that still
///   runs or has no id yet. Its id is not below the horizon, and `written_by` never is below the
///   id: that is why the own id counts too, which can be younger than all that had ended. So no row
///   below the horizon can appear later.
/// - A row at or above the horizon is not sealed yet. It sorts behind all that are, because
///   `written_by` is the first key.
/// - Transaction ids only grow, so the next sealer's horizon is never below this one's floor.
///
/// When nothing runs, the horizon is above every transaction that has ended, and so above every row
/// that is visible: all of it is sealed at once.
///
/// So the sealed log is at all times exactly the journal below some horizon, in one order that
/// follows from the rows alone, whoever seals. A prepared transaction or a long writing one, in any
/// database of the cluster, keeps the horizon back: the log is late then, never wrong.
///
/// **Why positions have no gap.** A batch is one transaction under an advisory lock, taken before
/// its snapshots: it numbers on from the last position, or nothing of it is there.
///
/// Limits stand in the text where they can: for one that comes as a parameter, the planner expects
/// a tenth of the table, and reads the whole journal to be ready for it.
enum AuditStatements {
  static let sealedChannel = "paylyt_sealed"
  static let notify = Statement("sealed_notify", "NOTIFY \(sealedChannel)", parameters: [])

  /// Whether this transaction is the one that seals. Never waits.
  static let lock = Statement<Bool>(
    "audit_lock", "SELECT pg_try_advisory_xact_lock(\(lockKey))", parameters: [], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  /// "paylyt" as a number.
  private static let lockKey: Int64 = 0x7061_796c_7974

  private static let horizon =
    "journal_xid_offset() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
  private static let nextTransaction =
    "journal_xid_offset() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
  private static let last = "SELECT * FROM sealed_entry ORDER BY position DESC LIMIT 1"

  // MARK: Sealing

  /// The end of the log, and whether newer rows wait for a running transaction.
  struct End: Sendable {
    let head: SealedHead
    /// Whether `head` has its checkpoint and its journal row, as every end of a log has.
    let isWhole: Bool
    /// The last sealed row was written by a transaction that has not been yet: the journal came
    /// from another cluster.
    let isFromTheFuture: Bool
    let isHeldBack: Bool
  }

  static let end = Statement<End>(
    "audit_end",
    """
    SELECT coalesce(sealed.position, 0), sealed.hash,
      sealed.position IS NULL OR entry.id IS NOT NULL,
      coalesce(entry.written_by >= \(nextTransaction), false),
      EXISTS (SELECT FROM journal WHERE written_by >= \(horizon)),
      \(checkpointColumns)
    FROM (SELECT) AS always LEFT JOIN (\(last)) AS sealed ON true
    LEFT JOIN journal AS entry ON entry.id = sealed.journal_id
    LEFT JOIN audit_checkpoint AS checkpoint ON checkpoint.last_position = sealed.position
    """,
    parameters: [], columns: [.int8, .bytea, .bool, .bool, .bool] + checkpointTypes
  ) { (row) throws(DatabaseError) in
    let position = try row.int64(0)
    let checkpoint = row.isNull(5) ? nil : try row.checkpoint(from: 5)
    return End(
      head: SealedHead(
        position: position, hash: try row.optionalBytes(1) ?? HashChain.start,
        checkpoint: checkpoint),
      isWhole: try row.bool(2) && (position == 0 || checkpoint != nil),
      isFromTheFuture: try row.bool(3), isHeldBack: try row.bool(4))
  }

  private static let floor =
    "SELECT entry.written_by, entry.place FROM (\(last)) AS sealed "
    + "JOIN journal AS entry ON entry.id = journal_id"
  /// Behind the last sealed row.
  private static let unsealedRows = """
    written_by >= coalesce((SELECT written_by FROM floor), 0)
    AND (written_by, place) > (coalesce((SELECT written_by FROM floor), 0),
      coalesce((SELECT place FROM floor), 0))
    """
  private static let sealable = "\(unsealedRows) AND written_by < \(horizon)"

  /// The next rows to seal, in their order.
  ///
  /// `reach` bounds what is read and sorted to about one batch, however long the backlog is: the
  /// rest of what shares `written_by` with the last sealed row, and so many rows behind it with all
  /// that share theirs. Which rows these are is found by little of each; the whole rows are read
  /// once, by where they lie.
  static let unsealed = Statement<AuditContent>(
    "audit_unsealed",
    """
    WITH floor AS MATERIALIZED (\(floor)), reach AS MATERIALIZED (
      SELECT max(written_by) AS last FROM (
        SELECT written_by FROM journal
        WHERE written_by > coalesce((SELECT written_by FROM floor), 0)
          AND written_by < \(horizon)
        ORDER BY written_by LIMIT \(AuditLimits.batchMax)) AS ahead
    ), next AS (
      SELECT ctid AS lies_at, written_by, place, length(response) AS size FROM journal
      WHERE \(sealable)
        AND written_by <= coalesce((SELECT last FROM reach), (SELECT written_by FROM floor))
      ORDER BY written_by, place LIMIT $1
    ), sized AS (
      SELECT *, sum(size) OVER (ORDER BY written_by, place) - size AS before FROM next)
    SELECT \(contentColumns("entry")) FROM sized JOIN journal AS entry ON entry.ctid = sized.lies_at
    WHERE sized.before < $2 ORDER BY sized.written_by, sized.place
    """,
    parameters: [.int8, .int8], columns: contentTypes
  ) { (row) throws(DatabaseError) in try row.auditContent(from: 0) }

  /// Where the log ends, and whether there is something to seal: what a standby looks at.
  struct Glance: Sendable {
    let position: Int64
    let hasWork: Bool
  }

  static let glance = Statement<Glance>(
    "audit_glance",
    """
    WITH floor AS MATERIALIZED (\(floor))
    SELECT coalesce((SELECT max(position) FROM sealed_entry), 0),
      EXISTS (SELECT FROM journal WHERE \(sealable))
    """,
    parameters: [], columns: [.int8, .bool]
  ) { (row) throws(DatabaseError) in Glance(position: try row.int64(0), hasWork: try row.bool(1)) }

  /// When the oldest row was made that is not sealed; none when all are.
  static let oldestUnsealed = Statement<Timestamp?>(
    "audit_oldest_unsealed",
    """
    WITH floor AS MATERIALIZED (\(floor))
    SELECT min(created_at) FROM journal WHERE \(unsealedRows)
    """,
    parameters: [], columns: [.timestamptz]
  ) { (row) throws(DatabaseError) in try row.optionalTimestamp(0) }

  static let insertEntries = Statement(
    "audit_insert_entries",
    """
    INSERT INTO sealed_entry (position, journal_id, hash, subject)
    SELECT * FROM unnest($1::int8[], $2::uuid[], $3::bytea[], $4::text[])
    """,
    parameters: [.int8Array, .uuidArray, .byteaArray, .textArray])

  static let insertParties = Statement(
    "audit_insert_parties",
    "INSERT INTO sealed_party (party, position) SELECT * FROM unnest($1::uuid[], $2::int8[])",
    parameters: [.uuidArray, .int8Array])

  static let insertCheckpoint = Statement(
    "audit_insert_checkpoint",
    """
    INSERT INTO audit_checkpoint (first_position, last_position, chain_hash, root_hash,
      previous_hash, sealed_at, public_key, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """,
    parameters: checkpointTypes)

  // MARK: Reading

  struct NewestDecision: Sendable {
    let id: UUID
    let isSealed: Bool
  }

  /// The last decision that is visible now, in the order of sealing.
  static let newest = Statement<NewestDecision>(
    "audit_newest",
    """
    SELECT id, EXISTS (SELECT FROM sealed_entry WHERE journal_id = id)
    FROM (SELECT id FROM journal ORDER BY written_by DESC, place DESC LIMIT 1) AS newest
    """,
    parameters: [], columns: [.uuid, .bool]
  ) { (row) throws(DatabaseError) in
    NewestDecision(id: try row.uuid(0), isSealed: try row.bool(1))
  }

  static let isSealed = Statement<Bool>(
    "audit_is_sealed", "SELECT EXISTS (SELECT FROM sealed_entry WHERE journal_id = $1)",
    parameters: [.uuid], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  static let latestCheckpoint = Statement<Checkpoint>(
    "audit_checkpoint_latest",
    "SELECT \(checkpointColumns) FROM audit_checkpoint AS checkpoint "
      + "ORDER BY last_position DESC LIMIT 1",
    parameters: [], columns: checkpointTypes
  ) { (row) throws(DatabaseError) in try row.checkpoint(from: 0) }

  /// The checkpoint of the batch that holds a position.
  static let checkpointOver = Statement<Checkpoint>(
    "audit_checkpoint_over",
    "SELECT \(checkpointColumns) FROM audit_checkpoint AS checkpoint "
      + "WHERE last_position >= $1 ORDER BY last_position LIMIT 1",
    parameters: [.int8], columns: checkpointTypes
  ) { (row) throws(DatabaseError) in try row.checkpoint(from: 0) }

  static let checkpointFrom = Statement<Checkpoint>(
    "audit_checkpoint_from",
    "SELECT \(checkpointColumns) FROM audit_checkpoint AS checkpoint WHERE first_position = $1",
    parameters: [.int8], columns: checkpointTypes
  ) { (row) throws(DatabaseError) in try row.checkpoint(from: 0) }

  static let checkpointUpTo = Statement<Checkpoint>(
    "audit_checkpoint_up_to",
    "SELECT \(checkpointColumns) FROM audit_checkpoint AS checkpoint WHERE last_position = $1",
    parameters: [.int8], columns: checkpointTypes
  ) { (row) throws(DatabaseError) in try row.checkpoint(from: 0) }

  /// Sealed rows from one position to another, a batch at most, each with its journal row if that
  /// is there.
  static let sealedRows = rows("audit_sealed_rows", upTo: "$2", parameters: [.int8, .int8])

  /// Those of the batch that begins at a position; none where no batch does.
  static let batchRows = rows(
    "audit_batch_rows",
    upTo: "(SELECT last_position FROM audit_checkpoint WHERE first_position = $1)",
    parameters: [.int8])

  private static func rows(
    _ name: String, upTo last: String, parameters: [SQLType]
  ) -> Statement<SealedRow> {
    Statement<SealedRow>(
      name,
      """
      SELECT sealed.position, sealed.journal_id, sealed.hash, sealed.subject,
        (SELECT coalesce(sum((
           SELECT count(*) FROM sealed_party AS found WHERE found.position = sealed.position
           AND found.party = encode(substring(entry.parties FROM start FOR 16), 'hex')::uuid)), 0)
         FROM generate_series(1, length(entry.parties) - 15, 16) AS start)::int8,
        \(contentColumns("entry"))
      FROM (SELECT * FROM sealed_entry WHERE position BETWEEN $1 AND \(last)
        ORDER BY position LIMIT \(AuditLimits.batchMax)) AS sealed
      LEFT JOIN journal AS entry ON entry.id = sealed.journal_id ORDER BY sealed.position
      """,
      parameters: parameters, columns: [.int8, .uuid, .bytea, .text, .int8] + contentTypes
    ) { (row) throws(DatabaseError) in try row.sealedRow() }
  }

  /// Journal rows whose place is behind one entry and up to another.
  static let rowsBetween = Statement<Int64>(
    "audit_rows_between",
    """
    SELECT count(*) FROM journal WHERE written_by BETWEEN $1 AND $3
    AND (written_by, place) > ($1, $2) AND (written_by, place) <= ($3, $4)
    """,
    parameters: [.int8, .int8, .int8, .int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// The last position that an entry or a checkpoint names.
  static let lastPosition = Statement<Int64>(
    "audit_last_position",
    """
    SELECT greatest((SELECT coalesce(max(position), 0) FROM sealed_entry),
      (SELECT coalesce(max(last_position), 0) FROM audit_checkpoint))
    """,
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  // MARK: Listing

  /// Entries after a position, oldest first, at most $8; of each that was looked at its position,
  /// and its content when it is wanted.
  static let entriesAfter = listing("audit_list", "position > $1 AND $2::text IS NULL")

  /// The same for one subject, by its index.
  static let entriesOfSubject = listing(
    "audit_list_subject", "position > $1 AND subject = $2::text")

  private static func listing(_ name: String, _ condition: String) -> Statement<ScannedEntry> {
    Statement<ScannedEntry>(
      name,
      """
      SELECT sealed.position, sealed.hash, \(contentColumns("entry"))
      FROM (SELECT * FROM (
          SELECT * FROM sealed_entry WHERE \(condition) ORDER BY position
          LIMIT \(AuditLimits.scanStep)) AS ahead
        ORDER BY position LIMIT $8) AS sealed
      \(CommitStatements.joinSealedJournal)
        ON ($3::text IS NULL OR entry.actor = $3) AND ($4::text IS NULL OR entry.method = $4)
        AND ($5::timestamptz IS NULL OR entry.created_at >= $5)
        AND ($6::timestamptz IS NULL OR entry.created_at < $6)
        AND (NOT $7 OR entry.status <> 0)
      ORDER BY sealed.position
      """,
      parameters: [.int8, .text, .text, .text, .timestamptz, .timestamptz, .bool, .int8],
      columns: [.int8, .bytea] + contentTypes
    ) { (row) throws(DatabaseError) in
      ScannedEntry(
        position: try row.int64(0), hash: try row.bytes(1),
        content: row.isNull(2) ? nil : try row.auditContent(from: 2))
    }
  }

  static let all = [
    notify.definition, lock.definition, end.definition, unsealed.definition, glance.definition,
    oldestUnsealed.definition, insertEntries.definition, insertParties.definition,
    insertCheckpoint.definition,
    newest.definition, isSealed.definition, latestCheckpoint.definition, checkpointOver.definition,
    checkpointFrom.definition, checkpointUpTo.definition, sealedRows.definition,
    batchRows.definition, rowsBetween.definition, lastPosition.definition, entriesAfter.definition,
    entriesOfSubject.definition,
  ]
}
