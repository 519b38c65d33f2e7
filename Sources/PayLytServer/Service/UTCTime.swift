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
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard year >= 1970, (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let minutes = (Self.daysSince1970(year, month, day) * 24 + hour) * 60 + minute
    self.init(microseconds: (minutes * 60 + second) * 1_000_000)
  }

  /// So many months later, at the same time of the day; the last day of that month where it has no
  /// such day. In UTC.
  func adding(months: Int64) -> Timestamp {
    let dayLength: Int64 = 86_400 * 1_000_000
    let (days, timeOfDay) = Self.divided(microseconds, by: dayLength)
    let date = Self.date(days)
    let month = date.year * 12 + date.month - 1 + months
    let (year, number) = (month / 12, month % 12 + 1)
    let day = min(date.day, Self.days(inMonth: number, of: year))
    return Timestamp(
      microseconds: Self.daysSince1970(year, number, day) * dayLength + timeOfDay)
  }

  /// `2026-01-31T12:00:00Z`, in whole seconds: what `init(utc:)` reads.
  var utcText: String {
    let (days, second) = Self.divided(seconds, by: 86_400)
    let date = Self.date(days)
    func digits(_ number: Int64, _ count: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(date.year, 4))-\(digits(date.month))-\(digits(date.day))"
      + "T\(digits(second / 3600)):\(digits(second / 60 % 60)):\(digits(second % 60))Z"
  }

  private static let zero = UInt8(ascii: "0")

  private static func isDigit(_ byte: UInt8) -> Bool {
    (zero...UInt8(ascii: "9")).contains(byte)
  }

  fileprivate static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day that it is, in UTC.
  var utcDate: CalendarDate {
    let date = Self.date(Self.divided(seconds, by: 86_400).0)
    return CalendarDate(year: date.year, month: date.month, day: date.day)
  }

  /// The way back from `daysSince1970`.
  static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = divided(days + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    return (
      yearOfEra + era * 400 + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3, day
    )
  }

  /// In the Gregorian calendar, with years that begin in March: the leap day is their last.
  private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * month + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Rounded down.
  static func divided(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}

/// A day of the Gregorian calendar.
struct CalendarDate: Hashable, Sendable, Comparable {
  let year: Int64
  let month: Int64
  let day: Int64

  fileprivate init(year: Int64, month: Int64, day: Int64) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `1990-12-31`: nil for anything else, and for days that no calendar has.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(digits.contains) })
    else { return nil }
    let numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 - digits.lowerBound) } }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard (1...12).contains(month), (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
  }

  /// The same day so many years before. Where that year has no such day (29 February), it is
  /// compared as if it had one.
  func subtracting(years: Int64) -> CalendarDate {
    CalendarDate(year: year - years, month: month, day: day)
  }

  static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
