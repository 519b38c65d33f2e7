/// The part of a channel that lives on its loop: finds a connection for each call, or has it wait
/// for one.
///
/// `@unchecked Sendable`: confined to its loop.
final class ChannelCore: @unchecked Sendable {
  let loop: EventLoop
  let configuration: ChannelConfiguration
  let target: ChannelTarget
  let number = EntityNumber.next()
  private let madeAt = monotonicNanoseconds()
  private var calls = CallFacts()
  private var callStartedAt: UInt64 = 0
  private let resolver: BlockingPool
  private let buffers = ConnectionBuffers()
  private var isClosed = false
  /// With `pickFirst` one for all addresses, else one for each, beside the address.
  private var subchannels: [(address: SocketAddress?, subchannel: Subchannel)] = []
  /// Of addresses that are gone: calls are still under way on their connections.
  private var retired: [Subchannel] = []
  /// Whose turn it is.
  private var turn = 0
  /// The addresses are being looked up.
  private var isResolving = false
  private var resolvedAt: UInt64?
  /// Looking them up has failed, and there are none from before.
  private var resolveFailure: (until: UInt64, reason: String)?
  private var resolveFailures = 0
  /// Ends the pause after a failure when calls wait for it.
  private var reconnect: TimerID?
  private var budget: RetryBudget
  /// Calls that wait for a connection.
  private var pending: [ClientCall] = []
  private var keepaliveTime: Duration?

  init(target: ChannelTarget, loop: EventLoop, configuration: ChannelConfiguration) {
    self.target = target
    self.loop = loop
    self.configuration = configuration
    resolver = BlockingPool()
    budget = RetryBudget(configuration.service.throttling)
    keepaliveTime = configuration.keepalive.time
  }

  /// What the next connection is made with.
  var connectionConfiguration: ChannelConfiguration {
    var current = configuration
    current.keepalive.time = keepaliveTime
    return current
  }

  /// A server has complained: this channel asks half as often from now on (gRPC A8).
  func pingedTooOften() {
    keepaliveTime = keepaliveTime.map { min($0 * 2, Limits.keepaliveTimeMax) }
  }

  /// Opens a call, now or as soon as there is a connection.
  func begin(_ call: ClientCall) {
    guard !isClosed else { return call.fail(RPCError(.unavailable, "The channel is closed.")) }
    if subchannels.isEmpty, !makeSubchannels() { return beginUnresolved(call) }
    switch pick() {
    case .ready(let connection): open(call, on: connection)
    case .pending: wait(call)
    case .failing(let until, let reason):
      guard call.waitsForReady else { return refuse(call, reason) }
      wait(call)
      if let until { scheduleReconnect(at: until) }
    }
  }

  private func refuse(_ call: ClientCall, _ reason: String) {
    call.attemptFailed(
      RPCError(.unavailable, "There is no connection to \(target.authority): \(reason)."))
  }

  /// Ends every call and closes every connection.
  func close() {
    isClosed = true
    if let reconnect { loop.cancel(reconnect) }
    reconnect = nil
    let waiting = pending
    pending = []
    for call in waiting { call.fail(RPCError(.unavailable, "The channel is closed.")) }
    for subchannel in all {
      subchannel.close("the channel is closed")
    }
    subchannels = []
    retired = []
  }

  // MARK: Connections

  /// The next connection that can take a call; wakes every subchannel that sleeps.
  private func pick() -> Subchannel.Readiness {
    let count = subchannels.count
    if count == 1, let connection = subchannels[0].subchannel.usable { return .ready(connection) }
    for entry in subchannels { entry.subchannel.wake() }
    var earliest: UInt64?
    var reason = "there is no address"
    var isPending = false
    for offset in 0..<count {
      let index = (turn + offset) % count
      switch subchannels[index].subchannel.readiness {
      case .ready(let connection):
        turn = (index + 1) % count
        return .ready(connection)
      case .pending: isPending = true
      case .failing(let until, let why):
        reason = why
        if let until { earliest = min(earliest ?? until, until) }
      }
    }
    return isPending ? .pending : .failing(until: earliest, reason: reason)
  }

  /// A subchannel has become ready, has failed, was lost, or its server's health has changed.
  func subchannelChanged(isLoss: Bool) {
    if isLoss { resolveAgain() }
    beginPending()
  }

  private func beginPending() {
    let waiting = pending
    pending = []
    for call in waiting where !call.isDecided { begin(call) }
  }

