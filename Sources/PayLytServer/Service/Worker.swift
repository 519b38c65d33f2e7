import PayLytRPC

/// Background work of one kind: a step that runs whenever its bell rings, and every `interval` in
/// case a ring was lost. A step that fails is logged and run again at the next turn.
final class Worker: Sendable {
  private let name: String
  private let interval: Duration
  private let loop: EventLoop
  private let log: Log
  private let metrics: WorkerMetrics
  private let bell: Bell
  private let rest: Duration
  private let step: @Sendable (inout DiscardingTaskGroup) async throws -> Bool

  /// - Parameter bell: what rings when there is work; without one, it only looks by itself.
  /// - Parameter rest: what lies between the end of the work and the next look, however often it
  ///   rings.
  /// - Parameter step: does what is due, or begins it in the group, up to a bound of its own;
  ///   returns whether more is due. The next look waits for no task of the group.
  init(
    _ name: String, every interval: Duration, with bell: Bell = Bell(), rest: Duration = .zero,
    on loop: EventLoop, log: Log, metrics: WorkerMetrics,
    step: @escaping @Sendable (inout DiscardingTaskGroup) async throws -> Bool
  ) {
    self.bell = bell
    self.rest = rest
    self.name = name
    self.interval = interval
    self.loop = loop
    self.log = log
    self.metrics = metrics
    self.step = step
  }

  /// One whose step does all by itself.
  convenience init(
    _ name: String, every interval: Duration, with bell: Bell = Bell(), rest: Duration = .zero,
    on loop: EventLoop, log: Log, metrics: WorkerMetrics,
    step: @escaping @Sendable () async throws -> Bool
  ) {
    self.init(
      name, every: interval, with: bell, rest: rest, on: loop, log: log, metrics: metrics
    ) { _ in try await step() }
  }

  /// Works until the task is cancelled.
  func run() async {
    await withDiscardingTaskGroup { group in await run(in: &group) }
  }

  private func run(in group: inout DiscardingTaskGroup) async {
    while !Task.isCancelled {
      let seen = bell.rings
      do {
        var hasMore = true
        while hasMore, !Task.isCancelled {
          hasMore = try await step(&group)
          metrics.succeeded()
        }
        if rest > .zero { try await Task.sleep(for: rest) }
        try await bell.wait(after: seen, atMost: interval, on: loop)
      } catch let error where error.isCancellation {
        return
      } catch let refusal as Refusal where refusal == .serverStopping {
        // No bell rings any more; it works on until it is cancelled.
        try? await Task.sleep(for: interval)
      } catch {
        metrics.failures.add()
        log.warning("worker failed", ["worker": name, "error": String(reflecting: error)])
        // The reason for the failure is often still there: no hurry.
        try? await Task.sleep(for: interval)
      }
    }
  }
}
