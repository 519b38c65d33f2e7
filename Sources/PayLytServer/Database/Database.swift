internal import PayLytRPC

/// PostgreSQL as one event loop sees it: pipelined reads, transactions, notifications.
///
/// Everything here runs on the loop. Reads of one tick share a round trip; a transaction has a
/// connection to itself: one that writes, or one of those kept for looks at much. Connections are
/// reopened when they are lost; while none is there, callers hear `.unavailable` after the
/// configured grace.
///
/// `@unchecked Sendable`: confined to its loop, which each entry point checks.
final class Database: @unchecked Sendable {
  /// Where everything of this database runs.
  let loop: EventLoop
  private let configuration: DatabaseConfiguration
  private let readers: ConnectionSet
  private let writers: ConnectionSet
  private let looks: ConnectionSet
  private let reads: ReadQueue
  private let writerPool: TransactionPool
  private let lookPool: TransactionPool
  private let listener: Listener
  private let statementTimeoutNanoseconds: UInt64
  private var isClosed = false
  /// Who lets time pass (`pause`), by a number that only grows.
  private var pauses: [UInt64: Reply<Void>] = [:]
  private var pauseCount: UInt64 = 0

  /// - Parameter catalog: every statement that will be run; each connection prepares all of them.
  init(
    on loop: EventLoop, _ configuration: DatabaseConfiguration, _ catalog: StatementCatalog
  ) {
    self.loop = loop
    self.configuration = configuration
    statementTimeoutNanoseconds = UInt64(configuration.statementTimeout.milliseconds) * 1_000_000
    let buffer = ParameterBuffer()
    let cancellers = BlockingPool()
    func connections(
      _ role: ConnectionSet.Role, _ count: Int, _ statements: [StatementDefinition]
    ) -> ConnectionSet {
      ConnectionSet(
        role, count: count, on: loop, configuration, statements: statements, buffer: buffer,
        cancellers: cancellers)
    }
    readers = connections(.reader, configuration.readers, catalog.statements)
    writers = connections(.writer, configuration.writers, catalog.statements)
    looks = connections(.snapshot, configuration.snapshots, catalog.statements)
    reads = ReadQueue(on: loop, readers)
    writerPool = TransactionPool(on: loop, writers)
    lookPool = TransactionPool(on: loop, looks)
    listener = Listener(on: loop, connections(.listener, 1, []))
  }

  deinit { precondition(isClosed, "a database is closed before it is dropped") }

  /// Connects, and returns once reads and transactions work.
  ///
  /// - Parameter limit: how long to wait for the server.
  /// - Throws: `.invalidStatement` when a statement does not fit the schema; `.unavailable` when
  ///   the server was not reached in time (the reasons went to `configuration.report`). Either way
  ///   the attempts go on until `close`.
  func start(within limit: Duration = .seconds(10)) async throws(DatabaseError) {
    loop.preconditionOnLoop()
    let deadline = loop.now &+ Deadline(after: limit).nanoseconds &- monotonicNanoseconds()
    readers.start()
    writers.start()
    looks.start()
    let all = [readers, writers, looks]
    while !all.allSatisfy(\.hasReady) {
      for case .invalidStatement(let name, let reason) in all.map(\.lastFailure) {
        throw .invalidStatement(name: name, reason: reason)
      }
      guard loop.now < deadline, !isClosed else { throw .unavailable }
      await pause(.milliseconds(2))
    }
  }

  /// Ends all connections; whoever waits hears `.unavailable`, or `.outcomeUnknown` for a COMMIT
  /// under way. Stop taking calls before.
  func close() {
    loop.preconditionOnLoop()
    isClosed = true
    readers.close()
    writers.close()
    looks.close()
    listener.close()
    reads.failWaiting(.unavailable)
    writerPool.failWaiting(.unavailable)
    lookPool.failWaiting(.unavailable)
    for pause in pauses.keys { endPause(pause) }
  }

  /// Lets time pass; closing ends it early, cancellation does not.
  func pause(_ duration: Duration) async {
    loop.preconditionOnLoop()
    guard !isClosed else { return }
    pauseCount += 1
    let own = pauseCount
    await Reply<Void>.wait { reply in
      pauses[own] = reply
      _ = loop.schedule(after: duration) { [self] in endPause(own) }
    }
  }

  private func endPause(_ pause: UInt64) {
    var reply = pauses.removeValue(forKey: pause)
    reply?.resume(())
  }

  /// Reads. All reads of one tick are sent together; a failing one does not harm the others.
  ///
  /// The statement runs on a read-only session: it may be sent again when a connection is lost.
  /// - Throws: any `DatabaseError` but `.outcomeUnknown`.
  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue] = [], deadline: Deadline? = nil
  ) async throws(DatabaseError) -> [Row] {
    loop.preconditionOnLoop()
    try SQLValue.check(values)
    guard !Task.isCancelled else { throw .cancelled }
    let bound = loop.now &+ statementTimeoutNanoseconds
    let read = TypedRead(
      statement, values, deadline: min(bound, deadline?.nanoseconds ?? .max))
    guard read.deadline > loop.now else { throw .timeout }
    let result = await withTaskCancellationHandler {
      await Reply.wait {
        read.reply = $0
        reads.submit(read)
      }
    } onCancel: {
      loop.execute { [reads] in reads.giveUp(read, .cancelled) }
    }
    return try result.get()
  }

  /// Runs `body` in a transaction on a writer connection and commits what it leaves open; an error
  /// rolls back.
  ///
  /// - Throws: what `body` throws; `DatabaseError` from the connection or the commit.
  @discardableResult
  func transaction<Value: Sendable>(
    isolation: Isolation = .readCommitted, deadline: Deadline? = nil,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    try await transaction(isolation, on: writerPool, deadline, body)
  }

  /// Runs `body` in a transaction that only reads and sees all of one moment. It has a connection
  /// kept for such looks: however many rows one goes through, those who commit do not wait for it.
  ///
  /// - Throws: what `body` throws; `DatabaseError` from the connection.
  func snapshot<Value: Sendable>(
    deadline: Deadline? = nil, _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    try await transaction(.repeatableRead, on: lookPool, deadline, body)
  }

  private func transaction<Value: Sendable>(
    _ isolation: Isolation, on pool: TransactionPool, _ deadline: Deadline?,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    loop.preconditionOnLoop()
    let bound = loop.now &+ statementTimeoutNanoseconds
    let connection = try await pool.take(before: min(bound, deadline?.nanoseconds ?? .max))
    let transaction = Transaction(
      connection, on: loop, isolation, deadline: deadline,
      statementTimeout: configuration.statementTimeout)
    do {
      let value = try await body(transaction)
      try await transaction.finish()
      pool.giveBack(connection)
      return value
    } catch {
      await transaction.rollBack()
      pool.giveBack(connection)
      throw error
    }
  }

  /// The payloads of NOTIFY on `channel`, until the stream is dropped.
  ///
  /// An empty payload comes whenever listening begins, at first and after a lost connection:
  /// notifications may have been missed, so look at the table then. A slow reader loses the oldest.
  /// - Parameter channel: lower-case letters, digits and `_`, 1 to 63 of them.
  func listen(channel: String) -> AsyncStream<String> {
    loop.preconditionOnLoop()
    return listener.listen(channel)
  }
}
