// Generated from paylyt/payouts/v1/payout.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Payout: WireMessage {
  /// `payouts/{uuid}`.
  public var name: String = ""
  public var user: String = ""
  public var state: Payout.State = .unspecified
  public var amount: Money? = nil
  /// The most that the network may charge; what is left of it goes back to the wallet.
  public var feeLimit: Money? = nil
  /// What the network charged; set when SUCCEEDED.
  public var fee: Money? = nil
  public var lightningAddress: String = ""
  /// Our reference at the provider.
  public var providerReference: String = ""
  /// Proof of payment; set when SUCCEEDED.
  public var preimage: [UInt8] = []
  /// Why, when FAILED.
  public var failureReason: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    user: String = "",
    state: Payout.State = .unspecified,
    amount: Money? = nil,
    feeLimit: Money? = nil,
    fee: Money? = nil,
    lightningAddress: String = "",
    providerReference: String = "",
    preimage: [UInt8] = [],
    failureReason: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    updateTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.name = name
    self.user = user
    self.state = state
    self.amount = amount
    self.feeLimit = feeLimit
    self.fee = fee
    self.lightningAddress = lightningAddress
    self.providerReference = providerReference
    self.preimage = preimage
    self.failureReason = failureReason
    self.createTime = createTime
    self.updateTime = updateTime
  }

  public enum State: WireEnum {
    case unspecified
    /// The money is set aside; nothing was sent.
    case reserved
    /// An attempt is recorded and is being handed to the provider.
    case submitting
    /// The provider has it and has not finished.
    case submitted
    /// Nobody knows yet whether it was paid; it is asked again, never resent.
    case unknown
    /// Final: paid.
    case succeeded
    /// Final: not paid; the reserve went back to the wallet.
    case failed
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .reserved
      case 2: self = .submitting
      case 3: self = .submitted
      case 4: self = .unknown
      case 5: self = .succeeded
      case 6: self = .failed
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .reserved: 1
      case .submitting: 2
      case .submitted: 3
      case .unknown: 4
      case .succeeded: 5
      case .failed: 6
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .reserved, .submitting, .submitted, .unknown, .succeeded, .failed] }
  }
}

public struct CreatePayoutRequest: WireMessage {
  public var requestID: String = ""
  /// BTC; whole satoshis, 1 to 20 000 000 of them.
  public var amount: Money? = nil
  /// `name@domain` (LUD-16).
  public var lightningAddress: String = ""
  /// BTC. Unset means one percent of the amount, at least 5 satoshis, rounded up to whole satoshis.
  public var feeLimit: Money? = nil
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    requestID: String = "",
    amount: Money? = nil,
    lightningAddress: String = "",
    feeLimit: Money? = nil,
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.amount = amount
    self.lightningAddress = lightningAddress
    self.feeLimit = feeLimit
    self.validateOnly = validateOnly
  }
}

public struct GetPayoutRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

public struct ListPayoutsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

public struct ListPayoutsResponse: WireMessage {
  public var payouts: [Payout] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    payouts: [Payout] = [],
    nextPageToken: String = ""
  ) {
    self.payouts = payouts
    self.nextPageToken = nextPageToken
  }
}

public struct WatchPayoutRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

