/// One call on the client: opens its stream, carries messages, and is cancelled with its task.
///
/// `@unchecked Sendable`: confined to the channel's loop; the caller's entry points move there.
final class ClientCall: HTTP2Stream, @unchecked Sendable {
  let method: MethodDescriptor
  let options: CallOptions
  let deadline: Deadline?
  private let channel: ChannelCore
  private let loop: EventLoop
  private let configuration: ChannelConfiguration
  private(set) var stream: ClientStream
  private var connection: Connection?
  private var timer: TimerID?
  private var waiting = WaitList()
  /// The requests so far, kept until the server has begun to answer, in case the call is made
  /// again; `nil` when it cannot be.
  private var retained: ByteQueue? = ByteQueue()
  /// The attempt that is under way has failed already: the next one follows after that time.
  private var retryAfter: Duration?
  /// Attempts that have failed, for the retry policy; and those since the server last said how long
  /// to wait.
  private(set) var attempts: Int
  private var attemptsSincePushback = 0
  /// Requests of this attempt so far, in case they go out before there is a connection.
  private var requestCount = 0
  /// The server never saw an attempt: one more is free (gRPC A6, "Transparent Retries").
  private var hasFreeRetry = true
  private var isReported = false
  /// Told once when the call has ended, of an attempt that is one of several: who made them reports
  /// the one that counts.
  var onDecided: (() -> Void)?
  private let isHedge: Bool
  private let config: MethodConfig?
  private let startedAt = monotonicNanoseconds()

  /// - Parameter hedge: of an attempt that is one of several at once, how many were made before.
  init(
    _ method: MethodDescriptor, _ options: CallOptions, channel: ChannelCore, hedge: Int? = nil
  ) {
    isHedge = hedge != nil
    attempts = hedge ?? 0
    self.method = method
    self.options = options
    self.channel = channel
    loop = channel.loop
    configuration = channel.configuration
    config = configuration.service.method(method)
    let timeouts = [options.timeout, config?.timeout].compactMap { $0 }
    deadline = timeouts.min().map(Deadline.init(after:))
    stream = ClientStream(messageBytesMax: channel.configuration.responseBytesMax)
  }

  /// Appends the only request; nothing else has seen the call yet.
  func setRequest(_ message: some WireMessage) throws(RPCError) {
    try append(message)
    ending = .endOfStream
  }

  /// Whether the call goes out over TLS.
  var isSecure: Bool { configuration.tls != nil }

  // MARK: On the loop

  /// Whether the call waits when there is no connection.
  var waitsForReady: Bool { options.waitsForReady ?? config?.waitsForReady ?? false }

  /// Begins: finds a connection, and gives up at the deadline.
  func start() {
    if attempts == 0 { channel.callStarted() }
    if let deadline {
      timer = loop.schedule(after: deadline.remaining) { [self] in
        timer = nil
        fail(RPCError(.deadlineExceeded, "The deadline has passed."))
      }
    }
    channel.begin(self)
  }

  func opened(on connection: Connection) {
    self.connection = connection
    connection.session.counts.messagesSent(requestCount, at: loop.tickNanoseconds)
  }

  /// Ends the call on this side; the server is told when it knows of it.
  func fail(_ error: RPCError) {
    guard !isDecided else { return }
    stream.fail(error)
    if let session {
      session.reset(self, .cancel)
      connection?.scheduleFlush()
    }
    decided()
  }

  private func decided() {
    if let timer { loop.cancel(timer) }
    timer = nil
    retained = nil
    retryAfter = nil
    waiting.wakeAll()
    if !isHedge { report() }
    onDecided?()
  }

  /// Tells the interceptors how the call has ended, and the channel that it has succeeded.
  func report() {
    guard !isReported else { return }
    isReported = true
    let failure = failure
    channel.callEnded(isSuccess: failure == nil)
    let time = Duration.nanoseconds(Int64(clamping: monotonicNanoseconds() &- startedAt))
    for interceptor in configuration.interceptors {
      interceptor.callEnded(method, failure, after: time)
    }
  }

  // MARK: Attempts

  /// The attempt has failed before a server has seen it.
  func attemptFailed(_ error: RPCError) {
    guard !isDecided else { return }
    guard let delay = retryDelay(error) else { return fail(error) }
    beginAgain(after: delay)
  }

