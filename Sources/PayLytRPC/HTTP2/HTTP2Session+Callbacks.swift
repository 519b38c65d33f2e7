import CNGHTTP2

/// What nghttp2 calls back: the frames that arrive, and the output that it asks for.
extension HTTP2Session {

  func adopt(_ stream: consuming HTTP2Stream, id: Int32) {
    stream.id = id
    stream.session = self
    stream.slot = streams.count
    streams.append(consume stream)
    counts.streamsStarted += 1
    counts.streamStartedAt = now
  }

  /// The open stream with that id.
  ///
  /// - Returns: unretained: it is good as long as the stream is open.
  @inline(__always)
  func stream(_ id: Int32) -> Unmanaged<HTTP2Stream>? {
    if id == recentID { return unsafe recent }
    guard let context = unsafe nghttp2_session_get_stream_user_data(raw, id) else { return nil }
    let stream = unsafe Unmanaged<HTTP2Stream>.fromOpaque(context)
    unsafe recent = stream
    recentID = id
    return unsafe stream
  }

  /// A request that nobody reads on is stopped once the response is out (RFC 9113 §8.1): not
  /// before, because nghttp2 drops what a stream has yet to send when it is reset.
  func stopRequest(_ stream: HTTP2Stream) {
    guard role == .server, !stream.isPeerDone else { return }
    endingEarly.append(stream.id)
  }

  /// Stops the requests whose response is out.
  ///
  /// - Returns: whether that gives something to send.
  func stopRequests() -> Bool {
    guard !endingEarly.isEmpty else { return false }
    let before = endingEarly.count
    endingEarly.removeAll { id in
      guard unsafe nghttp2_session_get_stream_local_close(raw, id) == 1 else { return false }
      _ = unsafe nghttp2_submit_rst_stream(
        raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, HTTP2ErrorCode.noError.rawValue)
      return true
    }
    return endingEarly.count < before
  }

  func streamBegan(_ id: Int32) {
    headerBlockStart = now
    blockID = 0
    switch unsafe owner?.streamOpened(now: now) ?? .refuse(.refusedStream) {
    case .open(let stream): opened(stream, id)
    case .refuse(let code):
      // Each refusal waits to be sent: a peer that goes on must not pile them up.
      count(.reset)
      _ = unsafe nghttp2_submit_rst_stream(
        raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, code.rawValue)
    }
  }

  private func opened(_ stream: consuming HTTP2Stream, _ id: Int32) {
    let unretained = unsafe Unmanaged.passUnretained(stream)
    adopt(consume stream, id: id)
    _ = unsafe nghttp2_session_set_stream_user_data(raw, id, unretained.toOpaque())
    unsafe recent = unretained
    recentID = id
    unsafe unretained._withUnsafeGuaranteedRef { beginBlock($0) }
  }

  func blockBegan(_ id: Int32) {
    headerBlockStart = now
    blockID = 0
    // Trailers of a request say nothing in gRPC, and must not pass for its head: whoever stands
    // before us has looked at that alone.
    guard role == .client else { return }
    unsafe stream(id)?._withUnsafeGuaranteedRef { beginBlock($0) }
  }

  /// The block is received into the stream's own buffer.
  private func beginBlock(_ stream: HTTP2Stream) {
    swap(&block, &stream.received)
    block.removeAll()
    blockID = stream.id
    blockBytes = 0
    blockIsTooLarge = false
    blockRoute = nil
  }

  private func endBlock(_ stream: HTTP2Stream) {
    guard blockID == stream.id else { return }
    swap(&block, &stream.received)
    stream.receivedTooLarge = blockIsTooLarge
    if blockRoute != nil { stream.route = blockRoute }
    blockID = 0
  }

  /// One field of the block that is being received. `:path` is resolved here: the peer's HPACK
  /// table hands out the same buffer for it again and again.
  func fieldReceived(name: OpaquePointer, value: OpaquePointer) {
    guard blockID != 0 else { return }
    let name = unsafe nghttp2_rcbuf_get_buf(name)
    let text = unsafe nghttp2_rcbuf_get_buf(value)
    let says = role == .server ? unsafe paylyt_field_says(name, text) : PAYLYT_SAYS_ANYTHING
    if says == PAYLYT_SAYS_PATH {
      let path = unsafe UnsafeRawBufferPointer(start: text.base, count: text.len)
      blockRoute = unsafe paths.route(of: value, path: path) { unsafe owner?.route(for: path) }
      if blockRoute != nil { return }
    }
    blockBytes += unsafe name.len + text.len + 32
    guard blockBytes <= settings.headerListBytesMax else {
      blockIsTooLarge = true
      return
    }
    guard !block.note(says) else { return }
    unsafe block.append(
      name: UnsafeRawBufferPointer(start: name.base, count: name.len),
      value: UnsafeRawBufferPointer(start: text.base, count: text.len))
  }

  func dataReceived(_ id: Int32, _ bytes: UnsafeRawBufferPointer) {
    arrivedBytes += bytes.count
    unsafe stream(id)?._withUnsafeGuaranteedRef { stream in
      if let web = stream.web, web.format == .text {
        unsafe textReceived(bytes, web, stream)
      } else {
        unsafe stream.dataReceived(bytes)
      }
    }
  }

