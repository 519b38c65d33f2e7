/// Every bound of the load client, with its unit and its reason.
public enum LoadLimits {
  /// Calls under way at once, over all connections.
  public static let inFlightMax = 20_000
  public static let connectionsMax = 20_000
  public static let loopsMax = 64
  /// Calls a second that an open-loop run may offer.
  public static let rateMax = 5_000_000
  public static let secondsMax = 30 * 24 * 3600
  /// Times that one call is sent again after an answer that says that waiting helps.
  public static let retriesMax = 1000
  /// Connections that are opened at the same time: a TLS handshake costs the server a millisecond.
  public static let handshakesAtOnce = 32
  /// Sign-ins at the same time; each costs the server tens of milliseconds of password hashing.
  public static let signInsAtOnce = 2
  public static let usersMax = 1024
  /// Escrows of one work file: 24 bytes each in memory.
  public static let escrowsMax = 20_000_000
  /// Escrows that are prepared at the same time.
  public static let preparationsAtOnce = 32
  /// Times that a step of the preparation is sent again; with their pauses about two minutes, in
  /// which a database fails over and a provider that was left alone is asked again.
  public static let preparationRetriesMax = 64
  public static let preparationPauseMillisecondsMax = 2000
  /// Escrows that are compared with a journal at the same time.
  public static let checksAtOnce = 64
  /// Lines of one journal that are compared with the server.
  public static let journalLinesMax = 100_000_000
  /// Bytes of one line of a work file, a mix file or a journal.
  public static let lineBytesMax = 4096
  /// Calls of one file of prepared calls: some hundred bytes each in memory.
  public static let preparedCallsMax = 2_000_000
  /// Bytes of all their requests, as JSON.
  public static let preparedBytesMax = 512 << 20
  /// Bytes of one of their lines: a request may be as large as a server takes it.
  public static let callLineBytesMax = 8 << 20
  /// Those who make them; each has an access token in a file of as many lines.
  public static let callersMax = 10_000
  /// Bytes of journal that wait to be written.
  public static let journalBufferBytes = 64 << 10
  /// Intervals of the latency over time. When there are more, each two become one.
  public static let intervalsMax = 512
  /// Milliseconds that an arrival waits at most before it looks whether the run was stopped.
  public static let napMilliseconds = 200
  /// Different failures that a report lists by name; the rest are counted together.
  public static let failureKindsMax = 64
  /// Findings that a comparison prints in full.
  public static let findingsShownMax = 20
  /// Seconds between two sign-ins of the same user: access tokens live for 15 minutes.
  public static let renewalSeconds = 600
  /// Seconds between two looks at a file of access tokens, which somebody else renews.
  public static let tokenFileSeconds = 60
}
