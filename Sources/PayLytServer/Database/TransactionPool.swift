internal import PayLytRPC

/// Lends the connections of a set, one to each transaction, in the order in which they were asked
/// for.
///
/// `@unchecked Sendable`: confined to its loop.
final class TransactionPool: @unchecked Sendable {
  /// A transaction that waits for a connection. `@unchecked Sendable`: confined to the loop; a
  /// cancellation handler only passes it there.
  private final class Waiter: @unchecked Sendable {
    var reply = Reply<Result<Connection, DatabaseError>>()
    var timer: TimerID?
  }

  private let loop: EventLoop
  private let connections: ConnectionSet
  private var free: [Connection] = []
  private var waiters = FIFO<Waiter>()

  init(on loop: EventLoop, _ connections: ConnectionSet) {
    self.loop = loop
    self.connections = connections
    connections.onReady = { [unowned self] connection in lend(connection) }
    connections.onOutage = { [unowned self] error in failWaiting(error) }
  }

  /// A connection of the caller's own, until `giveBack`.
  ///
  /// - Throws: `.unavailable`, `.overloaded`, `.timeout`, `.cancelled`.
  func take(before deadline: UInt64) async throws(DatabaseError) -> Connection {
    while let connection = free.popLast() {
      if !connection.isLost { return connection }
    }
    guard !connections.isOut else { throw connections.lastFailure ?? .unavailable }
    guard waiters.count < DatabaseLimits.transactionQueueMax else { throw .overloaded }
    let waiter = Waiter()
    let result = await withTaskCancellationHandler {
      await Reply.wait {
        waiter.reply = $0
        wait(waiter, before: deadline)
      }
    } onCancel: {
      loop.execute { [self] in finish(waiter, .failure(.cancelled)) }
    }
    return try result.get()
  }

  /// The transaction is over. A connection that is not clean is closed and replaced.
  func giveBack(_ connection: Connection) {
    guard !connection.isLost else { return }
    guard connection.isIdle else { return connection.lose() }
    lend(connection)
  }

  func failWaiting(_ error: DatabaseError) {
    for waiter in waiters.takeAll() { finish(waiter, .failure(error)) }
  }

  private func wait(_ waiter: Waiter, before deadline: UInt64) {
    waiters.append(waiter)
    let delay = deadline > loop.now ? deadline - loop.now : 0
    waiter.timer = loop.schedule(after: .nanoseconds(Int64(clamping: delay))) { [weak self] in
      self?.finish(waiter, .failure(.timeout))
    }
  }

  private func lend(_ connection: Connection) {
    while let waiter = waiters.popFirst() {
      guard waiter.reply.isPending else { continue }
      return finish(waiter, .success(connection))
    }
    free.append(connection)
  }

  private func finish(_ waiter: Waiter, _ result: Result<Connection, DatabaseError>) {
    if let timer = waiter.timer { loop.cancel(timer) }
    waiter.timer = nil
    waiter.reply.resume(result)
  }
}
