@testable import PayLytServer

/// Everything that is done to PayLyt in a simulation: one line for each command.
///
/// A new command gets a line here. When users send it, the line names a function of `Planner` that
/// makes one up, with the model's move for it (`LedgerModel`); when only the background work makes
/// it, the line says so and the judge looks at what it wrote (`Judge+Facts`). A test compares the
/// table with the commands in the sources.
enum Workload {
  struct Line: Sendable {
    let command: String
    /// How often; 0 for what the background work does.
    let weight: Int
    /// What leads to where the command can take effect: done often in stories about it.
    let way: [String]
    let plan: @Sendable (inout Planner) -> Operation?

    static func users<C: Command>(
      _: C.Type, _ weight: Int, by way: [any Command.Type] = [],
      plan: @escaping @Sendable (inout Planner) -> Operation?
    ) -> Line {
      Line(command: "\(C.self)", weight: weight, way: way.map { "\($0)" }, plan: plan)
    }

    static func background<C: Command>(_: C.Type, by way: [any Command.Type] = []) -> Line {
      Line(command: "\(C.self)", weight: 0, way: way.map { "\($0)" }) { _ in nil }
    }
  }

  /// What leads to an escrow that is paid for.
  private static let paid: [any Command.Type] = [
    CreateJob.self, AcceptTerms.self, FundEscrow.self,
  ]

