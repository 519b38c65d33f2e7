import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Subscriptions", .timeLimit(.minutes(5)))
struct SubscribeTests {
  /// The subjects that a subscription brings, and where it got to.
  private struct Received {
    var subjects: [String] = []
    var positions: [Int64] = []
    var token = ""
  }

  /// Reads events until there are `count`, or the stream ends.
  private static func read(
    _ count: Int, from node: Node, as guest: Guest, _ request: SubscribeRequest
  ) async throws -> Received {
    var received = Received(token: request.resumeToken)
    guard count > 0 else { return received }
    let stream = try await EventServiceClient(node.channel).subscribe(
      request, options: guest.options)
    for try await response in stream {
      received.token = response.resumeToken
      guard let event = response.event else { continue }
      received.subjects.append(event.subject)
      received.positions.append(event.position)
      if received.subjects.count == count { break }
    }
    stream.cancel()
    return received
  }

  private static func things(_ types: [String] = ["ledger.*"]) -> EventFilter {
    EventFilter(types: types)
  }

  @Test(
    "a client that comes and goes between two servers under load gets everything once, in order")
  func exactlyOnce() async throws {
    try await withNodes(2) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let total = 600
      async let writing: Void = withEngine(conninfo, stripe: 3) { first in
        try await withEngine(conninfo, stripe: 4) { second in
          for round in 0..<total / 20 {
            let engine = round.isMultiple(of: 2) ? first : second
            let commands = (0..<20).map { Happen(subject: "things/\(round * 20 + $0)") }
            for outcome in await engine.commitAll(commands) { _ = try outcome.get() }
          }
        }
      }
      var all = Received()
      var turn = 0
      while all.subjects.count < total {
        // Cut at odd places; the last part is what is left.
        let wanted = min(37 + turn % 11, total - all.subjects.count)
        let part = try await Self.read(
          wanted, from: nodes[turn % 2], as: admin,
          SubscribeRequest(
            filter: Self.things(), resumeToken: all.token,
            start: all.token.isEmpty ? .beginning : .unspecified))
        all.subjects += part.subjects
        all.positions += part.positions
        all.token = part.token
        turn += 1
      }
      try await writing
      #expect(Set(all.subjects).count == total)
      #expect(all.positions == all.positions.sorted())
      // A second look from the beginning has the same order.
      let again = try await Self.read(
        total, from: nodes[1], as: admin,
        SubscribeRequest(filter: Self.things(), start: .beginning))
      #expect(again.subjects == all.subjects)
      #expect(again.positions == all.positions)
    }
  }

  @Test("from now on means what is committed after the call, and the first token already counts")
  func fromNow() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        try await engine.commit(Happen(subject: "things/before"))
        let stream = try await EventServiceClient(nodes[0].channel).subscribe(
          SubscribeRequest(filter: EventFilter(types: ["ledger.account_opened"])),
          options: admin.options)
        var responses = stream.makeAsyncIterator()
        let first = try #require(try await responses.next())
        #expect(first.event == nil)
        try await engine.commit(Happen(subject: "things/after"))
        let second = try #require(try await responses.next())
        #expect(second.event?.subject == "things/after")
        stream.cancel()
        let resumed = try await Self.read(
          1, from: nodes[0], as: admin,
          SubscribeRequest(filter: Self.things(), resumeToken: first.resumeToken))
        #expect(resumed.subjects == ["things/after"])
      }
    }
  }

  @Test("users get the events of what they are a party of, and no others")
  func parties() async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let femi = try await nodes[0].register("femi", roles: [.freelancer])
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        for (subject, parties) in [
          ("things/1", [ada.id]), ("things/2", [femi.id]), ("things/3", []),
          ("things/4", [ada.id, femi.id]), ("things/5", [UUID.entity(9)]),
          ("things/6", [femi.id, ada.id, ada.id]),
        ] as [(String, [UUID])] {
          try await engine.commit(Happen(subject: subject, parties: parties))
        }
      }
      func seen(_ guest: Guest, _ count: Int, _ filter: EventFilter) async throws -> [String] {
        let request = SubscribeRequest(filter: filter, start: .beginning)
        let received = try await Self.read(count, from: nodes[0], as: guest, request)
        return received.subjects
      }
      let things = Self.things()
      #expect(try await seen(ada, 3, things) == ["things/1", "things/4", "things/6"])
      #expect(try await seen(femi, 3, things) == ["things/2", "things/4", "things/6"])
      #expect(try await seen(admin, 6, things).count == 6)
      // A subject narrows further and never widens.
      #expect(
        try await seen(ada, 1, EventFilter(types: ["ledger.*"], subject: "things/4"))
          == ["things/4"])
      let stream = try await EventServiceClient(nodes[0].channel).subscribe(
        SubscribeRequest(filter: EventFilter(subject: "things/2"), start: .beginning),
        options: ada.options)
      var responses = stream.makeAsyncIterator()
      #expect(try await responses.next()?.event == nil)
      try await withEngine(conninfo) { engine in
        try await engine.commit(Happen(subject: "things/2", parties: [femi.id]))
        try await engine.commit(Happen(subject: "things/2", parties: [ada.id]))
      }
      #expect(try await responses.next()?.event?.actor == "system/test")
      stream.cancel()
      // Her own registration and sign-in.
      #expect(
        try await seen(ada, 1, EventFilter(types: ["user.registered"])) == ["users/\(ada.id)"])
    }
  }

  @Test(
    "types are taken whole, or by how they begin",
    arguments: [
      (["ledger.account_opened"], ["a", "c"]), (["ledger.*"], ["a", "b", "c"]),
      (["mail.retried"], ["d"]), (["ledger.account_closed", "mail.retried"], ["b", "d"]),
      (["ledger.account_opened", "fees.*"], ["a", "c"]),
    ])
  func types(types: [String], expected: [String]) async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        for (type, subject) in [
          ("ledger.account_opened", "a"), ("ledger.account_closed", "b"),
          ("ledger.account_opened", "c"), ("mail.retried", "d"),
        ] {
          try await engine.commit(Happen(subject: subject, type: type))
        }
        try await engine.commit(Happen(subject: "end", type: "capability.paused"))
      }
      let received = try await Self.read(
        expected.count + 1, from: nodes[0], as: admin,
        SubscribeRequest(
          filter: EventFilter(types: types + ["capability.paused"]), start: .beginning))
      #expect(received.subjects == expected + ["end"])
    }
  }

  @Test("one caller has so many subscriptions at once, and others theirs")
  func atOnce() async throws {
    try await withNodes(1) { _, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let bob = try await nodes[0].register("bob", roles: [.client])
      let events = EventServiceClient(nodes[0].channel)
      /// What the stream begins with.
      func subscribe(_ guest: Guest) async throws -> ResponseStream<SubscribeResponse> {
        let stream = try await events.subscribe(SubscribeRequest(), options: guest.options)
        for try await _ in stream { break }
        return stream
      }
      var streams: [ResponseStream<SubscribeResponse>] = []
      for _ in 0..<CallerBounds.subscriptionsMax { streams.append(try await subscribe(ada)) }
      #expect(await reason { _ = try await subscribe(ada) } == "STREAMS_FULL")
      _ = try await subscribe(bob)
      streams.removeLast().cancel()
      try await eventually { await reason { _ = try await subscribe(ada) } == nil }
    }
  }

  @Test("what makes no sense is refused, with the field")
  func refused() async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let events = EventServiceClient(nodes[0].channel)
      func code(_ request: SubscribeRequest, _ options: CallOptions) async -> StatusCode? {
        await refusal {
          for try await _ in try await events.subscribe(request, options: options) { return }
        }
      }
      #expect(await code(SubscribeRequest(), CallOptions()) == .unauthenticated)
      for request in [
        SubscribeRequest(resumeToken: "nonsense"),
        SubscribeRequest(resumeToken: Page.token(5, scope: "other", key: [1])),
        SubscribeRequest(start: .unrecognized(9)),
        SubscribeRequest(filter: EventFilter(types: [""])),
        SubscribeRequest(filter: EventFilter(types: ["Escrow.Released"])),
        SubscribeRequest(filter: EventFilter(types: [".*"])),
        SubscribeRequest(filter: EventFilter(types: ["*"])),
        SubscribeRequest(filter: EventFilter(types: ["escrow.nonsense"])),
        SubscribeRequest(filter: EventFilter(types: ["escrow.released.*"])),
        SubscribeRequest(filter: EventFilter(types: ["escro.*"])),
        SubscribeRequest(filter: EventFilter(types: .init(repeating: "a", count: 33))),
        SubscribeRequest(filter: EventFilter(subject: .init(repeating: "a", count: 201))),
      ] {
        #expect(await code(request, ada.options) == .invalidArgument, "\(request)")
      }
      // A token of a longer log, as a restored database gets it.
      let ahead = Page.token(
        1 << 40, scope: "events", key: Secrets.fixture().pageTokens.latest)
      #expect(await code(SubscribeRequest(resumeToken: ahead), ada.options) == .outOfRange)
      #expect(
        await code(SubscribeRequest(resumeToken: ahead, start: .now), ada.options)
          == .invalidArgument)
    }
  }
}
