import Testing

@testable import PayLytServer

@Suite("Which types of events somebody wants")
struct EventPatternTests {
  @Test(
    "a type that there is, or the beginning of some, is taken",
    arguments: [
      (["escrow.released"], ["escrow.released"], [String]()), (["escrow.*"], [], ["escrow."]),
      (["api_key.created", "payout.*"], ["api_key.created"], ["payout."]), ([], [], []),
    ])
  func taken(patterns: [String], types: [String], prefixes: [String]) throws {
    let read = try EventPatterns(patterns, field: "event_types")
    #expect(read.types == types && read.prefixes == prefixes)
  }

  @Test(
    "what stands for none is refused at its place, and told where they all are",
    arguments: [
      "escrow.nonsense", "escrow", "escrows.*", "escrow.released.*", "escrow.release.*", "released",
    ])
  func unknown(pattern: String) {
    #expect(
      throws: Refusal.invalid(
        "filter.types[1]", "No event is of such a type: docs/WEBHOOKS.md has the table of all.")
    ) { try EventPatterns(["escrow.*", pattern], field: "filter.types") }
  }

  @Test("what was stored by another version is kept as it is")
  func stored() {
    let read = EventPatterns(stored: ["escrow.nonsense", "escrows.*"])
    #expect(read.types == ["escrow.nonsense"] && read.prefixes == ["escrows."])
  }
}
