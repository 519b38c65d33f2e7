@testable import PayLytServer

/// What should be in the books, told a second time in as few words as possible: no accounts, no
/// transfers, no state machine of the server. Amounts are millisatoshis.
///
/// Each of its moves says whether it is allowed, and changes nothing when it is not.
struct LedgerModel {
  enum Part {
    case waiting, held, delivered, paid
  }

  struct Job {
    let client: UUID
    let parts: [Int64]
    let deadline: Timestamp
    var isOpen = true
  }

  struct Deal {
    let client: UUID
    let freelancer: UUID
    let parts: [Int64]
    let deadline: Timestamp
    /// Until when invoices are made.
    let fundBy: Timestamp
    var states: [Part]
    var paidIn: Int64 = 0
    var released: Int64 = 0
    var refunded: Int64 = 0
    var feeTaken: Int64 = 0
    var isOver = false

    var total: Int64 { parts.reduce(0, +) }
    var isHolding: Bool { !isOver && paidIn == total }
    /// What is in escrow.
    var rest: Int64 { paidIn - released - refunded }
  }

  struct Withdrawal {
    let user: UUID
    let amount: Int64
    let feeLimit: Int64
    var isOver = false
    var inTransit: Int64 { isOver ? 0 : amount + feeLimit }
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
  var frozen: Set<UUID> = []
  var quotes: [UUID: Quote] = [:]
  /// What conversions left with the platform, by asset; the one it gave more of is below zero.
  var house: [Asset: Int64] = [:]
  var fees: Int64 = 0
  /// What the provider should hold for us, as far as we know.
  var float: Int64 = 0
  var jobs: [UUID: Job] = [:]
  var deals: [UUID: Deal] = [:]
  var withdrawals: [UUID: Withdrawal] = [:]

  mutating func accept(_ job: UUID, as deal: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let found = jobs[job], found.isOpen, found.client != user, now < found.deadline else {
      return false
    }
    jobs[job]?.isOpen = false
    deals[deal] = Deal(
      client: found.client, freelancer: user, parts: found.parts, deadline: found.deadline,
      fundBy: now.adding(seconds: EscrowLimits.fundingWindowSeconds),
      states: found.parts.map { _ in .waiting })
    return true
  }

  mutating func withdrawJob(_ job: UUID, by user: UUID) -> Bool {
    guard let found = jobs[job], found.isOpen, found.client == user else { return false }
    jobs[job]?.isOpen = false
    return true
  }

  func mayFund(_ id: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let deal = deals[id] else { return false }
    return mayCancel(deal, by: user) && now < deal.fundBy
  }

  private func mayCancel(_ deal: Deal, by user: UUID) -> Bool {
    user == deal.client && !deal.isOver && deal.paidIn < deal.total
  }

  mutating func pay(_ id: UUID, _ msat: Int64) -> Bool {
    guard var deal = deals[id] else { return false }
    let kept = min(deal.isOver ? 0 : deal.total - deal.paidIn, msat)
    deal.paidIn += kept
    if kept > 0, deal.isHolding { deal.states = deal.parts.map { _ in .held } }
    float += msat
    wallets[Purse(user: deal.client), default: 0] += msat - kept
    deals[id] = deal
    return true
  }

  mutating func submit(_ id: UUID, _ part: Int, by user: UUID) -> Bool {
    guard let deal = deals[id], user == deal.freelancer, deal.isHolding,
      deal.parts.indices.contains(part), deal.states[part] == .held
    else { return false }
    deals[id]?.states[part] = .delivered
    return true
  }

  /// - Parameter chosen: parts; nil for all that are left.
  mutating func release(_ id: UUID, _ chosen: Int?, by user: UUID) -> Bool {
    guard var deal = deals[id], user == deal.client, deal.isHolding else { return false }
    let open = deal.parts.indices.filter {
      (chosen ?? $0) == $0 && [.held, .delivered].contains(deal.states[$0])
    }
    guard !open.isEmpty else { return false }
    for part in open {
      deal.released += deal.parts[part]
      deal.states[part] = .paid
      let fee = deal.released * 250 / 10_000 - deal.feeTaken
      deal.feeTaken += fee
      fees += fee
      wallets[Purse(user: deal.freelancer), default: 0] += deal.parts[part] - fee
    }
    deal.isOver = deal.states.allSatisfy { $0 == .paid }
    deals[id] = deal
    return true
  }

  mutating func refund(_ id: UUID, by user: UUID, isAdmin: Bool, at now: Timestamp) -> Bool {
    guard let deal = deals[id], deal.isHolding else { return false }
    let isLate =
      now >= deal.deadline.adding(seconds: 72 * 3600)
      && deal.states.allSatisfy { $0 == .held }
    guard user == deal.freelancer || (user == deal.client ? isLate : isAdmin) else { return false }
    giveBack(id)
    return true
  }

  mutating func cancel(_ id: UUID, by user: UUID) -> Bool {
    guard let deal = deals[id], mayCancel(deal, by: user) else { return false }
    giveBack(id)
    return true
  }

  private mutating func giveBack(_ id: UUID) {
    guard let deal = deals[id] else { return }
    wallets[Purse(user: deal.client), default: 0] += deal.rest
    deals[id]?.refunded += deal.rest
    deals[id]?.isOver = true
  }

  /// Takes money out of a wallet, if it is there and not frozen.
  private mutating func take(_ amount: Int64, from purse: Purse) -> Bool {
    guard amount > 0, wallets[purse, default: 0] >= amount, !frozen.contains(purse.user) else {
      return false
    }
    wallets[purse, default: 0] -= amount
    return true
  }

  mutating func withdraw(
    _ id: UUID, _ amount: Int64, feeLimit: Int64, by user: UUID
  ) -> Bool {
    guard take(amount + feeLimit, from: Purse(user: user)) else { return false }
    withdrawals[id] = Withdrawal(user: user, amount: amount, feeLimit: feeLimit)
    return true
  }

  mutating func transfer(_ amount: Int64, _ asset: Asset, from: UUID, to: UUID) -> Bool {
    guard from != to, take(amount, from: Purse(user: from, asset: asset)) else { return false }
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

  /// - Parameter fee: what the provider charged; nil when it did not pay.
  mutating func settle(_ id: UUID, fee: Int64?) -> Bool {
    guard let found = withdrawals[id], !found.isOver, (0...found.feeLimit).contains(fee ?? 0) else {
      return false
    }
    withdrawals[id]?.isOver = true
    if let fee { float -= found.amount + fee }
    wallets[Purse(user: found.user), default: 0] +=
      fee.map { found.feeLimit - $0 } ?? found.inTransit
    return true
  }
}
