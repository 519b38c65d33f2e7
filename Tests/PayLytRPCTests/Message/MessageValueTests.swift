import PayLytRPC
import TestAPI
import Testing

/// What generated values promise beyond their wire format.
@Suite struct MessageValueTests {
  @Test("a message knows its full name")
  func fullName() {
    #expect(Everything.Child.fullName == "paylyt.test.v1.Everything.Child")
    #expect(Bare.fullName == "Bare")
  }

  @Test("unknown fields of every wire type are kept, in submessages too")
  func unknownFields() throws {
    let new = New(
      name: "n", amount: 5, tags: ["a", "b"], inner: New(name: "i", small: 6), small: 7, large: 8)
    let old = try Old(wireBytes: new.wireBytes)
    #expect(old.name == "n")
    #expect(old.inner?.name == "i")
    #expect(!old.unknownFields.isEmpty)
    #expect(old.inner?.unknownFields.isEmpty == false)
    #expect(try New(wireBytes: old.wireBytes) == new)
  }

  @Test("a changed copy of a message leaves unknown fields in place, a new one has none")
  func unknownFieldsOfCopies() throws {
    var old = try Old(wireBytes: New(name: "n", amount: 5).wireBytes)
    old.name = "changed"
    #expect(try New(wireBytes: old.wireBytes) == New(name: "changed", amount: 5))
    #expect(try New(wireBytes: Old(name: "n").wireBytes) == New(name: "n"))
  }

  @Test("a message of any size is read as it was written", arguments: [0, 1, 30])
  func sizes(textBytes: Int) throws {
    let text = String(repeating: "é", count: textBytes)
    // From messages that are packed behind themselves to those that are measured first.
    for count in 0..<200 {
      let message = New(
        name: text, amount: -1, tags: [String](repeating: text, count: count), small: .max)
      #expect(try New(wireBytes: message.wireBytes) == message)
    }
  }

  @Test("recursive messages are values: a copy does not change with the original")
  func recursion() throws {
    var tree = Tree(value: 1, left: Tree(value: 2), also: .branch(Tree(value: 3)))
    let copy = tree
    tree.left?.value = 20
    #expect(copy.left?.value == 2)
    #expect(tree.left?.value == 20)
    #expect(tree != copy)
    tree.left?.value = 2
    #expect(tree == copy)
    tree.left = nil
    #expect(tree.left == nil && copy.left != nil)
  }

  @Test("maps are written in the order of their keys' bytes or numbers")
  func mapOrder() throws {
    let keys = ["b", "a", "ab", "", "é", "z", "\u{1F600}", "\u{FFFD}"]
    let map = Dictionary(uniqueKeysWithValues: keys.map { ($0, "") })
    let bytes = Everything(stringByString: map).wireBytes
    let sorted = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let expected = sorted.flatMap { Everything(stringByString: [$0: ""]).wireBytes }
    #expect(bytes == expected)
    let numbers: [Int32] = [5, -1, 0, .min, .max]
    let byNumber = Everything(
      stringBySfixed32: Dictionary(uniqueKeysWithValues: numbers.map { ($0, "") }))
    let expectedNumbers = numbers.sorted().flatMap {
      Everything(stringBySfixed32: [$0: ""]).wireBytes
    }
    #expect(byNumber.wireBytes == expectedNumbers)
  }

  @Test("a NUL in text that is sent shows as U+FFFD and does not cut the text")
  func outgoingNUL() throws {
    let message = try Everything(
      wireBytes: Everything(stringValue: "a\0b", strings: ["\0"]).wireBytes)
    #expect(message.stringValue == "a\u{FFFD}b")
    #expect(message.strings == ["\u{FFFD}"])
  }

  @Test("bytes are appended to what the buffer holds")
  func appending() {
    var buffer: [UInt8] = [1, 2]
    Everything(int32Value: 1).appendWireBytes(to: &buffer)
    #expect(buffer == [1, 2, 0x18, 1])
  }

  @Test("large messages need more than the arena's first chunk", arguments: [1_000, 2_000_000])
  func large(count: Int) throws {
    let text = String(repeating: "ä", count: count)
    let message = Everything(
      bytesValue: Array(repeating: 7, count: count), strings: [text, "", text],
      chunks: Array(repeating: [1, 2, 3], count: 1_000))
    #expect(try Everything(wireBytes: message.wireBytes) == message)
  }

  @Test("enum aliases name the same value, and numbers without a name are kept")
  func enums() {
    #expect(Everything.Mood.fine == .good)
    #expect(Everything.Mood(rawValue: -3) == .bad)
    #expect(Everything.Mood(rawValue: 12) == .unrecognized(12))
    #expect(Everything.Mood(rawValue: 12).rawValue == 12)
    #expect(Everything.Mood.allCases == [.unspecified, .good, .bad, .max])
  }

  @Test("the module carries the descriptors of its files")
  func descriptors() throws {
    let names = TestAPIDescriptors.files.map(\.name)
    #expect(names.contains("paylyt/test/v1/everything.proto"))
    // Nobody else carries it, and options.proto needs it.
    #expect(names.contains("google/protobuf/descriptor.proto"))
    #expect(!names.contains("google/protobuf/timestamp.proto"))
    let service = try #require(
      TestAPIDescriptors.files.first { $0.name == "paylyt/test/v1/service.proto" })
    #expect(
      service.services == ["paylyt.test.v1.EverythingService", "paylyt.test.v1.EmptyService"])
    #expect(service.symbols.contains("paylyt.test.v1.EverythingService.Watch"))
    // Field 1 of a FileDescriptorProto is its name.
    #expect(service.bytes.starts(with: [0x0A, 28] + Array(service.name.utf8)))
  }

  @Test("methods carry their kind, types and options")
  func methods() {
    let release = EverythingServiceMethods.release
    #expect(release.path == "/paylyt.test.v1.EverythingService/Release")
    #expect(release.requestType == Everything.fullName)
    #expect(release.responseType == Old.fullName)
    #expect(
      release.options
        == MethodOptions(permission: "escrow.release", isIdempotent: true, isMoneyMoving: true))
    #expect(EverythingServiceMethods.chat.options.permission == "é \"quoted\"")
    #expect(
      EverythingServiceMethods.all.map(\.kind)
        == [.unary, .serverStreaming, .clientStreaming, .bidirectional, .unary, .unary])
  }
}
