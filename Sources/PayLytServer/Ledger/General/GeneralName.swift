import PayLytCrypto

/// The id that a caller gave an account or a transaction of the general ledger.
struct GeneralName: Hashable, Sendable {
  let text: String
  /// What rows are found by, without a look-up of the text: half of SHA-256 over it.
  let key: UUID

  /// 1 to 100 letters, digits and `. _ : -`; nil for anything else.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard (1...GeneralLimits.nameCharactersMax).contains(bytes.count),
      bytes.allSatisfy(Self.isAllowed)
    else { return nil }
    self.init(checked: bytes)
  }

  /// A name that the server makes.
  init(_ id: UUID) { self.init(checked: Array(id.description.utf8)) }

  /// As it is stored.
  init(stored text: String, key: UUID) {
    self.text = text
    self.key = key
  }

  private init(checked bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    key = UUID(bytes: SHA256.hash(bytes).prefix(16))
  }

  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// What an account of the general ledger counts: any unit that the caller names. Unlike the
/// platform's `Asset`, it is only a label.
struct AssetCode: Hashable, Sendable {
  let text: String

  /// `USD`, `USD/2`: a capital letter, up to 15 more or digits, and the number of decimals.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let word = parts.first, (1...16).contains(word.count), parts.count <= 2,
      word.first.map(Self.isCapital) == true,
      word.allSatisfy({ Self.isCapital($0) || Self.isDigit($0) })
    else { return nil }
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), parts[1].allSatisfy(Self.isDigit) else { return nil }
    }
    self.text = text
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// The caller's own keys and values, in the form in which they are stored and compared: sorted by
/// key, each text with a zero byte behind it, which no text of a message can hold.
struct Annotations: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ pairs: [String: String]) {
    bytes = pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .flatMap { Array($0.key.utf8) + [0] + Array($0.value.utf8) + [0] }
  }

  init(stored bytes: [UInt8]) { self.bytes = bytes }

  var pairs: [String: String] {
    let texts = bytes.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var pairs: [String: String] = [:]
    for index in stride(from: 0, to: texts.count - 1, by: 2) {
      pairs[texts[index]] = texts[index + 1]
    }
    return pairs
  }
}
