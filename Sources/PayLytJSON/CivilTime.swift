/// A second of UTC, by the calendar.
public struct CivilTime: Sendable {
  public let date: CivilDate
  /// In `0..<86_400`.
  private let second: Int64

  public init(secondsSince1970 seconds: Int64) {
    let (days, second) = seconds.dividedDown(by: 86_400)
    date = CivilDate(daysSince1970: days)
    self.second = second
  }

  /// `12:30:00`.
  public var clockText: String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  /// `2026-01-31T12:30:00`: all of RFC 3339 but a fraction and the zone.
  public var text: String {
    "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T\(clockText)"
  }
}

extension Int64 {
  /// Rounded down, with what is left.
  func dividedDown(by divisor: Int64) -> (quotient: Int64, rest: Int64) {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}

func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
