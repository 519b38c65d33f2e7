import CLinux
import Glibc
import PayLytRPC
import Synchronization

/// A door before PostgreSQL that breaks at the worst moments: connections end when COMMIT is about
/// to arrive, or when its answer is about to leave.
///
/// Threads and blocking calls: a few connections, in tests.
final class LossyProxy: Sendable {
  private let target: String
  private let listener: FileDescriptor
  private let draw: Mutex<Draw>
  private let percent = Atomic<Int>(0)
  private let losses = Atomic<Int>(0)

  /// What Bind says when a transaction commits, and what only the preparation of it says.
  private static let commit = Array("paylyt_commit\0".utf8)
  private static let preparation = Array("COMMIT".utf8)

  /// - Parameters:
  ///   - path: the unix socket to listen on.
  ///   - target: the one of PostgreSQL.
  init(at path: String, before target: String, seed: UInt64) throws {
    self.target = target
    draw = Mutex(Draw(seed: seed))
    var address = paylyt_address()
    guard unsafe paylyt_unix_address(path, &address) == 0 else { throw SystemError("address") }
    let number = unsafe paylyt_listen(&address, 64, 1)
    guard number >= 0 else { throw SystemError("listen") }
    listener = FileDescriptor(adopting: number)
    try startThread(named: "proxy") { [self] in acceptAll() }
  }

  /// How many of a hundred COMMITs get lost from now on.
  func lose(percent: Int) { self.percent.store(percent, ordering: .relaxed) }

  /// COMMITs whose connection broke.
  var lost: Int { losses.load(ordering: .relaxed) }

  func stop() { _ = shutdown(listener.number, Int32(SHUT_RDWR)) }

  private func acceptAll() {
    while true {
      var wait = pollfd(fd: listener.number, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&wait, 1, -1) >= 0, wait.revents & Int16(POLLHUP) == 0 else { return }
      let client = accept(listener.number, nil, nil)
      if client < 0 { return }
      var address = paylyt_address()
      guard unsafe paylyt_unix_address(target, &address) == 0 else { return }
      let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      let isConnected = unsafe withUnsafePointer(to: &address.storage) { storage in
        unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe connect(server, $0, address.length) == 0
        }
      }
      guard isConnected else {
        close(server)
        close(client)
        continue
      }
      let pair = Pair(client: client, server: server)
      do {
        try startThread(named: "proxy-up") { [self] in forward(pair, up: true) }
        try startThread(named: "proxy-down") { [self] in forward(pair, up: false) }
      } catch {
        pair.end()
      }
    }
  }

  /// The two ends of one connection.
  private final class Pair: Sendable {
    let client: FileDescriptor
    let server: FileDescriptor

    init(client: Int32, server: Int32) {
      self.client = FileDescriptor(adopting: client)
      self.server = FileDescriptor(adopting: server)
    }

    func end() {
      _ = shutdown(client.number, Int32(SHUT_RDWR))
      _ = shutdown(server.number, Int32(SHUT_RDWR))
    }
  }

  private func forward(_ pair: Pair, up: Bool) {
    let (from, to) =
      up ? (pair.client.number, pair.server.number) : (pair.server.number, pair.client.number)
    var chunk = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let count = unsafe read(from, &chunk, chunk.count)
      guard count > 0 else { return pair.end() }
      let bytes = Array(chunk.prefix(count))
      if up, isCommit(bytes), draws(percent.load(ordering: .relaxed)) {
        losses.wrappingAdd(1, ordering: .relaxed)
        // Nobody waits for the answer any more: it is dropped with the connection.
        if draws(50) {
          _ = shutdown(pair.client.number, Int32(SHUT_RDWR))
          _ = write(bytes, to)
        }
        return pair.end()
      }
      guard write(bytes, to) else { return pair.end() }
    }
  }

  private func draws(_ percent: Int) -> Bool { draw.withLock { $0.chance(percent) } }

  private func isCommit(_ bytes: [UInt8]) -> Bool {
    bytes.firstRange(of: Self.commit) != nil && bytes.firstRange(of: Self.preparation) == nil
  }

  private func write(_ bytes: [UInt8], _ to: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe send(to, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
