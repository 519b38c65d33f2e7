@testable import PayLytServer

/// What must hold after every step.
enum Invariant: String, CaseIterable {
  case balanced = "every transaction sums to zero per asset, and accounts are their transfers"
  case escrow = "funded = released + refunded + frozen + available, for each escrow"
  case limit = "no balance is below its limit"
  case once = "each acknowledged command took effect exactly once, each refused one not at all"
  case provider = "the provider's book and ours agree after reconciliation"
  case model = "the books are those of the model ledger"
  case bugs = "the engine reports no bug of its own"
}

struct Violation: Hashable, CustomStringConvertible {
  let invariant: Invariant
  let detail: String

  var description: String { "[\(invariant)] \(detail)" }
}

/// Watches every transaction that becomes durable, and every answer, and says what is wrong.
///
/// It reads plain columns and believes nothing that the service computes from them.
///
/// `@unchecked Sendable`: confined to the thread of its simulation.
final class Judge: @unchecked Sendable {
  private(set) var violations: [Violation] = []
  var model = LedgerModel()
  /// The model after each transaction.
  var history = [LedgerModel()]
  var since = 0
  let provider: ProviderBook
  /// By operation: how often it was accepted, and with which answer; how often refused for good.
  var accepted: [Int: [[UInt8]]] = [:]
  var refusedForGood: Set<Int> = []
  var operations: [Int: Operation] = [:]
  /// How often each command took effect.
  var happened: [String: Int] = [:]
  private var accounts: [UUID: MemoryRow] = [:]
  private var escrows: [UUID: EscrowBook] = [:]
  /// Accounts of the general ledger, by id.
  var general: [UUID: MemoryRow] = [:]
  var payouts: [UUID: MemoryRow] = [:]
  /// Payouts by what the provider knows them as.
  var references: [String: UUID] = [:]
  /// What each invoice of an escrow is paid by.
  var invoiceHashes: [UUID: [UInt8]] = [:]
  /// How payouts to banks have ended, by their events.
  var endings: Set<String> = []
  /// What corrections took from our float: nothing at the provider changed by that.
  private var correctedMsat: Int64 = 0
  /// What each payment hash and each payout moved in our book.
  var received: [[UInt8]: Int64] = [:]

  /// What came into an escrow and left it, by its transfers.
  private struct EscrowBook {
    /// As it was written last.
    var row: MemoryRow?
    var fundedMsat: Int64 = 0
    var releasedMsat: Int64 = 0
    var refundedMsat: Int64 = 0
  }

  init(provider: ProviderBook) { self.provider = provider }

  func report(_ invariant: Invariant, _ detail: String) {
    violations.append(Violation(invariant: invariant, detail: detail))
  }

  func began(_ operation: Operation) { operations[operation.number] = operation }

  // MARK: A transaction is durable

  /// - Parameter first: how many transactions were durable when this one looked first; nil when
  ///   that is not known, and a refusal may have been right at any time before.
  func committed(_ changes: [MemoryDatabase.Change], since first: Int? = nil) {
    since = first ?? 0
    defer { history.append(model) }
    for change in changes where change.table == "escrow" {
      let id = change.after.id("id")
      escrows[id, default: EscrowBook()].row = change.after
    }
    let transfers = changes.filter { $0.table == "ledger_transfer" }.map(\.after)
    checkSums(changes.filter { $0.table == "ledger_account" }, transfers)
    for transfer in transfers { take(transfer) }
    checkGeneral(changes)
    checkHolds(changes)
    follow(changes)
    checkEscrows()
    checkModel()
  }

