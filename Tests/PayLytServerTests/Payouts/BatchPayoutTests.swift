import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("Batches of payouts", .timeLimit(.minutes(10)))
struct BatchPayoutTests {
  private typealias Call = BidirectionalCall<BatchCreatePayoutsRequest, BatchCreatePayoutsResponse>

  private struct Scene: Sendable {
    let conninfo: String
    let node: Node
    let guest: Guest

    /// - Parameter proof: of the second factor.
    func open(proof: String? = nil) async throws -> Call {
      var options = guest.options
      if let proof { try options.metadata.add("paylyt-step-up", proof) }
      // Ten thousand answers take a busy machine some minutes.
      options.timeout = .seconds(540)
      return try await PayoutServiceClient(node.channel).batchCreatePayouts(options: options)
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
  private static func with(
    _ policy: AccessPolicy = .unlimited, sandbox: Bool = false,
    _ body: (Scene) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let node = try await Node.start(
      on: conninfo, seals: false, sandbox: sandbox, policy: policy)
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
        #expect(batches < rows)
        #expect(try await engine.discrepancies() == 0)
      }
    }
  }

  /// A quote of the guest's for naira from their wallet, who have none.
  private static func quote(
    _ number: UInt64, _ scene: Scene, seconds: Int64 = 900, payout: UUID? = nil
  ) -> PayLytServer.PayoutQuote {
    let now = SystemClock().now()
    return PayLytServer.PayoutQuote(
      id: .entity(number), user: scene.guest.id, beneficiary: .entity(30), provider: "bitnob",
      providerQuoteID: "q\(number)", reference: "payout-q\(number)",
      amount: PayLytServer.Money(asset: .ngn, units: 160_000), feeLimitUnits: 0,
      settlement: PayLytServer.Money(asset: .ngn, units: 160_000), coverMsat: 1_000_000,
      payout: payout,
      expiresAt: now.adding(seconds: seconds), lockedUntil: now.adding(seconds: seconds),
      createdAt: now)
  }

  /// What the answer to a payout says it was refused for.
  private static func reason(_ answer: BatchCreatePayoutsResponse.ResultOneof?) throws -> String {
    guard case .error(let status)? = answer, let code = StatusCode(rawValue: status.code) else {
      Issue.record("it is not refused: \(String(describing: answer))")
      return ""
    }
    let error = RPCError(code, status.message, details: status.wireBytes)
    let reason = try #require(error.errorInfo?.reason)
    DeclaredReasons.check(reason, code, of: "PayoutService/BatchCreatePayouts")
    return reason
  }

  @Test("each payout of a batch is refused for what it would be refused for alone")
  func refused() async throws {
    let policy = AccessPolicy(
      caps: [.basic: .init(payoutMsat: 10_000_000)], stepUpAboveMsat: 20_000_000)
    try await Self.with(policy) { scene in
      try await withEngine(scene.conninfo, stripe: 3) { engine in
        try await engine.commit(
          PutRow(
            row: Beneficiary(
              id: .entity(30), user: scene.guest.id, destination: BeneficiaryTests.bank,
              label: "x", currency: .ngn, keys: .fixture, at: .start)))
        for quote in [
          Self.quote(51, scene), Self.quote(52, scene, seconds: -1),
          Self.quote(53, scene, payout: .entity(99)),
        ] {
          try await engine.commit(PutRow(row: quote))
        }
      }
      func quoted(_ number: UInt64) -> CreatePayoutRequest {
        CreatePayoutRequest(
          requestID: "\(UUID.random())", quote: "payoutQuotes/\(UUID.entity(number))")
      }
      let table = [
        (Self.payout(sats: 15_000), "DAILY_LIMIT_EXCEEDED"),
        (Self.payout(sats: 30_000), "STEP_UP_REQUIRED"),
        (quoted(51), "INSUFFICIENT_FUNDS"), (quoted(52), "QUOTE_EXPIRED"),
        (quoted(53), "QUOTE_USED"), (quoted(54), "NOT_FOUND"),
        (Self.payout(sats: 0), "INVALID_FIELD"),
      ]
      let answers = try await scene.send(table.map(\.0))
      for (payout, expected) in table {
        #expect(try Self.reason(answers[payout.requestID]) == expected)
      }
      try await withEngine(scene.conninfo, stripe: 3) { engine in
        var freeze = WalletFreeze(user: scene.guest.id)
        freeze.set(isFrozen: true, reason: "x", at: .start)
        try await engine.commit(PutRow(row: freeze))
      }
      let frozen = Self.payout()
      let answer = try await scene.send([frozen])
      #expect(try Self.reason(answer[frozen.requestID]) == "WALLET_FROZEN")
    }
  }

