/// An admin says what should be booked, and why.
struct ProposeCorrection: Command {
  static let method = "CorrectionService/ProposeCorrection"
  let caller: Caller
  let request: RequestIdentity?
  let kind: CorrectionKind
  /// Of the wallet's kinds.
  let user: UUID?
  let amount: Money
  var subject: CorrectionSubject?
  let reason: String

  func load(_ rows: Loader) { rows.want(user, subject) }

  func decide(_ decision: Decision) throws -> Correction {
    let admin = try decision.admit(caller, user, subject)
    if kind == .walletDebit, let user { try decision.check(amount, isInWalletOf: user) }
    let correction = Correction(
      proposing: decision.newID(), kind, of: user, amount, about: subject?.name ?? "",
      reason: reason, by: admin, at: decision.now)
    decision.put(correction)
    decision.record(
      "correction.proposed", subject: "corrections/\(correction.id)", parties: [], reason: reason)
    return correction
  }
}

/// Another admin books it.
struct ApproveCorrection: Command {
  static let method = "CorrectionService/ApproveCorrection"
  let caller: Caller
  let request: RequestIdentity?
  let id: UUID
  var etag = ""

  func load(_ rows: Loader) {
    guard let known = rows.wantCorrection(id) else { return }
    rows.wantAccount(of: known.proposer)
    let (debit, credit) = known.accounts(stripe: rows.stripe)
    rows.want(debit, credit)
  }

  /// A frozen wallet is no obstacle: the freeze stops its owner, and mostly comes before this.
  func decide(_ decision: Decision) throws -> Correction {
    let (found, admin) = try decision.correction(id, for: caller, etag: etag)
    var correction = found
    let posting = Posting(decision)
    try correction.book(
      by: admin, as: posting.id,
      counts: decision.counts(correction.proposer, said: correction.createdAt), at: decision.now)
    let (debit, credit) = correction.accounts(stripe: decision.stripe)
    try posting.transfer(correction.amount.units, debit: debit, credit: credit, kind: .correction)
    decision.put(correction)
    decision.record(
      "correction.booked", subject: "corrections/\(id)",
      parties: correction.user.map { [$0] } ?? [], reason: correction.reason)
    return correction
  }
}

/// Whoever proposed it takes it back, or another admin refuses it.
struct WithdrawCorrection: Command {
  static let method = "CorrectionService/WithdrawCorrection"
  let caller: Caller
  let request: RequestIdentity?
  let id: UUID
  let reason: String
  var etag = ""

  func load(_ rows: Loader) { _ = rows.wantCorrection(id) }

  func decide(_ decision: Decision) throws -> Correction {
    var correction = try decision.correction(id, for: caller, etag: etag).correction
    try correction.withdraw(at: decision.now)
    decision.put(correction)
    decision.record(
      "correction.withdrawn", subject: "corrections/\(id)", parties: [], reason: reason)
    return correction
  }
}

extension Loader {
  /// Names what `Decision.admit` and `Decision.check(_:isInWalletOf:)` look at.
  fileprivate func want(_ user: UUID?, _ subject: CorrectionSubject?) {
    if let user {
      wantAccount(of: user)
      wantWallets(of: user)
    }
    if let subject { want(subject) }
  }

  fileprivate func wantCorrection(_ id: UUID) -> Correction? {
    guard let known = row(Correction.self, id) else { return nil }
    want(known.user, CorrectionSubject(known.subject))
    return known
  }
}

extension Decision {
  /// Lets an admin decide on what is not their own; of whatever role it is.
  ///
  /// - Throws: OWN_CASE; NOT_FOUND when there is no such user or subject.
  fileprivate func admit(
    _ caller: Caller, _ user: UUID?, _ subject: CorrectionSubject?
  ) throws(Refusal) -> UUID {
    guard case .user(let admin, _) = caller, caller.isAdmin else { throw .onlyAnAdmin }
    if let user {
      guard row(User.self, user) != nil else { throw .notFound("user \(user)") }
      guard admin != user else { throw .ownCase }
    }
    if let subject, try concerns(caller, subject) { throw .ownCase }
    return admin
  }

  fileprivate func correction(
    _ id: UUID, for caller: Caller, etag: String
  ) throws(Refusal) -> (correction: Correction, admin: UUID) {
    guard let found = row(Correction.self, id) else { throw .notFound("correction \(id)") }
    let admin = try admit(caller, found.user, CorrectionSubject(found.subject))
    try found.check(etag: etag)
    return (found, admin)
  }

  /// - Throws: INSUFFICIENT_FUNDS.
  fileprivate func check(_ amount: Money, isInWalletOf user: UUID) throws(LedgerError) {
    let held = walletBalances(of: user).first { $0.asset == amount.asset }?.units ?? 0
    guard amount.units <= held else {
      throw .insufficientFunds(asset: amount.asset, shortBy: amount.units - held)
    }
  }
}
