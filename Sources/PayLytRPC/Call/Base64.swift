/// Base64 as `-bin` metadata uses it (RFC 4648 §4): written without padding, read with or without.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xff, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index..<min(index + 3, bytes.count)]
      var group: UInt32 = 0
      for (offset, byte) in rest.enumerated() { group |= UInt32(byte) << UInt32(16 - 8 * offset) }
      for digit in 0...rest.count {
        text.append(alphabet[Int(group >> UInt32(18 - 6 * digit)) & 63])
      }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: `nil` when the text is no base64 or has stray bits after its last byte.
  static func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    var digits = text[...]
    if text.count % 4 == 0 {
      for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits = digits.dropLast() }
    }
    guard digits.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * 3 / 4)
    var group: UInt32 = 0
    var bits = 0
    for digit in digits {
      let value = values[Int(digit)]
      guard value != 0xff else { return nil }
      group = group << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    guard group & (1 << UInt32(bits) - 1) == 0 else { return nil }
    return bytes
  }
}
