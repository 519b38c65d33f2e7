import Synchronization

/// A gRPC server on one loop. Several loops may each have one on the same address: the kernel
/// spreads the connections (SO_REUSEPORT).
///
/// `@unchecked Sendable`: everything that changes is confined to the loop; the public methods move
/// there.
public final class RPCServer: @unchecked Sendable {
  public let loop: EventLoop
  private let configuration: ServerConfiguration
  private let pool: CallPool
  private let buffers = ConnectionBuffers()
  private var listeners: [Listener] = []
  private var connections: [Int64: ServerConnection] = [:]
  private var shares = AddressShares()
  public let number = EntityNumber.next()
  private let madeAt = monotonicNanoseconds()
  /// Of connections that are gone.
  private var past = ConnectionCounts()
  /// Nothing is left of it to be looked at, and its loop may end.
  private let isOver = Atomic(false)
  private var sweep: TimerID?
  private var isStopping = false
  private var stopped = WaitList()

  /// - Parameter interceptors: run around every handler, the first outermost.
  public init(
    loop: EventLoop, services: [any RPCService], interceptors: [any ServerInterceptor] = [],
    configuration: ServerConfiguration = ServerConfiguration()
  ) {
    self.loop = loop
    self.configuration = configuration
    pool = CallPool(
      loop: loop, router: Router(services: services, interceptors: interceptors),
      configuration: configuration)
  }

  /// Accepts connections on `address`; call it once for each address.
  ///
  /// - Parameter tls: `nil` for HTTP/2 in the clear (h2c with prior knowledge).
  /// - Parameter isFirst: whether it is refused where anybody listens already. Otherwise it joins
  ///   those who do, and the kernel spreads the connections.
  /// - Returns: where it listens: the port that the kernel chose when `address` has port 0.
  /// - Throws: `SystemError` when the address cannot be bound.
  @discardableResult
  public func listen(
    on address: SocketAddress, tls: TLSContext? = nil, isFirst: Bool = false
  ) async throws -> SocketAddress {
    try await loop.run { [self] in
      precondition(!isStopping, "a stopped server does not listen again")
      let listener = try Listener(
        loop: loop, address: address, isFirst: isFirst
      ) { [self] socket, peer in
        accepted(socket, peer: peer, tls: tls)
      } onExhausted: { [configuration] in
        configuration.onEvent(.connectionRefused(reason: "the process has no descriptor left"))
      }
      listeners.append(listener)
      return listener.address
    }
  }

  /// Finds out whether somebody listens on `address`, before anything is started for it.
  ///
  /// - Throws: `SystemError` when it is taken, or cannot be bound.
  public static func checkFree(_ address: SocketAddress) throws(SystemError) {
    _ = try ListeningSocket(bindingTo: address, isFirst: true)
  }

  /// Ends gracefully: no new connections and calls, the running calls finish; what still runs
  /// after `grace` is cancelled. Returns when every connection is closed and every handler has
  /// ended, or when cancelled handlers ignore that for `Limits.cancelledHandlerPatience`.
  public func stop(grace: Duration) async {
    await withTaskExecutorPreference(loop) { [self] in await stopOnLoop(grace) }
  }

  private func stopOnLoop(_ grace: Duration) async {
    isStopping = true
    pool.onQuiet = { [weak self] in self?.wakeIfIdle() }
    for listener in listeners { listener.close() }
    listeners = []
    for connection in connections.values { connection.drain() }
    await waitUntilIdle(atMost: grace)
    for connection in Array(connections.values) { connection.close("the server ends") }
    await waitUntilIdle(atMost: Limits.cancelledHandlerPatience)
    if let sweep { loop.cancel(sweep) }
    sweep = nil
    pool.runners.end()
    isOver.store(true, ordering: .relaxed)
  }

  private var isIdle: Bool { connections.isEmpty && pool.handlersRunning == 0 }

