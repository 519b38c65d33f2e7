import Testing

@testable import PayLytServer

@Suite("Notifications")
struct ListenTests {
  private static let notify = Statement<Void>(
    "notify", "SELECT FROM pg_notify($1, $2)", parameters: [.text, .text])

  @Test("listeners hear what is committed on their channel, and only that")
  func delivery() async throws {
    try await withDatabase(statements: [Self.notify.definition]) { database in
      var a = database.listen(channel: "a").makeAsyncIterator()
      var alsoA = database.listen(channel: "a").makeAsyncIterator()
      var b = database.listen(channel: "b").makeAsyncIterator()
      // Listening has begun.
      #expect(await a.next() == "")
      #expect(await alsoA.next() == "")
      #expect(await b.next() == "")
      struct Refused: Error {}
      _ = try? await database.transaction {
        try await $0.run([Self.notify.bind(.text("a"), .text("rolled back"))])
        throw Refused()
      }
      try await database.transaction {
        try await $0.run([Self.notify.bind(.text("b"), .text("for b"))])
        try await $0.commit([Self.notify.bind(.text("a"), .text("for a"))])
      }
      #expect(await a.next() == "for a")
      #expect(await alsoA.next() == "for a")
      #expect(await b.next() == "for b")
    }
  }

  @Test("after a lost connection listening goes on, and the listener is told to look again")
  func resumption() async throws {
    try await withDatabase(statements: Probe.all + [Self.notify.definition]) { database in
      var channel = database.listen(channel: "a").makeAsyncIterator()
      #expect(await channel.next() == "")
      _ = try await database.transaction { try await $0.query(Probe.terminateOthers) }
      #expect(await channel.next() == "")
      try await database.transaction {
        try await $0.commit([Self.notify.bind(.text("a"), .text("again"))])
      }
      #expect(await channel.next() == "again")
    }
  }
}
