import Synchronization

/// Values that are made side by side and taken in order, a bounded number of them at a time: one
/// task opens places, any number fill them, one task takes.
final class OrderedWindow<Value: Sendable>: Sendable {
  private struct State {
    /// Filled places that are not taken yet, by number.
    var filled: [Int64: Value] = [:]
    var opened: Int64 = 0
    var taken: Int64 = 0
    var isFinished = false
    var waiting: [Waiter: CheckedContinuation<Void, Never>] = [:]

    var isNextFilled: Bool { filled[taken + 1] != nil }
    var isDrained: Bool { isFinished && taken == opened }
  }

  private enum Waiter: Hashable {
    case opener, taker
  }

  private let state = Mutex(State())
  private let size: Int64

  /// - Parameter size: how many places may be open or filled and not taken.
  init(size: Int) { self.size = Int64(size) }

  /// Opens the next place; waits until there is room.
  ///
  /// - Returns: its number: 1, 2, 3, …
  /// - Throws: `CancellationError`.
  func open() async throws -> Int64 {
    await wait(as: .opener) { [size] state in state.opened - state.taken < size }
    try Task.checkCancellation()
    return state.withLock { state in
      state.opened += 1
      return state.opened
    }
  }

  /// Fills an open place.
  func fill(_ number: Int64, with value: Value) {
    let taker: CheckedContinuation<Void, Never>? = state.withLock { state in
      precondition((state.taken + 1...state.opened).contains(number), "place \(number) is not open")
      precondition(state.filled.updateValue(value, forKey: number) == nil, "\(number) is filled")
      return number == state.taken + 1 ? state.waiting.removeValue(forKey: .taker) : nil
    }
    taker?.resume()
  }

  /// No further place will be opened.
  func finish() {
    let taker: CheckedContinuation<Void, Never>? = state.withLock { state in
      state.isFinished = true
      return state.waiting.removeValue(forKey: .taker)
    }
    taker?.resume()
  }

  /// The next value, once it is there; nil when all were taken and no further one comes.
  ///
  /// - Throws: `CancellationError`.
  func next() async throws -> Value? {
    await wait(as: .taker) { state in state.isNextFilled || state.isDrained }
    try Task.checkCancellation()
    let (value, opener): (Value?, CheckedContinuation<Void, Never>?) = state.withLock { state in
      guard let value = state.filled.removeValue(forKey: state.taken + 1) else { return (nil, nil) }
      state.taken += 1
      return (value, state.waiting.removeValue(forKey: .opener))
    }
    opener?.resume()
    return value
  }

  /// Returns when `isReady` holds or the task is cancelled.
  private func wait(
    as waiter: Waiter, until isReady: @Sendable (State) -> Bool
  ) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          guard !isReady(state), !Task.isCancelled else { return true }
          state.waiting[waiter] = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume()
    }
  }
}
