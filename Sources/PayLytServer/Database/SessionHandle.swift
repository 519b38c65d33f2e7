internal import CPQ

/// Owns one libpq connection; `PQfinish` runs exactly once, when this object dies.
///
/// `@unchecked Sendable`: one thread at a time uses it. The thread that opens it hands it over to
/// its loop and keeps nothing.
@safe final class SessionHandle: @unchecked Sendable {
  private let raw: OpaquePointer

  private init(adopting raw: OpaquePointer) { unsafe self.raw = raw }

  deinit { unsafe PQfinish(raw) }

  /// Why no connection came about, in libpq's words; it holds no password.
  struct Failure: Error, Equatable {
    let reason: String
  }

  /// Connects and authenticates. Blocks for up to `DatabaseLimits.connectSecondsMax` per address:
  /// name resolution, TLS and SCRAM have no business on a loop.
  static func open(conninfo: String, applicationName: String) -> Result<SessionHandle, Failure> {
    // Later settings win, and `dbname` expands to what the operator wrote: ours are defaults.
    let settings = [
      ("connect_timeout", String(DatabaseLimits.connectSecondsMax)),
      ("fallback_application_name", applicationName), ("gssencmode", "disable"),
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("dbname", conninfo), ("client_encoding", "UTF8"),
    ]
    let keys = CStringArray(settings.map(\.0))
    let values = CStringArray(settings.map(\.1))
    let opened = unsafe keys.withPointer { keys in
      unsafe values.withPointer { values in
        unsafe PQconnectdbParams(keys, values, 1)
      }
    }
    guard let raw = unsafe opened else { return .failure(Failure(reason: "out of memory")) }
    let session = unsafe SessionHandle(adopting: raw)
    guard session.isAlive else { return .failure(Failure(reason: session.message)) }
    // Notices would go to standard error.
    unsafe PQsetNoticeReceiver(raw, { _, _ in }, nil)
    return .success(session)
  }

  // MARK: State

  var isAlive: Bool { unsafe PQstatus(raw) == CONNECTION_OK }

  /// No transaction is open and no command is under way.
  var isIdle: Bool { unsafe PQtransactionStatus(raw) == PQTRANS_IDLE }

  var descriptor: Int32 { unsafe PQsocket(raw) }

  /// libpq's sentence about the last failure.
  var message: String {
    var text = unsafe String(cString: PQerrorMessage(raw))
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  // MARK: Pipeline mode. False means that the session is over.

  func enterPipelineMode() -> Bool {
    unsafe PQsetnonblocking(raw, 1) == 0 && PQenterPipelineMode(raw) == 1
  }

  func send(_ command: PipelineCommand, _ buffer: ParameterBuffer) -> Bool {
    let sent =
      switch command {
      case .execute(let statement):
        unsafe buffer.withEncoded(statement.values) { count, values, lengths, formats in
          unsafe PQsendQueryPrepared(raw, statement.name, count, values, lengths, formats, 1)
        }
      case .prepare(let statement):
        unsafe statement.parameters.map { Oid($0.rawValue) }.withUnsafeBufferPointer { types in
          unsafe PQsendPrepare(
            raw, statement.name, statement.sql, Int32(types.count), types.baseAddress)
        }
      case .describe(let name): unsafe PQsendDescribePrepared(raw, name)
      case .plain(let sql): unsafe PQsendQueryParams(raw, sql, 0, nil, nil, nil, nil, 0)
      }
    return sent == 1
  }

  /// Ends a batch and writes what is buffered.
  func sync() -> Bool { unsafe PQpipelineSync(raw) == 1 }

  enum Flushed {
    case all, partly, failed
  }

  /// Writes what is buffered, as far as the kernel takes it.
  func flush() -> Flushed {
    switch unsafe PQflush(raw) {
    case 0: .all
    case 1: .partly
    default: .failed
    }
  }

  /// Reads what has arrived.
  func consumeInput() -> Bool { unsafe PQconsumeInput(raw) == 1 }

  /// Whether the next result is not here yet.
  var isBusy: Bool { unsafe PQisBusy(raw) != 0 }

  /// The next result; nil ends the results of one command.
  func nextResult() -> ResultHandle? {
    guard let result = unsafe PQgetResult(raw) else { return nil }
    return unsafe ResultHandle(adopting: result)
  }

  func nextNotification() -> (channel: String, payload: String)? {
    guard let notify = unsafe PQnotifies(raw) else { return nil }
    // The caller owns each notification and frees it.
    defer { unsafe PQfreemem(notify) }
    return unsafe (String(cString: notify.pointee.relname), String(cString: notify.pointee.extra))
  }

  /// What another thread needs to cancel the running command.
  func cancelKey() -> CancelKey? {
    guard let key = unsafe PQgetCancel(raw) else { return nil }
    return unsafe CancelKey(adopting: key)
  }

  // MARK: Blocking, for administration only

  /// Runs SQL text, possibly of several statements, and returns the last result.
  func execute(_ sql: String) -> ResultHandle? {
    guard let result = unsafe PQexec(raw, sql) else { return nil }
    return unsafe ResultHandle(adopting: result)
  }

  /// Runs one statement with text parameters; the result is in text format.
  func execute(_ sql: String, _ parameters: [String]) -> ResultHandle? {
    let values = CStringArray(parameters)
    let result = unsafe values.withPointer { values in
      unsafe PQexecParams(raw, sql, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    guard let result = unsafe result else { return nil }
    return unsafe ResultHandle(adopting: result)
  }
}

/// What is needed to cancel the running command of a session from another thread.
///
/// `@unchecked Sendable`: a PGcancel never changes, and PQcancel is documented as thread-safe.
@safe final class CancelKey: @unchecked Sendable {
  private let raw: OpaquePointer

  init(adopting raw: OpaquePointer) { unsafe self.raw = raw }

  deinit { unsafe PQfreeCancel(raw) }

  /// Asks the server to cancel; blocks until the server has passed the request on.
  ///
  /// - Returns: whether the server was reached. What became of the command, its result says.
  func request() -> Bool {
    var message = [CChar](repeating: 0, count: 256)
    return unsafe PQcancel(raw, &message, Int32(message.count)) == 1
  }
}
