import Lightning
import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI

/// One escrow from job to payout, told by the typed client over TLS.
struct DemoStory: Sendable {
  private static let password = "correct horse battery staple"
  private let addresses: Server.Addresses
  private let channel: Channel

  init(_ addresses: Server.Addresses) throws {
    self.addresses = addresses
    let endpoint = try Endpoint(addresses.grpc, option: "listen")
    let tls = try TLSContext.client(trust: .pinned(file: addresses.certificate))
    channel = try Channel(
      host: endpoint.host, port: endpoint.port,
      configuration: ChannelConfiguration(tls: tls))
  }

  func tell() async throws {
    let client = try await register("Ada the client", .client)
    let freelancer = try await register("Femi the freelancer", .freelancer)
    let job = try await post(client)
    let escrow = try await accept(job, freelancer)
    try await fund(escrow, client)
    try await work(escrow, client, freelancer)
    try await payOut(freelancer)
    try await showReceipts(escrow, client)
    try await showBooks()
    await channel.close()
  }

  // MARK: The story

  private func register(_ name: String, _ role: Role) async throws -> DemoUser {
    let session = try await AuthServiceClient(channel).register(
      RegisterRequest(
        requestID: newRequestID(), email: "\(newRequestID())@example.com",
        password: Self.password, displayName: name, roles: [role]))
    say("Registered \(name)", session.user?.name ?? "")
    return try DemoUser(session)
  }

  private func post(_ client: DemoUser) async throws -> PayLytAPI.Job {
    let deadline = SystemClock().now().adding(seconds: 14 * 24 * 3600)
    let job = try await JobServiceClient(channel).createJob(
      CreateJobRequest(
        requestID: newRequestID(), title: "A logo and a landing page",
        description: "Three drafts to choose from, then the final files.",
        milestones: [
          MilestoneTerms(title: "Three drafts", amount: .msat(80_000_000)),
          MilestoneTerms(title: "Final files", amount: .msat(120_000_000)),
        ], localCurrency: "NGN", deadline: ProtoTimestamp(deadline)),
      options: client.options)
    say(
      "Ada posts a job of two milestones",
      """
      \(job.name)
      \(sats(job.amount)), worth \(local(job.localValue)) now
      She pays \(sats(job.clientPays)), the freelancer gets \(sats(job.freelancerGets))
      """)
    return job
  }

  private func accept(_ job: PayLytAPI.Job, _ freelancer: DemoUser) async throws -> String {
    let accepted = try await JobServiceClient(channel).acceptTerms(
      AcceptTermsRequest(
        requestID: newRequestID(), name: job.name, termsSha256: job.termsSha256),
      options: freelancer.options)
    say("Femi accepts exactly these terms", "\(Hex.encode(job.termsSha256))\n\(accepted.escrow)")
    return accepted.escrow
  }

  private func fund(_ escrow: String, _ client: DemoUser) async throws {
    let escrows = EscrowServiceClient(channel)
    let funding = try await escrows.fundEscrow(
      FundEscrowRequest(requestID: newRequestID(), name: escrow), options: client.options)
    let invoice = try BOLT11Invoice(funding.paymentRequest)
    say(
      "Ada gets a Lightning invoice over \(sats(.msat(invoice.amountMsat ?? 0)))",
      "\(funding.paymentRequest)\n"
        + (try QRCode(funding.qrText).terminalText(isColored: Output.isTerminal)))
    say("The simulator pays; its signed webhook arrives", "")
    let states = try await escrows.watchEscrow(
      WatchEscrowRequest(name: escrow), options: client.options)
    for try await held in states {
      note("\(held.state), \(sats(held.available)) held")
      if held.state == .paidLocked { break }
    }
    states.cancel()
  }

  private func work(
    _ escrow: String, _ client: DemoUser, _ freelancer: DemoUser
  ) async throws {
    let escrows = EscrowServiceClient(channel)
    let submitted = try await escrows.submitMilestone(
      SubmitMilestoneRequest(
        requestID: newRequestID(), name: "\(escrow)/milestones/1",
        deliveryNote: "https://example.com/drafts"), options: freelancer.options)
    say("Femi delivers the drafts", "\(submitted.state)")

    let request = ReleaseMilestoneRequest(
      requestID: newRequestID(), name: "\(escrow)/milestones/1")
    let released = try await escrows.releaseMilestone(request, options: client.options)
    say(
      "Ada approves milestone 1",
      "\(released.state): \(sats(released.released)) released, "
        + "\(sats(released.available)) still held")
    let again = try await escrows.releaseMilestone(request, options: client.options)
    note("the same request once more changes nothing: version \(again.version) both times")

    let finished = try await escrows.releaseEscrow(
      ReleaseEscrowRequest(requestID: newRequestID(), name: escrow), options: client.options)
    say(
      "Ada approves the rest",
      "\(finished.state): \(sats(finished.released)) released, "
        + "of which \(sats(finished.feeTaken)) fee")
  }

