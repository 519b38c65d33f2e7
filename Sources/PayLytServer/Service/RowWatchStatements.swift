extension Statement where Row == RowVersion {
  /// Asks for the versions of the rows `$1` of a table; those that are not there are left out.
  ///
  /// - Parameter version: an expression for what changes with a row.
  /// - Parameter part: an expression for the version of what belongs to a row.
  static func versions(
    _ name: String, of table: String, version: String = "version", part: String = "0"
  ) -> Statement<RowVersion> {
    Statement<RowVersion>(
      name,
      "SELECT id, (\(version))::bigint, coalesce((\(part)), 0)::bigint FROM \(table) "
        + "WHERE id = ANY($1)",
      parameters: [.uuidArray], columns: [.uuid, .int8, .int8]
    ) { (row) throws(DatabaseError) in
      RowVersion(id: try row.uuid(0), version: try row.int64(1), part: try row.int64(2))
    }
  }
}
