extension Application: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Application>(
    "job_application",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("job_id", .uuid) { .uuid($0.job) },
      .fixed("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .mutable("proposal", .text) { .text($0.proposal) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("terms_sha256", .bytea) { .bytes($0.termsSHA256) },
      .mutable("terms_version", .int4) { .int4($0.termsVersion) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ],
    keys: [RowKey("job_id", .uuid) { .uuid($0.job) }]
  ) { (row) throws(DatabaseError) in try row.application() }
}

extension TermsAcceptance: StoredRow {
  var rowID: UUID { id }

  static let table = Table<TermsAcceptance>(
    "terms_acceptance",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("job_id", .uuid) { .uuid($0.job) },
      .fixed("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("terms_sha256", .bytea) { .bytes($0.termsSHA256) },
      .fixed("terms_version", .int4) { .int4($0.termsVersion) },
      .fixed("accepted_at", .timestamptz) { .timestamp($0.acceptedAt) },
    ]
  ) { (row) throws(DatabaseError) in
    TermsAcceptance(
      id: try row.uuid(0), job: try row.uuid(1), freelancer: try row.uuid(2),
      escrow: try row.uuid(3), termsSHA256: try row.bytes(4), termsVersion: try row.int32(5),
      acceptedAt: try row.timestamp(6))
  }
}

enum ApplicationStatements {
  private static let columns = Application.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Application.table.columns.map(\.type)

  static let application = Statement<Application>(
    "application_get", "SELECT \(columns) FROM job_application WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.application() }

  /// The applications for a job before an id, newest first; those of one freelancer, or all.
  static let ofJob = Statement<Application>(
    "application_list",
    """
    SELECT \(columns) FROM job_application
    WHERE job_id = $1 AND id < $2 AND ($4::uuid IS NULL OR freelancer_id = $4)
    ORDER BY id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8, .uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.application() }

  /// The applications of a freelancer before an id, newest first.
  static let ofFreelancer = Statement<Application>(
    "application_list_mine",
    "SELECT \(columns) FROM job_application WHERE freelancer_id = $1 AND id < $2 "
      + "ORDER BY id DESC LIMIT $3",
    parameters: [.uuid, .uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.application() }

  static let all = [application.definition, ofJob.definition, ofFreelancer.definition]
}

extension RowReader {
  /// The columns of `Application.table`, from 0.
  func application() throws(DatabaseError) -> Application {
    Application(
      id: try uuid(0), job: try uuid(1), freelancer: try uuid(2), proposal: try text(3),
      state: try value(4, ApplicationState.self), termsSHA256: try bytes(5),
      termsVersion: try int32(6), version: try int64(7), createdAt: try timestamp(8),
      updatedAt: try timestamp(9))
  }
}
