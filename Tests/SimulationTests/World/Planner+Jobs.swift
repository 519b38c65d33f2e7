@testable import PayLytServer

extension UUID {
  /// Stands for what a refusal has not made.
  static let none = UUID(high: 0, low: 0)
}

extension FeeRates {
  static func simulated(_ basisPoints: Int32) -> FeeRates {
    FeeRates(version: 1, basisPoints: basisPoints, fixedMsat: 0, minMsat: 0, maxMsat: .max)
  }
}

extension Planner {
  // MARK: The client

  private mutating func step(_ title: String) -> JobTerms.Step {
    JobTerms.Step(title: title, amountMsat: draw.number(1...90_000) * 1000)
  }

  private mutating func conditions() -> EscrowConditions {
    EscrowConditions(
      feePayer: draw.one(of: FeePayer.allCases) ?? .freelancer,
      inspectionSeconds: draw.number(1...40_000), revisionsMax: Int16(draw.number(0...3)),
      isReturnedByTimer: draw.chance(50))
  }

  /// The fees change all the time: each job goes on with those that its terms were written under.
  private mutating func fees() -> FeeRates { .simulated(Int32(draw.number(0...10) * 100)) }

  mutating func createJob() -> Operation? {
    guard let client = draw.one(of: knowledge.users) else { return nil }
    let terms = JobTerms(
      title: "Job \(number)", description: "Work",
      steps: (1...draw.number(1...4)).map { step("Step \($0)") },
      deadline: now.adding(seconds: draw.number(1...200_000)), conditions: conditions(),
      fees: fees())
    let caller = caller(client)
    let (isPicked, isDraft) = (draw.chance(30), draw.chance(15))
    let worth =
      draw.chance(10)
      ? nil
      : Job.Worth(minor: 1, rateNumerator: 16, rateDenominator: 100, rateAt: .beginning)
    return Operation(number, "post a job of \(terms.steps.count) steps, \(terms.amountMsat) msat") {
      _, request in
      CreateJob(
        caller: caller, request: request, client: client, terms: terms,
        local: .init(currency: .ngn, worth: worth),
        requiresApplication: isPicked, isDraft: isDraft)
    } answer: {
      [$0.job.id]
    } effect: { model, ids, now in
      model.offer(
        ids.first ?? .none,
        .init(client: client, terms: terms, isPicked: isPicked, isDraft: isDraft), at: now)
    } learn: { knowledge, ids in
      knowledge.jobs += ids.map { .init(id: $0, client: client) }
    }
  }

  /// A job; mostly one for which `isFit` holds.
  private mutating func job(where isFit: (LedgerModel.Offer) -> Bool) -> Knowledge.KnownJob? {
    let fit = knowledge.jobs.filter { known in model.jobs[known.id].map(isFit) ?? false }
    return draw.recent(of: draw.chance(sense) && !fit.isEmpty ? fit : knowledge.jobs)
  }

  mutating func publishJob() -> Operation? {
    guard let job = job(where: { $0.stage == .draft }) else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    return Operation(number, "publish job \(job.id)") { _, request in
      PublishJob(caller: caller, request: request, job: job.id)
    } effect: { model, _, now in
      model.publish(job.id, by: user, at: now)
    }
  }

  mutating func updateJob() -> Operation? {
    guard let job = job(where: \.isEditable) else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    let deadline = draw.chance(50) ? now.adding(seconds: draw.number(-10...200_000)) : nil
    let conditions = draw.chance(50) ? conditions() : nil
    let isPicked = draw.chance(30) ? draw.chance(50) : nil
    let fees = fees()
    return Operation(number, "other conditions for job \(job.id)") { _, request in
      UpdateJob(
        caller: caller, request: request, job: job.id,
        changes: .init(
          deadline: deadline, conditions: conditions, requiresApplication: isPicked),
        fees: fees)
    } effect: { model, _, now in
      model.edit(job.id, by: user, fees) { offer in
        if let deadline, deadline <= now { return false }
        offer.isPicked = isPicked ?? offer.isPicked
        offer.terms = JobTerms(
          title: offer.terms.title, description: offer.terms.description,
          steps: offer.terms.steps, deadline: deadline ?? offer.terms.deadline,
          conditions: conditions ?? offer.terms.conditions, fees: offer.terms.fees)
        return true
      }
    }
  }

  mutating func editMilestone() -> Operation? {
    guard let job = job(where: \.isEditable), let offer = model.jobs[job.id] else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    let step = step("Step of \(number)")
    let known = (draw.one(of: offer.numbers) ?? 1) + (draw.chance(5) ? 1 : 0)
    let edits: [EditMilestone.Edit] = [.add(step), .update(known, step), .remove(known)]
    guard let edit = draw.one(of: edits) else { return nil }
    let fees = fees()
    return Operation(number, "\(edit) of job \(job.id)") { _, request in
      EditMilestone(caller: caller, request: request, job: job.id, edit: edit, fees: fees)
    } effect: { model, _, _ in
      model.edit(job.id, by: user, fees) { $0.edit(edit) }
    }
  }

  mutating func cancelJob() -> Operation? {
    guard let job = job(where: \.isEditable) else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    return Operation(number, "withdraw job \(job.id)") { _, request in
      CancelJob(caller: caller, request: request, job: job.id)
    } effect: { model, _, _ in
      model.withdrawJob(job.id, by: user)
    }
  }

