extension ApiKey: StoredRow {
  var rowID: UUID { id }

  static let table = Table<ApiKey>(
    "api_key",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("display_name", .text) { .text($0.displayName) },
      .fixed("credential", .int2) { .int2($0.credential.rawValue) },
      .fixed("scopes", .text) { .text($0.scopes.joined(separator: "\n")) },
      .mutable("proof", .bytea) { .bytes($0.proof) },
      .mutable("previous_proof", .bytea) { .bytes($0.previous?.proof) },
      .mutable("previous_until", .timestamptz) { .timestamp($0.previous?.until) },
      .fixed("certificate_name", .text) { .text($0.certificateName) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("creator", .text) { .text($0.creator) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("rotated_at", .timestamptz) { .timestamp($0.rotatedAt) },
      .mutable("revoked_at", .timestamptz) { .timestamp($0.revokedAt) },
      .mutable("last_used_at", .timestamptz) { .timestamp($0.lastUsedAt) },
      .mutable("version", .int8) { .int8($0.version) },
    ],
    keys: [
      RowKey("certificate_name", .text, where: "revoked_at IS NULL") { key in
        key.revokedAt == nil ? key.certificateName.map { .text($0) } : nil
      }
    ]
  ) { (row) throws(DatabaseError) in try row.apiKey() }
}

extension RequestNonce: StoredRow {
  var rowID: UUID { id }

  static let table = Table<RequestNonce>(
    "request_nonce",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
    ]
  ) { (row) throws(DatabaseError) in
    RequestNonce(id: try row.uuid(0), expiresAt: try row.timestamp(1))
  }
}

extension RowReader {
  /// The columns of `ApiKey.table`, from 0.
  func apiKey() throws(DatabaseError) -> ApiKey {
    var previous: ApiKey.Previous?
    if let proof = try optionalBytes(5), let until = try optionalTimestamp(6) {
      previous = ApiKey.Previous(proof: proof, until: until)
    }
    return ApiKey(
      id: try uuid(0), displayName: try text(1), credential: try value(2, ApiKeyCredential.self),
      scopes: try lines(3), proof: try bytes(4),
      previous: previous, certificateName: try optionalText(7), createdAt: try timestamp(8),
      creator: try text(9), expiresAt: try optionalTimestamp(10),
      rotatedAt: try optionalTimestamp(11), revokedAt: try optionalTimestamp(12),
      lastUsedAt: try optionalTimestamp(13), version: try int64(14))
  }
}

enum ApiKeyStatements {
  private static let columns = ApiKey.table.columns.map(\.name).joined(separator: ", ")
  private static let types = ApiKey.table.columns.map(\.type)

  static let key = Statement<ApiKey>(
    "api_key_get", "SELECT \(columns) FROM api_key WHERE id = $1", parameters: [.uuid],
    columns: types
  ) { (row) throws(DatabaseError) in try row.apiKey() }

  /// The key that has a certificate's name; else the one that was revoked last, so that a
  /// certificate that was shut out is not nobody's.
  static let keyByCertificate = Statement<ApiKey>(
    "api_key_by_certificate",
    "SELECT \(columns) FROM api_key WHERE certificate_name = $1 "
      + "ORDER BY revoked_at DESC NULLS FIRST LIMIT 1",
    parameters: [.text], columns: types
  ) { (row) throws(DatabaseError) in try row.apiKey() }

  /// Newest first.
  static let keys = Statement<ApiKey>(
    "api_key_list", "SELECT \(columns) FROM api_key WHERE id < $1 ORDER BY id DESC LIMIT $2",
    parameters: [.uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.apiKey() }

  /// Nonces that no signature can use any more.
  static let sweepNonces = Sweep(
    "request_nonce_sweep", of: "request_nonce", by: .column("expires_at"))

  static let all = [
    key.definition, keyByCertificate.definition, keys.definition, sweepNonces.definition,
  ]
}
