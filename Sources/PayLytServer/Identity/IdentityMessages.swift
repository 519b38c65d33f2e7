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
        headline = try Self.optional(
          profile.headline, field: "profile.headline",
          maximum: IdentityLimits.headlineCharactersMax)
      case "about":
        about = try Self.optional(
          profile.about, field: "profile.about", maximum: IdentityLimits.aboutCharactersMax)
      case "skills": skills = try Self.skills(profile.skills)
      case "portfolio_urls": portfolioURLs = try Self.urls(profile.portfolioURLs)
      case "hourly_rate_satoshis":
        guard (0...IdentityLimits.hourlyRateSatsMax).contains(profile.hourlyRateSatoshis) else {
          throw .invalid(
            "profile.hourly_rate_satoshis",
            "Between 0 and \(IdentityLimits.hourlyRateSatsMax) satoshis.")
        }
        hourlyRateSats = profile.hourlyRateSatoshis
      default: throw .invalid("update_mask", "There is no field that can be changed by this name.")
      }
    }
  }

  private static func optional(
    _ text: String, field: String, maximum: Int
  ) throws(Refusal) -> String {
    text.isEmpty ? "" : try Texts.check(text, field: field, maximum: maximum)
  }

  private static func skills(_ skills: [String]) throws(Refusal) -> [String] {
    guard skills.count <= IdentityLimits.skillsMax else {
      throw .invalid("profile.skills", "At most \(IdentityLimits.skillsMax).")
    }
    for (index, skill) in skills.enumerated() {
      let field = "profile.skills[\(index)]"
      _ = try Texts.check(skill, field: field, maximum: IdentityLimits.skillCharactersMax)
      guard !skill.contains(where: \.isNewline) else { throw .invalid(field, "One line.") }
    }
    return skills
  }

  private static func urls(_ urls: [String]) throws(Refusal) -> [String] {
    guard urls.count <= IdentityLimits.portfolioMax else {
      throw .invalid("profile.portfolio_urls", "At most \(IdentityLimits.portfolioMax).")
    }
    for (index, url) in urls.enumerated() {
      guard url.hasPrefix("https://"), url.utf8.count <= IdentityLimits.urlBytesMax,
        url.utf8.count > "https://".utf8.count, url.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
      else { throw .invalid("profile.portfolio_urls[\(index)]", "Expected `https://…`.") }
    }
    return urls
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
    _ = try Texts.check(
      details.legalName, field: "details.legal_name",
      maximum: IdentityLimits.legalNameCharactersMax)
    guard
      details.birthDate.wholeMatch(of: /(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/)
        != nil
    else { throw .invalid("details.birth_date", "Expected a date such as 1990-12-31.") }
    guard details.country.wholeMatch(of: /[A-Z]{2}/) != nil else {
      throw .invalid("details.country", "Expected two capital letters (ISO 3166-1).")
    }
    if tier == .verified || !details.address.isEmpty {
      _ = try Texts.check(
        details.address, field: "details.address", maximum: IdentityLimits.addressCharactersMax)
    }
    guard (1...IdentityLimits.documentsMax).contains(details.documents.count) else {
      throw .invalid("details.documents", "Between 1 and \(IdentityLimits.documentsMax).")
    }
    for (index, document) in details.documents.enumerated() {
      try Self.check(document, field: "details.documents[\(index)]")
    }
    self.details = details.wireBytes
  }

  private static func check(_ document: KycDocument, field: String) throws(Refusal) {
    switch document.kind {
    case .passport, .identityCard, .drivingLicence, .proofOfAddress: break
    case .unspecified, .unrecognized: throw .invalid("\(field).kind", "Say what it is.")
    }
    _ = try Texts.check(
      document.number, field: "\(field).number",
      maximum: IdentityLimits.documentNumberCharactersMax)
    guard document.scanSha256.count == 32 else {
      throw .invalid("\(field).scan_sha256", "32 bytes.")
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
