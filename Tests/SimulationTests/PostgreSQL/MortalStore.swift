import PayLytRPC

@testable import PayLytServer

/// Where a server dies.
enum Death: String, CaseIterable {
  case loading = "in the middle of a transaction"
  case committing = "with COMMIT on its way"
  case committed = "after COMMIT, before anybody heard of it"
  case calling = "while it calls the provider"
}

/// How long servers live, and how they die: in each way one after the other.
///
/// `@unchecked Sendable`: confined to the loop of its simulation.
final class Mortality: @unchecked Sendable {
  private var draw: Draw
  private let exchanges: ClosedRange<Int64>
  private var lives = 0
  /// Nobody dies while it is false.
  var isOn = true
  private(set) var seen: [Death: Int] = [:]

  /// - Parameter exchanges: how many a life has, at least, with the database and the provider.
  init(seed: UInt64, exchanges: ClosedRange<Int64>) {
    draw = Draw(seed: seed)
    self.exchanges = exchanges
  }

  fileprivate func life() -> (death: Death, exchanges: Int64) {
    lives += 1
    return (Death.allCases[lives % Death.allCases.count], draw.number(exchanges))
  }

  fileprivate func note(_ death: Death) { seen[death, default: 0] += 1 }

  /// Whether what was under way to the provider when its sender died arrives there.
  fileprivate func arrives() -> Bool { draw.chance(50) }
}

/// One life of a server: its way to PostgreSQL, which ends for good at one of its exchanges.
///
/// Its sessions end whatever PostgreSQL is doing for them; a COMMIT that was sent may still be
/// carried out. What else is left of it reaches nothing any more, and nobody hears what it says.
///
/// `@unchecked Sendable`: confined to the loop of its simulation.
final class MortalStore: Store, @unchecked Sendable {
  private let database: Database
  private let mortality: Mortality
  private let death: Death
  private var exchangesLeft: Int64
  private(set) var isDown = false

  init(_ database: Database, _ mortality: Mortality) {
    self.database = database
    self.mortality = mortality
    (death, exchangesLeft) = mortality.life()
  }

  func start() async throws(DatabaseError) { try await database.start(within: .seconds(60)) }

  /// The end, of its own accord or not.
  func close() {
    guard !isDown else { return }
    isDown = true
    database.close()
  }

  /// Counts an exchange: whether the server dies at it, if it is where it was going to.
  fileprivate func isLast(_ moment: Death) -> Bool {
    guard mortality.isOn, !isDown else { return false }
    exchangesLeft -= 1
    return exchangesLeft <= 0 && moment == death
  }

  fileprivate func die() {
    guard !isDown else { return }
    mortality.note(death)
    close()
  }

  /// When what is being sent has left, and mostly before an answer is back.
  fileprivate func dieSoon() { database.loop.execute { [self] in die() } }

  /// Dies with a call to the provider under way, if that is how it was going to.
  ///
  /// - Returns: whether the call gets there all the same; nil when its caller lives on.
  func callArrives() -> Bool? {
    guard isLast(.calling) else { return nil }
    die()
    return mortality.arrives()
  }

  // MARK: Store

  func spawn(_ operation: @escaping @Sendable () async -> Void) { database.spawn(operation) }

  func pause(_ duration: Duration) async {
    guard !isDown else { return }
    await database.pause(duration)
  }

  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue], deadline: Deadline?
  ) async throws(DatabaseError) -> [Row] {
    guard !isDown else { throw .unavailable }
    return try await database.query(statement, values, deadline: deadline)
  }

  func write<Value: Sendable>(
    _ body: (any StoreTransaction) async throws -> Value
  ) async throws -> Value {
    guard !isDown else { throw DatabaseError.unavailable }
    return try await database.transaction { transaction in
      try await body(MortalTransaction(store: self, transaction: transaction))
    }
  }
}

private struct MortalTransaction: StoreTransaction {
  let store: MortalStore
  let transaction: Transaction

  func run(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult] {
    let results = try await transaction.run(statements)
    guard !store.isLast(.loading) else {
      store.die()
      throw .unavailable
    }
    return results
  }

  func commit(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult] {
    if store.isLast(.committing) { store.dieSoon() }
    let results = try await transaction.commit(statements)
    guard !store.isLast(.committed) else {
      store.die()
      throw .outcomeUnknown
    }
    return results
  }
}
