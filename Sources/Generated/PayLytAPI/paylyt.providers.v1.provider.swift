// Generated from paylyt/providers/v1/provider.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

/// One call of somebody outside, or one question with the same answer each time.
public struct ProviderCall: WireMessage {
  /// `providerCalls/{uuid}`.
  public var name: String = ""
  /// Such as `bitnob` or `lnd`.
  public var provider: String = ""
  public var operation: ProviderCall.Operation = .unspecified
  public var outcome: ProviderCall.Outcome = .unspecified
  /// Ours, by which the provider knows it; of a rate, the currency. Empty where there is none.
  public var reference: String = ""
  /// Of the Lightning payment; empty where it has none, or it is not known yet.
  public var paymentHash: [UInt8] = []
  /// What it is about; unset where the call does not say.
  public var amount: Money? = nil
  /// What came of it, in our words: `pending`, `paid 250000 msat`, `no such payment there`.
  public var answer: String = ""
  /// What the wire told last: `HTTP 503`, or a node's gRPC status, `UNAVAILABLE`; empty without an
  /// answer.
  public var status: String = ""
  /// The provider's own number of the request, which its support asks for first.
  public var providerRequestID: String = ""
  /// The provider's own words on a refusal, without long numbers, addresses and keys.
  public var detail: String = ""
  /// How many requests it took the last time, repetitions included.
  public var attempts: Int32 = 0
  /// How often in a row it was asked with this answer; may be a minute behind.
  public var times: Int64 = 0
  /// When it was first sent.
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// When the last answer came, or it was given up; unset while it is under way.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Operation: WireEnum {
    case unspecified
    case createInvoice
    /// Whether an invoice is paid.
    case getInvoice
    case createHoldInvoice
    /// Whether a payment is held.
    case getHold
    /// Takes what is held.
    case settleHold
    /// Sends back what is held.
    case cancelHold
    /// Asks a Lightning address's own service for an invoice.
    case resolveAddress
    /// Pays an invoice.
    case sendPayment
    /// What became of a payment.
    case getPayment
    case quotePayout
    /// Names the receiver of a quote; moves no money.
    case initializePayout
    /// Lets the money of a payout to a bank or to mobile money go.
    case finalizePayout
    /// What became of such a payout.
    case getPayout
    /// Whose account it is.
    case lookUpAccount
    /// What a bitcoin costs.
    case getRate
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .createInvoice
      case 2: self = .getInvoice
      case 3: self = .createHoldInvoice
      case 4: self = .getHold
      case 5: self = .settleHold
      case 6: self = .cancelHold
      case 7: self = .resolveAddress
      case 8: self = .sendPayment
      case 9: self = .getPayment
      case 10: self = .quotePayout
      case 11: self = .initializePayout
      case 12: self = .finalizePayout
      case 13: self = .getPayout
      case 14: self = .lookUpAccount
      case 15: self = .getRate
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .createInvoice: 1
      case .getInvoice: 2
      case .createHoldInvoice: 3
      case .getHold: 4
      case .settleHold: 5
      case .cancelHold: 6
      case .resolveAddress: 7
      case .sendPayment: 8
      case .getPayment: 9
      case .quotePayout: 10
      case .initializePayout: 11
      case .finalizePayout: 12
      case .getPayout: 13
      case .lookUpAccount: 14
      case .getRate: 15
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .createInvoice, .getInvoice, .createHoldInvoice, .getHold, .settleHold, .cancelHold, .resolveAddress, .sendPayment, .getPayment, .quotePayout, .initializePayout, .finalizePayout, .getPayout, .lookUpAccount, .getRate] }
  }

  public enum Outcome: WireEnum {
    case unspecified
    /// It was written down, and sent or about to be. After five minutes it is OUTCOME_UNKNOWN: the server
    /// ended meanwhile.
    case underWay
    case ok
    /// A definite no: nothing happened, and asking again will not help.
    case refused
    /// Nothing happened: it did not reach the provider, was turned away at its door, or was a question
    /// without an answer.
    case unavailable
    /// It may have happened. Only a later question about the same reference can tell.
    case unknown
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .underWay
      case 2: self = .ok
      case 3: self = .refused
      case 4: self = .unavailable
      case 5: self = .unknown
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .underWay: 1
      case .ok: 2
      case .refused: 3
      case .unavailable: 4
      case .unknown: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .underWay, .ok, .refused, .unavailable, .unknown] }
  }
}

