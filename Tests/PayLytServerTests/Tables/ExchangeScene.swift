@testable import PayLytServer

/// A quote of the freelancer's, who has 97 500 000 msat, over 10 000 000 of them into naira.
struct ExchangeScene: TableScene {
  enum State: String, CaseIterable {
    case absent, open, used, expired
    /// Open, and nothing may leave the wallet.
    case frozen
    /// Open, and its owner is stopped.
    case stopped
    /// Open, over more than there is.
    case tooLarge
  }

  enum Move: String, CaseIterable {
    case quote = "CreateQuote"
    case execute = "ExecuteQuote"
    case executeBeyond = "ExecuteQuote, beyond what the platform may hold"
  }

  static let service = "FxService"
  static let table = """
    CreateQuote                        client      freelancer           stranger
    absent, open, used, expired        open        open                 open
    frozen, stopped, tooLarge          open        open                 open

    ExecuteQuote                       client      freelancer           stranger
    absent                             NOT_FOUND   NOT_FOUND            NOT_FOUND
    open                               NOT_FOUND   converted            NOT_FOUND
    used                               NOT_FOUND   QUOTE_USED           NOT_FOUND
    expired                            NOT_FOUND   QUOTE_EXPIRED        NOT_FOUND
    frozen                             NOT_FOUND   WALLET_FROZEN        NOT_FOUND
    stopped                            NOT_FOUND   ACCOUNT_FROZEN       NOT_FOUND
    tooLarge                           NOT_FOUND   INSUFFICIENT_FUNDS   NOT_FOUND

    ExecuteQuote, beyond what the platform may hold   client   freelancer   stranger
    absent                             NOT_FOUND   NOT_FOUND            NOT_FOUND
    open, tooLarge                     NOT_FOUND   EXPOSURE_LIMIT       NOT_FOUND
    used                               NOT_FOUND   QUOTE_USED           NOT_FOUND
    expired                            NOT_FOUND   QUOTE_EXPIRED        NOT_FOUND
    frozen                             NOT_FOUND   WALLET_FROZEN        NOT_FOUND
    stopped                            NOT_FOUND   ACCOUNT_FROZEN       NOT_FOUND
    """

  private let world = World()
  private let quote: UUID
  var store: MemoryStore { world.store }

  init(in state: State) throws {
    _ = try world.escrow(in: .released)
    for number in UInt64(1)...4 { world.store.put(User.fixture(number)) }
    let amount: Int64 = state == .tooLarge ? 97_500_001 : 10_000_000
    let made = try world.store.carryOut(try Self.create(as: .freelancer, amount))
    quote = state == .absent ? .entity(99) : made.id
    switch state {
    case .absent, .open, .tooLarge: break
    case .used: _ = try carryOut(.execute, as: .freelancer)
    case .expired: store.now = made.expiresAt
    case .frozen:
      try store.carryOut(
        SetWalletFreeze(
          caller: .admin, request: nil, user: .entity(2), isFrozen: true, reason: "x"))
    case .stopped:
      var user = User.fixture(2)
      try user.setFrozen(true, at: .start)
      store.put(user)
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .quote:
      return "\(try store.carryOut(try Self.create(as: who, 1_000_000)).state(at: store.now))"
    case .execute, .executeBeyond:
      try store.carryOut(
        ExecuteQuote(
          caller: who.caller, request: nil, user: who.user, quote: quote,
          exposure: move == .execute ? .unlimited : Self.narrow))
      return "converted"
    }
  }

  private static let narrow: ExposureLimits = {
    var limits = ExposureLimits()
    limits.limit(.ngn, to: 1)
    return limits
  }()

  private static func create(as who: TableCaller, _ amountMsat: Int64) throws -> CreateFxQuote {
    guard let pair = AssetPair(from: .btc, to: .ngn),
      let mid = BitcoinRate(16_000_000_000, per: 100_000_000_000)
    else { preconditionFailure("bitcoin has a price") }
    return CreateFxQuote(
      caller: who.caller, request: nil, user: who.user,
      terms: try ConversionTerms(pair, .giving(amountMsat), mid: mid, spread: 100),
      quoteSeconds: 30)
  }
}
