import Glibc
import PayLytJSON
import PayLytRPC
import Synchronization

/// Where lines come from.
protocol LineSource: Sendable {
  /// The next line without its end; `nil` after the last one.
  func next() async throws -> [UInt8]?

  /// All that is left.
  func rest() async throws -> [UInt8]
}

/// Standard input. It may block for as long as a person thinks, so it has a thread of its own.
final class StandardInput: LineSource {
  private let pool = BlockingPool()
  private let buffer = Mutex([UInt8]())

  func next() async throws -> [UInt8]? {
    try await pool.run { [self] in Result { try nextLine() } }.get()
  }

  func rest() async throws -> [UInt8] {
    try await pool.run { [self] in
      Result {
        while try fill() {}
        return buffer.withLock { bytes in
          defer { bytes = [] }
          return bytes
        }
      }
    }.get()
  }

  private func nextLine() throws(Failure) -> [UInt8]? {
    while true {
      if let line = takeLine() { return line }
      guard try fill() else { break }
    }
    return buffer.withLock { bytes in
      defer { bytes = [] }
      return bytes.isEmpty ? nil : bytes
    }
  }

  private func takeLine() -> [UInt8]? {
    buffer.withLock { bytes in
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let line = Array(bytes[..<end])
      bytes.removeSubrange(...end)
      return line
    }
  }

  /// - Returns: whether there was anything more to read.
  private func fill() throws(Failure) -> Bool {
    var chunk = [UInt8](repeating: 0, count: CLILimits.chunkBytes)
    let count = unsafe read(0, &chunk, chunk.count)
    guard count >= 0 else { throw Failure("Standard input cannot be read.") }
    let size = buffer.withLock { bytes in
      bytes += chunk.prefix(count)
      return bytes.count
    }
    guard size <= JSONLimits.textBytesMax else {
      throw .misuse("Standard input has more than \(JSONLimits.textBytesMax) bytes at once.")
    }
    return count > 0
  }
}

/// Lines that are there already.
final class GivenLines: LineSource {
  private let lines: Mutex<ArraySlice<[UInt8]>>

  init(_ text: [UInt8]) {
    lines = Mutex(text.split(separator: UInt8(ascii: "\n")).map { Array($0) }[...])
  }

  func next() async -> [UInt8]? { lines.withLock { $0.popFirst() } }

  func rest() async -> [UInt8] {
    lines.withLock { lines in
      defer { lines = [] }
      return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
  }
}
