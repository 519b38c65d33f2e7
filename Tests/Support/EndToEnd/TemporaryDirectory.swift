import CLinux
import PayLytRPC

/// A directory in /tmp for one test, removed with all that is in it by `remove`.
public struct TemporaryDirectory: Sendable {
  public let path: String

  public init() throws {
    var template = Array("/tmp/paylyt-end-to-end-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw SystemError("mkdtemp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // PostgreSQL runs as another user when we are root, and must get through.
    guard unsafe chmod(path, 0o755) == 0 else { throw SystemError("chmod") }
  }

  public func remove() async throws {
    let program = try await ChildProgram.start("/bin/rm", ["-rf", path], log: "/dev/null")
    _ = try await program.waitForEnd()
  }

  /// Lends a directory, and removes it in any case.
  public static func with<Result: Sendable>(
    _ body: (TemporaryDirectory) async throws -> Result
  ) async throws -> Result {
    let directory = try TemporaryDirectory()
    do {
      let result = try await body(directory)
      try await directory.remove()
      return result
    } catch {
      try await directory.remove()
      throw error
    }
  }
}

/// The text of a file; nil when there is none.
public func readText(_ path: String) -> String? {
  let number = unsafe paylyt_open(path, O_RDONLY | O_CLOEXEC, 0)
  guard number >= 0 else { return nil }
  let file = FileDescriptor(adopting: number)
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < 64 << 20 {
    let count = unsafe read(file.number, &chunk, chunk.count)
    guard count > 0 else { break }
    bytes += chunk.prefix(count)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Where things are: the repository, and the programs that were built beside the tests.
public enum Place {
  public static let repository: String = {
    let path = #filePath
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/")
  }()

  /// A program in the directory of the running test bundle.
  public static func program(_ name: String) throws -> String {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &bytes, bytes.count)
    guard count > 0 else { throw SystemError("readlink /proc/self/exe") }
    let own = String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let directory = own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex)
    let path = "\(directory)/\(name)"
    guard unsafe access(path, X_OK) == 0 else { throw Failure("\(path) is not built") }
    return path
  }

  /// The interpreter that has the official gRPC: PAYLYT_PYTHON, else what scripts/python-env.sh
  /// made, else the machine's own. env(1) finds a name without a path.
  public static var python: [String] {
    let installed = "\(repository)/.venv/bin/python"
    let usual = unsafe access(installed, X_OK) == 0 ? installed : "python3"
    return ["/usr/bin/env", inherited("PAYLYT_PYTHON") ?? usual]
  }
}

func inherited(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
