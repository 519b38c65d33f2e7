import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the event log.
struct EventService: EventServiceHandler {
  let service: ServiceContext

  func listEvents(
    _ request: ListEventsRequest, _ context: ServerContext
  ) async throws -> ListEventsResponse {
    let scope = "ListEvents \(request.subject)"
    let key = service.secrets.pageTokens
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope, key: key)
    let subject = request.subject.isEmpty ? nil : request.subject
    let found = try await service.database.query(
      EventStatements.eventsAfter, [page.from, .text(subject), page.limit],
      deadline: context.deadline)
    let rows = found.prefix(page.size)
    // The log grows: whoever asks again with the last token gets what came since.
    let next = rows.last.map { Page.token($0.id, scope: scope, key: key) } ?? request.pageToken
    return ListEventsResponse(events: rows.map { Event($0) }, nextPageToken: next)
  }
}

extension Event {
  init(_ entry: JournalEntry) {
    self.init(
      name: "events/\(entry.id)", type: entry.eventType ?? "", subject: entry.subject ?? "",
      actor: entry.actor, method: entry.method, reason: entry.reason ?? "",
      payload: entry.payloadType.map {
        ProtoAny(typeURL: "type.googleapis.com/\($0)", value: entry.response)
      },
      createTime: ProtoTimestamp(entry.createdAt))
  }
}
