/// The freelancer says who shares what they get, from the next release on. What is theirs goes to
/// others then: never past a frozen wallet, nor without the second factor where it is much.
struct SetPayees: EscrowCommand {
  struct Share: Hashable, Sendable {
    let user: UUID
    /// In `1...10_000` (the proto's rule).
    let weight: Int32
  }

  static let method = "EscrowService/SetPayees"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  /// Users that are or were there. Empty: everything is the freelancer's own.
  let shares: [Share]
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    loadCase(rows)
    rows.wantSides(of: escrow)
    rows.want(Payee.self, by: "escrow_id", .uuid(escrow))
    for share in shares { rows.wantAccount(of: share.user) }
    guard !shares.isEmpty, let found = rows.row(Escrow.self, escrow) else { return }
    // The freeze is read under the lock of the wallet's account.
    rows.want(AccountID(of: found.freelancer, kind: .wallet, asset: .btc))
    rows.want(WalletFreeze.self, found.freelancer)
    rows.wantProof(of: found.freelancer, authority)
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { [] }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isFreelancer(caller) else { throw Refusal.onlyTheFreelancer }
    try decision.checkActive(held.escrow.freelancer)
    try held.setPayees(Int16(shares.count), at: decision.now)
    try checkShares(of: held.escrow, decision)
    // At most ten rows for an escrow (`SetPayeesRequest.payees`), however often it is said anew.
    var known = decision.rows(Payee.self, by: "escrow_id", .uuid(escrow))
      .sorted { $0.position < $1.position }
    for (index, share) in shares.enumerated() {
      if index == known.count {
        known.append(
          Payee(
            id: decision.newID(), escrow: escrow, user: share.user, weight: 0,
            position: Int16(index + 1)))
      }
      known[index].user = share.user
    }
    for (index, var payee) in known.enumerated() {
      payee.weight = index < shares.count ? shares[index].weight : 0
      decision.put(payee)
    }
    decision.put(held)
    decision.record(
      "escrow.payees_set", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }

  private func checkShares(of escrow: Escrow, _ decision: Decision) throws {
    guard !shares.isEmpty else { return }
    for (index, share) in shares.enumerated() where decision.hasLeft(share.user) {
      throw Refusal.invalid("payees[\(index)].user", "There is no such user.")
    }
    // Or the freelancer would choose who of them may still decide about it.
    for (index, share) in shares.enumerated() where decision.isStaff(share.user) {
      throw Refusal.invalid("payees[\(index)].user", "An admin shares in no escrow.")
    }
    try decision.checkNotFrozen(walletOf: escrow.freelancer)
    let rest = escrow.totalMsat - escrow.releasedMsat - escrow.refundedMsat
    try decision.checkStepUp(rest, by: escrow.freelancer, authority)
  }
}
