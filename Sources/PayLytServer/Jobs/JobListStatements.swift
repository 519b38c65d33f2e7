/// A job that a search looked at.
struct SearchedJob: Sendable {
  let row: JobRow
  /// Whether it is what was searched for.
  let isFound: Bool
  /// Whether the look ended with it, and not the list.
  let endsLook: Bool
}

/// Lists of jobs: one statement for each order, so that each has the plan of its index.
extension JobStatements {
  /// The parameters of a filter begin with $4.
  static let searched = SearchFields(
    "Jobs",
    [
      SearchField("amount", "job.amount_msat", .number),
      SearchField("local_value", "job.local_minor", .optionalNumber),
      SearchField("deadline", "job.deadline_at", .moment),
      SearchField("create_time", "job.created_at", .moment),
      SearchField("fee_payer", "job.fee_payer", .oneOf(FeePayer.self)),
      SearchField("requires_application", "job.requires_application", .flag),
      SearchField("local_currency", "job.local_currency", .code),
      SearchField("title", "job.title", .text),
      SearchField("description", "job.description", .text),
    ])

  private struct Key: Hashable {
    let order: JobOrder
    let isMine: Bool
  }

  /// By a party or not, and by order.
  private static let byOrder: [Key: Statement<SearchedJob>] = {
    var statements: [Key: Statement<SearchedJob>] = [:]
    for order in JobOrder.all(mine: false) {
      statements[Key(order: order, isMine: false)] = openJobs(order)
    }
    for order in JobOrder.all(mine: true) {
      statements[Key(order: order, isMine: true)] = jobsOfParty(order)
    }
    return statements
  }()

  static var lists: [Statement<SearchedJob>] { Array(byOrder.values) }

  /// Jobs behind a place in this order: open ones, or those of a party. One look goes through
  /// `SearchLimits.lookedAtOnce` of them and gives those that the filter finds; when it found too
  /// few, also the one that it ended with, so that the next look goes on behind that.
  ///
  /// Takes the party, the id of the place, how many, the filter, and what `JobOrder.parameters`
  /// gives.
  static func list(_ order: JobOrder, mine: Bool) -> Statement<SearchedJob> {
    guard let statement = byOrder[Key(order: order, isMine: mine)] else {
      preconditionFailure("jobs are not listed by \(order)")
    }
    return statement
  }

  /// The first parameter is not used: both lists take the same ones.
  private static func openJobs(_ order: JobOrder) -> Statement<SearchedJob> {
    statement(
      "job_list_open", order,
      """
      SELECT \(columns) FROM job
      WHERE job.state = 1 AND $1::uuid IS NOT NULL AND \(order.isBehind)
      ORDER BY \(order.columns) LIMIT \(SearchLimits.lookedAtOnce)
      """)
  }

  private static func jobsOfParty(_ order: JobOrder) -> Statement<SearchedJob> {
    func half(_ party: String) -> String {
      """
      (SELECT \(columns) FROM job WHERE job.\(party) = $1 AND \(order.isBehind)
       ORDER BY \(order.columns) LIMIT \(SearchLimits.lookedAtOnce))
      """
    }
    return statement(
      "job_list_mine", order,
      """
      \(half("client_id")) UNION ALL \(half("freelancer_id"))
      ORDER BY \(order.positions) LIMIT \(SearchLimits.lookedAtOnce)
      """)
  }

  private static let columns = Job.table.columns.map { "job.\($0.name)" }.joined(separator: ", ")

  /// - Parameter ahead: the jobs that a look goes through, in their order.
  private static func statement(
    _ name: String, _ order: JobOrder, _ ahead: String
  ) -> Statement<SearchedJob> {
    Statement<SearchedJob>(
      "\(name)_\(order.name)",
      """
      SELECT \(shown), job.is_found, job.number = \(SearchLimits.lookedAtOnce)
      FROM (
        SELECT *, row_number() OVER (ORDER BY \(order.columns)) AS number,
          \(searched.condition(from: 4)) AS is_found
        FROM (\(ahead)) AS job) AS job
      \(joinEscrow)
      WHERE job.is_found OR job.number = \(SearchLimits.lookedAtOnce)
      ORDER BY \(order.columns) LIMIT $3
      """,
      parameters: [.uuid, .uuid, .int8] + searched.types + order.keyTypes,
      columns: types + [.bool, .bool]
    ) { (row) throws(DatabaseError) in
      SearchedJob(
        row: try row.jobRow(), isFound: try row.bool(types.count),
        endsLook: try row.bool(types.count + 1))
    }
  }
}

/// How an order is said in SQL.
extension JobOrder {
  private var column: String? {
    switch field {
    case .createTime: nil
    case .deadline: "deadline_at"
    case .amount: "amount_msat"
    }
  }

  private var all: [String] { [column, "id"].compactMap(\.self) }
  private var direction: String { isDescending ? " DESC" : "" }

  fileprivate var name: String { "\(field.rawValue)\(isDescending ? "_desc" : "")" }

  fileprivate var columns: String {
    all.map { "job.\($0)\(direction)" }.joined(separator: ", ")
  }

  /// The same of a UNION, by where the columns stand in the table.
  fileprivate var positions: String {
    all.map { column in
      guard let index = Job.table.columns.firstIndex(where: { $0.name == column }) else {
        preconditionFailure("a job has no \(column)")
      }
      return "\(index + 1)\(direction)"
    }.joined(separator: ", ")
  }

  /// Behind the place that the page before ended with.
  fileprivate var isBehind: String {
    let comparison = isDescending ? "<" : ">"
    guard let column else { return "job.id \(comparison) $2" }
    let key = 4 + JobStatements.searched.types.count
    return "(job.\(column), job.id) \(comparison) ($\(key), $2)"
  }

  fileprivate var keyTypes: [SQLType] {
    switch field {
    case .createTime: []
    case .deadline: [.timestamptz]
    case .amount: [.int8]
    }
  }

  /// The id where the page begins.
  func place(after page: Page) -> SQLValue { isDescending ? page.before : page.from }

  /// What comes before the ids there.
  func parameters(after page: Page) -> [SQLValue] {
    switch field {
    case .createTime: []
    case .deadline:
      [
        .timestamp(
          page.afterKey.map { Timestamp(microseconds: $0) }
            ?? (isDescending ? .endOfLists : .firstOfLists))
      ]
    case .amount: [.int8(page.afterKey ?? (isDescending ? .max : .min))]
    }
  }
}
