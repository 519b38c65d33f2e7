@testable import PayLytServer

/// A payout of the freelancer's, who has 97 500 000 msat, over Lightning; and a quote of theirs for
/// one to a bank.
struct PayoutScene: TableScene {
  enum State: String, CaseIterable {
    case absent, reserved, submitting, submitted, unknown, succeeded, failed, cancelled
    /// It failed, and another one is in its place.
    case replaced
    /// It failed, and nothing may leave the wallet.
    case frozen
    /// It failed, and its owner is stopped.
    case stopped
  }

  enum Move: String, CaseIterable {
    case quote = "CreatePayoutQuote"
    case create = "CreatePayout"
    case createTooMuch = "CreatePayout, more than there is"
    case createQuoted = "CreatePayout, at a quote"
    case createExpired = "CreatePayout, at a quote that is over"
    case createDeleted = "CreatePayout, to a beneficiary that was deleted"
    case cancel = "CancelPayout"
    case cancelStale = "CancelPayout, stale"
    case replace = "ReplaceDestination"
    case replaceOther = "ReplaceDestination, by an invoice over another amount"
    case replaceQuoted = "ReplaceDestination, at a quote"
    case replaceExpired = "ReplaceDestination, at a quote that is over"
    case replaceUsed = "ReplaceDestination, at a quote that was used"
    case replaceTooMuch = "ReplaceDestination, at a quote for more than there is"

    /// Of those at a quote, which one.
    fileprivate var quote: UInt64? {
      switch self {
      case .createQuoted, .replaceQuoted: 50
      case .createExpired, .replaceExpired: 51
      case .createDeleted: 52
      case .replaceUsed: 53
      case .replaceTooMuch: 54
      case .quote, .create, .createTooMuch, .cancel, .cancelStale, .replace, .replaceOther: nil
      }
    }
  }

