struct MarkNotificationRead: Command {
  static let method = "NotificationService/MarkNotificationRead"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let notification: UUID

  func load(_ rows: Loader) { rows.want(Notification.self, notification) }

  func decide(_ decision: Decision) throws -> Notification {
    guard var found = decision.row(Notification.self, notification), found.user == user,
      found.isListed
    else { throw Refusal.notFound("notification \(notification)") }
    guard found.readAt == nil else { return found }
    found.markRead(at: decision.now)
    decision.put(found)
    decision.record(
      "notification.read", subject: "notifications/\(notification)", parties: [user])
    return found
  }
}

struct MarkAllNotificationsRead: Command {
  static let method = "NotificationService/MarkAllNotificationsRead"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  /// At most `NotificationLimits.markedMax`.
  let notifications: [UUID]

  func load(_ rows: Loader) {
    for notification in notifications { rows.want(Notification.self, notification) }
  }

  func decide(_ decision: Decision) throws -> Int {
    var marked = 0
    for notification in notifications {
      guard var found = decision.row(Notification.self, notification), found.user == user,
        found.isListed, found.readAt == nil
      else { continue }
      found.markRead(at: decision.now)
      decision.put(found)
      marked += 1
    }
    if marked > 0 {
      decision.record("notification.all_read", subject: "users/\(user)", parties: [user])
    }
    return marked
  }
}

struct UpdateNotificationPreferences: Command {
  static let method = "NotificationService/UpdateNotificationPreferences"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let changes: [NotificationKind: NotificationPreferences.Choice]
  let etag: String

  func load(_ rows: Loader) { rows.want(NotificationPreferences.self, user) }

  func decide(_ decision: Decision) throws -> NotificationPreferences {
    var preferences =
      decision.row(NotificationPreferences.self, user) ?? NotificationPreferences(user: user)
    try preferences.check(etag: etag)
    preferences.set(changes)
    decision.put(preferences)
    decision.record(
      "notification.preferences_changed", subject: "users/\(user)", parties: [user])
    return preferences
  }
}

struct RetryMail: Command {
  static let method = "NotificationService/RetryMail"
  let caller: Caller
  let request: RequestIdentity?
  let mail: UUID

  func load(_ rows: Loader) { rows.want(Mail.self, mail) }

  func decide(_ decision: Decision) throws -> Mail {
    guard var found = decision.row(Mail.self, mail) else {
      throw Refusal.notFound("mail \(mail)")
    }
    try found.retry(at: decision.now)
    decision.put(found)
    decision.record("mail.retried", subject: "mails/\(mail)", parties: [found.user])
    return found
  }
}
