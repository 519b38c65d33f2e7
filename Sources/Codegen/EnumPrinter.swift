/// One proto enum as a Swift enum that keeps the numbers it does not know.
struct EnumPrinter {
  private let naming: Naming
  private let type: ProtoEnum

  init(_ type: ProtoEnum, _ naming: Naming) {
    self.type = type
    self.naming = naming
  }

  func print(_ printer: inout Printer) {
    let visibility = naming.options.visibility.modifier
    // The first name of a number is its case; further names (`allow_alias`) are constants.
    var cases: [(name: String, value: ProtoEnum.Value)] = []
    var aliases: [(name: String, value: ProtoEnum.Value, original: String)] = []
    var nameByNumber: [Int32: String] = [:]
    for (name, value) in zip(naming.caseNames(of: type), type.values) {
      if let original = nameByNumber[value.number] {
        aliases.append((name, value, original))
      } else {
        nameByNumber[value.number] = name
        cases.append((name, value))
      }
    }
    printer.documentation(type.comment)
    printer.block("\(visibility)enum \(naming.declaredName(of: type)): WireEnum {") { printer in
      for (name, value) in cases {
        printer.documentation(value.comment)
        printer.line("case \(name)")
      }
      printer.line("/// A number that the proto of this build does not name.")
      printer.line("case unrecognized(Int32)")
      for (name, value, original) in aliases {
        printer.line()
        printer.documentation(value.comment)
        printer.line("\(visibility)static var \(name): Self { .\(original) }")
      }
      printer.line()
      printer.block("\(visibility)init(rawValue: Int32) {") { printer in
        printer.line("switch rawValue {")
        for (name, value) in cases { printer.line("case \(value.number): self = .\(name)") }
        printer.line("default: self = .unrecognized(rawValue)")
        printer.line("}")
      }
      printer.line()
      printer.block("\(visibility)var rawValue: Int32 {") { printer in
        printer.line("switch self {")
        for (name, value) in cases { printer.line("case .\(name): \(value.number)") }
        printer.line("case .unrecognized(let number): number")
        printer.line("}")
      }
      printer.line()
      printer.line("/// The values that the proto names.")
      let all = cases.map { ".\($0.name)" }.joined(separator: ", ")
      printer.line("\(visibility)static var allCases: [Self] { [\(all)] }")
    }
  }
}
