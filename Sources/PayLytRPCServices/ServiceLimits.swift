/// The bounds of the standard services.
public enum ServiceLimits {
  /// Calls of `Health.Watch` that one connection may have open. No connection takes another one's
  /// places: a client that is refused takes the server to be down.
  public static let healthWatchersMax = 16
  /// Results of one page of channelz.
  public static let channelzResultsMax = 100
}
