import PayLytAPI
import StandardAPI

extension PayLytAPI.Payout {
  init(_ payout: Payout) {
    let terms = payout.terms
    let isOwnAddress = terms.method == .lightningAddress && terms.beneficiary == nil
    self.init(
      name: "payouts/\(payout.id)", user: "users/\(payout.user)", state: State(payout.state),
      amount: PayLytAPI.Money(terms.amount),
      feeLimit: PayLytAPI.Money(Money(asset: terms.amount.asset, units: terms.feeLimitUnits)),
      fee: payout.wasPaid
        ? PayLytAPI.Money(Money(asset: terms.amount.asset, units: payout.feeUnits)) : nil,
      lightningAddress: isOwnAddress ? terms.destination : "",
      providerReference: payout.reference, preimage: payout.preimage,
      failureReason: payout.failureReason, createTime: ProtoTimestamp(payout.createdAt),
      updateTime: ProtoTimestamp(payout.updatedAt),
      method: PayLytAPI.PayoutMethod(terms.method),
      beneficiary: terms.beneficiary.map { "beneficiaries/\($0)" } ?? "",
      destination: terms.destination, settlement: PayLytAPI.Money(terms.settlement),
      quote: terms.quote.map { "payoutQuotes/\($0)" } ?? "",
      replaces: payout.replaces.map { "payouts/\($0)" } ?? "", etag: payout.etag)
  }
}

extension Payout {
  fileprivate var wasPaid: Bool { state == .succeeded || state == .reversed }
}

extension PayLytAPI.Payout.State {
  init(_ state: PayoutState) {
    self =
      switch state {
      case .reserved: .reserved
      case .submitting: .submitting
      case .submitted: .submitted
      case .unknown: .unknown
      case .succeeded: .succeeded
      case .failed: .failed
      case .cancelled: .cancelled
      case .reversed: .reversed
      }
  }
}

extension PayLytAPI.PayoutQuote {
  init(_ quote: PayoutQuote) {
    self.init(
      name: "payoutQuotes/\(quote.id)", beneficiary: "beneficiaries/\(quote.beneficiary)",
      amount: PayLytAPI.Money(quote.amount),
      feeLimit: PayLytAPI.Money(
        Money(asset: quote.amount.asset, units: quote.feeLimitUnits)),
      settlement: PayLytAPI.Money(quote.settlement), expireTime: ProtoTimestamp(quote.expiresAt),
      payout: quote.payout.map { "payouts/\($0)" } ?? "",
      createTime: ProtoTimestamp(quote.createdAt))
  }
}

extension CreatePayoutRequest: ChangeRequest {}
extension CancelPayoutRequest: ChangeRequest {}
extension ReplaceDestinationRequest: ChangeRequest {}
extension CreatePayoutQuoteRequest: ChangeRequest {}
