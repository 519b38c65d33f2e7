/// One connection at a time to one of some addresses, made when it is asked for, with growing
/// pauses after failures.
///
/// `@unchecked Sendable`: confined to the channel's loop.
final class Subchannel: @unchecked Sendable {
  private enum State {
    /// -> connecting, retired
    case idle
    /// -> ready, waiting, retired
    case connecting
    /// -> idle, retired
    case ready(ClientConnection)
    /// Connecting has failed; it is not tried before then. -> connecting, retired
    case waiting(until: UInt64, reason: String)
    case retired
  }

  /// What whoever has a call can do with it.
  enum Readiness {
    case ready(ClientConnection)
    /// It will change soon.
    case pending
    /// It has failed, or its server says that it does not serve.
    case failing(until: UInt64?, reason: String)
  }

  let number = EntityNumber.next()
  /// The address, or the target when it is one of several that is used.
  let name: String
  private let madeAt = monotonicNanoseconds()
  /// Of connections that are gone.
  private var past = ConnectionCounts()
  private let loop: EventLoop
  private let buffers: ConnectionBuffers
  /// The channel lets go of its subchannels when it is closed, which it always is.
  private let core: ChannelCore
  /// Where to connect to, in the order of preference; asked for anew for each attempt.
  private let addresses: @Sendable () async throws -> [SocketAddress]
  private var state = State.idle
  private var connecting: ConnectTimer?
  private var failures = 0
  private var health: HealthWatch?
  private var connections: [Int64: ClientConnection] = [:]

  init(
    core: ChannelCore, name: String, buffers: ConnectionBuffers,
    addresses: @escaping @Sendable () async throws -> [SocketAddress]
  ) {
    self.core = core
    self.name = name
    self.buffers = buffers
    self.addresses = addresses
    loop = core.loop
  }

  /// The connection for a call, when there is one.
  var usable: ClientConnection? {
    guard case .ready(let connection) = state, health?.isServing ?? true else { return nil }
    return connection
  }

  var readiness: Readiness {
    switch state {
    case .idle, .connecting: return .pending
    case .ready(let connection):
      guard let health, !health.isServing else { return .ready(connection) }
      return health.isKnown
        ? .failing(until: nil, reason: "the server says that it does not serve") : .pending
    case .waiting(let until, let reason): return .failing(until: until, reason: reason)
    case .retired: return .failing(until: nil, reason: "the address is gone")
    }
  }

  /// Connects, unless it is connected, does so already, or has failed too recently.
  func wake() {
    switch state {
    case .idle: break
    case .waiting(let until, _) where loop.now >= until: break
    case .connecting, .ready, .waiting, .retired: return
    }
    state = .connecting
    loop.spawn { [self] in
      do {
        connected(try await openFirst(of: try await addresses()))
      } catch {
        failed("\(error)")
      }
    }
  }

  /// Whether a connection is open.
  var isConnected: Bool { !connections.isEmpty }

  /// Takes no calls any more; those under way go on.
  func retire() {
    let before = state
    state = .retired
    connecting?.end()
    health?.end()
    health = nil
    if case .ready(let connection) = before { connection.retire() }
  }

  /// Ends every connection.
  func close(_ reason: String) {
    retire()
    for connection in Array(connections.values) { connection.close(reason) }
  }

  /// Tries the addresses in their order.
  private func openFirst(of addresses: [SocketAddress]) async throws -> ClientConnection {
    var failure: any Error = ConnectError(description: "there is no address")
    for address in addresses {
      if case .retired = state { break }
      let timer = ConnectTimer(loop: loop, after: core.configuration.connectTimeout)
      connecting = timer
      defer {
        timer.stop()
        connecting = nil
      }
      do {
        return try await ClientConnection.open(
          address, host: core.target.serverName(at: address), loop: loop, buffers: buffers,
          configuration: core.connectionConfiguration, timer: timer
        ) { [self] connection, change in changed(connection, change) }
      } catch {
        failure = error
      }
    }
    throw failure
  }

  private func connected(_ connection: ClientConnection) {
    connections[connection.connection.number] = connection
    guard case .connecting = state else { return connection.close("the channel is closed") }
    guard connection.takesCalls else { return failed("the server takes no calls") }
    failures = 0
    state = .ready(connection)
    if let service = core.configuration.balancing.healthService {
      let watch = HealthWatch(
        connection, service: service, authority: core.target.authority,
        isSecure: core.configuration.tls != nil, loop: loop
      ) { [weak self] in self?.core.subchannelChanged(isLoss: false) }
      health = watch
      watch.begin()
    }
    core.subchannelChanged(isLoss: false)
  }

  private func failed(_ reason: String) {
    guard case .connecting = state else { return }
    failures += 1
    let delay = core.configuration.backoff.delay(
      afterFailures: failures, spread: Double.random(in: -1...1))
    state = .waiting(until: loop.now &+ delay.wholeNanoseconds, reason: reason)
    core.subchannelChanged(isLoss: true)
  }

  /// A connection takes no new calls any more; those under way on it end on it.
  private func changed(_ connection: ClientConnection, _ change: ClientConnection.Change) {
    switch change {
    case .draining(let isTooManyPings): if isTooManyPings { core.pingedTooOften() }
    case .closed:
      if connections.removeValue(forKey: connection.connection.number) != nil {
        past.add(connection.connection.session.counts)
      }
    }
    if case .retired = state, connections.isEmpty { core.subchannelEnded(self) }
    guard case .ready(let current) = state, current === connection else { return }
    health?.end()
    health = nil
    state = .idle
    core.subchannelChanged(isLoss: true)
  }

  // MARK: For those who look

  var connectivity: ConnectivityState {
    switch state {
    case .idle: .idle
    case .connecting: .connecting
    case .ready: health?.isServing ?? true ? .ready : .transientFailure
    case .waiting: .transientFailure
    case .retired: .shutdown
    }
  }

  func facts() -> SubchannelFacts {
    var counts = past
    for connection in connections.values { counts.add(connection.connection.session.counts) }
    let open = connections.values.map {
      EntityName(number: $0.connection.number, name: $0.connection.peer)
    }
    return SubchannelFacts(
      number: number, target: name, age: ConnectionCounts.age(of: madeAt, loop.now) ?? .zero,
      state: connectivity, calls: counts.calls(now: loop.now),
      connections: open.sorted { $0.number < $1.number })
  }

  func connection(_ number: Int64) -> ConnectionFacts? {
    connections[number]?.connection.facts()
  }
}
