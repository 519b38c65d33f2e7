import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The queue of commands")
struct CommandQueueTests {
  private static func command(_ number: UInt64, bytes: Int = 0) -> PendingCommand {
    PendingCommand(
      PostAll.paying(
        1, to: 1, request: RequestIdentity(key: .entity(number), fingerprint: [], bytes: bytes)),
      journalID: .entity(number), deadline: nil, via: nil, isRehearsal: false,
      encode: { _ in Payload.none(of: ()) }, answer: { _ in })
  }

  @Test(
    "a batch ends at its number or at its bytes, and keeps the order",
    arguments: [
      (bytes: 0, each: CommitLimits.batchMax),
      (bytes: CommitLimits.batchBytesMax / 3, each: 3),
      (bytes: CommitLimits.batchBytesMax / 2, each: 2),
      (bytes: CommitLimits.batchBytesMax, each: 1),
      (bytes: CommitLimits.batchBytesMax + 1, each: 1),
    ])
  func batches(bytes: Int, each: Int) {
    var queue = CommandQueue()
    let count = 2 * each + 1
    for number in 0..<count {
      let isTaken = queue.append(Self.command(UInt64(number), bytes: bytes))
      #expect(isTaken)
    }
    var taken: [[UUID]] = []
    while !queue.isEmpty { taken.append(queue.takeBatch().map(\.journalID)) }
    #expect(taken.map(\.count) == [each, each, 1])
    #expect(taken.joined().elementsEqual((0..<count).map { .entity(UInt64($0)) }))
  }

  @Test("one of many transactions counts by its own length, with and without a request")
  func drafts() {
    for request in [nil, RequestIdentity(key: .entity(1), fingerprint: [], bytes: 7)] {
      var command = PostTransaction.fixture(nil, [], request: request)
      #expect(command.bytes == request?.bytes ?? 0)
      command.draftBytes = 50_000
      let pending = PendingCommand(
        command, journalID: .entity(1), deadline: nil, via: nil, isRehearsal: false,
        encode: { _ in Payload.none(of: ()) }, answer: { _ in })
      #expect(pending.bytes == 50_000)
    }
  }

  @Test("there is room for so many and no more, until a batch was taken")
  func number() {
    var queue = CommandQueue()
    var room = (0...CommitLimits.queueMax).map { queue.append(Self.command(UInt64($0))) }
    #expect(room.removeLast() == false)
    #expect(room.allSatisfy { $0 })
    let batch = queue.takeBatch()
    #expect(batch.count == CommitLimits.batchMax)
    room = batch.map { queue.append($0) } + [queue.append(batch[0])]
    #expect(room.removeLast() == false)
    #expect(room.allSatisfy { $0 })
  }

  @Test("there is room for so many bytes, which is free again when they are taken")
  func bytes() {
    var queue = CommandQueue()
    let half = CommitLimits.queueBytesMax / 2
    let room = [
      queue.append(Self.command(1, bytes: half)), queue.append(Self.command(2, bytes: half)),
      queue.append(Self.command(3, bytes: 1)),
      !queue.take { $0.journalID == .entity(2) }.isEmpty,
      queue.append(Self.command(3, bytes: half)), queue.append(Self.command(4, bytes: 1)),
      queue.takeBatch().count == 1,
      queue.append(Self.command(4, bytes: half)),
    ]
    #expect(room == [true, true, false, true, true, false, true, true])
    #expect(queue.count == 2)
  }

  @Test("one that is larger than the whole queue waits alone")
  func huge() {
    var queue = CommandQueue()
    let room = [
      queue.append(Self.command(1, bytes: CommitLimits.queueBytesMax + 1)),
      queue.append(Self.command(2, bytes: 1)),
    ]
    #expect(room == [true, false])
    let batch = queue.takeBatch()
    #expect(batch.map(\.journalID) == [.entity(1)])
  }
}
