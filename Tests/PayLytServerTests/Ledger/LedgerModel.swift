/// What should be in the books, told a second time in as few words as possible: no accounts, no
/// transfers, no state machine of the server. Amounts are millisatoshis, users are numbers.
struct LedgerModel {
  enum Part {
    case waiting, held, delivered, paid
  }

  struct Deal {
    let client: UInt64
    let freelancer: UInt64
    let parts: [Int64]
    /// Seconds since the start.
    let deadline: Int64
    var states: [Part]
    var paidIn: Int64 = 0
    var released: Int64 = 0
    var feeTaken: Int64 = 0
    var isOver = false

    var total: Int64 { parts.reduce(0, +) }
    var isHolding: Bool { !isOver && paidIn == total }
    /// What is in escrow.
    var rest: Int64 { isOver ? 0 : paidIn - released }
  }

  struct Withdrawal {
    enum State {
      case reserved, sent, done
    }
    let user: UInt64
    let amount: Int64
    let feeLimit: Int64
    var state = State.reserved
    var inTransit: Int64 { state == .done ? 0 : amount + feeLimit }
  }

  var now: Int64 = 0
  var wallets: [UInt64: Int64] = [:]
  var fees: Int64 = 0
  var float: Int64 = 0
  var deals: [Deal] = []
  var withdrawals: [Withdrawal] = []

  mutating func pay(_ deal: Int, _ msat: Int64) {
    let open = deals[deal].isOver ? 0 : deals[deal].total - deals[deal].paidIn
    let kept = min(open, msat)
    deals[deal].paidIn += kept
    if kept > 0, deals[deal].isHolding {
      deals[deal].states = deals[deal].parts.map { _ in .held }
    }
    float += msat
    wallets[deals[deal].client, default: 0] += msat - kept
  }

  mutating func submit(_ deal: Int, _ part: Int, by user: UInt64) -> Bool {
    guard user == deals[deal].freelancer, deals[deal].isHolding,
      deals[deal].states[part] == .held
    else { return false }
    deals[deal].states[part] = .delivered
    return true
  }

  mutating func release(_ deal: Int, _ chosen: [Int], by user: UInt64) -> Bool {
    guard user == deals[deal].client, deals[deal].isHolding else { return false }
    let open = chosen.filter { [.held, .delivered].contains(deals[deal].states[$0]) }
    guard !open.isEmpty else { return false }
    for part in open {
      deals[deal].released += deals[deal].parts[part]
      deals[deal].states[part] = .paid
      let fee = deals[deal].released * 250 / 10_000 - deals[deal].feeTaken
      deals[deal].feeTaken += fee
      fees += fee
      wallets[deals[deal].freelancer, default: 0] += deals[deal].parts[part] - fee
    }
    deals[deal].isOver = deals[deal].states.allSatisfy { $0 == .paid }
    return true
  }

  mutating func refund(_ deal: Int, by user: UInt64) -> Bool {
    let found = deals[deal]
    let isLate =
      now >= found.deadline + 72 * 3600 && found.states.allSatisfy { $0 == .held }
    guard found.isHolding, user == found.freelancer || user == found.client && isLate else {
      return false
    }
    wallets[found.client, default: 0] += found.rest
    deals[deal].isOver = true
    return true
  }

  mutating func cancel(_ deal: Int, by user: UInt64) -> Bool {
    let found = deals[deal]
    guard user == found.client, !found.isOver, found.paidIn < found.total else { return false }
    wallets[found.client, default: 0] += found.paidIn
    deals[deal].isOver = true
    return true
  }

  mutating func withdraw(_ amount: Int64, feeLimit: Int64, by user: UInt64) -> Bool {
    guard wallets[user, default: 0] >= amount + feeLimit else { return false }
    wallets[user, default: 0] -= amount + feeLimit
    withdrawals.append(Withdrawal(user: user, amount: amount, feeLimit: feeLimit))
    return true
  }

  /// Sending the same payment again is as good as sending it once.
  mutating func send(_ index: Int) -> Bool {
    guard withdrawals[index].state != .done else { return false }
    withdrawals[index].state = .sent
    return true
  }

  /// - Parameter fee: what the provider charged; nil when it failed.
  mutating func settle(_ index: Int, fee: Int64?) -> Bool {
    let found = withdrawals[index]
    if let fee {
      guard found.state == .sent else { return false }
      // An overcharge is kept for people to look at, and moves nothing.
      guard (0...found.feeLimit).contains(fee) else { return true }
      float -= found.amount + fee
      wallets[found.user, default: 0] += found.feeLimit - fee
    } else {
      guard found.state != .done else { return false }
      wallets[found.user, default: 0] += found.inTransit
    }
    withdrawals[index].state = .done
    return true
  }
}
