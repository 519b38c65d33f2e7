import CLinux
import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC

/// How a server runs, read once at start.
struct Configuration: Sendable {
  struct Provider: Sendable {
    /// Without a slash at the end.
    let url: String
    let clientID: String
    let clientSecret: [UInt8]
    let webhookSecret: [UInt8]
    /// The secret before the current one, while it is being replaced.
    let previousWebhookSecret: [UInt8]?
    var webhookScheme = BitnobWebhook.Scheme.sha512
    let network: Network
    /// For whom we act at the provider; nil for ourselves.
    var customerID: String?
    /// Where it tells what becomes of payouts, as it reaches us; nil for where its webhooks go.
    var callbackURL: String?
  }

  /// Our own LND node.
  struct Node: Sendable {
    let address: Endpoint
    let certificateFile: String
    let macaroon: [UInt8]
  }

  /// Refuses everything that is made up for development: see `checkProduction`.
  let isProduction: Bool
  /// A libpq connection string; nil for a private cluster in `dataDirectory`.
  let database: String?
  let dataDirectory: String
  /// Where the private cluster's `postgres` and `initdb` are; nil for where Debian puts them.
  let postgresBinaries: String?
  /// TLS.
  let listen: Endpoint
  /// HTTP/2 in the clear; nil for none.
  let plaintextListen: Endpoint?
  let webhookListen: Endpoint
  /// Where metrics are read over HTTP in the clear; nil for nowhere.
  let metricsListen: Endpoint?
  /// Where grpc.channelz.v1 is served, in the clear; nil for nowhere.
  let channelzListen: Endpoint?
  /// nil for a self-signed certificate made at start.
  let tls: (certificate: String, key: String)?
  /// Clients of the TLS port must show a certificate of an authority in this PEM file; nil for any
  /// client.
  let clientAuthorities: String?
  /// How clients' connections are treated.
  let rpc: ServerConfiguration
  /// nil for one that is made once and kept in `dataDirectory`.
  let masterSecret: [UInt8]?
  /// Keys of details at rest; nil for one that is derived from the secret.
  let detailKeys: String?
  /// nil: Lightning is the provider's.
  let lnd: Node?
  /// Other secrets whose tokens are good too, while one is replaced.
  let acceptedSecrets: [[UInt8]]
  /// How much users may move.
  let policy: AccessPolicy
  /// nil with the simulator, which is started with secrets made for it.
  let provider: Provider?
  /// Whether the simulator is started as a child, after how many milliseconds it pays each invoice
  /// by itself (0 never), and whether it plays an LND node, too, for Lightning.
  let simulator: (isOn: Bool, paysAfterMilliseconds: Int, playsNode: Bool)
  /// What conversions cost, and for how long their rates are locked.
  let exchange: ExchangePolicy
  /// What one admin may decide alone, of disputes and overrides.
  let approvalLimitSats: Int64
  /// Whether users may let time pass, invoices be paid and their own calls fail.
  let isSandbox: Bool
  /// Where requests to users' servers may go.
  let webhookPolicy: WebhookPolicy
  /// The server that sends e-mails, their sender, and where their links lead; nil for none.
  let mail: (server: MailSender.Configuration, from: MailAddress, links: String?)?
  let loops: Int
  let logLevel: Log.Level
  /// Where to write, as JSON, which addresses are served, once they are; nil for nowhere.
  let readyFile: String?

