import CLinux
import PayLytRPC
import Synchronization

/// A program that a test has started. It ends with the test's process at the latest: its parent is
/// a thread that only waits for it (prctl(2), PR_SET_PDEATHSIG).
public final class ChildProgram: Sendable {
  public enum End: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  private enum State {
    case starting
    case running(pid_t)
    case ended(End)
  }

  private let state = Mutex(State.starting)
  /// What it printed on both outputs.
  public let log: String

  private init(log: String) { self.log = log }

  deinit { signal(SIGKILL) }

  /// Starts `path` with `arguments` (without its name) and `environment`, and of ours only PATH.
  /// Both outputs are appended to the file `log`.
  public static func start(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], log: String
  ) async throws -> ChildProgram {
    let number = unsafe paylyt_open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw SystemError("open \(log)") }
    let program = ChildProgram(log: log)
    var variables = ["PATH": inherited("PATH") ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { $1 }
    let texts = variables.map { "\($0)=\($1)" }
    try startThread(named: "child") {
      let file = FileDescriptor(adopting: number)
      let pid = unsafe withCStrings([path] + arguments) { arguments in
        unsafe withCStrings(texts) { environment in
          unsafe paylyt_spawn(path, arguments, environment, 0, 0, file.number)
        }
      }
      program.supervise(pid)
    }
    try await eventually("\(path) is started") { !program.isStarting }
    return program
  }

  private func supervise(_ pid: pid_t) {
    guard pid > 0 else { return state.withLock { $0 = .ended(.exited(127)) } }
    state.withLock { $0 = .running(pid) }
    // It is reaped under the lock, so that no signal ever reaches a stranger with its number.
    var information = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0,
      paylyt_errno() == EINTR
    {}
    state.withLock { state in
      var status: Int32 = 0
      _ = unsafe waitpid(pid, &status, 0)
      let number = status & 0x7f
      state = .ended(number == 0 ? .exited((status >> 8) & 0xff) : .signalled(number))
    }
  }

  private var isStarting: Bool {
    if case .starting = state.withLock({ $0 }) { true } else { false }
  }

  public var processID: Int32? {
    if case .running(let pid) = state.withLock({ $0 }) { pid } else { nil }
  }

  /// How it ended; nil while it runs.
  public var end: End? {
    if case .ended(let end) = state.withLock({ $0 }) { end } else { nil }
  }

  public func signal(_ number: Int32) {
    state.withLock { state in
      if case .running(let pid) = state { kill(pid, number) }
    }
  }

  /// Asks it to stop, as an operator does, and waits for its end.
  public func stop() async throws -> End {
    signal(SIGTERM)
    return try await waitForEnd()
  }

  /// Waits for its end. Past `limit` it is killed and the test fails.
  public func waitForEnd(within limit: Duration = .seconds(60)) async throws -> End {
    do {
      try await eventually("the program has ended", within: limit) { end != nil }
    } catch {
      signal(SIGKILL)
      throw Failure("it did not end within \(limit); it printed:\n\(printed)")
    }
    guard let end else { throw Failure("it ended without a status") }
    return end
  }

  /// Runs a program to its end.
  ///
  /// - Throws: unless it exits with 0.
  /// - Returns: what it printed.
  @discardableResult
  public static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    in directory: TemporaryDirectory, within limit: Duration = .seconds(120)
  ) async throws -> String {
    let log = "\(directory.path)/\(UInt64.random(in: 0 ... .max)).log"
    let program = try await start(path, arguments, environment: environment, log: log)
    let end = try await program.waitForEnd(within: limit)
    guard end == .exited(0) else {
      throw Failure("\(path) \(arguments.first ?? "") ended with \(end):\n\(program.printed)")
    }
    return program.printed
  }

  /// What it has printed so far.
  public var printed: String { readText(log) ?? "" }
}

/// Lends texts as a C array of C strings with a null at its end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe texts.map { unsafe strdup($0) }
  unsafe pointers.append(nil)
  defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
  return unsafe pointers.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("an array with a null in it") }
    return unsafe body(base)
  }
}
