// Generated from paylyt/identity/v1/user.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

/// What a user may do.
public enum Role: WireEnum {
  case unspecified
  /// Posts jobs and pays for them.
  case client
  /// Accepts jobs and is paid.
  case freelancer
  /// Operates the platform. Never self-registered: `paylyt admin create-user` makes one.
  case admin
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .client
    case 2: self = .freelancer
    case 3: self = .admin
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .client: 1
    case .freelancer: 2
    case .admin: 3
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .client, .freelancer, .admin] }
}

/// How well a user is known. The operator says what each may move a day (docs/OPERATIONS.md).
public enum KycTier: WireEnum {
  case unspecified
  /// An e-mail address.
  case basic
  /// A name and a document.
  case identified
  /// The same, with proof of address.
  case verified
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .basic
    case 2: self = .identified
    case 3: self = .verified
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .basic: 1
    case .identified: 2
    case .verified: 3
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .basic, .identified, .verified] }
}

public struct User: WireMessage {
  /// `users/{uuid}`.
  public var name: String = ""
  /// Empty in events and in answers that are kept: those hold no personal data.
  public var email: String = ""
  /// As `email`.
  public var displayName: String = ""
  public var roles: [Role] = []
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var state: User.State = .unspecified
  public var kycTier: KycTier = .unspecified
  /// Whether there is a transaction PIN.
  public var hasTransactionPin: Bool = false
  public var etag: String = ""
  /// Whether somebody has shown that they read what is sent to `email`.
  public var emailConfirmed: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    case active
    /// An admin has stopped the user; see FreezeUser.
    case frozen
    /// Final: the account is anonymous.
    case deleted
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .active
      case 2: self = .frozen
      case 3: self = .deleted
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .active: 1
      case .frozen: 2
      case .deleted: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .active, .frozen, .deleted] }
  }
}

public struct GetMeRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetUserRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListUsersRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only the one with this address, in whatever case.
  public var email: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `state` (ACTIVE, FROZEN, DELETED)
  /// and `kyc_tier` (BASIC, IDENTIFIED, VERIFIED) with `=` and `!=`; `create_time`
  /// ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`, `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListUsersResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var users: [User] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateUserRequest: WireMessage {
  public var requestID: String = ""
  /// Its `name` says whom; empty means the caller.
  public var user: User? = nil
  public var updateMask: StandardAPI.ProtoFieldMask? = nil
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DeleteUserRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SetUserRolesRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  public var roles: [Role] = []
  /// Why: kept in the audit log, which only admins read.
  public var reason: String = ""
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct FreezeUserRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: kept in the audit log, which only admins read.
  public var reason: String = ""
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UnfreezeUserRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Why: kept in the audit log, which only admins read.
  public var reason: String = ""
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Profile: WireMessage {
  /// `users/{uuid}/profile`.
  public var name: String = ""
  /// At most 100 characters.
  public var headline: String = ""
  /// At most 5 000 characters.
  public var about: String = ""
  /// At most 50 of at most 50 characters.
  public var skills: [String] = []
  /// At most 20 of at most 500 bytes, each beginning with `https://`.
  public var portfolioURLs: [String] = []
  /// Whole satoshis an hour; 0 when the user names none.
  public var hourlyRateSatoshis: Int64 = 0
  /// As the account has it.
  public var displayName: String = ""
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetProfileRequest: WireMessage {
  /// `users/{uuid}/profile`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateProfileRequest: WireMessage {
  public var requestID: String = ""
  /// Its `name` is not looked at: nobody writes another's profile.
  public var profile: Profile? = nil
  /// `headline`, `about`, `skills`, `portfolio_urls`, `hourly_rate_satoshis`, or `*`.
  public var updateMask: StandardAPI.ProtoFieldMask? = nil
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct KycCase: WireMessage {
  /// `kycCases/{uuid}`.
  public var name: String = ""
  public var user: String = ""
  public var tier: KycTier = .unspecified
  public var state: KycCase.State = .unspecified
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var reviewTime: StandardAPI.ProtoTimestamp? = nil
  /// Why, where a person said so.
  public var reason: String = ""
  /// For admins, from GetKycCase only. Unset once the user is deleted, or when the key at rest is lost.
  public var details: KycDetails? = nil
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// Somebody will look at it. Next: approved, rejected.
    case pending
    /// Final: the user has the tier.
    case approved
    /// Final; another case may be opened.
    case rejected
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .approved
      case 3: self = .rejected
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .approved: 2
      case .rejected: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .approved, .rejected] }
  }
}

public struct KycDetails: WireMessage {
  /// 1 to 200 characters.
  public var legalName: String = ""
  /// `1990-12-31`: at least 18 years ago.
  public var birthDate: String = ""
  /// ISO 3166-1 alpha-2, two letters.
  public var country: String = ""
  /// At most 500 characters; needed for KYC_TIER_VERIFIED.
  public var address: String = ""
  /// 1 to 10; for KYC_TIER_VERIFIED one of them a KIND_PROOF_OF_ADDRESS.
  public var documents: [KycDocument] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct KycDocument: WireMessage {
  public var kind: KycDocument.Kind = .unspecified
  /// 1 to 100 characters.
  public var number: String = ""
  /// SHA-256 of the scan that the operator holds: 32 bytes.
  public var scanSha256: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    case passport
    case identityCard
    case drivingLicence
    case proofOfAddress
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .passport
      case 2: self = .identityCard
      case 3: self = .drivingLicence
      case 4: self = .proofOfAddress
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .passport: 1
      case .identityCard: 2
      case .drivingLicence: 3
      case .proofOfAddress: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .passport, .identityCard, .drivingLicence, .proofOfAddress] }
  }
}

