/// Why a text is no bech32 (BIP 173).
public enum Bech32Error: Error, Equatable {
  case tooLong
  case mixedCase
  case missingSeparator
  case invalidCharacter
  case tooShort
  case invalidChecksum
}

/// The text form of 5-bit words with a checksum (BIP 173), without its limit of 90 characters,
/// which BOLT 11 lifts.
public struct Bech32: Sendable, Equatable {
  /// The part before the separator, in lower case.
  public let prefix: String
  /// Values in `0...31`, without the checksum.
  public let words: [UInt8]

  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let separator = UInt8(ascii: "1")
  private static let checksumCount = 6

  public init(prefix: String, words: [UInt8]) {
    precondition(words.allSatisfy { $0 < 32 }, "a word has five bits")
    self.prefix = prefix
    self.words = words
  }

  /// Reads `text`, all lower or all upper case, at most `Limits.invoiceCharactersMax` characters.
  public init(_ text: String) throws(Bech32Error) {
    var bytes = Array(text.utf8)
    guard bytes.count <= Limits.invoiceCharactersMax else { throw .tooLong }
    guard bytes.allSatisfy({ (33...126).contains($0) }) else { throw .invalidCharacter }
    let hasUpper = bytes.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let hasLower = bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard !(hasUpper && hasLower) else { throw .mixedCase }
    if hasUpper {
      bytes = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }
    guard let split = bytes.lastIndex(of: Self.separator), split > 0 else {
      throw .missingSeparator
    }
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count - split)
    for character in bytes[(split + 1)...] {
      guard let word = Self.alphabet.firstIndex(of: character) else { throw .invalidCharacter }
      words.append(UInt8(word))
    }
    guard words.count >= Self.checksumCount else { throw .tooShort }
    let prefix = bytes[..<split]
    guard Self.polymod(Self.expanded(prefix) + words) == 1 else { throw .invalidChecksum }
    self.prefix = String(decoding: prefix, as: UTF8.self)
    self.words = Array(words.dropLast(Self.checksumCount))
  }

  /// The text, in lower case.
  public var text: String {
    let head = Array(prefix.utf8)
    let padded = Self.expanded(head[...]) + words + [UInt8](repeating: 0, count: 6)
    let remainder = Self.polymod(padded) ^ 1
    let checksum = (0..<6).map { UInt8(remainder >> (5 * (5 - UInt32($0))) & 31) }
    let tail = (words + checksum).map { Self.alphabet[Int($0)] }
    return String(decoding: head + [Self.separator] + tail, as: UTF8.self)
  }

  private static func expanded(_ prefix: ArraySlice<UInt8>) -> [UInt8] {
    prefix.map { $0 >> 5 } + [0] + prefix.map { $0 & 31 }
  }

  private static func polymod(_ values: [UInt8]) -> UInt32 {
    let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var check: UInt32 = 1
    for value in values {
      let top = check >> 25
      check = (check & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, term) in generator.enumerated() where top >> UInt32(bit) & 1 == 1 { check ^= term }
    }
    return check
  }
}
