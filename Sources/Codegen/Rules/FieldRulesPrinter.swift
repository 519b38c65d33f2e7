/// One message's check of its fields: what generated adapters ask in front of each handler.
struct FieldRulesPrinter {
  private let message: ProtoMessage
  private let naming: Naming
  /// Rules of texts and enums are made once: reading a pattern costs more than comparing it.
  private var kept: [(name: String, literal: String)] = []

  private static let timestamp = "google.protobuf.Timestamp"

  init(_ message: ProtoMessage, _ naming: Naming) {
    self.message = message
    self.naming = naming
  }

  mutating func print(_ printer: inout Printer) throws(Refusal) {
    guard naming.schema.requestMessages.contains(message.fullName) else { return }
    let isMasked = isMasked
    var lines: [String] = []
    for field in message.fields {
      let checks = try statements(for: field)
      guard isMasked || message.mask != nil && message.maskedResource == nil,
        !Self.unmasked.contains(field.name), !checks.isEmpty
      else {
        lines += checks
        continue
      }
      lines.append("if mask.has(\(field.name.swiftLiteral)) {")
      lines += checks.map { "  " + $0 }
      lines.append("}")
    }
    guard !lines.isEmpty else { return }
    if let mask = message.mask { lines.insert(contentsOf: try printedMask(mask), at: 0) }
    let visibility = naming.options.visibility.modifier
    let parameters =
      "_ found: inout FieldViolations" + (isMasked ? ", within mask: MeantFields" : "")
    printer.line()
    printer.block("extension \(try naming.typeName(of: message)) {") { printer in
      for rule in kept {
        printer.line("private static let \(rule.name) = \(rule.literal)")
      }
      if !kept.isEmpty { printer.line() }
      printer.block("\(visibility)func checkFields(\(parameters)) {") { printer in
        for line in lines { printer.line(line) }
      }
    }
  }

  private static let unmasked: Set = ["request_id", "name", "etag", "validate_only", "update_mask"]

  /// Whether it is the resource that a request's mask is about.
  private var isMasked: Bool {
    naming.schema.messages.values.contains {
      $0.maskedResource?.kind.typeName == message.fullName
    }
  }

  private func printedMask(_ mask: ProtoField) throws(Refusal) -> [String] {
    let names = mask.rules.choices
    guard !names.isEmpty else {
      throw Refusal("`\(message.fullName).update_mask` has no `choices`: what can be changed?")
    }
    return [
      "let mask = found.mask(",
      "  self.updateMask?.paths ?? [], of: [\(list(names))],",
      "  required: \(mask.rules.isRequired), \"update_mask\")",
    ]
  }

  // MARK: Fields

  private mutating func statements(for field: ProtoField) throws(Refusal) -> [String] {
    let rules = FieldRules.of(field, in: message)
    guard !rules.isOutputOnly, field.name != "update_mask" else { return [] }
    let property = naming.propertyName(of: field)
    switch field.presence {
    case .repeated: return try repeated(field, rules, "self.\(property)")
    case .implicit: return try value(of: field, rules, "self.\(property)", path: field.name)
    case .explicit:
      let checks = try value(of: field, rules, "value", path: field.name)
      guard !checks.isEmpty || rules.isRequired else { return [] }
      return present("if let value = self.\(property) {", checks, field, rules)
    case .oneof(let index):
      let checks = try value(of: field, rules, "value", path: field.name)
      guard !checks.isEmpty else { return [] }
      let oneof = naming.propertyName(of: message.oneofs[index])
      let name = naming.caseName(of: field)
      return present("if case .\(name)(let value)? = self.\(oneof) {", checks, field, FieldRules())
    }
  }

  private func present(
    _ opening: String, _ checks: [String], _ field: ProtoField, _ rules: FieldRules
  ) -> [String] {
    let missing = "found.missing(\(field.name.swiftLiteral))"
    guard !checks.isEmpty else {
      return ["if self.\(naming.propertyName(of: field)) == nil { \(missing) }"]
    }
    let otherwise = rules.isRequired ? ["} else {", "  " + missing] : []
    return [opening] + checks.map { "  " + $0 } + otherwise + ["}"]
  }

  private mutating func repeated(
    _ field: ProtoField, _ rules: FieldRules, _ source: String
  ) throws(Refusal) -> [String] {
    // An item that says nothing is never meant.
    var items = rules
    items.required = true
    items.lengthMinimum = nil
    items.lengthMaximum = rules.itemLengthMaximum
    let isMap: Bool
    if case .message(let type) = field.kind {
      isMap = try naming.schema.message(type).isMapEntry
    } else {
      isMap = false
    }
    let checks =
      isMap ? [] : try value(of: field, items, "value", path: "\(field.name)[\\(index)]")
    let minimum = max(rules.lengthMinimum ?? 0, rules.isRequired ? 1 : 0)
    let hasLength = minimum > 0 || rules.lengthMaximum != nil
    let maximum = rules.lengthMaximum.map { "\($0)" } ?? "Int.max"
    let length =
      "found.list(\(source).count, \(minimum)...\(maximum), \(field.name.swiftLiteral))"
    guard !checks.isEmpty else { return hasLength ? ["_ = \(length)"] : [] }
    let loop =
      ["for (index, value) in \(source).enumerated() {"] + checks.map { "  " + $0 } + ["}"]
    return hasLength ? ["if \(length) {"] + loop.map { "  " + $0 } + ["}"] : loop
  }

