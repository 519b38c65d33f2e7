import Synchronization

/// A few threads for work that blocks by nature (password hashing); the loops never wait for it.
public final class BlockingPool: Sendable {
  private struct State {
    var queue: [@Sendable () -> Void] = []
    var threads = 0
  }

  /// The queue is full: the caller should come back later.
  public struct Overloaded: Error, Equatable {}

  private let state = Mutex(State())

  public init() {}

  /// Runs `work` on a thread of the pool; the caller's task resumes on its own executor.
  ///
  /// - Throws: `Overloaded` when `Limits.blockingQueueMax` jobs wait already, `SystemError` when no
  ///   thread can be started.
  public func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      do {
        try submit { continuation.resume(returning: work()) }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  private func submit(_ job: @escaping @Sendable () -> Void) throws {
    let needsThread = try state.withLock { state in
      guard state.queue.count < Limits.blockingQueueMax else { throw Overloaded() }
      state.queue.append(job)
      guard state.threads < Limits.blockingThreadsMax else { return false }
      state.threads += 1
      return true
    }
    if needsThread { try startThread(named: "paylyt-block") { [self] in drain() } }
  }

  /// A thread lives while there is work, so an idle server keeps none.
  private func drain() {
    while true {
      let job: (@Sendable () -> Void)? = state.withLock { state in
        guard !state.queue.isEmpty else {
          state.threads -= 1
          return nil
        }
        return state.queue.removeFirst()
      }
      guard let job else { return }
      job()
    }
  }
}

extension BlockingPool.Overloaded: RPCErrorConvertible {
  public var rpcError: RPCError {
    RPCError(.resourceExhausted, "Too much of this work waits already. Come back in a while.")
  }
}
