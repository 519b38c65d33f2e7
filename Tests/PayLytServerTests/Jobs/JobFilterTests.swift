import Testing

@testable import PayLytServer

@Suite("The filter of a search for jobs")
struct JobFilterTests {
  @Test("restrictions narrow the ranges")
  func ranges() throws {
    let filter = try JobFilter(
      "amount >= 1000 AND amount<9000 AND amount != 5000 AND local_currency = NGN "
        + "AND title:\"50% \\\"off\\\"_\" AND requires_application = true AND fee_payer = SPLIT")
    #expect(filter.amount.low == 1000 && filter.amount.high == 8999)
    #expect(filter.amount.without == [5000] && filter.currencies == ["NGN"])
    #expect(filter.titles == ["%50\\% \"off\"\\_%"])
    #expect(filter.requiresApplication.low == 1 && filter.feePayer.high == 3)
    let nothing = try JobFilter("")
    #expect(nothing.amount == JobFilter.Bounds() && nothing.titles.isEmpty)
  }

  @Test(
    "moments are read exactly",
    arguments: [
      ("1970-01-01T00:00:00Z", Int64(0)), ("2000-02-29T12:34:56Z", 951_827_696),
      ("2026-01-31T12:00:00Z", 1_769_860_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func moments(text: String, seconds: Int64) throws {
    let filter = try JobFilter("deadline = \(text)")
    #expect(
      filter.deadline.low == seconds * 1_000_000 && filter.deadline.high == filter.deadline.low)
  }

  @Test(
    "what is no filter is refused by its field",
    arguments: [
      "amount", "amount >", "amount > x", "= 5", "amount = 1 OR amount = 2", "title > a",
      "deadline > 2026", "deadline > 2026-13-01T00:00:00Z", "deadline > 2026-02-29T00:00:00Z",
      "deadline > 2026-04-31T00:00:00Z", "deadline > 2026-01-01T24:00:00Z",
      "deadline > 2026-01-01 00:00:00Z", "deadline > 1969-12-31T23:59:59Z", "local_currency < NGN",
      "who = me",
      "title:\"x", "amount = 1 AND", "requires_application = yes", "fee_payer = ME", "amount:1",
    ])
  func refused(text: String) {
    let refusal = #expect(throws: Refusal.self) { try JobFilter(text) }
    #expect(refusal?.field == "filter" && refusal?.code == .invalidArgument)
  }

  @Test("the extremes of a number do not overflow")
  func extremes() throws {
    let low = try JobFilter("amount < \(Int64.min)")
    let high = try JobFilter("amount > \(Int64.max)")
    #expect(low.amount.high == .min && high.amount.low == .max)
  }
}
