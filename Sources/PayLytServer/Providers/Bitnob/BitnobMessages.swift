import FoundationEssentials

/// The frame around every answer; public material shows three generations of it side by side.
struct BitnobEnvelope<Payload: Decodable>: Decodable {
  let success: LenientFlag?
  let status: LenientFlag?
  let data: Payload?

  private enum CodingKeys: String, CodingKey { case success, status, data }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    success = try? container.decode(LenientFlag.self, forKey: .success)
    status = try? container.decode(LenientFlag.self, forKey: .status)
    data = try container.decodeIfPresent(Payload.self, forKey: .data)
  }

  /// False only when the answer says so itself.
  var isSuccess: Bool { success?.value ?? status?.value ?? true }
}

/// Why the provider said no, wherever it put the explanation.
struct BitnobRefusal: Decodable {
  let error: String?
  let message: String?

  private enum CodingKeys: String, CodingKey { case error, message }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    error = try? container.decode(String.self, forKey: .error)
    message = try? container.decode(String.self, forKey: .message)
  }

  /// Nil when the answer is not a refusal of the provider's own making (a proxy's page, say).
  var reason: String? { message ?? error }
}

struct BitnobInvoiceRequest: Encodable {
  /// Satoshis.
  let amount: Int64
  let description: String
  let expiry: Int64
  let reference: String
}

struct BitnobInvoice: Decodable {
  let id: LenientText
  let request: String
  let paymentHash: String?
}

struct BitnobVerifyRequest: Encodable {
  let paymentHash: String
}

struct BitnobVerification: Decodable {
  let isPaid: LenientFlag
  /// Whether the money is on our account there; older answers do not say.
  let ledgerCredited: LenientFlag?
  let status: String?
  let preimage: String?
  let settledAt: LenientMoment?
  /// What arrived, in satoshis and more exactly; older answers have neither.
  let amountReceivedSat: LenientInteger?
  let amountReceivedMsat: LenientInteger?
  let expiresAt: LenientMoment?
}

struct BitnobPaymentRequest: Encodable {
  let request: String
  let reference: String
  /// Satoshis.
  let maxFee: Int64
}

struct BitnobPayment: Decodable {
  let transactionId: LenientText?
  let id: LenientText?
  let reference: String?
  let paymentHash: String?
  let preimage: String?
  let feeSat: LenientInteger?
  let status: String
  let failureReason: String?
}

struct BitnobBalances: Decodable {
  struct Balance: Decodable {
    let currency: String
    let availableSat: LenientInteger
  }

  let balances: [Balance]
}

struct BitnobPrice: Decodable {
  /// Units of the currency for one bitcoin.
  let price: LenientDecimal
  let timestamp: LenientMoment?
}

/// JSON of this adapter's messages; their names are written with underscores on the wire.
enum BitnobJSON {
  static func encode(_ message: some Encodable) throws(ProviderError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(message))
    } catch {
      throw .refused(reason: "the request cannot be written as JSON")
    }
  }

  /// - Returns: nil when the bytes are not the message.
  static func decode<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8]) -> Message? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try? decoder.decode(type, from: Data(bytes))
  }
}