  static let lines: [Line] = [
    .users(Register.self, 2) { $0.register() },
    .users(OpenSession.self, 2) { $0.openSession() },
    .users(FailLogin.self, 1) { $0.failLogin() },
    .users(RefreshSession.self, 2, by: [OpenSession.self]) { $0.refreshSession() },
    .users(EndSession.self, 1, by: [OpenSession.self]) { $0.endSession() },
    .users(CreateJob.self, 6) { $0.createJob() },
    .users(CancelJob.self, 1, by: [CreateJob.self]) { $0.cancelJob() },
    .users(AcceptTerms.self, 8, by: [CreateJob.self]) { $0.acceptTerms() },
    .users(FundEscrow.self, 12, by: [AcceptTerms.self]) { $0.fundEscrow() },
    .users(SubmitMilestone.self, 6, by: paid) { $0.submitMilestone() },
    .users(ReleaseMilestone.self, 8, by: paid) { $0.releaseMilestone() },
    .users(ReleaseEscrow.self, 4, by: paid) { $0.releaseEscrow() },
    .users(RefundEscrow.self, 3, by: paid) { $0.refundEscrow() },
    .users(CancelEscrow.self, 3, by: [AcceptTerms.self]) { $0.cancelEscrow() },
    .users(CreatePayout.self, 8, by: [CreateDeposit.self]) { $0.createPayout() },
    .users(
      CreatePayoutQuote.self, 3,
      by: [CreateDeposit.self, CreateBeneficiary.self, CreatePayout.self]
    ) { $0.createPayoutQuote() },
    .users(TransferFunds.self, 4, by: [CreateDeposit.self]) { $0.transferFunds() },
    .users(CreateDeposit.self, 3) { $0.createDeposit() },
    .users(SetWalletFreeze.self, 1) { $0.setWalletFreeze() },
    .users(CreateFxQuote.self, 4, by: [CreateDeposit.self]) { $0.createQuote() },
    .users(ExecuteQuote.self, 5, by: [CreateDeposit.self, CreateFxQuote.self]) {
      $0.executeQuote()
    },
    .users(DeclineJob.self, 1, by: [AcceptTerms.self]) { $0.declineJob() },
    .users(RequestRevision.self, 2, by: paid + [SubmitMilestone.self]) {
      $0.requestRevision()
    },
    .users(ExtendInspection.self, 2, by: paid + [SubmitMilestone.self]) {
      $0.extendInspection()
    },
    .users(ConsentCancel.self, 2, by: paid) { $0.consentCancel() },
    .users(RestateEscrow.self, 3, by: paid + [CreateDeposit.self]) { $0.restateEscrow() },
    .users(SetPayees.self, 1, by: [AcceptTerms.self]) { $0.setPayees() },
    .users(FreezeEscrow.self, 1, by: [AcceptTerms.self]) { $0.freezeEscrow() },
    .users(UnfreezeEscrow.self, 2, by: [AcceptTerms.self, FreezeEscrow.self]) {
      $0.unfreezeEscrow()
    },
    .users(OverrideEscrow.self, 1, by: paid) { $0.overrideEscrow() },
    .users(OpenDispute.self, 5, by: paid) { $0.openDispute() },
    .users(AddEvidence.self, 1, by: paid + [OpenDispute.self]) { $0.addEvidence() },
    .users(ProposeSettlement.self, 6, by: paid + [OpenDispute.self]) {
      $0.proposeSettlement()
    },
    .users(AcceptSettlement.self, 2, by: paid + [OpenDispute.self, ProposeSettlement.self]) {
      $0.answerOffer(isYes: true)
    },
    .users(RejectSettlement.self, 3, by: paid + [OpenDispute.self, ProposeSettlement.self]) {
      $0.answerOffer(isYes: false)
    },
    .users(WithdrawDispute.self, 3, by: paid + [OpenDispute.self]) { $0.withdrawDispute() },
    .users(ResolveDispute.self, 2, by: paid + [OpenDispute.self]) { $0.resolveDispute() },
    .users(ReleaseUnanswered.self, 2, by: paid + [SubmitMilestone.self]) {
      $0.releaseUnanswered()
    },
    .users(ReturnUnstarted.self, 3, by: paid) { $0.returnUnstarted() },
    .users(EndFunding.self, 2, by: [AcceptTerms.self]) { $0.endFunding() },
    .users(ExpireJob.self, 1, by: [CreateJob.self]) { $0.expireJob() },
    .users(EndEvidence.self, 4, by: paid + [OpenDispute.self]) { $0.endEvidence() },
    .users(OpenGeneralAccount.self, 2) { $0.openGeneralAccount() },
    .users(CloseGeneralAccount.self, 1, by: [OpenGeneralAccount.self]) { $0.closeGeneralAccount() },
    .users(ReopenGeneralAccount.self, 2, by: [OpenGeneralAccount.self, CloseGeneralAccount.self]) {
      $0.reopenGeneralAccount()
    },
    .users(PostTransaction.self, 8, by: [OpenGeneralAccount.self]) { $0.postTransaction() },
    .users(PostLinkedTransactions.self, 2, by: [OpenGeneralAccount.self]) { $0.postLinked() },
    .users(ClaimBatch.self, 1) { $0.claimBatch() },
    .users(CommitPending.self, 2, by: [OpenGeneralAccount.self, PostTransaction.self]) {
      $0.commitPending()
    },
    .users(VoidPending.self, 1, by: [OpenGeneralAccount.self, PostTransaction.self]) {
      $0.voidPending()
    },
    .users(ReverseTransaction.self, 2, by: [OpenGeneralAccount.self, PostTransaction.self]) {
      $0.reverseTransaction()
    },
    .users(CreateSchedule.self, 3, by: [OpenGeneralAccount.self]) { $0.createSchedule() },
    .users(CancelSchedule.self, 1, by: [OpenGeneralAccount.self, CreateSchedule.self]) {
      $0.cancelSchedule()
    },
    .users(ExecuteSchedule.self, 4, by: [OpenGeneralAccount.self, CreateSchedule.self]) {
      $0.executeSchedule()
    },
    .users(RefuseSchedule.self, 1, by: [OpenGeneralAccount.self, CreateSchedule.self]) {
      $0.refuseSchedule()
    },
    .users(UpdateGeneralLabels.self, 1, by: [OpenGeneralAccount.self]) { $0.updateLabels() },
    .users(PublishJob.self, 1, by: [CreateJob.self]) { $0.publishJob() },
    .users(UpdateJob.self, 1, by: [CreateJob.self]) { $0.updateJob() },
    .users(EditMilestone.self, 2, by: [CreateJob.self]) { $0.editMilestone() },
    .users(ApplyToJob.self, 3, by: [CreateJob.self]) { $0.applyToJob() },
    .users(AcceptApplication.self, 2, by: [CreateJob.self, ApplyToJob.self]) {
      $0.acceptApplication()
    },
    .users(RejectApplication.self, 1, by: [CreateJob.self, ApplyToJob.self]) {
      $0.rejectApplication()
    },
    .users(WithdrawApplication.self, 1, by: [CreateJob.self, ApplyToJob.self]) {
      $0.withdrawApplication()
    },
    .users(CancelInvoice.self, 1, by: paid) { $0.cancelInvoice() },
    .users(RefreshInvoice.self, 1, by: paid) { $0.refreshInvoice() },
    .users(AddDeliverable.self, 1, by: paid) { $0.addDeliverable() },
    .users(CancelPayout.self, 1, by: [CreateDeposit.self, CreatePayout.self]) {
      $0.cancelPayout()
    },
    .users(FreezeUser.self, 1) { $0.freezeUser() },
    .users(SetCapability.self, 1) { $0.setCapability() },
    .users(SetFeeSchedule.self, 1) { $0.setFeeSchedule() },
    .users(ReplayDeadLetter.self, 1, by: [CreateDeposit.self, CreatePayout.self]) {
      $0.replayDeadLetter()
    },
    .users(QueueReconciliation.self, 1) { $0.queueReconciliation() },
    .users(BeginReconciliation.self, 1, by: [QueueReconciliation.self]) {
      $0.beginReconciliation()
    },
    .users(FinishReconciliation.self, 1, by: [QueueReconciliation.self, BeginReconciliation.self]) {
      $0.finishReconciliation()
    },
    .users(ProposeCorrection.self, 2, by: [CreateDeposit.self]) { $0.proposeCorrection() },
    .users(ApproveCorrection.self, 3, by: [CreateDeposit.self, ProposeCorrection.self]) {
      $0.approveCorrection()
    },
    .users(WithdrawCorrection.self, 1, by: [CreateDeposit.self, ProposeCorrection.self]) {
      $0.withdrawCorrection()
    },
    .users(DeleteUser.self, 1) { $0.deleteUser() },
    .users(UpdateUser.self, 1) { $0.updateUser() },
    .users(UpdateProfile.self, 1) { $0.updateProfile() },
    .users(SetUserRoles.self, 1) { $0.setUserRoles() },
    .users(SubmitKyc.self, 1) { $0.submitKyc() },
    .users(ReviewKyc.self, 1, by: [SubmitKyc.self]) { $0.reviewKyc() },
    .users(ResealKyc.self, 1, by: [SubmitKyc.self]) { $0.resealKyc() },
    .users(EndAllSessions.self, 1, by: [OpenSession.self]) { $0.endAllSessions() },
    .users(ChangePassword.self, 1, by: [OpenSession.self]) { $0.changePassword() },
    .users(RequestPasswordReset.self, 1) { $0.requestPasswordReset() },
    .users(ResetPassword.self, 1, by: [RequestPasswordReset.self]) { $0.resetPassword() },
    .users(RequestEmailConfirmation.self, 1) { $0.requestEmailConfirmation() },
    .users(ConfirmEmail.self, 1, by: [RequestEmailConfirmation.self]) { $0.confirmEmail() },
    .users(SetTransactionPin.self, 1) { $0.setTransactionPin() },
    .users(StepUp.self, 1, by: [SetTransactionPin.self]) { $0.stepUp() },
    .users(FailPin.self, 1) { $0.failPin() },
    .users(UpdateNotificationPreferences.self, 1) { $0.updatePreferences() },
    .users(MarkAllNotificationsRead.self, 1) { $0.markAllRead() },
    .users(CreateApiKey.self, 1) { $0.createApiKey() },
    .users(RotateApiKey.self, 1, by: [CreateApiKey.self]) { $0.rotateApiKey() },
    .users(RevokeApiKey.self, 1, by: [CreateApiKey.self]) { $0.revokeApiKey() },
    .users(NoteApiKeyUse.self, 1, by: [CreateApiKey.self]) { $0.noteApiKeyUse() },
    .users(SpendNonce.self, 1) { $0.spendNonce() },
    .users(CreateWebhookEndpoint.self, 1) { $0.createEndpoint() },
    .users(UpdateWebhookEndpoint.self, 1, by: [CreateWebhookEndpoint.self]) {
      $0.updateEndpoint()
    },
    .users(DeleteWebhookEndpoint.self, 1, by: [CreateWebhookEndpoint.self]) {
      $0.deleteEndpoint()
    },
    .users(DisableWebhookEndpoint.self, 1, by: [CreateWebhookEndpoint.self]) {
      $0.disableEndpoint()
    },
    .users(
      EnableWebhookEndpoint.self, 1,
      by: [CreateWebhookEndpoint.self, DisableWebhookEndpoint.self]
    ) { $0.enableEndpoint() },
    .users(RotateWebhookSecret.self, 1, by: [CreateWebhookEndpoint.self]) { $0.rotateSecret() },
    .users(TestWebhookEndpoint.self, 1, by: [CreateWebhookEndpoint.self]) { $0.testEndpoint() },
    .users(FailWebhookEndpoint.self, 1, by: [CreateWebhookEndpoint.self]) { $0.failEndpoint() },
    .users(RedeliverWebhooks.self, 1, by: [CreateWebhookEndpoint.self]) { $0.redeliverAll() },
    .users(CreateBeneficiary.self, 1) { $0.createBeneficiary() },
    .users(DeleteBeneficiary.self, 1, by: [CreateBeneficiary.self]) { $0.deleteBeneficiary() },
    .users(KeepBeneficiary.self, 1, by: [CreateBeneficiary.self]) { $0.keepBeneficiary() },
    .users(AdvanceSandboxClock.self, 1) { $0.advanceSandboxClock() },
    .users(SetFault.self, 1) { $0.setFault() },
    .users(ClearFaults.self, 1, by: [SetFault.self]) { $0.clearFaults() },
    .users(PayInvoice.self, 1) { $0.payInvoice() },
    .users(StartConsumer.self, 1) { $0.startConsumer() },
    .users(MoveConsumer.self, 1, by: [StartConsumer.self]) { $0.moveConsumer() },
    .background(ExpirePending.self, by: [OpenGeneralAccount.self, PostTransaction.self]),
    .background(RecordInboundEvent.self, by: paid),
    .background(CloseInboundEvent.self, by: paid),
    .background(ReceivePayment.self, by: paid),
    .background(ExpireInvoice.self, by: paid),
    .background(DecideHold.self, by: paid),
    .background(ReceiveDeposit.self, by: [CreateDeposit.self]),
    .background(ExpireDeposit.self, by: [CreateDeposit.self]),
    .background(BeginPayoutAttempt.self, by: [CreateDeposit.self, CreatePayout.self]),
    .background(SettlePayout.self, by: [CreateDeposit.self, CreatePayout.self]),
    .background(PostponePayout.self, by: [CreateDeposit.self, CreatePayout.self]),
  ]

