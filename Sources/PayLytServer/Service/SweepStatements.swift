/// How the rows of one table go that had their time, some at a time.
struct Sweep: Sendable {
  /// What tells a row's age.
  enum Age: Sendable {
    /// A column, which is to have an index.
    case column(String)
    /// Its id, which has the moment in it at which it was made.
    case id
  }

  /// Rows that one turn removes.
  static let batch: Int64 = 1000

  /// Removes, and says how many.
  let statement: Statement<Int64>
  private let age: Age
  private let keptSeconds: Int64

  /// - Parameter name: of the statement.
  /// - Parameter condition: what else a row must be that goes.
  /// - Parameter keptSeconds: how long a row is kept after the moment that tells its age.
  init(
    _ name: String, of table: String, by age: Age, where condition: String = "true",
    keptSeconds: Int64 = 0
  ) {
    let (column, type): (String, SQLType) =
      switch age {
      case .column(let name): (name, .timestamptz)
      case .id: ("id", .uuid)
      }
    // What somebody holds goes at another turn: nobody waits for the sweeper, and it for nobody.
    statement = Statement<Int64>(
      name,
      """
      WITH over AS (
        SELECT id FROM \(table) WHERE \(column) < $1 AND \(condition)
        ORDER BY \(column) LIMIT $2 FOR UPDATE SKIP LOCKED
      ), gone AS (
        DELETE FROM \(table) USING over WHERE \(table).id = over.id RETURNING 1)
      SELECT count(*) FROM gone
      """,
      parameters: [type, .int8], columns: [.int8]
    ) { (row) throws(DatabaseError) in try row.int64(0) }
    self.age = age
    self.keptSeconds = keptSeconds
  }

  var definition: StatementDefinition { statement.definition }

  func values(at now: Timestamp) -> [SQLValue] {
    let end = now.adding(seconds: -keptSeconds)
    return switch age {
    case .column: [.timestamp(end), .int8(Self.batch)]
    case .id: [.uuid(UUID(startOf: end)), .int8(Self.batch)]
    }
  }
}
