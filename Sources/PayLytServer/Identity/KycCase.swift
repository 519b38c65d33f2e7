/// The life of a request for a higher tier. Raw values are stored and equal the API's.
enum KycState: Int16, Sendable, CaseIterable {
  /// Next: approved, rejected.
  case pending = 1
  /// Final.
  case approved = 2
  /// Final.
  case rejected = 3
}

/// A user's request for a higher tier.
struct KycCase: Hashable, Sendable, Versioned {
  let id: UUID
  let user: UUID
  let tier: KycTier
  private(set) var state: KycState
  /// Empty once the user is deleted.
  private(set) var details: SealedDetails
  let createdAt: Timestamp
  private(set) var reviewedAt: Timestamp?
  private(set) var reviewer: UUID?
  private(set) var reason: String
  private(set) var version: Int64

  mutating func review(
    approve: Bool, by reviewer: UUID, reason: String, at now: Timestamp
  ) throws(IdentityError) {
    guard state == .pending else { throw .kycDecided(state) }
    state = approve ? .approved : .rejected
    reviewedAt = now
    self.reviewer = reviewer
    self.reason = reason
    version += 1
  }

  /// Nobody will look at it any more, and nobody can.
  mutating func erase() {
    details = SealedDetails(keyID: details.keyID, bytes: [])
    version += 1
  }

  /// The same details under another key.
  mutating func reseal(_ details: SealedDetails) {
    self.details = details
    version += 1
  }
}

extension KycCase {
  init(id: UUID, user: UUID, tier: KycTier, details: SealedDetails, at now: Timestamp) {
    self.init(
      id: id, user: user, tier: tier, state: .pending, details: details, createdAt: now,
      reviewedAt: nil, reviewer: nil, reason: "", version: 1)
  }

  /// Where details are bound to, beside their user: they are sealed before the case has an id.
  static let detailTable = "kyc_case"

  /// The details in the clear.
  func openedDetails(_ keys: DetailKeys) throws(DetailKeys.Unreadable) -> [UInt8] {
    try keys.open(details, of: user, in: Self.detailTable)
  }
}

/// A user asks for a higher tier.
struct SubmitKyc: Command {
  static let method = "UserService/SubmitKyc"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let tier: KycTier
  let details: SealedDetails

  func load(_ rows: Loader) {
    rows.want(User.self, user)
    rows.want(KycCase.self, by: "user_id", .uuid(user))
  }

  func decide(_ decision: Decision) throws -> KycCase {
    guard let user = decision.row(User.self, user) else { throw Refusal.notFound("user \(user)") }
    guard user.state != .deleted else { throw AccountError.deleted }
    guard user.kycTier.rawValue < tier.rawValue else { throw IdentityError.kycTierHeld }
    let cases = decision.rows(KycCase.self, by: "user_id", .uuid(user.id))
    guard !cases.contains(where: { $0.state == .pending }) else { throw IdentityError.kycPending }
    let kyc = KycCase(
      id: decision.newID(), user: user.id, tier: tier, details: details, at: decision.now)
    decision.put(kyc)
    decision.record("kyc.submitted", subject: "kycCases/\(kyc.id)", parties: [user.id])
    return kyc
  }
}

/// An admin decides a case; when it is approved, the user has the tier in the same commit.
struct ReviewKyc: Command {
  static let method = "UserService/ReviewKyc"
  let caller: Caller
  let request: RequestIdentity?
  let id: UUID
  let reviewer: UUID
  let approve: Bool
  let reason: String
  var etag = ""

  func load(_ rows: Loader) {
    guard let kyc = rows.row(KycCase.self, id) else { return }
    rows.want(User.self, kyc.user)
  }

  func decide(_ decision: Decision) throws -> KycCase {
    guard var kyc = decision.row(KycCase.self, id), var user = decision.row(User.self, kyc.user)
    else { throw Refusal.notFound("kycCase \(id)") }
    guard kyc.user != reviewer else { throw AccountError.ownAccount }
    guard user.state != .deleted else { throw AccountError.deleted }
    try kyc.check(etag: etag)
    try kyc.review(approve: approve, by: reviewer, reason: reason, at: decision.now)
    decision.put(kyc)
    if approve {
      user.setTier(kyc.tier)
      decision.put(user)
    }
    decision.record(
      approve ? "kyc.approved" : "kyc.rejected", subject: "kycCases/\(id)", parties: [user.id],
      reason: reason)
    return kyc
  }
}

/// Keeps the details under the current key.
struct ResealKyc: Command {
  static let method = "users/reseal_kyc"
  let caller = Caller.system("kyc")
  let request: RequestIdentity? = nil
  let id: UUID
  /// The row as the keeper saw it.
  let version: Int64
  let details: SealedDetails

  func load(_ rows: Loader) { rows.want(KycCase.self, id) }

  func decide(_ decision: Decision) throws -> Bool {
    guard var kyc = decision.row(KycCase.self, id), kyc.version == version else { return false }
    kyc.reseal(details)
    decision.put(kyc)
    decision.record("kyc.resealed", subject: "kycCases/\(id)", parties: [kyc.user])
    return true
  }
}
