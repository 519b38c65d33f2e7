/// Something about a proto that must not be, with its place and the rule.
struct Finding: Hashable, Comparable, CustomStringConvertible {
  let file: String
  /// Upper snake, as buf names its rules where it has the same.
  let rule: String
  let message: String

  var description: String { "\(file): \(message) (\(rule))" }

  static func < (a: Finding, b: Finding) -> Bool {
    (a.file, a.rule, a.message) < (b.file, b.rule, b.message)
  }
}
