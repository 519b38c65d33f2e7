import PayLytRPC

/// The types of google.protobuf that have a JSON form of their own ("ProtoJSON Format").
enum WellKnown: String {
  case timestamp = "google.protobuf.Timestamp"
  case duration = "google.protobuf.Duration"
  case fieldMask = "google.protobuf.FieldMask"
  case structure = "google.protobuf.Struct"
  case value = "google.protobuf.Value"
  case listValue = "google.protobuf.ListValue"
  case doubleValue = "google.protobuf.DoubleValue"
  case floatValue = "google.protobuf.FloatValue"
  case int64Value = "google.protobuf.Int64Value"
  case uint64Value = "google.protobuf.UInt64Value"
  case int32Value = "google.protobuf.Int32Value"
  case uint32Value = "google.protobuf.UInt32Value"
  case boolValue = "google.protobuf.BoolValue"
  case stringValue = "google.protobuf.StringValue"
  case bytesValue = "google.protobuf.BytesValue"

  static let any = "google.protobuf.Any"
  static let nullValue = "google.protobuf.NullValue"

  /// Whether an `Any` that holds this type carries its JSON under `value`.
  static func hasOwnForm(_ typeName: String) -> Bool {
    typeName == any || WellKnown(rawValue: typeName) != nil
  }

  /// What comes after the last slash of a type's URL.
  static func typeName(inURL url: String) -> String {
    url.lastIndex(of: "/").map { String(url[url.index(after: $0)...]) } ?? url
  }

  /// - Parameter message: its fields by their names in the proto, those at their default too.
  func json(_ message: JSONValue) throws(WireError) -> JSONValue {
    switch self {
    case .timestamp: return .string(try Moment(message).text)
    case .duration: return .string(try LengthOfTime(message).text)
    case .fieldMask: return .string(try FieldMaskJSON.text(message))
    case .structure: return message["fields"] ?? .object([])
    case .listValue: return message["values"] ?? .array([])
    case .value: return try Self.anyValue(message)
    case .doubleValue, .floatValue, .int32Value, .uint32Value:
      return message["value"] ?? .number("0")
    case .int64Value, .uint64Value: return message["value"] ?? .string("0")
    case .boolValue: return message["value"] ?? .bool(false)
    case .stringValue, .bytesValue: return message["value"] ?? .string("")
    }
  }

  /// What `json` made, as fields again.
  ///
  /// - Throws: `WireError` for a text that is no such thing.
  func fields(_ json: JSONValue) throws(WireError) -> [JSONValue.Member] {
    switch self {
    case .timestamp: return try Moment(text: json).fields
    case .duration: return try LengthOfTime(text: json).fields
    case .fieldMask: return [.init("paths", try FieldMaskJSON.paths(json))]
    case .structure: return [.init("fields", json)]
    case .listValue: return [.init("values", json)]
    case .value:
      let name =
        switch json {
        case .null: "null_value"
        case .bool: "bool_value"
        case .number: "number_value"
        case .string: "string_value"
        case .array: "list_value"
        case .object: "struct_value"
        }
      return [.init(name, json)]
    case .doubleValue, .floatValue, .int32Value, .uint32Value, .int64Value, .uint64Value,
      .boolValue, .stringValue, .bytesValue:
      guard json != .null else { throw WireError("A value should be here.") }
      return [.init("value", json)]
    }
  }

  private static func anyValue(_ message: JSONValue) throws(WireError) -> JSONValue {
    guard case .object(let members) = message, let member = members.first else { return .null }
    if member.name == "number_value", case .string(let name) = member.value {
      throw WireError("JSON has no number \(name).")
    }
    return member.value
  }
}

/// `google.protobuf.FieldMask`: paths in lower camel case, with commas between them.
enum FieldMaskJSON {
  static func text(_ message: JSONValue) throws(WireError) -> String {
    guard case .array(let paths)? = message["paths"] else { return "" }
    var texts: [String] = []
    for case .string(let path) in paths {
      let camel = camel(path)
      guard snake(camel) == path, !path.contains(",") else {
        throw WireError("The path `\(path)` has no JSON form.")
      }
      texts.append(camel)
    }
    return texts.joined(separator: ",")
  }

  static func paths(_ json: JSONValue) throws(WireError) -> JSONValue {
    guard case .string(let text) = json else {
      throw WireError("A field mask is a text: paths with commas between them.")
    }
    guard !text.contains("_") else {
      throw WireError("The paths of a field mask are in lower camel case.")
    }
    return .array(text.split(separator: ",").map { .string(snake(String($0))) })
  }

  private static func camel(_ path: String) -> String {
    var result = ""
    var isUpper = false
    for character in path {
      result += character == "_" ? "" : isUpper ? character.uppercased() : String(character)
      isUpper = character == "_"
    }
    return result
  }

  private static func snake(_ path: String) -> String {
    path.map { ("A"..."Z").contains($0) ? "_\($0.lowercased())" : String($0) }.joined()
  }
}
