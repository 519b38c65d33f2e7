/// The bounds of the standard services.
public enum ServiceLimits {
  /// Calls of `Health.Watch` that may be open at once.
  public static let healthWatchersMax = 1024
  /// Results of one page of channelz.
  public static let channelzResultsMax = 100
}
