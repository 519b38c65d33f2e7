import PayLytCrypto
import PayLytRPC
import Testing

@testable import PayLytServer

/// Something happened, of no consequence.
struct Happen: Command {
  static let method = "test/Happen"
  var caller = Caller.system("test")
  var request: RequestIdentity?
  let subject: String
  var type = "ledger.account_opened"
  var parties: [UUID] = []
  var reason: String?

  func load(_ rows: Loader) {}

  func decide(_ decision: Decision) throws -> Int {
    decision.record(type, subject: subject, parties: parties, reason: reason)
    return 0
  }
}

extension Engine {
  func sealer(batchMax: Int = AuditLimits.batchMax) -> Sealer {
    Sealer(database: database, clock: SystemClock(), key: .fixture(), batchMax: batchMax)
  }

  /// Returns once no transaction keeps back what is committed: other tests write to other databases
  /// of the same cluster.
  func untilSealable() async throws {
    try await eventually { try await count(SealingStatements.heldBack) == 0 }
  }

  /// One step, once everything that is committed can be sealed.
  func step(_ sealer: Sealer) async throws -> Sealer.Next {
    try await untilSealable()
    return try await sealer.step()
  }

  /// Seals until nothing is left.
  func sealAll(_ sealer: Sealer) async throws {
    try await untilSealable()
    while try await sealer.step() != .waitForCommit {}
  }

  /// Verifies the whole log; nil when all is right.
  func verify(trusting key: Ed25519.SigningKey = .fixture()) async throws -> AuditProblem? {
    let reader = AuditReader(database: database)
    guard var progress = try await reader.head(before: 1) else { return nil }
    do {
      while !progress.isComplete { try await reader.advance(&progress) }
      try AuditVerifier(after: progress.head).finish(trusting: key.verifyKey)
      return nil
    } catch let problem as AuditProblem {
      return problem
    }
  }
}

/// Lets a test go on when nothing waits for the sealer of some server.
func untilSealed(_ conninfo: String) async throws {
  try await withEngine(conninfo, statements: SealingStatements.all) { engine in
    try await eventually { try await engine.count(SealingStatements.unsealed) == 0 }
  }
}

enum SealingStatements {
  private static func count(_ name: String, _ sql: String) -> Statement<Int64> {
    Statement<Int64>(name, sql, parameters: [], columns: [.int8]) {
      (row) throws(DatabaseError) in try row.int64(0)
    }
  }

  static let sealed = count("test_sealed", "SELECT count(*) FROM sealed_entry")
  static let unsealed = count(
    "test_unsealed",
    """
    SELECT count(*) FROM journal
    WHERE NOT EXISTS (SELECT FROM sealed_entry WHERE journal_id = journal.id)
    """)
  /// Positions that are not those of a log without gaps.
  static let gaps = count(
    "test_gaps",
    """
    SELECT count(*) FROM (SELECT position, row_number() OVER (ORDER BY position) AS place
      FROM sealed_entry) AS numbered WHERE position <> place
    """)
  static let checkpoints = count("test_checkpoints", "SELECT count(*) FROM audit_checkpoint")
  /// Ends whatever a sealer is doing.
  static let killSealers = count(
    "test_kill_sealers",
    """
    SELECT count(pg_terminate_backend(pid)) FROM pg_locks
    WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    """)

  static let largestBatch = count(
    "test_largest_batch",
    "SELECT coalesce(max(last_position - first_position + 1), 0) FROM audit_checkpoint")

  static let heldBack = count(
    "test_held_back",
    "SELECT count(*) FROM journal WHERE written_by >= journal_xid_offset() "
      + "+ pg_snapshot_xmin(pg_current_snapshot())::text::bigint")

  static let all = [heldBack, largestBatch, sealed, unsealed, gaps, checkpoints, killSealers].map(
    \.definition)
}
