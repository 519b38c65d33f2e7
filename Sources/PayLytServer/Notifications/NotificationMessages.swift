import PayLytAPI
import StandardAPI

extension PayLytAPI.Notification {
  init(_ notification: Notification) {
    self.init(
      name: "notifications/\(notification.id)",
      kind: PayLytAPI.NotificationKind(notification.kind), eventType: notification.eventType,
      event: "events/\(notification.event)", subject: notification.subject,
      title: NotificationCatalog.title(notification.eventType),
      createTime: ProtoTimestamp(notification.createdAt),
      readTime: notification.readAt.map { ProtoTimestamp($0) })
  }
}

extension PayLytAPI.NotificationKind {
  init(_ kind: NotificationKind) {
    self =
      switch kind {
      case .job: .job
      case .escrow: .escrow
      case .dispute: .dispute
      case .payout: .payout
      case .wallet: .wallet
      case .security: .security
      }
  }
}

extension NotificationKind {
  /// - Returns: nil for one that we do not know.
  init?(_ wire: PayLytAPI.NotificationKind) {
    switch wire {
    case .job: self = .job
    case .escrow: self = .escrow
    case .dispute: self = .dispute
    case .payout: self = .payout
    case .wallet: self = .wallet
    case .security: self = .security
    case .unspecified, .unrecognized: return nil
    }
  }
}

extension PayLytAPI.NotificationPreferences {
  init(_ preferences: NotificationPreferences) {
    self.init(
      user: "users/\(preferences.id)",
      preferences: NotificationKind.allCases.map { kind in
        let choice = preferences.choice(kind)
        return NotificationPreference(
          kind: PayLytAPI.NotificationKind(kind), inApp: choice.isInApp,
          mail: MailChoice(choice.mail)
        )
      }, etag: preferences.etag)
  }
}

extension MailChoice {
  init(_ mail: NotificationPreferences.Mail) {
    self =
      switch mail {
      case .none: .none
      case .atOnce: .atOnce
      case .digest: .digest
      }
  }
}

extension NotificationPreferences.Mail {
  /// - Returns: nil for one that we do not know.
  init?(_ wire: MailChoice) {
    switch wire {
    case .none: self = .none
    case .atOnce: self = .atOnce
    case .digest: self = .digest
    case .unspecified, .unrecognized: return nil
    }
  }
}

extension UpdateNotificationPreferencesRequest: ChangeRequest {
  /// - Throws: INVALID_ARGUMENT with the field.
  func changes() throws(Refusal) -> [NotificationKind: NotificationPreferences.Choice] {
    guard (1...NotificationKind.allCases.count).contains(preferences.count) else {
      throw .invalid("preferences", "One or more, each kind at most once.")
    }
    var changes: [NotificationKind: NotificationPreferences.Choice] = [:]
    for (index, preference) in preferences.enumerated() {
      let field = "preferences[\(index)]"
      guard let kind = NotificationKind(preference.kind), changes[kind] == nil else {
        throw .invalid("\(field).kind", "Each kind at most once.")
      }
      guard let mail = NotificationPreferences.Mail(preference.mail) else {
        throw .invalid("\(field).mail", "Say whether to send e-mails.")
      }
      guard preference.inApp || kind != .security else {
        throw .invalid("\(field).in_app", "These are always in the list.")
      }
      changes[kind] = NotificationPreferences.Choice(isInApp: preference.inApp, mail: mail)
    }
    return changes
  }
}

extension PayLytAPI.Mail {
  init(_ mail: Mail) {
    self.init(
      name: "mails/\(mail.id)", user: "users/\(mail.user)",
      notification: mail.notification.map { "notifications/\($0)" } ?? "",
      state: State(mail.state), attempts: mail.attempts, lastError: mail.lastError,
      nextAttemptTime: mail.state == .pending ? ProtoTimestamp(mail.nextAttemptAt) : nil,
      createTime: ProtoTimestamp(mail.createdAt))
  }
}

extension PayLytAPI.Mail.State {
  init(_ state: Mail.State) {
    self =
      switch state {
      case .pending: .pending
      case .sent: .sent
      case .dead: .dead
      }
  }

  /// The stored value of the one that is asked for; 0 for all.
  ///
  /// - Throws: INVALID_ARGUMENT for one that we do not know.
  func wanted() throws(Refusal) -> Int16 {
    switch self {
    case .unspecified: 0
    case .pending: Mail.State.pending.rawValue
    case .sent: Mail.State.sent.rawValue
    case .dead: Mail.State.dead.rawValue
    case .unrecognized: throw .invalid("state", "This is no state of an e-mail.")
    }
  }
}

extension MarkNotificationReadRequest: ChangeRequest {}
extension MarkAllNotificationsReadRequest: ChangeRequest {}
extension RetryMailRequest: ChangeRequest {}
