import Testing

@testable import PayLytServer

/// A list that can be searched.
struct SearchedList: Sendable, CustomTestStringConvertible {
  let fields: SearchFields
  let definitions: [StatementDefinition]
  /// The words of each field that has some.
  let words: [String: [String]]

  var testDescription: String { fields.things }

  static let all = [
    SearchedList(
      fields: EscrowStatements.list.fields, definitions: EscrowStatements.list.definitions,
      words: [
        "state": [
          "CREATED", "AWAITING_PAYMENT", "PARTIALLY_FUNDED", "PAID_LOCKED", "IN_REVIEW",
          "PARTIALLY_RELEASED", "RELEASED", "REFUNDED", "CANCELLED", "DISPUTED", "SPLIT", "EXPIRED",
        ]
      ]),
    SearchedList(
      fields: PayoutStatements.list.fields, definitions: PayoutStatements.list.definitions,
      words: [
        "state": [
          "RESERVED", "SUBMITTING", "SUBMITTED", "UNKNOWN", "SUCCEEDED", "FAILED", "CANCELLED",
          "REVERSED",
        ],
        "method": ["LIGHTNING_ADDRESS", "BOLT11", "BANK", "MOBILE_MONEY"],
      ]),
    SearchedList(
      fields: WalletStatements.deposits.fields, definitions: WalletStatements.deposits.definitions,
      words: ["state": ["PENDING", "SETTLED", "EXPIRED"]]),
    SearchedList(
      fields: ExchangeStatements.conversions.fields,
      definitions: ExchangeStatements.conversions.definitions, words: [:]),
    SearchedList(
      fields: InvoiceStatements.list.fields, definitions: InvoiceStatements.list.definitions,
      words: ["state": ["PENDING", "SETTLED", "EXPIRED", "CANCELLED", "HELD"]]),
    SearchedList(
      fields: ReceiptStatements.list.fields, definitions: ReceiptStatements.list.definitions,
      words: ["kind": ["RELEASE", "REFUND"]]),
    SearchedList(
      fields: NotificationStatements.list.fields,
      definitions: NotificationStatements.list.definitions,
      words: ["kind": ["JOB", "ESCROW", "DISPUTE", "PAYOUT", "WALLET", "SECURITY"]]),
    SearchedList(
      fields: IdentityStatements.users.fields, definitions: IdentityStatements.users.definitions,
      words: [
        "state": ["ACTIVE", "FROZEN", "DELETED"], "kyc_tier": ["BASIC", "IDENTIFIED", "VERIFIED"],
      ]),
    SearchedList(
      fields: WebhookOutStatements.deliveries.fields,
      definitions: WebhookOutStatements.deliveries.definitions,
      words: ["state": ["PENDING", "DELIVERED", "FAILED"]]),
    SearchedList(
      fields: CorrectionStatements.corrections.fields,
      definitions: CorrectionStatements.corrections.definitions,
      words: [
        "state": ["PROPOSED", "BOOKED", "WITHDRAWN"],
        "kind": ["PROVIDER_LOSS", "PROVIDER_GAIN", "WALLET_CREDIT", "WALLET_DEBIT"],
      ]),
    SearchedList(
      fields: JobStatements.list.fields, definitions: JobStatements.list.definitions,
      words: [
        "state": [
          "OPEN", "ASSIGNED", "PAID_LOCKED", "SUBMITTED", "RELEASED", "REFUNDED", "CANCELLED",
          "DRAFT", "EXPIRED", "DISPUTED", "SPLIT",
        ],
        "fee_payer": ["CLIENT", "FREELANCER", "SPLIT"],
      ]),
  ]
}

@Suite("The filters of lists")
struct ListFilterTests {
  private struct Grammar {
    let good: String
    let bad: [String]
    let comparisons: Set<Filter.Comparison>
  }

  private static let equality: Set<Filter.Comparison> = [.equal, .notEqual]
  private static let ranges: Set<Filter.Comparison> = [
    .equal, .notEqual, .atMost, .atLeast, .below, .above,
  ]

