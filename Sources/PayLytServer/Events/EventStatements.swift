enum EventStatements {
  private static let columns = JournalEntry.table.columns.map(\.name).joined(separator: ", ")
  private static let types = JournalEntry.table.columns.map(\.type)

  /// Events after an id, oldest first; all, or those of one subject.
  static let eventsAfter = Statement<JournalEntry>(
    "event_list",
    """
    SELECT \(columns) FROM journal
    WHERE event_type IS NOT NULL AND id > $1 AND ($2::text IS NULL OR subject = $2)
    ORDER BY id LIMIT $3
    """,
    parameters: [.uuid, .text, .int8], columns: types, decode: JournalEntry.table.decode)

  static let all = [eventsAfter.definition]
}
