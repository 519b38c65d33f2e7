import PayLytCrypto
import PayLytRPC
import Testing

@testable import PayLytServer

/// One thing that was changed behind the service's back.
struct Tampering: Sendable, CustomTestStringConvertible {
  let name: String
  /// With `$p` for the position.
  let change: String
  let undo: String
  let found: AuditProblem.Kind

  var testDescription: String { name }

  /// Changes that are undone by doing them again.
  private static func flip(
    _ table: String, _ column: String, _ value: String, _ row: String,
    _ found: AuditProblem.Kind
  ) -> Tampering {
    let sql = "UPDATE \(table) SET \(column) = \(value) WHERE \(row)"
    return Tampering(name: "\(table).\(column)", change: sql, undo: sql, found: found)
  }

  private static func bit(_ column: String) -> String {
    "set_bit(\(column), 5, 1 - get_bit(\(column), 5))"
  }

  private static func letter(_ column: String) -> String {
    "overlay(\(column) PLACING chr(ascii(\(column)) # 1) FROM 1)"
  }

  /// One bit of an id.
  private static func digit(_ column: String) -> String {
    "overlay(\(column)::text PLACING CASE right(\(column)::text, 1) WHEN '0' THEN '1' ELSE '0' END "
      + "FROM 36)::uuid"
  }

  private static let ofJournal = "id = (SELECT journal_id FROM sealed_entry WHERE position = $p)"
  private static let ofBatch = "$p BETWEEN first_position AND last_position"

  static let all: [Tampering] =
    ["fingerprint", "response", "parties"].map {
      flip("journal", $0, bit($0), ofJournal, .entryChanged)
    }
    + ["actor", "method", "event_type", "subject", "payload_type"].map {
      flip("journal", $0, letter($0), ofJournal, .entryChanged)
    }
    + [
      flip("journal", "written_by", "written_by # 1", ofJournal, .entryChanged),
      flip("journal", "place", "place # 1", ofJournal, .entryChanged),
      Tampering(
        name: "journal.status",
        change: "ALTER TABLE journal DROP CONSTRAINT IF EXISTS journal_refused_has_no_event; "
          + "UPDATE journal SET status = 1 WHERE \(ofJournal)",
        undo: "UPDATE journal SET status = 0 WHERE \(ofJournal)", found: .entryChanged),
      flip("journal", "request_key", digit("request_key"), ofJournal, .entryChanged),
      Tampering(
        name: "journal.created_at",
        change:
          "UPDATE journal SET created_at = created_at + interval '1 microsecond' WHERE \(ofJournal)",
        undo:
          "UPDATE journal SET created_at = created_at - interval '1 microsecond' WHERE \(ofJournal)",
        found: .entryChanged),
      Tampering(
        name: "journal.reason",
        change: "UPDATE journal SET reason = '' WHERE \(ofJournal)",
        undo: "UPDATE journal SET reason = NULL WHERE \(ofJournal)", found: .entryChanged),
      Tampering(
        name: "the journal row is gone",
        change: "CREATE TABLE kept AS SELECT * FROM journal WHERE \(ofJournal); "
          + "DELETE FROM journal WHERE \(ofJournal)",
        undo: "INSERT INTO journal SELECT * FROM kept; DROP TABLE kept", found: .entryMissing),
      flip("sealed_entry", "hash", bit("hash"), "position = $p", .entryChanged),
      flip("sealed_entry", "subject", letter("subject"), "position = $p", .indexChanged),
      flip("sealed_entry", "journal_id", digit("journal_id"), "position = $p", .entryMissing),
      Tampering(
        name: "sealed_entry.position",
        change: "UPDATE sealed_entry SET position = position + 1000 WHERE position = $p",
        undo: "UPDATE sealed_entry SET position = position - 1000 WHERE position = $p + 1000",
        found: .entryMissing),
      flip("sealed_party", "party", digit("party"), "position = $p", .indexChanged),
    ]

  static let ofCheckpoints: [Tampering] =
    ["chain_hash", "root_hash", "previous_hash", "public_key", "signature"].map {
      flip("audit_checkpoint", $0, bit($0), ofBatch, .signatureBad)
    }
    + [
      Tampering(
        name: "audit_checkpoint.sealed_at",
        change:
          "UPDATE audit_checkpoint SET sealed_at = sealed_at + interval '1 microsecond' WHERE \(ofBatch)",
        undo:
          "UPDATE audit_checkpoint SET sealed_at = sealed_at - interval '1 microsecond' WHERE \(ofBatch)",
        found: .signatureBad),
      Tampering(
        name: "audit_checkpoint.last_position",
        change: "UPDATE audit_checkpoint SET last_position = last_position + 4096 WHERE \(ofBatch)",
        undo: "UPDATE audit_checkpoint SET last_position = last_position - 4096 "
          + "WHERE last_position > 4096",
        found: .signatureBad),
      Tampering(
        name: "audit_checkpoint.first_position",
        change: "UPDATE audit_checkpoint SET first_position = first_position + 1 WHERE \(ofBatch)",
        undo: "UPDATE audit_checkpoint SET first_position = first_position - 1 "
          + "WHERE last_position = $p + 3",
        found: .checkpointMissing),
      Tampering(
        name: "the checkpoint is gone",
        change: "CREATE TABLE lost AS SELECT * FROM audit_checkpoint WHERE \(ofBatch); "
          + "DELETE FROM audit_checkpoint WHERE \(ofBatch)",
        undo: "INSERT INTO audit_checkpoint SELECT * FROM lost; DROP TABLE lost",
        found: .checkpointMissing),
    ]
}

