/// Where gRPC-Web differs on the wire. Nothing here is called for gRPC.
extension HTTP2Session {
  /// A piece of a request's body in the text format.
  func textReceived(_ bytes: UnsafeRawBufferPointer, _ web: WebCall, _ stream: HTTP2Stream) {
    guard let decoded = unsafe web.decode(bytes) else { return reset(stream, .protocolError) }
    // The call gives back what it sees; what base64 takes on top is given back here.
    consume(stream, web.takeOverhead())
    guard !decoded.isEmpty else { return }
    unsafe decoded.withUnsafeBytes { unsafe stream.dataReceived($0) }
  }

  /// Moves output into a DATA frame. What follows the last message is a message here.
  ///
  /// - Returns: how many bytes of the frame were filled.
  func takeWebOutput(
    of stream: HTTP2Stream, _ web: WebCall, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    switch stream.ending {
    case .open, .endOfStream: break
    case .plainTrailers:
      var fields = HeaderFields()
      fields.append(name: "grpc-status", value: "0")
      stream.output.append(WebCall.trailers(fields))
      stream.ending = .endOfStream
    case .trailers(let fields):
      stream.output.append(WebCall.trailers(fields))
      stream.ending = .endOfStream
    }
    let count = min(web.prepare(&stream.output), buffer.count)
    guard count > 0 else { return 0 }
    hasSentSincePing = true
    unsafe stream.output.withUnsafeBytes { bytes in
      let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<count])
      unsafe buffer.copyMemory(from: piece)
    }
    stream.output.removeFirst(count)
    web.taken(count)
    return count
  }

  /// Answers with a status alone: in the body, where every client of gRPC-Web finds it. What is no
  /// answer to a call goes out as it is.
  func respondOnly(_ stream: HTTP2Stream, _ fields: HeaderFields, _ web: WebCall) {
    let (head, trailers) = WebCall.split(fields)
    stream.ending = .trailers(trailers)
    respond(stream, .fields(head))
  }
}

extension HTTP2Session.ResponseHead {
  /// The head as a client of gRPC-Web gets it.
  func dressed(for web: WebCall) -> Self {
    var head = HeaderFields()
    switch self {
    case .plain, .plainWithEncodings:
      head.append(name: ":status", value: "200")
      head.append(name: "content-type", value: web.format.contentType)
    case .fields(let fields): head = fields
    }
    if case .plainWithEncodings = self {
      head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted)
    }
    return .fields(web.head(head))
  }
}
