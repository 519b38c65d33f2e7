import PayLytCrypto
import Testing

@Suite("Bytes as text")
struct TextTests {
  @Test("hex goes both ways, in either case")
  func hex() throws {
    #expect(Hex.encode([]).isEmpty)
    #expect(Hex.encode([0x00, 0x0f, 0xa5, 0xff]) == "000fa5ff")
    #expect(Hex.decode("000FA5ff") == [0x00, 0x0f, 0xa5, 0xff])
    let every = (0...255).map { UInt8($0) }
    #expect(Hex.decode(Hex.encode(every)) == every)
  }

  @Test("hex with anything else in it is refused", arguments: ["0", "0g", " 00", "0x00", "é0"])
  func notHex(text: String) {
    #expect(Hex.decode(text) == nil)
  }

  /// RFC 4648 §10.
  @Test(
    "base 64 goes both ways",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(plain: String, text: String) {
    let bytes = Array(plain.utf8)
    #expect(Base64.encode(bytes) == text)
    #expect(Base64.decode(text) == bytes)
    let bare = text.filter { $0 != "=" }
    #expect(Base64URL.encode(bytes) == bare)
    #expect(Base64URL.decode(bare) == bytes)
  }

  @Test("the URL alphabet has no plus and no slash")
  func alphabet() {
    #expect(Base64URL.encode([0xfb, 0xff]) == "-_8")
    #expect(Base64URL.decode("-_8") == [0xfb, 0xff])
    #expect(Base64.encode([0xfb, 0xff]) == "+/8=")
  }

  @Test(
    "base 64 that no encoder writes is refused",
    arguments: ["Zg==", "Z", "Zh", "Zm9", "+/8", "Zm 8", "Zm8\n", "Zm8é", "\u{0}", "Zm9vYg\u{0}"])
  func refused(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }

  @Test("classic base 64 without its padding is refused", arguments: ["Zg", "Zg=", "Zm8", "-_8="])
  func unpadded(text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
