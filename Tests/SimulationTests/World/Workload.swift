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
    let plan: @Sendable (inout Planner) -> Operation?

    static func users<C: Command>(
      _: C.Type, _ weight: Int, _ plan: @escaping @Sendable (inout Planner) -> Operation?
    ) -> Line {
      Line(command: "\(C.self)", weight: weight, plan: plan)
    }

    static func background<C: Command>(_: C.Type) -> Line {
      Line(command: "\(C.self)", weight: 0) { _ in nil }
    }
  }

  static let lines: [Line] = [
    .users(Register.self, 2) { $0.register() },
    .users(OpenSession.self, 2) { $0.openSession() },
    .users(FailLogin.self, 1) { $0.failLogin() },
    .users(RefreshSession.self, 2) { $0.refreshSession() },
    .users(EndSession.self, 1) { $0.endSession() },
    .users(CreateJob.self, 6) { $0.createJob() },
    .users(CancelJob.self, 1) { $0.cancelJob() },
    .users(AcceptTerms.self, 8) { $0.acceptTerms() },
    .users(FundEscrow.self, 12) { $0.fundEscrow() },
    .users(SubmitMilestone.self, 6) { $0.submitMilestone() },
    .users(ReleaseMilestone.self, 8) { $0.releaseMilestone() },
    .users(ReleaseEscrow.self, 4) { $0.releaseEscrow() },
    .users(RefundEscrow.self, 3) { $0.refundEscrow() },
    .users(CancelEscrow.self, 3) { $0.cancelEscrow() },
    .users(CreatePayout.self, 8) { $0.createPayout() },
    .users(TransferFunds.self, 4) { $0.transferFunds() },
    .users(CreateDeposit.self, 3) { $0.createDeposit() },
    .users(SetWalletFreeze.self, 1) { $0.setWalletFreeze() },
    .users(CreateFxQuote.self, 4) { $0.createQuote() },
    .users(ExecuteQuote.self, 5) { $0.executeQuote() },
    .users(StartConsumer.self, 1) { $0.startConsumer() },
    .users(MoveConsumer.self, 1) { $0.moveConsumer() },
    .background(RecordInboundEvent.self),
    .background(CloseInboundEvent.self),
    .background(ReceivePayment.self),
    .background(ExpireInvoice.self),
    .background(ReceiveDeposit.self),
    .background(ExpireDeposit.self),
    .background(BeginPayoutAttempt.self),
    .background(SettlePayout.self),
    .background(PostponePayout.self),
  ]

  /// Commands that have random lives of their own, and where.
  static let elsewhere = [
    "OpenGeneralAccount": "GeneralSimulationTests", "PostTransaction": "GeneralSimulationTests",
    "CloseGeneralAccount": "GeneralPendingTests", "ReopenGeneralAccount": "GeneralPendingTests",
    "PostLinkedTransactions": "LedgerBatchTests", "ClaimBatch": "LedgerBatchTests",
    "CommitPending": "GeneralSimulationTests", "VoidPending": "GeneralSimulationTests",
    "ExpirePending": "GeneralSimulationTests", "ReverseTransaction": "GeneralSimulationTests",
    "CancelInvoice": "InvoiceTests", "RefreshInvoice": "InvoiceTests",
    "DecideHold": "HoldInvoiceTests",
    "PublishJob": "JobEditingTests", "UpdateJob": "JobEditingTests",
    "EditMilestone": "JobEditingTests", "ApplyToJob": "JobEditingTests",
    "AcceptApplication": "JobEditingTests", "RejectApplication": "JobEditingTests",
    "WithdrawApplication": "JobEditingTests", "AddDeliverable": "JobEditingTests",
    "ReleaseUnanswered": "EscrowLivesTests", "ReturnUnstarted": "EscrowLivesTests",
    "ConsentCancel": "EscrowLivesTests", "RequestRevision": "EscrowLivesTests",
    "ExtendInspection": "EscrowLivesTests", "RestateEscrow": "EscrowLivesTests",
    "FreezeEscrow": "EscrowLivesTests", "UnfreezeEscrow": "EscrowLivesTests",
    "SetFeeSchedule": "EscrowLivesTests", "SetPayees": "EscrowLivesTests",
    "OverrideEscrow": "EscrowLivesTests", "AddEvidence": "EscrowLivesTests",
    "OpenDispute": "EscrowLivesTests", "ProposeSettlement": "EscrowLivesTests",
    "AcceptSettlement": "EscrowLivesTests", "RejectSettlement": "EscrowLivesTests",
    "WithdrawDispute": "EscrowLivesTests", "ResolveDispute": "EscrowLivesTests",
    "EndEvidence": "EscrowLivesTests", "DeclineJob": "EscrowLivesTests",
    "EndFunding": "EscrowLivesTests", "ExpireJob": "EscrowLivesTests",
    // On the provider's own side, with faults, and its book compared with ours.
    "CreatePayoutQuote": "RailPayoutTests", "CancelPayout": "BeneficiaryTests",
    "CreateBeneficiary": "BeneficiaryTests", "DeleteBeneficiary": "BeneficiaryTests",
    "KeepBeneficiary": "BeneficiaryTests",
    // What operators do.
    "SetCapability": "PauseTests", "ReplayDeadLetter": "DeadLetterTests",
    "DiscardDeadLetter": "DeadLetterTests", "QueueReconciliation": "ReconciliationTests",
    "BeginReconciliation": "ReconciliationTests", "FinishReconciliation": "ReconciliationTests",
    // Of people and services; no money moves.
    "CreateApiKey": "ApiKeyTests", "RotateApiKey": "ApiKeyTests", "RevokeApiKey": "ApiKeyTests",
    "NoteApiKeyUse": "ApiKeyTests", "SpendNonce": "ApiKeyTests",
    "EndAllSessions": "SecondFactorTests", "ChangePassword": "SecondFactorTests",
    "SetTransactionPin": "SecondFactorTests", "StepUp": "SecondFactorTests",
    "FailPin": "SecondFactorTests", "UpdateUser": "IdentityCommandTests",
    "DeleteUser": "IdentityCommandTests", "SetUserRoles": "IdentityCommandTests",
    "FreezeUser": "IdentityCommandTests", "UpdateProfile": "IdentityCommandTests",
    "SubmitKyc": "IdentityCommandTests", "ReviewKyc": "IdentityCommandTests",
    "AdvanceSandboxClock": "SandboxTests", "SetFault": "SandboxTests",
    "ClearFaults": "SandboxTests",
    "MarkNotificationRead": "NotificationTests", "MarkAllNotificationsRead": "NotificationTests",
    "UpdateNotificationPreferences": "NotificationTests", "RetryMail": "NotificationTests",
    "CreateWebhookEndpoint": "WebhookEndpointTests",
    "UpdateWebhookEndpoint": "WebhookEndpointTests",
    "DeleteWebhookEndpoint": "WebhookEndpointTests",
    "DisableWebhookEndpoint": "WebhookEndpointTests",
    "EnableWebhookEndpoint": "WebhookEndpointTests",
    "RotateWebhookSecret": "WebhookEndpointTests", "TestWebhookEndpoint": "WebhookEndpointTests",
    "FailWebhookEndpoint": "WebhookEndpointTests", "RedeliverWebhook": "WebhookEndpointTests",
    "RedeliverWebhooks": "WebhookEndpointTests", "ResealWebhookEndpoint": "WebhookSenderTests",
  ]

  private static let weighted = lines.filter { $0.weight > 0 }
    .map { (choice: $0, weight: $0.weight) }

  /// What somebody does next; at first people come together.
  static func plan(_ planner: inout Planner) -> Operation? {
    if planner.knowledge.users.count < 4 { return planner.register() }
    for _ in 0..<lines.count {
      if let operation = planner.draw.weighted(weighted).plan(&planner) { return operation }
    }
    return nil
  }
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

  /// Somebody; mostly the one who may.
  mutating func somebody(rather user: UUID) -> UUID {
    draw.chance(80) ? user : draw.one(of: knowledge.users) ?? user
  }

  /// An escrow; mostly one for which `isFit` holds.
  mutating func escrow(
    where isFit: (LedgerModel.Deal) -> Bool
  ) -> Knowledge.KnownEscrow? {
    let fit = knowledge.escrows.filter { known in model.deals[known.id].map(isFit) ?? false }
    return draw.recent(of: draw.chance(70) && !fit.isEmpty ? fit : knowledge.escrows)
  }

  func caller(_ user: UUID) -> Caller {
    .user(
      user,
      knowledge.admins.contains(user) ? [.client, .freelancer, .admin] : [.client, .freelancer])
  }
}
