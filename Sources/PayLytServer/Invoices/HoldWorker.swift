import Synchronization

/// Asks our node about the invoices whose payment it holds back, and tells it what becomes of each.
///
/// What was decided is in the rows and how it stands at the node is asked each time, so a server
/// that dies between the two, or an answer that is lost, costs nothing: the next step goes on, on
/// any server.
final class HoldWorker: Sendable {
  private let database: any Store
  private let committer: Committer
  private let clock: any Clock
  private let providers: LightningProviders
  private let keys: DetailKeys
  private let log: Log
  private let onPaid: @Sendable (Invoice, _ paidMsat: Int64) async throws -> Void
  private let gauge: Gauge
  /// Where the last step ended: all invoices get their turn, however many there are. And how many
  /// of this round have their preimage under another key than the current one.
  private let round = Mutex((after: UUID(high: 0, low: 0), underOtherKeys: Int64(0)))

  /// - Parameter gauge: tells how many preimages are under other keys. They are not sealed anew: a
  ///   hold ends before an old key has to go.
  init(
    database: any Store, committer: Committer, clock: any Clock, providers: LightningProviders,
    keys: DetailKeys, log: Log, gauge: Gauge = Gauge(),
    onPaid: @escaping @Sendable (Invoice, Int64) async throws -> Void
  ) {
    self.database = database
    self.committer = committer
    self.clock = clock
    self.providers = providers
    self.keys = keys
    self.log = log
    self.gauge = gauge
    self.onPaid = onPaid
  }

  /// Looks at the next invoices. Returns whether there are more.
  func step() async throws -> Bool {
    let after = round.withLock { $0.after }
    let holds = try await database.query(
      InvoiceStatements.liveHolds,
      [.uuid(after), .int8(HoldLimits.batch), .timestamp(clock.now())])
    let isLast = holds.count < Int(HoldLimits.batch)
    let others = holds.count { $0.hold.preimage.keyID != keys.currentID }
    round.withLock { round in
      round.underOtherKeys += Int64(others)
      round.after = holds.last?.hold.id ?? round.after
      guard isLast else { return }
      gauge.set(round.underOtherKeys)
      round = (UUID(high: 0, low: 0), 0)
    }
    for hold in holds { await look(at: hold) }
    return !isLast
  }

  private func look(at live: InvoiceStatements.LiveHold) async {
    do {
      let provider = try providers.holding(live.invoice.provider)
      for _ in 0..<HoldLimits.roundsMax {
        let seen = try await provider.holdState(paymentHash: live.invoice.paymentHash)
        // Mostly it just waits: that is no news.
        if seen == .open, live.isAwaited { return }
        let command = DecideHold(invoice: live.invoice.id, seen: seen)
        let answer = try await committer.carryOut(command) { .invoice($0.invoice) }
        switch answer.order {
        case .wait, .over: return
        case .take: try await provider.settleHold(preimage: try preimage(of: live.hold))
        case .sendBack: try await provider.cancelHold(paymentHash: live.invoice.paymentHash)
        case .book(let paidMsat): try await onPaid(live.invoice, paidMsat)
        }
      }
    } catch let unreadable as DetailKeys.Unreadable {
      // It goes back by itself when it has waited for too long.
      log.error(
        "preimage cannot be read",
        ["invoice": "\(live.invoice.id)", "key": "\(unreadable.keyID)"])
    } catch {
      log.info(
        "held payment not looked at", ["invoice": "\(live.invoice.id)", "error": "\(error)"])
    }
  }

  private func preimage(of hold: HoldInvoice) throws -> [UInt8] {
    try keys.open(hold.preimage, of: hold.id, in: HoldInvoice.secrets)
  }
}
