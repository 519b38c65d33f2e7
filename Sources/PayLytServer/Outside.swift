import PayLytHTTP
import PayLytRPC

/// Whom the server asks outside, chosen by its configuration.
struct Outside: Sendable {
  /// Takes payments in and sends them over Lightning.
  let lightning: any LightningProvider
  /// Pays out local currency; nil when nobody does.
  let rail: (any PayoutRail)?
  let rates: any RateSource

  /// `lightning` for what is new, and every other provider that may still be asked about what was
  /// begun with it.
  let providers: LightningProviders

  /// Where our money is, for operators to see.
  let providerDuties: [ProviderDuties]
  /// Whose books are compared with ours.
  let comparedProviders: [ReconciliationWorker.ComparedProvider]
  /// Plays whoever pays our invoices; nil unless a sandbox asks for it and the provider is the
  /// simulator.
  let payer: SimulatedPayer?
  /// Our own node; nil when Bitnob speaks Lightning for us.
  let node: LNDProvider?

  /// - Parameters:
  ///   - clock: the world's, where providers live.
  ///   - calls: keeps what they are asked.
  ///   - sandbox: what it does to them; nil everywhere else.
  ///
  /// Rates and local currency come from Bitnob; Lightning from `lnd` when there is one.
  init(
    bitnob: BitnobConfiguration, lnd: LNDConfiguration?, loop: EventLoop,
    clock: any Clock, log: Log, calls: ProviderCallLog, sandbox: SandboxRules? = nil
  ) throws {
    let http = HTTPClient(loop: loop, configuration: .anywhere)
    let strangers = HTTPClient(loop: loop)
    // What is kept is what we were told, by a sandbox too.
    func recorded(_ provider: any LightningProvider) -> any LightningProvider {
      guard let sandbox else { return RecordedProvider(inner: provider, calls: calls) }
      return RecordedProvider(
        inner: SandboxProvider(inner: provider, rules: sandbox), calls: calls)
    }
    let provider = BitnobProvider(
      bitnob, http: http, strangers: strangers, clock: clock, log: log)
    payer =
      sandbox != nil && bitnob.allowsLoopbackHTTP
      ? SimulatedPayer(baseURL: bitnob.baseURL, http: http) : nil
    node = try lnd.map {
      try LNDProvider(
        $0, http: http, strangers: strangers, loop: loop, clock: clock, log: log)
    }
    lightning = recorded(node ?? provider)
    providers = LightningProviders(lightning, others: [recorded(provider)])
    let rail = BitnobRail(beside: provider)
    let sandboxRail: (any PayoutRail)? = sandbox.map { SandboxRail(inner: rail, rules: $0) }
    let sandboxRates: (any RateSource)? = sandbox.map { SandboxRates(inner: provider, rules: $0) }
    self.rail = RecordedRail(inner: sandboxRail ?? rail, calls: calls)
    rates = RecordedRates(name: provider.name, inner: sandboxRates ?? provider, calls: calls)
    let duties = ["payouts", "rates"] + (node == nil ? ["lightning"] : [])
    providerDuties =
      [.init(account: provider, duties: duties)]
      + (node.map { [.init(account: $0, duties: ["lightning"])] } ?? [])
    comparedProviders =
      [.init(book: provider, provider: provider, account: provider, rail: rail)]
      + (node.map { [.init(book: $0, provider: $0, account: $0)] } ?? [])
  }

  /// Providers who do not let us in: a server without them is a mistake that somebody should see at
  /// once.
  struct Unwelcome: Error, CustomStringConvertible {
    let description: String
  }

  /// Asks each provider whether it knows us. One that is away is no reason to stay away, too.
  ///
  /// - Throws: `Unwelcome`, in words for whoever starts the server.
  func introduce(_ log: Log) async throws(Unwelcome) {
    for provider in providerDuties {
      let name = provider.account.name
      switch await provider.account.introduce() {
      case .welcome: log.info("provider knows us", ["provider": name])
      case .unwelcome(let reason):
        throw Unwelcome(description: "the provider \(name) does not let us in: \(reason)")
      case .silent(let reason):
        log.warning("provider not asked who we are", ["provider": name, "why": reason])
      }
    }
  }
}
