@testable import PayLytServer

/// What goes on between the two while money is held, what admins do about it, and what happens by
/// itself.
extension Planner {
  private typealias Known = Knowledge.KnownEscrow

  private mutating func delivered() -> Known? {
    escrow { deal in deal.isHolding && deal.parts.contains { $0.until != nil } }
  }

  mutating func requestRevision() -> Operation? {
    guard let escrow = delivered() else { return nil }
    let user = somebody(rather: escrow.client)
    let caller = caller(user)
    let part = position(in: escrow)
    return Operation(number, "milestone \(part) of escrow \(escrow.id) again") { _, request in
      RequestRevision(
        caller: caller, request: request, escrow: escrow.id, position: part, note: "better")
    } effect: { model, _, _ in
      model.revise(escrow.id, Int(part) - 1, by: user)
    }
  }

  mutating func extendInspection() -> Operation? {
    guard let escrow = delivered() else { return nil }
    let user = somebody(rather: draw.chance(50) ? escrow.client : escrow.freelancer)
    let caller = caller(user)
    let (part, seconds) = (position(in: escrow), draw.number(1...50_000))
    return Operation(
      number, "\(seconds) s more for milestone \(part) of escrow \(escrow.id)"
    ) { _, request in
      ExtendInspection(
        caller: caller, request: request, escrow: escrow.id, position: part, seconds: seconds)
    } effect: { model, _, now in
      model.prolong(escrow.id, Int(part) - 1, seconds, by: user, at: now)
    }
  }

