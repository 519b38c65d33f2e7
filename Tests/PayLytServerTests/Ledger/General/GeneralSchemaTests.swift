import Testing

@testable import PayLytServer

@Suite("What the schema of the general ledger refuses")
struct GeneralSchemaTests {
  /// A database with a posted, a pending and a reversed transaction.
  private static func story(_ body: @escaping @Sendable (String) throws -> Void) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await engine.commit(OpenGeneralAccount.fixture("world"))
      try await engine.commit(OpenGeneralAccount.fixture("ada", min: 0, max: 500))
      try await engine.commit(OpenGeneralAccount.fixture("euros", asset: "EUR"))
      try await engine.commit(PostTransaction.moving(100, from: "world", to: "ada", as: "t1"))
      try await engine.commit(PostTransaction.moving(10, from: "world", to: "ada", as: "t2"))
      try await engine.commit(ReverseTransaction.fixture("t2", as: "t2-back"))
      try await engine.commit(
        PostTransaction.moving(30, from: "ada", to: "world", as: "p", pending: true, timeout: 60))
      try await engine.commit(
        PostTransaction.moving(5, from: "ada", to: "world", as: "v", pending: true))
      try await engine.commit(VoidPending.fixture("v"))
      let off = try await engine.count(GeneralStatements.accountsOff)
      #expect(off == 0)
    }
    try body(conninfo)
  }

  private static let ada = "name = 'ada'"

  /// A statement, and the constraint that it breaks.
  static let forbidden: [(sql: String, constraint: String)] = [
    ("DELETE FROM general_account", "general_account is append-only"),
    ("TRUNCATE general_entry", "general_entry is append-only"),
    ("UPDATE general_entry SET posted = posted", "general_entry is append-only"),
    ("DELETE FROM general_entry WHERE false", "general_entry is append-only"),
    ("DELETE FROM general_transaction", "general_transaction is append-only"),
    ("UPDATE general_account SET asset = 'EUR' WHERE \(ada)", "append-only"),
    ("UPDATE general_account SET is_debit_normal = true WHERE \(ada)", "append-only"),
    ("UPDATE general_account SET balance_min = NULL WHERE \(ada)", "append-only"),
    ("UPDATE general_account SET balance_max = 501 WHERE \(ada)", "append-only"),
    ("UPDATE general_account SET debits_posted = debits_posted - 1 WHERE \(ada)", "append-only"),
    ("UPDATE general_account SET debits_pending = 101 WHERE \(ada)", "not_below_min"),
    ("UPDATE general_account SET debits_posted = 200 WHERE \(ada)", "not_below_min"),
    ("UPDATE general_account SET credits_pending = 500 WHERE \(ada)", "not_above_max"),
    ("UPDATE general_account SET closed_at = now() WHERE \(ada)", "closed_holds_nothing"),
    (
      "UPDATE general_account SET closed_at = now() WHERE name = 'euros'; "
        + "UPDATE general_account SET entries = 1 WHERE name = 'euros'", "append-only"
    ),
    ("UPDATE general_account SET debits_pending = -1 WHERE \(ada)", "nat_int8_check"),
    (
      "UPDATE general_account SET credits_pending = 9223372036854775807 WHERE name = 'world'",
      "bigint out of range"
    ),
    ("UPDATE general_transaction SET state = 3 WHERE name = 't1'", "append-only"),
    ("UPDATE general_transaction SET state = 1 WHERE name = 'v'", "append-only"),
    ("UPDATE general_transaction SET reversed_by = NULL WHERE name = 't2'", "append-only"),
    ("UPDATE general_transaction SET reverses = 't1' WHERE name = 't2-back'", "append-only"),
    ("UPDATE general_transaction SET name = 'x' WHERE name = 't1'", "append-only"),
    ("UPDATE general_transaction SET expires_at = NULL WHERE name = 'p'", "append-only"),
    (
      "UPDATE general_transaction SET state = 2 WHERE name = 'p'",
      "general_transaction_resolved_has_time"
    ),
    ("UPDATE general_transaction SET reversed_by = 'x' WHERE name = 'p'", "reversal"),
    ("UPDATE general_transaction SET reversed_by = 't2-back' WHERE name = 't1'", "reversed_by_key"),
    (
      copy("general_transaction", "name_key = 't1'", changing: "id = gen_random_uuid()"),
      "general_transaction_name_key_key"
    ),
    (
      copy(
        "general_transaction", "name = 't2-back'",
        changing: "id = gen_random_uuid(), name_key = gen_random_uuid()"), "reverses_key"
    ),
    (entry("sequence = 99, transaction_id = gen_random_uuid()"), "general_entry_balances"),
    (entry("sequence = 99"), "general_entry_pkey"),
    (entry("transaction_id = gen_random_uuid()"), "general_entry_sequence"),
    (entry("number = 101, sequence = 99"), "general_entry_resolves_after"),
    (entry("posted = 0, sequence = 99"), "general_entry_amounts"),
    (entry("kind = 3, number = 101, sequence = 99"), "general_entry_amounts"),
  ]

  /// A copy of a row with some columns changed.
  private static func copy(_ table: String, _ condition: String, changing: String) -> String {
    let condition = condition.replacing("name_key =", with: "name =")
    return """
      CREATE TEMP TABLE forged ON COMMIT DROP AS SELECT * FROM \(table) WHERE \(condition) LIMIT 1;
      UPDATE forged SET \(changing); INSERT INTO \(table) SELECT * FROM forged
      """
  }

  /// A copy of ada's first entry.
  private static func entry(_ changing: String) -> String {
    copy(
      "general_entry",
      "sequence = 1 AND account_id = (SELECT id FROM general_account WHERE name = 'ada')",
      changing: changing)
  }

  @Test("no row can hold what no program may write")
  func checks() async throws {
    try await Self.story { conninfo in
      for (sql, constraint) in Self.forbidden {
        do {
          try Administrator.execute(sql, on: conninfo)
          Issue.record("accepted: \(sql)")
        } catch let failure as Administrator.Failure {
          #expect(failure.message.contains(constraint), "\(sql): \(failure.message)")
        }
      }
    }
  }

  @Test("an entry that disagrees with its account or its other side is refused with its batch")
  func forged() async throws {
    try await withEngine { engine in
      try await engine.commit(OpenGeneralAccount.fixture("world"))
      try await engine.commit(OpenGeneralAccount.fixture("ada"))
      let account = try #require(
        try await engine.fetch(
          GeneralAccount.self, by: "id", .uuid(GeneralName(stringLiteral: "ada").key)
        ).first)
      for (asset, entries) in [("USD", Int64(1)), ("EUR", 1), ("USD", 0)] {
        var changed = account
        changed.entries = entries
        changed.sums.credits.posted = 5
        let entry = GeneralEntry(
          account: account.id, sequence: 1, transaction: .entity(7), leg: 1, kind: .post,
          side: .credit, asset: AssetCode(stringLiteral: asset), posted: 5, pending: 0,
          sums: changed.sums, createdAt: changed.lastEntryAt, effectiveAt: changed.lastEntryAt)
        await #expect(throws: CommitError.internalError) {
          try await engine.commit(Forge(account: changed, entry: entry))
        }
      }
      try await #expect(engine.count(GeneralStatements.accountsOff) == 0)
      #expect(engine.bugs.count == 3)
    }
  }

  /// What only a bug would write.
  private struct Forge: Command {
    static let method = "test/Forge"
    let caller = Caller.system("test")
    let request: RequestIdentity? = nil
    let account: GeneralAccount
    let entry: GeneralEntry

    func load(_ rows: Loader) { rows.want(GeneralAccount.self, account.id) }

    func decide(_ decision: Decision) throws -> UUID {
      decision.put(account)
      decision.put(entry)
      decision.record("test.forged", subject: "x", parties: [])
      return entry.rowID
    }
  }

  @Test("a balance that was tampered with is noticed")
  func tampered() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await engine.commit(OpenGeneralAccount.fixture("ada"))
      try Administrator.execute(
        "UPDATE general_account SET credits_posted = credits_posted + 1", on: conninfo)
      try await #expect(engine.count(GeneralStatements.accountsOff) == 1)
    }
  }
}
