import PayLytRPC
import StandardAPI

/// The loops and connections of a run.
struct Connections: Sendable {
  let loops: [EventLoop]
  private let channels: [Channel]

  /// Opens them all before anything is measured.
  ///
  /// - Throws: `LoadError` when one cannot be opened.
  static func open(
    _ target: LoadTarget, connections: Int, loops: Int
  ) async throws(LoadError) -> Connections {
    let opened: Connections
    do {
      let configuration = try target.configuration
      let loops = try (0..<loops).map { try EventLoop.start(named: "load-\($0)") }
      let channels = try (0..<connections).map { number in
        try Channel(
          host: target.host, port: target.port, loop: loops[number % loops.count],
          configuration: configuration)
      }
      opened = Connections(loops: loops, channels: channels)
    } catch {
      throw LoadError("\(error)")
    }
    do throws(LoadError) {
      try await inParallel(opened.channels, atOnce: LoadLimits.handshakesAtOnce) {
        (channel) throws(LoadError) in try await greet(channel, target)
      }
    } catch {
      await opened.close()
      throw error
    }
    return opened
  }

  /// Any answer to a health check shows that the connection is there.
  private static func greet(_ channel: Channel, _ target: LoadTarget) async throws(LoadError) {
    do throws(RPCError) {
      _ = try await HealthClient(channel).check(
        HealthCheckRequest(), options: CallOptions(timeout: .seconds(30)))
    } catch {
      switch error.code {
      case .unavailable, .deadlineExceeded:
        throw LoadError("\(target.host):\(target.port) does not answer: \(error.message)")
      case .ok, .cancelled, .unknown, .invalidArgument, .notFound, .alreadyExists,
        .permissionDenied, .resourceExhausted, .failedPrecondition, .aborted, .outOfRange,
        .unimplemented, .internalError, .dataLoss, .unauthenticated:
        break
      }
    }
  }

  var first: Channel { channels[0] }

  /// The loop of a lane of calls.
  func loopIndex(ofLane lane: Int) -> Int { lane % loops.count }

  /// The connection for a lane's next call: with fewer lanes than connections, each in turn.
  func channel(ofLane lane: Int, call: Int, lanes: Int) -> Channel {
    channels[(lane + call * lanes) % channels.count]
  }

  func close() async {
    for channel in channels { await channel.close() }
    for loop in loops { loop.stop() }
  }
}
