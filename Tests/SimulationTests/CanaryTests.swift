import Testing

@testable import PayLytServer

/// A bug that is planted beside the production code: in what the store keeps, in how it keeps it,
/// or in what the provider does.
struct Canary: Sendable, CustomTestStringConvertible {
  let bug: String
  let invariant: Invariant
  /// What the stories are about in which it shows; nil: any.
  let subject: (any Command.Type)?
  let plant: @Sendable (Simulation) -> Void

  var testDescription: String { bug }

  private init(
    _ bug: String, breaks invariant: Invariant, by subject: (any Command.Type)? = nil,
    _ plant: @escaping @Sendable (Simulation) -> Void
  ) {
    self.bug = bug
    self.invariant = invariant
    self.subject = subject
    self.plant = plant
  }

  /// One that changes what is about to be stored.
  private init(
    _ bug: String, breaks invariant: Invariant, by subject: (any Command.Type)? = nil,
    storing change: @escaping @Sendable (inout [MemoryDatabase.Change]) -> Void
  ) {
    self.init(bug, breaks: invariant, by: subject) { $0.database.sabotage.change = change }
  }

  /// The stories to look for it in.
  var seeds: [UInt64] {
    subject.map { Workload.seeds(about: $0).prefix(20).map(\.self) } ?? Array(1...40)
  }

  static let all: [Canary] = [
    Canary("a millisatoshi appears in an account", breaks: .balanced) { changes in
      changes.first("ledger_account") { $0["credits"] = .int8($0.number("credits") + 1) }
    },
    Canary("a transfer is not written", breaks: .balanced) { changes in
      guard let index = changes.firstIndex(where: { $0.table == "ledger_transfer" }) else { return }
      changes.remove(at: index)
    },
    Canary("rows are not locked, and updates get lost", breaks: .balanced, by: TransferFunds.self) {
      $0.database.sabotage.ignoresLocks = true
    },
    Canary("an escrow forgets a part of what it released", breaks: .escrow) { changes in
      changes.first("escrow") { row in
        let released = row.number("released_msat")
        if released > 0 { row["released_msat"] = .int8(released - 1) }
      }
    },
    Canary("a dispute freezes a millisatoshi less than it says", breaks: .escrow) { changes in
      changes.shift(.disputeFreeze, byMsat: -1)
    },
    Canary(
      "a larger scope takes a millisatoshi less than it says", breaks: .escrow,
      by: RestateEscrow.self
    ) { changes in
      changes.shift(.fundFromWallet, byMsat: -1)
    },
    Canary(
      "an amount appears in an account of the general ledger", breaks: .balanced,
      by: PostTransaction.self
    ) { changes in
      changes.first("general_account") {
        $0["credits_posted"] = .int8($0.number("credits_posted") + 1)
      }
    },
    Canary(
      "an entry of the general ledger is not written", breaks: .balanced, by: PostTransaction.self
    ) { changes in
      guard let index = changes.firstIndex(where: { $0.table == "general_entry" }) else { return }
      changes.remove(at: index)
    },
    Canary(
      "too much is posted, in perfectly balanced general books", breaks: .limit,
      by: PostTransaction.self
    ) { changes in
      changes.shiftPosting(by: 1_000_000)
    },
    Canary(
      "one unit too much is posted, in balanced general books", breaks: .model,
      by: PostTransaction.self
    ) { changes in
      changes.shiftPosting(by: 1)
    },
    Canary("a wallet is overdrawn, in perfectly balanced books", breaks: .limit) { changes in
      changes.shift(.payoutReserve, byMsat: 1_000_000_000)
    },
    Canary("COMMIT is answered before anything is stored", breaks: .once) {
      $0.database.sabotage.losesCommits = true
    },
    Canary("a commit is said to have failed when it has not", breaks: .once) {
      $0.database.sabotage.deniesCommits = true
    },
    Canary("request ids are forgotten", breaks: .once) {
      $0.database.sabotage.forgetsRequests = true
    },
    Canary("the provider forgets what it paid, and pays again", breaks: .provider) {
      $0.provider.forgetsPayments = true
    },
    Canary(
      "the rail forgets what it paid to banks, and pays again", breaks: .provider,
      by: CreatePayoutQuote.self
    ) {
      $0.provider.forgetsRemittances = true
    },
    Canary(
      "a node takes a held payment and gives it back to its payer", breaks: .once,
      by: DecideHold.self
    ) {
      $0.provider.returnsSettled = true
    },
    Canary(
      "what the node has taken is written down as given back", breaks: .provider,
      by: DecideHold.self
    ) { changes in
      changes.first("hold_invoice") { row in
        if row.number("state") == HoldPhase.taken.rawValue {
          row["state"] = .int2(HoldPhase.returned.rawValue)
        }
      }
    },
    Canary("more is booked than was paid in, in perfectly balanced books", breaks: .provider) {
      changes in
      guard changes.contains(where: { $0.table == "ledger_transfer" && $0.isKind(.fund) }) else {
        return
      }
      changes.first("invoice") { row in
        let paid = row.number("paid_msat")
        if paid > 0 { row["paid_msat"] = .int8(paid + 1000) }
      }
    },
    Canary("the fee is a millisatoshi too small, in perfectly balanced books", breaks: .model) {
      changes in changes.shift(.fee, byMsat: -1)
    },
    Canary("the database refuses what the engine sends", breaks: .bugs) { changes in
      changes.first("receipt") { $0["id"] = .uuid(UUID(high: 1, low: 0)) }
    },
  ]
}

