/// Every bound of the RPC stack, with its unit and its reason. Nothing in the stack loops, queues,
/// buffers or waits without one of these.
public enum Limits {
  /// Readiness events taken from one `epoll_wait`. More only delays the flush that ends the tick.
  public static let pollEventsMax = 256
  /// Rounds of ready tasks that a loop runs before it looks at its descriptors again.
  public static let jobRoundsMax = 64
  /// Work handed to a loop from other threads that may wait at once. Reached only when the loop
  /// hangs; more would hide that.
  public static let loopInboxMax = 1 << 20
  /// Timers of one loop. Each call has one at most, and there are `callsMax` of them.
  public static let timersMax = 1 << 20
  /// Calls that may be open on one loop, whoever made them: each costs more than a kilobyte.
  public static let callsMax = 1 << 18
  /// Those of one address: others find room.
  public static let addressCallsMax = callsMax / 2
  /// Threads for work that blocks (password hashing); two cores are shared with the loops.
  public static let blockingThreadsMax = 2
  /// How long a thread for such work waits for more before it ends: far longer than the pauses
  /// between batches of the sealer, which come forty times a second under load.
  public static let blockingIdleTime: Duration = .seconds(10)
  /// Blocking jobs that may wait. Past it the caller is told to come back later.
  public static let blockingQueueMax = 256
  /// Bytes of one message on the wire. What a call accepts is less; this is what no call may raise.
  public static let messageBytesMax = 16 << 20
  /// Messages in messages, as in the official implementations; recursion costs stack.
  public static let messageDepthMax = 100
  /// Strings, byte strings, submessages and unknown fields in one message tree: a two-byte field
  /// of the wire becomes a value of hundreds of bytes.
  public static let messageElementsMax = 1 << 17
  /// Bytes of memory for unpacking one message.
  public static let messageMemoryMax = 64 << 20
  /// Wrong fields that a refusal names. A form has fewer; more only makes the answer long.
  public static let fieldViolationsMax = 16

  // MARK: Sockets

  /// Addresses taken from one name.
  public static let addressesMax = 8
  /// Connections that the kernel completes before the loop accepts them.
  public static let listenBacklog = 4096

  // MARK: HTTP/2

  /// Calls of one connection that may be open at once.
  public static let concurrentStreamsMax = 256
  /// Bytes of one header block: all metadata of a call, with 32 for each field.
  public static let headerListBytesMax = 16 << 10
  /// Bytes and fields of a usual request's head: the buffers for it are made in this size.
  public static let headerBytesUsual = 480
  public static let headerFieldsUsual = 12
  /// Bytes that a peer may send on a stream ahead of its call.
  public static let streamWindowBytes = 256 << 10
  /// Bytes that a peer may have under way on a connection.
  public static let connectionWindowBytes = 4 << 20
  /// Bytes of one outgoing frame at most: the default payload (RFC 9113 §4.2), its head, and the
  /// padding and priority that we never send.
  public static let frameBytesMax = 16_384 + 9 + 256 + 5
  /// Bytes of capacity that an emptied buffer keeps for its next use.
  public static let keptBufferBytesMax = 16 << 10
  /// Blocks of one size, of 16 sizes up to 512 bytes, that a loop keeps for nghttp2's next calls.
  public static let keptBlocksMax = 1_024
  /// Bytes of a server's HPACK table: what its responses repeat, which is little. nghttp2 takes
  /// room for a pointer to every possible field at once.
  public static let responseTableBytes = 1 << 10
  /// Paths whose HPACK buffers a connection remembers.
  public static let cachedPathsMax = 16
  /// Entries of one SETTINGS frame; the protocol knows nine.
  public static let settingsEntriesMax = 32
  /// RST_STREAM frames that a client may send in a second, or make the server send. One that
  /// cancels this many calls a second has none that it wants.
  public static let resetsPerSecondMax = 500
  /// Calls that a client may open on one connection in a second: more than one core serves. A
  /// server that shares itself out among many clients sets less.
  public static let streamsPerSecondMax = 1_000_000
  /// Frames that wait for a client to read, beside four for each call that it may have open: one
  /// that reads nothing makes us keep no more.
  public static let waitingFramesMax = 1_024
  /// PING and SETTINGS frames that a peer may send in a second; each is answered. Pings behind
  /// something that was sent to the peer do not count.
  public static let answeredFramesPerSecondMax = 500
  /// PRIORITY, WINDOW_UPDATE and empty DATA frames that a peer may send in a second: a reader of
  /// small messages legitimately sends thousands of window updates.
  public static let idleFramesPerSecondMax = 50_000

  /// Pings of a client that may come too early before it is told to calm down.
  public static let pingStrikesMax = 2
  /// How often a client without calls may ping when the server does not allow it.
  public static let idlePingInterval = Duration.seconds(2 * 3600)

