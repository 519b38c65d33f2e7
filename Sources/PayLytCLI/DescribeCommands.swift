import PayLytJSON
import PayLytRPC

/// `paylyt methods` and `paylyt describe`: the API and its manual, without a server.
enum DescribeCommands {
  // MARK: Methods

  static func methods(_ arguments: [String], _ console: Console) throws(Failure) {
    let catalog = Catalog.shared
    var services = catalog.services
    if let name = arguments.first { services = [try catalog.service(name)] }
    var table = Table(columns: ["method", "kind", "permission", "traits"])
    for types in services.joined() {
      let method = types.method
      let traits = [
        method.options.isIdempotent ? "idempotent" : nil,
        method.options.isMoneyMoving ? "moves money" : nil,
      ]
      table.add([
        method.shortName, kind(method), method.options.permission,
        traits.compactMap(\.self).joined(separator: ", "),
      ])
    }
    console.output(table.text)
  }

  private static func kind(_ method: MethodDescriptor) -> String {
    switch method.kind {
    case .unary: "unary"
    case .serverStreaming: "answers stream"
    case .clientStreaming: "requests stream"
    case .bidirectional: "both stream"
    }
  }

  // MARK: One thing

  /// A method with its messages, or a message, or an enum.
  static func describe(_ arguments: [String], _ console: Console) throws(Failure) {
    guard let name = arguments.first else {
      throw .misuse("paylyt describe METHOD, or the name of a message or an enum")
    }
    if let type = Catalog.shared.type(name) { return describe(type: type, console) }
    let method = try Catalog.shared.method(name).method
    console.line("\(method.service)/\(method.method)")
    comment(on: "\(method.service).\(method.method)", indentation: "  ", console)
    console.line("")
    console.line("  permission  \(method.options.permission)")
    console.line("  kind        \(kind(method))")
    if method.options.isIdempotent { console.line("  idempotent: safe to send again") }
    if method.options.isMoneyMoving { console.line("  moves money") }
    for reason in method.options.refusals { console.line("  refuses     \(reason)") }
    console.line("")
    describe(type: method.requestType, console)
    console.line("")
    describe(type: method.responseType, console)
  }

  private static func describe(type: String, _ console: Console) {
    console.line(type)
    comment(on: type, indentation: "  ", console)
    if let message = Catalog.shared.schema.message(type) {
      if message.fields.isEmpty { console.line("  No fields.") }
      for field in message.fields {
        console.line("  \(field.name)  \(text(of: field))")
        comment(on: "\(type).\(field.name)", indentation: "      ", console)
      }
    } else if let type = Catalog.shared.schema.enumeration(type) {
      for value in type.values {
        console.line("  \(value.name) = \(value.number)")
        comment(on: "\(type.fullName).\(value.name)", indentation: "      ", console)
      }
    }
  }

  private static func text(of field: FieldSchema) -> String {
    let schema = Catalog.shared.schema
    if let entry = schema.mapEntry(field), let key = entry.field("key"),
      let value = entry.field("value")
    {
      return "map of \(kind(key)) to \(kind(value))"
    }
    let prefix = field.isRepeated ? "list of " : field.isOptional ? "optional " : ""
    return prefix + kind(field) + (field.oneof.map { ", one of \($0)" } ?? "")
  }

  private static func kind(_ field: FieldSchema) -> String {
    field.typeName.isEmpty ? "\(field.kind)" : field.typeName
  }

  private static func comment(on name: String, indentation: String, _ console: Console) {
    guard let comment = Catalog.shared.comment(on: name) else { return }
    for line in comment.split(separator: "\n", omittingEmptySubsequences: false) {
      console.line(line.isEmpty ? "" : indentation + line)
    }
  }
}
