// Generated from bare.proto by protoc-gen-paylyt. Do not edit.

import CTestAPI
public import PayLytRPC

public enum BareKind: WireEnum {
  case none
  case `some`
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .none
    case 1: self = .`some`
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .none: 0
    case .`some`: 1
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.none, .`some`] }
}

public struct Bare: WireMessage {
  public var inner: Bare? {
    get { _inner?.message }
    set { _inner = newValue.map(Boxed.init) }
  }
  private var _inner: Boxed<Bare>?
  public var kind: BareKind = .none
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Bare {
  public static let fullName = "Bare"
  public static let wireLayout = unsafe WireLayout(bare__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    inner: Bare? = nil,
    kind: BareKind = .none
  ) {
    self.init(
      _inner: inner.map(Boxed.init),
      kind: kind,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: CTestAPI.Bare.self)
    let inner: Bare? = unsafe Wire.messageIfPresent(_c.pointee.inner)
    let kind: BareKind = unsafe BareKind(rawValue: _c.pointee.kind)
    unsafe self.init(
      _inner: inner.map(Boxed.init),
      kind: kind,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(bare__init, keeping: self.unknownFields)
    unsafe c.pointee.inner = arena.messageIfPresent(self.inner)
    unsafe c.pointee.kind = self.kind.rawValue
    return UnsafeMutableRawPointer(c)
  }
}
