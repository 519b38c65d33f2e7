// Generated from google/protobuf/wrappers.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// Wrapper message for `double`.
///
/// The JSON representation for `DoubleValue` is JSON number.
public struct ProtoDoubleValue: WireMessage {
  /// The double value.
  public var value: Double = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `float`.
///
/// The JSON representation for `FloatValue` is JSON number.
public struct ProtoFloatValue: WireMessage {
  /// The float value.
  public var value: Float = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `int64`.
///
/// The JSON representation for `Int64Value` is JSON string.
public struct ProtoInt64Value: WireMessage {
  /// The int64 value.
  public var value: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `uint64`.
///
/// The JSON representation for `UInt64Value` is JSON string.
public struct ProtoUInt64Value: WireMessage {
  /// The uint64 value.
  public var value: UInt64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `int32`.
///
/// The JSON representation for `Int32Value` is JSON number.
public struct ProtoInt32Value: WireMessage {
  /// The int32 value.
  public var value: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `uint32`.
///
/// The JSON representation for `UInt32Value` is JSON number.
public struct ProtoUInt32Value: WireMessage {
  /// The uint32 value.
  public var value: UInt32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `bool`.
///
/// The JSON representation for `BoolValue` is JSON `true` and `false`.
public struct ProtoBoolValue: WireMessage {
  /// The bool value.
  public var value: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `string`.
///
/// The JSON representation for `StringValue` is JSON string.
public struct ProtoStringValue: WireMessage {
  /// The string value.
  public var value: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Wrapper message for `bytes`.
///
/// The JSON representation for `BytesValue` is JSON string.
public struct ProtoBytesValue: WireMessage {
  /// The bytes value.
  public var value: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProtoDoubleValue {
  public static let fullName = "google.protobuf.DoubleValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__double_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Double = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self)
    let value: Double = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__double_value__init, keeping: self.unknownFields)
    if self.value.bitPattern != 0 {
      unsafe c.pointee._value_case = .init(rawValue: 1)
      unsafe c.pointee.value = self.value
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoFloatValue {
  public static let fullName = "google.protobuf.FloatValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__float_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Float = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__FloatValue.self)
    let value: Float = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__float_value__init, keeping: self.unknownFields)
    if self.value.bitPattern != 0 {
      unsafe c.pointee._value_case = .init(rawValue: 1)
      unsafe c.pointee.value = self.value
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoInt64Value {
  public static let fullName = "google.protobuf.Int64Value"
  public static let wireLayout = unsafe WireLayout(google__protobuf__int64_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Int64 = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Int64Value.self)
    let value: Int64 = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__int64_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoUInt64Value {
  public static let fullName = "google.protobuf.UInt64Value"
  public static let wireLayout = unsafe WireLayout(google__protobuf__uint64_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: UInt64 = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self)
    let value: UInt64 = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__uint64_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoInt32Value {
  public static let fullName = "google.protobuf.Int32Value"
  public static let wireLayout = unsafe WireLayout(google__protobuf__int32_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Int32 = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Int32Value.self)
    let value: Int32 = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__int32_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoUInt32Value {
  public static let fullName = "google.protobuf.UInt32Value"
  public static let wireLayout = unsafe WireLayout(google__protobuf__uint32_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: UInt32 = 0
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self)
    let value: UInt32 = unsafe _c.pointee.value
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__uint32_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoBoolValue {
  public static let fullName = "google.protobuf.BoolValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__bool_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Bool = false
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__BoolValue.self)
    let value: Bool = unsafe _c.pointee.value != 0
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__bool_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoStringValue {
  public static let fullName = "google.protobuf.StringValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__string_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: String = ""
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__StringValue.self)
    let value: String = unsafe Wire.string(_c.pointee.value)
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__string_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = arena.string(self.value)
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoBytesValue {
  public static let fullName = "google.protobuf.BytesValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__bytes_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: [UInt8] = []
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__BytesValue.self)
    let value: [UInt8] = unsafe Wire.array(_c.pointee.value.data, _c.pointee.value.len)
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__bytes_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = .init(len: self.value.count, data: arena.array(self.value))
    return UnsafeMutableRawPointer(c)
  }
}
