import PayLytRPC
import TestAPI
import Testing

/// Wire bytes written by hand, after protobuf's description of its encoding.
@Suite struct WireVectorTests {
  struct Accepted: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let message: Everything

    init(_ description: String, _ bytes: [UInt8], _ message: Everything) {
      testDescription = description
      self.bytes = bytes
      self.message = message
    }
  }

  static let accepted: [Accepted] = [
    .init("nothing", [], Everything()),
    .init("int32 150", [0x18, 0x96, 0x01], Everything(int32Value: 150)),
    .init(
      "int32 -1 in ten bytes",
      [0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      Everything(int32Value: -1)),
    .init("sint32 -2", [0x38, 0x03], Everything(sint32Value: -2)),
    .init(
      "a negative zero", [0x09, 0, 0, 0, 0, 0, 0, 0, 0x80], Everything(doubleValue: -0.0)),
    .init("text", [0x72, 0x02, 0xC3, 0xA9], Everything(stringValue: "é")),
    .init("an unnamed enum number", [0x80, 0x01, 0x2A], Everything(mood: .unrecognized(42))),
    .init(
      "a negative enum number",
      [0x80, 0x01, 0xFD, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      Everything(mood: .bad)),
    .init("an empty submessage", [0x8A, 0x01, 0x00], Everything(child: .init())),
    .init("an optional at its default", [0xB8, 0x01, 0x00], Everything(maybeInt32: 0)),
    .init("an optional empty text", [0x92, 0x02, 0x00], Everything(maybeString: "")),
    .init("an optional false", [0x88, 0x02, 0x00], Everything(maybeBool: false)),
    .init("packed numbers", [0xDA, 0x02, 0x03, 0x01, 0x96, 0x01], Everything(int32s: [1, 150])),
    .init("packed booleans", [0xAA, 0x03, 0x02, 0x01, 0x00], Everything(bools: [true, false])),
    .init(
      "unpacked numbers", [0xE8, 0x03, 0x01, 0xE8, 0x03, 0x02], Everything(unpackedInt32s: [1, 2])),
    .init("an empty text in a oneof", [0xEA, 0x04, 0x00], Everything(choice: .choiceString(""))),
    .init("a zero in a oneof", [0xC8, 0x04, 0x00], Everything(choice: .choiceInt32(0))),
    .init(
      "a map entry at its defaults", [0xDA, 0x05, 0x04, 0x0A, 0x00, 0x12, 0x00],
      Everything(stringByString: ["": ""])),
    .init(
      "the largest field number",
      [0xFA, 0xFF, 0xFF, 0xFF, 0x0F, 0x01, 0x7A], Everything(last: "z")),
  ]

  @Test(
    "what other implementations write is read, and written again byte for byte", arguments: accepted
  )
  func accepts(_ vector: Accepted) throws {
    let message = try Everything(wireBytes: vector.bytes)
    #expect(message == vector.message)
    #expect(message.wireBytes == vector.bytes)
    #expect(vector.message.wireBytes == vector.bytes)
  }

  static let tolerated: [Accepted] = [
    .init("a scalar given twice: the last holds", [0x18, 1, 0x18, 2], Everything(int32Value: 2)),
    .init(
      "packed numbers one by one", [0xD8, 0x02, 1, 0xD8, 0x02, 2], Everything(int32s: [1, 2])),
    .init(
      "unpacked numbers side by side", [0xEA, 0x03, 2, 1, 2], Everything(unpackedInt32s: [1, 2])),
    .init(
      "packed numbers in two pieces", [0xDA, 0x02, 1, 1, 0xD8, 0x02, 2],
      Everything(int32s: [1, 2])),
    .init("a number with needless bytes", [0x18, 0x81, 0x80, 0x00], Everything(int32Value: 1)),
    .init(
      "fields out of order", [0x72, 1, 0x61, 0x18, 1],
      Everything(int32Value: 1, stringValue: "a")),
    .init("a default on the wire", [0x18, 0], Everything()),
    .init("a boolean that is 2", [0x68, 2], Everything(boolValue: true)),
    .init(
      "int32 from more bits is cut",
      [0x18, 0x81, 0x80, 0x80, 0x80, 0x10], Everything(int32Value: 1)),
    .init(
      "two members of a oneof: the last holds", [0xC8, 0x04, 1, 0xEA, 0x04, 1, 0x61],
      Everything(choice: .choiceString("a"))),
    .init(
      "a submessage, then a number, in a oneof", [0x82, 0x05, 2, 0x10, 1, 0xC8, 0x04, 5],
      Everything(choice: .choiceInt32(5))),
    .init(
      "a map key given twice: the last holds",
      [0xDA, 0x05, 6, 0x0A, 1, 0x6B, 0x12, 1, 0x61, 0xDA, 0x05, 6, 0x0A, 1, 0x6B, 0x12, 1, 0x62],
      Everything(stringByString: ["k": "b"])),
    .init(
      "a map entry without key", [0xDA, 0x05, 3, 0x12, 1, 0x61],
      Everything(stringByString: ["": "a"])),
    .init(
      "a map entry without value", [0xDA, 0x05, 3, 0x0A, 1, 0x6B],
      Everything(stringByString: ["k": ""])),
    .init(
      "a map entry of a message without value", [0x92, 0x06, 5, 0x0D, 7, 0, 0, 0],
      Everything(childByFixed32: [7: .init()])),
  ]

  @Test("what is unusual but valid is read", arguments: tolerated)
  func tolerates(_ vector: Accepted) throws {
    #expect(try Everything(wireBytes: vector.bytes) == vector.message)
  }
}
