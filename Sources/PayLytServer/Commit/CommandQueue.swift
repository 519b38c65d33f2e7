/// The commands that wait for a batch, in the order of their arrival.
struct CommandQueue {
  private var commands: [PendingCommand] = []
  private var bytes = 0

  var count: Int { commands.count }
  var isEmpty: Bool { commands.isEmpty }

  /// Whether there was room for it. One that is alone always has room.
  mutating func append(_ command: PendingCommand) -> Bool {
    let isFull =
      commands.count >= CommitLimits.queueMax
      || !commands.isEmpty && bytes + command.bytes > CommitLimits.queueBytesMax
    guard !isFull else { return false }
    commands.append(command)
    bytes += command.bytes
    return true
  }

  /// Takes as many as fit into one batch: at least one, unless none is there.
  mutating func takeBatch() -> [PendingCommand] {
    var taken = 0
    var length = 0
    for command in commands.prefix(CommitLimits.batchMax) {
      guard taken == 0 || length + command.bytes <= CommitLimits.batchBytesMax else { break }
      taken += 1
      length += command.bytes
    }
    let batch = Array(commands.prefix(taken))
    commands.removeFirst(taken)
    bytes -= length
    return batch
  }

  /// Takes out those that `isTaken` says.
  mutating func take(where isTaken: (PendingCommand) -> Bool) -> [PendingCommand] {
    var taken: [PendingCommand] = []
    commands.removeAll { command in
      guard isTaken(command) else { return false }
      taken.append(command)
      bytes -= command.bytes
      return true
    }
    return taken
  }
}
