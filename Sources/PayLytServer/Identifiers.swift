/// A 128-bit identifier (RFC 9562), ordered as its bytes are.
struct UUID: Hashable, Sendable, Comparable {
  let high: UInt64
  let low: UInt64

  /// A version 7 id: the milliseconds of `time`, the microseconds as a fraction of 4096 (RFC 9562
  /// §6.2, method 3), then `random`. What is made later sorts later, also within a millisecond, and
  /// the indexes that ids lead are written at one end.
  ///
  /// The last byte stays zero: it numbers what belongs to the entity, such as its accounts
  /// (`subordinate(_:)`), which leaves 54 random bits for each microsecond.
  init(time: Timestamp, random: UInt64) {
    let (milliseconds, rest) = UInt64(time.microseconds).quotientAndRemainder(dividingBy: 1000)
    high = milliseconds << 16 | 0x7000 | rest << 12 / 1000
    low = 0x8000_0000_0000_0000 | (random & 0x3fff_ffff_ffff_ff00)
  }

  /// An id of this moment that nothing follows from, for what no seed has to make again.
  static func fresh(at time: Timestamp) -> UUID {
    UUID(time: time, random: .random(in: 0 ... .max))
  }

  /// Not after any id that was made at `time` or later. A moment before 1970 has no ids.
  init(startOf time: Timestamp) {
    self.init(high: UInt64(max(0, time.microseconds / 1000)) << 16, low: 0)
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the 36-character text form; nil for anything else.
  init?(_ text: some StringProtocol) {
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    var position = 0
    for byte in text.utf8 {
      defer { position += 1 }
      if position == 8 || position == 13 || position == 18 || position == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard digits < 32, let digit = Self.hexDigit(byte) else { return nil }
      if digits < 16 {
        halves.0 = halves.0 << 4 | digit
      } else {
        halves.1 = halves.1 << 4 | digit
      }
      digits += 1
    }
    guard digits == 32, position == 36 else { return nil }
    self.init(high: halves.0, low: halves.1)
  }

  /// - Parameter bytes: 16 of them, most significant first.
  init(bytes: some Collection<UInt8>) {
    precondition(bytes.count == 16, "an id has 16 bytes")
    self.init(
      high: UInt64(bigEndianBytes: bytes.prefix(8)), low: UInt64(bigEndianBytes: bytes.suffix(8)))
  }

  /// 16 of them, most significant first.
  var bytes: [UInt8] { high.bigEndianBytes + low.bigEndianBytes }

  static func < (a: UUID, b: UUID) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }

  /// The id of part `number` of this entity. Only an entity's own id (last byte zero) has parts.
  func subordinate(_ number: UInt8) -> UUID {
    precondition(low & 0xff == 0, "\(self) is a part already")
    return UUID(high: high, low: low | UInt64(number))
  }

  /// The entity that a subordinate id belongs to.
  var entity: UUID { UUID(high: high, low: low & ~0xff) }

  private static func hexDigit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension UUID {
  /// Reads ids that stand one after the other; an incomplete last one is none.
  static func list(_ bytes: [UInt8]) -> [UUID] {
    stride(from: 0, to: bytes.count / 16 * 16, by: 16).map { UUID(bytes: bytes[$0..<$0 + 16]) }
  }
}

extension UUID: CustomStringConvertible {
  /// 36 lower-case characters.
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
        unsafe text[position] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        position += 1
      }
      return position
    }
  }
}

extension FixedWidthInteger {
  /// - Parameter bytes: at most as many as the type has, most significant first.
  init(bigEndianBytes bytes: some Collection<UInt8>) {
    self = bytes.reduce(0) { $0 << 8 | Self($1) }
  }

  /// Most significant first.
  var bigEndianBytes: [UInt8] {
    stride(from: Self.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: self >> Self($0))
    }
  }
}
