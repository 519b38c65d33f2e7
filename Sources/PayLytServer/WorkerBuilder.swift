import PayLytCrypto
import PayLytRPC

/// Makes the workers of one server loop, by what they work for. Each is made here, and what is made
/// works: none can be forgotten.
struct WorkerBuilder {
  private let service: ServiceContext
  private let outside: Outside
  private let parts: ServerLoop.Parts
  private let loop: EventLoop
  private(set) var workers: [Worker] = []

  init(
    _ service: ServiceContext, _ outside: Outside, _ parts: ServerLoop.Parts, on loop: EventLoop
  ) {
    self.service = service
    self.outside = outside
    self.parts = parts
    self.loop = loop
  }

  private var database: Database { service.database }
  private var committer: Committer { service.committer }
  private var log: Log { parts.log }

  private mutating func add(
    _ name: String, every interval: Duration, with bell: Bell = Bell(), rest: Duration = .zero,
    _ step: @escaping @Sendable () async throws -> Bool
  ) {
    workers.append(
      Worker(
        name, every: interval, with: bell, rest: rest, on: loop, log: log,
        metrics: parts.metrics.worker(name), step: step))
  }

  private func setAside(_ worker: String) -> SetAside {
    SetAside(worker, log: log, count: parts.metrics.worker(worker).setAside)
  }

  // MARK: Payouts

  /// - Returns: what the RPC face of payouts asks to look at once.
  mutating func addPayouts() -> PayoutWorker {
    let worker = PayoutWorker(
      database: database, committer: committer, providers: outside.providers, rail: outside.rail,
      keys: parts.detailKeys, clock: service.clock, log: log, setAside: setAside("payouts"),
      worldClock: service.worldClock)
    let bell = parts.workerBells.payouts
    workers.append(
      Worker(
        "payouts", every: .seconds(2), with: bell, on: loop, log: log,
        metrics: parts.metrics.worker("payouts")
      ) { group in try await worker.begin(in: &group, freed: bell) })
    let reversals = ReversalWatcher(database: database, worker: worker, clock: service.clock)
    add("payout_reversals", every: .seconds(60)) { try await reversals.step() }
    let gauge = ExchangeGauge(
      database: database, metrics: parts.metrics.exchange(parts.exchange.exposure))
    add("exchange", every: .seconds(60)) { try await gauge.step() }
    return worker
  }

  // MARK: Payments that come in

  /// - Returns: what our own node tells of its own accord; nil without one.
  mutating func addReceipts(_ payouts: PayoutWorker, _ faults: ProviderFaults?) -> LNDInvoiceStream?
  {
    let deposits = DepositWatcher(
      database: database, committer: committer, providers: outside.providers, clock: service.clock,
      log: log)
    let book = Self.booking(committer)
    addEvents(payouts, deposits, faults)
    addUnpaid(deposits, book)
    return outside.node.map { nodeStream($0, deposits, book) }
  }

  private typealias Booking =
    @Sendable (_ paymentHash: [UInt8], _ paidMsat: Int64) async throws -> Void

  /// Books what was paid on an invoice.
  private static func booking(_ committer: Committer) -> Booking {
    { paymentHash, paidMsat in
      let command = ReceivePayment(
        caller: .system("invoices"), paymentHash: paymentHash, paidMsat: paidMsat, event: nil)
      _ = try await committer.commit(command, deadline: nil) { .escrow(of: $0) }
    }
  }

  /// What the provider's webhooks tell.
  private mutating func addEvents(
    _ payouts: PayoutWorker, _ deposits: DepositWatcher, _ faults: ProviderFaults?
  ) {
    let inbound = InboundWorker(
      database: database, committer: committer, providers: outside.providers, clock: service.clock,
      log: log, setAside: setAside("events"),
      deposits: { hash, paid in
        try await deposits.receive(paymentHash: hash, paidMsat: paid)
      }, fault: faults?.ofWebhooks
    ) { reference in try await payouts.ask(reference: reference) }
    add("events", every: .seconds(2), with: parts.workerBells.events) { try await inbound.step() }
  }

  /// What is asked for in case nobody told of it.
  private mutating func addUnpaid(_ deposits: DepositWatcher, _ book: @escaping Booking) {
    let onPaid: @Sendable (Invoice, Int64) async throws -> Void = { invoice, paidMsat in
      try await book(invoice.paymentHash, paidMsat)
    }
    let committer = committer
    let invoices = InvoiceWatcher(
      database: database, providers: outside.providers, clock: service.clock, log: log,
      onPaid: onPaid,
      onExpired: { invoice in
        _ = try await committer.commit(ExpireInvoice(invoice: invoice.id), deadline: nil) {
          .none(of: $0)
        }
      })
    add("invoices", every: .seconds(15)) { try await invoices.step() }
    add("deposits", every: .seconds(15)) { try await deposits.step() }
    if outside.node != nil {
      let holds = HoldWorker(
        database: database, committer: committer, clock: service.clock,
        providers: outside.providers, keys: parts.detailKeys, log: log,
        gauge: parts.metrics.underOtherKeys.holds, onPaid: onPaid)
      add("held_payments", every: .seconds(1)) { try await holds.step() }
    }
    let reconciler = ReconciliationWorker(
      database: database, committer: committer, providers: outside.comparedProviders,
      clock: service.clock, log: log
    ) { paymentHash in
      try await invoices.ask(paymentHash: paymentHash)
      try await deposits.ask(paymentHash: paymentHash)
    }
    add("reconciliation", every: .seconds(60), with: parts.workerBells.reconciliation) {
      try await reconciler.step()
    }
  }

