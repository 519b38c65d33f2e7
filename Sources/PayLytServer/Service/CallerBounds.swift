import Synchronization

/// What one caller may do beside others, counted on all loops of a server.
struct CallerBounds: Sendable {
  /// Questions that a provider is asked for a user.
  let questions = AddressThrottle(.questions)
  /// Each reads the log by itself, with everything that is sealed.
  let subscriptions = OpenCalls(atMost: subscriptionsMax)
  /// What comes in is stored before it counts.
  let uploads = OpenCalls(atMost: uploadsMax)

  static let subscriptionsMax = 64
  static let uploadsMax = 8
}

/// The long calls of one kind that each caller has open.
final class OpenCalls: Sendable {
  private let limit: Int
  private let open = Mutex<[UUID: Int]>([:])

  init(atMost limit: Int) { self.limit = limit }

  /// Callers with an open call.
  var callers: Int { open.withLock { $0.count } }

  /// Counts a call that begins; `leave` must follow.
  ///
  /// - Throws: STREAMS_FULL; nothing is counted then.
  func enter(_ caller: UUID) throws(Refusal) {
    let isIn = open.withLock { open in
      guard open[caller, default: 0] < limit else { return false }
      open[caller, default: 0] += 1
      return true
    }
    guard isIn else { throw .streamsFull(limit) }
  }

  func leave(_ caller: UUID) {
    open.withLock { open in
      let left = open[caller, default: 1] - 1
      open[caller] = left > 0 ? left : nil
    }
  }
}

extension Refusal {
  fileprivate static func streamsFull(_ limit: Int) -> Refusal {
    Refusal(
      .resourceExhausted, reason: "STREAMS_FULL",
      message: "You have \(limit) of these streams open. Begin another when one has ended.")
  }
}
