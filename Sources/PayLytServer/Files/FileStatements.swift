extension StoredFile: StoredRow {
  var rowID: UUID { id }

  static let table = Table<StoredFile>(
    "stored_file",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("name", .text) { .text($0.name) },
      .fixed("content_type", .text) { .text($0.contentType) },
      .fixed("size_bytes", .int8) { .int8($0.sizeBytes) },
      .fixed("sha256", .bytea) { .bytes($0.sha256) },
      .fixed("uploader_id", .uuid) { .uuid($0.uploader) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.storedFile() }
}

extension RowReader {
  /// The columns of `StoredFile.table`, from `first`.
  func storedFile(from first: Int = 0) throws(DatabaseError) -> StoredFile {
    StoredFile(
      id: try uuid(first), name: try text(first + 1), contentType: try text(first + 2),
      sizeBytes: try int64(first + 3), sha256: try bytes(first + 4),
      uploader: try uuid(first + 5), createdAt: try timestamp(first + 6))
  }
}

/// Pieces do not go through the commit engine: they are megabytes, and they mean nothing until a
/// command names their file.
enum FileStatements {
  static let addPiece = Statement(
    "file_piece_add",
    "INSERT INTO stored_file_piece (file_id, number, content) VALUES ($1, $2, $3)",
    parameters: [.uuid, .int4, .bytea])

  static let piece = Statement<[UInt8]>(
    "file_piece", "SELECT content FROM stored_file_piece WHERE file_id = $1 AND number = $2",
    parameters: [.uuid, .int4], columns: [.bytea]
  ) { (row) throws(DatabaseError) in try row.bytes(0) }

  /// The pieces of an upload that led to nothing.
  static let removeOrphan = Statement(
    "file_remove_orphan",
    """
    DELETE FROM stored_file_piece
    WHERE file_id = $1 AND NOT EXISTS (SELECT FROM stored_file WHERE id = $1)
    """,
    parameters: [.uuid])

  static let all = [addPiece.definition, piece.definition, removeOrphan.definition]
}
