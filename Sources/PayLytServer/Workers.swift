import PayLytCrypto
import PayLytRPC

/// The background work of one server loop, wired together: this is where capabilities meet.
struct Workers: Sendable {
  /// What the RPC face of payouts asks to look at once.
  let payoutWorker: PayoutWorker
  /// What our own node tells of its own accord; nil without one.
  private let nodeStream: LNDInvoiceStream?
  /// All that were made.
  private let workers: [Worker]

  init(
    service: ServiceContext, outside: Outside, keys: DetailKeys, mail: MailSettings?, log: Log,
    loop: EventLoop, bells: WorkerBells, metrics: ServerMetrics,
    exposure: ExposureLimits, faults: ProviderFaults?
  ) {
    let providers = outside.providers
    let database = service.database
    let committer = service.committer
    func setAside(_ worker: String) -> SetAside {
      SetAside(worker, log: log, count: metrics.worker(worker).setAside)
    }
    let payoutWorker = PayoutWorker(
      database: database, committer: committer, providers: providers, rail: outside.rail,
      keys: keys, clock: service.clock, log: log, setAside: setAside("payouts"),
      worldClock: service.worldClock)
    self.payoutWorker = payoutWorker
    // Each is made here, and what is made works: none can be forgotten.
    var workers: [Worker] = []
    func worker(
      _ name: String, every interval: Duration, with bell: Bell = Bell(), rest: Duration = .zero,
      _ step: @escaping @Sendable () async throws -> Bool
    ) {
      workers.append(
        Worker(
          name, every: interval, with: bell, rest: rest, on: loop, log: log,
          metrics: metrics.worker(name), step: step))
    }
    let reversalWatcher = ReversalWatcher(
      database: database, worker: payoutWorker, clock: service.clock)
    worker("payout_reversals", every: .seconds(60)) { try await reversalWatcher.step() }
    worker("payouts", every: .seconds(2), with: bells.payouts) { try await payoutWorker.step() }
    let depositWatcher = DepositWatcher(
      database: database, committer: committer, providers: providers, clock: service.clock, log: log
    )
    let inbound = InboundWorker(
      database: database, committer: committer, providers: providers, clock: service.clock,
      log: log, setAside: setAside("events"),
      deposits: { hash, paid in
        try await depositWatcher.receive(paymentHash: hash, paidMsat: paid)
      }, fault: faults?.ofWebhooks
    ) { reference in try await payoutWorker.ask(reference: reference) }
    let book: @Sendable ([UInt8], Int64) async throws -> Void = { paymentHash, paidMsat in
      let command = ReceivePayment(
        caller: .system("invoices"), paymentHash: paymentHash, paidMsat: paidMsat, event: nil)
      _ = try await committer.commit(command, deadline: nil) { .escrow(of: $0) }
    }
    nodeStream = outside.node.map { node in
      LNDInvoiceStream(
        provider: node, onLoss: { log.info("node not heard", ["error": "\($0)"]) },
        onSkip: { hash, error in
          log.warning(
            "payment not booked",
            ["payment_hash": Hex.encode(hash), "error": String(reflecting: error)])
        }, isMomentary: { $0.isMomentary }
      ) { hash, paid in
        guard try await !depositWatcher.receive(paymentHash: hash, paidMsat: paid) else { return }
        try await book(hash, paid)
      }
    }
    let onPaid: @Sendable (Invoice, Int64) async throws -> Void = { invoice, paidMsat in
      try await book(invoice.paymentHash, paidMsat)
    }
    let watcher = InvoiceWatcher(
      database: database, providers: providers, clock: service.clock, log: log, onPaid: onPaid,
      onExpired: { invoice in
        _ = try await committer.commit(ExpireInvoice(invoice: invoice.id), deadline: nil) {
          .none(of: $0)
        }
      })
    let gauge = ExchangeGauge(database: database, metrics: metrics.exchange(exposure))
    worker("exchange", every: .seconds(60)) { try await gauge.step() }
    let expiry = PendingExpiry(database: database, committer: committer, clock: service.clock)
    let unreleased = setAside("holds")
    worker("holds", every: .seconds(1)) { try await expiry.step(unreleased) }
    let schedules = ScheduleRunner(
      database: database, committer: committer, clock: service.clock,
      holder: .fresh(at: service.clock.now()),
      setAside: setAside("schedules"))
    worker("schedules", every: .seconds(1)) { try await schedules.step() }
    worker("events", every: .seconds(2), with: bells.events) { try await inbound.step() }
    let sweeper = Sweeper(
      database: database, duties: Self.sweeps(ours: service.clock, world: service.world))
    worker("sweeper", every: .seconds(60)) { try await sweeper.step() }
    worker("invoices", every: .seconds(15)) { try await watcher.step() }
    if outside.node != nil {
      let holdWorker = HoldWorker(
        database: database, committer: committer, clock: service.clock, providers: providers,
        keys: keys, log: log, gauge: metrics.underOtherKeys.holds, onPaid: onPaid)
      worker("held_payments", every: .seconds(1)) { try await holdWorker.step() }
    }
    worker("deposits", every: .seconds(15)) { try await depositWatcher.step() }
    let timerWorker = TimerWorker(
      database: database, clock: service.clock, log: log, fire: Self.timers(service))
    worker("timers", every: .seconds(1), with: bells.timers) { try await timerWorker.step() }
    let keeper = BeneficiaryKeeper(
      database: database, committer: committer, keys: keys, log: log,
      gauge: metrics.underOtherKeys.beneficiaries)
    let reconciler = ReconciliationWorker(
      database: database, committer: committer, providers: outside.comparedProviders,
      clock: service.clock,
      log: log
    ) { paymentHash in
      try await watcher.ask(paymentHash: paymentHash)
      try await depositWatcher.ask(paymentHash: paymentHash)
    }
    worker("reconciliation", every: .seconds(60), with: bells.reconciliation) {
      try await reconciler.step()
    }
    let callKeeper = ProviderCallKeeper(database: database, clock: service.world)
    worker("provider_calls", every: .seconds(60)) { try await callKeeper.step() }
    worker("beneficiaries", every: .seconds(60)) { try await keeper.step() }
    let webhookKeeper = WebhookKeeper(
      database: database, committer: committer, keys: keys, clock: service.clock, log: log,
      gauge: metrics.underOtherKeys.webhooks)
    worker("webhook_keeper", every: .seconds(60)) { try await webhookKeeper.step() }
    let notifier = Notifier(
      database: database, clock: service.clock, sendsMail: mail != nil, log: log,
      passed: metrics.worker("notifications").passed)
    // It rests only 50 ms: after a quarter of a second so much had gathered that one turn kept a core
    // busy for 30 ms, and every tenth decision waited for it.
    worker(
      "notifications", every: .seconds(2), with: service.sealed, rest: .milliseconds(50)
    ) { try await notifier.step() }
    if let mail {
      let letters = CodeLetters(
        database: database, key: service.secrets.mailedCodes.latest, links: mail.links,
        clock: service.clock)
      let mailWorker = MailWorker(
        database: database, sender: mail.sender, from: mail.from, clock: service.clock, log: log
      ) { try await letters.letter($0, to: $1) }
      worker("mails", every: .seconds(2)) { try await mailWorker.step() }
    }
    let standing = StandingGauge(
      database: database, clock: service.clock, metrics: metrics.standing)
    worker("standing", every: .seconds(60)) { try await standing.step() }
    self.workers = workers
  }

