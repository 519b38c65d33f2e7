/// Five-bit words and the bytes and numbers that they carry (BOLT 11).
enum FiveBit {
  /// `bytes` as words, padded with zero bits at the end.
  static func words(of bytes: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity((bytes.count * 8 + 4) / 5)
    var accumulator: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      accumulator = accumulator << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        words.append(UInt8(accumulator >> bits & 31))
      }
      accumulator &= 0xff
    }
    if bits > 0 { words.append(UInt8(accumulator << (5 - bits) & 31)) }
    return words
  }

  /// The whole bytes in `words`; nil when the bits left over are not zero or make a whole word,
  /// which no writer produces.
  static func bytes(of words: some Sequence<UInt8>) -> [UInt8]? {
    let (bytes, rest, bits) = regroup(words)
    return bits < 5 && rest == 0 ? bytes : nil
  }

  /// `words` as bytes, the last one filled up with zero bits.
  static func paddedBytes(of words: some Sequence<UInt8>) -> [UInt8] {
    let (bytes, rest, bits) = regroup(words)
    return bits == 0 ? bytes : bytes + [UInt8(rest << (8 - bits))]
  }

  /// The whole bytes, then the `bits` (fewer than 8) left over, as a number.
  private static func regroup(
    _ words: some Sequence<UInt8>
  ) -> (bytes: [UInt8], rest: UInt32, bits: UInt32) {
    var bytes: [UInt8] = []
    var rest: UInt32 = 0
    var bits: UInt32 = 0
    for word in words {
      rest = rest << 5 | UInt32(word)
      bits += 5
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(rest >> bits))
      rest &= (1 << bits) - 1
    }
    return (bytes, rest, bits)
  }

  /// `words` as one big-endian number; nil when it does not fit.
  static func number(_ words: some Sequence<UInt8>) -> Int64? {
    var value: Int64 = 0
    for word in words {
      guard value <= Int64.max >> 5 else { return nil }
      value = value << 5 | Int64(word)
    }
    return value
  }

  /// A number as `count` words, big-endian.
  static func words(of number: Int64, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(number >> Int64(5 * (count - 1 - $0)) & 31) }
  }

  /// A number in as few words as possible; zero takes one.
  static func words(of number: Int64) -> [UInt8] {
    let significant = Int64.bitWidth - number.leadingZeroBitCount
    return words(of: number, count: max(1, (significant + 4) / 5))
  }
}
