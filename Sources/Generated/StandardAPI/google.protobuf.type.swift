// Generated from google/protobuf/type.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// The syntax in which a protocol buffer element is defined.
public enum ProtoSyntax: WireEnum {
  /// Syntax `proto2`.
  case proto2
  /// Syntax `proto3`.
  case proto3
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .proto2
    case 1: self = .proto3
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .proto2: 0
    case .proto3: 1
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.proto2, .proto3] }
}

/// A protocol buffer message type.
public struct ProtoType: WireMessage {
  /// The fully qualified message name.
  public var name: String = ""
  /// The list of fields.
  public var fields: [ProtoField] = []
  /// The list of types appearing in `oneof` definitions in this type.
  public var oneofs: [String] = []
  /// The protocol buffer options.
  public var options: [ProtoOption] = []
  /// The source context.
  public var sourceContext: ProtoSourceContext? = nil
  /// The source syntax.
  public var syntax: ProtoSyntax = .proto2
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A single field of a message type.
public struct ProtoField: WireMessage {
  /// The field type.
  public var kind: ProtoField.Kind = .typeUnknown
  /// The field cardinality.
  public var cardinality: ProtoField.Cardinality = .unknown
  /// The field number.
  public var number: Int32 = 0
  /// The field name.
  public var name: String = ""
  /// The field type URL, without the scheme, for message or enumeration
  /// types. Example: `"type.googleapis.com/google.protobuf.Timestamp"`.
  public var typeURL: String = ""
  /// The index of the field type in `Type.oneofs`, for message or enumeration
  /// types. The first type has index 1; zero means the type is not in the list.
  public var oneofIndex: Int32 = 0
  /// Whether to use alternative packed wire representation.
  public var packed: Bool = false
  /// The protocol buffer options.
  public var options: [ProtoOption] = []
  /// The field JSON name.
  public var jsonName: String = ""
  /// The string value of the default value of this field. Proto2 syntax only.
  public var defaultValue: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  /// Basic field types.
  public enum Kind: WireEnum {
    /// Field type unknown.
    case typeUnknown
    /// Field type double.
    case typeDouble
    /// Field type float.
    case typeFloat
    /// Field type int64.
    case typeInt64
    /// Field type uint64.
    case typeUint64
    /// Field type int32.
    case typeInt32
    /// Field type fixed64.
    case typeFixed64
    /// Field type fixed32.
    case typeFixed32
    /// Field type bool.
    case typeBool
    /// Field type string.
    case typeString
    /// Field type group. Proto2 syntax only, and deprecated.
    case typeGroup
    /// Field type message.
    case typeMessage
    /// Field type bytes.
    case typeBytes
    /// Field type uint32.
    case typeUint32
    /// Field type enum.
    case typeEnum
    /// Field type sfixed32.
    case typeSfixed32
    /// Field type sfixed64.
    case typeSfixed64
    /// Field type sint32.
    case typeSint32
    /// Field type sint64.
    case typeSint64
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .typeUnknown
      case 1: self = .typeDouble
      case 2: self = .typeFloat
      case 3: self = .typeInt64
      case 4: self = .typeUint64
      case 5: self = .typeInt32
      case 6: self = .typeFixed64
      case 7: self = .typeFixed32
      case 8: self = .typeBool
      case 9: self = .typeString
      case 10: self = .typeGroup
      case 11: self = .typeMessage
      case 12: self = .typeBytes
      case 13: self = .typeUint32
      case 14: self = .typeEnum
      case 15: self = .typeSfixed32
      case 16: self = .typeSfixed64
      case 17: self = .typeSint32
      case 18: self = .typeSint64
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .typeUnknown: 0
      case .typeDouble: 1
      case .typeFloat: 2
      case .typeInt64: 3
      case .typeUint64: 4
      case .typeInt32: 5
      case .typeFixed64: 6
      case .typeFixed32: 7
      case .typeBool: 8
      case .typeString: 9
      case .typeGroup: 10
      case .typeMessage: 11
      case .typeBytes: 12
      case .typeUint32: 13
      case .typeEnum: 14
      case .typeSfixed32: 15
      case .typeSfixed64: 16
      case .typeSint32: 17
      case .typeSint64: 18
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.typeUnknown, .typeDouble, .typeFloat, .typeInt64, .typeUint64, .typeInt32, .typeFixed64, .typeFixed32, .typeBool, .typeString, .typeGroup, .typeMessage, .typeBytes, .typeUint32, .typeEnum, .typeSfixed32, .typeSfixed64, .typeSint32, .typeSint64] }
  }

  /// Whether a field is optional, required, or repeated.
  public enum Cardinality: WireEnum {
    /// For fields with unknown cardinality.
    case unknown
    /// For optional fields.
    case optional
    /// For required fields. Proto2 syntax only.
    case required
    /// For repeated fields.
    case repeated
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .optional
      case 2: self = .required
      case 3: self = .repeated
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .optional: 1
      case .required: 2
      case .repeated: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unknown, .optional, .required, .repeated] }
  }
}