  private func payOut(_ freelancer: DemoUser) async throws {
    let wallet = try await WalletServiceClient(channel).getWallet(
      GetWalletRequest(), options: freelancer.options)
    let balance = wallet.balances.first { $0.asset == "BTC" }?.units ?? 0
    say("Femi's wallet", sats(.msat(balance)))
    let payouts = PayoutServiceClient(channel)
    let domain = (addresses.simulator ?? "").replacing("http://", with: "")
    let payout = try await payouts.createPayout(
      CreatePayoutRequest(
        requestID: newRequestID(), amount: .msat(150_000_000),
        lightningAddress: "femi@\(domain)"), options: freelancer.options)
    say("Femi withdraws to a Lightning address", "\(payout.lightningAddress)\n\(payout.name)")
    var last = payout
    let states = try await payouts.watchPayout(
      WatchPayoutRequest(name: payout.name), options: freelancer.options)
    for try await state in states {
      note("\(state.state)")
      last = state
    }
    guard last.state == .succeeded else { throw Unfinished("the payout is \(last.state)") }
    note("fee \(sats(last.fee)), proof of payment \(Hex.encode(last.preimage))")
  }

  private func showReceipts(_ escrow: String, _ client: DemoUser) async throws {
    let answer = try await EscrowServiceClient(channel).listReceipts(
      ListReceiptsRequest(parent: escrow), options: client.options)
    say("Receipts, for both parties", "")
    for receipt in answer.receipts {
      note(
        "\(receipt.lines.joined(separator: ", ")): \(sats(receipt.gross)) less "
          + "\(sats(receipt.fee)) fee is \(sats(receipt.net)); "
          + "signed \(Hex.encode(receipt.signature.prefix(8)))… by key \(receipt.keyID)")
    }
  }

  // MARK: The books

  private func showBooks() async throws {
    let email = "\(newRequestID())@example.com"
    try await AdminCommand.createUser(
      email: email, name: "An operator", password: Self.password, database: addresses.database)
    let admin = try DemoUser(
      await AuthServiceClient(channel).login(
        LoginRequest(email: email, password: Self.password)))
    let balance = try await LedgerServiceClient(channel).getTrialBalance(
      GetTrialBalanceRequest(verify: true), options: admin.options)
    say("The trial balance", "")
    note(Self.row("account", "asset", "debits", "credits"))
    for line in balance.lines {
      note(Self.row(line.accountKind, line.asset, "\(line.debits)", "\(line.credits)"))
    }
    note(
      "difference \(balance.difference), accounts off \(balance.accountsOff), "
        + "escrows off \(balance.escrowsOff)")
    guard balance.difference == 0, balance.accountsOff == 0, balance.escrowsOff == 0 else {
      throw Unfinished("the books are wrong")
    }
    let log = try await EventServiceClient(channel).listEvents(
      ListEventsRequest(pageSize: 200), options: admin.options)
    say("The event log", "")
    for event in log.events {
      note(Self.padded(event.type, 28) + Self.padded(event.subject, 46) + event.actor)
    }
    try await showAudit(admin)
  }

  private func showAudit(_ admin: DemoUser) async throws {
    let audit = AuditServiceClient(channel)
    let verified = try await audit.verifyAuditChain(
      VerifyAuditChainRequest(), options: admin.options)
    say("The audit log", "")
    guard verified.problem == nil, verified.isComplete, let checkpoint = verified.checkpoint else {
      throw Unfinished(
        "the audit log is wrong: \(verified.problem?.description ?? "it has no end")")
    }
    note(
      "\(verified.entriesVerified) entries in \(verified.checkpointsVerified) sealed batches: "
        + "every one is as it was sealed")
    note("checkpoint at \(checkpoint.lastPosition), chain \(Hex.encode(checkpoint.chainHash))")
    let key = try await audit.getAuditKey(GetAuditKeyRequest())
    note("signed \(Hex.encode(checkpoint.signature.prefix(8)))… by key \(key.keyID)")
  }

  private struct Unfinished: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  // MARK: Telling

  private func say(_ title: String, _ text: String) {
    Output.line("\n● \(title)")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !text.isEmpty {
      note(String(line))
    }
  }

  private func note(_ text: String) { Output.line("  \(text)") }

  private func sats(_ money: PayLytAPI.Money?) -> String {
    let units = money?.units ?? 0
    return units % 1000 == 0 ? "\(units / 1000) sat" : "\(units) msat"
  }

  private func local(_ money: PayLytAPI.Money?) -> String {
    let units = money?.units ?? 0
    let cents = units % 100
    return "\(units / 100).\(cents < 10 ? "0" : "")\(cents) \(money?.asset ?? "")"
  }

  private func newRequestID() -> String {
    UUID.fresh(at: SystemClock().now()).description
  }

  private static func row(
    _ account: String, _ asset: String, _ debits: String, _ credits: String
  ) -> String {
    padded(account, 20) + padded(asset, 8) + aligned(debits, 14) + aligned(credits, 14)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

/// A signed-in user of the demo.
struct DemoUser: Sendable {
  let options: CallOptions

  init(_ session: PayLytAPI.Session) throws {
    var options = CallOptions()
    try options.metadata.add("authorization", "Bearer \(session.accessToken)")
    options.timeout = .seconds(60)
    self.options = options
  }
}
