/// One field: its Swift property, and the statements that copy it from and to the C struct.
struct FieldPrinter {
  private let naming: Naming
  private let message: ProtoMessage
  private let field: ProtoField
  private let member: CNaming.Member
  /// Not nil for a map: the message with `key` and `value` that stands for it in the descriptor.
  private let mapEntry: ProtoMessage?
  /// The submessage holds a message like the one that it is in, so it must be held by reference.
  private let isBoxed: Bool

  let property: String

  init(
    _ field: ProtoField, _ member: CNaming.Member, in message: ProtoMessage, _ naming: Naming
  ) throws(Refusal) {
    self.naming = naming
    self.message = message
    self.field = field
    self.member = member
    property = naming.propertyName(of: field)
    if case .message(let type) = field.kind, field.isRepeated {
      let entry = try naming.schema.message(type)
      mapEntry = entry.isMapEntry ? entry : nil
    } else {
      mapEntry = nil
    }
    isBoxed = Recursion(naming.schema).isRecursive(field, in: message)
  }

  // MARK: Declaration

  func type() throws(Refusal) -> String {
    if let mapEntry {
      let key = try elementType(mapEntry.fields[0])
      return "[\(key): \(try elementType(mapEntry.fields[1]))]"
    }
    let element = try elementType(field)
    switch field.presence {
    case .implicit, .oneof: return element
    case .explicit: return "\(element)?"
    case .repeated: return "[\(element)]"
    }
  }

  /// What the property holds when the field is not on the wire.
  func defaultValue() throws(Refusal) -> String {
    switch field.presence {
    case .repeated: return mapEntry == nil ? "[]" : "[:]"
    case .explicit, .oneof: return "nil"
    case .implicit: break
    }
    switch field.kind {
    case .string: return "\"\""
    case .bytes: return "[]"
    case .bool: return "false"
    case .enumeration(let fullName):
      let type = try naming.schema.enumeration(fullName)
      // proto3 demands that the first value is zero.
      return ".\(naming.caseNames(of: type)[0])"
    case .message: return "nil"
    case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64,
      .sfixed32, .sfixed64:
      return "0"
    }
  }

  func printDeclaration(_ printer: inout Printer) throws(Refusal) {
    printer.documentation(field.comment)
    if field.isDeprecated { printer.line("/// - Note: Deprecated in the proto.") }
    let visibility = naming.options.visibility.modifier
    guard isBoxed else {
      printer.line("\(visibility)var \(property): \(try type()) = \(try defaultValue())")
      return
    }
    printer.block("\(visibility)var \(property): \(try type()) {") { printer in
      printer.line("get { \(storage)?.message }")
      printer.line("set { \(storage) = newValue.map(Boxed.init) }")
    }
    printer.line("private var \(storage): Boxed<\(try elementType(field))>?")
  }

