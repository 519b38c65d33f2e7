/// What connections have carried: plain numbers, written by their loop alone, and put into words
/// only when somebody asks. Moments are nanoseconds of the loop's clock; 0 is never.
struct ConnectionCounts {
  var streamsStarted = 0
  /// Ended by both sides finishing.
  var streamsSucceeded = 0
  /// Reset, or lost with the connection.
  var streamsFailed = 0
  /// Calls whose status is OK; a server counts them when it sends the status.
  var callsSucceeded = 0
  var messagesSent = 0
  var messagesReceived = 0
  var keepalivesSent = 0
  var streamStartedAt: UInt64 = 0
  var messageSentAt: UInt64 = 0
  var messageReceivedAt: UInt64 = 0

  /// A stream is gone.
  mutating func streamEnded(isWhole: Bool) {
    if isWhole { streamsSucceeded += 1 } else { streamsFailed += 1 }
  }

  mutating func messagesSent(_ count: Int = 1, at now: UInt64) {
    guard count > 0 else { return }
    messagesSent += count
    messageSentAt = now
  }

  mutating func messagesReceived(_ count: Int, at now: UInt64) {
    guard count > 0 else { return }
    messagesReceived += count
    messageReceivedAt = now
  }

  /// Adds what a connection has carried that is gone.
  mutating func add(_ other: ConnectionCounts) {
    streamsStarted += other.streamsStarted
    streamsSucceeded += other.streamsSucceeded
    streamsFailed += other.streamsFailed
    callsSucceeded += other.callsSucceeded
    streamStartedAt = max(streamStartedAt, other.streamStartedAt)
  }

  /// The calls of these connections. One whose status is OK, but still on its way, has succeeded.
  func calls(now: UInt64) -> CallFacts {
    CallFacts(
      started: streamsStarted, succeeded: callsSucceeded,
      failed: max(0, streamsSucceeded + streamsFailed - callsSucceeded),
      lastStarted: Self.age(of: streamStartedAt, now))
  }

  /// How long ago a moment was; `nil` for never.
  static func age(of moment: UInt64, _ now: UInt64) -> Duration? {
    guard moment > 0 else { return nil }
    return .nanoseconds(Int64(clamping: now &- min(moment, now)))
  }
}
