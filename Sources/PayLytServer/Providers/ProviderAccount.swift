/// What operators see of a provider: whether it knows us and answers, and what we own there.
protocol ProviderAccount: Sendable {
  var name: String { get }
  /// Whether it is left alone, or the one of its duties that is worst off.
  var condition: CircuitBreaker.Condition { get }

  /// Asks the provider who we are, once and not for long.
  func introduce() async -> ProviderGreeting

  /// What we own there, millisatoshis. A read: never `.outcomeUnknown`.
  func balanceMsat() async throws(ProviderError) -> Int64
}

/// What a provider says to our credentials.
enum ProviderGreeting: Hashable, Sendable {
  case welcome
  /// A definite no, or the key of another network: nothing would work.
  case unwelcome(reason: String)
  /// Nobody knows: it did not answer, or not clearly.
  case silent(reason: String)
}
