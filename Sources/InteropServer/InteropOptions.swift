import PayLytRPC

/// The command line of the interop server.
struct InteropOptions {
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  var port: UInt16 = 0
  var credentials: TLSContext.Credentials?
  /// Clients must show a certificate of an authority in this PEM file.
  var clientAuthorities: String?
  var configuration = ServerConfiguration()

  init(_ arguments: [String]) throws(Misuse) {
    var hasPort = false
    // `--name=value` is as good as `--name value`.
    var rest = arguments.flatMap { argument in
      argument.hasPrefix("--")
        ? argument.split(separator: "=", maxSplits: 1).map(String.init) : [argument]
    }[...]
    while let option = rest.popFirst() {
      switch option {
      case "--port":
        guard let value = UInt16(try Self.value(of: option, &rest)) else {
          throw Misuse(description: "--port takes a number to 65535")
        }
        port = value
        hasPort = true
      case "--tls":
        credentials = TLSContext.Credentials(
          certificateFile: try Self.value(of: option, &rest),
          keyFile: try Self.value(of: option, &rest))
      case "--client-ca": clientAuthorities = try Self.value(of: option, &rest)
      case "--max-connection-age":
        configuration.lifetime.ageMax = try Self.duration(option, &rest)
      case "--max-connection-age-grace":
        configuration.lifetime.ageGrace = try Self.duration(option, &rest)
      case "--max-connection-idle":
        configuration.lifetime.idleMax = try Self.duration(option, &rest)
      case "--keepalive-time": configuration.keepalive.time = try Self.duration(option, &rest)
      case "--keepalive-timeout":
        configuration.keepalive.timeout = try Self.duration(option, &rest)
      case "--max-concurrent-streams":
        configuration.http2.concurrentStreamsMax = try Self.count(
          option, &rest, in: 1...Int(Int32.max))
      case "--max-receive-bytes":
        configuration.requestBytesMax = try Self.count(
          option, &rest, in: 0...Limits.messageBytesMax)
      default: throw Misuse(description: "there is no option \(option)")
      }
    }
    guard hasPort else { throw Misuse(description: "--port is missing") }
    guard clientAuthorities == nil || credentials != nil else {
      throw Misuse(description: "--client-ca needs --tls")
    }
  }

  private static func value(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(Misuse) -> String {
    guard let value = rest.popFirst() else {
      throw Misuse(description: "\(option) needs a value")
    }
    return value
  }

  private static func count(
    _ option: String, _ rest: inout ArraySlice<String>, in range: ClosedRange<Int>
  ) throws(Misuse) -> Int {
    guard let count = Int(try value(of: option, &rest)), range.contains(count) else {
      throw Misuse(
        description: "\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  /// Seconds, such as `2` or `0.5`, or with a unit: `500ms`, `2s`, `5m`, `1h`.
  private static func duration(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws(Misuse) -> Duration {
    let text = try value(of: option, &rest)
    let units = [("ms", 0.001), ("s", 1.0), ("m", 60), ("h", 3600)]
    let unit = units.first { text.hasSuffix($0.0) }
    let number = text.dropLast(unit?.0.count ?? 0)
    guard let value = Double(number), value.isFinite, value > 0, value <= 1e9 else {
      throw Misuse(description: "\(option) takes seconds, or a time such as 500ms, 2s, 5m, 1h")
    }
    return .milliseconds(Int64((value * (unit?.1 ?? 1) * 1000).rounded(.up)))
  }
}
