import PayLytRPC

/// The bounds of lists that can be searched.
enum SearchLimits {
  /// Rows that one statement goes through: some milliseconds, however rare the thing is that is
  /// searched for. Other reads have their turn before the next one.
  static let lookedAtOnce = 500
  /// Statements for one page: a search that finds little gives a short page, whose token leads on.
  static let looksPerPageMax = 20
  /// How much earlier than the time in a row its id may have been made, in seconds: what is decided
  /// may have waited, and been tried again, since its command came.
  static let idSkewSeconds: Int64 = 3600
}

/// A request for a page of a list that can be searched.
protocol SearchRequest: Sendable {
  var pageSize: Int32 { get }
  var pageToken: String { get }
  /// A part of AIP-160.
  var filter: String { get }
  /// Empty, or the one moment that ids are in the order of, with `desc` or without.
  var orderBy: String { get }
}

/// Whose things a list shows.
enum ListOwner: Hashable, Sendable {
  /// A user, or another resource that things belong to.
  case one(UUID)
  case everybody

  /// - Parameter parent: of the request: `users/{uuid}`, `users/-`, or empty for the caller.
  /// - Throws: NOT_FOUND for what only admins see.
  init(_ parent: String, for principal: Principal) throws(Refusal) {
    guard !parent.isEmpty else {
      self = .one(principal.user)
      return
    }
    guard parent != "users/-" else {
      guard principal.roles.contains(.admin) else { throw .notFound(parent) }
      self = .everybody
      return
    }
    let user = try ResourceName.parse(parent, "users", field: "parent")
    guard principal.sees(thingsOf: user) else { throw .notFound(parent) }
    self = .one(user)
  }
}

/// A search through a list.
struct ListSearch<Row: Sendable>: Sendable {
  let list: SearchList<Row>
  let part: ListPart
  let owner: ListOwner
  let isDescending: Bool
  let filter: ListFilter
  var looksMax = SearchLimits.looksPerPageMax

  /// - Parameter part: another one than follows from the owner.
  /// - Throws: INVALID_ARGUMENT for a filter that is none.
  init(
    _ list: SearchList<Row>, of owner: ListOwner, filter text: String, isDescending: Bool,
    part: ListPart? = nil
  ) throws(Refusal) {
    self.list = list
    self.owner = owner
    self.isDescending = isDescending
    filter = try ListFilter(text, of: list.fields)
    self.part = part ?? Self.part(of: list, owner, filter)
  }

  private static func part(
    of list: SearchList<Row>, _ owner: ListOwner, _ filter: ListFilter
  ) -> ListPart {
    switch owner {
    case .one: .own
    case .everybody:
      list.has(.ofState) && filter.conditions.first?.bounds.only != nil ? .ofState : .all
    }
  }

  struct Found: Sendable {
    /// Of one thing more than the page shows, if there are so many.
    var rows: [Row] = []
    /// Up to where was looked; nil when that was all.
    var end: UUID?
  }

  /// What is found for a page, in a bounded part of the list.
  func find(_ page: Page, in database: Database, deadline: Deadline?) async throws -> Found {
    let statement = list.statement(part, isDescending: isDescending)
    var found = Found()
    var things = 0
    var place = isDescending ? page.before : page.from
    for _ in 0..<looksMax {
      let looked = try await database.query(
        statement,
        [.uuid(ownerID), place, .int8(Int64(page.size + 1 - things))] + ids + filter.parameters,
        deadline: deadline)
      let new = looked.filter(\.isFound).map(\.row)
      things += count(new)
      found.rows += new
      found.end = looked.last.flatMap { $0.endsLook ? list.id($0.row) : nil }
      guard things <= page.size, let end = found.end else { break }
      place = .uuid(end)
    }
    return found
  }

  /// How many things there are: their rows stand side by side.
  private func count(_ rows: [Row]) -> Int {
    var (count, last): (Int, UUID?) = (0, nil)
    for row in rows where list.id(row) != last {
      last = list.id(row)
      count += 1
    }
    return count
  }

  private var ownerID: UUID {
    switch owner {
    case .one(let id): id
    case .everybody: UUID(high: 0, low: 0)
    }
  }

  /// The ids between which everything lies that was made when the filter says: rows far away in
  /// time are not looked at.
  private var ids: [SQLValue] {
    let made = filter["create_time"]?.bounds ?? ListFilter.Bounds()
    var (low, high) = (UUID(high: 0, low: 0), UUID(high: .max, low: .max))
    if made.low > Timestamp.firstOfLists.microseconds {
      low = UUID(
        startOf: Timestamp(microseconds: made.low).adding(seconds: -SearchLimits.idSkewSeconds))
    }
    if made.high < Timestamp.endOfLists.microseconds {
      high = UUID(startOf: Timestamp(microseconds: max(0, made.high)).adding(seconds: 1))
    }
    return [.uuid(low), .uuid(high)]
  }
}

extension ServiceContext {
  /// A page of a list: what a request asks for, and the token of the page after it.
  ///
  /// - Parameter kind: what else the page token belongs to.
  /// - Parameter gather: makes things of rows, where some of them have several.
  func search<Row, Thing, Message: WireMessage>(
    _ list: SearchList<Row>, _ request: some SearchRequest, of owner: ListOwner,
    part: ListPart? = nil, newestFirst: Bool = true, _ context: ServerContext,
    gather: ([Row]) throws -> [Thing], id: (Thing) -> UUID, _ message: (Thing) throws -> Message
  ) async throws -> (messages: [Message], nextToken: String) {
    let isDescending =
      request.orderBy.isEmpty ? newestFirst : request.orderBy.hasSuffix(" desc")
    let search = try ListSearch(
      list, of: owner, filter: request.filter, isDescending: isDescending, part: part)
    let scope =
      "\(list.name) \(owner) \(search.part) \(isDescending ? "down" : "up") \(request.filter)"
    let page = try page(of: scope, request.pageSize, request.pageToken)
    let found = try await search.find(page, in: database, deadline: context.deadline)
    let things = try gather(found.rows)
    let messages = try page.fill(things, message)
    let last =
      messages.count < things.count ? things.prefix(messages.count).last.map(id) : found.end
    return (messages, last.map { page.token(after: $0) } ?? "")
  }

  /// The same where each row is a thing.
  func search<Row, Message: WireMessage>(
    _ list: SearchList<Row>, _ request: some SearchRequest, of owner: ListOwner,
    part: ListPart? = nil, newestFirst: Bool = true, _ context: ServerContext,
    _ message: (Row) throws -> Message
  ) async throws -> (messages: [Message], nextToken: String) {
    try await search(
      list, request, of: owner, part: part, newestFirst: newestFirst, context, gather: { $0 },
      id: list.id, message)
  }
}
