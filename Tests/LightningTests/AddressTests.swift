import PayLytCrypto
import Testing

@testable import Lightning

@Suite("Lightning addresses and LNURL-pay")
struct AddressTests {
  @Test(
    "an address names its pay request",
    arguments: [
      ("satoshi@example.com", "https://example.com/.well-known/lnurlp/satoshi"),
      (
        "Ada.L-ove_1+tips@Pay.Example.COM",
        "https://pay.example.com/.well-known/lnurlp/ada.l-ove_1+tips"
      ),
      ("a@127.0.0.1:8080", "https://127.0.0.1:8080/.well-known/lnurlp/a"),
    ])
  func parsed(text: String, url: String) throws {
    let address = try LightningAddress(text)
    #expect(address.payRequestURL() == url)
    #expect(address.description == text.lowercased())
  }

  @Test(
    "what is no address is refused",
    arguments: [
      ("", .noAtSign), ("satoshi", .noAtSign), ("a@b@c", .noAtSign), ("@example.com", .invalidUser),
      ("a b@example.com", .invalidUser), ("a/../b@example.com", .invalidUser),
      ("ä@example.com", .invalidUser), ("a?x@example.com", .invalidUser), ("a@", .invalidHost),
      ("a@-x.com", .invalidHost), ("a@x..com", .invalidHost), ("a@x.com/evil", .invalidHost),
      ("a@x_y.com", .invalidHost), ("a@x.com:", .invalidPort), ("a@x.com:0", .invalidPort),
      ("a@x.com:65536", .invalidPort), ("a@x.com:+1", .invalidPort), ("a@x.com:1:2", .invalidPort),
      (String(repeating: "a", count: 65) + "@x.com", .invalidUser),
    ] as [(String, LightningAddress.ParseError)])
  func refused(text: String, reason: LightningAddress.ParseError) {
    #expect(throws: reason) { try LightningAddress(text) }
  }

  @Test(
    "only this machine is loopback",
    arguments: [
      ("a@localhost", true), ("a@127.0.0.1", true), ("a@127.9.9.9:1", true),
      ("a@127.example.com", false), ("a@127.0.0.1.example.com", false), ("a@10.0.0.1", false),
      ("a@localhost.example.com", false), ("a@127.0.0.256", false),
    ])
  func loopback(text: String, isLoopback: Bool) throws {
    #expect(try LightningAddress(text).isLoopback == isLoopback)
  }

  private static let request = LNURLPayRequest(
    callback: "https://x.com/cb", minSendable: 1000, maxSendable: 5000, metadata: "[]")

  @Test("the invoice is asked for at the callback, in msat")
  func callback() throws {
    #expect(try Self.request.invoiceURL(amountMsat: 1000) == "https://x.com/cb?amount=1000")
    let withQuery = LNURLPayRequest(
      callback: "https://x.com/cb?k=1", minSendable: 1, maxSendable: 1, metadata: "")
    #expect(try withQuery.invoiceURL(amountMsat: 1) == "https://x.com/cb?k=1&amount=1")
  }

  @Test(
    "an amount outside the service's bounds is refused", arguments: [0, 999, 5001, -1] as [Int64])
  func bounds(amountMsat: Int64) {
    #expect(throws: LNURLPayError.amountOutOfBounds(minMsat: 1000, maxMsat: 5000)) {
      try Self.request.invoiceURL(amountMsat: amountMsat)
    }
  }

  @Test("bounds that contradict themselves are refused", arguments: [(2, 1), (0, 1), (-5, -1)])
  func contradiction(min: Int64, max: Int64) {
    let request = LNURLPayRequest(callback: "", minSendable: min, maxSendable: max, metadata: "")
    #expect(throws: LNURLPayError.invalidBounds) { try request.invoiceURL(amountMsat: 1) }
  }

  @Test("the service's invoice must ask for the amount and commit to the metadata")
  func checked() throws {
    let request = Self.request
    func invoice(_ amountMsat: Int64?, _ purpose: InvoiceDescription) throws -> String {
      try InvoiceDraft(
        network: .regtest, amountMsat: amountMsat, timestamp: 1_750_000_000,
        paymentHash: .init(repeating: 1, count: 32), paymentSecret: .init(repeating: 2, count: 32),
        purpose: purpose
      ).signed(by: .random()).text
    }
    let committed = InvoiceDescription.hash(SHA256.hash(Array("[]".utf8)))
    let good = try invoice(1000, committed)
    #expect(try request.checkedInvoice(good, amountMsat: 1000).text == good)
    for wrong in [try invoice(1001, committed), try invoice(nil, committed)] {
      #expect(throws: LNURLPayError.wrongAmount) {
        try request.checkedInvoice(wrong, amountMsat: 1000)
      }
    }
    for wrong in [
      try invoice(1000, .text("[]")), try invoice(1000, .hash(.init(repeating: 0, count: 32))),
    ] {
      #expect(throws: LNURLPayError.wrongDescriptionHash) {
        try request.checkedInvoice(wrong, amountMsat: 1000)
      }
    }
    #expect(throws: LNURLPayError.invoiceUnreadable(.notBech32(.missingSeparator))) {
      try request.checkedInvoice("nothing", amountMsat: 1000)
    }
  }
}
