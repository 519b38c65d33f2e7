import PayLytAPI
import PayLytRPC
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
    ApiKeyScene.self, ApplicationScene.self, BeneficiaryScene.self, InvoiceScene.self,
    LedgerAccountScene.self, LedgerTransactionScene.self, WalletScene.self, WebhookScene.self,
  ]

  private static let ours = PayLytAPIDescriptors.services.joined().map(\.method)
    .filter { $0.service.hasPrefix("paylyt.") }
  private static let descriptors = Dictionary(
    uniqueKeysWithValues: ours.map { (name(of: $0), $0) })

  private static func name(of method: MethodDescriptor) -> String {
    "\(method.service.split(separator: ".").last ?? "")/\(method.method)"
  }

  @Test(
    "is what the table says, and a refusal changes nothing",
    arguments: scenes.map { NamedScene(type: $0) })
  func table(scene: NamedScene) throws {
    try scene.type.check(Self.descriptors)
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
      absent                  NOT_FOUND   (over)
      """)
    let block = try #require(table.blocks.first)
    #expect(table.blocks.count == 1 && block.move == "CancelInvoice, stale")
    #expect(block.callers == [.client, .admin])
    #expect(
      block.answers == [
        "open": ["then over", "NOT_FOUND"], "held": ["then over", "NOT_FOUND"],
        "absent": ["NOT_FOUND", "(over)"],
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