public struct SubmitKycRequest: WireMessage {
  public var requestID: String = ""
  /// KYC_TIER_IDENTIFIED or KYC_TIER_VERIFIED.
  public var tier: KycTier = .unspecified
  public var details: KycDetails? = nil
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetKycCaseRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListKycCasesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only those that wait for a decision.
  public var pendingOnly: Bool = false
  /// Whose: `users/{uuid}`, or `users/-` for everybody's. Only admins name others, and have
  /// everybody's when it is empty.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListKycCasesResponse: WireMessage {
  public var kycCases: [KycCase] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReviewKycRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  public var approve: Bool = false
  /// Kept in the audit log and shown to the user.
  public var reason: String = ""
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetLimitsRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Of one day in UTC, in whole satoshis. Unset limits are none.
public struct UserLimits: WireMessage {
  public var kycTier: KycTier = .unspecified
  /// What may be invoiced for the user's escrows.
  public var funding: DailyLimit? = nil
  /// What may leave the user's wallet.
  public var payout: DailyLimit? = nil
  /// Payouts, transfers and releases above it, alone or together within an hour, need a step-up
  /// token; unset means that none does.
  public var stepUpAboveSatoshis: Int64? = nil
  /// Set for a day after ResetPassword: until then all of them need it, whatever the amount.
  public var holdExpireTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DailyLimit: WireMessage {
  public var limitSatoshis: Int64 = 0
  public var usedSatoshis: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension User {
  public static let fullName = "paylyt.identity.v1.User"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__user__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    email: String = "",
    displayName: String = "",
    roles: [Role] = [],
    createTime: StandardAPI.ProtoTimestamp? = nil,
    state: User.State = .unspecified,
    kycTier: KycTier = .unspecified,
    hasTransactionPin: Bool = false,
    etag: String = "",
    emailConfirmed: Bool = false
  ) {
    self.init(
      name: name,
      email: email,
      displayName: displayName,
      roles: roles,
      createTime: createTime,
      state: state,
      kycTier: kycTier,
      hasTransactionPin: hasTransactionPin,
      etag: etag,
      emailConfirmed: emailConfirmed,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__User.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let email: String = unsafe Wire.string(_c.pointee.email)
    let displayName: String = unsafe Wire.string(_c.pointee.display_name)
    let roles: [Role] = unsafe Wire.array(_c.pointee.roles, _c.pointee.n_roles) { Role(rawValue: $0) }
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let state: User.State = unsafe User.State(rawValue: _c.pointee.state)
    let kycTier: KycTier = unsafe KycTier(rawValue: _c.pointee.kyc_tier)
    let hasTransactionPin: Bool = unsafe _c.pointee.has_transaction_pin != 0
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let emailConfirmed: Bool = unsafe _c.pointee.email_confirmed != 0
    unsafe self.init(
      name: name,
      email: email,
      displayName: displayName,
      roles: roles,
      createTime: createTime,
      state: state,
      kycTier: kycTier,
      hasTransactionPin: hasTransactionPin,
      etag: etag,
      emailConfirmed: emailConfirmed,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__user__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.email = arena.string(self.email)
    unsafe c.pointee.display_name = arena.string(self.displayName)
    unsafe c.pointee.roles = arena.array(self.roles) { $0.rawValue }
    unsafe c.pointee.n_roles = self.roles.count
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.kyc_tier = self.kycTier.rawValue
    unsafe c.pointee.has_transaction_pin = self.hasTransactionPin ? 1 : 0
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.email_confirmed = self.emailConfirmed ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetMeRequest {
  public static let fullName = "paylyt.identity.v1.GetMeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__get_me_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__get_me_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetUserRequest {
  public static let fullName = "paylyt.identity.v1.GetUserRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__get_user_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__GetUserRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__get_user_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListUsersRequest {
  public static let fullName = "paylyt.identity.v1.ListUsersRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__list_users_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    email: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      email: email,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__ListUsersRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let email: String = unsafe Wire.string(_c.pointee.email)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      email: email,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__list_users_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.email = arena.string(self.email)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListUsersResponse {
  public static let fullName = "paylyt.identity.v1.ListUsersResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__list_users_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    users: [User] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      users: users,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__ListUsersResponse.self)
    let users: [User] = unsafe Wire.array(_c.pointee.users, _c.pointee.n_users) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      users: users,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__list_users_response__init, keeping: self.unknownFields)
    unsafe c.pointee.users = arena.array(self.users) { unsafe arena.message($0) }
    unsafe c.pointee.n_users = self.users.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateUserRequest {
  public static let fullName = "paylyt.identity.v1.UpdateUserRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__update_user_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    user: User? = nil,
    updateMask: StandardAPI.ProtoFieldMask? = nil,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      user: user,
      updateMask: updateMask,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__UpdateUserRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let user: User? = unsafe Wire.messageIfPresent(_c.pointee.user)
    let updateMask: StandardAPI.ProtoFieldMask? = unsafe Wire.messageIfPresent(_c.pointee.update_mask)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      user: user,
      updateMask: updateMask,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__update_user_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.user = arena.messageIfPresent(self.user)
    unsafe c.pointee.update_mask = arena.messageIfPresent(self.updateMask)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension DeleteUserRequest {
  public static let fullName = "paylyt.identity.v1.DeleteUserRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__delete_user_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__DeleteUserRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__delete_user_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension SetUserRolesRequest {
  public static let fullName = "paylyt.identity.v1.SetUserRolesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__set_user_roles_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    roles: [Role] = [],
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      roles: roles,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__SetUserRolesRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let roles: [Role] = unsafe Wire.array(_c.pointee.roles, _c.pointee.n_roles) { Role(rawValue: $0) }
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      roles: roles,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__set_user_roles_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.roles = arena.array(self.roles) { $0.rawValue }
    unsafe c.pointee.n_roles = self.roles.count
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension FreezeUserRequest {
  public static let fullName = "paylyt.identity.v1.FreezeUserRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__freeze_user_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__FreezeUserRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__freeze_user_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension UnfreezeUserRequest {
  public static let fullName = "paylyt.identity.v1.UnfreezeUserRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__unfreeze_user_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__UnfreezeUserRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__unfreeze_user_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension Profile {
  public static let fullName = "paylyt.identity.v1.Profile"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__profile__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    headline: String = "",
    about: String = "",
    skills: [String] = [],
    portfolioURLs: [String] = [],
    hourlyRateSatoshis: Int64 = 0,
    displayName: String = "",
    updateTime: StandardAPI.ProtoTimestamp? = nil,
    etag: String = ""
  ) {
    self.init(
      name: name,
      headline: headline,
      about: about,
      skills: skills,
      portfolioURLs: portfolioURLs,
      hourlyRateSatoshis: hourlyRateSatoshis,
      displayName: displayName,
      updateTime: updateTime,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__Profile.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let headline: String = unsafe Wire.string(_c.pointee.headline)
    let about: String = unsafe Wire.string(_c.pointee.about)
    let skills: [String] = unsafe Wire.array(_c.pointee.skills, _c.pointee.n_skills) { unsafe Wire.string($0) }
    let portfolioURLs: [String] = unsafe Wire.array(_c.pointee.portfolio_urls, _c.pointee.n_portfolio_urls) { unsafe Wire.string($0) }
    let hourlyRateSatoshis: Int64 = unsafe _c.pointee.hourly_rate_satoshis
    let displayName: String = unsafe Wire.string(_c.pointee.display_name)
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      headline: headline,
      about: about,
      skills: skills,
      portfolioURLs: portfolioURLs,
      hourlyRateSatoshis: hourlyRateSatoshis,
      displayName: displayName,
      updateTime: updateTime,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__profile__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.headline = arena.string(self.headline)
    unsafe c.pointee.about = arena.string(self.about)
    unsafe c.pointee.skills = arena.array(self.skills) { unsafe arena.string($0) }
    unsafe c.pointee.n_skills = self.skills.count
    unsafe c.pointee.portfolio_urls = arena.array(self.portfolioURLs) { unsafe arena.string($0) }
    unsafe c.pointee.n_portfolio_urls = self.portfolioURLs.count
    unsafe c.pointee.hourly_rate_satoshis = self.hourlyRateSatoshis
    unsafe c.pointee.display_name = arena.string(self.displayName)
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetProfileRequest {
  public static let fullName = "paylyt.identity.v1.GetProfileRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__get_profile_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__GetProfileRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__get_profile_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateProfileRequest {
  public static let fullName = "paylyt.identity.v1.UpdateProfileRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__update_profile_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    profile: Profile? = nil,
    updateMask: StandardAPI.ProtoFieldMask? = nil,
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      profile: profile,
      updateMask: updateMask,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__UpdateProfileRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let profile: Profile? = unsafe Wire.messageIfPresent(_c.pointee.profile)
    let updateMask: StandardAPI.ProtoFieldMask? = unsafe Wire.messageIfPresent(_c.pointee.update_mask)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      profile: profile,
      updateMask: updateMask,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__update_profile_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.profile = arena.messageIfPresent(self.profile)
    unsafe c.pointee.update_mask = arena.messageIfPresent(self.updateMask)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension KycCase {
  public static let fullName = "paylyt.identity.v1.KycCase"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__kyc_case__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    user: String = "",
    tier: KycTier = .unspecified,
    state: KycCase.State = .unspecified,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    reviewTime: StandardAPI.ProtoTimestamp? = nil,
    reason: String = "",
    details: KycDetails? = nil,
    etag: String = ""
  ) {
    self.init(
      name: name,
      user: user,
      tier: tier,
      state: state,
      createTime: createTime,
      reviewTime: reviewTime,
      reason: reason,
      details: details,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__KycCase.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let tier: KycTier = unsafe KycTier(rawValue: _c.pointee.tier)
    let state: KycCase.State = unsafe KycCase.State(rawValue: _c.pointee.state)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let reviewTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.review_time)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let details: KycDetails? = unsafe Wire.messageIfPresent(_c.pointee.details)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      user: user,
      tier: tier,
      state: state,
      createTime: createTime,
      reviewTime: reviewTime,
      reason: reason,
      details: details,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__kyc_case__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.tier = self.tier.rawValue
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.review_time = arena.messageIfPresent(self.reviewTime)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.details = arena.messageIfPresent(self.details)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension KycDetails {
  public static let fullName = "paylyt.identity.v1.KycDetails"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__kyc_details__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    legalName: String = "",
    birthDate: String = "",
    country: String = "",
    address: String = "",
    documents: [KycDocument] = []
  ) {
    self.init(
      legalName: legalName,
      birthDate: birthDate,
      country: country,
      address: address,
      documents: documents,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__KycDetails.self)
    let legalName: String = unsafe Wire.string(_c.pointee.legal_name)
    let birthDate: String = unsafe Wire.string(_c.pointee.birth_date)
    let country: String = unsafe Wire.string(_c.pointee.country)
    let address: String = unsafe Wire.string(_c.pointee.address)
    let documents: [KycDocument] = unsafe Wire.array(_c.pointee.documents, _c.pointee.n_documents) { unsafe Wire.message($0) }
    unsafe self.init(
      legalName: legalName,
      birthDate: birthDate,
      country: country,
      address: address,
      documents: documents,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__kyc_details__init, keeping: self.unknownFields)
    unsafe c.pointee.legal_name = arena.string(self.legalName)
    unsafe c.pointee.birth_date = arena.string(self.birthDate)
    unsafe c.pointee.country = arena.string(self.country)
    unsafe c.pointee.address = arena.string(self.address)
    unsafe c.pointee.documents = arena.array(self.documents) { unsafe arena.message($0) }
    unsafe c.pointee.n_documents = self.documents.count
    return UnsafeMutableRawPointer(c)
  }
}

extension KycDocument {
  public static let fullName = "paylyt.identity.v1.KycDocument"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__kyc_document__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kind: KycDocument.Kind = .unspecified,
    number: String = "",
    scanSha256: [UInt8] = []
  ) {
    self.init(
      kind: kind,
      number: number,
      scanSha256: scanSha256,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__KycDocument.self)
    let kind: KycDocument.Kind = unsafe KycDocument.Kind(rawValue: _c.pointee.kind)
    let number: String = unsafe Wire.string(_c.pointee.number)
    let scanSha256: [UInt8] = unsafe Wire.array(_c.pointee.scan_sha256.data, _c.pointee.scan_sha256.len)
    unsafe self.init(
      kind: kind,
      number: number,
      scanSha256: scanSha256,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__kyc_document__init, keeping: self.unknownFields)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.number = arena.string(self.number)
    unsafe c.pointee.scan_sha256 = .init(len: self.scanSha256.count, data: arena.array(self.scanSha256))
    return UnsafeMutableRawPointer(c)
  }
}

extension SubmitKycRequest {
  public static let fullName = "paylyt.identity.v1.SubmitKycRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__submit_kyc_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    tier: KycTier = .unspecified,
    details: KycDetails? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      tier: tier,
      details: details,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__SubmitKycRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let tier: KycTier = unsafe KycTier(rawValue: _c.pointee.tier)
    let details: KycDetails? = unsafe Wire.messageIfPresent(_c.pointee.details)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      tier: tier,
      details: details,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__submit_kyc_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.tier = self.tier.rawValue
    unsafe c.pointee.details = arena.messageIfPresent(self.details)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetKycCaseRequest {
  public static let fullName = "paylyt.identity.v1.GetKycCaseRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__get_kyc_case_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__GetKycCaseRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__get_kyc_case_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListKycCasesRequest {
  public static let fullName = "paylyt.identity.v1.ListKycCasesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__list_kyc_cases_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    pendingOnly: Bool = false,
    parent: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      pendingOnly: pendingOnly,
      parent: parent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__ListKycCasesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let pendingOnly: Bool = unsafe _c.pointee.pending_only != 0
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      pendingOnly: pendingOnly,
      parent: parent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__list_kyc_cases_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.pending_only = self.pendingOnly ? 1 : 0
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListKycCasesResponse {
  public static let fullName = "paylyt.identity.v1.ListKycCasesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__list_kyc_cases_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kycCases: [KycCase] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      kycCases: kycCases,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__ListKycCasesResponse.self)
    let kycCases: [KycCase] = unsafe Wire.array(_c.pointee.kyc_cases, _c.pointee.n_kyc_cases) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      kycCases: kycCases,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__list_kyc_cases_response__init, keeping: self.unknownFields)
    unsafe c.pointee.kyc_cases = arena.array(self.kycCases) { unsafe arena.message($0) }
    unsafe c.pointee.n_kyc_cases = self.kycCases.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ReviewKycRequest {
  public static let fullName = "paylyt.identity.v1.ReviewKycRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__review_kyc_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    approve: Bool = false,
    reason: String = "",
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      approve: approve,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__ReviewKycRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let approve: Bool = unsafe _c.pointee.approve != 0
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      approve: approve,
      reason: reason,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__review_kyc_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.approve = self.approve ? 1 : 0
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetLimitsRequest {
  public static let fullName = "paylyt.identity.v1.GetLimitsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__get_limits_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__get_limits_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension UserLimits {
  public static let fullName = "paylyt.identity.v1.UserLimits"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__user_limits__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kycTier: KycTier = .unspecified,
    funding: DailyLimit? = nil,
    payout: DailyLimit? = nil,
    stepUpAboveSatoshis: Int64? = nil,
    holdExpireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      kycTier: kycTier,
      funding: funding,
      payout: payout,
      stepUpAboveSatoshis: stepUpAboveSatoshis,
      holdExpireTime: holdExpireTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__UserLimits.self)
    let kycTier: KycTier = unsafe KycTier(rawValue: _c.pointee.kyc_tier)
    let funding: DailyLimit? = unsafe Wire.messageIfPresent(_c.pointee.funding)
    let payout: DailyLimit? = unsafe Wire.messageIfPresent(_c.pointee.payout)
    let stepUpAboveSatoshis: Int64? = unsafe _c.pointee._step_up_above_satoshis_case.rawValue == 0 ? nil : _c.pointee.step_up_above_satoshis
    let holdExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.hold_expire_time)
    unsafe self.init(
      kycTier: kycTier,
      funding: funding,
      payout: payout,
      stepUpAboveSatoshis: stepUpAboveSatoshis,
      holdExpireTime: holdExpireTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__user_limits__init, keeping: self.unknownFields)
    unsafe c.pointee.kyc_tier = self.kycTier.rawValue
    unsafe c.pointee.funding = arena.messageIfPresent(self.funding)
    unsafe c.pointee.payout = arena.messageIfPresent(self.payout)
    if let value = self.stepUpAboveSatoshis {
      unsafe c.pointee._step_up_above_satoshis_case = .init(rawValue: 4)
      unsafe c.pointee.step_up_above_satoshis = value
    }
    unsafe c.pointee.hold_expire_time = arena.messageIfPresent(self.holdExpireTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension DailyLimit {
  public static let fullName = "paylyt.identity.v1.DailyLimit"
  public static let wireLayout = unsafe WireLayout(paylyt__identity__v1__daily_limit__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    limitSatoshis: Int64 = 0,
    usedSatoshis: Int64 = 0
  ) {
    self.init(
      limitSatoshis: limitSatoshis,
      usedSatoshis: usedSatoshis,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Identity__V1__DailyLimit.self)
    let limitSatoshis: Int64 = unsafe _c.pointee.limit_satoshis
    let usedSatoshis: Int64 = unsafe _c.pointee.used_satoshis
    unsafe self.init(
      limitSatoshis: limitSatoshis,
      usedSatoshis: usedSatoshis,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__identity__v1__daily_limit__init, keeping: self.unknownFields)
    unsafe c.pointee.limit_satoshis = self.limitSatoshis
    unsafe c.pointee.used_satoshis = self.usedSatoshis
    return UnsafeMutableRawPointer(c)
  }
}

extension User {
  private static let nameRule = TextRule(patterns: ["users/{uuid}"])
  private static let displayNameRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations, within mask: MeantFields) {
    found.text(self.name, Self.nameRule, "name")
    if mask.has("display_name") {
      found.text(self.displayName, Self.displayNameRule, "display_name")
    }
  }
}

extension GetUserRequest {
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListUsersRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let emailRule = TextRule(length: 0...254)
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.email, Self.emailRule, "email")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension UpdateUserRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    let mask = found.mask(
      self.updateMask?.paths ?? [], of: ["display_name"],
      required: true, "update_mask")
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if let value = self.user {
      let mark = found.count
      value.checkFields(&found, within: mask)
      found.nest(since: mark, in: "user")
    } else {
      found.missing("user")
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension DeleteUserRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension SetUserRolesRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}"])
  private static let rolesRule = EnumRule(required: true, [1: "ROLE_CLIENT", 2: "ROLE_FREELANCER", 3: "ROLE_ADMIN"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if found.list(self.roles.count, 1...10, "roles") {
      for (index, value) in self.roles.enumerated() {
        found.choice(value, Self.rolesRule, "roles[\(index)]")
      }
    }
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension FreezeUserRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension UnfreezeUserRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension Profile {
  private static let nameRule = TextRule(patterns: ["users/{uuid}/profile"])
  private static let headlineRule = TextRule(length: 0...100)
  private static let aboutRule = TextRule(length: 0...5000)
  private static let skillsRule = TextRule(required: true, length: 0...50, patterns: ["[^\\n\\r]+"])
  private static let portfolioURLsRule = TextRule(required: true, patterns: ["https://[!-~]{1,492}"])

  public func checkFields(_ found: inout FieldViolations, within mask: MeantFields) {
    found.text(self.name, Self.nameRule, "name")
    if mask.has("headline") {
      found.text(self.headline, Self.headlineRule, "headline")
    }
    if mask.has("about") {
      found.text(self.about, Self.aboutRule, "about")
    }
    if mask.has("skills") {
      if found.list(self.skills.count, 0...50, "skills") {
        for (index, value) in self.skills.enumerated() {
          found.text(value, Self.skillsRule, "skills[\(index)]")
        }
      }
    }
    if mask.has("portfolio_urls") {
      if found.list(self.portfolioURLs.count, 0...20, "portfolio_urls") {
        for (index, value) in self.portfolioURLs.enumerated() {
          found.text(value, Self.portfolioURLsRule, "portfolio_urls[\(index)]")
        }
      }
    }
    if mask.has("hourly_rate_satoshis") {
      found.number(self.hourlyRateSatoshis, NumberRule(0...100000000), "hourly_rate_satoshis")
    }
  }
}

extension GetProfileRequest {
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}/profile"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension UpdateProfileRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    let mask = found.mask(
      self.updateMask?.paths ?? [], of: ["headline", "about", "skills", "portfolio_urls", "hourly_rate_satoshis"],
      required: false, "update_mask")
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if let value = self.profile {
      let mark = found.count
      value.checkFields(&found, within: mask)
      found.nest(since: mark, in: "profile")
    } else {
      found.missing("profile")
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension KycDetails {
  private static let legalNameRule = TextRule(required: true, length: 0...200)
  private static let birthDateRule = TextRule(required: true, patterns: ["19[0-9]{2}-[01][0-9]-[0-3][0-9]", "20[0-9]{2}-[01][0-9]-[0-3][0-9]"])
  private static let countryRule = TextRule(required: true, patterns: ["[A-Z]{2}"])
  private static let addressRule = TextRule(length: 0...500)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.legalName, Self.legalNameRule, "legal_name")
    found.text(self.birthDate, Self.birthDateRule, "birth_date")
    found.text(self.country, Self.countryRule, "country")
    found.text(self.address, Self.addressRule, "address")
    if found.list(self.documents.count, 1...10, "documents") {
      for (index, value) in self.documents.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "documents[\(index)]")
      }
    }
  }
}

extension KycDocument {
  private static let kindRule = EnumRule(required: true, [1: "KIND_PASSPORT", 2: "KIND_IDENTITY_CARD", 3: "KIND_DRIVING_LICENCE", 4: "KIND_PROOF_OF_ADDRESS"])
  private static let numberRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.choice(self.kind, Self.kindRule, "kind")
    found.text(self.number, Self.numberRule, "number")
    found.bytes(self.scanSha256, 32...32, "scan_sha256")
  }
}

extension SubmitKycRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let tierRule = EnumRule(required: true, [2: "KYC_TIER_IDENTIFIED", 3: "KYC_TIER_VERIFIED"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.choice(self.tier, Self.tierRule, "tier")
    if let value = self.details {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "details")
    } else {
      found.missing("details")
    }
  }
}

extension GetKycCaseRequest {
  private static let nameRule = TextRule(required: true, patterns: ["kycCases/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListKycCasesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let parentRule = TextRule(patterns: ["users/{uuid}", "users/-"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension ReviewKycRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["kycCases/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

/// The methods of `paylyt.identity.v1.UserService`.
public enum UserServiceMethods {
  public static let serviceName = "paylyt.identity.v1.UserService"

  public static let getMe = MethodDescriptor(
    service: serviceName,
    method: "GetMe",
    kind: .unary,
    requestType: "paylyt.identity.v1.GetMeRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getUser = MethodDescriptor(
    service: serviceName,
    method: "GetUser",
    kind: .unary,
    requestType: "paylyt.identity.v1.GetUserRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "users.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listUsers = MethodDescriptor(
    service: serviceName,
    method: "ListUsers",
    kind: .unary,
    requestType: "paylyt.identity.v1.ListUsersRequest",
    responseType: "paylyt.identity.v1.ListUsersResponse",
    options: MethodOptions(
      permission: "users.list",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let updateUser = MethodDescriptor(
    service: serviceName,
    method: "UpdateUser",
    kind: .unary,
    requestType: "paylyt.identity.v1.UpdateUserRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "users.update",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED"]))

  public static let deleteUser = MethodDescriptor(
    service: serviceName,
    method: "DeleteUser",
    kind: .unary,
    requestType: "paylyt.identity.v1.DeleteUserRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "users.delete",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED", "USER_HAS_BUSINESS"]))

  public static let setUserRoles = MethodDescriptor(
    service: serviceName,
    method: "SetUserRoles",
    kind: .unary,
    requestType: "paylyt.identity.v1.SetUserRolesRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "users.manage",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED", "OWN_ACCOUNT"]))

  public static let freezeUser = MethodDescriptor(
    service: serviceName,
    method: "FreezeUser",
    kind: .unary,
    requestType: "paylyt.identity.v1.FreezeUserRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "users.manage",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED", "OWN_ACCOUNT"]))

  public static let unfreezeUser = MethodDescriptor(
    service: serviceName,
    method: "UnfreezeUser",
    kind: .unary,
    requestType: "paylyt.identity.v1.UnfreezeUserRequest",
    responseType: "paylyt.identity.v1.User",
    options: MethodOptions(
      permission: "users.manage",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED", "OWN_ACCOUNT"]))

  public static let getProfile = MethodDescriptor(
    service: serviceName,
    method: "GetProfile",
    kind: .unary,
    requestType: "paylyt.identity.v1.GetProfileRequest",
    responseType: "paylyt.identity.v1.Profile",
    options: MethodOptions(
      permission: "profiles.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let updateProfile = MethodDescriptor(
    service: serviceName,
    method: "UpdateProfile",
    kind: .unary,
    requestType: "paylyt.identity.v1.UpdateProfileRequest",
    responseType: "paylyt.identity.v1.Profile",
    options: MethodOptions(
      permission: "profiles.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED"]))

  public static let submitKyc = MethodDescriptor(
    service: serviceName,
    method: "SubmitKyc",
    kind: .unary,
    requestType: "paylyt.identity.v1.SubmitKycRequest",
    responseType: "paylyt.identity.v1.KycCase",
    options: MethodOptions(
      permission: "kyc.submit",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED", "KYC_PENDING", "KYC_TIER_HELD"]))

  public static let getKycCase = MethodDescriptor(
    service: serviceName,
    method: "GetKycCase",
    kind: .unary,
    requestType: "paylyt.identity.v1.GetKycCaseRequest",
    responseType: "paylyt.identity.v1.KycCase",
    options: MethodOptions(
      permission: "kyc.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listKycCases = MethodDescriptor(
    service: serviceName,
    method: "ListKycCases",
    kind: .unary,
    requestType: "paylyt.identity.v1.ListKycCasesRequest",
    responseType: "paylyt.identity.v1.ListKycCasesResponse",
    options: MethodOptions(
      permission: "kyc.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let reviewKyc = MethodDescriptor(
    service: serviceName,
    method: "ReviewKyc",
    kind: .unary,
    requestType: "paylyt.identity.v1.ReviewKycRequest",
    responseType: "paylyt.identity.v1.KycCase",
    options: MethodOptions(
      permission: "kyc.review",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_DELETED", "ILLEGAL_TRANSITION", "OWN_ACCOUNT"]))

  public static let getLimits = MethodDescriptor(
    service: serviceName,
    method: "GetLimits",
    kind: .unary,
    requestType: "paylyt.identity.v1.GetLimitsRequest",
    responseType: "paylyt.identity.v1.UserLimits",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getMe, getUser, listUsers, updateUser, deleteUser, setUserRoles, freezeUser, unfreezeUser, getProfile, updateProfile, submitKyc, getKycCase, listKycCases, reviewKyc, getLimits]
}

extension UserServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getMe, GetMeRequest.self, User.self),
    MethodTypes(getUser, GetUserRequest.self, User.self),
    MethodTypes(listUsers, ListUsersRequest.self, ListUsersResponse.self),
    MethodTypes(updateUser, UpdateUserRequest.self, User.self),
    MethodTypes(deleteUser, DeleteUserRequest.self, User.self),
    MethodTypes(setUserRoles, SetUserRolesRequest.self, User.self),
    MethodTypes(freezeUser, FreezeUserRequest.self, User.self),
    MethodTypes(unfreezeUser, UnfreezeUserRequest.self, User.self),
    MethodTypes(getProfile, GetProfileRequest.self, Profile.self),
    MethodTypes(updateProfile, UpdateProfileRequest.self, Profile.self),
    MethodTypes(submitKyc, SubmitKycRequest.self, KycCase.self),
    MethodTypes(getKycCase, GetKycCaseRequest.self, KycCase.self),
    MethodTypes(listKycCases, ListKycCasesRequest.self, ListKycCasesResponse.self),
    MethodTypes(reviewKyc, ReviewKycRequest.self, KycCase.self),
    MethodTypes(getLimits, GetLimitsRequest.self, UserLimits.self),
  ]
}

/// Users, what they show of themselves, and what they may do.
///
/// The ledger and the audit log name users by id only, so that an account can be made anonymous and the
/// books stay as they are.
public protocol UserServiceHandler: RPCService {
  /// The caller.
  func getMe(
    _ request: GetMeRequest,
    _ context: ServerContext
  ) async throws -> User

  /// The caller; an admin may name anybody.
  func getUser(
    _ request: GetUserRequest,
    _ context: ServerContext
  ) async throws -> User

  /// All users, newest first, deleted ones too.
  func listUsers(
    _ request: ListUsersRequest,
    _ context: ServerContext
  ) async throws -> ListUsersResponse

  /// Changes what `update_mask` names: `display_name`.
  func updateUser(
    _ request: UpdateUserRequest,
    _ context: ServerContext
  ) async throws -> User

  /// Makes the caller's account anonymous for good: e-mail, name, profile and documents are erased,
  /// beneficiaries and webhook endpoints are deleted, all sessions end. Ledger, receipts and audit log
  /// stay; they know only the id. An admin may name anybody.
  ///
  /// `USER_HAS_BUSINESS`: money in the wallet, an open job, escrow or payout.
  func deleteUser(
    _ request: DeleteUserRequest,
    _ context: ServerContext
  ) async throws -> User

  /// Replaces a user's roles. Nobody changes their own.
  func setUserRoles(
    _ request: SetUserRolesRequest,
    _ context: ServerContext
  ) async throws -> User

  /// Stops a user: they can read, subscribe to events and sign out, and nothing else, until
  /// UnfreezeUser. A stopped admin is no admin. Money that comes in is still theirs.
  func freezeUser(
    _ request: FreezeUserRequest,
    _ context: ServerContext
  ) async throws -> User

  func unfreezeUser(
    _ request: UnfreezeUserRequest,
    _ context: ServerContext
  ) async throws -> User

  /// What a user shows to others. Everybody who is signed in may read it.
  func getProfile(
    _ request: GetProfileRequest,
    _ context: ServerContext
  ) async throws -> Profile

  /// Changes what `update_mask` names of the caller's profile; `*`, or no mask, replaces all of it.
  func updateProfile(
    _ request: UpdateProfileRequest,
    _ context: ServerContext
  ) async throws -> Profile

  /// Asks for a higher tier, which allows larger amounts a day. The details are kept encrypted; no
  /// answer, event or audit entry has them.
  func submitKyc(
    _ request: SubmitKycRequest,
    _ context: ServerContext
  ) async throws -> KycCase

  /// One of the caller's cases; admins read all of them, with the details.
  func getKycCase(
    _ request: GetKycCaseRequest,
    _ context: ServerContext
  ) async throws -> KycCase

  /// The caller's cases, newest first; an admin's list has everybody's, or those of `parent`.
  func listKycCases(
    _ request: ListKycCasesRequest,
    _ context: ServerContext
  ) async throws -> ListKycCasesResponse

  /// Decides a case. Nobody decides their own.
  func reviewKyc(
    _ request: ReviewKycRequest,
    _ context: ServerContext
  ) async throws -> KycCase

  /// What the caller may still fund and pay out today.
  func getLimits(
    _ request: GetLimitsRequest,
    _ context: ServerContext
  ) async throws -> UserLimits
}

extension UserServiceHandler {
  public static var serviceName: String { UserServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(UserServiceMethods.getMe) { call, context in
        let request = try call.request(GetMeRequest.self)
        try call.respond(await self.getMe(request, context))
      },
      MethodBinding(UserServiceMethods.getUser) { call, context in
        let request = try call.request(GetUserRequest.self)
        try call.respond(await self.getUser(request, context))
      },
      MethodBinding(UserServiceMethods.listUsers) { call, context in
        let request = try call.request(ListUsersRequest.self)
        try call.respond(await self.listUsers(request, context))
      },
      MethodBinding(UserServiceMethods.updateUser) { call, context in
        let request = try call.request(UpdateUserRequest.self)
        try call.respond(await self.updateUser(request, context))
      },
      MethodBinding(UserServiceMethods.deleteUser) { call, context in
        let request = try call.request(DeleteUserRequest.self)
        try call.respond(await self.deleteUser(request, context))
      },
      MethodBinding(UserServiceMethods.setUserRoles) { call, context in
        let request = try call.request(SetUserRolesRequest.self)
        try call.respond(await self.setUserRoles(request, context))
      },
      MethodBinding(UserServiceMethods.freezeUser) { call, context in
        let request = try call.request(FreezeUserRequest.self)
        try call.respond(await self.freezeUser(request, context))
      },
      MethodBinding(UserServiceMethods.unfreezeUser) { call, context in
        let request = try call.request(UnfreezeUserRequest.self)
        try call.respond(await self.unfreezeUser(request, context))
      },
      MethodBinding(UserServiceMethods.getProfile) { call, context in
        let request = try call.request(GetProfileRequest.self)
        try call.respond(await self.getProfile(request, context))
      },
      MethodBinding(UserServiceMethods.updateProfile) { call, context in
        let request = try call.request(UpdateProfileRequest.self)
        try call.respond(await self.updateProfile(request, context))
      },
      MethodBinding(UserServiceMethods.submitKyc) { call, context in
        let request = try call.request(SubmitKycRequest.self)
        try call.respond(await self.submitKyc(request, context))
      },
      MethodBinding(UserServiceMethods.getKycCase) { call, context in
        let request = try call.request(GetKycCaseRequest.self)
        try call.respond(await self.getKycCase(request, context))
      },
      MethodBinding(UserServiceMethods.listKycCases) { call, context in
        let request = try call.request(ListKycCasesRequest.self)
        try call.respond(await self.listKycCases(request, context))
      },
      MethodBinding(UserServiceMethods.reviewKyc) { call, context in
        let request = try call.request(ReviewKycRequest.self)
        try call.respond(await self.reviewKyc(request, context))
      },
      MethodBinding(UserServiceMethods.getLimits) { call, context in
        let request = try call.request(GetLimitsRequest.self)
        try call.respond(await self.getLimits(request, context))
      },
    ]
  }
}

/// Users, what they show of themselves, and what they may do.
///
/// The ledger and the audit log name users by id only, so that an account can be made anonymous and the
/// books stay as they are.
public struct UserServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// The caller.
  public func getMe(
    _ request: GetMeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.getMe, request, options)
    return response.message
  }

  /// The caller; an admin may name anybody.
  public func getUser(
    _ request: GetUserRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.getUser, request, options)
    return response.message
  }

  /// All users, newest first, deleted ones too.
  public func listUsers(
    _ request: ListUsersRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListUsersResponse {
    let response: UnaryResponse<ListUsersResponse> =
      try await rpcChannel.unary(UserServiceMethods.listUsers, request, options)
    return response.message
  }

  /// Changes what `update_mask` names: `display_name`.
  public func updateUser(
    _ request: UpdateUserRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.updateUser, request, options)
    return response.message
  }

  /// Makes the caller's account anonymous for good: e-mail, name, profile and documents are erased,
  /// beneficiaries and webhook endpoints are deleted, all sessions end. Ledger, receipts and audit log
  /// stay; they know only the id. An admin may name anybody.
  ///
  /// `USER_HAS_BUSINESS`: money in the wallet, an open job, escrow or payout.
  public func deleteUser(
    _ request: DeleteUserRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.deleteUser, request, options)
    return response.message
  }

  /// Replaces a user's roles. Nobody changes their own.
  public func setUserRoles(
    _ request: SetUserRolesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.setUserRoles, request, options)
    return response.message
  }

  /// Stops a user: they can read, subscribe to events and sign out, and nothing else, until
  /// UnfreezeUser. A stopped admin is no admin. Money that comes in is still theirs.
  public func freezeUser(
    _ request: FreezeUserRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.freezeUser, request, options)
    return response.message
  }

  public func unfreezeUser(
    _ request: UnfreezeUserRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(UserServiceMethods.unfreezeUser, request, options)
    return response.message
  }

  /// What a user shows to others. Everybody who is signed in may read it.
  public func getProfile(
    _ request: GetProfileRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Profile {
    let response: UnaryResponse<Profile> =
      try await rpcChannel.unary(UserServiceMethods.getProfile, request, options)
    return response.message
  }

  /// Changes what `update_mask` names of the caller's profile; `*`, or no mask, replaces all of it.
  public func updateProfile(
    _ request: UpdateProfileRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Profile {
    let response: UnaryResponse<Profile> =
      try await rpcChannel.unary(UserServiceMethods.updateProfile, request, options)
    return response.message
  }

  /// Asks for a higher tier, which allows larger amounts a day. The details are kept encrypted; no
  /// answer, event or audit entry has them.
  public func submitKyc(
    _ request: SubmitKycRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> KycCase {
    let response: UnaryResponse<KycCase> =
      try await rpcChannel.unary(UserServiceMethods.submitKyc, request, options)
    return response.message
  }

  /// One of the caller's cases; admins read all of them, with the details.
  public func getKycCase(
    _ request: GetKycCaseRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> KycCase {
    let response: UnaryResponse<KycCase> =
      try await rpcChannel.unary(UserServiceMethods.getKycCase, request, options)
    return response.message
  }

  /// The caller's cases, newest first; an admin's list has everybody's, or those of `parent`.
  public func listKycCases(
    _ request: ListKycCasesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListKycCasesResponse {
    let response: UnaryResponse<ListKycCasesResponse> =
      try await rpcChannel.unary(UserServiceMethods.listKycCases, request, options)
    return response.message
  }

  /// Decides a case. Nobody decides their own.
  public func reviewKyc(
    _ request: ReviewKycRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> KycCase {
    let response: UnaryResponse<KycCase> =
      try await rpcChannel.unary(UserServiceMethods.reviewKyc, request, options)
    return response.message
  }

  /// What the caller may still fund and pay out today.
  public func getLimits(
    _ request: GetLimitsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> UserLimits {
    let response: UnaryResponse<UserLimits> =
      try await rpcChannel.unary(UserServiceMethods.getLimits, request, options)
    return response.message
  }
}
