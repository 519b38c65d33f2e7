@testable import PayLytRPC
import TestAPI
import Testing

/// Wire bytes that are no message, each with the field that the caller is told.
@Suite struct WireRefusalTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let path: String
    let reason: String

    init(_ description: String, _ bytes: [UInt8], _ path: String, _ reason: String) {
      testDescription = description
      self.bytes = bytes
      self.path = path
      self.reason = reason
    }
  }

  static let refused: [Refused] = [
    .init("invalid UTF-8", [0x72, 2, 0xC3, 0x28], "string_value", "The text is not valid UTF-8."),
    .init(
      "a surrogate", [0x72, 3, 0xED, 0xA0, 0x80], "string_value", "The text is not valid UTF-8."),
    .init(
      "an overlong encoding", [0x72, 2, 0xC0, 0x80], "string_value",
      "The text is not valid UTF-8."),
    .init("a NUL", [0x72, 3, 0x61, 0, 0x62], "string_value", "The text holds a NUL character."),
    .init(
      "a NUL in a list", [0xB2, 0x03, 1, 0x61, 0xB2, 0x03, 1, 0], "strings[1]",
      "The text holds a NUL character."),
    .init(
      "a NUL in a submessage of a list",
      [0xCA, 0x03, 0, 0xCA, 0x03, 3, 0x0A, 1, 0], "children[1].name",
      "The text holds a NUL character."),
    .init(
      "invalid UTF-8 in a map's key", [0xDA, 0x05, 3, 0x0A, 1, 0xFF], "string_by_string[0].key",
      "The text is not valid UTF-8."),
    .init(
      "invalid UTF-8 in a oneof", [0xEA, 0x04, 1, 0xFF], "choice_string",
      "The text is not valid UTF-8."),
    .init(
      "invalid UTF-8 in an optional", [0x92, 0x02, 1, 0xFF], "maybe_string",
      "The text is not valid UTF-8."),
    .init("a tag cut off", [0x80], "", "A field's tag is cut off or too long."),
    .init(
      "a tag of six bytes", [0x98, 0x80, 0x80, 0x80, 0x80, 0x00, 0x01], "",
      "A field's tag is cut off or too long."),
    .init("field number 0", [0x00, 0x01], "", "A field number is outside 1 to 536870911."),
    .init(
      "a field number too large", [0xF8, 0xFF, 0xFF, 0xFF, 0x7F, 1], "",
      "A field number is outside 1 to 536870911."),
    .init("wire type 6", [0x1E, 1], "", "Field 3 has an unknown wire type."),
    .init("a group", [0x1B, 0x1C], "int32_value", "Groups are not part of proto3."),
    .init("an unknown group", [0xC3, 0x3E, 0xC4, 0x3E], "", "Groups are not part of proto3."),
    .init(
      "a number cut off", [0x18, 0x80], "int32_value",
      "The number is cut off or longer than 64 bits."),
    .init(
      "a number without bytes", [0x18], "int32_value",
      "The number is cut off or longer than 64 bits."),
    .init(
      "a number of eleven bytes", [0x18] + Array(repeating: 0x80, count: 10) + [0x01],
      "int32_value", "The number is cut off or longer than 64 bits."),
    .init(
      "a number of 65 bits", [0x18] + Array(repeating: 0xFF, count: 9) + [0x02],
      "int32_value", "The number is cut off or longer than 64 bits."),
    .init("fixed32 cut off", [0x4D, 1, 2, 3], "fixed32_value", "The value is cut off."),
    .init(
      "fixed64 cut off", [0x51, 1, 2, 3, 4, 5, 6, 7], "fixed64_value", "The value is cut off."),
    .init(
      "a length beyond the end", [0x72, 5, 0x61], "string_value",
      "The length is 5 bytes, but only 1 are left."),
    .init("a length cut off", [0x72, 0x80], "string_value", "The length is cut off or too long."),
    .init(
      "a length of 32 bits and more", [0x72, 0x85, 0x80, 0x80, 0x80, 0x10], "string_value",
      "The length is 4294967301 bytes, but only 0 are left."),
    .init(
      "a length of six bytes", [0x72, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00], "string_value",
      "The length is cut off or too long."),
    .init(
      "a length beyond the submessage", [0x8A, 0x01, 2, 0x0A, 5, 0x61, 0x61, 0x61], "child.name",
      "The length is 5 bytes, but only 0 are left."),
    .init(
      "text as a number", [0x70, 1], "string_value",
      "The wire type is varint, but it must be lengthDelimited."),
    .init(
      "a number as text", [0x1A, 1, 1], "int32_value",
      "The wire type is lengthDelimited, but it must be varint."),
    .init(
      "a boolean as fixed64", [0x69, 1, 0, 0, 0, 0, 0, 0, 0], "bool_value",
      "The wire type is fixed64, but it must be varint."),
    .init(
      "a list of text as numbers", [0xB0, 0x03, 1], "strings[0]",
      "The wire type is varint, but it must be lengthDelimited."),
    .init(
      "packed fixed32 of 3 bytes", [0x8A, 0x03, 3, 1, 2, 3], "fixed32s",
      "The packed length is no multiple of 4 bytes."),
    .init(
      "packed double of 9 bytes", [0xCA, 0x02, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9], "doubles",
      "The packed length is no multiple of 8 bytes."),
    .init(
      "a packed number cut off", [0xDA, 0x02, 2, 1, 0x80], "int32s",
      "The number is cut off or longer than 64 bits."),
    .init(
      "a packed boolean of 2", [0xAA, 0x03, 1, 2], "bools",
      "A packed boolean is neither 0 nor 1."),
  ]

  @Test("bytes that are no message are refused with the path to the field", arguments: refused)
  func refuses(_ vector: Refused) {
    let expected = WireError(fieldPath: vector.path, reason: vector.reason)
    #expect(throws: expected) { try Everything(wireBytes: vector.bytes) }
  }

  @Test("names that C reserves are named as in the proto")
  func reservedNames() {
    let expected = WireError(fieldPath: "base", reason: "The text holds a NUL character.")
    #expect(throws: expected) { try Names(wireBytes: [0x2A, 1, 0]) }
  }

  /// A chain of `depth` trees below the outermost, along field `tag`.
  static func nested(depth: Int, tag: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<depth {
      var length = UInt64(bytes.count)
      var prefix: [UInt8] = [tag]
      repeat {
        prefix.append(UInt8(length & 0x7F) | (length > 0x7F ? 0x80 : 0))
        length >>= 7
      } while length > 0
      bytes = prefix + bytes
    }
    return bytes
  }

  /// left, right, children, branch.
  static let recursiveTags: [UInt8] = [0x12, 0x1A, 0x22, 0x32]

  @Test("messages nested as deep as allowed are read and written", arguments: recursiveTags)
  func deep(tag: UInt8) throws {
    let bytes = Self.nested(depth: Limits.messageDepthMax, tag: tag)
    #expect(try Tree(wireBytes: bytes).wireBytes == bytes)
  }

  @Test("messages nested deeper are refused", arguments: recursiveTags, [101, 5_000, 100_000])
  func tooDeep(tag: UInt8, depth: Int) {
    let bytes = Self.nested(depth: depth, tag: tag)
    let error = #expect(throws: WireError.self) { try Tree(wireBytes: bytes) }
    #expect(error?.reason == "Messages are nested deeper than 100.")
  }

  @Test("more elements than allowed are refused")
  func tooMany() {
    let bytes = [UInt8](repeating: 0, count: 2 * (Limits.messageElementsMax + 1)).enumerated().map {
      $0.offset.isMultiple(of: 2) ? UInt8(0x22) : 0
    }
    let error = #expect(throws: WireError.self) { try Tree(wireBytes: bytes) }
    #expect(error?.reason == "The message has more than 131072 fields and elements.")
  }

  @Test("as many elements as allowed are read")
  func many() throws {
    let count = Limits.messageElementsMax
    let bytes = (0..<2 * count).map { $0.isMultiple(of: 2) ? UInt8(0x22) : 0 }
    #expect(try Tree(wireBytes: bytes).children.count == count)
  }

  @Test("a message that needs more memory than allowed is refused")
  func tooMuchMemory() {
    // Nine million numbers of one byte are eight bytes each once unpacked.
    let count = 9 << 20
    var bytes: [UInt8] = [0xE2, 0x02, 0x80, 0x80, 0xC0, 0x04]
    bytes.append(contentsOf: repeatElement(1, count: count))
    let error = #expect(throws: WireError.self) { try Everything(wireBytes: bytes) }
    #expect(
      error?.reason == "The message needs more than \(Limits.messageMemoryMax) bytes of memory.")
  }

  @Test("a message larger than allowed is refused")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0, count: Limits.messageBytesMax + 1)
    let error = #expect(throws: WireError.self) { try Everything(wireBytes: bytes) }
    #expect(error?.reason == "The message is larger than \(Limits.messageBytesMax) bytes.")
  }
}
