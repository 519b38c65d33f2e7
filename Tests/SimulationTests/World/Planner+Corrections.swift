@testable import PayLytServer

/// What admins book that happened outside. Whether whoever proposed it is an admin still, the model
/// does not know.
extension Planner {
  mutating func proposeCorrection() -> Operation? {
    guard let admin = draw.one(of: knowledge.admins),
      let kind = draw.one(of: CorrectionKind.allCases)
    else { return nil }
    // Nobody is given naira: they would be changed into more bitcoin than there is.
    let asset: Asset = kind == .walletDebit && draw.chance(30) ? .ngn : .btc
    var user: UUID?
    if kind.isOfWallet {
      guard let somebody = somebody(with: asset) else { return nil }
      user = somebody
    }
    let units = draw.number(1...20_000_000)
    let (caller, whose) = (caller(admin), user)
    return Operation(number, "\(admin) proposes \(kind) of \(units) \(asset)") { _, request in
      ProposeCorrection(
        caller: caller, request: request, kind: kind, user: whose,
        amount: Money(asset: asset, units: units), reason: "x")
    } answer: {
      [$0.id]
    } effect: { model, ids, now in
      model.propose(ids.first, kind, units, asset, of: whose, by: admin, at: now)
    } learn: {
      $0.corrections += $1
    }
  }

  mutating func approveCorrection() -> Operation? {
    guard let (id, admin) = openCorrection(isForAnother: true) else { return nil }
    let caller = caller(admin)
    return Operation(number, "\(admin) approves \(id)", judgesRefusals: false) { _, request in
      ApproveCorrection(caller: caller, request: request, id: id)
    } effect: { model, _, now in
      model.approve(id, by: admin, at: now)
    }
  }

  mutating func withdrawCorrection() -> Operation? {
    guard let (id, admin) = openCorrection(isForAnother: false) else { return nil }
    let caller = caller(admin)
    return Operation(number, "\(admin) withdraws \(id)") { _, request in
      WithdrawCorrection(caller: caller, request: request, id: id, reason: "x")
    } effect: { model, _, _ in
      model.withdraw(correction: id, by: admin)
    }
  }

  /// Mostly one that waits, and an admin who may decide on it.
  private mutating func openCorrection(isForAnother: Bool) -> (id: UUID, admin: UUID)? {
    let open = knowledge.corrections.filter { model.corrections[$0]?.isOver == false }
    guard
      let id = draw.recent(of: draw.chance(sense) && !open.isEmpty ? open : knowledge.corrections)
    else { return nil }
    let known = model.corrections[id]
    let fit = knowledge.admins.filter {
      $0 != known?.purse?.user && !(isForAnother && $0 == known?.proposer)
    }
    return draw.one(of: draw.chance(sense) && !fit.isEmpty ? fit : knowledge.admins).map {
      (id: id, admin: $0)
    }
  }
}
