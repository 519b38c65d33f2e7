@testable import PayLytServer

/// The freelancer's wallet, which holds 97 500 000 msat.
struct WalletScene: TableScene {
  enum State: String, CaseIterable {
    case open
    /// Nothing may leave it.
    case frozen
    /// Its owner is stopped.
    case stopped
    /// Its owner is no more.
    case gone
  }

  enum Move: String, CaseIterable {
    case freeze = "FreezeWallet"
    case freezeUnknown = "FreezeWallet, of nobody"
    case unfreeze = "UnfreezeWallet"
    case give = "TransferFunds"
    case giveTooMuch = "TransferFunds, too much"
    /// Of which nobody has any.
    case giveLocal = "TransferFunds, of naira"
    case giveSelf = "TransferFunds, to oneself"
    case giveNobody = "TransferFunds, to nobody"
    case giveGone = "TransferFunds, to somebody who is gone"
    case handOver = "HandOverWallet"
    case handOverUnknown = "HandOverWallet, of nobody"
    case handOverToGone = "HandOverWallet, to somebody who is gone"
    case handOverSelf = "HandOverWallet, to oneself"
    case deposit = "CreateDeposit"
    /// The provider made no new invoice.
    case depositAgain = "CreateDeposit, repeated"
  }

  static let service = "WalletService"
  static let table = """
    FreezeWallet                admin                service
    open, stopped, gone         frozen               frozen
    frozen                      ILLEGAL_TRANSITION   ILLEGAL_TRANSITION

    FreezeWallet, of nobody     admin                service
    open, frozen                NOT_FOUND            NOT_FOUND
    stopped, gone               NOT_FOUND            NOT_FOUND

    UnfreezeWallet              admin
    open, stopped, gone         ILLEGAL_TRANSITION
    frozen                      free

    TransferFunds               client               freelancer        stranger
    open                        INSUFFICIENT_FUNDS   moved             INSUFFICIENT_FUNDS
    frozen                      INSUFFICIENT_FUNDS   WALLET_FROZEN     INSUFFICIENT_FUNDS
    stopped, gone               INSUFFICIENT_FUNDS   ACCOUNT_FROZEN    INSUFFICIENT_FUNDS

    TransferFunds, too much     client               freelancer           stranger
    open                        INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS
    frozen                      INSUFFICIENT_FUNDS   WALLET_FROZEN        INSUFFICIENT_FUNDS
    stopped, gone               INSUFFICIENT_FUNDS   ACCOUNT_FROZEN       INSUFFICIENT_FUNDS

    TransferFunds, of naira     client               freelancer           stranger
    open                        INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS
    frozen                      INSUFFICIENT_FUNDS   WALLET_FROZEN        INSUFFICIENT_FUNDS
    stopped, gone               INSUFFICIENT_FUNDS   ACCOUNT_FROZEN       INSUFFICIENT_FUNDS

    TransferFunds, to oneself     client          freelancer      stranger
    open, frozen, stopped, gone   INVALID_FIELD   INVALID_FIELD   INVALID_FIELD

    TransferFunds, to nobody      client          freelancer      stranger
    open, frozen, stopped, gone   NOT_FOUND       NOT_FOUND       NOT_FOUND

    TransferFunds, to somebody who is gone    client      freelancer    stranger
    open, frozen, stopped, gone               NOT_FOUND   NOT_FOUND     NOT_FOUND

    HandOverWallet              admin
    open, frozen, stopped       ILLEGAL_TRANSITION
    gone                        0

    HandOverWallet, of nobody        admin
    open, frozen, stopped, gone      NOT_FOUND

    HandOverWallet, to somebody who is gone   admin
    open, frozen, stopped, gone               NOT_FOUND

    HandOverWallet, to oneself       admin
    open, frozen, stopped, gone      OWN_CASE

    CreateDeposit               client               freelancer        stranger
    open, frozen                pending              pending           pending
    stopped, gone               pending              ACCOUNT_FROZEN    pending

    CreateDeposit, repeated   client                      freelancer   stranger
    open, frozen   PROVIDER_REPEATED_INVOICE  PROVIDER_REPEATED_INVOICE  PROVIDER_REPEATED_INVOICE
    stopped, gone  PROVIDER_REPEATED_INVOICE  ACCOUNT_FROZEN             PROVIDER_REPEATED_INVOICE
    """

  private let world = World()
  var store: MemoryStore { world.store }

  init(in state: State) throws {
    _ = try world.escrow(in: .released)
    for number in UInt64(1)...4 { store.put(User.fixture(number)) }
    var departed = User.fixture(6)
    try departed.erase()
    store.put(departed)
    try store.carryOut(deposit(1, as: .client))
    var owner = User.fixture(2)
    switch state {
    case .open: return
    case .frozen: try store.carryOut(freeze(true, .freelancer, as: .admin))
    case .stopped: try owner.setFrozen(true, at: .start)
    case .gone: try owner.erase()
    }
    store.put(owner)
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .freeze, .unfreeze:
      let view = try store.carryOut(freeze(move == .freeze, .freelancer, as: who))
      return view.freeze?.isFrozen == true ? "frozen" : "free"
    case .freezeUnknown:
      try store.carryOut(freeze(true, nil, as: who))
    case .give: try give(.msat(1_000), to: who == .stranger ? .entity(1) : .entity(3), as: who)
    case .giveTooMuch: try give(.msat(97_500_001), to: .entity(4), as: who)
    case .giveLocal: try give(Money(asset: .ngn, units: 1), to: .entity(4), as: who)
    case .giveSelf: try give(.msat(1_000), to: who.user, as: who)
    case .giveNobody: try give(.msat(1_000), to: .entity(99), as: who)
    case .giveGone: try give(.msat(1_000), to: .entity(6), as: who)
    case .handOver: return try handOver(to: 1, as: who)
    case .handOverUnknown: return try handOver(of: 99, to: 1, as: who)
    case .handOverToGone: return try handOver(to: 6, as: who)
    case .handOverSelf: return try handOver(to: 4, as: who)
    case .deposit: return "\(try store.carryOut(deposit(2, as: who)).state)"
    case .depositAgain: return "\(try store.carryOut(deposit(1, as: who)).state)"
    }
    return "moved"
  }

  private func freeze(_ isFrozen: Bool, _ of: TableCaller?, as who: TableCaller) -> SetWalletFreeze
  {
    SetWalletFreeze(
      caller: who.caller, request: nil, user: of?.user ?? .entity(99), isFrozen: isFrozen,
      reason: "a court order")
  }

  /// What is left in the freelancer's wallet.
  private func handOver(of user: UInt64 = 2, to: UInt64, as who: TableCaller) throws -> String {
    let view = try store.carryOut(
      HandOverWallet(
        caller: who.caller, request: nil, user: .entity(user), receiver: .entity(to),
        reason: "it is theirs", approvalLimitMsat: .max))
    return "\(view.balances.reduce(0) { $0 + $1.units })"
  }

  private func give(_ amount: Money, to: UUID, as who: TableCaller) throws {
    try store.carryOut(
      TransferFunds(caller: who.caller, request: nil, from: who.user, to: to, amount: amount))
  }

  private func deposit(_ number: UInt8, as who: TableCaller) -> CreateDeposit {
    CreateDeposit(
      caller: who.caller, request: nil, user: who.user,
      made: Deposit.Made(
        provider: "simulator", reference: "deposit-\(number)", providerID: "\(number)",
        paymentHash: [UInt8](repeating: number, count: 32), paymentRequest: "lnbc\(number)",
        amountMsat: 1_000, expiresAt: Timestamp.start.adding(seconds: 3600)))
  }
}
