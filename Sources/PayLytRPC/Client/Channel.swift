/// The client's side of one server: connects when it is first needed, reconnects when the
/// connection is lost, and is used from any task on any executor.
///
/// Letting go of a channel ends its calls and closes its connection.
public final class Channel: Sendable {
  private let core: ChannelCore
  private let ownsLoop: Bool

  /// - Parameters:
  ///   - host: a numeric address or a name.
  ///   - loop: where the channel lives; by default a loop of its own.
  /// - Throws: `SystemError` when the kernel has no thread for a loop.
  public convenience init(
    host: String, port: UInt16, loop: EventLoop? = nil,
    configuration: ChannelConfiguration = ChannelConfiguration()
  ) throws(SystemError) {
    try self.init(.host(host, port: port), loop, configuration)
  }

  /// A channel to one address, such as that of a unix socket.
  public convenience init(
    to address: SocketAddress, loop: EventLoop? = nil,
    configuration: ChannelConfiguration = ChannelConfiguration()
  ) throws(SystemError) {
    try self.init(.addresses([address]), loop, configuration)
  }

  /// A channel to what a text names: `host:port`, `dns:host:port`, `ipv4:a:1,b:2`,
  /// `ipv6:[a]:1,[b]:2` or `unix:path` (gRPC naming.md).
  ///
  /// - Throws: `ChannelTargetError`, `SystemError`.
  public convenience init(
    target: String, loop: EventLoop? = nil,
    configuration: ChannelConfiguration = ChannelConfiguration()
  ) throws {
    try self.init(ChannelTarget(target), loop, configuration)
  }

  /// A channel to some addresses, in the order of preference; at least one.
  public convenience init(
    to addresses: [SocketAddress], loop: EventLoop? = nil,
    configuration: ChannelConfiguration = ChannelConfiguration()
  ) throws(SystemError) {
    precondition(!addresses.isEmpty, "a channel needs an address")
    try self.init(.addresses(addresses), loop, configuration)
  }

  private init(
    _ target: ChannelTarget, _ loop: EventLoop?, _ configuration: ChannelConfiguration
  ) throws(SystemError) {
    ownsLoop = loop == nil
    let loop = if let loop { loop } else { try EventLoop.start(named: "paylyt-channel") }
    core = ChannelCore(target: target, loop: loop, configuration: configuration)
  }

  deinit { shutDown() }

  /// Ends every call and closes the connection; later calls are `UNAVAILABLE`.
  public func close() async {
    await withTaskExecutorPreference(core.loop) { [core] in core.close() }
  }

  // MARK: For those who look

  var number: Int64 { core.number }

  func facts() async -> ChannelFacts {
    await withTaskExecutorPreference(core.loop) { [core] in core.facts() }
  }

  func subchannel(_ number: Int64) async -> SubchannelFacts? {
    await withTaskExecutorPreference(core.loop) { [core] in core.subchannel(number) }
  }

  func connection(_ number: Int64) async -> ConnectionFacts? {
    await withTaskExecutorPreference(core.loop) { [core] in core.connection(number) }
  }

  // MARK: Calls

  /// What the interceptors make of a call's options.
  private func prepared(
    _ method: MethodDescriptor, _ options: CallOptions
  ) async throws(RPCError) -> CallOptions {
    guard !core.configuration.interceptors.isEmpty else { return options }
    var options = options
    for interceptor in core.configuration.interceptors {
      try await interceptor.callBegins(method, &options)
    }
    return options
  }

  private func shutDown() {
    core.loop.execute { [core] in core.close() }
    if ownsLoop { core.loop.stop() }
  }

  /// One request, one response.
  public func unary<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ request: Q, _ options: CallOptions
  ) async throws(RPCError) -> UnaryResponse<R> {
    let options = try await prepared(method, options)
    if method.options.isIdempotent, method.kind == .unary,
      let hedging = core.configuration.service.method(method)?.hedging
    {
      return try await hedged(method, request, options, hedging)
    }
    let call = ClientCall(method, options, channel: core)
    try call.setRequest(request)
    call.begin()
    return try await call.singleResponse(R.self)
  }

  private func hedged<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ request: Q, _ options: CallOptions, _ policy: HedgingPolicy
  ) async throws(RPCError) -> UnaryResponse<R> {
    let core = core
    let deadline = options.timeout.map(Deadline.init(after:))
    let hedged = HedgedCall(core, policy) { (made) throws(RPCError) in
      var options = options
      options.timeout = deadline?.remaining
      let call = ClientCall(method, options, channel: core, hedge: made)
      try call.setRequest(request)
      return call
    }
    return try await hedged.run().singleResponse(R.self)
  }

  /// One request, any number of responses.
  public func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ request: Q, _ options: CallOptions
  ) async throws(RPCError) -> ResponseStream<R> {
    let call = ClientCall(method, try await prepared(method, options), channel: core)
    try call.setRequest(request)
    call.begin()
    return ResponseStream(handle: CallHandle(call, channel: self))
  }

  /// Any number of requests, one response.
  public func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ options: CallOptions
  ) async throws(RPCError) -> ClientStreamingCall<Q, R> {
    let call = ClientCall(method, try await prepared(method, options), channel: core)
    call.begin()
    return ClientStreamingCall(handle: CallHandle(call, channel: self))
  }

  /// Any number of requests and responses, in any order.
  public func bidirectional<Q: WireMessage, R: WireMessage>(
    _ method: MethodDescriptor, _ options: CallOptions
  ) async throws(RPCError) -> BidirectionalCall<Q, R> {
    let call = ClientCall(method, try await prepared(method, options), channel: core)
    call.begin()
    return BidirectionalCall(handle: CallHandle(call, channel: self))
  }
}

/// What a caller holds of a call: when the last copy is let go, the call is cancelled, unless it
/// has ended. It keeps the channel, too.
final class CallHandle: Sendable {
  let call: ClientCall
  private let channel: Channel

  init(_ call: ClientCall, channel: Channel) {
    self.call = call
    self.channel = channel
  }

  deinit { call.cancel() }
}
