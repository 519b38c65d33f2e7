import Testing

@testable import PayLytServer

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "the text of an id reads back as the same id",
    arguments: [
      (UUID(high: 0, low: 0), "00000000-0000-0000-0000-000000000000"),
      (UUID(high: .max, low: .max), "ffffffff-ffff-ffff-ffff-ffffffffffff"),
      (
        UUID(high: 0x0123_4567_89ab_7def, low: 0x8edc_ba98_7654_3210),
        "01234567-89ab-7def-8edc-ba9876543210"
      ),
    ])
  func text(id: UUID, text: String) {
    #expect(id.description == text)
    #expect(UUID(text) == id)
    #expect(UUID(text.uppercased()) == id)
  }

  @Test(
    "what is no id is refused",
    arguments: [
      "", "0", "00000000000000000000000000000000", "00000000-0000-0000-0000-00000000000",
      "00000000-0000-0000-0000-0000000000000", "g0000000-0000-0000-0000-000000000000",
      "{0000000-0000-0000-0000-000000000000}", "00000000-0000-0000-00000-00000000000",
    ])
  func refused(text: String) { #expect(UUID(text) == nil) }
}
