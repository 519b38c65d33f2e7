/// The part of a channel that lives on its loop: one connection at a time, made when it is needed.
///
/// `@unchecked Sendable`: confined to its loop.
final class ChannelCore: @unchecked Sendable {
  private enum State {
    /// -> connecting
    case idle
    /// -> ready, waiting
    case connecting
    /// -> idle
    case ready(ClientConnection)
    /// Connecting has failed; calls fail at once until then. -> connecting
    case waiting(until: UInt64, reason: String)
    case closed
  }

  let loop: EventLoop
  let configuration: ChannelConfiguration
  private let target: Target
  private let resolver = BlockingPool()
  private let buffers = ConnectionBuffers()
  private var state = State.idle
  /// The attempt that is under way.
  private var connecting: ConnectTimer?
  private var failures = 0
  /// Ends the pause after a failure when calls wait for it.
  private var reconnect: TimerID?
  private var budget: RetryBudget
  /// Calls that wait for the connection.
  private var pending: [ClientCall] = []
  private var connections: [ObjectIdentifier: ClientConnection] = [:]

  /// Whom a channel calls.
  enum Target {
    /// A numeric address or a name.
    case host(String, port: UInt16)
    case address(SocketAddress)

    /// For `:authority` and the certificate's name.
    var authority: String {
      switch self {
      case .host(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
      case .address(let address): address.unixPath == nil ? "\(address)" : "localhost"
      }
    }

    var host: String {
      switch self {
      case .host(let host, _): host
      case .address(let address): address.unixPath == nil ? address.host : "localhost"
      }
    }
  }

  init(target: Target, loop: EventLoop, configuration: ChannelConfiguration) {
    self.target = target
    self.loop = loop
    self.configuration = configuration
    budget = RetryBudget(configuration.service.throttling)
  }

  /// Opens a call, now or as soon as there is a connection.
  func begin(_ call: ClientCall) {
    switch state {
    case .closed: call.fail(RPCError(.unavailable, "The channel is closed."))
    case .ready(let connection): open(call, on: connection)
    case .connecting: wait(call)
    case .waiting(let until, let reason) where loop.now < until:
      guard call.waitsForReady else {
        return call.attemptFailed(
          RPCError(.unavailable, "There is no connection to \(target.authority): \(reason)."))
      }
      wait(call)
      scheduleReconnect(at: until)
    case .idle, .waiting:
      wait(call)
      connect()
    }
  }

  /// Ends every call and closes every connection.
  func close() {
    state = .closed
    if let reconnect { loop.cancel(reconnect) }
    reconnect = nil
    connecting?.end()
    let calls = pending
    pending = []
    for call in calls { call.fail(RPCError(.unavailable, "The channel is closed.")) }
    for connection in Array(connections.values) { connection.close("the channel is closed") }
  }

  private func scheduleReconnect(at moment: UInt64) {
    guard reconnect == nil else { return }
    let delay = moment > loop.now ? moment - loop.now : 0
    reconnect = loop.schedule(after: .nanoseconds(Int64(clamping: delay))) { [self] in
      reconnect = nil
      pending.removeAll(where: \.isDecided)
      if case .waiting = state, !pending.isEmpty { connect() }
    }
  }

  // MARK: Retries

  /// Whether a call that has failed may be made again; counts the failure.
  func allowsRetry() -> Bool {
    budget.failed()
    return budget.allowsRetry
  }

  func succeeded() { budget.succeeded() }

  private func wait(_ call: ClientCall) {
    // Calls that ended while they waited make room first.
    if pending.count >= Limits.pendingCallsMax { pending.removeAll(where: \.isDecided) }
    guard pending.count < Limits.pendingCallsMax else {
      call.fail(RPCError(.unavailable, "\(pending.count) calls wait for a connection already."))
      return
    }
    pending.append(call)
  }

  private func open(_ call: ClientCall, on connection: ClientConnection) {
    guard !call.isDecided else { return }
    do throws(HTTP2Error) {
      try connection.open(call, head(of: call))
    } catch {
      call.fail(RPCError(.unavailable, "The call could not be sent: \(error.reason)."))
    }
  }

  private func head(of call: ClientCall) -> HeaderFields {
    var head = HeaderFields()
    head.append(name: ":method", value: "POST")
    head.append(name: ":scheme", value: configuration.tls == nil ? "http" : "https")
    head.append(name: ":path", value: call.method.path)
    head.append(name: ":authority", value: target.authority)
    if let deadline = call.deadline {
      head.append(name: "grpc-timeout", value: GRPCTimeout.format(deadline.remaining))
    }
    head.append(name: "te", value: "trailers")
    head.append(name: "content-type", value: "application/grpc")
    head.append(name: "user-agent", value: "paylyt-rpc/1")
    if call.attempts > 0 {
      head.append(name: "grpc-previous-rpc-attempts", value: String(call.attempts))
    }
    if let trace = call.options.trace {
      head.append(name: "traceparent", value: trace.traceparent)
    }
    if let encoding = call.options.compression {
      head.append(name: "grpc-encoding", value: encoding.name)
    }
    head.append(name: "grpc-accept-encoding", value: MessageEncoding.accepted)
    call.options.metadata.append(to: &head)
    return head
  }

  // MARK: Connecting

  private func connect() {
    state = .connecting
    loop.spawn { [self] in
      do {
        connected(try await openFirst(of: try await addresses()))
      } catch {
        failed("\(error)")
      }
    }
  }

  private func addresses() async throws -> [SocketAddress] {
    let host: String
    let port: UInt16
    switch target {
    case .address(let address): return [address]
    case .host(let name, let number): (host, port) = (name, number)
    }
    if let address = try? SocketAddress(host: host, port: port) { return [address] }
    let found = try await resolver.run {
      SocketAddress.lookUp(host, port: port, isNumeric: false)
    }
    guard !found.isEmpty else { throw ConnectError(description: "the name is unknown") }
    return found
  }

  /// Tries the addresses in their order.
  private func openFirst(of addresses: [SocketAddress]) async throws -> ClientConnection {
    var failure: any Error = ConnectError(description: "there is no address")
    for address in addresses {
      let timer = ConnectTimer(loop: loop, after: configuration.connectTimeout)
      connecting = timer
      defer {
        timer.stop()
        connecting = nil
      }
      do {
        return try await ClientConnection.open(
          address, host: target.host, loop: loop, buffers: buffers, configuration: configuration,
          timer: timer
        ) { [weak self] connection, change in self?.changed(connection, change) }
      } catch {
        failure = error
      }
      if case .closed = state { break }
    }
    throw failure
  }

  private func connected(_ connection: ClientConnection) {
    guard case .connecting = state else { return connection.close("the channel is closed") }
    connections[ObjectIdentifier(connection)] = connection
    failures = 0
    state = .ready(connection)
    let calls = pending
    pending = []
    for call in calls { begin(call) }
  }

  private func failed(_ reason: String) {
    guard case .connecting = state else { return }
    failures += 1
    let delay = configuration.backoff.delay(
      afterFailures: failures, spread: Double.random(in: -1...1))
    state = .waiting(until: loop.now &+ delay.wholeNanoseconds, reason: reason)
    let calls = pending
    pending = []
    for call in calls { begin(call) }
  }

  /// A connection takes no new calls any more; those under way on it end on it.
  private func changed(_ connection: ClientConnection, _ change: ClientConnection.Change) {
    switch change {
    case .draining: break
    case .closed: connections[ObjectIdentifier(connection)] = nil
    }
    if case .ready(let current) = state, current === connection { state = .idle }
  }
}
