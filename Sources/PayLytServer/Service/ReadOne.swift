import PayLytRPC

extension ServiceContext {
  /// One row, by its id. What the caller may not see is not there.
  ///
  /// - Parameter what: as the refusal names it: `payout`.
  /// - Throws: NOT_FOUND.
  func read<Row>(
    _ statement: Statement<Row>, _ id: UUID, _ what: String, _ context: ServerContext,
    isVisible: (Row) -> Bool = { _ in true }
  ) async throws -> Row {
    let found = try await database.query(statement, [.uuid(id)], deadline: context.deadline)
    guard let row = found.first, isVisible(row) else { throw Refusal.notFound("\(what) \(id)") }
    return row
  }
}
