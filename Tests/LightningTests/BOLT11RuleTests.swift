import PayLytCrypto
import Testing

@testable import Lightning

/// Rules of BOLT 11 that its examples do not show, on invoices that are signed for the purpose.
@Suite("BOLT 11, the other rules")
struct BOLT11RuleTests {
  private static let now: Int64 = 1_750_000_000

  private func key() throws -> NodeKey {
    try #require(Hex.decode(Specification.privateKey).flatMap(NodeKey.init(secret:)))
  }

  private func draft() -> InvoiceDraft {
    InvoiceDraft(
      network: .regtest, amountMsat: 1000, timestamp: Self.now,
      paymentHash: .init(repeating: 1, count: 32), paymentSecret: .init(repeating: 2, count: 32),
      purpose: .text("coffee"))
  }

  /// Signs whatever fields it is given, also ones that no honest writer writes.
  private func sign(
    prefix: String = "lnbcrt10n", _ fields: [(type: UInt8, words: [UInt8])]
  ) throws -> String {
    var words = FiveBit.words(of: Self.now, count: 7)
    for (type, content) in fields {
      words += [type] + FiveBit.words(of: Int64(content.count), count: 2) + content
    }
    let digest = SignedFields.digest(prefix: prefix, words: words[...])
    return Bech32(prefix: prefix, words: words + FiveBit.words(of: try key().sign(digest: digest)))
      .text
  }

  private static let hash = (
    FieldType.paymentHash, FiveBit.words(of: .init(repeating: 1, count: 32))
  )
  private static let secret = (
    FieldType.paymentSecret, FiveBit.words(of: .init(repeating: 2, count: 32))
  )
  private static let text = (FieldType.description, FiveBit.words(of: Array("coffee".utf8)))
  private static let long = (
    FieldType.descriptionHash, FiveBit.words(of: .init(repeating: 3, count: 32))
  )

  @Test("what is signed reads back the same, with every field in use")
  func roundTrip() throws {
    let key = try key()
    var draft = draft()
    draft.expirySeconds = 900
    draft.minFinalCLTVExpiryDelta = 144
    draft.metadata = [1, 2, 3]
    draft.namesPayee = true
    draft.fallbacks = [.witness(version: 0, program: .init(repeating: 9, count: 20))]
    let hop = RouteHop(
      node: key.publicKey, shortChannelID: .max, feeBaseMsat: .max,
      feeProportionalMillionths: .max, cltvExpiryDelta: .max)
    draft.routes = [[hop, hop], [hop]]
    draft.features = InvoiceFeatures(bits: [8, 14, 17, 48])
    let invoice = try draft.signed(by: key)
    #expect(invoice.network == .regtest)
    #expect(invoice.amountMsat == 1000)
    #expect(invoice.expiresAt == Self.now + 900)
    #expect(invoice.minFinalCLTVExpiryDelta == 144)
    #expect(invoice.metadata == [1, 2, 3])
    #expect(invoice.fallbacks == draft.fallbacks)
    #expect(invoice.routes == draft.routes)
    #expect(invoice.features == draft.features)
    #expect(invoice.payee == key.publicKey)
    #expect(invoice.text.hasPrefix("lnbcrt10n1"))
    #expect(try BOLT11Invoice("LIGHTNING:" + invoice.text) == invoice)
  }

  @Test(
    "fields that are missing, twice there, or both there are refused",
    arguments: [
      ([secret, text], .missingField("p")), ([hash, text], .missingField("s")),
      ([hash, secret], .missingField("d")), ([hash, secret, text, long], .twoDescriptions),
      ([hash, hash, secret, text], .duplicateField("p")),
      ([hash, secret, secret, text], .duplicateField("s")),
      ([hash, secret, text, text], .duplicateField("d")),
      ([hash, secret, long, long], .duplicateField("h")),
    ] as [([(UInt8, [UInt8])], BOLT11Error)])
  func presence(fields: [(UInt8, [UInt8])], reason: BOLT11Error) throws {
    let text = try sign(fields)
    #expect(throws: reason) { try BOLT11Invoice(text) }
  }

  @Test(
    "fields that cannot be read are refused",
    arguments: [
      ((FieldType.description, FiveBit.words(of: [0xff])), .malformedField("d")),
      ((FieldType.expiry, .init(repeating: 31, count: 13)), .malformedField("x")),
      ((FieldType.minFinalCLTVExpiryDelta, .init(repeating: 31, count: 14)), .malformedField("c")),
      ((FieldType.route, FiveBit.words(of: .init(repeating: 2, count: 50))), .malformedField("r")),
      ((FieldType.route, []), .malformedField("r")),
      ((FieldType.fallback, [17] + FiveBit.words(of: [1, 2])), .malformedField("f")),
      ((FieldType.fallback, []), .malformedField("f")),
      ((FieldType.payee, .init(repeating: 31, count: 53)), .malformedField("n")),
      ((FieldType.features, [2, 0, 0, 0]), .missingFeature(14)),
      ((FieldType.features, [16, 0, 0]), .missingFeature(8)),
      ((FieldType.features, [4]), .unknownRequiredFeature(2)),
    ] as [((UInt8, [UInt8]), BOLT11Error)])
  func content(field: (UInt8, [UInt8]), reason: BOLT11Error) throws {
    let description = field.0 == FieldType.description ? [] : [Self.text]
    let text = try sign([Self.hash, Self.secret, field] + description)
    #expect(throws: reason) { try BOLT11Invoice(text) }
  }

