import Testing

/// One thing that holds for the whole tree, and a leak that proves that the rule would see one.
struct Rule: Sendable, CustomTestStringConvertible {
  let title: String
  /// What breaks the rule, one line for each place.
  let findings: @Sendable (SourceTree) -> [String]
  /// Breaks the rule.
  let leak: @Sendable (SourceTree) -> SourceTree

  init(
    _ title: String, leak: @escaping @Sendable (SourceTree) -> SourceTree,
    findings: @escaping @Sendable (SourceTree) -> [String]
  ) {
    self.title = title
    self.leak = leak
    self.findings = findings
  }

  var testDescription: String { title }

  static let all = borders + style + documents + reasons + commands + events
}
