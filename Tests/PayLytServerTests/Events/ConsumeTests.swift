import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Consumers", .timeLimit(.minutes(5)))
struct ConsumeTests {
  /// A stream of one consumer.
  private struct Stream {
    let call: BidirectionalCall<ConsumeRequest, ConsumeResponse>
    var responses: ResponseStream<ConsumeResponse>.Iterator
    /// Where the consumer was when it began.
    let begun: Int64

    init(
      _ node: Node, _ guest: Guest, _ start: ConsumeRequest.Start
    ) async throws {
      call = try await EventServiceClient(node.channel).consume(options: guest.options)
      try await call.send(ConsumeRequest(request: .start(start)))
      responses = call.responses.makeAsyncIterator()
      begun = try #require(try await responses.next()).acknowledgedPosition
    }

    mutating func next() async throws -> (event: Event, delivery: Int32) {
      let response = try #require(try await responses.next())
      return (try #require(response.event), response.delivery)
    }

    mutating func next(_ count: Int) async throws -> [Event] {
      var events: [Event] = []
      while events.count < count { events.append(try await next().event) }
      return events
    }

    func acknowledge(_ events: [Event]) async throws {
      try await call.send(
        ConsumeRequest(request: .acknowledge(.init(positions: events.map(\.position)))))
    }

    /// Half-closes, and returns when the server has kept everything.
    mutating func finish() async throws {
      try await call.finishSending()
      while try await responses.next() != nil {}
    }
  }

  private static func start(
    inFlightMax: Int32 = 0, seconds: Int32 = 0, from: StartPosition = .beginning
  ) -> ConsumeRequest.Start {
    ConsumeRequest.Start(
      consumer: "books", filter: EventFilter(types: ["ledger.*"]), start: from,
      inFlightMax: inFlightMax, acknowledgeSecondsMax: seconds)
  }

  private static func happen(_ numbers: Range<Int>, on conninfo: String) async throws {
    try await withEngine(conninfo) { engine in
      for number in numbers { try await engine.commit(Happen(subject: "things/\(number)")) }
    }
  }

  @Test("a consumer that comes back, on another server, goes on behind what it acknowledged")
  func resumed() async throws {
    try await withNodes(2) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await Self.happen(0..<10, on: conninfo)
      var first = try await Stream(nodes[0], admin, Self.start())
      #expect(first.begun == 0)
      let events = try await first.next(10)
      #expect(events.map(\.subject) == (0..<10).map { "things/\($0)" })
      // The fourth is missing: everything behind it comes again.
      try await first.acknowledge(Array(events[..<3]) + Array(events[4..<7]))
      try await first.finish()

      var second = try await Stream(nodes[1], admin, Self.start())
      #expect(second.begun == events[3].position - 1)
      let again = try await second.next(7)
      #expect(again.map(\.subject) == (3..<10).map { "things/\($0)" })
      try await second.acknowledge(again)
      try await second.finish()

      try await Self.happen(10..<12, on: conninfo)
      var third = try await Stream(nodes[0], admin, Self.start())
      #expect(try await third.next(2).map(\.subject) == ["things/10", "things/11"])
      third.call.cancel()
      // Another's consumer of the same name is another consumer.
      let other = try await nodes[0].admin(on: conninfo)
      var fourth = try await Stream(nodes[0], other, Self.start())
      #expect(try await fourth.next(12).count == 12)
      fourth.call.cancel()
    }
  }

