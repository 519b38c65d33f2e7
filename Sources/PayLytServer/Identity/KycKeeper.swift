import PayLytRPC

/// Seals what people have proved their identity with anew, where it is under an old key.
struct KycKeeper: Sendable {
  private let database: any Store
  private let committer: Committer
  private let keys: DetailKeys
  private let log: Log
  private let rounds: ResealRounds<KycCase>

  /// - Parameter gauge: tells how many cases are under other keys.
  init(database: any Store, committer: Committer, keys: DetailKeys, log: Log, gauge: Gauge) {
    self.database = database
    self.committer = committer
    self.keys = keys
    self.log = log
    rounds = ResealRounds(
      to: keys.currentID, batch: KycLimits.keepingBatch,
      count: IdentityStatements.countUnderOtherKeys, rows: IdentityStatements.underOtherKeys,
      id: { $0.id }, gauge: gauge)
  }

  /// Does what is due. Returns whether more may be.
  func step() async throws -> Bool {
    try await rounds.step(in: database) { row in
      let command = ResealKyc(
        id: row.id, version: row.version,
        details: keys.seal(try row.openedDetails(keys), for: row.user, in: KycCase.detailTable))
      _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
    } report: { row, error in
      log.error("details cannot be read", ["kyc_case": "\(row.id)", "key": "\(error.keyID)"])
    }
  }
}
