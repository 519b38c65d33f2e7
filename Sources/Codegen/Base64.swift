/// RFC 4648 §4, in lines that fit a source file.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// 72 bytes are 96 characters.
  private static let bytesPerLine = 72

  static func lines(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: bytesPerLine).map {
      encode(bytes[$0..<min($0 + bytesPerLine, bytes.count)])
    }
  }

  private static func encode(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.endIndex)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let isPadding = index > group.count
        let value = Int(bits >> UInt32(18 - 6 * index) & 0x3F)
        text.append(isPadding ? UInt8(ascii: "=") : alphabet[value])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
