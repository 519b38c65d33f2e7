@testable import PayLytServer

/// Money that leaves: over Lightning, and to banks at a locked rate.
extension LedgerModel {
  mutating func withdraw(
    _ id: UUID, _ amount: Int64, feeLimit: Int64, by user: UUID
  ) -> Bool {
    guard !stopped.contains(user), take(amount + feeLimit, from: Purse(user: user)) else {
      return false
    }
    withdrawals[id] = Withdrawal(user: user, amount: amount, feeLimit: feeLimit)
    return true
  }

  mutating func withdraw(
    _ id: UUID, at rate: UUID, by user: UUID, _ now: Timestamp
  ) -> Bool {
    guard let found = rates[rate], found.user == user, !found.isUsed, now < found.until,
      !stopped.contains(user),
      take(found.amount + found.feeLimit, from: Purse(user: user, asset: found.asset))
    else { return false }
    rates[rate]?.isUsed = true
    withdrawals[id] = Withdrawal(
      user: user, asset: found.asset, amount: found.amount, feeLimit: found.feeLimit, rate: found)
    return true
  }

  /// A payout that was not handed over comes back, with what was set aside for its fee.
  mutating func cancelPayout(_ id: UUID, by user: UUID) -> Bool {
    guard let found = withdrawals[id], !found.isOver, found.user == user, !found.isSent else {
      return false
    }
    return settle(id, fee: nil)
  }

  /// What a fee is beyond its limit is the house's.
  ///
  /// - Parameter fee: what the provider charged; nil when it did not pay.
  mutating func settle(_ id: UUID, fee: Int64?) -> Bool {
    guard let found = withdrawals[id], !found.isOver else { return false }
    withdrawals[id]?.isOver = true
    if let fee {
      float -= found.amount + fee
      house[found.asset, default: 0] -= max(fee - found.feeLimit, 0)
    }
    wallets[found.purse, default: 0] +=
      fee.map { max(found.feeLimit - $0, 0) } ?? found.inTransit
    return true
  }

  /// It arrived at a bank, for so much of our bitcoin. The fee is the user's up to its limit, at
  /// the rate and rounded up; what was not as quoted is the house's, which also changes local
  /// currency.
  mutating func remit(_ id: UUID, takenMsat: Int64, feeMsat: Int64) -> Bool {
    guard let found = withdrawals[id], let rate = found.rate, !found.isOver else { return false }
    let isBitcoin = found.asset == .btc
    let fee = found.fee(ofMsat: feeMsat, rate)
    withdrawals[id]?.isOver = true
    withdrawals[id]?.isThere = true
    withdrawals[id]?.feeMsat = feeMsat
    float -= takenMsat + feeMsat
    wallets[found.purse, default: 0] += found.feeLimit - fee
    house[.btc, default: 0] += (isBitcoin ? rate.coverMsat + fee : 0) - takenMsat - feeMsat
    if !isBitcoin { house[found.asset, default: 0] += found.amount + fee }
    return true
  }

  /// A bank sends it back: the user has the amount again, and of the fee what was not kept. That
  /// it had arrived may be news, too.
  mutating func bringBack(_ id: UUID, returnedMsat: Int64, keptFeeMsat: Int64) -> Bool {
    if let found = withdrawals[id], !found.isOver {
      guard remit(id, takenMsat: returnedMsat, feeMsat: keptFeeMsat) else { return false }
    }
    guard let found = withdrawals[id], let rate = found.rate, found.isThere,
      keptFeeMsat <= found.feeMsat
    else { return false }
    let back =
      found.amount + found.fee(ofMsat: found.feeMsat, rate) - found.fee(ofMsat: keptFeeMsat, rate)
    let float = returnedMsat + found.feeMsat - keptFeeMsat
    withdrawals[id]?.isThere = false
    self.float += float
    wallets[found.purse, default: 0] += back
    house[.btc, default: 0] += float
    house[found.asset, default: 0] -= back
    return true
  }
}

extension LedgerModel.Withdrawal {
  /// What of the provider's fee is the user's, in the asset that pays it.
  fileprivate func fee(ofMsat msat: Int64, _ rate: LedgerModel.Rate) -> Int64 {
    let units =
      asset == .btc ? msat : (msat * amount + rate.coverMsat - 1) / rate.coverMsat
    return min(units, feeLimit)
  }

  fileprivate var purse: LedgerModel.Purse { .init(user: user, asset: asset) }
}
