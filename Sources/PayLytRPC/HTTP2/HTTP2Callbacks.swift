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
  let serverOptions: OpaquePointer?
  let clientOptions: OpaquePointer?

  private init() {
    var callbacks: OpaquePointer?
    unsafe nghttp2_session_callbacks_new(&callbacks)
    unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, Self.beginHeaders)
    unsafe nghttp2_session_callbacks_set_on_header_callback2(callbacks, Self.header)
    unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, Self.data)
    unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, Self.frame)
    unsafe nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(callbacks, Self.invalid)
    unsafe nghttp2_session_callbacks_set_on_frame_not_send_callback(callbacks, Self.notSent)
    unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, Self.close)
    unsafe self.callbacks = callbacks
    unsafe serverOptions = Self.options()
    unsafe clientOptions = Self.options()
    unsafe nghttp2_option_set_max_deflate_dynamic_table_size(
      serverOptions, Limits.responseTableBytes)
  }

  private static func options() -> OpaquePointer? {
    var options: OpaquePointer?
    unsafe nghttp2_option_new(&options)
    // Windows are given back by hand, when a call takes a message.
    unsafe nghttp2_option_set_no_auto_window_update(options, 1)
    unsafe nghttp2_option_set_no_closed_streams(options, 1)
    unsafe nghttp2_option_set_max_settings(options, Limits.settingsEntriesMax)
    // Beyond our own count, which ends the connection with a word to the peer.
    unsafe nghttp2_option_set_max_outbound_ack(options, 2 * Limits.answeredFramesPerSecondMax)
    return unsafe options
  }

  /// Lends the session that a callback belongs to, without a count of the reference: nghttp2 calls
  /// back only inside of the session's own methods.
  @inline(__always)
  private static func with<Result>(
    _ context: UnsafeMutableRawPointer?, _ body: (HTTP2Session) -> Result
  ) -> Result? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<HTTP2Session>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  private static let beginHeaders: nghttp2_on_begin_headers_callback = { _, frame, context in
    guard let frame = unsafe frame else { return 0 }
    let head = unsafe paylyt_frame_of(frame)
    unsafe with(context) { session in
      if UInt32(head.category) == NGHTTP2_HCAT_REQUEST.rawValue {
        session.streamBegan(head.stream)
      } else {
        session.blockBegan(head.stream)
      }
    }
    return 0
  }

  private static let header: nghttp2_on_header_callback2 = {
    _, _, name, value, _, context in
    guard let name = unsafe name, let value = unsafe value else { return 0 }
    unsafe with(context) { unsafe $0.fieldReceived(name: name, value: value) }
    return 0
  }

  private static let data: nghttp2_on_data_chunk_recv_callback = {
    _, _, id, bytes, count, context in
    unsafe with(context) { session in
      unsafe session.dataReceived(id, UnsafeRawBufferPointer(start: bytes, count: count))
    }
    return 0
  }

  private static let frame: nghttp2_on_frame_recv_callback = { _, frame, context in
    guard let frame = unsafe frame else { return 0 }
    let head = unsafe paylyt_frame_of(frame)
    let isBorne = unsafe with(context) { session in
      if UInt32(head.type) <= NGHTTP2_HEADERS.rawValue {
        session.callFrameReceived(head)
      } else if UInt32(head.type) == NGHTTP2_GOAWAY.rawValue {
        session.goAwayReceived(
          lastStream: unsafe paylyt_goaway_last_stream(frame),
          code: unsafe paylyt_goaway_error(frame),
          isTooManyPings: unsafe paylyt_goaway_says(frame, "too_many_pings") != 0)
      } else if unsafe paylyt_is_ping_ack(frame) != 0 {
        unsafe session.owner?.pingAcknowledged(unsafe paylyt_ping_number(frame))
      } else {
        session.controlFrameReceived(head)
      }
      return !session.hasViolation
    }
    return isBorne ?? true ? 0 : Int32(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
  }

  private static let invalid: nghttp2_on_invalid_frame_recv_callback = { _, _, _, context in
    let isBorne = unsafe with(context) { session in
      session.invalidFrameReceived()
      return !session.hasViolation
    }
    return isBorne ?? true ? 0 : Int32(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
  }

  private static let notSent: nghttp2_on_frame_not_send_callback = { _, frame, _, context in
    guard let frame = unsafe frame else { return 0 }
    let head = unsafe paylyt_frame_of(frame)
    guard UInt32(head.type) == NGHTTP2_HEADERS.rawValue else { return 0 }
    unsafe with(context) { $0.headersNotSent(head.stream) }
    return 0
  }

  private static let close: nghttp2_on_stream_close_callback = { _, id, code, context in
    unsafe with(context) { $0.streamClosed(id, code: code) }
    return 0
  }

  /// Moves a stream's output into a DATA frame. The trailers are submitted in the same breath as
  /// the last byte, so that both leave in one write.
  static let readOutput: nghttp2_data_source_read_callback = {
    _, _, buffer, capacity, flags, source, context in
    guard let source = unsafe source, let buffer = unsafe buffer, let flags = unsafe flags,
      let pointer = unsafe paylyt_source_context(source)
    else { return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
    return unsafe with(context) { session in
      unsafe Unmanaged<HTTP2Stream>.fromOpaque(pointer)._withUnsafeGuaranteedRef { stream in
        unsafe session.takeOutput(
          of: stream, UnsafeMutableRawBufferPointer(start: buffer, count: capacity), flags)
      }
    } ?? Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
  }
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
