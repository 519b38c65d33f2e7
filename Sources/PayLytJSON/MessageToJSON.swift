import PayLytCrypto
public import PayLytRPC

extension WireMessage {
  /// The message in the JSON form of protobuf ("ProtoJSON Format", protobuf.dev): names in lower
  /// camel case, 64-bit integers as strings, bytes in base64, moments in RFC 3339, and no field
  /// that is at its default. Fields that the proto of this build does not know are left out.
  ///
  /// - Parameter schema: the types of the message, and those that may stand in an `Any`.
  /// - Throws: `WireError` that names the field that has no JSON form, such as a moment in the year
  ///   10000, or an `Any` of an unknown type.
  public func json(_ schema: ProtoSchema) throws(WireError) -> JSONValue {
    try MessageToJSON(schema: schema).value(wireBytes[...], Self.fullName, depth: 0)
  }
}

/// Wire bytes to JSON, by schema.
struct MessageToJSON {
  let schema: ProtoSchema

  func value(
    _ bytes: ArraySlice<UInt8>, _ typeName: String, depth: Int
  ) throws(WireError) -> JSONValue {
    guard depth <= Limits.messageDepthMax else {
      throw WireError("Messages are nested deeper than \(Limits.messageDepthMax).")
    }
    guard let type = schema.message(typeName) else {
      throw WireError("The type `\(typeName)` is not known here.")
    }
    let members = try members(bytes, type, depth)
    if typeName == WellKnown.any { return try any(members, depth) }
    return try WellKnown(rawValue: typeName)?.json(.object(members)) ?? .object(members)
  }

  private func members(
    _ bytes: ArraySlice<UInt8>, _ type: MessageSchema, _ depth: Int
  ) throws(WireError) -> [JSONValue.Member] {
    let isBare = WellKnown(rawValue: type.fullName) != nil || type.isMapEntry
    var found: [[WireScanner.Value]] = Array(repeating: [], count: type.fields.count)
    var scanner = WireScanner(bytes)
    while let (number, value) = try scanner.next() {
      guard let index = type.index(ofNumber: number) else { continue }
      if let oneof = type.fields[index].oneof {
        // The last member holds.
        for other in type.fields.indices where other != index && type.fields[other].oneof == oneof {
          found[other] = []
        }
      }
      found[index].append(value)
    }
    var members: [JSONValue.Member] = []
    for (field, values) in zip(type.fields, found) where !values.isEmpty {
      do throws(WireError) {
        guard let value = try value(of: field, values, depth, keepsDefault: isBare) else {
          continue
        }
        members.append(.init(isBare ? field.name : field.jsonName, value))
      } catch {
        throw error.inside(field.name)
      }
    }
    return members
  }

  /// - Returns: `nil` for a field that is not written because it is at its default.
  private func value(
    of field: FieldSchema, _ values: [WireScanner.Value], _ depth: Int, keepsDefault: Bool
  ) throws(WireError) -> JSONValue? {
    if let entry = schema.mapEntry(field) { return try map(values, entry, depth) }
    if field.isRepeated {
      var elements: [JSONValue] = []
      for value in values { try append(value, field, depth, to: &elements) }
      return elements.isEmpty ? nil : .array(elements)
    }
    if field.kind == .message {
      // A submessage that comes in parts is the parts one after the other.
      var content: [UInt8] = []
      for case .bytes(let part) in values { content += part }
      return try self.value(content[...], field.typeName, depth: depth + 1)
    }
    guard let last = values.last else { return nil }
    let hasPresence = field.isOptional || field.oneof != nil || keepsDefault
    guard hasPresence || !last.isDefault else { return nil }
    return try scalar(last, field)
  }

  private func append(
    _ value: WireScanner.Value, _ field: FieldSchema, _ depth: Int, to elements: inout [JSONValue]
  ) throws(WireError) {
    do throws(WireError) {
      guard case .bytes(let content) = value else {
        return elements.append(try scalar(value, field))
      }
      switch field.kind.width {
      case .content where field.kind == .message:
        elements.append(try self.value(content, field.typeName, depth: depth + 1))
      case .content: elements.append(try scalar(value, field))
      case .varint, .fixed32, .fixed64:
        var packed = WireScanner(content)
        while !packed.isAtEnd {
          let element: WireScanner.Value =
            switch field.kind.width {
            case .fixed32: .fixed32(UInt32(truncatingIfNeeded: try packed.fixed(4)))
            case .fixed64: .fixed64(try packed.fixed(8))
            case .varint, .content: .varint(try packed.varint())
            }
          elements.append(try scalar(element, field))
        }
      }
    } catch {
      throw error.inside("[\(elements.count)]")
    }
  }

  /// Where a key comes twice the last one holds.
  private func map(
    _ values: [WireScanner.Value], _ entry: MessageSchema, _ depth: Int
  ) throws(WireError) -> JSONValue? {
    guard let keyField = entry.field("key"), let valueField = entry.field("value") else {
      throw WireError("`\(entry.fullName)` is no entry of a map.")
    }
    var members: [JSONValue.Member] = []
    // By bytes: what Unicode takes for the same is two keys here.
    var indexByKey: [[UInt8]: Int] = [:]
    for case .bytes(let content) in values {
      let found = JSONValue.object(try self.members(content, entry, depth + 1))
      let keyAbsent = try absent(keyField, depth)
      let name: String =
        switch found["key"] ?? keyAbsent {
        case .string(let text), .number(let text): text
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .null, .array, .object: throw WireError("This is no key.")
        }
      let value = if let given = found["value"] { given } else { try absent(valueField, depth) }
      let key = Array(name.utf8)
      if let index = indexByKey[key] {
        members[index].value = value
      } else {
        indexByKey[key] = members.count
        members.append(.init(name, value))
      }
    }
    return members.isEmpty ? nil : .object(members)
  }

