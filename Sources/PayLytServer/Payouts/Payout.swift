/// The life of a payout. Raw values are stored and equal the API's.
enum PayoutState: Int16, Sendable, CaseIterable {
  /// The money is set aside. Next: submitting, failed.
  case reserved = 1
  /// An attempt is recorded and leaves, or has left. Next: submitted, unknown, succeeded, failed,
  /// reversed.
  case submitting = 2
  /// The provider works on it. Next: unknown, succeeded, failed, reversed.
  case submitted = 3
  /// Nobody knows; it is asked, never paid anew. Next: submitting (same reference), submitted,
  /// succeeded, failed, reversed.
  case unknown = 4
  /// Final, but that a bank may send the money back. Next: reversed. When the rail calls it failed
  /// later on, no money moves, but people are told.
  case succeeded = 5
  /// Final. When the provider has paid it all the same, or that has come back, no money moves, but
  /// people are told.
  case failed = 6
  /// Final: the user took it back in time.
  case cancelled = 7
  /// Final: the money came back after it had arrived.
  case reversed = 8

  var isFinal: Bool {
    switch self {
    case .succeeded, .failed, .cancelled, .reversed: true
    case .reserved, .submitting, .submitted, .unknown: false
    }
  }
}

/// Money on its way from a wallet to somebody outside.
struct Payout: Hashable, Sendable, Versioned {
  let id: UUID
  let user: UUID
  private(set) var state: PayoutState
  let terms: PayoutTerms
  private(set) var feeUnits: Int64
  /// What the provider took from our float, with its fee; zero until it succeeded.
  private(set) var chargedMsat: Int64
  /// The part of it that is the fee, as far as the provider keeps it.
  private(set) var feeMsat: Int64
  /// The fee that a rail named before it was let go; nil while it has named none.
  private(set) var namedFeeMsat: Int64?
  /// The failed payout in whose place this one is.
  let replaces: UUID?
  private(set) var replacedBy: UUID?
  let provider: String
  /// Ours, for the life of the payout: the provider pays it once however often it is sent.
  let reference: String
  /// The BOLT11 that is paid; fixed before the first attempt leaves. Empty for banks.
  private(set) var paymentRequest: String
  /// Of that invoice: 32 bytes. Empty before the first attempt, and for banks.
  private(set) var paymentHash: [UInt8]
  private(set) var preimage: [UInt8]
  private(set) var failureReason: String
  private(set) var attempts: Int32
  /// Whether the provider says that it ended the other way.
  private(set) var contradiction: Contradiction
  private(set) var nextAttemptAt: Timestamp
  private(set) var version: Int64
  let createdAt: Timestamp
  private(set) var updatedAt: Timestamp

  var account: AccountID { AccountID(of: id, kind: .payoutInTransit, asset: terms.amount.asset) }
  var wallet: AccountID { AccountID(of: user, kind: .wallet, asset: terms.amount.asset) }
  var reservedUnits: Int64 { terms.amount.units + terms.feeLimitUnits }
  /// The part of `feeMsat` that is the user's: what is beyond the limit is the platform's.
  var userFeeMsat: Int64 { min(feeMsat, terms.feeLimitMsat) }

  /// What became of the other end, which was heard of after this one. Raw values are stored.
  enum Contradiction: Int16, Sendable, CaseIterable {
    /// There was none.
    case none = 0
    /// People have to look. Next: seenTo, and returned where it had failed here.
    case open = 1
    /// They have. Next: returned where it had failed here.
    case seenTo = 2
    /// A bank has sent back what had failed here and was paid all the same: people have to look,
    /// also where they have before. Next: returnSeenTo.
    case returned = 3
    /// They have.
    case returnSeenTo = 4
  }

  /// What the provider says about a payment.
  enum Outcome: Hashable, Sendable {
    /// `chargedMsat`: what the provider took from our float without the fee, nil when that is what
    /// it had quoted.
    case succeeded(feeMsat: Int64, chargedMsat: Int64?, preimage: [UInt8])
    case failed(reason: String)
    case pending
    /// Whether it left, or whether it is there, is not known.
    case unknown
    /// Nobody answered: what was heard last stands.
    case unheard
    /// It is ready to be let go, for this fee. No money has moved.
    case initialized(feeMsat: Int64)
    /// It was paid, and came back: `returnedMsat` is in our float again. `keptFeeMsat` is what the
    /// provider keeps for it; nil when it does not say, and keeps what it had charged or named.
    case reversed(returnedMsat: Int64, keptFeeMsat: Int64?, reason: String)

    /// Over Lightning, where the receiver gets what was ordered.
    static func succeeded(feeMsat: Int64, preimage: [UInt8]) -> Outcome {
      .succeeded(feeMsat: feeMsat, chargedMsat: nil, preimage: preimage)
    }
  }

