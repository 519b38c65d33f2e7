import CNGHTTP2

/// What a session tells its owner about the connection as a whole.
protocol HTTP2SessionOwner: AnyObject {
  /// A server's peer opens a stream.
  func streamOpened() -> StreamAdmission
  /// The number of the method that `path` names, if there is one.
  func route(for path: UnsafeRawBufferPointer) -> Int?
  /// The peer has sent its first SETTINGS: the connection is established.
  func settingsReceived()
  /// The peer takes no new streams; those after `lastStream` were not processed.
  func goAwayReceived(lastStream: Int32, code: HTTP2ErrorCode)
  /// The peer asks for a sign of life, which it gets. `false` when it asks too often.
  ///
  /// - Parameter hasSent: whether headers or data have left since its last ping.
  func pingReceived(hasSent: Bool) -> Bool
  /// The peer has answered the `ping` with that number.
  func pingAcknowledged(_ number: UInt64)
  /// No stream is open any more.
  func lastStreamClosed()
}

/// Whether a stream that a peer opens is served.
enum StreamAdmission {
  case open(HTTP2Stream)
  /// It is reset, unprocessed. `refusedStream` invites the peer to try again.
  case refuse(HTTP2ErrorCode)
}

/// The connection cannot go on: why, for the log.
struct HTTP2Error: Error, Equatable {
  let reason: String
}

/// One side of one HTTP/2 connection: bytes in, events out, bytes to send. No I/O inside.
///
/// `@unchecked Sendable`: confined to the loop of its connection.
@safe final class HTTP2Session: @unchecked Sendable {
  enum Role { case server, client }

  let role: Role
  let settings: HTTP2Settings
  weak var owner: (any HTTP2SessionOwner)?

  private var raw: OpaquePointer?
  /// The open streams, in no order: what keeps them alive, and what is told when all is lost.
  private(set) var streams: [HTTP2Stream] = []
  private var paths = PathCache()
  private var flood = FloodGuard()
  private var now: UInt64 = 0
  /// The stream whose header block is being received.
  private var blockStream: HTTP2Stream?
  private var isEstablished = false
  /// Since when a header block is incomplete, on the loop's clock: a stalled one is an attack.
  private(set) var headerBlockStart: UInt64?
  /// Why the peer must go, in the words that its GOAWAY carries.
  private var violation: String?
  /// Headers or data have left since the peer's last PING.
  var hasSentSincePing = false
  /// Streams whose response ends while the request is still being sent.
  private var endingEarly: [Int32] = []

  /// - Throws: when there is no memory for the session.
  init(role: Role, settings: HTTP2Settings) throws(HTTP2Error) {
    self.role = role
    self.settings = settings
    var raw: OpaquePointer?
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let shared = HTTP2Callbacks.shared
    let code =
      switch role {
      case .server:
        unsafe nghttp2_session_server_new2(&raw, shared.callbacks, context, shared.options)
      case .client:
        unsafe nghttp2_session_client_new2(&raw, shared.callbacks, context, shared.options)
      }
    guard code == 0, let raw = unsafe raw else { throw HTTP2Error(code) }
    unsafe self.raw = raw
    try unsafe submitSettings(raw)
  }

  deinit {
    precondition(streams.isEmpty, "a session must be closed before it is let go")
    unsafe nghttp2_session_del(raw)
  }