  private func checkSums(_ changed: [MemoryDatabase.Change], _ transfers: [MemoryRow]) {
    var debits: [UUID: Int64] = [:]
    var credits: [UUID: Int64] = [:]
    var assets: [UUID: String] = [:]
    for transfer in transfers {
      let (from, to) = (transfer.id("debit_account"), transfer.id("credit_account"))
      let amount = transfer.number("amount")
      if amount <= 0 || from == to { report(.balanced, "a transfer of \(amount) to itself") }
      debits[from, default: 0] += amount
      credits[to, default: 0] += amount
      for account in [from, to] {
        if assets.updateValue(transfer.text("asset"), forKey: account) ?? transfer.text("asset")
          != transfer.text("asset")
        {
          report(.balanced, "account \(account) moves in two assets")
        }
      }
    }
    var net: [String: Int64] = [:]
    for change in changed {
      let (id, after) = (change.after.id("id"), change.after)
      // Against what the books said after the last transaction, not against what this one read.
      let before = accounts[id]
      let debit = after.number("debits") - (before?.number("debits") ?? 0)
      let credit = after.number("credits") - (before?.number("credits") ?? 0)
      net[after.text("asset"), default: 0] += debit - credit
      if debit != debits.removeValue(forKey: id) ?? 0 {
        report(.balanced, "account \(id): debits grew by \(debit), not by its transfers")
      }
      if credit != credits.removeValue(forKey: id) ?? 0 {
        report(.balanced, "account \(id): credits grew by \(credit), not by its transfers")
      }
      if let asset = assets[id], asset != after.text("asset") {
        report(.balanced, "account \(id) of \(after.text("asset")) moves \(asset)")
      }
      accounts[id] = after
    }
    for change in changed { checkLimit(change.after) }
    if !debits.isEmpty || !credits.isEmpty {
      report(.balanced, "transfers without their accounts: \(debits.keys) \(credits.keys)")
    }
    for (asset, sum) in net where sum != 0 { report(.balanced, "\(asset) is off by \(sum)") }
  }

  private func checkLimit(_ account: MemoryRow) {
    let balance = account.balance
    if balance < 0, !account.flag("may_overdraw") {
      report(.limit, "account \(account.id("id")) is at \(balance)")
    }
    guard account.flag("may_overdraw") else { return }
    // One stripe may be below zero, all of them together not; the pool of an exchange may.
    let kind = AccountKind(rawValue: Int16(account.number("kind")))
    guard kind != .fxPool, kind != .fxSpread, kind != .losses else { return }
    let stripes = accounts.values.filter {
      $0.number("kind") == account.number("kind") && $0["asset"] == account["asset"]
    }
    // What was given away as a loss may be paid out of the float like anything else.
    let lost = kind == .providerFloat ? total(.losses) : 0
    let sum = stripes.reduce(lost) { $0 + $1.balance }
    if sum < 0 { report(.limit, "the stripes of kind \(account.number("kind")) are at \(sum)") }
  }

  private func take(_ transfer: MemoryRow) {
    let amount = transfer.number("amount")
    guard let kind = TransferKind(rawValue: Int16(transfer.number("kind"))) else { return }
    let (from, to) = (transfer.id("debit_account").entity, transfer.id("credit_account").entity)
    switch kind {
    case .fund, .fundFromWallet: escrows[to, default: EscrowBook()].fundedMsat += amount
    case .release, .fee: escrows[from, default: EscrowBook()].releasedMsat += amount
    case .refund: escrows[from, default: EscrowBook()].refundedMsat += amount
    case .correction:
      if AccountID(uuid: transfer.id("credit_account")).kind == .providerFloat {
        correctedMsat += amount
      } else if AccountID(uuid: transfer.id("debit_account")).kind == .providerFloat {
        correctedMsat -= amount
      }
    default: break
    }
  }

  private func checkEscrows() {
    for (id, book) in escrows {
      let available = balance(AccountID(of: id, kind: .escrow, asset: .btc))
      let frozen = balance(AccountID(of: id, kind: .escrowDisputed, asset: .btc))
      let moved = [book.fundedMsat, book.releasedMsat, book.refundedMsat, frozen]
      if moved[0] != moved[1] + moved[2] + frozen + available || available < 0 || frozen < 0 {
        report(.escrow, "escrow \(id) has \(available) of \(moved)")
      }
      guard let row = book.row else { continue }
      var told = ["funded_msat", "released_msat", "refunded_msat", "disputed_msat"].map {
        row.number($0)
      }
      // What was paid beyond a smaller scope went back and counts as if it had never come.
      let excess = model.deals[id]?.excess ?? 0
      told[0] += excess
      told[2] += excess
      if told != moved || told.contains(where: { $0 < 0 }) {
        report(.escrow, "escrow \(id) says in, out, back, frozen \(told), moved \(moved)")
      }
    }
  }

  func balance(_ account: AccountID) -> Int64 { accounts[account.uuid]?.balance ?? 0 }

  private func total(_ kind: AccountKind, _ asset: Asset = .btc) -> Int64 {
    accounts.values.filter {
      $0.number("kind") == Int64(kind.rawValue) && $0.text("asset") == asset.rawValue
    }
    .reduce(0) { $0 + $1.balance }
  }

  // MARK: The model

