/// One option of a sub-command, and what `--help` tells of it.
struct CommandOption: Sendable {
  /// Without dashes.
  let name: String
  /// What its value is called, with its unit; nil for a switch.
  let value: String?
  let help: String
  /// What the help calls its default; nil: the option is needed, or nothing happens without it.
  let defaultValue: String?
  let isNeeded: Bool

  static func option(
    _ name: String, _ value: String, _ help: String, default defaultValue: String? = nil,
    isNeeded: Bool = false
  ) -> CommandOption {
    CommandOption(
      name: name, value: value, help: help, defaultValue: defaultValue, isNeeded: isNeeded)
  }

  /// Takes no value, and is off when nobody says.
  static func toggle(_ name: String, _ help: String) -> CommandOption {
    CommandOption(name: name, value: nil, help: help, defaultValue: "off", isNeeded: false)
  }

  /// The left column of the help.
  var head: String { "--\(name)" + (value.map { " \($0)" } ?? "") }

  /// The right one.
  var explanation: String {
    if isNeeded { return help + " [needed]" }
    return help + (defaultValue.map { " [\($0)]" } ?? "")
  }
}
