@testable import PayLytServer

/// What the two agree on in place of what they had, told a second time.
extension LedgerModel {
  mutating func restate(
    _ id: UUID, _ wish: Restated, by user: UUID, at now: Timestamp
  ) -> Bool {
    guard var deal = deals[id], deal.isRestatable(by: user), !deal.isFrozen,
      !stopped.contains(user),
      wish.deadline.map({ $0 > now }) ?? true
    else { return false }
    let amounts = wish.amounts.isEmpty ? deal.parts.map(\.amount) : wish.amounts
    guard amounts.count == deal.parts.count, wish.added.isEmpty || deal.isHolding,
      zip(amounts, deal.parts).allSatisfy({ $1.floor <= $0 && $0 <= $1.ceiling }),
      amounts.count + wish.added.count <= 50
    else { return false }
    let work = (amounts + wish.added.map(\.amountMsat)).reduce(0, +)
    let total = deal.worth(work)
    let isOther = amounts != deal.parts.map(\.amount) || !wish.added.isEmpty
    guard (1...20_000_000_000).contains(work), deal.isHolding || total <= deal.paidIn,
      isOther || wish.deadline.map({ $0 != deal.deadline }) ?? false
    else { return false }
    let same = Restated(amounts: amounts, added: wish.added, deadline: wish.deadline)
    let isSame =
      deal.restated == same
      && isHeard(theOtherThan: user, of: deal, until: deal.restatableUntil, at: now)
    deal.restating = isSame ? deal.restating.union([user]) : [user]
    deal.restated = same
    deal.restatableUntil = now.adding(seconds: 14 * 86_400)
    if deal.restating.count == 2 {
      let (purse, more) = (Purse(user: deal.client), total - deal.paidIn)
      if more > 0 {
        guard take(more, from: purse) else { return false }
      } else {
        wallets[purse, default: 0] -= more
      }
      deal.agree(same, total: total)
    }
    deals[id] = deal
    return true
  }

  mutating func withdrawRestatement(_ id: UUID, by user: UUID) -> Bool {
    guard let deal = deals[id], deal.isRestatable(by: user), !stopped.contains(user) else {
      return false
    }
    if deal.restating.contains(user) { deals[id]?.dropRestated() }
    return true
  }
}

extension LedgerModel.Deal {
  fileprivate func isRestatable(by user: UUID) -> Bool {
    isParty(user) && dispute == nil && (isHolding || isUnpaid && paidIn > 0)
  }

  fileprivate mutating func agree(_ wish: LedgerModel.Restated, total: Int64) {
    let wasUnpaid = isUnpaid
    for (index, amount) in wish.amounts.enumerated() {
      let canEnd = parts[index].isHeld || parts[index].stage == .waiting
      parts[index].amount = amount
      guard canEnd, parts[index].rest == 0 else { continue }
      parts[index].stage = amount > 0 ? .paid : .dropped
      parts[index].until = nil
    }
    parts += wish.added.map { LedgerModel.Part(amount: $0.amountMsat, stage: .held) }
    excess += max(0, paidIn - total)
    paidIn = total
    deadline = wish.deadline ?? deadline
    dropProposals()
    if wasUnpaid { lock() }
    isOver = rest == 0
  }
}
