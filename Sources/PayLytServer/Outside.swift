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

  /// Rates and local currency come from Bitnob; Lightning from `lnd` when there is one.
  init(
    bitnob: BitnobConfiguration, lnd: LNDConfiguration?, http: HTTPClient, loop: EventLoop,
    clock: any Clock
  ) throws {
    let provider = BitnobProvider(bitnob, http: http, clock: clock)
    node = try lnd.map { try LNDProvider($0, http: http, loop: loop, clock: clock) }
    lightning = node ?? provider
    providers = LightningProviders(lightning, others: [provider])
    rail = BitnobRail(beside: provider)
    rates = provider
    let duties = ["payouts", "rates"] + (node == nil ? ["lightning"] : [])
    posts =
      [.init(account: provider, duties: duties)]
      + (node.map { [.init(account: $0, duties: ["lightning"])] } ?? [])
    shelves =
      [.init(book: provider, provider: provider, account: provider)]
      + (node.map { [.init(book: $0, provider: $0, account: $0)] } ?? [])
  }
}
