/// Follows the health of a service on one connection (gRPC A17): one `Watch` call of
/// grpc.health.v1, made again with growing pauses when it ends.
///
/// The two messages are a field each, so they are written and read here: the stack knows no
/// generated code.
///
/// `@unchecked Sendable`: confined to the channel's loop.
final class HealthWatch: @unchecked Sendable {
  private let connection: ClientConnection
  private let service: String
  private let authority: String
  private let isSecure: Bool
  private let loop: EventLoop
  private let onChange: () -> Void
  private var failures = 0
  private var timer: TimerID?
  private var isEnded = false
  private weak var stream: HealthStream?

  private(set) var isKnown = false
  private(set) var isServing = false

  init(
    _ connection: ClientConnection, service: String, authority: String, isSecure: Bool,
    loop: EventLoop, onChange: @escaping () -> Void
  ) {
    self.connection = connection
    self.service = service
    self.authority = authority
    self.isSecure = isSecure
    self.loop = loop
    self.onChange = onChange
  }

  func begin() {
    timer = nil
    guard !isEnded else { return }
    let stream = HealthStream(self)
    self.stream = stream
    stream.output.append(Self.request(service))
    stream.ending = .endOfStream
    var head = HeaderFields()
    head.append(name: ":method", value: "POST")
    head.append(name: ":scheme", value: isSecure ? "https" : "http")
    head.append(name: ":path", value: "/grpc.health.v1.Health/Watch")
    head.append(name: ":authority", value: authority)
    head.append(name: "te", value: "trailers")
    head.append(name: "content-type", value: "application/grpc")
    // A connection that takes no stream any more is about to be replaced.
    try? connection.open(stream, head)
  }

  /// Asks no more; the server is told.
  func end() {
    isEnded = true
    if let stream, let session = stream.session {
      session.reset(stream, .cancel)
      connection.connection.scheduleFlush()
    }
    if let timer { loop.cancel(timer) }
    timer = nil
  }

  fileprivate func received(_ serves: Bool) {
    failures = 0
    update(serves)
  }

  /// The call has ended.
  fileprivate func ended(_ code: StatusCode) {
    guard !isEnded else { return }
    // A server that does not tell its health is taken at its word: it answers.
    guard code != .unimplemented else { return update(true) }
    update(false)
    failures += 1
    let delay = Backoff().delay(afterFailures: failures, spread: Double.random(in: -1...1))
    timer = loop.schedule(after: delay) { [weak self] in self?.begin() }
  }

  private func update(_ serves: Bool) {
    guard !isEnded, !isKnown || isServing != serves else { return }
    isKnown = true
    isServing = serves
    onChange()
  }

  /// `HealthCheckRequest { string service = 1; }`, framed.
  private static func request(_ service: String) -> [UInt8] {
    let name = Array(service.utf8.prefix(Limits.healthServiceBytesMax))
    let message = name.isEmpty ? [] : [0x0a, UInt8(name.count)] + name
    return [0, 0, 0, 0, UInt8(message.count)] + message
  }
}

/// `@unchecked Sendable`: confined to the channel's loop.
private final class HealthStream: HTTP2Stream, @unchecked Sendable {
  private weak var watch: HealthWatch?
  private var stream = ClientStream(messageBytesMax: Limits.healthMessageBytesMax)

  init(_ watch: HealthWatch) { self.watch = watch }

  override func headersReceived(endOfStream: Bool) {
    stream.receiveBlock(received, isTooLarge: receivedTooLarge, endOfStream: endOfStream)
  }

  override func dataReceived(_ bytes: UnsafeRawBufferPointer) {
    unsafe stream.receiveData(bytes)
    session?.consume(self, bytes.count)
    var latest: Bool?
    while stream.hasMessage {
      latest = unsafe stream.withMessage { unsafe Self.serves($0) }
      _ = stream.dropMessage()
    }
    if let latest { watch?.received(latest) }
  }

  override func endReceived() { stream.receiveEnd() }

  override func closed(_ reason: HTTP2CloseReason) {
    stream.close(reason)
    guard case .failed(let error) = stream.outcome else {
      watch?.ended(.ok)
      return
    }
    watch?.ended(error.code)
  }

  /// `HealthCheckResponse { ServingStatus status = 1; }`, where 1 is SERVING.
  private static func serves(_ message: UnsafeRawBufferPointer) -> Bool {
    let bytes = unsafe message.assumingMemoryBound(to: UInt8.self)
    guard let start = bytes.baseAddress else { return false }
    var reader = unsafe WireReader(start: start, end: start + bytes.count)
    var serves = false
    while unsafe !reader.isAtEnd {
      guard let tag = try? unsafe reader.readTag() else { return false }
      let value = unsafe reader.position
      guard unsafe (try? reader.readValue(tag.wireType)) != nil else { return false }
      if tag.fieldNumber == 1, tag.wireType == .varint { serves = unsafe value.pointee == 1 }
    }
    return serves
  }
}
