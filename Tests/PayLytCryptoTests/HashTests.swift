import PayLytCrypto
import Testing

/// Digests of FIPS 180-4's published examples.
@Suite("SHA-2")
struct HashTests {
  private static let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

  @Test(
    "SHA-256 digests the published examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (long, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ])
  func sha256(message: String, digest: String) {
    #expect(Hex.encode(SHA256.hash(Array(message.utf8))) == digest)
  }

  @Test("SHA-256 of pieces is SHA-256 of the whole, wherever it is cut")
  func pieces() {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
    for cut in [0, 1, 63, 64, 65, 999, 1_000] {
      var hash = SHA256()
      hash.update(Array(message[..<cut]))
      _ = hash.finalized()
      hash.update(Array(message[cut...]))
      #expect(hash.finalized() == SHA256.hash(message))
    }
  }

  @Test(
    "SHA-512 digests the published examples",
    arguments: [
      (
        "",
        "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
          + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
      ),
      (
        "abc",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
      ),
    ])
  func sha512(message: String, digest: String) {
    #expect(Hex.encode(SHA512.hash(Array(message.utf8))) == digest)
  }
}

/// The test cases of RFC 4231 §4.
@Suite("HMAC")
struct HMACTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let key: [UInt8]
    let message: [UInt8]
    let sha256: String
    let sha512: String
  }

  static let examples = [
    Example(
      testDescription: "§4.2", key: .init(repeating: 0x0b, count: 20),
      message: Array("Hi There".utf8),
      sha256: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
      sha512: "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
        + "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854"),
    Example(
      testDescription: "§4.3", key: Array("Jefe".utf8),
      message: Array("what do ya want for nothing?".utf8),
      sha256: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      sha512: "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"),
    Example(
      testDescription: "§4.7, a key longer than a block", key: .init(repeating: 0xaa, count: 131),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      sha256: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
      sha512: "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
        + "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598"),
  ]

  @Test("the published examples come out", arguments: examples)
  func published(example: Example) {
    #expect(Hex.encode(HMAC.sha256(key: example.key, message: example.message)) == example.sha256)
    #expect(Hex.encode(HMAC.sha512(key: example.key, message: example.message)) == example.sha512)
  }

  @Test("comparison sees every difference and every difference in length")
  func comparison() {
    let code = HMAC.sha256(key: [1], message: [2])
    #expect(constantTimeEquals(code, code))
    #expect(constantTimeEquals([], []))
    #expect(!constantTimeEquals(code, Array(code.dropLast())))
    for index in code.indices {
      var other = code
      other[index] ^= 1
      #expect(!constantTimeEquals(code, other))
    }
  }
}