  func checkModel() {
    func compare(_ held: Int64, _ expected: Int64, _ what: @autoclosure () -> String) {
      if held != expected { report(.model, "\(what()) holds \(held), the model \(expected)") }
    }
    for (purse, expected) in model.wallets {
      let account = AccountID(of: purse.user, kind: .wallet, asset: purse.asset)
      compare(balance(account), expected, "wallet \(purse)")
    }
    for (asset, expected) in model.house {
      let house = [AccountKind.fxPool, .fxSpread, .rounding].reduce(0) { $0 + total($1, asset) }
      compare(house, expected, "the house's \(asset)")
    }
    for (id, deal) in model.deals {
      let isFree = deal.dispute == nil
      for (kind, expected) in [
        (AccountKind.escrow, isFree ? deal.rest : 0), (.escrowDisputed, isFree ? 0 : deal.rest),
      ] {
        compare(
          balance(AccountID(of: id, kind: kind, asset: .btc)), expected, "\(kind) of \(id)")
      }
    }
    for (id, withdrawal) in model.withdrawals {
      compare(
        balance(AccountID(of: id, kind: .payoutInTransit, asset: withdrawal.asset)),
        withdrawal.inTransit,
        "payout \(id)")
    }
    compare(total(.fees), model.fees, "the fees")
    for (asset, expected) in model.losses {
      compare(total(.losses, asset), expected, "the losses of \(asset)")
    }
    compare(total(.providerFloat), model.float, "the float")
    for row in general.values {
      guard let account = model.books.accounts[row.text("name")] else {
        report(.model, "nobody opened \(row.text("name"))")
        continue
      }
      compare(row.generalPosted, account.posted, row.text("name"))
      compare(row.number("credits_pending"), account.into, "expected in \(row.text("name"))")
      compare(row.number("debits_pending"), account.out, "held in \(row.text("name"))")
    }
  }

  // MARK: The provider

  /// Our float and the provider's balance differ by what we have not heard of yet, and by nothing
  /// else.
  func checkProvider() {
    var explained = correctedMsat
    for (hash, invoice) in provider.invoices where received[hash] == nil {
      explained += invoice.paidMsat ?? 0
    }
    for (reference, payment) in provider.payments {
      guard let id = UUID(reference.dropFirst("payout-".count)), let row = payouts[id] else {
        report(.provider, "the provider paid \(reference), which is no payout of ours")
        continue
      }
      let state = PayoutState(rawValue: Int16(row.number("state")))
      if payment.costMsat > 0, state == .failed || state == .cancelled {
        report(.provider, "payout \(id) was given back, and the provider paid it")
      }
      if state != .succeeded { explained -= payment.costMsat }
    }
    explained -= unheardMsatOfRail
    checkNode()
    let float = total(.providerFloat)
    if float + explained != provider.balanceMsat {
      report(
        .provider, "we have \(float), not heard of \(explained), provider \(provider.balanceMsat)")
    }
  }

  // MARK: Answers

  func answered(_ operation: Operation, _ reply: Operation.Reply, _ manner: Operation.Manner) {
    switch (manner, reply) {
    case (.otherContent, .success(let outcome)):
      report(
        .once, "operation \(operation.number): another content got \(outcome.bytes.count) bytes")
    case (.asItIs, .success(let outcome)):
      if operation.hasEffect(outcome) { happened[operation.command, default: 0] += 1 }
      guard operation.mayBeRepeated || accepted[operation.number] != nil else { return }
      if accepted[operation.number] != [outcome.bytes] {
        report(.once, "operation \(operation.number) was acknowledged and did not take effect so")
      }
    case (.asItIs, .failure), (.otherContent, .failure), (.rehearsal, _): break
    }
  }

  /// Whoever heard nothing but refusals was refused; looked at when nothing is under way.
  func checkRefusals() {
    for operation in operations.values where accepted[operation.number] != nil {
      if operation.accepted == nil, !operation.mayHaveHappened {
        report(.once, "operation \(operation.number) was refused and took effect all the same")
      }
    }
  }

  // MARK: At the end

  var unheardInvoices: [[UInt8]] {
    provider.invoices.filter { $0.value.paidMsat != nil && received[$0.key] == nil }.map(\.key)
  }

  /// Payouts that have not ended.
  var openPayouts: [UUID] {
    payouts.values.filter { $0.number("state") < 5 }.map { $0.id("id") }.sorted()
  }
}

extension MemoryRow {
  /// Of an account, on its normal side.
  fileprivate var balance: Int64 {
    let debits = number("debits") - number("credits")
    return flag("is_debit_normal") ? debits : -debits
  }
}
