import CLinux
import FoundationEssentials
import PayLytRPC

/// `paylyt serve` with PostgreSQL and the simulator, in a directory that is removed afterwards.
final class DemoServer: Sendable {
  private static let startMillisecondsMax = 120_000
  private static let stopMillisecondsMax = 30_000

  let addresses: Server.Addresses
  private let child: ChildProcess
  private let directory: String

  private init(_ addresses: Server.Addresses, _ child: ChildProcess, _ directory: String) {
    self.addresses = addresses
    self.child = child
    self.directory = directory
  }

  static func start(payAfterMilliseconds: Int) async throws -> DemoServer {
    try await BlockingPool().run { Result { try startBlocking(payAfterMilliseconds) } }.get()
  }

  private static func startBlocking(_ payAfterMilliseconds: Int) throws -> DemoServer {
    let directory = try makeDirectory()
    let ready = directory + "/ready.json"
    Output.line("Starting PostgreSQL, the provider simulator and the server in \(directory) …")
    let child = try ChildProcess.start(
      TextFile.linkTarget("/proc/self/exe"),
      [
        "serve", "--with-simulator", "--simulator-pays-after-ms", "\(payAfterMilliseconds)",
        "--data-dir", directory, "--listen", "127.0.0.1:0", "--plaintext-listen", "none",
        "--webhook-listen", "127.0.0.1:0", "--ready-file", ready,
      ],
      environment: ["PATH=/usr/bin:/bin"], as: nil, log: directory + "/server.log")
    _ = waitUntil(milliseconds: startMillisecondsMax) {
      TextFile.exists(ready) || !child.isRunning
    }
    guard TextFile.exists(ready) else {
      let log = Files.tail(of: directory + "/server.log") ?? ""
      child.signal(SIGKILL)
      try? Files.remove(directory)
      throw CommandLineOptions.Misuse(description: "the server did not start:\n\(log)")
    }
    let text = try TextFile.read(ready)
    let addresses = try JSONDecoder().decode(Server.Addresses.self, from: Data(text.utf8))
    return DemoServer(addresses, child, directory)
  }

  var logTail: String { Files.tail(of: directory + "/server.log") ?? "" }

  /// Lets the server end as an operator would; its children end with it.
  func stop() {
    child.signal(SIGTERM)
    if !child.waitForExit(milliseconds: Self.stopMillisecondsMax) { child.signal(SIGKILL) }
    try? Files.remove(directory)
  }

  /// Where the user whom PostgreSQL runs as can reach it.
  private static func makeDirectory() throws(SystemError) -> String {
    var path = Array("/var/tmp/paylyt-demo-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&path) != nil else { throw SystemError("mkdtemp") }
    let text = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard unsafe chmod(text, 0o755) == 0 else { throw SystemError("chmod \(text)") }
    return text
  }
}
