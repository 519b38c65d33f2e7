/// What a notification is about. Raw values are stored and equal the API's.
enum NotificationKind: Int16, Sendable, CaseIterable {
  case job = 1
  case escrow = 2
  case dispute = 3
  case payout = 4
  case wallet = 5
  /// Always in the list: who took an account over could hide it otherwise.
  case security = 6
}

/// Which events people are told of, and in which words. The words name no amounts and no people: an
/// e-mail is read by more than its recipient.
enum NotificationCatalog {
  struct Entry: Sendable {
    let kind: NotificationKind
    let title: String
    /// Whether the one who did it is told too, as with a receipt.
    var tellsActor = false
  }

  static func entry(_ eventType: String) -> Entry? { entries[eventType] }

  private static let entries: [String: Entry] = [
    "job.terms_accepted": Entry(kind: .job, title: "The terms of your job were accepted"),
    "job.assigned": Entry(kind: .job, title: "A freelancer has the job"),
    "job.declined": Entry(kind: .job, title: "The freelancer has given the job back"),
    "job.cancelled": Entry(kind: .job, title: "A job was cancelled"),
    "job.expired": Entry(kind: .job, title: "Nobody took your job in time"),
    "escrow.paid_locked": Entry(
      kind: .escrow, title: "The escrow is paid and the money is held", tellsActor: true),
    "escrow.partially_funded": Entry(
      kind: .escrow, title: "A part of the escrow is paid", tellsActor: true),
    "escrow.overpaid": Entry(
      kind: .escrow, title: "The escrow was overpaid; the rest is in the client's wallet"),
    "escrow.paid_late": Entry(
      kind: .escrow, title: "A late payment is in the client's wallet"),
    "escrow.milestone_submitted": Entry(kind: .escrow, title: "A milestone was delivered"),
    "escrow.revision_requested": Entry(kind: .escrow, title: "A revision was asked for"),
    "escrow.milestone_released": Entry(
      kind: .escrow, title: "A milestone was released", tellsActor: true),
    "escrow.partially_released": Entry(
      kind: .escrow, title: "A part of the escrow was released", tellsActor: true),
    "escrow.released": Entry(kind: .escrow, title: "The escrow was released", tellsActor: true),
    "escrow.released_unanswered": Entry(
      kind: .escrow, title: "A delivery was released because nobody answered"),
    "escrow.refunded": Entry(kind: .escrow, title: "The escrow was refunded", tellsActor: true),
    "escrow.refunded_underpaid": Entry(
      kind: .escrow, title: "The escrow was not paid in full and was refunded"),
    "escrow.returned_unstarted": Entry(
      kind: .escrow, title: "Nothing was delivered and the escrow was refunded"),
    "escrow.cancelled": Entry(kind: .escrow, title: "The escrow was cancelled"),
    "escrow.cancelled_mutually": Entry(
      kind: .escrow, title: "The escrow was cancelled by both sides", tellsActor: true),
    "escrow.cancel_consented": Entry(kind: .escrow, title: "The other side wants to cancel"),
    "escrow.restatement_proposed": Entry(
      kind: .escrow, title: "The other side proposes a smaller scope"),
    "escrow.restated": Entry(kind: .escrow, title: "The scope was made smaller"),
    "escrow.expired": Entry(kind: .escrow, title: "The escrow was not paid in time"),
    "escrow.frozen": Entry(kind: .escrow, title: "The operators have frozen the escrow"),
    "escrow.unfrozen": Entry(kind: .escrow, title: "The escrow is not frozen any more"),
    "escrow.overridden": Entry(kind: .escrow, title: "The operators have decided on the escrow"),
    "dispute.opened": Entry(kind: .dispute, title: "A dispute was opened"),
    "dispute.evidence_added": Entry(kind: .dispute, title: "There is new evidence"),
    "dispute.offer_made": Entry(kind: .dispute, title: "There is an offer to settle"),
    "dispute.offer_rejected": Entry(kind: .dispute, title: "The offer was rejected"),
    "dispute.under_review": Entry(
      kind: .dispute, title: "The time for evidence is over; a ruling follows"),
    "dispute.settled": Entry(kind: .dispute, title: "The dispute was settled", tellsActor: true),
    "dispute.ruled": Entry(kind: .dispute, title: "The dispute was ruled on"),
    "dispute.withdrawn": Entry(kind: .dispute, title: "The dispute was withdrawn"),
    "payout.succeeded": Entry(kind: .payout, title: "Your payout has arrived", tellsActor: true),
    "payout.failed": Entry(
      kind: .payout, title: "Your payout failed and the money is back", tellsActor: true),
    "payout.reversed": Entry(
      kind: .payout, title: "The bank sent your payout back", tellsActor: true),
    "deposit.settled": Entry(kind: .wallet, title: "Your deposit has arrived", tellsActor: true),
    "deposit.settled_late": Entry(
      kind: .wallet, title: "Your deposit has arrived late", tellsActor: true),
    "wallet.transferred": Entry(kind: .wallet, title: "Money was moved between wallets"),
    "wallet.frozen": Entry(kind: .security, title: "Your wallet was frozen"),
    "wallet.unfrozen": Entry(kind: .security, title: "Your wallet is not frozen any more"),
    "session.revoked": Entry(
      kind: .security, title: "A session was ended because its token was used twice",
      tellsActor: true),
    "webhook_endpoint.failed": Entry(
      kind: .security, title: "A webhook endpoint was disabled because nothing could be delivered"),
    "webhook_endpoint.secret_rotated": Entry(
      kind: .security, title: "The secret of a webhook endpoint was replaced", tellsActor: true),
  ]

  /// A title for whatever is kept, and a plain one for a type that we do not know any more.
  static func title(_ eventType: String) -> String { entry(eventType)?.title ?? eventType }
}
