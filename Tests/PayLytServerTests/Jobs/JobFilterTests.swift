import Testing

@testable import PayLytServer

@Suite("The filter of a search for jobs")
struct JobFilterTests {
  @Test("restrictions narrow the ranges")
  func ranges() throws {
    let filter = try ListFilter.jobs(
      "amount >= 1000 AND amount<9000 AND amount != 5000 AND local_currency = NGN "
        + "AND title:\"50% \\\"off\\\"_\" AND requires_application = true AND fee_payer = SPLIT")
    #expect(filter["amount"]?.bounds.low == 1000 && filter["amount"]?.bounds.high == 8999)
    #expect(filter["amount"]?.bounds.without == [5000])
    #expect(filter["local_currency"]?.equal == ["NGN"])
    #expect(filter["title"]?.patterns == ["%50\\% \"off\"\\_%"])
    #expect(filter["requires_application"]?.bounds.only == 1)
    #expect(filter["fee_payer"]?.bounds.only == 3)
    let client = UUID.entity(1)
    let people = try ListFilter.jobs("client = users/\(client) AND freelancer != users/\(client)")
    #expect(people["client"]?.equal == ["\(client)"])
    #expect(people["freelancer"]?.notEqual == ["\(client)"])
    let nothing = try ListFilter.jobs("")
    #expect(nothing.conditions.allSatisfy { $0 == ListFilter.Condition() })
  }

  @Test(
    "moments are read exactly",
    arguments: [
      ("1970-01-01T00:00:00Z", Int64(0)), ("2000-02-29T12:34:56Z", 951_827_696),
      ("2026-01-31T12:00:00Z", 1_769_860_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func moments(text: String, seconds: Int64) throws {
    let filter = try ListFilter.jobs("deadline = \(text)")
    #expect(
      filter["deadline"]?.bounds.only == seconds * 1_000_000)
  }

  @Test(
    "what is no filter is refused by its field",
    arguments: [
      "amount", "amount >", "amount > x", "= 5", "amount = 1 OR amount = 2", "title > a",
      "deadline > 2026", "deadline > 2026-13-01T00:00:00Z", "deadline > 2026-02-29T00:00:00Z",
      "deadline > 2026-04-31T00:00:00Z", "deadline > 2026-01-01T24:00:00Z",
      "deadline > 2026-01-01 00:00:00Z", "deadline > 1969-12-31T23:59:59Z", "local_currency < NGN",
      "who = me",
      "title:\"x", "amount = 1 AND", "requires_application = yes", "requires_application > false",
      "fee_payer = ME",
      "fee_payer >= CLIENT", "amount:1", "state = IN_REVIEW", "state >= OPEN", "state = 1",
      "client = me", "client > users/1", "freelancer = users/-",
    ])
  func refused(text: String) {
    let refusal = #expect(throws: Refusal.self) { try ListFilter.jobs(text) }
    #expect(refusal?.field == "filter" && refusal?.code == .invalidArgument)
  }

  @Test("the extremes of a number do not overflow")
  func extremes() throws {
    let low = try ListFilter.jobs("amount < \(Int64.min)")
    let high = try ListFilter.jobs("amount > \(Int64.max)")
    #expect(low["amount"]?.bounds.high == .min && high["amount"]?.bounds.low == .max)
  }
}

extension ListFilter {
  static func jobs(_ text: String) throws(Refusal) -> ListFilter {
    try ListFilter(text, of: JobStatements.list.fields)
  }
}
