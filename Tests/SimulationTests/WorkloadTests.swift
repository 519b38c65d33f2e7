import FoundationEssentials
import Testing

@testable import PayLytServer

@Suite("The table of commands")
struct WorkloadTests {
  /// Whoever adds a command finds it here: give it a line in `Workload.lines`.
  @Test("every command of the sources has its line")
  func isComplete() throws {
    let declared = try Sources.commands()
    #expect(declared.count > 20)
    let known = Workload.lines.map(\.command) + Workload.elsewhere.keys
    #expect(Set(known).count == known.count)
    #expect(declared.subtracting(known).isEmpty)
    #expect(Set(known).subtracting(declared).isEmpty)
  }

  @Test("what is told elsewhere is told there")
  func elsewhere() throws {
    let files = try Sources.tests()
    for suite in Set(Workload.elsewhere.values.map(\.suite)) {
      #expect(files.contains { $0.hasSuffix("/\(suite).swift") }, "\(suite)")
    }
  }

  @Test("the unique constraints of the migrations are understood")
  func uniqueConstraints() {
    for (table, columns) in [
      ("journal", ["request_key"]), ("app_user", ["email"]), ("invoice", ["payment_hash"]),
      ("invoice", ["provider", "reference"]), ("inbound_event", ["provider", "event_id"]),
      ("terms_acceptance", ["escrow_id"]), ("event_consumer", ["owner", "name"]),
    ] {
      #expect(UniqueConstraints.all.contains(.init(table: table, columns: columns)))
    }
  }
}

/// The server's own sources.
private enum Sources {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func tests() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(root)/Tests")
  }

  /// The names of all types that are declared as a command, of whatever kind.
  static func commands() throws -> Set<String> {
    let folder = "\(root)/Sources/PayLytServer"
    var declarations: [[String]] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      declarations += text.split(separator: "\n").filter { $0.contains(":") }.map { line in
        line.split { " :{,".contains($0) }.map(String.init)
      }.filter { $0.count > 2 }
    }
    var kinds: Set = ["Command"]
    func names(declaredAs keyword: String) -> [String] {
      declarations.filter { words in
        words[0] == keyword && words.dropFirst(2).contains { kinds.contains($0) }
      }.map { $0[1] }
    }
    while case let more = Set(names(declaredAs: "protocol")).subtracting(kinds), !more.isEmpty {
      kinds.formUnion(more)
    }
    return Set(names(declaredAs: "struct"))
  }
}
