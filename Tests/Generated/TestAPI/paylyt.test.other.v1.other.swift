// Generated from paylyt/test/other/v1/other.proto by protoc-gen-paylyt. Do not edit.

import CTestAPI
public import PayLytRPC

public enum OtherColor: WireEnum {
  case unspecified
  case red
  case blue
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .red
    case 7: self = .blue
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .red: 1
    case .blue: 7
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .red, .blue] }
}

/// Has the name of a message in the importing package.
public struct OtherEverything: WireMessage {
  public var note: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension OtherEverything {
  public static let fullName = "paylyt.test.other.v1.Everything"
  public static let wireLayout = unsafe WireLayout(paylyt__test__other__v1__everything__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    note: String = ""
  ) {
    self.init(
      note: note,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Test__Other__V1__Everything.self)
    let note: String = unsafe Wire.string(_c.pointee.note)
    unsafe self.init(
      note: note,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__test__other__v1__everything__init, keeping: self.unknownFields)
    unsafe c.pointee.note = arena.string(self.note)
    return UnsafeMutableRawPointer(c)
  }
}
