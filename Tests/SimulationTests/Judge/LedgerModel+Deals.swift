@testable import PayLytServer

/// Money held for a job, told a second time.
extension LedgerModel {
  enum Stage { case waiting, held, delivered, paid, dropped }

  /// One milestone.
  struct Part {
    var amount: Int64
    var paid: Int64 = 0
    var stage = Stage.waiting
    /// Since when and until when the client may look at it.
    var since: Timestamp?
    var until: Timestamp?
    var revisions = 0
    var isProlonged = false
    /// Whether something was handed in for it, whatever became of that.
    var isDelivered = false
    var rest: Int64 { amount - paid }
    var isHeld: Bool { stage == .held || stage == .delivered }
    /// The least that it can be worth by agreement.
    var floor: Int64 { isHeld || stage == .waiting ? paid : amount }
    /// The most: it can grow once it is paid for, and until something is handed in.
    var ceiling: Int64 { stage == .held ? .max : amount }
  }

  /// What the two would agree on in place of what they had.
  struct Restated: Equatable {
    let amounts: [Int64]
    var added: [NewMilestone] = []
    let deadline: Timestamp?
  }

  struct Deal {
    let job: UUID
    let client: UUID
    let freelancer: UUID
    var deadline: Timestamp
    let conditions: EscrowConditions
    /// As the terms had them, whatever the schedule says by now.
    let feeBasisPoints: Int64
    /// Until when invoices are made.
    let fundBy: Timestamp
    var parts: [Part]
    var paidIn: Int64 = 0
    var released: Int64 = 0
    var refunded: Int64 = 0
    /// The work that was paid for, the fee of it, and the client's part of that.
    var work: Int64 = 0
    var feeTaken: Int64 = 0
    var clientFeeTaken: Int64 = 0
    var isOver = false
    var isFrozen = false
    /// Whether anything was delivered or paid.
    var isTouched = false
    var dispute: UUID?
    /// Who agrees to end it, and who to other terms.
    var ending: Set<UUID> = []
    /// Counts while one of them agrees.
    var endableUntil = Timestamp(microseconds: 0)
    var restating: Set<UUID> = []
    var restated: Restated?
    /// Counts while something is restated.
    var restatableUntil = Timestamp(microseconds: 0)
    /// What went back as it was paid for more than is to be done.
    var excess: Int64 = 0
    var payees: [(user: UUID, weight: Int32)] = []
    /// The ends of invoices of which the provider has not said yet whether they were paid.
    var unheard: [UUID: Timestamp] = [:]

    var total: Int64 { worth(parts.reduce(0) { $0 + $1.amount }) }
    var isHolding: Bool { !isOver && dispute == nil && paidIn == total }
    var isUnpaid: Bool { !isOver && paidIn < total }
    /// What is in escrow.
    var rest: Int64 { paidIn - released - refunded }

    func isParty(_ user: UUID) -> Bool { user == client || user == freelancer }

    func fee(_ work: Int64) -> Int64 { work * feeBasisPoints / 10_000 }

    func clientFee(_ work: Int64) -> Int64 {
      switch conditions.feePayer {
      case .client: fee(work)
      case .freelancer: 0
      case .split: fee(work) / 2
      }
    }

    /// Work with what the client pays on top of it.
    func worth(_ work: Int64) -> Int64 { work + clientFee(work) }
  }

  // MARK: Paying in, or not

  /// - Parameter isAnswered: whether there is an invoice; one that was made before is shown to
  ///   somebody who was stopped too.
  func mayFund(_ id: UUID, by user: UUID, at now: Timestamp, isAnswered: Bool) -> Bool {
    guard let deal = deals[id] else { return false }
    return user == deal.client && deal.isUnpaid && now < deal.fundBy
      && (isAnswered || !stopped.contains(user))
  }

  mutating func pay(_ id: UUID, _ msat: Int64) -> Bool {
    guard var deal = deals[id] else { return false }
    let kept = min(deal.isOver ? 0 : deal.total - deal.paidIn, msat)
    deal.paidIn += kept
    if kept > 0, deal.isHolding { deal.lock() }
    float += msat
    wallets[Purse(user: deal.client), default: 0] += msat - kept
    deals[id] = deal
    return true
  }

