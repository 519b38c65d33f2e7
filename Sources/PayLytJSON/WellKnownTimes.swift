import PayLytRPC

/// `google.protobuf.Timestamp`, as RFC 3339 writes it.
struct Moment {
  private let seconds: Int64
  private let nanos: Int64

  /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  private static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
  private static let daySeconds: Int64 = 86_400

  init(_ message: JSONValue) throws(WireError) {
    try self.init(message.int64("seconds"), message.int64("nanos"))
  }

  private init(_ seconds: Int64, _ nanos: Int64) throws(WireError) {
    guard Self.secondsRange.contains(seconds), (0..<1_000_000_000).contains(nanos) else {
      throw WireError("The moment is outside the years 1 to 9999.")
    }
    self.seconds = seconds
    self.nanos = nanos
  }

  init(text: JSONValue) throws(WireError) {
    let pattern =
      #/
        (\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?
        (?:Z|([+-])(\d{2}):(\d{2}))
      /#.asciiOnlyDigits()
    guard case .string(let text) = text, let match = text.wholeMatch(of: pattern)?.output,
      let year = Int64(match.1), let month = Int64(match.2), let day = Int64(match.3),
      let hour = Int64(match.4), let minute = Int64(match.5), let second = Int64(match.6),
      let days = CivilDate(year: year, month: month, day: day)?.daysSince1970,
      hour < 24, minute < 60, second < 60
    else { throw Self.noMoment }
    var seconds = days * Self.daySeconds + hour * 3600 + minute * 60 + second
    if let sign = match.8, let hours = match.9.flatMap({ Int64($0) }),
      let minutes = match.10.flatMap({ Int64($0) })
    {
      guard hours < 24, minutes < 60 else { throw Self.noMoment }
      seconds += (sign == "+" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    try self.init(seconds, billionths(match.7))
  }

  private static let noMoment = WireError(
    "A moment is written 2026-11-21T09:30:00Z, or with +02:00 for the Z.")

  var text: String {
    "\(CivilTime(secondsSince1970: seconds).text)\(fraction(nanos))Z"
  }

  var fields: [JSONValue.Member] { timeFields(seconds, nanos) }
}

/// `google.protobuf.Duration`: seconds with their fraction, and an s.
struct LengthOfTime {
  private let seconds: Int64
  private let nanos: Int64

  /// About 10,000 years.
  private static let secondsMax: Int64 = 315_576_000_000

  init(_ message: JSONValue) throws(WireError) {
    try self.init(message.int64("seconds"), message.int64("nanos"))
  }

  private init(_ seconds: Int64, _ nanos: Int64) throws(WireError) {
    guard (-Self.secondsMax...Self.secondsMax).contains(seconds),
      (-999_999_999...999_999_999).contains(nanos),
      seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0)
    else { throw WireError("The duration is longer than 10000 years, or has two signs.") }
    self.seconds = seconds
    self.nanos = nanos
  }

  init(text: JSONValue) throws(WireError) {
    let pattern = /(-?)(\d{1,12})(?:\.(\d{1,9}))?s/.asciiOnlyDigits()
    guard case .string(let text) = text, let match = text.wholeMatch(of: pattern)?.output,
      let seconds = Int64(match.2)
    else { throw WireError("A duration is written 1.5s.") }
    let sign: Int64 = match.1.isEmpty ? 1 : -1
    try self.init(sign * seconds, sign * billionths(match.3))
  }

  var text: String {
    let sign = seconds < 0 || nanos < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(fraction(abs(nanos)))s"
  }

  var fields: [JSONValue.Member] { timeFields(seconds, nanos) }
}

private func timeFields(_ seconds: Int64, _ nanos: Int64) -> [JSONValue.Member] {
  [.init("seconds", .string(String(seconds))), .init("nanos", .number(String(nanos)))]
}

/// Nothing, or a point with three, six or nine digits.
private func fraction(_ nanos: Int64) -> String {
  guard nanos > 0 else { return "" }
  var digits = "." + padded(nanos, 9)
  while digits.hasSuffix("000") { digits.removeLast(3) }
  return digits
}

private func billionths(_ digits: Substring?) -> Int64 {
  guard let digits else { return 0 }
  return Int64(digits + String(repeating: "0", count: 9 - digits.utf8.count)) ?? 0
}

extension JSONValue {
  /// A member that is an integer, as text or as number; 0 when it is not there.
  fileprivate func int64(_ name: String) -> Int64 {
    switch self[name] {
    case .number(let text), .string(let text): Int64(text) ?? 0
    case .null, .bool, .array, .object, nil: 0
    }
  }
}
