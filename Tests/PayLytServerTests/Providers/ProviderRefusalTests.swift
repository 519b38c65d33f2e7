import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

/// What callers hear when the provider is of no help, of each method that asks it.
@Suite("Refusals that come from the provider", .timeLimit(.minutes(5)))
struct ProviderRefusalTests {
  /// Somebody with a bank account, an escrow to pay into, and an invoice of it that is over.
  private struct Scene: Sendable {
    let channel: Channel
    let guest: Guest
    let other: Guest

    var options: CallOptions { guest.options }
    var id: String { "\(UUID.random())" }
    var bank: Destination {
      Destination(
        destination: .bankAccount(
          BankAccount(
            country: "NG", bankCode: "058", accountNumber: "0123456789", accountName: "Ada")))
    }

    func money(_ asset: Asset, _ units: Int64) -> PayLytAPI.Money {
      PayLytAPI.Money(asset: asset.rawValue, units: units)
    }
  }

  private static let escrow = UUID.entity(10)
  private static let invoice = UUID.entity(50)
  private static let beneficiary = UUID.entity(30)

  /// One call, and what it hears by the provider's mood; where it names none, it is not tried.
  private struct Line: Sendable {
    let call: String
    let reasons: [CannedProvider: String]
    let send: @Sendable (Scene) async throws -> Void

    /// One that hears the same whatever the mood.
    init(
      _ call: String, always reason: String,
      _ send: @escaping @Sendable (Scene) async throws -> Void
    ) {
      self.call = call
      reasons = Dictionary(uniqueKeysWithValues: CannedProvider.allCases.map { ($0, reason) })
      self.send = send
    }

    init(
      _ call: String, stale: String? = nil, worthless: String? = nil, homely: String? = nil,
      late: String? = nil,
      _ send: @escaping @Sendable (Scene) async throws -> Void
    ) {
      self.call = call
      var reasons: [CannedProvider: String] = [
        .away: "PROVIDER_DOWN", .refusing: "PROVIDER_REFUSED",
      ]
      reasons[.stale] = stale
      reasons[.worthless] = worthless
      reasons[.homely] = homely
      reasons[.late] = late
      self.reasons = reasons
      self.send = send
    }
  }

  private static let lines: [Line] = exchange + destinations + payments

  private static let exchange = [
    Line("GetRate", stale: "RATE_UNAVAILABLE") { scene in
      _ = try await FxServiceClient(scene.channel).getRate(
        GetRateRequest(currency: "NGN"), options: scene.options)
    },
    Line("CreateQuote", stale: "RATE_UNAVAILABLE", worthless: "AMOUNT_TOO_SMALL") { scene in
      _ = try await FxServiceClient(scene.channel).createQuote(
        CreateQuoteRequest(
          requestID: scene.id, fromAsset: "BTC", toAsset: "NGN", amount: .fromUnits(1_000)),
        options: scene.options)
    },
    Line("TransferFunds of naira", stale: "RATE_UNAVAILABLE") { scene in
      _ = try await WalletServiceClient(scene.channel).transferFunds(
        TransferFundsRequest(
          requestID: scene.id, to: "users/\(scene.other.id)", amount: scene.money(.ngn, 5)),
        options: scene.options)
    },
  ]

