import PayLytRPC

/// A short way to say what people ask for most. Each is a line of the table below: which call it
/// is, and how its answer is shown. Everything that `call` takes can follow it.
struct ShortForm: Sendable {
  /// What is typed, such as `escrow show`.
  let words: [String]
  /// `EscrowService/GetEscrow`.
  let method: String
  /// The field that takes the word after, and what its value begins with when it is no whole name.
  let argument: Argument?
  let format: OutputFormat
  let columns: [String]
  var continuation = Continuation.pages
  var followsContinuation = false
  var problemField: String?
  /// Whether what is to be paid is drawn without being asked for.
  var drawsQR = false

  struct Argument: Sendable {
    /// The field of the request.
    let field: String
    /// `escrows` for `escrows/{uuid}`; nil for a value that is no name.
    let collection: String?

    /// Whether it is a number of satoshis, for a field with an amount.
    var isSatoshis = false

    static func name(_ collection: String) -> Argument {
      Argument(field: "name", collection: collection)
    }

    static let satoshis = Argument(field: "amount", collection: nil, isSatoshis: true)

    /// The fields that `word` fills in.
    func fields(_ word: String) throws(Failure) -> [String] {
      guard isSatoshis else { return ["\(field)=\(value(word))"] }
      guard let satoshis = Int64(word), (1...Int64.max / 1000).contains(satoshis) else {
        throw .misuse("\(word) is no number of satoshis.")
      }
      return ["\(field).asset=BTC", "\(field).units=\(satoshis * 1000)"]
    }

    /// The whole name of a resource: what begins with an id gets its collection in front.
    func value(_ word: String) -> String {
      let first = word.prefix { $0 != "/" }
      guard let collection, first.count == word.count || first.contains("-") else { return word }
      return "\(collection)/\(word)"
    }

    /// As the help shows it.
    var placeholder: String {
      if isSatoshis { return "SATOSHIS" }
      return field == "name" || collection != nil ? "NAME" : field.uppercased()
    }
  }

  private init(
    _ words: String, _ method: String, _ argument: Argument? = nil,
    _ format: OutputFormat = .text, columns: String = ""
  ) {
    self.words = words.split(separator: " ").map(String.init)
    self.method = method
    self.argument = argument
    self.format = format
    self.columns = columns.split(separator: " ").map(String.init)
  }

