internal import CLinux
internal import PayLytRPC
internal import Synchronization

/// One child of this process, and the thread that forked it.
///
/// The thread does nothing but wait for the child: the child is told to end when the *thread* that
/// forked it ends (prctl(2), PR_SET_PDEATHSIG), so it must live exactly as long.
final class ChildProcess: Sendable {
  private enum State {
    case starting
    case running(pid_t)
    case refused(errno: Int32)
    case exited
  }

  /// Who the child runs as; nil keeps our own user.
  struct User: Sendable {
    let name: String
    let id: uid_t
    let group: gid_t
  }

  private let state = Mutex(State.starting)

  private init() {}

  /// Starts `path` with `arguments` (without the program's name) and `environment` (`NAME=value`);
  /// what it prints is appended to the file `log`.
  ///
  /// - Throws: `SystemError` when it cannot be started.
  static func start(
    _ path: String, _ arguments: [String], environment: [String], as user: User?, log: String
  ) throws(SystemError) -> ChildProcess {
    let descriptor = unsafe paylyt_open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError("open \(log)") }
    let logFile = FileDescriptor(adopting: descriptor)
    let child = ChildProcess()
    try startThread(named: "paylyt-child") {
      let arguments = CStringArray([path] + arguments)
      let environment = CStringArray(environment)
      let pid = unsafe arguments.withMutablePointer { arguments in
        unsafe environment.withMutablePointer { environment in
          unsafe paylyt_spawn(
            path, arguments, environment, user?.id ?? 0, user?.group ?? 0, descriptor)
        }
      }
      child.supervise(pid, errno: paylyt_errno())
    }
    while case .starting = child.state.withLock({ $0 }) { pauseThread(milliseconds: 1) }
    withExtendedLifetime(logFile) {}
    if case .refused(let code) = child.state.withLock({ $0 }) {
      throw SystemError("fork", code: code)
    }
    return child
  }

  private func supervise(_ pid: pid_t, errno: Int32) {
    guard pid > 0 else { return state.withLock { $0 = .refused(errno: errno) } }
    state.withLock { $0 = .running(pid) }
    // Its number stays taken until it is reaped, which happens under the lock: a signal never
    // reaches a stranger that got the same number.
    var information = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0,
      paylyt_errno() == EINTR
    {}
    state.withLock { state in
      _ = waitpid(pid, nil, 0)
      state = .exited
    }
  }

  var processID: pid_t? {
    guard case .running(let pid) = state.withLock({ $0 }) else { return nil }
    return pid
  }

  var isRunning: Bool { processID != nil }

  func signal(_ number: Int32) {
    state.withLock { state in
      if case .running(let pid) = state { kill(pid, number) }
    }
  }

  /// Blocks until the child has ended, for at most `milliseconds`.
  ///
  /// - Returns: whether it has ended.
  func waitForExit(milliseconds: Int) -> Bool {
    waitUntil(milliseconds: milliseconds) { !isRunning }
  }
}

/// Blocks the calling thread: never on a loop.
func pauseThread(milliseconds: Int) {
  var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
  unsafe nanosleep(&time, nil)
}

/// Blocks the calling thread until `condition` holds, for at most `milliseconds`.
///
/// - Returns: whether it came to hold.
func waitUntil(milliseconds: Int, _ condition: () -> Bool) -> Bool {
  let end = monotonicNanoseconds() + UInt64(milliseconds) * 1_000_000
  while !condition() {
    guard monotonicNanoseconds() < end else { return false }
    pauseThread(milliseconds: 2)
  }
  return true
}
