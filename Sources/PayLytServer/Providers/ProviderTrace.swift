import Synchronization

/// What the wire tells of a call while it goes on. Whoever wants to know hands one to the task;
/// the transports write into it, and need not know who reads.
final class ProviderTrace: Sendable {
  @TaskLocal static var current: ProviderTrace?

  struct Facts: Hashable, Sendable {
    /// How many requests it took, repetitions included.
    var attempts: Int32 = 0
    /// `HTTP 503`, or a node's gRPC status; empty without an answer.
    var status = ""
    /// The provider's own number of the request.
    var requestID = ""
    /// The provider's own words, fit to be kept.
    var detail = ""
  }

  private let told = Mutex(Facts())

  var facts: Facts { told.withLock { $0 } }

  /// A request goes out; what an earlier one of the same call brought does not count any more.
  func sent() {
    told.withLock { $0 = Facts(attempts: $0.attempts + 1) }
  }

  func answered(_ status: String, requestID: String? = nil, detail: String? = nil) {
    told.withLock { facts in
      facts.status = status
      facts.requestID = requestID ?? ""
      facts.detail = detail ?? ""
    }
  }

  /// No answer came; `why` is ours or the network's.
  func lost(_ why: String) {
    told.withLock { $0.detail = why }
  }
}
