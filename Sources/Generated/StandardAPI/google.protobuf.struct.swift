// Generated from google/protobuf/struct.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// `NullValue` is a singleton enumeration to represent the null value for the
/// `Value` type union.
///
///  The JSON representation for `NullValue` is JSON `null`.
public enum ProtoNullValue: WireEnum {
  /// Null value.
  case nullValue
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .nullValue
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .nullValue: 0
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.nullValue] }
}

/// `Struct` represents a structured data value, consisting of fields
/// which map to dynamically typed values. In some languages, `Struct`
/// might be supported by a native representation. For example, in
/// scripting languages like JS a struct is represented as an
/// object. The details of that representation are described together
/// with the proto support for the language.
///
/// The JSON representation for `Struct` is JSON object.
public struct ProtoStruct: WireMessage {
  /// Unordered map of dynamically typed values.
  public var fields: [String: ProtoValue] = [:]
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// `Value` represents a dynamically typed value which can be either
/// null, a number, a string, a boolean, a recursive struct value, or a
/// list of values. A producer of value is expected to set one of these
/// variants. Absence of any variant indicates an error.
///
/// The JSON representation for `Value` is JSON value.
public struct ProtoValue: WireMessage {
  /// The kind of value.
  public var kind: KindOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// The kind of value.
  public enum KindOneof: Sendable, Equatable {
    /// Represents a null value.
    case nullValue(ProtoNullValue)
    /// Represents a double value.
    case numberValue(Double)
    /// Represents a string value.
    case stringValue(String)
    /// Represents a boolean value.
    case boolValue(Bool)
    /// Represents a structured value.
    case structValue(ProtoStruct)
    /// Represents a repeated `Value`.
    case listValue(ProtoListValue)
  }
}

/// `ListValue` is a wrapper around a repeated field of values.
///
/// The JSON representation for `ListValue` is JSON array.
public struct ProtoListValue: WireMessage {
  /// Repeated field of dynamically typed values.
  public var values: [ProtoValue] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProtoStruct {
  public static let fullName = "google.protobuf.Struct"
  public static let wireLayout = unsafe WireLayout(google__protobuf__struct__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    fields: [String: ProtoValue] = [:]
  ) {
    self.init(
      fields: fields,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Struct.self)
    let fields: [String: ProtoValue] = unsafe Wire.dictionary(_c.pointee.fields, _c.pointee.n_fields) {
      unsafe (Wire.string($0.key), Wire.message($0.value))
    }
    unsafe self.init(
      fields: fields,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__struct__init, keeping: self.unknownFields)
    unsafe c.pointee.fields = arena.entries(self.fields) { key, value in
      let entry = unsafe arena.make(google__protobuf__struct__fields_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee.value = arena.message(value)
      return unsafe entry
    }
    unsafe c.pointee.n_fields = self.fields.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoValue {
  public static let fullName = "google.protobuf.Value"
  public static let wireLayout = unsafe WireLayout(google__protobuf__value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kind: KindOneof? = nil
  ) {
    self.init(
      kind: kind,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Value.self)
    let kind: KindOneof?
    switch unsafe _c.pointee.kind_case.rawValue {
    case 1:
      kind = unsafe .nullValue(ProtoNullValue(rawValue: _c.pointee.null_value))
    case 2:
      kind = unsafe .numberValue(_c.pointee.number_value)
    case 3:
      kind = unsafe .stringValue(Wire.string(_c.pointee.string_value))
    case 4:
      kind = unsafe .boolValue(_c.pointee.bool_value != 0)
    case 5:
      kind = unsafe .structValue(Wire.message(_c.pointee.struct_value))
    case 6:
      kind = unsafe .listValue(Wire.message(_c.pointee.list_value))
    default: kind = nil
    }
    unsafe self.init(
      kind: kind,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__value__init, keeping: self.unknownFields)
    switch self.kind {
    case .nullValue(let value)?:
      unsafe c.pointee.kind_case = .init(rawValue: 1)
      unsafe c.pointee.null_value = value.rawValue
    case .numberValue(let value)?:
      unsafe c.pointee.kind_case = .init(rawValue: 2)
      unsafe c.pointee.number_value = value
    case .stringValue(let value)?:
      unsafe c.pointee.kind_case = .init(rawValue: 3)
      unsafe c.pointee.string_value = arena.string(value)
    case .boolValue(let value)?:
      unsafe c.pointee.kind_case = .init(rawValue: 4)
      unsafe c.pointee.bool_value = value ? 1 : 0
    case .structValue(let value)?:
      unsafe c.pointee.kind_case = .init(rawValue: 5)
      unsafe c.pointee.struct_value = arena.message(value)
    case .listValue(let value)?:
      unsafe c.pointee.kind_case = .init(rawValue: 6)
      unsafe c.pointee.list_value = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoListValue {
  public static let fullName = "google.protobuf.ListValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__list_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    values: [ProtoValue] = []
  ) {
    self.init(
      values: values,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__ListValue.self)
    let values: [ProtoValue] = unsafe Wire.array(_c.pointee.values, _c.pointee.n_values) { unsafe Wire.message($0) }
    unsafe self.init(
      values: values,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__list_value__init, keeping: self.unknownFields)
    unsafe c.pointee.values = arena.array(self.values) { unsafe arena.message($0) }
    unsafe c.pointee.n_values = self.values.count
    return UnsafeMutableRawPointer(c)
  }
}
