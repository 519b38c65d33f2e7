/// What a provider's own books show of our money, for a comparison with ours.
protocol ProviderBook: Sendable {
  var name: String { get }

  /// One page of final movements. The pages together hold at least everything that began after
  /// `from` and was final before `to`; they may hold more, and the same entry twice. A read: never
  /// `.outcomeUnknown`.
  ///
  /// - Parameter page: `next` of the page before; nil for the first one.
  func entries(
    _ direction: BookEntry.Direction, from: Timestamp, to: Timestamp, page: String?
  ) async throws(ProviderError) -> BookPage
}

/// One movement of our money, as a provider shows it.
struct BookEntry: Sendable, Hashable {
  /// Raw values are stored and equal the API's.
  enum Direction: Int16, Sendable, CaseIterable {
    case received = 1
    case sent = 2
  }

  let direction: Direction
  /// 32 bytes.
  let paymentHash: [UInt8]
  /// Ours, where the provider keeps it.
  let reference: String
  /// With the fee, for what was sent.
  let amountMsat: Int64
  /// When it was final; when it began, where the provider says no more.
  let at: Timestamp
}

struct BookPage: Sendable {
  let entries: [BookEntry]
  /// nil on the last page.
  let next: String?
}
