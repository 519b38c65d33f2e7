import PayLytAPI
import PayLytRPC
import StandardAPI

/// Statements by the time at which entries count.
extension LedgerService {
  func streamEffectiveStatement(
    _ request: StreamAccountStatementRequest,
    _ responses: ResponseWriter<AccountStatementPart>, _ context: ServerContext
  ) async throws {
    let start = try request.startTime.map { try Timestamp($0, field: "start_time") }
    let end =
      try request.endTime.map { try Timestamp($0, field: "end_time") } ?? service.clock.now()
    if let start, start > end {
      throw Refusal.invalid("start_time", "Not behind the end of the period.")
    }
    // What is booked from here on is not in it: `entries` is the last one.
    let account = try await account(named: request.name, context)
    var sums = GeneralSums()
    if let start { sums = try await self.sums(of: account, before: start, context) }
    let closing = try await self.sums(of: account, before: end, context)
    try await responses.write(
      AccountStatementPart(part: .opening(Self.balance(sums, of: account))))
    var place = (time: start ?? .earliest, sequence: Int64(0))
    while true {
      try await service.checkLive(context)
      let rows = try await service.database.query(
        GeneralStatements.entriesEffectiveAfter,
        [
          .uuid(account.id), .int8(account.entries), .timestamp(place.time),
          .int8(place.sequence), .timestamp(end),
        ], deadline: context.deadline)
      for row in rows {
        sums.count(row.entry)
        place = (row.entry.effectiveAt, row.entry.sequence)
        var entry = LedgerEntry(row)
        entry.balance = Self.balance(sums, of: account)
        try await responses.write(AccountStatementPart(part: .entry(entry)))
      }
      guard rows.count == GeneralLimits.entriesPerRead else { break }
    }
    guard sums == closing else { throw Refusal.entriesMissing }
    try await responses.write(
      AccountStatementPart(part: .closing(Self.balance(closing, of: account))))
  }

  private func sums(
    of account: GeneralAccount, before time: Timestamp, _ context: ServerContext
  ) async throws -> GeneralSums {
    try await sums(
      of: account, effectiveAt: Timestamp(microseconds: time.microseconds - 1), context)
  }

  private static func balance(_ sums: GeneralSums, of account: GeneralAccount) -> LedgerBalance {
    LedgerBalance(
      sums, of: account.name, asset: account.asset, account.normalSide, sequence: 0, at: nil)
  }
}

extension GeneralSums {
  /// An entry in an order that is not that of the bookings.
  fileprivate mutating func count(_ entry: GeneralEntry) {
    self[entry.side] = Amounts(
      posted: self[entry.side].posted + entry.posted,
      pending: self[entry.side].pending + entry.pending)
  }
}

extension Timestamp {
  /// Before everything that is booked: the year 1.
  fileprivate static let earliest = Timestamp(microseconds: -62_135_596_800_000_000)
}