extension MemoryDatabase.Change {
  func isKind(_ kind: TransferKind) -> Bool { after.number("kind") == Int64(kind.rawValue) }
}

extension [MemoryDatabase.Change] {
  /// Changes the first row of a table.
  fileprivate mutating func first(_ table: String, _ change: (inout MemoryRow) -> Void) {
    guard let index = firstIndex(where: { $0.table == table }) else { return }
    change(&self[index].after)
  }

  /// Makes the first posting of two legs larger, and its two accounts with it.
  fileprivate mutating func shiftPosting(by units: Int64) {
    let posted = indices.filter {
      self[$0].table == "general_entry" && self[$0].after.number("kind") == 1
    }
    let legs = Dictionary(grouping: posted) { self[$0].after.id("transaction_id") }
    guard let pair = legs.values.first(where: { $0.count == 2 }) else { return }
    for index in pair {
      let entry = self[index].after
      self[index].after["posted"] = .int8(entry.number("posted") + units)
      let column = entry.flag("is_debit") ? "debits_posted" : "credits_posted"
      for account in indices
      where self[account].table == "general_account"
        && self[account].after.id("id") == entry.id("account_id")
      {
        self[account].after[column] = .int8(self[account].after.number(column) + units)
      }
    }
  }

  /// Makes the first transfer of a kind larger, and its two accounts with it.
  fileprivate mutating func shift(_ kind: TransferKind, byMsat msat: Int64) {
    guard let index = firstIndex(where: { $0.table == "ledger_transfer" && $0.isKind(kind) })
    else { return }
    var transfer = self[index].after
    transfer["amount"] = .int8(transfer.number("amount") + msat)
    self[index].after = transfer
    for (account, column) in [
      (transfer.id("debit_account"), "debits"), (transfer.id("credit_account"), "credits"),
    ] {
      for index in indices
      where self[index].table == "ledger_account" && self[index].after.id("id") == account {
        self[index].after[column] = .int8(self[index].after.number(column) + msat)
      }
    }
  }
}

@Suite("Planted bugs")
struct CanaryTests {
  private static let steps = 1500

  @Test("each one is found, by the invariant that it breaks", arguments: Canary.all)
  func isFound(canary: Canary) {
    let isFound = canary.seeds.contains { seed in
      let failure = Story(seed: seed, steps: Self.steps, plant: canary.plant).tell()
      return failure?.violations.contains { $0.invariant == canary.invariant } ?? false
    }
    #expect(isFound)
  }

  @Test("every invariant has one")
  func everyInvariant() {
    #expect(Set(Canary.all.map(\.invariant)) == Set(Invariant.allCases))
  }

  @Test("a failing story is told again, with fewer steps")
  func isMinimized() throws {
    let canary = try #require(Canary.all.first)
    // Not every story comes by the planted bug.
    let failures = canary.seeds.lazy.compactMap { seed in
      Story(seed: seed, steps: Self.steps, plant: canary.plant).tell()
    }
    let failure = try #require(failures.first)
    let shorter = failure.minimized()
    let steps = shorter.story.steps - shorter.story.skipped.count
    #expect(steps < failure.lines.count / 2)
    #expect(shorter.violations.contains { $0.invariant == canary.invariant })
    let again = try #require(shorter.story.tell())
    #expect(again.lines == shorter.lines)
    #expect(shorter.report.contains("make soak SEED=\(shorter.story.seed)"))
  }
}