  private func scheduleReconnect(at moment: UInt64) {
    guard reconnect == nil else { return }
    let delay = moment > loop.now ? moment - loop.now : 0
    reconnect = loop.schedule(after: .nanoseconds(Int64(clamping: delay))) { [self] in
      reconnect = nil
      beginPending()
    }
  }

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
      try connection.open(call, call.head(for: target.authority))
      call.opened(on: connection.connection)
    } catch {
      call.fail(RPCError(.unavailable, "The call could not be sent: \(error.reason)."))
    }
  }

  // MARK: Retries

  /// Whether a call that has failed may be made again; counts the failure.
  func allowsRetry() -> Bool {
    budget.failed()
    return budget.allowsRetry
  }

  /// Whether another attempt may be made beside one that is under way.
  var allowsHedge: Bool { budget.allowsRetry }

  func callStarted() {
    calls.started += 1
    callStartedAt = loop.now
  }

  func callEnded(isSuccess: Bool) {
    guard isSuccess else {
      calls.failed += 1
      return
    }
    calls.succeeded += 1
    budget.succeeded()
  }

  // MARK: For those who look

  func facts() -> ChannelFacts {
    var calls = calls
    calls.lastStarted = ConnectionCounts.age(of: callStartedAt, loop.now)
    return ChannelFacts(
      number: number, target: target.authority,
      age: ConnectionCounts.age(of: madeAt, loop.now) ?? .zero, state: connectivity, calls: calls,
      subchannels: all.map { EntityName(number: $0.number, name: $0.name) })
  }

  /// Those that take calls, and those that only finish some.
  private var all: [Subchannel] { subchannels.map(\.subchannel) + retired }

  func subchannel(_ number: Int64) -> SubchannelFacts? {
    all.first { $0.number == number }?.facts()
  }

  func connection(_ number: Int64) -> ConnectionFacts? {
    for subchannel in all {
      if let found = subchannel.connection(number) { return found }
    }
    return nil
  }

  /// The best state that a subchannel is in (gRPC load-balancing.md, round_robin).
  private var connectivity: ConnectivityState {
    guard !isClosed else { return .shutdown }
    let states = subchannels.map(\.subchannel.connectivity)
    let best: [ConnectivityState] = [.ready, .connecting, .idle, .transientFailure]
    if let state = best.first(where: states.contains) { return state }
    if isResolving { return .connecting }
    return resolveFailure == nil ? .idle : .transientFailure
  }

  // MARK: Names

  /// Makes the subchannels of a target that needs no look-up, or whose look-up is the subchannel's.
  ///
  /// - Returns: whether there are some.
  private func makeSubchannels() -> Bool {
    switch (configuration.balancing, target) {
    case (.pickFirst, _):
      let all = Subchannel(
        core: self, name: target.authority, buffers: buffers, addresses: lookUp)
      subchannels = [(nil, all)]
    case (.roundRobin, .addresses(let list)): replaceSubchannels(list)
    case (.roundRobin, .host): return false
    }
    return true
  }

  /// Every address of the target.
  @Sendable private func lookUp() async throws -> [SocketAddress] {
    switch target {
    case .addresses(let list): return list
    case .host(let host, let port):
      if let address = try? SocketAddress(host: host, port: port) { return [address] }
      let find = configuration.lookUp
      let found = try await resolver.run { find(host, port) }
      guard !found.isEmpty else { throw ConnectError(description: "the name is unknown") }
      return found
    }
  }

  private func beginUnresolved(_ call: ClientCall) {
    if let failure = resolveFailure, loop.now < failure.until {
      guard call.waitsForReady else { return refuse(call, failure.reason) }
      wait(call)
      return scheduleReconnect(at: failure.until)
    }
    wait(call)
    resolve()
  }

  /// Looks the addresses up again when something was lost, but not too often.
  private func resolveAgain() {
    guard case .roundRobin = configuration.balancing, case .host = target, let resolvedAt,
      loop.now &- resolvedAt >= configuration.resolutionInterval.wholeNanoseconds
    else { return }
    resolve()
  }

  private func resolve() {
    guard !isResolving, !isClosed else { return }
    isResolving = true
    loop.spawn { [self] in
      do {
        let found = try await lookUp()
        resolveFailures = 0
        resolveFailure = nil
        if !isClosed { replaceSubchannels(found) }
      } catch {
        // Addresses from before are better than none.
        resolveFailures += 1
        let delay = configuration.backoff.delay(
          afterFailures: resolveFailures, spread: Double.random(in: -1...1))
        resolveFailure = (loop.now &+ delay.wholeNanoseconds, "\(error)")
      }
      resolvedAt = loop.now
      isResolving = false
      beginPending()
    }
  }

  /// Keeps the subchannels of addresses that are still there, retires others, makes new ones.
  private func replaceSubchannels(_ addresses: [SocketAddress]) {
    var before = subchannels
    subchannels = []
    for address in addresses where !subchannels.contains(where: { $0.address == address }) {
      if let index = before.firstIndex(where: { $0.address == address }) {
        subchannels.append(before.remove(at: index))
      } else {
        subchannels.append(
          (
            address,
            Subchannel(core: self, name: "\(address)", buffers: buffers) { [address] }
          ))
      }
    }
    turn = 0
    for entry in before {
      entry.subchannel.retire()
      if entry.subchannel.isConnected { retired.append(entry.subchannel) }
    }
  }

  /// The last connection of a retired subchannel has ended.
  func subchannelEnded(_ subchannel: Subchannel) { retired.removeAll { $0 === subchannel } }
}
