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
  let payment_hash: String?
}

struct BitnobVerifyRequest: Encodable {
  let payment_hash: String
}

struct BitnobVerification: Decodable {
  let is_paid: LenientFlag
  let status: String?
  let preimage: String?
  let settled_at: LenientMoment?
  /// What arrived, in satoshis and more exactly; older answers have neither.
  let amount_received_sat: LenientInteger?
  let amount_received_msat: LenientInteger?
  let expires_at: LenientMoment?
}

struct BitnobPaymentRequest: Encodable {
  let request: String
  let reference: String
  /// Satoshis.
  let max_fee: Int64
}

struct BitnobPayment: Decodable {
  let transaction_id: LenientText?
  let id: LenientText?
  let reference: String?
  let payment_hash: String?
  let preimage: String?
  let fee_sat: LenientInteger?
  let status: String
  let failure_reason: String?
}

struct BitnobPrice: Decodable {
  /// Units of the currency for one bitcoin.
  let price: LenientDecimal
  let timestamp: LenientMoment?
}

/// JSON of this adapter's messages.
enum BitnobJSON {
  static func encode(_ message: some Encodable) throws(ProviderError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(message))
    } catch {
      throw .refused(reason: "the request cannot be written as JSON")
    }
  }

  /// - Returns: nil when the bytes are not the message.
  static func decode<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8]) -> Message? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
