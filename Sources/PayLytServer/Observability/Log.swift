import CLinux
import FoundationEssentials

/// Structured log lines on standard error: one JSON object each. Secrets, tokens and amounts with
/// names never go in.
struct Log: Sendable {
  enum Level: Int, Comparable, Sendable, CaseIterable {
    case debug, info, warning, error

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    var name: String {
      switch self {
      case .debug: "debug"
      case .info: "info"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  private let level: Level
  private let clock: any Clock
  private let sink: @Sendable ([UInt8]) -> Void

  init(
    level: Level, clock: any Clock,
    sink: @escaping @Sendable ([UInt8]) -> Void = Log.writeToStandardError
  ) {
    self.level = level
    self.clock = clock
    self.sink = sink
  }

  func debug(_ message: String, _ fields: [String: String] = [:]) {
    write(.debug, message, fields)
  }

  func info(_ message: String, _ fields: [String: String] = [:]) { write(.info, message, fields) }

  func warning(_ message: String, _ fields: [String: String] = [:]) {
    write(.warning, message, fields)
  }

  func error(_ message: String, _ fields: [String: String] = [:]) {
    write(.error, message, fields)
  }

  private func write(_ level: Level, _ message: String, _ fields: [String: String]) {
    guard level >= self.level else { return }
    var line = fields
    line["level"] = level.name
    line["message"] = message
    line["time_us"] = String(clock.now().microseconds)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings by strings cannot fail; were it to, a lost line is better than a crash.
    guard let data = try? encoder.encode(line) else { return }
    sink(Array(data) + [UInt8(ascii: "\n")])
  }

  /// One write for each line, so that lines of several threads do not mix.
  @Sendable static func writeToStandardError(_ line: [UInt8]) {
    _ = unsafe CLinux.write(2, line, line.count)
  }
}
