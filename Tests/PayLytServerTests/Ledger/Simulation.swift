import Testing

@testable import PayLytServer

/// Where a simulation's commands run: in memory, or on PostgreSQL.
protocol SimulatedServer {
  func decide<C: Command>(_ command: C) async throws -> C.Answer
  func held(_ account: AccountID) async throws -> Int64
  func advance(seconds: Int64)
}

/// Some users who do whatever comes to their minds, right or wrong, and the model that says what
/// must come of it.
struct Simulation<Server: SimulatedServer> {
  static var users: ClosedRange<UInt64> { 1...4 }

  private let server: Server
  private var random: SeededRandom
  private var model = LedgerModel()
  private var jobs: [Job] = []
  private var escrows: [Escrow] = []
  private var invoices: [(deal: Int, invoice: Invoice)] = []
  private var payouts: [Payout] = []
  private var made: UInt64

  init(on server: Server, seed: UInt64) {
    self.server = server
    random = SeededRandom(seed: seed)
    // Payment hashes of two simulations on one server differ.
    made = seed << 32
  }

  /// Takes `count` random steps and compares the books with the model after each `every` of them.
  mutating func run(steps count: Int, comparingEvery every: Int) async throws {
    for step in 1...count {
      try await takeStep()
      if step % every == 0 { try await compare(step) }
    }
  }

