internal import PayLytRPC

/// One read on its way: waiting, sent, or finished. Finishes exactly once.
///
/// `@unchecked Sendable`: confined to its loop; a cancellation handler only passes it there.
class ReadOperation: @unchecked Sendable {
  let statement: BoundStatement
  /// In nanoseconds of the loop's clock.
  let deadline: UInt64
  private(set) var isFinished = false
  /// It is sent with a sync of its own: because its statement asks for it, or because a neighbour
  /// made the server skip it.
  var isAlone = false
  /// How often it was sent.
  var attempts = 0
  /// Where it was sent last, to cancel it there.
  weak var connection: Connection?

  init(_ statement: BoundStatement, deadline: UInt64) {
    self.statement = statement
    self.deadline = deadline
  }

  final func succeed(with result: borrowing ResultHandle) {
    guard !isFinished else { return }
    isFinished = true
    deliver(result)
  }

  final func fail(_ error: DatabaseError) {
    guard !isFinished else { return }
    isFinished = true
    refuse(error)
  }

  func deliver(_ result: borrowing ResultHandle) {}
  func refuse(_ error: DatabaseError) {}
}

/// A read whose rows become `Row`.
final class TypedRead<Row: Sendable>: ReadOperation, @unchecked Sendable {
  private let decode: @Sendable (borrowing RowReader) throws(DatabaseError) -> Row
  var reply = Reply<Result<[Row], DatabaseError>>()

  init(_ statement: Statement<Row>, _ values: [SQLValue], deadline: UInt64) {
    decode = statement.decode
    super.init(statement.bind(values), deadline: deadline)
    isAlone = statement.isAlone
  }

  override func deliver(_ result: borrowing ResultHandle) {
    do throws(DatabaseError) {
      reply.resume(.success(try result.rows(decode)))
    } catch {
      reply.resume(.failure(error))
    }
  }

  override func refuse(_ error: DatabaseError) { reply.resume(.failure(error)) }
}

/// The reads of one tick on one connection. Each is answered as soon as its own result is there.
final class ReadBatch: PipelineBatch {
  private let operations: [ReadOperation]
  private unowned let queue: ReadQueue

  init(_ operations: [ReadOperation], _ queue: ReadQueue) {
    self.operations = operations
    self.queue = queue
  }

  var commandCount: Int { operations.count }

  func command(at index: Int) -> PipelineCommand { .execute(operations[index].statement) }

  func received(_ result: consuming ResultHandle, at index: Int, on connection: Connection) {
    let operation = operations[index]
    switch result.status {
    case .succeeded: operation.succeed(with: result)
    case .pipelineAborted:
      operation.isAlone = true
      queue.sendAgain(operation)
    case .failed where result.sqlState == .queryCanceled:
      // Either its own time is over, or a request that was meant for a neighbour came late.
      if connection.hasCancelled {
        operation.isAlone = true
        queue.sendAgain(operation)
      } else {
        operation.fail(.timeout)
      }
    case .failed: operation.fail(result.error(of: operation.statement.name))
    case .pipelineSync: return
    }
  }

  func synced(on connection: Connection) { queue.batchEnded() }

  func lost(wasSent: Bool) {
    for operation in operations { queue.sendAgain(operation) }
  }

  func isGivenUp(at index: Int) -> Bool { operations[index].isFinished }
  var hasGivenUp: Bool { operations.contains { $0.isFinished } }
}
