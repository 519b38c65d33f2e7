import Testing

@testable import PayLytRPC

@Suite("The formats of a call")
struct CallFormatTests {
  static let timeouts: [(String, Duration)] = [
    ("1H", .seconds(3600)), ("2M", .seconds(120)), ("3S", .seconds(3)), ("4m", .milliseconds(4)),
    ("5u", .microseconds(5)), ("6n", .nanoseconds(6)), ("0n", .zero),
    ("99999999S", .seconds(99_999_999)), ("00000001S", .seconds(1)),
  ]

  @Test("a timeout is digits and a unit", arguments: timeouts)
  func timeout(text: String, duration: Duration) {
    #expect(GRPCTimeout.parse(Array(text.utf8)) == duration)
  }

  @Test(
    "anything else is no timeout",
    arguments: ["", "S", "1", "1s", "-1S", "+1S", "1.5S", " 1S", "1S ", "1 S", "123456789S", "1SS"])
  func noTimeout(text: String) {
    #expect(GRPCTimeout.parse(Array(text.utf8)) == nil)
  }

  static let formatted: [(Duration, String)] = [
    (.zero, "0n"), (.seconds(-1), "0n"), (.nanoseconds(99_999_999), "99999999n"),
    (.nanoseconds(100_000_001), "100001u"), (.seconds(100), "100000m"),
    (.seconds(1_000_000), "1000000S"), (.seconds(6_000_000_001), "1666667H"),
    (.seconds(Int64.max), "2562048H"),
  ]

  @Test("a timeout is written in eight digits at most, and never too short", arguments: formatted)
  func format(duration: Duration, text: String) throws {
    #expect(GRPCTimeout.format(duration) == text)
    let parsed = try #require(GRPCTimeout.parse(Array(text.utf8)))
    if duration < .seconds(1_000_000_000) { #expect(parsed >= duration) }
  }

  static let messages: [(String, String)] = [
    ("", ""), ("plain ~ text", "plain ~ text"), ("100 %", "100 %25"), ("a\nb", "a%0Ab"),
    ("ü", "%C3%BC"), ("\u{7f}", "%7F"),
  ]

  /// `now` is the clock of a machine that has been up for a month.
  @Test(
    "a timeout that is longer than the loop can count is not over at once",
    arguments: ["5124080H", "5124095H", "5124096H", "99999999H"])
  func longTimeout(text: String) throws {
    let delay = try #require(GRPCTimeout.parse(Array(text.utf8))).wholeNanoseconds
    let now: UInt64 = 30 * 86_400 * 1_000_000_000
    #expect(now &+ delay > now)
  }

  @Test("a status message is percent-encoded", arguments: messages)
  func percentEncoding(text: String, encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
    #expect(PercentEncoding.decode(encoded) == text)
  }

  @Test(
    "what is no escape stays as it is",
    arguments: [
      ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%c3%bc", "ü"), ("100%", "100%"),
      ("%ff", "\u{fffd}"),
    ])
  func lenientDecoding(encoded: String, text: String) {
    #expect(PercentEncoding.decode(encoded) == text)
  }

  static let encodings: [([UInt8], String)] = [
    ([], ""), ([0], "AA"), ([0, 1], "AAE"), ([0, 1, 2], "AAEC"), ([255, 254, 253, 252], "//79/A"),
  ]

  @Test("bytes are written without padding and read with or without", arguments: encodings)
  func padding(bytes: [UInt8], text: String) {
    #expect(Base64.encode(bytes) == text)
    #expect(Base64.decode(Array(text.utf8)) == bytes)
    let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    #expect(Base64.decode(Array(padded.utf8)) == bytes)
  }

  @Test(
    "anything else is no base64",
    arguments: ["A", "A=", "A===", "=", "AA=", "AAAAA", "A A", "AA\n", "-_AA", "AB", "AAF", "===="])
  func noBase64(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  static let refusedKeys: [(String, MetadataError)] = [
    ("", .invalidKey("")), ("a b", .invalidKey("a b")), ("ä", .invalidKey("ä")),
    (":path", .invalidKey(":path")), ("grpc-status", .reserved(key: "grpc-status")),
    ("Grpc-X", .reserved(key: "grpc-x")), ("TE", .reserved(key: "te")),
    ("content-type", .reserved(key: "content-type")), ("a-bin", .bytesExpected(key: "a-bin")),
  ]

  @Test(
    "names that the protocol uses, or that no header may have, are refused",
    arguments: refusedKeys)
  func refusedKey(key: String, error: MetadataError) {
    var metadata = Metadata()
    #expect(throws: error) { try metadata.add(key, "x") }
    #expect(metadata.isEmpty)
  }

  @Test("text values are printable ASCII", arguments: ["\n", "ü", "\0", "\u{7f}"])
  func refusedValue(value: String) {
    var metadata = Metadata()
    #expect(throws: MetadataError.unprintable(key: "a")) { try metadata.add("a", value) }
    #expect(throws: MetadataError.textExpected(key: "a")) { try metadata.add("a", bytes: []) }
  }

  @Test("spaces around a text value are dropped, as HTTP/2 forbids them", arguments: ["", "a b"])
  func spaces(value: String) throws {
    var metadata = Metadata()
    try metadata.add("a", "  \(value) ")
    #expect(metadata["a"] == value)
  }

  @Test("a list of bytes may arrive as one value, joined by commas")
  func joined() throws {
    var fields = HeaderFields()
    fields.append(name: "a-bin", value: "AA, AQ==,")
    fields.append(name: "a-bin", value: "Ag")
    fields.append(name: "grpc-timeout", value: "1S")
    fields.append(name: ":path", value: "/")
    fields.append(name: "user-agent", value: "me")
    let metadata = try Metadata(fields)
    #expect(metadata.entries.map(\.key) == ["a-bin", "a-bin", "a-bin", "a-bin", "user-agent"])
    #expect(
      metadata.entries.prefix(4).map(\.value) == [
        .bytes([0]), .bytes([1]), .bytes([]), .bytes([2]),
      ])
    fields.append(name: "b-bin", value: "!")
    #expect(throws: RPCError.self) { try Metadata(fields) }
  }

  struct Failure: RPCErrorConvertible {
    var rpcError: RPCError { RPCError(.aborted, "Again, please.") }
  }
  struct Unforeseen: Error {}

  @Test(
    "an error of a handler becomes what the caller may know",
    arguments: [
      (RPCError(.notFound, "No."), RPCError(.notFound, "No.")),
      (Failure(), RPCError(.aborted, "Again, please.")),
      (CancellationError(), RPCError(.cancelled, "The call was cancelled.")),
      (Unforeseen(), RPCError(.internalError, "The server has failed.")),
    ] as [(any Error, RPCError)])
  func thrown(error: any Error, answer: RPCError) {
    #expect(RPCError(thrown: error) == answer)
  }
}