  @Test("a consumer that vanishes loses nothing that it had not acknowledged")
  func vanished() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await Self.happen(0..<5, on: conninfo)
      var first = try await Stream(nodes[0], admin, Self.start())
      _ = try await first.next(5)
      first.call.cancel()
      var second = try await Stream(nodes[0], admin, Self.start())
      #expect(try await second.next(5).map(\.subject) == (0..<5).map { "things/\($0)" })
      second.call.cancel()
    }
  }

  @Test("what is not acknowledged in time is delivered again, and counted")
  func redelivered() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await Self.happen(0..<3, on: conninfo)
      var stream = try await Stream(nodes[0], admin, Self.start(seconds: 1))
      let events = try await stream.next(3)
      try await stream.acknowledge([events[0], events[2]])
      // Another one may be sent again before its acknowledgement is read; this one must be.
      var expected: Int32 = 2
      while expected <= 3 {
        let again = try await stream.next()
        #expect(events.contains(again.event) && again.delivery >= 2)
        guard again.event == events[1] else { continue }
        #expect(again.delivery == expected)
        expected += 1
      }
      try await stream.acknowledge([events[1]])
      try await stream.finish()
      var later = try await Stream(nodes[0], admin, Self.start())
      #expect(later.begun >= events[2].position)
      try await later.finish()
    }
  }

  @Test("no more events are in flight than the consumer allows")
  func bounded() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await Self.happen(0..<9, on: conninfo)
      var stream = try await Stream(nodes[0], admin, Self.start(inFlightMax: 2, seconds: 1))
      for first in stride(from: 0, to: 8, by: 2) {
        let pair: [String] = ["things/\(first)", "things/\(first + 1)"]
        // Nothing of the pair is acknowledged, so it comes again and again, and nothing behind it
        // does. What was acknowledged may have been on its way once more.
        var deliveries: [String: Int32] = [:]
        var events: [String: Event] = [:]
        while deliveries.count < 2 || deliveries.values.contains(1) {
          let (event, delivery) = try await stream.next()
          guard pair.contains(event.subject) else {
            #expect(event.subject < pair[0])
            continue
          }
          deliveries[event.subject] = delivery
          events[event.subject] = event
        }
        try await stream.acknowledge(Array(events.values))
      }
      stream.call.cancel()
    }
  }

  @Test("the later stream takes a consumer over, and the earlier one hears it")
  func takenOver() async throws {
    try await withNodes(2) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      try await Self.happen(0..<2, on: conninfo)
      var first = try await Stream(nodes[0], admin, Self.start())
      let events = try await first.next(2)
      var second = try await Stream(nodes[1], admin, Self.start())
      #expect(try await second.next(2) == events)
      // It may have heard it before it says anything.
      let code = await refusal {
        try await first.acknowledge(events)
        while try await first.responses.next() != nil {}
      }
      #expect(code == .aborted)
      try await second.acknowledge([events[0]])
      try await second.finish()
      var third = try await Stream(nodes[0], admin, Self.start())
      #expect(third.begun == events[0].position)
      #expect(try await third.next(1) == [events[1]])
      third.call.cancel()
    }
  }

  @Test(
    "what makes no sense is refused",
    arguments: [
      ConsumeRequest(), ConsumeRequest(request: .acknowledge(.init(positions: [1]))),
      ConsumeRequest(request: .start(.init())),
      ConsumeRequest(request: .start(.init(consumer: "Books"))),
      ConsumeRequest(request: .start(.init(consumer: .init(repeating: "a", count: 65)))),
      ConsumeRequest(request: .start(.init(consumer: "a", inFlightMax: -1))),
      ConsumeRequest(request: .start(.init(consumer: "a", inFlightMax: 1001))),
      ConsumeRequest(request: .start(.init(consumer: "a", acknowledgeSecondsMax: 601))),
      ConsumeRequest(request: .start(.init(consumer: "a", start: .unrecognized(4)))),
      ConsumeRequest(request: .start(.init(consumer: "a", filter: .init(types: ["A"])))),
    ])
  func refused(request: ConsumeRequest) async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let code = await refusal {
        let call = try await EventServiceClient(nodes[0].channel).consume(options: ada.options)
        try await call.send(request)
        for try await _ in call.responses { return }
      }
      #expect(code == .invalidArgument)
    }
  }

  @Test("a second start and an endless acknowledgement are refused")
  func refusedLater() async throws {
    try await withNodes(1) { _, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      for request in [
        ConsumeRequest(request: .start(Self.start())),
        ConsumeRequest(request: .acknowledge(.init(positions: .init(1...1001)))),
      ] {
        var stream = try await Stream(nodes[0], ada, Self.start())
        let code = await refusal {
          try await stream.call.send(request)
          while try await stream.responses.next() != nil {}
        }
        #expect(code == .invalidArgument)
      }
    }
  }
}
