import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Messages on the wire")
struct DeframerTests {
  static func framed(_ bytes: [UInt8]) -> [UInt8] {
    [0] + Frame.number(UInt32(bytes.count)) + bytes
  }

  private func feed(_ deframer: inout MessageDeframer, _ bytes: [UInt8]) throws(RPCError) {
    let result = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(RPCError) in try unsafe deframer.receive(bytes) }
    }
    try result.get()
  }

  private func take(_ deframer: inout MessageDeframer) -> (value: [UInt8], credit: Int)? {
    guard deframer.readyCount > 0 else { return nil }
    let message = unsafe deframer.withMessage { unsafe Array($0) }
    return (message, deframer.dropMessage())
  }

  @Test("messages come out whole however the bytes are cut", arguments: 1...12)
  func pieces(size: Int) throws {
    let messages: [[UInt8]] = [[1, 2, 3], [], [4], [UInt8](repeating: 5, count: 20)]
    let wire = messages.flatMap(Self.framed)
    var deframer = MessageDeframer(messageBytesMax: 20)
    var taken: [[UInt8]] = []
    var credit = 0
    for start in stride(from: 0, to: wire.count, by: size) {
      try feed(&deframer, Array(wire[start..<min(start + size, wire.count)]))
      credit += deframer.takeCredit()
      while let message = take(&deframer) {
        taken.append(message.value)
        credit += message.credit
      }
    }
    #expect(taken == messages)
    #expect(!deframer.hasPartialMessage)
    #expect(credit == wire.count, "every byte is given back exactly once")
    #expect(take(&deframer) == nil)
  }

  @Test("bytes of messages that wait are held against the peer, those of the next one are not")
  func credit() throws {
    var deframer = MessageDeframer(messageBytesMax: 100)
    try feed(&deframer, Array(Self.framed([1, 2, 3]).prefix(6)))
    #expect(deframer.takeCredit() == 6, "a message may be larger than the window")
    try feed(&deframer, Array(Self.framed([1, 2, 3]).suffix(2)) + Self.framed([4]))
    #expect(deframer.takeCredit() == 0)
    #expect(deframer.readyCount == 2)
    #expect(take(&deframer)?.credit == 8)
    #expect(take(&deframer)?.credit == 0)
  }

  @Test("a message of the largest size passes, a larger one is refused at its prefix")
  func limit() throws {
    var deframer = MessageDeframer(messageBytesMax: 3)
    try feed(&deframer, Self.framed([1, 2, 3]))
    #expect(take(&deframer)?.value == [1, 2, 3])
    let error = #expect(throws: RPCError.self) { try feed(&deframer, [0, 0, 0, 0, 4]) }
    #expect(error?.code == .resourceExhausted)
  }

  @Test("a message that is too large to send leaves the queue as it was")
  func framerLimit() throws {
    var queue = ByteQueue()
    try MessageFramer.append(ProtoStringValue(value: "abc"), to: &queue, bytesMax: 5)
    let error = #expect(throws: RPCError.self) {
      try MessageFramer.append(ProtoStringValue(value: "abcd"), to: &queue, bytesMax: 5)
    }
    #expect(error?.code == .resourceExhausted)
    let bytes = unsafe queue.withUnsafeBytes { unsafe Array($0) }
    #expect(bytes == [0, 0, 0, 0, 5, 0x0a, 3, 0x61, 0x62, 0x63])
  }

  @Test("a queue gives bytes back in order, and its memory when it is emptied")
  func queue() {
    var queue = ByteQueue()
    var next: UInt8 = 0
    var expected: UInt8 = 0
    for round in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<(round * 7 % 300) {
        bytes.append(next)
        next &+= 1
      }
      queue.append(bytes)
      let count = min(queue.count, round * 5 % 200)
      unsafe queue.withUnsafeBytes { bytes in
        for index in 0..<count {
          #expect(unsafe bytes[index] == expected &+ UInt8(truncatingIfNeeded: index))
        }
      }
      queue.removeFirst(count)
      expected &+= UInt8(truncatingIfNeeded: count)
    }
    queue.removeFirst(queue.count)
    #expect(queue.isEmpty)
  }
}
