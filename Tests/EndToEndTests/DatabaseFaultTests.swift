import EndToEndSupport
import Glibc
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd {
  @Suite("The database goes and comes back", .timeLimit(.minutes(4)))
  struct DatabaseFaultTests {
    @Test("without PostgreSQL callers hear UNAVAILABLE soon; it is started again, and all goes on")
    func postgresKilled() async throws {
      try await Deployment.with { deployment in
        let deal = try await Deal.funded(on: deployment)
        let before = try await deal.read()
        let postmaster = try deployment.postmaster()
        #expect(Glibc.kill(postmaster, SIGKILL) == 0)
        let requestID = RequestID.new()
        let begin = ContinuousClock.now
        // The first calls may still meet backends that outlive their postmaster for a moment.
        try await eventually("a read is refused as UNAVAILABLE", within: .seconds(30)) {
          do {
            _ = try await deal.read()
            return false
          } catch let error as RPCError {
            #expect(error.code == .unavailable, "\(error)")
            return true
          }
        }
        let write = try await refusal { try await deal.release(1, requestID: requestID) }
        #expect(write.code == .unavailable, "\(write)")
        #expect(ContinuousClock.now - begin < .seconds(30))
        // What was refused as unavailable has not happened, or it has, once: the same id tells.
        #expect(before.released == .sats(0))
        try await eventually("the release is answered") {
          await isAnswered { try await deal.release(1, requestID: requestID) }
        }
        // Connections for reading come back on their own.
        try await eventually("reads are answered") { await isAnswered { try await deal.read() } }
        #expect(try await deal.read().released == .sats(20_000))
        #expect(try deployment.postmaster() != postmaster)
        try await goesOn(deal, deployment)
        // Its own PostgreSQL ends with it, though it is not the one that it began with.
        try await deployment.server.stop()
      }
    }

    private func isAnswered(_ call: () async throws -> Escrow) async -> Bool {
      do {
        _ = try await call()
        return true
      } catch {
        return false
      }
    }

    /// Commits, notifications and background work are all back.
    private func goesOn(_ deal: Deal, _ deployment: Deployment) async throws {
      try await deal.releaseAll()
      let next = try await Deal.funded(on: deployment)
      try await next.releaseAll()
      let payout = try await next.freelancer.payouts.createPayout(
        CreatePayoutRequest(
          requestID: RequestID.new(), amount: .sats(100),
          lightningAddress: deployment.simulator.lightningAddress(of: "ada")),
        options: next.freelancer.options)
      var last = payout
      for try await change in try await next.freelancer.payouts.watchPayout(
        WatchPayoutRequest(name: payout.name), options: next.freelancer.options)
      { last = change }
      #expect(last.state == .succeeded)
      let admin = try await Person.admin(of: deployment)
      let books = try await Books.read(by: admin, of: deployment)
      #expect(books.areRight, "\(books)")
    }

    @Test("two servers on one database are one PayLyt")
    func twoServers() async throws {
      try await Deployment.with { deployment in
        let other = try await deployment.addServer()
        let deal = try await Deal.funded(on: deployment, sats: Array(repeating: 1_000, count: 40))
        let elsewhere = Deal(
          deal, client: deal.client.on(try other.channel()),
          freelancer: deal.freelancer.on(try other.channel()))
        // A token of the one server is good at the other, and so is what was committed.
        #expect(try await elsewhere.read() == deal.read())
        try await raced(deal, elsewhere)
        try await elsewhere.releaseAll()
        #expect(try await deal.freelancer.balanceMsat() == 39_000_000)
        try await watchedElsewhere(deployment, other)
        _ = try await deal.client.auth.logout(LogoutRequest(), options: deal.client.options)
        try await eventually("the logout is known at the other server") {
          await refusedWith(elsewhere.client) == "TOKEN_REVOKED"
        }
        let admin = try await Person.admin(of: deployment)
        let books = try await Books.read(by: admin, of: deployment)
        #expect(books.areRight, "\(books)")
        #expect(books.credit("fees") == 1_000_000 + 1_250_000)
      }
    }

    /// Every release is asked for at both servers under the same id: one does it, one replays it.
    private func raced(_ one: Deal, _ two: Deal) async throws {
      try await withThrowingTaskGroup(of: (Int, Escrow).self) { group in
        for position in 1...20 {
          let id = RequestID.new()
          for deal in [one, two] {
            group.addTask { (position, try await deal.release(position, requestID: id)) }
          }
        }
        var answers: [Int: [Escrow]] = [:]
        for try await (position, escrow) in group { answers[position, default: []].append(escrow) }
        for pair in answers.values { #expect(pair.first == pair.last) }
      }
      #expect(try await one.read().released == .sats(20_000))
      #expect(try await one.freelancer.balanceMsat() == 19_500_000)
    }

    private func watchedElsewhere(
      _ deployment: Deployment, _ other: RunningServer
    ) async throws {
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      let far = Deal(deal, client: deal.client.on(try other.channel()))
      async let reached = far.reaches(.released)
      try await deployment.simulator.pay(invoice.paymentHash)
      try await deal.reaches(.paidLocked)
      try await deal.releaseAll()
      #expect(try await reached.released == .sats(50_000))
    }

    private func refusedWith(_ person: Person) async -> String {
      do throws(RPCError) {
        _ = try await person.users.getMe(GetMeRequest(), options: person.options)
        return ""
      } catch {
        return error.reason
      }
    }
  }
}
