import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Ending all sessions", .timeLimit(.minutes(5)))
struct EndingSessionsTests {
  private static func expect(events: Int, _ conninfo: String) throws {
    try Administrator.execute(
      """
      DO $$ BEGIN
        IF (SELECT count(*) FROM journal WHERE event_type = 'session.all_closed') <> \(events)
        THEN RAISE 'another number of events'; END IF;
      END $$
      """, on: conninfo)
  }

  @Test("who is signed in nowhere else ends nothing: nobody is told, and a repetition ends no more")
  func nothing() async throws {
    try await withNodes(1) { conninfo, nodes in
      let node = nodes[0]
      let auth = AuthServiceClient(node.channel)
      let ada = try Guest(
        await auth.register(
          RegisterRequest(
            requestID: "\(UUID.random())", email: "ada@example.com", password: "a long password",
            displayName: "Ada", roles: [.client])))
      func endOthers(_ requestID: String = "\(UUID.random())") async throws {
        _ = try await auth.revokeAllSessions(
          RevokeAllSessionsRequest(requestID: requestID, keepCurrent: true), options: ada.options)
      }
      func me(_ guest: Guest) async throws {
        _ = try await UserServiceClient(node.channel).getMe(
          GetMeRequest(), options: guest.options)
      }
      let first = "\(UUID.random())"
      try await endOthers(first)
      try await endOthers()
      try Self.expect(events: 0, conninfo)
      let other = try await node.login("ada@example.com")
      try await endOthers(first)
      try await me(other)
      for _ in 1...2 { try await endOthers() }
      try Self.expect(events: 1, conninfo)
      #expect(await refusal { try await me(other) } == .unauthenticated)
      try await me(ada)
    }
  }
}
