import PayLytJSON
import PayLytRPC

/// A request from words such as `title=Logo`, `amount.units=5000`, `milestones[0].title=Draft`,
/// `roles[]=client` and `metadata.order=17`.
///
/// What a word means follows from the field's type: numbers, booleans and enum values as people
/// type them (`client` is `ROLE_CLIENT`), moments, durations, field masks by the proto's names,
/// and messages as JSON where that is shorter.
struct FieldArguments {
  private let schema: ProtoSchema

  init(_ schema: ProtoSchema) {
    self.schema = schema
  }

  /// - Parameter type: the full name of the request message.
  func request(_ words: [String], of type: String) throws(Failure) -> JSONValue {
    var request = JSONValue.object([])
    for word in words {
      guard let equals = word.firstIndex(of: "=") else {
        throw .misuse("\(word) is no field=value.")
      }
      let path = String(word[..<equals])
      let components = try Self.components(of: path)
      try set(
        String(word[word.index(after: equals)...]), at: components[...], Place(path: path),
        in: &request, messageOf: type)
    }
    return request
  }

  /// Where in the words we are, for refusals.
  private struct Place {
    let path: String

    func refusal(_ reason: String) -> Failure { .misuse("\(path): \(reason)") }
  }

  /// One step of a path.
  private enum Component {
    case name(String)
    /// `[]`: after the last one.
    case append
    case index(Int)
  }

  private static func components(of path: String) throws(Failure) -> [Component] {
    var result: [Component] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty else { throw .misuse("\(path) is no field.") }
      result.append(.name(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.hasSuffix("]") else { throw .misuse("\(path) misses a bracket.") }
        let digits = piece.dropLast()
        if digits.isEmpty {
          result.append(.append)
        } else if let index = Int(digits), (0..<CLILimits.listElementsMax).contains(index) {
          result.append(.index(index))
        } else {
          throw .misuse("\(path): an index is 0 to \(CLILimits.listElementsMax - 1).")
        }
      }
    }
    guard result.count <= CLILimits.pathComponentsMax else {
      throw .misuse("\(path) has more than \(CLILimits.pathComponentsMax) parts.")
    }
    return result
  }

  private func set(
    _ text: String, at path: ArraySlice<Component>, _ place: Place, in message: inout JSONValue,
    messageOf type: String
  ) throws(Failure) {
    guard case .name(let name)? = path.first else { throw place.refusal("This is no list.") }
    guard let field = schema.message(type)?.field(name) else {
      let names = schema.message(type)?.fields.map(\.name) ?? []
      throw place.refusal(
        "`\(type)` has no field \(name). It has \(names.joined(separator: ", ")).")
    }
    guard case .object(var members) = message else { throw place.refusal("This is no message.") }
    let index = members.firstIndex { $0.name == field.jsonName }
    var value = index.map { members[$0].value } ?? .null
    try set(text, at: path.dropFirst(), place, in: &value, field)
    if let index {
      members[index].value = value
    } else {
      members.append(.init(field.jsonName, value))
    }
    message = .object(members)
  }

  private func set(
    _ text: String, at path: ArraySlice<Component>, _ place: Place, in value: inout JSONValue,
    _ field: FieldSchema
  ) throws(Failure) {
    if let entry = schema.mapEntry(field), let inner = entry.field("value") {
      return try setEntry(text, at: path, place, in: &value, inner)
    }
    guard field.isRepeated else { return try setOne(text, at: path, place, in: &value, field) }
    var elements: [JSONValue] = []
    if case .array(let present) = value { elements = present }
    let index: Int
    switch path.first {
    case .append?: index = elements.count
    case .index(let number)?: index = number
    case .name?, nil:
      guard path.isEmpty, text.hasPrefix("[") else {
        throw place.refusal("This is a list: write \(field.name)[]= or \(field.name)[0]=.")
      }
      value = try json(text, place)
      return
    }
    guard index <= elements.count, index < CLILimits.listElementsMax else {
      throw place.refusal("Element \(elements.count) comes next.")
    }
    if index == elements.count { elements.append(.null) }
    try setOne(text, at: path.dropFirst(), place, in: &elements[index], field)
    value = .array(elements)
  }

