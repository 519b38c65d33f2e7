internal import PayLytRPC

/// What a transaction sees of the others (PostgreSQL manual, §13.2).
enum Isolation: Sendable {
  case readCommitted, repeatableRead, serializable

  /// The stricter ones are for looking at whole tables, which the session's plans are not made for.
  var begin: [BoundStatement] {
    switch self {
    case .readCommitted: [SessionStatements.begin.bind()]
    case .repeatableRead:
      [SessionStatements.beginRepeatableRead.bind(), SessionStatements.planFreely.bind()]
    case .serializable:
      [SessionStatements.beginSerializable.bind(), SessionStatements.planFreely.bind()]
    }
  }
}

/// One database transaction on a connection of its own, lent by `Database.transaction`.
///
/// Each call is one round trip. The first one carries BEGIN, `commit` carries COMMIT: a batch that
/// loads, decides and stores takes two.
///
/// `@unchecked Sendable`: confined to the loop of its database.
final class Transaction: @unchecked Sendable {
  private enum State {
    /// Nothing was sent; BEGIN goes with the first statements.
    case fresh
    case open
    /// A statement failed or the connection was lost: all that is left is to roll back.
    case failed(DatabaseError)
    case committed
    case ended
  }

  private let connection: Connection
  private let loop: EventLoop
  private let isolation: Isolation
  private let deadline: UInt64
  private let statementTimeout: UInt64
  /// Set when the caller has a deadline: PostgreSQL keeps it too, should we not be there to cancel.
  private let limitsStatements: Bool
  private var state = State.fresh

  init(
    _ connection: Connection, on loop: EventLoop, _ isolation: Isolation, deadline: Deadline?,
    statementTimeout: Duration
  ) {
    self.connection = connection
    self.loop = loop
    self.isolation = isolation
    self.deadline = deadline?.nanoseconds ?? .max
    self.statementTimeout = UInt64(statementTimeout.milliseconds) * 1_000_000
    limitsStatements = deadline != nil
  }

  /// Runs `statements` in order, in one round trip; the results are in the same order.
  ///
  /// - Throws: the first statement's error. The transaction is then over, and every further call
  ///   throws the same.
  @discardableResult
  func run(_ statements: [BoundStatement]) async throws(DatabaseError) -> [QueryResult] {
    try await roundTrip(statements, commits: false)
  }

