@testable import PayLytServer

/// What the general ledger should do, told a second time: numbers in dictionaries. All accounts
/// grow by credits.
struct GeneralBooks {
  struct Account {
    let min: Int64?
    let max: Int64?
    var posted: Int64 = 0
    var into: Int64 = 0
    var out: Int64 = 0
    /// When something happened last.
    var last: Timestamp
    var isClosed = false

    var isWithinLimits: Bool {
      (min.map { posted - out >= $0 } ?? true) && (max.map { posted + into <= $0 } ?? true)
    }
  }

  struct Move {
    let account: String
    /// Negative where the account gives.
    var amount: Int64
  }

  struct Transaction {
    enum State { case pending, posted, voided, expired }

    var moves: [Move]
    var state: State
    let isTwoPhase: Bool
    let expiresAt: Timestamp?
    var isReversed = false
    let isReversal: Bool
  }

  /// Transactions that are posted later.
  struct Schedule {
    let dueAt: Timestamp
    let list: [(id: String, moves: [Move])]
    var end: GeneralSchedule.State?
    var isOver: Bool { end != nil }
  }

  static let limits: [(name: String, min: Int64?, max: Int64?)] = [
    ("world", nil, nil), ("a", 0, nil), ("b", 0, 400), ("c", -50, nil), ("d", nil, 100),
  ]

  var accounts: [String: Account] = [:]
  var transactions: [String: Transaction] = [:]
  var schedules: [String: Schedule] = [:]

  mutating func open(_ name: String, at now: Timestamp) -> Bool {
    guard let limit = Self.limits.first(where: { $0.name == name }) else { return false }
    if accounts[name] == nil {
      accounts[name] = Account(min: limit.min, max: limit.max, last: now)
    }
    return true
  }

  mutating func close(_ name: String) -> Bool {
    guard let account = accounts[name], account.into == 0, account.out == 0 else { return false }
    accounts[name]?.isClosed = true
    return true
  }

  mutating func reopen(_ name: String) -> Bool {
    accounts[name]?.isClosed = false
    return accounts[name] != nil
  }

  /// Later than all that its accounts have seen, whatever the clocks of the servers say.
  private func time(_ moves: [Move], _ now: Timestamp) -> Timestamp {
    moves.compactMap { accounts[$0.account]?.last }
      .reduce(now) { max($0, Timestamp(microseconds: $1.microseconds + 1)) }
  }

  /// - Parameter balancing: whether of the two moves as much happens as is there.
  mutating func post(
    _ id: String, _ wanted: [Move], isPending: Bool, timeout: Int64 = 0,
    balancing: Balancing = .none, isReversal: Bool = false, at now: Timestamp
  ) -> Bool {
    var moves = wanted
    if balancing != .none {
      var most = abs(wanted[0].amount)
      for move in wanted {
        guard let account = accounts[move.account] else { return false }
        if balancing.bounds(move.amount < 0 ? .debit : .credit) {
          most = min(
            most,
            move.amount < 0
              ? account.posted - account.out : -account.posted - account.into)
        }
      }
      guard most > 0 else { return false }
      for index in moves.indices { moves[index].amount = moves[index].amount < 0 ? -most : most }
    }
    guard transactions[id] == nil, moves.reduce(0, { $0 + $1.amount }) == 0,
      moves.allSatisfy({ accounts[$0.account]?.isClosed == false })
    else { return false }
    let time = time(moves, now)
    var next = accounts
    for move in moves {
      next[move.account]?.last = time
      if !isPending {
        next[move.account]?.posted += move.amount
      } else if move.amount > 0 {
        next[move.account]?.into += move.amount
      } else {
        next[move.account]?.out -= move.amount
      }
    }
    guard moves.allSatisfy({ next[$0.account]?.isWithinLimits ?? false }) else { return false }
    accounts = next
    transactions[id] = Transaction(
      moves: moves, state: isPending ? .pending : .posted, isTwoPhase: isPending,
      expiresAt: timeout > 0 ? time.adding(seconds: timeout) : nil, isReversal: isReversal)
    return true
  }

  /// All of them or none.
  mutating func postAll(_ list: [(id: String, moves: [Move])], at now: Timestamp) -> Bool {
    let before = self
    for (id, moves) in list where !post(id, moves, isPending: false, at: now) {
      self = before
      return false
    }
    return true
  }

  // MARK: Later

  mutating func schedule(
    _ id: String, _ list: [(id: String, moves: [Move])], at due: Timestamp, now: Timestamp
  ) -> Bool {
    guard schedules[id] == nil, due > now,
      list.allSatisfy({ transactions[$0.id] == nil }),
      list.allSatisfy({ $0.moves.reduce(0) { $0 + $1.amount } == 0 }),
      list.flatMap(\.moves).allSatisfy({ accounts[$0.account]?.isClosed == false })
    else { return false }
    schedules[id] = Schedule(dueAt: due, list: list)
    return true
  }

  mutating func cancel(_ id: String) -> Bool {
    guard let schedule = schedules[id], schedule.end ?? .cancelled == .cancelled else {
      return false
    }
    schedules[id]?.end = .cancelled
    return true
  }

  mutating func refuse(_ id: String, at now: Timestamp) -> Bool {
    guard isDue(id, at: now) else { return false }
    schedules[id]?.end = .refused
    return true
  }

  mutating func execute(_ id: String, at now: Timestamp) -> Bool {
    guard let schedule = schedules[id], isDue(id, at: now), postAll(schedule.list, at: now)
    else { return false }
    schedules[id]?.end = .executed
    return true
  }

  func isDue(_ id: String, at now: Timestamp) -> Bool {
    schedules[id].map { !$0.isOver && $0.dueAt <= now } ?? false
  }

  /// - Parameter share: of a hold of two moves, how much of it; nil for all.
  mutating func resolve(
    _ id: String, _ state: Transaction.State, share: Int64? = nil, at now: Timestamp
  ) -> Bool {
    guard var transaction = transactions[id], transaction.state == .pending,
      share ?? 0 <= abs(transaction.moves[0].amount)
    else { return false }
    let time = time(transaction.moves, now)
    let isOver = transaction.expiresAt.map { time >= $0 } ?? false
    guard isOver == (state == .expired) else { return false }
    for index in transaction.moves.indices {
      let move = transaction.moves[index]
      accounts[move.account]?.last = time
      if move.amount > 0 {
        accounts[move.account]?.into -= move.amount
      } else {
        accounts[move.account]?.out += move.amount
      }
      guard state == .posted else { continue }
      if let share { transaction.moves[index].amount = move.amount > 0 ? share : -share }
      accounts[move.account]?.posted += transaction.moves[index].amount
    }
    transaction.state = state
    transactions[id] = transaction
    return true
  }

  mutating func reverse(_ id: String, as reversal: String, at now: Timestamp) -> Bool {
    guard let transaction = transactions[id], transaction.state == .posted,
      !transaction.isReversed, !transaction.isReversal
    else { return false }
    let moves = transaction.moves.map { Move(account: $0.account, amount: -$0.amount) }
    guard post(reversal, moves, isPending: false, isReversal: true, at: now) else { return false }
    transactions[id]?.isReversed = true
    return true
  }
}