  mutating func consentCancel() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding }) else { return nil }
    // Mostly the one who has not agreed yet.
    let agreed = model.deals[escrow.id]?.ending ?? []
    let isClient = agreed.isEmpty ? draw.chance(50) : agreed.contains(escrow.freelancer)
    let user = somebody(rather: isClient ? escrow.client : escrow.freelancer)
    let (caller, isWithdrawn) = (caller(user), draw.chance(20))
    return Operation(number, "\(user) would end escrow \(escrow.id)") { _, request in
      ConsentCancel(
        caller: caller, request: request, escrow: escrow.id, isWithdrawn: isWithdrawn)
    } effect: { model, _, now in
      model.consent(escrow.id, by: user, isWithdrawn: isWithdrawn, at: now)
    }
  }

  mutating func restateEscrow() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding || $0.isUnpaid && $0.paidIn > 0 }),
      let deal = model.deals[escrow.id]
    else { return nil }
    // Mostly what the other one proposes; else some share of what is left of each part, or more
    // than that, and something new.
    let share = draw.number(0...(deal.isHolding ? 150 : 100))
    let own = LedgerModel.Restated(
      amounts: draw.chance(20)
        ? [] : deal.parts.map { min($0.ceiling, $0.floor + ($0.amount - $0.floor) * share / 100) },
      added: draw.chance(deal.isHolding ? 30 : 5) ? newMilestones() : [],
      deadline: draw.chance(30) ? now.adding(seconds: draw.number(-10...200_000)) : nil)
    let wish = draw.chance(80) ? deal.restated ?? own : own
    let isWithdrawn = draw.chance(10)
    let user = somebody(
      rather: deal.restating.contains(escrow.client) ? escrow.freelancer : escrow.client)
    let caller = caller(user)
    return Operation(number, "\(user) would do \(wish) of escrow \(escrow.id)") { _, request in
      RestateEscrow(
        caller: caller, request: request, escrow: escrow.id, amounts: wish.amounts,
        added: wish.added, deadline: wish.deadline, isWithdrawn: isWithdrawn)
    } effect: { model, _, now in
      isWithdrawn
        ? model.withdrawRestatement(escrow.id, by: user)
        : model.restate(escrow.id, wish, by: user, at: now)
    }
  }

  private mutating func newMilestones() -> [NewMilestone] {
    (0..<draw.number(1...2)).map { _ in
      NewMilestone(
        title: "more \(draw.number(1...9)) of it", amountMsat: draw.number(1...20_000) * 1000)
    }
  }

  mutating func setPayees() -> Operation? {
    guard let escrow = escrow(where: { !$0.isOver }) else { return nil }
    let user = somebody(rather: escrow.freelancer)
    let caller = caller(user)
    let others = knowledge.users.shuffled(using: &draw).prefix(Int(draw.number(0...3)))
    let shares = others.map { SetPayees.Share(user: $0, weight: Int32(draw.number(1...9))) }
    return Operation(number, "\(shares.count) share escrow \(escrow.id)") { _, request in
      SetPayees(caller: caller, request: request, escrow: escrow.id, shares: shares)
    } effect: { model, _, _ in
      model.share(escrow.id, shares.map { ($0.user, $0.weight) }, by: user)
    }
  }

  // MARK: Admins

  mutating func freezeEscrow() -> Operation? {
    guard let admin = draw.one(of: knowledge.admins),
      let escrow = escrow(where: { !$0.isOver && !$0.isFrozen })
    else { return nil }
    let caller = caller(admin)
    return Operation(number, "freeze escrow \(escrow.id)") { _, request in
      FreezeEscrow(caller: caller, request: request, escrow: escrow.id, reason: "x")
    } effect: { model, _, _ in
      model.freezeDeal(escrow.id, true)
    }
  }

  mutating func unfreezeEscrow() -> Operation? {
    guard let admin = draw.one(of: knowledge.admins),
      let escrow = escrow(where: { $0.isFrozen })
    else { return nil }
    let caller = caller(admin)
    return Operation(number, "unfreeze escrow \(escrow.id)") { _, request in
      UnfreezeEscrow(caller: caller, request: request, escrow: escrow.id, reason: "x")
    } effect: { model, _, _ in
      model.freezeDeal(escrow.id, false)
    }
  }

  /// Two parts that mostly add up to what is held.
  private mutating func division(of held: Int64) -> (toFreelancer: Int64, toClient: Int64) {
    let part = draw.chance(20) ? held : draw.chance(20) ? 0 : draw.number(0...max(0, held))
    return (part, held - part + (draw.chance(5) ? 1 : 0))
  }

  mutating func overrideEscrow() -> Operation? {
    guard let admin = draw.one(of: knowledge.admins),
      let escrow = escrow(where: { $0.isHolding || $0.isUnpaid && $0.paidIn > 0 })
    else { return nil }
    let caller = caller(admin)
    let (mine, yours) = division(of: model.deals[escrow.id]?.rest ?? 0)
    return Operation(number, "escrow \(escrow.id) goes \(mine) to \(yours)") { _, request in
      OverrideEscrow(
        caller: caller, request: request, escrow: escrow.id, toFreelancerMsat: mine,
        toClientMsat: yours, reason: "x", approvalLimitMsat: .max)
    } effect: { model, _, _ in
      model.override(escrow.id, toFreelancer: mine, toClient: yours, by: admin)
    }
  }

  // MARK: Disputes

  mutating func openDispute() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding }) else { return nil }
    let user = somebody(rather: draw.chance(50) ? escrow.client : escrow.freelancer)
    let caller = caller(user)
    return Operation(number, "\(user) disputes escrow \(escrow.id)") { _, request in
      OpenDispute(caller: caller, request: request, escrow: escrow.id, reason: "x")
    } answer: {
      [$0.id]
    } effect: { model, ids, now in
      model.dispute(escrow.id, as: ids.first ?? UUID(high: 0, low: 0), by: user, at: now)
    } learn: { knowledge, ids in
      knowledge.disputes += ids.map { .init(id: $0, escrow: escrow) }
    }
  }

  /// Mostly an open one.
  private mutating func dispute() -> Knowledge.KnownDispute? {
    let open = knowledge.disputes.filter { model.disputes[$0.id]?.isOver == false }
    return draw.recent(of: draw.chance(85) ? open : knowledge.disputes)
  }

  private func held(in dispute: Knowledge.KnownDispute) -> Int64 {
    model.deals[dispute.escrow.id]?.rest ?? 0
  }

  mutating func proposeSettlement() -> Operation? {
    guard let dispute = dispute() else { return nil }
    let user = somebody(rather: draw.chance(50) ? dispute.escrow.client : dispute.escrow.freelancer)
    let caller = caller(user)
    let (mine, yours) = division(of: held(in: dispute))
    return Operation(number, "\(user) offers \(mine) to \(yours)") { _, request in
      ProposeSettlement(
        caller: caller, request: request, dispute: dispute.id, toFreelancerMsat: mine,
        toClientMsat: yours)
    } effect: { model, _, now in
      model.offer(dispute.id, toFreelancer: mine, toClient: yours, by: user, at: now)
    }
  }

  /// Mostly the other one answers, and the offer on the table.
  mutating func answerOffer(isYes: Bool) -> Operation? {
    guard let dispute = dispute() else { return nil }
    let quarrel = model.disputes[dispute.id]
    let isClients = quarrel?.offer?.by == dispute.escrow.client
    let user = somebody(rather: isClients ? dispute.escrow.freelancer : dispute.escrow.client)
    let offer = (quarrel?.offersMade ?? 0) + (draw.chance(10) ? 1 : 0)
    let (caller, id) = (caller(user), dispute.id)
    let effect: (inout LedgerModel, [UUID], Timestamp) -> Bool = { model, _, _ in
      model.answer(id, offer, isYes: isYes, by: user)
    }
    guard isYes else {
      return Operation(
        number, "\(user) turns offer \(offer) down",
        { _, request in
          RejectSettlement(caller: caller, request: request, dispute: id, offer: offer)
        }, effect: effect)
    }
    return Operation(
      number, "\(user) takes offer \(offer)",
      { _, request in
        AcceptSettlement(caller: caller, request: request, dispute: id, offer: offer)
      }, effect: effect)
  }

  mutating func withdrawDispute() -> Operation? {
    guard let dispute = dispute() else { return nil }
    let user = somebody(rather: model.disputes[dispute.id]?.opener ?? dispute.escrow.client)
    let caller = caller(user)
    return Operation(number, "\(user) takes dispute \(dispute.id) back") { _, request in
      WithdrawDispute(caller: caller, request: request, dispute: dispute.id)
    } effect: { model, _, now in
      model.withdrawDispute(dispute.id, by: user, at: now)
    }
  }

  mutating func resolveDispute() -> Operation? {
    guard let dispute = dispute(), let admin = draw.one(of: knowledge.admins) else { return nil }
    let caller = caller(admin)
    let isAlone = draw.chance(60)
    var (mine, yours) = division(of: held(in: dispute))
    // Mostly what the other admin has ruled.
    if let ruling = model.disputes[dispute.id]?.ruling, draw.chance(70) {
      (mine, yours) = (ruling.toFreelancer, held(in: dispute) - ruling.toFreelancer)
    }
    return Operation(number, "\(admin) rules \(mine) to \(yours)") { [mine, yours] _, request in
      ResolveDispute(
        caller: caller, request: request, dispute: dispute.id, toFreelancerMsat: mine,
        toClientMsat: yours, reason: "x", approvalLimitMsat: isAlone ? .max : 0)
    } effect: { [mine, yours] model, _, _ in
      model.rule(
        dispute.id, toFreelancer: mine, toClient: yours, by: admin, isAlone: isAlone)
    }
  }

  mutating func addEvidence() -> Operation? {
    guard let dispute = dispute() else { return nil }
    let user = somebody(rather: draw.chance(50) ? dispute.escrow.client : dispute.escrow.freelancer)
    let (caller, number, now) = (caller(user), number, now)
    return Operation(
      number, "\(user) has evidence for dispute \(dispute.id)", judgesRefusals: false
    ) { _, request in
      AddEvidence(
        caller: caller, request: request, dispute: dispute.id,
        file: StoredFile(
          id: UUID(high: 0xf11e, low: UInt64(number) << 8), name: "a", contentType: "text/plain",
          sizeBytes: 1, sha256: [UInt8](repeating: 1, count: 32), uploader: user, createdAt: now),
        note: "")
    }
  }

  // MARK: By itself

  /// A timer that goes off, due or not.
  ///
  /// - Parameter answer: whether it found something to do.
  func timer<C: Command>(
    _ text: String, _ make: @escaping () -> C, answer: @escaping @Sendable (C.Answer) -> Bool,
    effect: @escaping (inout LedgerModel, _ now: Timestamp) -> Bool
  ) -> Operation {
    Operation(number, text, isRepeatable: false, mayBeIdle: true) { _, _ in
      make()
    } answer: {
      answer($0) ? [UUID(high: 0, low: 1)] : []
    } effect: { model, ids, now in
      !ids.isEmpty && effect(&model, now)
    }
  }

  func timer<C: Command, Thing>(
    _ text: String, _ make: @escaping () -> C,
    effect: @escaping (inout LedgerModel, _ now: Timestamp) -> Bool
  ) -> Operation where C.Answer == PayLytServer.Timer.Answer<Thing> {
    timer(text, make, answer: { $0.changed != nil }, effect: effect)
  }

  mutating func releaseUnanswered() -> Operation? {
    let now = now
    let late = escrow { deal in deal.parts.contains { $0.until.map { $0 < now } ?? false } }
    guard let escrow = late else { return nil }
    let part =
      (model.deals[escrow.id]?.parts.firstIndex { $0.until.map { $0 < now } ?? false })
      .map { Int16($0 + 1) } ?? position(in: escrow)
    // Mostly in time.
    let dueAt = now.adding(seconds: number % 4 == 0 ? -Int64(number) * 97 % 100_000 : 0)
    return timer("the time to look at milestone \(part) of \(escrow.id) is over") {
      ReleaseUnanswered(escrow: escrow.id, position: part, dueAt: dueAt)
    } effect: { model, now in
      model.releaseUnanswered(escrow.id, Int(part) - 1, dueAt: dueAt, at: now)
    }
  }

  mutating func returnUnstarted() -> Operation? {
    let now = now
    guard let escrow = escrow(where: { $0.isHolding && $0.isReturnable(at: now) }) else {
      return nil
    }
    return timer("nothing was delivered for \(escrow.id) in time") {
      ReturnUnstarted(escrow: escrow.id)
    } effect: { model, now in
      model.returnUnstarted(escrow.id, at: now)
    }
  }

  mutating func endFunding() -> Operation? {
    let now = now
    guard let escrow = escrow(where: { $0.isUnpaid && $0.fundBy < now }) else { return nil }
    return timer("escrow \(escrow.id) was not paid in time") {
      EndFunding(escrow: escrow.id)
    } effect: { model, now in
      model.endFunding(escrow.id, at: now)
    }
  }

  mutating func endEvidence() -> Operation? {
    guard let dispute = dispute() else { return nil }
    return timer("the time for evidence in \(dispute.id) is over") {
      EndEvidence(dispute: dispute.id)
    } effect: { _, _ in
      true
    }
  }
}
