/// What `--help` tells of a sub-command, and what it takes.
struct CommandUsage: Sendable {
  /// Its words: `load run`.
  let command: String
  /// One sentence.
  let summary: String
  let options: [CommandOption]
  /// Further sentences, such as what is read from standard input or the environment.
  var notes: [String] = []
  /// Command lines that work, without the program's name.
  let examples: [String]

  /// All of it, as a person reads it.
  var text: String {
    let needed = options.filter(\.isNeeded).map { " " + $0.head }.joined()
    let further = options.contains { !$0.isNeeded } ? " [options]" : ""
    var lines = ["paylyt \(command)\(needed)\(further)", "", summary]
    lines += notes
    if !options.isEmpty {
      let width = min(options.map(\.head.count).max() ?? 0, Self.columnMax)
      lines += [
        "", "Options, or PAYLYT_SOME_NAME for --some-name; defaults in brackets:",
      ]
      for option in options { lines += Self.line(option, width) }
    }
    lines += ["", "Examples:"] + examples.map { "  paylyt \($0)" }
    return lines.joined(separator: "\n")
  }

  private static let columnMax = 30
  private static let lineMax = 100

  /// An option in two columns; a long explanation goes on below itself.
  private static func line(_ option: CommandOption, _ width: Int) -> [String] {
    let indent = String(repeating: " ", count: width + 4)
    var lines: [String] = []
    var line = "  " + option.head
    if option.head.count > width {
      lines.append(line)
      line = indent
    } else {
      line += String(repeating: " ", count: width - option.head.count + 2)
    }
    var isBegun = false
    for word in option.explanation.split(separator: " ") {
      if isBegun, line.count + 1 + word.count > lineMax {
        lines.append(line)
        line = indent
        isBegun = false
      }
      line += (isBegun ? " " : "") + word
      isBegun = true
    }
    return lines + [line]
  }

  // MARK: All of them

  static let all = [
    ServeCommand.usage, MigrateCommand.usage, AdminCommand.createUserUsage,
    AdminCommand.permissionsUsage, ProviderCallsCommand.usage, PauseCommand.usage,
    DemoCommand.usage,
    LoadCommand.runUsage, LoadCommand.replayUsage,
    LoadCommand.prepareUsage, LoadCommand.verifyUsage,
    CommandUsage(
      command: "version", summary: "Prints the version of this build.", options: [],
      examples: ["version"]),
  ]

  /// The help that a command line asks for: of one sub-command, or of all that begin so.
  ///
  /// - Returns: nil when there is no such sub-command.
  static func help(for words: [String]) -> String? {
    let asked = words.prefix { !$0.hasPrefix("-") }.joined(separator: " ")
    let exact = all.filter { asked == $0.command || asked.hasPrefix($0.command + " ") }
    if let found = exact.first { return found.text }
    let below = all.filter { $0.command.hasPrefix(asked + " ") }
    guard !below.isEmpty else { return nil }
    let width = below.map(\.command.count).max() ?? 0
    return below.map { usage in
      let gap = String(repeating: " ", count: width - usage.command.count + 2)
      return "paylyt \(usage.command)\(gap)\(usage.summary)"
    }.joined(separator: "\n") + "\n\nEach of them has --help."
  }

  static func isAsked(_ arguments: [String]) -> Bool {
    arguments.contains("--help") || arguments.contains("-h")
  }
}
