import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

/// One server loop's commit engine on a real database.
final class Engine: Sendable {
  let database: Database
  let committer: Committer
  private let reports = Reports()

  /// Every statement of the service.
  static let service = ServiceStatements.catalog.statements.filter { definition in
    !definition.name.hasPrefix("paylyt_")
  }

  /// What the committer reported as bugs of ours.
  private final class Reports: Sendable {
    let all = Mutex<[String]>([])
  }

  init(_ database: Database, stripe: UInt8, clock: any Clock = SystemClock()) {
    let reports = reports
    self.database = database
    committer = Committer(
      database: database, schema: ServiceStatements.schema,
      clock: clock,
      stripe: stripe, random: { .random(in: 0 ... .max) },
      report: { event in
        guard case .bug(let bug) = event else { return }
        reports.all.withLock { $0.append(bug) }
      })
  }

  var bugs: [String] { reports.all.withLock { $0 } }

  @discardableResult
  func commit<C: Command>(
    _ command: C, deadline: Deadline? = nil, isRehearsal: Bool = false
  ) async throws -> CommitOutcome {
    do {
      return try await committer.commit(
        command, deadline: deadline, isRehearsal: isRehearsal
      ) { answer in
        Payload(type: "test.Answer", bytes: Array("\(answer)".utf8))
      }
    } catch {
      DeclaredReasons.check(error, of: command)
      throw error
    }
  }

  /// Carries out a command and returns what it decided, not only its stored bytes.
  func carryOut<C: Command>(_ command: C) async throws -> C.Answer {
    let decided = Mutex<C.Answer?>(nil)
    do {
      _ = try await committer.commit(command, deadline: nil) { answer in
        decided.withLock { $0 = answer }
        return Payload(type: "test.Answer", bytes: [])
      }
    } catch {
      DeclaredReasons.check(error, of: command)
      throw error
    }
    guard let answer = decided.withLock({ $0 }) else { throw CommitError.outcomeUnknown }
    return answer
  }

  /// The rows with this key, loaded as a batch loads them.
  func fetch<Row: StoredRow>(
    _: Row.Type, by column: String, _ value: KeyValue
  ) async throws -> [Row] {
    try await carryOut(FetchRows<Row>(column: column, value: value))
  }

  /// The first page of a list, newest first, which is all of it in most tests.
  func search<Row>(
    _ list: SearchList<Row>, of owner: ListOwner, filter: String = ""
  ) async throws -> [Row] {
    let page = try Page(size: Page.sizeMax, token: "", scope: "", keys: MACKeys(latest: []))
    return try await ListSearch(list, of: owner, filter: filter)
      .find(page, in: database, deadline: nil).things.flatMap(\.self)
  }

  /// The outcome of each command, all of them sent at once; in the order of the commands.
  func commitAll<C: Command>(_ commands: [C]) async -> [Result<CommitOutcome, any Error>] {
    let tasks = commands.map { command in database.task { try await self.commit(command) } }
    var results: [Result<CommitOutcome, any Error>] = []
    for task in tasks { results.append(await task.result) }
    return results
  }

