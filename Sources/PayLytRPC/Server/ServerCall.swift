/// One call on the server: carries out what `ServerStream` decides, and serves the handler.
///
/// Two things keep it alive, each on its own: the session while the stream is open, and the
/// handler's task while it runs. So a connection may be lost at any moment; the handler then finds
/// its call cancelled. A call that neither needs any more serves again (`CallPool`).
///
/// `@unchecked Sendable`: confined to the loop; the handler's entry points move there.
@safe final class ServerCall: HTTP2Stream, @unchecked Sendable {
  let loop: EventLoop
  private let router: Router
  private let runners: HandlerRunners
  /// Where the call came from; `nil` while it waits for its next use.
  private var origin: ServerConnection? {
    didSet { unsafe lentOrigin = origin.map { unsafe Unmanaged.passUnretained($0) } }
  }
  /// `origin`, for the steps of a call, which do not count their references to it.
  private var lentOrigin: Unmanaged<ServerConnection>?
  var stream: ServerStream
  /// What the handler knows of the call; of the call before until `isStarted`.
  private var keptContext: ServerContext? {
    didSet {
      unsafe keptReference = keptContext.map { unsafe Unmanaged.passUnretained($0) }
    }
  }
  private var keptReference: Unmanaged<ServerContext>?
  /// `keptContext` once the handler has started, for the steps of a call, which do not count their
  /// references to it.
  private var lentContext: Unmanaged<ServerContext>?
  private var deadline: Deadline?
  private var timer: TimerID?
  /// The task that runs the handler, and keeps the runner alive meanwhile.
  private unowned(unsafe) var runner: HandlerRunners.Runner?
  /// The handler runs, or will soon.
  private var isHandlerRunning = false
  /// Handlers that wait for a message, or for room to write.
  var waiting = WaitList()
  private var isHeadSent = false
  /// The client says which encodings it reads, so it is told ours.
  private var tellsEncodings = false
  /// What the connection has counted of this call.
  private var heldBytes = 0

  init(_ pool: CallPool) {
    loop = pool.loop
    router = pool.router
    runners = pool.runners
    stream = ServerStream(messageBytesMax: pool.configuration.requestBytesMax)
  }

  var context: ServerContext? { unsafe lentContext?.takeUnretainedValue() }

  /// Lends what the handler knows of the call, once it has started.
  @inline(__always)
  func withContext<Result>(_ body: (ServerContext) -> Result?) -> Result? {
    guard let context = unsafe lentContext else { return nil }
    return unsafe context._withUnsafeGuaranteedRef(body)
  }

  var connection: ServerConnection {
    guard let origin else { preconditionFailure("a call is used after its end") }
    return origin
  }

  /// Lends where the call came from, as long as the call is in use.
  @inline(__always)
  func withConnection<Result>(_ body: (ServerConnection) -> Result) -> Result {
    guard let connection = unsafe lentOrigin else {
      preconditionFailure("a call is used after its end")
    }
    return unsafe connection._withUnsafeGuaranteedRef(body)
  }

  func begin(on connection: ServerConnection) { origin = connection }

  /// Forgets everything but the memory that the next call can use.
  ///
  /// - Returns: whether the call is over.
  func end() -> Bool {
    guard !isHandlerRunning, timer == nil, !hasSession else { return false }
    if unsafe lentContext != nil {
      if isKnownUniquelyReferenced(&keptContext) {
        unsafe keptReference?._withUnsafeGuaranteedRef { $0.end(fields: &received) }
      } else {
        keptContext = nil
      }
    }
    unsafe lentContext = nil
    renew()
    stream.renew()
    deadline = nil
    isHeadSent = false
    tellsEncodings = false
    heldBytes = 0
    origin = nil
    return true
  }

  // MARK: From the wire

