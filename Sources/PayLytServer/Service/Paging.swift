import PayLytCrypto
import PayLytRPC

/// One page of a list (AIP-158).
struct Page: Sendable {
  static let sizeDefault: Int32 = 50
  static let sizeMax: Int32 = 200
  /// Bytes of a page's messages, unless its first one is longer: far below what callers take by
  /// default (4 MiB).
  static let bytesMax = 1 << 20

  /// Where a page ends.
  struct Place: Hashable, Sendable {
    let id: UUID
    /// By what the list is ordered before its ids; nil where it is ordered by ids alone.
    var value: Int64?
  }

  /// Rows on this page.
  let size: Int
  /// Where the page before ended; nil on the first page.
  let place: Place?
  private let scope: String
  private let key: [UInt8]

  var after: UUID? { place?.id }

  /// One row more than the page shows: whether there is a next page.
  var limit: SQLValue { .int8(Int64(size + 1)) }

  /// For lists that show the newest first.
  var before: SQLValue { .uuid(after ?? UUID(high: .max, low: .max)) }

  /// - Parameter scope: method and arguments of the list. A token of another scope is refused.
  /// - Parameter keys: a token under any of them is good.
  /// - Parameter field: of the request, with the token in it.
  /// - Parameter hasValue: whether the list is ordered by something else before its ids.
  init(
    size: Int32, token: String, scope: String, keys: MACKeys, field: String = "page_token",
    hasValue: Bool = false
  ) throws(Refusal) {
    guard size >= 0 else { throw .invalid("page_size", "Not negative.") }
    self.scope = scope
    key = keys.latest
    self.size = Int(size == 0 ? Self.sizeDefault : min(size, Self.sizeMax))
    guard !token.isEmpty else {
      place = nil
      return
    }
    let count = hasValue ? 24 : 16
    guard token.utf8.count <= 64, let bytes = Base64URL.decode(token), bytes.count == count + 16,
      keys.accept(bytes[count...], madeBy: { Self.mac(Array(bytes[..<count]), scope, $0) })
    else { throw Self.badToken(field) }
    place = Place(
      id: UUID(bytes: bytes[..<16]),
      value: hasValue ? Int64(bigEndianBytes: bytes[16..<24]) : nil)
  }

  /// The messages to show, and the token of the page after them.
  ///
  /// A page ends early when its messages get long (AIP-158 lets it): one user's long texts must not
  /// make a list too long to be sent to anybody.
  /// - Parameter end: up to where the list was looked at, when that is not all of it.
  func cut<Row, Message: WireMessage>(
    _ rows: [Row], end: Place? = nil, place: (Row) -> Place,
    _ message: (Row) throws -> Message
  ) rethrows -> (messages: [Message], nextToken: String) {
    let messages = try fill(rows, message)
    let last = messages.count < rows.count ? rows.prefix(messages.count).last.map(place) : end
    return (messages, last.map(token(after:)) ?? "")
  }

  /// The same of a list that is ordered by ids alone, and was looked at until its end.
  func cut<Row, Message: WireMessage>(
    _ rows: [Row], id: (Row) -> UUID, _ message: (Row) throws -> Message
  ) rethrows -> (messages: [Message], nextToken: String) {
    try cut(rows, place: { Place(id: id($0)) }, message)
  }

  /// As many messages as the page has room for, and at least one.
  func fill<Row, Message: WireMessage>(
    _ rows: [Row], _ message: (Row) throws -> Message
  ) rethrows -> [Message] {
    var messages: [Message] = []
    var room = Room()
    for row in rows.prefix(size) {
      let next = try message(row)
      guard room.takes(next) else { break }
      messages.append(next)
    }
    return messages
  }

  /// The bytes that are left on a page.
  struct Room: Sendable {
    private var bytes = 0

    /// Whether a message still goes on the page, as the first one always does.
    mutating func takes(_ message: some WireMessage) -> Bool {
      let isFirst = bytes == 0
      // A message of nothing still takes its frame.
      bytes += message.wireSize + 1
      return isFirst || bytes <= Page.bytesMax
    }
  }

  // MARK: Lists that are ordered by position

  /// The position that the page before ended with; 0 on the first page.
  var afterPosition: Int64 { after.flatMap { Int64(exactly: $0.low) } ?? 0 }

  /// The messages to show, and the token of the page after them.
  func cut<Row, Message: WireMessage>(
    _ rows: [Row], position: (Row) -> Int64, _ message: (Row) throws -> Message
  ) rethrows -> (messages: [Message], nextToken: String) {
    try cut(rows, place: { Place(position: position($0)) }, message)
  }

  /// The token of the page after a position.
  func token(after position: Int64) -> String { token(after: Place(position: position)) }

  static func token(_ position: Int64, scope: String, key: [UInt8]) -> String {
    token(Place(position: position), scope: scope, key: key)
  }

  // MARK: Tokens

  private func token(after place: Place) -> String {
    Self.token(place, scope: scope, key: key)
  }

  static func token(_ place: Place, scope: String, key: [UInt8]) -> String {
    let bytes = place.id.bytes + (place.value?.bigEndianBytes ?? [])
    return Base64URL.encode(bytes + mac(bytes, scope, key))
  }

  private static func badToken(_ field: String) -> Refusal {
    Refusal(
      .invalidArgument, reason: "BAD_PAGE_TOKEN",
      message: "This token belongs to another list. Start again without one.", field: field)
  }

  private static func mac(_ place: [UInt8], _ scope: String, _ key: [UInt8]) -> [UInt8] {
    Array(HMAC.sha256(key: key, message: place + Array(scope.utf8)).prefix(16))
  }
}

extension Page.Place {
  /// In a list that is ordered by position.
  fileprivate init(position: Int64) { self.init(id: UUID(high: 0, low: UInt64(position))) }
}

extension ServiceContext {
  /// The page that a request asks for.
  ///
  /// - Parameter scope: as of a page.
  /// - Parameter hasValue: as of a page.
  func page(
    of scope: String, _ size: Int32, _ token: String, hasValue: Bool = false
  ) throws(Refusal) -> Page {
    try Page(size: size, token: token, scope: scope, keys: secrets.pageTokens, hasValue: hasValue)
  }
}
