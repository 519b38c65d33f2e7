// Generated from paylyt/fx/v1/fx.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct GetRateRequest: WireMessage {
  /// NGN, KES, GHS or USD.
  public var currency: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ExchangeRate: WireMessage {
  public var currency: String = ""
  /// What the market says, in minor units of the currency for millisatoshis.
  public var mid: Rate? = nil
  /// What somebody gets who changes BTC into the currency.
  public var sellBitcoin: Rate? = nil
  /// What somebody pays who changes the currency into BTC.
  public var buyBitcoin: Rate? = nil
  /// The difference between the market's rate and the other two, in hundredths of a percent.
  public var spreadBasisPoints: Int32 = 0
  /// When the market said so.
  public var rateTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CreateQuoteRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// What is given: BTC or a currency.
  public var fromAsset: String = ""
  /// What is received: a currency or BTC.
  public var toAsset: String = ""
  public var amount: AmountOneof? = nil
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum AmountOneof: Sendable, Equatable {
    /// Give exactly this many smallest units of `from_asset`: of BTC 1 to 100 000 000 000
    /// millisatoshis, of a currency 1 to 1 000 000 000 000 minor units.
    case fromUnits(Int64)
    /// Receive exactly this many smallest units of `to_asset`, within the same bounds.
    case toUnits(Int64)
  }
}

public struct Quote: WireMessage {
  /// `quotes/{uuid}`.
  public var name: String = ""
  public var state: Quote.State = .unspecified
  public var from: Money? = nil
  public var to: Money? = nil
  /// The locked rate: minor units of the currency for millisatoshis.
  public var rate: Rate? = nil
  /// What the platform keeps, in `to`'s asset; not part of `to`.
  public var spread: Money? = nil
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// `conversions/{uuid}` when EXECUTED.
  public var conversion: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// Can be executed until `expire_time`.
    case open
    /// Final: see `conversion`.
    case executed
    /// Final: its time is over.
    case expired
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .open
      case 2: self = .executed
      case 3: self = .expired
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .open: 1
      case .executed: 2
      case .expired: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .open, .executed, .expired] }
  }
}

public struct GetQuoteRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ExecuteQuoteRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Conversion: WireMessage {
  /// `conversions/{uuid}`.
  public var name: String = ""
  public var user: String = ""
  public var from: Money? = nil
  public var to: Money? = nil
  /// The rate that was locked: minor units of the currency for millisatoshis.
  public var rate: Rate? = nil
  public var spread: Money? = nil
  /// `quotes/{uuid}`; empty when an escrow was released with a conversion.
  public var quote: String = ""
  /// `escrows/{uuid}` when the money came from a release.
  public var escrow: String = ""
  public var ledgerTransaction: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetConversionRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListConversionsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Whose: `users/{uuid}`, or `users/-` for everybody's; the caller's when empty. Only admins name
  /// others.
  public var parent: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `from_asset` and `to_asset` with
  /// `=` and `!=`; `create_time` ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`, `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListConversionsResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var conversions: [Conversion] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension GetRateRequest {
  public static let fullName = "paylyt.fx.v1.GetRateRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__get_rate_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    currency: String = ""
  ) {
    self.init(
      currency: currency,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__GetRateRequest.self)
    let currency: String = unsafe Wire.string(_c.pointee.currency)
    unsafe self.init(
      currency: currency,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__get_rate_request__init, keeping: self.unknownFields)
    unsafe c.pointee.currency = arena.string(self.currency)
    return UnsafeMutableRawPointer(c)
  }
}