  override func headersReceived(endOfStream: Bool) {
    guard stream.state == .idle else {
      // Trailers of the client have no meaning in gRPC; their end of stream has.
      if endOfStream { endReceived() }
      return
    }
    do throws(RequestHead.Refusal) {
      headReceived(try readHead(), endOfStream: endOfStream)
    } catch {
      guard case .http = error, let policy = configuration.web else {
        return perform(stream.receiveHead(refused: error))
      }
      webHeadReceived(policy, otherwise: error, endOfStream: endOfStream)
    }
  }

  private func headReceived(_ head: RequestHead, endOfStream: Bool) {
    if let timeout = head.timeout { startTimer(timeout) }
    tellsEncodings = head.hasAcceptEncoding
    let kind = route.map { unsafe router[$0]._withUnsafeGuaranteedRef { $0.kind } }
    perform(
      stream.receiveHead(
        head, kind: kind, path: received.first(":path") ?? "", endOfStream: endOfStream))
  }

  /// The head of a request that is none of gRPC: it may be one of gRPC-Web.
  private func webHeadReceived(
    _ policy: WebPolicy, otherwise refusal: RequestHead.Refusal, endOfStream: Bool
  ) {
    switch WebRequest(received, policy) {
    case .other: perform(stream.receiveHead(refused: refusal))
    case .preflight(let answer), .refused(let answer):
      stream.answeredElsewhere()
      withSession { $0.respondOnly(self, answer) }
      withConnection { $0.scheduleFlush() }
    case .call(let web):
      self.web = web
      do throws(RequestHead.Refusal) {
        headReceived(try readHead(isWeb: true), endOfStream: endOfStream)
      } catch {
        perform(stream.receiveHead(refused: error))
      }
    }
  }

  override func dataReceived(_ bytes: UnsafeRawBufferPointer) {
    let before = stream.deframer.readyCount
    perform(unsafe stream.receiveData(bytes))
    let arrived = stream.deframer.readyCount - before
    withSession { $0.counts.messagesReceived(arrived, at: loop.tickNanoseconds) }
    if !updateHeld() { perform(stream.refuseMore()) }
    let credit = stream.isOpen ? stream.takeCredit() : bytes.count
    if credit > 0 { withSession { $0.consume(self, credit) } }
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
    withConnection { $0.callClosed() }
  }

  func updateHeld() -> Bool {
    let change = stream.heldBytes - heldBytes
    guard change != 0 else { return true }
    heldBytes = stream.heldBytes
    return withConnection { $0.hold(change) }
  }

  private func readHead(isWeb: Bool = false) throws(RequestHead.Refusal) -> RequestHead {
    guard !receivedTooLarge else {
      let bytes = configuration.http2.headerListBytesMax
      throw .rpc(RPCError(.resourceExhausted, "The metadata is larger than \(bytes) bytes."))
    }
    if received.isPost, received.isGRPC, !received.mayQualify, !received.hasBinary { return .plain }
    let head = try RequestHead(received, isWeb: isWeb)
    // Text cannot be malformed, and is read when somebody asks for it.
    guard received.hasBinary else { return head }
    do throws(RPCError) {
      _ = try Metadata(received)
    } catch {
      throw .rpc(error)
    }
    return head
  }

  var configuration: ServerConfiguration {
    _read { yield connection.pool.configuration }
  }

  // MARK: Decisions

  /// Most steps of most calls need nothing to be done.
  @inline(__always)
  private func perform(_ action: ServerStream.Action) {
    if case .none = action { return }
    carryOut(action)
  }

  @inline(never)
  private func carryOut(_ action: ServerStream.Action) {
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
    let route = unsafe router[number]
    let caller = unsafe withConnection { connection in
      connection.handlerStarted()
      return unsafe connection.caller
    }
    if unsafe keptReference == nil {
      keptContext = unsafe ServerContext(
        call: self, route: route.takeUnretainedValue(), caller: caller.takeUnretainedValue())
    }
    unsafe lentContext = keptReference
    unsafe route._withUnsafeGuaranteedRef { route in
      unsafe caller._withUnsafeGuaranteedRef { caller in
        unsafe lentContext?._withUnsafeGuaranteedRef { context in
          context.begin(route: route, caller: caller, deadline: deadline, fields: &received)
        }
      }
    }
    isHandlerRunning = true
    runners.append(self)
  }

