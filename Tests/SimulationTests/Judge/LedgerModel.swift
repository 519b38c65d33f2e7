@testable import PayLytServer

/// What should be in the books, told a second time in as few words as possible: no accounts, no
/// transfers, no state machine of the server. Amounts are millisatoshis.
///
/// Each of its moves says whether it is allowed, and changes nothing when it is not.
struct LedgerModel {
  struct Withdrawal {
    let user: UUID
    var asset = Asset.btc
    let amount: Int64
    let feeLimit: Int64
    /// At which it goes to a bank.
    var rate: Rate?
    var isSent = false
    var isOver = false
    /// Whether it has arrived at a bank.
    var isThere = false
    /// Of our bitcoin, when it arrived.
    var feeMsat: Int64 = 0
    var inTransit: Int64 { isOver ? 0 : amount + feeLimit }
  }

  /// A locked rate of a payout to a bank, paid in either asset.
  struct Rate {
    let user: UUID
    let asset: Asset
    let amount: Int64
    let feeLimit: Int64
    /// What the provider takes for it.
    let coverMsat: Int64
    let reference: String
    let until: Timestamp
    var isUsed = false
  }

  /// Money of one user in one asset.
  struct Purse: Hashable {
    let user: UUID
    var asset = Asset.btc
  }

  struct Quote {
    let user: UUID
    let from: Asset
    let to: Asset
    let units: Int64
    let until: Timestamp
    var isUsed = false
  }

  var wallets: [Purse: Int64] = [:]
  /// Whose wallets are frozen, and whom an admin has stopped altogether.
  var frozen: Set<UUID> = []
  var stopped: Set<UUID> = []
  /// When who had been stopped was last let go on.
  var letGo: [UUID: Timestamp] = [:]
  /// What operators have paused.
  var paused: Set<Capability> = []
  var quotes: [UUID: Quote] = [:]
  /// What conversions left with the platform, by asset; the one it gave more of is below zero.
  var house: [Asset: Int64] = [:]
  var fees: Int64 = 0
  /// What corrections cost the platform, and what they took from its float.
  var losses: [Asset: Int64] = [:]
  var corrections: [UUID: Amendment] = [:]
  /// What the provider should hold for us, as far as we know.
  var float: Int64 = 0
  var jobs: [UUID: Offer] = [:]
  var deals: [UUID: Deal] = [:]
  var disputes: [UUID: Quarrel] = [:]
  var books = GeneralBooks()
  var withdrawals: [UUID: Withdrawal] = [:]
  var rates: [UUID: Rate] = [:]

  /// The moments to come at which something ends by itself.
  func ends(after now: Timestamp) -> [Timestamp] {
    let open = deals.values.filter { !$0.isOver }
    let parts = open.flatMap { deal in deal.parts.compactMap(\.until) }
    let unpaid = open.filter(\.isUnpaid).map(\.fundBy)
    let unstarted = open.filter { $0.isHolding && $0.isUnstarted }.map(\.returnableFrom)
    let evidence = disputes.values.filter { !$0.isOver }
      .map { $0.openedAt.adding(seconds: DisputeLimits.evidenceSeconds) }
    let offers = jobs.values.filter(\.isOpen).map(\.terms.deadline)
    let holds = books.transactions.values.filter { $0.state == .pending }.compactMap(\.expiresAt)
    return [parts, unpaid, unstarted, evidence, offers, holds].flatMap { ends in
      ends.filter { $0 > now }.sorted().prefix(2)
    }
  }

  /// Takes money out of a wallet, if it is there and not frozen.
  mutating func take(_ amount: Int64, from purse: Purse) -> Bool {
    guard amount > 0, wallets[purse, default: 0] >= amount, !frozen.contains(purse.user) else {
      return false
    }
    wallets[purse, default: 0] -= amount
    return true
  }

  mutating func transfer(_ amount: Int64, _ asset: Asset, from: UUID, to: UUID) -> Bool {
    guard from != to, !stopped.contains(from), take(amount, from: Purse(user: from, asset: asset))
    else { return false }
    wallets[Purse(user: to, asset: asset), default: 0] += amount
    return true
  }

  mutating func deposit(_ msat: Int64, by user: UUID) {
    float += msat
    wallets[Purse(user: user), default: 0] += msat
  }

  mutating func freeze(_ user: UUID, _ isFrozen: Bool) -> Bool {
    guard frozen.contains(user) != isFrozen else { return false }
    if isFrozen { frozen.insert(user) } else { frozen.remove(user) }
    return true
  }

  mutating func pause(_ capability: Capability, _ isPaused: Bool) -> Bool {
    guard paused.contains(capability) != isPaused else { return false }
    if isPaused { paused.insert(capability) } else { paused.remove(capability) }
    return true
  }

  /// Whether what somebody has said counts: never again once they were stopped.
  func counts(_ said: Timestamp, of user: UUID) -> Bool {
    !stopped.contains(user) && letGo[user].map { $0 < said } ?? true
  }

  /// Stopped twice is stopped.
  mutating func stop(_ user: UUID, _ isStopped: Bool, by admin: UUID, at now: Timestamp) -> Bool {
    guard user != admin else { return false }
    if isStopped {
      stopped.insert(user)
    } else if stopped.remove(user) != nil {
      letGo[user] = now
    }
    return true
  }

  /// At 16 minor units for 100 000 millisatoshis, of which the platform keeps half a percent.
  mutating func convert(_ id: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let quote = quotes[id], quote.user == user, !quote.isUsed, now < quote.until,
      take(quote.units, from: Purse(user: user, asset: quote.from))
    else { return false }
    quotes[id]?.isUsed = true
    let (price, amount) = quote.from == .btc ? (16, 100_000) : (100_000, 16) as (Int128, Int128)
    let units = Int64(Int128(quote.units) * price * 995 / (amount * 1000))
    wallets[Purse(user: user, asset: quote.to), default: 0] += units
    house[quote.from, default: 0] += quote.units
    house[quote.to, default: 0] -= units
    return true
  }
}
