/// Somebody whom a user pays out to. The details are sealed.
struct Beneficiary: Hashable, Sendable {
  let id: UUID
  let user: UUID
  /// Which of the user's places it takes as long as it is not deleted.
  var slot: Int16 = 0
  let method: PayoutMethod
  let label: String
  /// ISO 3166-1 alpha-2; empty for Lightning.
  let country: String
  let currency: Asset
  /// What may be shown of the details.
  let masked: String
  private(set) var details: SealedDetails
  let createdAt: Timestamp
  private(set) var deletedAt: Timestamp?
  private(set) var version: Int64

  var isDeleted: Bool { deletedAt != nil }

  mutating func delete(at now: Timestamp) {
    guard deletedAt == nil else { return }
    deletedAt = now
    version += 1
  }

  /// The same details under another key.
  mutating func reseal(_ details: SealedDetails) {
    self.details = details
    version += 1
  }

  /// Nothing needs the details any more.
  mutating func wipe() {
    precondition(isDeleted, "beneficiary \(id) is still in use")
    details = SealedDetails(keyID: details.keyID, bytes: [])
    version += 1
  }
}

enum BeneficiaryError: Error, Equatable {
  case full
}

extension BeneficiaryError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .full:
      Refusal(
        .failedPrecondition, reason: "BENEFICIARIES_FULL",
        message: "You have \(BeneficiaryLimits.perUserMax) beneficiaries. Delete one first.")
    }
  }
}

extension Beneficiary {
  init(
    id: UUID, user: UUID, destination: PayoutDestination, label: String, currency: Asset,
    keys: DetailKeys, at now: Timestamp
  ) {
    self.init(
      id: id, user: user, method: destination.method, label: label,
      country: destination.account?.country ?? "", currency: currency,
      masked: destination.masked, details: keys.seal(destination.encoded, for: id),
      createdAt: now, deletedAt: nil, version: 1)
  }

  /// The details in the clear.
  func destination(_ keys: DetailKeys) throws -> PayoutDestination {
    let bytes = try keys.open(details, of: id)
    guard let destination = PayoutDestination(encoded: bytes) else {
      throw DetailKeys.Unreadable(keyID: details.keyID)
    }
    return destination
  }
}
