import EndToEndSupport
import Glibc
import PayLytAPI
import PayLytRPC
import Synchronization
import Testing

extension LossOfPower {
  /// SIGKILL in the middle of everything: what was acknowledged is there, once, and no money was
  /// made or lost.
  @Suite("Crashes", .timeLimit(.minutes(5)))
  struct CrashTests {
    /// A release or a payout that was asked for, and whether it was acknowledged.
    private final class Journal: Sendable {
      struct Entry: Sendable {
        let deal: Int
        let position: Int
        let requestID: String
        var isAcknowledged: Bool
      }

      private let entries = Mutex<[Entry]>([])
      private let payouts = Mutex<Set<String>>([])

      var all: [Entry] { entries.withLock { $0 } }
      var acknowledged: Int { entries.withLock { $0.count { $0.isAcknowledged } } }
      var acknowledgedPayouts: Set<String> { payouts.withLock { $0 } }

      func ask(deal: Int, position: Int) -> String {
        let id = RequestID.new()
        entries.withLock {
          $0.append(
            Entry(deal: deal, position: position, requestID: id, isAcknowledged: false))
        }
        return id
      }

      func acknowledge(_ requestID: String) {
        entries.withLock { entries in
          guard let index = entries.firstIndex(where: { $0.requestID == requestID }) else { return }
          entries[index].isAcknowledged = true
        }
      }

      func acknowledge(payout name: String) { payouts.withLock { _ = $0.insert(name) } }
    }

    private static let clients = 4
    private static let milestones = 45
    /// Of each client in each round.
    private static let payoutsMax = 10

    @Test("every acknowledged change survives SIGKILL exactly once, and the books are right")
    func killed() async throws {
      try await Deployment.with { deployment in
        let deals = try await withThrowingTaskGroup(of: Deal.self) { group in
          for _ in 0..<Self.clients {
            group.addTask {
              try await Deal.funded(
                on: deployment, sats: Array(repeating: 1_000, count: Self.milestones))
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        let journal = Journal()
        // The server alone, then PostgreSQL with it, then the server again.
        for (round, withPostgres) in [false, true, false].enumerated() {
          try await releasedUntilKilled(
            deals, journal, deployment, atLeast: (round + 1) * 25, withPostgres: withPostgres)
          try await deployment.restart()
          try await check(deals, journal, deployment)
        }
        try await payoutsAreDone(deals, journal, deployment)
      }
    }

    /// Several clients release and pay out, until the server is killed under their hands.
    private func releasedUntilKilled(
      _ deals: [Deal], _ journal: Journal, _ deployment: Deployment, atLeast count: Int,
      withPostgres: Bool
    ) async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, deal) in deals.enumerated() {
          let deal = try connected(deal, deployment)
          group.addTask { await release(deal, number, journal) }
          group.addTask { await payOut(deal, journal, deployment) }
        }
        try await eventually("\(count) releases are acknowledged") {
          journal.acknowledged >= count
        }
        if withPostgres { #expect(Glibc.kill(try deployment.postmaster(), SIGKILL) == 0) }
        try await deployment.server.kill()
        try await group.waitForAll()
      }
    }

    private func connected(_ deal: Deal, _ deployment: Deployment) throws -> Deal {
      let channel = try deployment.server.channel()
      return Deal(
        deal, client: deal.client.on(channel), freelancer: deal.freelancer.on(channel))
    }

    /// Releases one milestone after the other until a call fails.
    private func release(_ deal: Deal, _ number: Int, _ journal: Journal) async {
      let asked = Set(journal.all.filter { $0.deal == number }.map(\.position))
      for position in 1...Self.milestones where !asked.contains(position) {
        let id = journal.ask(deal: number, position: position)
        do {
          try await deal.release(position, requestID: id)
        } catch {
          return
        }
        journal.acknowledge(id)
      }
    }

    /// Pays out small amounts until there were enough, or the server is gone.
    private func payOut(_ deal: Deal, _ journal: Journal, _ deployment: Deployment) async {
      var made = 0
      while made < Self.payoutsMax {
        do throws(RPCError) {
          let payout = try await deal.freelancer.payouts.createPayout(
            CreatePayoutRequest(
              requestID: RequestID.new(), amount: .sats(10),
              lightningAddress: deployment.simulator.lightningAddress(of: "ada")),
            options: deal.freelancer.options)
          journal.acknowledge(payout: payout.name)
          made += 1
        } catch {
          // Nothing may be in the wallet yet; any other refusal is the end of the server.
          guard error.code == .failedPrecondition else { return }
        }
      }
    }

    private func check(
      _ deals: [Deal], _ journal: Journal, _ deployment: Deployment
    ) async throws {
      let deals = try deals.map { try connected($0, deployment) }
      for (number, deal) in deals.enumerated() {
        let entries = journal.all.filter { $0.deal == number }
        let states = try await deal.read().milestones.map(\.state)
        for entry in entries where entry.isAcknowledged {
          #expect(states[entry.position - 1] == .released, "acknowledged and lost: \(entry)")
        }
        // Asked and never answered: sent again, it happens once, whether or not it had.
        for entry in entries where !entry.isAcknowledged {
          try await deal.release(entry.position, requestID: entry.requestID)
          journal.acknowledge(entry.requestID)
        }
        let escrow = try await deal.read()
        #expect(escrow.released == .sats(Int64(entries.count) * 1_000))
        let receipts = try await deal.client.escrows.listReceipts(
          ListReceiptsRequest(parent: deal.escrow), options: deal.client.options
        ).receipts
        #expect(receipts.count == entries.count)
        #expect(Set(receipts.map(\.ledgerTransaction)).count == entries.count)
      }
      let admin = try await Person.admin(of: deployment)
      let balance = try await admin.ledger.getTrialBalance(
        GetTrialBalanceRequest(verify: true), options: admin.options)
      #expect(balance.difference == 0)
      #expect(balance.accountsOff == 0)
      #expect(balance.escrowsOff == 0)
    }

    /// Payouts that a crash interrupted are carried on and end well, each paid once; then our book
    /// and the provider's agree.
    private func payoutsAreDone(
      _ deals: [Deal], _ journal: Journal, _ deployment: Deployment
    ) async throws {
      let deals = try deals.map { try connected($0, deployment) }
      var payouts: [Payout] = []
      for deal in deals {
        var token = ""
        repeat {
          let page = try await deal.freelancer.payouts.listPayouts(
            ListPayoutsRequest(pageSize: 200, pageToken: token), options: deal.freelancer.options)
          for payout in page.payouts { payouts.append(try await ended(payout, deal.freelancer)) }
          token = page.nextPageToken
        } while !token.isEmpty
      }
      #expect(journal.acknowledgedPayouts.isSubset(of: payouts.map(\.name)))
      #expect(payouts.allSatisfy { $0.state == .succeeded })
      let paid = try await deployment.simulator.payments()
      #expect(paid.count == payouts.count)
      #expect(Set(paid.map(\.reference)) == Set(payouts.map(\.providerReference)))
      let admin = try await Person.admin(of: deployment)
      let books = try await Books.read(by: admin, of: deployment)
      #expect(books.areRight, "\(books)")
      #expect(books.credit("payout_in_transit") == 0)
    }

    private func ended(_ payout: Payout, _ person: Person) async throws -> Payout {
      // One that was about to leave is sent again only after a minute of quiet.
      var options = person.options
      options.timeout = .seconds(180)
      var last = payout
      for try await change in try await person.payouts.watchPayout(
        WatchPayoutRequest(name: payout.name), options: options)
      { last = change }
      return last
    }
  }
}