@Suite("Tampering with the audit log", .timeLimit(.minutes(5)))
struct TamperingTests {
  /// Twelve sealed events in batches of four.
  private static func withLog(
    _ body: @escaping @Sendable (Engine, String) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      for number in 1...12 {
        try await engine.commit(
          Happen(
            request: .fixture(UInt64(number)), subject: "things/\(number)",
            parties: [.entity(1), .entity(2)]))
        if number % 4 == 0 { try await engine.sealAll(engine.sealer()) }
      }
      try await #expect(engine.count(SealingStatements.checkpoints) == 3)
      try await #expect(engine.verify() == nil)
      try await body(engine, conninfo)
    }
  }

  private static func tamper(_ sql: String, _ position: Int64, _ conninfo: String) throws {
    try Administrator.tamper(sql.replacing("$p", with: "\(position)"), on: conninfo)
  }

  @Test("one flipped bit in an entry is found at its position, and nothing else is")
  func entries() async throws {
    try await Self.withLog { engine, conninfo in
      for tampering in Tampering.all {
        for position: Int64 in [1, 6, 12] {
          try Self.tamper(tampering.change, position, conninfo)
          let expected = AuditProblem(kind: tampering.found, position: position)
          try await #expect(engine.verify() == expected, "\(tampering.name) at \(position)")
          try Self.tamper(tampering.undo, position, conninfo)
        }
        try await #expect(engine.verify() == nil, "\(tampering.name), undone")
      }
    }
  }

  @Test("one flipped bit in a checkpoint is found at the batch that it is about")
  func checkpoints() async throws {
    try await Self.withLog { engine, conninfo in
      for tampering in Tampering.ofCheckpoints {
        for position: Int64 in [1, 5, 9] {
          try Self.tamper(tampering.change, position, conninfo)
          let expected = AuditProblem(kind: tampering.found, position: position)
          try await #expect(engine.verify() == expected, "\(tampering.name) at \(position)")
          try Self.tamper(tampering.undo, position, conninfo)
        }
        try await #expect(engine.verify() == nil, "\(tampering.name), undone")
      }
    }
  }

  @Test("a decision that was slipped in later is found")
  func slippedIn() async throws {
    try await Self.withLog { engine, conninfo in
      try Administrator.tamper(
        """
        INSERT INTO journal
          (id, created_at, fingerprint, actor, method, status, response, written_by)
        SELECT '00000000-0000-7000-8000-000000000100', created_at, '', 'users/x', 'x', 0, '',
          written_by
        FROM journal JOIN sealed_entry ON journal_id = id WHERE position = 6
        """, on: conninfo)
      try await #expect(engine.verify() == AuditProblem(kind: .entryUnsealed, position: 5))
    }
  }

  @Test("entries in another order than that of their transactions are found")
  func misplaced() async throws {
    try await Self.withLog { engine, conninfo in
      // Sealed anew by somebody who has the key, with two entries exchanged.
      try Administrator.tamper(
        "TRUNCATE sealed_entry, sealed_party, audit_checkpoint", on: conninfo)
      let rows = try await engine.database.query(
        AuditStatements.unsealed, [.int8(100), .int8(1 << 30)])
      var exchanged = rows
      exchanged.swapAt(4, 5)
      let batch = SealedBatch(exchanged, after: .empty, at: .start, key: .fixture())
      try await engine.database.transaction { try await $0.commit(batch.writes) }
      try await #expect(engine.verify() == AuditProblem(kind: .entryMisplaced, position: 6))
    }
  }

  @Test("a log that was sealed with another key is not ours")
  func otherKey() async throws {
    try await Self.withLog { engine, _ in
      let found = try await engine.verify(trusting: .fixture(2))
      #expect(found == AuditProblem(kind: .keyUnknown, position: 9))
    }
  }

  @Test(
    "the statements refuse to change or delete what is sealed",
    arguments: [
      "UPDATE sealed_entry SET hash = hash", "DELETE FROM sealed_entry",
      "UPDATE audit_checkpoint SET signature = signature", "DELETE FROM audit_checkpoint",
      "TRUNCATE sealed_entry", "TRUNCATE audit_checkpoint", "DELETE FROM sealed_party",
      "UPDATE journal SET written_by = 1",
    ])
  func appendOnly(sql: String) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    #expect(throws: Administrator.Failure.self) { try Administrator.execute(sql, on: conninfo) }
  }
}
