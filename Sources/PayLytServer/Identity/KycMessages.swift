import PayLytAPI
import PayLytJSON
import StandardAPI

/// The bounds of requests for a higher tier.
enum KycLimits {
  /// How old somebody must be at least.
  static let ageYearsMin: Int64 = 18
  /// Cases that are sealed anew in one step.
  static let keepingBatch: Int64 = 50
}

/// A request for a higher tier whose fields are in range.
struct KycTerms {
  let tier: KycTier
  /// The details as a message's bytes.
  let details: [UInt8]

  init(_ request: SubmitKycRequest, at now: Timestamp) throws(Refusal) {
    switch request.tier {
    case .identified: tier = .identified
    case .verified: tier = .verified
    case .basic, .unspecified, .unrecognized:
      throw .invalid("tier", "KYC_TIER_IDENTIFIED or KYC_TIER_VERIFIED.")
    }
    guard let details = request.details else { throw .invalid("details", "Say who you are.") }
    guard let birth = CivilDate(details.birthDate) else {
      throw .invalid("details.birth_date", "Expected a date such as 1990-12-31.")
    }
    guard birth <= now.utc.date.adding(months: -12 * KycLimits.ageYearsMin) else {
      throw .invalid("details.birth_date", "One must be \(KycLimits.ageYearsMin) years old.")
    }
    guard Countries.codes.contains(details.country) else {
      throw .invalid("details.country", "Expected two letters of ISO 3166-1, such as NG.")
    }
    if tier == .verified { try Self.checkAddress(of: details) }
    self.details = details.wireBytes
  }

  private static func checkAddress(of details: KycDetails) throws(Refusal) {
    guard !details.address.isEmpty else {
      throw .invalid("details.address", "KYC_TIER_VERIFIED asks for it.")
    }
    guard details.documents.contains(where: { $0.kind == .proofOfAddress }) else {
      throw .invalid("details.documents", "KYC_TIER_VERIFIED asks for a KIND_PROOF_OF_ADDRESS.")
    }
  }
}

extension PayLytAPI.KycCase {
  /// Without the details.
  init(_ kyc: KycCase) {
    self.init(
      name: "kycCases/\(kyc.id)", user: "users/\(kyc.user)", tier: PayLytAPI.KycTier(kyc.tier),
      state: State(kyc.state), createTime: ProtoTimestamp(kyc.createdAt),
      reviewTime: kyc.reviewedAt.map { .init($0) }, reason: kyc.reason, etag: kyc.etag)
  }
}

extension PayLytAPI.KycCase.State {
  init(_ state: KycState) {
    self =
      switch state {
      case .pending: .pending
      case .approved: .approved
      case .rejected: .rejected
      }
  }
}
