// Generated from paylyt/auth/v1/api_key.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct ApiKey: WireMessage {
  /// `apiKeys/{uuid}`.
  public var name: String = ""
  public var displayName: String = ""
  public var credential: ApiKey.Credential = .unspecified
  /// Permissions, as ExplainAccess lists them. `auth.proxy` also lets it say, as metadata
  /// `paylyt-forwarded-for`, for which address it calls; without a user's token it then calls nothing
  /// but what is public.
  public var scopes: [String] = []
  /// What its secrets begin with: enough to find it by, no use to anybody else.
  public var prefix: String = ""
  /// Of CREDENTIAL_CERTIFICATE: the URI or DNS name in the certificate.
  public var certificateName: String = ""
  /// Of CREDENTIAL_ED25519: 32 bytes.
  public var publicKey: [UInt8] = []
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Unset: it does not expire.
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  public var rotateTime: StandardAPI.ProtoTimestamp? = nil
  /// Until when what it had before the last rotation works too.
  public var overlapExpireTime: StandardAPI.ProtoTimestamp? = nil
  public var revokeTime: StandardAPI.ProtoTimestamp? = nil
  /// To about a minute.
  public var lastUseTime: StandardAPI.ProtoTimestamp? = nil
  /// `users/{uuid}`, or the `apiKeys/{uuid}` of the service, that made it.
  public var creator: String = ""
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// How it proves who calls.
  public enum Credential: WireEnum {
    case unspecified
    /// The secret itself goes with each call.
    case secret
    /// HMAC-SHA-256 over each request; the secret stays at home.
    case hmac
    /// An Ed25519 signature over each request; the private key stays at home.
    case ed25519
    /// The client certificate of the connection, by a name in it.
    case certificate
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .secret
      case 2: self = .hmac
      case 3: self = .ed25519
      case 4: self = .certificate
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .secret: 1
      case .hmac: 2
      case .ed25519: 3
      case .certificate: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .secret, .hmac, .ed25519, .certificate] }
  }
}