extension ExchangeRate {
  public static let fullName = "paylyt.fx.v1.ExchangeRate"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__exchange_rate__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    currency: String = "",
    mid: Rate? = nil,
    sellBitcoin: Rate? = nil,
    buyBitcoin: Rate? = nil,
    spreadBasisPoints: Int32 = 0,
    rateTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      currency: currency,
      mid: mid,
      sellBitcoin: sellBitcoin,
      buyBitcoin: buyBitcoin,
      spreadBasisPoints: spreadBasisPoints,
      rateTime: rateTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__ExchangeRate.self)
    let currency: String = unsafe Wire.string(_c.pointee.currency)
    let mid: Rate? = unsafe Wire.messageIfPresent(_c.pointee.mid)
    let sellBitcoin: Rate? = unsafe Wire.messageIfPresent(_c.pointee.sell_bitcoin)
    let buyBitcoin: Rate? = unsafe Wire.messageIfPresent(_c.pointee.buy_bitcoin)
    let spreadBasisPoints: Int32 = unsafe _c.pointee.spread_basis_points
    let rateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.rate_time)
    unsafe self.init(
      currency: currency,
      mid: mid,
      sellBitcoin: sellBitcoin,
      buyBitcoin: buyBitcoin,
      spreadBasisPoints: spreadBasisPoints,
      rateTime: rateTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__exchange_rate__init, keeping: self.unknownFields)
    unsafe c.pointee.currency = arena.string(self.currency)
    unsafe c.pointee.mid = arena.messageIfPresent(self.mid)
    unsafe c.pointee.sell_bitcoin = arena.messageIfPresent(self.sellBitcoin)
    unsafe c.pointee.buy_bitcoin = arena.messageIfPresent(self.buyBitcoin)
    unsafe c.pointee.spread_basis_points = self.spreadBasisPoints
    unsafe c.pointee.rate_time = arena.messageIfPresent(self.rateTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateQuoteRequest {
  public static let fullName = "paylyt.fx.v1.CreateQuoteRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__create_quote_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    fromAsset: String = "",
    toAsset: String = "",
    amount: AmountOneof? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      fromAsset: fromAsset,
      toAsset: toAsset,
      amount: amount,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__CreateQuoteRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let fromAsset: String = unsafe Wire.string(_c.pointee.from_asset)
    let toAsset: String = unsafe Wire.string(_c.pointee.to_asset)
    let amount: AmountOneof?
    switch unsafe _c.pointee.amount_case.rawValue {
    case 4:
      amount = unsafe .fromUnits(_c.pointee.from_units)
    case 5:
      amount = unsafe .toUnits(_c.pointee.to_units)
    default: amount = nil
    }
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      fromAsset: fromAsset,
      toAsset: toAsset,
      amount: amount,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__create_quote_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.from_asset = arena.string(self.fromAsset)
    unsafe c.pointee.to_asset = arena.string(self.toAsset)
    switch self.amount {
    case .fromUnits(let value)?:
      unsafe c.pointee.amount_case = .init(rawValue: 4)
      unsafe c.pointee.from_units = value
    case .toUnits(let value)?:
      unsafe c.pointee.amount_case = .init(rawValue: 5)
      unsafe c.pointee.to_units = value
    case nil: break
    }
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension Quote {
  public static let fullName = "paylyt.fx.v1.Quote"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__quote__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    state: Quote.State = .unspecified,
    from: Money? = nil,
    to: Money? = nil,
    rate: Rate? = nil,
    spread: Money? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    conversion: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      state: state,
      from: from,
      to: to,
      rate: rate,
      spread: spread,
      expireTime: expireTime,
      conversion: conversion,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__Quote.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let state: Quote.State = unsafe Quote.State(rawValue: _c.pointee.state)
    let from: Money? = unsafe Wire.messageIfPresent(_c.pointee.from)
    let to: Money? = unsafe Wire.messageIfPresent(_c.pointee.to)
    let rate: Rate? = unsafe Wire.messageIfPresent(_c.pointee.rate)
    let spread: Money? = unsafe Wire.messageIfPresent(_c.pointee.spread)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let conversion: String = unsafe Wire.string(_c.pointee.conversion)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      state: state,
      from: from,
      to: to,
      rate: rate,
      spread: spread,
      expireTime: expireTime,
      conversion: conversion,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__quote__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.from = arena.messageIfPresent(self.from)
    unsafe c.pointee.to = arena.messageIfPresent(self.to)
    unsafe c.pointee.rate = arena.messageIfPresent(self.rate)
    unsafe c.pointee.spread = arena.messageIfPresent(self.spread)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.conversion = arena.string(self.conversion)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetQuoteRequest {
  public static let fullName = "paylyt.fx.v1.GetQuoteRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__get_quote_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__GetQuoteRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__get_quote_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ExecuteQuoteRequest {
  public static let fullName = "paylyt.fx.v1.ExecuteQuoteRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__execute_quote_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__ExecuteQuoteRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__execute_quote_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension Conversion {
  public static let fullName = "paylyt.fx.v1.Conversion"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__conversion__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    user: String = "",
    from: Money? = nil,
    to: Money? = nil,
    rate: Rate? = nil,
    spread: Money? = nil,
    quote: String = "",
    escrow: String = "",
    ledgerTransaction: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      name: name,
      user: user,
      from: from,
      to: to,
      rate: rate,
      spread: spread,
      quote: quote,
      escrow: escrow,
      ledgerTransaction: ledgerTransaction,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__Conversion.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let from: Money? = unsafe Wire.messageIfPresent(_c.pointee.from)
    let to: Money? = unsafe Wire.messageIfPresent(_c.pointee.to)
    let rate: Rate? = unsafe Wire.messageIfPresent(_c.pointee.rate)
    let spread: Money? = unsafe Wire.messageIfPresent(_c.pointee.spread)
    let quote: String = unsafe Wire.string(_c.pointee.quote)
    let escrow: String = unsafe Wire.string(_c.pointee.escrow)
    let ledgerTransaction: String = unsafe Wire.string(_c.pointee.ledger_transaction)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      name: name,
      user: user,
      from: from,
      to: to,
      rate: rate,
      spread: spread,
      quote: quote,
      escrow: escrow,
      ledgerTransaction: ledgerTransaction,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__conversion__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.from = arena.messageIfPresent(self.from)
    unsafe c.pointee.to = arena.messageIfPresent(self.to)
    unsafe c.pointee.rate = arena.messageIfPresent(self.rate)
    unsafe c.pointee.spread = arena.messageIfPresent(self.spread)
    unsafe c.pointee.quote = arena.string(self.quote)
    unsafe c.pointee.escrow = arena.string(self.escrow)
    unsafe c.pointee.ledger_transaction = arena.string(self.ledgerTransaction)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetConversionRequest {
  public static let fullName = "paylyt.fx.v1.GetConversionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__get_conversion_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__GetConversionRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__get_conversion_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListConversionsRequest {
  public static let fullName = "paylyt.fx.v1.ListConversionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__list_conversions_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__ListConversionsRequest.self)
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
    let c = unsafe arena.make(paylyt__fx__v1__list_conversions_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListConversionsResponse {
  public static let fullName = "paylyt.fx.v1.ListConversionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__fx__v1__list_conversions_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    conversions: [Conversion] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      conversions: conversions,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Fx__V1__ListConversionsResponse.self)
    let conversions: [Conversion] = unsafe Wire.array(_c.pointee.conversions, _c.pointee.n_conversions) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      conversions: conversions,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__fx__v1__list_conversions_response__init, keeping: self.unknownFields)
    unsafe c.pointee.conversions = arena.array(self.conversions) { unsafe arena.message($0) }
    unsafe c.pointee.n_conversions = self.conversions.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetRateRequest {
  private static let currencyRule = TextRule(required: true, choices: ["NGN", "KES", "GHS", "USD"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.currency, Self.currencyRule, "currency")
  }
}

extension CreateQuoteRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let fromAssetRule = TextRule(required: true, choices: ["BTC", "NGN", "KES", "GHS", "USD"])
  private static let toAssetRule = TextRule(required: true, choices: ["BTC", "NGN", "KES", "GHS", "USD"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.fromAsset, Self.fromAssetRule, "from_asset")
    found.text(self.toAsset, Self.toAssetRule, "to_asset")
    if case .fromUnits(let value)? = self.amount {
      found.number(value, NumberRule(1...1000000000000), "from_units")
    }
    if case .toUnits(let value)? = self.amount {
      found.number(value, NumberRule(1...1000000000000), "to_units")
    }
  }
}

extension GetQuoteRequest {
  private static let nameRule = TextRule(required: true, patterns: ["quotes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ExecuteQuoteRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["quotes/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
  }
}

extension GetConversionRequest {
  private static let nameRule = TextRule(required: true, patterns: ["conversions/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListConversionsRequest {
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

/// The methods of `paylyt.fx.v1.FxService`.
public enum FxServiceMethods {
  public static let serviceName = "paylyt.fx.v1.FxService"

  public static let getRate = MethodDescriptor(
    service: serviceName,
    method: "GetRate",
    kind: .unary,
    requestType: "paylyt.fx.v1.GetRateRequest",
    responseType: "paylyt.fx.v1.ExchangeRate",
    options: MethodOptions(
      permission: "fx.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["PROVIDER_DOWN", "PROVIDER_REFUSED", "RATE_UNAVAILABLE"]))

  public static let createQuote = MethodDescriptor(
    service: serviceName,
    method: "CreateQuote",
    kind: .unary,
    requestType: "paylyt.fx.v1.CreateQuoteRequest",
    responseType: "paylyt.fx.v1.Quote",
    options: MethodOptions(
      permission: "fx.convert",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["AMOUNT_TOO_SMALL", "PROVIDER_DOWN", "PROVIDER_REFUSED", "RATE_UNAVAILABLE"]))

  public static let getQuote = MethodDescriptor(
    service: serviceName,
    method: "GetQuote",
    kind: .unary,
    requestType: "paylyt.fx.v1.GetQuoteRequest",
    responseType: "paylyt.fx.v1.Quote",
    options: MethodOptions(
      permission: "fx.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let executeQuote = MethodDescriptor(
    service: serviceName,
    method: "ExecuteQuote",
    kind: .unary,
    requestType: "paylyt.fx.v1.ExecuteQuoteRequest",
    responseType: "paylyt.fx.v1.Conversion",
    options: MethodOptions(
      permission: "fx.convert",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["EXPOSURE_LIMIT", "INSUFFICIENT_FUNDS", "QUOTE_EXPIRED", "QUOTE_USED", "WALLET_FROZEN"]))

  public static let getConversion = MethodDescriptor(
    service: serviceName,
    method: "GetConversion",
    kind: .unary,
    requestType: "paylyt.fx.v1.GetConversionRequest",
    responseType: "paylyt.fx.v1.Conversion",
    options: MethodOptions(
      permission: "fx.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listConversions = MethodDescriptor(
    service: serviceName,
    method: "ListConversions",
    kind: .unary,
    requestType: "paylyt.fx.v1.ListConversionsRequest",
    responseType: "paylyt.fx.v1.ListConversionsResponse",
    options: MethodOptions(
      permission: "fx.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getRate, createQuote, getQuote, executeQuote, getConversion, listConversions]
}

extension FxServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getRate, GetRateRequest.self, ExchangeRate.self),
    MethodTypes(createQuote, CreateQuoteRequest.self, Quote.self),
    MethodTypes(getQuote, GetQuoteRequest.self, Quote.self),
    MethodTypes(executeQuote, ExecuteQuoteRequest.self, Conversion.self),
    MethodTypes(getConversion, GetConversionRequest.self, Conversion.self),
    MethodTypes(listConversions, ListConversionsRequest.self, ListConversionsResponse.self),
  ]
}

/// Changes bitcoin of a wallet into local currency and back.
///
/// A quote locks a rate for a short time; executing it moves exactly the amounts that it shows, once.
/// One side of every conversion is BTC. What the receiver gets is rounded down to whole smallest
/// units, so changing money there and back never makes more of it.
public protocol FxServiceHandler: RPCService {
  /// What a bitcoin costs now: the market's rate and the two rates that a quote would lock.
  func getRate(
    _ request: GetRateRequest,
    _ context: ServerContext
  ) async throws -> ExchangeRate

  /// Locks a rate for the caller. Nothing is set aside: the wallet is looked at when the quote is
  /// executed.
  func createQuote(
    _ request: CreateQuoteRequest,
    _ context: ServerContext
  ) async throws -> Quote

  /// A quote of the caller.
  func getQuote(
    _ request: GetQuoteRequest,
    _ context: ServerContext
  ) async throws -> Quote

  /// Carries out a quote of the caller, once, in one ledger transaction.
  func executeQuote(
    _ request: ExecuteQuoteRequest,
    _ context: ServerContext
  ) async throws -> Conversion

  /// A conversion of the caller; an admin may read anybody's.
  func getConversion(
    _ request: GetConversionRequest,
    _ context: ServerContext
  ) async throws -> Conversion

  /// The caller's conversions, newest first; an admin may list another user's, or everybody's.
  func listConversions(
    _ request: ListConversionsRequest,
    _ context: ServerContext
  ) async throws -> ListConversionsResponse
}

extension FxServiceHandler {
  public static var serviceName: String { FxServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(FxServiceMethods.getRate) { call, context in
        let request = try call.request(GetRateRequest.self)
        try call.respond(await self.getRate(request, context))
      },
      MethodBinding(FxServiceMethods.createQuote) { call, context in
        let request = try call.request(CreateQuoteRequest.self)
        try call.respond(await self.createQuote(request, context))
      },
      MethodBinding(FxServiceMethods.getQuote) { call, context in
        let request = try call.request(GetQuoteRequest.self)
        try call.respond(await self.getQuote(request, context))
      },
      MethodBinding(FxServiceMethods.executeQuote) { call, context in
        let request = try call.request(ExecuteQuoteRequest.self)
        try call.respond(await self.executeQuote(request, context))
      },
      MethodBinding(FxServiceMethods.getConversion) { call, context in
        let request = try call.request(GetConversionRequest.self)
        try call.respond(await self.getConversion(request, context))
      },
      MethodBinding(FxServiceMethods.listConversions) { call, context in
        let request = try call.request(ListConversionsRequest.self)
        try call.respond(await self.listConversions(request, context))
      },
    ]
  }
}

/// Changes bitcoin of a wallet into local currency and back.
///
/// A quote locks a rate for a short time; executing it moves exactly the amounts that it shows, once.
/// One side of every conversion is BTC. What the receiver gets is rounded down to whole smallest
/// units, so changing money there and back never makes more of it.
public struct FxServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// What a bitcoin costs now: the market's rate and the two rates that a quote would lock.
  public func getRate(
    _ request: GetRateRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ExchangeRate {
    let response: UnaryResponse<ExchangeRate> =
      try await rpcChannel.unary(FxServiceMethods.getRate, request, options)
    return response.message
  }

  /// Locks a rate for the caller. Nothing is set aside: the wallet is looked at when the quote is
  /// executed.
  public func createQuote(
    _ request: CreateQuoteRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Quote {
    let response: UnaryResponse<Quote> =
      try await rpcChannel.unary(FxServiceMethods.createQuote, request, options)
    return response.message
  }

  /// A quote of the caller.
  public func getQuote(
    _ request: GetQuoteRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Quote {
    let response: UnaryResponse<Quote> =
      try await rpcChannel.unary(FxServiceMethods.getQuote, request, options)
    return response.message
  }

  /// Carries out a quote of the caller, once, in one ledger transaction.
  public func executeQuote(
    _ request: ExecuteQuoteRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Conversion {
    let response: UnaryResponse<Conversion> =
      try await rpcChannel.unary(FxServiceMethods.executeQuote, request, options)
    return response.message
  }

  /// A conversion of the caller; an admin may read anybody's.
  public func getConversion(
    _ request: GetConversionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Conversion {
    let response: UnaryResponse<Conversion> =
      try await rpcChannel.unary(FxServiceMethods.getConversion, request, options)
    return response.message
  }

  /// The caller's conversions, newest first; an admin may list another user's, or everybody's.
  public func listConversions(
    _ request: ListConversionsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListConversionsResponse {
    let response: UnaryResponse<ListConversionsResponse> =
      try await rpcChannel.unary(FxServiceMethods.listConversions, request, options)
    return response.message
  }
}