  /// Runs the handler, unless nobody waits for it any more.
  nonisolated(nonsending) func handle(_ runner: HandlerRunners.Runner) async {
    guard stream.isOpen, let context = keptContext else {
      return ended(CancellationError())
    }
    unsafe self.runner = runner
    do {
      try await context.route.invoke(IncomingCall(self), context)
      ended(nil)
    } catch {
      ended(error)
    }
  }

  /// The handler has returned or thrown; its task goes on to others.
  private func ended(_ error: (any Error)?) {
    loop.preconditionOnLoop()
    isHandlerRunning = false
    unsafe runner = nil
    stopTimer()
    withConnection { $0.handlerEnded() }
    if let error, !RPCError.isExpected(error), let context {
      configuration.onEvent(.handlerFailed(context.method, error))
    }
    guard stream.handlerEnded() else { return }
    finish(error.map(RPCError.init(thrown:)))
  }

  private func cancelHandler() {
    stopTimer()
    context?.markCancelled()
    unsafe runner?.cancel()
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
    guard let timer else { return }
    loop.cancel(timer)
    self.timer = nil
  }

  // MARK: To the wire

  func beginResponse() {
    guard !isHeadSent else { return }
    isHeadSent = true
    let (initial, encoding) = withContext { $0.takeHead() } ?? (nil, nil)
    guard initial != nil || encoding != nil else {
      return withSession { $0.respond(self, tellsEncodings ? .plainWithEncodings : .plain) }
    }
    var head = Self.head()
    if let encoding { head.append(name: "grpc-encoding", value: encoding.name) }
    if tellsEncodings { head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted) }
    initial?.append(to: &head)
    withSession { $0.respond(self, .fields(head)) }
  }

  /// Ends the response with a status, after whatever was written before.
  private func finish(_ error: RPCError?) {
    guard hasSession else { return }
    if let error {
      end(with: error)
    } else {
      beginResponse()
      if let trailing = withContext({ $0.trailingMetadata }), !trailing.isEmpty {
        ending = .trailers(Self.trailers(nil, trailing))
      } else {
        ending = .plainTrailers
      }
      withSession {
        $0.counts.callsSucceeded += 1
        $0.resumeOutput(self)
      }
    }
    withConnection { $0.scheduleFlush() }
  }

  private func end(with error: RPCError) {
    let trailing = context?.trailingMetadata ?? Metadata()
    guard !isHeadSent, context?.takeHead().initialMetadata?.isEmpty ?? true else {
      beginResponse()
      ending = .trailers(Self.trailers(error, trailing))
      withSession { $0.resumeOutput(self) }
      return
    }
    var head = Self.head()
    if context == nil || tellsEncodings {
      head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted)
    }
    head.appendStatus(error, trailing: trailing)
    isHeadSent = true
    withSession { $0.respondOnly(self, head) }
  }

  private func refuse(httpStatus: Int, _ error: RPCError) {
    var head = HeaderFields()
    head.append(name: ":status", value: String(httpStatus))
    head.append(name: "content-type", value: "application/grpc")
    if httpStatus == 405 { head.append(name: "allow", value: "POST") }
    head.appendStatus(error, trailing: Metadata())
    isHeadSent = true
    withSession { $0.respondOnly(self, head) }
    withConnection { $0.scheduleFlush() }
  }

  private static func head() -> HeaderFields {
    var head = HeaderFields()
    head.append(name: ":status", value: "200")
    head.append(name: "content-type", value: "application/grpc")
    return head
  }

  private static func trailers(_ error: RPCError?, _ trailing: Metadata) -> HeaderFields {
    var trailers = HeaderFields()
    trailers.appendStatus(error, trailing: trailing)
    return trailers
  }
}