  /// - Throws: `CommandLineOptions.Misuse`, `SystemError` for a secret's file.
  init(_ options: CommandLineOptions) throws {
    isProduction = try options.isSet("production")
    database = options["database"]
    dataDirectory = options["data-dir"] ?? Self.defaultDataDirectory
    postgresBinaries = options["pg-bin"]
    listen = try Endpoint(options["listen"] ?? "127.0.0.1:50051", option: "listen")
    plaintextListen = try Self.optional(
      options, "plaintext-listen", otherwise: isProduction ? nil : "127.0.0.1:50052")
    webhookListen = try Endpoint(
      options["webhook-listen"] ?? "127.0.0.1:50080", option: "webhook-listen")
    metricsListen = try Self.optional(options, "metrics-listen", otherwise: nil)
    channelzListen = try Self.optional(options, "channelz-listen", otherwise: nil)
    tls = try Self.tls(options)
    clientAuthorities = options["tls-client-ca"]
    rpc = try ConnectionOptions.read(options)
    masterSecret = try Self.masterSecret(options, "secret")
    acceptedSecrets = try Self.masterSecret(options, "accepted-secret").map { [$0] } ?? []
    policy = try AccessPolicy(options)
    lnd = try Self.node(options)
    detailKeys = try options.secret("detail-keys").map { String(decoding: $0, as: UTF8.self) }
    let withSimulator = try options.isSet("with-simulator")
    simulator = (
      withSimulator, try options.integer("simulator-pays-after-ms", in: 0...3_600_000) ?? 0,
      try options.isSet("simulator-lnd")
    )
    if !withSimulator {
      try options.refuse(["simulator-pays-after-ms"], "goes with --with-simulator")
    }
    guard !simulator.playsNode || (withSimulator && lnd == nil) else {
      throw CommandLineOptions.Misuse(
        description: "--simulator-lnd goes with --with-simulator and without --lnd-address")
    }
    provider = try Self.provider(options, withSimulator: withSimulator)
    exchange = try Self.exchange(options)
    approvalLimitSats =
      try options.integer("approval-limit-sats", in: 0...Int(EscrowLimits.amountSatsMax))
      .map { Int64($0) } ?? DisputeLimits.approvalSatsDefault
    isSandbox = try options.isSet("sandbox")
    webhookPolicy = WebhookPolicy(
      allowsPrivateAddresses: try options.isSet("webhooks-to-private-addresses"),
      certificateAuthorityFile: options["webhooks-ca"])
    mail = try MailOptions.read(options)
    loops = try options.integer("loops", in: 1...64) ?? 1
    logLevel = try Self.logLevel(options)
    readyFile = options["ready-file"]
    if isProduction { try checkProduction() }
    guard !isSandbox || provider?.network != .mainnet else {
      throw CommandLineOptions.Misuse(
        description: "--sandbox plays with time, and --network bc is real money")
    }
  }

  /// Kept over restarts, and reachable by the user whom PostgreSQL runs as: a checkout below a home
  /// directory often is not.
  static var defaultDataDirectory: String { "/var/tmp/paylyt-\(getuid())" }

  /// What is convenient on a desk is a hole in production.
  private func checkProduction() throws(CommandLineOptions.Misuse) {
    let missing = [
      database == nil ? "--database" : nil,
      tls == nil ? "--tls-certificate and --tls-key" : nil,
      masterSecret == nil ? "--secret-file" : nil,
      policy == .unlimited ? "--step-up-above-sats or daily limits" : nil,
      simulator.isOn ? "a provider instead of --with-simulator" : nil,
      provider.map { $0.url.hasPrefix("https://") } == true
        ? nil : "--provider-url with https",
      isSandbox ? "the world's clock instead of --sandbox" : nil,
      webhookPolicy.allowsPrivateAddresses
        ? "public addresses instead of --webhooks-to-private-addresses" : nil,
    ].compactMap { $0 }
    guard missing.isEmpty else {
      throw CommandLineOptions.Misuse(
        description: "--production needs " + missing.joined(separator: ", "))
    }
  }

  private static func optional(
    _ options: CommandLineOptions, _ name: String, otherwise: String?
  ) throws(CommandLineOptions.Misuse) -> Endpoint? {
    let text = options[name] ?? otherwise
    guard let text, text != "none" else { return nil }
    return try Endpoint(text, option: name)
  }

