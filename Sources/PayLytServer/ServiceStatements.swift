/// Every table and every statement of the service: prepared when a connection opens, so that a
/// mistake in one stops the server at its start.
enum ServiceStatements {
  /// In the order in which batches read and lock: what names others comes before them. What may not
  /// be there to be locked comes after what is locked in its place: a user's codes and what they
  /// have moved after the user, a freeze after the accounts of its wallet, and the answer to an
  /// earlier request after what that request changed.
  static let schema: CommitSchema = {
    var schema = CommitSchema()
    schema.add(CapabilityState.self)
    schema.add(CapabilitySwitch.self)
    schema.add(Correction.self)
    schema.add(ReconciliationRun.self)
    schema.add(ReconciliationFinding.self)
    schema.add(InboundEvent.self)
    schema.add(EventConsumer.self)
    schema.add(SandboxOffset.self)
    schema.add(SandboxFault.self)
    schema.add(WebhookEndpoint.self)
    schema.add(WebhookCursor.self)
    schema.add(WebhookDelivery.self)
    schema.add(Notification.self)
    schema.add(NotificationPreferences.self)
    schema.add(Mail.self)
    schema.add(Session.self)
    schema.add(StoredFile.self)
    schema.add(Dispute.self)
    schema.add(Evidence.self)
    schema.add(ApiKey.self)
    schema.add(RequestNonce.self)
    schema.add(Profile.self)
    schema.add(KycCase.self)
    schema.add(Job.self)
    schema.add(JobMilestone.self)
    schema.add(Application.self)
    schema.add(TermsAcceptance.self)
    schema.add(Escrow.self)
    schema.add(Milestone.self)
    // Counted under the lock of their escrow, and so behind it.
    schema.add(Deliverable.self)
    schema.add(Payee.self)
    schema.add(EscrowOverride.self)
    schema.add(FeeSchedule.self)
    schema.add(Timer.self)
    schema.add(Invoice.self)
    schema.add(HoldInvoice.self)
    schema.add(Receipt.self)
    schema.add(Deposit.self)
    schema.add(FxQuote.self)
    schema.add(ExposureGate.self)
    schema.add(Conversion.self)
    schema.add(PayoutQuote.self)
    schema.add(Beneficiary.self)
    schema.add(Payout.self)
    schema.add(User.self)
    schema.add(MailedCode.self)
    schema.add(UserUsage.self)
    schema.add(GeneralSchedule.self)
    schema.add(GeneralAccount.self)
    schema.add(GeneralEntry.self)
    schema.add(GeneralTransaction.self)
    schema.add(GeneralLabels.self)
    schema.add(Account.self)
    schema.add(WalletFreeze.self)
    schema.add(WalletHandover.self)
    schema.add(Transfer.self)
    schema.add(JournalEntry.self)
    return schema
  }()

  static let catalog = StatementCatalog(
    schema.definitions + CommitStatements.all + LedgerStatements.all + GeneralStatements.all
      + GeneralLabelStatements.all + GeneralScheduleStatements.all
      + AuthStatements.all + ApiKeyStatements.all + IdentityStatements.all + JobStatements.all
      + ApplicationStatements.all + DeliverableStatements.all + EscrowStatements.all
      + InvoiceStatements.all
      + ReceiptStatements.all + TimerStatements.all + FileStatements.all + DisputeStatements.all
      + PayoutStatements.all + WebhookStatements.all + EventStatements.all
      + AuditStatements.all + ExchangeStatements.all + WalletStatements.all
      + BeneficiaryStatements.all + AdminStatements.all + CorrectionStatements.all
      + ProviderCallStatements.all + ReconciliationStatements.all + WebhookOutStatements.all
      + NotificationStatements.all + DashboardStatements.all + SandboxStatements.all)
}
