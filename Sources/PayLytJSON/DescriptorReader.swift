import PayLytRPC

/// Reads `google.protobuf.FileDescriptorProto` (google/protobuf/descriptor.proto), the few fields
/// of it that JSON needs. Those messages are proto2 and have no Swift types.
///
/// The bytes are our own generated ones: what is wrong with them is a bug.
struct DescriptorReader {
  private(set) var messages: [String: MessageSchema] = [:]
  private(set) var enums: [String: EnumSchema] = [:]

  mutating func read(_ file: ProtoFile) {
    let file = Descriptor(file.bytes[...])
    let package = file.text(2)
    for message in file.messages(4) { read(message, inside: package) }
    for type in file.messages(5) { readEnum(type, inside: package) }
  }

  private mutating func read(_ message: Descriptor, inside scope: String) {
    let fullName = Self.join(scope, message.text(1))
    for nested in message.messages(3) { read(nested, inside: fullName) }
    for type in message.messages(4) { readEnum(type, inside: fullName) }
    let oneofs = message.messages(8).map { $0.text(1) }
    messages[fullName] = MessageSchema(
      fullName: fullName, fields: message.messages(2).map { Self.field($0, oneofs) },
      isMapEntry: message.messages(7).contains { $0.number(7) != 0 })
  }

  private mutating func readEnum(_ type: Descriptor, inside scope: String) {
    let fullName = Self.join(scope, type.text(1))
    let values = type.messages(2).map {
      EnumSchema.Value(name: $0.text(1), number: Int32(truncatingIfNeeded: $0.number(2)))
    }
    enums[fullName] = EnumSchema(fullName: fullName, values: values)
  }

  private static func field(_ field: Descriptor, _ oneofs: [String]) -> FieldSchema {
    let name = field.text(1)
    guard let kind = FieldSchema.Kind(rawValue: field.number(5)) else {
      preconditionFailure("the field \(name) has the type \(field.number(5)), which proto3 has not")
    }
    let isOptional = field.number(17) != 0
    let isMember = field.has(9) && !isOptional
    let jsonName = field.text(10)
    return FieldSchema(
      name: name, jsonName: jsonName.isEmpty ? camel(name) : jsonName,
      number: UInt32(truncatingIfNeeded: field.number(3)), kind: kind,
      typeName: String(field.text(6).drop { $0 == "." }), isRepeated: field.number(4) == 3,
      isOptional: isOptional, oneof: isMember ? oneofs[Int(field.number(9))] : nil)
  }

  private static func join(_ scope: String, _ name: String) -> String {
    scope.isEmpty ? name : "\(scope).\(name)"
  }

  /// `page_size` is `pageSize`, as protoc has it.
  private static func camel(_ name: String) -> String {
    var result = ""
    var isUpper = false
    for character in name {
      result += character == "_" ? "" : isUpper ? character.uppercased() : String(character)
      isUpper = character == "_"
    }
    return result
  }
}

/// One message of descriptor.proto, field by field.
private struct Descriptor {
  private var values: [UInt32: [WireScanner.Value]] = [:]

  init(_ bytes: ArraySlice<UInt8>) {
    var scanner = WireScanner(bytes)
    do throws(WireError) {
      while let (number, value) = try scanner.next() { values[number, default: []].append(value) }
    } catch {
      preconditionFailure("a generated descriptor is malformed: \(error)")
    }
  }

  func has(_ number: UInt32) -> Bool { values[number] != nil }

  func number(_ number: UInt32) -> UInt64 {
    guard case .varint(let value)? = values[number]?.last else { return 0 }
    return value
  }

  func text(_ number: UInt32) -> String {
    guard case .bytes(let content)? = values[number]?.last else { return "" }
    return String(decoding: content, as: UTF8.self)
  }

  func messages(_ number: UInt32) -> [Descriptor] {
    (values[number] ?? []).compactMap { value in
      guard case .bytes(let content) = value else { return nil }
      return Descriptor(content)
    }
  }
}
