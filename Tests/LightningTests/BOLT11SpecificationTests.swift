import PayLytCrypto
import Testing

@testable import Lightning

@Suite("BOLT 11, the specification's own examples")
struct BOLT11SpecificationTests {
  @Test(
    "valid invoices are read, signed by the documented payee",
    arguments: [
      (Specification.donation, nil), (Specification.coffee, 250_000_000),
      (Specification.nonsense, 250_000_000), (Specification.hashed, 2_000_000_000),
      (Specification.testnetFallback, 2_000_000_000), (Specification.routed, 2_000_000_000),
      (Specification.scriptHash, 2_000_000_000), (Specification.witnessKeyHash, 2_000_000_000),
      (Specification.witnessScriptHash, 2_000_000_000), (Specification.taproot, 2_000_000_000),
      (Specification.picoAmount, 967_878_534), (Specification.features, 2_500_000_000),
      (Specification.features.uppercased(), 2_500_000_000),
      (Specification.ignoredFields, 2_500_000_000), (Specification.metadata, 1_000_000_000),
      (Specification.highS, nil),
    ] as [(String, Int64?)])
  func valid(text: String, amountMsat: Int64?) throws {
    let invoice = try BOLT11Invoice(text)
    #expect(invoice.text == text.lowercased())
    #expect(invoice.amountMsat == amountMsat)
    // The high S was made without its recovery id, so it recovers the mirrored key.
    let isHighS = text == Specification.highS
    #expect(
      invoice.payee.description
        == (isHighS ? Specification.highSPayee : Specification.payee))
    #expect(Hex.encode(invoice.paymentSecret) == Specification.paymentSecret)
    if text != Specification.picoAmount {
      #expect(invoice.timestamp == Specification.timestamp)
      #expect(Hex.encode(invoice.paymentHash) == Specification.paymentHash)
    }
    #expect(try BOLT11Invoice(invoice.qrText) == invoice)
  }

  @Test(
    "invalid invoices are refused for the documented reason",
    arguments: [
      (Specification.unknownFeature, .unknownRequiredFeature(100)),
      (Specification.wrongChecksum, .notBech32(.invalidChecksum)),
      (Specification.noSeparator, .notBech32(.missingSeparator)),
      (Specification.mixedCase, .notBech32(.mixedCase)),
      (Specification.unrecoverable, .invalidSignature), (Specification.tooShort, .tooShort),
      (Specification.wrongMultiplier, .invalidAmount),
      (Specification.fractionOfMsat, .invalidAmount),
      (Specification.missingSecret, .missingField("s")),
      (Specification.highSWithPayee, .invalidSignature),
    ] as [(String, BOLT11Error)])
  func invalid(text: String, reason: BOLT11Error) {
    #expect(throws: reason) { try BOLT11Invoice(text) }
  }

  @Test("the fields have the documented meaning")
  func meaning() throws {
    let donation = try BOLT11Invoice(Specification.donation)
    #expect(donation.purpose == .text("Please consider supporting this project"))
    #expect(donation.expirySeconds == 3600)
    #expect(donation.minFinalCLTVExpiryDelta == 18)
    #expect(donation.features.bits == [8, 14])
    let nonsense = try BOLT11Invoice(Specification.nonsense)
    #expect(nonsense.purpose == .text("ナンセンス 1杯"))
    #expect(nonsense.expirySeconds == 60)
    #expect(!nonsense.isExpired(at: Specification.timestamp + 59))
    #expect(nonsense.isExpired(at: Specification.timestamp + 60))
    let hashed = try BOLT11Invoice(Specification.hashed)
    #expect(hashed.purpose == .hash(SHA256.hash(Array(Specification.longDescription.utf8))))
    #expect(try BOLT11Invoice(Specification.features).features.bits == [8, 14, 99])
    let metadata = try BOLT11Invoice(Specification.metadata)
    #expect(metadata.metadata == [0x01, 0xfa, 0xfa, 0xf0])
    #expect(metadata.features.bits == [8, 14, 48])
    let pico = try BOLT11Invoice(Specification.picoAmount)
    #expect(pico.timestamp == 1_572_468_703)
    #expect(pico.expirySeconds == 604_800)
    #expect(pico.minFinalCLTVExpiryDelta == 10)
    let hop = try #require(pico.routes.first?.first)
    #expect(hop.shortChannelID == 589_390 << 40 | 3312 << 16 | 1)
    #expect(hop.feeBaseMsat == 1000)
    #expect(hop.feeProportionalMillionths == 2500)
    #expect(hop.cltvExpiryDelta == 40)
  }

  @Test("fallback addresses and routes have the documented meaning")
  func places() throws {
    let testnet = try BOLT11Invoice(Specification.testnetFallback)
    #expect(testnet.network == .testnet)
    #expect(
      testnet.fallbacks == [
        .publicKeyHash(try #require(Hex.decode("3172b5654f6683c8fb146959d347ce303cae4ca7")))
      ])
    let script = try BOLT11Invoice(Specification.scriptHash).fallbacks
    #expect(
      script == [.scriptHash(try #require(Hex.decode("8f55563b9a19f321c211e9b9f38cdf686ea07845")))])
    let key = try BOLT11Invoice(Specification.witnessKeyHash).fallbacks
    let keyHash = try #require(Hex.decode("751e76e8199196d454941c45d1b3a323f1433bd6"))
    #expect(key == [.witness(version: 0, program: keyHash)])
    for (text, version) in [(Specification.witnessScriptHash, 0), (Specification.taproot, 1)] {
      guard case .witness(UInt8(version), let program) = try BOLT11Invoice(text).fallbacks.first
      else {
        Issue.record("no witness program of version \(version)")
        continue
      }
      #expect(program.count == 32)
    }
    let routed = try BOLT11Invoice(Specification.routed)
    #expect(routed.routes.count == 1)
    let route = try #require(routed.routes.first)
    #expect(route.map(\.shortChannelID) == [0x0102_0304_0506_0708, 0x0304_0506_0708_090a])
    #expect(route.map(\.feeBaseMsat) == [1, 2])
    #expect(route.map(\.feeProportionalMillionths) == [20, 30])
    #expect(route.map(\.cltvExpiryDelta) == [3, 4])
  }

  @Test("our signer writes the specification's invoices, character for character")
  func signing() throws {
    let key = try #require(Hex.decode(Specification.privateKey).flatMap(NodeKey.init(secret:)))
    let examples = [
      Specification.donation, Specification.coffee, Specification.nonsense, Specification.hashed,
      Specification.taproot,
    ]
    for text in examples {
      let read = try BOLT11Invoice(text)
      var draft = InvoiceDraft(
        network: read.network, amountMsat: read.amountMsat, timestamp: read.timestamp,
        paymentHash: read.paymentHash, paymentSecret: read.paymentSecret, purpose: read.purpose)
      draft.expirySeconds = read.expirySeconds == 3600 ? nil : read.expirySeconds
      draft.features = read.features
      draft.fallbacks = read.fallbacks
      draft.routes = read.routes
      #expect(try draft.signed(by: key).text == text)
    }
  }
}
