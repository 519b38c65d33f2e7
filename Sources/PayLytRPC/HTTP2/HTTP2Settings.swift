/// What one side of a connection allows the other.
public struct HTTP2Settings: Sendable, Equatable {
  /// Calls that a peer may have open at once (SETTINGS_MAX_CONCURRENT_STREAMS).
  public var concurrentStreamsMax: Int
  /// Bytes of one header block, as RFC 9113 §6.5.2 counts them.
  public var headerListBytesMax: Int
  /// Bytes that a peer may send on one stream before the call takes a message.
  public var streamWindowBytes: Int
  /// Bytes that a peer may have under way on the whole connection.
  public var connectionWindowBytes: Int

  public init(
    concurrentStreamsMax: Int = Limits.concurrentStreamsMax,
    headerListBytesMax: Int = Limits.headerListBytesMax,
    streamWindowBytes: Int = Limits.streamWindowBytes,
    connectionWindowBytes: Int = Limits.connectionWindowBytes
  ) {
    self.concurrentStreamsMax = concurrentStreamsMax
    self.headerListBytesMax = headerListBytesMax
    self.streamWindowBytes = streamWindowBytes
    self.connectionWindowBytes = connectionWindowBytes
  }
}