  private func submitSettings(_ raw: OpaquePointer) throws(HTTP2Error) {
    var entries = [
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE.rawValue),
        value: UInt32(settings.streamWindowBytes)),
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE.rawValue),
        value: UInt32(settings.headerListBytesMax)),
    ]
    switch role {
    case .server:
      entries.append(
        nghttp2_settings_entry(
          settings_id: Int32(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS.rawValue),
          value: UInt32(settings.concurrentStreamsMax)))
    case .client:
      entries.append(
        nghttp2_settings_entry(
          settings_id: Int32(NGHTTP2_SETTINGS_ENABLE_PUSH.rawValue), value: 0))
    }
    var code = unsafe nghttp2_submit_settings(
      raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), entries, entries.count)
    guard code == 0 else { throw HTTP2Error(code) }
    code = unsafe nghttp2_session_set_local_window_size(
      raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, Int32(settings.connectionWindowBytes))
    guard code == 0 else { throw HTTP2Error(code) }
  }

  // MARK: Bytes

  /// Takes what the peer has sent; events are delivered before it returns.
  ///
  /// - Parameter now: nanoseconds of the loop's clock.
  /// - Throws: when the connection must be closed at once. Errors that HTTP/2 can express are
  ///   answered with GOAWAY instead, and `isFinished` turns true when that is sent.
  func receive(_ bytes: UnsafeRawBufferPointer, now: UInt64) throws(HTTP2Error) {
    self.now = now
    let count = unsafe nghttp2_session_mem_recv(
      raw, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    if let violation {
      // RFC 9113 §10.5: ENHANCE_YOUR_CALM, with a word of explanation, and out. Terminating keeps
      // the answers to the flood back.
      _ = unsafe paylyt_submit_goaway(raw, NGHTTP2_ENHANCE_YOUR_CALM.rawValue, violation)
      unsafe nghttp2_session_terminate_session(raw, NGHTTP2_ENHANCE_YOUR_CALM.rawValue)
      self.violation = nil
      throw HTTP2Error(reason: violation)
    }
    guard count >= 0 else { throw HTTP2Error(Int32(count)) }
  }

  /// Copies bytes that are ready to be sent into `buffer`, whole frames only.
  ///
  /// - Parameter buffer: at least `Limits.frameBytesMax` long.
  /// - Returns: how many bytes were written; 0 when there is nothing to send.
  func collectOutput(into buffer: UnsafeMutableRawBufferPointer) throws(HTTP2Error) -> Int {
    var filled = 0
    while filled + Limits.frameBytesMax <= buffer.count {
      var bytes: UnsafePointer<UInt8>?
      let count = unsafe nghttp2_session_mem_send(raw, &bytes)
      guard count >= 0 else { throw HTTP2Error(Int32(count)) }
      guard count > 0, let bytes = unsafe bytes else { break }
      guard filled + count <= buffer.count else {
        throw HTTP2Error(reason: "nghttp2 made a frame of \(count) bytes")
      }
      unsafe buffer.baseAddress?.advanced(by: filled).copyMemory(from: bytes, byteCount: count)
      filled += count
    }
    return filled
  }

  /// Neither side has anything to say: the connection can be closed.
  var isFinished: Bool {
    unsafe nghttp2_session_want_read(raw) == 0 && nghttp2_session_want_write(raw) == 0
  }

  // MARK: Streams

  /// Opens a client's stream with a request head. The body follows as `output`.
  func open(_ stream: HTTP2Stream, _ head: HeaderFields) throws(HTTP2Error) {
    let context = unsafe Unmanaged.passUnretained(stream).toOpaque()
    let id = unsafe head.withFields { fields, count in
      unsafe paylyt_submit_request(raw, fields, count, HTTP2Callbacks.readOutput, context)
    }
    guard id > 0 else { throw HTTP2Error(id) }
    adopt(stream, id: id)
  }

  /// The head of a response that is not only a head.
  enum ResponseHead {
    /// What nearly every response has.
    case plain
    /// That, and which encodings this side reads.
    case plainWithEncodings
    case fields(HeaderFields)
  }

  /// Starts a response.
  func respond(_ stream: HTTP2Stream, _ head: ResponseHead) {
    hasSentSincePing = true
    let head = stream.web.map { head.dressed(for: $0) } ?? head
    let context = unsafe Unmanaged.passUnretained(stream).toOpaque()
    let code: Int32
    switch head {
    case .plain:
      code = unsafe paylyt_submit_plain_head(
        raw, stream.id, 0, HTTP2Callbacks.readOutput, context)
    case .plainWithEncodings:
      code = unsafe paylyt_submit_plain_head(
        raw, stream.id, 1, HTTP2Callbacks.readOutput, context)
    case .fields(let head):
      code = unsafe head.withFields { fields, count in
        unsafe paylyt_submit_response(
          raw, stream.id, fields, count, HTTP2Callbacks.readOutput, context)
      }
    }
    // Out of memory is the only way to fail; the peer then sees the stream reset.
    if code != 0 { reset(stream, .internalError) }
  }

  /// Answers with a header block alone (gRPC "Trailers-Only").
  func respondOnly(_ stream: HTTP2Stream, _ head: HeaderFields) {
    if let web = stream.web { return respondOnly(stream, head, web) }
    hasSentSincePing = true
    let code = unsafe head.withFields { fields, count in
      unsafe paylyt_submit_response(raw, stream.id, fields, count, nil, nil)
    }
    if code != 0 { reset(stream, .internalError) } else { stopRequest(stream) }
  }

  /// Says that `output` or `ending` of the stream has changed.
  func resumeOutput(_ stream: HTTP2Stream) {
    guard stream.isOutputDeferred else { return }
    stream.isOutputDeferred = false
    _ = unsafe nghttp2_session_resume_data(raw, stream.id)
  }

  func reset(_ stream: HTTP2Stream, _ code: HTTP2ErrorCode) {
    _ = unsafe nghttp2_submit_rst_stream(
      raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, code.rawValue)
  }

  /// Lets the peer send `count` more bytes on the connection; they have left the wire.
  func consumeConnection(_ count: Int) {
    _ = unsafe nghttp2_session_consume_connection(raw, count)
  }

  /// Lets the peer send `count` more bytes on the stream; the call has taken them.
  func consume(_ stream: HTTP2Stream, _ count: Int) {
    guard count > 0 else { return }
    _ = unsafe nghttp2_session_consume_stream(raw, stream.id, count)
  }

  // MARK: The end

  /// The first step of a graceful end: no new streams, please (RFC 9113 §6.8).
  func announceShutdown() {
    _ = unsafe nghttp2_submit_shutdown_notice(raw)
  }

  /// Asks the peer for a sign of life: `pingAcknowledged` follows a round trip later.
  func ping(_ number: UInt64) { _ = unsafe paylyt_submit_ping(raw, number) }

  /// The second step: streams after the last that was seen will not be processed.
  func goAway() {
    _ = unsafe paylyt_submit_goaway(raw, NGHTTP2_NO_ERROR.rawValue, "")
  }

  /// Tells every open stream that the connection is lost. The session is silent from here on.
  func abandon(_ reason: String) {
    blockStream = nil
    while let stream = streams.popLast() {
      stream.session = nil
      stream.closed(.connection(reason))
    }
  }

  // MARK: Callbacks

  func adopt(_ stream: HTTP2Stream, id: Int32) {
    stream.id = id
    stream.session = self
    stream.slot = streams.count
    streams.append(stream)
  }

  /// A request that nobody reads on is stopped once the response is out (RFC 9113 §8.1): not
  /// before, because nghttp2 drops what a stream has yet to send when it is reset.
  func stopRequest(_ stream: HTTP2Stream) {
    guard role == .server, !stream.isPeerDone else { return }
    endingEarly.append(stream.id)
  }

  /// A frame has been copied for sending. Called for every frame, so the usual case comes first.
  func frameSent(_ frame: paylyt_frame) {
    guard UInt32(frame.type) == NGHTTP2_HEADERS.rawValue,
      frame.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0,
      let index = endingEarly.firstIndex(of: frame.stream)
    else { return }
    endingEarly.remove(at: index)
    _ = unsafe nghttp2_submit_rst_stream(
      raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), frame.stream, HTTP2ErrorCode.noError.rawValue)
  }

  var hasEarlyEnds: Bool { !endingEarly.isEmpty }

  func streamBegan(_ id: Int32) -> HTTP2Stream? {
    headerBlockStart = now
    blockStream = nil
    switch owner?.streamOpened() ?? .refuse(.refusedStream) {
    case .open(let stream):
      adopt(stream, id: id)
      blockStream = stream
      return stream
    case .refuse(let code):
      // Each refusal waits to be sent: a peer that goes on must not pile them up.
      count(.reset)
      _ = unsafe nghttp2_submit_rst_stream(
        raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, code.rawValue)
      return nil
    }
  }

  func blockBegan(_ stream: HTTP2Stream) {
    headerBlockStart = now
    blockStream = stream
    stream.received.removeAll()
  }

  /// One field of the block that is being received. `:path` is resolved here: the peer's HPACK
  /// table hands out the same buffer for it again and again.
  func fieldReceived(name: OpaquePointer, value: OpaquePointer) {
    guard let stream = blockStream else { return }
    let nameBytes = unsafe bytes(of: name)
    let valueBytes = unsafe bytes(of: value)
    if role == .server, nameBytes.count == 5, unsafe nameBytes[1] == UInt8(ascii: "p"),
      unsafe nameBytes[0] == UInt8(ascii: ":")
    {
      stream.route = unsafe paths.route(of: value, path: valueBytes) {
        unsafe owner?.route(for: valueBytes)
      }
      if stream.route != nil { return }
    }
    guard
      stream.received.size + nameBytes.count + valueBytes.count + 32
        <= settings.headerListBytesMax
    else {
      stream.receivedTooLarge = true
      return
    }
    unsafe stream.received.append(name: nameBytes, value: valueBytes)
  }

  private func bytes(of buffer: OpaquePointer) -> UnsafeRawBufferPointer {
    let vector = unsafe nghttp2_rcbuf_get_buf(buffer)
    return unsafe UnsafeRawBufferPointer(start: vector.base, count: vector.len)
  }

  func frameReceived(_ frame: paylyt_frame, stream: HTTP2Stream?) {
    let isEnd = frame.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    switch UInt32(frame.type) {
    case NGHTTP2_DATA.rawValue:
      if frame.length == 0, !isEnd { count(.idle) }
      guard isEnd, let stream else { return }
      stream.isPeerDone = true
      stream.endReceived()
    case NGHTTP2_HEADERS.rawValue:
      headerBlockStart = nil
      blockStream = nil
      guard let stream else { return }
      if isEnd { stream.isPeerDone = true }
      stream.headersReceived(endOfStream: isEnd)
    case NGHTTP2_SETTINGS.rawValue:
      guard frame.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 else { return }
      count(.answered)
      guard !isEstablished else { return }
      isEstablished = true
      owner?.settingsReceived()
    case NGHTTP2_PING.rawValue:
      count(.answered)
      let isBorne = owner?.pingReceived(hasSent: hasSentSincePing) ?? true
      hasSentSincePing = false
      if !isBorne { violation = "too_many_pings" }
    case NGHTTP2_RST_STREAM.rawValue: count(.reset)
    default: count(.idle)
    }
  }

  func goAwayReceived(lastStream: Int32, code: UInt32) {
    owner?.goAwayReceived(lastStream: lastStream, code: HTTP2ErrorCode(wire: code))
  }

  /// The connection ends after the bytes at hand: the peer floods it.
  private func count(_ kind: FloodGuard.Kind) {
    if !flood.accepts(kind, now: now) { violation = "the peer floods the connection (\(kind))" }
  }

  var hasViolation: Bool { violation != nil }

  func streamClosed(_ stream: HTTP2Stream, code: UInt32) {
    let last = streams.removeLast()
    if last !== stream {
      last.slot = stream.slot
      streams[stream.slot] = last
    }
    if !endingEarly.isEmpty { endingEarly.removeAll { $0 == stream.id } }
    if blockStream === stream { blockStream = nil }
    stream.session = nil
    stream.closed(.stream(HTTP2ErrorCode(wire: code)))
    if streams.isEmpty { owner?.lastStreamClosed() }
  }
}
