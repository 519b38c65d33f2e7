@testable import PayLytServer

extension Administrator {
  /// How PostgreSQL would find a statement's rows, whatever its values are.
  static func plan(of statement: StatementDefinition, on conninfo: String) throws -> String {
    let session = try SessionHandle.open(conninfo: conninfo, applicationName: "paylyt-test").get()
    let nulls = [String](repeating: "NULL", count: statement.parameters.count)
    // Of an empty table all ways cost the same.
    let settings = [
      "SET plan_cache_mode = force_generic_plan", "SET enable_seqscan = off",
      "SET enable_bitmapscan = off", "SET enable_sort = off", "SET enable_hashjoin = off",
      "PREPARE list\(types(statement)) AS \(statement.sql)",
    ]
    for setting in settings {
      guard let result = session.execute(setting), result.status == .succeeded else {
        throw Administrator.Failure(message: session.message)
      }
    }
    guard let result = session.execute("EXPLAIN EXECUTE list(\(nulls.joined(separator: ", ")))"),
      result.status == .succeeded
    else { throw Administrator.Failure(message: session.message) }
    var lines: [String] = []
    for row in 0..<result.rowCount { lines.append(result.text(row: row, column: 0) ?? "") }
    return lines.joined(separator: "\n")
  }

  private static func types(_ statement: StatementDefinition) -> String {
    "(" + statement.parameters.map { "\($0)" }.joined(separator: ", ") + ")"
  }
}
