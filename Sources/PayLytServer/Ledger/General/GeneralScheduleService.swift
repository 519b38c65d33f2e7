import PayLytAPI
import PayLytRPC
import StandardAPI

/// Transactions that are posted later.
extension LedgerService {
  func createSchedule(
    _ request: CreateScheduleRequest, _ context: ServerContext
  ) async throws -> LedgerSchedule {
    try await service.change(request, context) { asked in
      try CreateSchedule(request, caller: asked.caller, identity: asked.identity)
    } wasThere: {
      $0.isReplay
    } answer: {
      LedgerSchedule($0.schedule)
    }
  }

  func cancelSchedule(
    _ request: CancelScheduleRequest, _ context: ServerContext
  ) async throws -> LedgerSchedule {
    let name = try GeneralName.parse(request.name, GeneralName.schedules)
    let reason = try GeneralTexts.description(request.reason, field: "reason")
    return try await service.change(request, context) { asked in
      CancelSchedule(caller: asked.caller, request: asked.identity, name: name, reason: reason)
    } answer: {
      LedgerSchedule($0)
    }
  }

  func getSchedule(
    _ request: GetScheduleRequest, _ context: ServerContext
  ) async throws -> LedgerSchedule {
    let name = try GeneralName.parse(request.name, GeneralName.schedules)
    let found = try await service.database.query(
      GeneralScheduleStatements.schedule, [.uuid(name.key)], deadline: context.deadline)
    guard let schedule = found.first else { throw GeneralLedgerError.scheduleNotFound(name.text) }
    return LedgerSchedule(schedule)
  }

  func listSchedules(
    _ request: ListSchedulesRequest, _ context: ServerContext
  ) async throws -> ListSchedulesResponse {
    let state = try request.state.filter(field: "state").map(\.rawValue)
    let series =
      request.series.isEmpty
      ? nil : try GeneralName.parse(request.series, GeneralName.schedules, field: "series").text
    let page = try service.page(
      of: "ListSchedules \(request.state.rawValue) \(series ?? "")",
      request.pageSize, request.pageToken)
    var statement = GeneralScheduleStatements.after
    var values: [SQLValue] = [.uuid(page.after), page.limit]
    if let series {
      statement = GeneralScheduleStatements.ofSeriesAfter
      values += [.text(series), .int2(state)]
    } else if let state {
      statement = GeneralScheduleStatements.inStateAfter
      values.append(.int2(state))
    }
    let found = try await service.database.query(statement, values, deadline: context.deadline)
    let (schedules, next) = page.cut(found, id: \.id) { LedgerSchedule($0) }
    return ListSchedulesResponse(schedules: schedules, nextPageToken: next)
  }
}

extension CreateScheduleRequest: ChangeRequest {}
extension CancelScheduleRequest: ChangeRequest {}
