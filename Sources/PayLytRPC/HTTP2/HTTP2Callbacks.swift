import CNGHTTP2

/// The bridge from nghttp2's callbacks to the session's methods, shared by all sessions.
///
/// Each callback gets its session as user data and each stream as the stream's user data, both
/// unretained: the session outlives its nghttp2 session, and it owns its open streams.
///
/// `@unchecked Sendable`: both pointers are set up once, then only read.
@safe final class HTTP2Callbacks: @unchecked Sendable {
  static let shared = HTTP2Callbacks()

  let callbacks: OpaquePointer?
  let options: OpaquePointer?

  private init() {
    var callbacks: OpaquePointer?
    unsafe nghttp2_session_callbacks_new(&callbacks)
    unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, Self.beginHeaders)
    unsafe nghttp2_session_callbacks_set_on_header_callback2(callbacks, Self.header)
    unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, Self.data)
    unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, Self.frame)
    unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, Self.close)
    unsafe nghttp2_session_callbacks_set_on_frame_send_callback(callbacks, Self.sent)
    unsafe self.callbacks = callbacks
    var options: OpaquePointer?
    unsafe nghttp2_option_new(&options)
    // Windows are given back by hand, when a call takes a message.
    unsafe nghttp2_option_set_no_auto_window_update(options, 1)
    unsafe nghttp2_option_set_no_closed_streams(options, 1)
    unsafe nghttp2_option_set_max_settings(options, Limits.settingsEntriesMax)
    // Beyond our own count, which ends the connection with a word to the peer.
    unsafe nghttp2_option_set_max_outbound_ack(options, 2 * Limits.answeredFramesPerSecondMax)
    unsafe self.options = options
  }

  private static func session(_ context: UnsafeMutableRawPointer?) -> HTTP2Session? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<HTTP2Session>.fromOpaque(context).takeUnretainedValue()
  }

  private static func stream(_ raw: OpaquePointer?, _ id: Int32) -> HTTP2Stream? {
    guard let context = unsafe nghttp2_session_get_stream_user_data(raw, id) else { return nil }
    return unsafe Unmanaged<HTTP2Stream>.fromOpaque(context).takeUnretainedValue()
  }

  private static let beginHeaders: nghttp2_on_begin_headers_callback = { raw, frame, context in
    guard let session = unsafe session(context), let frame = unsafe frame else { return 0 }
    let head = unsafe paylyt_frame_of(frame)
    guard UInt32(head.category) == NGHTTP2_HCAT_REQUEST.rawValue else {
      if let stream = unsafe stream(raw, head.stream) { session.blockBegan(stream) }
      return 0
    }
    if let stream = session.streamBegan(head.stream) {
      _ = unsafe nghttp2_session_set_stream_user_data(
        raw, head.stream, Unmanaged.passUnretained(stream).toOpaque())
    }
    return 0
  }

  private static let header: nghttp2_on_header_callback2 = {
    _, _, name, value, _, context in
    guard let session = unsafe session(context), let name = unsafe name, let value = unsafe value
    else { return 0 }
    unsafe session.fieldReceived(name: name, value: value)
    return 0
  }

  private static let data: nghttp2_on_data_chunk_recv_callback = {
    raw, _, id, bytes, count, context in
    guard let session = unsafe session(context) else { return 0 }
    // What has left the wire counts no more against the connection: a call that does not read
    // holds up its own stream alone.
    session.consumeConnection(count)
    guard let stream = unsafe stream(raw, id) else { return 0 }
    let body = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
    if let web = stream.web, web.format == .text {
      unsafe session.textReceived(body, web, stream)
    } else {
      unsafe stream.dataReceived(body)
    }
    return 0
  }

  private static let frame: nghttp2_on_frame_recv_callback = { raw, frame, context in
    guard let session = unsafe session(context), let frame = unsafe frame else { return 0 }
    let head = unsafe paylyt_frame_of(frame)
    if UInt32(head.type) == NGHTTP2_GOAWAY.rawValue {
      session.goAwayReceived(
        lastStream: unsafe paylyt_goaway_last_stream(frame),
        code: unsafe paylyt_goaway_error(frame))
      return 0
    }
    if unsafe paylyt_is_ping_ack(frame) != 0 {
      session.owner?.pingAcknowledged(unsafe paylyt_ping_number(frame))
      return 0
    }
    let isCall = UInt32(head.type) <= NGHTTP2_HEADERS.rawValue
    session.frameReceived(head, stream: unsafe isCall ? stream(raw, head.stream) : nil)
    return session.hasViolation ? Int32(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) : 0
  }

  private static let sent: nghttp2_on_frame_send_callback = { _, frame, context in
    guard let session = unsafe session(context), session.hasEarlyEnds, let frame = unsafe frame
    else { return 0 }
    session.frameSent(unsafe paylyt_frame_of(frame))
    return 0
  }

  private static let close: nghttp2_on_stream_close_callback = { raw, id, code, context in
    guard let session = unsafe session(context), let stream = unsafe stream(raw, id) else {
      return 0
    }
    session.streamClosed(stream, code: code)
    return 0
  }

  /// Moves a stream's output into a DATA frame. The trailers are submitted in the same breath as
  /// the last byte, so that both leave in one write.
  static let readOutput: nghttp2_data_source_read_callback = {
    raw, id, buffer, capacity, flags, source, context in
    guard let source = unsafe source, let buffer = unsafe buffer,
      let session = unsafe session(context),
      let pointer = unsafe paylyt_source_context(source)
    else { return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
    let stream = unsafe Unmanaged<HTTP2Stream>.fromOpaque(pointer).takeUnretainedValue()
    var count = min(capacity, stream.output.count)
    if let web = stream.web {
      count = unsafe session.takeWebOutput(of: stream, web, into: buffer, capacity)
    } else if count > 0 {
      unsafe stream.output.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        unsafe UnsafeMutableRawPointer(buffer).copyMemory(from: start, byteCount: count)
      }
      stream.output.removeFirst(count)
      session.hasSentSincePing = true
    }
    if stream.output.isEmpty {
      switch stream.ending {
      case .open:
        guard count > 0 else {
          stream.isOutputDeferred = true
          return Int(NGHTTP2_ERR_DEFERRED.rawValue)
        }
      case .endOfStream:
        unsafe flags?.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
      case .plainTrailers:
        unsafe flags?.pointee |= trailersFollow
        _ = unsafe paylyt_submit_plain_trailers(raw, id)
        session.stopRequest(stream)
      case .trailers(let fields):
        unsafe flags?.pointee |= trailersFollow
        _ = unsafe fields.withFields { unsafe nghttp2_submit_trailer(raw, id, $0, $1) }
        session.stopRequest(stream)
      }
    }
    if count > 0 { stream.outputTaken() }
    return count
  }

  private static let trailersFollow =
    NGHTTP2_DATA_FLAG_EOF.rawValue | NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue
}

extension HeaderFields {
  /// Lends the fields in nghttp2's form; it copies them.
  func withFields<Result>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> Result) -> Result {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let start = unsafe UnsafeMutablePointer(mutating: bytes.baseAddress)
      let list = unsafe (0..<count).map { index in
        let name = nameRange(index)
        let value = valueRange(index)
        return unsafe nghttp2_nv(
          name: start?.advanced(by: name.lowerBound), value: start?.advanced(by: value.lowerBound),
          namelen: name.count, valuelen: value.count, flags: 0)
      }
      return unsafe list.withUnsafeBufferPointer { unsafe body($0.baseAddress, $0.count) }
    }
  }
}

extension HTTP2Error {
  init(_ code: Int32) { self.init(reason: unsafe String(cString: nghttp2_strerror(code))) }
}
