/// Why an escrow refused a move.
enum EscrowError: Error, Equatable {
  case illegalTransition(from: EscrowState, move: String)
  case unknownMilestone(position: Int16)
  case milestoneNotOpen(position: Int16, state: MilestoneState)
  case refundNotDue(until: Timestamp)
}

extension EscrowError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .illegalTransition(let state, let move):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "An escrow that is \(state) cannot \(move).")
    case .unknownMilestone(let position):
      Refusal(.notFound, reason: "NOT_FOUND", message: "There is no milestone \(position).")
    case .milestoneNotOpen(let position, let state):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "Milestone \(position) is \(state).")
    case .refundNotDue(let until):
      Refusal(
        .failedPrecondition, reason: "REFUND_NOT_DUE",
        message: "The client may take the money back from \(until.seconds) (seconds since 1970) "
          + "on, if nothing was submitted until then.")
    }
  }
}

extension Refusal {
  static let onlyTheClient = Refusal(
    .permissionDenied, reason: "NOT_THE_CLIENT", message: "Only the client may do this.")
  static let onlyTheFreelancer = Refusal(
    .permissionDenied, reason: "NOT_THE_FREELANCER", message: "Only the freelancer may do this.")
}
