extension Profile: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Profile>(
    "user_profile",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .mutable("headline", .text) { .text($0.content.headline) },
      .mutable("about", .text) { .text($0.content.about) },
      .mutable("skills", .text) { .text($0.content.skills.joined(separator: "\n")) },
      .mutable("portfolio_urls", .text) {
        .text($0.content.portfolioURLs.joined(separator: "\n"))
      },
      .mutable("hourly_rate_sats", .int8) { .int8($0.content.hourlyRateSats) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.profile() }
}

extension KycCase: StoredRow {
  var rowID: UUID { id }

  static let table = Table<KycCase>(
    "kyc_case",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("tier", .int2) { .int2($0.tier.rawValue) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("key_id", .int4) { .int4($0.details.keyID) },
      .mutable("details", .bytea) { .bytes($0.details.bytes) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("reviewed_at", .timestamptz) { .timestamp($0.reviewedAt) },
      .mutable("reviewer", .uuid) { .uuid($0.reviewer) },
      .mutable("reason", .text) { .text($0.reason) },
      .mutable("version", .int8) { .int8($0.version) },
    ],
    keys: [RowKey("user_id", .uuid) { .uuid($0.user) }]
  ) { (row) throws(DatabaseError) in try row.kycCase() }
}

extension UserUsage: StoredRow {
  var rowID: UUID { id }

  static let table = Table<UserUsage>(
    "user_usage",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .mutable("day", .int4) { .int4($0.day) },
      .mutable("funding_msat", .int8) { .int8($0.fundingMsat) },
      .mutable("payout_msat", .int8) { .int8($0.payoutMsat) },
      .mutable("unproved_msat", .int8) { .int8($0.unprovedMsat) },
      .mutable("unproved_since", .timestamptz) { .timestamp($0.unprovedSince) },
    ],
    locking: .ownAtTheEnd
  ) { (row) throws(DatabaseError) in try row.userUsage() }
}

extension RowReader {
  /// The columns of `Profile.table`, from 0.
  func profile() throws(DatabaseError) -> Profile {
    Profile(
      id: try uuid(0),
      content: Profile.Content(
        headline: try text(1), about: try text(2), skills: try lines(3),
        portfolioURLs: try lines(4), hourlyRateSats: try int64(5)),
      version: try int64(6), updatedAt: try timestamp(7))
  }

  /// The columns of `KycCase.table`, from 0.
  func kycCase() throws(DatabaseError) -> KycCase {
    KycCase(
      id: try uuid(0), user: try uuid(1), tier: try value(2, KycTier.self),
      state: try value(3, KycState.self),
      details: SealedDetails(keyID: try int32(4), bytes: try bytes(5)),
      createdAt: try timestamp(6), reviewedAt: try optionalTimestamp(7),
      reviewer: try optionalUUID(8), reason: try text(9), version: try int64(10))
  }

  /// The columns of `UserUsage.table`, from 0.
  func userUsage() throws(DatabaseError) -> UserUsage {
    UserUsage(
      id: try uuid(0), day: try int32(1), fundingMsat: try int64(2), payoutMsat: try int64(3),
      unprovedMsat: try int64(4), unprovedSince: try optionalTimestamp(5))
  }
}

enum IdentityStatements {
  private static func columns<Row: StoredRow>(_: Row.Type) -> String {
    Row.table.columns.map(\.name).joined(separator: ", ")
  }

  /// All users, or the one with an id.
  static let users = SearchList<User>(
    "user_list", of: "app_user", columns: User.table.columns.map(\.name),
    types: User.table.columns.map(\.type),
    fields: SearchFields(
      "Users",
      [
        SearchField("state", "state", .oneOf(UserState.self)),
        SearchField("kyc_tier", "kyc_tier", .oneOf(KycTier.self)),
        SearchField("create_time", "created_at", .moment),
      ]),
    parts: [.own: ["id = $1"], .all: [ListPart.everything], .ofState: [ListPart.everything]],
    id: \.id
  ) { (row) throws(DatabaseError) in try row.user() }

  static let profile = Statement<Profile>(
    "profile_get", "SELECT \(columns(Profile.self)) FROM user_profile WHERE id = $1",
    parameters: [.uuid], columns: Profile.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.profile() }

  static let kycCase = Statement<KycCase>(
    "kyc_get", "SELECT \(columns(KycCase.self)) FROM kyc_case WHERE id = $1",
    parameters: [.uuid], columns: KycCase.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.kycCase() }

  /// A user's before an id, newest first; where $4, only the one that is pending.
  static let kycCasesOfUser = kycCases(
    "kyc_list_own", "user_id = $1 AND id < $2 AND ($4 = false OR state = 1)", limit: 3,
    [.uuid, .uuid, .int8, .bool])

  /// Everybody's before an id, newest first.
  static let kycCases = kycCases("kyc_list_all", "id < $1", limit: 2, [.uuid, .int8])

  /// Those that are pending.
  static let pendingKycCases = kycCases(
    "kyc_list_pending", "state = 1 AND id < $1", limit: 2, [.uuid, .int8])

  private static func kycCases(
    _ name: String, _ condition: String, limit: Int, _ parameters: [SQLType]
  ) -> Statement<KycCase> {
    Statement<KycCase>(
      name,
      """
      SELECT \(columns(KycCase.self)) FROM kyc_case WHERE \(condition)
      ORDER BY id DESC LIMIT $\(limit)
      """, parameters: parameters, columns: KycCase.table.columns.map(\.type)
    ) { (row) throws(DatabaseError) in try row.kycCase() }
  }

  static let underOtherKeys = Statement<KycCase>(
    "kyc_under_other_keys",
    """
    SELECT \(columns(KycCase.self)) FROM kyc_case
    WHERE key_id <> $1 AND id > $2 AND length(details) > 0 ORDER BY id LIMIT $3
    """,
    parameters: [.int4, .uuid, .int8], columns: KycCase.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.kycCase() }

  /// Two ranges of the index: it costs nothing while there are none.
  static let countUnderOtherKeys = Statement<Int64>(
    "kyc_count_under_other_keys",
    """
    SELECT count(*) FROM kyc_case WHERE (key_id < $1 OR key_id > $1) AND length(details) > 0
    """,
    parameters: [.int4], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let usage = Statement<UserUsage>(
    "usage_get", "SELECT \(columns(UserUsage.self)) FROM user_usage WHERE id = $1",
    parameters: [.uuid], columns: UserUsage.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.userUsage() }

  static let all =
    [
      profile.definition, kycCase.definition, kycCasesOfUser.definition, kycCases.definition,
      pendingKycCases.definition, underOtherKeys.definition, countUnderOtherKeys.definition,
      usage.definition,
    ] + users.definitions
}
