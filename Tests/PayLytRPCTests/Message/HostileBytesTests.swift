import PayLytRPC
import StandardAPI
import TestAPI
import Testing

/// Bytes that nobody wrote by hand. What counts is that the process lives, and that whatever is
/// accepted is a message: written again, it reads the same.
@Suite struct HostileBytesTests {
  /// A message that has something of every shape.
  static let sample = Everything(
    doubleValue: -1.5, int32Value: -7, stringValue: "fünf", bytesValue: [0, 1, 2], mood: .bad,
    child: .init(name: "c", amountMinor: 5), maybeString: "", doubles: [1, 2], int32s: [1, -1],
    bools: [true], strings: ["a", "ß"], chunks: [[], [9]], moods: [.good, .unrecognized(9)],
    children: [.init(name: "x"), .init()], unpackedInt32s: [3, 4],
    choice: .choiceChild(.init(name: "o")), second: .secondUint64(3),
    stringByString: ["k": "v", "": "w"], childByFixed32: [7: .init(name: "m")],
    created: ProtoTimestamp(seconds: 1_700_000_000, nanos: 5),
    structure: ProtoStruct(fields: [
      "list": ProtoValue(
        kind: .listValue(ProtoListValue(values: [ProtoValue(kind: .boolValue(true))])))
    ]), last: "end")

  /// Reads `bytes` as each of several types.
  static func survive(_ bytes: [UInt8]) -> Int {
    var accepted = 0
    func read<Message: WireMessage>(_: Message.Type) {
      do throws(WireError) {
        let message = try Message(wireBytes: bytes)
        accepted += 1
        let written = message.wireBytes
        let again = try Message(wireBytes: written)
        // Not the values: a NaN is not equal to itself.
        #expect(again.wireBytes == written, "\(Message.fullName) of \(bytes)")
      } catch {
        #expect(!error.reason.isEmpty)
      }
    }
    read(Everything.self)
    read(Tree.self)
    read(Old.self)
    read(Names.self)
    read(ProtoValue.self)
    return accepted
  }

  @Test("mutations of a valid message never crash and never read as two things", arguments: 0..<8)
  func mutated(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let valid = Self.sample.wireBytes
    var accepted = 0
    for _ in 0..<1_500 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard !bytes.isEmpty else { break }
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: index)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        case 4: bytes.removeLast(bytes.count - index)
        case _:
          let end = Int.random(in: index..<bytes.count, using: &random)
          bytes.append(contentsOf: bytes[index...end])
        }
      }
      accepted += Self.survive(bytes)
    }
    // The mutations must reach past the check, or this proves little.
    #expect(accepted > 100)
  }

  @Test("random bytes never crash", arguments: 0..<4)
  func random(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<48, using: &random)
      _ = Self.survive((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test("every beginning of a valid message is read or refused")
  func truncated() {
    let valid = Self.sample.wireBytes
    for count in valid.indices { _ = Self.survive(Array(valid[..<count])) }
  }
}
