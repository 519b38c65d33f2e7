/// Everybody who speaks Lightning for us: what is new goes to the current one, and what was begun
/// with another is asked about there. One provider's silence says nothing of what another one did.
struct LightningProviders: Sendable {
  let current: any LightningProvider
  private let all: [String: any LightningProvider]

  init(_ current: any LightningProvider, others: [any LightningProvider] = []) {
    self.current = current
    all = Dictionary(others.map { ($0.name, $0) } + [(current.name, current)]) { $1 }
  }

  var names: [String] { all.keys.sorted() }

  /// Whom a row names, where it can hold payments back.
  ///
  /// - Throws: `.unavailable` when it is not configured any more, or cannot.
  func holding(_ name: String) throws(ProviderError) -> any HoldInvoiceProvider {
    guard let provider = try named(name).holdInvoices else {
      throw .unavailable(reason: "the provider \(name) holds no payments back")
    }
    return provider
  }

  /// Whom a row names.
  ///
  /// - Throws: `.unavailable` when it is not configured any more.
  func named(_ name: String) throws(ProviderError) -> any LightningProvider {
    guard let provider = all[name] else {
      throw .unavailable(reason: "the provider \(name) is not configured")
    }
    return provider
  }
}
