@testable import PayLytServer

/// The reads of the background work, which are written by hand in SQL, a second time in Swift.
extension MemoryDatabase {
  func read(_ statement: String, _ values: [SQLValue]) -> [[SQLValue]] {
    if statement == InvoiceStatements.liveHolds.name { return liveHolds(values) }
    if statement == PayoutStatements.isOwnInvoice.name {
      return [
        [.bool(["invoice", "deposit"].contains { !rows($0, "payment_hash", values[0]).isEmpty })]
      ]
    }
    guard let read = Self.reads[statement] else {
      preconditionFailure("\(statement) is not told in MemoryReads")
    }
    return read(self, values).map(\.values)
  }

  private typealias Read = @Sendable (MemoryDatabase, [SQLValue]) -> [MemoryRow]

  private static let reads: [String: Read] = [
    SimulationStatements.escrow.name: { $0.rows("escrow", "id", $1[0]) },
    SimulationStatements.holdsOver.name: { database, values in
      database.table("general_transaction").all.filter {
        $0.number("state") == 1 && !$0.isNull("expires_at")
          && $0.number("expires_at") <= values[0].microseconds
      }.sorted { $0.number("expires_at") < $1.number("expires_at") }
    },
    SimulationStatements.arrived.name: { database, values in
      database.table("payout").all.filter {
        $0.number("state") == 5 && [3, 4].contains($0.number("method"))
          && $0.number("next_attempt_at") <= values[0].microseconds
      }.sorted { $0.number("next_attempt_at") < $1.number("next_attempt_at") }
    },
    BeneficiaryStatements.beneficiary.name: { $0.rows("beneficiary", "id", $1[0]) },
    PayoutStatements.quote.name: { $0.rows("payout_quote", "id", $1[0]) },
    PayoutStatements.payout.name: { $0.rows("payout", "id", $1[0]) },
    PayoutStatements.byReference.name: { database, values in
      database.rows("payout", "reference", values[1]).filter { $0["provider"] == values[0] }
    },
    PayoutStatements.due.name: { database, values in
      // Nothing is under way when a simulated step begins, so no host is full.
      database.rows("payout", orderedBy: "next_attempt_at", limit: values[4]) {
        $0.number("state") < 5 && $0.number("next_attempt_at") <= values[0].microseconds
          && !values[1].elements.contains($0["id"])
          && !values[2].elements.contains($0["user_id"])
      }
    },
    WebhookStatements.waiting.name: { database, values in
      database.rows("inbound_event", orderedBy: "next_attempt_at", limit: values[1]) {
        $0.number("state") == 1 && $0.number("next_attempt_at") <= values[0].microseconds
      }
    },
    InvoiceStatements.invoiceByHash.name: { $0.rows("invoice", "payment_hash", $1[0]) },
    WalletStatements.depositByHash.name: { $0.rows("deposit", "payment_hash", $1[0]) },
    WalletStatements.pendingDeposits.name: { $0.unpaid("deposit", [1], $1) },
    WalletStatements.endedDeposits.name: { $0.unpaid("deposit", [3], $1) },
    InvoiceStatements.pending.name: { $0.unpaid("invoice", [1], $1) },
    InvoiceStatements.ended.name: { $0.unpaid("invoice", [3, 4], $1) },
  ]

  /// Unpaid invoices of either kind, in a window of time.
  private func unpaid(
    _ table: String, _ states: Set<Int64>, _ values: [SQLValue]
  ) -> [MemoryRow] {
    // The simulation's few end at moments of their own: the id decides nothing.
    rows(table, orderedBy: "expires_at", limit: values[3]) {
      states.contains($0.number("state")) && $0.number("expires_at") > values[0].microseconds
        && $0.number("created_at") < values[2].microseconds
    }
  }

  /// Held payments that are not over, with their invoices, and whether nothing changed as long as
  /// nobody pays.
  private func liveHolds(_ values: [SQLValue]) -> [[SQLValue]] {
    guard case .uuid(let after) = values[0], case .int8(let count) = values[1] else {
      preconditionFailure("after an id, so many")
    }
    let live = table("hold_invoice").all.filter {
      $0.number("state") < 4 && after < $0.id("id")
    }
    return live.prefix(Int(count)).compactMap { hold in
      guard let invoice = table("invoice").row(hold.id("id")),
        let escrow = table("escrow").row(hold.id("escrow_id"))
      else { return nil }
      let isAwaited =
        hold.number("state") == 1 && invoice.number("state") == 1
        && invoice.number("expires_at") > values[2].microseconds
        && (1...3).contains(escrow.number("state"))
      return invoice.values + hold.values + [.bool(isAwaited)]
    }
  }

  private func rows(_ table: String, _ column: String, _ value: SQLValue) -> [MemoryRow] {
    self.table(table).all.filter { $0[column] == value }
  }

  private func rows(
    _ table: String, orderedBy column: String, limit: SQLValue,
    where isWanted: (MemoryRow) -> Bool
  ) -> [MemoryRow] {
    guard case .int8(let count) = limit else { preconditionFailure("a limit is a number") }
    let found = self.table(table).all.filter(isWanted)
    return Array(found.sorted { $0.number(column) < $1.number(column) }.prefix(Int(count)))
  }
}

extension SQLValue {
  fileprivate var microseconds: Int64 {
    guard case .timestamp(let value) = self else { preconditionFailure("not a moment") }
    return value.microseconds
  }
}
