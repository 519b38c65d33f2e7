import PayLytRPC

/// The movements of one asset of a wallet in a period, with the balances around them.
struct WalletStatement: Sendable {
  let asset: Asset
  let period: Range<Timestamp>
  let openingUnits: Int64
  /// Oldest first.
  let movements: [WalletMovement]

  /// Reads all of it at one moment. The opening balance is today's less what moved since: a wallet
  /// that is old is not slower to read.
  ///
  /// - Throws: OUT_OF_RANGE when there are more entries than fit.
  static func read(
    _ asset: Asset, of user: UUID, in period: Range<Timestamp>, _ service: ServiceContext,
    deadline: Deadline?
  ) async throws -> WalletStatement {
    let account = AccountID(of: user, kind: .wallet, asset: asset).uuid
    let from = period.lowerBound.adding(seconds: -WalletLimits.statementSkewSeconds)
    let firstID = UUID(startOf: from)
    let limit = WalletLimits.statementEntriesMax
    let since: [SQLValue] = [.uuid(account), .uuid(firstID), .timestamp(period.lowerBound)]
    let (balance, moved, movements) = try await service.database.snapshot(
      deadline: deadline
    ) { transaction in
      let results = try await transaction.run([
        LedgerStatements.accounts.bind([.uuidArray([account])]),
        WalletStatements.movedSince.bind(since),
        WalletStatements.movementsBetween.bind(
          since + [.timestamp(period.upperBound), .int8(Int64(limit) + 1)]),
      ])
      return (
        try results[0].rows(of: LedgerStatements.accounts).first?.balance ?? 0,
        try results[1].rows(of: WalletStatements.movedSince).first ?? 0,
        try results[2].rows(of: WalletStatements.movementsBetween)
      )
    }
    guard movements.count <= limit else {
      throw Refusal(
        .outOfRange, reason: "STATEMENT_TOO_LONG",
        message: "The period has more than \(limit) entries. Ask for a shorter one.")
    }
    return WalletStatement(
      asset: asset, period: period, openingUnits: balance - moved, movements: movements)
  }
}