  private static let destinations = [
    Line("ListCorridors") { scene in
      _ = try await BeneficiaryServiceClient(scene.channel).listCorridors(
        ListCorridorsRequest(), options: scene.options)
    },
    Line("CreateBeneficiary", homely: "NO_CORRIDOR") { scene in
      _ = try await BeneficiaryServiceClient(scene.channel).createBeneficiary(
        CreateBeneficiaryRequest(requestID: scene.id, destination: scene.bank, label: "x"),
        options: scene.options)
    },
    Line("ResolveBeneficiary", homely: "NO_CORRIDOR") { scene in
      _ = try await BeneficiaryServiceClient(scene.channel).resolveBeneficiary(
        ResolveBeneficiaryRequest(destination: scene.bank), options: scene.options)
    },
    // Their own services are asked, whatever the provider's mood.
    Line("ResolveBeneficiary of no domain", always: "NOT_FOUND") { scene in
      try await resolve(scene, "ada@\(String(repeating: "a", count: 60)).invalid")
    },
    Line("ResolveBeneficiary of a silent service", always: "PROVIDER_DOWN") { scene in
      try await resolve(scene, "ada@127.0.0.1:1")
    },
    Line("CreatePayoutQuote", homely: "NO_CORRIDOR") { scene in
      try await quote(scene, scene.money(.btc, 1_000_000))
    },
    Line("CreatePayoutQuote of a kobo", stale: "LIMIT_EXCEEDED") { scene in
      try await quote(scene, scene.money(.ngn, 1))
    },
    Line(
      "CreatePayoutQuote, tried out", stale: "RATE_UNAVAILABLE", worthless: "AMOUNT_TOO_SMALL"
    ) { scene in
      try await quote(scene, scene.money(.btc, 1_000), isRehearsal: true)
    },
  ]

  private static let payments = [
    Line("CreateDeposit", late: "PROVIDER_REFUSED") { scene in
      _ = try await WalletServiceClient(scene.channel).createDeposit(
        CreateDepositRequest(requestID: scene.id, amount: scene.money(.btc, 1_000_000)),
        options: scene.options)
    },
    Line("FundEscrow", late: "PROVIDER_REFUSED") { scene in
      _ = try await EscrowServiceClient(scene.channel).fundEscrow(
        FundEscrowRequest(requestID: scene.id, name: "escrows/\(escrow)"), options: scene.options)
    },
    Line("FundEscrow, held back", always: "HOLD_INVOICES_UNSUPPORTED") { scene in
      _ = try await EscrowServiceClient(scene.channel).fundEscrow(
        FundEscrowRequest(requestID: scene.id, name: "escrows/\(escrow)", hold: true),
        options: scene.options)
    },
    Line("RefreshInvoice, held back", always: "HOLD_INVOICES_UNSUPPORTED") { scene in
      _ = try await InvoiceServiceClient(scene.channel).refreshInvoice(
        RefreshInvoiceRequest(requestID: scene.id, name: "invoices/\(invoice)", hold: true),
        options: scene.options)
    },
    Line("RefreshInvoice", late: "PROVIDER_REFUSED") { scene in
      _ = try await InvoiceServiceClient(scene.channel).refreshInvoice(
        RefreshInvoiceRequest(requestID: scene.id, name: "invoices/\(invoice)"),
        options: scene.options)
    },
  ]

  private static func resolve(_ scene: Scene, _ address: String) async throws {
    _ = try await BeneficiaryServiceClient(scene.channel).resolveBeneficiary(
      ResolveBeneficiaryRequest(destination: Destination(destination: .lightningAddress(address))),
      options: scene.options)
  }

  private static func quote(
    _ scene: Scene, _ amount: PayLytAPI.Money, isRehearsal: Bool = false
  ) async throws {
    _ = try await PayoutServiceClient(scene.channel).createPayoutQuote(
      CreatePayoutQuoteRequest(
        requestID: scene.id, beneficiary: "beneficiaries/\(beneficiary)", amount: amount,
        validateOnly: isRehearsal), options: scene.options)
  }

