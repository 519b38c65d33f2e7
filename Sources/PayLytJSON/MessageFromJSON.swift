import PayLytCrypto
public import PayLytRPC

extension WireMessage {
  /// Reads the JSON form of protobuf ("ProtoJSON Format", protobuf.dev). Names may also be spelled
  /// as in the proto.
  ///
  /// - Parameter schema: the types of the message, and those that may stand in an `Any`.
  /// - Throws: `WireError` that names the field that is unknown, comes twice, or is not of its
  ///   type.
  public init(json: JSONValue, _ schema: ProtoSchema) throws(WireError) {
    let bytes = try MessageFromJSON(schema: schema).bytes(json, Self.fullName, depth: 0)
    self = try Self(wireBytes: bytes)
  }
}

/// JSON to wire bytes, by schema.
struct MessageFromJSON {
  let schema: ProtoSchema

  func bytes(_ json: JSONValue, _ typeName: String, depth: Int) throws(WireError) -> [UInt8] {
    guard depth <= Limits.messageDepthMax else {
      throw WireError("Messages are nested deeper than \(Limits.messageDepthMax).")
    }
    guard let type = schema.message(typeName) else {
      throw WireError("The type `\(typeName)` is not known here.")
    }
    var sink = WireSink()
    if typeName == WellKnown.any {
      try writeAny(json, depth, to: &sink)
    } else if let wellKnown = WellKnown(rawValue: typeName) {
      try write(try wellKnown.fields(json), type, depth, to: &sink)
    } else {
      guard case .object(let members) = json else { throw WireError("A message is an object.") }
      try write(members, type, depth, to: &sink)
    }
    return sink.bytes
  }

  private func write(
    _ members: [JSONValue.Member], _ type: MessageSchema, _ depth: Int, to sink: inout WireSink
  ) throws(WireError) {
    var fieldsSeen: Set<UInt32> = []
    var oneofsSeen: Set<String> = []
    for member in members {
      do throws(WireError) {
        guard let field = type.field(member.name) else {
          throw WireError("There is no such field.")
        }
        guard fieldsSeen.insert(field.number).inserted else {
          throw WireError("The field comes twice.")
        }
        guard member.value != .null || takesNull(field) else { continue }
        if let oneof = field.oneof, !oneofsSeen.insert(oneof).inserted {
          throw WireError("Only one field of `\(oneof)` can be given.")
        }
        try write(member.value, field, depth, to: &sink)
      } catch {
        throw error.inside(member.name)
      }
    }
  }

  /// Null is a field that is not there, but for the two types that have a null of their own.
  private func takesNull(_ field: FieldSchema) -> Bool {
    !field.isRepeated
      && (field.typeName == WellKnown.nullValue || field.typeName == WellKnown.value.rawValue)
  }

  private func write(
    _ json: JSONValue, _ field: FieldSchema, _ depth: Int, to sink: inout WireSink
  ) throws(WireError) {
    guard field.isRepeated else {
      let value = try value(json, field, depth)
      let hasPresence = field.isOptional || field.oneof != nil || field.kind == .message
      // Every encoder leaves out what is at its default.
      if hasPresence || !value.isDefault { sink.append(field.number, value) }
      return
    }
    if let entry = schema.mapEntry(field) {
      guard case .object(let members) = json else { throw WireError("A map is an object.") }
      for member in members { try write(member, of: field, entry, depth, to: &sink) }
      return
    }
    guard case .array(let elements) = json else { throw WireError("A repeated field is a list.") }
    for (index, element) in elements.enumerated() {
      do throws(WireError) {
        guard element != .null || takesNull(element: field) else {
          throw WireError("Null is no element of a list.")
        }
        // Not packed: every reader takes both, and what is written here is read at once.
        sink.append(field.number, try value(element, field, depth))
      } catch {
        throw error.inside("[\(index)]")
      }
    }
  }

  private func takesNull(element field: FieldSchema) -> Bool {
    field.typeName == WellKnown.nullValue || field.typeName == WellKnown.value.rawValue
  }

  private func write(
    _ member: JSONValue.Member, of field: FieldSchema, _ entry: MessageSchema, _ depth: Int,
    to sink: inout WireSink
  ) throws(WireError) {
    guard let key = entry.field("key"), let value = entry.field("value") else {
      throw WireError("`\(entry.fullName)` is no entry of a map.")
    }
    do throws(WireError) {
      let keyJSON: JSONValue
      switch (key.kind, member.name) {
      case (.bool, "true"): keyJSON = .bool(true)
      case (.bool, "false"): keyJSON = .bool(false)
      case (_, let name): keyJSON = .string(name)
      }
      guard member.value != .null || takesNull(element: value) else {
        throw WireError("Null is no value of a map.")
      }
      var content = WireSink()
      content.append(key.number, try self.value(keyJSON, key, depth))
      content.append(value.number, try self.value(member.value, value, depth + 1))
      sink.append(field.number, .bytes(content.bytes[...]))
    } catch {
      throw error.inside("[\(JSONValue.string(member.name).text())]")
    }
  }

