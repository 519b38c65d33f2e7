/// A position of the sealed log that was looked at.
struct SealedEvent: Equatable, Sendable {
  let position: Int64
  /// nil when it is no event, not one that was asked for, or cannot be read.
  let entry: JournalEntry?
  /// Why it cannot be read.
  let damage: DatabaseError?
  /// Whether there are positions behind it that this look has left out.
  let goesOn: Bool
}

enum EventStatements {
  /// Positions after `$1`, at most `$2` of them, by the index that fits the question best.
  ///
  /// The limit that stands in the text is what the planner sees: for one that comes as a parameter
  /// it would expect a tenth of the log, and read the whole journal to be ready for it.
  private enum Source: String {
    case all, subject, party

    var positions: String {
      switch self {
      case .all:
        "SELECT position, journal_id FROM sealed_entry WHERE position > $1 "
          + "ORDER BY position LIMIT \(EventLimits.readMax)"
      case .subject:
        "SELECT position, journal_id FROM sealed_entry WHERE subject = $3 AND position > $1 "
          + "ORDER BY position LIMIT \(EventLimits.readMax)"
      case .party:
        """
        SELECT found.position, journal_id FROM (
          SELECT position FROM sealed_party WHERE party = $4 AND position > $1
          ORDER BY position LIMIT \(EventLimits.readMax)) AS found
        CROSS JOIN LATERAL (
          SELECT journal_id FROM sealed_entry WHERE sealed_entry.position = found.position OFFSET 0)
          AS entry
        """
      }
    }
  }

  /// What is no event or not wanted comes as a bare position: the reader has passed it.
  ///
  /// Payloads end the look when they come to more than `$7` bytes, but for the first one. Their
  /// lengths are known without reading them.
  private static func after(_ source: Source) -> Statement<SealedEvent> {
    let columns = JournalEntry.table.columns.map { "entry.\($0.name)" }.joined(separator: ", ")
    return Statement<SealedEvent>(
      "event_after_\(source.rawValue)",
      """
      SELECT \(columns), entry.position, entry.goes_on FROM (
        SELECT entry.*, sealed.position,
          sum(length(entry.response)) OVER (ORDER BY sealed.position) AS bytes,
          lead(sealed.position) OVER (ORDER BY sealed.position) IS NOT NULL AS goes_on
        FROM (SELECT * FROM (\(source.positions)) AS ahead ORDER BY position LIMIT $2) AS sealed
        \(CommitStatements.joinSealedJournal)
          ON entry.event_type IS NOT NULL AND ($3::text IS NULL OR entry.subject = $3)
          AND ($4::uuid IS NULL OR position(uuid_send($4) IN entry.parties) > 0)
          AND ($5::text[] IS NULL OR entry.event_type = ANY($5) OR entry.event_type ^@ ANY($6))
      ) AS entry
      WHERE coalesce(entry.bytes, 0) <= $7 OR entry.bytes = length(entry.response)
      ORDER BY entry.position
      """,
      parameters: [.int8, .int8, .text, .uuid, .textArray, .textArray, .int8],
      columns: types
    ) { (row) throws(DatabaseError) in try row.sealedEvent() }
  }

  private static let types = JournalEntry.table.columns.map(\.type) + [.int8, .bool]

  /// The event $1, where the party $2 gets it: all of them without one.
  static let event: Statement<SealedEvent> = {
    let columns = JournalEntry.table.columns.map { "entry.\($0.name)" }.joined(separator: ", ")
    return Statement<SealedEvent>(
      "event_get",
      """
      SELECT \(columns), sealed.position, false
      FROM (SELECT position, journal_id FROM sealed_entry WHERE journal_id = $1) AS sealed
      \(CommitStatements.joinSealedJournal)
        ON entry.event_type IS NOT NULL
        AND ($2::uuid IS NULL OR position(uuid_send($2) IN entry.parties) > 0)
      """,
      parameters: [.uuid, .uuid], columns: types
    ) { (row) throws(DatabaseError) in try row.sealedEvent() }
  }()

  private static let afterAll = after(.all)
  private static let afterOfSubject = after(.subject)
  private static let afterOfParty = after(.party)

  /// The statement that reads least.
  static func after(subject: String?, party: UUID?) -> Statement<SealedEvent> {
    if subject != nil { return afterOfSubject }
    return party == nil ? afterAll : afterOfParty
  }

  static let lastPosition = Statement<Int64>(
    "event_last_position", "SELECT coalesce(max(position), 0) FROM sealed_entry",
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let holder = Statement<UUID>(
    "event_consumer_holder", "SELECT holder FROM event_consumer WHERE id = $1",
    parameters: [.uuid], columns: [.uuid]
  ) { (row) throws(DatabaseError) in try row.uuid(0) }

  /// Consumers that nobody has used for long: their places are limited.
  static let sweepConsumers = Sweep(
    "event_consumer_sweep", of: "event_consumer", by: .column("updated_at"),
    keptSeconds: EventLimits.consumerKeptSeconds)

  static let all = [
    afterAll.definition, afterOfSubject.definition, afterOfParty.definition,
    event.definition, lastPosition.definition, holder.definition, sweepConsumers.definition,
  ]
}

extension RowReader {
  /// The columns of `JournalEntry.table`, null where there is no such event, a position, and
  /// whether there are more behind it.
  fileprivate func sealedEvent() throws(DatabaseError) -> SealedEvent {
    let count = JournalEntry.table.columns.count
    let (position, goesOn) = (try int64(count), try bool(count + 1))
    func found(_ entry: JournalEntry?, _ damage: DatabaseError? = nil) -> SealedEvent {
      SealedEvent(position: position, entry: entry, damage: damage, goesOn: goesOn)
    }
    guard !isNull(0) else { return found(nil) }
    do throws(DatabaseError) {
      return found(try JournalEntry.table.decode(self))
    } catch {
      return found(nil, error)
    }
  }
}

extension EventConsumer: StoredRow {
  var rowID: UUID { id }

  static let table = Table<EventConsumer>(
    "event_consumer",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("owner", .uuid) { .uuid($0.owner) },
      .fixed("slot", .int2) { .int2($0.slot) },
      .fixed("name", .text) { .text($0.name) },
      .mutable("position", .int8) { .int8($0.position) },
      .mutable("holder", .uuid) { .uuid($0.holder) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ],
    keys: [RowKey("owner", .uuid) { .uuid($0.owner) }]
  ) { (row) throws(DatabaseError) in
    EventConsumer(
      id: try row.uuid(0), owner: try row.uuid(1), slot: try row.int16(2),
      name: try row.text(3), position: try row.int64(4), holder: try row.uuid(5),
      createdAt: try row.timestamp(6), updatedAt: try row.timestamp(7))
  }
}
