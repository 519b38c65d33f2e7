/// Calls, or streams, since whatever carries them was made.
public struct CallFacts: Sendable, Equatable {
  public var started = 0
  public var succeeded = 0
  public var failed = 0
  /// How long ago the last one began; `nil` before the first.
  public var lastStarted: Duration?
}

/// One server, on one loop.
public struct ServerFacts: Sendable {
  public let number: Int64
  public let age: Duration
  public let calls: CallFacts
  public let listeners: [ListenerFacts]
}

public struct ListenerFacts: Sendable {
  public let number: Int64
  public let address: SocketAddress
}

/// The number and the name of something that can be asked for.
public struct EntityName: Sendable, Equatable {
  public let number: Int64
  public let name: String
}

/// One connection of either side.
public struct ConnectionFacts: Sendable {
  public let number: Int64
  /// Who is there, as logs have it.
  public let peer: String
  public let isServer: Bool
  /// `nil` for what has no name of its own: the client's end of a unix socket.
  public let local: SocketAddress?
  public let remote: SocketAddress?
  public let streams: CallFacts
  public let messagesSent: Int
  public let messagesReceived: Int
  public let keepalivesSent: Int
  /// How long ago; `nil` for never.
  public let lastMessageSent: Duration?
  public let lastMessageReceived: Duration?
  /// Bytes that the peer may still send, and this side may.
  public let localWindowBytes: Int
  public let remoteWindowBytes: Int
  /// `nil` before the peer's first SETTINGS.
  public let peerStreamsMax: Int?
  /// The code of the GOAWAY that has come.
  public let goAwayCode: UInt32?
  /// `nil` in the clear, and before the end of the handshake.
  public let tls: TLSFacts?
}

public struct TLSFacts: Sendable {
  /// As the RFCs name it.
  public let cipher: String
  /// DER; empty for a side that has shown none.
  public let localCertificate: [UInt8]
  public let remoteCertificate: [UInt8]
}

/// A client's way to its server (gRPC connectivity-semantics-and-api.md).
public enum ConnectivityState: Sendable {
  /// Not connected; the next call connects.
  case idle
  case connecting
  case ready
  /// Connecting has failed; it is tried again after a pause.
  case transientFailure
  /// Closed for good.
  case shutdown
}

public struct ChannelFacts: Sendable {
  public let number: Int64
  public let target: String
  public let age: Duration
  public let state: ConnectivityState
  public let calls: CallFacts
  public let subchannels: [EntityName]
}

public struct SubchannelFacts: Sendable {
  public let number: Int64
  /// The address, or the target when it is one of several that is used.
  public let target: String
  public let age: Duration
  public let state: ConnectivityState
  public let calls: CallFacts
  public let connections: [EntityName]
}
