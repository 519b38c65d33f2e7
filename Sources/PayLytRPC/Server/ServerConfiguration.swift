/// How a server treats its clients. The defaults are those of `Limits`.
public struct ServerConfiguration: Sendable {
  /// What a client's connection may do.
  public var http2 = HTTP2Settings()
  /// Connections that may be open at once, on one loop; further ones are closed at once.
  public var connectionsMax = Limits.connectionsMax
  /// Those of one address, or of one /64 of IPv6.
  public var addressConnectionsMax = Limits.addressConnectionsMax
  /// Calls that one connection may open in a second; further ones are reset with ENHANCE_YOUR_CALM,
  /// which clients report as `RESOURCE_EXHAUSTED`.
  public var streamsPerSecondMax = Limits.streamsPerSecondMax
  /// Bytes of one request message.
  public var requestBytesMax = Limits.callMessageBytesMax
  /// Bytes of one response message.
  public var responseBytesMax = Limits.callMessageBytesMax
  /// Bytes of requests that all calls of one connection may hold at once.
  public var heldBytesMax = Limits.heldBytesMax
  /// Calls that may be open at once, on one loop; further ones are refused, and may be tried again.
  public var callsMax = Limits.callsMax
  /// Those of one address.
  public var addressCallsMax = Limits.addressCallsMax
  /// Bytes of requests that all calls of one loop may hold at once.
  public var loopHeldBytesMax = Limits.loopHeldBytesMax
  /// Those of the calls of one address.
  public var addressHeldBytesMax = Limits.addressHeldBytesMax
  /// Bytes of responses that may wait for a slow client before `write` does.
  public var responseBacklogBytes = Limits.responseBacklogBytes
  /// How long a client may take from connecting to its first SETTINGS, TLS included, and for a
  /// header block that it has begun.
  public var handshakeTimeout = Duration.seconds(10)
  /// How the server finds out that a client is gone.
  public var keepalive = Keepalive(time: .seconds(2 * 3600))
  /// Which pings of its clients it bears.
  public var pings = PingPolicy()
  public var lifetime = ConnectionLifetime()
  /// Which web pages may call, by gRPC-Web; `nil` speaks gRPC alone.
  public var web: WebPolicy?
  /// Told what is worth a line in the log. Called on the loop: it must not block.
  public var onEvent: @Sendable (ServerEvent) -> Void = { _ in }

  public init() {}

  /// How often connections are looked at: a quarter of the shortest time that matters.
  var sweepInterval: Duration {
    let times = [
      handshakeTimeout, keepalive.time, keepalive.timeout, lifetime.ageMax, lifetime.ageGrace,
      lifetime.idleMax, lifetime.idleMaxWhenFull,
    ]
    let shortest = times.compactMap { $0 }.min() ?? Limits.sweepInterval
    return min(max(shortest / 4, Limits.sweepIntervalMin), Limits.sweepInterval)
  }
}

/// What happens to a server that its callers are not told.
public enum ServerEvent: Sendable {
  /// A handler has thrown an error that is none of the caller's business: answered `INTERNAL`.
  case handlerFailed(MethodDescriptor, any Error)
  case connectionOpened(peer: String)
  case connectionClosed(peer: String, reason: String)
  /// `connectionsMax` or `addressConnectionsMax` is reached, or the process has no descriptor left.
  case connectionRefused(reason: String)
}