/// Enum type definition.
public struct ProtoEnum: WireMessage {
  /// Enum type name.
  public var name: String = ""
  /// Enum value definitions.
  public var enumvalue: [ProtoEnumValue] = []
  /// Protocol buffer options.
  public var options: [ProtoOption] = []
  /// The source context.
  public var sourceContext: ProtoSourceContext? = nil
  /// The source syntax.
  public var syntax: ProtoSyntax = .proto2
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Enum value definition.
public struct ProtoEnumValue: WireMessage {
  /// Enum value name.
  public var name: String = ""
  /// Enum value number.
  public var number: Int32 = 0
  /// Protocol buffer options.
  public var options: [ProtoOption] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A protocol buffer option, which can be attached to a message, field,
/// enumeration, etc.
public struct ProtoOption: WireMessage {
  /// The option's name. For protobuf built-in options (options defined in
  /// descriptor.proto), this is the short name. For example, `"map_entry"`.
  /// For custom options, it should be the fully-qualified name. For example,
  /// `"google.api.http"`.
  public var name: String = ""
  /// The option's value packed in an Any message. If the value is a primitive,
  /// the corresponding wrapper type defined in google/protobuf/wrappers.proto
  /// should be used. If the value is an enum, it should be stored as an int32
  /// value using the google.protobuf.Int32Value type.
  public var value: ProtoAny? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProtoType {
  public static let fullName = "google.protobuf.Type"
  public static let wireLayout = unsafe WireLayout(google__protobuf__type__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    fields: [ProtoField] = [],
    oneofs: [String] = [],
    options: [ProtoOption] = [],
    sourceContext: ProtoSourceContext? = nil,
    syntax: ProtoSyntax = .proto2
  ) {
    self.init(
      name: name,
      fields: fields,
      oneofs: oneofs,
      options: options,
      sourceContext: sourceContext,
      syntax: syntax,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Type.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let fields: [ProtoField] = unsafe Wire.array(_c.pointee.fields, _c.pointee.n_fields) { unsafe Wire.message($0) }
    let oneofs: [String] = unsafe Wire.array(_c.pointee.oneofs, _c.pointee.n_oneofs) { unsafe Wire.string($0) }
    let options: [ProtoOption] = unsafe Wire.array(_c.pointee.options, _c.pointee.n_options) { unsafe Wire.message($0) }
    let sourceContext: ProtoSourceContext? = unsafe Wire.messageIfPresent(_c.pointee.source_context)
    let syntax: ProtoSyntax = unsafe ProtoSyntax(rawValue: _c.pointee.syntax)
    unsafe self.init(
      name: name,
      fields: fields,
      oneofs: oneofs,
      options: options,
      sourceContext: sourceContext,
      syntax: syntax,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__type__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.fields = arena.array(self.fields) { unsafe arena.message($0) }
    unsafe c.pointee.n_fields = self.fields.count
    unsafe c.pointee.oneofs = arena.array(self.oneofs) { unsafe arena.string($0) }
    unsafe c.pointee.n_oneofs = self.oneofs.count
    unsafe c.pointee.options = arena.array(self.options) { unsafe arena.message($0) }
    unsafe c.pointee.n_options = self.options.count
    unsafe c.pointee.source_context = arena.messageIfPresent(self.sourceContext)
    unsafe c.pointee.syntax = self.syntax.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoField {
  public static let fullName = "google.protobuf.Field"
  public static let wireLayout = unsafe WireLayout(google__protobuf__field__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    kind: ProtoField.Kind = .typeUnknown,
    cardinality: ProtoField.Cardinality = .unknown,
    number: Int32 = 0,
    name: String = "",
    typeURL: String = "",
    oneofIndex: Int32 = 0,
    packed: Bool = false,
    options: [ProtoOption] = [],
    jsonName: String = "",
    defaultValue: String = ""
  ) {
    self.init(
      kind: kind,
      cardinality: cardinality,
      number: number,
      name: name,
      typeURL: typeURL,
      oneofIndex: oneofIndex,
      packed: packed,
      options: options,
      jsonName: jsonName,
      defaultValue: defaultValue,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Field.self)
    let kind: ProtoField.Kind = unsafe ProtoField.Kind(rawValue: _c.pointee.kind)
    let cardinality: ProtoField.Cardinality = unsafe ProtoField.Cardinality(rawValue: _c.pointee.cardinality)
    let number: Int32 = unsafe _c.pointee.number
    let name: String = unsafe Wire.string(_c.pointee.name)
    let typeURL: String = unsafe Wire.string(_c.pointee.type_url)
    let oneofIndex: Int32 = unsafe _c.pointee.oneof_index
    let packed: Bool = unsafe _c.pointee.packed != 0
    let options: [ProtoOption] = unsafe Wire.array(_c.pointee.options, _c.pointee.n_options) { unsafe Wire.message($0) }
    let jsonName: String = unsafe Wire.string(_c.pointee.json_name)
    let defaultValue: String = unsafe Wire.string(_c.pointee.default_value)
    unsafe self.init(
      kind: kind,
      cardinality: cardinality,
      number: number,
      name: name,
      typeURL: typeURL,
      oneofIndex: oneofIndex,
      packed: packed,
      options: options,
      jsonName: jsonName,
      defaultValue: defaultValue,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__field__init, keeping: self.unknownFields)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.cardinality = self.cardinality.rawValue
    unsafe c.pointee.number = self.number
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.type_url = arena.string(self.typeURL)
    unsafe c.pointee.oneof_index = self.oneofIndex
    unsafe c.pointee.packed = self.packed ? 1 : 0
    unsafe c.pointee.options = arena.array(self.options) { unsafe arena.message($0) }
    unsafe c.pointee.n_options = self.options.count
    unsafe c.pointee.json_name = arena.string(self.jsonName)
    unsafe c.pointee.default_value = arena.string(self.defaultValue)
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoEnum {
  public static let fullName = "google.protobuf.Enum"
  public static let wireLayout = unsafe WireLayout(google__protobuf__enum__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    enumvalue: [ProtoEnumValue] = [],
    options: [ProtoOption] = [],
    sourceContext: ProtoSourceContext? = nil,
    syntax: ProtoSyntax = .proto2
  ) {
    self.init(
      name: name,
      enumvalue: enumvalue,
      options: options,
      sourceContext: sourceContext,
      syntax: syntax,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Enum.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let enumvalue: [ProtoEnumValue] = unsafe Wire.array(_c.pointee.enumvalue, _c.pointee.n_enumvalue) { unsafe Wire.message($0) }
    let options: [ProtoOption] = unsafe Wire.array(_c.pointee.options, _c.pointee.n_options) { unsafe Wire.message($0) }
    let sourceContext: ProtoSourceContext? = unsafe Wire.messageIfPresent(_c.pointee.source_context)
    let syntax: ProtoSyntax = unsafe ProtoSyntax(rawValue: _c.pointee.syntax)
    unsafe self.init(
      name: name,
      enumvalue: enumvalue,
      options: options,
      sourceContext: sourceContext,
      syntax: syntax,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__enum__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.enumvalue = arena.array(self.enumvalue) { unsafe arena.message($0) }
    unsafe c.pointee.n_enumvalue = self.enumvalue.count
    unsafe c.pointee.options = arena.array(self.options) { unsafe arena.message($0) }
    unsafe c.pointee.n_options = self.options.count
    unsafe c.pointee.source_context = arena.messageIfPresent(self.sourceContext)
    unsafe c.pointee.syntax = self.syntax.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoEnumValue {
  public static let fullName = "google.protobuf.EnumValue"
  public static let wireLayout = unsafe WireLayout(google__protobuf__enum_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    number: Int32 = 0,
    options: [ProtoOption] = []
  ) {
    self.init(
      name: name,
      number: number,
      options: options,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__EnumValue.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let number: Int32 = unsafe _c.pointee.number
    let options: [ProtoOption] = unsafe Wire.array(_c.pointee.options, _c.pointee.n_options) { unsafe Wire.message($0) }
    unsafe self.init(
      name: name,
      number: number,
      options: options,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__enum_value__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.number = self.number
    unsafe c.pointee.options = arena.array(self.options) { unsafe arena.message($0) }
    unsafe c.pointee.n_options = self.options.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ProtoOption {
  public static let fullName = "google.protobuf.Option"
  public static let wireLayout = unsafe WireLayout(google__protobuf__option__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    value: ProtoAny? = nil
  ) {
    self.init(
      name: name,
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__Option.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let value: ProtoAny? = unsafe Wire.messageIfPresent(_c.pointee.value)
    unsafe self.init(
      name: name,
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__option__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.value = arena.messageIfPresent(self.value)
    return UnsafeMutableRawPointer(c)
  }
}
