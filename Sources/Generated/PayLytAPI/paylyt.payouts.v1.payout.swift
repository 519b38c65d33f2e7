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
  /// What leaves the wallet for the receiver.
  public var amount: Money? = nil
  /// The most that the network may charge; what is left of it goes back to the wallet.
  public var feeLimit: Money? = nil
  /// What the network charged; set when SUCCEEDED. When REVERSED: what was kept of it.
  public var fee: Money? = nil
  /// Where to; empty unless it was given as such.
  public var lightningAddress: String = ""
  /// Our reference at the provider.
  public var providerReference: String = ""
  /// Proof of payment over Lightning; set when SUCCEEDED.
  public var preimage: [UInt8] = []
  /// Why, when FAILED or REVERSED; when RESERVED, why it could not be sent so far, if that was tried;
  /// when UNKNOWN, what people must look at before it can end, if they must.
  public var failureReason: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  public var method: PayoutMethod = .unspecified
  /// `beneficiaries/{uuid}`, when it goes to one.
  public var beneficiary: String = ""
  /// What may be shown of where it goes.
  public var destination: String = ""
  /// What a bank or mobile money pays out.
  public var settlement: Money? = nil
  /// `payoutQuotes/{uuid}`, when it has one.
  public var quote: String = ""
  /// The FAILED payout in whose place this one is.
  public var replaces: String = ""
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// The money is set aside; nothing was sent.
    case reserved
    /// An attempt is recorded and is being handed to the provider.
    case submitting
    /// The provider has it and has not finished.
    case submitted
    /// Nobody knows yet whether it was paid: it is asked for by its reference. It is sent again only
    /// under the same reference, when the provider says that it has no such payment.
    case unknown
    /// Paid. Final over Lightning; a bank may still send the money back.
    case succeeded
    /// Final: not paid; the reserve went back to the wallet.
    case failed
    /// Final: taken back before it was sent; the reserve went back to the wallet.
    case cancelled
    /// Final: it was paid, and the receiver's side sent it back; the amount is in the wallet again.
    case reversed
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
      case 7: self = .cancelled
      case 8: self = .reversed
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
      case .cancelled: 7
      case .reversed: 8
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .reserved, .submitting, .submitted, .unknown, .succeeded, .failed, .cancelled, .reversed] }
  }
}

public struct CreatePayoutQuoteRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// A bank account or mobile money.
  public var beneficiary: String = ""
  /// In BTC: take this from the wallet, whole satoshis. In the beneficiary's currency: pay out exactly
  /// this.
  public var amount: Money? = nil
  /// Which balance pays: `BTC` (also when empty) or the beneficiary's currency, which then is the
  /// asset of `amount`, too.
  public var sourceAsset: String = ""
  /// Checks and decides everything and keeps nothing. No rate is locked: the amounts that are answered
  /// are those of the market at this moment.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PayoutQuote: WireMessage {
  /// `payoutQuotes/{uuid}`.
  public var name: String = ""
  public var beneficiary: String = ""
  /// What will leave the wallet for the receiver. In local currency at least what is paid out.
  public var amount: Money? = nil
  /// The most that is charged on top of it.
  public var feeLimit: Money? = nil
  /// What will be paid out.
  public var settlement: Money? = nil
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// `payouts/{uuid}` once it was used.
  public var payout: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetPayoutQuoteRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Exactly one of `lightning_address`, `beneficiary` and `quote` says where the money goes.