  /// A job is over bitcoin: without a rate, or with an old one, it only is not shown in naira.
  private static func post(_ scene: Scene, while mood: CannedProvider) async throws {
    let jobs = JobServiceClient(scene.channel)
    let posted = try await jobs.createJob(
      CreateJobRequest(
        requestID: scene.id, title: "x", description: "y",
        milestones: [MilestoneTerms(title: "z", amount: scene.money(.btc, 1_000_000))],
        localCurrency: "NGN",
        deadline: ProtoTimestamp(SystemClock().now().adding(seconds: 86_400))),
      options: scene.options)
    let isPriced =
      switch mood {
      case .away, .refusing, .stale: false
      case .worthless, .homely, .late: true
      }
    #expect((posted.localValue != nil) == isPriced)
    #expect((posted.rate != nil) == isPriced && (posted.rateTime != nil) == isPriced)
    let read = try await jobs.getJob(GetJobRequest(name: posted.name), options: scene.options)
    #expect(read == posted)
    // It stays without one, and is found by searches that ask for none.
    let edited = try await jobs.addMilestone(
      AddMilestoneRequest(
        requestID: scene.id, parent: posted.name,
        milestone: MilestoneTerms(title: "w", amount: scene.money(.btc, 1_000_000))),
      options: scene.options)
    #expect((edited.localValue != nil) == isPriced)
    for (filter, isFound) in [
      ("", true), ("local_currency = NGN", true), ("local_value >= 0", isPriced),
      ("local_value < 900000000", isPriced), ("local_value != 7", isPriced),
    ] {
      let found = try await jobs.listJobs(
        ListJobsRequest(filter: filter), options: scene.options)
      #expect(found.jobs.map(\.name) == (isFound ? [posted.name] : []), "\(filter)")
    }
  }

  private static func prepare(_ engine: Engine, client: UUID, freelancer: UUID) async throws {
    let now = SystemClock().now()
    let amount: Int64 = 1_000_000
    var held = Escrow(
      opening: escrow, job: .entity(11), client: client, freelancer: freelancer,
      amountMsat: amount,
      terms: EscrowTerms(
        .fixture, fees: .fixture, deadline: now.adding(seconds: 86_400), openedAt: now), at: now)
    held.state = .awaitingPayment
    held.invoicesMade = 1
    try await engine.commit(PutRow(row: held))
    try await engine.commit(
      PutRow(
        row: Milestone(
          opening: .entity(101), escrow: escrow, position: 1, title: "x", amountMsat: amount)))
    try await engine.commit(
      PutRow(
        row: Invoice(
          id: invoice, escrow: escrow, provider: "bitnob", reference: "escrow-x",
          providerID: "1", paymentHash: [UInt8](repeating: 1, count: 32), paymentRequest: "lnbc1",
          amountMsat: amount, paidMsat: 0, state: .expired,
          createdAt: now.adding(seconds: -3600), expiresAt: now.adding(seconds: -60))))
    try await engine.commit(
      PutRow(
        row: Beneficiary(
          id: beneficiary, user: client, destination: BeneficiaryTests.bank, label: "x",
          currency: .ngn, keys: .fixture, at: now)))
  }

  @Test(
    "each method says what the provider's mood means for it", arguments: CannedProvider.allCases)
  func table(provider: CannedProvider) async throws {
    // Where transfers are limited, their worth is asked for.
    let policy = AccessPolicy(caps: [.basic: .init(payoutMsat: 1_000_000)])
    try await provider.with { url in
      try await withNodes(1, provider: url, policy: policy) { conninfo, nodes in
        let guest = try await nodes[0].register("ada", roles: [.client, .freelancer])
        let other = try await nodes[0].register("ben", roles: [.freelancer])
        try await withEngine(conninfo, stripe: 3) { engine in
          try await Self.prepare(engine, client: guest.id, freelancer: other.id)
        }
        let scene = Scene(channel: nodes[0].channel, guest: guest, other: other)
        for line in Self.lines {
          guard let expected = line.reasons[provider] else { continue }
          #expect(await reason { try await line.send(scene) } == expected, "\(line.call)")
        }
        try await Self.post(scene, while: provider)
        // Nothing of it was kept.
        try await withEngine(conninfo, stripe: 3) { engine in
          let invoices = try await engine.database.query(
            InvoiceStatements.invoicesOfEscrow, [.uuid(Self.escrow)])
          #expect(invoices.map(\.id) == [Self.invoice])
          #expect(try await engine.discrepancies() == 0)
        }
      }
    }
  }
}
