/// What the commands on one dispute share: the escrow's rows, and who may see it.
protocol DisputeCommand: Command where Answer == Dispute {
  var dispute: UUID { get }
  /// Which version of it the caller has read; empty when they do not mind.
  var etag: String { get }
}

extension DisputeCommand {
  func load(_ rows: Loader) { loadDispute(rows) }

  func loadDispute(_ rows: Loader) {
    guard let found = rows.row(Dispute.self, dispute) else { return }
    rows.wantDisputed(found.escrow)
  }

  /// The same where a side gives money away, at once or once the other one agrees.
  func loadGift(_ rows: Loader, _ authority: Authority) {
    loadDispute(rows)
    guard let found = rows.row(Dispute.self, dispute) else { return }
    rows.wantProof(of: caller, authority)
    for party in found.parties { rows.wantAccount(of: party) }
  }

  /// Names who has proposed a ruling, for `Decision.disputeAsItCounts`.
  func loadProposer(_ rows: Loader) {
    if let proposal = rows.row(Dispute.self, dispute)?.proposal {
      rows.wantAccount(of: proposal.by)
    }
  }
}

extension Loader {
  /// An escrow with everything that a division of its money posts to.
  func wantDisputed(_ escrow: UUID) {
    want(Milestone.self, by: "escrow_id", .uuid(escrow))
    guard let found = row(Escrow.self, escrow) else { return }
    want(found.accountsOfRelease(stripe: stripe) + found.accountsOfRefund)
    want(found.disputedAccount)
    wantPayees(of: found)
  }
}

extension Decision {
  /// - Throws: NOT_FOUND when there is none, and just the same when `caller` may not see it;
  ///   ABORTED when `etag` is that of another version.
  func dispute(_ id: UUID, for caller: Caller, etag: String = "") throws(Refusal) -> Dispute {
    guard let dispute = row(Dispute.self, id), dispute.isVisible(to: caller) else {
      throw .notFound("dispute \(id)")
    }
    try dispute.check(etag: etag)
    return dispute
  }

  /// Which side the caller is, who may speak for it.
  ///
  /// - Throws: NOT_A_PARTY, ACCOUNT_FROZEN.
  fileprivate func side(of caller: Caller, in dispute: Dispute) throws -> DisputeSide {
    guard let side = dispute.side(of: caller) else { throw Refusal.onlyTheParties }
    try checkActive(dispute.user(side))
    return side
  }

  /// The same without a ruling that was proposed by who is no admin any more, or long ago.
  fileprivate func disputeAsItCounts(_ command: some DisputeCommand) throws(Refusal) -> Dispute {
    var dispute = try dispute(command.dispute, for: command.caller, etag: command.etag)
    if let proposal = dispute.proposal, !counts(proposal.by, said: proposal.at) {
      dispute.dropProposal()
    }
    return dispute
  }

  /// The two sides' parts of what is frozen leave the escrow, in this decision.
  fileprivate func divide(_ dispute: Dispute, toFreelancerMsat: Int64) throws {
    var held = try escrowCase(dispute.escrow, for: .system("disputes"))
    let (payment, refund) = try held.settleDispute(
      toFreelancerMsat: toFreelancerMsat,
      toClientMsat: dispute.frozenMsat - toFreelancerMsat, at: now)
    let account = held.escrow.disputedAccount
    if let payment { try pay(payment, of: held.escrow, from: account) }
    try self.refund(refund, of: held.escrow, from: account)
    put(held)
  }

  /// Lets a side offer or take a division, with which the other one's part is gone: the client
  /// releases it, the freelancer gives it back.
  fileprivate func checkStepUp(
    _ offer: DisputeOffer, of dispute: Dispute, by side: DisputeSide, _ authority: Authority
  ) throws(Refusal) {
    switch side {
    case .client: try checkStepUp(offer.toFreelancerMsat, by: dispute.client, authority)
    case .freelancer:
      let back = dispute.frozenMsat - offer.toFreelancerMsat
      try checkStepUp(back, by: dispute.freelancer, authority)
    }
  }

