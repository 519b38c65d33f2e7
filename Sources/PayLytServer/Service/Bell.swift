import PayLytRPC
import Synchronization

/// Wakes whoever waits for news: watchers when something was committed, workers when there is work.
final class Bell: Sendable {
  private struct State {
    var rings: UInt64 = 0
    var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
    var nextWaiter: UInt64 = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// How often it has rung: take it before looking, wait with it after.
  var rings: UInt64 { state.withLock { $0.rings } }

  /// Rings with every notification of any server, until the task is cancelled.
  ///
  /// - Parameter channel: without it, every commit rings.
  func run(on database: Database, channel: String = CommitStatements.channel) async {
    for await _ in database.listen(channel: channel) { ring() }
  }

  func ring() {
    let woken = state.withLock { state in
      state.rings += 1
      let woken = Array(state.waiting.values)
      state.waiting = [:]
      return woken
    }
    for waiter in woken { waiter.resume() }
  }

  /// The server stops: whoever waits is told to come back, so that no watcher holds it up.
  func close() {
    state.withLock { $0.isClosed = true }
    ring()
  }

  /// Returns once it rings after `seen`, at the latest after `timeout`.
  ///
  /// - Throws: `CancellationError` when the caller is gone, UNAVAILABLE when the server stops.
  func wait(after seen: UInt64, atMost timeout: Duration, on loop: EventLoop) async throws {
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    let timer = Task(executorPreference: loop) {
      try await Task.sleep(for: timeout)
      self.wake(id)
    }
    defer { timer.cancel() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          guard state.rings == seen, !state.isClosed, !Task.isCancelled else { return true }
          state.waiting[id] = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      wake(id)
    }
    try Task.checkCancellation()
    guard state.withLock({ !$0.isClosed }) else { throw Refusal.serverStopping }
  }

  private func wake(_ id: UInt64) {
    state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
  }
}

extension Refusal {
  static let serverStopping = Refusal(
    .unavailable, reason: "SERVER_STOPPING",
    message: "The server stops. Call again: another one answers, or this one when it is back.")
}