  /// Commands that need something that the simulation does not have, and where they are tried.
  static let elsewhere: [String: (suite: String, why: String)] = [
    "CreateAdmin": ("PauseTests", "who has the database makes one"),
    "HandOverWallet": ("WalletHandoverTests", "a payment of somebody who has left"),
    "DiscardDeadLetter": ("DeadLetterTests", "an event that failed for good"),
    "MarkNotificationRead": ("NotificationTests", "notifications, which are no commands' work"),
    "RetryMail": ("NotificationTests", "an e-mail that could not be sent"),
    "RedeliverWebhook": ("WebhookEndpointTests", "a delivery, which is no command's work"),
    "ResealWebhookEndpoint": ("WebhookSenderTests", "another key for secrets at rest"),
  ]

  private static let weighted = lines.filter { $0.weight > 0 }
    .map { (choice: $0, weight: $0.weight) }
  private static let byName = Dictionary(uniqueKeysWithValues: lines.map { ($0.command, $0) })

  /// The command that the story of a seed is about: one after the other.
  static func subject(of seed: UInt64) -> Line { lines[Int(seed % UInt64(lines.count))] }

  /// The seeds whose stories are about a command.
  static func seeds(about command: any Command.Type) -> some Sequence<UInt64> {
    let first = lines.firstIndex { $0.command == "\(command)" }
    return sequence(first: UInt64(first ?? 0)) { $0 + UInt64(lines.count) }
  }