  /// What is asked of one value.
  private mutating func value(
    of field: ProtoField, _ rules: FieldRules, _ source: String, path: String
  ) throws(Refusal) -> [String] {
    let path = "\"\(path)\""
    switch field.kind {
    case .string:
      guard message.isOurs || rules != FieldRules(), let rule = textRule(rules) else { return [] }
      return ["found.text(\(source), \(keep(rule, for: field)), \(path))"]
    case .bytes:
      let minimum = max(rules.lengthMinimum ?? 0, rules.isRequired ? 1 : 0)
      guard minimum > 0 || rules.lengthMaximum != nil else { return [] }
      let maximum = rules.lengthMaximum.map { "\($0)" } ?? "Int.max"
      return ["found.bytes(\(source), \(minimum)...\(maximum), \(path))"]
    case .enumeration(let name):
      guard message.isOurs else { return [] }
      let rule = try enumRule(rules, of: name)
      return ["found.choice(\(source), \(keep(rule, for: field)), \(path))"]
    case .message(let type): return nested(type, field, rules, source, path)
    case .bool, .double, .float: return []
    case .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64, .sfixed32,
      .sfixed64:
      guard let rule = numberRule(rules) else { return [] }
      return ["found.number(\(source), \(rule), \(path))"]
    }
  }

  /// All values that have a name, or those that the field chooses.
  private func enumRule(_ rules: FieldRules, of type: String) throws(Refusal) -> String {
    let type = try naming.schema.enumeration(type)
    for choice in rules.choices where !type.values.contains(where: { $0.name == choice }) {
      throw Refusal("`\(choice)` in \(message.fullName) is no value of \(type.fullName).")
    }
    let accepted = type.values.filter {
      $0.number != 0 && (rules.choices.isEmpty || rules.choices.contains($0.name))
    }
    let values = accepted.map { "\($0.number): \($0.name.swiftLiteral)" }
    let list = values.isEmpty ? ":" : values.joined(separator: ", ")
    return "EnumRule(\(rules.isRequired ? "required: true, " : "")[\(list)])"
  }

  private mutating func keep(_ rule: String, for field: ProtoField) -> String {
    let name = SwiftWords.lowerCamel(field.name) + "Rule"
    if !kept.contains(where: { $0.name == name }) { kept.append((name, rule)) }
    return "Self.\(name)"
  }

  private func textRule(_ rules: FieldRules) -> String? {
    let hasLength = rules.lengthMinimum != nil || rules.lengthMaximum != nil
    let maximum = rules.lengthMaximum.map { "\($0)" } ?? "Int.max"
    let parts = [
      rules.isRequired ? "required: true" : nil,
      hasLength ? "length: \(rules.lengthMinimum ?? 0)...\(maximum)" : nil,
      rules.countsBytes ? "countsBytes: true" : nil,
      rules.patterns.isEmpty ? nil : "patterns: [\(list(rules.patterns))]",
      rules.choices.isEmpty ? nil : "choices: [\(list(rules.choices))]",
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "TextRule(\(parts.joined(separator: ", ")))"
  }

  private func numberRule(_ rules: FieldRules) -> String? {
    guard rules.minimum != nil || rules.maximum != nil || rules.multipleOf != nil else {
      return nil
    }
    let minimum = rules.minimum.map { "\($0)" } ?? "Int64.min"
    let maximum = rules.maximum.map { "\($0)" } ?? "Int64.max"
    let multiple = rules.multipleOf.map { ", multipleOf: \($0)" } ?? ""
    return "NumberRule(\(minimum)...\(maximum)\(multiple))"
  }

  private mutating func nested(
    _ type: String, _ field: ProtoField, _ rules: FieldRules, _ source: String, _ path: String
  ) -> [String] {
    guard message.isOurs else { return [] }
    if type == Self.timestamp {
      return ["found.moment(seconds: \(source).seconds, nanos: \(source).nanos, \(path))"]
    }
    var checks: [String] = []
    if type == FieldRules.money {
      // The rules of the amount stand on the field that has it, for each has its own.
      var asset = FieldRules()
      asset.required = true
      asset.choices = rules.choices
      let rule = keep(textRule(asset) ?? "TextRule()", for: field)
      checks = [
        "found.text(\(source).asset, \(rule), \"asset\")",
        "if found.count == mark {",
        "  found.number(\(source).units, \(numberRule(rules) ?? "NumberRule()"), \"units\")",
        "}",
      ]
    } else if hasRules(type) {
      let mask = message.maskedResource?.kind.typeName == type ? ", within: mask" : ""
      checks = ["\(source).checkFields(&found\(mask))"]
    } else {
      return []
    }
    return ["let mark = found.count"] + checks + ["found.nest(since: mark, in: \(path))"]
  }

  /// Whether the message, or one in it, accepts not everything.
  private func hasRules(_ type: String) -> Bool {
    var seen: Set<String> = []
    func look(_ type: String) -> Bool {
      guard let message = naming.schema.messages[type], message.isOurs, seen.insert(type).inserted
      else { return false }
      return message.fields.contains { field in
        guard !field.rules.isOutputOnly else { return false }
        return switch field.kind {
        case .enumeration: true
        case .message(let inner):
          inner == Self.timestamp || inner == FieldRules.money || look(inner)
        case .string, .bytes, .bool, .double, .float, .int32, .int64, .uint32, .uint64, .sint32,
          .sint64, .fixed32, .fixed64, .sfixed32, .sfixed64:
          FieldRules.of(field, in: message) != FieldRules()
        }
      }
    }
    return look(type)
  }

  private func list(_ texts: [String]) -> String {
    texts.map(\.swiftLiteral).joined(separator: ", ")
  }
}
