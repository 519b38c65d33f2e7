import PayLytCrypto

/// Bytes that were encrypted at rest, and under which key.
struct SealedDetails: Hashable, Sendable {
  let keyID: Int32
  /// Nonce, ciphertext and tag; empty once the details were wiped.
  let bytes: [UInt8]
}

/// The keys of details at rest. New details are sealed under the current one; the others open what
/// was sealed before, until it is sealed anew.
struct DetailKeys: Sendable {
  /// The details were altered or moved, or their key is not in the configuration any more.
  struct Unreadable: Error, Equatable {
    let keyID: Int32
  }

  /// The numbers of keys that follow from a secret; those in a file are below. Each key has one of
  /// its own, so that what is under the key of a secret that was replaced can be told apart.
  static let derivedIDs: ClosedRange<Int32> = 1_000_000_001 ... .max

  let currentID: Int32
  private let boxes: [Int32: SecretBox]

  /// - Parameter keys: 32 bytes each, by their number.
  /// - Returns: nil when there is no current key, or one has another length.
  init?(_ keys: [Int32: [UInt8]], current: Int32) {
    let boxes = keys.compactMapValues { SecretBox(key: $0) }
    guard boxes.count == keys.count, boxes[current] != nil else { return nil }
    self.boxes = boxes
    currentID = current
  }

  /// - Parameter derived: those that follow from the secrets, the current one first.
  init?(derived: [[UInt8]]) {
    guard let current = derived.first, let keys = Self.numbered(derived) else { return nil }
    self.init(keys, current: Self.number(of: current))
  }

  /// Reads a file of keys: on each line a number and 64 hex digits, or `secret` for the first
  /// derived one; the first line is the current one.
  ///
  /// - Parameter derived: the keys that are used without a file; they open what they sealed.
  init?(text: String, derived: [[UInt8]]) {
    guard var keys = Self.numbered(derived) else { return nil }
    var current: Int32?
    for line in text.split(whereSeparator: \.isNewline) where line.contains(where: { $0 != " " }) {
      let parts = line.split(separator: " ")
      if parts == ["secret"] {
        current = current ?? derived.first.map(Self.number)
        continue
      }
      guard parts.count == 2, let number = Int32(parts[0]),
        (1..<Self.derivedIDs.lowerBound).contains(number), keys[number] == nil,
        let key = Hex.decode(String(parts[1]))
      else { return nil }
      keys[number] = key
      if current == nil { current = number }
    }
    guard let current else { return nil }
    self.init(keys, current: current)
  }

  /// - Parameter row: where they will be kept; in another row, or table, they do not open.
  func seal(_ details: [UInt8], for row: UUID, in table: String = beneficiaries) -> SealedDetails {
    guard let box = boxes[currentID] else { preconditionFailure("there is no current key") }
    return SealedDetails(
      keyID: currentID, bytes: box.seal(details, context: Self.context(row, table)))
  }

  func open(
    _ sealed: SealedDetails, of row: UUID, in table: String = beneficiaries
  ) throws(Unreadable) -> [UInt8] {
    guard let box = boxes[sealed.keyID] else { throw Unreadable(keyID: sealed.keyID) }
    do {
      return try box.open(sealed.bytes, context: Self.context(row, table))
    } catch {
      throw Unreadable(keyID: sealed.keyID)
    }
  }

  static let beneficiaries = "beneficiary"

  /// - Returns: nil when two keys would have the same number.
  private static func numbered(_ derived: [[UInt8]]) -> [Int32: [UInt8]]? {
    let keys = Set(derived)
    let numbered = Dictionary(keys.map { (number(of: $0), $0) }) { first, _ in first }
    return numbered.count == keys.count ? numbered : nil
  }

  /// The same on every server, and nothing that helps to guess the key.
  private static func number(of key: [UInt8]) -> Int32 {
    let mark = HMAC.sha256(key: key, message: Array("paylyt detail key number 1".utf8))
    let bits = mark.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return derivedIDs.lowerBound + Int32(bits % UInt32(derivedIDs.count))
  }

  private static func context(_ row: UUID, _ table: String) -> [UInt8] {
    Array("\(table)/".utf8) + row.bytes
  }
}

extension DetailKeys: CustomStringConvertible, CustomReflectable {
  var description: String { "DetailKeys" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
