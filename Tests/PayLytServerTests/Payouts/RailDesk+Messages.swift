import PayLytAPI

@testable import PayLytServer

extension RailDesk {
  func quote(
    _ amount: PayLytServer.Money, _ source: Asset, request: UInt64 = 1, beneficiary: UInt64 = 30
  ) async throws -> CreatePayoutQuote {
    try await orders.quote(
      CreatePayoutQuoteRequest(
        beneficiary: "beneficiaries/\(UUID.entity(beneficiary))", amount: PayLytAPI.Money(amount),
        sourceAsset: source.rawValue), of: .entity(2), .freelancer, .fixture(request), deadline: nil
    )
  }
}
