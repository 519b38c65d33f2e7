import PayLytRPC

/// How a server treats its clients' connections, as its options say; what they do not say is as the
/// stack has it.
enum ConnectionOptions {
  static let options: [CommandOption] = [
    .option("max-connections", "N", "connections of one loop at once", default: "10000"),
    .option(
      "max-connections-per-address", "N", "those of one address, or of one IPv6 /64",
      default: "5000"),
    .option(
      "max-connection-age", "TIME", "after it a connection takes no new calls (500ms, 2s, 5m, 1h)",
      default: "without bound"),
    .option(
      "max-connection-age-grace", "TIME", "how long its calls may go on then",
      default: "without bound"),
    .option(
      "max-connection-idle", "TIME", "after it a connection without a call is ended",
      default: "without bound"),
    .option("keepalive-time", "TIME", "silence before a sign of life is asked for", default: "2h"),
    .option("keepalive-timeout", "TIME", "how long its answer may take", default: "20s"),
    .option(
      "min-ping-interval", "TIME", "a client that pings more often is cut off", default: "5m"),
    .toggle("pings-without-calls", "allows them while no call is open, too"),
    .option("max-concurrent-streams", "N", "calls of one connection at once", default: "256"),
    .option(
      "max-streams-per-second", "N", "calls that one connection may begin in a second",
      default: "1000000"),
    .option("max-receive-bytes", "N", "bytes of one request message", default: "4194304"),
    .option("max-send-bytes", "N", "bytes of one response message", default: "4194304"),
    .option("max-metadata-bytes", "N", "bytes of a call's metadata", default: "16384"),
    .option(
      "web-origins", "LIST", "web pages that may call, by origin, with commas",
      default: "no gRPC-Web"
    ),
  ]

  /// - Throws: `CommandLineOptions.Misuse`, in the words of the option.
  static func read(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> ServerConfiguration {
    var rpc = ServerConfiguration()
    if let count = try options.integer("max-connections", in: 1...1_000_000) {
      rpc.connectionsMax = count
    }
    if let count = try options.integer("max-connections-per-address", in: 1...1_000_000) {
      rpc.addressConnectionsMax = count
    }
    rpc.lifetime = ConnectionLifetime(
      ageMax: try options.duration("max-connection-age"),
      ageGrace: try options.duration("max-connection-age-grace"),
      idleMax: try options.duration("max-connection-idle"))
    if let time = try options.duration("keepalive-time") { rpc.keepalive.time = time }
    if let time = try options.duration("keepalive-timeout") { rpc.keepalive.timeout = time }
    if let time = try options.duration("min-ping-interval") { rpc.pings.intervalMin = time }
    rpc.pings.allowsPingsWithoutCalls = try options.isSet("pings-without-calls")
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
