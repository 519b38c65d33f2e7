import PayLytJSON

extension Timestamp {
  /// Reads `2026-01-31T12:00:00Z` (RFC 3339, in whole seconds of UTC): nil for anything else, for
  /// days that no calendar has, and for years outside 1970 to 9999.
  init?(utc text: String) {
    let bytes = Array(text.utf8)
    let shape = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == shape.count,
      zip(bytes, shape).allSatisfy({ $1 == Self.zero ? Self.isDigit($0) : $0 == $1 })
    else { return nil }
    func number(_ digits: Range<Int>) -> Int64 {
      bytes[digits].reduce(0) { $0 * 10 + Int64($1 - Self.zero) }
    }
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard
      let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10)),
      date.year >= 1970, hour < 24, minute < 60, second < 60
    else { return nil }
    let minutes = (date.daysSince1970 * 24 + hour) * 60 + minute
    self.init(microseconds: (minutes * 60 + second) * 1_000_000)
  }

  private static let zero = UInt8(ascii: "0")

  private static func isDigit(_ byte: UInt8) -> Bool {
    (zero...UInt8(ascii: "9")).contains(byte)
  }

  var utc: CivilTime { CivilTime(secondsSince1970: seconds) }

  /// `2026-01-31T12:00:00Z`, in whole seconds: what `init(utc:)` reads.
  var utcText: String { "\(utc.text)Z" }

  /// With microseconds: `2026-01-31T08:30:00.000000Z`.
  var text: String {
    let fraction = microseconds - seconds * 1_000_000
    return "\(utc.text).\(String(1_000_000 + fraction).dropFirst())Z"
  }

  /// So many months later, at the same time of the day; the last day of that month where it has no
  /// such day. In UTC.
  func adding(months: Int64) -> Timestamp {
    let days = utc.date.adding(months: months).daysSince1970 - utc.date.daysSince1970
    return adding(seconds: days * 86_400)
  }
}

extension CivilDate {
  /// Reads `1990-12-31`: nil for anything else, and for days that no calendar has.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(digits.contains) })
    else { return nil }
    let numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 - digits.lowerBound) } }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
