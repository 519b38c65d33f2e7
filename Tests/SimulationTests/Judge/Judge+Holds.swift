@testable import PayLytServer

/// Held payments, held against the node's own book.
extension Judge {
  /// What we wrote down of how one ended is how it ended.
  func checkHolds(_ changes: [MemoryDatabase.Change]) {
    for change in changes where change.table == "invoice" {
      invoiceHashes[change.after.id("id")] = change.after.bytes("payment_hash")
    }
    for change in changes where change.table == "hold_invoice" {
      let id = change.after.id("id")
      let phase = HoldPhase(rawValue: Int16(change.after.number("state")))
      let state = invoiceHashes[id].flatMap { provider.holds[$0]?.state } ?? .cancelled
      let isRight =
        switch (phase, state) {
        case (.taken, .settled), (.returned, .cancelled): true
        case (.taken, _), (.returned, _), (nil, _): false
        case (.open, _), (.taking, _), (.returning, _): true
        }
      if !isRight { report(.provider, "hold \(id) was \(state) there and not here") }
    }
  }

  /// Money that is held becomes ours once, or goes back once.
  func checkNode() {
    for (hash, hold) in provider.holds where hold.settled + hold.returned > 1 {
      report(
        .once,
        "held money was taken \(hold.settled) times, and went back \(hold.returned) "
          + "times: \(hash.prefix(4))")
    }
  }
}
