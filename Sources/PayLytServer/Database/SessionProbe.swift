/// Finds out whether sessions are our own, before anything relies on it.
///
/// A pooler that gives a session another server process for each transaction (PgBouncer with
/// `pool_mode` transaction or statement) loses prepared statements, advisory locks, LISTEN and
/// settings, each at some later moment and with an error that names none of this.
enum SessionProbe {
  /// What two sessions of the same address look like.
  enum Finding: Equatable, Sendable {
    case own
    /// A transaction of one session ran where the other one has its own.
    case shared
    case unreachable(reason: String)
  }

  /// Where a session is: the process, and since when its server runs.
  private static let place =
    "SELECT pg_backend_pid() || '@' || extract(epoch FROM pg_postmaster_start_time())"

  /// What PgBouncer says to BEGIN with `pool_mode = statement`, before it ends the connection: of
  /// its answer libpq leaves nothing but these words.
  private static let noTransactions = "statement pooling mode"

  /// One session says where it is, another one begins a transaction meanwhile, and the first one
  /// says it again: a pooler hands the process on as soon as the first one does nothing.
  ///
  /// Blocks, like `SessionHandle.open`.
  static func find(conninfo: String) -> Finding {
    let sessions = (open(conninfo), open(conninfo))
    guard case .success(let first) = sessions.0, case .success(let second) = sessions.1 else {
      return unreachable(sessions.0, sessions.1)
    }
    // Once is enough where processes are handed out from the top of a stack; a ring takes turns.
    for _ in 0..<DatabaseLimits.sessionProbeRounds {
      guard let before = place(of: first) else { return .unreachable(reason: first.message) }
      guard run("BEGIN", second), let between = place(of: second) else {
        return second.message.contains(noTransactions)
          ? .shared : .unreachable(reason: second.message)
      }
      if between == before { return .shared }
      guard let after = place(of: first) else { return .unreachable(reason: first.message) }
      if after != before { return .shared }
      guard run("ROLLBACK", second) else { return .unreachable(reason: second.message) }
    }
    return .own
  }

  private typealias Opened = Result<SessionHandle, SessionHandle.Failure>

  private static func open(_ conninfo: String) -> Opened {
    SessionHandle.open(conninfo: conninfo, applicationName: "paylyt migrate")
  }

  private static func unreachable(_ first: Opened, _ second: Opened) -> Finding {
    for case .failure(let failure) in [first, second] {
      return .unreachable(reason: failure.reason)
    }
    return .own
  }

  private static func place(of session: SessionHandle) -> String? {
    guard let result = session.execute(place), result.status == .succeeded, result.rowCount == 1
    else { return nil }
    return result.text(row: 0, column: 0)
  }

  private static func run(_ sql: String, _ session: SessionHandle) -> Bool {
    session.execute(sql)?.status == .succeeded
  }
}
