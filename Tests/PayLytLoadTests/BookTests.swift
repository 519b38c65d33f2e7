import Testing

@testable import PayLytLoad

private let one = Identifier(high: 1, low: 1)
private let two = Identifier(high: 2, low: 2)

@Suite("Work files")
struct WorkTests {
  private static let lines = [
    WorkFile.header, "user client ada@example.com secret-of-ada",
    "user freelancer femi@example.com secret-of-femi", "escrow \(one) 0 1 2",
    "escrow \(two) 0 - 1",
  ]

  private func file(_ lines: [String]) throws -> WorkFile {
    var file = WorkFile()
    for line in lines { try file.add(line) }
    return file
  }

  @Test("what is written is read back")
  func roundTrip() throws {
    let first = try file(Self.lines)
    let written =
      [WorkFile.header] + first.users.map { String(WorkFile.line($0).dropLast()) }
      + first.escrows.map { String(WorkFile.line($0).dropLast()) }
    #expect(written == Self.lines)
    let second = try file(written)
    #expect(second.users == first.users && second.escrows == first.escrows)
  }

  @Test(
    "a line that means nothing is refused",
    arguments: [
      "user admin a b", "user client only-three", "escrow nonsense 0 1 2", "escrow \(one) 1 1 2",
      "escrow \(one) 0 0 2", "escrow \(one) 0 1 0", "escrow \(one) 0 1 256", "escrow \(one) 9 1 2",
      "hello",
    ])
  func refused(line: String) throws {
    var file = try file(Array(Self.lines.prefix(3)))
    #expect(throws: LoadError.self) { try file.add(line) }
  }

  @Test("another kind of file is refused at its first line")
  func header() {
    var file = WorkFile()
    #expect(throws: LoadError.self) { try file.add("user client a b") }
  }

  @Test("each piece is handed out once: first milestones first, submissions from the end")
  func supply() throws {
    let supply = WorkSupply(try file(Self.lines))
    #expect(supply.takeFirst()?.subject == "\(one)/1")
    #expect(supply.takeLast()?.subject == "\(one)/2")
    #expect(supply.takeFirst()?.subject == "\(two)/1")
    #expect(supply.takeFirst() == nil)
    #expect(supply.takeLast() == nil)
  }

  @Test("a later run goes on where an earlier one ended")
  func continued() throws {
    let supply = WorkSupply(try file(Self.lines), from: 2)
    #expect(supply.takeFirst()?.subject == "\(one)/2")
    #expect(supply.takeFirst() == nil)
    #expect(supply.position == 4)
  }

  @Test("identifiers are read and written in their text form, and nothing else is one")
  func identifiers() {
    let random = Identifier.random()
    #expect(Identifier(random.description) == random)
    let character = Array(random.description)[14]
    #expect(character == "4")
    for text in ["", "abc", String(repeating: "0", count: 36), random.description + "0"] {
      #expect(Identifier(text) == nil)
    }
  }
}

@Suite("The comparison of two books")
struct JournalBookTests {
  private static func line(
    _ outcome: JournalLine.Outcome, _ operation: Operation, _ milestone: Int, version: Int64 = 0
  ) -> JournalLine {
    JournalLine(
      outcome, operation, .random(), subject: "\(one)/\(milestone)", version: version)
  }

  private static func state(
    _ milestones: [EscrowState.Milestone], released: Int64, version: Int64 = 9
  ) -> EscrowState {
    EscrowState(
      milestones: milestones, amounts: [10, 20], releasedUnits: released, version: version)
  }

  @Test("a journal line is read back as it was written")
  func roundTrip() throws {
    let line = Self.line(.acknowledged, .release, 1, version: 5)
    #expect(try JournalLine(String(line.text.dropLast())) == line)
  }

