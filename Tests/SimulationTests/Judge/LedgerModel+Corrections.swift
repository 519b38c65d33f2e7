@testable import PayLytServer

extension LedgerModel {
  /// What one admin wants booked, and another one decides on.
  struct Amendment {
    let kind: CorrectionKind
    /// Whose wallet; for the float nobody's.
    let purse: Purse?
    let asset: Asset
    let units: Int64
    let proposer: UUID
    let until: Timestamp
    var isOver = false
  }

  mutating func propose(
    _ id: UUID?, _ kind: CorrectionKind, _ units: Int64, _ asset: Asset, of user: UUID?,
    by admin: UUID, at now: Timestamp
  ) -> Bool {
    let purse = user.map { Purse(user: $0, asset: asset) }
    guard user != admin else { return false }
    if kind == .walletDebit, let purse, wallets[purse, default: 0] < units { return false }
    if let id {
      corrections[id] = Amendment(
        kind: kind, purse: purse, asset: asset, units: units, proposer: admin,
        until: now.adding(seconds: 14 * 86_400))
    }
    return true
  }

  mutating func approve(_ id: UUID, by admin: UUID, at now: Timestamp) -> Bool {
    guard let found = corrections[id], !found.isOver, found.proposer != admin,
      found.purse?.user != admin, now < found.until, !stopped.contains(found.proposer)
    else { return false }
    switch (found.kind, found.purse) {
    case (.providerLoss, nil):
      float -= found.units
      losses[found.asset, default: 0] += found.units
    case (.providerGain, nil):
      float += found.units
      losses[found.asset, default: 0] -= found.units
    case (.walletCredit, let purse?):
      wallets[purse, default: 0] += found.units
      losses[found.asset, default: 0] += found.units
    case (.walletDebit, let purse?):
      // A freeze stops its owner alone.
      guard wallets[purse, default: 0] >= found.units else { return false }
      wallets[purse, default: 0] -= found.units
      losses[found.asset, default: 0] -= found.units
    default: return false
    }
    corrections[id]?.isOver = true
    return true
  }

  mutating func withdraw(correction id: UUID, by admin: UUID) -> Bool {
    guard let found = corrections[id], !found.isOver, found.purse?.user != admin else {
      return false
    }
    corrections[id]?.isOver = true
    return true
  }
}
