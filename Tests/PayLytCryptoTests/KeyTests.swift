import PayLytCrypto
import Testing

@Suite("Keys and secrets")
struct KeyTests {
  /// RFC 8032 §7.1: tests 1 to 3.
  @Test(
    "Ed25519 makes the published signatures",
    arguments: [
      [
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
          + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
      ],
      [
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      ],
      [
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
          + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
      ],
    ])
  func ed25519(example: [String]) throws {
    let bytes = example.compactMap(Hex.decode)
    try #require(bytes.count == 4)
    let key = try #require(Ed25519.SigningKey(seed: bytes[0]))
    #expect(key.verifyKey.bytes == bytes[1])
    #expect(key.sign(bytes[2]) == bytes[3])
    #expect(key.verifyKey.verify(bytes[3], of: bytes[2]))
    #expect(!key.verifyKey.verify(bytes[3], of: bytes[2] + [0]))
    #expect(!Ed25519.SigningKey.random().verifyKey.verify(bytes[3], of: bytes[2]))
    for index in stride(from: 0, to: 64, by: 7) {
      var forged = bytes[3]
      forged[index] ^= 1
      #expect(!key.verifyKey.verify(forged, of: bytes[2]))
    }
  }

  @Test("keys and signatures of a wrong length are refused", arguments: [0, 31, 33, 64])
  func wrongLength(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(Ed25519.SigningKey(seed: bytes) == nil)
    #expect(Ed25519.VerifyKey(bytes: bytes) == nil)
    #expect(SecretBox(key: bytes) == nil)
    #expect(!Ed25519.SigningKey.random().verifyKey.verify(bytes, of: []))
  }

  @Test("a sealed message opens with its key and context only", arguments: [0, 1, 16, 1_000])
  func box(count: Int) throws {
    let key = SecureRandom.bytes(32)
    let box = try #require(SecretBox(key: key))
    let text = SecureRandom.bytes(count)
    let sealed = box.seal(text, context: [7])
    #expect(sealed.count == count + SecretBox.overheadByteCount)
    #expect(sealed != box.seal(text, context: [7]))
    #expect(try box.open(sealed, context: [7]) == text)
    #expect(throws: SecretBox.NotAuthentic.self) { try box.open(sealed, context: [8]) }
    #expect(throws: SecretBox.NotAuthentic.self) { try box.open(sealed) }
    let other = try #require(SecretBox(key: SecureRandom.bytes(32)))
    #expect(throws: SecretBox.NotAuthentic.self) { try other.open(sealed, context: [7]) }
  }

  @Test("a sealed message that was altered or cut does not open")
  func tampered() throws {
    let box = try #require(SecretBox(key: SecureRandom.bytes(32)))
    let sealed = box.seal(Array("+254 700 000 000".utf8))
    for index in sealed.indices {
      var altered = sealed
      altered[index] ^= 0x80
      #expect(throws: SecretBox.NotAuthentic.self) { try box.open(altered) }
      #expect(throws: SecretBox.NotAuthentic.self) { try box.open(Array(sealed[..<index])) }
    }
  }

  @Test("random bytes do not repeat and have the length asked for")
  func random() {
    #expect(SecureRandom.bytes(0).isEmpty)
    #expect(SecureRandom.bytes(33).count == 33)
    let draws = Set((0..<100).map { _ in SecureRandom.bytes(16) })
    #expect(draws.count == 100)
    var generator = SecureRandom()
    #expect(generator.next() != generator.next())
  }
}

@Suite("Passwords")
struct PasswordTests {
  /// Small costs keep the tests quick; `standard` is used once.
  private static let quick = PasswordHash.Parameters(memoryBytes: 8192, passes: 1)

  @Test("a password verifies against its own hash and no other does")
  func verify() throws {
    let hash = try PasswordHash.hash("correct horse", parameters: .standard)
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(PasswordHash.verify("correct horse", against: hash))
    #expect(!PasswordHash.verify("correct horsf", against: hash))
    #expect(!PasswordHash.verify("", against: hash))
  }

  @Test("the same password never hashes to the same text")
  func salted() throws {
    let first = try PasswordHash.hash("a", parameters: Self.quick)
    #expect(try PasswordHash.hash("a", parameters: Self.quick) != first)
  }

  @Test("what is no hash verifies nothing", arguments: ["", "x", "$argon2id$v=19$", "\u{0}"])
  func malformed(hash: String) {
    #expect(!PasswordHash.verify("", against: hash))
  }

  @Test("an overlong password is refused, also when it contains a NUL")
  func overlong() throws {
    let long = String(repeating: "é", count: Limits.passwordBytesMax / 2)
    let hash = try PasswordHash.hash(long, parameters: Self.quick)
    #expect(PasswordHash.verify(long, against: hash))
    #expect(throws: PasswordHash.Failure.passwordTooLong) {
      try PasswordHash.hash(long + "x", parameters: Self.quick)
    }
    #expect(!PasswordHash.verify(long + "x", against: hash))
    let withNUL = try PasswordHash.hash("a\u{0}b", parameters: Self.quick)
    #expect(!PasswordHash.verify("a\u{0}c", against: withNUL))
  }
}