  private func waitUntilIdle(atMost patience: Duration) async {
    var isOver = false
    let timer = loop.schedule(after: patience) { [self] in
      isOver = true
      stopped.wakeAll()
    }
    while !isIdle, !isOver { await unsafe withUnsafeContinuation { unsafe stopped.append($0) } }
    loop.cancel(timer)
  }

  // MARK: Connections

  private func accepted(_ socket: consuming Socket, peer: String, tls: TLSContext?) {
    guard connections.count < configuration.connectionsMax else {
      configuration.onEvent(.connectionRefused(reason: "\(connections.count) are open"))
      return
    }
    let address = socket.peerAddress
    let share = shares.share(of: address)
    guard share.connections < configuration.addressConnectionsMax else {
      configuration.onEvent(
        .connectionRefused(
          reason: "\(share.connections) of \(address?.host ?? peer) are open"))
      return
    }
    do {
      let session = try HTTP2Session(
        role: .server, settings: configuration.http2, memory: buffers.memory)
      let tlsSession = try tls.map { (context) throws(TLSError) in
        try TLSSession(context, serverName: nil)
      }
      let connection = Connection(
        loop: loop, buffers: buffers, socket: socket, tls: tlsSession, session: session,
        peer: peer)
      let client = ServerConnection(connection: connection, pool: pool, share: share) {
        [weak self] connection, reason in self?.closed(connection, reason)
      }
      try connection.start()
      connections[connection.number] = client
      shares.opened(share)
      configuration.onEvent(.connectionOpened(peer: peer))
      scheduleSweep()
    } catch {
      configuration.onEvent(.connectionRefused(reason: "\(error)"))
    }
  }

  private func closed(_ client: ServerConnection, _ reason: String) {
    if connections.removeValue(forKey: client.connection.number) != nil {
      past.add(client.connection.session.counts)
      shares.closed(client.share)
    }
    configuration.onEvent(.connectionClosed(peer: client.peer, reason: reason))
    wakeIfIdle()
  }

  private func wakeIfIdle() {
    if isStopping, isIdle { stopped.wakeAll() }
  }

  private func scheduleSweep() {
    guard sweep == nil, !connections.isEmpty else { return }
    sweep = loop.schedule(after: configuration.sweepInterval) { [self] in
      sweep = nil
      let now = loop.now
      let isFull = connections.count >= configuration.connectionsMax
      for connection in Array(connections.values) { connection.check(now: now, isFull: isFull) }
      scheduleSweep()
    }
  }

  // MARK: For those who look

  /// Looks at the server on its loop; `nil` when it has stopped.
  private func look<Value: Sendable>(
    _ body: @escaping @Sendable (RPCServer) -> Value?
  ) async -> Value? {
    guard !isOver.load(ordering: .relaxed) else { return nil }
    return await withTaskExecutorPreference(loop) { [self] in body(self) }
  }

  func facts() async -> ServerFacts? {
    await look { server in
      var counts = server.past
      for client in server.connections.values { counts.add(client.connection.session.counts) }
      let now = server.loop.now
      return ServerFacts(
        number: server.number, age: ConnectionCounts.age(of: server.madeAt, now) ?? .zero,
        calls: counts.calls(now: now),
        listeners: server.listeners.map { ListenerFacts(number: $0.number, address: $0.address) })
    }
  }

  /// Its connections with this number or a larger one, by growing numbers.
  ///
  /// - Returns: at most `count`, and whether those are all.
  func connections(from number: Int64, atMost count: Int) async -> Page<EntityName>? {
    await look { server in
      let numbers = server.connections.keys.filter { $0 >= number }.sorted()
      let page = numbers.prefix(count).map {
        EntityName(number: $0, name: server.connections[$0]?.peer ?? "")
      }
      return Page(items: page, isLast: numbers.count <= count)
    }
  }

  func connection(_ number: Int64) async -> ConnectionFacts? {
    await look { $0.connections[number]?.connection.facts() }
  }
}
