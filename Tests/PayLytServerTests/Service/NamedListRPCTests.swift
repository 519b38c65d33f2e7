import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Testing

@testable import PayLytServer

/// A list that admins ask for by whose things they want.
private struct NamedList: Sendable {
  let name: String
  /// The permission that a service needs for it.
  let scope: String
  /// Whether `users/-` means everybody's.
  var hasAll = true
  /// Whether an admin who names nobody has everybody's.
  var isForAdminsAll = false
  let ask:
    @Sendable (Channel, CallOptions, _ parent: String, _ token: String) async throws -> (
      things: [String], token: String
    )

  /// All pages.
  func things(
    _ channel: Channel, _ options: CallOptions, _ parent: String
  ) async throws -> [String] {
    var (things, token): ([String], String) = ([], "")
    repeat {
      let page = try await ask(channel, options, parent, token)
      things += page.things
      token = page.token
    } while !token.isEmpty
    return things
  }

  static let disputes = NamedList(
    name: "ListDisputes", scope: "disputes.read", isForAdminsAll: true
  ) { channel, options, parent, token in
    let answer = try await DisputeServiceClient(channel).listDisputes(
      ListDisputesRequest(pageSize: 1, pageToken: token, parent: parent), options: options)
    return (answer.disputes.map(\.name), answer.nextPageToken)
  }

  static let all = [
    NamedList(name: "ListJobs", scope: "jobs.read") { channel, options, parent, token in
      let answer = try await JobServiceClient(channel).listJobs(
        ListJobsRequest(pageSize: 1, pageToken: token, mine: parent.isEmpty, parent: parent),
        options: options)
      return (answer.jobs.map(\.name), answer.nextPageToken)
    },
    NamedList(
      name: "ListWalletEntries", scope: "wallets.read", hasAll: false
    ) { channel, options, parent, token in
      let answer = try await WalletServiceClient(channel).listWalletEntries(
        ListWalletEntriesRequest(pageSize: 1, pageToken: token, asset: "BTC", parent: parent),
        options: options)
      return (answer.entries.map { "\($0.amount?.units ?? 0)" }, answer.nextPageToken)
    },
    NamedList(
      name: "StreamStatement", scope: "wallets.read", hasAll: false
    ) { channel, options, parent, _ in
      var units: [String] = []
      let parts = try await WalletServiceClient(channel).streamStatement(
        StreamStatementRequest(
          asset: "BTC", startTime: ProtoTimestamp(seconds: Timestamp.start.seconds - 3600),
          parent: parent), options: options)
      for try await part in parts {
        guard case .entry(let entry) = part.part else { continue }
        units.insert("\(entry.entry?.amount?.units ?? 0)", at: 0)
      }
      return (units, "")
    },
    disputes,
    NamedList(
      name: "ListKycCases", scope: "kyc.read", isForAdminsAll: true
    ) { channel, options, parent, token in
      let answer = try await UserServiceClient(channel).listKycCases(
        ListKycCasesRequest(pageSize: 1, pageToken: token, parent: parent), options: options)
      return (answer.kycCases.map(\.name), answer.nextPageToken)
    },
  ]
}

@Suite("Lists of one whom admins name", .timeLimit(.minutes(5)))
struct NamedListRPCTests {
  private static func dispute(
    _ number: Int, of client: UUID, escrow: UUID, _ state: PayLytServer.DisputeState
  ) -> PayLytServer.Dispute {
    PayLytServer.Dispute(
      id: ManyRows.id(number), escrow: escrow, client: client, freelancer: .entity(7),
      openedBy: .client, reason: "It is late.", frozenMsat: 1000, openedAt: .start,
      evidenceUntil: .start, state: state, offer: nil, offersMade: 0, offersOfClient: 0,
      proposal: nil, decidedMsat: nil, decidedBy: nil, ruling: "", version: 1, updatedAt: .start)
  }

  /// Two of each thing: those with odd numbers are over.
  private static func fill(
    _ engine: Engine, of users: [UUID], reviewer: UUID, _ conninfo: String
  ) async throws {
    for (index, user) in users.enumerated() {
      for number in [2 * index + 1, 2 * index + 2] {
        let isOver = number % 2 == 1
        let id = ManyRows.id(number)
        try await engine.commit(
          PutRow(row: dispute(number, of: user, escrow: id, isOver ? .withdrawn : .open)))
        var kyc = PayLytServer.KycCase(
          id: id, user: user, tier: .verified, details: SealedDetails(keyID: 1, bytes: []),
          at: .start)
        if isOver { try kyc.review(approve: false, by: reviewer, reason: "x", at: .start) }
        try await engine.commit(PutRow(row: kyc))
        try await engine.commit(
          PostAll(
            request: nil,
            moves: [
              .init(
                amount: Int64(number),
                debit: .platform(.providerFloat, asset: .btc, stripe: 0),
                credit: AccountID(of: user, kind: .wallet, asset: .btc))
            ]))
      }
    }
    try await ListedRPCTests.postJob(of: users[0], engine)
    try ManyRows.copy(
      "job", Job.table.columns.map(\.name),
      [
        "id": ManyRows.uuid, "created_at": ManyRows.time,
        "client_id": "CASE WHEN number < 3 THEN '\(users[0])' ELSE '\(users[1])' END::uuid",
        "state": "CASE WHEN number % 2 = 1 THEN 3 ELSE 1 END",
      ], count: 4, conninfo)
  }

