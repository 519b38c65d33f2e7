// Generated from oneof.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

public struct Payout: WireMessage {
  public var id: String = ""
  /// How the money leaves.
  public var rail: RailOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    id: String = "",
    rail: RailOneof? = nil
  ) {
    self.id = id
    self.rail = rail
  }

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
    public var unknownFields = UnknownFields()

    public init() {}

    public init(
      number: String = ""
    ) {
      self.number = number
    }
  }
}

extension Payout {
  public static let fullName = "golden.v1.Payout"
  public static let wireLayout = unsafe WireLayout(golden__v1__payout__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Payout.self)
    unsafe self.id = Wire.string(c.pointee.id)
    switch unsafe c.pointee.rail_case.rawValue {
    case 2:
      unsafe self.rail = .lightning(Wire.string(c.pointee.lightning))
    case 3:
      unsafe self.rail = .bank(Wire.message(c.pointee.bank))
    case 4:
      unsafe self.rail = .raw(Wire.array(c.pointee.raw.data, c.pointee.raw.len))
    case 5:
      unsafe self.rail = .none_(c.pointee.none != 0)
    case 6:
      unsafe self.rail = .kind(Payout.Kind(rawValue: c.pointee.kind))
    default: self.rail = nil
    }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Golden__V1__Payout__Bank.self)
    unsafe self.number = Wire.string(c.pointee.number)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__payout__bank__init, keeping: self.unknownFields)
    unsafe c.pointee.number = arena.string(self.number)
    return UnsafeMutableRawPointer(c)
  }
}
