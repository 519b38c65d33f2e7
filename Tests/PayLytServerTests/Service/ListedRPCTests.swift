import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import Testing

@testable import PayLytServer

/// What a list of a service answers: names, and the token of the page after it.
private struct ListedPage {
  let names: [String]
  let token: String
}

/// One of the lists that are a user's, and an admin's over all users.
private struct UserList: Sendable {
  let name: String
  /// Parent, filter, order, size and token of a request.
  let ask:
    @Sendable (
      Channel, CallOptions, _ parent: String, _ filter: String, _ order: String, _ size: Int32,
      _ token: String
    ) async throws -> ListedPage

  static let all = [
    UserList(name: "ListJobs") { channel, options, parent, filter, order, size, token in
      let answer = try await JobServiceClient(channel).listJobs(
        ListJobsRequest(
          pageSize: size, pageToken: token, mine: parent.isEmpty, parent: parent, filter: filter,
          orderBy: order),
        options: options)
      return ListedPage(names: answer.jobs.map(\.name), token: answer.nextPageToken)
    },
    UserList(name: "ListEscrows") { channel, options, parent, filter, order, size, token in
      let answer = try await EscrowServiceClient(channel).listEscrows(
        ListEscrowsRequest(
          pageSize: size, pageToken: token, parent: parent, filter: filter, orderBy: order),
        options: options)
      return ListedPage(names: answer.escrows.map(\.name), token: answer.nextPageToken)
    },
    UserList(name: "ListPayouts") { channel, options, parent, filter, order, size, token in
      let answer = try await PayoutServiceClient(channel).listPayouts(
        ListPayoutsRequest(
          pageSize: size, pageToken: token, parent: parent, filter: filter, orderBy: order),
        options: options)
      return ListedPage(names: answer.payouts.map(\.name), token: answer.nextPageToken)
    },
    UserList(name: "ListDeposits") { channel, options, parent, filter, order, size, token in
      let answer = try await WalletServiceClient(channel).listDeposits(
        ListDepositsRequest(
          pageSize: size, pageToken: token, parent: parent, filter: filter, orderBy: order),
        options: options)
      return ListedPage(names: answer.deposits.map(\.name), token: answer.nextPageToken)
    },
    UserList(name: "ListConversions") { channel, options, parent, filter, order, size, token in
      let answer = try await FxServiceClient(channel).listConversions(
        ListConversionsRequest(
          pageSize: size, pageToken: token, parent: parent, filter: filter, orderBy: order),
        options: options)
      return ListedPage(names: answer.conversions.map(\.name), token: answer.nextPageToken)
    },
  ]

  /// All pages.
  func names(
    _ channel: Channel, _ guest: Guest, parent: String = "", filter: String = "",
    order: String = "", size: Int32 = 2
  ) async throws -> [String] {
    var (names, token): ([String], String) = ([], "")
    repeat {
      let page = try await ask(channel, guest.options, parent, filter, order, size, token)
      names += page.names
      token = page.token
    } while !token.isEmpty
    return names
  }
}

@Suite("Lists of users and of admins", .timeLimit(.minutes(5)))
struct ListedRPCTests {
  /// Four of each thing: three of one user, one of another.
  private static func fill(_ conninfo: String, _ one: UUID, _ two: UUID) throws {
    let owner = "(CASE WHEN number = 4 THEN '\(two)' ELSE '\(one)' END)::uuid"
    for (table, made, second) in [
      ("payout", Payout.table.columns.map(\.name), 3),
      ("deposit", Deposit.table.columns.map(\.name), 3),
      ("escrow", Escrow.table.columns.map(\.name), 2), ("job", Job.table.columns.map(\.name), 4),
    ] {
      let changes = [
        "id": ManyRows.uuid, "user_id": owner, "client_id": owner, "created_at": ManyRows.time,
        "reference": "'r' || number",
        "payment_hash": table == "deposit"
          ? "sha256(number::text::bytea)" : "''::bytea",
        // No worker takes them.
        "next_attempt_at": "'2100-01-01Z'", "expires_at": "'2100-01-01Z'",
        "state": "CASE WHEN number = 2 THEN \(second) ELSE 1 END",
      ]
      try ManyRows.copy(table, made, changes, count: 4, conninfo)
    }
    try ManyRows.copyMilestones(conninfo)
    try Administrator.execute(
      """
      INSERT INTO conversion (
        id, user_id, from_asset, to_asset, from_units, to_units, gross_units, spread_units,
        rate_numerator, rate_denominator, quote_id, escrow_id, transaction_id, created_at)
      SELECT \(ManyRows.uuid), \(owner), CASE WHEN number = 2 THEN 'NGN' ELSE 'BTC' END,
        CASE WHEN number = 2 THEN 'BTC' ELSE 'NGN' END, 10, 10, 10, 0, 1, 1,
        \(ManyRows.uuid), NULL, \(ManyRows.uuid), \(ManyRows.time)
      FROM generate_series(1, 4) AS number
      """, on: conninfo)
  }

