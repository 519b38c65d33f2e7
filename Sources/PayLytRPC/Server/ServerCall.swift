/// One call on the server: carries out what `ServerStream` decides, and serves the handler.
///
/// Two things keep it alive, each on its own: the session while the stream is open, and the
/// handler's task while it runs. So a connection may be lost at any moment; the handler then finds
/// its call cancelled.
///
/// `@unchecked Sendable`: confined to the loop; the handler's entry points move there.
final class ServerCall: HTTP2Stream, @unchecked Sendable {
  private let connection: ServerConnection
  private let loop: EventLoop
  private var stream: ServerStream
  private var context: ServerContext?
  private var deadline: Deadline?
  private var timer: TimerID?
  private var task: Task<Void, Never>?
  /// Handlers that wait for a message, or for room to write.
  private var waiting = WaitList()
  private var isHeadSent = false
  /// The client says which encodings it reads, so it is told ours.
  private var tellsEncodings = false
  /// What the connection has counted of this call.
  private var heldBytes = 0

  init(connection: ServerConnection, loop: EventLoop) {
    self.connection = connection
    self.loop = loop
    stream = ServerStream(messageBytesMax: connection.configuration.requestBytesMax)
  }

  private var configuration: ServerConfiguration { connection.configuration }

  // MARK: From the wire

  override func headersReceived(endOfStream: Bool) {
    guard stream.state == .idle else {
      // Trailers of the client have no meaning in gRPC; their end of stream has.
      if endOfStream { endReceived() }
      return
    }
    var head = readHead()
    if case .failure(.http) = head, let policy = configuration.web {
      switch WebRequest(received, policy) {
      case .other: break
      case .preflight(let answer), .refused(let answer):
        stream.answeredElsewhere()
        session?.respondOnly(self, answer)
        return connection.scheduleFlush()
      case .call(let web):
        self.web = web
        head = readHead(isWeb: true)
      }
    }
    if case .success(let head) = head {
      if let timeout = head.timeout { startTimer(timeout) }
      tellsEncodings = head.hasAcceptEncoding
    }
    let kind = route.map { connection.router[$0].kind }
    perform(
      stream.receiveHead(
        head, kind: kind, path: received.first(":path") ?? "", endOfStream: endOfStream))
  }

  override func dataReceived(_ bytes: UnsafeRawBufferPointer) {
    perform(unsafe stream.receiveData(bytes))
    if !updateHeld() { perform(stream.refuseMore()) }
    session?.consume(self, stream.isOpen ? stream.takeCredit() : bytes.count)
  }

  override func endReceived() { perform(stream.receiveEnd()) }

  override func outputTaken() {
    if output.count <= configuration.responseBacklogBytes / 2 { waiting.wakeAll() }
  }

  override func closed(_ reason: HTTP2CloseReason) {
    perform(stream.receiveReset())
    stopTimer()
    stream.dropAll()
    _ = updateHeld()
    waiting.wakeAll()
  }

  private func updateHeld() -> Bool {
    let change = stream.heldBytes - heldBytes
    heldBytes = stream.heldBytes
    return connection.hold(change)
  }

  private func readHead(isWeb: Bool = false) -> Result<RequestHead, RequestHead.Refusal> {
    guard !receivedTooLarge else {
      let bytes = configuration.http2.headerListBytesMax
      return .failure(
        .rpc(RPCError(.resourceExhausted, "The metadata is larger than \(bytes) bytes.")))
    }
    return Result { () throws(RequestHead.Refusal) in
      let head = try RequestHead(received, isWeb: isWeb)
      do throws(RPCError) {
        // Text cannot be malformed, and is read when somebody asks for it.
        if received.hasBinary { _ = try Metadata(received) }
      } catch {
        throw .rpc(error)
      }
      return head
    }
  }

  // MARK: Decisions

  private func perform(_ action: ServerStream.Action) {
    switch action {
    case .none: break
    case .start: start()
    case .wakeReader: waiting.wakeAll()
    case .cancel: cancelHandler()
    case .refuse(let error):
      finish(error)
      cancelHandler()
    case .refuseHTTP(let status, let error): refuse(httpStatus: status, error)
    }
  }

  private func start() {
    guard let number = route else { return }
    let route = connection.router[number]
    let context = ServerContext(
      route: route, fields: received, peer: connection.peer, peerIdentity: connection.peerIdentity,
      deadline: deadline)
    self.context = context
    connection.handlerStarted()
    loop.preconditionOnLoop()
    task = Task.immediate(executorPreference: loop) { [self] in
      do {
        try await route.invoke(self, context)
        ended(nil)
      } catch {
        ended(error)
      }
    }
  }

  /// The handler has returned or thrown; its task ends with this call.
  private func ended(_ error: (any Error)?) {
    loop.preconditionOnLoop()
    stopTimer()
    connection.handlerEnded()
    if let error, !RPCError.isExpected(error), let context {
      configuration.onEvent(.handlerFailed(context.method, error))
    }
    guard stream.handlerEnded() else { return }
    finish(error.map(RPCError.init(thrown:)))
  }

  private func cancelHandler() {
    stopTimer()
    context?.markCancelled()
    task?.cancel()
    waiting.wakeAll()
  }