  /// How long to wait until the next attempt; `nil` when this failure is the caller's to see.
  private func retryDelay(_ error: RPCError) -> Duration? {
    guard !isHedge, retained != nil, let policy = config?.retry else { return nil }
    let pushback = RetryPolicy.Pushback(stream.pushback)
    guard policy.codes.contains(error.code) || pushback == .never, channel.allowsRetry() else {
      return nil
    }
    let delay = policy.delay(
      afterAttempts: attempts + 1, sincePushback: attemptsSincePushback + 1, code: error.code,
      pushback: pushback, share: Double.random(in: 0...1))
    guard let delay else { return nil }
    attempts += 1
    attemptsSincePushback = if case .after = pushback { 0 } else { attemptsSincePushback + 1 }
    return delay
  }

  /// The attempt that is under way has failed, but its stream is not closed yet.
  private func abandonAttempt(retryingAfter delay: Duration) {
    retryAfter = delay
    stream = ClientStream(messageBytesMax: configuration.responseBytesMax)
    if let session, !isPeerDone || !isOutputOver { session.reset(self, .cancel) }
    connection?.scheduleFlush()
  }

  private var isOutputOver: Bool {
    if case .open = ending { false } else { output.isEmpty }
  }

  private func beginAgain(after delay: Duration) {
    guard let retained else { return }
    stream = ClientStream(messageBytesMax: configuration.responseBytesMax)
    output = retained
    received.removeAll()
    receivedTooLarge = false
    isPeerDone = false
    isOutputDeferred = false
    _ = loop.schedule(after: delay) { [self] in
      if !isDecided { channel.begin(self) }
    }
  }

  // MARK: From the wire

  override func headersReceived(endOfStream: Bool) {
    guard retryAfter == nil else { return }
    stream.receiveBlock(received, isTooLarge: receivedTooLarge, endOfStream: endOfStream)
    // Trailers alone leave the call open for another attempt; anything else is an answer.
    if stream.hasHead, !stream.isTrailersOnly { retained = nil }
    changed()
  }

  override func dataReceived(_ bytes: UnsafeRawBufferPointer) {
    guard retryAfter == nil else {
      session?.consume(self, bytes.count)
      return
    }
    let before = stream.deframer.readyCount
    unsafe stream.receiveData(bytes)
    session?.counts.messagesReceived(
      stream.deframer.readyCount - before, at: loop.tickNanoseconds)
    session?.consume(self, isDecided ? bytes.count : stream.takeCredit())
    changed()
  }

  override func endReceived() {
    guard retryAfter == nil else { return }
    stream.receiveEnd()
    changed()
  }

  override func outputTaken() {
    if output.count <= configuration.requestBacklogBytes / 2 { waiting.wakeAll() }
  }

  override func closed(_ reason: HTTP2CloseReason) {
    connection = nil
    guard !isDecided else { return waiting.wakeAll() }
    if let delay = retryAfter {
      retryAfter = nil
      return beginAgain(after: delay)
    }
    if reason == .stream(.refusedStream), retained != nil, hasFreeRetry {
      // The server says that it has not processed the call: once more, on another connection.
      hasFreeRetry = false
      return beginAgain(after: .zero)
    }
    stream.close(reason)
    if case .failed(let error) = stream.outcome, let delay = retryDelay(error) {
      return beginAgain(after: delay)
    }
    decided()
  }

  private func changed() {
    guard isDecided else { return waiting.wakeAll() }
    if stream.outcome == .succeeded { session?.counts.callsSucceeded += 1 }
    if case .failed(let error) = stream.outcome, let delay = retryDelay(error) {
      return abandonAttempt(retryingAfter: delay)
    }
    if case .failed = stream.outcome, let session, !isPeerDone {
      // A malformed answer: nothing of the rest is wanted.
      session.reset(self, .cancel)
      connection?.scheduleFlush()
    } else if let session, isPeerDone, case .open = ending {
      // The server has answered before the request was complete: there is nobody to send to.
      session.reset(self, .noError)
      connection?.scheduleFlush()
    }
    decided()
  }
}

// MARK: - For the caller

extension ClientCall {
  /// Ends the call from any thread; does nothing when it has ended.
  func cancel() {
    loop.execute { self.fail(Self.cancelled) }
  }

  /// Begins the call, from any thread; failures show when the answer is read.
  func begin() {
    if loop.isCurrent { return start() }
    loop.execute { self.start() }
  }

