@testable import PayLytServer

extension Planner {
  mutating func createJob() -> Operation? {
    guard let client = draw.one(of: knowledge.users) else { return nil }
    let steps = (1...draw.number(1...4)).map { number in
      JobTerms.Step(title: "Step \(number)", amountMsat: draw.number(1...90_000) * 1000)
    }
    let terms = JobTerms(
      title: "Job \(number)", description: "Work", steps: steps,
      deadline: now.adding(seconds: draw.number(1...200_000)),
      conditions: EscrowConditions(
        feePayer: .freelancer, inspectionSeconds: 7 * 86_400, revisionsMax: 3,
        isReturnedByTimer: false))
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
        client: client, parts: steps.map(\.amountMsat), deadline: terms.deadline)
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
