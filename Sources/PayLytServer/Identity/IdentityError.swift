/// Why a user may not, or cannot be changed.
enum IdentityError: Error, Equatable {
  case limitExceeded(remainingMsat: Int64)
  case hasBusiness
  case kycPending
  case kycTierHeld
  case kycDecided(KycState)
}

extension IdentityError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .limitExceeded(let remaining):
      Refusal(
        .failedPrecondition, reason: "DAILY_LIMIT_EXCEEDED",
        message:
          "Today's limit leaves \(remaining / 1000) satoshis. It is larger for a higher tier "
          + "(SubmitKyc), and begins anew at midnight UTC.",
        values: ["available_msat": "\(remaining)"])
    case .hasBusiness:
      Refusal(
        .failedPrecondition, reason: "USER_HAS_BUSINESS",
        message: "Money is in the wallet, or a job, an escrow, a deposit or a payout is open.")
    case .kycPending:
      Refusal(
        .failedPrecondition, reason: "KYC_PENDING",
        message: "A case is open already. Wait for its decision.")
    case .kycTierHeld:
      Refusal(
        .failedPrecondition, reason: "KYC_TIER_HELD", message: "You have this tier already.")
    case .kycDecided(let state):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The case is \(Refusal.words(state)).")
    }
  }
}
