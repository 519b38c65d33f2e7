// Generated from paylyt/auth/v1/auth.proto by protoc-gen-paylyt. Do not edit.

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

public struct User: WireMessage {
  /// `users/{uuid}`.
  public var name: String = ""
  public var email: String = ""
  public var displayName: String = ""
  public var roles: [Role] = []
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

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

public struct GetMeRequest: WireMessage {
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

extension User {
  public static let fullName = "paylyt.auth.v1.User"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__user__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    email: String = "",
    displayName: String = "",
    roles: [Role] = [],
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      email: email,
      displayName: displayName,
      roles: roles,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__User.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let email: String = unsafe Wire.string(_c.pointee.email)
    let displayName: String = unsafe Wire.string(_c.pointee.display_name)
    let roles: [Role] = unsafe Wire.array(_c.pointee.roles, _c.pointee.n_roles) { Role(rawValue: $0) }
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      email: email,
      displayName: displayName,
      roles: roles,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__user__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.email = arena.string(self.email)
    unsafe c.pointee.display_name = arena.string(self.displayName)
    unsafe c.pointee.roles = arena.array(self.roles) { $0.rawValue }
    unsafe c.pointee.n_roles = self.roles.count
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
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
    refreshToken: String = ""
  ) {
    self.init(
      refreshToken: refreshToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RefreshSessionRequest.self)
    let refreshToken: String = unsafe Wire.string(_c.pointee.refresh_token)
    unsafe self.init(
      refreshToken: refreshToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__refresh_session_request__init, keeping: self.unknownFields)
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

extension GetMeRequest {
  public static let fullName = "paylyt.auth.v1.GetMeRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__get_me_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__get_me_request__init, keeping: self.unknownFields)
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
      isMoneyMoving: false))

  public static let login = MethodDescriptor(
    service: serviceName,
    method: "Login",
    kind: .unary,
    requestType: "paylyt.auth.v1.LoginRequest",
    responseType: "paylyt.auth.v1.Session",
    options: MethodOptions(
      permission: "public",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let refreshSession = MethodDescriptor(
    service: serviceName,
    method: "RefreshSession",
    kind: .unary,
    requestType: "paylyt.auth.v1.RefreshSessionRequest",
    responseType: "paylyt.auth.v1.Session",
    options: MethodOptions(
      permission: "public",
      isIdempotent: false,
      isMoneyMoving: false))

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

  public static let getMe = MethodDescriptor(
    service: serviceName,
    method: "GetMe",
    kind: .unary,
    requestType: "paylyt.auth.v1.GetMeRequest",
    responseType: "paylyt.auth.v1.User",
    options: MethodOptions(
      permission: "auth.session",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [register, login, refreshSession, logout, getMe]
}

extension AuthServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(register, RegisterRequest.self, Session.self),
    MethodTypes(login, LoginRequest.self, Session.self),
    MethodTypes(refreshSession, RefreshSessionRequest.self, Session.self),
    MethodTypes(logout, LogoutRequest.self, LogoutResponse.self),
    MethodTypes(getMe, GetMeRequest.self, User.self),
  ]
}

/// Accounts and sessions. A call to any other service carries the access token as metadata
/// `authorization: Bearer <access_token>`.
public protocol AuthServiceHandler: RPCService {
  /// Creates a user and signs them in.
  ///
  /// Errors: INVALID_ARGUMENT (a field is out of range), ALREADY_EXISTS `EMAIL_TAKEN`.
  func register(
    _ request: RegisterRequest,
    _ context: ServerContext
  ) async throws -> Session

  /// Signs a user in with e-mail and password.
  ///
  /// Errors: UNAUTHENTICATED `BAD_CREDENTIALS` (the same answer for an unknown e-mail and a wrong
  /// password), RESOURCE_EXHAUSTED `LOGIN_THROTTLED` with the delay after too many failures.
  func login(
    _ request: LoginRequest,
    _ context: ServerContext
  ) async throws -> Session

  /// Exchanges a refresh token for a new pair. A refresh token works once; when one comes back a
  /// second time, somebody copied it, and the whole session is revoked.
  ///
  /// Errors: UNAUTHENTICATED `TOKEN_EXPIRED`, `TOKEN_REVOKED`, `TOKEN_REUSED`.
  func refreshSession(
    _ request: RefreshSessionRequest,
    _ context: ServerContext
  ) async throws -> Session

  /// Ends the caller's session: its access and refresh tokens stop working at once.
  func logout(
    _ request: LogoutRequest,
    _ context: ServerContext
  ) async throws -> LogoutResponse

  /// The caller.
  func getMe(
    _ request: GetMeRequest,
    _ context: ServerContext
  ) async throws -> User
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
      MethodBinding(AuthServiceMethods.getMe) { call, context in
        let request = try call.request(GetMeRequest.self)
        try call.respond(await self.getMe(request, context))
      },
    ]
  }
}

/// Accounts and sessions. A call to any other service carries the access token as metadata
/// `authorization: Bearer <access_token>`.
public struct AuthServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Creates a user and signs them in.
  ///
  /// Errors: INVALID_ARGUMENT (a field is out of range), ALREADY_EXISTS `EMAIL_TAKEN`.
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
  /// Errors: UNAUTHENTICATED `BAD_CREDENTIALS` (the same answer for an unknown e-mail and a wrong
  /// password), RESOURCE_EXHAUSTED `LOGIN_THROTTLED` with the delay after too many failures.
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
  /// Errors: UNAUTHENTICATED `TOKEN_EXPIRED`, `TOKEN_REVOKED`, `TOKEN_REUSED`.
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

  /// The caller.
  public func getMe(
    _ request: GetMeRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> User {
    let response: UnaryResponse<User> =
      try await rpcChannel.unary(AuthServiceMethods.getMe, request, options)
    return response.message
  }
}
