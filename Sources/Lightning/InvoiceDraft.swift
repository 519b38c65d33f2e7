/// What a payee wants to ask for, before it signs.
public struct InvoiceDraft: Sendable {
  public var network: Network
  /// In `1...Limits.amountMsatMax`; nil lets the payer choose.
  public var amountMsat: Int64?
  /// Seconds since 1970, in `0...Limits.timestampMax`.
  public var timestamp: Int64
  /// 32 bytes.
  public var paymentHash: [UInt8]
  /// 32 bytes.
  public var paymentSecret: [UInt8]
  public var purpose: InvoiceDescription
  /// Positive; nil leaves the field out.
  public var expirySeconds: Int64?
  /// Positive; nil leaves the field out.
  public var minFinalCLTVExpiryDelta: Int64?
  public var features = InvoiceFeatures.modern
  public var metadata: [UInt8]?
  public var fallbacks: [FallbackAddress] = []
  public var routes: [[RouteHop]] = []
  /// Whether the invoice names its payee; without, readers recover it from the signature.
  public var namesPayee = false

  public init(
    network: Network, amountMsat: Int64?, timestamp: Int64, paymentHash: [UInt8],
    paymentSecret: [UInt8], purpose: InvoiceDescription
  ) {
    self.network = network
    self.amountMsat = amountMsat
    self.timestamp = timestamp
    self.paymentHash = paymentHash
    self.paymentSecret = paymentSecret
    self.purpose = purpose
  }

  /// Signs the draft and reads the result back, so that what is handed out is what others will see.
  ///
  /// - Throws: `.invalidAmount`, `.malformedField` or `.missingFeature` for a draft that no reader
  ///   would accept.
  public func signed(by key: NodeKey) throws(BOLT11Error) -> BOLT11Invoice {
    let prefix = try network.invoicePrefix + amountText()
    guard (0...Limits.timestampMax).contains(timestamp) else { throw .tooShort }
    var words = FiveBit.words(of: timestamp, count: 7)
    for (type, content) in try fields(payee: key.publicKey) {
      words += [type] + FiveBit.words(of: Int64(content.count), count: 2) + content
    }
    let signature = key.sign(digest: SignedFields.digest(prefix: prefix, words: words[...]))
    words += FiveBit.words(of: signature)
    return try BOLT11Invoice(Bech32(prefix: prefix, words: words).text)
  }

  private func amountText() throws(BOLT11Error) -> String {
    guard let amountMsat else { return "" }
    guard (1...Limits.amountMsatMax).contains(amountMsat) else { throw .invalidAmount }
    return InvoiceAmount.text(msat: amountMsat)
  }

  private func fields(
    payee: NodeID
  ) throws(BOLT11Error) -> [(type: UInt8, words: [UInt8])] {
    guard paymentSecret.count == 32 else { throw .malformedField("s") }
    guard paymentHash.count == 32 else { throw .malformedField("p") }
    var fields = [
      (FieldType.paymentSecret, FiveBit.words(of: paymentSecret)),
      (FieldType.paymentHash, FiveBit.words(of: paymentHash)),
    ]
    switch purpose {
    case .text(let text):
      guard text.utf8.count <= Limits.descriptionBytesMax else { throw .malformedField("d") }
      fields.append((FieldType.description, FiveBit.words(of: Array(text.utf8))))
    case .hash(let hash):
      guard hash.count == 32 else { throw .malformedField("h") }
      fields.append((FieldType.descriptionHash, FiveBit.words(of: hash)))
    }
    if let metadata { fields.append((FieldType.metadata, FiveBit.words(of: metadata))) }
    if namesPayee { fields.append((FieldType.payee, FiveBit.words(of: payee.bytes))) }
    if let expirySeconds {
      guard expirySeconds > 0 else { throw .malformedField("x") }
      fields.append((FieldType.expiry, FiveBit.words(of: expirySeconds)))
    }
    if let minFinalCLTVExpiryDelta {
      guard minFinalCLTVExpiryDelta > 0 else { throw .malformedField("c") }
      fields.append(
        (FieldType.minFinalCLTVExpiryDelta, FiveBit.words(of: minFinalCLTVExpiryDelta)))
    }
    fields += fallbacks.map { (FieldType.fallback, $0.words) }
    fields += routes.map { (FieldType.route, FiveBit.words(of: $0.flatMap(\.bytes))) }
    if !features.bits.isEmpty { fields.append((FieldType.features, features.words)) }
    guard fields.allSatisfy({ $0.1.count <= Limits.fieldWordsMax }) else {
      throw .truncatedField
    }
    return fields
  }
}