  private func nodeStream(
    _ node: LNDProvider, _ deposits: DepositWatcher, _ book: @escaping Booking
  ) -> LNDInvoiceStream {
    let log = log
    return LNDInvoiceStream(
      provider: node, onLoss: { log.info("node not heard", ["error": "\($0)"]) },
      onSkip: { hash, error in
        log.warning(
          "payment not booked",
          ["payment_hash": Hex.encode(hash), "error": String(reflecting: error)])
      }, isMomentary: { $0.isMomentary }
    ) { hash, paid in
      guard try await !deposits.receive(paymentHash: hash, paidMsat: paid) else { return }
      try await book(hash, paid)
    }
  }

  // MARK: What has its time

  mutating func addClockwork() {
    let timers = TimerWorker(
      database: database, clock: service.clock, log: log,
      fire: Workers.timers(service, isSandbox: parts.sandbox != nil))
    add("timers", every: .seconds(1), with: parts.workerBells.timers) { try await timers.step() }
    let expiry = PendingExpiry(database: database, committer: committer, clock: service.clock)
    let unreleased = setAside("holds")
    add("holds", every: .seconds(1)) { try await expiry.step(unreleased) }
    let schedules = ScheduleRunner(
      database: database, committer: committer, clock: service.clock,
      holder: .fresh(at: service.clock.now()), setAside: setAside("schedules"))
    add("schedules", every: .seconds(1)) { try await schedules.step() }
  }

  // MARK: What is kept in order

  mutating func addKeepers() {
    let sweeper = Sweeper(
      database: database, duties: Workers.sweeps(ours: service.clock, world: service.world))
    add("sweeper", every: .seconds(60)) { try await sweeper.step() }
    let calls = ProviderCallKeeper(database: database, clock: service.world)
    add("provider_calls", every: .seconds(60)) { try await calls.step() }
    let beneficiaries = BeneficiaryKeeper(
      database: database, committer: committer, keys: parts.detailKeys, log: log,
      gauge: parts.metrics.underOtherKeys.beneficiaries)
    add("beneficiaries", every: .seconds(60)) { try await beneficiaries.step() }
    let webhooks = WebhookKeeper(
      database: database, committer: committer, keys: parts.detailKeys, clock: service.clock,
      log: log, gauge: parts.metrics.underOtherKeys.webhooks)
    add("webhook_keeper", every: .seconds(60)) { try await webhooks.step() }
    let kycCases = KycKeeper(
      database: database, committer: committer, keys: parts.detailKeys, log: log,
      gauge: parts.metrics.underOtherKeys.kycCases)
    add("kyc_keeper", every: .seconds(60)) { try await kycCases.step() }
    let standing = StandingGauge(
      database: database, clock: service.clock, metrics: parts.metrics.standing)
    add("standing", every: .seconds(60)) { try await standing.step() }
    let float = FloatGauge(
      database: database, accounts: outside.providerDuties.map(\.account),
      metrics: parts.metrics.float)
    add("float", every: .seconds(60)) { try await float.step() }
  }

  // MARK: What people are told

  mutating func addNotifications() {
    let notifier = Notifier(
      database: database, clock: service.clock, sendsMail: parts.mail != nil, log: log,
      passed: parts.metrics.worker("notifications").passed)
    // It rests only 50 ms: after a quarter of a second so much had gathered that one turn kept a
    // core busy for 30 ms, and every tenth decision waited for it.
    add(
      "notifications", every: .seconds(2), with: service.sealed, rest: .milliseconds(50)
    ) { try await notifier.step() }
    guard let mail = parts.mail else { return }
    let letters = CodeLetters(
      database: database, key: service.secrets.mailedCodes.latest, links: mail.links,
      clock: service.clock)
    let mails = MailWorker(
      database: database, sender: mail.sender, from: mail.from, clock: service.clock, log: log
    ) { try await letters.letter($0, to: $1) }
    add("mails", every: .seconds(2)) { try await mails.step() }
  }
}

extension ProviderFaults {
  /// How an event goes wrong that is about something of the user who asked for it.
  fileprivate var ofWebhooks: @Sendable (BitnobEvent) async throws -> InboundWorker.Fault? {
    { event in
      let fault = try await take(
        .webhook, reference: event.reference ?? "", paymentHash: event.paymentHash ?? [])
      switch fault?.kind {
      case .loseAnswer: return .lost
      case .delay: return .late(milliseconds: Int64(fault?.delayMilliseconds ?? 0))
      case .duplicate: return .twice
      case .refuse, .timeOut, .fail, nil: return nil
      }
    }
  }
}