public struct CreateApiKeyRequest: WireMessage {
  public var requestID: String = ""
  /// 1 to 100 characters.
  public var displayName: String = ""
  /// At least one; each a permission that there is, or `auth.proxy`.
  public var scopes: [String] = []
  public var credential: ApiKey.Credential = .unspecified
  /// Of CREDENTIAL_ED25519: 32 bytes.
  public var publicKey: [UInt8] = []
  /// Of CREDENTIAL_CERTIFICATE: at most 500 bytes. No other key has it, but for revoked ones.
  public var certificateName: String = ""
  /// Unset: it does not expire. Otherwise within ten years.
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CreateApiKeyResponse: WireMessage {
  public var apiKey: ApiKey? = nil
  /// Of CREDENTIAL_SECRET and CREDENTIAL_HMAC; unset in the answer to a repeated request.
  public var secret: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetApiKeyRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListApiKeysRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListApiKeysResponse: WireMessage {
  public var apiKeys: [ApiKey] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RotateApiKeyRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Seconds for which both work; at most a week. 0 ends the old one at once.
  public var overlapSeconds: Int32 = 0
  /// Of CREDENTIAL_ED25519: the new public key.
  public var publicKey: [UInt8] = []
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RotateApiKeyResponse: WireMessage {
  public var apiKey: ApiKey? = nil
  /// As in CreateApiKeyResponse.
  public var secret: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RevokeApiKeyRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Kept in the audit log.
  public var reason: String = ""
  public var etag: String = ""
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ApiKey {
  public static let fullName = "paylyt.auth.v1.ApiKey"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__api_key__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    displayName: String = "",
    credential: ApiKey.Credential = .unspecified,
    scopes: [String] = [],
    prefix: String = "",
    certificateName: String = "",
    publicKey: [UInt8] = [],
    createTime: StandardAPI.ProtoTimestamp? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    rotateTime: StandardAPI.ProtoTimestamp? = nil,
    overlapExpireTime: StandardAPI.ProtoTimestamp? = nil,
    revokeTime: StandardAPI.ProtoTimestamp? = nil,
    lastUseTime: StandardAPI.ProtoTimestamp? = nil,
    creator: String = "",
    etag: String = ""
  ) {
    self.init(
      name: name,
      displayName: displayName,
      credential: credential,
      scopes: scopes,
      prefix: prefix,
      certificateName: certificateName,
      publicKey: publicKey,
      createTime: createTime,
      expireTime: expireTime,
      rotateTime: rotateTime,
      overlapExpireTime: overlapExpireTime,
      revokeTime: revokeTime,
      lastUseTime: lastUseTime,
      creator: creator,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ApiKey.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let displayName: String = unsafe Wire.string(_c.pointee.display_name)
    let credential: ApiKey.Credential = unsafe ApiKey.Credential(rawValue: _c.pointee.credential)
    let scopes: [String] = unsafe Wire.array(_c.pointee.scopes, _c.pointee.n_scopes) { unsafe Wire.string($0) }
    let prefix: String = unsafe Wire.string(_c.pointee.prefix)
    let certificateName: String = unsafe Wire.string(_c.pointee.certificate_name)
    let publicKey: [UInt8] = unsafe Wire.array(_c.pointee.public_key.data, _c.pointee.public_key.len)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let rotateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.rotate_time)
    let overlapExpireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.overlap_expire_time)
    let revokeTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.revoke_time)
    let lastUseTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_use_time)
    let creator: String = unsafe Wire.string(_c.pointee.creator)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      displayName: displayName,
      credential: credential,
      scopes: scopes,
      prefix: prefix,
      certificateName: certificateName,
      publicKey: publicKey,
      createTime: createTime,
      expireTime: expireTime,
      rotateTime: rotateTime,
      overlapExpireTime: overlapExpireTime,
      revokeTime: revokeTime,
      lastUseTime: lastUseTime,
      creator: creator,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__api_key__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.display_name = arena.string(self.displayName)
    unsafe c.pointee.credential = self.credential.rawValue
    unsafe c.pointee.scopes = arena.array(self.scopes) { unsafe arena.string($0) }
    unsafe c.pointee.n_scopes = self.scopes.count
    unsafe c.pointee.prefix = arena.string(self.prefix)
    unsafe c.pointee.certificate_name = arena.string(self.certificateName)
    unsafe c.pointee.public_key = .init(len: self.publicKey.count, data: arena.array(self.publicKey))
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.rotate_time = arena.messageIfPresent(self.rotateTime)
    unsafe c.pointee.overlap_expire_time = arena.messageIfPresent(self.overlapExpireTime)
    unsafe c.pointee.revoke_time = arena.messageIfPresent(self.revokeTime)
    unsafe c.pointee.last_use_time = arena.messageIfPresent(self.lastUseTime)
    unsafe c.pointee.creator = arena.string(self.creator)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateApiKeyRequest {
  public static let fullName = "paylyt.auth.v1.CreateApiKeyRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__create_api_key_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    displayName: String = "",
    scopes: [String] = [],
    credential: ApiKey.Credential = .unspecified,
    publicKey: [UInt8] = [],
    certificateName: String = "",
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      displayName: displayName,
      scopes: scopes,
      credential: credential,
      publicKey: publicKey,
      certificateName: certificateName,
      expireTime: expireTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__CreateApiKeyRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let displayName: String = unsafe Wire.string(_c.pointee.display_name)
    let scopes: [String] = unsafe Wire.array(_c.pointee.scopes, _c.pointee.n_scopes) { unsafe Wire.string($0) }
    let credential: ApiKey.Credential = unsafe ApiKey.Credential(rawValue: _c.pointee.credential)
    let publicKey: [UInt8] = unsafe Wire.array(_c.pointee.public_key.data, _c.pointee.public_key.len)
    let certificateName: String = unsafe Wire.string(_c.pointee.certificate_name)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      displayName: displayName,
      scopes: scopes,
      credential: credential,
      publicKey: publicKey,
      certificateName: certificateName,
      expireTime: expireTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__create_api_key_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.display_name = arena.string(self.displayName)
    unsafe c.pointee.scopes = arena.array(self.scopes) { unsafe arena.string($0) }
    unsafe c.pointee.n_scopes = self.scopes.count
    unsafe c.pointee.credential = self.credential.rawValue
    unsafe c.pointee.public_key = .init(len: self.publicKey.count, data: arena.array(self.publicKey))
    unsafe c.pointee.certificate_name = arena.string(self.certificateName)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateApiKeyResponse {
  public static let fullName = "paylyt.auth.v1.CreateApiKeyResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__create_api_key_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    apiKey: ApiKey? = nil,
    secret: String = ""
  ) {
    self.init(
      apiKey: apiKey,
      secret: secret,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__CreateApiKeyResponse.self)
    let apiKey: ApiKey? = unsafe Wire.messageIfPresent(_c.pointee.api_key)
    let secret: String = unsafe Wire.string(_c.pointee.secret)
    unsafe self.init(
      apiKey: apiKey,
      secret: secret,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__create_api_key_response__init, keeping: self.unknownFields)
    unsafe c.pointee.api_key = arena.messageIfPresent(self.apiKey)
    unsafe c.pointee.secret = arena.string(self.secret)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetApiKeyRequest {
  public static let fullName = "paylyt.auth.v1.GetApiKeyRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__get_api_key_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__GetApiKeyRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__get_api_key_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListApiKeysRequest {
  public static let fullName = "paylyt.auth.v1.ListApiKeysRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__list_api_keys_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ListApiKeysRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__list_api_keys_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListApiKeysResponse {
  public static let fullName = "paylyt.auth.v1.ListApiKeysResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__list_api_keys_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    apiKeys: [ApiKey] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      apiKeys: apiKeys,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ListApiKeysResponse.self)
    let apiKeys: [ApiKey] = unsafe Wire.array(_c.pointee.api_keys, _c.pointee.n_api_keys) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      apiKeys: apiKeys,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__list_api_keys_response__init, keeping: self.unknownFields)
    unsafe c.pointee.api_keys = arena.array(self.apiKeys) { unsafe arena.message($0) }
    unsafe c.pointee.n_api_keys = self.apiKeys.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension RotateApiKeyRequest {
  public static let fullName = "paylyt.auth.v1.RotateApiKeyRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__rotate_api_key_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    overlapSeconds: Int32 = 0,
    publicKey: [UInt8] = [],
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      overlapSeconds: overlapSeconds,
      publicKey: publicKey,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RotateApiKeyRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let overlapSeconds: Int32 = unsafe _c.pointee.overlap_seconds
    let publicKey: [UInt8] = unsafe Wire.array(_c.pointee.public_key.data, _c.pointee.public_key.len)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      overlapSeconds: overlapSeconds,
      publicKey: publicKey,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__rotate_api_key_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.overlap_seconds = self.overlapSeconds
    unsafe c.pointee.public_key = .init(len: self.publicKey.count, data: arena.array(self.publicKey))
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RotateApiKeyResponse {
  public static let fullName = "paylyt.auth.v1.RotateApiKeyResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__rotate_api_key_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    apiKey: ApiKey? = nil,
    secret: String = ""
  ) {
    self.init(
      apiKey: apiKey,
      secret: secret,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RotateApiKeyResponse.self)
    let apiKey: ApiKey? = unsafe Wire.messageIfPresent(_c.pointee.api_key)
    let secret: String = unsafe Wire.string(_c.pointee.secret)
    unsafe self.init(
      apiKey: apiKey,
      secret: secret,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__rotate_api_key_response__init, keeping: self.unknownFields)
    unsafe c.pointee.api_key = arena.messageIfPresent(self.apiKey)
    unsafe c.pointee.secret = arena.string(self.secret)
    return UnsafeMutableRawPointer(c)
  }
}

extension RevokeApiKeyRequest {
  public static let fullName = "paylyt.auth.v1.RevokeApiKeyRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__revoke_api_key_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__RevokeApiKeyRequest.self)
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
    let c = unsafe arena.make(paylyt__auth__v1__revoke_api_key_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateApiKeyRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let displayNameRule = TextRule(required: true, length: 0...100)
  private static let scopesRule = TextRule(required: true, length: 0...100)
  private static let credentialRule = EnumRule(required: true, [1: "CREDENTIAL_SECRET", 2: "CREDENTIAL_HMAC", 3: "CREDENTIAL_ED25519", 4: "CREDENTIAL_CERTIFICATE"])
  private static let certificateNameRule = TextRule(patterns: ["[!-~]{1,500}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.displayName, Self.displayNameRule, "display_name")
    if found.list(self.scopes.count, 1...64, "scopes") {
      for (index, value) in self.scopes.enumerated() {
        found.text(value, Self.scopesRule, "scopes[\(index)]")
      }
    }
    found.choice(self.credential, Self.credentialRule, "credential")
    found.bytes(self.publicKey, 0...32, "public_key")
    found.text(self.certificateName, Self.certificateNameRule, "certificate_name")
    if let value = self.expireTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "expire_time")
    }
  }
}

extension GetApiKeyRequest {
  private static let nameRule = TextRule(required: true, patterns: ["apiKeys/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListApiKeysRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension RotateApiKeyRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["apiKeys/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.number(self.overlapSeconds, NumberRule(0...604800), "overlap_seconds")
    found.bytes(self.publicKey, 0...32, "public_key")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RevokeApiKeyRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["apiKeys/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

/// The methods of `paylyt.auth.v1.ApiKeyService`.
public enum ApiKeyServiceMethods {
  public static let serviceName = "paylyt.auth.v1.ApiKeyService"

  public static let createApiKey = MethodDescriptor(
    service: serviceName,
    method: "CreateApiKey",
    kind: .unary,
    requestType: "paylyt.auth.v1.CreateApiKeyRequest",
    responseType: "paylyt.auth.v1.CreateApiKeyResponse",
    options: MethodOptions(
      permission: "api_keys.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["CERTIFICATE_NAME_TAKEN"]))

  public static let getApiKey = MethodDescriptor(
    service: serviceName,
    method: "GetApiKey",
    kind: .unary,
    requestType: "paylyt.auth.v1.GetApiKeyRequest",
    responseType: "paylyt.auth.v1.ApiKey",
    options: MethodOptions(
      permission: "api_keys.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listApiKeys = MethodDescriptor(
    service: serviceName,
    method: "ListApiKeys",
    kind: .unary,
    requestType: "paylyt.auth.v1.ListApiKeysRequest",
    responseType: "paylyt.auth.v1.ListApiKeysResponse",
    options: MethodOptions(
      permission: "api_keys.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let rotateApiKey = MethodDescriptor(
    service: serviceName,
    method: "RotateApiKey",
    kind: .unary,
    requestType: "paylyt.auth.v1.RotateApiKeyRequest",
    responseType: "paylyt.auth.v1.RotateApiKeyResponse",
    options: MethodOptions(
      permission: "api_keys.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["API_KEY_ENDED", "API_KEY_NOT_ROTATABLE"]))

  public static let revokeApiKey = MethodDescriptor(
    service: serviceName,
    method: "RevokeApiKey",
    kind: .unary,
    requestType: "paylyt.auth.v1.RevokeApiKeyRequest",
    responseType: "paylyt.auth.v1.ApiKey",
    options: MethodOptions(
      permission: "api_keys.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["API_KEY_ENDED"]))

  public static let all: [MethodDescriptor] = [createApiKey, getApiKey, listApiKeys, rotateApiKey, revokeApiKey]
}

extension ApiKeyServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(createApiKey, CreateApiKeyRequest.self, CreateApiKeyResponse.self),
    MethodTypes(getApiKey, GetApiKeyRequest.self, ApiKey.self),
    MethodTypes(listApiKeys, ListApiKeysRequest.self, ListApiKeysResponse.self),
    MethodTypes(rotateApiKey, RotateApiKeyRequest.self, RotateApiKeyResponse.self),
    MethodTypes(revokeApiKey, RevokeApiKeyRequest.self, ApiKey.self),
  ]
}

/// Identities of services of the house: a mobile backend, a bookkeeping job, a monitor.
///
/// Such a service calls for itself, where admins may, or for a user whose access token it sends beside
/// its own proof. Either way it may do only what its scopes hold; for a user, only what the user may do
/// too. The audit log names both.
///
/// The proof is metadata `paylyt-api-key: <key>` for CREDENTIAL_SECRET, and the client certificate of
/// the connection for CREDENTIAL_CERTIFICATE. The other two sign each request: `paylyt-api-key: <id>`,
/// `paylyt-timestamp: <seconds since 1970>`, `paylyt-nonce: <16 to 64 printable characters, never
/// sent before>`, `paylyt-signature: <base64url>`, over these lines, joined with a line feed:
///
///     paylyt-request-1
///     <path, such as /paylyt.jobs.v1.JobService/GetJob>
///     <timestamp>
///     <nonce>
///     <SHA-256 of the value of `authorization`, or of nothing, in hex>
///     <SHA-256 of the request message's bytes before compression, in hex>
///
/// A client stream is signed over no message. The timestamp may be off by five minutes.
public protocol ApiKeyServiceHandler: RPCService {
  /// Makes a key. Its secret is in this answer and never again. Who calls through a service gives the
  /// key no scopes but the service's own.
  func createApiKey(
    _ request: CreateApiKeyRequest,
    _ context: ServerContext
  ) async throws -> CreateApiKeyResponse

  func getApiKey(
    _ request: GetApiKeyRequest,
    _ context: ServerContext
  ) async throws -> ApiKey

  /// All keys, newest first, those that have ended too.
  func listApiKeys(
    _ request: ListApiKeysRequest,
    _ context: ServerContext
  ) async throws -> ListApiKeysResponse

  /// Replaces what the key proves itself with. What it had before works on for the overlap that the
  /// caller chooses, so that no call fails meanwhile. Who calls through a service rotates no key with
  /// other scopes than the service's own.
  ///
  /// `API_KEY_NOT_ROTATABLE`: a certificate renews itself.
  func rotateApiKey(
    _ request: RotateApiKeyRequest,
    _ context: ServerContext
  ) async throws -> RotateApiKeyResponse

  /// Ends a key for good: calls with it fail from then on, within a second on other servers.
  func revokeApiKey(
    _ request: RevokeApiKeyRequest,
    _ context: ServerContext
  ) async throws -> ApiKey
}

extension ApiKeyServiceHandler {
  public static var serviceName: String { ApiKeyServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(ApiKeyServiceMethods.createApiKey) { call, context in
        let request = try call.request(CreateApiKeyRequest.self)
        try call.respond(await self.createApiKey(request, context))
      },
      MethodBinding(ApiKeyServiceMethods.getApiKey) { call, context in
        let request = try call.request(GetApiKeyRequest.self)
        try call.respond(await self.getApiKey(request, context))
      },
      MethodBinding(ApiKeyServiceMethods.listApiKeys) { call, context in
        let request = try call.request(ListApiKeysRequest.self)
        try call.respond(await self.listApiKeys(request, context))
      },
      MethodBinding(ApiKeyServiceMethods.rotateApiKey) { call, context in
        let request = try call.request(RotateApiKeyRequest.self)
        try call.respond(await self.rotateApiKey(request, context))
      },
      MethodBinding(ApiKeyServiceMethods.revokeApiKey) { call, context in
        let request = try call.request(RevokeApiKeyRequest.self)
        try call.respond(await self.revokeApiKey(request, context))
      },
    ]
  }
}

/// Identities of services of the house: a mobile backend, a bookkeeping job, a monitor.
///
/// Such a service calls for itself, where admins may, or for a user whose access token it sends beside
/// its own proof. Either way it may do only what its scopes hold; for a user, only what the user may do
/// too. The audit log names both.
///
/// The proof is metadata `paylyt-api-key: <key>` for CREDENTIAL_SECRET, and the client certificate of
/// the connection for CREDENTIAL_CERTIFICATE. The other two sign each request: `paylyt-api-key: <id>`,
/// `paylyt-timestamp: <seconds since 1970>`, `paylyt-nonce: <16 to 64 printable characters, never
/// sent before>`, `paylyt-signature: <base64url>`, over these lines, joined with a line feed:
///
///     paylyt-request-1
///     <path, such as /paylyt.jobs.v1.JobService/GetJob>
///     <timestamp>
///     <nonce>
///     <SHA-256 of the value of `authorization`, or of nothing, in hex>
///     <SHA-256 of the request message's bytes before compression, in hex>
///
/// A client stream is signed over no message. The timestamp may be off by five minutes.
public struct ApiKeyServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Makes a key. Its secret is in this answer and never again. Who calls through a service gives the
  /// key no scopes but the service's own.
  public func createApiKey(
    _ request: CreateApiKeyRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> CreateApiKeyResponse {
    let response: UnaryResponse<CreateApiKeyResponse> =
      try await rpcChannel.unary(ApiKeyServiceMethods.createApiKey, request, options)
    return response.message
  }

  public func getApiKey(
    _ request: GetApiKeyRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ApiKey {
    let response: UnaryResponse<ApiKey> =
      try await rpcChannel.unary(ApiKeyServiceMethods.getApiKey, request, options)
    return response.message
  }

  /// All keys, newest first, those that have ended too.
  public func listApiKeys(
    _ request: ListApiKeysRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListApiKeysResponse {
    let response: UnaryResponse<ListApiKeysResponse> =
      try await rpcChannel.unary(ApiKeyServiceMethods.listApiKeys, request, options)
    return response.message
  }

  /// Replaces what the key proves itself with. What it had before works on for the overlap that the
  /// caller chooses, so that no call fails meanwhile. Who calls through a service rotates no key with
  /// other scopes than the service's own.
  ///
  /// `API_KEY_NOT_ROTATABLE`: a certificate renews itself.
  public func rotateApiKey(
    _ request: RotateApiKeyRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> RotateApiKeyResponse {
    let response: UnaryResponse<RotateApiKeyResponse> =
      try await rpcChannel.unary(ApiKeyServiceMethods.rotateApiKey, request, options)
    return response.message
  }

  /// Ends a key for good: calls with it fail from then on, within a second on other servers.
  public func revokeApiKey(
    _ request: RevokeApiKeyRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ApiKey {
    let response: UnaryResponse<ApiKey> =
      try await rpcChannel.unary(ApiKeyServiceMethods.revokeApiKey, request, options)
    return response.message
  }
}
