import Testing

@testable import Lightning

@Suite("Payment links")
struct PaymentLinkTests {
  @Test(
    "the amount is said in bitcoins, exactly, with no zeros at its end",
    arguments: [
      (Int64(1_000), "0.00000001"), (50_000_000, "0.0005"), (100_000_000_000, "1"),
      (123_456_789_000, "1.23456789"), (2_100_000_000_000_000_000, "21000000"),
      (110_000_000_000, "1.1"), (9_223_372_036_854_775_000, "92233720.36854775"),
    ])
  func amounts(msat: Int64, bitcoins: String) {
    #expect(
      PaymentLink("lnbc1x").bip21(amountMsat: msat)
        == "bitcoin:?amount=\(bitcoins)&lightning=lnbc1x"
    )
  }

  @Test(
    "what bitcoins cannot say is left to the invoice", arguments: [Int64(0), -1000, 1, 999, 1_001])
  func unsaid(msat: Int64) {
    #expect(PaymentLink("lnbc1x").bip21(amountMsat: msat) == "bitcoin:?lightning=lnbc1x")
  }

  @Test("a wallet's link and its QR text are the same but for the case")
  func uri() {
    let link = PaymentLink("lnbc1x")
    #expect(link.uri == "lightning:lnbc1x" && link.qrText == "LIGHTNING:LNBC1X")
  }
}

@Suite("QR codes as PNG")
struct QRCodePNGTests {
  /// A chunk is its length, type, content and checksum.
  private static func chunks(_ png: [UInt8]) throws -> [(type: String, content: [UInt8])] {
    var rest = png[...]
    func number() throws -> Int {
      try #require(rest.count >= 4)
      defer { rest = rest.dropFirst(4) }
      return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    var found: [(String, [UInt8])] = []
    rest = rest.dropFirst(8)
    while !rest.isEmpty {
      let count = try number()
      let type = String(decoding: rest.prefix(4), as: UTF8.self)
      let content = Array(rest.dropFirst(4).prefix(count))
      try #require(content.count == count)
      rest = rest.dropFirst(4 + count)
      _ = try number()
      found.append((type, content))
    }
    return found
  }

  /// The pixels of an image whose blocks are stored as they are.
  private static func inflate(_ stream: [UInt8]) throws -> [UInt8] {
    var rest = stream.dropFirst(2).dropLast(4)
    var content: [UInt8] = []
    var isLast = false
    while !isLast {
      let head = Array(rest.prefix(5))
      try #require(head.count == 5 && head[0] <= 1)
      let (count, inverse) = (Int(head[1]) | Int(head[2]) << 8, Int(head[3]) | Int(head[4]) << 8)
      #expect(count ^ inverse == 0xffff)
      content += rest.dropFirst(5).prefix(count)
      rest = rest.dropFirst(5 + count)
      isLast = head[0] == 1
    }
    #expect(rest.isEmpty)
    return content
  }

  /// The largest code needs more than one block.
  @Test("each module is a square of pixels", arguments: [1, 300, 2900])
  func pixels(length: Int) throws {
    let code = try QRCode(String(repeating: "x", count: length))
    let png = code.png
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    let chunks = try Self.chunks(png)
    #expect(chunks.map(\.type) == ["IHDR", "IDAT", "IEND"])
    let side = (code.size + 2 * QRCode.quietZone) * 8
    let header = chunks[0].content
    #expect(header.prefix(4).reduce(0) { $0 << 8 | Int($1) } == side)
    #expect(Array(header[4..<8]) == Array(header[0..<4]) && Array(header[8...]) == [1, 0, 0, 0, 0])
    let lines = try Self.inflate(chunks[1].content)
    let width = side / 8 + 1
    try #require(lines.count == side * width)
    for row in stride(from: 3, to: side, by: 8) {
      #expect(lines[row * width] == 0)
      for column in 0..<side / 8 {
        // One byte is the eight pixels of a module.
        let isDark = code.isDark(
          column: column - QRCode.quietZone, row: row / 8 - QRCode.quietZone)
        #expect(lines[row * width + 1 + column] == (isDark ? 0 : 0xff))
      }
    }
  }

  @Test("the empty last chunk has the checksum that every PNG has there")
  func checksum() throws {
    #expect(try QRCode("A").png.suffix(8) == [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
  }
}
