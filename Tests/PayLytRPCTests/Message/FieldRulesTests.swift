import PayLytRPC
import Testing

@Suite("What fields accept")
struct FieldRulesTests {
  private static let uuid = "01890a5d-ac96-774b-bcce-b302099a8000"

  @Test(
    "a text is compared with the whole of a pattern",
    arguments: [
      ("jobs/{uuid}", "jobs/\(uuid)", true), ("jobs/{uuid}", "jobs/\(uuid.uppercased())", true),
      ("jobs/{uuid}", "jobs/\(uuid)0", false), ("jobs/{uuid}", "jobs/1", false),
      ("jobs/{uuid}", "xjobs/\(uuid)", false), ("jobs/{uuid}", "", false),
      ("jobs/{uuid}/milestones/{number}", "jobs/\(uuid)/milestones/12", true),
      ("jobs/{uuid}/milestones/{number}", "jobs/\(uuid)/milestones/0", false),
      ("jobs/{uuid}/milestones/{number}", "jobs/\(uuid)/milestones/01", false),
      ("[A-Z]{2}", "NG", true), ("[A-Z]{2}", "NGN", false), ("[A-Z]{2}", "N", false),
      ("[A-Z]{2}", "Ng", false), ("[0-9]{6,12}", "123456", true), ("[0-9]{6,12}", "12345", false),
      ("[0-9]{6,12}", "1234567890123", false), ("[^@]+@[^@]+", "ada@example.com", true),
      ("[^@]+@[^@]+", "ada@@example.com", false), ("[^@]+@[^@]+", "é@ü", true),
      ("[a-z.]+\\.\\*", "escrow.*", true), ("[a-z.]+\\.\\*", "escrow.", false),
      ("[a-z]*a[a-z]?", "banana", true), ("[^\\n]+", "two\nlines", false), ("a-?b", "ab", true),
      ("[a-]+", "-a-", true), ("", "", true), ("", "x", false),
    ] as [(String, String, Bool)])
  func pattern(pattern: String, text: String, fits: Bool) throws {
    #expect(try #require(TextPattern(pattern)).matches(text) == fits)
  }

  @Test(
    "what is no pattern is refused",
    arguments: [
      "[a-z", "{name}", "a{2", "{uuid", "[z-a]", "*", "a**", "]", "\\d", "a{3,2}", "\\",
      "[é]", "a{2}{3}",
    ])
  func noPattern(text: String) {
    #expect(TextPattern(text) == nil)
  }

  @Test("a long text that nearly fits is refused in no time")
  func backtracking() throws {
    let pattern = try #require(TextPattern("[a-z]{0,100}[a-z0-9]{0,100}!"))
    #expect(!pattern.matches(String(repeating: "a", count: 10_000)))
  }

  @Test(
    "a text is accepted by length, need and choices",
    arguments: [
      (TextRule(), "", true), (TextRule(), " ", false), (TextRule(required: true), "", false),
      (TextRule(required: true), "x", true), (TextRule(length: 0...3), "abc", true),
      (TextRule(length: 0...3), "abcd", false), (TextRule(length: 0...3), "äöü", true),
      (TextRule(length: 0...3, countsBytes: true), "äö", false),
      (TextRule(length: 2...3, countsBytes: true), "   ", true),
      (TextRule(length: 2...3), "a", false), (TextRule(length: 2...3), "", false),
      (TextRule(choices: ["BTC"]), "BTC", true), (TextRule(choices: ["BTC"]), "NGN", false),
      (TextRule(choices: ["BTC"]), "", true),
      (TextRule(required: true, patterns: ["[0-9]+", "none"]), "none", true),
      (TextRule(patterns: ["[0-9]+", "none"]), "all", false), (TextRule(patterns: ["x"]), "", true),
    ])
  func text(rule: TextRule, text: String, isAccepted: Bool) {
    #expect((rule.refusal(of: text) == nil) == isAccepted, "\(rule.refusal(of: text) ?? "")")
  }

  @Test(
    "a number is accepted in its range, and as a multiple",
    arguments: [
      (NumberRule(), Int64.min, true), (NumberRule(0...9), -1, false), (NumberRule(0...9), 0, true),
      (NumberRule(0...9), 9, true), (NumberRule(0...9), 10, false),
      (NumberRule(0...9000, multipleOf: 1000), 3000, true),
      (NumberRule(0...9000, multipleOf: 1000), 3001, false),
    ])
  func number(rule: NumberRule, number: Int64, isAccepted: Bool) {
    #expect((rule.refusal(of: number) == nil) == isAccepted)
  }

  @Test(
    "an enum is refused with the names of what is accepted, and as missing where it is zero",
    arguments: [
      (EnumRule([1: "A_ONE", 3: "A_THREE"]), 0, nil), (EnumRule([1: "A_ONE"]), 1, nil),
      (EnumRule(required: true, [1: "A_ONE"]), 0, "This must be set."),
      (EnumRule(required: true, [1: "A_ONE", 3: "A_THREE"]), 3, nil),
      (EnumRule([1: "A_ONE", 3: "A_THREE"]), 2, "One of: A_ONE, A_THREE."),
      (EnumRule([1: "A_ONE"]), -1, "One of: A_ONE."),
    ] as [(EnumRule, Int32, String?)])
  func number(rule: EnumRule, number: Int32, refusal: String?) {
    #expect(rule.refusal(of: number) == refusal)
  }

  @Test("each violation has its path, and there are not too many")
  func paths() {
    var found = FieldViolations()
    found.text("", TextRule(required: true), "title")
    let mark = found.count
    found.number(UInt64.max, NumberRule(0...1), "units")
    found.nest(since: mark, in: "amount")
    found.nest(since: mark, in: "milestones[1]")
    #expect(found.found.map(\.fieldPath) == ["title", "milestones[1].amount.units"])
    for _ in 0..<100 { found.missing("name") }
    #expect(found.count == Limits.fieldViolationsMax)
  }

  @Test("a mask names fields that there are, or all of them")
  func masks() {
    let names = ["title", "deadline"]
    func read(_ paths: [String], required: Bool = true) -> (MeantFields, Int) {
      var found = FieldViolations()
      let mask = found.mask(paths, of: names, required: required, "update_mask")
      return (mask, found.count)
    }
    #expect(read(["*"]).0.has("title") && read(["*"]).1 == 0)
    #expect(read(["title"]).0.has("title") && !read(["title"]).0.has("deadline"))
    #expect(read([], required: false).0.has("deadline"))
    for wrong in [[], ["name"], ["*", "title"]] {
      #expect(!read(wrong).0.has("title") && read(wrong).1 == 1, "\(wrong)")
    }
  }
}
