import Synchronization

/// Leaves a provider alone that failed several times in a row, so that callers hear at once that it
/// is away and it gets air to come back.
final class CircuitBreaker: Sendable {
  private enum State {
    case closed(failures: Int)
    case open(until: Timestamp)
    /// The pause is over and one call is on its way to find out.
    case probing(since: Timestamp)
  }

  private let state = Mutex(State.closed(failures: 0))

  /// What operators see of it.
  enum Condition: Hashable, Sendable {
    case closed
    case open
    case probing
  }

  var condition: Condition {
    state.withLock { state in
      switch state {
      case .closed: .closed
      case .open: .open
      case .probing: .probing
      }
    }
  }

  /// Whether a call may go out now. After the pause the first caller may, alone.
  func admits(at now: Timestamp) -> Bool {
    state.withLock { state in
      switch state {
      case .closed: return true
      case .open(let until):
        guard now >= until else { return false }
        state = .probing(since: now)
        return true
      case .probing(let since):
        // A probe whose caller went away is replaced after another pause.
        guard now >= since.adding(seconds: ProviderLimits.breakerSeconds) else { return false }
        state = .probing(since: now)
        return true
      }
    }
  }

  /// The provider answered, with whatever answer. A pause goes on: the call was sent before it.
  func recordSuccess() {
    state.withLock { state in
      switch state {
      case .closed, .probing: state = .closed(failures: 0)
      case .open: break
      }
    }
  }

  /// The provider did not answer, or said that it cannot.
  func recordFailure(at now: Timestamp) {
    state.withLock { state in
      switch state {
      case .closed(let failures) where failures + 1 < ProviderLimits.breakerFailuresMax:
        state = .closed(failures: failures + 1)
      case .closed, .probing:
        state = .open(until: now.adding(seconds: ProviderLimits.breakerSeconds))
      case .open: break
      }
    }
  }

  /// The provider asked to be left alone for some seconds.
  func pause(seconds: Int64, from now: Timestamp) {
    let end = now.adding(seconds: min(max(seconds, 1), ProviderLimits.retryAfterSecondsMax))
    state.withLock { state in
      switch state {
      case .closed, .probing: state = .open(until: end)
      case .open(let until): state = .open(until: max(until, end))
      }
    }
  }
}
