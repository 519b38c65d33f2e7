// Generated from paylyt/providers/v1/provider.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
public import PayLytRPC

public struct GetProviderHealthRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetProviderHealthResponse: WireMessage {
  public var providers: [ProviderHealth] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ProviderHealth: WireMessage {
  /// Such as `bitnob` or `lnd`.
  public var provider: String = ""
  public var condition: ProviderHealth.Condition = .unspecified
  /// What it does for us: `lightning`, `payouts`, `rates`.
  public var duties: [String] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Condition: WireEnum {
    case unspecified
    /// Calls go out.
    case answering
    /// It failed several times in a row, or asked for a pause: it is left alone for a while.
    case leftAlone
    /// One call is on its way to find out whether it is back.
    case probing
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .answering
      case 2: self = .leftAlone
      case 3: self = .probing
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .answering: 1
      case .leftAlone: 2
      case .probing: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .answering, .leftAlone, .probing] }
  }
}

public struct GetProviderBalancesRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetProviderBalancesResponse: WireMessage {
  public var balances: [ProviderBalance] = []
  /// What our books say that we own at all providers together; payouts that are under way are still
  /// in it.
  public var ledgerFloat: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ProviderBalance: WireMessage {
  public var provider: String = ""
  /// Unset when it does not answer.
  public var balance: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension GetProviderHealthRequest {
  public static let fullName = "paylyt.providers.v1.GetProviderHealthRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_provider_health_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_provider_health_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetProviderHealthResponse {
  public static let fullName = "paylyt.providers.v1.GetProviderHealthResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_provider_health_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    providers: [ProviderHealth] = []
  ) {
    self.init(
      providers: providers,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__GetProviderHealthResponse.self)
    let providers: [ProviderHealth] = unsafe Wire.array(_c.pointee.providers, _c.pointee.n_providers) { unsafe Wire.message($0) }
    unsafe self.init(
      providers: providers,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_provider_health_response__init, keeping: self.unknownFields)
    unsafe c.pointee.providers = arena.array(self.providers) { unsafe arena.message($0) }
    unsafe c.pointee.n_providers = self.providers.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ProviderHealth {
  public static let fullName = "paylyt.providers.v1.ProviderHealth"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__provider_health__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    provider: String = "",
    condition: ProviderHealth.Condition = .unspecified,
    duties: [String] = []
  ) {
    self.init(
      provider: provider,
      condition: condition,
      duties: duties,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ProviderHealth.self)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let condition: ProviderHealth.Condition = unsafe ProviderHealth.Condition(rawValue: _c.pointee.condition)
    let duties: [String] = unsafe Wire.array(_c.pointee.duties, _c.pointee.n_duties) { unsafe Wire.string($0) }
    unsafe self.init(
      provider: provider,
      condition: condition,
      duties: duties,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__provider_health__init, keeping: self.unknownFields)
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.condition = self.condition.rawValue
    unsafe c.pointee.duties = arena.array(self.duties) { unsafe arena.string($0) }
    unsafe c.pointee.n_duties = self.duties.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GetProviderBalancesRequest {
  public static let fullName = "paylyt.providers.v1.GetProviderBalancesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_provider_balances_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_provider_balances_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetProviderBalancesResponse {
  public static let fullName = "paylyt.providers.v1.GetProviderBalancesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_provider_balances_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    balances: [ProviderBalance] = [],
    ledgerFloat: Money? = nil
  ) {
    self.init(
      balances: balances,
      ledgerFloat: ledgerFloat,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__GetProviderBalancesResponse.self)
    let balances: [ProviderBalance] = unsafe Wire.array(_c.pointee.balances, _c.pointee.n_balances) { unsafe Wire.message($0) }
    let ledgerFloat: Money? = unsafe Wire.messageIfPresent(_c.pointee.ledger_float)
    unsafe self.init(
      balances: balances,
      ledgerFloat: ledgerFloat,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_provider_balances_response__init, keeping: self.unknownFields)
    unsafe c.pointee.balances = arena.array(self.balances) { unsafe arena.message($0) }
    unsafe c.pointee.n_balances = self.balances.count
    unsafe c.pointee.ledger_float = arena.messageIfPresent(self.ledgerFloat)
    return UnsafeMutableRawPointer(c)
  }
}

extension ProviderBalance {
  public static let fullName = "paylyt.providers.v1.ProviderBalance"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__provider_balance__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    provider: String = "",
    balance: Money? = nil
  ) {
    self.init(
      provider: provider,
      balance: balance,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ProviderBalance.self)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let balance: Money? = unsafe Wire.messageIfPresent(_c.pointee.balance)
    unsafe self.init(
      provider: provider,
      balance: balance,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__provider_balance__init, keeping: self.unknownFields)
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.balance = arena.messageIfPresent(self.balance)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.providers.v1.ProviderService`.
public enum ProviderServiceMethods {
  public static let serviceName = "paylyt.providers.v1.ProviderService"

  public static let getProviderHealth = MethodDescriptor(
    service: serviceName,
    method: "GetProviderHealth",
    kind: .unary,
    requestType: "paylyt.providers.v1.GetProviderHealthRequest",
    responseType: "paylyt.providers.v1.GetProviderHealthResponse",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getProviderBalances = MethodDescriptor(
    service: serviceName,
    method: "GetProviderBalances",
    kind: .unary,
    requestType: "paylyt.providers.v1.GetProviderBalancesRequest",
    responseType: "paylyt.providers.v1.GetProviderBalancesResponse",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getProviderHealth, getProviderBalances]
}

extension ProviderServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getProviderHealth, GetProviderHealthRequest.self, GetProviderHealthResponse.self),
    MethodTypes(getProviderBalances, GetProviderBalancesRequest.self, GetProviderBalancesResponse.self),
  ]
}

/// Where the platform's money is outside, for admins: whether those who hold it answer, and how much
/// they say it is.
public protocol ProviderServiceHandler: RPCService {
  /// How each provider is doing, as the last calls found it; nobody is asked.
  func getProviderHealth(
    _ request: GetProviderHealthRequest,
    _ context: ServerContext
  ) async throws -> GetProviderHealthResponse

  /// Asks each provider what we own there, and puts what our books say beside it.
  func getProviderBalances(
    _ request: GetProviderBalancesRequest,
    _ context: ServerContext
  ) async throws -> GetProviderBalancesResponse
}

extension ProviderServiceHandler {
  public static var serviceName: String { ProviderServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(ProviderServiceMethods.getProviderHealth) { call, context in
        let request = try call.request(GetProviderHealthRequest.self)
        try call.respond(await self.getProviderHealth(request, context))
      },
      MethodBinding(ProviderServiceMethods.getProviderBalances) { call, context in
        let request = try call.request(GetProviderBalancesRequest.self)
        try call.respond(await self.getProviderBalances(request, context))
      },
    ]
  }
}

/// Where the platform's money is outside, for admins: whether those who hold it answer, and how much
/// they say it is.
public struct ProviderServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// How each provider is doing, as the last calls found it; nobody is asked.
  public func getProviderHealth(
    _ request: GetProviderHealthRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> GetProviderHealthResponse {
    let response: UnaryResponse<GetProviderHealthResponse> =
      try await rpcChannel.unary(ProviderServiceMethods.getProviderHealth, request, options)
    return response.message
  }

  /// Asks each provider what we own there, and puts what our books say beside it.
  public func getProviderBalances(
    _ request: GetProviderBalancesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> GetProviderBalancesResponse {
    let response: UnaryResponse<GetProviderBalancesResponse> =
      try await rpcChannel.unary(ProviderServiceMethods.getProviderBalances, request, options)
    return response.message
  }
}
