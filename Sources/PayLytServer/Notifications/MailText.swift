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
    let (day, second) = Self.divided(seconds, by: 86_400)
    let (year, month, dayOfMonth) = Self.date(day)
    func digits(_ value: Int64, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))T"
      + "\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))."
      + "\(digits(microseconds - seconds * 1_000_000, 6))Z"
  }
}
