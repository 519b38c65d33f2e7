import PayLytRPC
import TestAPI
import Testing

@Suite("A submessage that comes in parts is the merged one")
struct WireMergeTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let value: Everything

    init(_ name: String, _ bytes: [UInt8], _ value: Everything) {
      testDescription = name
      self.bytes = bytes
      self.value = value
    }
  }

  /// `name` is field 1 of a child, `amount_minor` field 2.
  private static let named: [UInt8] = [0x0a, 1, 0x61]
  private static let priced: [UInt8] = [0x10, 7]
  private static let renamed: [UInt8] = [0x0a, 1, 0x62]

  private static func child(_ bytes: [UInt8]) -> [UInt8] { [0x8a, 1, UInt8(bytes.count)] + bytes }
  private static func choice(_ bytes: [UInt8]) -> [UInt8] { [0x82, 5, UInt8(bytes.count)] + bytes }

  static let vectors: [Vector] = [
    Vector("two empty parts", child([]) + child([]), Everything(child: .init())),
    Vector(
      "different fields", child(named) + child(priced),
      Everything(child: .init(name: "a", amountMinor: 7))),
    Vector(
      "the same field: the last holds", child(named + priced) + child(renamed),
      Everything(child: .init(name: "b", amountMinor: 7))),
    Vector(
      "an empty part clears nothing", child(named) + child([]),
      Everything(child: .init(name: "a"))),
    Vector(
      "other fields in between", child(named) + [0x18, 1] + child(priced),
      Everything(int32Value: 1, child: .init(name: "a", amountMinor: 7))),
    Vector(
      "three parts", child(named) + child(priced) + child(renamed),
      Everything(child: .init(name: "b", amountMinor: 7))),
    Vector(
      "a member of a oneof", choice(named) + choice(priced),
      Everything(choice: .choiceChild(.init(name: "a", amountMinor: 7)))),
    Vector(
      "a member of a oneof, cleared by another in between",
      choice(named) + [0xc8, 4, 5] + choice(priced),
      Everything(choice: .choiceChild(.init(amountMinor: 7)))),
    Vector(
      "a oneof that ends with another member", choice(named) + choice(priced) + [0xc8, 4, 5],
      Everything(choice: .choiceInt32(5))),
    Vector(
      "a map's value", [0x92, 6, 14, 0x0d, 0, 0, 0, 0, 0x12, 3] + named + [0x12, 2] + priced + [],
      Everything(childByFixed32: [0: .init(name: "a", amountMinor: 7)])),
  ]

  @Test("as protobuf has it", arguments: vectors)
  func merged(vector: Vector) throws {
    #expect(try Everything(wireBytes: vector.bytes) == vector.value)
  }

  /// Field 2 is `left`, 3 `right`, 4 `children`, 1 `value`.
  @Test("at any depth, in repeated messages too, and order among children is kept")
  func nested() throws {
    func field(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
      [tag, UInt8(content.count)] + content
    }
    let deep =
      field(0x12, field(0x12, [8, 1]) + field(0x1a, [8, 2]))
      + field(0x12, field(0x12, field(0x12, [8, 3])))
    let children = field(0x22, field(0x12, [8, 4]) + field(0x12, field(0x1a, [8, 5])))
    let tree = try Tree(wireBytes: deep + children + field(0x22, [8, 6]))
    let left = try #require(tree.wireBytes.isEmpty ? nil : tree)
    let expected =
      field(
        0x12, field(0x12, [8, 1] + field(0x12, [8, 3])) + field(0x1a, [8, 2]))
      + field(0x22, field(0x12, [8, 4] + field(0x1a, [8, 5]))) + field(0x22, [8, 6])
    #expect(left.wireBytes == expected)
  }

  @Test("unknown fields of every part are kept")
  func unknown() throws {
    let message = try Everything(wireBytes: Self.child([0x78, 1]) + Self.child([0x78, 2]))
    #expect(message.wireBytes == Self.child([0x78, 1, 0x78, 2]))
  }

  @Test("side by side, the bytes of two messages are the bytes of the merged one")
  func sideBySide() throws {
    let first = HostileBytesTests.sample
    var second = Everything(int32Value: 9, child: .init(amountMinor: 11))
    second.choice = .choiceBool(true)
    var expected = first
    expected.int32Value = 9
    expected.child = .init(name: "c", amountMinor: 11)
    expected.choice = .choiceBool(true)
    #expect(try Everything(wireBytes: first.wireBytes + second.wireBytes) == expected)
  }

  @Test("what is wrong in any part is refused with its path")
  func refused() {
    let expected = WireError(fieldPath: "child.name", reason: "The text holds a NUL character.")
    #expect(throws: expected) {
      try Everything(wireBytes: Self.child(Self.priced) + Self.child([0x0a, 1, 0]))
    }
  }

  @Test("ten thousand parts cost no more than their bytes")
  func many() throws {
    let part = Self.child(Self.renamed)
    let bytes = (0..<10_000).flatMap { _ in part }
    let start = ContinuousClock.now
    #expect(try Everything(wireBytes: bytes).child?.name == "b")
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
