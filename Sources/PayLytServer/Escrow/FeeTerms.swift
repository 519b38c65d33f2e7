/// Who bears the platform's fee. Raw values are stored and equal the API's.
enum FeePayer: Int16, Sendable, CaseIterable {
  /// Pays it on top of the price, together with it.
  case client = 1
  /// Gets the price less the fee.
  case freelancer = 2
  /// Each bears half; an odd millisatoshi is the freelancer's.
  case split = 3
}

/// What the platform takes of what is released: one version of the schedule, as it was when the
/// escrow was opened. A later version changes nothing for escrows that are there.
struct FeeTerms: Hashable, Sendable {
  let version: Int32
  /// Hundredths of a percent, in `0...EscrowLimits.feeBasisPointsMax`.
  let basisPoints: Int32
  /// Added once, with the first release.
  let fixedMsat: Int64
  let minMsat: Int64
  /// `Int64.max` when there is none.
  let maxMsat: Int64
  let payer: FeePayer

  /// The fee of everything that was released so far, for work worth `workMsat`.
  ///
  /// Never more than the work, and growing at most as fast as it: so the fee of each further part,
  /// the difference of two of these, is neither negative nor more than the part.
  func total(of workMsat: Int64) -> Int64 {
    let share = Share.floor(of: workMsat, basisPoints: Int64(basisPoints))
    return min(workMsat, maxMsat, max(minMsat, share + fixedMsat))
  }

  /// What the client bears of the fee for work worth `workMsat`.
  func clientPart(of workMsat: Int64) -> Int64 {
    switch payer {
    case .client: total(of: workMsat)
    case .freelancer: 0
    case .split: total(of: workMsat) / 2
    }
  }
}

/// One version of the platform's fees. The latest one counts for escrows that are opened.
struct FeeSchedule: Hashable, Sendable {
  let id: UUID
  let version: Int32
  let basisPoints: Int32
  let fixedMsat: Int64
  let minMsat: Int64
  /// `Int64.max` when there is none.
  let maxMsat: Int64
  let createdAt: Timestamp

  func terms(paidBy payer: FeePayer) -> FeeTerms {
    FeeTerms(
      version: version, basisPoints: basisPoints, fixedMsat: fixedMsat, minMsat: minMsat,
      maxMsat: maxMsat, payer: payer)
  }
}
