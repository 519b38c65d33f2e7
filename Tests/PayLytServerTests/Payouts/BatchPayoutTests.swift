import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("Batches of payouts", .timeLimit(.minutes(5)))
struct BatchPayoutTests {
  private typealias Call = BidirectionalCall<BatchCreatePayoutsRequest, BatchCreatePayoutsResponse>

  private struct Scene: Sendable {
    let conninfo: String
    let node: Node
    let guest: Guest

    func open() async throws -> Call {
      try await PayoutServiceClient(node.channel).batchCreatePayouts(options: guest.options)
    }

    /// Sends all of it while it takes the answers, by their request ids.
    func send(
      _ payouts: [CreatePayoutRequest]
    ) async throws -> [String: BatchCreatePayoutsResponse.ResultOneof] {
      let call = try await open()
      let sender = Task {
        for payout in payouts { try await call.send(BatchCreatePayoutsRequest(payout: payout)) }
        try await call.finishSending()
      }
      var answers: [String: BatchCreatePayoutsResponse.ResultOneof] = [:]
      for try await answer in call.responses {
        #expect(answers[answer.requestID] == nil)
        answers[answer.requestID] = answer.result
      }
      try await sender.value
      return answers
    }
  }

  private static func payout(sats: Int64 = 1_000) -> CreatePayoutRequest {
    CreatePayoutRequest(
      requestID: "\(UUID.random())",
      amount: PayLytAPI.Money(asset: "BTC", units: sats * 1000),
      lightningAddress: "ada@127.0.0.1:9")
  }

  /// Somebody with 100 000 sats. Nothing leaves: nobody works in the background.
  private static func with(_ body: (Scene) async throws -> Void) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let node = try await Node.start(on: conninfo, seals: false)
    do {
      let guest = try await node.register("ada", roles: [.freelancer])
      try await withEngine(conninfo, stripe: 3) { engine in
        try await engine.commit(
          PostAll(
            moves: [
              .init(
                amount: 100_000_000, debit: .platform(.providerFloat, asset: .btc, stripe: 3),
                credit: AccountID(of: guest.id, kind: .wallet, asset: .btc))
            ]))
      }
      try await body(Scene(conninfo: conninfo, node: node, guest: guest))
    } catch {
      await node.stop()
      throw error
    }
    await node.stop()
  }

  @Test("each payout of a batch has its own end, and they share commits")
  func many() async throws {
    try await Self.with { scene in
      let good = (0..<60).map { _ in Self.payout() }
      let (none, tooMuch) = (Self.payout(sats: 0), Self.payout(sats: 90_000))
      var all = good
      all.insert(none, at: 20)
      all.insert(tooMuch, at: 41)
      let answers = try await scene.send(all)
      #expect(answers.count == all.count)
      for payout in good {
        guard case .payout(let made)? = answers[payout.requestID] else {
          Issue.record("it is made: \(String(describing: answers[payout.requestID]))")
          continue
        }
        #expect(made.state == .reserved && made.amount == payout.amount)
      }
      guard case .error(let invalid)? = answers[none.requestID],
        case .error(let short)? = answers[tooMuch.requestID]
      else {
        Issue.record("what is wrong is refused")
        return
      }
      #expect(invalid.code == StatusCode.invalidArgument.rawValue)
      #expect(short.code == StatusCode.failedPrecondition.rawValue && !short.details.isEmpty)
      // Sent again, it is the same payouts.
      let again = try await scene.send(good)
      #expect(good.allSatisfy { again[$0.requestID] == answers[$0.requestID] })
      let wallet = AccountID(of: scene.guest.id, kind: .wallet, asset: .btc)
      try await withEngine(scene.conninfo, stripe: 3) { engine in
        let left = try await engine.balance(wallet)
        #expect(left == 100_000_000 - 60 * (1_000_000 + 10_000))
        let rows = try await engine.count(EngineStatements.journalRows)
        let batches = try await engine.count(EngineStatements.batches)
        #expect(batches < rows - 20)
        #expect(try await engine.discrepancies() == 0)
      }
    }
  }

  @Test("who waits for each answer before the next payout gets it")
  func oneByOne() async throws {
    try await Self.with { scene in
      let call = try await scene.open()
      var responses = call.responses.makeAsyncIterator()
      for _ in 0..<20 {
        let payout = Self.payout()
        try await call.send(BatchCreatePayoutsRequest(payout: payout))
        let answer = try await responses.next()
        #expect(answer?.requestID == payout.requestID)
      }
      try await call.finishSending()
      let end = try await responses.next()
      #expect(end == nil)
    }
  }
}
