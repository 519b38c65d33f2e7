import PayLytAPI
import PayLytRPC
import RefusalSupport
import Testing

@testable import PayLytServer

/// A scene, as an argument of a test.
struct NamedScene: Sendable, CustomTestStringConvertible {
  let type: any TableScene.Type
  var testDescription: String { "\(type)" }
}

@Suite("What each caller hears of each method in each state")
struct MethodTableTests {
  private static let scenes: [any TableScene.Type] = [
    ApiKeyScene.self, ApplicationScene.self, BeneficiaryScene.self, CorrectionScene.self,
    DeadLetterScene.self,
    DeliverableScene.self, EscrowScene.self, ExchangeScene.self, FeeScene.self, InvoiceScene.self,
    LedgerAccountScene.self, LedgerScheduleScene.self, LedgerTransactionScene.self, MailScene.self,
    NotificationScene.self,
    PauseScene.self, PayoutScene.self, PostingScene.self, ReconciliationScene.self,
    SandboxScene.self,
    SessionScene.self, WalletScene.self, WebhookScene.self,
  ]

  /// Tables of another form, by what they try.
  private static let others: [String] =
    EscrowAction.allCases.map(\.method) + DisputeAction.allCases.map(\.method)
    + JobTableTests.Action.allCases.map(\.method)
    + AccountTableTests.Action.allCases.map(\.method) + [ConsumerTableTests.method]

  /// What has no table of its own, and why.
  private static let exceptions: [(reason: String, methods: Set<String>)] = [
    (
      "each item is one of another method, which has its table",
      ["LedgerService/ImportTransactions", "PayoutService/BatchCreatePayouts"]
    ),
    ("it changes nothing: the provider is asked earlier", ["PayoutService/RequeryPayout"]),
    ("DisputeTests tries it in each state of its escrow", ["DisputeService/OpenDispute"]),
  ]

  /// Methods that only look, though their permission is not called after reading.
  private static let looking: Set<String> = [
    "AuditService/GetAuditKey", "AuthService/GetSigningKeys", "AuthService/ListSessions",
    "EscrowService/GetReceiptKey", "SandboxService/GetSandboxClock",
    "SandboxService/ListFaults", "UserService/GetLimits", "UserService/GetMe",
    "WebhookService/GetWebhookSecret",
  ]

  /// Methods whose permission is one to look, and who keep something all the same.
  private static let keeping = ["EventService/Consume"]

  @Test("every method that changes something has its table, or there is a reason why not")
  func coverage() {
    let changing = Set(
      Self.ours.filter { !Self.isReading($0.value.options.permission) }.keys
        + Self.keeping
    ).subtracting(Self.looking)
    let tabled = Set(Self.scenes.flatMap { $0.methods } + Self.others)
    let excused = Self.exceptions.reduce(into: Set<String>()) { $0.formUnion($1.methods) }
    #expect(changing.subtracting(tabled).subtracting(excused) == [], "no table, and no reason")
    #expect(tabled.intersection(excused) == [], "they have a table")
    #expect(tabled.subtracting(changing) == [], "these change nothing, or are no methods")
  }

  private static func isReading(_ permission: String) -> Bool {
    [".read", ".list", ".subscribe"].contains { permission.hasSuffix($0) }
  }

  private static let ours = DeclaredMethods.all.filter { $0.value.service.hasPrefix("paylyt.") }

  @Test(
    "is what the table says, and a refusal changes nothing",
    arguments: scenes.map { NamedScene(type: $0) })
  func table(scene: NamedScene) throws {
    try scene.type.check(Self.ours)
  }
}

@Suite("The text of a method table")
struct MethodTableTextTests {
  @Test("a line of a method, then a line for each state or several, in the order of the callers")
  func read() throws {
    let table = try MethodTable(
      """
      CancelInvoice, stale    client      admin
      open, held              then over   NOT_FOUND
      absent                  NOT_FOUND   ~
      """)
    let block = try #require(table.blocks.first)
    #expect(table.blocks.count == 1 && block.move == "CancelInvoice, stale")
    #expect(block.callers == [.client, .admin])
    #expect(
      block.answers == [
        "open": ["then over", "NOT_FOUND"], "held": ["then over", "NOT_FOUND"],
        "absent": ["NOT_FOUND", "NOT_FOUND"],
      ])
  }

  @Test(
    "what is no table is refused",
    arguments: [
      "open  done", "Cancel", "Cancel  nobody", "Cancel  client\nopen  done  done",
      "Cancel  client\nopen", "Cancel  client\nopen  done\nopen  done",
      "Cancel  client\nopen, open  done", "Cancel  client\nopen  done\nCancel  client",
    ])
  func malformed(text: String) {
    #expect(throws: MethodTable.Malformed.self) { try MethodTable(text) }
  }
}
