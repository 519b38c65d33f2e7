import PayLytRPC

/// Takes deposits in: when a webhook tells of one, and by asking the provider about unpaid ones in
/// case a webhook was lost.
struct DepositWatcher: Sendable {
  let database: any Store
  let committer: Committer
  let providers: LightningProviders
  let clock: any Clock
  let log: Log
  private let round = UnpaidRound(
    pending: WalletStatements.pendingDeposits, ended: WalletStatements.endedDeposits
  ) {
    .init(expiresAt: $0.expiresAt, id: $0.id)
  }

  /// The provider shows an invoice as paid. Returns whether it is a deposit's.
  ///
  /// - Parameter paidMsat: nil when the provider does not say how much arrived.
  func receive(paymentHash: [UInt8], paidMsat: Int64?) async throws -> Bool {
    let found = try await database.query(WalletStatements.depositByHash, [.bytes(paymentHash)])
    guard !found.isEmpty else { return false }
    let command = ReceiveDeposit(
      caller: .system("deposits"), paymentHash: paymentHash, paidMsat: paidMsat)
    _ = try await committer.commit(command, deadline: nil) { .deposit(of: $0) }
    return true
  }

  /// Asks about the next deposits. Returns whether there are more that can still be paid.
  func step() async throws -> Bool {
    let now = clock.now()
    return try await round.step(from: database, at: now) { await look(at: $0, now) }
  }

  /// Asks about what somebody else has heard of, however long ago it ended.
  func ask(paymentHash: [UInt8]) async throws {
    let found = try await database.query(WalletStatements.depositByHash, [.bytes(paymentHash)])
    guard let deposit = found.first, deposit.state != .settled else { return }
    log.warning("payment was not heard of", ["deposit": "\(deposit.id)"])
    _ = await look(at: deposit, clock.now())
  }

  /// Returns whether there was an answer, and it was taken in.
  private func look(at deposit: Deposit, _ now: Timestamp) async -> Bool {
    do {
      let provider = try providers.named(deposit.provider)
      let end = deposit.expiresAt
      switch try await provider.statusOfUnpaid(deposit.paymentHash, until: end, at: now) {
      case .paid(let receipt):
        _ = try await receive(paymentHash: deposit.paymentHash, paidMsat: receipt.amountMsat)
      case .pending: break
      case .expired:
        // Most have ended long ago, and are asked about in case they are paid late.
        guard deposit.state == .pending, now >= end else { return true }
        _ = try await committer.commit(ExpireDeposit(deposit: deposit.id), deadline: nil) {
          .none(of: $0)
        }
      }
      return true
    } catch {
      log.info("deposit not checked", ["deposit": "\(deposit.id)", "error": "\(error)"])
      return false
    }
  }
}
