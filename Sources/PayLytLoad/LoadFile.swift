import CLinux
import PayLytRPC

/// A file that is read line by line, whatever its size.
enum LineFile {
  /// Calls `body` with each line, without its end. `-` is standard input.
  ///
  /// - Throws: `LoadError` when it cannot be read or a line is longer than `lineBytesMax`; what
  ///   `body` throws, with the number of the line.
  static func read(
    _ path: String, lineBytesMax: Int = LoadLimits.lineBytesMax,
    _ body: (String) throws(LoadError) -> Void
  ) throws(LoadError) {
    let number = path == "-" ? dup(0) : unsafe paylyt_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard number >= 0 else { throw LoadError("\(SystemError("open \(path)"))") }
    let file = FileDescriptor(adopting: number)
    var chunk = [UInt8](repeating: 0, count: 256 * 1024)
    var rest: [UInt8] = []
    var lines = 0
    func take(_ bytes: some Sequence<UInt8>) throws(LoadError) {
      lines += 1
      do {
        try body(String(decoding: Array(bytes), as: UTF8.self))
      } catch {
        throw LoadError("\(path), line \(lines): \(error)")
      }
    }
    while true {
      let count = unsafe CLinux.read(file.number, &chunk, chunk.count)
      guard count >= 0 else { throw LoadError("\(SystemError("read \(path)"))") }
      guard count > 0 else { break }
      var start = 0
      while let end = chunk[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
        try take(rest + chunk[start..<end])
        rest.removeAll(keepingCapacity: true)
        start = end + 1
      }
      rest += chunk[start..<count]
      guard rest.count <= lineBytesMax else {
        throw LoadError("\(path), line \(lines + 1): longer than \(lineBytesMax) bytes")
      }
    }
    if !rest.isEmpty { try take(rest) }
  }

  /// The whole text of a small file.
  static func text(_ path: String) throws(LoadError) -> String {
    var lines: [String] = []
    try read(path) { (line) throws(LoadError) in
      guard lines.count < 10_000 else { throw LoadError("too many lines") }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

/// A file that only grows. What it holds already is kept.
///
/// Written by the loops that the calls run on: a few kilobytes into the page cache.
struct AppendFile: ~Copyable, Sendable {
  private let file: FileDescriptor
  private let path: String

  init(_ path: String) throws(LoadError) {
    let number = unsafe paylyt_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw LoadError("\(SystemError("open \(path)"))") }
    file = FileDescriptor(adopting: number)
    self.path = path
  }

  func write(_ bytes: [UInt8]) throws(LoadError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe CLinux.write(
          file.number, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count > 0 else { throw LoadError("\(SystemError("write \(path)"))") }
      written += count
    }
  }
}

/// Standard error, for people: progress and sentences. Standard output is for results.
enum Console {
  static var isTerminal: Bool { isatty(2) == 1 }

  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // Progress that nobody can be told is no reason to stop a measurement.
    _ = unsafe bytes.withUnsafeBytes { unsafe CLinux.write(2, $0.baseAddress, $0.count) }
  }
}
