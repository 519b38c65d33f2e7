@testable import PayLytServer

/// All that a database holds, told to a judge as the transactions that made it.
///
/// The clock of a simulation never says the same twice, and a batch reads it once, when it has all
/// its locks: so `created_at` is the order of everything that could not have happened in another
/// order, and its rows are one transaction.
struct Dump {
  private static let tables = [
    "escrow", "invoice", "deposit", "inbound_event", "journal", "ledger_account",
    "ledger_transfer", "payout", "general_account", "general_entry",
  ]

  private var rows: [String: [MemoryRow]] = [:]

  private static let reads: [(table: String, statement: Statement<MemoryRow>)] = tables.map {
    name in
    let definitions = ServiceStatements.schema.definitions.filter { $0.name.hasPrefix("\(name)_") }
    let table = MemoryTable(name, definitions)
    let columns = table.columns.joined(separator: ", ")
    let statement = Statement<MemoryRow>(
      "simulation_dump_\(name)", "SELECT \(columns) FROM \(name) ORDER BY id", parameters: [],
      columns: table.types
    ) { (row) throws(DatabaseError) in
      var values: [SQLValue] = []
      for (index, type) in table.types.enumerated() { values.append(try row.any(index, type)) }
      return table.row(of: values)
    }
    return (name, statement)
  }

  static let statements = reads.map(\.statement.definition)

  /// All at one moment: what a server sent before it died may still be carried out.
  init(of database: Database) async throws {
    rows = try await database.snapshot { transaction in
      var rows: [String: [MemoryRow]] = [:]
      for read in Self.reads { rows[read.table] = try await transaction.query(read.statement) }
      return rows
    }
  }

  /// Tells `judge` everything, in order.
  func tell(_ judge: Judge) {
    let transfers = Dictionary(grouping: rows["ledger_transfer"] ?? []) { $0.number("created_at") }
    let journal = Dictionary(grouping: rows["journal"] ?? []) { $0.number("created_at") }
    let settled = Dictionary(
      grouping: changes("invoice").filter(\.isSettled) + changes("deposit").filter(\.isSettled)
    ) { $0.after.number("settled_at") }
    var accounts: [UUID: MemoryRow] = [:]
    for moment in Set(transfers.keys).union(journal.keys).sorted() {
      let moved = transfers[moment] ?? []
      var changed: [UUID: MemoryRow] = [:]
      for transfer in moved {
        for (account, column) in [("debit_account", "debits"), ("credit_account", "credits")] {
          let id = transfer.id(account)
          guard var row = accounts[id] ?? empty(id) else {
            judge.report(.balanced, "a transfer of no account, \(id)")
            continue
          }
          row[column] = .int8(row.number(column) + transfer.number("amount"))
          (accounts[id], changed[id]) = (row, row)
        }
      }
      judge.committed(
        changed.values.map {
          MemoryDatabase.Change(table: "ledger_account", before: nil, after: $0)
        }
          + moved.map { MemoryDatabase.Change(table: "ledger_transfer", before: nil, after: $0) }
          + (settled[moment] ?? [])
          + (journal[moment] ?? []).map {
            MemoryDatabase.Change(table: "journal", before: nil, after: $0)
          })
    }
    for account in rows["ledger_account"] ?? []
    where account.number("debits") + account.number("credits") != 0 {
      if accounts[account.id("id")] != account {
        judge.report(.balanced, "account \(account.id("id")) is not the sum of its transfers")
      }
    }
    judge.committed(
      changes("escrow") + changes("payout") + changes("inbound_event")
        + changes("general_account") + changes("general_entry"))
  }

  /// An account as it was before its first transfer.
  private func empty(_ id: UUID) -> MemoryRow? {
    guard var row = rows["ledger_account"]?.first(where: { $0.id("id") == id }) else { return nil }
    row["debits"] = .int8(0)
    row["credits"] = .int8(0)
    return row
  }

  private func changes(_ table: String) -> [MemoryDatabase.Change] {
    (rows[table] ?? []).map { MemoryDatabase.Change(table: table, before: nil, after: $0) }
  }
}

extension MemoryDatabase.Change {
  fileprivate var isSettled: Bool { after.number("state") == 2 }
}

extension RowReader {
  /// Whatever the column holds.
  fileprivate func any(_ column: Int, _ type: SQLType) throws(DatabaseError) -> SQLValue {
    switch type {
    case .bool: .bool(try optionalBool(column))
    case .bytea: .bytes(try optionalBytes(column))
    case .int2: .int2(try optionalInt16(column))
    case .int4: .int4(try optionalInt32(column))
    case .int8: .int8(try optionalInt64(column))
    case .text: .text(try optionalText(column))
    case .timestamptz: .timestamp(try optionalTimestamp(column))
    case .uuid: .uuid(try optionalUUID(column))
    case .boolArray, .byteaArray, .int2Array, .int4Array, .textArray, .int8Array,
      .timestamptzArray, .uuidArray:
      throw .column(column, .isMalformed)
    }
  }
}
