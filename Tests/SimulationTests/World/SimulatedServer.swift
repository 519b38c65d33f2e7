@testable import PayLytServer

extension Timestamp {
  /// Where simulated time begins.
  static let beginning = Timestamp(microseconds: 1_750_000_000_000_000)
}

/// The time that all servers share, and how far each of them is off.
final class SimulatedTime: @unchecked Sendable {
  var now = Timestamp.beginning

  func advance(seconds: Int64) { now = now.adding(seconds: seconds) }
}

final class SimulatedClock: Clock, @unchecked Sendable {
  private let time: SimulatedTime
  var skewMilliseconds: Int64 = 0

  init(_ time: SimulatedTime) { self.time = time }

  func now() -> Timestamp { time.now.adding(milliseconds: skewMilliseconds) }
}

/// Ids from the seed. Their order is kept in them: of two, the one that was made first has the
/// lower sequence, whatever its clock said.
final class IDSource: @unchecked Sendable {
  private var draw: Draw
  private var made: UInt64 = 0

  init(seed: UInt64) { draw = Draw(seed: ~seed) }

  func random() -> UInt64 {
    made += 1
    return draw.next() & ~0xffff_ffff_ffff | made << 8
  }

  static func sequence(of id: UUID) -> UInt64 { (id.low & 0xffff_ffff_ffff) >> 8 }
}

/// What a simulated user talks to: the production engine and the production background work, on any
/// store and with any provider.
final class SimulatedServer: @unchecked Sendable {
  enum Work: CaseIterable {
    case payouts, events, invoices, deposits, holds, reversals, heldPayments
  }

  let number: Int
  let store: any Store
  let committer: Committer
  let provider: SimulatedProvider
  let rail: SimulatedRail
  let clock: any Clock
  private let payouts: PayoutWorker
  private let events: InboundWorker
  private let invoices: InvoiceWatcher
  private let deposits: DepositWatcher
  private let heldPayments: HoldWorker
  private var busy: Set<Work> = []

  init(
    number: Int, store: any Store, provider: SimulatedProvider, clock: any Clock,
    random: @escaping @Sendable () -> UInt64,
    reportBug: @escaping @Sendable (String) -> Void
  ) {
    self.number = number
    self.store = store
    self.provider = provider
    rail = SimulatedRail(beside: provider)
    self.clock = clock
    let committer = Committer(
      database: store, schema: ServiceStatements.schema, clock: clock, stripe: UInt8(number),
      random: random,
      report: { event in if case .bug(let bug) = event { reportBug(bug) } })
    self.committer = committer
    let log = Log(level: .error, clock: clock, sink: { _ in })
    let payouts = PayoutWorker(
      database: store, committer: committer, providers: LightningProviders(provider), rail: rail,
      keys: Self.keys, clock: clock, log: log, setAside: SetAside("payouts", log: log))
    self.payouts = payouts
    let deposits = DepositWatcher(
      database: store, committer: committer, providers: LightningProviders(provider), clock: clock,
      log: log)
    self.deposits = deposits
    events = InboundWorker(
      database: store, committer: committer, providers: LightningProviders(provider), clock: clock,
      log: log, setAside: SetAside("events", log: log),
      deposits: { try await deposits.receive(paymentHash: $0, paidMsat: $1) }
    ) { try await payouts.ask(reference: $0) }
    // Wired as in Workers, which also has the loops around the steps.
    let onPaid: @Sendable (Invoice, Int64) async throws -> Void = { invoice, paidMsat in
      let command = ReceivePayment(
        caller: .system("invoices"), paymentHash: invoice.paymentHash, paidMsat: paidMsat,
        event: nil)
      _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
    }
    heldPayments = HoldWorker(
      database: store, committer: committer, clock: clock,
      providers: LightningProviders(provider), keys: Self.keys, log: log, onPaid: onPaid)
    invoices = InvoiceWatcher(
      database: store, providers: LightningProviders(provider), clock: clock, log: log,
      onPaid: onPaid,
      onExpired: { invoice in
        _ = try await committer.commit(ExpireInvoice(invoice: invoice.id), deadline: nil) {
          .none(of: $0)
        }
      })
  }

  /// What the details of beneficiaries are sealed with.
  static let keys: DetailKeys = {
    guard let keys = DetailKeys([0: [UInt8](repeating: 7, count: 32)], current: 0) else {
      preconditionFailure("32 bytes are a key")
    }
    return keys
  }()

  func isBusy(with work: Work) -> Bool { busy.contains(work) }

  /// One step of the background work. One that fails is taken again at the next turn.
  func step(_ work: Work) async {
    guard busy.insert(work).inserted else { return }
    defer { busy.remove(work) }
    switch work {
    case .payouts: _ = try? await payouts.step()
    case .events: _ = try? await events.step()
    case .invoices: _ = try? await invoices.step()
    case .deposits: _ = try? await deposits.step()
    case .holds: _ = try? await releaseHolds()
    case .reversals: try? await askForReversals()
    case .heldPayments: _ = try? await heldPayments.step()
    }
  }

  /// Releases what is held and over, as the worker of the general ledger does, and whoever finds
  /// it in the way.
  func releaseHolds() async throws -> Timestamp {
    let now = clock.now()
    for held in try await store.query(SimulationStatements.holdsOver, [.timestamp(now)]) {
      _ = try await committer.commit(ExpirePending(name: held.name), deadline: nil) {
        .none(of: $0)
      }
    }
    return now
  }

  /// Asks about what has arrived at banks, as `ReversalWatcher` does, at each turn.
  private func askForReversals() async throws {
    let arrived = try await store.query(SimulationStatements.arrived, [.timestamp(clock.now())])
    for payout in arrived { await payouts.requery(payout) }
  }

  /// The escrow as it is now.
  func escrow(_ id: UUID) async throws -> Escrow? {
    try await store.query(SimulationStatements.escrow, [.uuid(id)]).first
  }
}

/// What users look at, where the service has only wider reads.
enum SimulationStatements {
  static let escrow = Statement<Escrow>(
    "simulation_escrow",
    "SELECT \(Escrow.table.columns.map(\.name).joined(separator: ", ")) FROM escrow WHERE id = $1",
    parameters: [.uuid], columns: Escrow.table.columns.map(\.type), decode: Escrow.table.decode)

  static let arrived = Statement<Payout>(
    "simulation_arrived",
    """
    SELECT \(Payout.table.columns.map(\.name).joined(separator: ", "))
    FROM payout WHERE state = 5 AND method IN (3, 4) AND next_attempt_at <= $1
    ORDER BY next_attempt_at
    """,
    parameters: [.timestamptz], columns: Payout.table.columns.map(\.type),
    decode: Payout.table.decode)

  static let all = [escrow.definition, holdsOver.definition, arrived.definition]

  static let holdsOver = Statement<GeneralTransaction>(
    "simulation_holds_over",
    """
    SELECT \(GeneralTransaction.table.columns.map(\.name).joined(separator: ", "))
    FROM general_transaction WHERE state = 1 AND expires_at <= $1 ORDER BY expires_at
    """,
    parameters: [.timestamptz], columns: GeneralTransaction.table.columns.map(\.type),
    decode: GeneralTransaction.table.decode)
}

extension PayoutWorker {
  /// Begins the turns of what is due, and waits for their end. Returns whether there may be more.
  func step() async throws -> Bool {
    let begun = await withDiscardingTaskGroup { group in
      do {
        return Result<Bool, any Error>.success(try await begin(in: &group, freed: Bell()))
      } catch {
        return .failure(error)
      }
    }
    return try begun.get()
  }
}
