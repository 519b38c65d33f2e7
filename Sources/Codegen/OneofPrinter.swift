/// One oneof: the enum of its cases, its property, and the switches over the C struct's union.
struct OneofPrinter {
  private let naming: Naming
  private let oneof: ProtoOneof
  private let caseMember: String
  private let isIndirect: Bool
  private let cases: [(field: ProtoField, printer: FieldPrinter)]

  let property: String
  var typeName: String { naming.typeName(of: oneof) }
  /// The oneof in a call of the initializer that takes what is stored.
  var stored: String { "\(SwiftWords.label(property)): \(property)" }

  init(index: Int, in message: ProtoMessage, _ naming: Naming) throws(Refusal) {
    self.naming = naming
    oneof = message.oneofs[index]
    let names = CNaming(message)
    caseMember = names.oneofs[index].caseMember
    property = naming.propertyName(of: oneof)
    isIndirect = Recursion(naming.schema).isRecursive(oneof: index, in: message)
    var cases: [(field: ProtoField, printer: FieldPrinter)] = []
    for (field, member) in zip(message.fields, names.members) {
      guard case .oneof(index) = field.presence else { continue }
      cases.append((field, try FieldPrinter(field, member, in: message, naming)))
    }
    self.cases = cases
  }

  func printDeclaration(_ printer: inout Printer) {
    printer.documentation(oneof.comment)
    printer.line("\(naming.options.visibility.modifier)var \(property): \(typeName)? = nil")
  }

  func printType(_ printer: inout Printer) throws(Refusal) {
    printer.documentation(oneof.comment)
    let modifier = naming.options.visibility.modifier + (isIndirect ? "indirect " : "")
    try printer.block("\(modifier)enum \(typeName): Sendable, Equatable {") {
      printer throws(Refusal) in
      for (field, fieldPrinter) in cases {
        printer.documentation(field.comment)
        if field.isDeprecated { printer.line("/// - Note: Deprecated in the proto.") }
        printer.line(
          "case \(naming.caseName(of: field))(\(try fieldPrinter.elementType()))")
      }
    }
  }

  func printUnpack(_ printer: inout Printer) throws(Refusal) {
    printer.line("let \(property): \(typeName)?")
    printer.line("switch unsafe _c.pointee.\(caseMember).rawValue {")
    for (_, fieldPrinter) in cases { try fieldPrinter.printUnpack(&printer) }
    printer.line("default: \(property) = nil")
    printer.line("}")
  }

  func printPack(_ printer: inout Printer) throws(Refusal) {
    printer.line("switch self.\(property) {")
    for (_, fieldPrinter) in cases { try fieldPrinter.printPack(&printer) }
    printer.line("case nil: break")
    printer.line("}")
  }
}
