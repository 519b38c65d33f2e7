@testable import PayLytServer

/// What is frozen while the two disagree, told a second time.
extension LedgerModel {
  struct Quarrel {
    let deal: UUID
    let opener: UUID
    let openedAt: Timestamp
    var isOver = false
    var offersMade: Int32 = 0
    var offersBy: [UUID: Int32] = [:]
    var offer: (by: UUID, toFreelancer: Int64, at: Timestamp)?
    /// What one admin has ruled and another one must confirm.
    var ruling: (by: UUID, toFreelancer: Int64)?
  }

  mutating func dispute(_ deal: UUID, as id: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let found = deals[deal], found.isParty(user), found.isHolding else { return false }
    deals[deal]?.dispute = id
    deals[deal]?.dropProposals()
    disputes[id] = Quarrel(deal: deal, opener: user, openedAt: now)
    return true
  }

  mutating func offer(
    _ id: UUID, toFreelancer: Int64, toClient: Int64, by user: UUID, at now: Timestamp
  ) -> Bool {
    guard let quarrel = disputes[id], let deal = deals[quarrel.deal], deal.isParty(user),
      !stopped.contains(user),
      !quarrel.isOver, toFreelancer >= 0,
      quarrel.offersBy[user, default: 0] < DisputeLimits.offersMax,
      toClient >= 0, toFreelancer + toClient == deal.rest
    else { return false }
    disputes[id]?.offersMade += 1
    disputes[id]?.offersBy[user, default: 0] += 1
    disputes[id]?.offer = (user, toFreelancer, now)
    return true
  }

  mutating func answer(_ id: UUID, _ number: Int32, isYes: Bool, by user: UUID) -> Bool {
    guard let quarrel = disputes[id], let deal = deals[quarrel.deal], deal.isParty(user),
      !quarrel.isOver, let offer = quarrel.offer, offer.by != user, quarrel.offersMade == number,
      !isYes || !deal.isFrozen && !stopped.contains(user) && counts(offer.at, of: offer.by)
    else { return false }
    disputes[id]?.offer = nil
    return !isYes || end(id, toFreelancer: offer.toFreelancer)
  }

  mutating func withdrawDispute(_ id: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let quarrel = disputes[id], !quarrel.isOver, quarrel.opener == user,
      !stopped.contains(user), standing(quarrel.ruling) == nil, var deal = deals[quarrel.deal]
    else { return false }
    disputes[id]?.isOver = true
    deal.dispute = nil
    // The client's time to look goes on where it stopped.
    for index in deal.parts.indices {
      guard let until = deal.parts[index].until else { continue }
      let left = max(0, until.microseconds - quarrel.openedAt.microseconds)
      deal.parts[index].until = Timestamp(microseconds: now.microseconds + left)
    }
    deals[quarrel.deal] = deal
    return true
  }

  /// - Parameter isAlone: whether one admin may decide it.
  mutating func rule(
    _ id: UUID, toFreelancer: Int64, toClient: Int64, by admin: UUID, isAlone: Bool
  ) -> Bool {
    guard let quarrel = disputes[id], let deal = deals[quarrel.deal], !quarrel.isOver,
      !deal.isParty(admin), toFreelancer >= 0, toClient >= 0,
      toFreelancer + toClient == deal.rest
    else { return false }
    if isAlone { return end(id, toFreelancer: toFreelancer) }
    guard let ruling = standing(quarrel.ruling), ruling.toFreelancer == toFreelancer else {
      disputes[id]?.ruling = (admin, toFreelancer)
      return true
    }
    return ruling.by != admin && end(id, toFreelancer: toFreelancer)
  }

  /// What an admin has ruled, unless they were stopped since: then they have said nothing.
  private func standing(
    _ ruling: (by: UUID, toFreelancer: Int64)?
  ) -> (by: UUID, toFreelancer: Int64)? {
    ruling.flatMap { stopped.contains($0.by) ? nil : $0 }
  }

  private mutating func end(_ id: UUID, toFreelancer: Int64) -> Bool {
    guard let quarrel = disputes[id], let deal = deals[quarrel.deal] else { return false }
    disputes[id]?.isOver = true
    return divide(
      quarrel.deal, toFreelancer: toFreelancer, toClient: deal.rest - toFreelancer)
  }
}