public struct GetProviderCallRequest: WireMessage {
  /// `providerCalls/{uuid}`.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListProviderCallsRequest: WireMessage {
  /// At most 200; 50 when 0.
  public var pageSize: Int32 = 0
  /// Of the page before; empty for the first.
  public var pageToken: String = ""
  /// `payouts/{uuid}` or `invoices/{uuid}`: all that was asked about it. All subjects when empty.
  public var subject: String = ""
  /// Our reference, as a payout has it in `provider_reference`. All when empty.
  public var reference: String = ""
  /// All when empty.
  public var provider: String = ""
  /// All when unspecified.
  public var operation: ProviderCall.Operation = .unspecified
  /// All when unspecified.
  public var outcome: ProviderCall.Outcome = .unspecified
  /// Calls that began then or later. All when unset.
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// Calls that began before. All when unset.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListProviderCallsResponse: WireMessage {
  public var calls: [ProviderCall] = []
  /// Empty at the end.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

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
  /// Of its duties, the one that is worst off: each is left alone for its own failures.
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
  /// What our books say that we own at all providers together, whoever took it in or paid it out;
  /// payouts that are under way are still in it.
  public var ledgerFloat: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ProviderBalance: WireMessage {
  public var provider: String = ""
  /// What can be paid out from there: at Bitnob the bitcoin that is available, of a node of our own what
  /// is on its side of its channels. What such a node has on the chain is not in it, and is not in our
  /// books either. Unset when the provider does not answer.
  public var balance: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProviderCall {
  public static let fullName = "paylyt.providers.v1.ProviderCall"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__provider_call__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    provider: String = "",
    operation: ProviderCall.Operation = .unspecified,
    outcome: ProviderCall.Outcome = .unspecified,
    reference: String = "",
    paymentHash: [UInt8] = [],
    amount: Money? = nil,
    answer: String = "",
    status: String = "",
    providerRequestID: String = "",
    detail: String = "",
    attempts: Int32 = 0,
    times: Int64 = 0,
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      provider: provider,
      operation: operation,
      outcome: outcome,
      reference: reference,
      paymentHash: paymentHash,
      amount: amount,
      answer: answer,
      status: status,
      providerRequestID: providerRequestID,
      detail: detail,
      attempts: attempts,
      times: times,
      startTime: startTime,
      endTime: endTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ProviderCall.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let operation: ProviderCall.Operation = unsafe ProviderCall.Operation(rawValue: _c.pointee.operation)
    let outcome: ProviderCall.Outcome = unsafe ProviderCall.Outcome(rawValue: _c.pointee.outcome)
    let reference: String = unsafe Wire.string(_c.pointee.reference)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let answer: String = unsafe Wire.string(_c.pointee.answer)
    let status: String = unsafe Wire.string(_c.pointee.status)
    let providerRequestID: String = unsafe Wire.string(_c.pointee.provider_request_id)
    let detail: String = unsafe Wire.string(_c.pointee.detail)
    let attempts: Int32 = unsafe _c.pointee.attempts
    let times: Int64 = unsafe _c.pointee.times
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    unsafe self.init(
      name: name,
      provider: provider,
      operation: operation,
      outcome: outcome,
      reference: reference,
      paymentHash: paymentHash,
      amount: amount,
      answer: answer,
      status: status,
      providerRequestID: providerRequestID,
      detail: detail,
      attempts: attempts,
      times: times,
      startTime: startTime,
      endTime: endTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__provider_call__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.operation = self.operation.rawValue
    unsafe c.pointee.outcome = self.outcome.rawValue
    unsafe c.pointee.reference = arena.string(self.reference)
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.answer = arena.string(self.answer)
    unsafe c.pointee.status = arena.string(self.status)
    unsafe c.pointee.provider_request_id = arena.string(self.providerRequestID)
    unsafe c.pointee.detail = arena.string(self.detail)
    unsafe c.pointee.attempts = self.attempts
    unsafe c.pointee.times = self.times
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetProviderCallRequest {
  public static let fullName = "paylyt.providers.v1.GetProviderCallRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__get_provider_call_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__GetProviderCallRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__get_provider_call_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListProviderCallsRequest {
  public static let fullName = "paylyt.providers.v1.ListProviderCallsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__list_provider_calls_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    subject: String = "",
    reference: String = "",
    provider: String = "",
    operation: ProviderCall.Operation = .unspecified,
    outcome: ProviderCall.Outcome = .unspecified,
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      subject: subject,
      reference: reference,
      provider: provider,
      operation: operation,
      outcome: outcome,
      startTime: startTime,
      endTime: endTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ListProviderCallsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let subject: String = unsafe Wire.string(_c.pointee.subject)
    let reference: String = unsafe Wire.string(_c.pointee.reference)
    let provider: String = unsafe Wire.string(_c.pointee.provider)
    let operation: ProviderCall.Operation = unsafe ProviderCall.Operation(rawValue: _c.pointee.operation)
    let outcome: ProviderCall.Outcome = unsafe ProviderCall.Outcome(rawValue: _c.pointee.outcome)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      subject: subject,
      reference: reference,
      provider: provider,
      operation: operation,
      outcome: outcome,
      startTime: startTime,
      endTime: endTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__list_provider_calls_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.subject = arena.string(self.subject)
    unsafe c.pointee.reference = arena.string(self.reference)
    unsafe c.pointee.provider = arena.string(self.provider)
    unsafe c.pointee.operation = self.operation.rawValue
    unsafe c.pointee.outcome = self.outcome.rawValue
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListProviderCallsResponse {
  public static let fullName = "paylyt.providers.v1.ListProviderCallsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__providers__v1__list_provider_calls_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    calls: [ProviderCall] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      calls: calls,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Providers__V1__ListProviderCallsResponse.self)
    let calls: [ProviderCall] = unsafe Wire.array(_c.pointee.calls, _c.pointee.n_calls) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      calls: calls,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__providers__v1__list_provider_calls_response__init, keeping: self.unknownFields)
    unsafe c.pointee.calls = arena.array(self.calls) { unsafe arena.message($0) }
    unsafe c.pointee.n_calls = self.calls.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
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

extension GetProviderCallRequest {
  private static let nameRule = TextRule(required: true, patterns: ["providerCalls/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListProviderCallsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let subjectRule = TextRule(patterns: ["payouts/{uuid}", "invoices/{uuid}"])
  private static let referenceRule = TextRule(length: 0...200)
  private static let providerRule = TextRule(length: 0...100)
  private static let operationRule = EnumRule([1: "OPERATION_CREATE_INVOICE", 2: "OPERATION_GET_INVOICE", 3: "OPERATION_CREATE_HOLD_INVOICE", 4: "OPERATION_GET_HOLD", 5: "OPERATION_SETTLE_HOLD", 6: "OPERATION_CANCEL_HOLD", 7: "OPERATION_RESOLVE_ADDRESS", 8: "OPERATION_SEND_PAYMENT", 9: "OPERATION_GET_PAYMENT", 10: "OPERATION_QUOTE_PAYOUT", 11: "OPERATION_INITIALIZE_PAYOUT", 12: "OPERATION_FINALIZE_PAYOUT", 13: "OPERATION_GET_PAYOUT", 14: "OPERATION_LOOK_UP_ACCOUNT", 15: "OPERATION_GET_RATE"])
  private static let outcomeRule = EnumRule([1: "OUTCOME_UNDER_WAY", 2: "OUTCOME_OK", 3: "OUTCOME_REFUSED", 4: "OUTCOME_UNAVAILABLE", 5: "OUTCOME_UNKNOWN"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.subject, Self.subjectRule, "subject")
    found.text(self.reference, Self.referenceRule, "reference")
    found.text(self.provider, Self.providerRule, "provider")
    found.choice(self.operation, Self.operationRule, "operation")
    found.choice(self.outcome, Self.outcomeRule, "outcome")
    if let value = self.startTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "start_time")
    }
    if let value = self.endTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "end_time")
    }
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

  public static let getProviderCall = MethodDescriptor(
    service: serviceName,
    method: "GetProviderCall",
    kind: .unary,
    requestType: "paylyt.providers.v1.GetProviderCallRequest",
    responseType: "paylyt.providers.v1.ProviderCall",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listProviderCalls = MethodDescriptor(
    service: serviceName,
    method: "ListProviderCalls",
    kind: .unary,
    requestType: "paylyt.providers.v1.ListProviderCallsRequest",
    responseType: "paylyt.providers.v1.ListProviderCallsResponse",
    options: MethodOptions(
      permission: "providers.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getProviderHealth, getProviderBalances, getProviderCall, listProviderCalls]
}

extension ProviderServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getProviderHealth, GetProviderHealthRequest.self, GetProviderHealthResponse.self),
    MethodTypes(getProviderBalances, GetProviderBalancesRequest.self, GetProviderBalancesResponse.self),
    MethodTypes(getProviderCall, GetProviderCallRequest.self, ProviderCall.self),
    MethodTypes(listProviderCalls, ListProviderCallsRequest.self, ListProviderCallsResponse.self),
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

  /// Asks each provider what we own there, and puts what our books say beside it. The books have one
  /// float for all providers, between which money may be moved: it is compared with the sum of the
  /// balances, and with none of them alone. Where one is unset, there is nothing to compare.
  func getProviderBalances(
    _ request: GetProviderBalancesRequest,
    _ context: ServerContext
  ) async throws -> GetProviderBalancesResponse

  /// One call of a provider.
  func getProviderCall(
    _ request: GetProviderCallRequest,
    _ context: ServerContext
  ) async throws -> ProviderCall

  /// What was asked of those outside that moves money or decides about it, newest first: what was sent
  /// and under which reference, what came back, and what was being done when nothing did. A payment that
  /// goes out is written down before it is sent. A question that is asked again and answered alike is
  /// one entry, which counts.
  ///
  /// Kept for 400 days; questions for 30. It holds no secrets: no keys, preimages or account numbers.
  ///
  /// `NOT_FOUND`: the `subject` is not there.
  func listProviderCalls(
    _ request: ListProviderCallsRequest,
    _ context: ServerContext
  ) async throws -> ListProviderCallsResponse
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
      MethodBinding(ProviderServiceMethods.getProviderCall) { call, context in
        let request = try call.request(GetProviderCallRequest.self)
        try call.respond(await self.getProviderCall(request, context))
      },
      MethodBinding(ProviderServiceMethods.listProviderCalls) { call, context in
        let request = try call.request(ListProviderCallsRequest.self)
        try call.respond(await self.listProviderCalls(request, context))
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

  /// Asks each provider what we own there, and puts what our books say beside it. The books have one
  /// float for all providers, between which money may be moved: it is compared with the sum of the
  /// balances, and with none of them alone. Where one is unset, there is nothing to compare.
  public func getProviderBalances(
    _ request: GetProviderBalancesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> GetProviderBalancesResponse {
    let response: UnaryResponse<GetProviderBalancesResponse> =
      try await rpcChannel.unary(ProviderServiceMethods.getProviderBalances, request, options)
    return response.message
  }

  /// One call of a provider.
  public func getProviderCall(
    _ request: GetProviderCallRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ProviderCall {
    let response: UnaryResponse<ProviderCall> =
      try await rpcChannel.unary(ProviderServiceMethods.getProviderCall, request, options)
    return response.message
  }

  /// What was asked of those outside that moves money or decides about it, newest first: what was sent
  /// and under which reference, what came back, and what was being done when nothing did. A payment that
  /// goes out is written down before it is sent. A question that is asked again and answered alike is
  /// one entry, which counts.
  ///
  /// Kept for 400 days; questions for 30. It holds no secrets: no keys, preimages or account numbers.
  ///
  /// `NOT_FOUND`: the `subject` is not there.
  public func listProviderCalls(
    _ request: ListProviderCallsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListProviderCallsResponse {
    let response: UnaryResponse<ListProviderCallsResponse> =
      try await rpcChannel.unary(ProviderServiceMethods.listProviderCalls, request, options)
    return response.message
  }
}
