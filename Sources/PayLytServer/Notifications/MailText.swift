/// What an e-mail says. It holds no secrets, no amounts and nothing that a user wrote.
struct MailText: Hashable, Sendable {
  let subject: String
  let body: String

  static func one(_ notification: Notification) -> MailText {
    let title = NotificationCatalog.title(notification.eventType)
    return MailText(
      subject: title,
      body: """
        \(title).

        What: \(notification.subject)
        When: \(notification.createdAt.text)

        \(footer)
        """)
  }

  /// - Parameter notifications: oldest first; past `digestMax` they are not listed.
  static func digest(_ notifications: [Notification]) -> MailText {
    let shown = notifications.prefix(Int(NotificationLimits.digestMax))
    let lines = shown.map { notification in
      "- \(NotificationCatalog.title(notification.eventType))\n"
        + "  \(notification.subject), \(notification.createdAt.text)"
    }
    let isCut = notifications.count > shown.count
    let more = isCut ? ["- and more: ListNotifications has them all"] : []
    return MailText(
      subject: "Your day on PayLyt",
      body: "This is what happened:\n\n" + (lines + more).joined(separator: "\n") + "\n\n\(footer)")
  }

  private static let footer =
    "You choose what you are told, and how, with UpdateNotificationPreferences. Nobody at PayLyt\n"
    + "asks for your password.\n"
}

extension Timestamp {
  /// After RFC 5322 §3.3, in UTC: `Sun, 15 Jun 2025 15:06:40 +0000`.
  var mailDate: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    // The first 19 characters are `YYYY-MM-DDTHH:MM:SS`.
    let fields = text.prefix(19).split { "-T".contains($0) }
    let weekday = ((seconds >= 0 ? seconds : seconds - 86_399) / 86_400 % 7 + 7) % 7
    guard fields.count == 4, let month = Int(fields[1]), (1...12).contains(month) else {
      preconditionFailure("\(text) is no date")
    }
    return
      "\(days[Int(weekday)]), \(fields[2]) \(months[month - 1]) \(fields[0]) \(fields[3]) +0000"
  }
}

extension Timestamp {
  /// In UTC, after RFC 3339, with microseconds: `2026-01-31T08:30:00.000000Z`.
  var text: String {
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let second = seconds - day * 86_400
    let (year, month, dayOfMonth) = Self.date(ofDay: day)
    func digits(_ value: Int64, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))T"
      + "\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))."
      + "\(digits(microseconds - seconds * 1_000_000, 6))Z"
  }

  /// The civil date of a day that is counted from 1970-01-01, in the Gregorian calendar.
  ///
  /// Years are counted from March, so that the leap day is the last one.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let daysPerEra: Int64 = 146_097
    let fromMarch0 = day + 719_468
    let era = (fromMarch0 >= 0 ? fromMarch0 : fromMarch0 - daysPerEra + 1) / daysPerEra
    let ofEra = fromMarch0 - era * daysPerEra
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1
    )
  }
}
