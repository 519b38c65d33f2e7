import PayLytHTTP

/// Whom the server asks outside, chosen by its configuration.
struct Outside: Sendable {
  /// Takes payments in and sends them over Lightning.
  let lightning: any LightningProvider
  /// Pays out local currency; nil when nobody does.
  let rail: (any PayoutRail)?
  let rates: any RateSource

  /// Everything from one provider.
  init(bitnob: BitnobConfiguration, http: HTTPClient, clock: any Clock) {
    let provider = BitnobProvider(bitnob, http: http, clock: clock)
    lightning = provider
    rail = BitnobRail(bitnob, http: http, clock: clock)
    rates = provider
  }
}
