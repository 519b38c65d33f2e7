extension GeneralSchedule: StoredRow {
  var rowID: UUID { id }

  static let table = Table<GeneralSchedule>(
    "general_schedule",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("name", .text) { .text($0.name.text) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("due_at", .timestamptz) { .timestamp($0.dueAt) },
      .fixed("transactions", .bytea) { .bytes(TransactionTerms.stored($0.list)) },
      .fixed("counts_when_due", .bool) { .bool($0.countsWhenDue) },
      .fixed("series", .text) { .text($0.place?.series ?? $0.name.text) },
      .fixed("occurrence", .int8) { .int8($0.place?.occurrence ?? 1) },
      .fixed("unit", .int2) { .int2($0.place?.unit.rawValue) },
      .fixed("every", .int8) { .int8($0.place?.every ?? 0) },
      .fixed("count", .int8) { .int8($0.place?.count ?? 1) },
      .fixed("first_due_at", .timestamptz) { .timestamp($0.place?.firstDueAt ?? $0.dueAt) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("ended_at", .timestamptz) { .timestamp($0.endedAt) },
      .mutable("refusal_code", .int4) { .int4($0.refusal?.code) },
      .mutable("refusal_reason", .text) { .text($0.refusal?.reason) },
      .mutable("refusal_message", .text) { .text($0.refusal?.message) },
      .mutable("refusal_field", .text) { .text($0.refusal?.field) },
      .mutable("next", .text) { .text($0.next) },
    ]
  ) { (row) throws(DatabaseError) in try row.generalSchedule() }
}

extension RowReader {
  /// The columns of `GeneralSchedule.table`, from 0.
  func generalSchedule() throws(DatabaseError) -> GeneralSchedule {
    let id = try uuid(0)
    var place: SeriesPlace?
    if !isNull(8) {
      place = SeriesPlace(
        series: try text(6), occurrence: try int64(7), unit: try value(8, SeriesPlace.Unit.self),
        every: try int64(9), count: try int64(10), firstDueAt: try timestamp(11))
    }
    var refusal: ScheduleRefusal?
    if !isNull(14) {
      refusal = ScheduleRefusal(
        code: try int32(14), reason: try text(15), message: try text(16), field: try text(17))
    }
    let begun = GeneralSchedule(
      id: id, name: GeneralName(stored: try text(1), key: id), dueAt: try timestamp(3),
      list: try transactionTerms(4), countsWhenDue: try bool(5), place: place,
      createdAt: try timestamp(12))
    return GeneralSchedule(
      begun, state: try value(2, GeneralSchedule.State.self), endedAt: try optionalTimestamp(13),
      refusal: refusal, next: try optionalText(18))
  }

  private func transactionTerms(_ column: Int) throws(DatabaseError) -> [TransactionTerms] {
    guard let list = TransactionTerms.list(stored: try bytes(column)) else {
      throw .column(column, .isMalformed)
    }
    return list
  }
}
