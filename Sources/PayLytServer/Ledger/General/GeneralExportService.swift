import PayLytAPI
import PayLytRPC
import StandardAPI

/// The general ledger as streams.
extension LedgerService {
  func streamAccountStatement(
    _ request: StreamAccountStatementRequest,
    _ responses: ResponseWriter<AccountStatementPart>, _ context: ServerContext
  ) async throws {
    if try request.timeKind.isEffective(field: "time_kind") {
      return try await streamEffectiveStatement(request, responses, context)
    }
    let start = try request.startTime.map { try Timestamp($0, field: "start_time") }
    let end = try pastTime(request.endTime, field: "end_time")
    if let start {
      guard start <= end ?? service.clock.now() else {
        throw Refusal.invalid("start_time", "Not behind the end of the period.")
      }
    }
    let account = try await account(named: request.name, context)
    let opening =
      if let start { try await balance(of: account, before: start, context) } else {
        LedgerBalance(account.asOpened)
      }
    let closing =
      if let end { try await balance(of: account, before: end, context) } else {
        LedgerBalance(account)
      }
    try await responses.write(AccountStatementPart(part: .opening(opening)))
    var sequence = opening.sequence
    while sequence < closing.sequence {
      try await service.checkLive(context)
      let rows = try await service.database.query(
        GeneralStatements.entriesAfter,
        [.uuid(account.id), .int8(sequence), .int8(closing.sequence)], deadline: context.deadline)
      guard let last = rows.last else { throw Refusal.entriesMissing }
      for row in rows {
        try await responses.write(AccountStatementPart(part: .entry(LedgerEntry(row))))
      }
      sequence = last.entry.sequence
    }
    try await responses.write(AccountStatementPart(part: .closing(closing)))
  }

  private func balance(
    of account: GeneralAccount, before time: Timestamp, _ context: ServerContext
  ) async throws -> LedgerBalance {
    try await balance(
      of: account, at: Timestamp(microseconds: time.microseconds - 1), context)
  }

  func exportJournal(
    _ request: ExportJournalRequest, _ responses: ResponseWriter<ExportJournalResponse>,
    _ context: ServerContext
  ) async throws {
    let keys = service.secrets.pageTokens
    var place =
      request.resumeToken.isEmpty
      ? JournalPlace.beginning : try JournalPlace(token: request.resumeToken, keys: keys)
    let horizon = try await horizon(context)
    while true {
      try await service.checkLive(context)
      let rows = try await service.database.query(
        GeneralStatements.journalAfter,
        [.int8(place.writtenBy), .int8(place.place), .int8(horizon)], deadline: context.deadline)
      for row in rows {
        place = row.place
        try await responses.write(
          ExportJournalResponse(
            entry: LedgerEntry(row.view), resumeToken: place.token(key: keys.latest)))
      }
      guard rows.count == GeneralLimits.entriesPerRead else { return }
    }
  }

  /// Up to which database transaction the journal can be read: all that ended before this call,
  /// unless an older one still runs; that one is waited for a little.
  private func horizon(_ context: ServerContext) async throws -> Int64 {
    let limit = Deadline(after: .milliseconds(GeneralLimits.horizonMilliseconds))
    var end: Int64?
    while true {
      let found = try await service.database.query(
        GeneralStatements.horizon, deadline: context.deadline)
      guard let now = found.first else { throw CommitError.internalError }
      let next = end ?? now.next
      end = next
      if now.oldest >= next || limit.hasPassed { return min(now.oldest, next) }
      try await Task.sleep(for: .milliseconds(GeneralLimits.horizonPollMilliseconds))
    }
  }
}

extension Refusal {
  static let entriesMissing = Refusal(
    .dataLoss, reason: "LEDGER_DAMAGED",
    message: "Entries of this account are missing. GetTrialBalance says how many accounts.")
}
