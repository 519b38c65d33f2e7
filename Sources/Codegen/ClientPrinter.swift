/// One service as its callers see it: a struct with a typed function for each method.
struct ClientPrinter {
  private let naming: Naming
  private let service: ProtoService
  private let visibility: String

  init(_ service: ProtoService, _ naming: Naming) {
    self.service = service
    self.naming = naming
    visibility = naming.options.visibility.modifier
  }

  func print(_ printer: inout Printer) throws(Refusal) {
    printer.documentation(service.comment)
    let opening = "\(visibility)struct \(naming.serviceName(service))Client: Sendable {"
    try printer.block(opening) { printer throws(Refusal) in
      printer.line("private let rpcChannel: Channel")
      printer.line()
      printer.block("\(visibility)init(_ channel: Channel) {") {
        $0.line("rpcChannel = channel")
      }
      for method in service.methods {
        printer.line()
        try print(method, &printer)
      }
    }
  }

  private func print(_ method: ProtoMethod, _ printer: inout Printer) throws(Refusal) {
    let request = try naming.reference(message: method.input, in: nil)
    let response = try naming.reference(message: method.output, in: nil)
    let function = naming.functionName(method)
    let descriptor = "\(naming.serviceName(service))Methods.\(function)"
    printer.documentation(method.comment)
    printer.line("\(visibility)func \(function)(")
    if !method.isClientStreaming { printer.line("  _ request: \(request),") }
    printer.line("  options: CallOptions = CallOptions()")
    let result =
      switch method.kind {
      case .unary: response
      case .serverStreaming: "ResponseStream<\(response)>"
      case .clientStreaming: "ClientStreamingCall<\(request), \(response)>"
      case .bidirectional: "BidirectionalCall<\(request), \(response)>"
      }
    printer.block(") async throws(RPCError) -> \(result) {") { printer in
      switch method.kind {
      case .unary:
        printer.line("let response: UnaryResponse<\(response)> =")
        printer.line("  try await rpcChannel.unary(\(descriptor), request, options)")
        printer.line("return response.message")
      case .serverStreaming:
        printer.line("try await rpcChannel.serverStreaming(\(descriptor), request, options)")
      case .clientStreaming, .bidirectional:
        printer.line(
          "try await rpcChannel.\(method.kind.rawValue)(\(descriptor), options)")
      }
    }
  }
}