  /// Stores all that `store` holds.
  func copy(_ store: MemoryStore) async throws {
    for number in UInt64(1)...4 { try await commit(PutRow(row: User.fixture(number))) }
    for row in store.rows(Job.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(JobMilestone.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(Escrow.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(Milestone.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(Invoice.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(Receipt.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(Account.self) { try await commit(PutRow(row: row)) }
    for row in store.rows(Transfer.self) { try await commit(PutRow(row: row)) }
  }

  /// How far the books and the escrows are off; zero when all is right.
  func discrepancies() async throws -> Int64 {
    let accounts = try await database.query(LedgerStatements.accountsOff)
    let escrows = try await database.query(EscrowStatements.escrowsOff)
    let lines = try await database.query(LedgerStatements.trialBalance)
    let sums = Dictionary(grouping: lines, by: \.asset).values.map { lines in
      lines.reduce(0) { $0 + $1.debits - $1.credits }
    }
    return accounts[0] + escrows[0] + sums.reduce(0) { $0 + abs($1) }
  }

  func balance(_ id: AccountID) async throws -> Int64 {
    try await database.query(LedgerStatements.accounts, [.uuidArray([id.uuid])]).first?.balance ?? 0
  }

  func count(_ statement: Statement<Int64>, _ values: [SQLValue] = []) async throws -> Int64 {
    try await database.query(statement, values)[0]
  }
}

/// Runs `body` with a commit engine on a database of its own, or on `conninfo`.
@discardableResult
func withEngine<Value: Sendable>(
  _ conninfo: String? = nil, stripe: UInt8 = 0, statements: [StatementDefinition] = [],
  configure: (inout DatabaseConfiguration) -> Void = { _ in },
  _ body: @escaping @Sendable (Engine) async throws -> Value
) async throws -> Value {
  try await withDatabase(
    conninfo, statements: Engine.service + EngineStatements.tests + statements,
    configure: { configuration in
      // A test has few reads at once, and each connection prepares every statement.
      configuration.readers = 1
      configure(&configuration)
    }
  ) { database in
    try await body(Engine(database, stripe: stripe))
  }
}

extension RowWatch {
  /// For services of which nothing is watched.
  static func nobody(_ database: Database) -> RowWatch {
    RowWatch(
      database: database, commits: Bell(), log: Log(level: .error, clock: SystemClock()))
  }
}

/// Time that a test moves.
final class ManualClock: Clock {
  private let time = Mutex(Timestamp.start)
  private let step: Int64

  /// - Parameter step: seconds by which it moves each time it is asked.
  init(step: Int64 = 0) { self.step = step }

  func now() -> Timestamp {
    time.withLock { time in
      defer { time = time.adding(seconds: step) }
      return time
    }
  }

  func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Statements that only tests run.
enum EngineStatements {
  private static func count(_ name: String, _ sql: String, _ parameters: [SQLType] = [])
    -> Statement<Int64>
  {
    Statement<Int64>(name, sql, parameters: parameters, columns: [.int8]) {
      (row) throws(DatabaseError) in try row.int64(0)
    }
  }

  /// Database transactions that wrote to the journal.
  static let batches = count(
    "test_batches", "SELECT count(DISTINCT xmin::text) FROM journal")
  /// At how many moments something was decided.
  static let moments = count("test_moments", "SELECT count(DISTINCT created_at) FROM journal")
  static let journalRows = count("test_journal", "SELECT count(*) FROM journal")
  static let transfers = count("test_transfers", "SELECT count(*) FROM ledger_transfer")
  /// Sessions of this database that wait for a row lock, the way a batch does.
  static let blocked = count(
    "test_blocked",
    """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
    """)
  /// Sessions of this database in a wait event, such as `PgSleep` or `SyncRep`.
  static let waiting = count(
    "test_waiting",
    """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event = $1
    """, [.text])
  static let terminateWaiting = count(
    "test_terminate_waiting",
    """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event = $1
    """, [.text])
  /// Ends the sessions that are inside a transaction that locks or writes.
  static let terminateWriters = count(
    "test_terminate_writers",
    """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_xid IS NOT NULL
    """)
  static let inboundEvents = count("test_events", "SELECT count(*) FROM inbound_event")
  static let lockAccount = count(
    "test_lock_account",
    """
    WITH locked AS (SELECT id FROM ledger_account WHERE id = ANY($1) FOR UPDATE)
    SELECT count(*) FROM locked
    """, [.uuidArray])
  static let lockEscrow = count(
    "test_lock_escrow",
    "WITH locked AS (SELECT id FROM escrow WHERE id = $1 FOR UPDATE) SELECT count(*) FROM locked",
    [.uuid])
  /// What another server commits under the lock of an escrow.
  static let noteDelivery = count(
    "test_note_delivery",
    """
    WITH noted AS (
      UPDATE milestone SET delivery_note = 'meanwhile' WHERE escrow_id = $1 RETURNING id)
    SELECT count(*) FROM noted
    """, [.uuid])

  static let tests = [
    batches, moments, journalRows, transfers, blocked, waiting, terminateWaiting,
    terminateWriters, inboundEvents, lockAccount, lockEscrow, noteDelivery,
  ].map(\.definition)
}

/// Lets a test go on when something has become true.
///
/// - Throws: `NotYet` after a minute, which a machine with other work to do may need.
func eventually(
  at place: SourceLocation = #_sourceLocation, _ condition: () async throws -> Bool
) async throws {
  let deadline = Deadline(after: .seconds(60))
  while try await !condition() {
    guard !deadline.hasPassed else { throw NotYet(place: place) }
    try await Task.sleep(for: .milliseconds(2))
  }
}

/// What a test waited for did not happen within a minute.
struct NotYet: Error {
  let place: SourceLocation
}

/// SQL that no statement of the service runs.
enum Administrator {
  struct Failure: Error {
    let message: String
  }

  static func execute(_ sql: String, on conninfo: String) throws {
    switch SessionHandle.open(conninfo: conninfo, applicationName: "paylyt-test") {
    case .failure(let failure): throw Failure(message: failure.reason)
    case .success(let session):
      guard let result = session.execute(sql) else { throw Failure(message: session.message) }
      guard result.status == .succeeded else { throw Failure(message: result.primaryMessage) }
    }
  }
}

extension Engine {
  /// Returns once a session of this database is in `event`.
  func untilWaiting(in event: String) async throws {
    try await eventually { try await count(EngineStatements.waiting, [.text(event)]) > 0 }
  }

  func start<C: Command>(
    _ command: C, deadline: Deadline? = nil
  ) -> Task<CommitOutcome, any Error> {
    database.task { try await self.commit(command, deadline: deadline) }
  }

  /// Holds the rows of these accounts while `body` runs: every batch that wants them waits.
  func holding(_ accounts: [AccountID], _ body: () async throws -> Void) async throws {
    try await database.transaction { transaction in
      let locked = try await transaction.query(
        EngineStatements.lockAccount, [.uuidArray(accounts.map(\.uuid))])
      precondition(locked[0] == Int64(accounts.count), "an account is not there to be held")
      try await body()
    }
  }

  /// Lets the engine's current batch wait while `body` runs; what it sends shares the next batch.
  func blocked(_ body: () async throws -> Void) async throws {
    let gate = AccountID(of: .entity(0xffff), kind: .wallet, asset: .btc)
    try await commit(PostAll.paying(1, to: 0xffff))
    var first: Task<CommitOutcome, any Error>?
    try await holding([gate]) {
      first = start(PostAll.paying(1, to: 0xffff))
      try await eventually { try await count(EngineStatements.blocked) > 0 }
      try await body()
      // A round trip: until then the loop has run all that was started.
      _ = try await count(EngineStatements.blocked)
    }
    _ = try await first?.value
  }

  /// The outcomes of commands that are decided in one batch, in this order.
  func inOneBatch(
    _ start: () -> [Task<CommitOutcome, any Error>]
  ) async throws -> [Result<CommitOutcome, any Error>] {
    var tasks: [Task<CommitOutcome, any Error>] = []
    try await blocked { tasks = start() }
    var results: [Result<CommitOutcome, any Error>] = []
    for task in tasks { results.append(await task.result) }
    return results
  }
}

extension RequestIdentity {
  /// The identity of request `number` with `body`.
  static func fixture(_ number: UInt64, body: String = "") -> RequestIdentity {
    let bytes = Array(body.utf8)
    return RequestIdentity(
      key: .entity(number),
      fingerprint: [UInt8](repeating: 0, count: max(0, 32 - bytes.count)) + bytes)
  }
}

extension PostAll {
  /// Moves `amount` from the platform's float to a user's wallet, or on to another's.
  static func paying(
    _ amount: Int64, from: UInt64? = nil, to: UInt64, request: RequestIdentity? = nil,
    isUnseen: Bool = false
  ) -> PostAll {
    let source =
      from.map { AccountID(of: .entity($0), kind: .wallet, asset: .btc) }
      ?? .platform(.providerFloat, asset: .btc, stripe: 0)
    let target = AccountID(of: .entity(to), kind: .wallet, asset: .btc)
    return PostAll(
      request: request, moves: [Move(amount: amount, debit: source, credit: target)],
      isUnseen: isUnseen)
  }
}

/// Stores rows as they are: how a test's situation comes about, or what only a bug would write.
struct PutRow<Row: StoredRow>: Command {
  static var method: String { "test/Put" }
  let caller = Caller.system("test")
  let request: RequestIdentity? = nil
  let row: Row
  /// Whether the row is there already.
  var isKnown = false

  func load(_ rows: Loader) { if isKnown { rows.want(Row.self, row.rowID) } }

  func decide(_ decision: Decision) throws -> UUID {
    decision.put(row)
    decision.record("test.put", subject: "\(row.rowID)", parties: [])
    return row.rowID
  }
}

/// Reads rows and changes nothing.
struct FetchRows<Row: StoredRow>: Command {
  static var method: String { "test/Fetch" }
  let caller = Caller.system("test")
  let request: RequestIdentity? = nil
  let column: String
  let value: KeyValue

  func load(_ rows: Loader) { rows.want(Row.self, by: column, value) }
  func decide(_ decision: Decision) throws -> [Row] {
    decision.rows(Row.self, by: column, value)
  }
}

/// A decision that throws what no caller can act on.
struct Broken: Command {
  struct Failure: Error {}
  static let method = "test/Broken"
  let caller = Caller.system("test")
  let request: RequestIdentity? = nil

  func load(_ rows: Loader) {}
  func decide(_ decision: Decision) throws -> UUID { throw Failure() }
}
