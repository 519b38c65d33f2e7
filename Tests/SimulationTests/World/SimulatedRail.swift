@testable import PayLytServer

/// The provider's book of payouts to banks: one under each reference.
extension ProviderBook {
  struct Remittance {
    let quoteID: String
    let satoshis: Int64
    let settlementMinor: Int64
    let feeSatoshis: Int64
    let expiresAt: Timestamp
    var state = RailPayout.State.quoted
    /// What was taken from us when it arrived, without the fee.
    var takenSatoshis: Int64?
    /// What it keeps of its fee, of what came back.
    var keptFeeSatoshis: Int64?
  }

  /// References of what has arrived, and may come back.
  var arrived: [String] {
    remittances.filter {
      if case .completed = $0.value.state { true } else { false }
    }.keys.sorted()
  }

  func quote(_ order: RailQuoteOrder) throws(ProviderError) -> RailQuote {
    if let known = remittances[order.reference] { return known.quote }
    guard !draw.chance(5) else { throw .refused(reason: "no rate") }
    // 16 minor units for 100 satoshis.
    let (satoshis, minor): (Int64, Int64) =
      switch order.amount {
      case .giving(let satoshis): (satoshis, satoshis * 16 / 100)
      case .settling(let minor): ((minor * 100 + 15) / 16, minor)
      }
    let made = Remittance(
      quoteID: "quote-\(remittances.count + 1)", satoshis: satoshis, settlementMinor: minor,
      feeSatoshis: draw.number(0...105), expiresAt: now.adding(seconds: draw.number(60...3600)))
    remittances[order.reference] = made
    return made.quote
  }

  func initialize(_ quoteID: String, _ reference: String) throws(ProviderError) -> RailPayout {
    let known = try live(quoteID, reference)
    if known.state == .quoted {
      guard !draw.chance(6) else { throw .refused(reason: "no such account") }
      remittances[reference]?.state = .initiated
    }
    return known.payout(
      forgetsRemittances || known.state == .quoted ? .initiated : known.state, namesFee: true)
  }

  /// Lets the money go, once.
  func finalize(_ quoteID: String, _ reference: String) throws(ProviderError) -> RailPayout {
    let known = try live(quoteID, reference)
    guard known.state != .quoted else { throw .refused(reason: "nobody is named") }
    guard known.state == .initiated else {
      if forgetsRemittances { paidTwiceMsat += known.satoshis * 1000 }
      return known.payout(known.state)
    }
    guard !draw.chance(4) else { throw .refused(reason: "closed") }
    remittances[reference]?.state = .pending
    if draw.chance(50) { conclude(reference) }
    // As it is by now: what came back at once has its fee kept, or not.
    let sent = remittances[reference] ?? known
    return sent.payout(sent.state)
  }

  func remittance(_ reference: String) -> RailPayout? {
    guard let known = remittances[reference], !forgetsRemittances else { return nil }
    return known.payout(known.isExpired(at: now) ? .expired : known.state)
  }

  private func live(
    _ quoteID: String, _ reference: String
  ) throws(ProviderError) -> Remittance {
    guard let known = remittances[reference], known.quoteID == quoteID else {
      throw .refused(reason: "no such quote")
    }
    guard !known.isExpired(at: now) else { throw .refused(reason: "the quote has expired") }
    return known
  }

  // MARK: What happens out there

  /// One that was pending arrives, now and then for a little more or less than was quoted; or it
  /// does not, or comes back at once.
  func concludeRemittance(_ reference: String) {
    guard var known = remittances[reference], known.state == .pending else { return }
    switch draw.number(0...9) {
    case 0...6:
      let taken = draw.chance(20) ? known.satoshis + draw.number(-3...3) : known.satoshis
      known.takenSatoshis = taken
      known.state = .completed(satoshis: taken == known.satoshis ? nil : taken)
    case 7: comeBack(&known)
    default: known.state = .failed(reason: "no such bank")
    }
    remittances[reference] = known
    tell(
      "payouts.withdrawal.\(known.takenSatoshis == nil ? "failed" : "success")",
      "{\"reference\":\"\(reference)\"}")
  }

  /// A bank sends back what had arrived; the provider gives us all that it took, but that it may
  /// keep its fee.
  func reverse(_ reference: String) {
    guard var known = remittances[reference], case .completed = known.state else { return }
    comeBack(&known)
    remittances[reference] = known
    tell("payouts.withdrawal.failed", "{\"reference\":\"\(reference)\"}")
  }

  private func comeBack(_ known: inout Remittance) {
    known.state = .reversed(satoshis: known.takenSatoshis, reason: "sent back")
    known.keptFeeSatoshis = draw.chance(60) ? known.feeSatoshis : 0
  }
}

extension ProviderBook.Remittance {
  /// What it took from us when it arrived, with the fee.
  var chargedMsat: Int64 { takenSatoshis.map { ($0 + feeSatoshis) * 1000 } ?? 0 }

  /// What it has of us now.
  var costMsat: Int64 { keptFeeSatoshis.map { $0 * 1000 } ?? chargedMsat }

  /// What came back.
  var returnedMsat: Int64 { isReversed ? (takenSatoshis ?? satoshis) * 1000 : 0 }

  var isReversed: Bool {
    if case .reversed = state { true } else { false }
  }

  /// Whether it was let go.
  var isSent: Bool { state != .quoted && state != .initiated }

  fileprivate func isExpired(at now: Timestamp) -> Bool { !isSent && now >= expiresAt }

  fileprivate var quote: RailQuote {
    RailQuote(
      quoteID: quoteID, satoshis: satoshis, settlementMinor: settlementMinor, expiresAt: expiresAt)
  }

  /// Some of them name their fee only while nothing was let go.
  fileprivate func payout(_ state: RailPayout.State, namesFee: Bool = false) -> RailPayout {
    let fee = namesFee || !satoshis.isMultiple(of: 2) ? feeSatoshis : nil
    return RailPayout(quoteID: quoteID, state: state, feeSatoshis: keptFeeSatoshis ?? fee)
  }
}

/// The rail as a server sees it.
struct SimulatedRail: PayoutRail {
  let provider: SimulatedProvider
  private var book: ProviderBook { provider.book }

  init(beside provider: SimulatedProvider) { self.provider = provider }

  var name: String { provider.name }

  func corridors() async throws(ProviderError) -> [RailCorridor] {
    [RailCorridor(country: "NG", currency: "NGN", kinds: [.bank], bounds: 1...1_000_000)]
  }

  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String? {
    account.holder
  }

  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote {
    try await provider.call("asks for a rate, \(order.reference)") { () throws(ProviderError) in
      try book.quote(order)
    }
  }

  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout {
    try await provider.call("names who gets \(reference)") { () throws(ProviderError) in
      try book.initialize(quoteID, reference)
    }
  }

  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout {
    try await provider.call("lets \(reference) go") { () throws(ProviderError) in
      try book.finalize(quoteID, reference)
    }
  }

  func payout(reference: String) async throws(ProviderError) -> RailPayout? {
    do throws(ProviderError) {
      return try await provider.call("asks the rail for \(reference)") {
        book.remittance(reference)
      }
    } catch {
      throw error.ofRead
    }
  }
}
