/// Why a text is no invoice that can be paid.
public enum BOLT11Error: Error, Equatable {
  case notBech32(Bech32Error)
  /// Not `ln` and a network that we know.
  case unknownPrefix
  case invalidAmount
  /// No room for a moment and a signature.
  case tooShort
  /// The last field says that it is longer than the invoice.
  case truncatedField
  /// The field of this letter cannot be read.
  case malformedField(Character)
  /// The field of this letter may be there once.
  case duplicateField(Character)
  /// The field of this letter must be there.
  case missingField(Character)
  /// Both `d` and `h`, of which there must be exactly one.
  case twoDescriptions
  /// A feature that the payer must understand and we do not.
  case unknownRequiredFeature(Int)
  /// A feature without another one, named here, that it needs.
  case missingFeature(Int)
  /// No key made this signature, or not the key that the invoice names.
  case invalidSignature
}

/// A Lightning invoice (BOLT 11) that is whole, signed, and payable as far as its text tells.
///
/// The one way to get one is to decode a text or to sign a draft, so every value of this type went
/// through all checks of the specification.
public struct BOLT11Invoice: Sendable, Equatable, CustomStringConvertible {
  /// The invoice as it is exchanged, in lower case.
  public let text: String
  public let network: Network
  /// Millisatoshi, positive; nil when the payer chooses.
  public let amountMsat: Int64?
  /// Seconds since 1970.
  public let timestamp: Int64
  /// SHA-256 of the preimage that the payer gets as the proof of payment: 32 bytes.
  public let paymentHash: [UInt8]
  /// What keeps others from probing the payee: 32 bytes.
  public let paymentSecret: [UInt8]
  public let purpose: InvoiceDescription
  /// Seconds after `timestamp` for which the invoice is payable; 3600 when it does not say.
  public let expirySeconds: Int64
  /// Blocks for the last hop; 18 when the invoice does not say.
  public let minFinalCLTVExpiryDelta: Int64
  /// Who gets paid: named by the invoice, or recovered from its signature.
  public let payee: NodeID
  public let features: InvoiceFeatures
  /// Data to hand back to the payee with the payment (`m`).
  public let metadata: [UInt8]?
  public let fallbacks: [FallbackAddress]
  public let routes: [[RouteHop]]

  public static let defaultExpirySeconds: Int64 = 3600
  public static let defaultMinFinalCLTVExpiryDelta: Int64 = 18

  /// Reads an invoice, also in upper case and after `lightning:`.
  public init(_ text: String) throws(BOLT11Error) {
    let fields = try SignedFields(text)
    let payee = try fields.verifiedPayee()
    let content = try InvoiceContent(fields)
    self.init(fields: fields, payee: payee, content: content)
  }

  private init(fields: SignedFields, payee: NodeID, content: InvoiceContent) {
    text = fields.bech32.text
    network = fields.network
    amountMsat = fields.amountMsat
    timestamp = fields.timestamp
    paymentHash = content.paymentHash
    paymentSecret = content.paymentSecret
    purpose = content.purpose
    expirySeconds = content.expirySeconds ?? Self.defaultExpirySeconds
    minFinalCLTVExpiryDelta =
      content.minFinalCLTVExpiryDelta ?? Self.defaultMinFinalCLTVExpiryDelta
    self.payee = payee
    features = content.features
    metadata = content.metadata
    fallbacks = content.fallbacks
    routes = content.routes
  }

  /// The first second, since 1970, at which the invoice is no longer payable.
  public var expiresAt: Int64 {
    let (sum, overflow) = timestamp.addingReportingOverflow(expirySeconds)
    return overflow ? .max : sum
  }

  /// - Parameter now: seconds since 1970.
  public func isExpired(at now: Int64) -> Bool { now >= expiresAt }

  /// The link that opens a wallet.
  public var uri: String { PaymentLink(text).uri }

  /// The same link in upper case, which a QR code stores in fewer modules (BOLT 11).
  public var qrText: String { PaymentLink(text).qrText }

  public var description: String { text }
}
