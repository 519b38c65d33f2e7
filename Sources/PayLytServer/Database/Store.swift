internal import PayLytRPC

/// What commits and background work need of a database: PostgreSQL in production, and in a
/// simulation a store whose every failure is chosen.
protocol Store: Sendable {
  /// Starts work where everything of this store runs.
  func spawn(_ operation: @escaping @Sendable () async -> Void)

  /// Lets time pass. Cancellation does not shorten it.
  func pause(_ duration: Duration) async

  /// Reads outside of a transaction (`Database.query`).
  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue], deadline: Deadline?
  ) async throws(DatabaseError) -> [Row]

  /// Runs `body` in a read-committed transaction and commits what it leaves open; an error rolls
  /// back (`Database.transaction`).
  func write<Value: Sendable>(
    _ body: (any StoreTransaction) async throws -> Value
  ) async throws -> Value
}

extension Store {
  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue] = []
  ) async throws(DatabaseError) -> [Row] {
    try await query(statement, values, deadline: nil)
  }
}

/// One transaction of a store (`Transaction` has the promises).
protocol StoreTransaction {
  /// One round trip.
  @discardableResult
  func run(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult]

  /// The last statements and COMMIT in one round trip.
  @discardableResult
  func commit(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult]
}

extension Transaction: StoreTransaction {}

extension Database {
  /// Commits one statement, also when the task that asks for it is cancelled meanwhile.
  func finish(_ statement: BoundStatement) async throws {
    try await Task(executorPreference: loop) {
      try await self.transaction { transaction in _ = try await transaction.commit([statement]) }
    }.value
  }
}

extension Database: Store {
  func spawn(_ operation: @escaping @Sendable () async -> Void) { loop.spawn(operation) }

  func write<Value: Sendable>(
    _ body: (any StoreTransaction) async throws -> Value
  ) async throws -> Value {
    try await transaction { transaction in try await body(transaction) }
  }
}