  private static func tls(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> (certificate: String, key: String)? {
    switch (options["tls-certificate"], options["tls-key"]) {
    case (let certificate?, let key?): return (certificate, key)
    case (nil, nil): return nil
    case (_?, nil), (nil, _?):
      throw CommandLineOptions.Misuse(
        description: "--tls-certificate and --tls-key go together")
    }
  }

  private static func masterSecret(
    _ options: CommandLineOptions, _ name: String
  ) throws -> [UInt8]? {
    guard let text = try options.secret(name) else { return nil }
    guard let bytes = Hex.decode(String(decoding: text, as: UTF8.self)), bytes.count >= 32 else {
      throw CommandLineOptions.Misuse(
        description: "--\(name) is at least 32 bytes in hex: openssl rand -hex 32")
    }
    return bytes
  }

  /// What is said of a provider that is not the simulator.
  private static let ofProvider = [
    "provider-url", "provider-client-id", "provider-client-secret", "provider-client-secret-file",
    "provider-customer-id", "provider-callback-url", "webhook-secret", "webhook-secret-file",
    "previous-webhook-secret", "previous-webhook-secret-file", "webhook-signature", "network",
  ]

  private static func provider(
    _ options: CommandLineOptions, withSimulator: Bool
  ) throws -> Provider? {
    guard !withSimulator else {
      try options.refuse(ofProvider, "does not go with --with-simulator")
      return nil
    }
    guard let url = options["provider-url"], let clientID = options["provider-client-id"],
      let clientSecret = try options.secret("provider-client-secret"),
      let webhookSecret = try options.secret("webhook-secret")
    else {
      throw CommandLineOptions.Misuse(
        description: "name the provider with --provider-url, --provider-client-id, "
          + "--provider-client-secret-file and --webhook-secret-file, or use --with-simulator")
    }
    guard let network = Network(rawValue: options["network"] ?? "bc") else {
      throw CommandLineOptions.Misuse(description: "--network is bc, tb, tbs or bcrt")
    }
    let scheme = BitnobWebhook.Scheme(rawValue: options["webhook-signature"] ?? "sha512")
    guard let scheme else {
      throw CommandLineOptions.Misuse(description: "--webhook-signature is sha512 or sha256")
    }
    return Provider(
      url: url, clientID: clientID, clientSecret: clientSecret, webhookSecret: webhookSecret,
      previousWebhookSecret: try options.secret("previous-webhook-secret"),
      webhookScheme: scheme, network: network, customerID: options["provider-customer-id"],
      callbackURL: try callbackURL(options))
  }

  private static func callbackURL(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> String? {
    guard let url = options["provider-callback-url"] else { return nil }
    guard url.hasPrefix("https://") || url.hasPrefix("http://127.0.0.1:") else {
      throw .init(description: "--provider-callback-url is https, as the provider reaches us")
    }
    return url
  }

  private static func exchange(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> ExchangePolicy {
    var policy = ExchangePolicy()
    let spread = ExchangeLimits.spreadBasisPoints
    let seconds = ExchangeLimits.quoteSeconds
    if let value = try options.integer(
      "fx-spread-bps", in: Int(spread.lowerBound)...Int(spread.upperBound))
    {
      policy.spreadBasisPoints = Int64(value)
    }
    if let value = try options.integer(
      "fx-quote-seconds", in: Int(seconds.lowerBound)...Int(seconds.upperBound))
    {
      policy.quoteSeconds = Int64(value)
    }
    if let text = options["fx-exposure-limits"] { policy.exposure = try exposure(text) }
    return policy
  }

  /// `NGN=500000000,USD=1000000`: minor units of each.
  static func exposure(
    _ text: String
  ) throws(CommandLineOptions.Misuse) -> ExposureLimits {
    var limits = ExposureLimits()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", omittingEmptySubsequences: false)
      guard words.count == 2, let asset = Asset(rawValue: String(words[0])), asset != .btc,
        limits[asset] == nil, let units = Int64(words[1]),
        (1...ExchangeLimits.exposureMinorMax).contains(units)
      else {
        throw .init(
          description: "--fx-exposure-limits takes minor units for each currency, once, such as "
            + "NGN=500000000,USD=1000000")
      }
      limits.limit(asset, to: units)
    }
    return limits
  }

  private static func node(_ options: CommandLineOptions) throws -> Node? {
    switch (options["lnd-address"], options["lnd-tls-certificate"], options["lnd-macaroon-file"]) {
    case (nil, nil, nil): return nil
    case (let address?, let certificate?, let macaroon?):
      return Node(
        address: try Endpoint(address, option: "lnd-address"), certificateFile: certificate,
        macaroon: try TextFile.bytes(macaroon))
    case (_, _, _):
      throw CommandLineOptions.Misuse(
        description: "--lnd-address, --lnd-tls-certificate and --lnd-macaroon-file go together")
    }
  }

  private static func logLevel(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> Log.Level {
    let name = options["log-level"] ?? "info"
    guard let level = Log.Level.allCases.first(where: { $0.name == name }) else {
      throw CommandLineOptions.Misuse(
        description: "--log-level is debug, info, warning or error")
    }
    return level
  }
}

/// Where to listen: `127.0.0.1:50051`, `[::1]:0`.
struct Endpoint: Sendable, Hashable {
  let host: String
  let port: UInt16

  init(_ text: String, option: String) throws(CommandLineOptions.Misuse) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { throw CommandLineOptions.Misuse(description: "--\(option) is ADDRESS:PORT") }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else {
      throw CommandLineOptions.Misuse(description: "--\(option) is ADDRESS:PORT")
    }
    self.host = String(host)
    self.port = port
  }
}
