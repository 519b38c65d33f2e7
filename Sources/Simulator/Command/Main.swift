import Glibc
import PayLytRPC
import SimulatorCore
import Synchronization

/// `paylyt-simulator`: a provider to develop and test against, as a process of its own.
@main
struct Main {
  /// Not async: the main thread must block the signals before any other thread exists, so that
  /// only its own wait takes them.
  static func main() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch SimulatorFlags.parse(arguments, environment: environment) {
    case .help: say(SimulatorFlags.help)
    case .refused(let reason): fail("\(reason)\n\n\(SimulatorFlags.help)")
    case .run(let configuration):
      do {
        try run(configuration) {
          var number: Int32 = 0
          unsafe sigwait(&signals, &number)
        }
      } catch {
        fail("\(error)")
      }
    }
  }

  private static func run(
    _ configuration: SimulatorConfiguration, until stop: () -> Void
  ) throws {
    let loop = try EventLoop.start(named: "simulator")
    let running = Mutex<Simulator?>(nil)
    loop.spawn {
      do {
        let simulator = try await Simulator.start(configuration, on: loop)
        running.withLock { $0 = simulator }
        var greeting = "listening on http://\(configuration.host):\(simulator.port)"
        if let node = configuration.lnd, let port = simulator.nodePort {
          greeting += "\nnode listening on \(node.host):\(port)"
        }
        say(greeting)
      } catch {
        fail("\(error)")
      }
    }
    stop()
    loop.spawn {
      await running.withLock { $0 }?.stop()
      loop.stop()
    }
    loop.join()
    say("stopped")
  }

  private static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Written at once: standard output may be a pipe that somebody waits on.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = unsafe write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static func fail(_ reason: String) -> Never {
    let bytes = Array("paylyt-simulator: \(reason)\n".utf8)
    _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
    exit(2)
  }
}