  /// Where a boxed field is: its property computes.
  private var storage: String { "_\(property.filter { $0 != "`" })" }

  /// The field in a call of the initializer that takes what is stored, from a variable that is
  /// named like its property.
  var stored: String {
    let label = isBoxed ? storage : SwiftWords.label(property)
    return "\(label): \(property)\(isBoxed ? ".map(Boxed.init)" : "")"
  }

  // MARK: From C

  /// A local variable with the field's value, or the case of a switch over a oneof that sets one.
  func printUnpack(_ printer: inout Printer) throws(Refusal) {
    let source = "_c.pointee.\(member.name)"
    let target = "let \(property): \(try type()) = unsafe"
    if let mapEntry {
      let names = CNaming(mapEntry).members
      let key = try read(mapEntry.fields[0], "$0.\(names[0].name)")
      let value = try read(mapEntry.fields[1], "$0.\(names[1].name)")
      printer.block("\(target) Wire.dictionary(\(source), _c.pointee.\(member.count)) {") {
        $0.line("unsafe (\(key), \(value))")
      }
      return
    }
    switch field.presence {
    case .repeated:
      let elements = "Wire.array(\(source), _c.pointee.\(member.count))"
      switch field.kind {
      case .string, .bytes, .message:
        printer.line("\(target) \(elements) { unsafe \(try read(field, "$0")) }")
      case .bool, .enumeration:
        printer.line("\(target) \(elements) { \(try read(field, "$0")) }")
      case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32,
        .fixed64, .sfixed32, .sfixed64:
        printer.line("\(target) \(elements)")
      }
    case .explicit:
      if case .message = field.kind {
        printer.line("\(target) Wire.messageIfPresent(\(source))")
      } else if let presence = member.presence {
        let isAbsent = "_c.pointee.\(presence.caseMember).rawValue == 0"
        printer.line("\(target) \(isAbsent) ? nil : \(try read(field, source))")
      }
    case .implicit:
      printer.line("\(target) \(try read(field, source))")
    case .oneof(let index):
      let name = naming.propertyName(of: message.oneofs[index])
      printer.line("case \(field.number):")
      printer.line(
        "  \(name) = unsafe .\(naming.caseName(of: field))(\(try read(field, source)))")
    }
  }

  /// An expression for the Swift value of the C value `source`.
  private func read(_ field: ProtoField, _ source: String) throws(Refusal) -> String {
    switch field.kind {
    case .string: "Wire.string(\(source))"
    case .bytes: "Wire.array(\(source).data, \(source).len)"
    case .bool: "\(source) != 0"
    case .enumeration: "\(try elementType(field))(rawValue: \(source))"
    case .message: "Wire.message(\(source))"
    case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64,
      .sfixed32, .sfixed64:
      source
    }
  }

  // MARK: To C

  func printPack(_ printer: inout Printer) throws(Refusal) {
    let target = "unsafe c.pointee.\(member.name) ="
    if let mapEntry {
      printPackMap(mapEntry, target, &printer)
      return
    }
    switch field.presence {
    case .repeated:
      let elements = "self.\(property)"
      switch field.kind {
      case .string, .bytes, .message:
        printer.line("\(target) arena.array(\(elements)) { unsafe \(write(field, "$0")) }")
      case .bool, .enumeration:
        printer.line("\(target) arena.array(\(elements)) { \(write(field, "$0")) }")
      case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32,
        .fixed64, .sfixed32, .sfixed64:
        printer.line("\(target) arena.array(\(elements))")
      }
      printer.line("unsafe c.pointee.\(member.count) = \(elements).count")
    case .explicit:
      if case .message = field.kind {
        printer.line("\(target) arena.messageIfPresent(self.\(property))")
      } else {
        printer.block("if let value = self.\(property) {") { printer in
          printPresent("c", member, field.number, &printer)
          printer.line("\(target) \(write(field, "value"))")
        }
      }
    case .implicit:
      guard member.presence != nil else {
        printer.line("\(target) \(write(field, "self.\(property)"))")
        return
      }
      // Only the positive zero is the default (proto3 specification, "Default Values").
      printer.block("if self.\(property).bitPattern != 0 {") { printer in
        printPresent("c", member, field.number, &printer)
        printer.line("\(target) \(write(field, "self.\(property)"))")
      }
    case .oneof:
      printer.line("case .\(naming.caseName(of: field))(let value)?:")
      printer.line("  \(presentStatement("c", member, field.number))")
      printer.line("  \(target) \(write(field, "value"))")
    }
  }

  private func printPackMap(
    _ mapEntry: ProtoMessage, _ target: String, _ printer: inout Printer
  ) {
    let names = CNaming(mapEntry)
    printer.block("\(target) arena.entries(self.\(property)) { key, value in") { printer in
      printer.line("let entry = unsafe arena.make(\(names.initializer))")
      for (member, (field, value)) in zip(
        names.members, zip(mapEntry.fields, ["key", "value"]))
      {
        printPresent("entry", member, field.number, &printer)
        printer.line("unsafe entry.pointee.\(member.name) = \(write(field, value))")
      }
      printer.line("return unsafe entry")
    }
    printer.line("unsafe c.pointee.\(member.count) = self.\(property).count")
  }

  private func printPresent(
    _ pointer: String, _ member: CNaming.Member, _ number: Int32, _ printer: inout Printer
  ) {
    guard member.presence != nil else { return }
    printer.line(presentStatement(pointer, member, number))
  }

  private func presentStatement(
    _ pointer: String, _ member: CNaming.Member, _ number: Int32
  ) -> String {
    guard let presence = member.presence else { return "" }
    return "unsafe \(pointer).pointee.\(presence.caseMember) = .init(rawValue: \(number))"
  }

  /// An expression for the C value of the Swift value `source`.
  private func write(_ field: ProtoField, _ source: String) -> String {
    switch field.kind {
    case .string: "arena.string(\(source))"
    case .bytes: ".init(len: \(source).count, data: arena.array(\(source)))"
    case .bool: "\(source) ? 1 : 0"
    case .enumeration: "\(source).rawValue"
    case .message: "arena.message(\(source))"
    case .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64,
      .sfixed32, .sfixed64:
      source
    }
  }

  // MARK: Types

  func elementType() throws(Refusal) -> String { try elementType(field) }

  private func elementType(_ field: ProtoField) throws(Refusal) -> String {
    switch field.kind {
    case .double: "Double"
    case .float: "Float"
    case .int32, .sint32, .sfixed32: "Int32"
    case .int64, .sint64, .sfixed64: "Int64"
    case .uint32, .fixed32: "UInt32"
    case .uint64, .fixed64: "UInt64"
    case .bool: "Bool"
    case .string: "String"
    case .bytes: "[UInt8]"
    case .enumeration(let fullName): try naming.reference(enum: fullName, in: message)
    case .message(let fullName): try naming.reference(message: fullName, in: message)
    }
  }
}
