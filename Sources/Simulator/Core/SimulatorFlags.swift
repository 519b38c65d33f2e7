import Lightning
import PayLytCrypto

/// The command line of `paylyt-simulator`.
public enum SimulatorFlags {
  public enum Parsed: Sendable {
    case run(SimulatorConfiguration)
    case help
    /// Why the command line makes no sense.
    case refused(String)
  }

  public static let help = """
    paylyt-simulator — a Lightning provider (Bitnob's API) and a Lightning address domain

      --listen HOST:PORT        numeric address; port 0 takes any free one    127.0.0.1:0
      --webhook-url URL         where events are delivered                    none
      --client-id TEXT          who may call                                  paylyt-dev
      --client-secret TEXT      signs the calls             paylyt-dev-client-secret
      --webhook-secret TEXT     signs the events            paylyt-dev-webhook-secret
                                (or SIMULATOR_CLIENT_SECRET, SIMULATOR_WEBHOOK_SECRET in the
                                environment, where `ps` does not show them)
      --webhook-signature NAME  sha512 over the body, or sha256 with the time  sha512
      --network NAME            bc, tb, tbs or bcrt                           bcrt
      --seed TEXT               makes keys and preimages reproducible         random
      --node-key HEX            the provider's node key, 32 bytes             from the seed
      --auto-pay-after-ms N     pays each invoice by itself                   never
      --float-sat N             what the client owns at the start             10000000
      --lnd-listen HOST:PORT    plays an LND node, too: gRPC over TLS         none
      --lnd-tls-certificate FILE, --lnd-tls-key FILE                          for it, PEM
      --lnd-macaroon HEX        lets its client in (or SIMULATOR_LND_MACAROON)
      --help

    The first line of its output is: listening on http://HOST:PORT
    With a node, the second one is: node listening on HOST:PORT
    It ends on SIGINT and SIGTERM.

    The provider, signed (X-Auth-*):
      POST /api/lightning/invoices                     GET /api/lightning/invoices[/ID]
      POST /api/lightning/invoices/verify              POST /api/lightning/decode
      POST /api/lightning/payments/initiate|send       GET /api/lightning/payments/reference/REF
      GET  /api/balances    GET /api/trading/prices?currency=USD    GET /api/whoami
    Lightning addresses (every user but "nobody"):
      GET /.well-known/lnurlp/USER                     GET /lnurlp/callback/USER?amount=MSAT
    Knobs, not signed:
      POST /sim/invoices/ID|HASH|REF/pay   {"amount_sat":N,"late":true,"payment":KEY}, optional all
      POST /sim/invoices/ID|HASH|REF/time-out  a payment that the node holds goes back
      POST /sim/payments/ID|REF/settle|fail  {"reason":TEXT}, after the fault hold_payment
      POST /sim/payouts/QUOTE|REF/settle|fail|reverse  {"reason":TEXT,"keeps_fee":true}
      POST /sim/faults   {"operation":NAME or "*","kind":KIND,"count":N,"delay_ms":N}
      GET|DELETE /sim/faults    GET /sim/book|invoices|payments|payouts
    The node has the same invoices, payments, knobs and faults; those of `webhook` hit what it tells
    of settled invoices.
    Operations: \(Operation.allCases.map(\.rawValue).joined(separator: " "))
    Kinds: \(FaultKind.allCases.map(\.rawValue).joined(separator: " "))
    """

  /// Reads the arguments after the program's name; they win over the environment.
  public static func parse(
    _ arguments: [String], environment: (String) -> String? = { _ in nil }
  ) -> Parsed {
    var configuration = SimulatorConfiguration()
    var node = NodeFlags()
    node.macaroon = environment("SIMULATOR_LND_MACAROON")
    if let secret = environment("SIMULATOR_CLIENT_SECRET"), !secret.isEmpty {
      configuration.clientSecret = Array(secret.utf8)
    }
    if let secret = environment("SIMULATOR_WEBHOOK_SECRET"), !secret.isEmpty {
      configuration.webhookSecret = Array(secret.utf8)
    }
    var rest = arguments[...]
    while let flag = rest.popFirst() {
      if flag == "--help" { return .help }
      guard let value = rest.popFirst() else { return .refused("\(flag) needs a value") }
      do throws(Misuse) {
        guard try !node.apply(flag, value) else { continue }
        try apply(flag, value, to: &configuration)
      } catch {
        return .refused(error.reason)
      }
    }
    do throws(Misuse) {
      configuration.lnd = try node.configuration()
    } catch {
      return .refused(error.reason)
    }
    return .run(configuration)
  }