  mutating func cancel(_ id: UUID, by user: UUID) -> Bool {
    guard let deal = deals[id], user == deal.client, deal.isUnpaid,
      deal.paidIn == 0 || !deal.isFrozen
    else { return false }
    giveBack(id)
    return true
  }

  /// Either of the two takes a step back before anything is paid: the job is open again.
  mutating func decline(_ job: UUID, by user: UUID) -> Bool {
    guard let id = jobs[job]?.deal, let deal = deals[id], deal.isParty(user), deal.isUnpaid,
      deal.paidIn == 0
    else { return false }
    deals[id]?.isOver = true
    reopen(job, acceptedBecomes: user == deal.client ? .rejected : .withdrawn)
    return true
  }

  mutating func endFunding(_ id: UUID, at now: Timestamp) -> Bool {
    let isHeard = deals[id]?.unheard.values.allSatisfy {
      now >= $0.adding(seconds: EscrowLimits.unheardSecondsMax)
    }
    guard let deal = deals[id], deal.isUnpaid, !deal.isFrozen, now >= deal.fundBy, isHeard == true
    else { return false }
    giveBack(id)
    reopen(deal.job, acceptedBecomes: .pending)
    return true
  }

  // MARK: The work

  mutating func submit(_ id: UUID, _ part: Int, by user: UUID, at now: Timestamp) -> Bool {
    guard let deal = deals[id], user == deal.freelancer, deal.isHolding,
      deal.parts.indices.contains(part), deal.parts[part].stage == .held
    else { return false }
    deals[id]?.dropProposals()
    deals[id]?.parts[part].stage = .delivered
    deals[id]?.parts[part].since = now
    deals[id]?.parts[part].until = now.adding(seconds: deal.conditions.inspectionSeconds)
    deals[id]?.parts[part].isProlonged = false
    deals[id]?.parts[part].isDelivered = true
    return true
  }

  mutating func revise(_ id: UUID, _ part: Int, by user: UUID) -> Bool {
    guard let deal = deals[id], user == deal.client, deal.isHolding,
      deal.parts.indices.contains(part), deal.parts[part].stage == .delivered,
      deal.parts[part].revisions < Int(deal.conditions.revisionsMax)
    else { return false }
    deals[id]?.parts[part].stage = .held
    deals[id]?.parts[part].until = nil
    deals[id]?.parts[part].revisions += 1
    return true
  }

  mutating func prolong(
    _ id: UUID, _ part: Int, _ seconds: Int64, by user: UUID, at now: Timestamp
  ) -> Bool {
    guard let deal = deals[id], deal.isParty(user), deal.isHolding,
      deal.parts.indices.contains(part), let until = deal.parts[part].until
    else { return false }
    let isClient = user == deal.client
    guard
      !isClient
        || !deal.parts[part].isProlonged && seconds <= deal.conditions.inspectionSeconds,
      until.adding(seconds: seconds)
        <= now.adding(seconds: EscrowLimits.inspectionSeconds.upperBound)
    else { return false }
    deals[id]?.parts[part].until = until.adding(seconds: seconds)
    if isClient { deals[id]?.parts[part].isProlonged = true }
    return true
  }

  mutating func freezeDeal(_ id: UUID, _ isFrozen: Bool) -> Bool {
    guard let deal = deals[id], !deal.isOver, deal.isFrozen != isFrozen else { return false }
    deals[id]?.isFrozen = isFrozen
    return true
  }

  mutating func share(_ id: UUID, _ payees: [(UUID, Int32)], by user: UUID) -> Bool {
    guard let deal = deals[id], user == deal.freelancer, !deal.isOver, deal.dispute == nil,
      !stopped.contains(user), payees.isEmpty || !frozen.contains(user)
    else { return false }
    deals[id]?.payees = payees
    return true
  }

  // MARK: Paying out

