/// Why a dispute refused a move.
enum DisputeError: Error, Equatable {
  case closed(DisputeState)
  case evidenceOver
  case evidenceTimeLeft(until: Timestamp)
  case evidenceFull
  case offersUsedUp
  case noSuchOffer
  case offerVoid
  case ownOffer
  case notTheOpener
  case rulingProposed
  case ownCase
  case secondApproverNeeded
}

extension DisputeError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .closed(let state):
      Refusal(
        .failedPrecondition, reason: "DISPUTE_CLOSED",
        message: "This dispute is \(Refusal.words(state)).")
    case .evidenceOver:
      Refusal(
        .failedPrecondition, reason: "EVIDENCE_OVER",
        message: "The time for evidence is over.")
    case .evidenceTimeLeft(let until):
      Refusal(
        .failedPrecondition, reason: "EVIDENCE_TIME_LEFT",
        message: "Evidence is taken until \(until.utcText).")
    case .evidenceFull:
      Refusal(
        .failedPrecondition, reason: "EVIDENCE_FULL",
        message: "Each side may bring \(FileLimits.filesMax) files.")
    case .offersUsedUp:
      Refusal(
        .failedPrecondition, reason: "OFFERS_USED_UP",
        message: "There were \(DisputeLimits.offersMax) offers. Wait for the ruling.")
    case .noSuchOffer:
      Refusal(
        .failedPrecondition, reason: "OFFER_GONE",
        message: "This offer is not on the table any more. Read the dispute again.")
    case .offerVoid:
      Refusal(
        .failedPrecondition, reason: "OFFER_VOID",
        message: "The account that made this offer was stopped since, so it does not count. Once "
          + "it is let go on, another offer does.")
    case .ownOffer:
      Refusal(
        .failedPrecondition, reason: "OWN_OFFER",
        message: "This offer is yours: it is the other one who accepts or rejects it.")
    case .notTheOpener:
      Refusal(
        .permissionDenied, reason: "NOT_THE_OPENER",
        message: "Only the one who opened the dispute may withdraw it.")
    case .rulingProposed:
      Refusal(
        .failedPrecondition, reason: "RULING_PROPOSED",
        message: "An admin has ruled, and another one is to confirm it. The two may still settle.")
    case .ownCase: Refusal.ownCase
    case .secondApproverNeeded: Refusal.secondApproverNeeded
    }
  }
}
