import CNGHTTP2

/// What a session tells its owner about the connection as a whole.
protocol HTTP2SessionOwner: AnyObject {
  /// A server's peer opens a stream.
  ///
  /// - Parameter now: nanoseconds of the loop's clock.
  func streamOpened(now: UInt64) -> StreamAdmission
  /// The number of the method that `path` names, if there is one.
  func route(for path: UnsafeRawBufferPointer) -> Int?
  /// The peer has sent its first SETTINGS: the connection is established.
  func settingsReceived()
  /// The peer takes no new streams; those after `lastStream` were not processed.
  func goAwayReceived(lastStream: Int32, code: HTTP2ErrorCode, isTooManyPings: Bool)
  /// The peer asks for a sign of life, which it gets. `false` when it asks too often.
  ///
  /// - Parameter hasSent: whether headers or data have left since its last ping.
  func pingReceived(hasSent: Bool) -> Bool
  /// The peer has answered the `ping` with that number.
  func pingAcknowledged(_ number: UInt64)
  /// A stream is gone. What was only the session's may be used again.
  func streamGone(_ stream: inout HTTP2Stream?)
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
  /// Not counted, because every call asks for it: the owner keeps itself alive until its connection
  /// is closed, and `abandon` sets this to `nil` then.
  unowned(unsafe) var owner: (any HTTP2SessionOwner)?

  /// `nil` once the connection is lost.
  var raw: OpaquePointer?
  private let memory: HTTP2Memory
  /// The open streams, in no order: what keeps them alive, and what is told when all is lost.
  var streams: [HTTP2Stream] = []
  var paths = PathCache()
  var flood = FloodGuard()
  var now: UInt64 = 0
  /// The header block that is being received, of stream `blockID`; that is 0 when nobody wants it.
  var block = HeaderFields()
  var blockID: Int32 = 0
  /// Its bytes so far, as RFC 9113 §6.5.2 counts them.
  var blockBytes = 0
  var blockIsTooLarge = false
  var blockRoute: Int?
  /// The stream of the last frame: most frames are followed by another one of the same stream.
  /// It is open, so `streams` holds it.
  var recent: Unmanaged<HTTP2Stream>?
  var recentID: Int32 = 0
  /// Bytes of DATA that arrived and were not yet given back to the connection's window.
  var arrivedBytes = 0
  var isEstablished = false
  /// Since when a header block is incomplete, on the loop's clock: a stalled one is an attack.
  var headerBlockStart: UInt64?
  /// Why the peer must go, in the words that its GOAWAY carries.
  var violation: String?
  /// What the connection has carried.
  var counts = ConnectionCounts()
  /// The code of the GOAWAY that has come.
  var goAwayCode: UInt32?
  /// Headers or data have left since the peer's last PING.
  var hasSentSincePing = false
  /// The last stream that the peer has reset.
  var resetID: Int32 = 0
  /// Streams whose response ends while the request is still being sent.
  var endingEarly: [Int32] = []

  /// - Throws: when there is no memory for the session.
  init(
    role: Role, settings: HTTP2Settings, memory: HTTP2Memory = HTTP2Memory()
  ) throws(HTTP2Error) {
    self.role = role
    self.settings = settings
    self.memory = memory
    var raw: OpaquePointer?
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let shared = HTTP2Callbacks.shared
    let isServer = role == .server
    let code = unsafe paylyt_session_new(
      &raw, isServer ? 1 : 0, shared.callbacks, context,
      isServer ? shared.serverOptions : shared.clientOptions, memory.raw)
    guard code == 0, let raw = unsafe raw else { throw HTTP2Error(code) }
    unsafe self.raw = raw
    try unsafe submitSettings(raw)
  }

  deinit {
    precondition(streams.isEmpty, "a session must be closed before it is let go")
    end()
  }

