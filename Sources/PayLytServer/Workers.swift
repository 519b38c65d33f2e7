import PayLytRPC

/// The background work of one server loop, wired together: this is where capabilities meet.
struct Workers: Sendable {
  let payouts: Worker
  let events: Worker
  let invoices: Worker
  let sessions: Worker
  let deposits: Worker
  let holds: Worker
  let timers: Worker
  let beneficiaries: Worker
  let reconciliation: Worker
  let webhooks: Worker
  let notifications: Worker
  /// nil when nobody sends e-mails.
  let mails: Worker?
  /// What the RPC face of payouts asks to look at once.
  let payoutWorker: PayoutWorker
  /// What our own node tells of its own accord; nil without one.
  private let nodeStream: LNDInvoiceStream?

  init(
    service: ServiceContext, outside: Outside, keys: DetailKeys, post: Post?, log: Log,
    loop: EventLoop,
    metrics: ServerMetrics
  ) {
    let providers = outside.providers
    let database = service.database
    let committer = service.committer
    let payoutWorker = PayoutWorker(
      database: database, committer: committer, providers: providers, rail: outside.rail,
      keys: keys,
      clock: service.clock, log: log)
    self.payoutWorker = payoutWorker
    func worker(
      _ name: String, every interval: Duration, _ step: @escaping @Sendable () async throws -> Bool
    ) -> Worker {
      Worker(name, every: interval, on: loop, log: log, metrics: metrics.worker(name), step: step)
    }
    let payouts = worker("payouts", every: .seconds(2)) { try await payoutWorker.step() }
    let depositWatcher = DepositWatcher(
      database: database, committer: committer, providers: providers, clock: service.clock, log: log
    )
    let inbound = InboundWorker(
      database: database, committer: committer, providers: providers, clock: service.clock,
      log: log,
      deposits: { hash, paid in
        try await depositWatcher.receive(paymentHash: hash, paidMsat: paid)
      }
    ) { reference in try await payoutWorker.ask(reference: reference) }
    nodeStream = outside.node.map { node in
      LNDInvoiceStream(
        provider: node, onLoss: { log.info("node not heard", ["error": "\($0)"]) }
      ) { hash, paid in
        guard try await !depositWatcher.receive(paymentHash: hash, paidMsat: paid) else { return }
        let command = ReceivePayment(
          caller: .system("invoices"), paymentHash: hash, paidMsat: paid, event: nil)
        _ = try await committer.commit(command, deadline: nil) { .escrow(of: $0) }
      }
    }
    let watcher = InvoiceWatcher(
      database: database, providers: providers, clock: service.clock, log: log,
      onPaid: { invoice, paidMsat in
        let command = ReceivePayment(
          caller: .system("invoices"), paymentHash: invoice.paymentHash, paidMsat: paidMsat,
          event: nil)
        _ = try await committer.commit(command, deadline: nil) { .escrow(of: $0) }
      },
      onExpired: { invoice in
        _ = try await committer.commit(ExpireInvoice(invoice: invoice.id), deadline: nil) {
          .none(of: $0)
        }
      })
    let expiry = PendingExpiry(database: database, committer: committer, clock: service.clock)
    holds = worker("holds", every: .seconds(1)) { try await expiry.step() }
    self.payouts = payouts
    events = worker("events", every: .seconds(2)) { try await inbound.step() }
    let sweeper = AuthSweeper(database: database, clock: service.clock)
    sessions = worker("sessions", every: .seconds(60)) { try await sweeper.step() }
    invoices = worker("invoices", every: .seconds(15)) { try await watcher.step() }
    deposits = worker("deposits", every: .seconds(15)) { try await depositWatcher.step() }
    let timerWorker = TimerWorker(
      database: database, clock: service.clock, log: log, fire: Self.timers(service))
    timers = worker("timers", every: .seconds(1)) { try await timerWorker.step() }
    let keeper = BeneficiaryKeeper(
      database: database, committer: committer, keys: keys, log: log)
    let reconciler = ReconciliationWorker(
      database: database, committer: committer, shelves: outside.shelves, clock: service.clock,
      log: log)
    reconciliation = worker("reconciliation", every: .seconds(60)) { try await reconciler.step() }
    beneficiaries = worker("beneficiaries", every: .seconds(60)) { try await keeper.step() }
    let webhookKeeper = WebhookKeeper(
      database: database, committer: committer, keys: keys, clock: service.clock, log: log)
    webhooks = worker("webhook_keeper", every: .seconds(60)) { try await webhookKeeper.step() }
    let notifier = Notifier(database: database, clock: service.clock, sendsMail: post != nil)
    notifications = worker("notifications", every: .seconds(1)) { try await notifier.step() }
    mails = post.map { post in
      let mailWorker = MailWorker(
        database: database, sender: post.sender, from: post.from, clock: service.clock, log: log)
      return worker("mails", every: .seconds(2)) { try await mailWorker.step() }
    }
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
    var workers = [
      payouts, events, invoices, deposits, holds, timers, beneficiaries, reconciliation, sessions,
      webhooks, notifications,
    ]
    if let mails { workers.append(mails) }
    var work = workers.map { worker in { @Sendable () async in await worker.run() } }
    if let nodeStream { work.append { await nodeStream.run() } }
    return work
  }
}