  @Test("a field that is longer than the invoice is refused")
  func truncated() throws {
    let words = FiveBit.words(of: Self.now, count: 7) + [13, 31, 31, 0]
    let digest = SignedFields.digest(prefix: "lnbc", words: words[...])
    let signature = FiveBit.words(of: try key().sign(digest: digest))
    let text = Bech32(prefix: "lnbc", words: words + signature).text
    #expect(throws: BOLT11Error.truncatedField) { try BOLT11Invoice(text) }
  }

  @Test("a changed invoice names another payee, or none at all when it named one")
  func tampered() throws {
    let key = try key()
    var draft = draft()
    let honest = try draft.signed(by: key)
    #expect(honest.payee == key.publicKey)
    var bech32 = try Bech32(honest.text)
    bech32 = Bech32(prefix: "lnbcrt20n", words: bech32.words)
    if let other = try? BOLT11Invoice(bech32.text) { #expect(other.payee != key.publicKey) }
    draft.namesPayee = true
    let named = try Bech32(try draft.signed(by: key).text)
    let raised = Bech32(prefix: "lnbcrt20n", words: named.words).text
    #expect(throws: BOLT11Error.invalidSignature) { try BOLT11Invoice(raised) }
  }

  @Test(
    "amounts are written in the largest unit that divides them, and read back",
    arguments: [
      (1, "10p"), (99, "990p"), (100, "1n"), (1000, "10n"), (100_000, "1u"), (250_000_000, "2500u"),
      (100_000_000, "1m"), (100_000_000_000, "1"), (2_100_000_000_000_000_000, "21000000"),
    ] as [(Int64, String)])
  func amounts(msat: Int64, text: String) {
    #expect(InvoiceAmount.text(msat: msat) == text)
    #expect(InvoiceAmount.msat(of: text[...]) == msat)
  }

  @Test(
    "amounts that no writer writes are refused",
    arguments: [
      "0", "01", "0u", "m", "1k", "1mm", "-1", "1p", "15p", "21000001", "2100000000000000001n",
      "99999999999999999999", "१", "1M",
    ])
  func wrongAmounts(text: String) {
    #expect(InvoiceAmount.msat(of: text[...]) == nil)
  }

  @Test("drafts that no reader would accept are not signed")
  func drafts() throws {
    let key = try key()
    var tooMuch = draft()
    tooMuch.amountMsat = Limits.amountMsatMax + 1
    #expect(throws: BOLT11Error.invalidAmount) { try tooMuch.signed(by: key) }
    var negative = draft()
    negative.amountMsat = -1
    #expect(throws: BOLT11Error.invalidAmount) { try negative.signed(by: key) }
    var wordy = draft()
    wordy.purpose = .text(String(repeating: "x", count: Limits.descriptionBytesMax + 1))
    #expect(throws: BOLT11Error.malformedField("d")) { try wordy.signed(by: key) }
    wordy.purpose = .text(String(repeating: "x", count: Limits.descriptionBytesMax))
    #expect(throws: Never.self) { try wordy.signed(by: key) }
    var short = draft()
    short.paymentHash = [1]
    #expect(throws: BOLT11Error.malformedField("p")) { try short.signed(by: key) }
  }

  @Test(
    "texts that are no invoice at all are refused",
    arguments: [
      "", "1", "lnbc1", "lightning:", "ln1qqqqqq", "💥", "lnbc\u{0}1qqqqqq",
      String(repeating: "q", count: 8000),
    ])
  func garbage(text: String) {
    #expect(throws: BOLT11Error.self) { try BOLT11Invoice(text) }
  }

  @Test("no single changed character passes the checksum")
  func checksum() throws {
    let text = Array(Specification.coffee)
    for index in text.indices {
      var other = text
      other[index] = other[index] == "q" ? "p" : "q"
      #expect(throws: BOLT11Error.self) { try BOLT11Invoice(String(other)) }
    }
  }

  @Test("keys outside the curve's order are no keys")
  func keys() {
    #expect(NodeKey(secret: .init(repeating: 0, count: 32)) == nil)
    #expect(NodeKey(secret: .init(repeating: 0xff, count: 32)) == nil)
    #expect(NodeKey(secret: [1]) == nil)
    #expect(NodeID(bytes: .init(repeating: 2, count: 32)) == nil)
    #expect(NodeKey.random().publicKey != NodeKey.random().publicKey)
  }
}
