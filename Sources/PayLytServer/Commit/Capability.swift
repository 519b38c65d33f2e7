/// What operators can pause: none of its commands is carried out until it goes on. What happens
/// outside, such as a payment that arrives, is taken in all the same.
///
/// Raw values are stored and equal the API's.
enum Capability: Int16, Sendable, CaseIterable {
  /// New accounts.
  case registrations = 1
  /// Jobs are posted and changed, applied for, and accepted with an escrow.
  case jobs = 2
  /// Invoices that pay into escrows.
  case funding = 3
  /// Money leaves escrows, by the will of a party or by itself.
  case releases = 4
  /// Invoices that pay into wallets.
  case deposits = 5
  /// Transfers between wallets.
  case transfers = 6
  /// Quotes of conversions, and conversions.
  case conversions = 7
  /// Payouts are ordered, and sent to the provider.
  case payouts = 8

  /// Of its row.
  var id: UUID { UUID(high: 0, low: UInt64(rawValue) << 8) }
}

/// Whether a capability is paused, as the batch of a command reads it. Without a row it is not.
struct CapabilityState: Hashable, Sendable {
  let id: UUID
  let isPaused: Bool
}

extension CapabilityState: StoredRow {
  var rowID: UUID { id }

  /// A view without columns that could change: it is read and not locked.
  static let table = Table<CapabilityState>(
    "capability_state",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) }, .fixed("is_paused", .bool) { .bool($0.isPaused) },
    ]
  ) { (row) throws(DatabaseError) in
    CapabilityState(id: try row.uuid(0), isPaused: try row.bool(1))
  }
}

extension Refusal {
  static func paused(_ capability: Capability) -> Refusal {
    Refusal(
      .failedPrecondition, reason: "CAPABILITY_PAUSED",
      message: "The operators have paused \(capability). Nothing happened.")
  }

  /// Whether it says that the operators have paused something.
  var isPause: Bool { Capability.allCases.contains { self == .paused($0) } }
}

extension Command {
  /// Most commands are always carried out.
  static var capability: Capability? { nil }

  /// Names the rows of the command, and the one that can stop it.
  func loadAll(_ rows: Loader) {
    if let capability = Self.capability { rows.want(capability) }
    load(rows)
  }

  /// Decides, unless the operators have paused what this is.
  func decideUnlessPaused(_ decision: Decision) throws -> Answer {
    if let capability = Self.capability { try decision.checkNotPaused(capability) }
    return try decide(decision)
  }
}

extension Loader {
  /// Names what `Decision.checkNotPaused` looks at, for a command that only sometimes is what the
  /// operators can pause.
  func want(_ capability: Capability) { want(CapabilityState.self, capability.id) }
}

extension Decision {
  /// For a capability whose row was loaded.
  func checkNotPaused(_ capability: Capability) throws(Refusal) {
    guard row(CapabilityState.self, capability.id)?.isPaused != true else {
      throw .paused(capability)
    }
  }
}
