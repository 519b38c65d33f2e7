// Generated from grpc/channelz/v1/channelz.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// The client's side of one target.
public struct ChannelzChannel: WireMessage {
  public var ref: ChannelzChannelRef? = nil
  public var data: ChannelzChannelData? = nil
  /// Channels that this one calls through.
  public var channelRef: [ChannelzChannelRef] = []
  public var subchannelRef: [ChannelzSubchannelRef] = []
  /// Connections that belong to no subchannel.
  public var socketRef: [ChannelzSocketRef] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// The client's side of one address, or of one list of addresses of which one is used.
public struct ChannelzSubchannel: WireMessage {
  public var ref: ChannelzSubchannelRef? = nil
  public var data: ChannelzChannelData? = nil
  public var channelRef: [ChannelzChannelRef] = []
  public var subchannelRef: [ChannelzSubchannelRef] = []
  /// Its connections. Those that only finish the calls under way are among them.
  public var socketRef: [ChannelzSocketRef] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzChannelConnectivityState: WireMessage {
  public var state: ChannelzChannelConnectivityState.State = .unknown
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unknown
    /// Not connected; the next call connects.
    case idle
    case connecting
    case ready
    /// Connecting has failed; it is tried again after a pause.
    case transientFailure
    /// Closed for good.
    case shutdown
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .idle
      case 2: self = .connecting
      case 3: self = .ready
      case 4: self = .transientFailure
      case 5: self = .shutdown
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .idle: 1
      case .connecting: 2
      case .ready: 3
      case .transientFailure: 4
      case .shutdown: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unknown, .idle, .connecting, .ready, .transientFailure, .shutdown] }
  }
}

/// Of a channel or a subchannel.
public struct ChannelzChannelData: WireMessage {
  public var state: ChannelzChannelConnectivityState? = nil
  /// Whom it calls, as its maker has named it.
  public var target: String = ""
  public var trace: ChannelzChannelTrace? = nil
  public var callsStarted: Int64 = 0
  /// Ended with the status OK.
  public var callsSucceeded: Int64 = 0
  /// Ended in any other way.
  public var callsFailed: Int64 = 0
  public var lastCallStartedTimestamp: ProtoTimestamp? = nil
  /// 0 where there is no such bound.
  public var maxConnectionsPerSubchannel: UInt32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Something that has happened to a channel.
public struct ChannelzChannelTraceEvent: WireMessage {
  public var description: String = ""
  public var severity: ChannelzChannelTraceEvent.Severity = .ctUnknown
  public var timestamp: ProtoTimestamp? = nil
  /// What it has happened with.
  public var childRef: ChildRefOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Severity: WireEnum {
    case ctUnknown
    case ctInfo
    case ctWarning
    case ctError
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .ctUnknown
      case 1: self = .ctInfo
      case 2: self = .ctWarning
      case 3: self = .ctError
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .ctUnknown: 0
      case .ctInfo: 1
      case .ctWarning: 2
      case .ctError: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.ctUnknown, .ctInfo, .ctWarning, .ctError] }
  }

  /// What it has happened with.
  public enum ChildRefOneof: Sendable, Equatable {
    case channelRef(ChannelzChannelRef)
    case subchannelRef(ChannelzSubchannelRef)
  }
}

