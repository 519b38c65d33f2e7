/// A 128-bit identifier in its text form of 36 characters (RFC 9562).
struct Identifier: Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// A version 4 id.
  static func random() -> Identifier {
    Identifier(
      high: .random(in: 0 ... .max) & ~0xf000 | 0x4000,
      low: .random(in: 0 ... .max) & ~(3 << 62) | (2 << 62))
  }

  /// Another one for each step of what it stands for.
  func step(_ number: UInt64) -> Identifier { Identifier(high: high, low: low ^ number) }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init?(_ text: some StringProtocol) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard text.utf8.count == 36, digits.count == 32,
      let high = UInt64(String(decoding: digits[..<16], as: UTF8.self), radix: 16),
      let low = UInt64(String(decoding: digits[16...], as: UTF8.self), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
    guard description == text.lowercased() else { return nil }
  }

  var description: String {
    unsafe String(unsafeUninitializedCapacity: 36) { text in
      var position = 0
      for nibble in 0..<32 {
        if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
          unsafe text[position] = UInt8(ascii: "-")
          position += 1
        }
        let half = nibble < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: half >> UInt64((15 - nibble % 16) * 4) & 15)
        unsafe text[position] =
          digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        position += 1
      }
      return position
    }
  }
}
