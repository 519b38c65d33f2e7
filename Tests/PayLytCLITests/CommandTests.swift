import PayLytAPI
import PayLytJSON
import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Synchronization
import Testing

@testable import PayLytCLI

/// A console that keeps what is printed.
final class Paper: Sendable {
  private let printed = Mutex((output: "", diagnostics: ""))

  var output: String { printed.withLock { $0.output } }
  var diagnostics: String { printed.withLock { $0.diagnostics } }

  func console(_ environment: [String: String] = [:], input: String = "") -> Console {
    Console(
      output: { [self] text in printed.withLock { $0.output += text } },
      diagnostics: { [self] text in printed.withLock { $0.diagnostics += text } },
      environment: { environment[$0] }, isTerminal: false, now: { 1_000_000 },
      input: GivenLines(Array(input.utf8)))
  }
}

@Suite("Commands without a server")
struct CommandTests {
  private static func run(
    _ arguments: [String], _ environment: [String: String] = ["HOME": "/nonexistent"]
  ) async -> (status: Int32, output: String, diagnostics: String) {
    let paper = Paper()
    let status = await ClientCommands.run(arguments, paper.console(environment))
    return (status, paper.output, paper.diagnostics)
  }

  @Test("methods lists services with what their protos say of them")
  func methods() async {
    let all = await Self.run(["methods"])
    #expect(all.status == 0)
    #expect(all.output.contains("grpc") == false)
    #expect(all.output.contains("Health/Check"))
    let one = await Self.run(["methods", "escrow"])
    let line = one.output.split(separator: "\n").first { $0.contains("ReleaseEscrow ") }
    #expect(line?.contains("moves money") == true)
    #expect(line?.contains("idempotent") == true)
    #expect(one.output.contains("JobService") == false)
  }

  @Test(
    "describe explains methods, messages and enums",
    arguments: [
      ("ReleaseEscrow", "request_id"), ("paylyt.auth.v1.Session", "refresh_token"),
      ("Role", "ROLE_FREELANCER = 2"), ("WatchEscrow", "answers stream"),
    ])
  func describe(name: String, words: String) async {
    let result = await Self.run(["describe", name])
    #expect(result.status == 0)
    #expect(result.output.contains(words))
  }

  @Test(
    "misuse ends with 64 and says what is meant",
    arguments: [
      ["job"], ["call"], ["call", "NoSuch/Method"], ["call", "GetEscrow", "nam=1"],
      ["escrow", "show"], ["escrow", "show", "1", "--output", "yaml"], ["methods", "nobody"],
      ["describe"], ["describe", "nothing"], ["login", "extra"],
      ["reset-password", "ada@example.com"], ["whoami", "--colour"],
      ["escrow", "show", "1", "--deadline", "soon"],
      ["escrow", "show", "1", "--server", "nowhere"],
      ["escrow", "list", "--validate-only"], ["escrow", "watch", "1", "--count", "0"],
      ["whoami", "--server", "example.com:443", "--plaintext"],
    ])
  func misuse(arguments: [String]) async {
    let result = await Self.run(arguments)
    #expect(result.status == 64, "\(result.diagnostics)")
    #expect(!result.diagnostics.isEmpty)
  }

  @Test("who is not signed in is told so before anything is sent")
  func notSignedIn() async {
    let result = await Self.run(
      ["escrow", "list", "--server", "127.0.0.1:1", "--plaintext"])
    #expect(result.status == 116)
    #expect(result.diagnostics.contains("paylyt login"))
  }

  @Test("a server that is not there is UNAVAILABLE, as the exit status too")
  func nobodyThere() async {
    let result = await Self.run(["health", "--server", "127.0.0.1:1", "--plaintext"])
    #expect(result.status == 114)
    #expect(result.diagnostics.contains("UNAVAILABLE"))
  }

