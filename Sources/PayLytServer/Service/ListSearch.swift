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
  /// Empty, or what the list comes in the order of, with `desc` or without.
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
    guard parent != "users/-" else {
      guard principal.roles.contains(.admin) else { throw .notFound(parent) }
      self = .everybody
      return
    }
    self = .one(try principal.owner(parent))
  }

  /// The same of a list that shows admins everybody's things when it names nobody.
  init(_ parent: String, forAdminsAll principal: Principal) throws(Refusal) {
    let isAll = parent.isEmpty && principal.roles.contains(.admin)
    try self.init(isAll ? "users/-" : parent, for: principal)
  }
}

extension Principal {
  /// Whose things are asked for.
  ///
  /// - Parameter parent: of the request: `users/{uuid}`, or empty for the caller.
  /// - Throws: NOT_FOUND for anybody whose things the caller does not see.
  func owner(_ parent: String) throws(Refusal) -> UUID {
    guard !parent.isEmpty else { return user }
    let owner = try ResourceName.parse(parent, "users", field: "parent")
    guard sees(thingsOf: owner) else { throw .notFound(parent) }
    return owner
  }
}

/// A search through a list.
struct ListSearch<Row: Sendable>: Sendable {
  let list: SearchList<Row>
  let part: ListPart
  let owner: ListOwner
  let order: ListOrder
  let filter: ListFilter
  var looksMax = SearchLimits.looksPerPageMax

  /// - Parameter part: another one than follows from the owner.
  /// - Throws: INVALID_ARGUMENT for a filter or an order that is none.
  init(
    _ list: SearchList<Row>, of owner: ListOwner, part: ListPart? = nil, filter text: String,
    orderBy: String = "", newestFirst: Bool = true
  ) throws(Refusal) {
    self.list = list
    self.owner = owner
    filter = try ListFilter(text, of: list.fields)
    self.part = part ?? Self.part(of: list, owner, filter)
    order = try list.order(orderBy, of: self.part, newestFirst: newestFirst)
  }

  private static func part(
    of list: SearchList<Row>, _ owner: ListOwner, _ filter: ListFilter
  ) -> ListPart {
    switch owner {
    case .one: .own
    case .everybody:
      list.has(.ofState) && filter[SearchFields.state]?.bounds.only != nil ? .ofState : .all
    }
  }

  struct Found: Sendable {
    /// The rows of each thing, and of one thing more than the page shows, if there are so many.
    var things: [[Row]] = []
    /// Up to where was looked; nil when that was all.
    var end: Page.Place?
  }

  /// What is found for a page, in a bounded part of the list.
  func find(_ page: Page, in database: Database, deadline: Deadline?) async throws -> Found {
    let statement = list.statement(part, order)
    let begin = order.isDescending ? UUID(high: .max, low: .max) : UUID(high: 0, low: 0)
    var found = Found()
    var place = page.place
    for _ in 0..<looksMax {
      let looked = try await database.query(
        statement,
        [.uuid(ownerID), .uuid(place?.id ?? begin)]
          + [.int8(Int64(page.size + 1 - found.things.count))] + ids + filter.parameters
          + list.parameters(order, at: place?.value),
        deadline: deadline)
      for searched in looked where searched.isFound { found.add(searched.row, list.id) }
      found.end = looked.last.flatMap { $0.endsLook ? self.place(of: $0.row) : nil }
      guard found.things.count <= page.size, found.end != nil else { break }
      place = found.end
    }
    return found
  }

  func place(of row: Row) -> Page.Place {
    Page.Place(id: list.id(row), value: list.value(order, of: row))
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
    let made = filter[list.time]?.bounds ?? ListFilter.Bounds()
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

extension ListSearch.Found {
  /// The rows of one thing stand side by side.
  fileprivate mutating func add(_ row: Row, _ id: (Row) -> UUID) {
    if let last = things.last?.first, id(last) == id(row) {
      things[things.count - 1].append(row)
    } else {
      things.append([row])
    }
  }
}

extension ServiceContext {
  /// A page of a list: what a request asks for, and the token of the page after it.
  ///
  /// - Parameter message: makes a thing of its rows: one, where the list joins no others.
  func search<Row, Message: WireMessage>(
    rowsOf list: SearchList<Row>, _ request: some SearchRequest, of owner: ListOwner,
    part: ListPart? = nil, newestFirst: Bool = true, _ context: ServerContext,
    _ message: ([Row]) throws -> Message
  ) async throws -> (messages: [Message], nextToken: String) {
    let search = try ListSearch(
      list, of: owner, part: part, filter: request.filter, orderBy: request.orderBy,
      newestFirst: newestFirst)
    let scope =
      "\(list.name) \(owner) \(search.part) \(search.order.scope) \(request.filter)"
    let page = try page(
      of: scope, request.pageSize, request.pageToken, hasValue: search.order.field != nil)
    let found = try await search.find(page, in: database, deadline: context.deadline)
    return try page.cut(
      found.things, end: found.end, place: { search.place(of: $0[0]) }, message)
  }

  /// The same where each row is a thing.
  func search<Row, Message: WireMessage>(
    _ list: SearchList<Row>, _ request: some SearchRequest, of owner: ListOwner,
    part: ListPart? = nil, newestFirst: Bool = true, _ context: ServerContext,
    _ message: (Row) throws -> Message
  ) async throws -> (messages: [Message], nextToken: String) {
    try await search(
      rowsOf: list, request, of: owner, part: part, newestFirst: newestFirst, context
    ) { try message($0[0]) }
  }
}
