import EndToEndSupport
import Glibc
import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

extension LossOfPower {
  /// SIGKILL while much is scheduled and due: each is carried out once, in its order.
  @Suite("Schedules and crashes", .timeLimit(.minutes(5)))
  struct ScheduleCrashTests {
    private struct Keeper {
      let ledger: LedgerServiceClient
      let options: CallOptions

      init(_ person: Person) {
        ledger = LedgerServiceClient(person.channel)
        options = person.options
      }

      func open(_ id: String, min: Int64?) async throws {
        _ = try await ledger.createAccount(
          CreateAccountRequest(
            requestID: RequestID.new(), accountID: id,
            account: LedgerAccount(asset: "USD/2", normalSide: .credit, balanceMin: min)),
          options: options)
      }

      func schedule(
        _ number: Int, at seconds: Int64, _ amount: Int64, from: String, to: String
      ) async throws {
        let postings = [
          LedgerPosting(account: "ledgerAccounts/\(from)", side: .debit, amount: amount),
          LedgerPosting(account: "ledgerAccounts/\(to)", side: .credit, amount: amount),
        ]
        _ = try await ledger.createSchedule(
          CreateScheduleRequest(
            requestID: RequestID.new(), scheduleID: "s\(number)",
            dueTime: ProtoTimestamp(seconds: seconds),
            transactions: [TransactionDraft(transactionID: "t\(number)", postings: postings)]),
          options: options)
      }

      func states() async throws -> [LedgerSchedule.State: Int] {
        var found: [LedgerSchedule.State: Int] = [:]
        var token = ""
        repeat {
          let page = try await ledger.listSchedules(
            ListSchedulesRequest(pageSize: 200, pageToken: token), options: options)
          for schedule in page.schedules { found[schedule.state, default: 0] += 1 }
          token = page.nextPageToken
        } while !token.isEmpty
        return found
      }

      func posted(_ id: String) async throws -> Int64 {
        try await ledger.getBalance(
          GetBalanceRequest(name: "ledgerAccounts/\(id)"), options: options
        ).posted
      }
    }

    private static let count = 300

    @Test("what is due when the server dies is carried out once after it")
    func killed() async throws {
      try await Deployment.with { deployment in
        let admin = try await Person.admin(of: deployment)
        let keeper = Keeper(admin)
        try await keeper.open("world", min: nil)
        try await keeper.open("ada", min: 0)
        // Of this server's time, which may be ahead of the world's.
        let clock = try await SandboxServiceClient(admin.channel).getSandboxClock(
          GetSandboxClockRequest(), options: admin.options)
        let due = (clock.time?.seconds ?? 0) + 1800
        // In turn, money comes and more of it is wanted than is there at any other time.
        for number in 0..<Self.count {
          if number % 2 == 0 {
            try await keeper.schedule(number, at: due + Int64(number), 5, from: "world", to: "ada")
          } else {
            try await keeper.schedule(number, at: due + Int64(number), 5, from: "ada", to: "world")
          }
        }
        _ = try await SandboxServiceClient(admin.channel).advanceSandboxClock(
          AdvanceSandboxClockRequest(requestID: RequestID.new(), seconds: 7200),
          options: admin.options)
        // It is in the middle of it, or has not begun, or is done: all three are right.
        deployment.server.process.signal(SIGKILL)
        _ = try await deployment.server.process.waitForEnd()
        try await deployment.restart()
        let after = Keeper(try await Person.login(admin.email, on: deployment.server.channel()))
        try await eventually("everything is carried out") {
          try await after.states() == [.executed: Self.count]
        }
        #expect(try await after.posted("ada") == 0)
        let balance = try await after.ledger.getTrialBalance(
          GetTrialBalanceRequest(verify: true), options: after.options)
        #expect(balance.difference == 0 && balance.accountsOff == 0)
      }
    }
  }
}
