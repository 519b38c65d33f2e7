/// How a channel behaves. The defaults are those of `Limits`.
public struct ChannelConfiguration: Sendable {
  /// How the server's bytes are trusted; `nil` for HTTP/2 in the clear (h2c with prior knowledge).
  public var tls: TLSContext?
  /// The name that the server's certificate must bear, when it is not the host that is called.
  public var serverName: String?
  public var http2 = HTTP2Settings()
  public var requestBytesMax = Limits.callMessageBytesMax
  public var responseBytesMax = Limits.callMessageBytesMax
  /// Bytes of requests that may wait for a slow server before `send` does.
  public var requestBacklogBytes = Limits.responseBacklogBytes
  /// From the first packet to the server's first SETTINGS, for each address.
  public var connectTimeout = Duration.seconds(10)
  public var backoff = Backoff()
  /// How the channel finds out that the server is gone. While no call is open it does not ask,
  /// unless `keepsIdleAlive`; servers take more than a few questions a minute amiss.
  public var keepalive = Keepalive()
  public var keepsIdleAlive = false
  public var service = ServiceConfig()
  /// How calls are spread when the target has several addresses.
  public var balancing = LoadBalancing.pickFirst
  /// With `roundRobin`, a name is looked up again when a connection fails or is lost, but not more
  /// often than this. `pickFirst` looks up at each attempt to connect.
  public var resolutionInterval = Duration.seconds(30)
  /// Asks for the addresses of a name; it may block.
  var lookUp: @Sendable (_ host: String, _ port: UInt16) -> [SocketAddress] = {
    SocketAddress.lookUp($0, port: $1, isNumeric: false)
  }
  /// Around every call, the first outermost.
  public var interceptors: [any ClientInterceptor] = []

  public init(tls: TLSContext? = nil) { self.tls = tls }
}
