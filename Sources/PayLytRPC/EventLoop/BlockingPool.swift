import CLinux
import Synchronization

/// A few threads for work that blocks by nature (password hashing); the loops never wait for it.
///
/// They wait for the next piece of work, so that work which comes often costs no new thread each
/// time, and end when none came for a while or when the pool is gone. What was taken on before is
/// carried out, unless nobody waits for it any more.
public final class BlockingPool: Sendable {
  /// The queue is full: the caller should come back later.
  public struct Overloaded: Error, Equatable {}

  private let workshop: Workshop

  /// - Parameter name: of its threads, as `top` shows it: up to 15 bytes.
  /// - Parameter idle: for how long a thread waits for work.
  public init(named name: String = "paylyt-block", idle: Duration = Limits.blockingIdleTime) {
    workshop = Workshop(name: name, idle: idle)
  }

  deinit { workshop.close() }

  /// Runs `work` on a thread of the pool; the caller's task resumes on its own executor.
  ///
  /// - Throws: `Overloaded` when `Limits.blockingQueueMax` jobs wait already, `SystemError` when no
  ///   thread can be started, `CancellationError` when the task is cancelled before `work` begins.
  public func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
    let number = workshop.nextNumber()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        workshop.submit(
          Workshop.Job(number: number, run: { continuation.resume(returning: work()) }) {
            continuation.resume(throwing: $0)
          })
        // One that was cancelled before it stood in the queue was not found there.
        if Task.isCancelled { workshop.cancel(number) }
      }
    } onCancel: {
      workshop.cancel(number)
    }
  }
}

/// The queue and the threads, which may outlive the pool by the work that they have.
///
/// A thread that finds no work counts itself as waiting and waits for the semaphore. Whoever brings
/// work takes one off that count and posts: so there are as many posts as threads to wake.
private final class Workshop: Sendable {
  /// Exactly one of the two is called, once.
  struct Job: Sendable {
    let number: UInt64
    let run: @Sendable () -> Void
    let refuse: @Sendable (any Error) -> Void
  }

  private struct State {
    var queue: [Job] = []
    var jobs: UInt64 = 0
    var threads = 0
    /// Threads that wait, and that nobody has woken yet.
    var waiting = 0
    var isClosed = false

    mutating func take(_ job: Job, _ bell: Semaphore) -> Taken {
      guard queue.count < Limits.blockingQueueMax else { return .overloaded }
      queue.append(job)
      if waiting > 0 {
        waiting -= 1
        bell.post()
        return .taken
      }
      guard threads < Limits.blockingThreadsMax else { return .taken }
      threads += 1
      return .needsThread
    }

    /// A thread could not be started.
    ///
    /// - Returns: what nobody will carry out; nothing when another thread gets to it.
    mutating func giveUp() -> [Job] {
      threads -= 1
      guard threads == 0 else { return [] }
      defer { queue = [] }
      return queue
    }
  }

  private enum Taken {
    case taken
    case overloaded
    case needsThread
  }

  private enum Next {
    case job(Job)
    case wait
    case end
  }

  private let name: String
  private let idle: Duration
  private let state = Mutex(State())
  private let bell = Semaphore()

  init(name: String, idle: Duration) {
    self.name = name
    self.idle = idle
  }

  func submit(_ job: Job) {
    switch state.withLock({ $0.take(job, bell) }) {
    case .taken: return
    case .overloaded: job.refuse(BlockingPool.Overloaded())
    case .needsThread:
      do {
        try startThread(named: name) { [self] in work() }
      } catch {
        for job in state.withLock({ $0.giveUp() }) { job.refuse(error) }
      }
    }
  }

  func nextNumber() -> UInt64 {
    state.withLock { state in
      state.jobs += 1
      return state.jobs
    }
  }

  /// Gives a job up that has not begun.
  func cancel(_ number: UInt64) {
    let job = state.withLock { state -> Job? in
      guard let place = state.queue.firstIndex(where: { $0.number == number }) else { return nil }
      return state.queue.remove(at: place)
    }
    job?.refuse(CancellationError())
  }

  /// What waits is carried out, and then the threads end.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for _ in 0..<state.waiting { bell.post() }
      state.waiting = 0
    }
  }

  private func work() {
    while true {
      switch next() {
      case .job(let job): job.run()
      case .wait: if !bell.wait(atMost: idle), gaveUp() { return }
      case .end: return
      }
    }
  }

  private func next() -> Next {
    state.withLock { state in
      if !state.queue.isEmpty { return .job(state.queue.removeFirst()) }
      guard !state.isClosed else {
        state.threads -= 1
        return .end
      }
      state.waiting += 1
      return .wait
    }
  }

  /// Nothing came in time.
  ///
  /// - Returns: whether the thread ends. It does not when somebody had just woken it.
  private func gaveUp() -> Bool {
    let ends = state.withLock { state in
      guard state.waiting > 0 else { return false }
      state.waiting -= 1
      state.threads -= 1
      return true
    }
    if !ends { bell.wait() }
    return ends
  }
}

extension BlockingPool.Overloaded: RPCErrorConvertible {
  public var rpcError: RPCError {
    RPCError(.resourceExhausted, "Too much of this work waits already. Come back in a while.")
  }
}
