/// Proof of one movement out of an escrow, for both parties. Amounts are millisatoshis.
struct Receipt: Hashable, Sendable {
  enum Kind: Int16, Sendable, CaseIterable {
    case release = 1
    case refund = 2
  }

  let id: UUID
  let escrow: UUID
  let transaction: UUID
  let kind: Kind
  let client: UUID
  let freelancer: UUID
  let grossMsat: Int64
  let feeMsat: Int64
  /// Titles of what was paid for.
  let lines: [String]
  /// Who got how much of it; the fee apart, it is all of it.
  let parts: [PayeePart]
  let issuedAt: Timestamp
}