  private func startTimer(_ timeout: Duration) {
    let deadline = Deadline(after: timeout)
    self.deadline = deadline
    timer = loop.schedule(after: timeout) { [self] in
      timer = nil
      perform(stream.deadlinePassed())
    }
  }

  private func stopTimer() {
    if let timer { loop.cancel(timer) }
    timer = nil
  }

  // MARK: To the wire

  private func beginResponse() {
    guard !isHeadSent else { return }
    isHeadSent = true
    let initial = context?.takeInitialMetadata() ?? Metadata()
    let encoding = context?.encoding
    guard !initial.isEmpty || encoding != nil else {
      session?.respond(self, tellsEncodings ? .plainWithEncodings : .plain)
      return
    }
    var head = Self.head()
    if let encoding { head.append(name: "grpc-encoding", value: encoding.name) }
    if tellsEncodings { head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted) }
    initial.append(to: &head)
    session?.respond(self, .fields(head))
  }

  /// Ends the response with a status, after whatever was written before.
  private func finish(_ error: RPCError?) {
    guard let session else { return }
    let trailing = context?.trailingMetadata ?? Metadata()
    defer { connection.scheduleFlush() }
    if error != nil, !isHeadSent, context?.takeInitialMetadata().isEmpty ?? true {
      var head = Self.head()
      if context == nil || tellsEncodings {
        head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted)
      }
      head.appendStatus(error, trailing: trailing)
      isHeadSent = true
      session.respondOnly(self, head)
      return
    }
    beginResponse()
    if error == nil, trailing.isEmpty {
      ending = .plainTrailers
    } else {
      var trailers = HeaderFields()
      trailers.appendStatus(error, trailing: trailing)
      ending = .trailers(trailers)
    }
    session.resumeOutput(self)
  }

  private func refuse(httpStatus: Int, _ error: RPCError) {
    var head = HeaderFields()
    head.append(name: ":status", value: String(httpStatus))
    head.append(name: "content-type", value: "application/grpc")
    if httpStatus == 405 { head.append(name: "allow", value: "POST") }
    head.appendStatus(error, trailing: Metadata())
    isHeadSent = true
    session?.respondOnly(self, head)
    connection.scheduleFlush()
  }

  private static func head() -> HeaderFields {
    var head = HeaderFields()
    head.append(name: ":status", value: "200")
    head.append(name: "content-type", value: "application/grpc")
    return head
  }
}

// MARK: - For the handler

extension ServerCall {
  /// The one request of a call that has just begun.
  func singleRequest<Q: WireMessage>(_ type: Q.Type) throws -> Q {
    loop.preconditionOnLoop()
    guard stream.isOpen, stream.hasMessage else { throw CancellationError() }
    return try takeRequest(type)
  }

  /// The next request; `nil` when the client has finished sending.
  func nextRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    guard loop.isCurrent else { return try await loop.run { try await self.nextRequest(type) } }
    while true {
      guard stream.isOpen, !Task.isCancelled else { throw CancellationError() }
      if stream.hasMessage { return try takeRequest(type) }
      if stream.isRequestOver { return nil }
      await waitForChange()
    }
  }

  /// Sends one of many responses, then waits until the client has read enough for the next.
  func send<R: WireMessage>(_ message: R) async throws {
    guard loop.isCurrent else { return try await loop.run { try await self.send(message) } }
    guard stream.isOpen, let session else { throw CancellationError() }
    try append(message)
    beginResponse()
    session.resumeOutput(self)
    connection.scheduleFlush()
    while output.count > configuration.responseBacklogBytes {
      await waitForChange()
      guard stream.isOpen, !Task.isCancelled else { throw CancellationError() }
    }
  }

  /// Sends the one response of a call; its status follows when the handler ends.
  func sendLast<R: WireMessage>(_ message: R) throws {
    loop.preconditionOnLoop()
    guard stream.isOpen else { throw CancellationError() }
    try append(message)
  }

  private func append(_ message: some WireMessage) throws(RPCError) {
    try MessageFramer.append(
      message, to: &output, bytesMax: configuration.responseBytesMax,
      encoding: context?.messageEncoding)
  }

  private func takeRequest<Q: WireMessage>(_ type: Q.Type) throws(RPCError) -> Q {
    defer { giveCredit(stream.dropMessage()) }
    let decompressed = try decompressedRequest()
    do throws(WireError) {
      if let decompressed { return try Q(wireBytes: decompressed) }
      return try unsafe stream.withMessage { (bytes) throws(WireError) -> Q in
        try unsafe Q(wireBytes: bytes)
      }
    } catch {
      throw StatusDetails.badRequest(error)
    }
  }

  /// The next request when it is compressed.
  private func decompressedRequest() throws(RPCError) -> [UInt8]? {
    guard stream.deframer.encoding != nil else { return nil }
    let isCompressed = stream.isMessageCompressed
    context?.requestTaken(isCompressed: isCompressed)
    return isCompressed ? try stream.decompressedMessage() : nil
  }

  private func giveCredit(_ count: Int) {
    _ = updateHeld()
    guard count > 0, let session else { return }
    session.consume(self, count)
    connection.scheduleFlush()
  }

  private func waitForChange() async {
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { unsafe waiting.append($0) }
    } onCancel: {
      // The caller of this handler may be any thread, and may come before the wait has begun.
      loop.execute { self.waiting.wakeAll() }
    }
  }
}
