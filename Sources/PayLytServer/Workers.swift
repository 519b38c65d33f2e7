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
    service: ServiceContext, outside: Outside, parts: ServerLoop.Parts, loop: EventLoop,
    faults: ProviderFaults?
  ) {
    var builder = WorkerBuilder(service, outside, parts, on: loop)
    payoutWorker = builder.addPayouts()
    nodeStream = builder.addReceipts(payoutWorker, faults)
    builder.addClockwork()
    builder.addKeepers()
    builder.addNotifications()
    workers = builder.workers
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
  static func timers(
    _ service: ServiceContext, isSandbox: Bool
  ) -> @Sendable (Timer) async throws -> Timer.Outcome {
    let escrows = EscrowTimers(service: service, isSandbox: isSandbox)
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
