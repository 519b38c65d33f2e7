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
    }
    #expect(payout.state == state)
    return payout
  }

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
    #expect(payout.feeMsat == (to == .succeeded ? 2_000 : 0))
    #expect(payout.preimage == (to == .succeeded ? [7] : []))
    #expect(payout.failureReason == (to == .failed ? "no route" : ""))
  }

  @Test(
    "an attempt begins only where no other one is under way with other words",
    arguments: PayoutState.allCases)
  func begin(from: PayoutState) throws {
    let before = try Self.payout(in: from)
    for request in ["lnbc1", "lnbc2"] {
      var payout = before
      let isAllowed =
        switch from {
        case .reserved: true
        case .submitting, .unknown: request == "lnbc1"
        case .submitted, .succeeded, .failed: false
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

  @Test("only a payout that never left is put off", arguments: PayoutState.allCases)
  func postpone(from: PayoutState) throws {
    let before = try Self.payout(in: from)
    var payout = before
    if from == .reserved {
      try payout.postpone(at: .start)
      #expect(payout.state == .reserved && payout.nextAttemptAt > .start)
    } else {
      #expect(throws: PayoutError.illegalTransition(from: from)) { try payout.postpone(at: .start) }
      #expect(payout == before)
    }
  }

  @Test(
    "a fee over the limit or below zero is left for people to look at",
    arguments: [(Int64(500_000), true), (0, true), (500_001, false), (-1, false), (.max, false)])
  func feeLimit(fee: Int64, isTaken: Bool) throws {
    let before = try Self.payout(in: .submitting)
    var payout = before
    if isTaken {
      try payout.settle(.succeeded(feeMsat: fee, preimage: []), at: .start)
      #expect(payout.feeMsat == fee)
    } else {
      #expect(throws: PayoutError.feeOverLimit(feeMsat: fee)) {
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
    for outcome in [Payout.Outcome.pending, .unknown] {
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
    #expect(payout.reservedMsat == 50_500_000)
  }
}