  @Test("every command has help", arguments: ClientCommands.names.sorted())
  func help(name: String) async {
    let result = await Self.run([name, "--help"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("paylyt \(name)"))
    // What is answered here takes no server, and does not say that it does.
    let needsNobody = ["methods", "describe", "completion"].contains(name)
    #expect(result.output.contains("--server") != needsNobody)
  }

  @Test("a misspelt option is answered with the nearest one")
  func nearest() async {
    let result = await Self.run(["whoami", "--sever", "127.0.0.1:1"])
    #expect(result.status == 64)
    #expect(result.diagnostics.contains("is --server meant?"))
    #expect(await Self.run(["whoami", "--photograph"]).diagnostics.contains("meant") == false)
  }

  @Test(
    "the shell is told what can come next",
    arguments: [
      ([], "escrow"), (["escrow"], "watch"), (["call"], "EscrowService/GetEscrow"),
      (["call", "GetEscrow"], "name="), (["job", "create"], "title="),
      (["escrow", "cancel", "1"], "etag="), (["methods"], "JobService"),
    ])
  func completion(before: [String], word: String) async {
    let result = await Self.run(["completion", "words"] + before)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").contains { $0 == word })
  }

  @Test("nothing comes after what does not exist", arguments: [["call", "NoSuch"], ["nobody"]])
  func noCompletion(before: [String]) async {
    #expect(await Self.run(["completion", "words"] + before).output.isEmpty)
  }

  @Test("a refusal names code, reason and fields")
  func refusal() {
    let error = RPCError(.invalidArgument, "No.", reason: "BAD").adding(
      .field("title", "is empty\u{1b}[2J")
    ).adding(.retry(after: .seconds(2)))
    let lines = error.lines
    #expect(lines[0] == "INVALID_ARGUMENT BAD: No.")
    #expect(lines.contains("  title: is empty [2J"))
    #expect(lines.last?.contains("2.0 seconds") == true)
  }
}

@Suite("How answers look")
struct ReadableTests {
  @Test(
    "amounts are exact",
    arguments: [
      ("BTC", "5000", "5 sat"), ("BTC", "5001", "5.001 sat"), ("BTC", "-1", "-0.001 sat"),
      ("BTC", "0", "0 sat"), ("NGN", "150050", "1500.50 NGN"), ("NGN", "-5", "-0.05 NGN"),
      ("XAU", "7", "7 smallest units of XAU"),
      ("BTC", "9223372036854775807", "9223372036854775.807 sat"),
    ])
  func money(asset: String, units: String, text: String) {
    let json = JSONValue.object([
      .init("asset", .string(asset)), .init("units", .string(units)),
    ])
    #expect(Readable.money(json) == text)
  }

