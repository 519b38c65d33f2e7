import Glibc

/// Runs a program and waits for it.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// - Throws: when the program cannot be started or ends with another status than 0.
  static func run(_ arguments: [String]) throws {
    var argv = unsafe arguments.map { unsafe strdup($0) }
    unsafe argv.append(nil)
    defer { unsafe argv.forEach { unsafe free($0) } }
    var child = pid_t()
    let code = unsafe posix_spawnp(&child, arguments[0], nil, nil, argv, environ)
    guard code == 0 else { throw Failure(description: "\(arguments[0]): errno \(code)") }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(description: "waitpid: errno \(errno)") }
    }
    guard status == 0 else {
      throw Failure(description: "\(arguments.joined(separator: " ")) ended with \(status)")
    }
  }

  /// The Python with the official protobuf: what `make` installs, or the machine's own.
  static func python(in root: String) -> String {
    if let chosen = unsafe getenv("PAYLYT_PYTHON") { return unsafe String(cString: chosen) }
    let installed = "\(root)/.venv/bin/python"
    return unsafe access(installed, X_OK) == 0 ? installed : "python3"
  }
}

/// A directory that is gone, with all that is in it, when the value is.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/paylyt-codegen-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Tool.Failure(description: "mkdtemp: errno \(errno)")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    do {
      try Tool.run(["rm", "-rf", path])
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