  private static func expectRefusal(
    _ code: StatusCode, _ reason: String, _ what: String, _ call: () async throws -> Void
  ) async {
    let error = await #expect(throws: RPCError.self, "\(what)") { try await call() }
    #expect(error?.code == code && error?.errorInfo?.reason == reason, "\(what)")
  }

  /// How a service calls that has these scopes.
  private static func service(
    _ scopes: [String], _ channel: Channel, _ admin: Guest
  ) async throws -> CallOptions {
    let made = try await ApiKeyServiceClient(channel).createApiKey(
      CreateApiKeyRequest(
        requestID: "\(UUID.random())", displayName: "Support", scopes: scopes,
        credential: .secret), options: admin.options)
    var options = CallOptions()
    options.timeout = .seconds(120)
    try options.metadata.add("paylyt-api-key", made.secret)
    return options
  }

  @Test("owners list what is theirs, admins and services with the scope anybody's, nobody else")
  func callers() async throws {
    try await withNodes(1) { conninfo, nodes in
      let channel = nodes[0].channel
      let one = try await nodes[0].register("one", roles: [.client, .freelancer])
      let two = try await nodes[0].register("two", roles: [.client, .freelancer])
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        try await Self.fill(engine, of: [one.id, two.id], reviewer: admin.id, conninfo)
      }
      let other = try await Self.service(["fx.read"], channel, admin)
      for list in NamedList.all {
        let service = try await Self.service([list.scope], channel, admin)
        let (mine, theirs) = ("users/\(one.id)", "users/\(two.id)")
        let first = try await list.things(channel, one.options, "")
        let second = try await list.things(channel, two.options, "")
        #expect(first.count == 2 && second.count == 2 && first != second, "\(list.name)")
        let everybodys = second + first
        let table: [(who: String, options: CallOptions, parent: String, things: [String])] = [
          ("owner", one.options, mine, first), ("owner", two.options, theirs, second),
          ("admin", admin.options, mine, first), ("admin", admin.options, theirs, second),
          ("admin", admin.options, "users/\(admin.id)", []),
          ("admin", admin.options, "users/\(UUID.entity(99))", []),
          ("admin", admin.options, "", list.isForAdminsAll ? everybodys : []),
          ("service", service, mine, first), ("service", service, theirs, second),
          ("service", service, "", list.isForAdminsAll ? everybodys : []),
        ]
        for (who, options, parent, things) in table {
          let found = try await list.things(channel, options, parent)
          #expect(found == things, "\(list.name) \(who) \(parent)")
        }
        for parent in [theirs, "users/\(UUID.entity(99))"] {
          await Self.expectRefusal(.notFound, "NOT_FOUND", list.name) {
            _ = try await list.things(channel, one.options, parent)
          }
        }
        for parent in ["", mine, "users/-"] {
          await Self.expectRefusal(.permissionDenied, "SCOPE_MISSING", list.name) {
            _ = try await list.things(channel, other, parent)
          }
        }
        for parent in ["users", "users/1", "users/--", "others/\(one.id)", "\(mine)/wallet"] {
          await Self.expectRefusal(.invalidArgument, "INVALID_FIELD", "\(list.name) \(parent)") {
            _ = try await list.things(channel, admin.options, parent)
          }
        }
        if list.hasAll {
          for options in [admin.options, service] {
            #expect(try await list.things(channel, options, "users/-") == everybodys)
          }
          await Self.expectRefusal(.notFound, "NOT_FOUND", list.name) {
            _ = try await list.things(channel, one.options, "users/-")
          }
        } else {
          await Self.expectRefusal(.invalidArgument, "INVALID_FIELD", list.name) {
            _ = try await list.things(channel, admin.options, "users/-")
          }
        }
        let token = try await list.ask(channel, admin.options, mine, "").token
        guard !token.isEmpty else { continue }
        for parent in [theirs, ""] {
          await Self.expectRefusal(.invalidArgument, "BAD_PAGE_TOKEN", "\(list.name) \(parent)") {
            _ = try await list.ask(channel, admin.options, parent, token)
          }
        }
      }
    }
  }

  @Test("the market of jobs is another list than those of somebody, with tokens of its own")
  func market() async throws {
    try await withNodes(1) { conninfo, nodes in
      let jobs = JobServiceClient(nodes[0].channel)
      let one = try await nodes[0].register("one", roles: [.client])
      let two = try await nodes[0].register("two", roles: [.client])
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        try await Self.fill(engine, of: [one.id, two.id], reviewer: admin.id, conninfo)
      }
      let market = try await jobs.listJobs(ListJobsRequest(pageSize: 1), options: admin.options)
      #expect(market.jobs.map(\.name) == ["jobs/\(ManyRows.id(4))"])
      let all = ListJobsRequest(pageToken: market.nextPageToken, parent: "users/-")
      await Self.expectRefusal(.invalidArgument, "BAD_PAGE_TOKEN", "a token of the market") {
        _ = try await jobs.listJobs(all, options: admin.options)
      }
      let bad = [
        ListJobsRequest(mine: true, parent: "users/\(one.id)"),
        ListJobsRequest(parent: "users/-", orderBy: "deadline"),
        ListJobsRequest(parent: "users/\(one.id)", orderBy: "amount"),
        ListJobsRequest(parent: "users/\(one.id)", filter: "state = NOTHING"),
        ListJobsRequest(parent: "users/\(one.id)", filter: "client = \(one.id)"),
      ]
      for request in bad {
        await Self.expectRefusal(.invalidArgument, "INVALID_FIELD", "\(request)") {
          _ = try await jobs.listJobs(request, options: admin.options)
        }
      }
      let found = try await jobs.listJobs(
        ListJobsRequest(parent: "users/\(one.id)", orderBy: "deadline"), options: admin.options)
      #expect(found.jobs.map(\.name) == [1, 2].map { "jobs/\(ManyRows.id($0))" })
      let open = try await jobs.listJobs(
        ListJobsRequest(
          parent: "users/-", filter: "state != CANCELLED AND client != users/\(one.id)"),
        options: admin.options)
      #expect(open.jobs.map(\.name) == ["jobs/\(ManyRows.id(4))"])
    }
  }

  @Test("the disputes of an escrow are listed for its two sides, for admins and services")
  func escrow() async throws {
    try await withNodes(1) { conninfo, nodes in
      let channel = nodes[0].channel
      let one = try await nodes[0].register("one", roles: [.client])
      let two = try await nodes[0].register("two", roles: [.freelancer])
      let stranger = try await nodes[0].register("stranger", roles: [.client])
      let admin = try await nodes[0].admin(on: conninfo)
      let held = EscrowCase.fixture(.disputed)
      try await withEngine(conninfo) { engine in
        try await engine.commit(PutRow(row: held.escrow))
        for milestone in held.milestones { try await engine.commit(PutRow(row: milestone)) }
        for (number, escrow, state) in [
          (1, held.escrow.id, PayLytServer.DisputeState.withdrawn), (2, held.escrow.id, .open),
          (3, .entity(12), .open),
        ] {
          try await engine.commit(
            PutRow(row: Self.dispute(number, of: one.id, escrow: escrow, state)))
        }
      }
      try Administrator.execute(
        "UPDATE escrow SET client_id = '\(one.id)', freelancer_id = '\(two.id)'", on: conninfo)
      let name = "escrows/\(held.escrow.id)"
      let both = [2, 1].map { "disputes/\(ManyRows.id($0))" }
      let service = try await Self.service(["disputes.read"], channel, admin)
      for options in [one.options, two.options, admin.options, service] {
        #expect(try await NamedList.disputes.things(channel, options, name) == both)
      }
      let ofState = try await DisputeServiceClient(channel).listDisputes(
        ListDisputesRequest(state: .withdrawn, parent: name), options: one.options)
      #expect(ofState.disputes.map(\.name) == [both[1]])
      for (options, parent) in [
        (stranger.options, name), (admin.options, "escrows/\(UUID.entity(98))"),
      ] {
        await Self.expectRefusal(.notFound, "NOT_FOUND", parent) {
          _ = try await NamedList.disputes.things(channel, options, parent)
        }
      }
      for parent in ["escrows/-", "escrows/1", "\(name)/milestones/1"] {
        await Self.expectRefusal(.invalidArgument, "INVALID_FIELD", parent) {
          _ = try await NamedList.disputes.things(channel, admin.options, parent)
        }
      }
      let token = try await NamedList.disputes.ask(channel, admin.options, name, "").token
      for parent in ["users/\(one.id)", "users/-"] {
        await Self.expectRefusal(.invalidArgument, "BAD_PAGE_TOKEN", parent) {
          _ = try await NamedList.disputes.ask(channel, admin.options, parent, token)
        }
      }
    }
  }
}