  private func setEntry(
    _ text: String, at path: ArraySlice<Component>, _ place: Place, in value: inout JSONValue,
    _ inner: FieldSchema
  ) throws(Failure) {
    guard case .name(let key)? = path.first else {
      guard path.isEmpty, text.hasPrefix("{") else {
        throw place.refusal("This is a map: write \(place.path).key=.")
      }
      value = try json(text, place)
      return
    }
    var members: [JSONValue.Member] = []
    if case .object(let present) = value { members = present }
    let index = members.firstIndex { $0.name == key }
    var entry = index.map { members[$0].value } ?? .null
    try setOne(text, at: path.dropFirst(), place, in: &entry, inner)
    if let index {
      members[index].value = entry
    } else {
      members.append(.init(key, entry))
    }
    value = .object(members)
  }

  private func setOne(
    _ text: String, at path: ArraySlice<Component>, _ place: Place, in value: inout JSONValue,
    _ field: FieldSchema
  ) throws(Failure) {
    guard path.isEmpty else {
      guard field.kind == .message else { throw place.refusal("`\(field.name)` has no fields.") }
      if value == .null { value = .object([]) }
      return try set(text, at: path, place, in: &value, messageOf: field.typeName)
    }
    guard value == .null else { throw place.refusal("This is given twice.") }
    value = try scalar(text, field, place)
  }

  private func scalar(
    _ text: String, _ field: FieldSchema, _ place: Place
  ) throws(Failure) -> JSONValue {
    switch field.kind {
    case .bool:
      switch text.lowercased() {
      case "true", "yes": return .bool(true)
      case "false", "no": return .bool(false)
      case _: throw place.refusal("This is true or false.")
      }
    case .enumeration: return try enumeration(text, field, place)
    case .message: return try message(text, field, place)
    case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64,
      .sfixed32, .sfixed64, .string, .bytes:
      return .string(text)
    }
  }

  /// By its whole name, or by what is left of it without what all names begin with.
  private func enumeration(
    _ text: String, _ field: FieldSchema, _ place: Place
  ) throws(Failure) -> JSONValue {
    guard let type = schema.enumeration(field.typeName) else { return .string(text) }
    let wanted = text.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    let names = type.values.map(\.name)
    if let exact = names.first(where: { $0 == wanted }) { return .string(exact) }
    let short = names.filter { $0.hasSuffix("_" + wanted) }
    if let shortest = short.min(by: { $0.utf8.count < $1.utf8.count }) { return .string(shortest) }
    if Int32(text) != nil { return .number(text) }
    throw place.refusal("This is one of \(names.joined(separator: ", ")).")
  }

  private func message(
    _ text: String, _ field: FieldSchema, _ place: Place
  ) throws(Failure) -> JSONValue {
    switch field.typeName {
    case "google.protobuf.FieldMask":
      // People know fields by the names of the proto.
      return .string(text.split(separator: ",").map { Self.camel($0) }.joined(separator: ","))
    case "google.protobuf.Timestamp", "google.protobuf.Duration", "google.protobuf.StringValue",
      "google.protobuf.BytesValue", "google.protobuf.Int32Value", "google.protobuf.Int64Value",
      "google.protobuf.UInt32Value", "google.protobuf.UInt64Value", "google.protobuf.FloatValue",
      "google.protobuf.DoubleValue":
      return .string(text)
    case _: return try json(text, place)
    }
  }

  private func json(_ text: String, _ place: Place) throws(Failure) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONValue(text: Array(text.utf8))
    } catch {
      throw place.refusal("This is a message: give its fields, or JSON. \(error)")
    }
  }

  private static func camel(_ path: Substring) -> String {
    let parts = path.split(separator: "_", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}
