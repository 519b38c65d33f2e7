/// One message: a Swift struct, and the extension that bridges it to its C struct.
struct MessagePrinter {
  /// What a message is made of, in the order in which its proto declares it.
  private enum Part {
    case field(FieldPrinter)
    case oneof(OneofPrinter)
  }

  private let naming: Naming
  private let message: ProtoMessage
  private let parts: [Part]
  private let names: CNaming
  private let visibility: String

  init(_ message: ProtoMessage, _ naming: Naming) throws(Refusal) {
    self.message = message
    self.naming = naming
    names = CNaming(message)
    visibility = naming.options.visibility.modifier
    var parts: [Part] = []
    var seenOneofs: Set<Int> = []
    for (field, member) in zip(message.fields, names.members) {
      switch field.presence {
      case .implicit, .explicit, .repeated:
        parts.append(.field(try FieldPrinter(field, member, in: message, naming)))
      case .oneof(let index):
        guard seenOneofs.insert(index).inserted else { continue }
        parts.append(.oneof(try OneofPrinter(index: index, in: message, naming)))
      }
    }
    self.parts = parts
  }

  // MARK: The struct

  func printStruct(_ printer: inout Printer) throws(Refusal) {
    printer.documentation(message.comment)
    let opening = "\(visibility)struct \(naming.declaredName(of: message)): WireMessage {"
    try printer.block(opening) { printer throws(Refusal) in
      for part in parts {
        switch part {
        case .field(let field): try field.printDeclaration(&printer)
        case .oneof(let oneof): oneof.printDeclaration(&printer)
        }
      }
      printer.line("/// Fields that the proto of this build does not know, sent on unchanged.")
      printer.line("\(visibility)var unknownFields: UnknownFields")
      for type in message.enums {
        printer.line()
        EnumPrinter(type, naming).print(&printer)
      }
      for case .oneof(let oneof) in parts {
        printer.line()
        try oneof.printType(&printer)
      }
      for nested in message.messages where !nested.isMapEntry {
        printer.line()
        try MessagePrinter(nested, naming).printStruct(&printer)
      }
    }
  }

  // MARK: Initializers

  /// They are in an extension, and `unknownFields` has no default, so that the compiler makes the
  /// initializer that takes all that is stored. Where a large struct is put together by hand, field
  /// by field, the compiler copies it once more and counts all its references.
  private func printInitializers(_ printer: inout Printer) throws(Refusal) {
    printer.block("\(visibility)init() {") {
      $0.line("self.init(unknownFields: UnknownFields())")
    }
    printer.line()
    try printMemberwiseInit(&printer)
    try printUnpack(&printer)
  }

  private func printMemberwiseInit(_ printer: inout Printer) throws(Refusal) {
    guard !parts.isEmpty else { return }
    printer.line("\(visibility)init(")
    for (index, part) in parts.enumerated() {
      let comma = index == parts.count - 1 ? "" : ","
      switch part {
      case .field(let field):
        let parameter = "\(field.property): \(try field.type())"
        printer.line("  \(parameter) = \(try field.defaultValue())\(comma)")
      case .oneof(let oneof):
        printer.line("  \(oneof.property): \(oneof.typeName)? = nil\(comma)")
      }
    }
    printer.block(") {") { printer in
      printStored("self.init(", unknownFields: "UnknownFields()", &printer)
    }
    printer.line()
  }

  /// A call of the initializer that takes all that is stored, from variables that are named like
  /// the properties.
  private func printStored(_ call: String, unknownFields: String, _ printer: inout Printer) {
    printer.line(call)
    for part in parts {
      switch part {
      case .field(let field): printer.line("  \(field.stored),")
      case .oneof(let oneof): printer.line("  \(oneof.stored),")
      }
    }
    printer.line("  unknownFields: \(unknownFields))")
  }

  // MARK: The bridge to C

  func printBridge(_ printer: inout Printer) throws(Refusal) {
    printer.line()
    let type = try naming.typeName(of: message)
    try printer.block("extension \(type) {") { printer throws(Refusal) in
      printer.line("\(visibility)static let fullName = \(message.fullName.swiftLiteral)")
      printer.line(
        "\(visibility)static let wireLayout = unsafe WireLayout(\(names.initializer))")
      printer.line()
      try printInitializers(&printer)
      printer.line()
      try printPack(&printer)
    }
    for nested in message.messages where !nested.isMapEntry {
      try MessagePrinter(nested, naming).printBridge(&printer)
    }
  }

  private func printUnpack(_ printer: inout Printer) throws(Refusal) {
    // No field's property begins with an underscore.
    let opening = "@unsafe \(visibility)init(unpacked _source: UnsafeRawPointer) {"
    try printer.block(opening) { printer throws(Refusal) in
      if !parts.isEmpty {
        printer.line(
          "let _c = unsafe _source.assumingMemoryBound(to: \(cStruct).self)")
      }
      for part in parts {
        switch part {
        case .field(let field): try field.printUnpack(&printer)
        case .oneof(let oneof): try oneof.printUnpack(&printer)
        }
      }
      printStored(
        "unsafe self.init(", unknownFields: "UnknownFields(unpacked: _source)", &printer)
    }
  }

  private func printPack(_ printer: inout Printer) throws(Refusal) {
    let opening = "@unsafe \(visibility)func pack(into arena: Arena) -> UnsafeMutableRawPointer {"
    try printer.block(opening) { printer throws(Refusal) in
      printer.line(
        "let c = unsafe arena.make(\(names.initializer), keeping: self.unknownFields)")
      for part in parts {
        switch part {
        case .field(let field): try field.printPack(&printer)
        case .oneof(let oneof): try oneof.printPack(&printer)
        }
      }
      printer.line("return UnsafeMutableRawPointer(c)")
    }
  }

  /// Without a package the C struct may be called like the Swift struct.
  private var cStruct: String {
    message.package.isEmpty ? "\(naming.options.cModule).\(names.structName)" : names.structName
  }
}