  /// The form that the arguments begin with, and what follows it.
  static func find(_ arguments: [String]) -> (form: ShortForm, rest: [String])? {
    // `events --follow` reads better than `events follow`.
    let plain = arguments.map { $0 == "--follow" ? "follow" : $0 }
    let found = all.filter { plain.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    return found.map { (form: $0, rest: Array(arguments.dropFirst($0.words.count))) }
  }

  /// `; is escrow list meant?`, or nothing when no form is near.
  static func question(_ arguments: [String]) -> String {
    let typed = arguments.prefix(2).joined(separator: " ")
    return Spelling.question(typed, among: all.map { $0.words.joined(separator: " ") })
  }

  /// The generic call that this is.
  ///
  /// - Parameter words: what follows, without options; the argument is taken from them.
  func command(_ words: inout [String]) throws(Failure) -> CallCommand {
    var command = CallCommand(types: try Catalog.shared.method(method))
    if let argument {
      guard let word = words.first, !word.contains("=") else {
        throw .misuse("paylyt \(self.words.joined(separator: " ")) \(argument.placeholder)")
      }
      words.removeFirst()
      command.fields = try argument.fields(word)
    }
    command.format = format
    command.columns = columns
    command.continuation = continuation
    command.followsContinuation = followsContinuation
    command.problemField = problemField
    command.drawsQR = drawsQR
    return command
  }

  private static var verification: ShortForm {
    var form = ShortForm("audit verify", "AuditService/VerifyAuditChain")
    form.continuation = Continuation(
      from: "nextPosition", to: "startPosition", until: "isComplete")
    form.followsContinuation = true
    form.problemField = "problem"
    return form
  }

  private static var deposit: ShortForm {
    var form = ShortForm("wallet deposit", "WalletService/CreateDeposit", .satoshis)
    form.drawsQR = true
    return form
  }

  private static let money = "name state amount update_time"

  static let all: [ShortForm] = [
    ShortForm("health", "grpc.health.v1.Health/Check"),
    ShortForm("job list", "JobService/ListJobs", nil, .table, columns: "name title state amount"),
    ShortForm("job show", "JobService/GetJob", .name("jobs")),
    ShortForm("job create", "JobService/CreateJob"),
    ShortForm("job publish", "JobService/PublishJob", .name("jobs")),
    ShortForm("job apply", "JobService/ApplyToJob", .name("jobs")),
    ShortForm(
      "job applications", "JobService/ListApplications",
      Argument(field: "parent", collection: "jobs"), .table),
    ShortForm(
      "job application", "JobService/GetApplication", Argument(field: "name", collection: nil)),
    ShortForm(
      "job watch", "JobService/WatchJob", .name("jobs"), .table,
      columns: "update_time state title"),
    ShortForm("job accept", "JobService/AcceptTerms", .name("jobs")),
    ShortForm("job decline", "JobService/DeclineJob", .name("jobs")),
    ShortForm("job cancel", "JobService/CancelJob", .name("jobs")),
    ShortForm(
      "escrow list", "EscrowService/ListEscrows", nil, .table,
      columns: "name state amount funded released available"),
    ShortForm("escrow show", "EscrowService/GetEscrow", .name("escrows")),
    ShortForm(
      "escrow watch", "EscrowService/WatchEscrow", .name("escrows"), .table,
      columns: "update_time state funded released refunded available"),
    ShortForm("escrow fund", "EscrowService/FundEscrow", .name("escrows")),
    ShortForm(
      "escrow submit", "EscrowService/SubmitMilestone", Argument(field: "name", collection: nil)),
    ShortForm("escrow preview", "EscrowService/PreviewRelease", .name("escrows")),
    ShortForm("escrow release", "EscrowService/ReleaseEscrow", .name("escrows")),
    ShortForm("escrow refund", "EscrowService/RefundEscrow", .name("escrows")),
    ShortForm("escrow cancel", "EscrowService/CancelEscrow", .name("escrows")),
    ShortForm("escrow freeze", "EscrowService/FreezeEscrow", .name("escrows")),
    ShortForm("escrow unfreeze", "EscrowService/UnfreezeEscrow", .name("escrows")),
    ShortForm(
      "escrow receipts", "EscrowService/ListReceipts",
      Argument(field: "parent", collection: "escrows")),
    ShortForm("fees list", "EscrowService/ListFeeSchedules", nil, .table),
    ShortForm("dispute list", "DisputeService/ListDisputes", nil, .table),
    ShortForm("dispute show", "DisputeService/GetDispute", .name("disputes")),
    ShortForm(
      "dispute open", "DisputeService/OpenDispute", Argument(field: "escrow", collection: "escrows")
    ),
    ShortForm("dispute withdraw", "DisputeService/WithdrawDispute", .name("disputes")),
    ShortForm("invoice show", "InvoiceService/GetInvoice", .name("invoices")),
    ShortForm(
      "invoice list", "InvoiceService/ListInvoices",
      Argument(field: "parent", collection: "escrows"), .table,
      columns: "name state amount paid expire_time"),
    ShortForm("invoice refresh", "InvoiceService/RefreshInvoice", .name("invoices")),
    ShortForm("invoice cancel", "InvoiceService/CancelInvoice", .name("invoices")),
    ShortForm(
      "invoice watch", "InvoiceService/WatchInvoice", .name("invoices"), .table,
      columns: "state amount paid settle_time"),
    ShortForm(
      "invoice decode", "InvoiceService/DecodeInvoice",
      Argument(field: "payment_request", collection: nil)),
    ShortForm("wallet show", "WalletService/GetWallet"),
    ShortForm("wallet entries", "WalletService/ListWalletEntries", nil, .table),
    deposit,
    ShortForm("wallet deposits", "WalletService/ListDeposits", nil, .table),
    ShortForm(
      "deposit watch", "WalletService/WatchDeposit", .name("deposits"), .table,
      columns: "state amount paid settle_time"),
    ShortForm("deposit show", "WalletService/GetDeposit", .name("deposits")),
    ShortForm("conversion list", "FxService/ListConversions", nil, .table),
    ShortForm(
      "notification list", "NotificationService/ListNotifications", nil, .table,
      columns: "name create_time kind title subject"),
    ShortForm(
      "notification show", "NotificationService/GetNotification", .name("notifications")),
    ShortForm(
      "user list", "UserService/ListUsers", nil, .table,
      columns: "name email display_name state kyc_tier"),
    ShortForm("user show", "UserService/GetUser", .name("users")),
    ShortForm("wallet statement", "WalletService/StreamStatement", nil, .json),
    ShortForm(
      "payout list", "PayoutService/ListPayouts", nil, .table, columns: "name state amount"),
    ShortForm("payout show", "PayoutService/GetPayout", .name("payouts")),
    ShortForm("payout create", "PayoutService/CreatePayout"),
    ShortForm(
      "payout watch", "PayoutService/WatchPayout", .name("payouts"), .table, columns: money),
    ShortForm("beneficiary list", "BeneficiaryService/ListBeneficiaries", nil, .table),
    ShortForm("beneficiary show", "BeneficiaryService/GetBeneficiary", .name("beneficiaries")),
    ShortForm("corridor list", "BeneficiaryService/ListCorridors", nil, .table),
    ShortForm(
      "provider calls", "ProviderService/ListProviderCalls", nil, .table,
      columns: "name start_time operation outcome answer status reference times"),
    ShortForm("provider call", "ProviderService/GetProviderCall", .name("providerCalls")),
    ShortForm("correction propose", "CorrectionService/ProposeCorrection"),
    ShortForm("correction approve", "CorrectionService/ApproveCorrection", .name("corrections")),
    ShortForm("correction withdraw", "CorrectionService/WithdrawCorrection", .name("corrections")),
    ShortForm("correction show", "CorrectionService/GetCorrection", .name("corrections")),
    ShortForm(
      "correction list", "CorrectionService/ListCorrections", nil, .table,
      columns: "name state kind amount user subject proposer expire_time"),
    ShortForm("rate", "FxService/GetRate", Argument(field: "currency", collection: nil)),
    ShortForm("quote show", "FxService/GetQuote", .name("quotes")),
    ShortForm("ledger accounts", "LedgerService/ListAccounts", nil, .table),
    ShortForm("ledger transactions", "LedgerService/ListTransactions", nil, .table),
    ShortForm("ledger transfers", "LedgerService/ListTransfers", nil, .table),
    ShortForm("ledger trial-balance", "LedgerService/GetTrialBalance"),
    ShortForm("ledger schedules", "LedgerService/ListSchedules", nil, .table),
    ShortForm(
      "events", "EventService/ListEvents", nil, .table,
      columns: "name create_time type subject actor"),
    ShortForm("events follow", "EventService/Subscribe", nil, .json),
    ShortForm("sandbox pay", "SandboxService/PayInvoice", .name("invoices")),
    ShortForm(
      "sandbox advance", "SandboxService/AdvanceSandboxClock",
      Argument(field: "seconds", collection: nil)),
    ShortForm("event show", "EventService/GetEvent", .name("events")),
    ShortForm("audit list", "AuditService/ListAuditEntries", nil, .table),
    verification,
    ShortForm("audit export", "AuditService/ExportAuditLog", nil, .json),
  ]
}