  fileprivate func store(_ dispute: Dispute, _ event: String, reason: String? = nil) -> Dispute {
    put(dispute)
    record(
      event, subject: "disputes/\(dispute.id)", parties: dispute.parties, reason: reason)
    return dispute
  }
}

/// One of the two disagrees: what is held is frozen in the same commit.
struct OpenDispute: Command {
  static let method = "DisputeService/OpenDispute"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let reason: String
  var etag = ""

  func load(_ rows: Loader) { rows.wantDisputed(escrow) }

  func decide(_ decision: Decision) throws -> Dispute {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard let side = held.escrow.disputeSide(of: caller) else { throw Refusal.onlyTheParties }
    let id = decision.newID()
    let frozen = try held.openDispute(id, at: decision.now)
    try decision.move(
      frozen, from: held.escrow.account, to: held.escrow.disputedAccount, .disputeFreeze)
    decision.put(held)
    let dispute = Dispute(
      opening: id, of: held.escrow, by: side, reason: reason, frozenMsat: frozen,
      at: decision.now)
    decision.setTimer(.evidenceEnds, for: id, at: dispute.evidenceUntil)
    return decision.store(dispute, "dispute.opened", reason: reason)
  }
}

/// One of the two offers a division.
struct ProposeSettlement: DisputeCommand {
  static let method = "DisputeService/ProposeSettlement"
  let caller: Caller
  let request: RequestIdentity?
  let dispute: UUID
  let toFreelancerMsat: Int64
  let toClientMsat: Int64
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) { loadGift(rows, authority) }

  func decide(_ decision: Decision) throws -> Dispute {
    var dispute = try decision.dispute(dispute, for: caller, etag: etag)
    let side = try decision.side(of: caller, in: dispute)
    try dispute.checkParts(toFreelancerMsat, toClientMsat)
    let offer = DisputeOffer(by: side, toFreelancerMsat: toFreelancerMsat, at: decision.now)
    // It is gone as soon as the other one takes the offer.
    try decision.checkStepUp(offer, of: dispute, by: side, authority)
    try dispute.propose(offer, at: decision.now)
    return decision.store(dispute, "dispute.offer_made")
  }
}

/// The other one takes the offer: the money is divided in the same commit.
struct AcceptSettlement: DisputeCommand {
  static let method = "DisputeService/AcceptSettlement"
  static let capability: Capability? = .releases
  let caller: Caller
  let request: RequestIdentity?
  let dispute: UUID
  let offer: Int32
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) { loadGift(rows, authority) }

  func decide(_ decision: Decision) throws -> Dispute {
    var dispute = try decision.dispute(dispute, for: caller, etag: etag)
    let side = try decision.side(of: caller, in: dispute)
    let accepted = try dispute.accept(offer, by: side, at: decision.now)
    guard decision.counts(accepted.at, of: dispute.user(accepted.by)) else {
      throw DisputeError.offerVoid
    }
    try decision.checkStepUp(accepted, of: dispute, by: side, authority)
    // The two may agree; whether anything leaves is the operators' word. A ruling is theirs.
    try decision.escrowCase(dispute.escrow, for: caller).checkNotFrozen()
    try decision.divide(dispute, toFreelancerMsat: accepted.toFreelancerMsat)
    return decision.store(dispute, "dispute.settled")
  }
}

/// The other one does not.
struct RejectSettlement: DisputeCommand {
  static let method = "DisputeService/RejectSettlement"
  let caller: Caller
  let request: RequestIdentity?
  let dispute: UUID
  let offer: Int32
  var etag = ""

  func decide(_ decision: Decision) throws -> Dispute {
    var dispute = try decision.dispute(dispute, for: caller, etag: etag)
    guard let side = dispute.side(of: caller) else { throw Refusal.onlyTheParties }
    try dispute.reject(offer, by: side, at: decision.now)
    return decision.store(dispute, "dispute.offer_rejected")
  }
}

