// Generated from paylyt/auth/v1/access.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
public import PayLytRPC

public struct ExplainAccessRequest: WireMessage {
  /// `users/{uuid}` or `apiKeys/{uuid}`; empty for the table alone.
  public var subject: String = ""
  /// Of one method, such as `paylyt.escrow.v1.EscrowService/ReleaseEscrow`; empty for all.
  public var method: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ExplainAccessResponse: WireMessage {
  public var methods: [MethodAccess] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One line of the table.
public struct MethodAccess: WireMessage {
  /// `paylyt.escrow.v1.EscrowService/ReleaseEscrow`.
  public var method: String = ""
  /// As the proto names it; `public` needs no token.
  public var permission: String = ""
  /// Of users: `client`, `freelancer`, `admin`.
  public var roles: [String] = []
  /// Whether an API key with the scope may call it without a user.
  public var servicesAlone: Bool = false
  public var idempotent: Bool = false
  public var moneyMoving: Bool = false
  /// Whether the subject may call it; what an object is about is decided by the object.
  public var allowed: Bool = false
  /// Why the subject may not: the reason that a call would get.
  public var refusal: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ExplainAccessRequest {
  public static let fullName = "paylyt.auth.v1.ExplainAccessRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__explain_access_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    subject: String = "",
    method: String = ""
  ) {
    self.init(
      subject: subject,
      method: method,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ExplainAccessRequest.self)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let method: String = unsafe Wire.string(_c.pointee.method)
    unsafe self.init(
      subject: subject,
      method: method,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__explain_access_request__init, keeping: self.unknownFields)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.method = arena.string(self.method)
    return UnsafeMutableRawPointer(c)
  }
}

extension ExplainAccessResponse {
  public static let fullName = "paylyt.auth.v1.ExplainAccessResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__explain_access_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    methods: [MethodAccess] = []
  ) {
    self.init(
      methods: methods,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__ExplainAccessResponse.self)
    let methods: [MethodAccess] = unsafe Wire.array(_c.pointee.methods, _c.pointee.n_methods) { unsafe Wire.message($0) }
    unsafe self.init(
      methods: methods,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__explain_access_response__init, keeping: self.unknownFields)
    unsafe c.pointee.methods = arena.array(self.methods) { unsafe arena.message($0) }
    unsafe c.pointee.n_methods = self.methods.count
    return UnsafeMutableRawPointer(c)
  }
}

extension MethodAccess {
  public static let fullName = "paylyt.auth.v1.MethodAccess"
  public static let wireLayout = unsafe WireLayout(paylyt__auth__v1__method_access__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    method: String = "",
    permission: String = "",
    roles: [String] = [],
    servicesAlone: Bool = false,
    idempotent: Bool = false,
    moneyMoving: Bool = false,
    allowed: Bool = false,
    refusal: String = ""
  ) {
    self.init(
      method: method,
      permission: permission,
      roles: roles,
      servicesAlone: servicesAlone,
      idempotent: idempotent,
      moneyMoving: moneyMoving,
      allowed: allowed,
      refusal: refusal,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Auth__V1__MethodAccess.self)
    let method: String = unsafe Wire.string(_c.pointee.method)
    let permission: String = unsafe Wire.string(_c.pointee.permission)
    let roles: [String] = unsafe Wire.array(_c.pointee.roles, _c.pointee.n_roles) { unsafe Wire.string($0) }
    let servicesAlone: Bool = unsafe _c.pointee.services_alone != 0
    let idempotent: Bool = unsafe _c.pointee.idempotent != 0
    let moneyMoving: Bool = unsafe _c.pointee.money_moving != 0
    let allowed: Bool = unsafe _c.pointee.allowed != 0
    let refusal: String = unsafe Wire.string(_c.pointee.refusal)
    unsafe self.init(
      method: method,
      permission: permission,
      roles: roles,
      servicesAlone: servicesAlone,
      idempotent: idempotent,
      moneyMoving: moneyMoving,
      allowed: allowed,
      refusal: refusal,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__auth__v1__method_access__init, keeping: self.unknownFields)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.permission = arena.string(self.permission)
    unsafe c.pointee.roles = arena.array(self.roles) { unsafe arena.string($0) }
    unsafe c.pointee.n_roles = self.roles.count
    unsafe c.pointee.services_alone = self.servicesAlone ? 1 : 0
    unsafe c.pointee.idempotent = self.idempotent ? 1 : 0
    unsafe c.pointee.money_moving = self.moneyMoving ? 1 : 0
    unsafe c.pointee.allowed = self.allowed ? 1 : 0
    unsafe c.pointee.refusal = arena.string(self.refusal)
    return UnsafeMutableRawPointer(c)
  }
}

extension ExplainAccessRequest {
  private static let subjectRule = TextRule(patterns: ["users/{uuid}", "apiKeys/{uuid}"])
  private static let methodRule = TextRule(length: 0...300)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.subject, Self.subjectRule, "subject")
    found.text(self.method, Self.methodRule, "method")
  }
}

/// The methods of `paylyt.auth.v1.AccessService`.
public enum AccessServiceMethods {
  public static let serviceName = "paylyt.auth.v1.AccessService"

  public static let explainAccess = MethodDescriptor(
    service: serviceName,
    method: "ExplainAccess",
    kind: .unary,
    requestType: "paylyt.auth.v1.ExplainAccessRequest",
    responseType: "paylyt.auth.v1.ExplainAccessResponse",
    options: MethodOptions(
      permission: "access.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [explainAccess]
}

extension AccessServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(explainAccess, ExplainAccessRequest.self, ExplainAccessResponse.self),
  ]
}

/// Who may call what. `paylyt admin permissions` prints the same table.
public protocol AccessServiceHandler: RPCService {
  /// Every method with its permission and the roles that have it; for a subject, whether it may call it
  /// and why not.
  func explainAccess(
    _ request: ExplainAccessRequest,
    _ context: ServerContext
  ) async throws -> ExplainAccessResponse
}

extension AccessServiceHandler {
  public static var serviceName: String { AccessServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(AccessServiceMethods.explainAccess) { call, context in
        let request = try call.request(ExplainAccessRequest.self)
        try call.respond(await self.explainAccess(request, context))
      },
    ]
  }
}

/// Who may call what. `paylyt admin permissions` prints the same table.
public struct AccessServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Every method with its permission and the roles that have it; for a subject, whether it may call it
  /// and why not.
  public func explainAccess(
    _ request: ExplainAccessRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ExplainAccessResponse {
    let response: UnaryResponse<ExplainAccessResponse> =
      try await rpcChannel.unary(AccessServiceMethods.explainAccess, request, options)
    return response.message
  }
}
