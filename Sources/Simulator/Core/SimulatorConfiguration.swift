public import Lightning
import PayLytCrypto

/// What the simulator plays, and for whom.
public struct SimulatorConfiguration: Sendable {
  /// A numeric address of this machine.
  public var host = "127.0.0.1"
  /// 0 takes any free port.
  public var port: UInt16 = 0
  public var clientID = "paylyt-dev"
  public var clientSecret = Array("paylyt-dev-client-secret".utf8)
  public var webhookSecret = Array("paylyt-dev-webhook-secret".utf8)
  /// Whether events are signed with HMAC-SHA256 over their time and body, instead of HMAC-SHA512
  /// over their body.
  public var signsTime = false
  /// Where events are delivered; nil delivers none.
  public var webhookURL: String?
  public var network = Network.regtest
  /// Everything that looks random is derived from it: keys, preimages, ids.
  public var seed = SecureRandom.bytes(32)
  /// The key of the provider's own node; nil derives it from the seed.
  public var nodeKey: NodeKey?
  /// How long after its creation each invoice is paid by itself; nil leaves that to the test.
  public var autoPayAfterMilliseconds: Int64?
  /// How the simulator waits; tests have no time.
  public var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  /// What the client owns at the provider when the simulator starts, satoshis.
  public var openingFloatSat: Int64 = 10_000_000
  /// What routing a payment costs, in millionths of its amount, rounded down to whole satoshis.
  public var routingFeeMillionths: Int64 = 1000
  /// What a payout to a bank or to mobile money costs, satoshis.
  public var payoutFeeSat: Int64 = 20
  /// For how long a payout's quote is good, in seconds (Bitnob's documentation).
  public var payoutQuoteSeconds: Int64 = 900
  /// Pause before a webhook is delivered again, doubled each time.
  public var webhookRetryMilliseconds: Int64 = 200
  /// Units of a currency for one bitcoin, as decimal texts.
  public var prices = [
    "USD": "97000.50", "NGN": "150000000.25", "KES": "12500000.00", "GHS": "1450000.75",
  ]

  /// An LND node beside the provider; nil plays none.
  public var lnd: SimulatedLND?

  public init() {}
}
