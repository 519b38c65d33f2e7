/// Which events people are told of, and in which words. The words name no amounts and no people: an
/// e-mail is read by more than its recipient.
enum NotificationCatalog {
  struct Entry: Sendable {
    let kind: NotificationKind
    let title: String
    /// Whether the one who did it is told too, as with a receipt: also because it may have been
    /// somebody else in their name.
    var tellsActor = false
  }

  static func entry(_ eventType: String) -> Entry? { entries[eventType] }

  private static let entries: [String: Entry] = [
    "job.terms_accepted": Entry(kind: .job, title: "The terms of your job were accepted"),
    "job.assigned": Entry(kind: .job, title: "A freelancer has the job"),
    "job.declined": Entry(kind: .job, title: "The freelancer has given the job back"),
    "job.cancelled": Entry(kind: .job, title: "A job was cancelled"),
    "job.expired": Entry(kind: .job, title: "Nobody took the job in time"),
    "job.deliverable_added": Entry(kind: .job, title: "A file was delivered"),
    "application.made": Entry(kind: .job, title: "Somebody has applied for your job"),
    "application.rejected": Entry(kind: .job, title: "Your application was turned down"),
    "application.withdrawn": Entry(kind: .job, title: "An application was withdrawn"),
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
    "escrow.cancel_consent_withdrawn": Entry(
      kind: .escrow, title: "The other side does not want to cancel any more"),
    "escrow.inspection_extended": Entry(
      kind: .escrow, title: "There is more time to look at a delivery"),
    "escrow.restatement_proposed": Entry(
      kind: .escrow, title: "The other side proposes to change the terms"),
    "escrow.restatement_withdrawn": Entry(
      kind: .escrow, title: "The other side does not want to change the terms any more"),
    "escrow.restated": Entry(
      kind: .escrow, title: "Both sides have changed the terms", tellsActor: true),
    "escrow.expired": Entry(kind: .escrow, title: "The escrow was not paid in time"),
    "escrow.frozen": Entry(kind: .escrow, title: "The operators have frozen the escrow"),
    "escrow.unfrozen": Entry(kind: .escrow, title: "The escrow is not frozen any more"),
    "escrow.overridden": Entry(kind: .escrow, title: "The operators have decided on the escrow"),
    "invoice.payment_returned": Entry(
      kind: .escrow, title: "A payment was not taken and went back to the payer"),
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
    "fx.converted": Entry(kind: .wallet, title: "Your money was changed", tellsActor: true),
    "wallet.transferred": Entry(kind: .wallet, title: "Money was moved between wallets"),
    "wallet.handed_over": Entry(
      kind: .wallet, title: "Money of a closed account was given to you"),
    "correction.booked": Entry(
      kind: .wallet, title: "The operators have corrected your balance"),
    "wallet.frozen": Entry(kind: .security, title: "Your wallet was frozen"),
    "wallet.unfrozen": Entry(kind: .security, title: "Your wallet is not frozen any more"),
    "beneficiary.created": Entry(
      kind: .security, title: "A receiver of payouts was added", tellsActor: true),
    "user.frozen": Entry(kind: .security, title: "The operators have frozen your account"),
    "user.unfrozen": Entry(kind: .security, title: "Your account is not frozen any more"),
    "user.roles_set": Entry(kind: .security, title: "What your account may do was changed"),
    "user.password_changed": Entry(
      kind: .security, title: "Your password was changed", tellsActor: true),
    "user.password_reset": Entry(
      kind: .security, title: "Your password was reset by a code from an e-mail",
      tellsActor: true),
    "user.pin_set": Entry(
      kind: .security, title: "The PIN of your account was set", tellsActor: true),
    "kyc.approved": Entry(kind: .security, title: "Your identity was confirmed"),
    "kyc.rejected": Entry(kind: .security, title: "Your identity could not be confirmed"),
    "session.step_up_refused": Entry(
      kind: .security, title: "A wrong PIN was entered for your account", tellsActor: true),
    "session.all_closed": Entry(
      kind: .security, title: "All sessions of your account were ended", tellsActor: true),
    "session.revoked": Entry(
      kind: .security, title: "A session was ended because its token was used twice",
      tellsActor: true),
    // What goes on telling or calling after the session that made it has ended.
    "webhook_endpoint.created": Entry(
      kind: .security, title: "A webhook endpoint was added to your account", tellsActor: true),
    "webhook_endpoint.updated": Entry(
      kind: .security, title: "A webhook endpoint of your account was changed", tellsActor: true),
    "webhook_endpoint.enabled": Entry(
      kind: .security, title: "A webhook endpoint of your account was enabled", tellsActor: true),
    "api_key.created": Entry(
      kind: .security, title: "An API key was made in your name", tellsActor: true),
    "api_key.rotated": Entry(
      kind: .security, title: "An API key was given a new secret in your name", tellsActor: true),
    "webhook_endpoint.failed": Entry(
      kind: .security, title: "A webhook endpoint was disabled because nothing could be delivered"),
    "webhook_endpoint.secret_rotated": Entry(
      kind: .security, title: "The secret of a webhook endpoint was replaced", tellsActor: true),
  ]

