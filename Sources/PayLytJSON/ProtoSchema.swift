public import PayLytRPC

/// The types that a set of proto files declares, by their full names: what a program needs that
/// learns only at run time which message it has.
///
/// It is read out of the descriptors that generated modules carry for server reflection.
public struct ProtoSchema: Sendable {
  private let messages: [String: MessageSchema]
  private let enums: [String: EnumSchema]

  /// - Parameter files: those of every module whose types are used, imports included.
  public init(_ files: [ProtoFile]) {
    var reader = DescriptorReader()
    for file in files { reader.read(file) }
    messages = reader.messages
    enums = reader.enums
  }

  public func message(_ fullName: String) -> MessageSchema? { messages[fullName] }

  public func enumeration(_ fullName: String) -> EnumSchema? { enums[fullName] }

  /// The type of a map field's entries; `nil` for every other field.
  public func mapEntry(_ field: FieldSchema) -> MessageSchema? {
    guard field.isRepeated, field.kind == .message else { return nil }
    return message(field.typeName).flatMap { $0.isMapEntry ? $0 : nil }
  }
}

/// One message type.
public struct MessageSchema: Sendable {
  public let fullName: String
  /// In the order of the proto.
  public let fields: [FieldSchema]
  let isMapEntry: Bool
  private let indexByNumber: [UInt32: Int]
  private let indexByName: [String: Int]

  init(fullName: String, fields: [FieldSchema], isMapEntry: Bool) {
    self.fullName = fullName
    self.fields = fields
    self.isMapEntry = isMapEntry
    let numbered = fields.enumerated()
    indexByNumber = Dictionary(numbered.map { ($1.number, $0) }) { first, _ in first }
    indexByName = Dictionary(
      numbered.map { ($1.jsonName, $0) } + numbered.map { ($1.name, $0) }
    ) { first, _ in first }
  }

  /// The field of this name, in the proto's spelling or in that of JSON.
  public func field(_ name: String) -> FieldSchema? { indexByName[name].map { fields[$0] } }

  func index(ofNumber number: UInt32) -> Int? { indexByNumber[number] }
}

/// One field of a message.
public struct FieldSchema: Sendable {
  /// What a field holds, by the numbers of `FieldDescriptorProto.Type`.
  public enum Kind: UInt64, Sendable {
    case double = 1
    case float = 2
    case int64 = 3
    case uint64 = 4
    case int32 = 5
    case fixed64 = 6
    case fixed32 = 7
    case bool = 8
    case string = 9
    case message = 11
    case bytes = 12
    case uint32 = 13
    case enumeration = 14
    case sfixed32 = 15
    case sfixed64 = 16
    case sint32 = 17
    case sint64 = 18
  }

  /// As the proto spells it: `page_size`.
  public let name: String
  /// As JSON spells it: `pageSize`.
  public let jsonName: String
  public let number: UInt32
  public let kind: Kind
  /// The full name of the message or enum; empty for others.
  public let typeName: String
  public let isRepeated: Bool
  /// Declared `optional`: absent differs from the default.
  public let isOptional: Bool
  /// The oneof that it is a member of.
  public let oneof: String?
}

/// One enum.
public struct EnumSchema: Sendable {
  public struct Value: Sendable {
    public let name: String
    public let number: Int32
  }

  public let fullName: String
  /// In the order of the proto; with `allow_alias` a number may come more than once.
  public let values: [Value]

  func name(of number: Int32) -> String? { values.first { $0.number == number }?.name }

  func number(of name: String) -> Int32? { values.first { $0.name == name }?.number }
}
