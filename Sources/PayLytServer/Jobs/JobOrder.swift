/// In which order a list of jobs comes (a part of AIP-132): those that an index serves. Jobs alike
/// in it come by id, in the same direction.
struct JobOrder: Hashable, Sendable {
  enum Field: String, Hashable, Sendable, CaseIterable {
    case createTime = "create_time"
    case deadline
    case amount
  }

  let field: Field
  let isDescending: Bool

  static let newestFirst = JobOrder(field: .createTime, isDescending: true)

  /// All of them, of open jobs or of a party's.
  static func all(mine: Bool) -> [JobOrder] {
    Field.allCases.filter { !mine || $0.servesParties }.flatMap { field in
      [false, true].map { JobOrder(field: field, isDescending: $0) }
    }
  }

  private init(field: Field, isDescending: Bool) {
    self.field = field
    self.isDescending = isDescending
  }

  /// - Parameter text: such as `deadline` or `deadline desc`; empty for the newest first.
  /// - Throws: INVALID_ARGUMENT for what jobs are not ordered by.
  init(_ text: String, mine: Bool) throws(Refusal) {
    guard !text.isEmpty else {
      self = .newestFirst
      return
    }
    let words = text.split(separator: " ")
    guard let name = words.first, let field = Field(rawValue: String(name)),
      words.count == 1 || (words.count == 2 && words[1] == "desc")
    else { throw .invalid("order_by", "One field, as the request says, and `desc` behind it.") }
    guard !mine || field.servesParties else {
      throw .invalid("order_by", "Your own jobs are ordered by `create_time` or `deadline`.")
    }
    self.init(field: field, isDescending: words.count == 2)
  }

  /// Whether there is something to compare before the ids, which are by time themselves.
  var hasKey: Bool { field != .createTime }

  /// What jobs are compared by before their ids.
  func key(of job: Job) -> Int64 {
    switch field {
    case .createTime: 0
    case .deadline: job.deadline.microseconds
    case .amount: job.amountMsat
    }
  }

  /// What page tokens are bound to.
  var scope: String { "\(field.rawValue)\(isDescending ? " desc" : "")" }
}

extension JobOrder.Field {
  /// Whether the jobs of one party can be ordered by it.
  var servesParties: Bool {
    switch self {
    case .createTime, .deadline: true
    case .amount: false
    }
  }
}
