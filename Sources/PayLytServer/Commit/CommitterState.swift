import PayLytRPC

/// What waits for a committer, and what it is at work on.
struct CommitterState {
  var queue = CommandQueue()
  var isDraining = false
  /// The batch that is being committed, since when, and whether it had to run again.
  private(set) var underWay: [PendingCommand] = []
  private(set) var since = Timestamp(microseconds: 0)
  var isTroubled = false
  /// The request keys of the batch, made when somebody asks: most batches are done before.
  private var keysUnderWay: Set<UUID>?

  mutating func begin(_ batch: [PendingCommand], at now: Timestamp) {
    underWay = batch
    since = now
    isTroubled = false
    keysUnderWay = nil
  }

  /// Whether a repetition of `command` would wait for a commit that takes its time.
  mutating func delays(_ command: PendingCommand, at now: Timestamp) -> Bool {
    guard let key = command.request?.key, isSlow(at: now) else { return false }
    return keys().contains(key)
  }

  /// Takes those repetitions out of the queue: one look at each that waits.
  mutating func takeDelayed(at now: Timestamp) -> [PendingCommand] {
    guard isSlow(at: now) else { return [] }
    let keys = keys()
    return queue.take { $0.request.map { keys.contains($0.key) } ?? false }
  }

  private func isSlow(at now: Timestamp) -> Bool {
    guard !underWay.isEmpty else { return false }
    return isTroubled || now >= since.adding(milliseconds: CommitLimits.repetitionMilliseconds)
  }

  private mutating func keys() -> Set<UUID> {
    if let keysUnderWay { return keysUnderWay }
    let keys = Set(underWay.compactMap { $0.request?.key })
    keysUnderWay = keys
    return keys
  }
}