  @Test("lines carry the paths that call takes")
  func lines() throws {
    let json = try JSONValue(
      text: Array(#"{"pageSize":3,"milestones":[{"amount":{"asset":"BTC","units":"1000"}}]}"#.utf8))
    let lines = Readable.lines(json)
    #expect(lines.map(\.path) == ["page_size", "milestones[0].amount"])
    #expect(lines.map(\.value) == ["3", "1 sat"])
  }

  @Test("a table is as wide as what is in it, and no cell breaks a line")
  func table() {
    var table = Table(columns: ["a", "name"])
    table.add(["1", Readable.printable("x\n\u{202e}y")])
    table.add(["22", String(repeating: "z", count: 100)])
    let lines = table.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "A   NAME")
    #expect(lines[1] == "1   x  y")
    #expect(lines[2].count == 4 + CLILimits.cellCharactersMax)
  }

  @Test("names are whole in a table: they are typed again")
  func names() {
    let name = "notifications/\(String(repeating: "a", count: 36))"
    var table = Table(columns: ["name"])
    table.add([name])
    #expect(table.text == "NAME\n\(name)\n")
  }

  @Test("an empty list without columns of its own says so, too")
  func emptyList() throws {
    let paper = Paper()
    var printer = AnswerPrinter(
      console: paper.console(), format: .table, columns: [], drawsQR: false, isStream: false)
    try printer.print(.object([]))
    #expect(paper.output.isEmpty && paper.diagnostics == "There is nothing.\n")
  }

  @Test(
    "what begins with an id gets its collection in front",
    arguments: [
      ("01a2-b", "escrows/01a2-b"), ("01a2-b/milestones/1", "escrows/01a2-b/milestones/1"),
      ("escrows/01a2-b", "escrows/01a2-b"), ("deposits/01a2-b", "deposits/01a2-b"),
    ])
  func prefixed(word: String, name: String) {
    #expect(ShortForm.Argument.name("escrows").value(word) == name)
  }

  @Test(
    "an amount is typed in satoshis",
    arguments: [
      ("5000", ["amount.asset=BTC", "amount.units=5000000"]), ("0", nil), ("-1", nil), ("1.5", nil),
      ("0.001BTC", nil), ("9223372036854775807", nil),
    ] as [(String, [String]?)])
  func satoshis(word: String, fields: [String]?) {
    #expect((try? ShortForm.Argument.satoshis.fields(word)) == fields)
  }

  @Test("a misspelt short form is answered with the nearest one")
  func misspelt() {
    #expect(ShortForm.question(["escrow", "lst"]) == "; is escrow list meant?")
    #expect(ShortForm.question(["sandbox", "payy", "x"]) == "; is sandbox pay meant?")
    #expect(ShortForm.question(["zzzzzzzzz"]).isEmpty)
  }

  @Test("a list is its things, one in each line, and an empty one says so")
  func list() throws {
    let paper = Paper()
    var printer = AnswerPrinter(
      console: paper.console(), format: .table, columns: ["name", "amount"], drawsQR: false,
      isStream: false)
    let text = #"{"jobs":[{"name":"a","amount":{"asset":"BTC","units":"1000"}},{"name":"b"}]}"#
    try printer.print(try JSONValue(text: Array(text.utf8)))
    #expect(paper.output == "NAME  AMOUNT\na     1 sat\nb\n")
    try printer.print(.object([]))
    #expect(paper.output == "NAME  AMOUNT\na     1 sat\nb\n")
    #expect(paper.diagnostics == "There is nothing.\n")
  }

  @Test(
    "a stream has the columns of its first answer; what lies deeper is told in lines",
    arguments: [
      (
        [#"{"state":"OPEN","paid":{"asset":"BTC"}}"#, #"{"state":"DONE","x":"1"}"#],
        "STATE         PAID\nOPEN          0 sat\nDONE\n"
      ),
      (
        [#"{"opening":{"entries":"1"}}"#, #"{"entry":{"kind":"fee"}}"#],
        "opening.entries  1\n\nentry.kind  fee\n\n"
      ),
    ])
  func stream(answers: [String], printed: String) throws {
    let paper = Paper()
    var printer = AnswerPrinter(
      console: paper.console(), format: .table, columns: [], drawsQR: false, isStream: true)
    for answer in answers { try printer.print(try JSONValue(text: Array(answer.utf8))) }
    #expect(paper.output == printed)
  }

  @Test("an invoice is drawn; an answer without one is refused")
  func qr() throws {
    let paper = Paper()
    var printer = AnswerPrinter(
      console: paper.console(), format: .json, columns: [], drawsQR: true, isStream: false)
    try printer.print(.object([.init("paymentRequest", .string("lnbcrt1qqq"))]))
    #expect(paper.output.contains("█"))
    #expect(throws: Failure.self) { try printer.print(.object([])) }
  }

  @Test("a continued answer asks for the next part until there is none")
  func continuation() {
    let request = JSONValue.object([
      .init("page_token", .string("a")), .init("pageSize", .number("2")),
    ])
    let pages = Continuation.pages
    #expect(pages.next(after: .object([]), request) == nil)
    let next = pages.next(after: .object([.init("nextPageToken", .string("b"))]), request)
    #expect(next?["pageToken"] == .string("b"))
    #expect(next?["page_token"] == nil)
    #expect(next?["pageSize"] == .number("2"))
  }
}
