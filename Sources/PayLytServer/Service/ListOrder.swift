/// In which order a list comes (a part of AIP-132). Things alike in it come by id, in the same
/// direction.
struct ListOrder: Hashable, Sendable {
  /// By what the list is ordered before its ids; nil for the ids alone, which are in the order of
  /// time.
  let field: String?
  let isDescending: Bool

  /// What page tokens are bound to.
  var scope: String { "\(field ?? "")\(isDescending ? " down" : " up")" }
}

/// A field that a list can be ordered by, beside the time of its ids: a number or a moment.
struct SearchOrder<Row: Sendable>: Sendable {
  /// One of the list's `SearchFields`.
  let field: String
  /// Those that have an index in this order.
  let parts: Set<ListPart>
  /// As page tokens hold it; of a moment, its microseconds since 1970.
  let value: @Sendable (Row) -> Int64

  init(
    _ field: String, of parts: Set<ListPart>, value: @escaping @Sendable (Row) -> Int64
  ) {
    self.field = field
    self.parts = parts
    self.value = value
  }
}

extension SearchList {
  /// Every order that a part of the list comes in.
  func orders(of part: ListPart) -> [ListOrder] {
    let fields = [nil] + orders.filter { $0.parts.contains(part) }.map(\.field)
    return fields.flatMap { field in
      [false, true].map { ListOrder(field: field, isDescending: $0) }
    }
  }

  /// - Parameter text: such as `deadline` or `deadline desc`; empty for the order of time.
  /// - Throws: INVALID_ARGUMENT for what the part is not ordered by.
  func order(
    _ text: String, of part: ListPart, newestFirst: Bool
  ) throws(Refusal) -> ListOrder {
    guard !text.isEmpty else { return ListOrder(field: nil, isDescending: newestFirst) }
    for order in orders(of: part)
    where text == "\(order.field ?? time)\(order.isDescending ? " desc" : "")" { return order }
    let fields = orders(of: part).filter { !$0.isDescending }.map { "`\($0.field ?? time)`" }
    throw .invalid(
      "order_by", "These are ordered by \(fields.joined(separator: " or ")), maybe with `desc`.")
  }

  /// What a row is compared by before its id.
  func value(_ order: ListOrder, of row: Row) -> Int64? {
    orders.first { $0.field == order.field }?.value(row)
  }
}
