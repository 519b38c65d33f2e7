@testable import PayLytServer

/// A beneficiary of the freelancer's.
struct BeneficiaryScene: TableScene {
  enum State: String, CaseIterable {
    case absent, kept, deleted
    /// Beside it there are as many as a user may have.
    case full
    /// Deleted, and nothing is left of the details.
    case wiped
  }

  enum Move: String, CaseIterable {
    case create = "CreateBeneficiary"
    case delete = "DeleteBeneficiary"
  }

  static let service = "BeneficiaryService"
  static let table = """
    CreateBeneficiary                client       freelancer           stranger
    absent, kept, deleted, wiped     kept         kept                 kept
    full                             kept         BENEFICIARIES_FULL   kept

    DeleteBeneficiary                client       freelancer    stranger
    absent, deleted, wiped           NOT_FOUND    NOT_FOUND     NOT_FOUND
    kept, full                       NOT_FOUND    deleted       NOT_FOUND
    """

  let store = MemoryStore()
  private static let beneficiary = UUID.entity(30)

  init(in state: State) throws {
    for number in UInt64(1)...4 { store.put(User.fixture(number)) }
    guard state != .absent else { return }
    try store.carryOut(create(Self.beneficiary, as: .freelancer))
    guard state != .kept else { return }
    guard state != .full else {
      for number in 1..<UInt64(BeneficiaryLimits.perUserMax) {
        try store.carryOut(create(.entity(1000 + number), as: .freelancer))
      }
      return
    }
    let deleted = try store.carryOut(delete(as: .freelancer))
    guard state == .wiped else { return }
    try store.carryOut(
      KeepBeneficiary(beneficiary: deleted.id, version: deleted.version, details: nil))
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .create:
      return try store.carryOut(create(.entity(31), as: who)).isDeleted ? "deleted" : "kept"
    case .delete: return try store.carryOut(delete(as: who)).isDeleted ? "deleted" : "kept"
    }
  }

  private func create(_ id: UUID, as who: TableCaller) -> CreateBeneficiary {
    CreateBeneficiary(
      caller: who.caller, request: nil,
      beneficiary: Beneficiary(
        id: id, user: who.user, destination: BeneficiaryTests.bank, label: "My bank",
        currency: .ngn, keys: .fixture, at: store.now))
  }

  private func delete(as who: TableCaller) -> DeleteBeneficiary {
    DeleteBeneficiary(
      caller: who.caller, request: nil, user: who.user, beneficiary: Self.beneficiary)
  }
}
