import CLinux

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

  /// Lines that somebody should look at, whether or not they are written.
  let warnings = Counter()
  let errors = Counter()
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

  func debug(_ message: String, _ fields: @autoclosure () -> [String: String] = [:]) {
    write(.debug, message, fields())
  }

  func info(_ message: String, _ fields: @autoclosure () -> [String: String] = [:]) {
    write(.info, message, fields())
  }

  func warning(_ message: String, _ fields: @autoclosure () -> [String: String] = [:]) {
    write(.warning, message, fields())
  }

  func error(_ message: String, _ fields: @autoclosure () -> [String: String] = [:]) {
    write(.error, message, fields())
  }

  /// - Parameter fields: not made when nobody reads them.
  private func write(
    _ level: Level, _ message: String, _ fields: @autoclosure () -> [String: String]
  ) {
    switch level {
    case .warning: warnings.add()
    case .error: errors.add()
    case .debug, .info: break
    }
    guard level >= self.level else { return }
    var all = fields()
    all["level"] = level.name
    all["message"] = message
    all["time_us"] = String(clock.now().microseconds)
    var line: [UInt8] = []
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      line.append(UInt8(ascii: line.isEmpty ? "{" : ","))
      line.appendJSON(key)
      line.append(UInt8(ascii: ":"))
      line.appendJSON(value)
    }
    sink(line + Array("}\n".utf8))
  }

  /// One write for each line, so that lines of several threads do not mix.
  @Sendable static func writeToStandardError(_ line: [UInt8]) {
    _ = unsafe CLinux.write(2, line, line.count)
  }
}