public struct ChannelzChannelTrace: WireMessage {
  /// Of all time; `events` may hold the last ones only.
  public var numEventsLogged: Int64 = 0
  public var creationTimestamp: ProtoTimestamp? = nil
  public var events: [ChannelzChannelTraceEvent] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// The numbers of the fields of all references differ, so that one cannot be read as another.
public struct ChannelzChannelRef: WireMessage {
  public var channelID: Int64 = 0
  /// For people.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzSubchannelRef: WireMessage {
  public var subchannelID: Int64 = 0
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzSocketRef: WireMessage {
  public var socketID: Int64 = 0
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzServerRef: WireMessage {
  public var serverID: Int64 = 0
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzServer: WireMessage {
  public var ref: ChannelzServerRef? = nil
  public var data: ChannelzServerData? = nil
  /// What it listens on.
  public var listenSocket: [ChannelzSocketRef] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzServerData: WireMessage {
  public var trace: ChannelzChannelTrace? = nil
  public var callsStarted: Int64 = 0
  /// Answered with the status OK.
  public var callsSucceeded: Int64 = 0
  /// Ended in any other way.
  public var callsFailed: Int64 = 0
  public var lastCallStartedTimestamp: ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One connection, or one socket that listens.
public struct ChannelzSocket: WireMessage {
  public var ref: ChannelzSocketRef? = nil
  public var data: ChannelzSocketData? = nil
  public var local: ChannelzAddress? = nil
  /// Absent for a socket that listens.
  public var remote: ChannelzAddress? = nil
  /// Absent in the clear.
  public var security: ChannelzSecurity? = nil
  /// Whom a client expects there.
  public var remoteName: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzSocketData: WireMessage {
  public var streamsStarted: Int64 = 0
  /// Ended by both sides finishing.
  public var streamsSucceeded: Int64 = 0
  /// Reset, or lost with the connection.
  public var streamsFailed: Int64 = 0
  public var messagesSent: Int64 = 0
  public var messagesReceived: Int64 = 0
  /// Pings that ask whether the peer is still there.
  public var keepAlivesSent: Int64 = 0
  public var lastLocalStreamCreatedTimestamp: ProtoTimestamp? = nil
  public var lastRemoteStreamCreatedTimestamp: ProtoTimestamp? = nil
  public var lastMessageSentTimestamp: ProtoTimestamp? = nil
  public var lastMessageReceivedTimestamp: ProtoTimestamp? = nil
  /// Bytes that the peer may still send, and that this side may, on the connection as a whole.
  public var localFlowControlWindow: ProtoInt64Value? = nil
  public var remoteFlowControlWindow: ProtoInt64Value? = nil
  public var option: [ChannelzSocketOption] = []
  /// The code of the GOAWAY that has come.
  public var receivedGoawayError: ProtoUInt32Value? = nil
  /// 0 before the peer's first SETTINGS.
  public var peerMaxConcurrentStreams: UInt32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzAddress: WireMessage {
  public var address: AddressOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum AddressOneof: Sendable, Equatable {
    case tcpipAddress(ChannelzAddress.TcpIpAddress)
    case udsAddress(ChannelzAddress.UdsAddress)
    case otherAddress(ChannelzAddress.OtherAddress)
  }

  public struct TcpIpAddress: WireMessage {
    /// 4 bytes or 16, in network order.
    public var ipAddress: [UInt8] = []
    public var port: Int32 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  /// A unix socket.
  public struct UdsAddress: WireMessage {
    public var filename: String = ""
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }

  public struct OtherAddress: WireMessage {
    public var name: String = ""
    public var value: ProtoAny? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct ChannelzSecurity: WireMessage {
  public var model: ModelOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum ModelOneof: Sendable, Equatable {
    case tls(ChannelzSecurity.Tls)
    case other(ChannelzSecurity.OtherSecurity)
  }

  public struct Tls: WireMessage {
    public var cipherSuite: CipherSuiteOneof? = nil
    /// DER; empty for a side that has shown none.
    public var localCertificate: [UInt8] = []
    public var remoteCertificate: [UInt8] = []
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields

    public enum CipherSuiteOneof: Sendable, Equatable {
      /// As the RFCs name it.
      case standardName(String)
      case otherName(String)
    }
  }

  public struct OtherSecurity: WireMessage {
    public var name: String = ""
    public var value: ProtoAny? = nil
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

/// An option of the operating system's.
public struct ChannelzSocketOption: WireMessage {
  public var name: String = ""
  public var value: String = ""
  public var additional: ProtoAny? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetTopChannelsRequest: WireMessage {
  /// Only channels with this id or a larger one.
  public var startChannelID: Int64 = 0
  /// 0 lets the server choose; a large number counts as the largest that it answers.
  public var maxResults: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetTopChannelsResponse: WireMessage {
  /// By growing ids.
  public var channel: [ChannelzChannel] = []
  /// Whether there is none with a larger id. Else the next page starts behind the last one here.
  public var end: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetServersRequest: WireMessage {
  public var startServerID: Int64 = 0
  public var maxResults: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetServersResponse: WireMessage {
  public var server: [ChannelzServer] = []
  public var end: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetServerRequest: WireMessage {
  public var serverID: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetServerResponse: WireMessage {
  public var server: ChannelzServer? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetServerSocketsRequest: WireMessage {
  public var serverID: Int64 = 0
  public var startSocketID: Int64 = 0
  public var maxResults: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetServerSocketsResponse: WireMessage {
  public var socketRef: [ChannelzSocketRef] = []
  public var end: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetChannelRequest: WireMessage {
  public var channelID: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetChannelResponse: WireMessage {
  public var channel: ChannelzChannel? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetSubchannelRequest: WireMessage {
  public var subchannelID: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetSubchannelResponse: WireMessage {
  public var subchannel: ChannelzSubchannel? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetSocketRequest: WireMessage {
  public var socketID: Int64 = 0
  /// Leave out what is long: certificates and options.
  public var summary: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ChannelzGetSocketResponse: WireMessage {
  public var socket: ChannelzSocket? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ChannelzChannel {
  public static let fullName = "grpc.channelz.v1.Channel"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__channel__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    ref: ChannelzChannelRef? = nil,
    data: ChannelzChannelData? = nil,
    channelRef: [ChannelzChannelRef] = [],
    subchannelRef: [ChannelzSubchannelRef] = [],
    socketRef: [ChannelzSocketRef] = []
  ) {
    self.init(
      ref: ref,
      data: data,
      channelRef: channelRef,
      subchannelRef: subchannelRef,
      socketRef: socketRef,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Channel.self)
    let ref: ChannelzChannelRef? = unsafe Wire.messageIfPresent(_c.pointee.ref)
    let data: ChannelzChannelData? = unsafe Wire.messageIfPresent(_c.pointee.data)
    let channelRef: [ChannelzChannelRef] = unsafe Wire.array(_c.pointee.channel_ref, _c.pointee.n_channel_ref) { unsafe Wire.message($0) }
    let subchannelRef: [ChannelzSubchannelRef] = unsafe Wire.array(_c.pointee.subchannel_ref, _c.pointee.n_subchannel_ref) { unsafe Wire.message($0) }
    let socketRef: [ChannelzSocketRef] = unsafe Wire.array(_c.pointee.socket_ref, _c.pointee.n_socket_ref) { unsafe Wire.message($0) }
    unsafe self.init(
      ref: ref,
      data: data,
      channelRef: channelRef,
      subchannelRef: subchannelRef,
      socketRef: socketRef,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__channel__init, keeping: self.unknownFields)
    unsafe c.pointee.ref = arena.messageIfPresent(self.ref)
    unsafe c.pointee.data = arena.messageIfPresent(self.data)
    unsafe c.pointee.channel_ref = arena.array(self.channelRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_channel_ref = self.channelRef.count
    unsafe c.pointee.subchannel_ref = arena.array(self.subchannelRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_subchannel_ref = self.subchannelRef.count
    unsafe c.pointee.socket_ref = arena.array(self.socketRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_socket_ref = self.socketRef.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSubchannel {
  public static let fullName = "grpc.channelz.v1.Subchannel"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__subchannel__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    ref: ChannelzSubchannelRef? = nil,
    data: ChannelzChannelData? = nil,
    channelRef: [ChannelzChannelRef] = [],
    subchannelRef: [ChannelzSubchannelRef] = [],
    socketRef: [ChannelzSocketRef] = []
  ) {
    self.init(
      ref: ref,
      data: data,
      channelRef: channelRef,
      subchannelRef: subchannelRef,
      socketRef: socketRef,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Subchannel.self)
    let ref: ChannelzSubchannelRef? = unsafe Wire.messageIfPresent(_c.pointee.ref)
    let data: ChannelzChannelData? = unsafe Wire.messageIfPresent(_c.pointee.data)
    let channelRef: [ChannelzChannelRef] = unsafe Wire.array(_c.pointee.channel_ref, _c.pointee.n_channel_ref) { unsafe Wire.message($0) }
    let subchannelRef: [ChannelzSubchannelRef] = unsafe Wire.array(_c.pointee.subchannel_ref, _c.pointee.n_subchannel_ref) { unsafe Wire.message($0) }
    let socketRef: [ChannelzSocketRef] = unsafe Wire.array(_c.pointee.socket_ref, _c.pointee.n_socket_ref) { unsafe Wire.message($0) }
    unsafe self.init(
      ref: ref,
      data: data,
      channelRef: channelRef,
      subchannelRef: subchannelRef,
      socketRef: socketRef,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__subchannel__init, keeping: self.unknownFields)
    unsafe c.pointee.ref = arena.messageIfPresent(self.ref)
    unsafe c.pointee.data = arena.messageIfPresent(self.data)
    unsafe c.pointee.channel_ref = arena.array(self.channelRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_channel_ref = self.channelRef.count
    unsafe c.pointee.subchannel_ref = arena.array(self.subchannelRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_subchannel_ref = self.subchannelRef.count
    unsafe c.pointee.socket_ref = arena.array(self.socketRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_socket_ref = self.socketRef.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzChannelConnectivityState {
  public static let fullName = "grpc.channelz.v1.ChannelConnectivityState"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__channel_connectivity_state__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    state: ChannelzChannelConnectivityState.State = .unknown
  ) {
    self.init(
      state: state,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ChannelConnectivityState.self)
    let state: ChannelzChannelConnectivityState.State = unsafe ChannelzChannelConnectivityState.State(rawValue: _c.pointee.state)
    unsafe self.init(
      state: state,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__channel_connectivity_state__init, keeping: self.unknownFields)
    unsafe c.pointee.state = self.state.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzChannelData {
  public static let fullName = "grpc.channelz.v1.ChannelData"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__channel_data__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    state: ChannelzChannelConnectivityState? = nil,
    target: String = "",
    trace: ChannelzChannelTrace? = nil,
    callsStarted: Int64 = 0,
    callsSucceeded: Int64 = 0,
    callsFailed: Int64 = 0,
    lastCallStartedTimestamp: ProtoTimestamp? = nil,
    maxConnectionsPerSubchannel: UInt32 = 0
  ) {
    self.init(
      state: state,
      target: target,
      trace: trace,
      callsStarted: callsStarted,
      callsSucceeded: callsSucceeded,
      callsFailed: callsFailed,
      lastCallStartedTimestamp: lastCallStartedTimestamp,
      maxConnectionsPerSubchannel: maxConnectionsPerSubchannel,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ChannelData.self)
    let state: ChannelzChannelConnectivityState? = unsafe Wire.messageIfPresent(_c.pointee.state)
    let target: String = unsafe Wire.string(_c.pointee.target)
    let trace: ChannelzChannelTrace? = unsafe Wire.messageIfPresent(_c.pointee.trace)
    let callsStarted: Int64 = unsafe _c.pointee.calls_started
    let callsSucceeded: Int64 = unsafe _c.pointee.calls_succeeded
    let callsFailed: Int64 = unsafe _c.pointee.calls_failed
    let lastCallStartedTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_call_started_timestamp)
    let maxConnectionsPerSubchannel: UInt32 = unsafe _c.pointee.max_connections_per_subchannel
    unsafe self.init(
      state: state,
      target: target,
      trace: trace,
      callsStarted: callsStarted,
      callsSucceeded: callsSucceeded,
      callsFailed: callsFailed,
      lastCallStartedTimestamp: lastCallStartedTimestamp,
      maxConnectionsPerSubchannel: maxConnectionsPerSubchannel,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__channel_data__init, keeping: self.unknownFields)
    unsafe c.pointee.state = arena.messageIfPresent(self.state)
    unsafe c.pointee.target = arena.string(self.target)
    unsafe c.pointee.trace = arena.messageIfPresent(self.trace)
    unsafe c.pointee.calls_started = self.callsStarted
    unsafe c.pointee.calls_succeeded = self.callsSucceeded
    unsafe c.pointee.calls_failed = self.callsFailed
    unsafe c.pointee.last_call_started_timestamp = arena.messageIfPresent(self.lastCallStartedTimestamp)
    unsafe c.pointee.max_connections_per_subchannel = self.maxConnectionsPerSubchannel
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzChannelTraceEvent {
  public static let fullName = "grpc.channelz.v1.ChannelTraceEvent"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__channel_trace_event__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    description: String = "",
    severity: ChannelzChannelTraceEvent.Severity = .ctUnknown,
    timestamp: ProtoTimestamp? = nil,
    childRef: ChildRefOneof? = nil
  ) {
    self.init(
      description: description,
      severity: severity,
      timestamp: timestamp,
      childRef: childRef,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ChannelTraceEvent.self)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let severity: ChannelzChannelTraceEvent.Severity = unsafe ChannelzChannelTraceEvent.Severity(rawValue: _c.pointee.severity)
    let timestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.timestamp)
    let childRef: ChildRefOneof?
    switch unsafe _c.pointee.child_ref_case.rawValue {
    case 4:
      childRef = unsafe .channelRef(Wire.message(_c.pointee.channel_ref))
    case 5:
      childRef = unsafe .subchannelRef(Wire.message(_c.pointee.subchannel_ref))
    default: childRef = nil
    }
    unsafe self.init(
      description: description,
      severity: severity,
      timestamp: timestamp,
      childRef: childRef,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__channel_trace_event__init, keeping: self.unknownFields)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.severity = self.severity.rawValue
    unsafe c.pointee.timestamp = arena.messageIfPresent(self.timestamp)
    switch self.childRef {
    case .channelRef(let value)?:
      unsafe c.pointee.child_ref_case = .init(rawValue: 4)
      unsafe c.pointee.channel_ref = arena.message(value)
    case .subchannelRef(let value)?:
      unsafe c.pointee.child_ref_case = .init(rawValue: 5)
      unsafe c.pointee.subchannel_ref = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzChannelTrace {
  public static let fullName = "grpc.channelz.v1.ChannelTrace"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__channel_trace__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    numEventsLogged: Int64 = 0,
    creationTimestamp: ProtoTimestamp? = nil,
    events: [ChannelzChannelTraceEvent] = []
  ) {
    self.init(
      numEventsLogged: numEventsLogged,
      creationTimestamp: creationTimestamp,
      events: events,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ChannelTrace.self)
    let numEventsLogged: Int64 = unsafe _c.pointee.num_events_logged
    let creationTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.creation_timestamp)
    let events: [ChannelzChannelTraceEvent] = unsafe Wire.array(_c.pointee.events, _c.pointee.n_events) { unsafe Wire.message($0) }
    unsafe self.init(
      numEventsLogged: numEventsLogged,
      creationTimestamp: creationTimestamp,
      events: events,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__channel_trace__init, keeping: self.unknownFields)
    unsafe c.pointee.num_events_logged = self.numEventsLogged
    unsafe c.pointee.creation_timestamp = arena.messageIfPresent(self.creationTimestamp)
    unsafe c.pointee.events = arena.array(self.events) { unsafe arena.message($0) }
    unsafe c.pointee.n_events = self.events.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzChannelRef {
  public static let fullName = "grpc.channelz.v1.ChannelRef"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__channel_ref__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    channelID: Int64 = 0,
    name: String = ""
  ) {
    self.init(
      channelID: channelID,
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ChannelRef.self)
    let channelID: Int64 = unsafe _c.pointee.channel_id
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      channelID: channelID,
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__channel_ref__init, keeping: self.unknownFields)
    unsafe c.pointee.channel_id = self.channelID
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSubchannelRef {
  public static let fullName = "grpc.channelz.v1.SubchannelRef"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__subchannel_ref__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    subchannelID: Int64 = 0,
    name: String = ""
  ) {
    self.init(
      subchannelID: subchannelID,
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__SubchannelRef.self)
    let subchannelID: Int64 = unsafe _c.pointee.subchannel_id
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      subchannelID: subchannelID,
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__subchannel_ref__init, keeping: self.unknownFields)
    unsafe c.pointee.subchannel_id = self.subchannelID
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSocketRef {
  public static let fullName = "grpc.channelz.v1.SocketRef"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__socket_ref__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    socketID: Int64 = 0,
    name: String = ""
  ) {
    self.init(
      socketID: socketID,
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__SocketRef.self)
    let socketID: Int64 = unsafe _c.pointee.socket_id
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      socketID: socketID,
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__socket_ref__init, keeping: self.unknownFields)
    unsafe c.pointee.socket_id = self.socketID
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzServerRef {
  public static let fullName = "grpc.channelz.v1.ServerRef"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__server_ref__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    serverID: Int64 = 0,
    name: String = ""
  ) {
    self.init(
      serverID: serverID,
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ServerRef.self)
    let serverID: Int64 = unsafe _c.pointee.server_id
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      serverID: serverID,
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__server_ref__init, keeping: self.unknownFields)
    unsafe c.pointee.server_id = self.serverID
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzServer {
  public static let fullName = "grpc.channelz.v1.Server"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__server__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    ref: ChannelzServerRef? = nil,
    data: ChannelzServerData? = nil,
    listenSocket: [ChannelzSocketRef] = []
  ) {
    self.init(
      ref: ref,
      data: data,
      listenSocket: listenSocket,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Server.self)
    let ref: ChannelzServerRef? = unsafe Wire.messageIfPresent(_c.pointee.ref)
    let data: ChannelzServerData? = unsafe Wire.messageIfPresent(_c.pointee.data)
    let listenSocket: [ChannelzSocketRef] = unsafe Wire.array(_c.pointee.listen_socket, _c.pointee.n_listen_socket) { unsafe Wire.message($0) }
    unsafe self.init(
      ref: ref,
      data: data,
      listenSocket: listenSocket,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__server__init, keeping: self.unknownFields)
    unsafe c.pointee.ref = arena.messageIfPresent(self.ref)
    unsafe c.pointee.data = arena.messageIfPresent(self.data)
    unsafe c.pointee.listen_socket = arena.array(self.listenSocket) { unsafe arena.message($0) }
    unsafe c.pointee.n_listen_socket = self.listenSocket.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzServerData {
  public static let fullName = "grpc.channelz.v1.ServerData"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__server_data__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    trace: ChannelzChannelTrace? = nil,
    callsStarted: Int64 = 0,
    callsSucceeded: Int64 = 0,
    callsFailed: Int64 = 0,
    lastCallStartedTimestamp: ProtoTimestamp? = nil
  ) {
    self.init(
      trace: trace,
      callsStarted: callsStarted,
      callsSucceeded: callsSucceeded,
      callsFailed: callsFailed,
      lastCallStartedTimestamp: lastCallStartedTimestamp,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__ServerData.self)
    let trace: ChannelzChannelTrace? = unsafe Wire.messageIfPresent(_c.pointee.trace)
    let callsStarted: Int64 = unsafe _c.pointee.calls_started
    let callsSucceeded: Int64 = unsafe _c.pointee.calls_succeeded
    let callsFailed: Int64 = unsafe _c.pointee.calls_failed
    let lastCallStartedTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_call_started_timestamp)
    unsafe self.init(
      trace: trace,
      callsStarted: callsStarted,
      callsSucceeded: callsSucceeded,
      callsFailed: callsFailed,
      lastCallStartedTimestamp: lastCallStartedTimestamp,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__server_data__init, keeping: self.unknownFields)
    unsafe c.pointee.trace = arena.messageIfPresent(self.trace)
    unsafe c.pointee.calls_started = self.callsStarted
    unsafe c.pointee.calls_succeeded = self.callsSucceeded
    unsafe c.pointee.calls_failed = self.callsFailed
    unsafe c.pointee.last_call_started_timestamp = arena.messageIfPresent(self.lastCallStartedTimestamp)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSocket {
  public static let fullName = "grpc.channelz.v1.Socket"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__socket__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    ref: ChannelzSocketRef? = nil,
    data: ChannelzSocketData? = nil,
    local: ChannelzAddress? = nil,
    remote: ChannelzAddress? = nil,
    security: ChannelzSecurity? = nil,
    remoteName: String = ""
  ) {
    self.init(
      ref: ref,
      data: data,
      local: local,
      remote: remote,
      security: security,
      remoteName: remoteName,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Socket.self)
    let ref: ChannelzSocketRef? = unsafe Wire.messageIfPresent(_c.pointee.ref)
    let data: ChannelzSocketData? = unsafe Wire.messageIfPresent(_c.pointee.data)
    let local: ChannelzAddress? = unsafe Wire.messageIfPresent(_c.pointee.local)
    let remote: ChannelzAddress? = unsafe Wire.messageIfPresent(_c.pointee.remote)
    let security: ChannelzSecurity? = unsafe Wire.messageIfPresent(_c.pointee.security)
    let remoteName: String = unsafe Wire.string(_c.pointee.remote_name)
    unsafe self.init(
      ref: ref,
      data: data,
      local: local,
      remote: remote,
      security: security,
      remoteName: remoteName,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__socket__init, keeping: self.unknownFields)
    unsafe c.pointee.ref = arena.messageIfPresent(self.ref)
    unsafe c.pointee.data = arena.messageIfPresent(self.data)
    unsafe c.pointee.local = arena.messageIfPresent(self.local)
    unsafe c.pointee.remote = arena.messageIfPresent(self.remote)
    unsafe c.pointee.security = arena.messageIfPresent(self.security)
    unsafe c.pointee.remote_name = arena.string(self.remoteName)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSocketData {
  public static let fullName = "grpc.channelz.v1.SocketData"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__socket_data__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    streamsStarted: Int64 = 0,
    streamsSucceeded: Int64 = 0,
    streamsFailed: Int64 = 0,
    messagesSent: Int64 = 0,
    messagesReceived: Int64 = 0,
    keepAlivesSent: Int64 = 0,
    lastLocalStreamCreatedTimestamp: ProtoTimestamp? = nil,
    lastRemoteStreamCreatedTimestamp: ProtoTimestamp? = nil,
    lastMessageSentTimestamp: ProtoTimestamp? = nil,
    lastMessageReceivedTimestamp: ProtoTimestamp? = nil,
    localFlowControlWindow: ProtoInt64Value? = nil,
    remoteFlowControlWindow: ProtoInt64Value? = nil,
    option: [ChannelzSocketOption] = [],
    receivedGoawayError: ProtoUInt32Value? = nil,
    peerMaxConcurrentStreams: UInt32 = 0
  ) {
    self.init(
      streamsStarted: streamsStarted,
      streamsSucceeded: streamsSucceeded,
      streamsFailed: streamsFailed,
      messagesSent: messagesSent,
      messagesReceived: messagesReceived,
      keepAlivesSent: keepAlivesSent,
      lastLocalStreamCreatedTimestamp: lastLocalStreamCreatedTimestamp,
      lastRemoteStreamCreatedTimestamp: lastRemoteStreamCreatedTimestamp,
      lastMessageSentTimestamp: lastMessageSentTimestamp,
      lastMessageReceivedTimestamp: lastMessageReceivedTimestamp,
      localFlowControlWindow: localFlowControlWindow,
      remoteFlowControlWindow: remoteFlowControlWindow,
      option: option,
      receivedGoawayError: receivedGoawayError,
      peerMaxConcurrentStreams: peerMaxConcurrentStreams,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__SocketData.self)
    let streamsStarted: Int64 = unsafe _c.pointee.streams_started
    let streamsSucceeded: Int64 = unsafe _c.pointee.streams_succeeded
    let streamsFailed: Int64 = unsafe _c.pointee.streams_failed
    let messagesSent: Int64 = unsafe _c.pointee.messages_sent
    let messagesReceived: Int64 = unsafe _c.pointee.messages_received
    let keepAlivesSent: Int64 = unsafe _c.pointee.keep_alives_sent
    let lastLocalStreamCreatedTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_local_stream_created_timestamp)
    let lastRemoteStreamCreatedTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_remote_stream_created_timestamp)
    let lastMessageSentTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_message_sent_timestamp)
    let lastMessageReceivedTimestamp: ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.last_message_received_timestamp)
    let localFlowControlWindow: ProtoInt64Value? = unsafe Wire.messageIfPresent(_c.pointee.local_flow_control_window)
    let remoteFlowControlWindow: ProtoInt64Value? = unsafe Wire.messageIfPresent(_c.pointee.remote_flow_control_window)
    let option: [ChannelzSocketOption] = unsafe Wire.array(_c.pointee.option, _c.pointee.n_option) { unsafe Wire.message($0) }
    let receivedGoawayError: ProtoUInt32Value? = unsafe Wire.messageIfPresent(_c.pointee.received_goaway_error)
    let peerMaxConcurrentStreams: UInt32 = unsafe _c.pointee.peer_max_concurrent_streams
    unsafe self.init(
      streamsStarted: streamsStarted,
      streamsSucceeded: streamsSucceeded,
      streamsFailed: streamsFailed,
      messagesSent: messagesSent,
      messagesReceived: messagesReceived,
      keepAlivesSent: keepAlivesSent,
      lastLocalStreamCreatedTimestamp: lastLocalStreamCreatedTimestamp,
      lastRemoteStreamCreatedTimestamp: lastRemoteStreamCreatedTimestamp,
      lastMessageSentTimestamp: lastMessageSentTimestamp,
      lastMessageReceivedTimestamp: lastMessageReceivedTimestamp,
      localFlowControlWindow: localFlowControlWindow,
      remoteFlowControlWindow: remoteFlowControlWindow,
      option: option,
      receivedGoawayError: receivedGoawayError,
      peerMaxConcurrentStreams: peerMaxConcurrentStreams,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__socket_data__init, keeping: self.unknownFields)
    unsafe c.pointee.streams_started = self.streamsStarted
    unsafe c.pointee.streams_succeeded = self.streamsSucceeded
    unsafe c.pointee.streams_failed = self.streamsFailed
    unsafe c.pointee.messages_sent = self.messagesSent
    unsafe c.pointee.messages_received = self.messagesReceived
    unsafe c.pointee.keep_alives_sent = self.keepAlivesSent
    unsafe c.pointee.last_local_stream_created_timestamp = arena.messageIfPresent(self.lastLocalStreamCreatedTimestamp)
    unsafe c.pointee.last_remote_stream_created_timestamp = arena.messageIfPresent(self.lastRemoteStreamCreatedTimestamp)
    unsafe c.pointee.last_message_sent_timestamp = arena.messageIfPresent(self.lastMessageSentTimestamp)
    unsafe c.pointee.last_message_received_timestamp = arena.messageIfPresent(self.lastMessageReceivedTimestamp)
    unsafe c.pointee.local_flow_control_window = arena.messageIfPresent(self.localFlowControlWindow)
    unsafe c.pointee.remote_flow_control_window = arena.messageIfPresent(self.remoteFlowControlWindow)
    unsafe c.pointee.option = arena.array(self.option) { unsafe arena.message($0) }
    unsafe c.pointee.n_option = self.option.count
    unsafe c.pointee.received_goaway_error = arena.messageIfPresent(self.receivedGoawayError)
    unsafe c.pointee.peer_max_concurrent_streams = self.peerMaxConcurrentStreams
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzAddress {
  public static let fullName = "grpc.channelz.v1.Address"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__address__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    address: AddressOneof? = nil
  ) {
    self.init(
      address: address,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Address.self)
    let address: AddressOneof?
    switch unsafe _c.pointee.address_case.rawValue {
    case 1:
      address = unsafe .tcpipAddress(Wire.message(_c.pointee.tcpip_address))
    case 2:
      address = unsafe .udsAddress(Wire.message(_c.pointee.uds_address))
    case 3:
      address = unsafe .otherAddress(Wire.message(_c.pointee.other_address))
    default: address = nil
    }
    unsafe self.init(
      address: address,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__address__init, keeping: self.unknownFields)
    switch self.address {
    case .tcpipAddress(let value)?:
      unsafe c.pointee.address_case = .init(rawValue: 1)
      unsafe c.pointee.tcpip_address = arena.message(value)
    case .udsAddress(let value)?:
      unsafe c.pointee.address_case = .init(rawValue: 2)
      unsafe c.pointee.uds_address = arena.message(value)
    case .otherAddress(let value)?:
      unsafe c.pointee.address_case = .init(rawValue: 3)
      unsafe c.pointee.other_address = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzAddress.TcpIpAddress {
  public static let fullName = "grpc.channelz.v1.Address.TcpIpAddress"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__address__tcp_ip_address__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    ipAddress: [UInt8] = [],
    port: Int32 = 0
  ) {
    self.init(
      ipAddress: ipAddress,
      port: port,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Address__TcpIpAddress.self)
    let ipAddress: [UInt8] = unsafe Wire.array(_c.pointee.ip_address.data, _c.pointee.ip_address.len)
    let port: Int32 = unsafe _c.pointee.port
    unsafe self.init(
      ipAddress: ipAddress,
      port: port,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__address__tcp_ip_address__init, keeping: self.unknownFields)
    unsafe c.pointee.ip_address = .init(len: self.ipAddress.count, data: arena.array(self.ipAddress))
    unsafe c.pointee.port = self.port
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzAddress.UdsAddress {
  public static let fullName = "grpc.channelz.v1.Address.UdsAddress"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__address__uds_address__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    filename: String = ""
  ) {
    self.init(
      filename: filename,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Address__UdsAddress.self)
    let filename: String = unsafe Wire.string(_c.pointee.filename)
    unsafe self.init(
      filename: filename,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__address__uds_address__init, keeping: self.unknownFields)
    unsafe c.pointee.filename = arena.string(self.filename)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzAddress.OtherAddress {
  public static let fullName = "grpc.channelz.v1.Address.OtherAddress"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__address__other_address__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    value: ProtoAny? = nil
  ) {
    self.init(
      name: name,
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Address__OtherAddress.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let value: ProtoAny? = unsafe Wire.messageIfPresent(_c.pointee.value)
    unsafe self.init(
      name: name,
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__address__other_address__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.value = arena.messageIfPresent(self.value)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSecurity {
  public static let fullName = "grpc.channelz.v1.Security"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__security__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    model: ModelOneof? = nil
  ) {
    self.init(
      model: model,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Security.self)
    let model: ModelOneof?
    switch unsafe _c.pointee.model_case.rawValue {
    case 1:
      model = unsafe .tls(Wire.message(_c.pointee.tls))
    case 2:
      model = unsafe .other(Wire.message(_c.pointee.other))
    default: model = nil
    }
    unsafe self.init(
      model: model,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__security__init, keeping: self.unknownFields)
    switch self.model {
    case .tls(let value)?:
      unsafe c.pointee.model_case = .init(rawValue: 1)
      unsafe c.pointee.tls = arena.message(value)
    case .other(let value)?:
      unsafe c.pointee.model_case = .init(rawValue: 2)
      unsafe c.pointee.other = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSecurity.Tls {
  public static let fullName = "grpc.channelz.v1.Security.Tls"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__security__tls__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    cipherSuite: CipherSuiteOneof? = nil,
    localCertificate: [UInt8] = [],
    remoteCertificate: [UInt8] = []
  ) {
    self.init(
      cipherSuite: cipherSuite,
      localCertificate: localCertificate,
      remoteCertificate: remoteCertificate,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Security__Tls.self)
    let cipherSuite: CipherSuiteOneof?
    switch unsafe _c.pointee.cipher_suite_case.rawValue {
    case 1:
      cipherSuite = unsafe .standardName(Wire.string(_c.pointee.standard_name))
    case 2:
      cipherSuite = unsafe .otherName(Wire.string(_c.pointee.other_name))
    default: cipherSuite = nil
    }
    let localCertificate: [UInt8] = unsafe Wire.array(_c.pointee.local_certificate.data, _c.pointee.local_certificate.len)
    let remoteCertificate: [UInt8] = unsafe Wire.array(_c.pointee.remote_certificate.data, _c.pointee.remote_certificate.len)
    unsafe self.init(
      cipherSuite: cipherSuite,
      localCertificate: localCertificate,
      remoteCertificate: remoteCertificate,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__security__tls__init, keeping: self.unknownFields)
    switch self.cipherSuite {
    case .standardName(let value)?:
      unsafe c.pointee.cipher_suite_case = .init(rawValue: 1)
      unsafe c.pointee.standard_name = arena.string(value)
    case .otherName(let value)?:
      unsafe c.pointee.cipher_suite_case = .init(rawValue: 2)
      unsafe c.pointee.other_name = arena.string(value)
    case nil: break
    }
    unsafe c.pointee.local_certificate = .init(len: self.localCertificate.count, data: arena.array(self.localCertificate))
    unsafe c.pointee.remote_certificate = .init(len: self.remoteCertificate.count, data: arena.array(self.remoteCertificate))
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSecurity.OtherSecurity {
  public static let fullName = "grpc.channelz.v1.Security.OtherSecurity"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__security__other_security__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    value: ProtoAny? = nil
  ) {
    self.init(
      name: name,
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__Security__OtherSecurity.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let value: ProtoAny? = unsafe Wire.messageIfPresent(_c.pointee.value)
    unsafe self.init(
      name: name,
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__security__other_security__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.value = arena.messageIfPresent(self.value)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzSocketOption {
  public static let fullName = "grpc.channelz.v1.SocketOption"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__socket_option__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    value: String = "",
    additional: ProtoAny? = nil
  ) {
    self.init(
      name: name,
      value: value,
      additional: additional,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__SocketOption.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let value: String = unsafe Wire.string(_c.pointee.value)
    let additional: ProtoAny? = unsafe Wire.messageIfPresent(_c.pointee.additional)
    unsafe self.init(
      name: name,
      value: value,
      additional: additional,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__socket_option__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.value = arena.string(self.value)
    unsafe c.pointee.additional = arena.messageIfPresent(self.additional)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetTopChannelsRequest {
  public static let fullName = "grpc.channelz.v1.GetTopChannelsRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_top_channels_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    startChannelID: Int64 = 0,
    maxResults: Int64 = 0
  ) {
    self.init(
      startChannelID: startChannelID,
      maxResults: maxResults,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetTopChannelsRequest.self)
    let startChannelID: Int64 = unsafe _c.pointee.start_channel_id
    let maxResults: Int64 = unsafe _c.pointee.max_results
    unsafe self.init(
      startChannelID: startChannelID,
      maxResults: maxResults,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_top_channels_request__init, keeping: self.unknownFields)
    unsafe c.pointee.start_channel_id = self.startChannelID
    unsafe c.pointee.max_results = self.maxResults
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetTopChannelsResponse {
  public static let fullName = "grpc.channelz.v1.GetTopChannelsResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_top_channels_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    channel: [ChannelzChannel] = [],
    end: Bool = false
  ) {
    self.init(
      channel: channel,
      end: end,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetTopChannelsResponse.self)
    let channel: [ChannelzChannel] = unsafe Wire.array(_c.pointee.channel, _c.pointee.n_channel) { unsafe Wire.message($0) }
    let end: Bool = unsafe _c.pointee.end != 0
    unsafe self.init(
      channel: channel,
      end: end,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_top_channels_response__init, keeping: self.unknownFields)
    unsafe c.pointee.channel = arena.array(self.channel) { unsafe arena.message($0) }
    unsafe c.pointee.n_channel = self.channel.count
    unsafe c.pointee.end = self.end ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetServersRequest {
  public static let fullName = "grpc.channelz.v1.GetServersRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_servers_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    startServerID: Int64 = 0,
    maxResults: Int64 = 0
  ) {
    self.init(
      startServerID: startServerID,
      maxResults: maxResults,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetServersRequest.self)
    let startServerID: Int64 = unsafe _c.pointee.start_server_id
    let maxResults: Int64 = unsafe _c.pointee.max_results
    unsafe self.init(
      startServerID: startServerID,
      maxResults: maxResults,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_servers_request__init, keeping: self.unknownFields)
    unsafe c.pointee.start_server_id = self.startServerID
    unsafe c.pointee.max_results = self.maxResults
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetServersResponse {
  public static let fullName = "grpc.channelz.v1.GetServersResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_servers_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    server: [ChannelzServer] = [],
    end: Bool = false
  ) {
    self.init(
      server: server,
      end: end,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetServersResponse.self)
    let server: [ChannelzServer] = unsafe Wire.array(_c.pointee.server, _c.pointee.n_server) { unsafe Wire.message($0) }
    let end: Bool = unsafe _c.pointee.end != 0
    unsafe self.init(
      server: server,
      end: end,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_servers_response__init, keeping: self.unknownFields)
    unsafe c.pointee.server = arena.array(self.server) { unsafe arena.message($0) }
    unsafe c.pointee.n_server = self.server.count
    unsafe c.pointee.end = self.end ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetServerRequest {
  public static let fullName = "grpc.channelz.v1.GetServerRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_server_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    serverID: Int64 = 0
  ) {
    self.init(
      serverID: serverID,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetServerRequest.self)
    let serverID: Int64 = unsafe _c.pointee.server_id
    unsafe self.init(
      serverID: serverID,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_server_request__init, keeping: self.unknownFields)
    unsafe c.pointee.server_id = self.serverID
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetServerResponse {
  public static let fullName = "grpc.channelz.v1.GetServerResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_server_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    server: ChannelzServer? = nil
  ) {
    self.init(
      server: server,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetServerResponse.self)
    let server: ChannelzServer? = unsafe Wire.messageIfPresent(_c.pointee.server)
    unsafe self.init(
      server: server,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_server_response__init, keeping: self.unknownFields)
    unsafe c.pointee.server = arena.messageIfPresent(self.server)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetServerSocketsRequest {
  public static let fullName = "grpc.channelz.v1.GetServerSocketsRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_server_sockets_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    serverID: Int64 = 0,
    startSocketID: Int64 = 0,
    maxResults: Int64 = 0
  ) {
    self.init(
      serverID: serverID,
      startSocketID: startSocketID,
      maxResults: maxResults,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetServerSocketsRequest.self)
    let serverID: Int64 = unsafe _c.pointee.server_id
    let startSocketID: Int64 = unsafe _c.pointee.start_socket_id
    let maxResults: Int64 = unsafe _c.pointee.max_results
    unsafe self.init(
      serverID: serverID,
      startSocketID: startSocketID,
      maxResults: maxResults,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_server_sockets_request__init, keeping: self.unknownFields)
    unsafe c.pointee.server_id = self.serverID
    unsafe c.pointee.start_socket_id = self.startSocketID
    unsafe c.pointee.max_results = self.maxResults
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetServerSocketsResponse {
  public static let fullName = "grpc.channelz.v1.GetServerSocketsResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_server_sockets_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    socketRef: [ChannelzSocketRef] = [],
    end: Bool = false
  ) {
    self.init(
      socketRef: socketRef,
      end: end,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetServerSocketsResponse.self)
    let socketRef: [ChannelzSocketRef] = unsafe Wire.array(_c.pointee.socket_ref, _c.pointee.n_socket_ref) { unsafe Wire.message($0) }
    let end: Bool = unsafe _c.pointee.end != 0
    unsafe self.init(
      socketRef: socketRef,
      end: end,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_server_sockets_response__init, keeping: self.unknownFields)
    unsafe c.pointee.socket_ref = arena.array(self.socketRef) { unsafe arena.message($0) }
    unsafe c.pointee.n_socket_ref = self.socketRef.count
    unsafe c.pointee.end = self.end ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetChannelRequest {
  public static let fullName = "grpc.channelz.v1.GetChannelRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_channel_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    channelID: Int64 = 0
  ) {
    self.init(
      channelID: channelID,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetChannelRequest.self)
    let channelID: Int64 = unsafe _c.pointee.channel_id
    unsafe self.init(
      channelID: channelID,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_channel_request__init, keeping: self.unknownFields)
    unsafe c.pointee.channel_id = self.channelID
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetChannelResponse {
  public static let fullName = "grpc.channelz.v1.GetChannelResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_channel_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    channel: ChannelzChannel? = nil
  ) {
    self.init(
      channel: channel,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetChannelResponse.self)
    let channel: ChannelzChannel? = unsafe Wire.messageIfPresent(_c.pointee.channel)
    unsafe self.init(
      channel: channel,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_channel_response__init, keeping: self.unknownFields)
    unsafe c.pointee.channel = arena.messageIfPresent(self.channel)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetSubchannelRequest {
  public static let fullName = "grpc.channelz.v1.GetSubchannelRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_subchannel_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    subchannelID: Int64 = 0
  ) {
    self.init(
      subchannelID: subchannelID,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetSubchannelRequest.self)
    let subchannelID: Int64 = unsafe _c.pointee.subchannel_id
    unsafe self.init(
      subchannelID: subchannelID,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_subchannel_request__init, keeping: self.unknownFields)
    unsafe c.pointee.subchannel_id = self.subchannelID
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetSubchannelResponse {
  public static let fullName = "grpc.channelz.v1.GetSubchannelResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_subchannel_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    subchannel: ChannelzSubchannel? = nil
  ) {
    self.init(
      subchannel: subchannel,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetSubchannelResponse.self)
    let subchannel: ChannelzSubchannel? = unsafe Wire.messageIfPresent(_c.pointee.subchannel)
    unsafe self.init(
      subchannel: subchannel,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_subchannel_response__init, keeping: self.unknownFields)
    unsafe c.pointee.subchannel = arena.messageIfPresent(self.subchannel)
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetSocketRequest {
  public static let fullName = "grpc.channelz.v1.GetSocketRequest"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_socket_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    socketID: Int64 = 0,
    summary: Bool = false
  ) {
    self.init(
      socketID: socketID,
      summary: summary,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetSocketRequest.self)
    let socketID: Int64 = unsafe _c.pointee.socket_id
    let summary: Bool = unsafe _c.pointee.summary != 0
    unsafe self.init(
      socketID: socketID,
      summary: summary,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_socket_request__init, keeping: self.unknownFields)
    unsafe c.pointee.socket_id = self.socketID
    unsafe c.pointee.summary = self.summary ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ChannelzGetSocketResponse {
  public static let fullName = "grpc.channelz.v1.GetSocketResponse"
  public static let wireLayout = unsafe WireLayout(grpc__channelz__v1__get_socket_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    socket: ChannelzSocket? = nil
  ) {
    self.init(
      socket: socket,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Channelz__V1__GetSocketResponse.self)
    let socket: ChannelzSocket? = unsafe Wire.messageIfPresent(_c.pointee.socket)
    unsafe self.init(
      socket: socket,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__channelz__v1__get_socket_response__init, keeping: self.unknownFields)
    unsafe c.pointee.socket = arena.messageIfPresent(self.socket)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `grpc.channelz.v1.Channelz`.
public enum ChannelzMethods {
  public static let serviceName = "grpc.channelz.v1.Channelz"

  public static let getTopChannels = MethodDescriptor(
    service: serviceName,
    method: "GetTopChannels",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetTopChannelsRequest",
    responseType: "grpc.channelz.v1.GetTopChannelsResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getServers = MethodDescriptor(
    service: serviceName,
    method: "GetServers",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetServersRequest",
    responseType: "grpc.channelz.v1.GetServersResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getServer = MethodDescriptor(
    service: serviceName,
    method: "GetServer",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetServerRequest",
    responseType: "grpc.channelz.v1.GetServerResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getServerSockets = MethodDescriptor(
    service: serviceName,
    method: "GetServerSockets",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetServerSocketsRequest",
    responseType: "grpc.channelz.v1.GetServerSocketsResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getChannel = MethodDescriptor(
    service: serviceName,
    method: "GetChannel",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetChannelRequest",
    responseType: "grpc.channelz.v1.GetChannelResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getSubchannel = MethodDescriptor(
    service: serviceName,
    method: "GetSubchannel",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetSubchannelRequest",
    responseType: "grpc.channelz.v1.GetSubchannelResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let getSocket = MethodDescriptor(
    service: serviceName,
    method: "GetSocket",
    kind: .unary,
    requestType: "grpc.channelz.v1.GetSocketRequest",
    responseType: "grpc.channelz.v1.GetSocketResponse",
    options: MethodOptions(
      permission: "",
      isIdempotent: false,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getTopChannels, getServers, getServer, getServerSockets, getChannel, getSubchannel, getSocket]
}

extension ChannelzMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getTopChannels, ChannelzGetTopChannelsRequest.self, ChannelzGetTopChannelsResponse.self),
    MethodTypes(getServers, ChannelzGetServersRequest.self, ChannelzGetServersResponse.self),
    MethodTypes(getServer, ChannelzGetServerRequest.self, ChannelzGetServerResponse.self),
    MethodTypes(getServerSockets, ChannelzGetServerSocketsRequest.self, ChannelzGetServerSocketsResponse.self),
    MethodTypes(getChannel, ChannelzGetChannelRequest.self, ChannelzGetChannelResponse.self),
    MethodTypes(getSubchannel, ChannelzGetSubchannelRequest.self, ChannelzGetSubchannelResponse.self),
    MethodTypes(getSocket, ChannelzGetSocketRequest.self, ChannelzGetSocketResponse.self),
  ]
}

/// For operators: who calls, how often, and with what success. What is gone is NOT_FOUND.
public protocol ChannelzHandler: RPCService {
  /// The channels that the process has made for itself.
  func getTopChannels(
    _ request: ChannelzGetTopChannelsRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetTopChannelsResponse

  /// The servers of the process.
  func getServers(
    _ request: ChannelzGetServersRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetServersResponse

  func getServer(
    _ request: ChannelzGetServerRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetServerResponse

  /// The connections of one server's clients.
  func getServerSockets(
    _ request: ChannelzGetServerSocketsRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetServerSocketsResponse

  func getChannel(
    _ request: ChannelzGetChannelRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetChannelResponse

  func getSubchannel(
    _ request: ChannelzGetSubchannelRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetSubchannelResponse

  func getSocket(
    _ request: ChannelzGetSocketRequest,
    _ context: ServerContext
  ) async throws -> ChannelzGetSocketResponse
}

extension ChannelzHandler {
  public static var serviceName: String { ChannelzMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(ChannelzMethods.getTopChannels) { call, context in
        let request = try call.request(ChannelzGetTopChannelsRequest.self)
        try call.respond(await self.getTopChannels(request, context))
      },
      MethodBinding(ChannelzMethods.getServers) { call, context in
        let request = try call.request(ChannelzGetServersRequest.self)
        try call.respond(await self.getServers(request, context))
      },
      MethodBinding(ChannelzMethods.getServer) { call, context in
        let request = try call.request(ChannelzGetServerRequest.self)
        try call.respond(await self.getServer(request, context))
      },
      MethodBinding(ChannelzMethods.getServerSockets) { call, context in
        let request = try call.request(ChannelzGetServerSocketsRequest.self)
        try call.respond(await self.getServerSockets(request, context))
      },
      MethodBinding(ChannelzMethods.getChannel) { call, context in
        let request = try call.request(ChannelzGetChannelRequest.self)
        try call.respond(await self.getChannel(request, context))
      },
      MethodBinding(ChannelzMethods.getSubchannel) { call, context in
        let request = try call.request(ChannelzGetSubchannelRequest.self)
        try call.respond(await self.getSubchannel(request, context))
      },
      MethodBinding(ChannelzMethods.getSocket) { call, context in
        let request = try call.request(ChannelzGetSocketRequest.self)
        try call.respond(await self.getSocket(request, context))
      },
    ]
  }
}

/// For operators: who calls, how often, and with what success. What is gone is NOT_FOUND.
public struct ChannelzClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// The channels that the process has made for itself.
  public func getTopChannels(
    _ request: ChannelzGetTopChannelsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetTopChannelsResponse {
    let response: UnaryResponse<ChannelzGetTopChannelsResponse> =
      try await rpcChannel.unary(ChannelzMethods.getTopChannels, request, options)
    return response.message
  }

  /// The servers of the process.
  public func getServers(
    _ request: ChannelzGetServersRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetServersResponse {
    let response: UnaryResponse<ChannelzGetServersResponse> =
      try await rpcChannel.unary(ChannelzMethods.getServers, request, options)
    return response.message
  }

  public func getServer(
    _ request: ChannelzGetServerRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetServerResponse {
    let response: UnaryResponse<ChannelzGetServerResponse> =
      try await rpcChannel.unary(ChannelzMethods.getServer, request, options)
    return response.message
  }

  /// The connections of one server's clients.
  public func getServerSockets(
    _ request: ChannelzGetServerSocketsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetServerSocketsResponse {
    let response: UnaryResponse<ChannelzGetServerSocketsResponse> =
      try await rpcChannel.unary(ChannelzMethods.getServerSockets, request, options)
    return response.message
  }

  public func getChannel(
    _ request: ChannelzGetChannelRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetChannelResponse {
    let response: UnaryResponse<ChannelzGetChannelResponse> =
      try await rpcChannel.unary(ChannelzMethods.getChannel, request, options)
    return response.message
  }

  public func getSubchannel(
    _ request: ChannelzGetSubchannelRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetSubchannelResponse {
    let response: UnaryResponse<ChannelzGetSubchannelResponse> =
      try await rpcChannel.unary(ChannelzMethods.getSubchannel, request, options)
    return response.message
  }

  public func getSocket(
    _ request: ChannelzGetSocketRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ChannelzGetSocketResponse {
    let response: UnaryResponse<ChannelzGetSocketResponse> =
      try await rpcChannel.unary(ChannelzMethods.getSocket, request, options)
    return response.message
  }
}
