/// What the header block of a request says to the RPC layer.
struct RequestHead: Equatable {
  /// Why a request is no call: answered by an HTTP status (gRPC PROTOCOL-HTTP2, "Requests") or,
  /// when the peer does speak gRPC, by a status of its own.
  enum Refusal: Error, Equatable {
    case http(status: Int, RPCError)
    case rpc(RPCError)
  }

  /// How long the caller waits.
  let timeout: Duration?
  /// How the caller's compressed messages are to be read.
  let encoding: MessageEncoding?
  /// Whether the caller says which encodings it reads.
  let hasAcceptEncoding: Bool

  /// What nearly every head says.
  static let plain = RequestHead()

  private init() {
    timeout = nil
    encoding = nil
    hasAcceptEncoding = false
  }

  /// Reads a request's head.
  ///
  /// - Throws: `Refusal`, in the order in which a caller would fix things: protocol before content.
  ///
  /// - Parameter isWeb: the content type was found to be one of gRPC-Web.
  init(_ fields: HeaderFields, isWeb: Bool = false) throws(Refusal) {
    var method: Int?
    var contentType: Int?
    var encoding: Int?
    var timeoutField: Int?
    var hasAcceptEncoding = false
    for index in 0..<fields.count {
      switch fields.nameRange(index).count {
      case 7 where fields.isNamed(index, ":method"): method = index
      case 12 where fields.isNamed(index, "content-type"): contentType = index
      case 12 where fields.isNamed(index, "grpc-timeout"): timeoutField = index
      case 13 where fields.isNamed(index, "grpc-encoding"): encoding = index
      case 20 where fields.isNamed(index, "grpc-accept-encoding"): hasAcceptEncoding = true
      default: continue
      }
    }
    guard fields.isPost || (method.map { fields.hasValue($0, "POST") } ?? false) else {
      throw .http(status: 405, RPCError(.internalError, "gRPC calls are POST requests."))
    }
    if !isWeb, contentType != nil || !fields.isGRPC {
      try Self.checkContentType(fields, contentType)
    }
    self.hasAcceptEncoding = hasAcceptEncoding
    self.encoding = try Self.encoding(fields, encoding)
    guard let timeoutField else {
      timeout = nil
      return
    }
    guard let timeout = GRPCTimeout.parse(fields.bytes[fields.valueRange(timeoutField)]) else {
      throw .rpc(
        RPCError(
          .internalError, "The grpc-timeout \(fields.value(timeoutField)) is malformed."))
    }
    self.timeout = timeout
  }

  private static func encoding(
    _ fields: HeaderFields, _ index: Int?
  ) throws(Refusal) -> MessageEncoding? {
    guard let index, !fields.hasValue(index, "identity") else { return nil }
    let name = fields.value(index)
    guard let encoding = MessageEncoding(name: name) else {
      throw .rpc(
        RPCError(
          .unimplemented,
          "The grpc-encoding \(name) is not supported, but \(MessageEncoding.accepted) are."))
    }
    return encoding
  }

  private static func checkContentType(
    _ fields: HeaderFields, _ index: Int?
  ) throws(Refusal) {
    if let index, fields.hasValue(index, "application/grpc") { return }
    let text = index.map(fields.value) ?? ""
    guard text.hasPrefix("application/grpc"),
      let next = text.dropFirst("application/grpc".count).first, "+;".contains(next)
    else {
      throw .http(
        status: 415,
        RPCError(.invalidArgument, "The content-type is '\(text)', not application/grpc."))
    }
    let format = text.dropFirst("application/grpc+".count).prefix { $0 != ";" }
    guard next == ";" || format == "proto" else {
      throw .rpc(RPCError(.unimplemented, "The message format '\(format)' is not supported."))
    }
  }
}