  /// An attempt is about to leave: nothing may be sent before this is committed.
  mutating func beginAttempt(
    paymentRequest: String, paymentHash: [UInt8] = [], at now: Timestamp
  ) throws(PayoutError) {
    switch state {
    case .reserved: (self.paymentRequest, self.paymentHash) = (paymentRequest, paymentHash)
    case .unknown, .submitting:
      guard self.paymentRequest == paymentRequest, self.paymentHash == paymentHash else {
        throw .illegalTransition(from: state)
      }
    case .submitted, .succeeded, .failed, .cancelled, .reversed:
      throw .illegalTransition(from: state)
    }
    state = .submitting
    failureReason = ""
    attempts += 1
    touch(now, nextIn: PayoutLimits.firstRequerySeconds)
  }

  /// Takes in what the provider said. What is final stays, but that a bank may send back what was
  /// paid; what never left can only fail.
  mutating func settle(_ outcome: Outcome, at now: Timestamp) throws(PayoutError) {
    if case .reversed(let returned, let keptFee, let reason) = outcome {
      return try reverse(reason, returnedMsat: returned, keptFeeMsat: keptFee, at: now)
    }
    guard !state.isFinal else { throw .illegalTransition(from: state) }
    if state == .reserved {
      guard case .failed = outcome else { throw .illegalTransition(from: state) }
    }
    switch outcome {
    case .succeeded(let feeMsat, let charged, let preimage):
      try Self.check(feeMsat, charged ?? 0)
      state = .succeeded
      (feeUnits, self.feeMsat) = (terms.chargeableUnits(ofMsat: feeMsat), feeMsat)
      chargedMsat = (charged ?? terms.coverMsat) + feeMsat
      self.preimage = preimage
      failureReason = ""
      touch(now, nextIn: pauseSecondsAtEnd)
    case .failed(let reason):
      state = .failed
      failureReason = reason
      touch(now, nextIn: pauseSecondsAtEnd)
    case .pending:
      state = .submitted
      touch(now, nextIn: pauseSeconds(since: now))
    case .unheard where state == .submitted:
      let heardAt = updatedAt
      touch(now, nextIn: pauseSeconds(since: now))
      updatedAt = heardAt
    case .unknown, .unheard:
      // Asking in vain is no news: the quiet goes on, and after it the payout may be sent again. Of
      // what the provider had known, it begins when the provider knows it no more.
      let quietSince = state == .unknown ? updatedAt : now
      state = .unknown
      touch(now, nextIn: pauseSeconds(since: now))
      updatedAt = quietSince
    case .initialized(let feeMsat):
      guard state == .submitting else { throw .illegalTransition(from: state) }
      try Self.check(feeMsat)
      namedFeeMsat = feeMsat
      touch(now, nextIn: PayoutLimits.firstRequerySeconds)
    case .reversed: break
    }
  }

  /// Whether or not anybody had told us that it arrived, it ends the same way and costs the same.
  private mutating func reverse(
    _ reason: String, returnedMsat: Int64, keptFeeMsat: Int64?, at now: Timestamp
  ) throws(PayoutError) {
    guard terms.method.isRail else { throw .illegalTransition(from: state) }
    let kept = keptFeeMsat ?? (state == .succeeded ? feeMsat : namedFeeMsat ?? 0)
    try Self.check(kept, returnedMsat)
    let keptUnits = terms.chargeableUnits(ofMsat: kept)
    switch state {
    case .submitting, .submitted, .unknown:
      feeUnits = keptUnits
      // Nothing else was ever heard of what it took.
      chargedMsat = returnedMsat + kept
    case .succeeded:
      // The rest of the limit is back in the wallet: a fee that grew is not the user's.
      feeUnits = min(feeUnits, keptUnits)
    case .reserved, .failed, .cancelled, .reversed: throw .illegalTransition(from: state)
    }
    state = .reversed
    // It came back: that is what there was to look for.
    if contradiction == .open { contradiction = .seenTo }
    feeMsat = kept
    failureReason = reason
    touch(now, nextIn: 0)
  }

  /// Whatever a provider took is gone, and is booked. What nobody can have taken is no answer.
  private static func check(_ amounts: Int64...) throws(PayoutError) {
    guard amounts.allSatisfy((0...PayoutLimits.toldMsatMax).contains) else {
      throw .amountsUnusable
    }
  }

  /// What a bank sends back, or pays after all, is asked for later on.
  private var pauseSecondsAtEnd: Int64 {
    terms.method.isRail ? PayoutLimits.reversalPauseSeconds : 0
  }

  /// The provider has paid what had failed here, and whose money is the user's again; or a rail has
  /// kept what had arrived. Nothing moves by that: people have to look.
  ///
  /// - Parameter hasReturned: whether what was paid came back.
  /// - Returns: whether that is news.
  mutating func contradict(
    hasReturned: Bool = false, at now: Timestamp
  ) throws(PayoutError) -> Bool {
    guard attempts > 0, state == .failed || state == .succeeded && !hasReturned,
      terms.method.isRail || state == .failed && !hasReturned
    else { throw .illegalTransition(from: state) }
    switch contradiction {
    case .none: contradiction = hasReturned ? .returned : .open
    case .open, .seenTo:
      guard hasReturned else { return false }
      contradiction = .returned
    case .returned, .returnSeenTo: return false
    }
    touch(now, nextIn: pauseSecondsAtEnd)
    return true
  }

