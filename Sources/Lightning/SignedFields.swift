import PayLytCrypto

/// One field as it stands in the invoice: a type in `0...31` and its words.
struct TaggedField: Equatable {
  let type: UInt8
  let words: ArraySlice<UInt8>
}

/// An invoice cut into its parts, before anything is believed.
struct SignedFields {
  let bech32: Bech32
  let network: Network
  let amountMsat: Int64?
  let timestamp: Int64
  let fields: [TaggedField]
  /// r and s: 64 bytes.
  let signature: [UInt8]
  let recovery: UInt8
  /// SHA-256 of what the signature covers.
  let digest: [UInt8]

  private static let scheme = "lightning:"
  private static let timestampWords = 7
  private static let signatureWords = 104

  init(_ text: String) throws(BOLT11Error) {
    let bare =
      text.lowercased().hasPrefix(Self.scheme) ? String(text.dropFirst(Self.scheme.count)) : text
    do {
      bech32 = try Bech32(bare)
    } catch {
      throw .notBech32(error)
    }
    (network, amountMsat) = try Self.readPrefix(bech32.prefix)
    let words = bech32.words
    guard words.count >= Self.timestampWords + Self.signatureWords else { throw .tooShort }
    let signedCount = words.count - Self.signatureWords
    guard let timestamp = FiveBit.number(words[..<Self.timestampWords]),
      let signature = FiveBit.bytes(of: words[signedCount...]), signature.count == 65
    else { throw .invalidSignature }
    self.timestamp = timestamp
    self.signature = Array(signature[..<64])
    recovery = signature[64]
    digest = Self.digest(prefix: bech32.prefix, words: words[..<signedCount])
    fields = try Self.readFields(words[Self.timestampWords..<signedCount])
  }

  /// What a signature covers: the prefix, then the data padded with zero bits to whole bytes.
  static func digest(prefix: String, words: ArraySlice<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(Array(prefix.utf8))
    hash.update(FiveBit.paddedBytes(of: words))
    return hash.finalized()
  }

  /// The node that the invoice names must have signed it; when it names none, the one that signed.
  func verifiedPayee() throws(BOLT11Error) -> NodeID {
    if let named = fields.first(where: { $0.type == FieldType.payee && $0.words.count == 53 }) {
      guard let bytes = FiveBit.bytes(of: named.words), let node = NodeID(bytes: bytes) else {
        throw .malformedField("n")
      }
      guard node.verify(signature, digest: digest) else { throw .invalidSignature }
      return node
    }
    guard let node = NodeID(recoveredFrom: signature, recovery: recovery, digest: digest) else {
      throw .invalidSignature
    }
    return node
  }

  private static func readPrefix(
    _ prefix: String
  ) throws(BOLT11Error) -> (Network, Int64?) {
    let name = prefix.prefix { !("0"..."9").contains($0) }
    guard let network = Network.allCases.first(where: { $0.invoicePrefix == name }) else {
      throw .unknownPrefix
    }
    let amount = prefix.dropFirst(name.count)
    guard !amount.isEmpty else { return (network, nil) }
    guard let msat = InvoiceAmount.msat(of: amount) else { throw .invalidAmount }
    return (network, msat)
  }

  private static func readFields(
    _ words: ArraySlice<UInt8>
  ) throws(BOLT11Error) -> [TaggedField] {
    var fields: [TaggedField] = []
    var rest = words
    while let type = rest.first {
      guard rest.count >= 3 else { throw .truncatedField }
      let count = Int(rest[rest.startIndex + 1]) << 5 | Int(rest[rest.startIndex + 2])
      rest = rest.dropFirst(3)
      guard rest.count >= count else { throw .truncatedField }
      fields.append(TaggedField(type: type, words: rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return fields
  }
}

/// The types of tagged fields (BOLT 11): the bech32 value of their letter.
enum FieldType {
  static let paymentHash: UInt8 = 1
  static let route: UInt8 = 3
  static let features: UInt8 = 5
  static let expiry: UInt8 = 6
  static let fallback: UInt8 = 9
  static let description: UInt8 = 13
  static let paymentSecret: UInt8 = 16
  static let payee: UInt8 = 19
  static let descriptionHash: UInt8 = 23
  static let minFinalCLTVExpiryDelta: UInt8 = 24
  static let metadata: UInt8 = 27
}
