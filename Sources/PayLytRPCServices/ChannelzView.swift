import PayLytRPC
import StandardAPI

/// The stack's facts as the messages of channelz have them.
struct ChannelzView {
  /// What the ages of the facts are counted back from.
  let now: ProtoTimestamp

  func server(_ facts: ServerFacts) -> ChannelzServer {
    ChannelzServer(
      ref: ChannelzServerRef(
        serverID: facts.number, name: facts.listeners.first.map { "\($0.address)" } ?? ""),
      data: ChannelzServerData(
        trace: trace(facts.age), callsStarted: Int64(facts.calls.started),
        callsSucceeded: Int64(facts.calls.succeeded), callsFailed: Int64(facts.calls.failed),
        lastCallStartedTimestamp: moment(facts.calls.lastStarted)),
      listenSocket: facts.listeners.map {
        ChannelzSocketRef(socketID: $0.number, name: "\($0.address)")
      })
  }

  func channel(_ facts: ChannelFacts) -> ChannelzChannel {
    ChannelzChannel(
      ref: ChannelzChannelRef(channelID: facts.number, name: facts.target),
      data: data(facts.state, facts.target, facts.age, facts.calls),
      subchannelRef: facts.subchannels.map {
        ChannelzSubchannelRef(subchannelID: $0.number, name: $0.name)
      })
  }

  func subchannel(_ facts: SubchannelFacts) -> ChannelzSubchannel {
    ChannelzSubchannel(
      ref: ChannelzSubchannelRef(subchannelID: facts.number, name: facts.target),
      data: data(facts.state, facts.target, facts.age, facts.calls),
      socketRef: facts.connections.map(ChannelzSocketRef.init(of:)))
  }

  func socket(_ facts: ConnectionFacts, isSummary: Bool) -> ChannelzSocket {
    let started = moment(facts.streams.lastStarted)
    var data = ChannelzSocketData(
      streamsStarted: Int64(facts.streams.started),
      streamsSucceeded: Int64(facts.streams.succeeded),
      streamsFailed: Int64(facts.streams.failed), messagesSent: Int64(facts.messagesSent),
      messagesReceived: Int64(facts.messagesReceived),
      keepAlivesSent: Int64(facts.keepalivesSent),
      lastMessageSentTimestamp: moment(facts.lastMessageSent),
      lastMessageReceivedTimestamp: moment(facts.lastMessageReceived),
      localFlowControlWindow: ProtoInt64Value(value: Int64(facts.localWindowBytes)),
      remoteFlowControlWindow: ProtoInt64Value(value: Int64(facts.remoteWindowBytes)),
      receivedGoawayError: facts.goAwayCode.map { ProtoUInt32Value(value: $0) },
      peerMaxConcurrentStreams: UInt32(clamping: facts.peerStreamsMax ?? 0))
    // Only clients open streams.
    if facts.isServer {
      data.lastRemoteStreamCreatedTimestamp = started
    } else {
      data.lastLocalStreamCreatedTimestamp = started
    }
    return ChannelzSocket(
      ref: ChannelzSocketRef(socketID: facts.number, name: facts.peer), data: data,
      local: facts.local.map(Self.address), remote: facts.remote.map(Self.address),
      security: facts.tls.map { Self.security($0, isSummary: isSummary) },
      remoteName: facts.peer)
  }

  static func listener(_ facts: ListenerFacts) -> ChannelzSocket {
    ChannelzSocket(
      ref: ChannelzSocketRef(socketID: facts.number, name: "\(facts.address)"),
      data: ChannelzSocketData(), local: address(facts.address))
  }

  // MARK: Parts

  private func data(
    _ state: ConnectivityState, _ target: String, _ age: Duration, _ calls: CallFacts
  ) -> ChannelzChannelData {
    ChannelzChannelData(
      state: ChannelzChannelConnectivityState(state: Self.state(state)), target: target,
      trace: trace(age), callsStarted: Int64(calls.started),
      callsSucceeded: Int64(calls.succeeded), callsFailed: Int64(calls.failed),
      lastCallStartedTimestamp: moment(calls.lastStarted))
  }

  private static func state(
    _ state: ConnectivityState
  ) -> ChannelzChannelConnectivityState.State {
    switch state {
    case .idle: .idle
    case .connecting: .connecting
    case .ready: .ready
    case .transientFailure: .transientFailure
    case .shutdown: .shutdown
    }
  }

  /// What has happened is in the log; here is when it began.
  private func trace(_ age: Duration) -> ChannelzChannelTrace {
    ChannelzChannelTrace(creationTimestamp: moment(age))
  }

  private func moment(_ age: Duration?) -> ProtoTimestamp? {
    guard let age else { return nil }
    let parts = age.components
    let nanoseconds = Int64(now.nanos) - parts.attoseconds / 1_000_000_000
    let borrows = nanoseconds < 0
    return ProtoTimestamp(
      seconds: now.seconds - parts.seconds - (borrows ? 1 : 0),
      nanos: Int32(nanoseconds + (borrows ? 1_000_000_000 : 0)))
  }

  private static func address(_ address: SocketAddress) -> ChannelzAddress {
    if let path = address.unixPath {
      return ChannelzAddress(address: .udsAddress(ChannelzAddress.UdsAddress(filename: path)))
    }
    return ChannelzAddress(
      address: .tcpipAddress(
        ChannelzAddress.TcpIpAddress(ipAddress: address.bytes, port: Int32(address.port))))
  }

  private static func security(_ facts: TLSFacts, isSummary: Bool) -> ChannelzSecurity {
    var tls = ChannelzSecurity.Tls(cipherSuite: .standardName(facts.cipher))
    if !isSummary {
      tls.localCertificate = facts.localCertificate
      tls.remoteCertificate = facts.remoteCertificate
    }
    return ChannelzSecurity(model: .tls(tls))
  }
}

extension ChannelzSocketRef {
  init(of entity: EntityName) { self.init(socketID: entity.number, name: entity.name) }
}
