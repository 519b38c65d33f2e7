/// One event on its way to one endpoint.
struct WebhookDelivery: Hashable, Sendable {
  /// Raw values are stored and equal the API's.
  enum State: Int16, Sendable, CaseIterable {
    /// Next: delivered, failed.
    case pending = 1
    /// Final until it is sent again.
    case delivered = 2
    /// Given up. Final until it is sent again.
    case failed = 3
  }

  let id: UUID
  let endpoint: UUID
  /// The journal row of the event.
  let event: UUID
  let eventType: String
  let position: Int64
  private(set) var state: State
  private(set) var attempts: Int32
  private(set) var nextAttemptAt: Timestamp
  /// The endpoint's last answer; 0 when there was none.
  let lastStatus: Int32
  let lastError: String
  let lastAttemptAt: Timestamp?
  let createdAt: Timestamp

  /// Sends it once more, with as many tries as a new one.
  mutating func redeliver(at now: Timestamp) {
    state = .pending
    attempts = 0
    nextAttemptAt = now
  }
}

/// What came of one attempt.
enum WebhookAttempt: Hashable, Sendable {
  case delivered(status: Int32)
  /// - Parameter retrySeconds: when the endpoint wants it again, if it says so.
  case failed(status: Int32, String, retrySeconds: Int64?)
  /// The endpoint wants nothing any more.
  case gone
  /// There was none: the event cannot be read.
  case damaged

  var isDelivered: Bool {
    switch self {
    case .delivered: true
    case .failed, .gone, .damaged: false
    }
  }

  var status: Int32 {
    switch self {
    case .delivered(let status), .failed(let status, _, _): status
    case .gone: 410
    case .damaged: 0
    }
  }

  var error: String {
    switch self {
    case .delivered: ""
    case .failed(_, let error, _): String(error.prefix(WebhookOutLimits.errorCharactersMax))
    case .gone: "410 Gone"
    case .damaged: "this event cannot be read"
    }
  }
}

/// When what failed is tried again.
enum WebhookRetry {
  /// - Parameter attempts: how many there were, the failed one included.
  /// - Parameter jitter: in `-retryJitterThousandths...retryJitterThousandths`.
  /// - Returns: nil when it is given up.
  static func pauseMilliseconds(
    after attempts: Int32, asked: Int64?, jitter: Int64
  ) -> Int64? {
    guard attempts < WebhookOutLimits.attemptsMax else { return nil }
    // Past the eighth the bound has been reached, and the power would grow out of its type.
    let steps = min(max(attempts, 1) - 1, 8)
    let seconds = min(
      WebhookOutLimits.retrySeconds << Int64(2 * steps), WebhookOutLimits.retrySecondsMax)
    let wanted = max(seconds, min(asked ?? 0, WebhookOutLimits.retrySecondsMax))
    return wanted * (1000 + jitter)
  }

  /// How long an endpoint rests after so many failures in a row.
  static func restSeconds(after failures: Int32) -> Int64 {
    let over = failures - WebhookOutLimits.failuresQuiet
    guard over > 0 else { return 0 }
    return min(1 << Int64(min(over, 16)), WebhookOutLimits.pauseSecondsMax)
  }

  /// Whether an endpoint has failed for so long that it is disabled.
  static func isHopeless(failures: Int32, since: Timestamp?, at now: Timestamp) -> Bool {
    guard let since, failures >= WebhookOutLimits.failuresMax else { return false }
    return since.adding(seconds: WebhookOutLimits.failingSecondsMax) <= now
  }
}
