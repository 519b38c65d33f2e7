import PayLytRPC

/// Seals what is under an old key anew, and wipes what was deleted once no open payout needs it.
struct BeneficiaryKeeper: Sendable {
  let database: any Store
  let committer: Committer
  let keys: DetailKeys
  let log: Log

  /// Does what is due. Returns whether more may be.
  func step() async throws -> Bool {
    let unneeded = try await database.query(
      BeneficiaryStatements.unneeded, [.int8(BeneficiaryLimits.keepingBatch)])
    for row in unneeded { try await keep(row, nil) }
    let old = try await database.query(
      BeneficiaryStatements.underOtherKeys,
      [.int4(keys.currentID), .int8(BeneficiaryLimits.keepingBatch)])
    var moved = 0
    for row in old {
      do {
        try await keep(row, keys.seal(try keys.open(row.details, of: row.id), for: row.id))
        moved += 1
      } catch let error as DetailKeys.Unreadable {
        log.error(
          "details cannot be read", ["beneficiary": "\(row.id)", "key": "\(error.keyID)"])
      }
    }
    // Without progress there is no hurry: what is left cannot be read.
    return unneeded.count + moved >= Int(BeneficiaryLimits.keepingBatch)
  }

  private func keep(_ row: Beneficiary, _ details: SealedDetails?) async throws {
    let command = KeepBeneficiary(beneficiary: row.id, version: row.version, details: details)
    _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
  }
}
