import PayLytAPI
import Testing

@testable import PayLytServer

@Suite("What a request for a payout orders")
struct PayoutOrderTests {
  private static let choice = Refusal.invalid(
    "lightning_address", "One of `lightning_address`, `beneficiary` and `quote`.")
  private static let bank = "beneficiaries/\(UUID.entity(30))"
  private static let amount = PayLytAPI.Money(.msat(1_000_000))

  @Test("no destination and two of them are both refused with what there is to choose")
  func destinations() async throws {
    try await RailDesk.with { desk in
      for (address, beneficiary) in [("", ""), ("ada@example.org", Self.bank)] {
        await #expect(throws: Self.choice) {
          _ = try await desk.orders.order(
            CreatePayoutRequest(
              amount: Self.amount, lightningAddress: address, beneficiary: beneficiary),
            of: .entity(2), deadline: nil)
        }
        await #expect(throws: Self.choice) {
          _ = try await desk.orders.replacement(
            ReplaceDestinationRequest(lightningAddress: address, beneficiary: beneficiary),
            of: .entity(2), deadline: nil)
        }
      }
    }
  }

  @Test("an address is taken in any case, and what is none is told what one looks like")
  func addresses() async throws {
    try await RailDesk.with { desk in
      func order(_ address: String) async throws -> CreatePayout.Order {
        try await desk.orders.order(
          CreatePayoutRequest(amount: Self.amount, lightningAddress: address),
          of: .entity(2), deadline: nil)
      }
      guard case .lightning(let terms) = try await order("Ada@Example.ORG") else {
        Issue.record("another kind of order")
        return
      }
      #expect(terms.destination == "ada@example.org")
      await #expect(
        throws: Refusal.invalid("lightning_address", "Expected `name@domain`.")
      ) { _ = try await order("ada") }
    }
  }

  @Test(
    "an amount to an account is in BTC or in its currency, and a refusal names both",
    arguments: [
      (Asset.kes, Asset.btc, "BTC or NGN."), (.kes, .ngn, "NGN, as what pays it."),
      (.btc, .ngn, "NGN, as what pays it."),
    ])
  func assets(amount: Asset, source: Asset, sentence: String) async throws {
    try await RailDesk.with { desk in
      await #expect(throws: Refusal.invalid("amount.asset", sentence)) {
        _ = try await desk.quote(Money(asset: amount, units: 7_000_000), source)
      }
    }
  }
}
