/// What a handler asks of its call, through `IncomingCall`. On the loop.
extension ServerCall {
  /// What a handler finds when it asks for the next request.
  enum Arrival {
    case message
    /// The client has finished sending.
    case end
    /// Nothing yet.
    case nothing
  }

  var isOnLoop: Bool { loop.isCurrent }

  func onLoop<Success: Sendable>(
    _ body: @escaping @Sendable () async throws -> Success
  ) async throws -> Success {
    try await loop.run(body)
  }

  /// Whether there is a next request, on the loop.
  func arrival() throws -> Arrival {
    guard stream.isOpen else { throw CancellationError() }
    // What is here is taken without asking the task, as in the standard library's streams. A call
    // that was cancelled is not open.
    if stream.hasMessage { return .message }
    guard !Task.isCancelled else { throw CancellationError() }
    return stream.isRequestOver ? .end : .nothing
  }

  /// The bytes of the request that is next, which stays where it is; `nil` when there is none.
  func waitingRequest() throws(RPCError) -> [UInt8]? {
    loop.preconditionOnLoop()
    guard stream.isOpen, stream.hasMessage else { return nil }
    if stream.deframer.encoding != nil, stream.isMessageCompressed {
      return try stream.decompressedMessage()
    }
    return unsafe stream.withMessage { unsafe Array($0) }
  }

  /// Takes the next request: checks it and unpacks it.
  func takeRequest(_ layout: WireLayout) throws -> UnpackedMessage {
    guard stream.isOpen, stream.hasMessage else { throw CancellationError() }
    defer { giveCredit(stream.dropMessage()) }
    let decompressed = try decompressedRequest()
    do throws(WireError) {
      if let decompressed {
        return try unsafe decompressed.span.withUnsafeBytes { (bytes) throws(WireError) in
          try unsafe UnpackedMessage(bytes, layout)
        }
      }
      return try unsafe stream.withMessage { (bytes) throws(WireError) in
        try unsafe UnpackedMessage(bytes, layout)
      }
    } catch {
      throw StatusDetails.badRequest([error])
    }
  }

  /// Sends one of many responses.
  ///
  /// - Returns: whether the client has read enough for the next one.
  func send(_ pack: (Arena) -> UnsafeMutableRawPointer) throws -> Bool {
    guard stream.isOpen, hasSession else { throw CancellationError() }
    try unsafe append(pack)
    beginResponse()
    withSession { $0.resumeOutput(self) }
    withConnection { $0.scheduleFlush() }
    return output.count <= configuration.responseBacklogBytes
  }

  /// Waits until the client has read enough for the next response.
  func waitForRoom() async throws {
    while output.count > configuration.responseBacklogBytes {
      await waitForChange()
      guard stream.isOpen, !Task.isCancelled else { throw CancellationError() }
    }
  }

  /// Sends the one response of a call; its status follows when the handler ends.
  func sendLast(_ pack: (Arena) -> UnsafeMutableRawPointer) throws {
    loop.preconditionOnLoop()
    guard stream.isOpen else { throw CancellationError() }
    try unsafe append(pack)
  }

  private func append(_ pack: (Arena) -> UnsafeMutableRawPointer) throws(RPCError) {
    try unsafe MessageFramer.append(
      to: &output, bytesMax: configuration.responseBytesMax,
      encoding: withContext { $0.messageEncoding },
      pack)
    withSession { $0.counts.messagesSent(at: loop.tickNanoseconds) }
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
    guard count > 0, !isPeerDone, hasSession else { return }
    withSession { $0.consume(self, count) }
    withConnection { $0.scheduleFlush() }
  }

  func waitForChange() async {
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { unsafe waiting.append($0) }
    } onCancel: {
      // The caller of this handler may be any thread, and may come before the wait has begun.
      loop.execute { self.waiting.wakeAll() }
    }
  }
}
