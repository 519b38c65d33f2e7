// Generated from paylyt/common/v1/money.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
public import PayLytRPC

/// Who bears the platform's fee.
public enum FeePayer: WireEnum {
  case unspecified
  /// On top of the price, paid in together with it.
  case client
  /// Out of the price.
  case freelancer
  /// Half each; an odd millisatoshi is the freelancer's.
  case split
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .client
    case 2: self = .freelancer
    case 3: self = .split
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .client: 1
    case .freelancer: 2
    case .split: 3
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .client, .freelancer, .split] }
}

/// An amount of one asset, in whole numbers of its smallest unit. Money is never a float.
public struct Money: WireMessage {
  /// "BTC" (smallest unit: the millisatoshi) or an ISO 4217 code such as "NGN", "KES", "GHS", "USD"
  /// (smallest unit: the currency's minor unit).
  public var asset: String = ""
  /// How many smallest units. Negative only where a field says so.
  public var units: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// An exchange rate as a ratio of integers: `numerator` smallest units of the quoted currency buy
/// `denominator` millisatoshis.
public struct Rate: WireMessage {
  public var numerator: Int64 = 0
  public var denominator: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Money {
  public static let fullName = "paylyt.common.v1.Money"
  public static let wireLayout = unsafe WireLayout(paylyt__common__v1__money__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    asset: String = "",
    units: Int64 = 0
  ) {
    self.init(
      asset: asset,
      units: units,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Common__V1__Money.self)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let units: Int64 = unsafe _c.pointee.units
    unsafe self.init(
      asset: asset,
      units: units,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__common__v1__money__init, keeping: self.unknownFields)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.units = self.units
    return UnsafeMutableRawPointer(c)
  }
}

extension Rate {
  public static let fullName = "paylyt.common.v1.Rate"
  public static let wireLayout = unsafe WireLayout(paylyt__common__v1__rate__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    numerator: Int64 = 0,
    denominator: Int64 = 0
  ) {
    self.init(
      numerator: numerator,
      denominator: denominator,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Common__V1__Rate.self)
    let numerator: Int64 = unsafe _c.pointee.numerator
    let denominator: Int64 = unsafe _c.pointee.denominator
    unsafe self.init(
      numerator: numerator,
      denominator: denominator,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__common__v1__rate__init, keeping: self.unknownFields)
    unsafe c.pointee.numerator = self.numerator
    unsafe c.pointee.denominator = self.denominator
    return UnsafeMutableRawPointer(c)
  }
}
