import Testing

@testable import PayLytServer

@Suite("The payout's state machine")
struct PayoutTests {
  /// The fixture in a state, by the moves that lead there.
  static func payout(in state: PayoutState) throws -> Payout {
    var payout = Payout.fixture()
    guard state != .reserved else { return payout }
    try payout.beginAttempt(paymentRequest: "lnbc1", at: .start)
    switch state {
    case .reserved, .submitting: break
    case .submitted: try payout.settle(.pending, at: .start)
    case .unknown: try payout.settle(.unknown, at: .start)
    case .succeeded: try payout.settle(.succeeded(feeMsat: 1_000, preimage: [1]), at: .start)
    case .failed: try payout.settle(.failed(reason: "no route"), at: .start)
    case .cancelled, .reversed: preconditionFailure("Lightning leads from nowhere to \(state)")
    }
    #expect(payout.state == state)
    return payout
  }

  /// The states that a payment over Lightning has once it was ordered.
  private static let lightning: [PayoutState] = [
    .reserved, .submitting, .submitted, .unknown, .succeeded, .failed,
  ]
  private static let success = Payout.Outcome.succeeded(feeMsat: 2_000, preimage: [7])
  private static let failure = Payout.Outcome.failed(reason: "no route")

  @Test(
    "each outcome leads from each state where the table says",
    arguments: [
      (PayoutState.reserved, success, PayoutState?.none), (.reserved, .pending, nil),
      (.reserved, .unknown, nil), (.reserved, failure, .failed),
      (.submitting, success, .succeeded), (.submitting, .pending, .submitted),
      (.submitting, .unknown, .unknown), (.submitting, failure, .failed),
      (.submitted, success, .succeeded), (.submitted, .pending, .submitted),
      (.submitted, .unknown, .unknown), (.submitted, failure, .failed),
      (.unknown, success, .succeeded), (.unknown, .pending, .submitted),
      (.unknown, .unknown, .unknown), (.unknown, failure, .failed),
      (.succeeded, success, nil), (.succeeded, .pending, nil), (.succeeded, .unknown, nil),
      (.succeeded, failure, nil), (.failed, success, nil), (.failed, .pending, nil),
      (.failed, .unknown, nil), (.failed, failure, nil),
      (.reserved, .unheard, nil), (.submitting, .unheard, .unknown),
      (.submitted, .unheard, .submitted), (.unknown, .unheard, .unknown),
      (.succeeded, .unheard, nil), (.failed, .unheard, nil),
    ])
  func settle(from: PayoutState, outcome: Payout.Outcome, to: PayoutState?) throws {
    let before = try Self.payout(in: from)
    var payout = before
    guard let to else {
      #expect(throws: PayoutError.illegalTransition(from: from)) {
        try payout.settle(outcome, at: .start)
      }
      #expect(payout == before)
      return
    }
    try payout.settle(outcome, at: .start)
    #expect(payout.state == to)
    #expect(payout.version == before.version + 1)
    #expect(payout.feeUnits == (to == .succeeded ? 2_000 : 0))
    #expect(payout.preimage == (to == .succeeded ? [7] : []))
    #expect(payout.failureReason == (to == .failed ? "no route" : ""))
  }

  @Test(
    "an attempt begins only where no other one is under way with other words",
    arguments: lightning)
  func begin(from: PayoutState) throws {
    let before = try Self.payout(in: from)
    for request in ["lnbc1", "lnbc2"] {
      var payout = before
      let isAllowed =
        switch from {
        case .reserved: true
        case .submitting, .unknown: request == "lnbc1"
        case .submitted, .succeeded, .failed, .cancelled, .reversed: false
        }
      if isAllowed {
        try payout.beginAttempt(paymentRequest: request, at: .start)
        #expect(payout.state == .submitting)
        #expect(payout.attempts == before.attempts + 1)
        #expect(payout.paymentRequest == request)
        #expect(payout.reference == before.reference)
        #expect(
          payout.nextAttemptAt == Timestamp.start.adding(seconds: PayoutLimits.firstRequerySeconds))
      } else {
        #expect(throws: PayoutError.illegalTransition(from: from)) {
          try payout.beginAttempt(paymentRequest: request, at: .start)
        }
        #expect(payout == before)
      }
    }
  }

  @Test("only a payout that never left is put off", arguments: lightning)
  func postpone(from: PayoutState) throws {
    let before = try Self.payout(in: from)
    var payout = before
    if from == .reserved {
      try payout.postpone(because: "away", at: .start)
      #expect(payout.state == .reserved && payout.nextAttemptAt > .start)
      #expect(payout.failureReason == "away")
      // It is not what it fails for, nor what is said of one that was sent or taken back.
      var (sent, taken) = (payout, payout)
      try sent.beginAttempt(paymentRequest: "lnbc1", at: .start)
      try taken.cancel(at: .start)
      #expect(sent.failureReason == "" && taken.failureReason == "")
    } else {
      #expect(throws: PayoutError.illegalTransition(from: from)) {
        try payout.postpone(because: "away", at: .start)
      }
      #expect(payout == before)
    }
  }

  @Test(
    "of a fee the user pays up to the limit; what nobody can have taken is no answer",
    arguments: [
      (500_000, 500_000), (0, 0), (500_001, 500_000), (PayoutLimits.toldMsatMax, 500_000),
      (PayoutLimits.toldMsatMax + 1, nil), (-1, nil), (.max, nil),
    ] as [(Int64, Int64?)])
  func feeLimit(fee: Int64, units: Int64?) throws {
    let before = try Self.payout(in: .submitting)
    var payout = before
    if let units {
      try payout.settle(.succeeded(feeMsat: fee, preimage: []), at: .start)
      #expect(payout.state == .succeeded && payout.feeUnits == units && payout.feeMsat == fee)
      #expect(payout.userFeeMsat == units)
    } else {
      #expect(throws: PayoutError.amountsUnusable) {
        try payout.settle(.succeeded(feeMsat: fee, preimage: []), at: .start)
      }
      #expect(payout == before)
    }
  }

  @Test(
    "the older a payout without an answer, the rarer it is asked about",
    arguments: [
      (Int64(0), Int64(5)), (29, 5), (30, 15), (119, 15), (120, 60), (599, 60), (600, 300),
      (3599, 300), (3600, 3600), (86_400, 3600), (10_000_000, 3600),
    ])
  func pauses(age: Int64, pause: Int64) throws {
    for outcome in [Payout.Outcome.pending, .unknown, .unheard] {
      var payout = try Self.payout(in: .submitting)
      let now = Timestamp.start.adding(seconds: age)
      try payout.settle(outcome, at: now)
      #expect(payout.nextAttemptAt == now.adding(seconds: pause))
    }
  }

  @Test("the reference is the payout's own, for life")
  func reference() throws {
    let payout = try Self.payout(in: .unknown)
    #expect(payout.reference == "payout-\(payout.id)")
    #expect(payout.reservedUnits == 50_500_000)
  }

  private static let reversal = Payout.Outcome.reversed(
    returnedMsat: 1_000_000, keptFeeMsat: 1_000, reason: "closed")

  /// A payout to a bank in a state, by the moves that lead there.
  private static func bankPayout(in state: PayoutState) throws -> Payout {
    var payout = Payout(
      id: .entity(20), user: .entity(2),
      terms: PayoutTerms(
        method: .bank, amount: .msat(1_000_000), feeLimitUnits: 50_000, coverMsat: 1_000_000,
        settlement: Money(asset: .ngn, units: 150_000), destination: "058 ••••6789",
        beneficiary: .entity(30), quote: .entity(31), providerQuoteID: "QT_1",
        reference: "payout-x"), provider: "bitnob", at: .start)
    switch state {
    case .reserved: return payout
    case .cancelled:
      try payout.cancel(at: .start)
      return payout
    case .submitting, .submitted, .unknown, .succeeded, .failed, .reversed: break
    }
    try payout.beginAttempt(paymentRequest: "", at: .start)
    switch state {
    case .reserved, .cancelled, .submitting: break
    case .submitted: try payout.settle(.pending, at: .start)
    case .unknown: try payout.settle(.unknown, at: .start)
    case .succeeded: try payout.settle(success, at: .start)
    case .failed: try payout.settle(failure, at: .start)
    case .reversed:
      try payout.settle(success, at: .start)
      try payout.settle(reversal, at: .start)
    }
    return payout
  }

  @Test(
    "what a bank sends back had arrived, whoever knew of it; Lightning sends nothing back",
    arguments: PayoutState.allCases)
  func reversed(from: PayoutState) throws {
    let before = try Self.bankPayout(in: from)
    var payout = before
    #expect(payout.state == from && payout.reference == "payout-x")
    let expected: PayoutState? =
      switch from {
      case .submitting, .submitted, .unknown, .succeeded: .reversed
      case .reserved, .failed, .cancelled, .reversed: nil
      }
    if let expected {
      try payout.settle(Self.reversal, at: .start)
      #expect(payout.state == expected && payout.failureReason == "closed")
      #expect(payout.feeUnits == 1_000 && payout.feeMsat == 1_000)
    } else {
      #expect(throws: PayoutError.illegalTransition(from: from)) {
        try payout.settle(Self.reversal, at: .start)
      }
      #expect(payout == before)
    }
    guard Self.lightning.contains(from) else { return }
    var other = try Self.payout(in: from)
    #expect(throws: PayoutError.illegalTransition(from: from)) {
      try other.settle(Self.reversal, at: .start)
    }
  }

  @Test(
    "of what comes back the fee is what the provider keeps, and never more than it had said before",
    arguments: [
      // The success in `bankPayout` had a fee of 2 000.
      (PayoutState.succeeded, Int64?.none, Int64(2_000), Int64(2_000)),
      (.succeeded, 2_000, 2_000, 2_000), (.succeeded, 500, 500, 500), (.succeeded, 0, 0, 0),
      (.succeeded, 3_000, 2_000, 3_000), (.submitted, nil, 0, 0), (.submitted, 0, 0, 0),
      (.submitted, 3_000, 3_000, 3_000), (.unknown, 50_000, 50_000, 50_000),
    ])
  func keptFee(from: PayoutState, kept: Int64?, units: Int64, msat: Int64) throws {
    var payout = try Self.bankPayout(in: from)
    try payout.settle(
      .reversed(returnedMsat: 1_000_000, keptFeeMsat: kept, reason: "closed"), at: .start)
    #expect(payout.feeUnits == units && payout.feeMsat == msat)
  }

  @Test(
    "the fee that a rail names is noted while an attempt is under way, and only then",
    arguments: PayoutState.allCases)
  func namedFee(from: PayoutState) throws {
    let before = try Self.bankPayout(in: from)
    var payout = before
    let named = Payout.Outcome.initialized(feeMsat: 3_000)
    guard from == .submitting else {
      #expect(throws: PayoutError.illegalTransition(from: from)) {
        try payout.settle(named, at: .start)
      }
      #expect(payout == before)
      return
    }
    try payout.settle(named, at: .start)
    #expect(payout.state == .submitting && payout.namedFeeMsat == 3_000 && payout.feeMsat == 0)
    // A reversal that does not say what is kept, and is the first that is heard of it.
    try payout.settle(
      .reversed(returnedMsat: 1_000_000, keptFeeMsat: nil, reason: "closed"), at: .start)
    #expect(payout.feeMsat == 3_000 && payout.feeUnits == 3_000)
  }

  @Test(
    "of what came back the user bears the fee up to the limit; what nobody can have taken is no answer",
    arguments: [PayoutState.submitting, .submitted, .unknown, .succeeded])
  func keptTooMuch(from: PayoutState) throws {
    let before = try Self.bankPayout(in: from)
    var payout = before
    try payout.settle(
      .reversed(returnedMsat: 1_000_000, keptFeeMsat: 50_001, reason: "closed"), at: .start)
    #expect(payout.state == .reversed && payout.feeMsat == 50_001)
    #expect(payout.feeUnits == (from == .succeeded ? 2_000 : 50_000))
    for (returned, kept) in [(Int64(-1), Int64(0)), (0, -1), (.max, 0), (0, .max)] {
      payout = before
      #expect(throws: PayoutError.amountsUnusable) {
        try payout.settle(
          .reversed(returnedMsat: returned, keptFeeMsat: kept, reason: "closed"), at: .start)
      }
      #expect(payout == before)
    }
  }

  @Test(
    "a payout is taken back only before an attempt, and replaced only after it failed, once",
    arguments: PayoutState.allCases)
  func cancelAndReplace(from: PayoutState) throws {
    let before = try Self.bankPayout(in: from)
    var payout = before
    if from == .reserved {
      try payout.cancel(at: .start)
      #expect(payout.state == .cancelled)
    } else {
      #expect(throws: PayoutError.illegalTransition(from: from)) { try payout.cancel(at: .start) }
    }
    payout = before
    if from == .failed {
      try payout.replace(by: .entity(99), at: .start)
      #expect(throws: PayoutError.replaced) { try payout.replace(by: .entity(98), at: .start) }
      #expect(payout.replacedBy == .entity(99))
    } else {
      #expect(throws: PayoutError.illegalTransition(from: from)) {
        try payout.replace(by: .entity(99), at: .start)
      }
      #expect(payout == before)
    }
  }

  @Test(
    "a fee is in the asset that pays it, rounded up",
    arguments: [
      (Asset.btc, Int64(1_000_000), Int64(20_000), Int64(20_000)),
      (.ngn, 150_000, 20_000, 3_000), (.ngn, 150_000, 1, 1), (.ngn, 150_000, 0, 0),
    ])
  func feeUnits(asset: Asset, units: Int64, feeMsat: Int64, fee: Int64) {
    let terms = PayoutTerms(
      method: .bank, amount: Money(asset: asset, units: units), feeLimitUnits: 0,
      coverMsat: 1_000_000, settlement: Money(asset: .ngn, units: 150_000), destination: "",
      beneficiary: nil, quote: nil, providerQuoteID: "")
    #expect(terms.feeUnits(ofMsat: feeMsat) == fee)
  }
}
