import PayLytAPI

@testable import PayLytServer

extension RailDesk {
  func quote(
    _ amount: PayLytServer.Money, _ source: Asset, request: UInt64 = 1, beneficiary: UInt64 = 30,
    isRehearsal: Bool = false
  ) async throws -> CreatePayoutQuote {
    try await orders.quote(
      CreatePayoutQuoteRequest(
        beneficiary: "beneficiaries/\(UUID.entity(beneficiary))", amount: PayLytAPI.Money(amount),
        sourceAsset: source.rawValue),
      Asked(
        principal: Principal(user: .entity(2), roles: .freelancer, session: nil),
        identity: .fixture(request), isRehearsal: isRehearsal),
      deadline: nil)
  }
}
