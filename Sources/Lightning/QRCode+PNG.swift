extension QRCode {
  /// Pixels of one module: large enough for a telephone's camera.
  private static let scale = 8

  /// The code as a picture in black and white, quiet zone included: PNG (RFC 2083), one bit for
  /// each pixel.
  public var png: [UInt8] {
    let side = (size + 2 * Self.quietZone) * Self.scale
    var lines: [UInt8] = []
    for row in -Self.quietZone..<size + Self.quietZone {
      var line: [UInt8] = [0]
      var byte: UInt8 = 0
      for pixel in 0..<side {
        let column = pixel / Self.scale - Self.quietZone
        byte = byte << 1 | (isDark(column: column, row: row) ? 0 : 1)
        if pixel % 8 == 7 { line.append(byte) }
      }
      for _ in 0..<Self.scale { lines += line }
    }
    // Width, height, one bit of grey, the only compression, filter and no interlace.
    let header = Self.bytes(UInt32(side)) + Self.bytes(UInt32(side)) + [1, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
      + Self.chunk("IHDR", header) + Self.chunk("IDAT", Self.stored(lines))
      + Self.chunk("IEND", [])
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return bytes(UInt32(content.count)) + body + bytes(crc32(body))
  }

  /// A zlib stream that is not compressed (RFC 1950, RFC 1951 §3.2.4): the picture is small.
  private static func stored(_ content: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = content[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      stream += [rest.isEmpty ? 1 : 0]
      stream += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
      stream += block
    } while !rest.isEmpty
    return stream + bytes(adler32(content))
  }

  /// Most significant first.
  private static func bytes(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func crc32(_ content: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in content {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func adler32(_ content: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in content {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }
}
