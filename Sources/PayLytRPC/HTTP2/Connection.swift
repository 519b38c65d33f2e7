/// What a connection tells its owner.
protocol ConnectionOwner: AnyObject {
  /// What the peer has sent so far was taken; the answers to it leave after this.
  func bytesTaken()
  /// The connection is gone; every stream has been told already. Called exactly once.
  func connectionClosed(_ connection: Connection, reason: String)
}

/// One HTTP/2 connection of either side: the thin shell that moves bytes between a socket, TLS
/// and a session.
///
/// Whatever becomes ready to be sent during a tick of the loop leaves at its end, in one write.
///
/// `@unchecked Sendable`: confined to its loop.
final class Connection: @unchecked Sendable {
  let loop: EventLoop
  let session: HTTP2Session
  let peer: String
  let number = EntityNumber.next()
  /// Not counted: the owner keeps itself alive until it is told that the connection is closed.
  unowned(unsafe) var owner: (any ConnectionOwner)?

  private let buffers: ConnectionBuffers
  private var socket: Socket?
  private var tls: TLSSession?
  private var watch: EventLoop.Watch?
  private var isWaitingToWrite = false
  /// Plain bytes that the socket did not take (without TLS; TLS keeps its own).
  private var unsent = ByteQueue()
  private var isFlushScheduled = false
  private var isReading = false
  /// A callback of the session may be on the stack: it must not be closed underneath.
  private var isInSession = false
  private var pendingClose: String?
  /// The peer was told why the connection ends, and may still be sending.
  private var isExplained = false
  private(set) var isClosed = false
  /// When the peer was heard last, on the loop's clock.
  private(set) var heardAt: UInt64

  init(
    loop: EventLoop, buffers: ConnectionBuffers, socket: consuming Socket, tls: TLSSession?,
    session: HTTP2Session, peer: String
  ) {
    self.loop = loop
    self.buffers = buffers
    self.socket = consume socket
    self.tls = tls
    self.session = session
    self.peer = peer
    heardAt = loop.now
  }

  /// Starts to read; a client with TLS sends its first flight.
  func start() throws {
    guard let number = socket?.number else { return }
    watch = try loop.watch(number, for: .read) { [self] readiness in ready(readiness) }
    if let tls, session.role == .client { try tls.start() }
    scheduleFlush()
  }

  /// Who the peer is, by its certificate.
  private(set) lazy var identity: PeerIdentity? = tls?.peerIdentity

  /// TLS (if any) is established and the bytes of HTTP/2 can flow.
  var isSecured: Bool { tls?.isEstablished ?? true }

  /// Sends what is ready at the end of this tick. Call it whenever the session was given work.
  ///
  /// What is ready while bytes are being read leaves right after them: the calls that it answers
  /// are still in the processor's cache then.
  func scheduleFlush() {
    guard !isFlushScheduled, !isReading, !isClosed else { return }
    isFlushScheduled = true
    loop.atEndOfTick { [self] in
      isFlushScheduled = false
      flush()
    }
  }

  /// Closes now; every open stream is told that the connection is lost.
  func close(_ reason: String) {
    guard !isClosed else { return }
    guard !isInSession else {
      pendingClose = pendingClose ?? reason
      return
    }
    isClosed = true
    if let watch { loop.unwatch(watch) }
    watch = nil
    if isExplained, let socket = socket.take() {
      unsafe buffers.lingering.keep(socket, on: loop, scratch: buffers.input)
    }
    socket = nil
    tls = nil
    session.abandon(reason)
    let owner = unsafe owner
    unsafe self.owner = nil
    owner?.connectionClosed(self, reason: reason)
  }

  /// What it has carried, and where it goes.
  func facts() -> ConnectionFacts {
    let counts = session.counts
    let now = loop.now
    let windows = session.windowBytes
    return ConnectionFacts(
      number: number, peer: peer, isServer: session.role == .server,
      local: socket?.localAddress, remote: socket?.peerAddress,
      streams: CallFacts(
        started: counts.streamsStarted, succeeded: counts.streamsSucceeded,
        failed: counts.streamsFailed,
        lastStarted: ConnectionCounts.age(of: counts.streamStartedAt, now)),
      messagesSent: counts.messagesSent, messagesReceived: counts.messagesReceived,
      keepalivesSent: counts.keepalivesSent,
      lastMessageSent: ConnectionCounts.age(of: counts.messageSentAt, now),
      lastMessageReceived: ConnectionCounts.age(of: counts.messageReceivedAt, now),
      localWindowBytes: windows.local, remoteWindowBytes: windows.remote,
      peerStreamsMax: session.peerStreamsMax, goAwayCode: session.goAwayCode, tls: tls?.facts)
  }

  // MARK: Reading