  /// What somebody does next; at first people come together. What a story is about is every fourth
  /// thing that is done in it, and another fourth is what leads there.
  static func plan(_ planner: inout Planner, about subject: Line) -> Operation? {
    if planner.knowledge.users.count < 4 { return planner.register() }
    if planner.draw.chance(50) {
      let line = planner.draw.chance(50) ? subject : planner.draw.one(of: way(to: subject))
      planner.sense = Planner.senseMost
      if let operation = line?.plan(&planner) { return operation }
      planner.sense = Planner.senseUsual
    }
    for _ in 0..<lines.count {
      if let operation = planner.draw.weighted(weighted).plan(&planner) { return operation }
    }
    return nil
  }

  private static func way(to subject: Line) -> [Line] { subject.way.compactMap { byName[$0] } }
}

/// Makes up what a user does next: often what makes sense, often what does not.
struct Planner {
  var draw: Draw
  let knowledge: Knowledge
  /// What is true, for those who look before they act.
  let model: LedgerModel
  /// Of the next operation.
  let number: Int
  let now: Timestamp
  /// How many of a hundred choices make sense.
  var sense = senseUsual

  static let senseUsual = 75
  static let senseMost = 95

  /// Somebody; mostly the one who may.
  mutating func somebody(rather user: UUID) -> UUID {
    draw.chance(sense) ? user : draw.one(of: knowledge.users) ?? user
  }

  /// An escrow; mostly one for which `isFit` holds.
  mutating func escrow(
    where isFit: (LedgerModel.Deal) -> Bool
  ) -> Knowledge.KnownEscrow? {
    let fit = knowledge.escrows.filter { known in model.deals[known.id].map(isFit) ?? false }
    return draw.recent(of: draw.chance(sense) && !fit.isEmpty ? fit : knowledge.escrows)
  }

  func caller(_ user: UUID) -> Caller {
    .user(
      user,
      knowledge.admins.contains(user) ? [.client, .freelancer, .admin] : [.client, .freelancer])
  }
}
