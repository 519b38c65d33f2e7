import Testing

@testable import Codegen

/// Whoever holds the name of a resource can look at it (AIP-131): a new one is looked at the day it
/// is added.
@Suite("Methods that get what has a name")
struct GetTests {
  /// The resources without a method of their own; docs/PROTOS.md says the same.
  private static let exceptions: [String: String] = [
    "AuditEntry": "GetInclusionProof answers it, with what proves it",
    "DeadLetter": "it is another resource, under that one's name, for as long as it is dead",
    "Fault": "ListFaults shows all that a user has",
    "LedgerLabels": "they come with their account or their transaction",
    "LedgerTransaction": "GetTransaction answers it, with the accounts that it moved",
    "Milestone": "it comes with its escrow, and changes only with it",
    "SessionInfo": "only ListSessions names them, which shows all of a user's",
  ]

  @Test("answer each resource that has one, by its name; or there is a reason why not")
  func resources() throws {
    let directory = try TemporaryDirectory()
    let set = directory.path + "/set"
    try Tool.run(["\(Repository.root)/scripts/proto-set.sh", set])
    let schema = try Schema.read(set: set)
    let ours = schema.messages.values.filter { $0.package.hasPrefix("paylyt.") }
    let requests = schema.requestMessages
    let resources = ours.filter { message in
      !requests.contains(message.fullName) && !message.name.hasSuffix("Response")
        && message.fields.contains { $0.name == "name" && $0.number == 1 }
    }
    let got = Set(
      schema.services.flatMap(\.methods).filter { $0.name.hasPrefix("Get") }.map(\.output))
    let without = Set(resources.filter { !got.contains($0.fullName) }.map(\.name))
    let excused = Set(Self.exceptions.keys)
    #expect(resources.count > 30)
    #expect(without.subtracting(excused) == [], "nothing gets them, and no reason is given")
    #expect(excused.subtracting(without) == [], "they can be got, or are not there")
    let manual = String(
      decoding: try StandardStreams.readFile("\(Repository.root)/docs/PROTOS.md"), as: UTF8.self)
    for name in excused.sorted() {
      #expect(manual.contains("| `\(name)` |"), "docs/PROTOS.md gives no reason for \(name)")
    }
  }
}