  /// - Parameter chosen: parts; nil for all that are left.
  /// - Parameter amount: of the work; nil for all of it.
  mutating func release(
    _ id: UUID, _ chosen: Int?, amount: Int64? = nil, by user: UUID
  ) -> Bool {
    guard let deal = deals[id], user == deal.client else { return false }
    return release(id, chosen, amount)
  }

  mutating func releaseUnanswered(
    _ id: UUID, _ part: Int, dueAt: Timestamp, at now: Timestamp
  ) -> Bool {
    guard let deal = deals[id], deal.parts.indices.contains(part),
      let until = deal.parts[part].until
    else { return false }
    let isStopped = stopped.contains(deal.client)
    guard deal.isHolding, !deal.isFrozen,
      now >= (isStopped ? until.adding(seconds: -86_400) : until)
    else { return false }
    // Who is not let speak does not accept by saying nothing, nor who was not until lately.
    var least = isStopped ? now.adding(seconds: 2 * 86_400) : now
    if let letGo = letGo[deal.client], let since = deal.parts[part].since, letGo > since {
      least = max(least, letGo.adding(seconds: 86_400))
    }
    // Nor did who was told of nothing, as no server was there.
    let late = now.seconds - max(dueAt, until).seconds
    if !isStopped, late > 600 { least = max(least, now.adding(seconds: min(late, 86_400))) }
    guard least > now else { return release(id, part, nil) }
    deals[id]?.parts[part].until = least
    return true
  }

  private mutating func release(_ id: UUID, _ chosen: Int?, _ amount: Int64?) -> Bool {
    guard var deal = deals[id], deal.isHolding, !deal.isFrozen else { return false }
    let open = deal.parts.indices.filter { (chosen ?? $0) == $0 && deal.parts[$0].isHeld }
    let held = open.reduce(0) { $0 + deal.parts[$1].rest }
    guard !open.isEmpty, amount ?? held <= held else { return false }
    var left = amount ?? held
    for index in open where left > 0 {
      let paid = min(left, deal.parts[index].rest)
      left -= paid
      deal.parts[index].paid += paid
      guard deal.parts[index].rest == 0 else { continue }
      deal.parts[index].stage = .paid
      deal.parts[index].until = nil
    }
    deal.isTouched = true
    deal.dropProposals()
    payOut(amount ?? held, extra: 0, of: &deal)
    deal.isOver = deal.rest == 0
    deals[id] = deal
    return true
  }

  /// - Parameter extra: what leaves with the work without a fee.
  private mutating func payOut(_ work: Int64, extra: Int64, of deal: inout Deal) {
    deal.work += work
    let fee = deal.fee(deal.work) - deal.feeTaken
    let clientFee = deal.clientFee(deal.work) - deal.clientFeeTaken
    deal.feeTaken += fee
    deal.clientFeeTaken += clientFee
    deal.released += work + clientFee + extra
    fees += fee
    let net = work + clientFee + extra - fee
    let payees = deal.payees.isEmpty ? [(user: deal.freelancer, weight: Int32(1))] : deal.payees
    let weights = payees.reduce(Int128(0)) { $0 + Int128($1.weight) }
    let shares = payees.map {
      (Int128(net) * Int128($0.weight)).quotientAndRemainder(dividingBy: weights)
    }
    var left = net - shares.reduce(0) { $0 + Int64($1.quotient) }
    var order = Array(payees.indices)
    order.sort { (shares[$1].remainder, $0) < (shares[$0].remainder, $1) }
    for index in order {
      let odd: Int64 = left > 0 ? 1 : 0
      left -= odd
      wallets[Purse(user: payees[index].user), default: 0] += Int64(shares[index].quotient) + odd
    }
  }

  mutating func refund(_ id: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let deal = deals[id], deal.isHolding, !deal.isFrozen, !stopped.contains(user) else {
      return false
    }
    guard user == deal.freelancer || user == deal.client && deal.isReturnable(at: now) else {
      return false
    }
    giveBack(id)
    return true
  }

