import PayLytRPC
import Synchronization

/// Takes deposits in: when a webhook tells of one, and by asking the provider about unpaid ones in
/// case a webhook was lost.
final class DepositWatcher: Sendable {
  private let database: any Store
  private let committer: Committer
  private let providers: LightningProviders
  private let clock: any Clock
  private let log: Log
  /// Where the last step ended: all deposits get their turn, however many there are.
  private let cursor = Mutex(Timestamp(microseconds: 0))

  init(
    database: any Store, committer: Committer, providers: LightningProviders, clock: any Clock,
    log: Log
  ) {
    self.database = database
    self.committer = committer
    self.providers = providers
    self.clock = clock
    self.log = log
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

  /// Asks about the next deposits. Returns false: it never hurries.
  func step() async throws -> Bool {
    let now = clock.now()
    let oldest = now.adding(seconds: -WalletLimits.watchAfterExpirySeconds)
    let from = cursor.withLock { max($0, oldest) }
    let deposits = try await database.query(
      WalletStatements.watchedDeposits,
      [
        .timestamp(from), .timestamp(now.adding(seconds: -WalletLimits.watchAgeSecondsMin)),
        .int8(WalletLimits.watchBatch),
      ])
    cursor.withLock { cursor in
      let isLast = deposits.count < Int(WalletLimits.watchBatch)
      cursor = isLast ? Timestamp(microseconds: 0) : (deposits.last?.expiresAt ?? oldest)
    }
    for deposit in deposits { await look(at: deposit, now) }
    return false
  }

  private func look(at deposit: Deposit, _ now: Timestamp) async {
    do {
      let provider = try providers.named(deposit.provider)
      switch try await provider.invoiceStatus(paymentHash: deposit.paymentHash) {
      case .paid(let receipt):
        _ = try await receive(paymentHash: deposit.paymentHash, paidMsat: receipt.amountMsat)
      case .pending: break
      case .expired:
        _ = try await committer.commit(ExpireDeposit(deposit: deposit.id), deadline: nil) {
          .none(of: $0)
        }
      }
    } catch {
      log.info("deposit not checked", ["deposit": "\(deposit.id)", "error": "\(error)"])
    }
  }
}
