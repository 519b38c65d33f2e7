@testable import PayLytServer

/// The service's tables in memory. A command runs on it as it runs in a batch of one: it loads what
/// it names, decides, and what it changed is stored, or nothing at all.
final class MemoryStore {
  var now = Timestamp.start
  /// What the journal would show, in order.
  private(set) var events: [Decision.Event] = []
  private var tables: [ObjectIdentifier: any MemoryTable] = [:]
  private var random: SeededRandom

  init(seed: UInt64 = 1) {
    random = SeededRandom(seed: seed)
    add(ReconciliationRun.self)
    add(ReconciliationFinding.self)
    add(CapabilityState.self)
    add(CapabilitySwitch.self)
    add(Correction.self)
    add(User.self)
    add(Session.self)
    add(MailedCode.self)
    add(ApiKey.self)
    add(RequestNonce.self)
    add(Profile.self)
    add(KycCase.self)
    add(UserUsage.self)
    add(Job.self)
    add(JobMilestone.self)
    add(Escrow.self)
    add(Milestone.self)
    add(Application.self)
    add(TermsAcceptance.self)
    add(Payee.self)
    add(FeeSchedule.self)
    add(Timer.self)
    add(EscrowOverride.self)
    add(StoredFile.self)
    add(Deliverable.self)
    add(Dispute.self)
    add(Evidence.self)
    add(Invoice.self)
    add(HoldInvoice.self)
    add(Receipt.self)
    add(Payout.self)
    add(PayoutQuote.self)
    add(Beneficiary.self)
    add(Deposit.self)
    add(FxQuote.self)
    add(ExposureGate.self)
    add(Conversion.self)
    add(WalletFreeze.self)
    add(WalletHandover.self)
    add(InboundEvent.self)
    add(EventConsumer.self)
    add(SandboxOffset.self)
    add(SandboxFault.self)
    add(Notification.self)
    add(NotificationPreferences.self)
    add(Mail.self)
    add(WebhookEndpoint.self)
    add(WebhookCursor.self)
    add(WebhookDelivery.self)
    add(Account.self)
    add(Transfer.self)
    add(GeneralAccount.self)
    add(GeneralTransaction.self)
    add(GeneralEntry.self)
    add(GeneralLabels.self)
    add(GeneralSchedule.self)
  }

  @discardableResult
  func carryOut<C: Command>(_ command: C) throws -> C.Answer {
    let set = WorkingSet(ServiceStatements.schema)
    try load(command, into: set)
    let (answer, event) = try DeclaredReasons.checked(command) {
      try set.attempt {
        let decision = Decision(set, now: now, stripe: 0) { self.newID() }
        return (try command.decideUnlessPaused(decision), decision.event)
      }
    }
    for table in tables.values { try table.check(set) }
    for table in tables.values { table.store(from: set) }
    if let event { events.append(event) }
    return answer
  }

  /// Runs a command that must be refused, and gives back why.
  func refusal<C: Command>(of command: C) -> Refusal? {
    do {
      try carryOut(command)
      return nil
    } catch let error as any RefusalConvertible {
      return error.refusal
    } catch {
      return nil
    }
  }

  func rows<Row: StoredRow>(_: Row.Type) -> [Row] { table(Row.self).rows.values.map(\.self) }

  func row<Row: StoredRow>(_: Row.Type, _ id: UUID) -> Row? { table(Row.self).rows[id] }

  func put<Row: StoredRow>(_ row: Row) { table(Row.self).rows[row.rowID] = row }

  func newID() -> UUID { UUID(time: now, random: random.next()) }

  /// Every row of every table, comparable with another moment's.
  var contents: [String] { tables.values.flatMap(\.contents).sorted() }

  private struct LoadsWithoutEnd: Error {}

  private func load(_ command: some Command, into set: WorkingSet) throws {
    let loader = Loader(set: set, stripe: 0)
    for _ in 0..<CommitLimits.loadRoundsMax {
      command.loadAll(loader)
      let wanted = tables.values.map { $0.load(into: set) }
      if !wanted.contains(true) { return }
    }
    throw LoadsWithoutEnd()
  }

  private func add<Row: StoredRow>(_: Row.Type) {
    tables[ObjectIdentifier(Row.self)] = TableRows<Row>()
  }

  private func table<Row: StoredRow>(_: Row.Type) -> TableRows<Row> {
    guard let table = tables[ObjectIdentifier(Row.self)] as? TableRows<Row> else {
      preconditionFailure("the memory store has no \(Row.table.name)")
    }
    return table
  }
}

private protocol MemoryTable: AnyObject {
  func load(into set: WorkingSet) -> Bool
  /// - Throws: what the database refuses.
  func check(_ set: WorkingSet) throws
  func store(from set: WorkingSet)
  var contents: [String] { get }
}

private final class TableRows<Row: StoredRow>: MemoryTable {
  var rows: [UUID: Row] = [:]

  func load(into set: WorkingSet) -> Bool { set.rows(Row.self).load(from: rows.values) }

  func check(_ set: WorkingSet) throws {
    for sums in set.rows(Row.self).changes.added where total(with: sums) == nil {
      throw Refusal.sumTooLarge
    }
  }

  private func total(with sums: Row) -> Row? {
    rows[sums.rowID].map { Row.table.total?($0, sums) } ?? sums
  }

  func store(from set: WorkingSet) {
    let (inserted, updated, added) = set.rows(Row.self).changes
    for row in inserted {
      precondition(rows[row.rowID] == nil, "\(Row.table.name) \(row.rowID) is inserted twice")
      rows[row.rowID] = row
    }
    for row in updated {
      precondition(rows[row.rowID] != nil, "\(Row.table.name) \(row.rowID) is not there")
      rows[row.rowID] = row
    }
    for sums in added { rows[sums.rowID] = total(with: sums) }
  }

  var contents: [String] { rows.values.map { "\($0)" } }
}

extension MemoryStore {
  /// Smallest units on the account's normal side; zero where there is no account.
  func balance(_ id: AccountID) -> Int64 { row(Account.self, id.uuid)?.balance ?? 0 }

  func wallet(_ user: UUID) -> Int64 { balance(AccountID(of: user, kind: .wallet, asset: .btc)) }

  /// What does not add up in the books; empty when all is right.
  var discrepancies: [String] {
    var found: [String] = []
    for account in rows(Account.self) {
      let debits = rows(Transfer.self).filter { $0.debit == account.id }.map(\.amount)
      let credits = rows(Transfer.self).filter { $0.credit == account.id }.map(\.amount)
      if account.debits != debits.reduce(0, +) || account.credits != credits.reduce(0, +) {
        found.append("\(account.kind) \(account.id.uuid) is not the sum of its transfers")
      }
      if account.balance < 0, !account.mayOverdraw {
        found.append("\(account.kind) \(account.id.uuid) is overdrawn")
      }
    }
    for asset in Asset.allCases {
      let accounts = rows(Account.self).filter { $0.asset == asset }
      let sum = accounts.reduce(Int128(0)) { $0 + Int128($1.debits) - Int128($1.credits) }
      if sum != 0 { found.append("\(asset) is off by \(sum)") }
    }
    for escrow in rows(Escrow.self) where balance(escrow.account) != escrow.availableMsat {
      found.append("escrow \(escrow.id) says \(escrow.availableMsat)")
    }
    return found
  }
}
