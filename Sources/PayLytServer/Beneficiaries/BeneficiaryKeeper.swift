import PayLytRPC

/// Seals what is under an old key anew, and wipes what was deleted once no open payout needs it.
struct BeneficiaryKeeper: Sendable {
  private let database: any Store
  private let committer: Committer
  private let keys: DetailKeys
  private let log: Log
  private let rounds: ResealRounds<Beneficiary>

  /// - Parameter gauge: tells how many are under other keys.
  init(
    database: any Store, committer: Committer, keys: DetailKeys, log: Log, gauge: Gauge = Gauge()
  ) {
    self.database = database
    self.committer = committer
    self.keys = keys
    self.log = log
    rounds = ResealRounds(
      to: keys.currentID, batch: BeneficiaryLimits.keepingBatch,
      count: BeneficiaryStatements.countUnderOtherKeys,
      rows: BeneficiaryStatements.underOtherKeys, id: { $0.id }, gauge: gauge)
  }

  /// Does what is due. Returns whether more may be.
  func step() async throws -> Bool {
    let unneeded = try await database.query(
      BeneficiaryStatements.unneeded, [.int8(BeneficiaryLimits.keepingBatch)])
    for row in unneeded { try await keep(row, nil) }
    let hasMore = try await rounds.step(in: database) { row in
      try await keep(row, keys.seal(try keys.open(row.details, of: row.id), for: row.id))
    } report: { row, error in
      log.error("details cannot be read", ["beneficiary": "\(row.id)", "key": "\(error.keyID)"])
    }
    return unneeded.count >= Int(BeneficiaryLimits.keepingBatch) || hasMore
  }

  private func keep(_ row: Beneficiary, _ details: SealedDetails?) async throws {
    let command = KeepBeneficiary(beneficiary: row.id, version: row.version, details: details)
    _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
  }
}
