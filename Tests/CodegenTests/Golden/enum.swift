// Generated from enum.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
public import PayLytRPC

/// States of an escrow.
public enum EscrowState: WireEnum {
  case unspecified
  /// The money is held.
  case paidLocked
  case released
  case `default`
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  /// The older name.
  public static var paidOut: Self { .released }

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 2: self = .paidLocked
    case 3: self = .released
    case -1: self = .`default`
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .paidLocked: 2
    case .released: 3
    case .`default`: -1
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .paidLocked, .released, .`default`] }
}

public enum Mixed: WireEnum {
  case mixedA
  case other
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .mixedA
    case 1: self = .other
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .mixedA: 0
    case .other: 1
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.mixedA, .other] }
}

public struct UsesEnum: WireMessage {
  public var state: EscrowState = .unspecified
  public var before: EscrowState? = nil
  public var all: [Mixed] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension UsesEnum {
  public static let fullName = "golden.v1.UsesEnum"
  public static let wireLayout = unsafe WireLayout(golden__v1__uses_enum__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    state: EscrowState = .unspecified,
    before: EscrowState? = nil,
    all: [Mixed] = []
  ) {
    self.init(
      state: state,
      before: before,
      all: all,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__UsesEnum.self)
    let state: EscrowState = unsafe EscrowState(rawValue: _c.pointee.state)
    let before: EscrowState? = unsafe _c.pointee._before_case.rawValue == 0 ? nil : EscrowState(rawValue: _c.pointee.before)
    let all: [Mixed] = unsafe Wire.array(_c.pointee.all, _c.pointee.n_all) { Mixed(rawValue: $0) }
    unsafe self.init(
      state: state,
      before: before,
      all: all,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__uses_enum__init, keeping: self.unknownFields)
    unsafe c.pointee.state = self.state.rawValue
    if let value = self.before {
      unsafe c.pointee._before_case = .init(rawValue: 2)
      unsafe c.pointee.before = value.rawValue
    }
    unsafe c.pointee.all = arena.array(self.all) { $0.rawValue }
    unsafe c.pointee.n_all = self.all.count
    return UnsafeMutableRawPointer(c)
  }
}
