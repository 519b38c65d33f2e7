extension AccessPolicy {
  static let amountSatsMax = 2_100_000_000_000_000

  /// What the operator's options allow; without any, everything.
  init(_ options: CommandLineOptions) throws(CommandLineOptions.Misuse) {
    self.init()
    stepUpAboveMsat = try options.integer("step-up-above-sats", in: 0...Self.amountSatsMax)
      .map { Int64($0) * 1000 }
    let funding = try Self.amounts(options, "daily-funding-sats")
    let payout = try Self.amounts(options, "daily-payout-sats")
    for tier in KycTier.allCases {
      caps[tier] = DailyCaps(fundingMsat: funding[tier], payoutMsat: payout[tier])
    }
    // Nothing that is limited is the same as no limits.
    if caps.values.allSatisfy({ $0 == DailyCaps() }) { caps = [:] }
  }

  /// One amount for each tier, lowest first: `1000000,10000000,none`.
  private static func amounts(
    _ options: CommandLineOptions, _ name: String
  ) throws(CommandLineOptions.Misuse) -> [KycTier: Int64] {
    guard let text = options[name] else { return [:] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let wrong = CommandLineOptions.Misuse(
      description: "--\(name) takes three amounts in satoshis, or `none`, one for each tier: "
        + "1000000,10000000,none")
    guard parts.count == KycTier.allCases.count else { throw wrong }
    var amounts: [KycTier: Int64] = [:]
    for (tier, part) in zip(KycTier.allCases, parts) where part != "none" {
      guard let sats = Int(part), (0...amountSatsMax).contains(sats) else { throw wrong }
      amounts[tier] = Int64(sats) * 1000
    }
    return amounts
  }
}
