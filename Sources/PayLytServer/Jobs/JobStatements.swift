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
      .mutable("local_minor", .int8) { .int8($0.local.worth?.minor) },
      .mutable("rate_numerator", .int8) { .int8($0.local.worth?.rateNumerator) },
      .mutable("rate_denominator", .int8) { .int8($0.local.worth?.rateDenominator) },
      .mutable("rate_at", .timestamptz) { .timestamp($0.local.worth?.rateAt) },
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
    ] + FeeRates.columns.of(\.fees, prefix: "fee_", areMutable: true),
    keys: [
      .inStates("client_id", .uuid, of: \.state, where: \.isEditable) { .uuid($0.client) }
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

/// A job as reads see it: with its milestones, and what its escrow tells.
struct JobRow: Hashable, Sendable {
  let view: JobView
  /// Of the escrow; nil without one.
  let escrowVersion: Int64?
}

extension RowReader {
  /// The columns of `Job.table`, from 0.
  func job() throws(DatabaseError) -> Job {
    Job(
      id: try uuid(0), client: try uuid(1), freelancer: try optionalUUID(2), title: try text(3),
      description: try text(4), amountMsat: try int64(5),
      local: Job.LocalValue(currency: try asset(6), worth: try worth(from: 7)),
      deadline: try timestamp(11),
      conditions: EscrowConditions(
        feePayer: try value(12, FeePayer.self), inspectionSeconds: try int64(13),
        revisionsMax: try int16(14), isReturnedByTimer: try bool(15)),
      fees: try feeRates(from: 24), requiresApplication: try bool(16),
      termsVersion: try int32(17), termsSHA256: try bytes(18),
      state: try value(19, JobState.self), escrow: try optionalUUID(20), version: try int64(21),
      createdAt: try timestamp(22), updatedAt: try timestamp(23))
  }

  /// The four columns of a worth; nil when there was no rate.
  private func worth(from first: Int) throws(DatabaseError) -> Job.Worth? {
    guard !isNull(first) else { return nil }
    return Job.Worth(
      minor: try int64(first), rateNumerator: try int64(first + 1),
      rateDenominator: try int64(first + 2), rateAt: try timestamp(first + 3))
  }

  /// The columns of `Job.table`, then the escrow's state and version, then the milestones.
  func jobRow() throws(DatabaseError) -> JobRow {
    let first = Job.table.columns.count
    let job = try job()
    let ids = try uuidArray(first + 2)
    let numbers = try int16Array(first + 3)
    let titles = try textArray(first + 4)
    let amounts = try int64Array(first + 5)
    var milestones: [JobMilestone] = []
    for (index, id) in ids.enumerated() {
      guard let id, let number = numbers[index], let title = titles[index],
        let amount = amounts[index]
      else { throw .column(first + 2, .isMalformed) }
      milestones.append(
        JobMilestone(
          id: id, job: job.id, number: number, title: title, amountMsat: amount,
          isRemoved: false))
    }
    return JobRow(
      view: JobView(
        job: job, milestones: milestones,
        escrowState: isNull(first) ? nil : try value(first, EscrowState.self)),
      escrowVersion: isNull(first + 1) ? nil : try int64(first + 1))
  }

  /// The columns of `JobMilestone.table`, from 0.
  func jobMilestone() throws(DatabaseError) -> JobMilestone {
    JobMilestone(
      id: try uuid(0), job: try uuid(1), number: try int16(2), title: try text(3),
      amountMsat: try int64(4), isRemoved: try bool(5))
  }
}

/// A job and its milestones always come out of one statement: two would see two moments, and the
/// hash of the terms would be that of others.
enum JobStatements {
  private static let columns = Job.table.columns.map(\.name)
  /// What a read shows of a job beside its columns.
  private static func joined(to job: String) -> [String] {
    let shown = ["id", "number", "title", "amount_msat"]
    let steps = JobMilestone.table.columns.filter { shown.contains($0.name) }.map { column in
      // An array of a domain would have a type of its own.
      """
      ARRAY(SELECT \(column.name)::\(column.type) FROM job_milestone AS step
        WHERE step.job_id = \(job).id AND NOT is_removed ORDER BY number)
      """
    }
    return ["escrow.state", "escrow.version"] + steps
  }
  private static func join(to job: String) -> String {
    "LEFT JOIN escrow ON escrow.id = \(job).escrow_id"
  }
  private static let types =
    Job.table.columns.map(\.type) + [
      .int2, .int8, .uuidArray, .int2Array, .textArray, .int8Array,
    ]

  static let job = Statement<JobRow>(
    "job_get",
    """
    SELECT \((columns.map { "job.\($0)" } + joined(to: "job")).joined(separator: ", "))
    FROM job \(join(to: "job")) WHERE job.id = $1
    """,
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.jobRow() }

  /// The `JobStage` of a row that is looked at.
  private static let stage = {
    func cases<State: CaseIterable & RawRepresentable>(
      _ states: [State], _ stage: (State) -> JobStage
    ) -> String {
      states.map { "WHEN \($0.rawValue) THEN \(stage($0).rawValue)" }.joined(separator: " ")
    }
    let withoutEscrow = JobState.allCases.filter { $0 != .assigned }
    return """
      CASE ahead.state \(cases(withoutEscrow) { JobStage($0, nil) }) ELSE coalesce((
        SELECT CASE escrow.state \(cases(EscrowState.allCases) { JobStage(.assigned, $0) }) END
        FROM escrow WHERE escrow.id = ahead.escrow_id), \(JobStage.assigned.rawValue)) END
      """
  }()

  /// Open jobs, those of a party, or all.
  static let list = SearchList<JobRow>(
    "job_list", of: "job", columns: columns, types: types,
    fields: SearchFields(
      "Jobs",
      [
        SearchField("amount", "amount_msat", .number),
        SearchField("local_value", "local_minor", .optionalNumber),
        SearchField("deadline", "deadline_at", .moment),
        SearchField("create_time", "created_at", .moment),
        SearchField("state", stage, .oneOf(JobStage.self), isLookedUp: true),
        SearchField("client", "client_id", .user),
        SearchField("freelancer", "freelancer_id", .user),
        SearchField("fee_payer", "fee_payer", .oneOf(FeePayer.self)),
        SearchField("requires_application", "requires_application", .flag),
        SearchField("local_currency", "local_currency", .asset),
        SearchField("title", "title", .text),
        SearchField("description", "description", .text),
      ]),
    parts: [
      .own: ["client_id = $1", "freelancer_id = $1"], .open: ["state = 1"],
      .all: [ListPart.everything],
    ],
    orders: [
      SearchOrder("deadline", of: [.own, .open]) { $0.view.job.deadline.microseconds },
      SearchOrder("amount", of: [.open]) { $0.view.job.amountMsat },
    ],
    joined: (columns: joined(to: "held"), join: join(to: "held"), order: nil),
    id: \.view.job.id
  ) { (row) throws(DatabaseError) in try row.jobRow() }

  /// A job is shown with the state of its escrow.
  static let versions = Statement.versions(
    "job_versions", of: "job",
    part: "(SELECT escrow.version FROM escrow WHERE escrow.id = job.escrow_id)")

  static let all = [job.definition, versions.definition] + list.definitions
}
