import Glibc
import PayLytAPI
import PayLytJSON
import PayLytRPC
import StandardAPI
import TestAPI

/// Files and the official Python protobuf (python/judge.py).
final class Judge {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Every proto file that any module carries, imports first.
  static let files: [ProtoFile] = {
    var names: Set<String> = []
    let all =
      StandardAPIDescriptors.files + PayLytAPIDescriptors.files + TestAPIDescriptors.files
    return all.filter { names.insert($0.name).inserted }
  }()

  static let schema = ProtoSchema(files)

  private let folder: String

  /// Writes the descriptor set that the judge reads.
  init() throws {
    var template = Array("/tmp/paylyt-json-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Failure(description: "mkdtemp: errno \(errno)")
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var set: [UInt8] = []
    for file in Self.sorted {
      set.append(0x0a)
      var length = file.bytes.count
      while length >= 0x80 {
        set.append(UInt8(length & 0x7f) | 0x80)
        length >>= 7
      }
      set.append(UInt8(length))
      set += file.bytes
    }
    try Self.write(set, to: folder + "/set")
  }

  deinit {
    for name in ["set", "records"] { _ = unsafe unlink("\(folder)/\(name)") }
    _ = unsafe rmdir(folder)
  }

  /// Imports before those who import them, as a descriptor pool wants them.
  private static var sorted: [ProtoFile] {
    var byName: [String: ProtoFile] = [:]
    for file in files { byName[file.name] = file }
    var done: Set<String> = []
    var result: [ProtoFile] = []
    func visit(_ file: ProtoFile) {
      guard done.insert(file.name).inserted else { return }
      for name in file.dependencies { if let imported = byName[name] { visit(imported) } }
      result.append(file)
    }
    for file in files { visit(file) }
    return result
  }

  /// Random messages of every type: name, bytes, JSON, nothing.
  func generate(seed: Int, count: Int) throws -> [[[UInt8]]] {
    try run("generate", "\(folder)/set", "\(seed)", "\(count)", "\(folder)/records")
    return Self.records(try Self.read(folder + "/records"))
  }

  /// - Throws: when the judge finds anything wrong; it says what on standard error.
  func judge(_ command: String, _ records: [[[UInt8]]]) throws {
    var bytes: [UInt8] = []
    for part in records.joined() {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: part.count >> shift)) }
      bytes += part
    }
    try Self.write(bytes, to: folder + "/records")
    try run(command, "\(folder)/set", "\(folder)/records")
  }

  private func run(_ arguments: String...) throws {
    let installed = "\(Self.tests)/../../.venv/bin/python"
    let python = unsafe access(installed, X_OK) == 0 ? installed : "python3"
    let words = [python, Self.tests + "/python/judge.py"] + arguments
    var argv = unsafe words.map { unsafe strdup($0) }
    unsafe argv.append(nil)
    defer { for index in unsafe argv.indices { unsafe free(argv[index]) } }
    var child = pid_t()
    let code = unsafe posix_spawnp(&child, python, nil, nil, argv, environ)
    guard code == 0 else { throw Failure(description: "\(python): errno \(code)") }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(description: "waitpid: errno \(errno)") }
    }
    guard status == 0 else {
      throw Failure(description: "\(arguments[0]) ended with \(status)")
    }
  }

  private static let tests: String = {
    let path = #filePath
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }()

  private static func records(_ bytes: [UInt8]) -> [[[UInt8]]] {
    var parts: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      var length = 0
      for byte in rest.prefix(4).reversed() { length = length << 8 | Int(byte) }
      parts.append(Array(rest.dropFirst(4).prefix(length)))
      rest = rest.dropFirst(4 + length)
    }
    return stride(from: 0, to: parts.count, by: 4).map {
      Array(parts[$0..<min($0 + 4, parts.count)])
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { throw Failure(description: "\(path): errno \(errno)") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(file, &chunk, chunk.count)
      guard count >= 0 else { throw Failure(description: "\(path): errno \(errno)") }
      if count == 0 { return bytes }
      bytes += chunk.prefix(count)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw Failure(description: "\(path): errno \(errno)") }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      guard count > 0 else { throw Failure(description: "\(path): errno \(errno)") }
      written += count
    }
  }
}