  // MARK: TLS

  /// OpenSSL's buffers of a moment: their number in the whole process, and bytes of each. More
  /// come from the heap.
  static let tlsBlocksMax = 64
  static let tlsBlockBytes = 24 << 10
  /// Blocks of OpenSSL up to this size stay as long as a session.
  static let tlsSmallBlockBytesMax = 8 << 10
  /// Reasons of OpenSSL that one error names.
  public static let tlsReasonsMax = 4

  /// Bytes of a certificate that is shown to whoever looks at a connection.
  public static let certificateBytesMax = 16 << 10
  /// Names that are read out of one certificate, and the bytes of one.
  public static let certificateNamesMax = 64
  public static let certificateNameBytesMax = 512

  // MARK: Connections

  /// Bytes read from a socket at once; one buffer serves a whole loop.
  public static let readBufferBytes = 64 << 10
  /// Bytes written to a socket at once; a frame more than fits is left for the next write.
  public static let writeBufferBytes = 128 << 10
  /// Full buffers read from one connection before the others have their turn.
  public static let readsPerTickMax = 4

  /// How long, for how many bytes, and for how many connections of a loop at once, a connection
  /// that was ended with an explanation is read on, so that the explanation arrives.
  public static let lingerTime = Duration.seconds(1)
  public static let lingerBytesMax = 1 << 20
  public static let lingeringSocketsMax = 256

  // MARK: Calls

  /// Bytes of one message that a call accepts, as in every gRPC implementation.
  public static let callMessageBytesMax = 4 << 20
  /// Bytes of a usual message with its prefix: the buffers for it are made in this size.
  public static let messageBytesUsual = 256
  /// Calls whose memory a server keeps for the next ones: what 16 busy connections have open.
  public static let pooledCallsMax = 512
  /// Tasks that wait for a handler to run.
  public static let idleRunnersMax = 64
  /// Bytes of one buffer that such a call keeps.
  public static let pooledBufferBytesMax = 1 << 10
  /// Bytes of a status message; the rest of a longer one is cut off. Escaped they may be three
  /// times as many, and clients take header blocks of eight kilobytes.
  public static let statusMessageBytesMax = 1 << 10
  /// Bytes of a status's details, before Base64; larger ones are left out.
  public static let statusDetailsBytesMax = 4 << 10
  /// Bytes that come out of decompressing a message at once.
  public static let inflateBytes = 16 << 10
  /// Bytes of requests that all calls of a loop may hold.
  public static let loopHeldBytesMax = 1 << 30
  /// Those of the calls of one address: others find room.
  public static let addressHeldBytesMax = loopHeldBytesMax / 2
  /// Bytes of requests that the calls of one connection may hold: many calls with a large message
  /// each, none of them complete, would otherwise hold hundreds of megabytes.
  public static let heldBytesMax = 32 << 20
  /// Bytes of responses that may wait for a slow client. The buffer for them has 64 KiB, which
  /// leaves room for the message that is written last.
  public static let responseBacklogBytes = 48 << 10

  /// How long a browser may remember that a page may call.
  public static let preflightAge = Duration.seconds(2 * 3600)

  // MARK: Servers

  /// Connections of one server that may be open at once.
  public static let connectionsMax = 10_000
  /// Those of one address, which may be that of a proxy or of many people: others find room.
  public static let addressConnectionsMax = connectionsMax / 2
  /// How long a connection may be without a call while no further one finds room.
  public static let idleTimeWhenFull = Duration.seconds(60)
  /// Connections that are accepted before the loop looks at the open ones again.
  public static let acceptsPerTickMax = 64
  /// How long accepting pauses when the process has no descriptor left.
  public static let acceptPause = Duration.milliseconds(100)
  /// How often a server looks for connections that have stalled, are too old, or are silent; the
  /// shorter one is for servers that are told times of less than seconds.
  public static let sweepInterval = Duration.seconds(1)
  public static let sweepIntervalMin = Duration.milliseconds(10)
  /// How long a stopping server waits for handlers that it has cancelled.
  public static let cancelledHandlerPatience = Duration.seconds(5)

  // MARK: Clients

  /// The longest time between two keepalive pings: what a server's complaints can make of it.
  public static let keepaliveTimeMax = Duration.seconds(24 * 3600)
  /// Bytes of a service's name that its health is asked for by, and of an answer.
  public static let healthServiceBytesMax = 120
  public static let healthMessageBytesMax = 4 << 10
  /// Calls of one channel that may wait for its connection.
  public static let pendingCallsMax = 10_000
  /// Attempts of one call (gRPC A6).
  public static let attemptsMax = 5
  /// Bytes of requests that a call keeps in case it is made again; a longer one is made once.
  public static let retryBufferBytesMax = 256 << 10
}
