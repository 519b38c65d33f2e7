/// A breaker for each of the provider's duties: a price list that is broken, or a balance that it
/// does not tell, keeps nobody from being paid.
struct BitnobBreakers: Sendable {
  private let rates = CircuitBreaker()
  private let payouts = CircuitBreaker()
  private let lightning = CircuitBreaker()
  private let account = CircuitBreaker()

  private var all: [CircuitBreaker] { [rates, payouts, lightning, account] }

  /// That of the duty that a path belongs to.
  subscript(path: String) -> CircuitBreaker {
    if path.hasPrefix("/api/trading/") { return rates }
    if path.hasPrefix("/api/payouts/") { return payouts }
    return path.hasPrefix("/api/lightning/") ? lightning : account
  }

  /// The provider asked to be left alone: it means all that we ask it.
  ///
  /// - Parameter seconds: for how long; nil when it does not say.
  func pause(seconds: Int64?, from now: Timestamp) {
    for breaker in all {
      if let seconds {
        breaker.pause(seconds: seconds, from: now)
      } else {
        breaker.recordFailure(at: now)
      }
    }
  }

  /// Of the duty that is worst off.
  var condition: CircuitBreaker.Condition {
    let conditions = all.map(\.condition)
    return [.open, .probing].first(where: conditions.contains) ?? .closed
  }
}
