import CLinux
import PayLytCLI
import PayLytRPC

/// The options of one sub-command: `--name value` on the command line, else `PAYLYT_NAME` in the
/// environment, else what the reader takes as default. No other part of the server reads the
/// environment.
struct CommandLineOptions {
  /// What the caller of the program did wrong, as a sentence.
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  private let values: [String: [String]]
  private let environment: @Sendable (String) -> String?

  init(
    _ arguments: [String], known: [CommandOption],
    environment: @escaping @Sendable (String) -> String? = CommandLineOptions.processEnvironment
  ) throws(Misuse) {
    self.environment = environment
    let parsed: OptionParser
    do throws(OptionParser.Mistake) {
      parsed = try OptionParser(arguments) { name in
        known.first { $0.name == name }.map { $0.value != nil }
      }
    } catch {
      throw Misuse(error, known)
    }
    if let word = parsed.words.first {
      throw Misuse(description: "unexpected argument \(word): this command takes options only")
    }
    values = parsed.values
    // What an unset variable of a unit file leaves; somebody meant something by it.
    if let empty = values.first(where: { $0.value.contains("") }) {
      throw Misuse(.needsValue(empty.key), known)
    }
  }

  /// nil when neither the command line nor the environment says.
  subscript(name: String) -> String? {
    values[name]?.last ?? environment(Self.variable(name)).flatMap { $0.isEmpty ? nil : $0 }
  }

  func isSet(_ name: String) throws(Misuse) -> Bool {
    switch self[name] {
    case "1", "true": return true
    case "0", "false", nil: return false
    case .some: throw Misuse(description: "\(Self.variable(name)) is 1, true, 0 or false")
    }
  }

  /// Refuses what would count for nothing beside the other options, or without one: whoever gave it
  /// meant something by it.
  ///
  /// - Parameter reason: goes on after the option's name.
  func refuse(_ names: [String], _ reason: String) throws(Misuse) {
    guard let name = names.first(where: { self[$0] != nil }) else { return }
    throw Misuse(description: "--\(name) \(reason)")
  }

  /// Refuses variables that look like options and are none: a limit that is misspelt is no limit.
  ///
  /// - Parameter names: of all variables.
  static func checkVariables(_ names: [String]) throws(Misuse) {
    let options = CommandUsage.all.flatMap(\.options).map { variable($0.name) }
    let known = Set(options + clientVariables)
    for name in names
    where name.hasPrefix(prefix) && !known.contains(name) && !isOfCluster(name) {
      throw Misuse(
        description: "there is no option for the variable \(name)"
          + Spelling.question(name, among: known.sorted()))
    }
  }

  /// Kubernetes tells each container of the services beside it: one that is called `paylyt` has
  /// `PAYLYT_SERVICE_HOST` and `PAYLYT_PORT_443_TCP`.
  private static func isOfCluster(_ name: String) -> Bool {
    ["_SERVICE_HOST", "_SERVICE_PORT", "_PORT_"].contains { name.contains($0) }
      || name.hasSuffix("_PORT")
  }

  /// The variables that the process was started with.
  static func processVariables() throws(SystemError) -> [String] {
    let all = try TextFile.read("/proc/self/environ").split(separator: "\0")
    return all.map { String($0.prefix { $0 != "=" }) }
  }

  /// What the commands of those who call a server read.
  private static let clientVariables = ["PAYLYT_SERVER", "PAYLYT_CA", "PAYLYT_TOKEN"]
  private static let prefix = "PAYLYT_"

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
    guard let duration = OptionParser.duration(text) else {
      throw Misuse(description: "--\(name) takes a time: 500ms, 2s, 5m, 1h")
    }
    return duration
  }

  /// A secret: given itself, or as the file that holds it (`--name-file`). White space at the ends
  /// of a file does not count. An empty one would let in whoever signs with nothing.
  func secret(_ name: String) throws -> [UInt8]? {
    if let value = self[name] { return Array(value.utf8) }
    guard let path = self[name + "-file"] else { return nil }
    let text = try TextFile.read(path).trimmed
    guard !text.isEmpty else { throw Misuse(description: "\(path) of --\(name)-file is empty") }
    return Array(text.utf8)
  }

  private static func variable(_ name: String) -> String {
    prefix + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  @Sendable static func processEnvironment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

extension CommandLineOptions.Misuse {
  /// - Parameter verb: what stands behind `command`, and is none of `verbs`; nil when nothing does.
  init(_ command: String, _ verb: String?, among verbs: [String]) {
    let known =
      "\(command) takes \(verbs.dropLast().joined(separator: ", ")) or \(verbs.last ?? "")"
    description = known + (verb.map { ", not \($0)" + Spelling.question($0, among: verbs) } ?? "")
  }

  fileprivate init(_ mistake: OptionParser.Mistake, _ known: [CommandOption]) {
    description =
      switch mistake {
      case .unknown(let name):
        "there is no option --\(name)"
          + Spelling.question(name, among: known.map(\.name), prefix: "--")
      case .takesNoValue(let name): "--\(name) takes no value"
      case .needsValue(let name): "--\(name) needs a value"
      }
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