  private func value(
    _ json: JSONValue, _ field: FieldSchema, _ depth: Int
  ) throws(WireError) -> WireScanner.Value {
    switch field.kind {
    case .message: return .bytes(try bytes(json, field.typeName, depth: depth + 1)[...])
    case .string:
      guard case .string(let text) = json else { throw WireError("This is no text.") }
      return .bytes(Array(text.utf8)[...])
    case .bytes: return .bytes(try Self.bytes(json)[...])
    case .bool:
      guard case .bool(let isTrue) = json else { throw WireError("This is not true or false.") }
      return .varint(isTrue ? 1 : 0)
    case .enumeration: return .varint(UInt64(bitPattern: Int64(try number(json, field))))
    case .int32: return .varint(UInt64(bitPattern: Int64(try integer(json, Int32.self))))
    case .int64: return .varint(UInt64(bitPattern: try integer(json, Int64.self)))
    case .uint32: return .varint(UInt64(try integer(json, UInt32.self)))
    case .uint64: return .varint(try integer(json, UInt64.self))
    case .sint32:
      let number = try integer(json, Int32.self)
      return .varint(UInt64(UInt32(bitPattern: number << 1 ^ number >> 31)))
    case .sint64:
      let number = try integer(json, Int64.self)
      return .varint(UInt64(bitPattern: number << 1 ^ number >> 63))
    case .fixed32: return .fixed32(try integer(json, UInt32.self))
    case .sfixed32: return .fixed32(UInt32(bitPattern: try integer(json, Int32.self)))
    case .fixed64: return .fixed64(try integer(json, UInt64.self))
    case .sfixed64: return .fixed64(UInt64(bitPattern: try integer(json, Int64.self)))
    case .float: return .fixed32(try fraction(json, Float.self).bitPattern)
    case .double: return .fixed64(try fraction(json, Double.self).bitPattern)
    }
  }

  // MARK: Scalars

  private func number(_ json: JSONValue, _ field: FieldSchema) throws(WireError) -> Int32 {
    if field.typeName == WellKnown.nullValue, json == .null { return 0 }
    if case .string(let name) = json {
      guard let number = schema.enumeration(field.typeName)?.number(of: name) else {
        throw WireError("`\(field.typeName)` has no value `\(name)`.")
      }
      return number
    }
    return try integer(json, Int32.self)
  }

  private func integer<Number: FixedWidthInteger>(
    _ json: JSONValue, _: Number.Type
  ) throws(WireError) -> Number {
    if case .some(let text) = json.numberText, let number = JSONNumber.integer(text, Number.self) {
      return number
    }
    throw WireError("This is no integer from \(Number.min) to \(Number.max).")
  }

  private func fraction<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ json: JSONValue, _: Number.Type
  ) throws(WireError) -> Number {
    if case .some(let text) = json.numberText, let number = JSONNumber.fraction(text, Number.self) {
      return number
    }
    throw WireError("This is no number.")
  }

  /// Either alphabet, with or without padding.
  private static func bytes(_ json: JSONValue) throws(WireError) -> [UInt8] {
    guard case .string(let text) = json else { throw WireError("Bytes are a text in base64.") }
    var digits = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    while digits.last == "=" { digits.removeLast() }
    digits += Array(repeating: "=", count: (4 - digits.count % 4) % 4)
    guard text.hasSuffix("=") == false || text.utf8.count.isMultiple(of: 4),
      let bytes = Base64.decode(String(digits))
    else { throw WireError("This is no base64.") }
    return bytes
  }

  // MARK: Any

  private func writeAny(
    _ json: JSONValue, _ depth: Int, to sink: inout WireSink
  ) throws(WireError) {
    guard case .object(var members) = json else { throw WireError("A message is an object.") }
    guard !members.isEmpty else { return }
    guard let index = members.firstIndex(where: { $0.name == "@type" }),
      case .string(let url) = members.remove(at: index).value
    else { throw WireError("An `Any` says its type as `@type`.") }
    let name = WellKnown.typeName(inURL: url)
    let content: [UInt8]
    if WellKnown.hasOwnForm(name) {
      guard members.count == 1, members[0].name == "value" else {
        throw WireError("`\(name)` in an `Any` has its content as `value`.")
      }
      do throws(WireError) {
        content = try bytes(members[0].value, name, depth: depth + 1)
      } catch {
        throw error.inside("value")
      }
    } else {
      content = try bytes(.object(members), name, depth: depth + 1)
    }
    sink.append(1, .bytes(Array(url.utf8)[...]))
    if !content.isEmpty { sink.append(2, .bytes(content[...])) }
  }
}

extension JSONValue {
  /// Numbers may be texts.
  fileprivate var numberText: String? {
    switch self {
    case .number(let text), .string(let text): text
    case .null, .bool, .array, .object: nil
    }
  }
}
