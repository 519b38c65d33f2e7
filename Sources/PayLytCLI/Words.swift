/// The words and options of one command, as `OptionParser` takes them apart.
struct Words {
  /// One option that a command has.
  struct Option {
    let name: String
    /// What its value is called in the help; `nil` for a switch.
    let value: String?
    let help: String
  }

  private let parsed: OptionParser

  init(_ arguments: [String], _ known: [Option]) throws(Failure) {
    do throws(OptionParser.Mistake) {
      parsed = try OptionParser(arguments) { name in
        known.first { $0.name == name }.map { $0.value != nil }
      }
    } catch {
      switch error {
      case .unknown(let name):
        throw .misuse("There is no option --\(name) here" + Self.proposal(name, known))
      case .takesNoValue(let name): throw .misuse("--\(name) takes no value.")
      case .needsValue(let name): throw .misuse("--\(name) needs a value.")
      }
    }
  }

  private static func proposal(_ name: String, _ known: [Option]) -> String {
    let question = Spelling.question(name, among: known.map(\.name), prefix: "--")
    return question.isEmpty ? "." : question
  }

  var words: [String] { parsed.words }

  /// The last value that was given.
  subscript(name: String) -> String? { parsed.values[name]?.last }

  func all(_ name: String) -> [String] { parsed.values[name] ?? [] }

  func isSet(_ name: String) -> Bool { parsed.values[name] != nil }

  /// A time: seconds (`90`), or a number with its unit (`500ms`, `2s`, `5m`, `1h`).
  func duration(_ name: String) throws(Failure) -> Duration? {
    guard let text = self[name] else { return nil }
    guard let duration = OptionParser.duration(text) else {
      throw .misuse("--\(name) takes a time: 500ms, 2s, 5m, 1h.")
    }
    return duration
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw .misuse("--\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }
}
