/// Every bound of the HTTP/1.1 module, with its unit and its reason.
public enum Limits {
  // MARK: Client

  /// Requests of one client that may be under way or wait for a connection, unless it is made with
  /// another bound.
  public static let requestsInFlightMax = 1024
  /// Seconds until a lookup is certainly over: five, twice, for each of the three name servers that
  /// resolv.conf(5) allows.
  public static let lookupSecondsMax = 30
  /// Connections to all hosts, idle ones included.
  public static let connectionsMax = 64
  /// Connections to one host: a provider that is slow must not take them all.
  public static let hostConnectionsMax = 16
  /// Bytes of a response's header lines.
  public static let responseHeaderBytesMax = 64 << 10
  /// Bytes of a response's body, unless the request says otherwise.
  public static let responseBytesMax = 1 << 20
  /// Bytes of a URL.
  public static let urlBytesMax = 8 << 10

  // MARK: Server

  /// Memory that one connection may use for its request line and headers, in bytes.
  public static let requestHeaderBytesMax = 32 << 10
  /// Bytes of a request's body, unless the server is started with another bound.
  public static let requestBytesMax = 256 << 10
  /// How many times the bound of its body a request may send before its connection is cut; up to
  /// there it is read and dropped so that the client sees the refusal.
  public static let oversizeFactorMax = 4
}