  @Test(
    "what is no journal line is refused",
    arguments: [
      "", "ack read \(one) \(two)/1 3", "ack release x \(two)/1 3", "yes release \(one) \(two)/1 3",
      "ack release \(one) \(two)/1", "ack release \(one) \(two)/1 x",
    ])
  func refused(text: String) {
    #expect(throws: LoadError.self) { try JournalLine(text) }
  }

  @Test("a whole deal is released, in one go, and acknowledged once")
  func deals() throws {
    func deal(_ version: Int64 = 7) -> JournalLine {
      JournalLine(
        .acknowledged, .fundRelease, .random(), subject: "\(one)/3", version: version)
    }
    let nobodyKnows = JournalLine(.unknown, .fundRelease, .random(), subject: "-", version: 0)
    let book = try JournalBook([deal(), nobodyKnows])
    let found = try #require(book.deals.first)
    #expect(book.deals.count == 1 && found.client == 3 && book.unknown == 1)
    #expect(book.findings(in: WorkFile()).isEmpty)
    let right = Self.state([.released, .released], released: 30)
    #expect(book.compare(found, with: right, receipts: [30]).isEmpty)
    for (state, receipts): (EscrowState, [Int64]) in [
      (Self.state([.released, .waiting], released: 10), [10]), (right, [30, 30]), (right, []),
      (Self.state([.released, .released], released: 30, version: 6), [30]),
      (Self.state([.waiting, .waiting], released: 0), []),
    ] {
      #expect(!book.compare(found, with: state, receipts: receipts).isEmpty)
    }
    let doubled = try JournalBook([deal(), deal(8)])
    #expect(doubled.findings(in: WorkFile()).count == 1)
  }

  @Test("books that agree have no findings")
  func agreement() throws {
    let book = try JournalBook([
      Self.line(.acknowledged, .submit, 1, version: 4),
      Self.line(.acknowledged, .release, 1, version: 9), Self.line(.unknown, .release, 2),
    ])
    let after = Self.state([.released, .released], released: 30)
    #expect(book.compare(one, with: after, receipts: [10, 20]).isEmpty)
    let before = Self.state([.released, .waiting], released: 10)
    #expect(book.compare(one, with: before, receipts: [10]).isEmpty)
  }

  struct Disagreement: Sendable, CustomTestStringConvertible {
    let word: String
    let lines: [JournalLine]
    let state: EscrowState
    let receipts: [Int64]
    var testDescription: String { word }
  }

  @Test(
    "each way in which they can disagree is found",
    arguments: [
      Disagreement(
        word: "lost", lines: [line(.acknowledged, .release, 1)],
        state: state([.waiting, .waiting], released: 0), receipts: []),
      Disagreement(
        word: "lost", lines: [line(.acknowledged, .submit, 1)],
        state: state([.waiting, .waiting], released: 0), receipts: []),
      Disagreement(
        word: "lost", lines: [line(.acknowledged, .release, 1, version: 10)],
        state: state([.released, .waiting], released: 10), receipts: [10]),
      Disagreement(
        word: "invented", lines: [], state: state([.released, .waiting], released: 10),
        receipts: [10]),
      Disagreement(
        word: "invented", lines: [], state: state([.submitted, .waiting], released: 0),
        receipts: []),
      Disagreement(
        word: "doubled",
        lines: [line(.acknowledged, .release, 1), line(.acknowledged, .release, 1)],
        state: state([.released, .waiting], released: 10), receipts: [10]),
      Disagreement(
        word: "doubled", lines: [line(.acknowledged, .release, 1)],
        state: state([.released, .waiting], released: 10), receipts: [10, 10]),
      Disagreement(
        word: "wrong", lines: [line(.acknowledged, .release, 1)],
        state: state([.released, .waiting], released: 20), receipts: [20]),
    ])
  func disagreement(_ situation: Disagreement) throws {
    let book = try JournalBook(situation.lines)
    let findings = book.compare(one, with: situation.state, receipts: situation.receipts)
    #expect(findings.contains { $0.hasPrefix(situation.word) }, "\(findings)")
  }
}