  /// The others, and why nobody is told of them. A test sees that each event is in one of the two.
  static let silent: Set<String> = [
    // One's own doing, which the answer has shown already.
    "job.created", "job.published", "job.updated", "escrow.payees_set", "beneficiary.deleted",
    "beneficiary.wiped", "deposit.created", "fx.quoted", "payout.quoted", "payout.reserved",
    "payout.cancelled", "kyc.submitted", "user.registered", "user.updated",
    "user.profile_updated", "user.deleted", "session.opened", "session.refreshed",
    "session.stepped_up",
    "session.closed", "user.password_reset_asked",
    "user.email_confirmation_asked", "user.email_confirmed",
    "webhook_endpoint.deleted", "webhook_endpoint.disabled",
    "webhook_endpoint.tested", "webhook_endpoint.redelivered",
    "notification.preferences_changed", "notification.read", "notification.all_read",
    // Steps on a way whose end is told.
    "escrow.invoice_issued", "invoice.refreshed", "invoice.cancelled", "invoice.expired",
    "invoice.payment_held", "wallet.handover_proposed", "deposit.expired", "payout.submitting",
    "payout.submitted",
    "payout.unknown",
    // A wrong password: whoever tries many would fill the owner's mailbox. Throttled, and audited.
    "session.refused",
    // Between admins, before they decide.
    "escrow.override_proposed", "dispute.ruling_proposed", "correction.proposed",
    "correction.withdrawn",
    // Of services and of the platform itself: operators read the audit log.
    "api_key.revoked", "fees.set", "capability.paused",
    "capability.resumed", "dead_letter.replayed", "dead_letter.discarded", "mail.retried",
    "reconciliation.queued", "reconciliation.done", "reconciliation.failed",
    "payout.contradicted",
    "beneficiary.resealed", "webhook_endpoint.resealed", "kyc.resealed", "sandbox.clock_advanced",
    "sandbox.fault_set", "sandbox.faults_cleared", "sandbox.invoice_paid",
    // The general ledger's users are programs, which subscribe.
    "ledger.account_opened", "ledger.account_closed", "ledger.account_reopened",
    "ledger.transaction_posted", "ledger.transaction_held", "ledger.transaction_committed",
    "ledger.transaction_voided", "ledger.transaction_expired", "ledger.transaction_reversed",
    "ledger.transactions_posted", "ledger.labels_changed",
    "ledger.schedule_created", "ledger.schedule_cancelled", "ledger.schedule_executed",
    "ledger.schedule_refused",
  ]

  /// Every type that is known.
  static let types: Set<String> = silent.union(entries.keys)

  /// A title for whatever is kept, and a plain one for a type that we do not know any more.
  static func title(_ eventType: String) -> String { entry(eventType)?.title ?? eventType }
}