  /// What is said of the node: all of it, or nothing.
  private struct NodeFlags {
    var place: (host: String, port: UInt16)?
    var certificate: String?
    var key: String?
    var macaroon: String?

    /// - Returns: whether the flag is one of the node's.
    mutating func apply(_ flag: String, _ value: String) throws(Misuse) -> Bool {
      switch flag {
      case "--lnd-listen": place = try SimulatorFlags.place(flag, value)
      case "--lnd-tls-certificate": certificate = try SimulatorFlags.text(flag, value)
      case "--lnd-tls-key": key = try SimulatorFlags.text(flag, value)
      case "--lnd-macaroon": macaroon = try SimulatorFlags.text(flag, value)
      default: return false
      }
      return true
    }

    func configuration() throws(Misuse) -> SimulatedLND? {
      guard let place else {
        guard certificate == nil, key == nil else {
          throw Misuse(reason: "the node's files need --lnd-listen")
        }
        return nil
      }
      guard let certificate, let key, let macaroon = macaroon.flatMap(Hex.decode), !macaroon.isEmpty
      else {
        throw Misuse(
          reason: "--lnd-listen needs --lnd-tls-certificate, --lnd-tls-key and a macaroon in hex")
      }
      var node = SimulatedLND(certificateFile: certificate, keyFile: key, macaroon: macaroon)
      (node.host, node.port) = place
      return node
    }
  }

  private struct Misuse: Error {
    let reason: String
  }

  private static func apply(
    _ flag: String, _ value: String, to configuration: inout SimulatorConfiguration
  ) throws(Misuse) {
    switch flag {
    case "--listen": (configuration.host, configuration.port) = try place(flag, value)
    case "--webhook-url":
      guard value.hasPrefix("http://") || value.hasPrefix("https://") else {
        throw Misuse(reason: "--webhook-url is no URL: \(value)")
      }
      configuration.webhookURL = value
    case "--client-id": configuration.clientID = try text(flag, value)
    case "--client-secret": configuration.clientSecret = Array(try text(flag, value).utf8)
    case "--webhook-secret": configuration.webhookSecret = Array(try text(flag, value).utf8)
    case "--webhook-signature":
      guard value == "sha512" || value == "sha256" else {
        throw Misuse(reason: "--webhook-signature is sha512 or sha256, not \(value)")
      }
      configuration.signsTime = value == "sha256"
    case "--network":
      guard let network = Network(rawValue: value) else {
        throw Misuse(reason: "--network is bc, tb, tbs or bcrt, not \(value)")
      }
      configuration.network = network
    case "--seed": configuration.seed = SHA256.hash(Array(value.utf8))
    case "--node-key":
      guard let key = Hex.decode(value).flatMap(NodeKey.init(secret:)) else {
        throw Misuse(reason: "--node-key is no private key in hex")
      }
      configuration.nodeKey = key
    case "--auto-pay-after-ms":
      configuration.autoPayAfterMilliseconds = try number(flag, value, max: 86_400_000)
    case "--float-sat":
      configuration.openingFloatSat = try number(flag, value, max: 2_100_000_000_000_000)
    default: throw Misuse(reason: "there is no flag \(flag)")
    }
  }

  private static func place(_ flag: String, _ value: String) throws(Misuse) -> (String, UInt16) {
    guard let colon = value.lastIndex(of: ":"), colon != value.startIndex,
      let port = UInt16(value[value.index(after: colon)...])
    else { throw Misuse(reason: "\(flag) is HOST:PORT, not \(value)") }
    return (String(value[..<colon]), port)
  }

  private static func text(_ flag: String, _ value: String) throws(Misuse) -> String {
    guard !value.isEmpty else { throw Misuse(reason: "\(flag) is empty") }
    return value
  }

  private static func number(
    _ flag: String, _ value: String, max: Int64
  ) throws(Misuse) -> Int64 {
    guard let number = Int64(value), (0...max).contains(number) else {
      throw Misuse(reason: "\(flag) is a number in 0...\(max), not \(value)")
    }
    return number
  }
}
