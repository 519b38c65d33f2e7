/// One stream of a session: what both sides of a call have in common. Subclasses are the calls.
///
/// The session owns it from its opening to `closed`, which is called exactly once, whether the
/// stream ends, is reset, or the connection is lost.
///
/// `@unchecked Sendable`: confined to the loop of its connection.
@safe class HTTP2Stream: @unchecked Sendable {
  /// What follows the last byte of `output`.
  enum Ending {
    /// More output may come.
    case open
    /// The end of the stream.
    case endOfStream
    /// `grpc-status: 0` and nothing else.
    case plainTrailers
    case trailers(HeaderFields)
  }

  /// 0 until the stream is opened.
  final var id: Int32 = 0
  /// The session, as long as the stream is open.
  ///
  /// Not counted, because every step of a call asks for it: the session takes itself out before it
  /// lets go of the stream, and its streams before it ends.
  final var session: HTTP2Session? {
    get { unsafe sessionReference?.takeUnretainedValue() }
    set { unsafe sessionReference = newValue.map { unsafe Unmanaged.passUnretained($0) } }
  }
  private final var sessionReference: Unmanaged<HTTP2Session>?

  final var hasSession: Bool { unsafe sessionReference != nil }

  /// Lends the session, if the stream is open.
  @inline(__always)
  final func withSession(_ body: (HTTP2Session) -> Void) {
    unsafe sessionReference?._withUnsafeGuaranteedRef(body)
  }
  /// The place in the session's list of open streams.
  final var slot = 0
  /// The header block that was received last.
  final var received = HeaderFields()
  final var receivedTooLarge = false
  /// The method that `:path` names, as the session's owner numbers them; `nil` when it is unknown.
  final var route: Int?
  /// What a gRPC-Web call wears; `nil` for gRPC.
  final var web: WebCall?
  /// Framed messages that wait for the peer's window.
  final var output = ByteQueue()
  final var ending = Ending.open
  /// The session has asked for output when there was none, and waits for `resumeOutput`.
  final var isOutputDeferred = false
  /// The peer has finished sending.
  final var isPeerDone = false

  // MARK: Events, called by the session

  /// A whole header block is in `received`: request or response head, or trailers.
  func headersReceived(endOfStream: Bool) {}
  func dataReceived(_ bytes: UnsafeRawBufferPointer) {}
  /// The peer has finished sending, by a DATA frame.
  func endReceived() {}
  /// The session has taken bytes out of `output`.
  func outputTaken() {}
  /// The stream is gone; `session` is `nil` from here on.
  func closed(_ reason: HTTP2CloseReason) {}

  /// Makes a stream that is gone as good as a new one, with its buffers.
  final func renew() {
    id = 0
    received.removeAll(keeping: Limits.pooledBufferBytesMax)
    receivedTooLarge = false
    route = nil
    web = nil
    output.removeAll(keeping: Limits.pooledBufferBytesMax)
    ending = .open
    isOutputDeferred = false
    isPeerDone = false
  }
}

/// Why a stream is gone.
enum HTTP2CloseReason: Equatable {
  /// By RST_STREAM of either side, or by both sides finishing (`noError`).
  case stream(HTTP2ErrorCode)
  /// The connection was lost or closed.
  case connection(String)
}

/// The error codes of HTTP/2 (RFC 9113 §7). Other numbers are as good as INTERNAL_ERROR.
enum HTTP2ErrorCode: UInt32, Sendable {
  case noError = 0
  case protocolError
  case internalError
  case flowControlError
  case settingsTimeout
  case streamClosed
  case frameSizeError
  case refusedStream
  case cancel
  case compressionError
  case connectError
  case enhanceYourCalm
  case inadequateSecurity
  case http11Required

  init(wire code: UInt32) { self = HTTP2ErrorCode(rawValue: code) ?? .internalError }
}
