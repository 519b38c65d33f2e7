/// A day of the Gregorian calendar, by the algorithms of Howard Hinnant's "chrono-Compatible
/// Low-Level Date Algorithms": years begin in March, so that the leap day is the last one.
struct CivilDate: Equatable {
  let year: Int64
  let month: Int64
  let day: Int64

  private static let eraDays: Int64 = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let epochDays: Int64 = 719_468

  /// nil for a day that is not in the calendar.
  init?(year: Int64, month: Int64, day: Int64) {
    self.year = year
    self.month = month
    self.day = day
    guard (1...12).contains(month), day >= 1,
      CivilDate(daysSince1970: daysSince1970) == self
    else { return nil }
  }

  init(daysSince1970 days: Int64) {
    let shifted = days + Self.epochDays
    let era = (shifted >= 0 ? shifted : shifted - Self.eraDays + 1) / Self.eraDays
    let dayOfEra = shifted - era * Self.eraDays
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (Self.eraDays - 1)) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.eraDays + dayOfEra - Self.epochDays
  }
}
