import PayLytRPC
import Testing

@testable import PayLytServer

/// A column of a sealed table, as the catalog of the database has it: a new one is tampered with
/// from its first day on.
private struct SealedColumn: Hashable, Sendable, CustomStringConvertible {
  let table: String
  let name: String
  let type: String

  var description: String { "\(table).\(name)" }

  static let tables = ["journal", "sealed_entry", "sealed_party", "audit_checkpoint"]

  static let all = Statement<SealedColumn>(
    "test_sealed_columns",
    """
    SELECT c.relname::text, a.attname::text,
      format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relname = ANY($1) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY 1, a.attnum
    """,
    parameters: [.textArray], columns: [.text, .text, .text]
  ) { (row) throws(DatabaseError) in
    SealedColumn(table: try row.text(0), name: try row.text(1), type: try row.text(2))
  }

  /// The row of this table that the entry at `position` is in.
  func row(_ position: Int64) -> String {
    switch table {
    case "journal":
      "id = (SELECT journal_id FROM sealed_entry WHERE position = \(position))"
    case "audit_checkpoint": "\(position) BETWEEN first_position AND last_position"
    default: "position = \(position)"
    }
  }

  /// The value with one bit of it changed; what is absent becomes present.
  func flipped(_ draw: UInt64) -> String? {
    switch type {
    case "bytea":
      """
      CASE WHEN coalesce(length(\(name)), 0) = 0 THEN decode('01', 'hex')
        ELSE set_bit(\(name), (\(draw % 4096) % (8 * length(\(name)))::int),
          1 - get_bit(\(name), (\(draw % 4096) % (8 * length(\(name)))::int))) END
      """
    case "text":
      """
      CASE WHEN coalesce(\(name), '') = '' THEN 'a' ELSE overlay(\(name)
        PLACING chr(ascii(substr(\(name), \(draw % 64) % length(\(name)) + 1, 1)) # 1)
        FROM \(draw % 64) % length(\(name)) + 1) END
      """
    case "uuid":
      """
      CASE WHEN \(name) IS NULL THEN '\(UUID(high: 1, low: 1))'::uuid
        ELSE overlay(\(name)::text PLACING translate(substr(\(name)::text, \(draw % 8 + 1), 1),
          '0123456789abcdef', '1032547698badcfe') FROM \(draw % 8 + 1))::uuid END
      """
    case "smallint": "coalesce(\(name), 0) # \(1 << (draw % 14))"
    // High enough to meet no other row.
    case "bigint": "coalesce(\(name), 0) # \(1 << (20 + draw % 40))"
    case "timestamp with time zone":
      "coalesce(\(name), now()) + \(1 << (draw % 40)) * interval '1 microsecond'"
    default: nil
    }
  }
}

@Suite("One flipped bit anywhere in the sealed log", .timeLimit(.minutes(5)))
struct AnyBitTests {
  /// Nothing of the database is in the way of who tampers.
  private static let defenceless = """
    DO $$ DECLARE found record; BEGIN
      FOR found IN SELECT conname, conrelid::regclass AS owner FROM pg_constraint
        WHERE contype = 'c'
          AND conrelid::regclass::text IN ('journal', 'sealed_entry', 'sealed_party',
            'audit_checkpoint')
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.owner, found.conname);
      END LOOP;
    END $$
    """

  @Test("it is found, and where it is", arguments: [UInt64(1)])
  func found(seed: UInt64) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(
      conninfo, statements: SealingStatements.all + [SealedColumn.all.definition]
    ) { engine in
      for number in 1...12 {
        try await engine.commit(
          Happen(
            request: .fixture(UInt64(number)), subject: "things/\(number)",
            parties: [.entity(1), .entity(2)]))
        if number % 4 == 0 { try await engine.sealAll(engine.sealer()) }
      }
      try Administrator.tamper(Self.defenceless, on: conninfo)
      try await #expect(engine.verify() == nil)
      let columns = try await engine.database.query(
        SealedColumn.all, [.textArray(SealedColumn.tables)])
      #expect(columns.count > 25)
      var random = SeededRandom(seed: seed)
      for column in columns {
        let position = Int64.random(in: 1...12, using: &random)
        guard let flipped = column.flipped(random.next()) else {
          Issue.record("\(column) is of type \(column.type), which nobody knows how to flip")
          continue
        }
        try Administrator.tamper(
          """
          CREATE TABLE kept AS TABLE \(column.table);
          UPDATE \(column.table) SET \(column.name) = \(flipped) WHERE \(column.row(position))
          """, on: conninfo)
        let problem = try await engine.verify()
        // A checkpoint is about its batch, which begins here.
        let isOfBatch = column.table == "audit_checkpoint"
        let expected = isOfBatch ? (position - 1) / 4 * 4 + 1 : position
        #expect(
          problem?.position == expected, "\(column) at \(position): \(String(describing: problem))")
        try Administrator.tamper(
          """
          TRUNCATE \(column.table);
          INSERT INTO \(column.table) SELECT * FROM kept;
          DROP TABLE kept
          """, on: conninfo)
      }
      try await #expect(engine.verify() == nil)
    }
  }
}
