import PayLytAPI

@testable import PayLytServer

extension RailDesk {
  func quote(
    _ amount: PayLytServer.Money, _ source: Asset, request: UInt64 = 1, beneficiary: UInt64 = 30,
    isRehearsal: Bool = false, on rail: (any PayoutRail)? = nil
  ) async throws -> CreatePayoutQuote {
    try await (rail.map { self.orders($0) } ?? orders).quote(
      CreatePayoutQuoteRequest(
        beneficiary: "beneficiaries/\(UUID.entity(beneficiary))", amount: PayLytAPI.Money(amount),
        sourceAsset: source.rawValue),
      Asked(
        principal: Principal(user: .entity(2), roles: .freelancer, session: nil),
        identity: .fixture(request), isRehearsal: isRehearsal),
      deadline: nil)
  }

  /// What a request for a payout to a beneficiary orders.
  func lightning(
    to beneficiary: UInt64, amount: PayLytServer.Money? = nil
  ) async throws -> CreatePayout.Order {
    try await orders.order(
      CreatePayoutRequest(
        amount: amount.map { PayLytAPI.Money($0) },
        beneficiary: "beneficiaries/\(UUID.entity(beneficiary))"), of: .entity(2), deadline: nil)
  }
}
