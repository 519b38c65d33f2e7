/// Every bound of the RPC stack, with its unit and its reason. Nothing in the stack loops, queues,
/// buffers or waits without one of these.
public enum Limits {
  /// Readiness events taken from one `epoll_wait`. More only delays the flush that ends the tick.
  public static let pollEventsMax = 256
  /// Work handed to a loop from other threads that may wait at once. Reached only when the loop
  /// hangs; more would hide that.
  public static let loopInboxMax = 1 << 20
  /// Timers of one loop: a deadline and a keepalive for each call and connection.
  public static let timersMax = 1 << 20
  /// Threads for work that blocks (password hashing); two cores are shared with the loops.
  public static let blockingThreadsMax = 2
  /// Blocking jobs that may wait. Past it the caller is told to come back later.
  public static let blockingQueueMax = 256
  /// Bytes of one message on the wire. What a call accepts is less; this is what no call may raise.
  public static let messageBytesMax = 64 << 20
  /// Messages in messages, as in the official implementations; recursion costs stack.
  public static let messageDepthMax = 100
  /// Strings, byte strings, submessages and unknown fields in one message tree: a two-byte field
  /// of the wire becomes a value of hundreds of bytes.
  public static let messageElementsMax = 1 << 17
  /// Bytes of memory for unpacking one message.
  public static let messageMemoryMax = 256 << 20
}