  private func ready(_ readiness: EventLoop.Readiness) {
    guard !isClosed else { return }
    guard readiness.isReadable || readiness.isHangup else { return flush() }
    let owner = unsafe owner
    isReading = true
    read()
    owner?.bytesTaken()
    isReading = false
    flush()
  }

  private func read() {
    for _ in 0..<Limits.readsPerTickMax {
      guard let transfer = unsafe socket?.read(into: buffers.input) else { return }
      switch transfer {
      case .bytes(let count):
        unsafe received(UnsafeRawBufferPointer(rebasing: buffers.input[..<count]))
        guard !isClosed, unsafe count == buffers.input.count else { return }
      case .wouldBlock: return
      case .end:
        close("the peer closed the connection")
        return
      case .failed(let error):
        close(error.description)
        return
      }
    }
  }

  private func received(_ bytes: UnsafeRawBufferPointer) {
    isInSession = true
    heardAt = loop.now
    var failure: String?
    do {
      if let tls {
        try unsafe tls.receive(bytes, scratch: buffers.plain) { plain in
          try unsafe session.receive(plain, now: loop.now)
        }
        if tls.isPeerDone { failure = "the peer closed the connection" }
      } else {
        try unsafe session.receive(bytes, now: loop.now)
      }
    } catch let error as HTTP2Error {
      failure = error.reason
    } catch {
      failure = "\(error)"
    }
    isInSession = false
    if let reason = failure ?? pendingClose {
      // What explains the end to the peer (GOAWAY, a TLS alert) goes out if the socket takes it.
      pendingClose = reason
      isExplained = failure != nil
      flush()
      close(reason)
    }
  }

  // MARK: Writing

  /// Sends everything that is ready, or as much as the socket takes.
  private func flush() {
    guard !isClosed else { return }
    do {
      var hasMore = true
      while try writeUnsent(), hasMore { hasMore = try fill() }
    } catch {
      close("\(error)")
      return
    }
    if let pendingClose {
      close(pendingClose)
      return
    }
    waitToWrite(!isDrained)
    if isDrained, isSecured, session.isFinished {
      tls?.finish()
      _ = try? writeUnsent()
      close("the connection has ended")
    }
  }

  private var isDrained: Bool { tls.map { $0.outputCount == 0 } ?? unsent.isEmpty }

  /// Takes one buffer of output from the session.
  ///
  /// - Returns: whether there may be more.
  private func fill() throws -> Bool {
    guard isSecured else { return false }
    isInSession = true
    defer { isInSession = false }
    let count = try unsafe session.collectOutput(into: buffers.output)
    guard count > 0 else { return false }
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffers.output[..<count])
    if let tls {
      try unsafe tls.send(bytes)
      return true
    }
    switch unsafe send(bytes) {
    case .bytes(count): return true
    case .bytes(let written):
      unsafe unsent.append(UnsafeRawBufferPointer(rebasing: bytes[written...]))
    case .wouldBlock, .end: unsafe unsent.append(bytes)
    case .failed(let error): throw error
    }
    return false
  }

  /// Writes what an earlier write left over.
  ///
  /// - Returns: whether nothing is left.
  private func writeUnsent() throws -> Bool {
    guard !isDrained else { return true }
    let transfer: Socket.Transfer
    if let tls {
      transfer = unsafe tls.withOutput { unsafe send($0) }
    } else {
      transfer = unsafe unsent.withUnsafeBytes { unsafe send($0) }
    }
    switch transfer {
    case .bytes(let count):
      if let tls { tls.outputWritten(count) } else { unsent.removeFirst(count) }
    case .wouldBlock, .end: break
    case .failed(let error): throw error
    }
    return isDrained
  }

  private func send(_ bytes: UnsafeRawBufferPointer) -> Socket.Transfer {
    unsafe socket?.write(bytes) ?? .end
  }

  private func waitToWrite(_ wanted: Bool) {
    guard wanted != isWaitingToWrite, let watch else { return }
    isWaitingToWrite = wanted
    loop.update(watch, for: wanted ? [.read, .write] : .read)
  }
}

/// The buffers that all connections of one loop share: none is used across two ticks.
///
/// `@unchecked Sendable`: confined to one loop.
@safe final class ConnectionBuffers: @unchecked Sendable {
  let memory = HTTP2Memory()
  let input = UnsafeMutableRawBufferPointer.allocate(
    byteCount: Limits.readBufferBytes, alignment: 16)
  let plain = UnsafeMutableRawBufferPointer.allocate(
    byteCount: Limits.readBufferBytes, alignment: 16)
  let output = UnsafeMutableRawBufferPointer.allocate(
    byteCount: Limits.writeBufferBytes, alignment: 16)

  let lingering = LingeringSockets()

  init() {}

  deinit {
    unsafe input.deallocate()
    unsafe plain.deallocate()
    unsafe output.deallocate()
  }
}