  /// Whether the provider may say of what has failed that it ended otherwise.
  var mayBeContradicted: Bool {
    guard state == .failed, attempts > 0 else { return false }
    return switch contradiction {
    case .none: true
    // Over Lightning nothing comes back.
    case .open, .seenTo: terms.method.isRail
    case .returned, .returnSeenTo: false
    }
  }

  /// People have looked.
  ///
  /// - Returns: whether there was something to look at.
  mutating func seeTo(at now: Timestamp) -> Bool {
    switch contradiction {
    case .open: contradiction = .seenTo
    case .returned: contradiction = .returnSeenTo
    case .none, .seenTo, .returnSeenTo: return false
    }
    touch(now, nextIn: pauseSecondsAtEnd)
    return true
  }

  /// The user takes it back before anything left.
  mutating func cancel(at now: Timestamp) throws(PayoutError) {
    guard state == .reserved else { throw .illegalTransition(from: state) }
    state = .cancelled
    failureReason = ""
    touch(now, nextIn: 0)
  }

  /// Another one takes the place of this one, which has failed.
  mutating func replace(by payout: UUID, at now: Timestamp) throws(PayoutError) {
    guard state == .failed else { throw .illegalTransition(from: state) }
    guard replacedBy == nil else { throw .replaced }
    replacedBy = payout
    touch(now, nextIn: 0)
  }

  /// The provider is asked now instead of at its turn. What was heard last, and when, stays.
  mutating func askNow(at now: Timestamp) throws(PayoutError) {
    switch state {
    case .submitting, .submitted, .unknown: break
    case .reserved, .succeeded, .failed, .cancelled, .reversed:
      throw .illegalTransition(from: state)
    }
    nextAttemptAt = now
    version += 1
  }

  /// Nothing was sent; tried again later.
  mutating func postpone(because reason: String, at now: Timestamp) throws(PayoutError) {
    guard state == .reserved else { throw .illegalTransition(from: state) }
    failureReason = reason
    touch(now, nextIn: pauseSeconds(since: now))
  }

  /// Whether nothing was tried or heard for a while, but that the provider knows no such payment.
  /// Of what it has acknowledged it must have said so for as long.
  func isQuiet(at now: Timestamp) -> Bool {
    switch state {
    case .submitting, .unknown:
      now.seconds - updatedAt.seconds >= PayoutLimits.resendAfterSeconds
    case .reserved, .submitted, .succeeded, .failed, .cancelled, .reversed: false
    }
  }

  /// Asked soon at first, then hourly: the older, the rarer.
  private func pauseSeconds(since now: Timestamp) -> Int64 {
    let age = now.seconds - createdAt.seconds
    return PayoutLimits.requeryPauses.first { age < $0.untilAgeSeconds }?.pauseSeconds ?? 3600
  }

  private mutating func touch(_ now: Timestamp, nextIn seconds: Int64) {
    nextAttemptAt = now.adding(seconds: seconds)
    version += 1
    updatedAt = now
  }
}

extension Payout {
  /// A new payout: the money is reserved, nothing is sent.
  init(
    id: UUID, user: UUID, terms: PayoutTerms, provider: String, replaces: UUID? = nil,
    at now: Timestamp
  ) {
    self.init(
      id: id, user: user, state: .reserved, terms: terms, feeUnits: 0, chargedMsat: 0,
      feeMsat: 0, namedFeeMsat: nil,
      replaces: replaces,
      replacedBy: nil, provider: provider, reference: terms.reference ?? "payout-\(id)",
      paymentRequest: "", paymentHash: [], preimage: [], failureReason: "", attempts: 0,
      contradiction: .none, nextAttemptAt: now,
      version: 1, createdAt: now, updatedAt: now)
  }
}

/// Why a payout refused a move.
enum PayoutError: Error, Equatable {
  case illegalTransition(from: PayoutState)
  /// The provider names amounts that nobody can have taken.
  case amountsUnusable
  /// Another payout is in its place already.
  case replaced
  /// Another payout pays its invoice, or has paid it.
  case invoiceInUse
}

extension PayoutError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .illegalTransition(let state):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The payout is \(Refusal.words(state)).")
    case .amountsUnusable:
      Refusal(
        .failedPrecondition, reason: "AMOUNTS_UNUSABLE",
        message: "The provider names amounts that nobody can have taken.")
    case .replaced:
      Refusal(
        .failedPrecondition, reason: "PAYOUT_REPLACED",
        message: "Another payout is in its place already.")
    case .invoiceInUse:
      Refusal(
        .failedPrecondition, reason: "INVOICE_IN_USE",
        message: "Another payout has tried to pay this invoice.")
    }
  }
}
