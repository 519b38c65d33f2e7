import CLinux
import Glibc
import PayLytRPC
import Testing

/// A server as a process of its own, on a port that the kernel chooses.
final class ServerProcess {
  private(set) var port: UInt16
  private var child: pid_t
  private let output: FileDescriptor

  /// Its input: a server that serves until that ends does not outlive the tests.
  private let input: FileDescriptor

  /// Starts one of our own and waits until it listens.
  convenience init(_ name: String, _ arguments: [String] = []) throws {
    try self.init(program: "\(Self.folder)/\(name)", ["--port", "0"] + arguments)
  }

  /// Starts any program and waits until it says where it listens.
  init(program path: String, _ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    var inputEnds: [Int32] = [0, 0]
    try #require(unsafe pipe2(&ends, O_CLOEXEC) == 0)
    try #require(unsafe pipe2(&inputEnds, O_CLOEXEC) == 0)
    output = FileDescriptor(adopting: ends[0])
    input = FileDescriptor(adopting: inputEnds[1])
    let reading = FileDescriptor(adopting: inputEnds[0])
    let writing = FileDescriptor(adopting: ends[1])
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, writing.number, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, reading.number, 0)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    unsafe posix_spawn_file_actions_addclose(&actions, inputEnds[1])
    var texts = unsafe ([path] + arguments).map { unsafe strdup($0) }
    unsafe texts.append(nil)
    var child = pid_t()
    let code = unsafe posix_spawnp(&child, path, &actions, nil, texts, environ)
    unsafe posix_spawn_file_actions_destroy(&actions)
    for index in unsafe texts.indices { unsafe free(texts[index]) }
    self.child = child
    port = 0
    try #require(code == 0, "\(path) cannot be started")
    _ = consume writing
    _ = consume reading
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(output.number, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    let text = String(decoding: line, as: UTF8.self)
    port = try #require(text.split(separator: ":").last.flatMap { UInt16($0) }, "\(text)")
  }

  deinit { if child > 0 { _ = kill(child, SIGKILL); _ = wait() } }

  func send(_ signal: Int32) { kill(child, signal) }

  /// Waits for its end.
  ///
  /// - Returns: its exit status; negative when a signal has ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    unsafe waitpid(child, &status, 0)
    child = 0
    return status & 0x7f == 0 ? status >> 8 & 0xff : -status
  }

  /// Where the binaries of this build are: beside the tests.
  private static var folder: String {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let parts = bundle?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    guard let end = parts.firstIndex(where: { $0.hasSuffix(".xctest") }) else {
      return ".build/debug"
    }
    return parts[..<end].joined(separator: "/")
  }
}