  /// The answer of a call with one response.
  func singleResponse<R: WireMessage>(
    _ type: R.Type
  ) async throws(RPCError) -> UnaryResponse<R> {
    try await onLoop { () async throws(RPCError) in
      while !self.isDecided { await self.waitForChange() }
      if case .failed(let error) = self.stream.outcome { throw error }
      guard self.stream.deframer.readyCount == 1 else {
        throw RPCError(.unimplemented, "The server did not answer with exactly one message.")
      }
      return UnaryResponse(
        message: try self.takeResponse(type), initialMetadata: self.stream.initialMetadata,
        trailingMetadata: self.stream.trailingMetadata)
    }
  }

  /// The next of many responses; `nil` when the call has succeeded.
  func nextResponse<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> R? {
    try await onLoop { () async throws(RPCError) in
      while true {
        if self.stream.hasMessage { return try self.takeResponse(type) }
        switch self.stream.outcome {
        case .pending: await self.waitForChange()
        case .succeeded: return nil
        case .failed(let error): throw error
        }
      }
    }
  }

  /// The server's initial metadata, as soon as it is there.
  func initialMetadata() async throws(RPCError) -> Metadata {
    try await onLoop { () async throws(RPCError) in
      while !self.stream.hasHead {
        if case .failed(let error) = self.stream.outcome { throw error }
        await self.waitForChange()
      }
      return self.stream.initialMetadata
    }
  }

  /// The server's trailing metadata; empty before the call has ended.
  func trailingMetadata() async -> Metadata {
    if loop.isCurrent { return stream.trailingMetadata }
    return await withTaskExecutorPreference(loop) { self.stream.trailingMetadata }
  }

  /// Sends one of many requests, then waits until the server has read enough for the next.
  func send<Q: WireMessage>(_ message: Q) async throws(RPCError) {
    try await onLoop { () async throws(RPCError) in
      try self.checkSendable()
      try self.append(message)
      self.resumeOutput()
      while self.output.count > self.configuration.requestBacklogBytes {
        await self.waitForChange()
        try self.checkSendable()
      }
    }
  }

  func finishSending() async throws(RPCError) {
    try await onLoop { () async throws(RPCError) in
      self.ending = .endOfStream
      self.resumeOutput()
    }
  }

  private func checkSendable() throws(RPCError) {
    switch stream.outcome {
    case .pending: return
    case .succeeded: throw RPCError(.cancelled, "The server has ended the call.")
    case .failed(let error): throw error
    }
  }

  private func resumeOutput() {
    session?.resumeOutput(self)
    connection?.scheduleFlush()
  }

  private func append(_ message: some WireMessage) throws(RPCError) {
    let start = output.count
    try MessageFramer.append(
      message, to: &output, bytesMax: configuration.requestBytesMax,
      encoding: options.compression)
    requestCount += 1
    connection?.session.counts.messagesSent(at: loop.tickNanoseconds)
    guard let kept = retained?.count else { return }
    let added = output.count - start
    // A first message is kept whatever its size: in case it is never seen by a server.
    guard kept == 0 || kept + added <= Limits.retryBufferBytesMax else {
      retained = nil
      return
    }
    unsafe output.withUnsafeBytes { bytes in
      unsafe retained?.append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
  }

  private func takeResponse<R: WireMessage>(_ type: R.Type) throws(RPCError) -> R {
    defer { giveCredit(stream.dropMessage()) }
    let decompressed = stream.isMessageCompressed ? try stream.decompressedMessage() : nil
    do throws(WireError) {
      if let decompressed { return try R(wireBytes: decompressed) }
      return try unsafe stream.withMessage { (bytes) throws(WireError) -> R in
        try unsafe R(wireBytes: bytes)
      }
    } catch {
      throw RPCError(.internalError, "The server's message is malformed: \(error)")
    }
  }

  private func giveCredit(_ count: Int) {
    guard count > 0, let session else { return }
    session.consume(self, count)
    connection?.scheduleFlush()
  }

  private func waitForChange() async {
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { unsafe waiting.append($0) }
    } onCancel: {
      cancel()
    }
  }

  /// Runs `body` on the channel's loop; at once when the caller is there already.
  private func onLoop<Value: Sendable>(
    _ body: @escaping @Sendable () async throws(RPCError) -> Value
  ) async throws(RPCError) -> Value {
    if loop.isCurrent { return try await body() }
    let result = await withTaskExecutorPreference(loop) { () async -> Result<Value, RPCError> in
      do throws(RPCError) {
        return .success(try await body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static let cancelled = RPCError(.cancelled, "The call was cancelled.")
}
