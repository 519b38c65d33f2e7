import PayLytAPI
import StandardAPI

extension PayLytAPI.Profile {
  init(_ profile: Profile, displayName: String) {
    self.init(anonymous: profile)
    headline = profile.content.headline
    about = profile.content.about
    skills = profile.content.skills
    portfolioURLs = profile.content.portfolioURLs
    hourlyRateSatoshis = profile.content.hourlyRateSats
    self.displayName = displayName
  }

  /// Without what says who it is: how answers are kept, because what is kept is never erased.
  init(anonymous profile: Profile) {
    self.init(
      name: "users/\(profile.id)/profile", updateTime: ProtoTimestamp(profile.updatedAt),
      etag: profile.etag)
  }
}

extension UpdateProfile.Changes {
  /// - Throws: INVALID_ARGUMENT for a field that is out of range, or a mask that names another one.
  init(_ request: UpdateProfileRequest) throws(Refusal) {
    guard let profile = request.profile else { throw .invalid("profile", "Say what changes.") }
    self.init()
    let all = ["headline", "about", "skills", "portfolio_urls", "hourly_rate_satoshis"]
    let paths = request.updateMask?.paths ?? []
    for path in paths.isEmpty || paths == ["*"] ? all : paths {
      switch path {
      case "headline":
        headline = profile.headline
      case "about":
        about = profile.about
      case "skills": skills = profile.skills
      case "portfolio_urls": portfolioURLs = profile.portfolioURLs
      case "hourly_rate_satoshis":
        hourlyRateSats = profile.hourlyRateSatoshis
      default: throw .invalid("update_mask", "There is no field that can be changed by this name.")
      }
    }
  }
}

/// A request for a higher tier whose fields are in range.
struct KycTerms {
  let tier: KycTier
  /// The details as a message's bytes.
  let details: [UInt8]

  init(_ request: SubmitKycRequest) throws(Refusal) {
    switch request.tier {
    case .identified: tier = .identified
    case .verified: tier = .verified
    case .basic, .unspecified, .unrecognized:
      throw .invalid("tier", "KYC_TIER_IDENTIFIED or KYC_TIER_VERIFIED.")
    }
    guard let details = request.details else { throw .invalid("details", "Say who you are.") }
    guard
      details.birthDate.wholeMatch(of: /(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/)
        != nil
    else { throw .invalid("details.birth_date", "Expected a date such as 1990-12-31.") }
    guard tier != .verified || !details.address.isEmpty else {
      throw .invalid("details.address", "KYC_TIER_VERIFIED asks for it.")
    }
    self.details = details.wireBytes
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
