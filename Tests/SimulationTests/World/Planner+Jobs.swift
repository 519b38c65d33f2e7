@testable import PayLytServer

extension Planner {
  mutating func createJob() -> Operation? {
    guard let client = draw.one(of: knowledge.users) else { return nil }
    let steps = (1...draw.number(1...4)).map { number in
      JobTerms.Step(title: "Step \(number)", amountMsat: draw.number(1...90_000) * 1000)
    }
    let conditions = EscrowConditions(
      feePayer: draw.one(of: FeePayer.allCases) ?? .freelancer,
      inspectionSeconds: draw.number(1...40_000), revisionsMax: Int16(draw.number(0...3)),
      isReturnedByTimer: draw.chance(50))
    let terms = JobTerms(
      title: "Job \(number)", description: "Work", steps: steps,
      deadline: now.adding(seconds: draw.number(1...200_000)), conditions: conditions)
    let caller = caller(client)
    return Operation(number, "post a job of \(steps.count) steps, \(terms.amountMsat) msat") {
      _, request in
      CreateJob(
        caller: caller, request: request, client: client, terms: terms,
        local: .init(
          currency: .ngn, minor: 1, rateNumerator: 16, rateDenominator: 100, rateAt: .beginning))
    } answer: {
      [$0.job.id]
    } effect: { model, ids, now in
      model.jobs[ids[0]] = .init(
        client: client, parts: steps.map(\.amountMsat), deadline: terms.deadline,
        conditions: conditions)
      return now < terms.deadline
    } learn: { knowledge, ids in
      knowledge.jobs.append(.init(id: ids[0], client: client, terms: terms))
    }
  }

  mutating func cancelJob() -> Operation? {
    guard let job = draw.recent(of: knowledge.jobs) else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    return Operation(number, "withdraw job \(job.id)") { _, request in
      CancelJob(caller: caller, request: request, job: job.id)
    } effect: { model, _, _ in
      model.withdrawJob(job.id, by: user)
    }
  }

  /// One of the two that an unpaid job has brought together steps back.
  mutating func declineJob() -> Operation? {
    let taken = knowledge.jobs.filter { model.jobs[$0.id]?.deal != nil }
    guard let job = draw.recent(of: draw.chance(80) ? taken : knowledge.jobs),
      let deal = model.jobs[job.id]?.deal.flatMap({ model.deals[$0] })
    else { return nil }
    let user = somebody(rather: draw.chance(50) ? deal.client : deal.freelancer)
    let caller = caller(user)
    return Operation(number, "\(user) declines job \(job.id)") { _, request in
      DeclineJob(caller: caller, request: request, job: job.id, reason: "x")
    } effect: { model, _, _ in
      model.decline(job.id, by: user)
    }
  }

  mutating func expireJob() -> Operation? {
    let late = knowledge.jobs.filter {
      model.jobs[$0.id].map { $0.isOpen && $0.deadline < now } ?? false
    }
    guard let job = draw.one(of: draw.chance(80) ? late : knowledge.jobs) else { return nil }
    return timer("the deadline of job \(job.id) passes") {
      ExpireJob(job: job.id)
    } answer: {
      $0.view != nil
    } effect: { model, now in
      model.expireJob(job.id, at: now)
    }
  }

  mutating func acceptTerms() -> Operation? {
    let open = knowledge.jobs.filter { model.jobs[$0.id]?.isOpen == true }
    guard let job = draw.recent(of: draw.chance(80) ? open : knowledge.jobs),
      let user = draw.one(of: knowledge.users)
    else {
      return nil
    }
    let caller = caller(user)
    let hasRead = draw.chance(95)
    return Operation(number, "\(user) takes job \(job.id)") { _, request in
      AcceptTerms(
        caller: caller, request: request, job: job.id, freelancer: user,
        agreement: .init(sha256: hasRead ? job.terms.sha256 : [0]),
        fees: FeeSchedule(
          id: user, version: 1, basisPoints: 250, fixedMsat: 0, minMsat: 0, maxMsat: .max,
          createdAt: .beginning))
    } answer: {
      [$0.job.escrow].compactMap(\.self)
    } effect: { model, ids, now in
      hasRead && !ids.isEmpty && model.accept(job.id, as: ids[0], by: user, at: now)
    } learn: { knowledge, ids in
      knowledge.escrows.append(
        .init(id: ids[0], client: job.client, freelancer: user, parts: job.terms.steps.count))
    }
  }
}