  static let service = "PayoutService"
  static let table = """
    CreatePayoutQuote                  client               freelancer           stranger
    absent, reserved, submitting       open                 open                 open
    submitted, unknown, succeeded      open                 open                 open
    failed, cancelled, replaced        open                 open                 open
    frozen, stopped                    open                 open                 open

    CreatePayout                       client               freelancer           stranger
    absent, reserved, submitting       INSUFFICIENT_FUNDS   reserved             INSUFFICIENT_FUNDS
    submitted, unknown, succeeded      INSUFFICIENT_FUNDS   reserved             INSUFFICIENT_FUNDS
    failed, cancelled, replaced        INSUFFICIENT_FUNDS   reserved             INSUFFICIENT_FUNDS
    frozen                             INSUFFICIENT_FUNDS   WALLET_FROZEN        INSUFFICIENT_FUNDS
    stopped                            INSUFFICIENT_FUNDS   ACCOUNT_FROZEN       INSUFFICIENT_FUNDS

    CreatePayout, more than there is   client               freelancer           stranger
    absent, reserved, submitting       INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS
    submitted, unknown, succeeded      INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS
    failed, cancelled, replaced        INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS   INSUFFICIENT_FUNDS
    frozen                             INSUFFICIENT_FUNDS   WALLET_FROZEN        INSUFFICIENT_FUNDS
    stopped                            INSUFFICIENT_FUNDS   ACCOUNT_FROZEN       INSUFFICIENT_FUNDS

    CreatePayout, at a quote           client       freelancer       stranger
    absent, reserved, submitting       NOT_FOUND    reserved         NOT_FOUND
    submitted, unknown, succeeded      NOT_FOUND    reserved         NOT_FOUND
    failed, cancelled, replaced        NOT_FOUND    reserved         NOT_FOUND
    frozen                             NOT_FOUND    WALLET_FROZEN    NOT_FOUND
    stopped                            NOT_FOUND    ACCOUNT_FROZEN   NOT_FOUND

    CreatePayout, at a quote that is over   client    freelancer       stranger
    absent, reserved, submitting       NOT_FOUND    QUOTE_EXPIRED    NOT_FOUND
    submitted, unknown, succeeded      NOT_FOUND    QUOTE_EXPIRED    NOT_FOUND
    failed, cancelled, replaced        NOT_FOUND    QUOTE_EXPIRED    NOT_FOUND
    frozen, stopped                    NOT_FOUND    QUOTE_EXPIRED    NOT_FOUND

    CreatePayout, to a beneficiary that was deleted   client   freelancer   stranger
    absent, reserved, submitting       NOT_FOUND    NOT_FOUND        NOT_FOUND
    submitted, unknown, succeeded      NOT_FOUND    NOT_FOUND        NOT_FOUND
    failed, cancelled, replaced        NOT_FOUND    NOT_FOUND        NOT_FOUND
    frozen, stopped                    NOT_FOUND    NOT_FOUND        NOT_FOUND

    CancelPayout                       client       freelancer           stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved                           NOT_FOUND    cancelled            NOT_FOUND
    submitting, submitted, unknown     NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    succeeded, failed, cancelled       NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    replaced, frozen, stopped          NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND

    CancelPayout, stale                client       freelancer           stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, cancelled                NOT_FOUND    ETAG_MISMATCH        NOT_FOUND
    submitting, submitted, unknown     NOT_FOUND    ETAG_MISMATCH        NOT_FOUND
    succeeded, failed, replaced        NOT_FOUND    ETAG_MISMATCH        NOT_FOUND
    frozen, stopped                    NOT_FOUND    ETAG_MISMATCH        NOT_FOUND

    ReplaceDestination                 client       freelancer           stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, submitting, submitted    NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    unknown, succeeded, cancelled      NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    failed                             NOT_FOUND    reserved             NOT_FOUND
    replaced                           NOT_FOUND    PAYOUT_REPLACED      NOT_FOUND
    frozen                             NOT_FOUND    WALLET_FROZEN        NOT_FOUND
    stopped                            NOT_FOUND    ACCOUNT_FROZEN       NOT_FOUND

    ReplaceDestination, by an invoice over another amount   client   freelancer   stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, submitting, submitted    NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    unknown, succeeded, cancelled      NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    failed, frozen, stopped            NOT_FOUND    INVALID_FIELD        NOT_FOUND
    replaced                           NOT_FOUND    PAYOUT_REPLACED      NOT_FOUND

    ReplaceDestination, at a quote     client       freelancer           stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, submitting, submitted    NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    unknown, succeeded, cancelled      NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    failed                             NOT_FOUND    reserved             NOT_FOUND
    replaced                           NOT_FOUND    PAYOUT_REPLACED      NOT_FOUND
    frozen                             NOT_FOUND    WALLET_FROZEN        NOT_FOUND
    stopped                            NOT_FOUND    ACCOUNT_FROZEN       NOT_FOUND

    ReplaceDestination, at a quote that is over   client   freelancer   stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, submitting, submitted    NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    unknown, succeeded, cancelled      NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    failed, frozen, stopped            NOT_FOUND    QUOTE_EXPIRED        NOT_FOUND
    replaced                           NOT_FOUND    PAYOUT_REPLACED      NOT_FOUND

    ReplaceDestination, at a quote that was used   client   freelancer   stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, submitting, submitted    NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    unknown, succeeded, cancelled      NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    failed, frozen, stopped            NOT_FOUND    QUOTE_USED           NOT_FOUND
    replaced                           NOT_FOUND    PAYOUT_REPLACED      NOT_FOUND

    ReplaceDestination, at a quote for more than there is   client   freelancer   stranger
    absent                             NOT_FOUND    NOT_FOUND            NOT_FOUND
    reserved, submitting, submitted    NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    unknown, succeeded, cancelled      NOT_FOUND    ILLEGAL_TRANSITION   NOT_FOUND
    failed                             NOT_FOUND    INSUFFICIENT_FUNDS   NOT_FOUND
    replaced                           NOT_FOUND    PAYOUT_REPLACED      NOT_FOUND
    frozen                             NOT_FOUND    WALLET_FROZEN        NOT_FOUND
    stopped                            NOT_FOUND    ACCOUNT_FROZEN       NOT_FOUND
    """

  private let world = World()
  private let payout: UUID
  var store: MemoryStore { world.store }

  init(in state: State) throws {
    let world = world
    _ = try world.escrow(in: .released)
    for number in UInt64(1)...4 { world.store.put(User.fixture(number)) }
    for (id, isDeleted) in [(UUID.entity(30), false), (.entity(31), true)] {
      var row = Beneficiary(
        id: id, user: .entity(2), destination: BeneficiaryTests.bank, label: "x", currency: .ngn,
        keys: .fixture, at: .start)
      if isDeleted { row.delete(at: .start) }
      world.store.put(row)
    }
    for quote in Self.quotes { world.store.put(quote) }
    guard state != .absent else {
      payout = .entity(99)
      return
    }
    payout = try world.store.carryOut(
      CreatePayout(
        caller: .freelancer, request: nil, user: .entity(2), amountMsat: 10_000_000,
        feeLimitMsat: 100_000, lightningAddress: "ada@example.org", provider: "simulator")
    ).id
    try lead(to: state)
  }

