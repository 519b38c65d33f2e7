/// When a call is made several times at once, so that one slow server does not hold it up (gRPC A6,
/// "Hedging"): the first answer counts, the others are cancelled.
///
/// It holds for methods with one request and one response that their proto declares idempotent, and
/// for no others: every attempt may be carried out.
public struct HedgingPolicy: Sendable, Equatable {
  /// Attempts in all, in `2...5`; more count as 5.
  public var attemptsMax: Int
  /// How long to wait for an answer before the next attempt; zero makes all at once.
  public var delay: Duration
  /// Refusals that do not end the call: the next attempt follows at once.
  public var nonFatalCodes: Set<StatusCode>

  public init(
    attemptsMax: Int = 3, delay: Duration = .milliseconds(100),
    nonFatalCodes: Set<StatusCode> = [.unavailable]
  ) {
    self.attemptsMax = attemptsMax
    self.delay = delay
    self.nonFatalCodes = nonFatalCodes
  }
}
