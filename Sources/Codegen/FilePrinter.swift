/// The Swift file for one proto file.
struct FilePrinter {
  private let naming: Naming
  private let file: ProtoFile

  init(_ file: ProtoFile, _ naming: Naming) throws(Refusal) {
    try file.refuseUnlessProto3()
    self.file = file
    self.naming = naming
  }

  /// Swift wants the names of a module's files to differ, so the folders become part of them.
  var outputName: String {
    let stem = file.name.hasSuffix(".proto") ? file.name.dropLast(6) : file.name[...]
    return stem.map { $0 == "/" ? "." : String($0) }.joined() + ".swift"
  }

  /// nil for a file that declares nothing that Swift sees, such as one with options only.
  func print() throws(Refusal) -> String? {
    guard !(file.messages.isEmpty && file.enums.isEmpty && file.services.isEmpty) else {
      return nil
    }
    var printer = Printer()
    printer.line("// Generated from \(file.name) by protoc-gen-paylyt. Do not edit.")
    printer.line()
    for line in imports() { printer.line(line) }
    for type in file.enums {
      printer.line()
      EnumPrinter(type, naming).print(&printer)
    }
    for message in file.messages {
      printer.line()
      try MessagePrinter(message, naming).printStruct(&printer)
    }
    for message in file.messages {
      try MessagePrinter(message, naming).printBridge(&printer)
    }
    for message in file.messages.flatMap(\.withNested) {
      var rules = FieldRulesPrinter(message, naming)
      try rules.print(&printer)
    }
    for service in file.services {
      printer.line()
      try ServicePrinter(service, naming).print(&printer)
      printer.line()
      try ClientPrinter(service, naming).print(&printer)
    }
    return printer.text
  }

  private func imports() -> [String] {
    var modules: Set<String> = ["PayLytRPC"]
    var cModules: Set<String> = file.messages.isEmpty ? [] : [naming.options.cModule]
    for name in typeFiles() where !naming.isOwn(file: name) {
      guard let imported = naming.imported(file: name) else { continue }
      modules.insert(imported.module)
      cModules.insert(imported.cModule)
    }
    let modifier = naming.options.visibility.modifier
    return cModules.sorted().map { "import \($0)" }
      + modules.sorted().map { "\(modifier)import \($0)" }
  }

  /// The files that declare the types that this one uses.
  private func typeFiles() -> Set<String> {
    var files: Set<String> = []
    func visit(_ message: ProtoMessage) {
      for case let type? in message.fields.map(\.kind.typeName) {
        files.insert((naming.schema.messages[type]?.file ?? naming.schema.enums[type]?.file) ?? "")
      }
      for nested in message.messages { visit(nested) }
    }
    for message in file.messages { visit(message) }
    for method in file.services.flatMap(\.methods) {
      files.insert(naming.schema.messages[method.input]?.file ?? "")
      files.insert(naming.schema.messages[method.output]?.file ?? "")
    }
    return files
  }
}
