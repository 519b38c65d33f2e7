/// What holds for every command, by its declaration.
extension Rule {
  static let commands = [pauses]

  /// Commands that operators cannot pause, each with the reason: what happened outside is taken in,
  /// what closes a door or steps back goes on, and what admins decide does too.
  private static let alwaysCarriedOut: [(reason: String, commands: [String])] = [
    (
      "what happened outside",
      [
        "ReceivePayment", "DecideHold", "ReceiveDeposit", "ExpireInvoice", "ExpireDeposit",
        "SettlePayout", "PostponePayout", "RecordInboundEvent", "CloseInboundEvent",
      ]
    ),
    (
      "a step back, or one that only tells: no money leaves, and nothing new begins",
      [
        "CancelJob", "ExpireJob", "DeclineJob", "EndFunding", "RejectApplication",
        "WithdrawApplication", "CancelEscrow", "ConsentCancel", "CancelInvoice", "CancelPayout",
        "SubmitMilestone", "RequestRevision", "ExtendInspection", "RestateEscrow", "SetPayees",
        "AddDeliverable", "AddEvidence", "OpenDispute", "ProposeSettlement", "RejectSettlement",
        "WithdrawDispute", "EndEvidence",
      ]
    ),
    (
      "what admins decide, and who is one",
      [
        "FreezeEscrow", "UnfreezeEscrow", "OverrideEscrow", "ResolveDispute", "SetFeeSchedule",
        "SetWalletFreeze", "HandOverWallet", "FreezeUser", "SetUserRoles", "ReviewKyc",
        "SetCapability",
        "ReplayDeadLetter", "DiscardDeadLetter", "QueueReconciliation", "BeginReconciliation",
        "FinishReconciliation", "RetryMail", "ProposeCorrection", "ApproveCorrection",
        "WithdrawCorrection", "CreateAdmin",
      ]
    ),
    (
      "how somebody gets in, or proves who they are",
      [
        "OpenSession", "RefreshSession", "EndSession", "EndAllSessions", "FailLogin", "FailPin",
        "StepUp", "ChangePassword", "RequestPasswordReset", "ResetPassword",
        "RequestEmailConfirmation", "ConfirmEmail", "SetTransactionPin",
        "SpendNonce", "CreateApiKey",
        "RotateApiKey", "RevokeApiKey", "NoteApiKeyUse", "UpdateUser", "DeleteUser",
        "UpdateProfile", "SubmitKyc", "ResealKyc",
      ]
    ),
    (
      "where money may go to; payouts themselves are paused",
      ["CreateBeneficiary", "DeleteBeneficiary", "KeepBeneficiary"]
    ),
    (
      "books of the callers' own, in which the platform's money is not",
      [
        "OpenGeneralAccount", "CloseGeneralAccount", "ReopenGeneralAccount", "PostTransaction",
        "PostLinkedTransactions", "ClaimBatch", "CommitPending", "VoidPending", "ExpirePending",
        "ReverseTransaction", "UpdateGeneralLabels", "CreateSchedule", "CancelSchedule",
        "ExecuteSchedule", "RefuseSchedule",
      ]
    ),
    (
      "how people and programs hear of things",
      [
        "StartConsumer", "MoveConsumer", "MarkNotificationRead", "MarkAllNotificationsRead",
        "UpdateNotificationPreferences", "CreateWebhookEndpoint", "UpdateWebhookEndpoint",
        "DeleteWebhookEndpoint", "DisableWebhookEndpoint", "EnableWebhookEndpoint",
        "RotateWebhookSecret", "TestWebhookEndpoint", "FailWebhookEndpoint",
        "ResealWebhookEndpoint", "RedeliverWebhook", "RedeliverWebhooks",
      ]
    ),
    (
      "the sandbox, which production has not",
      ["SetFault", "ClearFaults", "AdvanceSandboxClock", "PayInvoice"]
    ),
  ]

  private static let pauses = Rule(
    "every command says what operators pause it with, or why it always goes on",
    leak: {
      $0.adding(
        "struct LeakCoins: Command {}\n", to: "Sources/PayLytServer/Escrow/EscrowError.swift")
    }
  ) { tree in
    let goingOn = Set(alwaysCarriedOut.flatMap(\.commands))
    var found: [String] = []
    var declared: Set<String> = []
    for file in tree.sources where file.serverFolder != nil {
      for (name, body) in declaredCommands(in: file.code) {
        declared.insert(name)
        let isPaused = body.contains("static let capability")
        guard isPaused == goingOn.contains(name) else { continue }
        found.append(
          isPaused
            ? "\(name) is paused, and the table says that it never is"
            : "\(name) names no capability, and no reason why it always goes on")
      }
    }
    return found + goingOn.subtracting(declared).map { "there is no command \($0)" }
  }

  /// The types that are declared as a `…Command`, with what follows up to the next type.
  private static func declaredCommands(in code: String) -> [(name: String, body: String)] {
    var found: [(String, String)] = []
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split { " :{,}".contains($0) }.map(String.init)
      if line.hasPrefix("struct "), words.count > 2,
        words.dropFirst(2).contains(where: { $0.hasSuffix("Command") })
      {
        found.append((words[1], ""))
      } else if let first = line.first, !" }/@".contains(first) {
        // Another declaration begins.
        found.append(("", ""))
      } else if !found.isEmpty {
        found[found.count - 1].1 += line + "\n"
      }
    }
    return found.filter { !$0.0.isEmpty }
  }
}
