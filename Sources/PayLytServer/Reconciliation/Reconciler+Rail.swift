/// Payouts to banks and to mobile money. The rail has no list of them, but knows each by our
/// reference: it is asked about everything that ended here, also about what failed.
extension Reconciler {
  func comparePayouts(
    on rail: any PayoutRail, from: Timestamp, to: Timestamp,
    _ result: inout ReconciliationRun.Result
  ) async throws {
    let ours = try await database.query(
      ReconciliationStatements.endedOnRail,
      [
        .text(rail.name), .timestamp(from), .timestamp(to),
        .int8(ReconciliationLimits.railPayoutsMax + 1),
      ])
    guard ours.count <= Int(ReconciliationLimits.railPayoutsMax) else { throw Failure.tooMuch }
    for payout in ours {
      let there = try await taken(rail, payout)
      result.entriesHere += payout.chargedMsat == nil ? 0 : 1
      result.entriesThere += there == nil ? 0 : 1
      guard payout.chargedMsat != there else { continue }
      result.findings.append(
        .init(
          kind: there == nil
            ? .missingThere : payout.chargedMsat == nil ? .missingHere : .amountDiffers,
          direction: .sent, paymentHash: [], reference: payout.reference,
          hereMsat: payout.chargedMsat, thereMsat: there))
    }
  }

  /// What the rail has taken from our float and not given back, with its fee; nil for nothing.
  private func taken(
    _ rail: any PayoutRail, _ payout: ReconciliationStatements.RailPayout
  ) async throws -> Int64? {
    guard let found = try await rail.payout(reference: payout.reference),
      found.isOf(quote: payout.providerQuoteID)
    else { return nil }
    switch found.state {
    case .completed(let satoshis):
      // A rail that names no amount means what it had quoted, and no fee the one that it had named.
      return (satoshis.map { $0 * 1000 } ?? payout.coverMsat)
        + (found.feeSatoshis.map { $0 * 1000 } ?? payout.namedFeeMsat ?? 0)
    case .reversed:
      // A rail that does not say what it keeps of the fee keeps what it had charged.
      guard let fee = found.feeSatoshis else { return payout.isReversed ? payout.chargedMsat : nil }
      return fee == 0 ? nil : fee * 1000
    case .quoted, .initiated, .pending, .failed, .expired: return nil
    }
  }
}
