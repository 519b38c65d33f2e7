@testable import PayLytServer

/// Work that is offered, and who would do it, told a second time.
extension LedgerModel {
  enum OfferStage { case draft, open, taken, over }

  struct Offer {
    let client: UUID
    var terms: JobTerms
    /// The number of each step of the terms; numbers are not used again.
    var numbers: [Int16]
    var lastNumber: Int16
    /// Grows with each change of the terms.
    var version: Int32 = 1
    /// Whether the client picks one of those who apply.
    var isPicked: Bool
    var stage: OfferStage
    var applicants: [UUID: Applicant] = [:]
    /// The deal that it became, while that is there.
    var deal: UUID?

    init(client: UUID, terms: JobTerms, isPicked: Bool, isDraft: Bool) {
      self.client = client
      self.terms = terms
      self.isPicked = isPicked
      stage = isDraft ? .draft : .open
      numbers = terms.steps.indices.map { Int16($0 + 1) }
      lastNumber = Int16(terms.steps.count)
    }

    var isOpen: Bool { stage == .open }
    var isEditable: Bool { stage == .draft || stage == .open }

    /// Whether `user` could take it now, who has read these terms.
    func isOffered(to user: UUID, _ read: [UInt8], _ version: Int32? = nil, at now: Timestamp)
      -> Bool
    {
      isOpen && client != user && now < terms.deadline && read == terms.sha256
        && version ?? self.version == self.version
    }
  }

  /// One who would do the work, under the terms as they had read them.
  struct Applicant {
    enum Stage { case pending, accepted, passedOver, rejected, withdrawn }

    let id: UUID
    var stage = Stage.pending
    var terms: [UInt8]
    var version: Int32
  }

  // MARK: The client

  mutating func offer(_ id: UUID, _ offer: Offer, at now: Timestamp) -> Bool {
    guard !stopped.contains(offer.client), now < offer.terms.deadline else { return false }
    jobs[id] = offer
    return true
  }

  mutating func publish(_ id: UUID, by user: UUID, at now: Timestamp) -> Bool {
    guard let job = jobs[id], job.client == user, job.stage == .draft, now < job.terms.deadline
    else { return false }
    jobs[id]?.stage = .open
    return true
  }

  /// - Parameter fees: what the terms say of them from now on, when they become others.
  /// - Parameter change: what becomes of it; whether there is such a thing.
  mutating func edit(
    _ id: UUID, by user: UUID, _ fees: FeeRates, _ change: (inout Offer) -> Bool
  ) -> Bool {
    guard var job = jobs[id], job.client == user, job.isEditable else { return false }
    let before = job.terms.sha256
    guard change(&job) else { return false }
    if job.terms.sha256 != before {
      job.version += 1
      job.terms = JobTerms(
        title: job.terms.title, description: job.terms.description, steps: job.terms.steps,
        deadline: job.terms.deadline, conditions: job.terms.conditions, fees: fees)
    }
    jobs[id] = job
    return true
  }

  mutating func withdrawJob(_ id: UUID, by user: UUID) -> Bool {
    guard let job = jobs[id], job.isEditable, job.client == user else { return false }
    close(id)
    return true
  }

  mutating func expireJob(_ id: UUID, at now: Timestamp) -> Bool {
    guard let job = jobs[id], job.isOpen, now >= job.terms.deadline else { return false }
    close(id)
    return true
  }

  private mutating func close(_ id: UUID) {
    jobs[id]?.stage = .over
    move(of: id, from: [.pending, .passedOver], to: .rejected)
  }

  private mutating func move(of job: UUID, from: [Applicant.Stage], to: Applicant.Stage) {
    for (user, applicant) in jobs[job]?.applicants ?? [:] where from.contains(applicant.stage) {
      jobs[job]?.applicants[user]?.stage = to
    }
  }

  // MARK: Who would do it

  /// Of a job that anybody may take, it is theirs; else the application holds for the terms now.
  mutating func accept(
    _ id: UUID, _ read: [UInt8], as deal: UUID, by user: UUID, at now: Timestamp
  ) -> Bool {
    guard let job = jobs[id], !stopped.contains(user), job.isOffered(to: user, read, at: now)
    else { return false }
    guard job.isPicked else {
      assign(id, to: user, as: deal, at: now)
      return true
    }
    guard job.applicants[user]?.stage == .pending else { return false }
    jobs[id]?.applicants[user]?.terms = read
    jobs[id]?.applicants[user]?.version = job.version
    return true
  }

  mutating func apply(
    _ id: UUID, _ read: [UInt8], as application: UUID, by user: UUID, at now: Timestamp
  ) -> Bool {
    guard let job = jobs[id], job.isOffered(to: user, read, at: now),
      [nil, .withdrawn].contains(job.applicants[user]?.stage)
    else { return false }
    jobs[id]?.applicants[user] = Applicant(
      id: job.applicants[user]?.id ?? application, terms: read, version: job.version)
    return true
  }

  mutating func pick(
    _ id: UUID, _ freelancer: UUID, as deal: UUID, by user: UUID, at now: Timestamp
  ) -> Bool {
    guard let job = jobs[id], job.client == user, let chosen = job.applicants[freelancer],
      chosen.stage == .pending, !stopped.contains(freelancer),
      job.isOffered(to: freelancer, chosen.terms, chosen.version, at: now)
    else { return false }
    assign(id, to: freelancer, as: deal, at: now)
    return true
  }

  /// The client turns one down, or they take it back.
  mutating func endApplication(_ id: UUID, _ freelancer: UUID, by user: UUID, isTurnedDown: Bool)
    -> Bool
  {
    guard let job = jobs[id], job.applicants[freelancer]?.stage == .pending,
      user == (isTurnedDown ? job.client : freelancer)
    else { return false }
    jobs[id]?.applicants[freelancer]?.stage = isTurnedDown ? .rejected : .withdrawn
    return true
  }

  private mutating func assign(_ id: UUID, to user: UUID, as deal: UUID, at now: Timestamp) {
    guard let job = jobs[id] else { return }
    jobs[id]?.stage = .taken
    jobs[id]?.deal = deal
    deals[deal] = Deal(
      job: id, client: job.client, freelancer: user, deadline: job.terms.deadline,
      conditions: job.terms.conditions, feeBasisPoints: Int64(job.terms.fees.basisPoints),
      fundBy: now.adding(seconds: EscrowLimits.fundingWindowSeconds),
      parts: job.terms.steps.map { Part(amount: $0.amountMsat) })
    let hasApplied = job.applicants[user]?.stage == .pending
    move(of: id, from: [.pending], to: .passedOver)
    if hasApplied { jobs[id]?.applicants[user]?.stage = .accepted }
  }

  /// Its deal ended unpaid: somebody else may take it.
  ///
  /// - Parameter stage: what becomes of the application that had been accepted.
  mutating func reopen(_ id: UUID, acceptedBecomes stage: Applicant.Stage) {
    jobs[id]?.stage = .open
    jobs[id]?.deal = nil
    move(of: id, from: [.accepted], to: stage)
    move(of: id, from: [.passedOver], to: .pending)
  }
}
