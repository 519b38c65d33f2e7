import PayLytHTTP
import PayLytRPC

/// Whom the server asks outside, chosen by its configuration.
struct Outside: Sendable {
  /// Takes payments in and sends them over Lightning.
  let lightning: any LightningProvider
  /// Pays out local currency; nil when nobody does.
  let rail: (any PayoutRail)?
  let rates: any RateSource

  /// The one for Lightning, and the others, which may still know of what was begun with them.
  let providers: LightningProviders

  /// Where our money is, for operators to see.
  let posts: [ProviderService.Post]
  /// Whose books are compared with ours.
  let shelves: [ReconciliationWorker.Shelf]
  /// Our own node; nil when Bitnob speaks Lightning for us.
  let node: LNDProvider?

  /// - Parameter faults: of a sandbox; nil everywhere else.
  ///
  /// Rates and local currency come from Bitnob; Lightning from `lnd` when there is one.
  init(
    bitnob: BitnobConfiguration, lnd: LNDConfiguration?, http: HTTPClient, loop: EventLoop,
    clock: any Clock, faults: ProviderFaults? = nil
  ) throws {
    func spoiled(_ provider: any LightningProvider) -> any LightningProvider {
      guard let faults else { return provider }
      return SandboxProvider(inner: provider, faults: faults)
    }
    let provider = BitnobProvider(bitnob, http: http, clock: clock)
    node = try lnd.map { try LNDProvider($0, http: http, loop: loop, clock: clock) }
    lightning = spoiled(node ?? provider)
    providers = LightningProviders(lightning, others: [spoiled(provider)])
    let rail = BitnobRail(beside: provider)
    if let faults {
      self.rail = SandboxRail(inner: rail, faults: faults)
    } else {
      self.rail = rail
    }
    rates = provider
    let duties = ["payouts", "rates"] + (node == nil ? ["lightning"] : [])
    posts =
      [.init(account: provider, duties: duties)]
      + (node.map { [.init(account: $0, duties: ["lightning"])] } ?? [])
    shelves =
      [.init(book: provider, provider: provider, account: provider, rail: rail)]
      + (node.map { [.init(book: $0, provider: $0, account: $0)] } ?? [])
  }
}
