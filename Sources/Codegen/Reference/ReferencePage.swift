/// The manual of one package, in Markdown, from the comments of its protos.
struct ReferencePage {
  let package: String
  private let services: [ProtoService]
  private let messages: [ProtoMessage]
  private let enums: [ProtoEnum]
  private let links: ReferenceLinks
  private let schema: Schema
  private let permissions: PermissionTable
  private let reasons: ReasonTable

  init(
    package: String, files: [ProtoFile], links: ReferenceLinks, schema: Schema,
    permissions: PermissionTable, reasons: ReasonTable
  ) {
    self.schema = schema
    self.reasons = reasons
    self.permissions = permissions
    self.package = package
    services = files.flatMap(\.services)
    messages = files.flatMap(\.messages).flatMap(Self.withNested)
    enums = files.flatMap(\.enums) + messages.flatMap(\.enums)
    self.links = links
  }

  /// What the index says of it: one line for each service.
  var entries: [String] {
    services.map { service in
      let first = Markdown.firstSentence(of: service.comment)
      return "| [\(service.name)](\(links.page(of: package))#\(Markdown.anchor(service.name)))"
        + " | \(service.methods.count) | \(Markdown.cell(first)) |"
    }
  }

  /// - Throws: when a method names a permission, or a reason, that there is not.
  func text() throws(Refusal) -> String {
    var lines = [
      "# \(package)", "",
      "Generated from the protos by `make generate`; the comments there are its source.",
    ]
    for service in services { try write(service, to: &lines) }
    if !messages.isEmpty { lines += ["", "## Messages"] }
    for message in messages { write(message, to: &lines) }
    if !enums.isEmpty { lines += ["", "## Enums"] }
    for type in enums { write(type, to: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func withNested(_ message: ProtoMessage) -> [ProtoMessage] {
    // A map is written as a map; its entries are no messages that anybody sees.
    message.isMapEntry ? [] : [message] + message.messages.flatMap(withNested)
  }

  private func write(_ service: ProtoService, to lines: inout [String]) throws(Refusal) {
    lines += ["", "## \(service.name)"]
    if !service.comment.isEmpty { lines += ["", Markdown.paragraphs(service.comment)] }
    for method in service.methods {
      lines += ["", "### \(method.name)", "", "`/\(service.fullName)/\(method.name)`", ""]
      let request =
        (method.isClientStreaming ? "stream of " : "") + links.link(method.input, package)
      let answer =
        (method.isServerStreaming ? "stream of " : "") + links.link(method.output, package)
      lines.append("\(request) → \(answer)")
      if !method.comment.isEmpty { lines += ["", Markdown.paragraphs(method.comment)] }
      if !method.options.permission.isEmpty {
        let callers = try permissions.callers(method.options.permission)
        lines += ["", "Who may call: \(callers)."]
      }
      let traits = traits(of: method)
      if !traits.isEmpty { lines += ["", traits.joined(separator: " ")] }
      let refusals = reasons.links(to: try schema.refusals(of: method))
      guard !refusals.isEmpty else { continue }
      lines += ["", "Refuses, beside the [common reasons](README.md#common-reasons), with", ""]
      lines += refusals.map { "- \($0)" }
    }
  }

  private func traits(of method: ProtoMethod) -> [String] {
    let fields = Set(schema.messages[method.input]?.fields.map(\.name) ?? [])
    let again = fields.contains("request_id") ? " under the same `request_id`." : "."
    return [
      method.options.isMoneyMoving ? "Moves money." : nil,
      method.options.isIdempotent ? "Safe to send again" + again : nil,
      fields.contains("validate_only") ? "Can be tried out: `validate_only`." : nil,
      fields.contains("etag") ? "Compares versions: `etag`." : nil,
    ].compactMap { $0 }
  }

  private func write(_ message: ProtoMessage, to lines: inout [String]) {
    lines += ["", "### \(links.nestedName(message.fullName, in: package))"]
    if !message.comment.isEmpty { lines += ["", Markdown.paragraphs(message.comment)] }
    guard !message.fields.isEmpty else {
      lines += ["", "No fields."]
      return
    }
    lines += ["", "| field | type | |", "|---|---|---|"]
    for field in message.fields {
      let remarks = [
        Markdown.cell(field.comment), oneof(of: field, in: message),
        FieldRules.of(field, in: message).sentence.map { "*\(Markdown.cell($0))*" },
        field.isDeprecated ? "Deprecated." : nil,
      ].compactMap { $0 }.filter { !$0.isEmpty }
      let type = typeText(of: field, in: message)
      lines.append(
        "| `\(field.name)` = \(field.number) | \(type) | \(remarks.joined(separator: " ")) |")
    }
  }

  private func write(_ type: ProtoEnum, to lines: inout [String]) {
    lines += ["", "### \(links.nestedName(type.fullName, in: package))"]
    if !type.comment.isEmpty { lines += ["", Markdown.paragraphs(type.comment)] }
    lines += ["", "| value | |", "|---|---|"]
    for value in type.values {
      lines.append("| `\(value.name)` = \(value.number) | \(Markdown.cell(value.comment)) |")
    }
  }

  private func oneof(of field: ProtoField, in message: ProtoMessage) -> String? {
    guard case .oneof(let index) = field.presence else { return nil }
    return "One of `\(message.oneofs[index].name)`."
  }

  private func typeText(of field: ProtoField, in message: ProtoMessage) -> String {
    if case .message(let name) = field.kind,
      let entry = message.messages.first(where: { $0.fullName == name && $0.isMapEntry })
    {
      let parts = entry.fields.map { links.typeText($0.kind, package) }
      return "map of " + parts.joined(separator: " to ")
    }
    let type = links.typeText(field.kind, package)
    switch field.presence {
    case .repeated: return "list of " + type
    case .explicit where field.kind.typeName == nil: return "optional " + type
    case .explicit, .implicit, .oneof: return type
    }
  }
}
