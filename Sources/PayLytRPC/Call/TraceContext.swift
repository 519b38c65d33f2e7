/// Where a call stands in a trace that spans programs (W3C Trace Context, `traceparent`).
public struct TraceContext: Sendable, Equatable {
  /// 16 bytes as 32 lower-case hexadecimal digits, not all zero.
  public let traceID: String
  /// 8 bytes as 16 digits, not all zero: the caller's span.
  public let spanID: String
  public let flags: UInt8

  /// Reads a `traceparent` header strictly; `nil` when it is malformed.
  public init?(traceparent: String) {
    let parts = traceparent.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 4, Self.isHex(parts[0], 2), !parts[0].elementsEqual("ff".utf8),
      // Version 00 has exactly four parts; later ones may have more.
      parts.count == 4 || !parts[0].elementsEqual("00".utf8),
      Self.isHex(parts[1], 32), Self.isHex(parts[2], 16), Self.isHex(parts[3], 2),
      parts[1].contains(where: { $0 != UInt8(ascii: "0") }),
      parts[2].contains(where: { $0 != UInt8(ascii: "0") }),
      let flags = UInt8(String(decoding: parts[3], as: UTF8.self), radix: 16)
    else { return nil }
    traceID = String(decoding: parts[1], as: UTF8.self)
    spanID = String(decoding: parts[2], as: UTF8.self)
    self.flags = flags
  }

  private init(traceID: String, spanID: String, flags: UInt8) {
    self.traceID = traceID
    self.spanID = spanID
    self.flags = flags
  }

  /// The same trace, seen from a span of its own: what goes with calls that are made for this one.
  ///
  /// - Parameter spanID: random; never zero.
  public func child(spanID: UInt64 = UInt64.random(in: 1 ... .max)) -> TraceContext {
    TraceContext(traceID: traceID, spanID: Self.hex(spanID, 16), flags: flags)
  }

  /// The value of the header.
  public var traceparent: String { "00-\(traceID)-\(spanID)-\(Self.hex(UInt64(flags), 2))" }

  private static func isHex(_ part: Substring.UTF8View, _ count: Int) -> Bool {
    part.count == count
      && part.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static func hex(_ number: UInt64, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }
}