  private mutating func takeStep() async throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: try await post()
    case 1: try await accept()
    case 2, 3, 4: try await askForInvoice()
    case 5, 6, 7: try await pay()
    case 8, 9: try await submit()
    case 10, 11: try await releaseOne()
    case 12: try await releaseAll()
    case 13: try await refund()
    case 14: try await cancel()
    case 15: try await withdraw()
    case 16: try await send()
    case 17, 18: try await settle()
    default:
      let seconds = Int64.random(in: 1...40_000, using: &random)
      server.advance(seconds: seconds)
      model.now += seconds
    }
  }

  /// Carries out a command that the model accepts, or makes sure that it is refused.
  private func expect<C: Command>(
    _ isAccepted: Bool, _ command: C
  ) async throws -> C.Answer? {
    do {
      let answer = try await server.decide(command)
      #expect(isAccepted, "\(C.method) was accepted")
      return answer
    } catch let error as any RefusalConvertible {
      #expect(!isAccepted, "\(C.method) was refused: \(error.refusal.reason)")
      return nil
    }
  }

  private func compare(_ step: Int) async throws {
    for user in Self.users {
      let wallet = AccountID(of: .entity(user), kind: .wallet, asset: .btc)
      let held = try await server.held(wallet)
      #expect(held == model.wallets[user, default: 0], "wallet \(user) after step \(step)")
    }
    for (escrow, deal) in zip(escrows, model.deals) {
      let held = try await server.held(escrow.account)
      #expect(held == deal.rest, "an escrow after step \(step)")
    }
    for (payout, withdrawal) in zip(payouts, model.withdrawals) {
      let held = try await server.held(payout.account)
      #expect(held == withdrawal.inTransit, "a payout after step \(step)")
    }
    let fees = try await server.held(.platform(.fees, asset: .btc, stripe: 0))
    let float = try await server.held(.platform(.providerFloat, asset: .btc, stripe: 0))
    #expect(fees == model.fees && float == model.float, "the platform after step \(step)")
  }

  // MARK: What users do

  private mutating func anybody() -> UInt64 { .random(in: Self.users, using: &random) }

  private func caller(_ user: UInt64) -> Caller { .user(.entity(user), [.client, .freelancer]) }

  private mutating func deal() -> Int? { escrows.indices.randomElement(using: &random) }

  private mutating func post() async throws {
    let user = anybody()
    let steps = (1...Int.random(in: 1...4, using: &random)).map { number in
      JobTerms.Step(
        title: "Step \(number)", amountMsat: .random(in: 1...90_000, using: &random) * 1000)
    }
    let terms = JobTerms(
      title: "Job", description: "Work", steps: steps,
      deadline: Timestamp.start.adding(
        seconds: model.now + .random(in: 1...200_000, using: &random)))
    let command = CreateJob(
      caller: caller(user), request: nil, client: .entity(user), terms: terms, local: .fixture)
    if let view = try await expect(true, command) { jobs.append(view.job) }
  }

  private mutating func accept() async throws {
    guard let index = jobs.indices.randomElement(using: &random) else { return try await post() }
    let job = jobs[index]
    let user = anybody()
    let deadline = job.deadline.seconds - Timestamp.start.seconds
    let isOpen = !escrows.contains { $0.job == job.id }
    let command = AcceptTerms(
      caller: caller(user), request: nil, job: job.id, freelancer: .entity(user),
      termsSHA256: job.termsSHA256)
    let isAccepted = isOpen && job.client != .entity(user) && model.now < deadline
    guard let view = try await expect(isAccepted, command), let id = view.job.escrow,
      let client = Self.users.first(where: { .entity($0) == job.client })
    else { return }
    let found = try await server.decide(FetchRows<Escrow>(column: "id", value: .uuid(id)))
    let steps = try await server.decide(
      FetchRows<Milestone>(column: "escrow_id", value: .uuid(id)))
    let parts = steps.sorted { $0.position < $1.position }.map(\.amountMsat)
    escrows += found
    model.deals.append(
      LedgerModel.Deal(
        client: client, freelancer: user, parts: parts, deadline: deadline,
        states: parts.map { _ in .waiting }))
  }

  private mutating func askForInvoice() async throws {
    guard let deal = deal() else { return try await accept() }
    let rows = try await server.decide(
      FetchRows<Escrow>(column: "id", value: .uuid(escrows[deal].id)))
    guard let escrow = rows.first else { return }
    made += 1
    let hash = (0..<4).flatMap { _ in
      (0..<8).map { UInt8(truncatingIfNeeded: made >> UInt64($0 * 8)) }
    }
    let invoice = FundEscrow.Made(
      provider: "simulator", reference: FundEscrow.reference(for: escrow), providerID: "x",
      paymentHash: hash, paymentRequest: "lnbc",
      amountMsat: FundEscrow.invoiceMsat(for: escrow),
      expiresAt: Timestamp.start.adding(seconds: model.now + 3600))
    let user = Bool.random(using: &random) ? model.deals[deal].client : anybody()
    let isAccepted =
      user == model.deals[deal].client && !model.deals[deal].isOver
      && model.deals[deal].paidIn < model.deals[deal].total
    let command = FundEscrow(
      caller: caller(user), request: nil, escrow: escrow.id, made: invoice)
    guard let funding = try await expect(isAccepted, command) else { return }
    if !invoices.contains(where: { $0.invoice.id == funding.invoice.id }) {
      invoices.append((deal, funding.invoice))
    }
  }

  private mutating func pay() async throws {
    guard let index = invoices.indices.randomElement(using: &random) else {
      return try await askForInvoice()
    }
    let (deal, invoice) = invoices[index]
    let share = Int64.random(in: 1...4, using: &random)
    let msat = max(1, invoice.amountMsat * share / 3)
    let command = ReceivePayment(
      caller: .system("webhooks"), paymentHash: invoice.paymentHash, paidMsat: msat, event: nil)
    model.pay(deal, msat)
    // Told three times, counted once.
    for _ in 0..<3 { _ = try await expect(true, command) }
    invoices.remove(at: index)
  }

  private mutating func submit() async throws {
    guard let deal = deal() else { return }
    let part = Int.random(in: 0..<model.deals[deal].parts.count, using: &random)
    let user = Bool.random(using: &random) ? model.deals[deal].freelancer : anybody()
    let command = SubmitMilestone(
      caller: caller(user), request: nil, escrow: escrows[deal].id, position: Int16(part + 1),
      note: "here")
    _ = try await expect(model.submit(deal, part, by: user), command)
  }

  private mutating func releaseOne() async throws {
    guard let deal = deal() else { return }
    let part = Int.random(in: 0..<model.deals[deal].parts.count, using: &random)
    let user = Bool.random(using: &random) ? model.deals[deal].client : anybody()
    let command = ReleaseMilestone(
      caller: caller(user), request: nil, escrow: escrows[deal].id, position: Int16(part + 1))
    _ = try await expect(model.release(deal, [part], by: user), command)
  }

  private mutating func releaseAll() async throws {
    guard let deal = deal() else { return }
    let user = anybody()
    let command = ReleaseEscrow(caller: caller(user), request: nil, escrow: escrows[deal].id)
    let parts = Array(model.deals[deal].parts.indices)
    _ = try await expect(model.release(deal, parts, by: user), command)
  }

  private mutating func refund() async throws {
    guard let deal = deal() else { return }
    let user = anybody()
    let command = RefundEscrow(
      caller: caller(user), request: nil, escrow: escrows[deal].id, reason: "x")
    _ = try await expect(model.refund(deal, by: user), command)
  }

  private mutating func cancel() async throws {
    guard let deal = deal() else { return }
    let user = anybody()
    let command = CancelEscrow(caller: caller(user), request: nil, escrow: escrows[deal].id)
    _ = try await expect(model.cancel(deal, by: user), command)
  }

  private mutating func withdraw() async throws {
    let user = anybody()
    let amount = Int64.random(in: 1...60_000, using: &random) * 1000
    let limit = Int64.random(in: 0...500, using: &random) * 1000
    let command = CreatePayout(
      caller: caller(user), request: nil, user: .entity(user), amountMsat: amount,
      feeLimitMsat: limit, lightningAddress: "ada@example.org", provider: "simulator")
    let isAccepted = model.withdraw(amount, feeLimit: limit, by: user)
    if let payout = try await expect(isAccepted, command) { payouts.append(payout) }
  }

  private mutating func send() async throws {
    guard let index = payouts.indices.randomElement(using: &random) else { return }
    let command = BeginPayoutAttempt(
      payout: payouts[index].id, version: payouts[index].version, paymentRequest: "lnbc")
    if let begun = try await expect(model.send(index), command) { payouts[index] = begun }
  }

  private mutating func settle() async throws {
    guard let index = payouts.indices.randomElement(using: &random) else { return }
    let fee = Bool.random(using: &random) ? Int64.random(in: -1000...600_000, using: &random) : nil
    let outcome: Payout.Outcome =
      fee.map { .succeeded(feeMsat: $0, preimage: []) } ?? .failed(reason: "no route")
    let command = SettlePayout(payout: payouts[index].id, outcome: outcome)
    if let settled = try await expect(model.settle(index, fee: fee), command) {
      payouts[index] = settled
    }
  }
}