  /// Gives everything back to the loop's memory.
  private func end() {
    paths = PathCache()
    unsafe nghttp2_session_del(raw)
    unsafe raw = nil
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
    guard let raw = unsafe raw else { return }
    self.now = now
    let count = unsafe nghttp2_session_mem_recv(
      raw, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    if arrivedBytes > 0 {
      // What has left the wire counts no more against the connection: a call that does not read
      // holds up its own stream alone.
      _ = unsafe nghttp2_session_consume_connection(raw, arrivedBytes)
      arrivedBytes = 0
    }
    if role == .server,
      unsafe nghttp2_session_get_outbound_queue_size(raw)
        > Limits.waitingFramesMax + 4 * settings.concurrentStreamsMax
    {
      violation = violation ?? "the peer does not read what it is answered"
    }
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
    guard let raw = unsafe raw else { return 0 }
    var filled = 0
    while filled + Limits.frameBytesMax <= buffer.count {
      var bytes: UnsafePointer<UInt8>?
      let count = unsafe nghttp2_session_mem_send(raw, &bytes)
      guard count >= 0 else { throw HTTP2Error(Int32(count)) }
      guard count > 0, let bytes = unsafe bytes else {
        if stopRequests() { continue }
        break
      }
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
    guard let raw = unsafe raw else { return true }
    return unsafe nghttp2_session_want_read(raw) == 0 && nghttp2_session_want_write(raw) == 0
  }

  // MARK: Streams

  /// Opens a client's stream with a request head. The body follows as `output`.
  func open(_ stream: HTTP2Stream, _ head: HeaderFields) throws(HTTP2Error) {
    guard let raw = unsafe raw else { throw HTTP2Error(reason: "the connection is closed") }
    let context = unsafe Unmanaged.passUnretained(stream).toOpaque()
    let id = unsafe head.withFields { fields, count in
      unsafe paylyt_submit_request(raw, fields, count, HTTP2Callbacks.readOutput, context)
    }
    guard id > 0 else { throw HTTP2Error(id) }
    adopt(stream, id: id)
  }

  /// Whether a client has no number left for another stream (RFC 9113 §5.1.1).
  var isExhausted: Bool {
    guard let raw = unsafe raw else { return false }
    return unsafe nghttp2_session_get_next_stream_id(raw) > UInt32(Int32.max)
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

  /// Lets the peer send `count` more bytes on the stream; the call has taken them.
  func consume(_ stream: HTTP2Stream, _ count: Int) {
    guard count > 0, !stream.isPeerDone else { return }
    _ = unsafe nghttp2_session_consume_stream(raw, stream.id, count)
  }

  // MARK: The end

  /// The first step of a graceful end: no new streams, please (RFC 9113 §6.8).
  func announceShutdown() {
    guard let raw = unsafe raw else { return }
    _ = unsafe nghttp2_submit_shutdown_notice(raw)
  }

  /// Bytes that the peer may still send on the connection, and that this side may.
  var windowBytes: (local: Int, remote: Int) {
    guard let raw = unsafe raw else { return (0, 0) }
    return unsafe (
      Int(nghttp2_session_get_local_window_size(raw)),
      Int(nghttp2_session_get_remote_window_size(raw))
    )
  }

  /// Streams that the peer lets this side have open at once; `nil` before its first SETTINGS.
  var peerStreamsMax: Int? {
    guard isEstablished, let raw = unsafe raw else { return nil }
    let count = unsafe nghttp2_session_get_remote_settings(
      raw, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS)
    return Int(count)
  }

  /// Asks the peer for a sign of life: `pingAcknowledged` follows a round trip later.
  func ping(_ number: UInt64) {
    guard let raw = unsafe raw else { return }
    _ = unsafe paylyt_submit_ping(raw, number)
  }

  /// The second step: streams after the last that was seen will not be processed.
  func goAway() {
    guard let raw = unsafe raw else { return }
    _ = unsafe paylyt_submit_goaway(raw, NGHTTP2_NO_ERROR.rawValue, "")
  }

  /// Tells every open stream that the connection is lost. The session is silent from here on, and
  /// its memory given back: this is on the loop, while the last reference may be let go elsewhere.
  func abandon(_ reason: String) {
    blockID = 0
    unsafe recent = nil
    recentID = 0
    while let stream = streams.popLast() {
      counts.streamEnded(isWhole: false)
      stream.session = nil
      stream.closed(.connection(reason))
    }
    unsafe owner = nil
    end()
  }
}
