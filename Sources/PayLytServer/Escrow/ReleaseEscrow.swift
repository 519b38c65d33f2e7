/// The client pays work to the freelancer: all that is held, or a part.
struct ReleaseEscrow: EscrowCommand {
  static let method = "EscrowService/ReleaseEscrow"
  static let capability: Capability? = .releases
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  /// Millisatoshis of work; nil for all.
  var amountMsat: Int64?
  /// The freelancer's, at which what they get is changed; nil: it stays bitcoin.
  var quote: UUID?
  var etag = ""
  var authority = Authority.unlimited
  var exposure = ExposureLimits.unlimited

  func load(_ rows: Loader) { loadRelease(rows, quote, exposure, authority) }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRelease(stripe: stripe)
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    try decision.release(
      amountMsat.map { .amount($0) } ?? .all, by: self, at: quote, authority, exposure)
  }
}

/// The client pays one milestone to the freelancer, or a part of it.
struct ReleaseMilestone: EscrowCommand {
  static let method = "EscrowService/ReleaseMilestone"
  static let capability: Capability? = .releases
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let position: Int16
  /// Millisatoshis of work; nil for all that is left of the milestone.
  var amountMsat: Int64?
  /// The freelancer's, at which what they get is changed; nil: it stays bitcoin.
  var quote: UUID?
  var etag = ""
  var authority = Authority.unlimited
  var exposure = ExposureLimits.unlimited

  func load(_ rows: Loader) { loadRelease(rows, quote, exposure, authority) }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRelease(stripe: stripe)
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    try decision.release(
      .milestone(position, amountMsat: amountMsat), by: self, at: quote, authority, exposure)
  }
}

/// The time to look at a delivery is over, and the client said nothing: it counts as accepted. Not
/// so where they could not speak: their account was stopped meanwhile, and they have a day to do so
/// afterwards; or no server was there at the end, and they have as long again.
struct ReleaseUnanswered: Command {
  static let method = "escrows/releaseUnanswered"
  static let capability: Capability? = .releases
  let caller = Caller.system("timers")
  let request: RequestIdentity? = nil
  let escrow: UUID
  let position: Int16
  /// When a server was to look; nil: it does.
  var dueAt: Timestamp?

  func load(_ rows: Loader) {
    guard let found = rows.row(Escrow.self, escrow) else { return }
    rows.want(Milestone.self, by: "escrow_id", .uuid(escrow))
    rows.wantAccount(of: found.client)
    rows.wantPayees(of: found)
    rows.expect(found.accountsOfRelease(stripe: rows.stripe))
  }

  func decide(_ decision: Decision) throws -> Timer.Answer<EscrowCase> {
    var held = try decision.escrowCase(escrow, for: caller)
    guard !held.escrow.state.isFinal,
      let milestone = held.milestones.first(where: { $0.position == position }),
      milestone.state == .submitted, let until = milestone.reviewUntil
    else { return .done }
    let isHeard = decision.isActive(held.escrow.client)
    let day = EscrowLimits.stoppedReviewSeconds
    guard decision.now >= (isHeard ? until : until.adding(seconds: -day)) else {
      return .again(at: until)
    }
    guard held.escrow.state.isHolding, !held.escrow.isFrozen else {
      return .again(at: decision.now.adding(seconds: EscrowLimits.stoppedRetrySeconds))
    }
    guard isHeard else {
      // Whenever they are let go before the next look, a day is left.
      return try keep(
        held, until: decision.now.adding(seconds: 2 * day),
        again: decision.now.adding(seconds: day), decision)
    }
    let end = max(
      endAfterStop(of: held.escrow.client, since: milestone.submittedAt, decision) ?? until,
      endAfterOutage(until: until, at: decision.now) ?? until)
    guard decision.now >= end else { return try keep(held, until: end, again: end, decision) }
    let payment = try held.releaseUnanswered(position: position, at: decision.now)
    try decision.pay(payment, of: held.escrow, from: held.escrow.account)
    decision.put(held)
    decision.record(
      "escrow.released_unanswered", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return .changed(held)
  }

  private func endAfterStop(
    of client: UUID, since submittedAt: Timestamp?, _ decision: Decision
  ) -> Timestamp? {
    guard let submittedAt, let letGoAt = decision.letGoAt(client), letGoAt > submittedAt else {
      return nil
    }
    return letGoAt.adding(seconds: EscrowLimits.stoppedReviewSeconds)
  }

  private func endAfterOutage(until: Timestamp, at now: Timestamp) -> Timestamp? {
    guard let late = dueAt.map({ now.seconds - max($0, until).seconds }),
      late > EscrowLimits.reviewLateSeconds
    else { return nil }
    return now.adding(seconds: min(late, EscrowLimits.lateReviewSecondsMax))
  }

  private func keep(
    _ before: EscrowCase, until: Timestamp, again: Timestamp, _ decision: Decision
  ) throws -> Timer.Answer<EscrowCase> {
    var held = before
    try held.keepInReview(position: position, until: until, at: decision.now)
    decision.put(held)
    decision.record(
      "escrow.inspection_extended", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return Timer.Answer(changed: held, timer: .again(at: again))
  }
}

extension EscrowCommand {
  /// What every release reads: the freelancer may share, and may be paid in local currency.
  func loadRelease(
    _ rows: Loader, _ quote: UUID? = nil, _ exposure: ExposureLimits = .unlimited,
    _ authority: Authority = .unlimited
  ) {
    loadCase(rows)
    guard let found = rows.row(Escrow.self, escrow) else { return }
    rows.wantProof(of: found.client, authority)
    rows.wantPayees(of: found)
    rows.want(quote: quote, of: found, exposure)
  }
}

extension Decision {
  fileprivate func release(
    _ approval: EscrowCase.Approval, by command: some EscrowCommand, at quote: UUID?,
    _ authority: Authority, _ exposure: ExposureLimits
  ) throws -> EscrowCase {
    var held = try escrowCase(command.escrow, for: command.caller, etag: command.etag)
    guard held.escrow.isClient(command.caller) else { throw Refusal.onlyTheClient }
    let payment = try held.release(approval, at: now)
    try checkStepUp(payment.grossMsat, by: held.escrow.client, authority)
    try pay(payment, of: held.escrow, from: held.escrow.account, at: quote, exposure)
    put(held)
    let isAll = held.escrow.state == .released
    let isMilestone = if case .milestone = approval { true } else { false }
    record(
      isAll
        ? "escrow.released"
        : isMilestone ? "escrow.milestone_released" : "escrow.partially_released",
      subject: "escrows/\(command.escrow)", parties: held.escrow.parties)
    return held
  }
}