  mutating func expireJob() -> Operation? {
    let now = now
    guard let job = job(where: { $0.isOpen && $0.terms.deadline < now }) else { return nil }
    return timer("the deadline of job \(job.id) passes") {
      ExpireJob(job: job.id)
    } effect: { model, now in
      model.expireJob(job.id, at: now)
    }
  }

  /// One of the two that an unpaid job has brought together steps back.
  mutating func declineJob() -> Operation? {
    guard let job = job(where: { $0.deal != nil }),
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

  // MARK: Who would do it

  /// The terms as somebody read them; now and then it was something else that they read.
  private mutating func read(_ job: UUID) -> (terms: JobTerms, sha256: [UInt8])? {
    guard let terms = model.jobs[job]?.terms else { return nil }
    return (terms, draw.chance(95) ? terms.sha256 : [0])
  }

  mutating func acceptTerms() -> Operation? {
    guard let job = job(where: { $0.isOpen && !$0.isPicked }), let read = read(job.id),
      let user = draw.one(of: knowledge.users)
    else { return nil }
    let caller = caller(user)
    return Operation(number, "\(user) takes job \(job.id)") { _, request in
      AcceptTerms(
        caller: caller, request: request, job: job.id, freelancer: user,
        agreement: .init(sha256: read.sha256))
    } answer: {
      [$0.job.escrow].compactMap(\.self)
    } effect: { model, ids, now in
      model.accept(job.id, read.sha256, as: ids.first ?? .none, by: user, at: now)
    } learn: { knowledge, ids in
      knowledge.escrows += ids.map {
        .init(id: $0, client: job.client, freelancer: user, parts: read.terms.steps.count)
      }
    }
  }

  mutating func applyToJob() -> Operation? {
    guard let job = job(where: { $0.isOpen && $0.isPicked }), let read = read(job.id),
      let user = draw.one(of: knowledge.users)
    else { return nil }
    let caller = caller(user)
    return Operation(number, "\(user) applies for job \(job.id)") { _, request in
      ApplyToJob(
        caller: caller, request: request, job: job.id, freelancer: user, proposal: "me",
        agreement: .init(sha256: read.sha256))
    } answer: {
      [$0.id]
    } effect: { model, ids, now in
      model.apply(job.id, read.sha256, as: ids.first ?? .none, by: user, at: now)
    }
  }

  /// A job with one who applied for it; mostly one that waits for an answer.
  private mutating func application() -> (
    job: Knowledge.KnownJob, freelancer: UUID, LedgerModel.Applicant
  )? {
    let job = job { offer in
      offer.isOpen && offer.applicants.contains { $0.value.stage == .pending }
    }
    guard let job else { return nil }
    let all = (model.jobs[job.id]?.applicants ?? [:]).sorted { $0.key < $1.key }
    let pending = all.filter { $0.value.stage == .pending }
    guard let chosen = draw.one(of: draw.chance(sense) && !pending.isEmpty ? pending : all) else {
      return nil
    }
    return (job, chosen.key, chosen.value)
  }

  mutating func acceptApplication() -> Operation? {
    guard let (job, freelancer, applicant) = application() else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    let parts = model.jobs[job.id]?.terms.steps.count ?? 1
    return Operation(number, "\(user) picks \(freelancer) for job \(job.id)") { _, request in
      AcceptApplication(
        caller: caller, request: request, job: job.id, application: applicant.id)
    } answer: {
      [$0.job.escrow].compactMap(\.self)
    } effect: { model, ids, now in
      model.pick(job.id, freelancer, as: ids.first ?? .none, by: user, at: now)
    } learn: { knowledge, ids in
      knowledge.escrows += ids.map {
        .init(id: $0, client: job.client, freelancer: freelancer, parts: parts)
      }
    }
  }

  mutating func rejectApplication() -> Operation? {
    guard let (job, freelancer, applicant) = application() else { return nil }
    let user = somebody(rather: job.client)
    let caller = caller(user)
    return Operation(number, "\(user) turns \(freelancer) down for job \(job.id)") { _, request in
      RejectApplication(
        caller: caller, request: request, job: job.id, application: applicant.id)
    } effect: { model, _, _ in
      model.endApplication(job.id, freelancer, by: user, isTurnedDown: true)
    }
  }

  mutating func withdrawApplication() -> Operation? {
    guard let (job, freelancer, applicant) = application() else { return nil }
    let user = somebody(rather: freelancer)
    let caller = caller(user)
    return Operation(number, "\(user) takes an application for job \(job.id) back") {
      _, request in
      WithdrawApplication(
        caller: caller, request: request, job: job.id, application: applicant.id)
    } effect: { model, _, _ in
      model.endApplication(job.id, freelancer, by: user, isTurnedDown: false)
    }
  }
}

extension LedgerModel.Offer {
  fileprivate mutating func edit(_ edit: EditMilestone.Edit) -> Bool {
    var steps = terms.steps
    switch edit {
    case .add(let step):
      steps.append(step)
      lastNumber += 1
      numbers.append(lastNumber)
    case .update(let number, let step):
      guard let index = numbers.firstIndex(of: number) else { return false }
      steps[index] = step
    case .remove(let number):
      guard let index = numbers.firstIndex(of: number), steps.count > 1 else { return false }
      steps.remove(at: index)
      numbers.remove(at: index)
    }
    terms = JobTerms(
      title: terms.title, description: terms.description, steps: steps,
      deadline: terms.deadline, conditions: terms.conditions, fees: terms.fees)
    return true
  }
}
