/// Takes a command line apart: words, and options of the form `--name`, `--name value` or
/// `--name=value`. After `--` everything is a word.
public struct OptionParser {
  /// What is wrong with an option, by its name.
  public enum Mistake: Error, Equatable {
    case unknown(String)
    case takesNoValue(String)
    /// There is none, or what follows looks like the next option: a value that begins so is given
    /// as `--name=--value`.
    case needsValue(String)
  }

  public private(set) var words: [String] = []
  /// What was given for each option, in order; `true` for a switch.
  public private(set) var values: [String: [String]] = [:]

  /// - Parameter takesValue: whether the option of this name does; nil when there is none.
  public init(
    _ arguments: [String], takesValue: (String) -> Bool?
  ) throws(Mistake) {
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
      // An empty value is one: what an unset variable leaves must not swallow the next option.
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let takesValue = takesValue(name) else { throw .unknown(name) }
      values[name, default: []].append(try Self.value(of: name, parts, takesValue, &rest))
    }
  }

  private static func value(
    of name: String, _ parts: [Substring], _ takesValue: Bool, _ rest: inout ArraySlice<String>
  ) throws(Mistake) -> String {
    guard takesValue else {
      guard parts.count == 1 else { throw .takesNoValue(name) }
      return "true"
    }
    if parts.count > 1 { return String(parts[1]) }
    guard let next = rest.first, !next.hasPrefix("--") else { throw .needsValue(name) }
    rest.removeFirst()
    return next
  }

  /// A time: seconds (`90`), or a number with its unit (`500ms`, `2s`, `5m`, `1h`).
  public static func duration(_ text: String) -> Duration? {
    let units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)]
    let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1_000)
    let number = text.dropLast(unit.0.count)
    guard let value = Int64(number), (1...1_000_000_000).contains(value) else { return nil }
    return .milliseconds(value * Int64(unit.1))
  }
}