  /// One that is good; one that is over, one to somebody who was deleted, one that was used, and
  /// one for more than the freelancer has.
  private static let quotes = [
    quote(50), quote(51, seconds: 0), quote(52, to: 31), quote(53, payout: .entity(98)),
    quote(54, msat: 97_500_001),
  ]

  private static func quote(
    _ number: UInt64, to beneficiary: UInt64 = 30, msat: Int64 = 1_000_000, seconds: Int64 = 900,
    payout: UUID? = nil
  ) -> PayoutQuote {
    PayoutQuote(
      id: .entity(number), user: .entity(2), beneficiary: .entity(beneficiary),
      provider: "bitnob", providerQuoteID: "q\(number)", reference: "payout-q\(number)",
      amount: .msat(msat), feeLimitUnits: 0, settlement: Money(asset: .ngn, units: 160_000),
      coverMsat: msat, payout: payout, expiresAt: Timestamp.start.adding(seconds: seconds),
      lockedUntil: Timestamp.start.adding(seconds: seconds), createdAt: .start)
  }

  private func lead(to state: State) throws {
    switch state {
    case .absent, .reserved: return
    case .cancelled:
      _ = try carryOut(.cancel, as: .freelancer)
      return
    case .submitting, .submitted, .unknown, .succeeded, .failed, .replaced, .frozen, .stopped:
      let row = store.row(Payout.self, payout)
      try store.carryOut(
        BeginPayoutAttempt(payout: payout, version: row?.version ?? 0, paymentRequest: "lnbc1"))
    }
    let outcome: Payout.Outcome
    switch state {
    case .absent, .reserved, .cancelled, .submitting: return
    case .submitted: outcome = .pending
    case .unknown: outcome = .unknown
    case .succeeded: outcome = .succeeded(feeMsat: 1_000, preimage: [1])
    case .failed, .replaced, .frozen, .stopped: outcome = .failed(reason: "no route")
    }
    try store.carryOut(SettlePayout(payout: payout, outcome: outcome))
    switch state {
    case .replaced: _ = try carryOut(.replace, as: .freelancer)
    case .frozen:
      try store.carryOut(
        SetWalletFreeze(
          caller: .admin, request: nil, user: .entity(2), isFrozen: true, reason: "x"))
    case .stopped:
      var user = User.fixture(2)
      try user.setFrozen(true, at: .start)
      store.put(user)
    case .absent, .reserved, .cancelled, .submitting, .submitted, .unknown, .succeeded, .failed:
      break
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .quote:
      let quote = try store.carryOut(
        CreatePayoutQuote(
          caller: who.caller, request: nil, user: who.user, beneficiary: .entity(30),
          made: .init(
            provider: "bitnob", providerQuoteID: "q", reference: "payout-q",
            amount: .msat(1_000_000), feeLimitUnits: 0,
            settlement: Money(asset: .ngn, units: 160_000), coverMsat: 1_000_000,
            expiresAt: store.now.adding(seconds: 900),
            lockedUntil: store.now.adding(seconds: 900))))
      return quote.payout == nil ? "open" : "used"
    case .create: return try create(.lightning(lightning(1_000_000)), as: who)
    case .createTooMuch: return try create(.lightning(lightning(97_500_001)), as: who)
    case .createQuoted, .createExpired, .createDeleted:
      return try create(.quote(.entity(move.quote ?? 0)), as: who)
    case .replaceQuoted, .replaceExpired, .replaceUsed, .replaceTooMuch:
      return try create(.quote(.entity(move.quote ?? 0)), insteadOf: payout, as: who)
    case .cancel, .cancelStale:
      let cancelled = try store.carryOut(
        CancelPayout(
          caller: who.caller, request: nil, user: who.user, payout: payout,
          etag: move == .cancel ? "" : "0"))
      return "\(cancelled.state)"
    case .replace, .replaceOther:
      return try create(
        .lightningInstead(
          .lightningAddress, destination: "bob@example.org", beneficiary: nil,
          fixedMsat: move == .replace ? nil : 10_000_001), insteadOf: payout, as: who)
    }
  }

  private func lightning(_ amountMsat: Int64) -> PayoutTerms {
    .lightning(
      .lightningAddress, amountMsat: amountMsat, feeLimitMsat: 0, destination: "ada@example.org")
  }

  private func create(
    _ order: CreatePayout.Order, insteadOf failed: UUID? = nil, as who: TableCaller
  ) throws -> String {
    let made = try store.carryOut(
      CreatePayout(
        caller: who.caller, request: nil, user: who.user, order: order, provider: "simulator",
        replaces: failed))
    return "\(made.state)"
  }
}
