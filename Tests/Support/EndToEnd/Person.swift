import FoundationEssentials
public import PayLytAPI
public import PayLytRPC

/// Somebody with an account who is signed in: a client of every service, and the token that goes
/// with each call.
public struct Person: Sendable {
  public static let password = "a long enough password"

  public let channel: Channel
  public let session: Session

  public var name: String { session.user?.name ?? "" }
  public var email: String { session.user?.email ?? "" }

  public init(_ channel: Channel, _ session: Session) {
    self.channel = channel
    self.session = session
  }

  public static func register(
    _ roles: [Role], on channel: Channel
  ) async throws -> Person {
    let request = RegisterRequest(
      requestID: RequestID.new(), email: "\(RequestID.new())@example.com", password: password,
      displayName: "Somebody", roles: roles)
    return Person(
      channel, try await AuthServiceClient(channel).register(request, options: .bounded))
  }

  /// An admin, made as an operator makes one.
  public static func admin(of deployment: Deployment) async throws -> Person {
    try await admin(
      of: deployment.server, on: try deployment.server.channel(), deployment.directory)
  }

  /// - Parameter directory: where the log of the program that makes one is kept.
  public static func admin(
    of server: RunningServer, on channel: Channel, _ directory: TemporaryDirectory
  ) async throws -> Person {
    let email = "\(RequestID.new())@example.com"
    let paylyt = try Place.program("paylyt")
    try await ChildProgram.run(
      "/bin/sh",
      [
        "-c", #"printf '%s\n' "$2" | "$0" admin create-user --database "$1" --email "$3""#,
        paylyt, server.addresses.database, password, email,
      ], in: directory)
    return try await login(email, on: channel)
  }

  public static func login(_ email: String, on channel: Channel) async throws -> Person {
    let request = LoginRequest(email: email, password: password)
    return Person(channel, try await AuthServiceClient(channel).login(request, options: .bounded))
  }

  /// The same person through another connection.
  public func on(_ channel: Channel) -> Person { Person(channel, session) }

  public var options: CallOptions { .bearing(session.accessToken) }

  public var auth: AuthServiceClient { AuthServiceClient(channel) }
  public var users: UserServiceClient { UserServiceClient(channel) }
  public var apiKeys: ApiKeyServiceClient { ApiKeyServiceClient(channel) }
  public var access: AccessServiceClient { AccessServiceClient(channel) }
  public var jobs: JobServiceClient { JobServiceClient(channel) }
  public var escrows: EscrowServiceClient { EscrowServiceClient(channel) }
  public var invoices: InvoiceServiceClient { InvoiceServiceClient(channel) }
  public var wallets: WalletServiceClient { WalletServiceClient(channel) }
  public var payouts: PayoutServiceClient { PayoutServiceClient(channel) }
  public var ledger: LedgerServiceClient { LedgerServiceClient(channel) }
  public var events: EventServiceClient { EventServiceClient(channel) }

  /// What is in their wallet, millisatoshis.
  public func balanceMsat() async throws -> Int64 {
    let wallet = try await wallets.getWallet(GetWalletRequest(), options: options)
    return wallet.balances.first { $0.asset == "BTC" }?.units ?? 0
  }

  /// Pays out to a Lightning address, and waits for the payout's last state.
  public func payOut(sats: Int64, to address: String) async throws -> Payout {
    var last = try await payouts.createPayout(
      CreatePayoutRequest(
        requestID: RequestID.new(), amount: .sats(sats), lightningAddress: address),
      options: options)
    let changes = try await payouts.watchPayout(
      WatchPayoutRequest(name: last.name), options: options)
    for try await change in changes { last = change }
    return last
  }
}

extension CallOptions {
  /// No call of a test waits for ever.
  public static let bounded = CallOptions(timeout: .seconds(60))

  public static func bearing(_ token: String) -> CallOptions {
    var options = bounded
    do throws(MetadataError) {
      try options.metadata.add("authorization", "Bearer \(token)")
    } catch {
      preconditionFailure("\(error)")
    }
    return options
  }
}

/// Ids that a caller makes for requests.
public enum RequestID {
  public static func new() -> String { UUID().uuidString.lowercased() }
}

extension Money {
  public static func sats(_ sats: Int64) -> Money { Money(asset: "BTC", units: sats * 1000) }
}
