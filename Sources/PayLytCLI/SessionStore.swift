import Glibc
import PayLytJSON
import PayLytRPC

/// The file of tokens: `$XDG_CONFIG_HOME/paylyt/session.json`, readable by its owner alone.
struct SessionStore: Sendable {
  private let folder: String
  private var path: String { folder + "/session.json" }

  /// - Throws: `Failure` when the environment names no place for it.
  init(_ console: Console) throws(Failure) {
    if let configured = console.environment("XDG_CONFIG_HOME"), configured.hasPrefix("/") {
      folder = configured + "/paylyt"
    } else if let home = console.environment("HOME"), home.hasPrefix("/") {
      folder = home + "/.config/paylyt"
    } else {
      throw Failure("HOME and XDG_CONFIG_HOME say nothing: there is no place for the tokens.")
    }
  }

  /// - Returns: nil when nobody is signed in; a file that holds no tokens of ours is nobody's too,
  ///   and signing in replaces it.
  func load() throws(Failure) -> SavedSession? {
    guard unsafe access(path, F_OK) == 0 else { return nil }
    guard unsafe access(path, R_OK) == 0 else { throw Failure("\(path) cannot be opened.") }
    do {
      let text = try FileText.read(path, bytesMax: CLILimits.sessionFileBytesMax)
      return try SavedSession(text: text, Catalog.shared.schema)
    } catch {
      return nil
    }
  }

  func save(_ session: SavedSession) throws {
    try makeFolder()
    try writePrivateFile(path, try session.text(Catalog.shared.schema))
  }

  func remove() throws(Failure) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw Failure("\(path) cannot be removed.")
    }
  }

  /// Runs `body` while no other process of this user renews the tokens: a refresh token works once,
  /// and two who use it at the same time would lose the session.
  func alone<Value>(_ body: () async throws -> Value) async throws -> Value {
    try makeFolder()
    let descriptor = unsafe open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure("\(folder)/lock cannot be opened.") }
    // Closing lets go of the lock.
    defer { close(descriptor) }
    for _ in 0..<CLILimits.lockAttemptsMax {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return try await body() }
      try await Task.sleep(for: CLILimits.lockPause)
    }
    throw Failure("Another paylyt is renewing the tokens, and does not come to an end.")
  }

  private func makeFolder() throws(Failure) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
        throw Failure("\(path) cannot be made.")
      }
    }
  }
}

/// Small files that a person names.
enum FileText {
  static func read(_ path: String, bytesMax: Int) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("\(path) cannot be opened.") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: CLILimits.chunkBytes)
    while bytes.count <= bytesMax {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw Failure("\(path) cannot be read.") }
      if count == 0 { return bytes }
      bytes += chunk.prefix(count)
    }
    throw Failure("\(path) is larger than \(bytesMax) bytes.")
  }
}
