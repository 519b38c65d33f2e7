/// When a failed call is made again, unseen by the caller (gRPC A6).
///
/// A call can be made again until the server has begun to answer it. Give this only to methods that
/// may be carried out more than once: reads, and requests with an id that the server keeps.
public struct RetryPolicy: Sendable, Equatable {
  /// Attempts in all, in `2...5`; more count as 5.
  public var attemptsMax: Int
  public var initialBackoff: Duration
  public var backoffMax: Duration
  public var backoffMultiplier: Double
  /// Refusals after which another attempt makes sense.
  public var codes: Set<StatusCode>

  public init(
    attemptsMax: Int = 3, initialBackoff: Duration = .milliseconds(100),
    backoffMax: Duration = .seconds(1), backoffMultiplier: Double = 2,
    codes: Set<StatusCode> = [.unavailable]
  ) {
    self.attemptsMax = attemptsMax
    self.initialBackoff = initialBackoff
    self.backoffMax = backoffMax
    self.backoffMultiplier = backoffMultiplier
    self.codes = codes
  }

  /// What the server says about another attempt (`grpc-retry-pushback-ms`).
  enum Pushback: Equatable {
    case unsaid
    case after(Duration)
    case never

    init(_ text: String?) {
      guard let text else {
        self = .unsaid
        return
      }
      // What cannot be read means no, as A6 has it.
      guard let milliseconds = Int32(text), milliseconds >= 0 else {
        self = .never
        return
      }
      self = .after(.milliseconds(milliseconds))
    }
  }

  /// How long to wait before the next attempt; `nil` when there is none.
  ///
  /// - Parameters:
  ///   - attempts: those that have failed, at least 1.
  ///   - pushbacks: attempts since the server last said how long to wait; the backoff starts anew
  ///     then.
  ///   - share: in 0...1, drawn by the caller.
  func delay(
    afterAttempts attempts: Int, sincePushback: Int, code: StatusCode, pushback: Pushback,
    share: Double
  ) -> Duration? {
    guard attempts < min(attemptsMax, Limits.attemptsMax) else { return nil }
    switch pushback {
    case .never: return nil
    case .after(let delay): return codes.contains(code) ? delay : nil
    case .unsaid: break
    }
    guard codes.contains(code) else { return nil }
    var backoff = initialBackoff
    for _ in 1..<max(sincePushback, 1) where backoff < backoffMax {
      backoff = backoff * backoffMultiplier
    }
    return min(backoff, backoffMax) * share
  }
}

/// When a channel stops to retry because most of its calls fail (gRPC A6, "Throttling").
public struct RetryThrottling: Sendable, Equatable {
  /// The balance at the start and at most, in `1...1000`. A failure costs one; below half of it
  /// nothing is retried.
  public var tokensMax: Double
  /// What a success gives back.
  public var tokenRatio: Double

  public init(tokensMax: Double = 10, tokenRatio: Double = 0.1) {
    self.tokensMax = tokensMax
    self.tokenRatio = tokenRatio
  }
}

/// The balance of one channel.
struct RetryBudget {
  private let throttling: RetryThrottling?
  private var tokens: Double

  init(_ throttling: RetryThrottling?) {
    self.throttling = throttling
    tokens = throttling?.tokensMax ?? 0
  }

  var allowsRetry: Bool { throttling.map { tokens > $0.tokensMax / 2 } ?? true }

  mutating func failed() { tokens = max(tokens - 1, 0) }

  mutating func succeeded() {
    guard let throttling else { return }
    tokens = min(tokens + throttling.tokenRatio, throttling.tokensMax)
  }
}