  /// Runs one statement and decodes its rows.
  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue] = []
  ) async throws(DatabaseError) -> [Row] {
    let results = try await run([statement.bind(values)])
    return try results[0].rows(of: statement)
  }

  /// Runs the last `statements` and COMMIT in one round trip, and returns when the commit is
  /// durable. From here on neither deadline nor cancellation undoes anything.
  ///
  /// - Throws: the first statement's error, with nothing committed; `.outcomeUnknown` when the
  ///   connection was lost before the answer.
  @discardableResult
  func commit(_ statements: [BoundStatement] = []) async throws(DatabaseError) -> [QueryResult] {
    try await roundTrip(statements, commits: true)
  }

  // MARK: For Database.transaction

  /// Commits what the body left open.
  func finish() async throws(DatabaseError) {
    switch state {
    case .fresh: state = .ended
    case .open: try await commit()
    case .failed(let error): throw error
    case .committed, .ended: return
    }
  }

  /// Undoes what is not committed; the connection is clean or lost afterwards.
  func rollBack() async {
    switch state {
    case .fresh, .committed, .ended: break
    case .open, .failed:
      guard !connection.isLost else { break }
      let batch = TransactionBatch([SessionStatements.rollback.bind()], commits: false)
      let bound = loop.schedule(after: .milliseconds(DatabaseLimits.cancelMillisecondsMax)) {
        [connection] in connection.lose()
      }
      _ = await batch.send(on: connection)
      loop.cancel(bound)
    }
    state = .ended
  }

  // MARK: One round trip

  private func roundTrip(
    _ statements: [BoundStatement], commits: Bool
  ) async throws(DatabaseError) -> [QueryResult] {
    try checkUsable(statements)
    let now = loop.now
    guard now < deadline else { throw .timeout }
    guard !Task.isCancelled else { throw .cancelled }
    var all: [BoundStatement] = []
    all.reserveCapacity(statements.count + 4)
    if case .fresh = state { all += isolation.begin }
    let bound = min(deadline, now &+ statementTimeout)
    if limitsStatements { all.append(Self.limit(to: bound - now)) }
    let own = all.count..<all.count + statements.count
    all.append(contentsOf: statements)
    if commits { all.append(SessionStatements.commit.bind()) }
    state = .open
    let batch = TransactionBatch(all, commits: commits)
    do throws(DatabaseError) {
      let results = try await exchange(batch, until: bound).get()
      if commits { try confirmCommit(results) }
      return Array(results[own])
    } catch {
      state = .failed(error)
      throw error
    }
  }

  private func checkUsable(_ statements: [BoundStatement]) throws(DatabaseError) {
    loop.preconditionOnLoop()
    switch state {
    case .fresh, .open: break
    case .failed(let error): throw error
    case .committed, .ended: preconditionFailure("the transaction is over")
    }
    guard statements.count <= DatabaseLimits.statementsPerRoundTripMax else {
      throw .parametersTooLarge
    }
    for statement in statements { try SQLValue.check(statement.values) }
  }

  private func exchange(
    _ batch: TransactionBatch, until bound: UInt64
  ) async -> Result<[QueryResult], DatabaseError> {
    let delay = Duration.nanoseconds(Int64(clamping: bound &- loop.now))
    let timer: TimerID
    if batch.commits {
      // PostgreSQL ends statements that take too long; a COMMIT under way is only waited for.
      let grace = delay + .milliseconds(DatabaseLimits.commitGraceMilliseconds)
      timer = loop.schedule(after: grace) { [connection] in connection.lose() }
    } else {
      timer = loop.schedule(after: delay) { [connection] in
        batch.giveUp(.timeout, on: connection)
      }
    }
    let result = await withTaskCancellationHandler {
      await batch.send(on: connection)
    } onCancel: {
      loop.execute { [connection] in batch.giveUp(.cancelled, on: connection) }
    }
    loop.cancel(timer)
    return result
  }

  /// COMMIT of a failed transaction answers ROLLBACK and calls that success.
  private func confirmCommit(_ results: [QueryResult]) throws(DatabaseError) {
    guard results.last?.commandTag == "COMMIT" else {
      throw .sqlState(SQLState("25P02"))
    }
    state = .committed
  }

  private static func limit(to nanoseconds: UInt64) -> BoundStatement {
    let milliseconds = max(1, (nanoseconds + 999_999) / 1_000_000)
    return SessionStatements.setStatementTimeout.bind(.text(String(milliseconds)))
  }
}

/// One round trip of a transaction. Its results count when the sync arrived, not before: in the
/// extended protocol a result can be there before the commit is.
///
/// `@unchecked Sendable`: confined to its loop; a cancellation handler only passes it there.
final class TransactionBatch: PipelineBatch, @unchecked Sendable {
  private let statements: [BoundStatement]
  let commits: Bool
  private var results: [QueryResult] = []
  private var failure: DatabaseError?
  private var givenUp: DatabaseError?
  private var reply = Reply<Result<[QueryResult], DatabaseError>>()

  init(_ statements: [BoundStatement], commits: Bool) {
    self.statements = statements
    self.commits = commits
    results.reserveCapacity(statements.count)
  }

  func send(on connection: Connection) async -> Result<[QueryResult], DatabaseError> {
    await Reply.wait {
      reply = $0
      connection.send(self)
    }
  }

  /// Asks for the round trip to be cancelled, unless it holds a COMMIT: what was sent stands.
  func giveUp(_ error: DatabaseError, on connection: Connection) {
    guard !commits, givenUp == nil, reply.isPending else { return }
    givenUp = error
    connection.pursueGivenUp()
  }

  // MARK: PipelineBatch

  var commandCount: Int { statements.count }

  func command(at index: Int) -> PipelineCommand { .execute(statements[index]) }

  func received(_ result: consuming ResultHandle, at index: Int, on connection: Connection) {
    switch result.status {
    case .succeeded: results.append(QueryResult(result))
    case .failed:
      guard failure == nil else { return }
      failure =
        result.sqlState == .queryCanceled
        ? givenUp ?? .timeout : result.error(of: statements[index].name)
    case .pipelineAborted, .pipelineSync: return
    }
  }

  func synced(on connection: Connection) {
    if let failure { return reply.resume(.failure(failure)) }
    precondition(results.count == statements.count, "a result is missing")
    reply.resume(.success(results))
  }

  func lost(wasSent: Bool) {
    let unknown: DatabaseError = commits && wasSent ? .outcomeUnknown : .unavailable
    reply.resume(.failure(failure ?? givenUp ?? unknown))
  }

  func isGivenUp(at index: Int) -> Bool { givenUp != nil }
  var hasGivenUp: Bool { givenUp != nil }
}
