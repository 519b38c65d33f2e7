import PayLytRPC

/// A search through a list of jobs.
struct JobSearch: Sendable {
  let order: JobOrder
  let isMine: Bool
  let user: UUID
  let filter: ListFilter
  var looksMax = SearchLimits.looksPerPageMax

  struct Found: Sendable {
    /// One more than the page shows, if there are so many.
    var rows: [JobRow] = []
    /// Up to where was looked; nil when that was all.
    var end: JobRow?
  }

  /// What is found for a page, in a bounded part of the list.
  func find(_ page: Page, in database: Database, deadline: Deadline?) async throws -> Found {
    var found = Found()
    var place = page
    for _ in 0..<looksMax {
      let wanted = page.size + 1 - found.rows.count
      let part = try await database.query(
        JobStatements.list(order, mine: isMine),
        [.uuid(user), order.place(after: place), .int8(Int64(wanted))] + filter.parameters
          + order.parameters(after: place),
        deadline: deadline)
      found.rows += part.filter(\.isFound).map(\.row)
      found.end = part.last.flatMap { $0.endsLook ? $0.row : nil }
      guard found.rows.count <= page.size, let end = found.end?.view.job else { break }
      place = page.moved(to: end.id, key: order.key(of: end))
    }
    return found
  }
}