extension Payout {
  public static let fullName = "paylyt.payouts.v1.Payout"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__payout__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__Payout.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.user = Wire.string(c.pointee.user)
    unsafe self.state = Payout.State(rawValue: c.pointee.state)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.feeLimit = Wire.messageIfPresent(c.pointee.fee_limit)
    unsafe self.fee = Wire.messageIfPresent(c.pointee.fee)
    unsafe self.lightningAddress = Wire.string(c.pointee.lightning_address)
    unsafe self.providerReference = Wire.string(c.pointee.provider_reference)
    unsafe self.preimage = Wire.array(c.pointee.preimage.data, c.pointee.preimage.len)
    unsafe self.failureReason = Wire.string(c.pointee.failure_reason)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.updateTime = Wire.messageIfPresent(c.pointee.update_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__payout__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.fee_limit = arena.messageIfPresent(self.feeLimit)
    unsafe c.pointee.fee = arena.messageIfPresent(self.fee)
    unsafe c.pointee.lightning_address = arena.string(self.lightningAddress)
    unsafe c.pointee.provider_reference = arena.string(self.providerReference)
    unsafe c.pointee.preimage = .init(len: self.preimage.count, data: arena.array(self.preimage))
    unsafe c.pointee.failure_reason = arena.string(self.failureReason)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreatePayoutRequest {
  public static let fullName = "paylyt.payouts.v1.CreatePayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__create_payout_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__CreatePayoutRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.lightningAddress = Wire.string(c.pointee.lightning_address)
    unsafe self.feeLimit = Wire.messageIfPresent(c.pointee.fee_limit)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__create_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.lightning_address = arena.string(self.lightningAddress)
    unsafe c.pointee.fee_limit = arena.messageIfPresent(self.feeLimit)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetPayoutRequest {
  public static let fullName = "paylyt.payouts.v1.GetPayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__get_payout_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__GetPayoutRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__get_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListPayoutsRequest {
  public static let fullName = "paylyt.payouts.v1.ListPayoutsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_payouts_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListPayoutsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_payouts_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListPayoutsResponse {
  public static let fullName = "paylyt.payouts.v1.ListPayoutsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_payouts_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListPayoutsResponse.self)
    unsafe self.payouts = Wire.array(c.pointee.payouts, c.pointee.n_payouts) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_payouts_response__init, keeping: self.unknownFields)
    unsafe c.pointee.payouts = arena.array(self.payouts) { unsafe arena.message($0) }
    unsafe c.pointee.n_payouts = self.payouts.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchPayoutRequest {
  public static let fullName = "paylyt.payouts.v1.WatchPayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__watch_payout_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__WatchPayoutRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__watch_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.payouts.v1.PayoutService`.
public enum PayoutServiceMethods {
  public static let serviceName = "paylyt.payouts.v1.PayoutService"

  public static let createPayout = MethodDescriptor(
    service: serviceName,
    method: "CreatePayout",
    kind: .unary,
    requestType: "paylyt.payouts.v1.CreatePayoutRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.create",
      isIdempotent: true,
      isMoneyMoving: true))

  public static let getPayout = MethodDescriptor(
    service: serviceName,
    method: "GetPayout",
    kind: .unary,
    requestType: "paylyt.payouts.v1.GetPayoutRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listPayouts = MethodDescriptor(
    service: serviceName,
    method: "ListPayouts",
    kind: .unary,
    requestType: "paylyt.payouts.v1.ListPayoutsRequest",
    responseType: "paylyt.payouts.v1.ListPayoutsResponse",
    options: MethodOptions(
      permission: "payouts.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let watchPayout = MethodDescriptor(
    service: serviceName,
    method: "WatchPayout",
    kind: .serverStreaming,
    requestType: "paylyt.payouts.v1.WatchPayoutRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [createPayout, getPayout, listPayouts, watchPayout]
}

/// Sends money from a wallet to the outside.
///
/// A payout reserves its amount and the highest fee at once and is then carried out in the
/// background. When the provider does not say what happened, the payout is UNKNOWN and is asked for
/// again by its reference until it is known; it is never sent a second time under another one.
public protocol PayoutServiceHandler: RPCService {
  /// Errors: FAILED_PRECONDITION `INSUFFICIENT_FUNDS`; INVALID_ARGUMENT with the field.
  func createPayout(
    _ request: CreatePayoutRequest,
    _ context: ServerContext
  ) async throws -> Payout

  func getPayout(
    _ request: GetPayoutRequest,
    _ context: ServerContext
  ) async throws -> Payout

  /// The caller's payouts, newest first.
  func listPayouts(
    _ request: ListPayoutsRequest,
    _ context: ServerContext
  ) async throws -> ListPayoutsResponse

  /// The payout now, and again after each change, until it is final.
  func watchPayout(
    _ request: WatchPayoutRequest,
    _ responses: ResponseWriter<Payout>,
    _ context: ServerContext
  ) async throws
}

extension PayoutServiceHandler {
  public static var serviceName: String { PayoutServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(PayoutServiceMethods.createPayout) { call, context in
        let request = try call.request(CreatePayoutRequest.self)
        try call.respond(await self.createPayout(request, context))
      },
      MethodBinding(PayoutServiceMethods.getPayout) { call, context in
        let request = try call.request(GetPayoutRequest.self)
        try call.respond(await self.getPayout(request, context))
      },
      MethodBinding(PayoutServiceMethods.listPayouts) { call, context in
        let request = try call.request(ListPayoutsRequest.self)
        try call.respond(await self.listPayouts(request, context))
      },
      MethodBinding(PayoutServiceMethods.watchPayout) { call, context in
        let request = try call.request(WatchPayoutRequest.self)
        try await self.watchPayout(request, call.responses(Payout.self), context)
      },
    ]
  }
}

/// Sends money from a wallet to the outside.
///
/// A payout reserves its amount and the highest fee at once and is then carried out in the
/// background. When the provider does not say what happened, the payout is UNKNOWN and is asked for
/// again by its reference until it is known; it is never sent a second time under another one.
public struct PayoutServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Errors: FAILED_PRECONDITION `INSUFFICIENT_FUNDS`; INVALID_ARGUMENT with the field.
  public func createPayout(
    _ request: CreatePayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.createPayout, request, options)
    return response.message
  }

  public func getPayout(
    _ request: GetPayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.getPayout, request, options)
    return response.message
  }

  /// The caller's payouts, newest first.
  public func listPayouts(
    _ request: ListPayoutsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListPayoutsResponse {
    let response: UnaryResponse<ListPayoutsResponse> =
      try await rpcChannel.unary(PayoutServiceMethods.listPayouts, request, options)
    return response.message
  }

  /// The payout now, and again after each change, until it is final.
  public func watchPayout(
    _ request: WatchPayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Payout> {
    try await rpcChannel.serverStreaming(PayoutServiceMethods.watchPayout, request, options)
  }
}
