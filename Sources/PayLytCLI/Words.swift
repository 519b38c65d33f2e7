/// A command line taken apart: words, and options of the form `--name`, `--name value` or
/// `--name=value`. After `--` everything is a word.
struct Words {
  /// One option that a command has.
  struct Option {
    let name: String
    /// What its value is called in the help; `nil` for a switch.
    let value: String?
    let help: String
  }

  private(set) var words: [String] = []
  private var values: [String: [String]] = [:]

  init(_ arguments: [String], _ known: [Option]) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      guard argument.hasPrefix("--") else {
        words.append(argument)
        continue
      }
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = known.first(where: { $0.name == name }) else {
        throw .misuse("There is no option --\(name) here" + Self.proposal(name, known))
      }
      if option.value == nil {
        guard parts.count == 1 else { throw .misuse("--\(name) takes no value.") }
        values[name, default: []].append("true")
      } else if let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() {
        values[name, default: []].append(value)
      } else {
        throw .misuse("--\(name) needs a value.")
      }
    }
  }

  private static func proposal(_ name: String, _ known: [Option]) -> String {
    let question = Spelling.question(name, among: known.map(\.name), prefix: "--")
    return question.isEmpty ? "." : question
  }

  /// The last value that was given.
  subscript(name: String) -> String? { values[name]?.last }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  func isSet(_ name: String) -> Bool { values[name] != nil }

  /// A time: seconds (`90`), or a number with its unit (`500ms`, `2s`, `5m`, `1h`).
  func duration(_ name: String) throws(Failure) -> Duration? {
    guard let text = self[name] else { return nil }
    let units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)]
    let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1_000)
    guard let value = Int64(text.dropLast(unit.0.count)), (1...1_000_000_000).contains(value) else {
      throw .misuse("--\(name) takes a time: 500ms, 2s, 5m, 1h.")
    }
    return .milliseconds(value * Int64(unit.1))
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw .misuse("--\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }
}
