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
