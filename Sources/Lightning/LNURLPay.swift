import PayLytCrypto

/// Why a pay request or its invoice is refused by the payer (LUD-06).
public enum LNURLPayError: Error, Equatable {
  /// Not `payRequest`.
  case wrongTag
  case invalidBounds
  case amountOutOfBounds(minMsat: Int64, maxMsat: Int64)
  case invoiceUnreadable(BOLT11Error)
  /// The invoice asks for another amount than the payer chose.
  case wrongAmount
  /// The invoice does not commit to the metadata that the payer saw.
  case wrongDescriptionHash
}

/// The service's answer to the first request (LUD-06): what it takes, and where to ask for an
/// invoice.
public struct LNURLPayRequest: Codable, Sendable, Equatable {
  public let callback: String
  /// Millisatoshi.
  public let minSendable: Int64
  /// Millisatoshi.
  public let maxSendable: Int64
  /// JSON text, hashed as it is.
  public let metadata: String
  public let tag: String
  /// Longest comment in characters (LUD-12); nil or 0 for none.
  public let commentAllowed: Int?

  public static let tagValue = "payRequest"

  public init(
    callback: String, minSendable: Int64, maxSendable: Int64, metadata: String,
    commentAllowed: Int? = nil
  ) {
    self.callback = callback
    self.minSendable = minSendable
    self.maxSendable = maxSendable
    self.metadata = metadata
    tag = Self.tagValue
    self.commentAllowed = commentAllowed
  }

  /// Where to get an invoice over `amountMsat`.
  ///
  /// - Throws: `.wrongTag`, `.invalidBounds`, `.amountOutOfBounds`.
  public func invoiceURL(amountMsat: Int64) throws(LNURLPayError) -> String {
    guard tag == Self.tagValue else { throw .wrongTag }
    guard minSendable >= 1, minSendable <= maxSendable else { throw .invalidBounds }
    guard (minSendable...maxSendable).contains(amountMsat) else {
      throw .amountOutOfBounds(minMsat: minSendable, maxMsat: maxSendable)
    }
    return callback + (callback.contains("?") ? "&" : "?") + "amount=\(amountMsat)"
  }

  /// What the service's invoice must commit to in its `h` field.
  public var metadataHash: [UInt8] { SHA256.hash(Array(metadata.utf8)) }

  /// Reads the service's invoice and checks that it asks for what the payer agreed to.
  public func checkedInvoice(
    _ text: String, amountMsat: Int64
  ) throws(LNURLPayError) -> BOLT11Invoice {
    let invoice: BOLT11Invoice
    do {
      invoice = try BOLT11Invoice(text)
    } catch {
      throw .invoiceUnreadable(error)
    }
    guard invoice.amountMsat == amountMsat else { throw .wrongAmount }
    guard invoice.purpose == .hash(metadataHash) else { throw .wrongDescriptionHash }
    return invoice
  }
}

/// The service's answer to the second request (LUD-06).
public struct LNURLPayInvoice: Codable, Sendable, Equatable {
  /// The invoice's text.
  public let pr: String
  /// Always empty; older wallets insist that it is there.
  public let routes: [String]

  public init(pr: String) {
    self.pr = pr
    routes = []
  }

  public init(from decoder: any Decoder) throws {
    pr = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .pr)
    routes = []
  }
}

/// How a service says no, with HTTP status 200 (LUD-06).
public struct LNURLRefusal: Codable, Sendable, Equatable, Error {
  public let status: String
  public let reason: String

  public static let statusValue = "ERROR"

  public init(reason: String) {
    status = Self.statusValue
    self.reason = reason
  }
}
