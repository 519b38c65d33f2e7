import Testing

@testable import PayLytServer

@Suite("Moments as text")
struct UTCTextTests {
  @Test(
    "a moment is written as it is read, whole seconds of it",
    arguments: [
      (Int64(0), "1970-01-01T00:00:00Z"), (951_827_696, "2000-02-29T12:34:56Z"),
      (1_769_860_800, "2026-01-31T12:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
  func both(seconds: Int64, text: String) {
    let time = Timestamp(microseconds: seconds * 1_000_000 + 999_999)
    #expect(time.utcText == text)
    #expect(Timestamp(utc: text) == Timestamp(microseconds: seconds * 1_000_000))
  }
}
