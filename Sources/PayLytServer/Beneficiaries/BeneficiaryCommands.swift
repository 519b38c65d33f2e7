/// Keeps somebody whom a user pays out to. The details were sealed before, under the id that the
/// row will have.
struct CreateBeneficiary: Command {
  static let method = "BeneficiaryService/CreateBeneficiary"
  let caller: Caller
  let request: RequestIdentity?
  let beneficiary: Beneficiary

  func load(_ rows: Loader) {
    rows.want(Beneficiary.self, by: "live_user_id", .uuid(beneficiary.user))
    rows.wantAccount(of: beneficiary.user)
  }

  func decide(_ decision: Decision) throws -> Beneficiary {
    try decision.checkActive(beneficiary.user)
    let others = decision.rows(Beneficiary.self, by: "live_user_id", .uuid(beneficiary.user))
    let taken = Set(others.map(\.slot))
    guard let slot = (0..<BeneficiaryLimits.perUserMax).first(where: { !taken.contains($0) })
    else { throw BeneficiaryError.full }
    var made = beneficiary
    made.slot = slot
    decision.put(made)
    decision.record(
      "beneficiary.created", subject: "beneficiaries/\(made.id)", parties: [made.user])
    return made
  }
}

/// No new payout goes there.
struct DeleteBeneficiary: Command {
  static let method = "BeneficiaryService/DeleteBeneficiary"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let beneficiary: UUID

  func load(_ rows: Loader) { rows.want(Beneficiary.self, beneficiary) }

  func decide(_ decision: Decision) throws -> Beneficiary {
    guard var found = decision.row(Beneficiary.self, beneficiary), found.user == user,
      !found.isDeleted
    else { throw Refusal.notFound("beneficiary \(beneficiary)") }
    found.delete(at: decision.now)
    decision.put(found)
    decision.record(
      "beneficiary.deleted", subject: "beneficiaries/\(beneficiary)", parties: [user])
    return found
  }
}

/// Seals the details under the current key, or wipes them.
struct KeepBeneficiary: Command {
  static let method = "beneficiaries/keep"
  let caller = Caller.system("beneficiaries")
  let request: RequestIdentity? = nil
  let beneficiary: UUID
  /// The row as the keeper saw it.
  let version: Int64
  /// nil: nothing needs them any more.
  let details: SealedDetails?

  func load(_ rows: Loader) { rows.want(Beneficiary.self, beneficiary) }

  func decide(_ decision: Decision) throws -> Bool {
    guard var found = decision.row(Beneficiary.self, beneficiary), found.version == version else {
      return false
    }
    if let details {
      found.reseal(details)
    } else {
      found.wipe()
    }
    decision.put(found)
    decision.record(
      details == nil ? "beneficiary.wiped" : "beneficiary.resealed",
      subject: "beneficiaries/\(beneficiary)", parties: [found.user])
    return true
  }
}
