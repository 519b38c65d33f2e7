/// What is read of schedules, and whose turn it is to carry them out.
enum GeneralScheduleStatements {
  private static let columns = GeneralSchedule.table.columns
  private static let names = columns.map { "s.\($0.name)" }.joined(separator: ", ")

  private static func schedules(
    _ name: String, _ condition: String, _ parameters: [SQLType]
  ) -> Statement<GeneralSchedule> {
    Statement<GeneralSchedule>(
      name, "SELECT \(names) FROM general_schedule s WHERE \(condition)", parameters: parameters,
      columns: columns.map(\.type)
    ) { (row) throws(DatabaseError) in try row.generalSchedule() }
  }

  static let schedule = schedules("general_schedule_read", "s.id = $1", [.uuid])

  /// A schedule that is due, or why its row cannot be read.
  struct Due: Sendable {
    let id: UUID
    let schedule: Result<GeneralSchedule, DatabaseError>
  }

  /// Up to $2 of those that are due at $1, in the order in which they are carried out.
  static let due = Statement<Due>(
    "general_schedules_due",
    """
    SELECT \(names) FROM general_schedule s WHERE s.state = 1 AND s.due_at <= $1
    ORDER BY s.due_at, s.series, s.occurrence LIMIT $2
    """,
    parameters: [.timestamptz, .int8], columns: columns.map(\.type)
  ) { (row) throws(DatabaseError) in
    let id = try row.uuid(0)
    do throws(DatabaseError) {
      return Due(id: id, schedule: .success(try row.generalSchedule()))
    } catch {
      return Due(id: id, schedule: .failure(error))
    }
  }

  // MARK: Lists, in the same order behind the schedule $1

  private static let behind = """
    (s.due_at, s.series, s.occurrence) > (
      coalesce((SELECT due_at FROM general_schedule WHERE id = $1), '-infinity'),
      coalesce((SELECT series FROM general_schedule WHERE id = $1), ''),
      coalesce((SELECT occurrence FROM general_schedule WHERE id = $1), 0))
    """
  private static let order = "ORDER BY s.due_at, s.series, s.occurrence LIMIT $2"

  static let after = schedules("general_schedules_after", "\(behind) \(order)", [.uuid, .int8])

  static let inStateAfter = schedules(
    "general_schedules_in_state_after", "s.state = $3 AND \(behind) \(order)",
    [.uuid, .int8, .int2])

  /// Of one series, in a state or in all.
  static let ofSeriesAfter = schedules(
    "general_schedules_of_series_after",
    """
    s.series = $3 AND s.occurrence > coalesce(
      (SELECT occurrence FROM general_schedule WHERE id = $1), 0)
      AND ($4::smallint IS NULL OR s.state = $4) ORDER BY s.occurrence LIMIT $2
    """, [.uuid, .int8, .text, .int2])

  // MARK: The turn

  /// Takes the turn for $1 at $2, for $3 seconds, unless another one has it.
  static let takeTurn = Statement<Bool>(
    "general_schedule_take_turn",
    """
    UPDATE general_schedule_turn SET holder = $1, ends_at = $2 + $3 * interval '1 second'
    WHERE holder = $1 OR ends_at <= $2 RETURNING true
    """,
    parameters: [.uuid, .timestamptz, .int8], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  static let endTurn = Statement(
    "general_schedule_end_turn",
    "UPDATE general_schedule_turn SET ends_at = '-infinity' WHERE holder = $1",
    parameters: [.uuid])

  static let all = [
    schedule.definition, due.definition, after.definition, inStateAfter.definition,
    ofSeriesAfter.definition, takeTurn.definition, endTurn.definition,
  ]
}
