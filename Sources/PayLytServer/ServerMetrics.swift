import PayLytRPC
import Synchronization

/// What a server counts about its own parts.
final class ServerMetrics: Sendable {
  let registry = MetricRegistry()
  let requests: RequestMetrics
  let webhooks: WebhookMetrics
  let providerCalls: ProviderCallMetrics
  /// From an event's decision to the subscriber who waited for it.
  let deliveries: Histogram
  let underOtherKeys: DetailMetrics
  private let connectionsOpen: Gauge
  private let connectionsOpened: Counter
  private let connectionsRefused: Counter
  private let handlersFailed: Counter
  private let databaseLost: Counter
  private let databaseUnreachable: Counter
  private let bugs: Counter
  private let clock: any Clock
  private let workers = Mutex<[String: WorkerMetrics]>([:])
  private let exchangeMetrics = Mutex<ExchangeMetrics?>(nil)
  let standing: StandingMetrics
  let float: FloatMetrics

  init(clock: any Clock, log: Log? = nil) {
    self.clock = clock
    for (level, lines) in [("warning", log?.warnings), ("error", log?.errors)] {
      guard let lines else { continue }
      registry.counter(
        "paylyt_log_lines_total", "Lines of the log that somebody should look at.",
        [(name: "level", value: level)], lines)
    }
    standing = StandingMetrics(registry)
    float = FloatMetrics(registry)
    requests = RequestMetrics(registry)
    providerCalls = ProviderCallMetrics(registry)
    webhooks = WebhookMetrics(registry, WorkerMetrics(registry, "webhooks", clock))
    let start = clock.now().microseconds / 1_000_000
    registry.gauge("paylyt_start_time_seconds", "When the server started, in Unix time.").set(start)
    registry.gauge(
      "paylyt_build_info", "Always 1; the label says what runs.",
      [(name: "version", value: Version.text)]
    ).set(1)
    deliveries = registry.histogram(
      "paylyt_event_delivery_seconds",
      "From an event's decision to the subscriber who waited for it.", [], .ofDurations())
    underOtherKeys = DetailMetrics(registry)
    connectionsOpen = registry.gauge("paylyt_rpc_connections", "Connections that are open.")
    connectionsOpened = registry.counter(
      "paylyt_rpc_connections_total", "Connections that were opened.")
    connectionsRefused = registry.counter(
      "paylyt_rpc_connections_refused_total", "Connections above the limit.")
    handlersFailed = registry.counter(
      "paylyt_rpc_failures_total", "Calls answered INTERNAL for a mistake of ours.")
    databaseLost = registry.counter(
      "paylyt_database_connections_lost_total", "Database connections that broke.")
    databaseUnreachable = registry.counter(
      "paylyt_database_connect_failures_total", "Attempts to connect that failed.")
    bugs = registry.counter("paylyt_bugs_total", "Decisions that failed for a mistake of ours.")
  }

  func count(_ event: ServerEvent) {
    switch event {
    case .handlerFailed: handlersFailed.add()
    case .connectionOpened:
      connectionsOpen.add(1)
      connectionsOpened.add()
    case .connectionClosed: connectionsOpen.add(-1)
    case .connectionRefused: connectionsRefused.add()
    }
  }

  func count(_ event: DatabaseEvent) {
    switch event {
    case .connected, .notReady, .ready, .outage, .recovered: break
    case .connectionLost: databaseLost.add()
    case .connectFailed: databaseUnreachable.add()
    }
  }

  /// One for all loops of the server: each makes its workers, and one lets them work.
  func worker(_ name: String) -> WorkerMetrics {
    workers.withLock { workers in
      if let known = workers[name] { return known }
      let made = WorkerMetrics(registry, name, clock)
      workers[name] = made
      return made
    }
  }

  /// One for all loops, too.
  func exchange(_ limits: ExposureLimits) -> ExchangeMetrics {
    exchangeMetrics.withLock { known in
      let metrics = known ?? ExchangeMetrics(registry, limits)
      known = metrics
      return metrics
    }
  }

  func commits(_ loop: Int) -> CommitMetrics { CommitMetrics(registry, loop, bugs) }
}

/// What the commit engine of one loop does.
struct CommitMetrics: Sendable {
  private let accepted: Counter
  private let replayed: Counter
  private let refused: Counter
  private let failed: Counter
  private let overloaded: Counter
  private let retries: Counter
  private let splits: Counter
  private let commands: Histogram
  private let duration: Histogram
  private let waiting: Gauge
  private let bugs: Counter

  init(_ registry: MetricRegistry, _ loop: Int, _ bugs: Counter) {
    self.bugs = bugs
    let loop = (name: "loop", value: String(loop))
    func outcome(_ name: String) -> Counter {
      registry.counter(
        "paylyt_commit_commands_total", "Commands by how they ended.",
        [loop, (name: "outcome", value: name)])
    }
    accepted = outcome("accepted")
    replayed = outcome("replayed")
    refused = outcome("refused")
    failed = outcome("failed")
    overloaded = outcome("overloaded")
    retries = registry.counter(
      "paylyt_commit_retries_total", "Batches run again after a race or a lost connection.", [loop])
    splits = registry.counter(
      "paylyt_commit_splits_total", "Batches halved because the database refused them.", [loop])
    commands = registry.histogram(
      "paylyt_commit_batch_commands", "Commands that shared a commit.", [loop],
      .ofCounts(upTo: UInt64(CommitLimits.batchMax)))
    duration = registry.histogram(
      "paylyt_commit_seconds", "From a batch's first statement to its commit.", [loop],
      .ofDurations())
    waiting = registry.gauge(
      "paylyt_commit_waiting", "Commands that wait for the batch before theirs.", [loop])
  }

  func count(_ event: CommitEvent) {
    switch event {
    case .settled(let tally, let nanoseconds):
      accepted.add(UInt64(tally.accepted))
      replayed.add(UInt64(tally.replayed))
      refused.add(UInt64(tally.refused))
      failed.add(UInt64(tally.failed))
      commands.record(UInt64(tally.all))
      duration.record(nanoseconds)
    case .overloaded: overloaded.add()
    case .retried: retries.add()
    case .split: splits.add()
    case .waiting(let count): waiting.set(Int64(count))
    case .bug: bugs.add()
    }
  }
}
