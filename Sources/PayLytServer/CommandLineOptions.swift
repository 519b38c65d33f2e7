import CLinux
import PayLytCLI

/// The options of one sub-command: `--name value` on the command line, else `PAYLYT_NAME` in the
/// environment, else what the reader takes as default. Nothing else reads the environment.
struct CommandLineOptions {
  /// What the caller of the program did wrong, as a sentence.
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  private var values: [String: String] = [:]
  private let environment: @Sendable (String) -> String?

  init(
    _ arguments: [String], known: [CommandOption],
    environment: @escaping @Sendable (String) -> String? = CommandLineOptions.processEnvironment
  ) throws(Misuse) {
    self.environment = environment
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else { throw Misuse(description: "what is \(argument)?") }
      let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1)
      let name = parts.first.map { String($0) } ?? ""
      guard let option = known.first(where: { $0.name == name }) else {
        throw Misuse(
          description: "there is no option --\(name)"
            + Spelling.question(name, among: known.map(\.name), prefix: "--"))
      }
      if option.value == nil {
        guard parts.count == 1 else { throw Misuse(description: "--\(name) takes no value") }
        values[name] = "true"
      } else {
        guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
          throw Misuse(description: "--\(name) needs a value")
        }
        values[name] = value
      }
    }
  }

  /// nil when neither the command line nor the environment says.
  subscript(name: String) -> String? {
    values[name] ?? environment(Self.variable(name)).flatMap { $0.isEmpty ? nil : $0 }
  }

  func isSet(_ name: String) -> Bool {
    guard let value = self[name] else { return false }
    return value != "0" && value != "false"
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(Misuse) -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw Misuse(
        description: "--\(name) takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A time: seconds (`90`), or a number with its unit (`500ms`, `2s`, `5m`, `1h`).
  func duration(_ name: String) throws(Misuse) -> Duration? {
    guard let text = self[name] else { return nil }
    let units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)]
    let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1_000)
    let number = text.dropLast(unit.0.count)
    guard let value = Int64(number), (1...1_000_000_000).contains(value) else {
      throw Misuse(description: "--\(name) takes a time: 500ms, 2s, 5m, 1h")
    }
    return .milliseconds(value * Int64(unit.1))
  }

  /// A secret: given itself, or as the file that holds it (`--name-file`). White space at the ends
  /// of a file does not count.
  func secret(_ name: String) throws -> [UInt8]? {
    if let value = self[name] { return Array(value.utf8) }
    guard let path = self[name + "-file"] else { return nil }
    let text = try TextFile.read(path)
    return Array(text.trimmed.utf8)
  }

  private static func variable(_ name: String) -> String {
    "PAYLYT_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  @Sendable static func processEnvironment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