  enum EndOfProof: CaseIterable, Sendable { case time, anotherPin }

  /// It had counted for as long as the stream was open: hours, and ten thousand payouts.
  @Test("the second factor ends on an open stream, too", arguments: EndOfProof.allCases)
  func proofEnds(by end: EndOfProof) async throws {
    let policy = AccessPolicy(stepUpAboveMsat: 20_000_000)
    try await Self.with(policy, sandbox: true) { scene in
      let auth = AuthServiceClient(scene.node.channel)
      func setPin(_ pin: String) async throws {
        _ = try await auth.setTransactionPin(
          SetTransactionPinRequest(
            requestID: "\(UUID.random())", password: "a long password", transactionPin: pin),
          options: scene.guest.options)
      }
      try await setPin("573920")
      let proof = try await auth.stepUp(
        StepUpRequest(transactionPin: "573920"), options: scene.guest.options
      ).token
      let call = try await scene.open(proof: proof)
      var responses = call.responses.makeAsyncIterator()
      func send() async throws -> BatchCreatePayoutsResponse.ResultOneof? {
        try await call.send(BatchCreatePayoutsRequest(payout: Self.payout(sats: 21_000)))
        return try await responses.next()?.result
      }
      guard case .payout? = try await send() else {
        Issue.record("what is proved is made")
        return
      }
      switch end {
      case .time:
        _ = try await SandboxServiceClient(scene.node.channel).advanceSandboxClock(
          AdvanceSandboxClockRequest(
            requestID: "\(UUID.random())", seconds: AuthLimits.stepUpSeconds + 1),
          options: scene.guest.options)
      case .anotherPin: try await setPin("028461")
      }
      let answer = try await send()
      #expect(try Self.reason(answer) == "STEP_UP_REQUIRED")
      try await call.finishSending()
      let last = try await responses.next()
      #expect(last == nil)
    }
  }

  @Test(
    "an item that breaks field rules is refused as it would be alone, by its place in the stream")
  func fields() async throws {
    try await Self.with { scene in
      let payouts = PayoutServiceClient(scene.node.channel)
      var bad = [Self.payout(), Self.payout(sats: 0), Self.payout(), Self.payout()]
      bad[0].requestID = ""
      bad[0].lightningAddress = String(repeating: "x", count: 321)
      bad[1].feeLimit = PayLytAPI.Money(asset: "NGN", units: 1)
      bad[2].beneficiary = "beneficiaries/1"
      bad[3].feeLimit = PayLytAPI.Money(asset: "BTC", units: 1)
      let call = try await scene.open()
      for payout in [Self.payout()] + bad {
        try await call.send(BatchCreatePayoutsRequest(payout: payout))
      }
      try await call.finishSending()
      var answers: [Int64: BatchCreatePayoutsResponse] = [:]
      for try await answer in call.responses { answers[answer.number] = answer }
      #expect(answers.keys.sorted() == [1, 2, 3, 4, 5])
      guard case .payout? = answers[1]?.result else {
        Issue.record("the good one is made")
        return
      }
      for (index, payout) in bad.enumerated() {
        let heard = await #expect(throws: RPCError.self) {
          _ = try await payouts.createPayout(payout, options: scene.guest.options)
        }
        let alone = try #require(heard)
        guard case .error(let status)? = answers[Int64(index + 2)]?.result else {
          Issue.record("item \(index + 2) is refused")
          continue
        }
        // Which call it was is told of the unary one alone.
        let told = RPCError(.invalidArgument, status.message, details: status.wireBytes)
        #expect(status.code == alone.code.rawValue && alone.code == .invalidArgument)
        #expect(told.message == alone.message && told.errorInfo == alone.errorInfo)
        #expect(told.fieldViolations == alone.fieldViolations && !told.fieldViolations.isEmpty)
      }
    }
  }

  @Test("a stream holds so many payouts, and what was taken before is answered")
  func tooLong() async throws {
    try await Self.with { scene in
      let call = try await scene.open()
      let none = Self.payout(sats: 0)
      let sender = Task {
        for _ in 0...PayoutLimits.batchItemsMax {
          try await call.send(BatchCreatePayoutsRequest(payout: none))
        }
        try await call.finishSending()
      }
      var answers = 0
      let heard = await PayLytServerTests.reason {
        for try await _ in call.responses { answers += 1 }
      }
      #expect(heard == "BATCH_TOO_LONG")
      #expect(answers == PayoutLimits.batchItemsMax)
      // The last one may have found the call ended.
      _ = await sender.result
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
