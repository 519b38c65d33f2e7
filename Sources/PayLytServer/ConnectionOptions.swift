import PayLytRPC

/// How a server treats its clients' connections, as its options say; what they do not say is as the
/// stack has it.
enum ConnectionOptions {
  static let options = [
    "max-connections", "max-connection-age", "max-connection-age-grace", "max-connection-idle",
    "keepalive-time", "keepalive-timeout", "min-ping-interval", "pings-without-calls?",
    "max-concurrent-streams", "max-streams-per-second", "max-receive-bytes", "max-send-bytes",
    "max-metadata-bytes", "web-origins",
  ]

  /// - Throws: `CommandLineOptions.Misuse`, in the words of the option.
  static func read(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> ServerConfiguration {
    var rpc = ServerConfiguration()
    if let count = try options.integer("max-connections", in: 1...1_000_000) {
      rpc.connectionsMax = count
    }
    rpc.lifetime = ConnectionLifetime(
      ageMax: try options.duration("max-connection-age"),
      ageGrace: try options.duration("max-connection-age-grace"),
      idleMax: try options.duration("max-connection-idle"))
    if let time = try options.duration("keepalive-time") { rpc.keepalive.time = time }
    if let time = try options.duration("keepalive-timeout") { rpc.keepalive.timeout = time }
    if let time = try options.duration("min-ping-interval") { rpc.pings.intervalMin = time }
    rpc.pings.allowsPingsWithoutCalls = options.isSet("pings-without-calls")
    rpc.web = try webPolicy(options)
    try readBounds(options, &rpc)
    return rpc
  }

  private static func webPolicy(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> WebPolicy? {
    guard let text = options["web-origins"] else { return nil }
    do throws(WebPolicy.Misuse) {
      return try WebPolicy(origins: text.split(separator: ",").map { String($0).trimmed })
    } catch {
      throw CommandLineOptions.Misuse(description: "--web-origins: \(error)")
    }
  }

  private static func readBounds(
    _ options: CommandLineOptions, _ rpc: inout ServerConfiguration
  ) throws(CommandLineOptions.Misuse) {
    if let count = try options.integer("max-concurrent-streams", in: 1...Int(Int32.max)) {
      rpc.http2.concurrentStreamsMax = count
    }
    if let count = try options.integer("max-streams-per-second", in: 1...1_000_000) {
      rpc.streamsPerSecondMax = count
    }
    if let count = try options.integer("max-receive-bytes", in: 0...Limits.messageBytesMax) {
      rpc.requestBytesMax = count
    }
    if let count = try options.integer("max-send-bytes", in: 0...Limits.messageBytesMax) {
      rpc.responseBytesMax = count
    }
    // Less than 1 KiB has no room for an access token.
    if let count = try options.integer("max-metadata-bytes", in: 1024...1 << 20) {
      rpc.http2.headerListBytesMax = count
    }
  }
}
