/// Who bears the platform's fee. Raw values are stored and equal the API's.
enum FeePayer: Int16, Sendable, CaseIterable {
  /// Pays it on top of the price, together with it.
  case client = 1
  /// Gets the price less the fee.
  case freelancer = 2
  /// Each bears half; an odd millisatoshi is the freelancer's.
  case split = 3
}

/// What one version of the schedule says: what the platform takes of what is released.
struct FeeRates: Hashable, Sendable {
  let version: Int32
  /// Hundredths of a percent, in `0...1000` (the proto's rule and the schema's).
  let basisPoints: Int32
  /// Added once, with the first release.
  let fixedMsat: Int64
  let minMsat: Int64
  /// `Int64.max` when there is none.
  let maxMsat: Int64
}

/// The fee that was agreed on: one version of the schedule, as the job's terms had it, and who
/// bears it. A later version changes nothing for jobs and escrows that are there.
struct FeeTerms: Hashable, Sendable {
  let rates: FeeRates
  let payer: FeePayer

  /// The fee of everything that was released so far, for work worth `workMsat`.
  ///
  /// Never more than the work, and growing at most as fast as it: so the fee of each further part,
  /// the difference of two of these, is neither negative nor more than the part.
  func total(of workMsat: Int64) -> Int64 {
    let share = Share.floor(of: workMsat, basisPoints: Int64(rates.basisPoints))
    return min(workMsat, rates.maxMsat, max(rates.minMsat, share + rates.fixedMsat))
  }

  /// What the client bears of the fee for work worth `workMsat`.
  func clientPart(of workMsat: Int64) -> Int64 {
    switch payer {
    case .client: total(of: workMsat)
    case .freelancer: 0
    case .split: total(of: workMsat) / 2
    }
  }

  /// What the client pays in for work worth `workMsat`.
  func clientPays(for workMsat: Int64) -> Int64 { workMsat + clientPart(of: workMsat) }

  /// What the freelancer has once work worth `workMsat` is released.
  func freelancerGets(for workMsat: Int64) -> Int64 {
    clientPays(for: workMsat) - total(of: workMsat)
  }
}

/// One version of the platform's fees. The latest one counts for terms that are written.
struct FeeSchedule: Hashable, Sendable {
  let id: UUID
  let rates: FeeRates
  let createdAt: Timestamp
}
