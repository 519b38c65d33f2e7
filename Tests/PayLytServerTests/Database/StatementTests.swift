import Testing

@testable import PayLytServer

@Suite("Statements are checked when a connection opens")
struct StatementTests {
  private static func definition(
    _ sql: String, _ parameters: [SQLType] = [], _ columns: [SQLType] = []
  ) -> StatementDefinition {
    StatementDefinition(name: "probe", sql: sql, parameters: parameters, columns: columns)
  }

  @Test(
    "a statement that does not fit the database stops the start and is named",
    arguments: [
      (definition("SELEC 1"), "syntax error at or near \"SELEC\" (42601)"),
      (definition("SELECT a FROM nowhere"), "relation \"nowhere\" does not exist (42P01)"),
      (definition("SELECT 1", [], [.int8]), "columns are [\"int4\"], declared [int8]"),
      (definition("SELECT 1, 2", [], [.int4]), "columns are [\"int4\", \"int4\"], declared [int4]"),
      (definition("SELECT $1::int8", [], [.int8]), "parameters are [\"int8\"], declared []"),
      (
        definition("SELECT now()::time", [], [.text]), "columns are [\"OID 1083\"], declared [text]"
      ),
    ])
  func refused(_ definition: StatementDefinition, reason: String) async throws {
    await #expect(throws: DatabaseError.invalidStatement(name: "probe", reason: reason)) {
      try await withDatabase(statements: [definition]) { _ in }
    }
  }

  @Test("statements that fit are prepared on every connection")
  func accepted() async throws {
    try await withDatabase(statements: Probe.all) { database in
      for _ in 0..<10 {
        let found = try await database.query(Probe.number, [.int8(1)])
        #expect(found == [1])
      }
    }
  }
}
