/// Why an escrow refused a move.
enum EscrowError: Error, Equatable {
  case illegalTransition(from: EscrowState, move: String)
  case unknownMilestone(position: Int16)
  case milestoneNotOpen(position: Int16, state: MilestoneState)
  case refundNotDue(until: Timestamp)
  case frozen
  case notFrozen
  /// In millisatoshis, what could be released.
  case amountOverHeld(Int64)
  case revisionsUsedUp(Int16)
  case inspectionProlonged
  /// In seconds, the most there is.
  case inspectionTooLong(Int64)
  case fundingWindowOver
  case fundingWindowOpen(until: Timestamp)
  case notASmallerScope
  case notAScope
  case scopeTooLarge
  case milestonesFull
  case nothingRestated
  case deadlineNotAhead
  /// In millisatoshis, what was paid.
  case scopeOverFunded(Int64)
  /// In millisatoshis, what the client's wallet lacks.
  case walletShort(byMsat: Int64)
  /// In millisatoshis, what the parts must add up to.
  case unbalanced(Int64)
  case ownCase
  case secondApproverNeeded
}

extension EscrowError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .illegalTransition(let state, let move):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "An escrow that is \(Refusal.words(state)) cannot \(move).")
    case .unknownMilestone(let position):
      Refusal(.notFound, reason: "NOT_FOUND", message: "There is no milestone \(position).")
    case .milestoneNotOpen(let position, let state):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "Milestone \(position) is \(Refusal.words(state)).",
        values: ["milestone": "\(position)"])
    case .refundNotDue(let until):
      Refusal(
        .failedPrecondition, reason: "REFUND_NOT_DUE",
        message: "The client may take the money back from \(until.utcText) on, if nothing was "
          + "submitted until then.",
        values: ["refundable_from": until.utcText])
    case .frozen:
      Refusal(
        .failedPrecondition, reason: "ESCROW_FROZEN",
        message: "The operators have frozen this escrow: nothing leaves it.")
    case .notFrozen:
      Refusal(
        .failedPrecondition, reason: "ESCROW_NOT_FROZEN", message: "This escrow is not frozen.")
    case .amountOverHeld(let held):
      Refusal(
        .failedPrecondition, reason: "AMOUNT_OVER_HELD",
        message: "At most \(held) millisatoshis are held for that.",
        values: ["available_msat": "\(held)"])
    case .revisionsUsedUp(let most):
      Refusal(
        .failedPrecondition, reason: "REVISIONS_USED_UP",
        message: "The terms have \(most) revisions of a milestone. Approve it, or open a dispute.",
        values: ["revisions_maximum": "\(most)"])
    case .inspectionProlonged:
      Refusal(
        .failedPrecondition, reason: "INSPECTION_PROLONGED",
        message: "The client has prolonged this review. Only the freelancer may prolong it again.")
    case .inspectionTooLong(let most):
      Refusal(
        .failedPrecondition, reason: "INSPECTION_TOO_LONG",
        message: "That is too long: at most \(most) seconds.",
        values: ["seconds_maximum": "\(most)"])
    case .fundingWindowOver:
      Refusal(
        .failedPrecondition, reason: "FUNDING_WINDOW_OVER",
        message: "The time for paying into this escrow is over.")
    case .fundingWindowOpen(let until):
      Refusal(
        .failedPrecondition, reason: "FUNDING_WINDOW_OPEN",
        message: "It can be paid until \(until.utcText).")
    case .notASmallerScope:
      Refusal.invalid(
        "amounts",
        "While a part is paid: one for each milestone and no new ones, none above what it is worth "
          + "now or below what was paid out of it, not all of them zero.")
    case .notAScope:
      Refusal.invalid(
        "amounts",
        "One for each milestone, none below what was paid out of it, those that are under review "
          + "not above what they are worth now, those that have ended as they are, not all of them "
          + "zero.")
    case .scopeTooLarge:
      Refusal.invalid("amounts", "At most \(EscrowLimits.amountSatsMax) satoshis together.")
    case .milestonesFull:
      Refusal(
        .failedPrecondition, reason: "MILESTONES_FULL",
        message: "An escrow has at most \(EscrowLimits.milestonesMax) milestones, those that have "
          + "ended among them.")
    case .nothingRestated:
      Refusal.invalid(
        "amounts", "An amount or the deadline must be another one, or a milestone be new.")
    case .deadlineNotAhead: Refusal.invalid("deadline", "The deadline must be in the future.")
    case .scopeOverFunded(let funded):
      Refusal(
        .failedPrecondition, reason: "SCOPE_OVER_FUNDED",
        message: "The smaller scope and its fee are worth more than the \(funded) millisatoshis "
          + "that were paid.",
        values: ["funded_msat": "\(funded)"])
    case .walletShort(let short):
      Refusal(
        .failedPrecondition, reason: "INSUFFICIENT_FUNDS",
        message: "The client's wallet is short of \(short) millisatoshis. They top it up by "
          + "CreateDeposit first.",
        values: ["asset": Asset.btc.rawValue, "short_units": "\(short)"])
    case .unbalanced(let held):
      Refusal(
        .failedPrecondition, reason: "PARTS_DO_NOT_ADD_UP",
        message: "The two parts must add up to exactly \(held) millisatoshis.",
        values: ["held_msat": "\(held)"])
    case .ownCase: Refusal.ownCase
    case .secondApproverNeeded: Refusal.secondApproverNeeded
    }
  }
}

extension Refusal {
  static let onlyTheClient = Refusal(
    .permissionDenied, reason: "NOT_THE_CLIENT", message: "Only the client may do this.")
  static let onlyTheFreelancer = Refusal(
    .permissionDenied, reason: "NOT_THE_FREELANCER", message: "Only the freelancer may do this.")
  static let ownCase = Refusal(
    .permissionDenied, reason: "OWN_CASE", message: "Nobody decides in a case of their own.")
  static let secondApproverNeeded = Refusal(
    .failedPrecondition, reason: "SECOND_APPROVER_NEEDED",
    message: "Above the limit another admin must decide the same.")
  static let onlyTheParties = Refusal(
    .permissionDenied, reason: "NOT_A_PARTY",
    message: "Only the client and the freelancer may do this.")
}
