// Generated from oneof.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

public struct Payout: WireMessage {
  public var id: String = ""
  /// How the money leaves.
  public var rail: RailOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified] }
  }

  /// How the money leaves.
  public enum RailOneof: Sendable, Equatable {
    /// A Lightning address.
    case lightning(String)
    case bank(Payout.Bank)
    case raw([UInt8])
    case none_(Bool)
    case kind(Payout.Kind)
  }

  public struct Bank: WireMessage {
    public var number: String = ""
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

extension Payout {
  public static let fullName = "golden.v1.Payout"
  public static let wireLayout = unsafe WireLayout(golden__v1__payout__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    id: String = "",
    rail: RailOneof? = nil
  ) {
    self.init(
      id: id,
      rail: rail,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Payout.self)
    let id: String = unsafe Wire.string(_c.pointee.id)
    let rail: RailOneof?
    switch unsafe _c.pointee.rail_case.rawValue {
    case 2:
      rail = unsafe .lightning(Wire.string(_c.pointee.lightning))
    case 3:
      rail = unsafe .bank(Wire.message(_c.pointee.bank))
    case 4:
      rail = unsafe .raw(Wire.array(_c.pointee.raw.data, _c.pointee.raw.len))
    case 5:
      rail = unsafe .none_(_c.pointee.none != 0)
    case 6:
      rail = unsafe .kind(Payout.Kind(rawValue: _c.pointee.kind))
    default: rail = nil
    }
    unsafe self.init(
      id: id,
      rail: rail,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__payout__init, keeping: self.unknownFields)
    unsafe c.pointee.id = arena.string(self.id)
    switch self.rail {
    case .lightning(let value)?:
      unsafe c.pointee.rail_case = .init(rawValue: 2)
      unsafe c.pointee.lightning = arena.string(value)
    case .bank(let value)?:
      unsafe c.pointee.rail_case = .init(rawValue: 3)
      unsafe c.pointee.bank = arena.message(value)
    case .raw(let value)?:
      unsafe c.pointee.rail_case = .init(rawValue: 4)
      unsafe c.pointee.raw = .init(len: value.count, data: arena.array(value))
    case .none_(let value)?:
      unsafe c.pointee.rail_case = .init(rawValue: 5)
      unsafe c.pointee.none = value ? 1 : 0
    case .kind(let value)?:
      unsafe c.pointee.rail_case = .init(rawValue: 6)
      unsafe c.pointee.kind = value.rawValue
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension Payout.Bank {
  public static let fullName = "golden.v1.Payout.Bank"
  public static let wireLayout = unsafe WireLayout(golden__v1__payout__bank__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    number: String = ""
  ) {
    self.init(
      number: number,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Payout__Bank.self)
    let number: String = unsafe Wire.string(_c.pointee.number)
    unsafe self.init(
      number: number,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__payout__bank__init, keeping: self.unknownFields)
    unsafe c.pointee.number = arena.string(self.number)
    return UnsafeMutableRawPointer(c)
  }
}
