@testable import PayLytServer

/// What a transaction did, told to the model. What users asked for is known from their operations;
/// what the background work did is read from the rows that it wrote, and held against the
/// provider's own book.
extension Judge {
  /// Every decision of the transaction, in the order in which it was made.
  func follow(_ changes: [MemoryDatabase.Change]) {
    let journal = changes.filter { $0.table == "journal" }.map(\.after)
      .sorted { IDSource.sequence(of: $0.id("id")) < IDSource.sequence(of: $1.id("id")) }
    var settled = changes.filter { change in
      ["invoice", "deposit"].contains(change.table) && change.after.number("state") == 2
        && change.before?.number("state") != 2
    }
    for change in changes where change.table == "invoice" {
      let end = Timestamp(microseconds: change.after.number("expires_at"))
      model.deals[change.escrow]?.unheard[change.id] =
        change.after.number("state") == 1 ? end : nil
    }
    for entry in journal {
      let method = entry.text("method")
      if entry.number("status") != 0 {
        followRefusal(entry)
      } else if let (number, ids) = Operation.parse(entry.bytes("response")) {
        followOperation(entry, number, ids)
      } else {
        followBackground(method, entry, &settled)
      }
    }
    for change in changes where change.table == "payout" {
      payouts[change.after.id("id")] = change.after
      references[change.after.text("reference")] = change.after.id("id")
      if change.before?.number("state") == 1, change.after.number("state") == 1 {
        count(PostponePayout.self)
      }
    }
    for change in changes where change.table == "inbound_event" {
      if change.before == nil {
        count(RecordInboundEvent.self)
      } else {
        count(CloseInboundEvent.self)
      }
    }
    for change in settled { report(.model, "an invoice was settled by nobody: \(change.after)") }
  }

  private func followOperation(_ entry: MemoryRow, _ number: Int, _ ids: [UUID]) {
    accepted[number, default: []].append(entry.bytes("response"))
    if accepted[number]?.count != 1 { report(.once, "operation \(number) took effect twice") }
    if refusedForGood.contains(number) { report(.once, "operation \(number) was refused before") }
    guard let operation = operations[number] else {
      return report(.once, "nobody asked for operation \(number)")
    }
    let now = Timestamp(microseconds: entry.number("created_at"))
    if !operation.effect(&model, ids, now) {
      report(.model, "accepted against the rules: operation \(number), \(operation.text)")
    }
  }

  private func followRefusal(_ entry: MemoryRow) {
    if let finding = Declarations.finding(about: entry) { report(.model, finding) }
    let number = Operation.number(ofKey: entry.id("request_key"))
    refusedForGood.insert(number)
    if accepted[number] != nil { report(.once, "operation \(number) had taken effect before") }
    guard let operation = operations[number] else { return }
    let now = Timestamp(microseconds: entry.number("created_at"))
    // A row that is not there cannot be locked: a refusal may be older than the transaction that
    // made it, but it was right at one moment of its own.
    // Some commands are only sometimes what can be paused.
    let paused = Capability.allCases.first {
      entry.bytes("response") == Refusal.paused($0).storedForm
    }
    let isRight = (history[since...] + [model]).contains { moment in
      if let paused { return moment.paused.contains(paused) }
      var copy = moment
      return !operation.effect(&copy, [], now)
    }
    // Some rules are not the model's concern: addresses that are taken, and the like.
    if operation.judgesRefusals || paused != nil, !isRight {
      report(.model, "refused against the rules: operation \(number), \(operation.text)")
    }
  }

  private func followBackground(
    _ method: String, _ entry: MemoryRow, _ settled: inout [MemoryDatabase.Change]
  ) {
    let subject = UUID(entry.text("subject").split(separator: "/").last ?? "")
    switch method {
    case ReceivePayment.method:
      count(ReceivePayment.self)
      guard let invoice = receive(&settled, { $0.table == "invoice" && $0.escrow == subject })
      else { return }
      if !model.pay(invoice.id("escrow_id"), invoice.number("paid_msat")) {
        report(.model, "a payment of no deal")
      }
    case ReceiveDeposit.method:
      count(ReceiveDeposit.self)
      guard let deposit = receive(&settled, { $0.table == "deposit" && $0.id == subject })
      else { return }
      model.deposit(deposit.number("paid_msat"), by: deposit.id("user_id"))
    case ExpirePending.method:
      count(ExpirePending.self)
      let name = String(entry.text("subject").split(separator: "/").last ?? "")
      let now = Timestamp(microseconds: entry.number("created_at"))
      if !model.books.resolve(name, .expired, at: now) {
        report(.model, "hold \(name) expired against the rules")
      }
    case ExpireDeposit.method: count(ExpireDeposit.self)
    case ExpireInvoice.method: count(ExpireInvoice.self)
    case DecideHold.method: count(DecideHold.self)
    case BeginPayoutAttempt.method:
      count(BeginPayoutAttempt.self)
      if let subject { model.withdrawals[subject]?.isSent = true }
    case SettlePayout.method:
      count(SettlePayout.self)
      guard let subject else { return }
      let state = entry.text("event_type")
      if state == "payout.contradicted" {
        report(.provider, "payout \(subject) was given back, and the provider paid it")
      }
      if let rate = model.withdrawals[subject]?.rate { return followRail(subject, rate, state) }
      guard state == "payout.succeeded" || state == "payout.failed" else { return }
      settle(subject, succeeded: state == "payout.succeeded")
    default: break
    }
  }

  private func count<C: Command>(_: C.Type) { happened["\(C.self)", default: 0] += 1 }

  /// An invoice of either kind was settled: once, with what was paid.
  private func receive(
    _ settled: inout [MemoryDatabase.Change], _ isMeant: (MemoryDatabase.Change) -> Bool
  ) -> MemoryRow? {
    guard let index = settled.firstIndex(where: isMeant) else {
      report(.once, "a payment settled no invoice")
      return nil
    }
    let invoice = settled.remove(at: index).after
    let (hash, msat) = (invoice.bytes("payment_hash"), invoice.number("paid_msat"))
    if received.updateValue(msat, forKey: hash) != nil {
      report(.once, "the payment of \(invoice.id("id")) was received twice")
    }
    if provider.invoices[hash]?.paidMsat != msat {
      report(.provider, "invoice \(invoice.id("id")): we booked \(msat), which nobody paid")
    }
    return invoice
  }

  private func settle(_ payout: UUID, succeeded: Bool) {
    let payment = provider.payments["payout-\(payout)"]
    guard case .succeeded(let fee, _)? = payment?.state, succeeded else {
      if succeeded { report(.provider, "payout \(payout) succeeded here and not there") }
      if !model.settle(payout, fee: nil) { report(.once, "payout \(payout) ended twice") }
      return
    }
    if !model.settle(payout, fee: fee) { report(.once, "payout \(payout) ended twice") }
  }
}

extension MemoryDatabase.Change {
  fileprivate var id: UUID { after.id("id") }
  fileprivate var escrow: UUID { after.id("escrow_id") }
}
