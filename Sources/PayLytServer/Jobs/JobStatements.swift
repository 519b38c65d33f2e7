extension Job: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Job>(
    "job",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("client_id", .uuid) { .uuid($0.client) },
      .mutable("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .mutable("title", .text) { .text($0.title) },
      .mutable("description", .text) { .text($0.description) },
      .mutable("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("local_currency", .text) { .text($0.local.currency.rawValue) },
      .mutable("local_minor", .int8) { .int8($0.local.minor) },
      .mutable("rate_numerator", .int8) { .int8($0.local.rateNumerator) },
      .mutable("rate_denominator", .int8) { .int8($0.local.rateDenominator) },
      .mutable("rate_at", .timestamptz) { .timestamp($0.local.rateAt) },
      .mutable("deadline_at", .timestamptz) { .timestamp($0.deadline) },
      .mutable("fee_payer", .int2) { .int2($0.conditions.feePayer.rawValue) },
      .mutable("inspection_seconds", .int8) { .int8($0.conditions.inspectionSeconds) },
      .mutable("revisions_max", .int2) { .int2($0.conditions.revisionsMax) },
      .mutable("is_returned_by_timer", .bool) { .bool($0.conditions.isReturnedByTimer) },
      .mutable("requires_application", .bool) { .bool($0.requiresApplication) },
      .mutable("terms_version", .int4) { .int4($0.termsVersion) },
      .mutable("terms_sha256", .bytea) { .bytes($0.termsSHA256) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("escrow_id", .uuid) { .uuid($0.escrow) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.job() }
}

extension JobMilestone: StoredRow {
  var rowID: UUID { id }

  static let table = Table<JobMilestone>(
    "job_milestone",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("job_id", .uuid) { .uuid($0.job) },
      .fixed("number", .int2) { .int2($0.number) },
      .mutable("title", .text) { .text($0.title) },
      .mutable("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("is_removed", .bool) { .bool($0.isRemoved) },
    ],
    keys: [RowKey("job_id", .uuid) { .uuid($0.job) }]
  ) { (row) throws(DatabaseError) in try row.jobMilestone() }
}

/// A job with the state of its escrow, as reads see it.
struct JobRow: Hashable, Sendable {
  let job: Job
  let escrowState: EscrowState?
}

extension RowReader {
  /// The columns of `Job.table`, from 0.
  func job() throws(DatabaseError) -> Job {
    Job(
      id: try uuid(0), client: try uuid(1), freelancer: try optionalUUID(2), title: try text(3),
      description: try text(4), amountMsat: try int64(5),
      local: Job.LocalValue(
        currency: try asset(6), minor: try int64(7), rateNumerator: try int64(8),
        rateDenominator: try int64(9), rateAt: try timestamp(10)),
      deadline: try timestamp(11),
      conditions: EscrowConditions(
        feePayer: try value(12, FeePayer.self), inspectionSeconds: try int64(13),
        revisionsMax: try int16(14), isReturnedByTimer: try bool(15)),
      requiresApplication: try bool(16), termsVersion: try int32(17),
      termsSHA256: try bytes(18), state: try value(19, JobState.self),
      escrow: try optionalUUID(20), version: try int64(21), createdAt: try timestamp(22),
      updatedAt: try timestamp(23))
  }

  /// The columns of `Job.table`, then the escrow's state.
  func jobRow() throws(DatabaseError) -> JobRow {
    let first = Job.table.columns.count
    return JobRow(
      job: try job(), escrowState: isNull(first) ? nil : try value(first, EscrowState.self))
  }

  /// The columns of `JobMilestone.table`, from 0.
  func jobMilestone() throws(DatabaseError) -> JobMilestone {
    JobMilestone(
      id: try uuid(0), job: try uuid(1), number: try int16(2), title: try text(3),
      amountMsat: try int64(4), isRemoved: try bool(5))
  }
}

enum JobStatements {
  private static let select =
    "SELECT " + Job.table.columns.map { "job.\($0.name)" }.joined(separator: ", ")
    + ", escrow.state FROM job LEFT JOIN escrow ON escrow.id = job.escrow_id"
  private static let types = Job.table.columns.map(\.type) + [.int2]

  static let job = Statement<JobRow>(
    "job_get", "\(select) WHERE job.id = $1", parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.jobRow() }

  /// Open jobs before an id, newest first.
  static let openJobs = Statement<JobRow>(
    "job_list_open", "\(select) WHERE job.state = 1 AND job.id < $1 ORDER BY job.id DESC LIMIT $2",
    parameters: [.uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.jobRow() }

  /// Jobs of a party before an id, newest first.
  static let jobsOfParty = Statement<JobRow>(
    "job_list_mine",
    """
    (\(select) WHERE job.client_id = $1 AND job.id < $2 ORDER BY job.id DESC LIMIT $3)
    UNION ALL
    (\(select) WHERE job.freelancer_id = $1 AND job.id < $2 ORDER BY job.id DESC LIMIT $3)
    ORDER BY 1 DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.jobRow() }

  static let milestones = Statement<JobMilestone>(
    "job_milestone_list",
    "SELECT id, job_id, number, title, amount_msat, is_removed FROM job_milestone "
      + "WHERE job_id = ANY($1) AND NOT is_removed ORDER BY job_id, number",
    parameters: [.uuidArray], columns: JobMilestone.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.jobMilestone() }

  static let all = [
    job.definition, openJobs.definition, jobsOfParty.definition, milestones.definition,
  ]
}