  mutating func returnUnstarted(_ id: UUID, at now: Timestamp) -> Bool {
    guard let deal = deals[id], deal.isHolding, !deal.isFrozen,
      deal.conditions.isReturnedByTimer, deal.isReturnable(at: now)
    else { return false }
    giveBack(id)
    return true
  }

  mutating func consent(
    _ id: UUID, by user: UUID, isWithdrawn: Bool, at now: Timestamp
  ) -> Bool {
    guard let deal = deals[id], deal.isParty(user), deal.isHolding, !stopped.contains(user) else {
      return false
    }
    if isWithdrawn {
      deals[id]?.ending.remove(user)
      return true
    }
    guard !deal.isFrozen else { return false }
    let isHeard = isHeard(theOtherThan: user, of: deal, until: deal.endableUntil, at: now)
    deals[id]?.ending = isHeard ? deal.ending.union([user]) : [user]
    deals[id]?.endableUntil = now.adding(seconds: 14 * 86_400)
    if deals[id]?.ending.count == 2 { giveBack(id) }
    return true
  }

  /// Whether what the other one has said counts, which does so for 14 days.
  func isHeard(
    theOtherThan user: UUID, of deal: Deal, until: Timestamp, at now: Timestamp
  ) -> Bool {
    let other = user == deal.client ? deal.freelancer : deal.client
    return now < until && counts(until.adding(seconds: -14 * 86_400), of: other)
  }

  private mutating func giveBack(_ id: UUID) {
    guard let deal = deals[id] else { return }
    wallets[Purse(user: deal.client), default: 0] += deal.rest
    deals[id]?.refunded += deal.rest
    deals[id]?.isOver = true
  }

  /// All that is held is divided, exactly, and the deal is over.
  mutating func divide(_ id: UUID, toFreelancer: Int64, toClient: Int64) -> Bool {
    guard var deal = deals[id], !deal.isOver, toFreelancer >= 0, toClient >= 0,
      toFreelancer + toClient == deal.rest
    else { return false }
    deal.refunded += toClient
    deal.dispute = nil
    deal.isOver = true
    wallets[Purse(user: deal.client), default: 0] += toClient
    if toFreelancer > 0 {
      // The most work that it pays for, with the client's part of the fee.
      func cost(_ work: Int64) -> Int64 {
        deal.worth(deal.work + work) - deal.work - deal.clientFeeTaken
      }
      var work = toFreelancer
      while cost(work) > toFreelancer { work -= max(1, (cost(work) - toFreelancer) / 2) }
      payOut(work, extra: toFreelancer - cost(work), of: &deal)
    }
    deals[id] = deal
    return true
  }

  /// An admin decides, whatever the two say.
  mutating func override(
    _ id: UUID, toFreelancer: Int64, toClient: Int64, by admin: UUID
  ) -> Bool {
    guard let deal = deals[id], !deal.isParty(admin), deal.dispute == nil,
      deal.isHolding || deal.isUnpaid && deal.paidIn > 0 && toFreelancer == 0
    else { return false }
    return divide(id, toFreelancer: toFreelancer, toClient: toClient)
  }
}

extension LedgerModel.Deal {
  /// All is paid in: the work that was not dropped is waited for.
  mutating func lock() {
    dropRestated()
    for index in parts.indices where parts[index].stage == .waiting {
      parts[index].stage = parts[index].amount > 0 ? .held : .dropped
    }
  }

  /// What one has proposed or agreed to was about things as they were.
  mutating func dropProposals() {
    ending = []
    dropRestated()
  }

  mutating func dropRestated() {
    restating = []
    restated = nil
  }

  /// Whether nothing was delivered or released. What both have dropped since does not count.
  var isUnstarted: Bool {
    !isTouched && !parts.contains { $0.isDelivered && $0.stage != .dropped }
  }

  /// Deadline and grace are over, and nothing was delivered.
  func isReturnable(at now: Timestamp) -> Bool {
    isUnstarted && now >= returnableFrom
  }

  var returnableFrom: Timestamp { deadline.adding(seconds: 72 * 3600) }
}