/// The one who opened it takes it back: the escrow goes on where it was. What had been frozen for
/// them may go to the other side then, by the clock alone.
struct WithdrawDispute: DisputeCommand {
  static let method = "DisputeService/WithdrawDispute"
  let caller: Caller
  let request: RequestIdentity?
  let dispute: UUID
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    loadGift(rows, authority)
    loadProposer(rows)
  }

  func decide(_ decision: Decision) throws -> Dispute {
    var dispute = try decision.disputeAsItCounts(self)
    let side = try decision.side(of: caller, in: dispute)
    try dispute.withdraw(by: side, at: decision.now)
    try decision.checkStepUp(dispute.frozenMsat, by: dispute.user(side), authority)
    var held = try decision.escrowCase(dispute.escrow, for: caller)
    let freed = try held.withdrawDispute(openedAt: dispute.openedAt, at: decision.now)
    try decision.move(
      freed, from: held.escrow.disputedAccount, to: held.escrow.account, .disputeUnfreeze)
    decision.put(held)
    return decision.store(dispute, "dispute.withdrawn")
  }
}

/// An admin rules; above the limit, two of them.
struct ResolveDispute: DisputeCommand {
  static let method = "DisputeService/ResolveDispute"
  let caller: Caller
  let request: RequestIdentity?
  let dispute: UUID
  let toFreelancerMsat: Int64
  let toClientMsat: Int64
  let reason: String
  /// What one admin may decide alone.
  let approvalLimitMsat: Int64
  var etag = ""

  func load(_ rows: Loader) {
    loadDispute(rows)
    loadProposer(rows)
  }

  func decide(_ decision: Decision) throws -> Dispute {
    var dispute = try decision.disputeAsItCounts(self)
    guard case .user(let admin, _) = caller, caller.isAdmin else { throw Refusal.onlyAnAdmin }
    let escrow = try decision.escrowCase(dispute.escrow, for: .system("disputes")).escrow
    guard !decision.isPayee(admin, of: escrow) else { throw DisputeError.ownCase }
    try dispute.checkParts(toFreelancerMsat, toClientMsat)
    let isDecided = try dispute.rule(
      toFreelancerMsat: toFreelancerMsat, by: admin, reason: reason,
      approvalLimitMsat: approvalLimitMsat, at: decision.now)
    guard isDecided else {
      return decision.store(dispute, "dispute.ruling_proposed", reason: reason)
    }
    try decision.divide(dispute, toFreelancerMsat: toFreelancerMsat)
    return decision.store(dispute, "dispute.ruled", reason: reason)
  }
}

/// The time for evidence is over: the dispute goes to those who rule.
struct EndEvidence: Command {
  static let method = "disputes/endEvidence"
  let caller = Caller.system("timers")
  let request: RequestIdentity? = nil
  let dispute: UUID

  func load(_ rows: Loader) { rows.want(Dispute.self, dispute) }

  func decide(_ decision: Decision) throws -> Timer.Answer<Dispute> {
    var dispute = try decision.dispute(dispute, for: caller)
    guard dispute.state == .open else { return .done }
    guard decision.now >= dispute.evidenceUntil else {
      return .again(at: dispute.evidenceUntil)
    }
    try dispute.beginReview(at: decision.now)
    return .changed(decision.store(dispute, "dispute.under_review"))
  }
}

extension Dispute {
  /// - Throws: when the two parts are not what is frozen, exactly.
  fileprivate func checkParts(_ freelancer: Int64, _ client: Int64) throws(EscrowError) {
    guard freelancer >= 0, client >= 0,
      freelancer.addingReportingOverflow(client) == (frozenMsat, false)
    else { throw .unbalanced(frozenMsat) }
  }
}

extension Escrow {
  fileprivate func disputeSide(of caller: Caller) -> DisputeSide? {
    isClient(caller) ? .client : isFreelancer(caller) ? .freelancer : nil
  }
}
