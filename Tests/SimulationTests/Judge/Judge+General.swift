@testable import PayLytServer

/// The general ledger: each step of a transaction sums to zero, an account is its entries, and no
/// limit is broken.
extension Judge {
  func checkGeneral(_ changes: [MemoryDatabase.Change]) {
    let entries = changes.filter { $0.table == "general_entry" }.map(\.after)
    var sums: [String: (posted: Int64, pending: Int64)] = [:]
    var grown: [UUID: [String: Int64]] = [:]
    for entry in entries {
      let sign: Int64 = entry.flag("is_debit") ? 1 : -1
      let step = "\(entry.id("transaction_id")) \(entry.number("kind")) \(entry.text("asset"))"
      sums[step, default: (0, 0)].posted += sign * entry.number("posted")
      sums[step, default: (0, 0)].pending += sign * entry.number("pending")
      let side = entry.flag("is_debit") ? "debits" : "credits"
      for column in ["posted", "pending"] {
        grown[entry.id("account_id"), default: [:]]["\(side)_\(column)", default: 0] +=
          entry
          .number(column)
      }
    }
    for (step, sum) in sums where sum != (0, 0) {
      report(.balanced, "step \(step) is off by \(sum)")
    }
    for change in changes where change.table == "general_account" {
      let (id, after) = (change.after.id("id"), change.after)
      let before = general[id]
      for column in ["debits_posted", "credits_posted", "debits_pending", "credits_pending"] {
        let growth = after.number(column) - (before?.number(column) ?? 0)
        if growth != grown[id]?[column] ?? 0 {
          report(.balanced, "\(after.text("name")): \(column) grew by \(growth)")
        }
      }
      grown[id] = nil
      general[id] = after
      checkGeneralLimits(after)
    }
    for id in grown.keys { report(.balanced, "entries without their account \(id)") }
  }

  private func checkGeneralLimits(_ row: MemoryRow) {
    let available = row.generalPosted - row.number("debits_pending")
    let expected = row.generalPosted + row.number("credits_pending")
    if !row.isNull("balance_min"), available < row.number("balance_min") {
      report(.limit, "\(row.text("name")) has \(available)")
    }
    if !row.isNull("balance_max"), expected > row.number("balance_max") {
      report(.limit, "\(row.text("name")) would have \(expected)")
    }
  }
}

extension MemoryRow {
  /// Of an account of the general ledger that grows by credits.
  var generalPosted: Int64 { number("credits_posted") - number("debits_posted") }
}
