/// An admin's word on whose the money of a deleted account is, which another one must confirm.
struct WalletHandover: Hashable, Sendable {
  /// The deleted user's, whose wallet it is.
  let user: UUID
  var receiver: UUID
  var proposedBy: UUID
  /// What was in the wallet; more of it is another decision. Empty once it was handed over: an
  /// equal sum later is another decision, too.
  var holdings: String
  var proposedAt: Timestamp
}

/// An admin gives everything in the wallet of a deleted account to another user: whom it belongs to
/// is known from outside, as the account names nobody any more. Much money, and any of a local
/// currency, needs two of them.
///
/// Money comes there after its owner has left: an invoice of theirs is paid late, or a bank sends a
/// payout back. It is booked as any other, once, and stays there until this is decided.
struct HandOverWallet: Command {
  static let method = "WalletService/HandOverWallet"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let receiver: UUID
  let reason: String
  /// What one admin may decide alone.
  let approvalLimitMsat: Int64

  func load(_ rows: Loader) {
    rows.wantWallets(of: user)
    rows.wantWallets(of: receiver)
    rows.want(User.self, user)
    rows.want(User.self, receiver)
    rows.want(WalletFreeze.self, user)
    if let known = rows.row(WalletHandover.self, user) { rows.wantAccount(of: known.proposedBy) }
  }

  func decide(_ decision: Decision) throws -> WalletView {
    guard case .user(let admin, _) = caller, admin != receiver else { throw WalletError.ownCase }
    guard let owner = decision.row(User.self, user) else {
      throw Refusal.notFound("wallet of \(user)")
    }
    guard decision.row(User.self, receiver) != nil, !decision.hasLeft(receiver) else {
      throw Refusal.notFound("user \(receiver)")
    }
    guard owner.state == .deleted else { throw WalletError.ownerIsThere }
    try decision.checkNotFrozen(walletOf: user)
    let funds = decision.walletBalances(of: user)
    guard funds.contains(where: { $0.units > 0 }) else { throw WalletError.nothingThere }
    guard try isSmall(funds) || isConfirmed(funds, by: admin, decision) else {
      decision.record(
        "wallet.handover_proposed", subject: "users/\(user)/wallet", parties: [], reason: reason)
      return view(funds, decision)
    }
    if var proposal = decision.row(WalletHandover.self, user) {
      proposal.holdings = ""
      decision.put(proposal)
    }
    let posting = Posting(decision)
    for money in funds {
      try posting.transfer(
        money.units, debit: AccountID(of: user, kind: .wallet, asset: money.asset),
        credit: AccountID(of: receiver, kind: .wallet, asset: money.asset), kind: .transfer)
    }
    decision.record(
      "wallet.handed_over", subject: "users/\(user)/wallet", parties: [receiver], reason: reason)
    return view(funds.map { Money(asset: $0.asset, units: 0) }, decision)
  }

  private func isSmall(_ funds: [Money]) -> Bool {
    funds.allSatisfy { $0.units == 0 || $0.asset == .btc && $0.units <= approvalLimitMsat }
  }

  /// Whether another admin has decided the same on the wallet as it is; if not, this is a proposal
  /// in place of the one that may be there.
  private func isConfirmed(
    _ funds: [Money], by admin: UUID, _ decision: Decision
  ) throws(WalletError) -> Bool {
    let holdings = funds.map { "\($0.asset.rawValue) \($0.units)" }.joined(separator: ", ")
    let known = decision.row(WalletHandover.self, user)
    if let known, known.receiver == receiver, known.holdings == holdings,
      decision.counts(known.proposedBy, said: known.proposedAt)
    {
      guard known.proposedBy != admin else { throw .secondApproverNeeded }
      return true
    }
    decision.put(
      WalletHandover(
        user: user, receiver: receiver, proposedBy: admin, holdings: holdings,
        proposedAt: decision.now))
    return false
  }

  private func view(_ balances: [Money], _ decision: Decision) -> WalletView {
    WalletView(
      user: user, balances: balances, freeze: decision.row(WalletFreeze.self, user))
  }
}

/// Why a wallet is not handed over.
enum WalletError: Error, Equatable {
  case ownerIsThere
  case nothingThere
  case ownCase
  case secondApproverNeeded
}

extension WalletError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .ownerIsThere:
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The account was not deleted: what is in its wallet is its owner's.")
    case .nothingThere:
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "There is nothing in this wallet.")
    case .ownCase:
      Refusal(
        .permissionDenied, reason: "OWN_CASE", message: "Nobody decides in a case of their own.")
    case .secondApproverNeeded:
      Refusal(
        .failedPrecondition, reason: "SECOND_APPROVER_NEEDED",
        message: "Above the limit another admin must decide the same.")
    }
  }
}
