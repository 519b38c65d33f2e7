import Synchronization

/// Runs the tasks of one simulation, one at a time, on the thread that calls `drain`, in the order
/// in which they became ready: no clock, no second thread and no chance has a say in it.
final class RunQueue: TaskExecutor {
  private let ready = Mutex<[UnownedJob]>([])

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    ready.withLock { $0.append(job) }
  }

  func spawn(_ operation: @escaping @Sendable () async -> Void) {
    _ = Task(executorPreference: self, operation: operation)
  }

  /// Runs what is ready, and what becomes ready by that, until every task waits for the network.
  func drain() {
    for _ in 0..<Self.roundsMax {
      let jobs = ready.withLock { jobs in
        defer { jobs.removeAll(keepingCapacity: true) }
        return jobs
      }
      if jobs.isEmpty { return }
      for job in jobs { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
    preconditionFailure("the tasks of one step never come to rest")
  }

  private static let roundsMax = 100_000
}