  /// The end of a DATA or HEADERS frame.
  func callFrameReceived(_ frame: paylyt_frame) {
    let isEnd = frame.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    guard UInt32(frame.type) == NGHTTP2_DATA.rawValue else {
      headerBlockStart = nil
      unsafe stream(frame.stream)?._withUnsafeGuaranteedRef { stream in
        if isEnd { stream.isPeerDone = true }
        endBlock(stream)
        stream.headersReceived(endOfStream: isEnd)
      }
      blockID = 0
      return
    }
    if frame.length == 0, !isEnd { count(.idle) }
    guard isEnd else { return }
    unsafe stream(frame.stream)?._withUnsafeGuaranteedRef { stream in
      stream.isPeerDone = true
      stream.endReceived()
    }
  }

  func controlFrameReceived(_ frame: paylyt_frame) {
    switch UInt32(frame.type) {
    case NGHTTP2_SETTINGS.rawValue:
      guard frame.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 else { return }
      count(.answered)
      guard !isEstablished else { return }
      isEstablished = true
      unsafe owner?.settingsReceived()
    case NGHTTP2_PING.rawValue:
      // One behind each message is how some measure the way (grpc-go's estimate of the bandwidth).
      if !hasSentSincePing { count(.answered) }
      let isBorne = unsafe owner?.pingReceived(hasSent: hasSentSincePing) ?? true
      hasSentSincePing = false
      if !isBorne { violation = "too_many_pings" }
    case NGHTTP2_RST_STREAM.rawValue:
      // A server resets what a client has opened: there is no more of it than we have asked for.
      if role == .server { count(.reset) }
      resetID = frame.stream
    default: count(.idle)
    }
  }

  /// A block that is too large to be sent: without an end the peer would wait for it for ever.
  func headersNotSent(_ id: Int32) {
    guard role == .server else { return }
    _ = unsafe nghttp2_submit_rst_stream(
      raw, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, HTTP2ErrorCode.internalError.rawValue)
  }

  /// A frame that nghttp2 answers by itself, with a reset or a GOAWAY.
  func invalidFrameReceived() { count(.reset) }

  /// Moves output of a stream into the frame that nghttp2 is writing.
  ///
  /// - Returns: how many bytes, or what `nghttp2_data_source_read_callback` knows besides.
  func takeOutput(
    of stream: HTTP2Stream, _ buffer: UnsafeMutableRawBufferPointer,
    _ flags: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = min(buffer.count, stream.output.count)
    if let web = stream.web {
      count = unsafe takeWebOutput(of: stream, web, into: buffer)
    } else if count > 0, let target = buffer.baseAddress {
      unsafe stream.output.move(count, to: target)
      hasSentSincePing = true
    }
    if stream.output.isEmpty {
      switch stream.ending {
      case .open:
        guard count > 0 else {
          stream.isOutputDeferred = true
          return Int(NGHTTP2_ERR_DEFERRED.rawValue)
        }
      case .endOfStream:
        unsafe flags.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
      case .plainTrailers:
        unsafe flags.pointee |= Self.trailersFollow
        _ = unsafe paylyt_submit_plain_trailers(raw, stream.id)
        stopRequest(stream)
      case .trailers(let fields):
        unsafe flags.pointee |= Self.trailersFollow
        _ = unsafe fields.withFields { unsafe nghttp2_submit_trailer(raw, stream.id, $0, $1) }
        stopRequest(stream)
      }
      // The end of the stream closes it next.
      unsafe recent = Unmanaged.passUnretained(stream)
      recentID = stream.id
    }
    if count > 0 { stream.outputTaken() }
    return count
  }

  private static let trailersFollow =
    NGHTTP2_DATA_FLAG_EOF.rawValue | NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue

  func goAwayReceived(lastStream: Int32, code: UInt32, isTooManyPings: Bool) {
    goAwayCode = code
    unsafe owner?.goAwayReceived(
      lastStream: lastStream, code: HTTP2ErrorCode(wire: code), isTooManyPings: isTooManyPings)
  }

  /// The connection ends after the bytes at hand: the peer floods it.
  private func count(_ kind: FloodGuard.Kind) {
    if !flood.accepts(kind, now: now) { violation = "the peer floods the connection (\(kind))" }
  }

  var hasViolation: Bool { violation != nil }

  func streamClosed(_ id: Int32, code: UInt32) {
    guard let found = unsafe stream(id) else { return }
    let slot = unsafe found._withUnsafeGuaranteedRef { $0.slot }
    // The last one takes its place.
    var last = streams.removeLast()
    if slot < streams.count {
      last.slot = slot
      swap(&streams[slot], &last)
    }
    var stream: HTTP2Stream? = consume last
    unsafe recent = nil
    recentID = 0
    if !endingEarly.isEmpty { endingEarly.removeAll { $0 == id } }
    if blockID == id { blockID = 0 }
    // What makes us reset costs as much as a reset (CVE-2025-8671).
    if role == .server, code != NGHTTP2_NO_ERROR.rawValue, id != resetID { count(.reset) }
    counts.streamEnded(isWhole: code == NGHTTP2_NO_ERROR.rawValue)
    unsafe found._withUnsafeGuaranteedRef { stream in
      stream.session = nil
      stream.closed(.stream(HTTP2ErrorCode(wire: code)))
    }
    unsafe owner?.streamGone(&stream)
    if streams.isEmpty { unsafe owner?.lastStreamClosed() }
  }
}
