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
    guard !type.reasons.isEmpty else { return }
    printer.line()
    printReasons(cases, &printer)
  }

  /// What programs need that read a refusal: by its reason, and what its status is.
  private func printReasons(
    _ cases: [(name: String, value: ProtoEnum.Value)], _ printer: inout Printer
  ) {
    let visibility = naming.options.visibility.modifier
    printer.block("extension \(naming.declaredName(of: type)) {") { printer in
      printer.line("/// What refusals carry, such as `\(type.reasons[0].name)`.")
      printer.block("\(visibility)var name: String {") { printer in
        printer.line("switch self {")
        for (name, value) in cases { printer.line("case .\(name): \(value.name.swiftLiteral)") }
        printer.line("case .unrecognized(let number): \"\\(number)\"")
        printer.line("}")
      }
      printer.line()
      printer.line("/// nil for what the proto of this build does not name.")
      printer.block("\(visibility)init?(name: String) {") { printer in
        printer.line("guard let reason = Self.named[name] else { return nil }")
        printer.line("self = reason")
      }
      printer.line()
      printer.line("private static let named: [String: Self] =")
      printer.line("  Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })")
      printer.line()
      printer.line("/// The one status of its refusals; UNKNOWN of what is no reason.")
      printer.block("\(visibility)var status: StatusCode {") { printer in
        printer.line("switch self {")
        for (number, status) in Self.statuses.enumerated() {
          let names = cases.filter { $0.value.options.status == Int32(number) }
            .map { ".\($0.name)" }
          guard !names.isEmpty else { continue }
          printer.line("case \(names.joined(separator: ", ")): .\(status)")
        }
        printer.line("default: .unknown")
        printer.line("}")
      }
      printer.line()
      let (common, retryable) = (
        cases.filter(\.value.options.isCommon), cases.filter(\.value.options.isRetryable)
      )
      printer.line("/// Whether any method may refuse with it.")
      printClaim("isCommon", of: common.map(\.name), &printer)
      printer.line()
      printer.line("/// Whether the same request may succeed after a while.")
      printClaim("isRetryable", of: retryable.map(\.name), &printer)
    }
  }

  /// A property that is true for the cases of these names.
  private func printClaim(_ claim: String, of names: [String], _ printer: inout Printer) {
    printer.block("\(naming.options.visibility.modifier)var \(claim): Bool {") { printer in
      printer.line("switch self {")
      let all = names.map { ".\($0)" }
      if !all.isEmpty { printer.line("case \(all.joined(separator: ", ")): true") }
      printer.line("default: false")
      printer.line("}")
    }
  }

  /// The cases of `StatusCode`, by number.
  private static let statuses = [
    "ok", "cancelled", "unknown", "invalidArgument", "deadlineExceeded", "notFound",
    "alreadyExists", "permissionDenied", "resourceExhausted", "failedPrecondition", "aborted",
    "outOfRange", "unimplemented", "internalError", "unavailable", "dataLoss", "unauthenticated",
  ]
}
