import PayLytAPI
import Testing

@testable import PayLytLoad

@Suite("Prepared calls")
struct PreparedCallTests {
  private static let get = "paylyt.escrow.v1.EscrowService/GetEscrow"
  private static let key = "paylyt.audit.v1.AuditService/GetAuditKey"

  private static func file(_ lines: [String]) throws -> CallFile {
    var file = CallFile()
    for line in [CallFile.header] + lines { try file.add(line) }
    return file
  }

  private static let two = [
    #"call \#(get) ada@example.com {"name": "escrows/1"}"#, "", "call \(key) - {}",
  ]

  private static func calls(
    from first: Int = 0, isRepeated: Bool = false
  ) throws -> PreparedCalls {
    let file = try file(two)
    let callers = try Callers(file.callers, .text("a-token"), timeout: .seconds(1))
    return try PreparedCalls(file, callers, from: first, isRepeated: isRepeated)
  }

  @Test("each line becomes a typed request of its caller")
  func read() throws {
    let file = try Self.file(Self.two)
    #expect(file.callers == ["ada@example.com"])
    #expect(file.calls.map(\.caller) == [0, nil])
    #expect(file.calls.map { String($0.method.method.path.dropFirst()) } == [Self.get, Self.key])
    #expect(file.calls[0].request as? GetEscrowRequest == GetEscrowRequest(name: "escrows/1"))
  }

  @Test("a caller of many calls is one")
  func callerOnce() throws {
    let file = try Self.file(Array(repeating: "call \(Self.key) ada {}", count: 3))
    #expect(file.callers == ["ada"])
    #expect(file.calls.map(\.caller) == [0, 0, 0])
  }

  @Test(
    "a line that is no call is refused with what is wrong",
    arguments: [
      ("hello", "expected `call"),
      ("call \(get) ada", "expected `call"),
      ("send \(get) ada {}", "expected `call"),
      ("call EscrowService/GetEscrow ada {}", "there is no method EscrowService/GetEscrow"),
      ("call paylyt.escrow.v1.EscrowService/WatchEscrow ada {}", "is a stream"),
      ("call paylyt.events.v1.EventService/Consume ada {}", "is a stream"),
      ("call \(get) ada {", "the request is no JSON"),
      (#"call \#(get) ada {"nam": "escrows/1"}"#, "no paylyt.escrow.v1.GetEscrowRequest"),
      (#"call \#(get) ada {"name": 1}"#, "no paylyt.escrow.v1.GetEscrowRequest"),
      ("call \(get) ada []", "no paylyt.escrow.v1.GetEscrowRequest"),
    ])
  func refused(line: String, reason: String) throws {
    let error = try #require(throws: LoadError.self) { _ = try Self.file([line]) }
    #expect(error.description.contains(reason), "\(error)")
  }

  @Test("another kind of file is refused at its first line, and one without calls at its end")
  func header() throws {
    var file = CallFile()
    #expect(throws: LoadError.self) { try file.add(WorkFile.header) }
    let error = try #require(throws: LoadError.self) { _ = try CallFile(path: "/dev/null") }
    #expect(error.description == "/dev/null is no file of calls")
  }

  @Test("there is a bound on callers")
  func callersBounded() throws {
    var file = try Self.file([])
    for number in 0..<LoadLimits.callersMax { try file.add("call \(Self.key) c\(number) {}") }
    try file.add("call \(Self.key) c1 {}")
    #expect(throws: LoadError.self) { try file.add("call \(Self.key) one-more {}") }
  }

  @Test("calls are handed out in their order, once, and the next run begins behind them")
  func once() throws {
    let calls = try Self.calls()
    #expect(calls.take()?.name == CallName(method: Self.get))
    #expect(calls.position == 1)
    #expect(calls.take()?.name == CallName(method: Self.key))
    #expect(calls.take() == nil)
    #expect(calls.take() == nil)
    #expect(calls.position == 2)
  }

  @Test("a repeated file begins again behind its last call")
  func repeated() throws {
    let calls = try Self.calls(from: 1, isRepeated: true)
    let names = (0..<4).map { _ in calls.take()?.name.description }
    #expect(names == [Self.key, Self.get, Self.key, Self.get])
    #expect(calls.position == 1)
  }

  @Test("a run that would send nothing is refused")
  func nothing() {
    #expect(throws: LoadError.self) { _ = try Self.calls(from: 2) }
  }

  @Test("the journal keeps nothing of a prepared call")
  func unwritten() throws {
    #expect(try Self.calls().take()?.written == nil)
  }

  @Test("who calls needs a token, by name or for all; who calls as nobody needs none")
  func tokens() throws {
    let names = ["ada", "olu"]
    for source: TokenSource? in [nil, .text("ada one"), .text("bob one\nolu two")] {
      #expect(throws: LoadError.self) { _ = try Callers(names, source, timeout: .seconds(1)) }
    }
    let callers = try Callers(names, .text("shared\nolu own"), timeout: .seconds(1))
    #expect(callers.options(of: 0).metadata["authorization"] == "Bearer shared")
    #expect(callers.options(of: 1).metadata["authorization"] == "Bearer own")
    #expect(callers.options(of: nil).metadata["authorization"] == nil)
    _ = try Callers([], nil, timeout: .seconds(1))
  }
}
