import Testing

@testable import Codegen

/// What every method that changes something has, read from the descriptors: a new one is looked at
/// the day it is added.
@Suite("Methods that change something")
struct ChangeTests {
  /// How methods that only look are called.
  private static let looking = [
    "Get", "List", "Watch", "Stream", "Preview", "Decode", "Render", "Query", "Export", "Download",
    "Explain", "Verify", "ResolveBeneficiary", "Subscribe", "Consume",
  ]

  /// The methods without one of the three fields, with the reason.
  private static let exceptions: [String: [(reason: String, methods: [String])]] = [
    "request_id": [
      (
        "each item has its own",
        ["PayoutService/BatchCreatePayouts", "LedgerService/ImportTransactions"]
      ),
      (
        "each call counts: a new session, a new proof", ["AuthService/Login", "AuthService/StepUp"]
      ),
      (
        "what it ends stays ended, however often it is asked for",
        ["AuthService/Logout", "AuthService/RevokeSession"]
      ),
      ("it only has the provider asked earlier", ["PayoutService/RequeryPayout"]),
    ],
    "validate_only": [
      (
        "its answer is a session or a proof: trying it out would be having it",
        [
          "AuthService/Register", "AuthService/Login", "AuthService/RefreshSession",
          "AuthService/StepUp",
        ]
      ),
      (
        "it decides nothing: a session is ended",
        ["AuthService/Logout", "AuthService/RevokeSession"]
      ),
      (
        "the items are decided one by one; each can be tried out alone",
        ["PayoutService/BatchCreatePayouts", "LedgerService/ImportTransactions"]
      ),
      ("it changes no money and nothing that is shown", ["PayoutService/RequeryPayout"]),
    ],
    "etag": [
      (
        "it makes something new",
        [
          "BeneficiaryService/CreateBeneficiary", "PayoutService/CreatePayoutQuote",
          "PayoutService/CreatePayout", "PayoutService/BatchCreatePayouts",
          "PayoutService/ReplaceDestination", "ApiKeyService/CreateApiKey", "UserService/SubmitKyc",
          "AuthService/Register", "AuthService/Login", "AuthService/StepUp",
          "AuthService/RequestPasswordReset",
          "AuthService/RequestEmailConfirmation", "DisputeService/UploadEvidence",
          "DeliverableService/UploadDeliverable",
          "FxService/CreateQuote", "JobService/CreateJob", "LedgerService/CreateAccount",
          "LedgerService/CreateSchedule", "LedgerService/PostTransaction",
          "LedgerService/BatchPostTransactions",
          "LedgerService/ImportTransactions", "LedgerService/ReverseTransaction",
          "ReconciliationService/RunReconciliation", "CorrectionService/ProposeCorrection",
          "SandboxService/SetFault",
          "WalletService/TransferFunds", "WalletService/CreateDeposit",
          "WebhookService/CreateWebhookEndpoint", "WebhookService/TestWebhookEndpoint",
        ]
      ),
      (
        "it happens once: the second one is refused, or changes nothing",
        [
          "AdminService/ReplayDeadLetter", "AdminService/DiscardDeadLetter",
          "BeneficiaryService/DeleteBeneficiary", "FxService/ExecuteQuote",
          "LedgerService/CloseAccount", "LedgerService/ReopenAccount",
          "LedgerService/CommitPending", "LedgerService/VoidPending",
          "LedgerService/CancelSchedule",
          "NotificationService/MarkNotificationRead",
          "NotificationService/MarkAllNotificationsRead", "NotificationService/RetryMail",
          "AuthService/ResetPassword", "AuthService/ConfirmEmail",
          "WebhookService/RedeliverWebhook", "WebhookService/RedeliverWebhooks",
          "SandboxService/ClearFaults", "SandboxService/PayInvoice", "AuthService/Logout",
          "AuthService/RevokeSession",
          "AuthService/RevokeAllSessions", "AuthService/RefreshSession",
          "PayoutService/RequeryPayout",
        ]
      ),
      (
        "whoever sets it has proved it by the password",
        ["AuthService/ChangePassword", "AuthService/SetTransactionPin"]
      ),
      (
        "it says what shall be, whatever was: a freeze must not wait for a reader",
        ["WalletService/FreezeWallet", "WalletService/UnfreezeWallet"]
      ),
      (
        "what is in the wallet is compared with what the first admin saw",
        ["WalletService/HandOverWallet"]
      ),
      ("it names the version that it replaces", ["EscrowService/SetFeeSchedule"]),
      ("time has no versions", ["SandboxService/AdvanceSandboxClock"]),
    ],
  ]

  @Test(
    "has a request id, can be tried out, and compares versions; or there is a reason why not",
    arguments: ["request_id", "validate_only", "etag"])
  func fields(name: String) throws {
    let directory = try TemporaryDirectory()
    let set = directory.path + "/set"
    try Tool.run(["\(Repository.root)/scripts/proto-set.sh", set])
    let schema = try Schema.read(set: set)
    var without: Set<String> = []
    for service in schema.services where service.package.hasPrefix("paylyt.") {
      for method in service.methods
      where !Self.looking.contains(where: { method.name.hasPrefix($0) }) {
        let fields = try #require(schema.messages[method.input]).fields
        if !fields.contains(where: { $0.name == name }) {
          without.insert("\(service.name)/\(method.name)")
        }
      }
    }
    let excused = Set((Self.exceptions[name] ?? []).flatMap(\.methods))
    #expect(without.subtracting(excused) == [], "without \(name), and without a reason")
    #expect(excused.subtracting(without) == [], "they have \(name)")
  }
}
