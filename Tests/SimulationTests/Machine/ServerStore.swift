import PayLytRPC

@testable import PayLytServer

/// One server's way to the database of the simulation. When the server has crashed, nothing that
/// still runs of it reaches anything.
final class ServerStore: Store, @unchecked Sendable {
  let database: MemoryDatabase
  private let network: Network
  private let queue: RunQueue
  private let server: Int
  private(set) var isDown = false

  init(_ database: MemoryDatabase, _ network: Network, _ queue: RunQueue, server: Int) {
    self.database = database
    self.network = network
    self.queue = queue
    self.server = server
  }

  /// What is under way at the database ends there, or is ended by it.
  func crash(_ draw: inout Draw) {
    isDown = true
    while let index = network.open.firstIndex(where: { $0.server == server }) {
      network.settle(index, draw.chance(50) ? .lostBefore : .lostAfter)
      queue.drain()
    }
  }

  func spawn(_ operation: @escaping @Sendable () async -> Void) { queue.spawn(operation) }

  func pause(_ duration: Duration) async {
    guard !isDown else { return }
    await network.exchange(from: server, .pause, "a pause") { _ in () }
  }

  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue], deadline: Deadline?
  ) async throws(DatabaseError) -> [Row] {
    guard !isDown else { throw .unavailable }
    // Nobody listens here.
    if statement.name == CommitStatements.notify.name { return [] }
    let found = await network.exchange(from: server, .read, "reads \(statement.name)") {
      [database] fate -> Result<QueryResult, DatabaseError> in
      guard fate == .done else { return .failure(.unavailable) }
      let rows = database.read(statement.name, values)
      return .success(.of(rows, types: statement.columns))
    }
    return try found.get().rows(of: statement)
  }

  func write<Value: Sendable>(
    _ body: (any StoreTransaction) async throws -> Value
  ) async throws -> Value {
    let transaction = MemoryTransaction(self)
    do {
      let value = try await body(transaction)
      try await transaction.finish()
      return value
    } catch {
      transaction.rollBack()
      throw error
    }
  }

  fileprivate func exchange<Value>(
    _ kind: Network.Exchange.Kind, _ text: String,
    _ attempt: @escaping (Fate) -> Result<Value, DatabaseError>?
  ) async -> Result<Value, DatabaseError> {
    guard !isDown else { return .failure(.unavailable) }
    return await network.exchange(from: server, kind, text, attempt)
  }
}

/// One transaction. What can go wrong with each of its round trips, the simulation decides.
private final class MemoryTransaction: StoreTransaction {
  private enum State {
    case fresh, open, over
  }

  private let store: ServerStore
  private let number: Int
  private var state = State.fresh

  init(_ store: ServerStore) {
    self.store = store
    number = store.database.begin()
  }

  func run(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult] {
    precondition(state != .over, "the transaction is over")
    state = .open
    let (database, number) = (store.database, number)
    return try await store.exchange(
      .load, "loads \(statements.map(\.name).joined(separator: ", "))"
    ) {
      fate in
      switch fate {
      case .done: return database.load(statements, number)
      case .lostBefore, .lostAfter: return .failure(.unavailable)
      case .refused: return .failure(.sqlState(.deadlockDetected))
      }
    }.get()
  }

  func commit(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult] {
    precondition(state != .over, "the transaction is over")
    let (database, number) = (store.database, number)
    let result = await store.exchange(
      .commit, "commits \(statements.map(\.name).joined(separator: ", "))"
    ) {
      fate -> Result<[QueryResult], DatabaseError>? in
      switch fate {
      case .done:
        guard let outcome = database.commit(statements, number) else { return nil }
        return outcome.map { [] }
      case .lostBefore: return .failure(.outcomeUnknown)
      case .lostAfter:
        _ = database.commit(statements, number)
        return .failure(.outcomeUnknown)
      case .refused: return .failure(.sqlState(.serializationFailure))
      }
    }
    if case .success = result { state = .over }
    return try result.get()
  }

  func finish() async throws(DatabaseError) {
    if state == .open { _ = try await commit([]) }
    state = .over
  }

  func rollBack() {
    state = .over
    store.database.end(number)
  }
}
