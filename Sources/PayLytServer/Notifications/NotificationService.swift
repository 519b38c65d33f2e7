import PayLytAPI
import PayLytRPC

/// The RPC face of notifications and e-mails.
struct NotificationService: NotificationServiceHandler {
  let service: ServiceContext

  func listNotifications(
    _ request: ListNotificationsRequest, _ context: ServerContext
  ) async throws -> ListNotificationsResponse {
    let user = try context.caller().user
    let (notifications, next) = try await service.search(
      NotificationStatements.list, request, of: .one(user),
      part: request.onlyUnread ? .unread : nil,
      context
    ) { PayLytAPI.Notification($0) }
    let unread = try await unread(of: user, NotificationLimits.countedMax, context)
    return ListNotificationsResponse(
      notifications: notifications, nextPageToken: next,
      unread: Int32(unread.count))
  }

  func getNotification(
    _ request: GetNotificationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Notification {
    let id = try ResourceName.parse(request.name, "notifications")
    let user = try context.caller().user
    // What is only mailed is not in the list.
    let found = try await service.read(
      NotificationStatements.notification, id, "notification", context
    ) { $0.user == user && $0.isListed }
    return PayLytAPI.Notification(found)
  }

  func markNotificationRead(
    _ request: MarkNotificationReadRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Notification {
    try await service.change(request, context) { asked in
      MarkNotificationRead(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        notification: try ResourceName.parse(request.name, "notifications"))
    } answer: {
      PayLytAPI.Notification($0)
    }
  }

  func markAllNotificationsRead(
    _ request: MarkAllNotificationsReadRequest, _ context: ServerContext
  ) async throws -> MarkAllNotificationsReadResponse {
    try await service.change(request, context) { asked in
      MarkAllNotificationsRead(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        notifications: try await unread(
          of: asked.principal.user, NotificationLimits.markedMax, context))
    } answer: {
      MarkAllNotificationsReadResponse(marked: Int32($0))
    }
  }

  func getNotificationPreferences(
    _ request: GetNotificationPreferencesRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.NotificationPreferences {
    let user = try context.caller().user
    let found = try await service.database.query(
      NotificationStatements.preferences, [.uuidArray([user])], deadline: context.deadline)
    return PayLytAPI.NotificationPreferences(
      found.first ?? NotificationPreferences(user: user))
  }

  func updateNotificationPreferences(
    _ request: UpdateNotificationPreferencesRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.NotificationPreferences {
    try await service.change(request, context) { asked in
      UpdateNotificationPreferences(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        changes: try request.changes(), etag: request.etag)
    } answer: {
      PayLytAPI.NotificationPreferences($0)
    }
  }

  func listMails(
    _ request: ListMailsRequest, _ context: ServerContext
  ) async throws -> ListMailsResponse {
    let state = try request.state.wanted()
    let page = try service.page(of: "ListMails \(state)", request.pageSize, request.pageToken)
    let found =
      state == 0
      ? try await service.database.query(
        NotificationStatements.mails, [page.before, page.limit], deadline: context.deadline)
      : try await service.database.query(
        NotificationStatements.mailsOfState, [page.before, page.limit, .int2(state)],
        deadline: context.deadline)
    let (mails, next) = page.cut(found, id: \.id) { PayLytAPI.Mail($0) }
    return ListMailsResponse(mails: mails, nextPageToken: next)
  }

  func getMail(
    _ request: GetMailRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Mail {
    let id = try ResourceName.parse(request.name, "mails")
    return PayLytAPI.Mail(
      try await service.read(NotificationStatements.mail, id, "mail", context))
  }

  func retryMail(
    _ request: RetryMailRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Mail {
    try await service.change(request, context) { asked in
      RetryMail(
        caller: asked.caller, request: asked.identity,
        mail: try ResourceName.parse(request.name, "mails"))
    } answer: {
      PayLytAPI.Mail($0)
    }
  }

  /// The oldest unread ones, up to a bound.
  private func unread(
    of user: UUID, _ limit: Int64, _ context: ServerContext
  ) async throws -> [UUID] {
    try await service.database.query(
      NotificationStatements.unread, [.uuid(user), .int8(limit)], deadline: context.deadline)
  }
}

extension ListNotificationsRequest: SearchRequest {}
