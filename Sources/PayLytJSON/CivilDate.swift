/// A day of the Gregorian calendar, by the algorithms of Howard Hinnant's "chrono-Compatible
/// Low-Level Date Algorithms": years begin in March, so that the leap day is the last one.
public struct CivilDate: Hashable, Sendable {
  public let year: Int64
  /// In `1...12`.
  public let month: Int64
  /// From 1.
  public let day: Int64

  private static let eraDays: Int64 = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let epochDays: Int64 = 719_468

  /// nil for a day that is not in the calendar.
  public init?(year: Int64, month: Int64, day: Int64) {
    guard (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(year, month, day)
  }

  private init(_ year: Int64, _ month: Int64, _ day: Int64) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  public init(daysSince1970 days: Int64) {
    let (era, dayOfEra) = (days + Self.epochDays).dividedDown(by: Self.eraDays)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (Self.eraDays - 1)) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  public var daysSince1970: Int64 {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).dividedDown(by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.eraDays + dayOfEra - Self.epochDays
  }

  /// The same day so many months later, or the last one of that month where it has no such day.
  public func adding(months: Int64) -> CivilDate {
    let (year, month) = (year * 12 + self.month - 1 + months).dividedDown(by: 12)
    return CivilDate(year, month + 1, min(day, Self.days(inMonth: month + 1, of: year)))
  }

  private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension CivilDate: Comparable {
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
