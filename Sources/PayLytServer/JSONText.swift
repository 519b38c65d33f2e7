import PayLytCrypto

extension [UInt8] {
  /// A string of JSON: RFC 8259 §7 wants quotes, backslashes and control characters escaped. So
  /// whatever a peer sends stays on one line.
  mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        self += Array("\\u00".utf8)
        self += Hex.encode([byte]).utf8
      case _: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
