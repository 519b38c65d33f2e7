/// The life of one call on the server, without I/O: what arrives, and what must be done about it.
struct ServerStream {
  enum State: Equatable {
    /// No request head yet. -> receiving, halfClosed, answered
    case idle
    /// The client may send more. -> halfClosed, answered
    case receiving
    /// The client has finished sending. -> answered
    case halfClosed
    /// The status is decided, or nobody waits for one any more.
    case answered
  }

  enum Action: Equatable {
    case none
    /// Run the method's handler.
    case start
    /// A message or the end has arrived for a handler that runs.
    case wakeReader
    /// End the call with this status; a handler that runs is cancelled.
    case refuse(RPCError)
    /// The peer does not speak gRPC: answer with this HTTP status.
    case refuseHTTP(status: Int, RPCError)
    /// Nobody waits for the handler any more.
    case cancel
  }

  private(set) var state = State.idle
  private(set) var isStarted = false
  private(set) var deframer: MessageDeframer
  private var kind = MethodDescriptor.Kind.unary

  init(messageBytesMax: Int) { deframer = MessageDeframer(messageBytesMax: messageBytesMax) }

  /// Makes the stream of a call that is gone as good as a new one.
  mutating func renew() {
    state = .idle
    isStarted = false
    kind = .unary
    deframer.dropAll()
  }

  // MARK: What the client sends

  /// The request's head has arrived.
  ///
  /// - Parameter kind: of the method that the path names; `nil` when there is none.
  mutating func receiveHead(
    _ head: RequestHead, kind: MethodDescriptor.Kind?, path: @autoclosure () -> String,
    endOfStream: Bool
  ) -> Action {
    precondition(state == .idle, "a call has one head")
    state = endOfStream ? .halfClosed : .receiving
    deframer.encoding = head.encoding
    guard let kind else {
      return refuse(RPCError(.unimplemented, "There is no method \(path())."))
    }
    self.kind = kind
    if kind.hasSingleRequest { return endOfStream ? receiveEnd() : .none }
    isStarted = true
    return .start
  }

  /// The request was no call, and has its answer.
  mutating func answeredElsewhere() { state = .answered }

  /// The request's head has arrived, and it is none.
  mutating func receiveHead(refused refusal: RequestHead.Refusal) -> Action {
    precondition(state == .idle, "a call has one head")
    switch refusal {
    case .http(let status, let error):
      state = .answered
      return .refuseHTTP(status: status, error)
    case .rpc(let error): return refuse(error)
    }
  }

  mutating func receiveData(_ bytes: UnsafeRawBufferPointer) -> Action {
    guard state == .receiving else { return .none }
    let before = deframer.readyCount
    do {
      try unsafe deframer.receive(bytes)
    } catch {
      return refuse(error)
    }
    if kind.hasSingleRequest, deframer.readyCount > 1 { return refuse(Self.tooManyRequests) }
    return isStarted && deframer.readyCount > before ? .wakeReader : .none
  }

  /// The client has finished sending.
  mutating func receiveEnd() -> Action {
    guard state == .receiving || state == .halfClosed else { return .none }
    state = .halfClosed
    guard !deframer.hasPartialMessage else {
      return refuse(RPCError(.internalError, "The request ends in the middle of a message."))
    }
    guard kind.hasSingleRequest else { return .wakeReader }
    guard deframer.readyCount == 1 else { return refuse(Self.noRequest) }
    isStarted = true
    return .start
  }

  /// The stream was reset, or the connection is lost.
  mutating func receiveReset() -> Action {
    guard state != .answered else { return .none }
    state = .answered
    return isStarted ? .cancel : .none
  }

  mutating func deadlinePassed() -> Action {
    refuse(RPCError(.deadlineExceeded, "The deadline has passed."))
  }

  // MARK: What the handler does

  /// Whether the handler can still send and receive.
  var isOpen: Bool { state == .receiving || state == .halfClosed }

  /// Whether no further message will arrive.
  var isRequestOver: Bool { state == .halfClosed && deframer.readyCount == 0 }

  /// Whether a message waits to be taken.
  var hasMessage: Bool { deframer.readyCount > 0 }

  /// Lends the next message. Mutating, so that it is lent where it is: of a class's property, the
  /// compiler would make a copy first.
  mutating func withMessage<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe deframer.withMessage(body)
  }

  /// Whether the message that waits is compressed.
  var isMessageCompressed: Bool { deframer.isMessageCompressed }

  func decompressedMessage() throws(RPCError) -> [UInt8] { try deframer.decompressedMessage() }

  mutating func dropMessage() -> Int { deframer.dropMessage() }

  /// Bytes of the request that are held.
  var heldBytes: Int { deframer.bufferedCount }

  /// Forgets what is held: nobody will take it.
  mutating func dropAll() { deframer.dropAll() }

  /// The connection's calls hold too much together, and this one wants more.
  mutating func refuseMore() -> Action {
    refuse(
      RPCError(.resourceExhausted, "The requests of this connection hold too much memory."))
  }

  mutating func takeCredit() -> Int { deframer.takeCredit() }

  /// The handler has ended.
  ///
  /// - Returns: whether its status is still wanted.
  mutating func handlerEnded() -> Bool {
    guard state != .answered else { return false }
    state = .answered
    return true
  }

  private mutating func refuse(_ error: RPCError) -> Action {
    guard state != .answered else { return .none }
    state = .answered
    return .refuse(error)
  }

  // The codes are those of gRPC's statuscodes.md, "cardinality violation".
  private static let noRequest = RPCError(
    .unimplemented, "This method takes one request message, but none was sent.")
  private static let tooManyRequests = RPCError(
    .unimplemented, "This method takes one request message, but more were sent.")
}
