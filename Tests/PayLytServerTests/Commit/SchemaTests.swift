import Testing

@testable import PayLytServer

@Suite("What the schema itself refuses")
struct SchemaTests {
  /// A database with one paid escrow, one release of it, and a payout.
  private static func story(_ body: @escaping @Sendable (String) throws -> Void) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      let world = World()
      _ = try world.escrow(in: .partiallyReleased)
      try await engine.copy(world.store)
      try await engine.commit(PutRow(row: Payout.fixture()))
      let lines = try await engine.discrepancies()
      #expect(lines == 0)
    }
    try body(conninfo)
  }

  private static func refusal(_ sql: String, on conninfo: String) -> String? {
    do {
      try Administrator.execute(sql, on: conninfo)
      return nil
    } catch let failure as Administrator.Failure {
      return failure.message
    } catch {
      return "\(error)"
    }
  }

  @Test("books, journal and receipts are append-only, for anybody")
  func appendOnly() async throws {
    try await Self.story { conninfo in
      for table in [
        "ledger_transfer", "journal", "receipt", "terms_acceptance", "fee_schedule", "evidence",
      ] {
        for sql in [
          "UPDATE \(table) SET id = id", "DELETE FROM \(table)", "TRUNCATE \(table)",
          "DELETE FROM \(table) WHERE false",
        ] {
          let message = Self.refusal(sql, on: conninfo)
          #expect(message == "\(table) is append-only", "\(sql)")
        }
      }
      for sql in ["DELETE FROM ledger_account", "TRUNCATE ledger_account"] {
        #expect(Self.refusal(sql, on: conninfo) == "ledger_account is append-only", "\(sql)")
      }
    }
  }

  @Test("no row can hold what no program may write")
  func checks() async throws {
    try await Self.story { conninfo in
      for (sql, constraint) in Self.forbidden {
        let message = Self.refusal(sql, on: conninfo)
        #expect(message?.contains(constraint) == true, "\(sql): \(message ?? "accepted")")
      }
    }
  }

  private static let forbidden: [(sql: String, constraint: String)] = [
    ("UPDATE ledger_account SET debits = credits + 1 WHERE kind = 1", "not_overdrawn"),
    ("UPDATE ledger_account SET debits = -1 WHERE kind = 4", "nat_int8_check"),
    ("UPDATE ledger_account SET credits = -1 WHERE kind = 5", "nat_int8_check"),
    ("UPDATE ledger_account SET asset = 'btc'", "asset_code_check"),
    (
      "INSERT INTO ledger_transfer SELECT gen_random_uuid(), transaction_id, debit_account, "
        + "debit_account, asset, 1, kind, now() FROM ledger_transfer", "two_accounts"
    ),
    (
      "INSERT INTO ledger_transfer SELECT gen_random_uuid(), transaction_id, debit_account, "
        + "credit_account, asset, 0, kind, now() FROM ledger_transfer", "pos_int8_check"
    ),
    ("INSERT INTO ledger_transfer SELECT * FROM ledger_transfer", "ledger_transfer_pkey"),
    ("UPDATE escrow SET refunded_msat = refunded_msat + 40000001", "escrow_never_overspent"),
    ("UPDATE escrow SET funded_msat = amount_msat + 1", "escrow_funded_at_most"),
    ("UPDATE escrow SET funded_msat = funded_msat - 1", "escrow_locked_is_funded"),
    ("UPDATE escrow SET state = 7", "escrow_final_holds_nothing"),
    ("UPDATE escrow SET state = 13", "escrow_state_check"),
    ("UPDATE escrow SET state = 10", "escrow_disputed_is_frozen"),
    ("UPDATE escrow SET new_milestones = '1000 x'", "escrow_new_milestones_are_proposed"),
    ("UPDATE escrow SET disputed_msat = 1", "escrow_"),
    ("UPDATE escrow SET fee_taken_msat = released_msat + 1", "escrow_fee_of_released"),
    ("UPDATE escrow SET client_fee_taken_msat = 1", "escrow_client_fee_of_fee"),
    ("UPDATE milestone SET released_msat = amount_msat + 1", "milestone_check"),
    ("UPDATE milestone SET restated_msat = -1", "nat_int8_check"),
    ("UPDATE escrow SET fee_basis_points = 1001", "basis_points_check"),
    ("UPDATE milestone SET state = 0", "milestone_state_check"),
    ("UPDATE milestone SET position = 1", "milestone_escrow_id_position_key"),
    ("UPDATE invoice SET state = 1", "invoice_settled_is_paid"),
    ("UPDATE invoice SET payment_hash = '\\x00'", "bytes32_check"),
    ("UPDATE job SET freelancer_id = client_id", "job_two_parties"),
    ("UPDATE job SET escrow_id = NULL", "job_assigned_has_parties"),
    ("UPDATE job SET amount_msat = 1", "job_amount_msat_check"),
    ("UPDATE job SET client_id = gen_random_uuid()", "job_client_id_fkey"),
    ("UPDATE payout SET fee_units = fee_limit_units + 1", "payout_check"),
    ("UPDATE payout SET state = 9", "payout_state_check"),
    ("UPDATE payout SET state = 8", "payout_only_rails_reverse"),
    ("UPDATE payout SET replaced_by = id", "payout_replaced_has_failed"),
    ("UPDATE payout SET quote_id = id", "payout_rail_has_quote"),
    ("UPDATE payout SET cover_msat = cover_msat + 1000", "payout_lightning_is_bitcoin"),
    ("UPDATE app_user SET email = 'A@example.org' WHERE email LIKE 'user1@%'", "email_check"),
    ("UPDATE app_user SET email = 'one@example.org'", "app_user_email_key"),
    ("UPDATE app_user SET roles = 0", "app_user_roles_check"),
  ]

  @Test("a book that was tampered with is noticed")
  func tampered() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      let world = World()
      let escrow = try world.escrow(in: .paidLocked).escrow
      try await engine.copy(world.store)
      try await #expect(engine.discrepancies() == 0)
      try Administrator.execute(
        "UPDATE ledger_account SET credits = credits + 1000 WHERE kind = 1", on: conninfo)
      try Administrator.execute(
        "UPDATE ledger_account SET credits = credits + 1 WHERE id = '\(escrow.account.uuid)'",
        on: conninfo)
      let accounts = try await engine.count(LedgerStatements.accountsOff)
      let escrows = try await engine.count(EscrowStatements.escrowsOff)
      #expect(accounts == 1 && escrows == 1)
      try Administrator.execute(
        "INSERT INTO ledger_transfer SELECT gen_random_uuid(), transaction_id, gen_random_uuid(),"
          + " credit_account, asset, 5, kind, now() FROM ledger_transfer", on: conninfo)
      // Neither of the two accounts of the new transfer agrees any more: one is missing.
      let after = try await engine.count(LedgerStatements.accountsOff)
      #expect(after == 2)
    }
  }
}
