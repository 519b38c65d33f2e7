/// The `grpc-timeout` header: at most eight digits and a unit (gRPC PROTOCOL-HTTP2, "Timeout").
enum GRPCTimeout {
  /// Reads a timeout strictly; `nil` when it is malformed.
  static func parse(_ text: some BidirectionalCollection<UInt8>) -> Duration? {
    guard (2...9).contains(text.count), let unit = text.last else { return nil }
    var value: Int64 = 0
    for byte in text.dropLast() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    switch unit {
    case UInt8(ascii: "H"): return .seconds(value * 3600)
    case UInt8(ascii: "M"): return .seconds(value * 60)
    case UInt8(ascii: "S"): return .seconds(value)
    case UInt8(ascii: "m"): return .milliseconds(value)
    case UInt8(ascii: "u"): return .microseconds(value)
    case UInt8(ascii: "n"): return .nanoseconds(value)
    default: return nil
    }
  }

  /// Writes a timeout in the finest unit that its eight digits can hold, rounded up: the server
  /// must not give up before the client does.
  static func format(_ timeout: Duration) -> String {
    var value = timeout.wholeNanoseconds
    for (unit, next) in [("n", 1000), ("u", 1000), ("m", 1000), ("S", 60), ("M", 60)] {
      if value <= 99_999_999 { return "\(value)\(unit)" }
      value = (value + UInt64(next) - 1) / UInt64(next)
    }
    return "\(min(value, 99_999_999))H"
  }
}
