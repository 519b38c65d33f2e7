import Testing

@Suite("The tree is tidy")
struct TidyTests {
  @Test("the repository is read", arguments: [("Sources/", 200), ("Tests/", 50), ("docs/", 5)])
  func reads(folder: String, filesMin: Int) {
    let count = SourceTree.repository.files.count { $0.path.hasPrefix(folder) }
    #expect(count >= filesMin)
  }

  @Test("every rule holds", arguments: Rule.all)
  func holds(rule: Rule) {
    let findings = rule.findings(.repository)
    #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
  }

  @Test("every rule sees a planted leak", arguments: Rule.all)
  func sees(rule: Rule) {
    let before = Set(rule.findings(.repository))
    #expect(!Set(rule.findings(rule.leak(.repository))).subtracting(before).isEmpty)
  }

  @Test(
    "comments and strings are no code",
    arguments: [
      ("let a = 1 // try! this", "let a = 1 "),
      (#"let a = "fatalError() // \(b) c""#, "let a = \"\"(b)"),
      ("let a = \"\"\"\n  \"unsafe\"\n  \"\"\"", "let a = \"\"\n\n"),
      (##"let a = #"x "TODO" \(no)"#"##, "let a = \"\""),
      (#"f("\(g("//"))")"#, #"f(""(g("")))"#),
    ])
  func lexes(text: String, code: String) {
    #expect(String(decoding: SwiftLexer(text).code, as: UTF8.self) == code)
  }
}