  private static func grammar(_ field: SearchField) -> Grammar {
    switch field.kind {
    case .number, .optionalNumber:
      Grammar(good: "-5", bad: ["1.5", "x", "9223372036854775808"], comparisons: ranges)
    case .moment:
      Grammar(
        good: "2026-01-31T12:00:00Z", bad: ["2026-01-31", "5", "2026-02-29T00:00:00Z"],
        comparisons: ranges)
    case .flag: Grammar(good: "true", bad: ["TRUE", "1", "yes"], comparisons: equality)
    case .choice(let words):
      Grammar(
        good: words.keys.sorted()[0], bad: ["NOTHING", "1", words.keys.sorted()[0].lowercased()],
        comparisons: equality)
    case .code: Grammar(good: "BTC", bad: [], comparisons: equality)
    case .asset: Grammar(good: "BTC", bad: ["XYZ", "btc", "\"BTC \""], comparisons: equality)
    case .text: Grammar(good: "\"a b\"", bad: [], comparisons: [.has, .equal])
    case .user:
      Grammar(
        good: "users/\(UUID.entity(1))",
        bad: ["\(UUID.entity(1))", "users/1", "users/-", "escrows/\(UUID.entity(1))", "users/"],
        comparisons: equality)
    }
  }

  @Test(
    "each field takes its comparisons and its values, and refuses any other",
    arguments: SearchedList.all)
  func fields(list: SearchedList) throws {
    for field in list.fields.all {
      let grammar = Self.grammar(field)
      for comparison in Filter.Comparison.allCases {
        let text = "\(field.name) \(comparison.rawValue) \(grammar.good)"
        guard !grammar.comparisons.contains(comparison) else {
          let filter = try ListFilter(text, of: list.fields)
          #expect(filter[field.name] != ListFilter.Condition(), "\(text)")
          #expect(filter.parameters.count == list.fields.types.count)
          continue
        }
        Self.expectRefusal(text, list.fields)
      }
      for bad in grammar.bad { Self.expectRefusal("\(field.name) = \(bad)", list.fields) }
    }
    for text in ["nothing = 1", "= 1", "state", "create_time =", "a = 1 OR b = 2"] {
      Self.expectRefusal(text, list.fields)
    }
  }

  private static func expectRefusal(_ text: String, _ fields: SearchFields) {
    let refusal = #expect(throws: Refusal.self, "\(text)") { try ListFilter(text, of: fields) }
    #expect(refusal?.field == "filter" && refusal?.code == .invalidArgument, "\(text)")
  }

  @Test("the words of a field are those of the API's enum", arguments: SearchedList.all)
  func words(list: SearchedList) {
    for field in list.fields.all {
      guard case .choice(let values) = field.kind else { continue }
      let words = values.sorted { $0.value < $1.value }.map(\.key)
      #expect(words == list.words[field.name])
      #expect(values.values.sorted() == (1...Int64(values.count)).map { $0 })
    }
  }

  @Test("a field's conditions come together")
  func together() throws {
    let fields = PayoutStatements.list.fields
    let filter = try ListFilter(
      "state != SUCCEEDED AND state != FAILED AND asset = BTC AND create_time >= "
        + "2026-01-01T00:00:00Z AND create_time < 2026-02-01T00:00:00Z", of: fields)
    #expect(filter["state"]?.bounds.without == [5, 6] && filter["state"]?.bounds.only == nil)
    #expect(filter["asset"]?.equal == ["BTC"])
    #expect(filter["create_time"]?.bounds.low == 1_767_225_600_000_000)
    #expect(filter["create_time"]?.bounds.high == 1_769_903_999_999_999)
    #expect(filter["nothing"] == nil)
    let none = try ListFilter("state = FAILED AND state != FAILED", of: fields)
    #expect(none["state"]?.bounds.only == nil)
    #expect(try ListFilter("state = FAILED", of: fields)["state"]?.bounds.only == 6)
  }
}
