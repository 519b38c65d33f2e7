import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("What operators look at", .timeLimit(.minutes(5)))
struct DashboardTests {
  @Test("figures, series and activity are those of the books and of the log")
  func figures() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let user = try await nodes[0].register("ada", roles: [.client])
      let dashboards = DashboardServiceClient(nodes[0].channel)
      let before = try await dashboards.getDashboard(
        GetDashboardRequest(), options: admin.options)
      #expect(before.users == 2 && before.escrows.isEmpty && before.balances.isEmpty)
      try await withEngine(conninfo, stripe: 3) { engine in
        for amount in [Int64(1_000), 2_000, 4_000] {
          try await engine.commit(PostAll.paying(amount, to: 1))
        }
        try await engine.commit(PutRow(row: Payout.fixture()))
      }
      let after = try await dashboards.getDashboard(
        GetDashboardRequest(), options: admin.options)
      let wallet = after.balances.first { $0.accountKind == "wallet" }
      #expect(wallet?.balance?.units == 7_000 && wallet?.accounts == 1)
      #expect(after.payouts.map(\.payouts) == [1])
      #expect(after.payouts.first?.state == .reserved)
      let now = SystemClock().now()
      let series = try await dashboards.queryTimeSeries(
        QueryTimeSeriesRequest(
          startTime: ProtoTimestamp(now.adding(seconds: -3600)), stepSeconds: 86_400),
        options: admin.options)
      #expect(series.points.map(\.transfers).reduce(0, +) == 3)
      #expect(series.points.compactMap(\.amount?.units).reduce(0, +) == 7_000)
      let none = try await dashboards.queryTimeSeries(
        QueryTimeSeriesRequest(
          startTime: ProtoTimestamp(now.adding(seconds: -3600)), stepSeconds: 86_400,
          kinds: ["refund"]), options: admin.options)
      #expect(none.points.isEmpty)
      _ = try await NotificationServiceClient(nodes[0].channel).updateNotificationPreferences(
        UpdateNotificationPreferencesRequest(
          requestID: "\(UUID.random())",
          preferences: [.init(kind: .security, inApp: true, mail: .digest)]), options: user.options)
      // Every page, newest first, and nothing left out.
      var seen: [Activity] = []
      var token = ""
      repeat {
        let page = try await dashboards.listActivity(
          ListActivityRequest(pageSize: 2, pageToken: token), options: admin.options)
        seen += page.activities
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(seen.map(\.position) == seen.map(\.position).sorted(by: >))
      #expect(seen.contains { $0.type == "user.registered" && $0.subject == "users/\(user.id)" })
      let own = try await dashboards.listActivity(
        ListActivityRequest(actor: "users/\(user.id)"), options: admin.options)
      #expect(own.activities.allSatisfy { $0.actor == "users/\(user.id)" })
      #expect(own.activities.map(\.type).contains("notification.preferences_changed"))
      #expect(
        await refusal {
          _ = try await dashboards.getDashboard(GetDashboardRequest(), options: user.options)
        } == .permissionDenied)
    }
  }

  @Test("steps begin at the start, whatever it is")
  func steps() async throws {
    try await withEngine { engine in
      let start = Timestamp.start
      for (offset, amount) in [(0, 1), (59, 2), (60, 4), (179, 8), (180, 16)] as [(Int64, Int64)] {
        let time = start.adding(seconds: offset)
        try await engine.commit(
          PutRow(
            row: Transfer(
              id: UUID(time: time, random: UInt64(amount) << 8), transaction: .entity(1),
              debit: .platform(.providerFloat, asset: .btc, stripe: 0),
              credit: AccountID(of: .entity(1), kind: .wallet, asset: .btc), asset: .btc,
              amount: amount, kind: .deposit, createdAt: time)))
      }
      let request = QueryTimeSeriesRequest(
        startTime: ProtoTimestamp(start), endTime: ProtoTimestamp(start.adding(seconds: 180)),
        stepSeconds: 60, kinds: ["deposit"])
      let question = try TimeSeriesQuestion(request, now: start)
      let points = try await engine.database.query(
        DashboardStatements.series,
        [
          .uuid(question.firstID), .uuid(question.endID), .timestamp(question.start),
          .timestamp(question.end), .int8(60), .int2Array(question.kinds.map(\.rawValue)),
        ])
      #expect(points.map(\.amount.units) == [3, 4, 8])
      #expect(points.map(\.start) == [0, 60, 120].map { start.adding(seconds: $0) })
      let limits = [(4, true), (5, false)] as [(Int64, Bool)]
      for (limit, isTooLong) in limits {
        let answer = try await engine.database.query(
          DashboardStatements.isTooLong,
          [.uuid(question.firstID), .uuid(question.endID), .int8(limit)])
        #expect(answer == [isTooLong])
      }
    }
  }

  @Test("counting ends at its bound, whatever there is, and the figure says so")
  func bounds() async throws {
    try await withEngine { engine in
      for number in UInt64(1)...5 {
        try await engine.commit(PutRow(row: User.fixture(number)))
      }
      try await engine.commit(PutRow(row: Payout.fixture()))
      let found = try await engine.database.query(
        DashboardStatements.counts, [.int8(3), .int8(2)])
      #expect(found.map(\.users) == [3])
      let payouts = try await engine.database.query(DashboardStatements.payouts, [.int8(1)])
      #expect(payouts.map(\.count) == [1])
      let none = try await engine.database.query(DashboardStatements.payouts, [.int8(0)])
      #expect(none.isEmpty)
    }
    let most = DashboardLimits.countedMax
    func dashboard(_ number: Int64, accounts: Int64) -> Dashboard {
      var dashboard = Dashboard()
      dashboard.add(
        escrows: [
          StateCount(state: 3, count: number - 1, msat: 1), StateCount(state: 7, count: 1, msat: 1),
        ], payouts: [],
        DashboardCounts(
          users: number, openJobs: 1, deadMails: 0, failedEndpoints: 0, accounts: accounts))
      return dashboard
    }
    let all = dashboard(most, accounts: DashboardLimits.accountsMax)
    #expect(all.atLeast.isEmpty && all.users == most)
    let more = dashboard(most + 1, accounts: DashboardLimits.accountsMax + 1)
    #expect(more.atLeast == ["escrows", "users", "balances"] && more.users == most)
  }
}
