/// One service as its server sees it: the protocol that a handler implements, and what describes
/// the methods to the stack.
struct ServicePrinter {
  private let naming: Naming
  private let service: ProtoService
  private let visibility: String

  init(_ service: ProtoService, _ naming: Naming) {
    self.service = service
    self.naming = naming
    visibility = naming.options.visibility.modifier
  }

  func print(_ printer: inout Printer) throws(Refusal) {
    try printMethods(&printer)
    printer.line()
    try printTypes(&printer)
    printer.line()
    try printProtocol(&printer)
    printer.line()
    try printBindings(&printer)
  }

  private func printMethods(_ printer: inout Printer) throws(Refusal) {
    let name = naming.serviceName(service)
    printer.line("/// The methods of `\(service.fullName)`.")
    try printer.block("\(visibility)enum \(name)Methods {") { printer throws(Refusal) in
      printer.line(
        "\(visibility)static let serviceName = \(service.fullName.swiftLiteral)")
      for method in service.methods {
        printer.line()
        printer.line("\(visibility)static let \(naming.functionName(method)) = MethodDescriptor(")
        printer.line("  service: serviceName,")
        printer.line("  method: \(method.name.swiftLiteral),")
        printer.line("  kind: .\(method.kind.rawValue),")
        printer.line("  requestType: \(method.input.swiftLiteral),")
        printer.line("  responseType: \(method.output.swiftLiteral),")
        printer.line("  options: MethodOptions(")
        printer.line("    permission: \(method.options.permission.swiftLiteral),")
        printer.line("    isIdempotent: \(method.options.isIdempotent),")
        let refusals = try naming.schema.refusals(of: method).map(\.name.swiftLiteral)
        let end = refusals.isEmpty ? "))" : ","
        printer.line("    isMoneyMoving: \(method.options.isMoneyMoving)\(end)")
        guard !refusals.isEmpty else { continue }
        printer.line("    refusals: [\(refusals.joined(separator: ", "))]))")
      }
      printer.line()
      let all = service.methods.map { naming.functionName($0) }.joined(separator: ", ")
      printer.line("\(visibility)static let all: [MethodDescriptor] = [\(all)]")
    }
  }

  /// The same methods for programs that find them by name.
  private func printTypes(_ printer: inout Printer) throws(Refusal) {
    let name = naming.serviceName(service)
    try printer.block("extension \(name)Methods {") { printer throws(Refusal) in
      printer.line("/// The methods with the types of their messages.")
      let opening = "\(visibility)static let types: [MethodTypes] = ["
      try printer.block(opening, closing: "]") { printer throws(Refusal) in
        for method in service.methods {
          let request = try naming.reference(message: method.input, in: nil)
          let response = try naming.reference(message: method.output, in: nil)
          printer.line(
            "MethodTypes(\(naming.functionName(method)), \(request).self, \(response).self),")
        }
      }
    }
  }

  private func printProtocol(_ printer: inout Printer) throws(Refusal) {
    printer.documentation(service.comment)
    let opening = "\(visibility)protocol \(naming.serviceName(service))Handler: RPCService {"
    try printer.block(opening) { printer throws(Refusal) in
      for (index, method) in service.methods.enumerated() {
        if index > 0 { printer.line() }
        printer.documentation(method.comment)
        printer.line("func \(naming.functionName(method))(")
        let request = try naming.reference(message: method.input, in: nil)
        let response = try naming.reference(message: method.output, in: nil)
        printer.line(
          method.isClientStreaming
            ? "  _ requests: RequestStream<\(request)>," : "  _ request: \(request),")
        if method.isServerStreaming {
          printer.line("  _ responses: ResponseWriter<\(response)>,")
        }
        printer.line("  _ context: ServerContext")
        printer.line(
          method.isServerStreaming ? ") async throws" : ") async throws -> \(response)")
      }
    }
  }

  private func printBindings(_ printer: inout Printer) throws(Refusal) {
    let name = naming.serviceName(service)
    try printer.block("extension \(name)Handler {") { printer throws(Refusal) in
      printer.line("\(visibility)static var serviceName: String { \(name)Methods.serviceName }")
      printer.line()
      try printer.block("\(visibility)var methods: [MethodBinding] {") { printer throws(Refusal) in
        printer.line("[")
        for method in service.methods { try printBinding(of: method, &printer) }
        printer.line("]")
      }
    }
  }
}

extension ServicePrinter {
  /// The closure calls the handler itself, not through a generic function: what is between a call
  /// and its handler costs on every call.
  private func printBinding(of method: ProtoMethod, _ printer: inout Printer) throws(Refusal) {
    let function = naming.functionName(method)
    let request = try naming.reference(message: method.input, in: nil)
    let response = try naming.reference(message: method.output, in: nil)
    printer.line(
      "  MethodBinding(\(naming.serviceName(service))Methods.\(function)) { call, context in")
    var arguments = [method.isClientStreaming ? "call.requests(\(request).self)" : "request"]
    if method.isServerStreaming { arguments.append("call.responses(\(response).self)") }
    arguments.append("context")
    let answer = "await self.\(function)(\(arguments.joined(separator: ", ")))"
    if !method.isClientStreaming {
      printer.line("    let request = try call.request(\(request).self)")
    }
    printer.line(
      method.isServerStreaming ? "    try \(answer)" : "    try call.respond(\(answer))")
    printer.line("  },")
  }
}

extension ProtoMethod {
  /// Who streams, by the names of `MethodDescriptor.Kind`.
  enum Kind: String {
    case unary, serverStreaming, clientStreaming, bidirectional
  }

  var kind: Kind {
    switch (isClientStreaming, isServerStreaming) {
    case (false, false): .unary
    case (false, true): .serverStreaming
    case (true, false): .clientStreaming
    case (true, true): .bidirectional
    }
  }
}
