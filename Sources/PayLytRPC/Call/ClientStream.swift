/// The life of one call on the client, without I/O: what the server's bytes mean for the caller.
struct ClientStream {
  enum Outcome: Equatable {
    case pending
    case succeeded
    case failed(RPCError)
  }

  private(set) var outcome = Outcome.pending
  private(set) var hasHead = false
  /// The head was the status, too.
  private(set) var isTrailersOnly = false
  /// What the server says about another attempt (gRPC A6).
  private(set) var pushback: String?
  private(set) var initialMetadata = Metadata()
  private(set) var trailingMetadata = Metadata()
  private(set) var deframer: MessageDeframer

  init(messageBytesMax: Int) { deframer = MessageDeframer(messageBytesMax: messageBytesMax) }

  // MARK: What the server sends

  /// A header block: informational, the head, trailers, or both in one ("Trailers-Only").
  mutating func receiveBlock(_ fields: HeaderFields, isTooLarge: Bool, endOfStream: Bool) {
    guard outcome == .pending else { return }
    guard !isTooLarge else {
      return fail(RPCError(.resourceExhausted, "The server's metadata is too large."))
    }
    do throws(RPCError) {
      if hasHead {
        guard endOfStream else {
          throw RPCError(.internalError, "The server sent headers in the middle of its answer.")
        }
        try receiveTrailers(fields)
      } else {
        try receiveHead(fields, endOfStream: endOfStream)
      }
    } catch {
      fail(error)
    }
  }

  mutating func receiveData(_ bytes: UnsafeRawBufferPointer) {
    guard outcome == .pending else { return }
    do throws(RPCError) {
      guard hasHead else {
        throw RPCError(.internalError, "The server sent data ahead of its headers.")
      }
      try unsafe deframer.receive(bytes)
    } catch {
      fail(error)
    }
  }

  /// The end of the stream without trailers.
  mutating func receiveEnd() {
    fail(RPCError(.unknown, "The server ended the call without a status."))
  }

  /// The stream is gone (gRPC PROTOCOL-HTTP2, "Errors").
  mutating func close(_ reason: HTTP2CloseReason) {
    switch reason {
    case .connection(let text):
      fail(RPCError(.unavailable, "The connection to the server was lost: \(text)."))
    case .stream(let code):
      fail(RPCError(Self.status(of: code), "The server reset the call (\(code))."))
    }
  }

  /// Decides the outcome, unless it is decided already.
  mutating func fail(_ error: RPCError) {
    if outcome == .pending { outcome = .failed(error) }
  }

  mutating func takeCredit() -> Int { deframer.takeCredit() }

  /// Whether a message waits to be taken.
  var hasMessage: Bool { deframer.readyCount > 0 }

  func withMessage<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe deframer.withMessage(body)
  }

  /// Whether the message that waits is compressed.
  var isMessageCompressed: Bool { deframer.isMessageCompressed }

  func decompressedMessage() throws(RPCError) -> [UInt8] { try deframer.decompressedMessage() }

  mutating func dropMessage() -> Int { deframer.dropMessage() }

  // MARK: Headers

  private mutating func receiveHead(
    _ fields: HeaderFields, endOfStream: Bool
  ) throws(RPCError) {
    let status = fields.first(":status").flatMap(Int.init) ?? 0
    if (100..<200).contains(status), !endOfStream { return }
    hasHead = true
    if endOfStream, fields.first("grpc-status") != nil {
      isTrailersOnly = true
      return try receiveTrailers(fields)
    }
    guard status == 200 else {
      throw RPCError(Self.status(ofHTTP: status), "The server answered with HTTP \(status).")
    }
    let contentType = fields.first("content-type") ?? ""
    guard contentType.hasPrefix("application/grpc") else {
      throw RPCError(.unknown, "The server answered with '\(contentType)', not application/grpc.")
    }
    if let name = fields.first("grpc-encoding"), name != "identity" {
      guard let encoding = MessageEncoding(name: name) else {
        throw RPCError(.internalError, "The server used the encoding \(name) unasked.")
      }
      deframer.encoding = encoding
    }
    if endOfStream { return receiveEnd() }
    initialMetadata = try Metadata(fields)
  }

  private mutating func receiveTrailers(_ fields: HeaderFields) throws(RPCError) {
    trailingMetadata = try Metadata(fields)
    pushback = fields.first("grpc-retry-pushback-ms")
    guard let text = fields.first("grpc-status"), let number = Int32(text) else {
      throw RPCError(.unknown, "The server ended the call without a status.")
    }
    let code = StatusCode(rawValue: number) ?? .unknown
    guard code != .ok else {
      guard !deframer.hasPartialMessage else {
        throw RPCError(.internalError, "The server's answer ends in the middle of a message.")
      }
      outcome = .succeeded
      return
    }
    let details = fields.first("grpc-status-details-bin").flatMap { Base64.decode(Array($0.utf8)) }
    throw RPCError(
      code, PercentEncoding.decode(fields.first("grpc-message") ?? ""), details: details ?? [],
      metadata: trailingMetadata)
  }

  /// gRPC http-grpc-status-mapping.md.
  static func status(ofHTTP status: Int) -> StatusCode {
    switch status {
    case 400: .internalError
    case 401: .unauthenticated
    case 403: .permissionDenied
    case 404: .unimplemented
    case 429, 502, 503, 504: .unavailable
    default: .unknown
    }
  }

  /// gRPC PROTOCOL-HTTP2, "HTTP2 Transport Mapping: Errors".
  static func status(of code: HTTP2ErrorCode) -> StatusCode {
    switch code {
    case .noError, .protocolError, .internalError, .flowControlError, .settingsTimeout,
      .streamClosed, .frameSizeError, .compressionError, .connectError, .http11Required:
      .internalError
    case .refusedStream: .unavailable
    case .cancel: .cancelled
    case .enhanceYourCalm: .resourceExhausted
    case .inadequateSecurity: .permissionDenied
    }
  }
}
