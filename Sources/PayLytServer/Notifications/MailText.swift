/// What an e-mail says. It holds no amounts and nothing that a user wrote, and no secret but the
/// code that somebody asked for.
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
        When: \(notification.createdAt.utcText)

        \(footer)
        """)
  }

  /// - Parameter notifications: oldest first; past `digestMax` they are not listed.
  static func digest(_ notifications: [Notification]) -> MailText {
    let shown = notifications.prefix(Int(NotificationLimits.digestMax))
    let lines = shown.map { notification in
      "- \(NotificationCatalog.title(notification.eventType))\n"
        + "  \(notification.subject), \(notification.createdAt.utcText)"
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
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (date, clock) = (utc.date, utc.clockText)
    // 1970 began on a Thursday.
    let weekday = weekdays[Int((date.daysSince1970 % 7 + 7) % 7)]
    let day = String(100 + date.day).dropFirst()
    return "\(weekday), \(day) \(months[Int(date.month) - 1]) \(date.year) \(clock) +0000"
  }
}
