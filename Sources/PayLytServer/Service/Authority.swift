/// How well a user is known. Raw values are stored and equal the API's.
enum KycTier: Int16, Sendable, CaseIterable {
  case basic = 1
  case identified = 2
  case verified = 3
}

/// What the operator allows: how much a user of each tier may move a day, and above which amount a
/// second factor is asked for.
struct AccessPolicy: Hashable, Sendable {
  /// Of one day in UTC; nil for no limit.
  struct DailyCaps: Hashable, Sendable {
    var fundingMsat: Int64?
    var payoutMsat: Int64?
  }

  var caps: [KycTier: DailyCaps] = [:]
  /// Payouts and releases above it need a step-up token; nil when none does.
  var stepUpAboveMsat: Int64?

  static let unlimited = AccessPolicy()
}

/// How far one caller may go with money, in one call: the operator's policy, and whether the caller
/// has proved the second factor.
struct Authority: Hashable, Sendable {
  let policy: AccessPolicy
  let isSteppedUp: Bool
  /// Whether the caller's password was reset by e-mail a short while ago: nothing leaves without
  /// the second factor then.
  var isHeld = false

  /// Of parts of the service itself, and where nothing is limited.
  static let unlimited = Authority(policy: .unlimited, isSteppedUp: false)

  /// The most that the caller may move in a while without the second factor; nil for no limit.
  var unprovedMaxMsat: Int64? {
    isSteppedUp ? nil : isHeld ? 0 : policy.stepUpAboveMsat
  }
}

extension Refusal {
  /// PERMISSION_DENIED, which does not use up the request's key.
  ///
  /// - Parameter leftMsat: what may still be moved without the second factor.
  static func stepUpRequired(leftMsat: Int64) -> Refusal {
    Refusal(
      .permissionDenied, reason: "STEP_UP_REQUIRED",
      message: "Above \(leftMsat / 1000) satoshis the transaction PIN is needed now. Call StepUp "
        + "and send the token as metadata `paylyt-step-up`.",
      values: ["without_pin_maximum_msat": "\(leftMsat)"])
  }
}

extension Timestamp {
  /// Days since 1970 in UTC.
  var utcDay: Int32 { Int32(truncatingIfNeeded: seconds / 86_400) }
}

/// What daily limits count.
enum Spending: Sendable {
  case funding, payout
}
