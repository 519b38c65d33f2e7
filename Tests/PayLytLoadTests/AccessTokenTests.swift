import Testing

@testable import PayLytLoad

@Suite("Access tokens that somebody else got")
struct AccessTokenTests {
  private static let ada = WorkFile.User(isClient: true, email: "ada@example.com", password: "p")
  private static let olu = WorkFile.User(isClient: true, email: "olu@example.com", password: nil)

  @Test(
    "a token is its user's; one without a name is that of all who have no password",
    arguments: [
      ("t0", nil, "t0"), ("  t0 # from the vault\n\n", nil, "t0"),
      ("ada@example.com t1", "t1", nil), ("ada@example.com\tt1\nt0\n", "t1", "t0"),
      ("olu@example.com t2\nt0", nil, "t2"),
    ] as [(String, String?, String?)])
  func chosen(text: String, ofAda: String?, ofOlu: String?) throws {
    let tokens = try AccessTokens(text, from: "tokens.txt")
    #expect(tokens.token(of: Self.ada) == ofAda)
    #expect(tokens.token(of: Self.olu) == ofOlu)
  }

  @Test(
    "what is no list of tokens is refused, and never shown",
    arguments: [
      "", "# nothing\n", "one secret-1 three", "secret-1\nsecret-2",
      "ada@example.com secret-1\nada@example.com secret-2", "secret-é",
    ])
  func refused(text: String) throws {
    let error = try #require(throws: LoadError.self) {
      _ = try AccessTokens(text, from: "tokens.txt")
    }
    #expect(error.description.contains("tokens.txt"))
    #expect(!error.description.contains("secret"))
  }

  @Test("a work file says who has no password")
  func workFile() throws {
    var file = WorkFile()
    for line in [WorkFile.header, "user client olu@example.com -"] { try file.add(line) }
    #expect(file.users == [Self.olu])
    #expect(WorkFile.line(Self.olu) == "user client olu@example.com -\n")
  }

  @Test(
    "without a work file a run needs a token, and a mix that needs no work",
    arguments: [
      ("list", true, true), ("create-job=3 list=1", true, true), ("list", false, false),
      ("release", true, false), ("reads", true, false), ("fund-release", true, false),
    ])
  func noWork(mix: String, hasToken: Bool, isFine: Bool) throws {
    let target = LoadTarget(host: "127.0.0.1", port: 1, security: .plaintext)
    var plan = LoadPlan(target: target, .mix(try Mix(mix), work: nil))
    plan.tokens = hasToken ? .text("t") : nil
    if isFine {
      try plan.check()
    } else {
      #expect(throws: LoadError.self) { try plan.check() }
    }
  }
}
