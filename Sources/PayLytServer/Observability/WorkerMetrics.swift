/// Whether one kind of background work still gets on.
struct WorkerMetrics: Sendable {
  let failures: Counter
  /// Rows that it leaves alone for a while.
  let setAside: Gauge
  /// Entries of the log that it could not carry on and has left behind.
  let passed: Counter
  private let steps: Counter
  /// Unix time in seconds; 0 before the first.
  private let lastStep: Gauge
  private let clock: any Clock

  init(_ registry: MetricRegistry, _ name: String, _ clock: any Clock) {
    self.clock = clock
    let labels: MetricRegistry.Labels = [(name: "worker", value: name)]
    steps = registry.counter("paylyt_worker_steps_total", "Steps that went well.", labels)
    failures = registry.counter(
      "paylyt_worker_failures_total", "Steps that failed and run again.", labels)
    setAside = registry.gauge(
      "paylyt_worker_rows_set_aside", "Rows that could not be carried on, and wait.", labels)
    passed = registry.counter(
      "paylyt_worker_entries_passed_total",
      "Entries of the log that could not be carried on, and were passed over.", labels)
    lastStep = registry.gauge(
      "paylyt_worker_last_step_time_seconds", "When a step last went well, in Unix time.", labels)
  }

  func succeeded() {
    steps.add()
    lastStep.set(clock.now().microseconds / 1_000_000)
  }
}
