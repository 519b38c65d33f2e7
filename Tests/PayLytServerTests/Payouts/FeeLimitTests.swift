import Testing

@testable import PayLytServer

/// Whoever orders a payout over Lightning says its highest fee, which a hop of their own may take.
@Suite("Fee limits of payouts count for the PIN and the day")
struct FeeLimitTests {
  private static let sat: Int64 = 1000
  private static let policy = AccessPolicy(
    caps: [.basic: .init(payoutMsat: 50_000 * sat)], stepUpAboveMsat: 40_000 * sat)
  private static let plain = Authority(policy: policy, isSteppedUp: false)
  private static let proved = Authority(policy: policy, isSteppedUp: true)

  private let store = MemoryStore()

  init() {
    store.put(User.fixture(2))
    var wallet = Account(opening: AccountID(of: .entity(2), kind: .wallet, asset: .btc))
    wallet.credits = 1_000_000 * Self.sat
    store.put(wallet)
  }

  /// - Parameter feeLimit: in satoshis; nil for the usual one.
  private func payout(
    _ sats: Int64, feeLimit: Int64?, _ authority: Authority, replaces: UUID? = nil
  ) -> CreatePayout {
    let usual = PayoutTerms.usualFeeLimit(
      amountMsat: sats * Self.sat, satsMin: PayoutLimits.feeLimitSatsMin)
    return CreatePayout(
      caller: .freelancer, request: nil, user: .entity(2),
      order: replaces != nil
        ? .lightningInstead(
          .lightningAddress, destination: "bob@example.org", beneficiary: nil, fixedMsat: nil)
        : .lightning(
          .lightning(
            .lightningAddress, amountMsat: sats * Self.sat,
            feeLimitMsat: feeLimit.map { $0 * Self.sat } ?? usual, destination: "ada@example.org")),
      provider: "simulator", replaces: replaces, authority: authority)
  }

  private var usedSats: Int64 {
    (store.row(UserUsage.self, .entity(2))?.used(.payout) ?? 0) / Self.sat
  }

  @Test("one satoshi with much for the fee needs the PIN as the whole would")
  func stepUp() throws {
    let before = store.contents
    // Five satoshis are usual.
    let refusal = store.refusal(of: payout(1, feeLimit: 40_005, Self.plain))
    #expect(refusal?.reason == "STEP_UP_REQUIRED" && refusal?.isLasting == false)
    #expect(store.contents == before)
    try store.carryOut(payout(1, feeLimit: 40_004, Self.plain))
    #expect(usedSats == 40_000)
    // In small parts it is the same.
    #expect(
      store.refusal(of: payout(1, feeLimit: nil, Self.plain))?.reason == "STEP_UP_REQUIRED")
  }

  @Test("with the PIN it counts for the day")
  func day() throws {
    #expect(
      store.refusal(of: payout(1, feeLimit: 50_005, Self.proved))?.reason == "DAILY_LIMIT_EXCEEDED")
    try store.carryOut(payout(1, feeLimit: 50_004, Self.proved))
    #expect(usedSats == 50_000)
    #expect(
      store.refusal(of: payout(1, feeLimit: 0, Self.proved))?.reason == "DAILY_LIMIT_EXCEEDED")
  }

  @Test("the usual fee, or less, counts nothing", arguments: [nil, 0, 400] as [Int64?])
  func usual(feeLimit: Int64?) throws {
    try store.carryOut(payout(40_000, feeLimit: feeLimit, Self.plain))
    #expect(usedSats == 40_000)
  }

  @Test("what takes a failed payout's place on its day counts its fee limit once, too")
  func replaced() throws {
    var failed = try store.carryOut(payout(10_000, feeLimit: 40_100, Self.proved))
    #expect(usedSats == 50_000)
    try failed.settle(.failed(reason: "no route"), at: store.now)
    store.put(failed)
    let again = payout(10_000, feeLimit: nil, Self.plain, replaces: failed.id)
    #expect(store.refusal(of: again)?.reason == "STEP_UP_REQUIRED")
    failed = try store.carryOut(
      payout(10_000, feeLimit: nil, Self.proved, replaces: failed.id))
    #expect(usedSats == 50_000 && failed.terms.feeLimitUnits == 40_100 * Self.sat)
    // The next day it counts like any other.
    try failed.settle(.failed(reason: "no route"), at: store.now)
    store.put(failed)
    store.now = store.now.adding(seconds: 86_400)
    try store.carryOut(payout(1, feeLimit: nil, Self.proved))
    let tomorrow = payout(10_000, feeLimit: nil, Self.proved, replaces: failed.id)
    #expect(store.refusal(of: tomorrow)?.reason == "DAILY_LIMIT_EXCEEDED")
  }
}
