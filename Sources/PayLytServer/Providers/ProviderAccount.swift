/// What operators see of a provider: whether it answers, and what we own there.
protocol ProviderAccount: Sendable {
  var name: String { get }
  var breaker: CircuitBreaker { get }

  /// What we own there, millisatoshis. A read: never `.outcomeUnknown`.
  func balanceMsat() async throws(ProviderError) -> Int64
}