public struct CreatePayoutRequest: WireMessage {
  public var requestID: String = ""
  /// BTC; whole satoshis, 1 to 20 000 000 of them. Unset with a quote, and for an invoice, which says
  /// its own amount.
  public var amount: Money? = nil
  /// `name@domain` (LUD-16).
  public var lightningAddress: String = ""
  /// BTC. Unset means one percent of the amount, at least 5 satoshis, rounded up to whole satoshis.
  /// What it is beyond that counts as the amount does: for the PIN, and for the day's limit.
  /// Unset with a quote.
  public var feeLimit: Money? = nil
  /// `beneficiaries/{uuid}`: a Lightning address or an invoice.
  public var beneficiary: String = ""
  /// `payoutQuotes/{uuid}`: to a bank or to mobile money.
  public var quote: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct BatchCreatePayoutsRequest: WireMessage {
  public var payout: CreatePayoutRequest? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct BatchCreatePayoutsResponse: WireMessage {
  /// Of the payout that this answers.
  public var requestID: String = ""
  public var result: ResultOneof? = nil
  /// Which request of the stream it answers: 1, 2, 3, …
  public var number: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum ResultOneof: Sendable, Equatable {
    case payout(Payout)
    /// As CreatePayout would have failed, details included: fields are named as there.
    case error(StandardAPI.GoogleStatus)
  }
}

public struct GetPayoutRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListPayoutsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Whose: `users/{uuid}`, or `users/-` for everybody's; the caller's when empty. Only admins name
  /// others.
  public var parent: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `state` (SUBMITTED, UNKNOWN, …),
  /// `method` (LIGHTNING_ADDRESS, BOLT11, BANK, MOBILE_MONEY) and `asset` with `=` and `!=`;
  /// `update_time` and `create_time` ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`,
  /// `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListPayoutsResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var payouts: [Payout] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CancelPayoutRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Which version the caller has read; empty when they do not mind.
  public var etag: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct RequeryPayoutRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Exactly one of `lightning_address`, `beneficiary` and `quote` says where the money goes.
public struct ReplaceDestinationRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// The FAILED payout.
  public var name: String = ""
  /// With the amount and the fee limit of the failed payout.
  public var lightningAddress: String = ""
  /// With the amount and the fee limit of the failed payout; an invoice over that amount.
  public var beneficiary: String = ""
  /// A new quote, also for the same destination.
  public var quote: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WatchPayoutRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Payout {
  public static let fullName = "paylyt.payouts.v1.Payout"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__payout__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    updateTime: StandardAPI.ProtoTimestamp? = nil,
    method: PayoutMethod = .unspecified,
    beneficiary: String = "",
    destination: String = "",
    settlement: Money? = nil,
    quote: String = "",
    replaces: String = "",
    etag: String = ""
  ) {
    self.init(
      name: name,
      user: user,
      state: state,
      amount: amount,
      feeLimit: feeLimit,
      fee: fee,
      lightningAddress: lightningAddress,
      providerReference: providerReference,
      preimage: preimage,
      failureReason: failureReason,
      createTime: createTime,
      updateTime: updateTime,
      method: method,
      beneficiary: beneficiary,
      destination: destination,
      settlement: settlement,
      quote: quote,
      replaces: replaces,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__Payout.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let state: Payout.State = unsafe Payout.State(rawValue: _c.pointee.state)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let feeLimit: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee_limit)
    let fee: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee)
    let lightningAddress: String = unsafe Wire.string(_c.pointee.lightning_address)
    let providerReference: String = unsafe Wire.string(_c.pointee.provider_reference)
    let preimage: [UInt8] = unsafe Wire.array(_c.pointee.preimage.data, _c.pointee.preimage.len)
    let failureReason: String = unsafe Wire.string(_c.pointee.failure_reason)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    let method: PayoutMethod = unsafe PayoutMethod(rawValue: _c.pointee.method)
    let beneficiary: String = unsafe Wire.string(_c.pointee.beneficiary)
    let destination: String = unsafe Wire.string(_c.pointee.destination)
    let settlement: Money? = unsafe Wire.messageIfPresent(_c.pointee.settlement)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    let replaces: String = unsafe Wire.string(_c.pointee.replaces)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      user: user,
      state: state,
      amount: amount,
      feeLimit: feeLimit,
      fee: fee,
      lightningAddress: lightningAddress,
      providerReference: providerReference,
      preimage: preimage,
      failureReason: failureReason,
      createTime: createTime,
      updateTime: updateTime,
      method: method,
      beneficiary: beneficiary,
      destination: destination,
      settlement: settlement,
      quote: quote,
      replaces: replaces,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
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
    unsafe c.pointee.method = self.method.rawValue
    unsafe c.pointee.beneficiary = arena.string(self.beneficiary)
    unsafe c.pointee.destination = arena.string(self.destination)
    unsafe c.pointee.settlement = arena.messageIfPresent(self.settlement)
    unsafe c.pointee.quote = arena.string(self.quote)
    unsafe c.pointee.replaces = arena.string(self.replaces)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreatePayoutQuoteRequest {
  public static let fullName = "paylyt.payouts.v1.CreatePayoutQuoteRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__create_payout_quote_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    beneficiary: String = "",
    amount: Money? = nil,
    sourceAsset: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      beneficiary: beneficiary,
      amount: amount,
      sourceAsset: sourceAsset,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__CreatePayoutQuoteRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let beneficiary: String = unsafe Wire.string(_c.pointee.beneficiary)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let sourceAsset: String = unsafe Wire.string(_c.pointee.source_asset)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      beneficiary: beneficiary,
      amount: amount,
      sourceAsset: sourceAsset,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__create_payout_quote_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.beneficiary = arena.string(self.beneficiary)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.source_asset = arena.string(self.sourceAsset)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension PayoutQuote {
  public static let fullName = "paylyt.payouts.v1.PayoutQuote"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__payout_quote__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    beneficiary: String = "",
    amount: Money? = nil,
    feeLimit: Money? = nil,
    settlement: Money? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    payout: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      beneficiary: beneficiary,
      amount: amount,
      feeLimit: feeLimit,
      settlement: settlement,
      expireTime: expireTime,
      payout: payout,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__PayoutQuote.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let beneficiary: String = unsafe Wire.string(_c.pointee.beneficiary)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let feeLimit: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee_limit)
    let settlement: Money? = unsafe Wire.messageIfPresent(_c.pointee.settlement)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let payout: String = unsafe Wire.string(_c.pointee.payout)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      beneficiary: beneficiary,
      amount: amount,
      feeLimit: feeLimit,
      settlement: settlement,
      expireTime: expireTime,
      payout: payout,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__payout_quote__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.beneficiary = arena.string(self.beneficiary)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.fee_limit = arena.messageIfPresent(self.feeLimit)
    unsafe c.pointee.settlement = arena.messageIfPresent(self.settlement)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.payout = arena.string(self.payout)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetPayoutQuoteRequest {
  public static let fullName = "paylyt.payouts.v1.GetPayoutQuoteRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__get_payout_quote_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__GetPayoutQuoteRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__get_payout_quote_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreatePayoutRequest {
  public static let fullName = "paylyt.payouts.v1.CreatePayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__create_payout_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    amount: Money? = nil,
    lightningAddress: String = "",
    feeLimit: Money? = nil,
    beneficiary: String = "",
    quote: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      amount: amount,
      lightningAddress: lightningAddress,
      feeLimit: feeLimit,
      beneficiary: beneficiary,
      quote: quote,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__CreatePayoutRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let lightningAddress: String = unsafe Wire.string(_c.pointee.lightning_address)
    let feeLimit: Money? = unsafe Wire.messageIfPresent(_c.pointee.fee_limit)
    let beneficiary: String = unsafe Wire.string(_c.pointee.beneficiary)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      amount: amount,
      lightningAddress: lightningAddress,
      feeLimit: feeLimit,
      beneficiary: beneficiary,
      quote: quote,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__create_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.lightning_address = arena.string(self.lightningAddress)
    unsafe c.pointee.fee_limit = arena.messageIfPresent(self.feeLimit)
    unsafe c.pointee.beneficiary = arena.string(self.beneficiary)
    unsafe c.pointee.quote = arena.string(self.quote)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension BatchCreatePayoutsRequest {
  public static let fullName = "paylyt.payouts.v1.BatchCreatePayoutsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__batch_create_payouts_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payout: CreatePayoutRequest? = nil
  ) {
    self.init(
      payout: payout,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__BatchCreatePayoutsRequest.self)
    let payout: CreatePayoutRequest? = unsafe Wire.messageIfPresent(_c.pointee.payout)
    unsafe self.init(
      payout: payout,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__batch_create_payouts_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payout = arena.messageIfPresent(self.payout)
    return UnsafeMutableRawPointer(c)
  }
}

extension BatchCreatePayoutsResponse {
  public static let fullName = "paylyt.payouts.v1.BatchCreatePayoutsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__batch_create_payouts_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    result: ResultOneof? = nil,
    number: Int64 = 0
  ) {
    self.init(
      requestID: requestID,
      result: result,
      number: number,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__BatchCreatePayoutsResponse.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let result: ResultOneof?
    switch unsafe _c.pointee.result_case.rawValue {
    case 2:
      result = unsafe .payout(Wire.message(_c.pointee.payout))
    case 3:
      result = unsafe .error(Wire.message(_c.pointee.error))
    default: result = nil
    }
    let number: Int64 = unsafe _c.pointee.number
    unsafe self.init(
      requestID: requestID,
      result: result,
      number: number,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__batch_create_payouts_response__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    switch self.result {
    case .payout(let value)?:
      unsafe c.pointee.result_case = .init(rawValue: 2)
      unsafe c.pointee.payout = arena.message(value)
    case .error(let value)?:
      unsafe c.pointee.result_case = .init(rawValue: 3)
      unsafe c.pointee.error = arena.message(value)
    case nil: break
    }
    unsafe c.pointee.number = self.number
    return UnsafeMutableRawPointer(c)
  }
}

extension GetPayoutRequest {
  public static let fullName = "paylyt.payouts.v1.GetPayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__get_payout_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__GetPayoutRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    parent: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListPayoutsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_payouts_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListPayoutsResponse {
  public static let fullName = "paylyt.payouts.v1.ListPayoutsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_payouts_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payouts: [Payout] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      payouts: payouts,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListPayoutsResponse.self)
    let payouts: [Payout] = unsafe Wire.array(_c.pointee.payouts, _c.pointee.n_payouts) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      payouts: payouts,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_payouts_response__init, keeping: self.unknownFields)
    unsafe c.pointee.payouts = arena.array(self.payouts) { unsafe arena.message($0) }
    unsafe c.pointee.n_payouts = self.payouts.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelPayoutRequest {
  public static let fullName = "paylyt.payouts.v1.CancelPayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__cancel_payout_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__CancelPayoutRequest.self)
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
    let c = unsafe arena.make(paylyt__payouts__v1__cancel_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension RequeryPayoutRequest {
  public static let fullName = "paylyt.payouts.v1.RequeryPayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__requery_payout_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__RequeryPayoutRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__requery_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ReplaceDestinationRequest {
  public static let fullName = "paylyt.payouts.v1.ReplaceDestinationRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__replace_destination_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    lightningAddress: String = "",
    beneficiary: String = "",
    quote: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      lightningAddress: lightningAddress,
      beneficiary: beneficiary,
      quote: quote,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ReplaceDestinationRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let lightningAddress: String = unsafe Wire.string(_c.pointee.lightning_address)
    let beneficiary: String = unsafe Wire.string(_c.pointee.beneficiary)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      lightningAddress: lightningAddress,
      beneficiary: beneficiary,
      quote: quote,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__replace_destination_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.lightning_address = arena.string(self.lightningAddress)
    unsafe c.pointee.beneficiary = arena.string(self.beneficiary)
    unsafe c.pointee.quote = arena.string(self.quote)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchPayoutRequest {
  public static let fullName = "paylyt.payouts.v1.WatchPayoutRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__watch_payout_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__WatchPayoutRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__watch_payout_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreatePayoutQuoteRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let beneficiaryRule = TextRule(required: true, patterns: ["beneficiaries/{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC", "NGN", "KES", "GHS", "USD"])
  private static let sourceAssetRule = TextRule(choices: ["BTC", "NGN", "KES", "GHS", "USD"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.beneficiary, Self.beneficiaryRule, "beneficiary")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1...Int64.max), "units")
      }
      found.nest(since: mark, in: "amount")
    } else {
      found.missing("amount")
    }
    found.text(self.sourceAsset, Self.sourceAssetRule, "source_asset")
  }
}

extension GetPayoutQuoteRequest {
  private static let nameRule = TextRule(required: true, patterns: ["payoutQuotes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension CreatePayoutRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])
  private static let lightningAddressRule = TextRule(length: 0...320, countsBytes: true)
  private static let feeLimitRule = TextRule(required: true, choices: ["BTC"])
  private static let beneficiaryRule = TextRule(patterns: ["beneficiaries/{uuid}"])
  private static let quoteRule = TextRule(patterns: ["payoutQuotes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    }
    found.text(self.lightningAddress, Self.lightningAddressRule, "lightning_address")
    if let value = self.feeLimit {
      let mark = found.count
      found.text(value.asset, Self.feeLimitRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(0...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "fee_limit")
    }
    found.text(self.beneficiary, Self.beneficiaryRule, "beneficiary")
    found.text(self.quote, Self.quoteRule, "quote")
  }
}

extension BatchCreatePayoutsRequest {
  public func checkFields(_ found: inout FieldViolations) {
    if let value = self.payout {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "payout")
    } else {
      found.missing("payout")
    }
  }
}

extension GetPayoutRequest {
  private static let nameRule = TextRule(required: true, patterns: ["payouts/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListPayoutsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let parentRule = TextRule(patterns: ["users/{uuid}", "users/-"])
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.parent, Self.parentRule, "parent")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension CancelPayoutRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["payouts/{uuid}"])
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension RequeryPayoutRequest {
  private static let nameRule = TextRule(required: true, patterns: ["payouts/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ReplaceDestinationRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["payouts/{uuid}"])
  private static let lightningAddressRule = TextRule(length: 0...320, countsBytes: true)
  private static let beneficiaryRule = TextRule(patterns: ["beneficiaries/{uuid}"])
  private static let quoteRule = TextRule(patterns: ["payoutQuotes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.lightningAddress, Self.lightningAddressRule, "lightning_address")
    found.text(self.beneficiary, Self.beneficiaryRule, "beneficiary")
    found.text(self.quote, Self.quoteRule, "quote")
  }
}

extension WatchPayoutRequest {
  private static let nameRule = TextRule(required: true, patterns: ["payouts/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

/// The methods of `paylyt.payouts.v1.PayoutService`.
public enum PayoutServiceMethods {
  public static let serviceName = "paylyt.payouts.v1.PayoutService"

  public static let createPayoutQuote = MethodDescriptor(
    service: serviceName,
    method: "CreatePayoutQuote",
    kind: .unary,
    requestType: "paylyt.payouts.v1.CreatePayoutQuoteRequest",
    responseType: "paylyt.payouts.v1.PayoutQuote",
    options: MethodOptions(
      permission: "payouts.create",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["AMOUNT_TOO_SMALL", "LIMIT_EXCEEDED", "NO_CORRIDOR", "PROVIDER_DOWN", "PROVIDER_REFUSED", "RATE_UNAVAILABLE"]))

  public static let getPayoutQuote = MethodDescriptor(
    service: serviceName,
    method: "GetPayoutQuote",
    kind: .unary,
    requestType: "paylyt.payouts.v1.GetPayoutQuoteRequest",
    responseType: "paylyt.payouts.v1.PayoutQuote",
    options: MethodOptions(
      permission: "payouts.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let createPayout = MethodDescriptor(
    service: serviceName,
    method: "CreatePayout",
    kind: .unary,
    requestType: "paylyt.payouts.v1.CreatePayoutRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.create",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DAILY_LIMIT_EXCEEDED", "INSUFFICIENT_FUNDS", "QUOTE_EXPIRED", "QUOTE_USED", "STEP_UP_REQUIRED", "WALLET_FROZEN"]))

  public static let batchCreatePayouts = MethodDescriptor(
    service: serviceName,
    method: "BatchCreatePayouts",
    kind: .bidirectional,
    requestType: "paylyt.payouts.v1.BatchCreatePayoutsRequest",
    responseType: "paylyt.payouts.v1.BatchCreatePayoutsResponse",
    options: MethodOptions(
      permission: "payouts.create",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["BATCH_TOO_LONG", "DAILY_LIMIT_EXCEEDED", "INSUFFICIENT_FUNDS", "QUOTE_EXPIRED", "QUOTE_USED", "STEP_UP_REQUIRED", "WALLET_FROZEN"]))

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

  public static let cancelPayout = MethodDescriptor(
    service: serviceName,
    method: "CancelPayout",
    kind: .unary,
    requestType: "paylyt.payouts.v1.CancelPayoutRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.create",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ILLEGAL_TRANSITION"]))

  public static let requeryPayout = MethodDescriptor(
    service: serviceName,
    method: "RequeryPayout",
    kind: .unary,
    requestType: "paylyt.payouts.v1.RequeryPayoutRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let replaceDestination = MethodDescriptor(
    service: serviceName,
    method: "ReplaceDestination",
    kind: .unary,
    requestType: "paylyt.payouts.v1.ReplaceDestinationRequest",
    responseType: "paylyt.payouts.v1.Payout",
    options: MethodOptions(
      permission: "payouts.create",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DAILY_LIMIT_EXCEEDED", "ILLEGAL_TRANSITION", "INSUFFICIENT_FUNDS", "PAYOUT_REPLACED", "QUOTE_EXPIRED", "QUOTE_USED", "STEP_UP_REQUIRED", "WALLET_FROZEN"]))

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

  public static let all: [MethodDescriptor] = [createPayoutQuote, getPayoutQuote, createPayout, batchCreatePayouts, getPayout, listPayouts, cancelPayout, requeryPayout, replaceDestination, watchPayout]
}

extension PayoutServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(createPayoutQuote, CreatePayoutQuoteRequest.self, PayoutQuote.self),
    MethodTypes(getPayoutQuote, GetPayoutQuoteRequest.self, PayoutQuote.self),
    MethodTypes(createPayout, CreatePayoutRequest.self, Payout.self),
    MethodTypes(batchCreatePayouts, BatchCreatePayoutsRequest.self, BatchCreatePayoutsResponse.self),
    MethodTypes(getPayout, GetPayoutRequest.self, Payout.self),
    MethodTypes(listPayouts, ListPayoutsRequest.self, ListPayoutsResponse.self),
    MethodTypes(cancelPayout, CancelPayoutRequest.self, Payout.self),
    MethodTypes(requeryPayout, RequeryPayoutRequest.self, Payout.self),
    MethodTypes(replaceDestination, ReplaceDestinationRequest.self, Payout.self),
    MethodTypes(watchPayout, WatchPayoutRequest.self, Payout.self),
  ]
}

/// Sends money from a wallet to the outside: over Lightning, to banks, and to mobile money.
///
/// A payout reserves its amount and the highest fee at once and is then carried out in the
/// background. When the provider does not say what happened, the payout is UNKNOWN and is asked for
/// again by its reference until it is known; it is never sent a second time under another one.
public protocol PayoutServiceHandler: RPCService {
  /// Locks the rate and the amounts of a payout to a bank or to mobile money: for a quarter of an hour
  /// at most, and where a balance in local currency pays for as long as a quote of FxService is open,
  /// half a minute mostly. Nothing is set aside yet.
  ///
  /// A rate that is more than ten percent from the market's, in either direction, counts as none
  /// (`PROVIDER_DOWN`). A balance in local currency pays what is paid out; where more bitcoin is taken
  /// for it than FxService sells that currency for, it pays what those would buy there.
  ///
  /// `LIMIT_EXCEEDED`: the amount is outside of the corridor's bounds.
  func createPayoutQuote(
    _ request: CreatePayoutQuoteRequest,
    _ context: ServerContext
  ) async throws -> PayoutQuote

  /// A quote of the caller.
  func getPayoutQuote(
    _ request: GetPayoutQuoteRequest,
    _ context: ServerContext
  ) async throws -> PayoutQuote

  /// Sets the amount and the fee limit aside and sends the payout in the background: over Lightning to
  /// an address or invoice, or at a quote to a bank or to mobile money.
  func createPayout(
    _ request: CreatePayoutRequest,
    _ context: ServerContext
  ) async throws -> Payout

  /// Many payouts over one stream: each is a CreatePayout of its own and is answered on its own, in
  /// the order in which they are done. At most 10 000 in one stream.
  ///
  /// Only `BATCH_TOO_LONG` ends the stream; what is wrong with one payout is in its answer.
  func batchCreatePayouts(
    _ requests: RequestStream<BatchCreatePayoutsRequest>,
    _ responses: ResponseWriter<BatchCreatePayoutsResponse>,
    _ context: ServerContext
  ) async throws

  func getPayout(
    _ request: GetPayoutRequest,
    _ context: ServerContext
  ) async throws -> Payout

  /// The caller's payouts, newest first; an admin may list another user's, or everybody's.
  func listPayouts(
    _ request: ListPayoutsRequest,
    _ context: ServerContext
  ) async throws -> ListPayoutsResponse

  /// Takes a payout back that was not handed to the provider yet.
  ///
  /// `ILLEGAL_TRANSITION`: an attempt was recorded.
  func cancelPayout(
    _ request: CancelPayoutRequest,
    _ context: ServerContext
  ) async throws -> Payout

  /// Asks the provider about a payout now, instead of when its turn comes, and also about one that is
  /// over: a bank may have sent the money back. Of a user's payouts one that is under way is asked about
  /// in two seconds and one that is over in a minute, and of those over Lightning only what failed within
  /// 30 days; else the answer is what is known.
  func requeryPayout(
    _ request: RequeryPayoutRequest,
    _ context: ServerContext
  ) async throws -> Payout

  /// A new payout in the place of a FAILED one, to another destination and under a new reference. A
  /// failed payout is replaced once.
  ///
  /// `ILLEGAL_TRANSITION`: it is not FAILED.
  func replaceDestination(
    _ request: ReplaceDestinationRequest,
    _ context: ServerContext
  ) async throws -> Payout

  /// The payout now, and again after each change, until it is SUCCEEDED, FAILED, CANCELLED or
  /// REVERSED. That a bank sends the money back after SUCCEEDED is told by the event
  /// `payout.reversed`.
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
      MethodBinding(PayoutServiceMethods.createPayoutQuote) { call, context in
        let request = try call.request(CreatePayoutQuoteRequest.self)
        try call.respond(await self.createPayoutQuote(request, context))
      },
      MethodBinding(PayoutServiceMethods.getPayoutQuote) { call, context in
        let request = try call.request(GetPayoutQuoteRequest.self)
        try call.respond(await self.getPayoutQuote(request, context))
      },
      MethodBinding(PayoutServiceMethods.createPayout) { call, context in
        let request = try call.request(CreatePayoutRequest.self)
        try call.respond(await self.createPayout(request, context))
      },
      MethodBinding(PayoutServiceMethods.batchCreatePayouts) { call, context in
        try await self.batchCreatePayouts(call.requests(BatchCreatePayoutsRequest.self), call.responses(BatchCreatePayoutsResponse.self), context)
      },
      MethodBinding(PayoutServiceMethods.getPayout) { call, context in
        let request = try call.request(GetPayoutRequest.self)
        try call.respond(await self.getPayout(request, context))
      },
      MethodBinding(PayoutServiceMethods.listPayouts) { call, context in
        let request = try call.request(ListPayoutsRequest.self)
        try call.respond(await self.listPayouts(request, context))
      },
      MethodBinding(PayoutServiceMethods.cancelPayout) { call, context in
        let request = try call.request(CancelPayoutRequest.self)
        try call.respond(await self.cancelPayout(request, context))
      },
      MethodBinding(PayoutServiceMethods.requeryPayout) { call, context in
        let request = try call.request(RequeryPayoutRequest.self)
        try call.respond(await self.requeryPayout(request, context))
      },
      MethodBinding(PayoutServiceMethods.replaceDestination) { call, context in
        let request = try call.request(ReplaceDestinationRequest.self)
        try call.respond(await self.replaceDestination(request, context))
      },
      MethodBinding(PayoutServiceMethods.watchPayout) { call, context in
        let request = try call.request(WatchPayoutRequest.self)
        try await self.watchPayout(request, call.responses(Payout.self), context)
      },
    ]
  }
}

/// Sends money from a wallet to the outside: over Lightning, to banks, and to mobile money.
///
/// A payout reserves its amount and the highest fee at once and is then carried out in the
/// background. When the provider does not say what happened, the payout is UNKNOWN and is asked for
/// again by its reference until it is known; it is never sent a second time under another one.
public struct PayoutServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Locks the rate and the amounts of a payout to a bank or to mobile money: for a quarter of an hour
  /// at most, and where a balance in local currency pays for as long as a quote of FxService is open,
  /// half a minute mostly. Nothing is set aside yet.
  ///
  /// A rate that is more than ten percent from the market's, in either direction, counts as none
  /// (`PROVIDER_DOWN`). A balance in local currency pays what is paid out; where more bitcoin is taken
  /// for it than FxService sells that currency for, it pays what those would buy there.
  ///
  /// `LIMIT_EXCEEDED`: the amount is outside of the corridor's bounds.
  public func createPayoutQuote(
    _ request: CreatePayoutQuoteRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> PayoutQuote {
    let response: UnaryResponse<PayoutQuote> =
      try await rpcChannel.unary(PayoutServiceMethods.createPayoutQuote, request, options)
    return response.message
  }

  /// A quote of the caller.
  public func getPayoutQuote(
    _ request: GetPayoutQuoteRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> PayoutQuote {
    let response: UnaryResponse<PayoutQuote> =
      try await rpcChannel.unary(PayoutServiceMethods.getPayoutQuote, request, options)
    return response.message
  }

  /// Sets the amount and the fee limit aside and sends the payout in the background: over Lightning to
  /// an address or invoice, or at a quote to a bank or to mobile money.
  public func createPayout(
    _ request: CreatePayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.createPayout, request, options)
    return response.message
  }

  /// Many payouts over one stream: each is a CreatePayout of its own and is answered on its own, in
  /// the order in which they are done. At most 10 000 in one stream.
  ///
  /// Only `BATCH_TOO_LONG` ends the stream; what is wrong with one payout is in its answer.
  public func batchCreatePayouts(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<BatchCreatePayoutsRequest, BatchCreatePayoutsResponse> {
    try await rpcChannel.bidirectional(PayoutServiceMethods.batchCreatePayouts, options)
  }

  public func getPayout(
    _ request: GetPayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.getPayout, request, options)
    return response.message
  }

  /// The caller's payouts, newest first; an admin may list another user's, or everybody's.
  public func listPayouts(
    _ request: ListPayoutsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListPayoutsResponse {
    let response: UnaryResponse<ListPayoutsResponse> =
      try await rpcChannel.unary(PayoutServiceMethods.listPayouts, request, options)
    return response.message
  }

  /// Takes a payout back that was not handed to the provider yet.
  ///
  /// `ILLEGAL_TRANSITION`: an attempt was recorded.
  public func cancelPayout(
    _ request: CancelPayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.cancelPayout, request, options)
    return response.message
  }

  /// Asks the provider about a payout now, instead of when its turn comes, and also about one that is
  /// over: a bank may have sent the money back. Of a user's payouts one that is under way is asked about
  /// in two seconds and one that is over in a minute, and of those over Lightning only what failed within
  /// 30 days; else the answer is what is known.
  public func requeryPayout(
    _ request: RequeryPayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.requeryPayout, request, options)
    return response.message
  }

  /// A new payout in the place of a FAILED one, to another destination and under a new reference. A
  /// failed payout is replaced once.
  ///
  /// `ILLEGAL_TRANSITION`: it is not FAILED.
  public func replaceDestination(
    _ request: ReplaceDestinationRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Payout {
    let response: UnaryResponse<Payout> =
      try await rpcChannel.unary(PayoutServiceMethods.replaceDestination, request, options)
    return response.message
  }

  /// The payout now, and again after each change, until it is SUCCEEDED, FAILED, CANCELLED or
  /// REVERSED. That a bank sends the money back after SUCCEEDED is told by the event
  /// `payout.reversed`.
  public func watchPayout(
    _ request: WatchPayoutRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Payout> {
    try await rpcChannel.serverStreaming(PayoutServiceMethods.watchPayout, request, options)
  }
}