  /// What is removed after its time.
  static func sweeps(ours: any Clock, world: any Clock) -> [Sweeper.Duty] {
    let dated = [
      AuthStatements.sweepSessions, AuthStatements.sweepCodes, ExchangeStatements.sweep,
      ExchangeStatements.sweepPayouts,
      EventStatements.sweepConsumers, WebhookStatements.sweepSettled,
      WebhookStatements.sweepFailed, NotificationStatements.sweep,
      NotificationStatements.sweepSentMails, NotificationStatements.sweepDeadMails,
    ]
    let datedOutside = [ApiKeyStatements.sweepNonces, ProviderCallStatements.sweep]
    return dated.map { .init(sweep: $0, clock: ours) }
      + datedOutside.map { .init(sweep: $0, clock: world) }
  }

  /// What each kind of timer does.
  private static func timers(
    _ service: ServiceContext
  ) -> @Sendable (Timer) async throws -> Timer.Outcome {
    let escrows = EscrowTimers(service: service)
    let jobs = JobTimers(service: service)
    let disputes = DisputeTimers(service: service)
    let files = FileStore(service: service)
    return { timer in
      switch timer.kind {
      case .fundingEnds: try await jobs.fundingEnds(timer)
      case .reviewEnds: try await escrows.reviewEnds(timer)
      case .refundDue: try await escrows.refundDue(timer)
      case .evidenceEnds: try await disputes.evidenceEnds(timer)
      case .jobEnds: try await jobs.jobEnds(timer)
      case .uploadEnds: try await files.uploadEnds(timer)
      }
    }
  }

  var all: [@Sendable () async -> Void] {
    var work = workers.map { worker in { @Sendable () async in await worker.run() } }
    if let nodeStream { work.append { await nodeStream.run() } }
    return work
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
