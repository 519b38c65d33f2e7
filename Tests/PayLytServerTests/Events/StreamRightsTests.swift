import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("What a stream's caller may still see", .timeLimit(.minutes(5)))
struct StreamRightsTests {
  /// What changes the rights of an admin who has opened a stream.
  enum Change: CaseIterable {
    case demoted, promoted

    fileprivate var roles: [Role] {
      switch self {
      case .demoted: [.client]
      case .promoted: [.admin, .client]
      }
    }
  }

  enum Door: CaseIterable {
    case subscribe, consume
  }

  /// Opens a stream of what happens from now on, and calls `begun` when the server follows the log;
  /// then reads subjects until the end or until there is `last`.
  private static func subjects(
    _ door: Door, until last: String, as guest: Guest, on node: Node, begun: () async throws -> Void
  ) async throws -> [String] {
    let events = EventServiceClient(node.channel)
    let filter = EventFilter(types: ["ledger.*"])
    var seen: [String] = []
    switch door {
    case .subscribe:
      let stream = try await events.subscribe(
        SubscribeRequest(filter: filter), options: guest.options)
      var responses = stream.makeAsyncIterator()
      _ = try await responses.next()
      try await begun()
      while seen.last != last, let response = try await responses.next() {
        if let event = response.event { seen.append(event.subject) }
      }
      stream.cancel()
    case .consume:
      let call = try await events.consume(options: guest.options)
      try await call.send(
        ConsumeRequest(request: .start(.init(consumer: "a", filter: filter))))
      var responses = call.responses.makeAsyncIterator()
      _ = try await responses.next()
      try await begun()
      while seen.last != last, let response = try await responses.next() {
        if let event = response.event { seen.append(event.subject) }
      }
      call.cancel()
    }
    return seen
  }

  @Test(
    "a stream ends when its caller has lost a role, and goes on when they were given one",
    arguments: Door.allCases, Change.allCases)
  func roles(door: Door, change: Change) async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].admin(on: conninfo)
      let other = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        let read = {
          try await Self.subjects(door, until: "things/2", as: ada, on: nodes[0]) {
            try await engine.commit(Happen(subject: "things/1", parties: [.entity(9)]))
            _ = try await UserServiceClient(nodes[0].channel).setUserRoles(
              SetUserRolesRequest(
                requestID: "\(UUID.random())", name: "users/\(ada.id)", roles: change.roles,
                reason: "because"), options: other.options)
            try await engine.commit(Happen(subject: "things/2", parties: [.entity(9)]))
          }
        }
        switch change {
        case .promoted:
          let seen = try await read()
          #expect(seen == ["things/1", "things/2"])
        case .demoted:
          let error = await #expect(throws: RPCError.self) { _ = try await read() }
          #expect(error?.code == .permissionDenied)
          #expect(error?.errorInfo?.reason == "SCOPE_MISSING")
        }
      }
    }
  }

  @Test("a stream that does something ends when its caller is stopped")
  func stopped() async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].admin(on: conninfo)
      let other = try await nodes[0].admin(on: conninfo)
      let call = try await LedgerServiceClient(nodes[0].channel).importTransactions(
        options: ada.options)
      let draft = Bookkeeper.draft("t", 1, from: "world", to: "ada")
      try await call.send(ImportTransactionsRequest(transaction: draft))
      var responses = call.responses.makeAsyncIterator()
      // Neither account is there, which is an answer of the item, not the end of the stream.
      #expect(try await responses.next()?.status == .refused)
      _ = try await UserServiceClient(nodes[0].channel).freezeUser(
        FreezeUserRequest(
          requestID: "\(UUID.random())", name: "users/\(ada.id)", reason: "because"),
        options: other.options)
      try await call.send(ImportTransactionsRequest(transaction: draft))
      let error = await #expect(throws: RPCError.self) { _ = try await responses.next() }
      #expect(error?.errorInfo?.reason == "ACCOUNT_FROZEN")
    }
  }

  @Test("what an admin wrote about a user is in no event of the user, and in all of the admins'")
  func reasons() async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let bob = try await nodes[0].register("bob", roles: [.client])
      let admin = try await nodes[0].admin(on: conninfo)
      let wallets = WalletServiceClient(nodes[0].channel)
      let request = FreezeWalletRequest(
        requestID: "\(UUID.random())", name: "users/\(ada.id)/wallet", reason: "suspected")
      for _ in 1...2 {
        let answer = try await wallets.freezeWallet(request, options: admin.options)
        #expect(answer.frozen && answer.freezeReason == "suspected")
      }
      _ = try await UserServiceClient(nodes[0].channel).freezeUser(
        FreezeUserRequest(
          requestID: "\(UUID.random())", name: "users/\(ada.id)", reason: "suspected"),
        options: admin.options)
      for (guest, reason) in [(ada, ""), (admin, "suspected")] {
        let stream = try await EventServiceClient(nodes[0].channel).subscribe(
          SubscribeRequest(
            filter: EventFilter(types: ["wallet.frozen", "user.frozen"]), start: .beginning),
          options: guest.options)
        var events: [Event] = []
        for try await response in stream {
          if let event = response.event { events.append(event) }
          if events.count == 2 { break }
        }
        stream.cancel()
        #expect(events.map(\.type) == ["wallet.frozen", "user.frozen"])
        #expect(events.map(\.reason) == [reason, reason])
        // By its name it is the same, for those who get it; nobody else knows that it is there.
        for event in events {
          let get = GetEventRequest(name: event.name)
          let service = EventServiceClient(nodes[0].channel)
          #expect(try await service.getEvent(get, options: guest.options) == event)
          #expect(
            await refusal { _ = try await service.getEvent(get, options: bob.options) }
              == .notFound)
        }
        for event in events {
          let payload = String(decoding: event.payload?.value ?? [], as: UTF8.self)
          #expect(!payload.contains("suspected"))
        }
      }
      #expect(
        try await wallets.getWallet(
          GetWalletRequest(name: request.name), options: ada.options
        ).freezeReason == "")
    }
  }

  @Test(
    "a reason is told to the parties when one of them gave it, or it was owed to them",
    arguments: [
      ("users/\(UUID.entity(1))", "job.declined", true),
      ("users/\(UUID.entity(2))", "dispute.opened", true),
      ("users/\(UUID.entity(3))", "escrow.frozen", false),
      ("users/\(UUID.entity(3))", "escrow.overridden", false),
      ("users/\(UUID.entity(3))", "user.roles_set", false),
      ("users/\(UUID.entity(3))", "dispute.ruled", true),
      ("users/\(UUID.entity(3))", "kyc.rejected", true),
      ("apiKeys/\(UUID.entity(1))", "escrow.refunded", false),
      ("system/webhooks", "webhook_endpoint.disabled", true),
    ])
  func told(actor: String, type: String, isTold: Bool) {
    let entry = JournalEntry(
      id: .entity(9), createdAt: .start, requestKey: nil, fingerprint: [], actor: actor,
      method: "m", status: .ok, response: [], eventType: type, subject: "s", payloadType: nil,
      reason: "because", parties: [.entity(1), .entity(2)])
    #expect(entry.reason(for: .entity(1)) == (isTold ? "because" : nil))
    #expect(entry.reason(for: nil) == "because")
  }
}
