/// What a correction does to the books. Raw values are stored and equal the API's.
enum CorrectionKind: Int16, Sendable, CaseIterable {
  /// The providers hold less than the books say.
  case providerLoss = 1
  /// They hold more.
  case providerGain = 2
  /// A user gets what the platform owes them.
  case walletCredit = 3
  /// A user's wallet gives back what they owe.
  case walletDebit = 4

  var isOfWallet: Bool {
    switch self {
    case .walletCredit, .walletDebit: true
    case .providerLoss, .providerGain: false
    }
  }
}

/// The life of a correction. Raw values are stored and equal the API's.
enum CorrectionState: Int16, Sendable, CaseIterable {
  /// Next: booked, withdrawn.
  case proposed = 1
  /// Final.
  case booked = 2
  /// Final.
  case withdrawn = 3
}

/// An adjusting entry, which one admin proposes and another one books: for what happened outside
/// and no other command takes in. What was booked stays; another correction comes after it.
struct Correction: Hashable, Sendable, Versioned {
  let id: UUID
  let kind: CorrectionKind
  /// Whose wallet it is; nil where the kind is about providers.
  let user: UUID?
  let amount: Money
  /// The name of what it is about; empty for nothing that has one.
  let subject: String
  /// Why, for admins.
  let reason: String
  let proposer: UUID
  private(set) var state: CorrectionState
  /// Who booked it.
  private(set) var approver: UUID?
  /// What was booked.
  private(set) var transaction: UUID?
  let createdAt: Timestamp
  private(set) var decidedAt: Timestamp?
  private(set) var version: Int64

  /// When nobody can approve it any more.
  var expiresAt: Timestamp { createdAt.adding(seconds: AuthLimits.proposalSeconds) }

  /// - Parameter counts: whether what the proposer said still does.
  mutating func book(
    by admin: UUID, as transaction: UUID, counts: Bool, at now: Timestamp
  ) throws(CorrectionError) {
    guard state == .proposed else { throw .wrongState(state) }
    guard admin != proposer else { throw .secondApproverNeeded }
    guard counts else { throw .lapsed }
    approver = admin
    self.transaction = transaction
    end(.booked, at: now)
  }

  mutating func withdraw(at now: Timestamp) throws(CorrectionError) {
    guard state == .proposed else { throw .wrongState(state) }
    end(.withdrawn, at: now)
  }

  private mutating func end(_ last: CorrectionState, at now: Timestamp) {
    state = last
    decidedAt = now
    version += 1
  }

  /// The accounts that it debits and credits.
  func accounts(stripe: UInt8) -> (debit: AccountID, credit: AccountID) {
    let losses = AccountID.platform(.losses, asset: amount.asset, stripe: stripe)
    let other =
      user.map { AccountID(of: $0, kind: .wallet, asset: amount.asset) }
      ?? .platform(.providerFloat, asset: amount.asset, stripe: stripe)
    return switch kind {
    case .providerLoss, .walletCredit: (losses, other)
    case .providerGain, .walletDebit: (other, losses)
    }
  }
}

extension Correction {
  init(
    proposing id: UUID, _ kind: CorrectionKind, of user: UUID?, _ amount: Money,
    about subject: String,
    reason: String, by proposer: UUID, at now: Timestamp
  ) {
    precondition(kind.isOfWallet == (user != nil), "\(kind) of \(user.map { "\($0)" } ?? "nobody")")
    self.init(
      id: id, kind: kind, user: user, amount: amount, subject: subject, reason: reason,
      proposer: proposer, state: .proposed, approver: nil, transaction: nil, createdAt: now,
      decidedAt: nil, version: 1)
  }
}

/// Why a correction is not decided on.
enum CorrectionError: Error, Equatable {
  case wrongState(CorrectionState)
  case lapsed
  case secondApproverNeeded
}

extension CorrectionError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .wrongState(let state):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The correction is \(Refusal.words(state)) already.")
    case .lapsed:
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The proposal has lapsed. Propose it anew.")
    case .secondApproverNeeded:
      Refusal(
        .failedPrecondition, reason: "SECOND_APPROVER_NEEDED",
        message: "Another admin must approve what you have proposed.")
    }
  }
}