  /// What a field of a map's entry is that the entry leaves out.
  private func absent(_ field: FieldSchema, _ depth: Int) throws(WireError) -> JSONValue {
    field.kind == .message
      ? try value([], field.typeName, depth: depth + 1) : try scalar(.zero(field.kind), field)
  }

  private func scalar(
    _ value: WireScanner.Value, _ field: FieldSchema
  ) throws(WireError) -> JSONValue {
    switch (value, field.kind) {
    case (.varint(let bits), .bool): return .bool(bits != 0)
    case (.varint(let bits), .int32): return .number(String(Int32(truncatingIfNeeded: bits)))
    case (.varint(let bits), .uint32): return .number(String(UInt32(truncatingIfNeeded: bits)))
    case (.varint(let bits), .sint32):
      let folded = UInt32(truncatingIfNeeded: bits)
      return .number(String(Int32(bitPattern: folded >> 1) ^ -Int32(bitPattern: folded & 1)))
    case (.varint(let bits), .int64): return .string(String(Int64(bitPattern: bits)))
    case (.varint(let bits), .uint64): return .string(String(bits))
    case (.varint(let bits), .sint64):
      return .string(String(Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)))
    case (.varint(let bits), .enumeration):
      let number = Int32(truncatingIfNeeded: bits)
      if field.typeName == WellKnown.nullValue { return .null }
      return schema.enumeration(field.typeName)?.name(of: number).map { .string($0) }
        ?? .number(String(number))
    case (.fixed32(let bits), .fixed32): return .number(String(bits))
    case (.fixed32(let bits), .sfixed32): return .number(String(Int32(bitPattern: bits)))
    case (.fixed32(let bits), .float): return JSONNumber.value(Float(bitPattern: bits))
    case (.fixed64(let bits), .fixed64): return .string(String(bits))
    case (.fixed64(let bits), .sfixed64): return .string(String(Int64(bitPattern: bits)))
    case (.fixed64(let bits), .double): return JSONNumber.value(Double(bitPattern: bits))
    case (.bytes(let content), .bytes): return .string(Base64.encode(Array(content)))
    case (.bytes(let content), .string):
      guard let text = String(validating: content, as: UTF8.self) else {
        throw WireError("The text is not valid UTF-8.")
      }
      return .string(text)
    case (.varint, _), (.fixed32, _), (.fixed64, _), (.bytes, _):
      throw WireError("The wire type is not that of the field.")
    }
  }

  // MARK: Any

  /// `{"@type": …}` and the fields of what is inside, or its own form under `value`.
  private func any(
    _ members: [JSONValue.Member], _ depth: Int
  ) throws(WireError) -> JSONValue {
    let any = JSONValue.object(members)
    guard !members.isEmpty else { return any }
    guard case .string(let url)? = any["typeUrl"], !url.isEmpty else {
      throw WireError("An `Any` without a type has no JSON form.")
    }
    var content: [UInt8] = []
    if case .string(let text)? = any["value"] { content = Base64.decode(text) ?? [] }
    let name = WellKnown.typeName(inURL: url)
    let inner = try value(content[...], name, depth: depth + 1)
    guard !WellKnown.hasOwnForm(name), case .object(let fields) = inner else {
      return .object([.init("@type", .string(url)), .init("value", inner)])
    }
    return .object([.init("@type", .string(url))] + fields)
  }
}

extension WireScanner.Value {
  /// A field that is not on the wire.
  fileprivate static func zero(_ kind: FieldSchema.Kind) -> WireScanner.Value {
    switch kind.width {
    case .varint: .varint(0)
    case .fixed32: .fixed32(0)
    case .fixed64: .fixed64(0)
    case .content: .bytes([])
    }
  }

  var isDefault: Bool {
    switch self {
    case .varint(let bits), .fixed64(let bits): bits == 0
    case .fixed32(let bits): bits == 0
    case .bytes(let content): content.isEmpty
    }
  }
}

extension FieldSchema.Kind {
  enum Width { case varint, fixed32, fixed64, content }

  var width: Width {
    switch self {
    case .string, .bytes, .message: .content
    case .fixed32, .sfixed32, .float: .fixed32
    case .fixed64, .sfixed64, .double: .fixed64
    case .bool, .enumeration, .int32, .int64, .uint32, .uint64, .sint32, .sint64: .varint
    }
  }
}

extension WireError {
  init(_ reason: String) { self.init(fieldPath: "", reason: reason) }

  /// The same error seen from the message that holds the failing one as `field`.
  func inside(_ field: String) -> WireError {
    let path =
      fieldPath.isEmpty
      ? field : fieldPath.hasPrefix("[") ? field + fieldPath : "\(field).\(fieldPath)"
    return WireError(fieldPath: path, reason: reason)
  }
}
