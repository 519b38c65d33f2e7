internal import CLinux

/// The files of a private cluster: `data/` (PostgreSQL's own), `postgres.log`, and the socket.
struct ClusterDirectory: Sendable {
  /// Bytes of a socket's path with its end, by sockaddr_un(7).
  private static let socketPathMax = 107
  private static let socketName = "/.s.PGSQL.5432"
  private static let logBytesMax = 16 << 20

  /// Absolute and without links.
  let path: String
  /// Who PostgreSQL runs as, when we are root; nil keeps our own user.
  let user: ChildProcess.User?
  /// Where the socket is: a directory of its own in /tmp when the path is too long for one.
  let socketDirectory: String
  private let hasOwnSocketDirectory: Bool

  var data: String { path + "/data" }
  var log: String { path + "/postgres.log" }

  /// Creates the directory, and hands it over to the user that PostgreSQL will run as.
  init(_ directory: String) throws(ClusterError) {
    try Files.makeDirectory(directory, mode: 0o700)
    guard let path = Files.resolved(directory) else { throw Files.failure("realpath \(directory)") }
    self.path = path
    user = geteuid() == 0 ? try Self.unprivilegedUser() : nil
    if let user { try Self.handOver(path, to: user) }
    hasOwnSocketDirectory = path.utf8.count + Self.socketName.utf8.count > Self.socketPathMax
    socketDirectory = hasOwnSocketDirectory ? try Self.makeSocketDirectory(for: user) : path
  }

  /// The major version of the data that is there; nil before initdb.
  var version: String? {
    guard let text = Files.tail(of: data + "/PG_VERSION", bytesMax: 16) else { return nil }
    return String(text.prefix { $0.isNumber })
  }

  var logTail: String { Files.tail(of: log) ?? "(no log)" }

  /// A log that grew past its bound starts anew.
  func trimLog() {
    var status = stat()
    guard unsafe stat(log, &status) == 0, Int(status.st_size) > Self.logBytesMax else { return }
    _ = unsafe truncate(log, 0)
  }

  func removeSocketDirectory() {
    guard hasOwnSocketDirectory else { return }
    // Left over in /tmp at worst, empty and unreadable to others.
    _ = unsafe unlink(socketDirectory + Self.socketName)
    _ = unsafe unlink(socketDirectory + Self.socketName + ".lock")
    _ = unsafe rmdir(socketDirectory)
  }

  // MARK: The server that ran here before

  /// Makes way for a new server: waits for one that is on its way out, and removes the lock files
  /// of one that is gone. PostgreSQL itself refuses to start when the number in a stale file
  /// belongs to any other process by now, or to a zombie that nobody has reaped.
  func clearStaleServer(waitMilliseconds: Int) throws(ClusterError) {
    for file in [data + "/postmaster.pid", socketDirectory + Self.socketName + ".lock"] {
      guard let text = Files.tail(of: file), let line = text.split(separator: "\n").first,
        let processID = pid_t(line)
      else { continue }
      let isGone = waitUntil(milliseconds: waitMilliseconds) { !isServer(processID) }
      guard isGone else { throw .inUse(directory: path, processID: processID) }
      guard unsafe unlink(file) == 0 || paylyt_errno() == ENOENT else {
        throw Files.failure("unlink \(file)")
      }
    }
  }

  /// A postmaster works in its data directory; a process that merely has its number does not.
  private func isServer(_ processID: pid_t) -> Bool {
    Files.target(of: "/proc/\(processID)/cwd") == data
  }

  // MARK: The user

  private static func unprivilegedUser() throws(ClusterError) -> ChildProcess.User {
    for name in ["postgres", "nobody"] {
      guard let entry = unsafe getpwnam(name) else { continue }
      return unsafe ChildProcess.User(
        name: name, id: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
    }
    throw .noUser
  }

  private static func handOver(_ path: String, to user: ChildProcess.User) throws(ClusterError) {
    guard unsafe chown(path, user.id, user.group) == 0, unsafe chmod(path, 0o700) == 0 else {
      throw Files.failure("chown \(path)")
    }
    var parent = Files.parent(of: path)
    while let directory = parent {
      var status = stat()
      guard unsafe stat(directory, &status) == 0 else { throw Files.failure("stat \(directory)") }
      let bit: mode_t =
        status.st_uid == user.id ? 0o100 : status.st_gid == user.group ? 0o010 : 0o001
      guard status.st_mode & bit != 0 else {
        throw .notReachable(path: directory, user: user.name)
      }
      parent = Files.parent(of: directory)
    }
  }

  private static func makeSocketDirectory(
    for user: ChildProcess.User?
  ) throws(ClusterError) -> String {
    var template = Array("/tmp/paylyt-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Files.failure("mkdtemp") }
    let path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if let user, unsafe chown(path, user.id, user.group) != 0 { throw Files.failure("chown") }
    return path
  }
}
