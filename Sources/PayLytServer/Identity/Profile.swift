/// What a user shows to others.
struct Profile: Hashable, Sendable, Versioned {
  /// The user's.
  let id: UUID
  var content: Content
  private(set) var version: Int64
  private(set) var updatedAt: Timestamp

  struct Content: Hashable, Sendable {
    var headline = ""
    var about = ""
    var skills: [String] = []
    var portfolioURLs: [String] = []
    /// 0 for none.
    var hourlyRateSats: Int64 = 0
  }

  mutating func touch(at now: Timestamp) {
    version += 1
    updatedAt = now
  }
}

extension Profile {
  /// Of a user who has written nothing yet.
  init(of user: UUID, at now: Timestamp) {
    self.init(id: user, content: Content(), version: 0, updatedAt: now)
  }
}

/// The owner changes some of the profile.
struct UpdateProfile: Command {
  static let method = "UserService/UpdateProfile"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  /// What is not nil is changed.
  let changes: Changes
  var etag = ""

  struct Changes: Hashable, Sendable {
    var headline: String?
    var about: String?
    var skills: [String]?
    var portfolioURLs: [String]?
    var hourlyRateSats: Int64?
  }

  func load(_ rows: Loader) {
    rows.want(User.self, user)
    rows.want(Profile.self, user)
  }

  func decide(_ decision: Decision) throws -> (profile: Profile, user: User) {
    guard let user = decision.row(User.self, user) else { throw Refusal.notFound("user \(user)") }
    guard user.state != .deleted else { throw AccountError.deleted }
    var profile = decision.row(Profile.self, user.id) ?? Profile(of: user.id, at: decision.now)
    try profile.check(etag: etag)
    profile.content.headline = changes.headline ?? profile.content.headline
    profile.content.about = changes.about ?? profile.content.about
    profile.content.skills = changes.skills ?? profile.content.skills
    profile.content.portfolioURLs = changes.portfolioURLs ?? profile.content.portfolioURLs
    profile.content.hourlyRateSats = changes.hourlyRateSats ?? profile.content.hourlyRateSats
    profile.touch(at: decision.now)
    decision.put(profile)
    decision.record("user.profile_updated", subject: "users/\(user.id)", parties: [user.id])
    return (profile, user)
  }
}
