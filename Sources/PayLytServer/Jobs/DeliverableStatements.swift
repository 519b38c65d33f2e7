extension Deliverable: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Deliverable>(
    "deliverable",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("position", .int2) { .int2($0.position) },
      .fixed("file_id", .uuid) { .uuid($0.file) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ],
    keys: [RowKey("escrow_id", .uuid) { .uuid($0.escrow) }]
  ) { (row) throws(DatabaseError) in try row.deliverable() }
}

enum DeliverableStatements {
  static let deliverable = select("deliverable_get", "WHERE deliverable.id = $1")

  /// Of all milestones, oldest first; at most `FileLimits.filesMax` for each.
  static let ofEscrow = select(
    "deliverable_list", "WHERE escrow_id = $1 ORDER BY deliverable.id")

  private static func select(_ name: String, _ which: String) -> Statement<DeliverableRow> {
    let own = Deliverable.table.columns.map { "deliverable.\($0.name)" }
    let file = StoredFile.table.columns.map { "stored_file.\($0.name)" }
    return Statement<DeliverableRow>(
      name,
      "SELECT \((own + file).joined(separator: ", ")) FROM deliverable JOIN stored_file "
        + "ON stored_file.id = deliverable.file_id \(which)",
      parameters: [.uuid],
      columns: Deliverable.table.columns.map(\.type) + StoredFile.table.columns.map(\.type)
    ) { (row) throws(DatabaseError) in
      DeliverableRow(
        deliverable: try row.deliverable(),
        file: try row.storedFile(from: Deliverable.table.columns.count))
    }
  }

  static let all = [deliverable.definition, ofEscrow.definition]
}

extension RowReader {
  /// The columns of `Deliverable.table`, from 0.
  func deliverable() throws(DatabaseError) -> Deliverable {
    Deliverable(
      id: try uuid(0), escrow: try uuid(1), position: try int16(2), file: try uuid(3),
      createdAt: try timestamp(4))
  }
}
