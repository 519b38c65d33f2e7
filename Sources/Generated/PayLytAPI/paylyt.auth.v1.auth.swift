// Generated from paylyt/auth/v1/auth.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct RegisterRequest: WireMessage {
  /// A UUID that the caller makes: the same request sent again gets the same user and a new session.
  public var requestID: String = ""
  /// At most 254 bytes, with one `@`; compared without regard to case.
  public var email: String = ""
  /// 10 to 256 bytes.
  public var password: String = ""
  /// 1 to 100 characters.
  public var displayName: String = ""
  /// ROLE_CLIENT, ROLE_FREELANCER or both.
  public var roles: [Role] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct LoginRequest: WireMessage {
  public var email: String = ""
  public var password: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RefreshSessionRequest: WireMessage {
  /// A UUID that the caller makes; unset, a repetition counts as a copied token.
  public var requestID: String = ""
  public var refreshToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct LogoutRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct LogoutResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A sign-in on one device.
public struct SessionInfo: WireMessage {
  /// `users/{uuid}/sessions/{uuid}`.
  public var name: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// When its tokens were last renewed.
  public var refreshTime: StandardAPI.ProtoTimestamp? = nil
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// As the device called itself when it signed in; at most 200 bytes.
  public var userAgent: String = ""
  /// From where it signed in.
  public var address: String = ""
  /// Whether this call was made with it.
  public var isCurrent: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListSessionsRequest: WireMessage {
  /// `users/{uuid}`; empty means the caller.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListSessionsResponse: WireMessage {
  public var sessions: [SessionInfo] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RevokeSessionRequest: WireMessage {
  /// `users/{uuid}/sessions/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RevokeSessionResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RevokeAllSessionsRequest: WireMessage {
  /// A UUID that the caller makes: the same request sent again ends nothing that was opened meanwhile.
  public var requestID: String = ""
  /// `users/{uuid}`; empty means the caller.
  public var parent: String = ""
  /// Leaves the session of this call alone.
  public var keepCurrent: Bool = false
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RevokeAllSessionsResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChangePasswordRequest: WireMessage {
  public var requestID: String = ""
  public var currentPassword: String = ""
  /// 10 to 256 bytes.
  public var newPassword: String = ""
  /// Checks and decides everything, and changes nothing. A wrong password counts as one all the same.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChangePasswordResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RequestPasswordResetRequest: WireMessage {
  public var requestID: String = ""
  /// At most 254 bytes, with one `@`; compared without regard to case.
  public var email: String = ""
  /// Checks and decides everything, and mails nothing. It counts as asking all the same.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RequestPasswordResetResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RequestEmailConfirmationRequest: WireMessage {
  public var requestID: String = ""
  /// Checks and decides everything, and mails nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RequestEmailConfirmationResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ConfirmEmailRequest: WireMessage {
  public var requestID: String = ""
  /// As it was mailed.
  public var code: String = ""
  /// Checks and decides everything, and changes nothing: the code is still good. A wrong one counts
  /// as a failure all the same.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ConfirmEmailResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResetPasswordRequest: WireMessage {
  public var requestID: String = ""
  /// As it was mailed.
  public var code: String = ""
  /// 10 to 256 bytes.
  public var newPassword: String = ""
  /// Checks and decides everything, and changes nothing: the code is still good. A wrong one counts
  /// as a failure all the same.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResetPasswordResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SetTransactionPinRequest: WireMessage {
  public var requestID: String = ""
  public var password: String = ""
  /// 6 to 12 digits.
  public var transactionPin: String = ""
  /// Checks and decides everything, and changes nothing. A wrong password counts as one all the same.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SetTransactionPinResponse: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StepUpRequest: WireMessage {
  public var transactionPin: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Good for the session that it was made in, until it expires.
public struct StepUpToken: WireMessage {
  public var token: String = ""
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetSigningKeysRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One key of the set, its members named as RFC 7517 and RFC 8037 do.
public struct SigningKey: WireMessage {
  /// `OKP`.
  public var kty: String = ""
  /// `Ed25519`.
  public var crv: String = ""
  /// The public key: 32 bytes in base64url.
  public var x: String = ""
  /// The key's thumbprint (RFC 7638), which is in the header of its tokens.
  public var kid: String = ""
  /// `EdDSA`.
  public var alg: String = ""
  /// `sig`.
  public var use: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetSigningKeysResponse: WireMessage {
  public var keys: [SigningKey] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A signed-in user: two tokens and when they end.
public struct Session: WireMessage {
  public var user: User? = nil
  /// A JWT signed with EdDSA (RFC 8037); send it as `authorization: Bearer …`.
  public var accessToken: String = ""
  public var accessExpireTime: StandardAPI.ProtoTimestamp? = nil
  /// Opaque; works once, see RefreshSession.
  public var refreshToken: String = ""
  public var refreshExpireTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension RegisterRequest {
  public static let fullName = "paylyt.auth.v1.RegisterRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__register_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    email: String = "",
    password: String = "",
    displayName: String = "",
    roles: [Role] = []
  ) {
    self.init(
      requestID: requestID,
      email: email,
      password: password,
      displayName: displayName,
      roles: roles,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RegisterRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let email: String = unsafe Wire.string(_c.pointee.email)
    let password: String = unsafe Wire.string(_c.pointee.password)
    let displayName: String = unsafe Wire.string(_c.pointee.display_name)
    let roles: [Role] = unsafe Wire.array(_c.pointee.roles, _c.pointee.n_roles) { Role(rawValue: $0) }
    unsafe self.init(
      requestID: requestID,
      email: email,
      password: password,
      displayName: displayName,
      roles: roles,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__register_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.email = arena.string(self.email)
    unsafe c.pointee.password = arena.string(self.password)
    unsafe c.pointee.display_name = arena.string(self.displayName)
    unsafe c.pointee.roles = arena.array(self.roles) { $0.rawValue }
    unsafe c.pointee.n_roles = self.roles.count
    return UnsafeMutableRawPointer(c)
  }
}

extension LoginRequest {
  public static let fullName = "paylyt.auth.v1.LoginRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__login_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    email: String = "",
    password: String = ""
  ) {
    self.init(
      email: email,
      password: password,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__LoginRequest.self)
    let email: String = unsafe Wire.string(_c.pointee.email)
    let password: String = unsafe Wire.string(_c.pointee.password)
    unsafe self.init(
      email: email,
      password: password,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__login_request__init, keeping: self.unknownFields)
    unsafe c.pointee.email = arena.string(self.email)
    unsafe c.pointee.password = arena.string(self.password)
    return UnsafeMutableRawPointer(c)
  }
}

extension RefreshSessionRequest {
  public static let fullName = "paylyt.auth.v1.RefreshSessionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__refresh_session_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    refreshToken: String = ""
  ) {
    self.init(
      requestID: requestID,
      refreshToken: refreshToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RefreshSessionRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let refreshToken: String = unsafe Wire.string(_c.pointee.refresh_token)
    unsafe self.init(
      requestID: requestID,
      refreshToken: refreshToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__refresh_session_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.refresh_token = arena.string(self.refreshToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension LogoutRequest {
  public static let fullName = "paylyt.auth.v1.LogoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__logout_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__logout_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension LogoutResponse {
  public static let fullName = "paylyt.auth.v1.LogoutResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__logout_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__logout_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension SessionInfo {
  public static let fullName = "paylyt.auth.v1.SessionInfo"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__session_info__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    refreshTime: StandardAPI.ProtoTimestamp? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    userAgent: String = "",
    address: String = "",
    isCurrent: Bool = false
  ) {
    self.init(
      name: name,
      createTime: createTime,
      refreshTime: refreshTime,
      expireTime: expireTime,
      userAgent: userAgent,
      address: address,
      isCurrent: isCurrent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__SessionInfo.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let refreshTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.refresh_time)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let userAgent: String = unsafe Wire.string(_c.pointee.user_agent)
    let address: String = unsafe Wire.string(_c.pointee.address)
    let isCurrent: Bool = unsafe _c.pointee.is_current != 0
    unsafe self.init(
      name: name,
      createTime: createTime,
      refreshTime: refreshTime,
      expireTime: expireTime,
      userAgent: userAgent,
      address: address,
      isCurrent: isCurrent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__session_info__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.refresh_time = arena.messageIfPresent(self.refreshTime)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.user_agent = arena.string(self.userAgent)
    unsafe c.pointee.address = arena.string(self.address)
    unsafe c.pointee.is_current = self.isCurrent ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ListSessionsRequest {
  public static let fullName = "paylyt.auth.v1.ListSessionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__list_sessions_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ListSessionsRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__list_sessions_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListSessionsResponse {
  public static let fullName = "paylyt.auth.v1.ListSessionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__list_sessions_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    sessions: [SessionInfo] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      sessions: sessions,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ListSessionsResponse.self)
    let sessions: [SessionInfo] = unsafe Wire.array(_c.pointee.sessions, _c.pointee.n_sessions) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      sessions: sessions,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__list_sessions_response__init, keeping: self.unknownFields)
    unsafe c.pointee.sessions = arena.array(self.sessions) { unsafe arena.message($0) }
    unsafe c.pointee.n_sessions = self.sessions.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension RevokeSessionRequest {
  public static let fullName = "paylyt.auth.v1.RevokeSessionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__revoke_session_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RevokeSessionRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__revoke_session_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension RevokeSessionResponse {
  public static let fullName = "paylyt.auth.v1.RevokeSessionResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__revoke_session_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__revoke_session_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension RevokeAllSessionsRequest {
  public static let fullName = "paylyt.auth.v1.RevokeAllSessionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__revoke_all_sessions_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    parent: String = "",
    keepCurrent: Bool = false,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      parent: parent,
      keepCurrent: keepCurrent,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RevokeAllSessionsRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let keepCurrent: Bool = unsafe _c.pointee.keep_current != 0
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      parent: parent,
      keepCurrent: keepCurrent,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__revoke_all_sessions_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.keep_current = self.keepCurrent ? 1 : 0
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RevokeAllSessionsResponse {
  public static let fullName = "paylyt.auth.v1.RevokeAllSessionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__revoke_all_sessions_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__revoke_all_sessions_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChangePasswordRequest {
  public static let fullName = "paylyt.auth.v1.ChangePasswordRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__change_password_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    currentPassword: String = "",
    newPassword: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      currentPassword: currentPassword,
      newPassword: newPassword,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ChangePasswordRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let currentPassword: String = unsafe Wire.string(_c.pointee.current_password)
    let newPassword: String = unsafe Wire.string(_c.pointee.new_password)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      currentPassword: currentPassword,
      newPassword: newPassword,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__change_password_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.current_password = arena.string(self.currentPassword)
    unsafe c.pointee.new_password = arena.string(self.newPassword)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ChangePasswordResponse {
  public static let fullName = "paylyt.auth.v1.ChangePasswordResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__change_password_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__change_password_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension RequestPasswordResetRequest {
  public static let fullName = "paylyt.auth.v1.RequestPasswordResetRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__request_password_reset_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    email: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      email: email,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RequestPasswordResetRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let email: String = unsafe Wire.string(_c.pointee.email)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      email: email,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__request_password_reset_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.email = arena.string(self.email)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RequestPasswordResetResponse {
  public static let fullName = "paylyt.auth.v1.RequestPasswordResetResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__request_password_reset_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__request_password_reset_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension RequestEmailConfirmationRequest {
  public static let fullName = "paylyt.auth.v1.RequestEmailConfirmationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__request_email_confirmation_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RequestEmailConfirmationRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__request_email_confirmation_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RequestEmailConfirmationResponse {
  public static let fullName = "paylyt.auth.v1.RequestEmailConfirmationResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__request_email_confirmation_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__request_email_confirmation_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ConfirmEmailRequest {
  public static let fullName = "paylyt.auth.v1.ConfirmEmailRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__confirm_email_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    code: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      code: code,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ConfirmEmailRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let code: String = unsafe Wire.string(_c.pointee.code)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      code: code,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__confirm_email_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.code = arena.string(self.code)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ConfirmEmailResponse {
  public static let fullName = "paylyt.auth.v1.ConfirmEmailResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__confirm_email_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__confirm_email_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ResetPasswordRequest {
  public static let fullName = "paylyt.auth.v1.ResetPasswordRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__reset_password_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    code: String = "",
    newPassword: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      code: code,
      newPassword: newPassword,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ResetPasswordRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let code: String = unsafe Wire.string(_c.pointee.code)
    let newPassword: String = unsafe Wire.string(_c.pointee.new_password)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      code: code,
      newPassword: newPassword,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__reset_password_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.code = arena.string(self.code)
    unsafe c.pointee.new_password = arena.string(self.newPassword)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ResetPasswordResponse {
  public static let fullName = "paylyt.auth.v1.ResetPasswordResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__reset_password_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__reset_password_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension SetTransactionPinRequest {
  public static let fullName = "paylyt.auth.v1.SetTransactionPinRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__set_transaction_pin_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    password: String = "",
    transactionPin: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      password: password,
      transactionPin: transactionPin,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__SetTransactionPinRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let password: String = unsafe Wire.string(_c.pointee.password)
    let transactionPin: String = unsafe Wire.string(_c.pointee.transaction_pin)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      password: password,
      transactionPin: transactionPin,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__set_transaction_pin_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.password = arena.string(self.password)
    unsafe c.pointee.transaction_pin = arena.string(self.transactionPin)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension SetTransactionPinResponse {
  public static let fullName = "paylyt.auth.v1.SetTransactionPinResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__set_transaction_pin_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__set_transaction_pin_response__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension StepUpRequest {
  public static let fullName = "paylyt.auth.v1.StepUpRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__step_up_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transactionPin: String = ""
  ) {
    self.init(
      transactionPin: transactionPin,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__StepUpRequest.self)
    let transactionPin: String = unsafe Wire.string(_c.pointee.transaction_pin)
    unsafe self.init(
      transactionPin: transactionPin,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__step_up_request__init, keeping: self.unknownFields)
    unsafe c.pointee.transaction_pin = arena.string(self.transactionPin)
    return UnsafeMutableRawPointer(c)
  }
}

extension StepUpToken {
  public static let fullName = "paylyt.auth.v1.StepUpToken"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__step_up_token__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    token: String = "",
    expireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      token: token,
      expireTime: expireTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__StepUpToken.self)
    let token: String = unsafe Wire.string(_c.pointee.token)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    unsafe self.init(
      token: token,
      expireTime: expireTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__step_up_token__init, keeping: self.unknownFields)
    unsafe c.pointee.token = arena.string(self.token)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetSigningKeysRequest {
  public static let fullName = "paylyt.auth.v1.GetSigningKeysRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__get_signing_keys_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__get_signing_keys_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension SigningKey {
  public static let fullName = "paylyt.auth.v1.SigningKey"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__signing_key__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kty: String = "",
    crv: String = "",
    x: String = "",
    kid: String = "",
    alg: String = "",
    use: String = ""
  ) {
    self.init(
      kty: kty,
      crv: crv,
      x: x,
      kid: kid,
      alg: alg,
      use: use,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__SigningKey.self)
    let kty: String = unsafe Wire.string(_c.pointee.kty)
    let crv: String = unsafe Wire.string(_c.pointee.crv)
    let x: String = unsafe Wire.string(_c.pointee.x)
    let kid: String = unsafe Wire.string(_c.pointee.kid)
    let alg: String = unsafe Wire.string(_c.pointee.alg)
    let use: String = unsafe Wire.string(_c.pointee.use)
    unsafe self.init(
      kty: kty,
      crv: crv,
      x: x,
      kid: kid,
      alg: alg,
      use: use,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__signing_key__init, keeping: self.unknownFields)
    unsafe c.pointee.kty = arena.string(self.kty)
    unsafe c.pointee.crv = arena.string(self.crv)
    unsafe c.pointee.x = arena.string(self.x)
    unsafe c.pointee.kid = arena.string(self.kid)
    unsafe c.pointee.alg = arena.string(self.alg)
    unsafe c.pointee.use = arena.string(self.use)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetSigningKeysResponse {
  public static let fullName = "paylyt.auth.v1.GetSigningKeysResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__get_signing_keys_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    keys: [SigningKey] = []
  ) {
    self.init(
      keys: keys,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__GetSigningKeysResponse.self)
    let keys: [SigningKey] = unsafe Wire.array(_c.pointee.keys, _c.pointee.n_keys) { unsafe Wire.message($0) }
    unsafe self.init(
      keys: keys,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__get_signing_keys_response__init, keeping: self.unknownFields)
    unsafe c.pointee.keys = arena.array(self.keys) { unsafe arena.message($0) }
    unsafe c.pointee.n_keys = self.keys.count
    return UnsafeMutableRawPointer(c)
  }
}

extension Session {
  public static let fullName = "paylyt.auth.v1.Session"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__session__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    user: User? = nil,
    accessToken: String = "",
    accessExpireTime: StandardAPI.ProtoTimestamp? = nil,
    refreshToken: String = "",
    refreshExpireTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      user: user,
      accessToken: accessToken,
      accessExpireTime: accessExpireTime,
      refreshToken: refreshToken,
      refreshExpireTime: refreshExpireTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__Session.self)
    let user: User? = unsafe Wire.messageIfPresent(_c.pointee.user)
    let accessToken: String = unsafe Wire.string(_c.pointee.access_token)
    let accessExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.access_expire_time)
    let refreshToken: String = unsafe Wire.string(_c.pointee.refresh_token)
    let refreshExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.refresh_expire_time)
    unsafe self.init(
      user: user,
      accessToken: accessToken,
      accessExpireTime: accessExpireTime,
      refreshToken: refreshToken,
      refreshExpireTime: refreshExpireTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__session__init, keeping: self.unknownFields)
    unsafe c.pointee.user = arena.messageIfPresent(self.user)
    unsafe c.pointee.access_token = arena.string(self.accessToken)
    unsafe c.pointee.access_expire_time = arena.messageIfPresent(self.accessExpireTime)
    unsafe c.pointee.refresh_token = arena.string(self.refreshToken)
    unsafe c.pointee.refresh_expire_time = arena.messageIfPresent(self.refreshExpireTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension RegisterRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let emailRule = TextRule(required: true, length: 0...254, countsBytes: true, patterns: ["[^@ \\t\\n\\r]+@[^@ \\t\\n\\r]+"])
  private static let passwordRule = TextRule(length: 10...256, countsBytes: true)
  private static let displayNameRule = TextRule(required: true, length: 0...100)
  private static let rolesRule = EnumRule(required: true, [1: "ROLE_CLIENT", 2: "ROLE_FREELANCER"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.email, Self.emailRule, "email")
    found.text(self.password, Self.passwordRule, "password")
    found.text(self.displayName, Self.displayNameRule, "display_name")
    if found.list(self.roles.count, 1...10, "roles") {
      for (index, value) in self.roles.enumerated() {
        found.choice(value, Self.rolesRule, "roles[\(index)]")
      }
    }
  }
}

extension LoginRequest {
  private static let emailRule = TextRule(length: 0...1000, countsBytes: true)
  private static let passwordRule = TextRule(length: 0...1000, countsBytes: true)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.email, Self.emailRule, "email")
    found.text(self.password, Self.passwordRule, "password")
  }
}

extension RefreshSessionRequest {
  private static let requestIDRule = TextRule(patterns: ["{uuid}"])
  private static let refreshTokenRule = TextRule(length: 0...1000, countsBytes: true)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.refreshToken, Self.refreshTokenRule, "refresh_token")
  }
}

extension ListSessionsRequest {
  private static let parentRule = TextRule(patterns: ["users/{uuid}"])
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension RevokeSessionRequest {
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}/sessions/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension RevokeAllSessionsRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let parentRule = TextRule(patterns: ["users/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension ChangePasswordRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let currentPasswordRule = TextRule(length: 0...1000, countsBytes: true)
  private static let newPasswordRule = TextRule(length: 10...256, countsBytes: true)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.currentPassword, Self.currentPasswordRule, "current_password")
    found.text(self.newPassword, Self.newPasswordRule, "new_password")
  }
}

extension RequestPasswordResetRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let emailRule = TextRule(required: true, length: 0...254, countsBytes: true, patterns: ["[^@ \\t\\n\\r]+@[^@ \\t\\n\\r]+"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.email, Self.emailRule, "email")
  }
}

extension RequestEmailConfirmationRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
  }
}

extension ConfirmEmailRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let codeRule = TextRule(required: true, patterns: ["[A-Za-z0-9_-]{1,200}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.code, Self.codeRule, "code")
  }
}

extension ResetPasswordRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let codeRule = TextRule(required: true, patterns: ["[A-Za-z0-9_-]{1,200}"])
  private static let newPasswordRule = TextRule(length: 10...256, countsBytes: true)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.code, Self.codeRule, "code")
    found.text(self.newPassword, Self.newPasswordRule, "new_password")
  }
}

extension SetTransactionPinRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let passwordRule = TextRule(length: 0...1000, countsBytes: true)
  private static let transactionPinRule = TextRule(required: true, patterns: ["[0-9]{6,12}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.password, Self.passwordRule, "password")
    found.text(self.transactionPin, Self.transactionPinRule, "transaction_pin")
  }
}

extension StepUpRequest {
  private static let transactionPinRule = TextRule(required: true, patterns: ["[0-9]{6,12}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.transactionPin, Self.transactionPinRule, "transaction_pin")
  }
}

/// The methods of `paylyt.auth.v1.AuthService`.
public enum AuthServiceMethods {
  public static let serviceName = "paylyt.auth.v1.AuthService"

  public static let register = MethodDescriptor(
    service: serviceName,
    method: "Register",
    kind: .unary,
    requestType: "paylyt.auth.v1.RegisterRequest",
    responseType: "paylyt.auth.v1.Session",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["BAD_CREDENTIALS", "EMAIL_TAKEN", "LOGIN_THROTTLED", "REGISTRATIONS_THROTTLED"]))

  public static let login = MethodDescriptor(
    service: serviceName,
    method: "Login",
    kind: .unary,
    requestType: "paylyt.auth.v1.LoginRequest",
    responseType: "paylyt.auth.v1.Session",
    options: MethodOptions(
      permission: "public",
      isIdempotent: false,
      isMoneyMoving: false,
      refusals: ["BAD_CREDENTIALS", "LOGIN_THROTTLED"]))

  public static let refreshSession = MethodDescriptor(
    service: serviceName,
    method: "RefreshSession",
    kind: .unary,
    requestType: "paylyt.auth.v1.RefreshSessionRequest",
    responseType: "paylyt.auth.v1.Session",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["TOKEN_REUSED"]))

  public static let logout = MethodDescriptor(
    service: serviceName,
    method: "Logout",
    kind: .unary,
    requestType: "paylyt.auth.v1.LogoutRequest",
    responseType: "paylyt.auth.v1.LogoutResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listSessions = MethodDescriptor(
    service: serviceName,
    method: "ListSessions",
    kind: .unary,
    requestType: "paylyt.auth.v1.ListSessionsRequest",
    responseType: "paylyt.auth.v1.ListSessionsResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let revokeSession = MethodDescriptor(
    service: serviceName,
    method: "RevokeSession",
    kind: .unary,
    requestType: "paylyt.auth.v1.RevokeSessionRequest",
    responseType: "paylyt.auth.v1.RevokeSessionResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let revokeAllSessions = MethodDescriptor(
    service: serviceName,
    method: "RevokeAllSessions",
    kind: .unary,
    requestType: "paylyt.auth.v1.RevokeAllSessionsRequest",
    responseType: "paylyt.auth.v1.RevokeAllSessionsResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let changePassword = MethodDescriptor(
    service: serviceName,
    method: "ChangePassword",
    kind: .unary,
    requestType: "paylyt.auth.v1.ChangePasswordRequest",
    responseType: "paylyt.auth.v1.ChangePasswordResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["BAD_CREDENTIALS", "LOGIN_THROTTLED"]))

  public static let requestPasswordReset = MethodDescriptor(
    service: serviceName,
    method: "RequestPasswordReset",
    kind: .unary,
    requestType: "paylyt.auth.v1.RequestPasswordResetRequest",
    responseType: "paylyt.auth.v1.RequestPasswordResetResponse",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["MAILS_THROTTLED", "MAIL_UNSUPPORTED"]))

  public static let requestEmailConfirmation = MethodDescriptor(
    service: serviceName,
    method: "RequestEmailConfirmation",
    kind: .unary,
    requestType: "paylyt.auth.v1.RequestEmailConfirmationRequest",
    responseType: "paylyt.auth.v1.RequestEmailConfirmationResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["EMAIL_CONFIRMED", "MAILS_THROTTLED", "MAIL_UNSUPPORTED"]))

  public static let confirmEmail = MethodDescriptor(
    service: serviceName,
    method: "ConfirmEmail",
    kind: .unary,
    requestType: "paylyt.auth.v1.ConfirmEmailRequest",
    responseType: "paylyt.auth.v1.ConfirmEmailResponse",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["BAD_CODE", "LOGIN_THROTTLED"]))

  public static let resetPassword = MethodDescriptor(
    service: serviceName,
    method: "ResetPassword",
    kind: .unary,
    requestType: "paylyt.auth.v1.ResetPasswordRequest",
    responseType: "paylyt.auth.v1.ResetPasswordResponse",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["BAD_CODE", "LOGIN_THROTTLED"]))

  public static let setTransactionPin = MethodDescriptor(
    service: serviceName,
    method: "SetTransactionPin",
    kind: .unary,
    requestType: "paylyt.auth.v1.SetTransactionPinRequest",
    responseType: "paylyt.auth.v1.SetTransactionPinResponse",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["BAD_CREDENTIALS", "LOGIN_THROTTLED", "PIN_HELD"]))

  public static let stepUp = MethodDescriptor(
    service: serviceName,
    method: "StepUp",
    kind: .unary,
    requestType: "paylyt.auth.v1.StepUpRequest",
    responseType: "paylyt.auth.v1.StepUpToken",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: false,
      isMoneyMoving: false,
      refusals: ["BAD_PIN", "PIN_HELD", "PIN_NOT_SET", "PIN_THROTTLED"]))

  public static let getSigningKeys = MethodDescriptor(
    service: serviceName,
    method: "GetSigningKeys",
    kind: .unary,
    requestType: "paylyt.auth.v1.GetSigningKeysRequest",
    responseType: "paylyt.auth.v1.GetSigningKeysResponse",
    options: MethodOptions(
      permission: "public",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [register, login, refreshSession, logout, listSessions, revokeSession, revokeAllSessions, changePassword, requestPasswordReset, requestEmailConfirmation, confirmEmail, resetPassword, setTransactionPin, stepUp, getSigningKeys]
}

extension AuthServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(register, RegisterRequest.self, Session.self),
    MethodTypes(login, LoginRequest.self, Session.self),
    MethodTypes(refreshSession, RefreshSessionRequest.self, Session.self),
    MethodTypes(logout, LogoutRequest.self, LogoutResponse.self),
    MethodTypes(listSessions, ListSessionsRequest.self, ListSessionsResponse.self),
    MethodTypes(revokeSession, RevokeSessionRequest.self, RevokeSessionResponse.self),
    MethodTypes(revokeAllSessions, RevokeAllSessionsRequest.self, RevokeAllSessionsResponse.self),
    MethodTypes(changePassword, ChangePasswordRequest.self, ChangePasswordResponse.self),
    MethodTypes(requestPasswordReset, RequestPasswordResetRequest.self, RequestPasswordResetResponse.self),
    MethodTypes(requestEmailConfirmation, RequestEmailConfirmationRequest.self, RequestEmailConfirmationResponse.self),
    MethodTypes(confirmEmail, ConfirmEmailRequest.self, ConfirmEmailResponse.self),
    MethodTypes(resetPassword, ResetPasswordRequest.self, ResetPasswordResponse.self),
    MethodTypes(setTransactionPin, SetTransactionPinRequest.self, SetTransactionPinResponse.self),
    MethodTypes(stepUp, StepUpRequest.self, StepUpToken.self),
    MethodTypes(getSigningKeys, GetSigningKeysRequest.self, GetSigningKeysResponse.self),
  ]
}

/// Accounts and sessions. A call to any other service carries the access token as metadata
/// `authorization: Bearer <access_token>`; a service of the house that calls for a user sends its own
/// key beside it (see ApiKeyService).
public protocol AuthServiceHandler: RPCService {
  /// Creates a user and signs them in. Where the server sends e-mails, a code for ConfirmEmail is
  /// mailed, as often as one address is sent any. Repeated, it signs them in as Login does.
  ///
  /// `BAD_CREDENTIALS`: the request is a repetition, and the password has been changed since.
  func register(
    _ request: RegisterRequest,
    _ context: ServerContext
  ) async throws -> Session

  /// Signs a user in with e-mail and password.
  ///
  /// `BAD_CREDENTIALS`: the same answer for an unknown e-mail and a wrong password. `LOGIN_THROTTLED`:
  /// with the delay, after too many failures of the account or from the caller's address. Those of the
  /// account count less where one of its sessions was opened that still lives (docs/ACCESS.md).
  func login(
    _ request: LoginRequest,
    _ context: ServerContext
  ) async throws -> Session

  /// Exchanges a refresh token for a new pair. A refresh token works once; when one comes back a
  /// second time, somebody copied it, and the whole session is revoked.
  ///
  /// An answer can be lost: for a minute, the same token with the same `request_id` gets the same new
  /// pair again.
  func refreshSession(
    _ request: RefreshSessionRequest,
    _ context: ServerContext
  ) async throws -> Session

  /// Ends the caller's session: its access and refresh tokens stop working at once.
  func logout(
    _ request: LogoutRequest,
    _ context: ServerContext
  ) async throws -> LogoutResponse

  /// The sessions that have not ended, newest first. An admin may name another user; a service
  /// between them then needs the scope `users.list`.
  func listSessions(
    _ request: ListSessionsRequest,
    _ context: ServerContext
  ) async throws -> ListSessionsResponse

  /// Ends one session of the caller; an admin may end anybody's, through a service only with the
  /// scope `users.manage`. One that has ended stays so.
  func revokeSession(
    _ request: RevokeSessionRequest,
    _ context: ServerContext
  ) async throws -> RevokeSessionResponse

  /// Ends all sessions of the caller, or all but this one; an admin may name another user, through a
  /// service only with the scope `users.manage`. Where there is none to end, nothing happens, and
  /// nobody is told.
  func revokeAllSessions(
    _ request: RevokeAllSessionsRequest,
    _ context: ServerContext
  ) async throws -> RevokeAllSessionsResponse

  /// Replaces the password and ends all other sessions.
  func changePassword(
    _ request: ChangePasswordRequest,
    _ context: ServerContext
  ) async throws -> ChangePasswordResponse

  /// Has a code mailed with which ResetPassword sets a new password: for whoever has forgotten theirs.
  ///
  /// The answer is the same whether or not there is an account with this e-mail. The code is good for
  /// half an hour, and a newer one takes its place. No account is mailed more than three at once and
  /// then one in half an hour, whoever asks: the latest one is then still good. Admins, and whoever
  /// was stopped, are mailed none. `MAILS_THROTTLED`: with the delay, whatever e-mails the caller's
  /// address asks for.
  func requestPasswordReset(
    _ request: RequestPasswordResetRequest,
    _ context: ServerContext
  ) async throws -> RequestPasswordResetResponse

  /// Has another code mailed with which ConfirmEmail confirms the caller's address. It is good for a
  /// day, and takes the place of the one before.
  ///
  /// `MAILS_THROTTLED`: with the delay. An account is sent three at once, and then one a day; an
  /// address five at once, and then one an hour, however many accounts have had it.
  func requestEmailConfirmation(
    _ request: RequestEmailConfirmationRequest,
    _ context: ServerContext
  ) async throws -> RequestEmailConfirmationResponse

  /// Shows by a code that was mailed that somebody reads the account's e-mails. It needs no session:
  /// links of e-mails are opened anywhere.
  ///
  /// `LOGIN_THROTTLED`: with the delay, after too many failures from the caller's address.
  func confirmEmail(
    _ request: ConfirmEmailRequest,
    _ context: ServerContext
  ) async throws -> ConfirmEmailResponse

  /// Sets a new password by a code that was mailed, confirms the address, and ends all sessions. It
  /// signs nobody in. The transaction PIN stays as it is; for a day, all that leaves the account
  /// needs it, whatever the amount, and without it none is set (docs/ACCESS.md).
  ///
  /// `LOGIN_THROTTLED`: with the delay, after too many failures from the caller's address.
  func resetPassword(
    _ request: ResetPasswordRequest,
    _ context: ServerContext
  ) async throws -> ResetPasswordResponse

  /// Sets or replaces the transaction PIN: the second factor that payouts, transfers and releases
  /// above a limit ask for. The password proves that it is the owner who does so. A PIN that takes the
  /// place of another one without a step-up token proves nothing for a day (`StepUp`): a stolen
  /// password is not both factors.
  ///
  /// `PIN_HELD`: with the delay, for a day after ResetPassword: who reads somebody's e-mails has the
  /// password then. With a step-up token, which proves the PIN that there is, it is replaced at once.
  func setTransactionPin(
    _ request: SetTransactionPinRequest,
    _ context: ServerContext
  ) async throws -> SetTransactionPinResponse

  /// Proves the transaction PIN. A call that asked for it (`STEP_UP_REQUIRED`) is repeated with the
  /// token as metadata `paylyt-step-up: <token>`.
  ///
  /// `PIN_THROTTLED`: with the delay. `PIN_HELD`: with the delay, where the PIN took the place of another
  /// one that was not proved.
  func stepUp(
    _ request: StepUpRequest,
    _ context: ServerContext
  ) async throws -> StepUpToken

  /// The public keys that access tokens are signed with, as a JSON Web Key Set (RFC 7517): the one in
  /// use first, then those whose tokens are still accepted.
  func getSigningKeys(
    _ request: GetSigningKeysRequest,
    _ context: ServerContext
  ) async throws -> GetSigningKeysResponse
}

extension AuthServiceHandler {
  public static var serviceName: String { AuthServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(AuthServiceMethods.register) { call, context in
        let request = try call.request(RegisterRequest.self)
        try call.respond(await self.register(request, context))
      },
      MethodBinding(AuthServiceMethods.login) { call, context in
        let request = try call.request(LoginRequest.self)
        try call.respond(await self.login(request, context))
      },
      MethodBinding(AuthServiceMethods.refreshSession) { call, context in
        let request = try call.request(RefreshSessionRequest.self)
        try call.respond(await self.refreshSession(request, context))
      },
      MethodBinding(AuthServiceMethods.logout) { call, context in
        let request = try call.request(LogoutRequest.self)
        try call.respond(await self.logout(request, context))
      },
      MethodBinding(AuthServiceMethods.listSessions) { call, context in
        let request = try call.request(ListSessionsRequest.self)
        try call.respond(await self.listSessions(request, context))
      },
      MethodBinding(AuthServiceMethods.revokeSession) { call, context in
        let request = try call.request(RevokeSessionRequest.self)
        try call.respond(await self.revokeSession(request, context))
      },
      MethodBinding(AuthServiceMethods.revokeAllSessions) { call, context in
        let request = try call.request(RevokeAllSessionsRequest.self)
        try call.respond(await self.revokeAllSessions(request, context))
      },
      MethodBinding(AuthServiceMethods.changePassword) { call, context in
        let request = try call.request(ChangePasswordRequest.self)
        try call.respond(await self.changePassword(request, context))
      },
      MethodBinding(AuthServiceMethods.requestPasswordReset) { call, context in
        let request = try call.request(RequestPasswordResetRequest.self)
        try call.respond(await self.requestPasswordReset(request, context))
      },
      MethodBinding(AuthServiceMethods.requestEmailConfirmation) { call, context in
        let request = try call.request(RequestEmailConfirmationRequest.self)
        try call.respond(await self.requestEmailConfirmation(request, context))
      },
      MethodBinding(AuthServiceMethods.confirmEmail) { call, context in
        let request = try call.request(ConfirmEmailRequest.self)
        try call.respond(await self.confirmEmail(request, context))
      },
      MethodBinding(AuthServiceMethods.resetPassword) { call, context in
        let request = try call.request(ResetPasswordRequest.self)
        try call.respond(await self.resetPassword(request, context))
      },
      MethodBinding(AuthServiceMethods.setTransactionPin) { call, context in
        let request = try call.request(SetTransactionPinRequest.self)
        try call.respond(await self.setTransactionPin(request, context))
      },
      MethodBinding(AuthServiceMethods.stepUp) { call, context in
        let request = try call.request(StepUpRequest.self)
        try call.respond(await self.stepUp(request, context))
      },
      MethodBinding(AuthServiceMethods.getSigningKeys) { call, context in
        let request = try call.request(GetSigningKeysRequest.self)
        try call.respond(await self.getSigningKeys(request, context))
      },
    ]
  }
}

/// Accounts and sessions. A call to any other service carries the access token as metadata
/// `authorization: Bearer <access_token>`; a service of the house that calls for a user sends its own
/// key beside it (see ApiKeyService).
public struct AuthServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Creates a user and signs them in. Where the server sends e-mails, a code for ConfirmEmail is
  /// mailed, as often as one address is sent any. Repeated, it signs them in as Login does.
  ///
  /// `BAD_CREDENTIALS`: the request is a repetition, and the password has been changed since.
  public func register(
    _ request: RegisterRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Session {
    let response: UnaryResponse<Session> =
      try await rpcChannel.unary(AuthServiceMethods.register, request, options)
    return response.message
  }

  /// Signs a user in with e-mail and password.
  ///
  /// `BAD_CREDENTIALS`: the same answer for an unknown e-mail and a wrong password. `LOGIN_THROTTLED`:
  /// with the delay, after too many failures of the account or from the caller's address. Those of the
  /// account count less where one of its sessions was opened that still lives (docs/ACCESS.md).
  public func login(
    _ request: LoginRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Session {
    let response: UnaryResponse<Session> =
      try await rpcChannel.unary(AuthServiceMethods.login, request, options)
    return response.message
  }

  /// Exchanges a refresh token for a new pair. A refresh token works once; when one comes back a
  /// second time, somebody copied it, and the whole session is revoked.
  ///
  /// An answer can be lost: for a minute, the same token with the same `request_id` gets the same new
  /// pair again.
  public func refreshSession(
    _ request: RefreshSessionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Session {
    let response: UnaryResponse<Session> =
      try await rpcChannel.unary(AuthServiceMethods.refreshSession, request, options)
    return response.message
  }

  /// Ends the caller's session: its access and refresh tokens stop working at once.
  public func logout(
    _ request: LogoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LogoutResponse {
    let response: UnaryResponse<LogoutResponse> =
      try await rpcChannel.unary(AuthServiceMethods.logout, request, options)
    return response.message
  }

  /// The sessions that have not ended, newest first. An admin may name another user; a service
  /// between them then needs the scope `users.list`.
  public func listSessions(
    _ request: ListSessionsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListSessionsResponse {
    let response: UnaryResponse<ListSessionsResponse> =
      try await rpcChannel.unary(AuthServiceMethods.listSessions, request, options)
    return response.message
  }

  /// Ends one session of the caller; an admin may end anybody's, through a service only with the
  /// scope `users.manage`. One that has ended stays so.
  public func revokeSession(
    _ request: RevokeSessionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RevokeSessionResponse {
    let response: UnaryResponse<RevokeSessionResponse> =
      try await rpcChannel.unary(AuthServiceMethods.revokeSession, request, options)
    return response.message
  }

  /// Ends all sessions of the caller, or all but this one; an admin may name another user, through a
  /// service only with the scope `users.manage`. Where there is none to end, nothing happens, and
  /// nobody is told.
  public func revokeAllSessions(
    _ request: RevokeAllSessionsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RevokeAllSessionsResponse {
    let response: UnaryResponse<RevokeAllSessionsResponse> =
      try await rpcChannel.unary(AuthServiceMethods.revokeAllSessions, request, options)
    return response.message
  }

  /// Replaces the password and ends all other sessions.
  public func changePassword(
    _ request: ChangePasswordRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChangePasswordResponse {
    let response: UnaryResponse<ChangePasswordResponse> =
      try await rpcChannel.unary(AuthServiceMethods.changePassword, request, options)
    return response.message
  }

  /// Has a code mailed with which ResetPassword sets a new password: for whoever has forgotten theirs.
  ///
  /// The answer is the same whether or not there is an account with this e-mail. The code is good for
  /// half an hour, and a newer one takes its place. No account is mailed more than three at once and
  /// then one in half an hour, whoever asks: the latest one is then still good. Admins, and whoever
  /// was stopped, are mailed none. `MAILS_THROTTLED`: with the delay, whatever e-mails the caller's
  /// address asks for.
  public func requestPasswordReset(
    _ request: RequestPasswordResetRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RequestPasswordResetResponse {
    let response: UnaryResponse<RequestPasswordResetResponse> =
      try await rpcChannel.unary(AuthServiceMethods.requestPasswordReset, request, options)
    return response.message
  }

  /// Has another code mailed with which ConfirmEmail confirms the caller's address. It is good for a
  /// day, and takes the place of the one before.
  ///
  /// `MAILS_THROTTLED`: with the delay. An account is sent three at once, and then one a day; an
  /// address five at once, and then one an hour, however many accounts have had it.
  public func requestEmailConfirmation(
    _ request: RequestEmailConfirmationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RequestEmailConfirmationResponse {
    let response: UnaryResponse<RequestEmailConfirmationResponse> =
      try await rpcChannel.unary(AuthServiceMethods.requestEmailConfirmation, request, options)
    return response.message
  }

  /// Shows by a code that was mailed that somebody reads the account's e-mails. It needs no session:
  /// links of e-mails are opened anywhere.
  ///
  /// `LOGIN_THROTTLED`: with the delay, after too many failures from the caller's address.
  public func confirmEmail(
    _ request: ConfirmEmailRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ConfirmEmailResponse {
    let response: UnaryResponse<ConfirmEmailResponse> =
      try await rpcChannel.unary(AuthServiceMethods.confirmEmail, request, options)
    return response.message
  }

  /// Sets a new password by a code that was mailed, confirms the address, and ends all sessions. It
  /// signs nobody in. The transaction PIN stays as it is; for a day, all that leaves the account
  /// needs it, whatever the amount, and without it none is set (docs/ACCESS.md).
  ///
  /// `LOGIN_THROTTLED`: with the delay, after too many failures from the caller's address.
  public func resetPassword(
    _ request: ResetPasswordRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResetPasswordResponse {
    let response: UnaryResponse<ResetPasswordResponse> =
      try await rpcChannel.unary(AuthServiceMethods.resetPassword, request, options)
    return response.message
  }

  /// Sets or replaces the transaction PIN: the second factor that payouts, transfers and releases
  /// above a limit ask for. The password proves that it is the owner who does so. A PIN that takes the
  /// place of another one without a step-up token proves nothing for a day (`StepUp`): a stolen
  /// password is not both factors.
  ///
  /// `PIN_HELD`: with the delay, for a day after ResetPassword: who reads somebody's e-mails has the
  /// password then. With a step-up token, which proves the PIN that there is, it is replaced at once.
  public func setTransactionPin(
    _ request: SetTransactionPinRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SetTransactionPinResponse {
    let response: UnaryResponse<SetTransactionPinResponse> =
      try await rpcChannel.unary(AuthServiceMethods.setTransactionPin, request, options)
    return response.message
  }

  /// Proves the transaction PIN. A call that asked for it (`STEP_UP_REQUIRED`) is repeated with the
  /// token as metadata `paylyt-step-up: <token>`.
  ///
  /// `PIN_THROTTLED`: with the delay. `PIN_HELD`: with the delay, where the PIN took the place of another
  /// one that was not proved.
  public func stepUp(
    _ request: StepUpRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> StepUpToken {
    let response: UnaryResponse<StepUpToken> =
      try await rpcChannel.unary(AuthServiceMethods.stepUp, request, options)
    return response.message
  }

  /// The public keys that access tokens are signed with, as a JSON Web Key Set (RFC 7517): the one in
  /// use first, then those whose tokens are still accepted.
  public func getSigningKeys(
    _ request: GetSigningKeysRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> GetSigningKeysResponse {
    let response: UnaryResponse<GetSigningKeysResponse> =
      try await rpcChannel.unary(AuthServiceMethods.getSigningKeys, request, options)
    return response.message
  }
}
