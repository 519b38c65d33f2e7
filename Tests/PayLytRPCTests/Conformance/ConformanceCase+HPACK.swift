@testable import PayLytRPC

extension ConformanceCase {
  private typealias Make = Conformance

  private static let broken = Expectation.connectionError(.compressionError)
  private static let answered = Expectation.answered(stream: 1)

  /// `:method POST` and `:scheme http` of the static table.
  private static let start: [UInt8] = [0x83, 0x86]
  private static let rest =
    Make.field(":authority", "test") + Make.field("content-type", "application/grpc")
  private static let path = Make.field(":path", Make.echo)

  /// RFC 7541: header blocks.
  static let hpackCases = [
    ConformanceCase(
      hpack: "2.3.3", "an index behind both tables is an error", start + path + rest + [0xbe],
      broken),
    ConformanceCase(
      hpack: "2.3.3", "a name's index behind both tables is an error",
      start + path + rest + [0x7f, 0x00] + Make.text("x"), broken),
    ConformanceCase(
      hpack: "4.2", "a change of the table's size at the start is taken",
      [0x20] + start + path + rest, answered),
    ConformanceCase(
      hpack: "4.2", "two changes of the table's size at the start are taken",
      [0x20, 0x3f, 0xe1, 0x1f] + start + path + rest, answered),
    ConformanceCase(
      hpack: "4.2", "a change of the table's size after a field is an error",
      start + path + rest + [0x20], broken),
    ConformanceCase(
      hpack: "4.3", "an entry that a smaller table has dropped is gone",
      [0x40] + Make.text("x-a") + Make.text("1") + [0x20] + [0xbe] + start + path + rest, broken),
    ConformanceCase(
      hpack: "4.4", "an entry larger than the table empties it",
      [0x3f, 0x05] + [0x40] + Make.text("x-a") + Make.text(String(repeating: "1", count: 60)) + [
        0xbe
      ] + start, broken),
    ConformanceCase(
      hpack: "5.1", "an integer in more bytes than it needs is taken",
      [0x3f, 0x80, 0x00] + start + path + rest, answered),
    ConformanceCase(
      hpack: "5.1", "an integer that is cut off is an error", start + path + rest + [0x3f, 0x80],
      broken),
    ConformanceCase(
      hpack: "5.1", "an integer without an end is an error",
      start + [0xff] + [UInt8](repeating: 0xff, count: 12), broken),
    ConformanceCase(
      hpack: "5.2", "a string that is cut off is an error",
      start + path + rest + [0x00, 0x01, 0x78, 0x05, 0x79], broken),
    ConformanceCase(
      hpack: "5.2", "a Huffman-coded value is taken",
      start + path + rest + [0x00] + Make.text("x-h") + [0x82, 0x1c, 0x64], answered),
    ConformanceCase(
      hpack: "5.2", "padding of more than 7 bits is an error",
      start + path + rest + [0x00] + Make.text("x-h") + [0x83, 0x1c, 0x7f, 0xff], broken),
    ConformanceCase(
      hpack: "5.2", "padding that is not all ones is an error",
      start + path + rest + [0x00] + Make.text("x-h") + [0x81, 0x18], broken),
    ConformanceCase(
      hpack: "5.2", "the EOS symbol in a string is an error",
      start + path + rest + [0x00] + Make.text("x-h") + [0x84, 0xff, 0xff, 0xff, 0xff], broken),
    ConformanceCase(hpack: "6.1", "index 0 is an error", start + path + rest + [0x80], broken),
    ConformanceCase(
      hpack: "6.1", "an entry that was indexed can be named",
      start + path + rest + [0x40] + Make.text("x-a") + Make.text("1") + [0xbe], answered),
    ConformanceCase(
      hpack: "6.2.1", "a literal with indexing is taken",
      start + [0x44] + Make.text(Make.echo) + rest, answered),
    ConformanceCase(
      hpack: "6.2.1", "a literal with indexing and a new name is taken",
      start + path + rest + [0x40] + Make.text("x-new") + Make.text("v"), answered),
    ConformanceCase(
      hpack: "6.2.2", "a literal without indexing is taken",
      start + [0x04] + Make.text(Make.echo) + rest, answered),
    ConformanceCase(
      hpack: "6.2.3", "a literal that is never indexed is taken",
      start + [0x14] + Make.text(Make.echo) + rest, answered),
    ConformanceCase(
      hpack: "6.3", "a table larger than SETTINGS allow is an error",
      [0x3f, 0xe2, 0x1f] + start + path + rest, broken),
    ConformanceCase(
      hpack: "6.3", "a table as large as SETTINGS allow is taken",
      [0x3f, 0xe1, 0x1f] + start + path + rest, answered),
    ConformanceCase(
      "4.3.1", "the table lives on from block to block", dynamic, .answered(stream: 3)),
  ]

  /// Two requests: the second one names the path by the entry that the first one has made.
  private static let dynamic =
    Frame.make(1, flags: 4, stream: 1, start + [0x44] + Make.text(Make.echo) + rest)
    + Make.message(on: 1)
    + Frame.make(1, flags: 4, stream: 3, start + [0xbe] + rest) + Make.message(on: 3)
}
