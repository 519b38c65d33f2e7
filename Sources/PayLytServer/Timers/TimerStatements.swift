extension Timer: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Timer>(
    "timer",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("subject_id", .uuid) { .uuid($0.subject) },
      .fixed("part", .int2) { .int2($0.part) },
      .mutable("due_at", .timestamptz) { .timestamp($0.dueAt) },
      .mutable("attempts", .int4) { .int4($0.attempts) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("note", .text) { .text($0.note) },
    ]
  ) { (row) throws(DatabaseError) in try row.timer() }
}

extension RowReader {
  /// The columns of `Timer.table`, from 0.
  func timer() throws(DatabaseError) -> Timer {
    Timer(
      id: try uuid(0), kind: try value(1, Timer.Kind.self), subject: try uuid(2),
      part: try int16(3), dueAt: try timestamp(4), attempts: try int32(5),
      state: try value(6, Timer.State.self), note: try text(7))
  }
}

enum TimerStatements {
  /// Takes timers that are due at $1, and says since when: for $2 seconds, doubled with each try
  /// before up to $4, nobody else takes them. Rows that another server takes at the same moment are
  /// passed over instead of waited for.
  static let take = Statement<Timer>(
    "timer_take",
    """
    UPDATE timer SET attempts = attempts + 1,
      due_at = $1 + least($2 * power(2, least(attempts, 20)), $4) * interval '1 second'
    FROM (
      SELECT id, due_at FROM timer WHERE state = 1 AND due_at <= $1 ORDER BY due_at LIMIT $3
      FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE timer.id = due.id
    RETURNING timer.id, kind, subject_id, part, due.due_at, attempts, state, note
    """,
    parameters: [.timestamptz, .int8, .int8, .int8], columns: Timer.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.timer() }

  static let remove = Statement(
    "timer_remove", "DELETE FROM timer WHERE id = ANY($1)", parameters: [.uuidArray])

  static let postpone = Statement(
    "timer_postpone",
    """
    UPDATE timer SET due_at = later.due_at, attempts = 0
    FROM unnest($1, $2) AS later(id, due_at) WHERE timer.id = later.id
    """,
    parameters: [.uuidArray, .timestamptzArray])

  /// Sets timers aside until a person has looked, with what went wrong.
  static let park = Statement(
    "timer_park",
    """
    UPDATE timer SET state = 2, note = parked.note
    FROM unnest($1, $2) AS parked(id, note) WHERE timer.id = parked.id
    """,
    parameters: [.uuidArray, .textArray])

  private static let insert = Statement(
    "timer_set",
    """
    INSERT INTO timer (id, kind, subject_id, part, due_at, attempts, state, note)
    VALUES ($1, $2, $1, 0, $3, 0, 1, '')
    """,
    parameters: [.uuid, .int2, .timestamptz])

  /// Sets a timer outside of a decision: one for each subject.
  static func set(_ kind: Timer.Kind, for subject: UUID, at due: Timestamp) -> BoundStatement {
    insert.bind([.uuid(subject), .int2(kind.rawValue), .timestamp(due)])
  }

  static let all = [
    insert.definition, take.definition, remove.definition, postpone.definition, park.definition,
  ]
}