  /// An open job without milestones.
  static func postJob(of client: UUID, _ engine: Engine) async throws {
    let rows = MemoryStore()
    let job = try rows.carryOut(
      CreateJob(
        caller: .client, request: nil, client: client, terms: .fixture, local: .fixture)
    ).job
    try await engine.commit(PutRow(row: job))
  }

  /// What finds the second of each.
  private static let second = [
    "ListJobs": "state = DRAFT", "ListEscrows": "state = AWAITING_PAYMENT",
    "ListPayouts": "state = SUBMITTED",
    "ListDeposits": "state = EXPIRED", "ListConversions": "from_asset = NGN",
  ]

  private static func expectRefusal(
    _ code: StatusCode, _ reason: String, _ call: () async throws -> Void
  ) async {
    let error = await #expect(throws: RPCError.self) { try await call() }
    #expect(error?.code == code && error?.errorInfo?.reason == reason)
  }

  @Test("users list what is theirs, admins anybody's and everybody's, page by page")
  func owners() async throws {
    try await withNodes(1) { conninfo, nodes in
      let channel = nodes[0].channel
      let one = try await nodes[0].register("one", roles: [.client, .freelancer])
      let two = try await nodes[0].register("two", roles: [.client, .freelancer])
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        try await ManyRows.seeds(engine)
        try await Self.postJob(of: one.id, engine)
      }
      try Self.fill(conninfo, one.id, two.id)
      for list in UserList.all {
        let collection = try #require(
          try await list.names(channel, one).first?.split(separator: "/").first, "\(list.name)")
        func named(_ numbers: Int...) -> [String] {
          numbers.map { "\(collection)/\(ManyRows.id($0))" }
        }
        let (mine, theirs) = ("users/\(one.id)", "users/\(two.id)")
        let second = try #require(Self.second[list.name])
        let since = "create_time > 2025-06-15T15:06:41Z"
        let table: [(Guest, String, String, String, [String])] = [
          (one, "", "", "", named(3, 2, 1)), (one, mine, "", "", named(3, 2, 1)),
          (two, "", "", "", named(4)), (admin, "", "", "", []),
          (admin, mine, "", "", named(3, 2, 1)), (admin, theirs, "", "", named(4)),
          (admin, "users/-", "", "", named(4, 3, 2, 1)),
          (admin, "users/-", "", "create_time", named(1, 2, 3, 4)),
          (admin, "users/-", second, "", named(2)), (one, "", second, "", named(2)),
          (two, "", second, "", []),
          (one, "", since, "create_time", named(2, 3)),
          (one, "", since, "create_time desc", named(3, 2)),
          (admin, theirs, since, "", named(4)),
        ]
        for (guest, parent, filter, order, expected) in table {
          for size in [Int32(1), 2, 50] {
            let names = try await list.names(
              channel, guest, parent: parent, filter: filter, order: order, size: size)
            #expect(names == expected, "\(list.name) \(parent) \(filter) \(order) \(size)")
          }
        }
        for parent in [theirs, "users/-", "users/\(UUID.entity(99))"] {
          await Self.expectRefusal(.notFound, "NOT_FOUND") {
            _ = try await list.names(channel, one, parent: parent)
          }
        }
        for parent in ["users", "users/1", "\(collection)/\(one.id)", "users/--"] {
          await Self.expectRefusal(.invalidArgument, "INVALID_FIELD") {
            _ = try await list.names(channel, admin, parent: parent)
          }
        }
        for (filter, order) in [("nothing = 1", ""), ("create_time = 5", ""), ("", "name")] {
          await Self.expectRefusal(.invalidArgument, "INVALID_FIELD") {
            _ = try await list.names(channel, one, filter: filter, order: order)
          }
        }
        let first = try await list.ask(channel, one.options, "", "", "", 1, "")
        let others: [(Guest, String, String, String)] = [
          (two, "", "", ""), (one, "", since, ""), (one, "", "", "create_time"),
          (admin, "users/-", "", ""),
        ]
        for (guest, parent, filter, order) in others {
          await Self.expectRefusal(.invalidArgument, "BAD_PAGE_TOKEN") {
            _ = try await list.ask(channel, guest.options, parent, filter, order, 1, first.token)
          }
        }
      }
    }
  }

  /// Old notifications are removed, so these are of today.
  private static let made = SystemClock().now()

  private static func recent(_ number: Int) -> UUID {
    UUID(time: made.adding(seconds: Int64(number)), random: 0)
  }

  /// Four invoices, receipts and notifications of one escrow and its client, the second ones of
  /// another kind; and an invoice of another escrow.
  private static func fillEscrow(_ engine: Engine, of client: UUID) async throws {
    let held = EscrowCase.fixture(.created)
    try await engine.commit(PutRow(row: held.escrow))
    for milestone in held.milestones { try await engine.commit(PutRow(row: milestone)) }
    for number in 1...5 {
      let time = Timestamp.start.adding(seconds: Int64(number))
      try await engine.commit(
        PutRow(
          row: Invoice(
            id: ManyRows.id(number), escrow: number == 5 ? .entity(12) : held.escrow.id,
            provider: "bitnob", reference: "r\(number)", providerID: "",
            paymentHash: [UInt8](repeating: UInt8(number), count: 32), paymentRequest: "lnbc",
            amountMsat: 1000, paidMsat: 0, state: number == 2 ? .cancelled : .expired,
            createdAt: time, expiresAt: time, settledAt: nil)))
      guard number < 5 else { continue }
      try await engine.commit(
        PutRow(
          row: Receipt(
            id: ManyRows.id(number), escrow: held.escrow.id, transaction: .entity(50),
            kind: number == 2 ? .refund : .release, client: client, freelancer: .entity(2),
            grossMsat: 7, feeMsat: 0, lines: [], parts: [], issuedAt: time)))
      try await engine.commit(
        PutRow(
          row: PayLytServer.Notification(
            id: recent(number), user: client, event: .entity(60), eventType: "test.happened",
            subject: "", kind: number == 2 ? .dispute : .escrow, isListed: true, digestAt: nil,
            createdAt: made, readAt: number == 3 ? time : nil)))
    }
  }

  @Test("invoices, receipts and notifications are searched as well")
  func others() async throws {
    try await withNodes(1) { conninfo, nodes in
      let channel = nodes[0].channel
      let owner = try await nodes[0].register("owner", roles: [.client])
      let stranger = try await nodes[0].register("stranger", roles: [.client])
      let admin = try await nodes[0].admin(on: conninfo)
      try await withEngine(conninfo) { engine in
        try await Self.fillEscrow(engine, of: owner.id)
      }
      try Administrator.execute("UPDATE escrow SET client_id = '\(owner.id)'", on: conninfo)
      let escrow = "escrows/\(EscrowCase.fixture(.created).escrow.id)"
      func last(_ names: [String]) -> [Int] {
        names.compactMap { name in
          (1...5).first { number in
            [ManyRows.id(number), Self.recent(number)].contains { name.hasSuffix("/\($0)") }
          }
        }
      }
      func invoices(
        _ guest: Guest, _ parent: String, _ filter: String = "", _ order: String = ""
      ) async throws -> [Int] {
        var (names, request) = (
          [String](),
          ListInvoicesRequest(parent: parent, pageSize: 1, filter: filter, orderBy: order)
        )
        repeat {
          let answer = try await InvoiceServiceClient(channel).listInvoices(
            request, options: guest.options)
          names += answer.invoices.map(\.name)
          request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        return last(names)
      }
      #expect(try await invoices(owner, escrow) == [4, 3, 2, 1])
      #expect(try await invoices(owner, escrow, "state = CANCELLED") == [2])
      #expect(try await invoices(owner, escrow, "state != CANCELLED", "create_time") == [1, 3, 4])
      #expect(try await invoices(admin, escrow) == [4, 3, 2, 1])
      #expect(try await invoices(admin, "escrows/-") == [5, 4, 3, 2, 1])
      #expect(try await invoices(admin, "escrows/-", "state = EXPIRED") == [5, 4, 3, 1])
      for (guest, parent) in [(owner, "escrows/-"), (stranger, escrow), (stranger, "escrows/-")] {
        await Self.expectRefusal(.notFound, "NOT_FOUND") { _ = try await invoices(guest, parent) }
      }
      func receipts(_ filter: String, _ order: String) async throws -> [Int] {
        var (names, request) = (
          [String](),
          ListReceiptsRequest(parent: escrow, pageSize: 1, filter: filter, orderBy: order)
        )
        repeat {
          let answer = try await EscrowServiceClient(channel).listReceipts(
            request, options: owner.options)
          names += answer.receipts.map(\.name)
          request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        return last(names)
      }
      #expect(try await receipts("", "") == [1, 2, 3, 4])
      #expect(try await receipts("", "issue_time desc") == [4, 3, 2, 1])
      #expect(try await receipts("kind = REFUND", "") == [2])
      #expect(try await receipts("issue_time > 2025-06-15T15:06:42Z", "issue_time") == [3, 4])
      func notifications(
        _ guest: Guest, _ filter: String, onlyUnread: Bool = false
      ) async throws -> [Int] {
        var (names, request) = (
          [String](),
          ListNotificationsRequest(pageSize: 1, onlyUnread: onlyUnread, filter: filter)
        )
        repeat {
          let answer = try await NotificationServiceClient(channel).listNotifications(
            request, options: guest.options)
          names += answer.notifications.map(\.name)
          request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        return last(names)
      }
      #expect(try await notifications(owner, "event_type = test.happened") == [4, 3, 2, 1])
      #expect(try await notifications(owner, "kind = DISPUTE") == [2])
      #expect(try await notifications(owner, "kind = ESCROW", onlyUnread: true) == [4, 1])
      #expect(try await notifications(stranger, "").isEmpty)
    }
  }

  @Test("an admin finds users by their e-mail and by their state")
  func users() async throws {
    try await withNodes(1) { conninfo, nodes in
      let users = UserServiceClient(nodes[0].channel)
      let one = try await nodes[0].register("one", roles: [.client])
      let two = try await nodes[0].register("two", roles: [.freelancer])
      let admin = try await nodes[0].admin(on: conninfo)
      _ = try await users.freezeUser(
        FreezeUserRequest(
          requestID: "\(UUID.random())", name: "users/\(two.id)", reason: "A test."),
        options: admin.options)
      func list(_ email: String, _ filter: String) async throws -> [String] {
        var (names, request) = (
          [String](), ListUsersRequest(pageSize: 1, email: email, filter: filter)
        )
        repeat {
          let answer = try await users.listUsers(request, options: admin.options)
          names += answer.users.map(\.name)
          request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        return names
      }
      let email = try await users.getMe(GetMeRequest(), options: one.options).email
      let all = [admin, two, one].map { "users/\($0.id)" }
      let table: [(email: String, filter: String, names: [String])] = [
        ("", "", all), (email, "", [all[2]]), (email.uppercased(), "", [all[2]]),
        (email, "state = ACTIVE", [all[2]]), (email, "state = FROZEN", []),
        ("nobody@example.com", "", []), ("%", "", []), (String(email.dropLast()), "", []),
        ("", "state = FROZEN", [all[1]]), ("", "state = ACTIVE", [all[0], all[2]]),
        ("", "state != ACTIVE", [all[1]]), ("", "state = DELETED", []),
        ("", "kyc_tier = BASIC AND state = FROZEN", [all[1]]),
        ("", "create_time > 2100-01-01T00:00:00Z", []),
        ("", "create_time > 2020-01-01T00:00:00Z", all),
      ]
      for (email, filter, names) in table {
        #expect(try await list(email, filter) == names, "\(email) \(filter)")
      }
      await Self.expectRefusal(.invalidArgument, "INVALID_FIELD") {
        _ = try await list("", "state = GONE")
      }
      await Self.expectRefusal(.permissionDenied, "SCOPE_MISSING") {
        _ = try await users.listUsers(ListUsersRequest(email: email), options: one.options)
      }
    }
  }
}
