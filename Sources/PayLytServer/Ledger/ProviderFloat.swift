import PayLytRPC

/// What the books say that the providers hold for us, in bitcoin.
enum ProviderFloat {
  private static let accounts = (0..<AccountKind.stripes).map {
    AccountID.platform(.providerFloat, asset: .btc, stripe: UInt8($0)).uuid
  }

  /// Millisatoshis, all stripes together.
  static func msat(in database: Database, deadline: Deadline? = nil) async throws -> Int64 {
    let found = try await database.query(
      LedgerStatements.accounts, [.uuidArray(accounts)], deadline: deadline)
    return found.reduce(0) { $0 + $1.debits - $1.credits }
  }
}
