internal import PayLytRPC

/// LISTEN on a connection of its own, opened with the first channel and renewed when it is lost.
///
/// `@unchecked Sendable`: confined to its loop.
final class Listener: @unchecked Sendable {
  private let loop: EventLoop
  private let connections: ConnectionSet
  private var channels: [String: [UInt64: AsyncStream<String>.Continuation]] = [:]
  private var nextReader: UInt64 = 0
  private var connection: Connection?
  private var isStarted = false

  init(on loop: EventLoop, _ connections: ConnectionSet) {
    self.loop = loop
    self.connections = connections
    connections.onReady = { [unowned self] in connected($0) }
  }

  func listen(_ channel: String) -> AsyncStream<String> {
    precondition(Self.isValid(channel), "\(channel) is no channel name")
    precondition(
      channels.count < DatabaseLimits.channelsMax || channels[channel] != nil, "channel leak")
    let (stream, continuation) = AsyncStream.makeStream(
      of: String.self, bufferingPolicy: .bufferingNewest(DatabaseLimits.notificationsMax))
    let reader = nextReader
    nextReader += 1
    let isNew = channels[channel] == nil
    channels[channel, default: [:]][reader] = continuation
    continuation.onTermination = { [weak self, loop] _ in
      loop.execute { [weak self] in self?.drop(reader, of: channel) }
    }
    if !isStarted {
      isStarted = true
      connections.start()
    } else if isNew {
      send(.listen(channel))
    } else if connection != nil {
      continuation.yield("")
    }
    return stream
  }

  func close() {
    connections.close()
    connection = nil
    let readers = channels.values.flatMap(\.values)
    channels = [:]
    for reader in readers { reader.finish() }
  }

  private func connected(_ connection: Connection) {
    self.connection = connection
    connection.onNotification = { [unowned self] channel, payload in deliver(payload, to: channel) }
    for channel in channels.keys { send(.listen(channel)) }
  }

  private func drop(_ reader: UInt64, of channel: String) {
    channels[channel]?[reader] = nil
    guard channels[channel]?.isEmpty == true else { return }
    channels[channel] = nil
    send(.unlisten(channel))
  }

  private func send(_ request: ListenBatch.Request) {
    guard let connection, !connection.isLost else { return }
    connection.send(
      ListenBatch(request) { [weak self] in
        if case .listen(let channel) = request { self?.deliver("", to: channel) }
      })
  }

  private func deliver(_ payload: String, to channel: String) {
    guard let readers = channels[channel] else { return }
    for reader in readers.values { reader.yield(payload) }
  }

  /// Names that need no quoting, so that none can be anything but a name.
  private static func isValid(_ channel: String) -> Bool {
    (1...63).contains(channel.utf8.count)
      && channel.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}

/// One LISTEN or UNLISTEN. When it fails, the session is broken and is opened again.
private final class ListenBatch: PipelineBatch {
  enum Request {
    case listen(String), unlisten(String)
  }

  private let request: Request
  private let done: () -> Void
  private var hasSucceeded = false

  init(_ request: Request, done: @escaping () -> Void) {
    self.request = request
    self.done = done
  }

  var commandCount: Int { 1 }

  func command(at index: Int) -> PipelineCommand {
    switch request {
    case .listen(let channel): .plain("LISTEN \"\(channel)\"")
    case .unlisten(let channel): .plain("UNLISTEN \"\(channel)\"")
    }
  }

  func received(_ result: consuming ResultHandle, at index: Int, on connection: Connection) {
    hasSucceeded = result.status == .succeeded
  }

  func synced(on connection: Connection) {
    if hasSucceeded { done() } else { connection.lose() }
  }

  func lost(wasSent: Bool) {}
  func isGivenUp(at index: Int) -> Bool { false }
  var hasGivenUp: Bool { false }
}
