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
  /// A word such as `quote_expired`.
  let code: String?
  let message: String?
  /// What else it said of its reasons, as JSON.
  let details: String?
  private let saysNo: Bool

  private struct Nested: Decodable {
    let code: LenientText?
    let message: String?
  }

  private enum CodingKeys: String, CodingKey { case success, status, error, message, details }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let nested = try? container.decode(Nested.self, forKey: .error)
    code = (try? container.decode(String.self, forKey: .error)) ?? nested?.code?.value
    message = (try? container.decode(String.self, forKey: .message)) ?? nested?.message
    details = (try? container.decode(ShownJSON.self, forKey: .details))?.text
    let success = try? container.decode(LenientFlag.self, forKey: .success)
    let status = try? container.decode(LenientFlag.self, forKey: .status)
    saysNo = success?.value == false || status?.value == false || code != nil || details != nil
  }

  /// Nil when the answer is not a refusal of the provider's own making (a proxy's page, say).
  var reason: String? { message ?? code }

  /// Whether it can only be the provider's own: what stands between us has a message at best.
  var isOwn: Bool { saysNo && reason != nil }
}

/// The provider's number of a request, where its answer holds one.
struct BitnobRequestNumber: Decodable {
  struct Metadata: Decodable {
    let requestId: LenientText?
  }

  let metadata: Metadata?
}

/// Who we are there.
struct BitnobIdentity: Decodable {
  /// Whose key it is: of real money, or of play money.
  let environment: String?
}

struct BitnobInvoiceRequest: Encodable {
  /// Satoshis.
  let amount: Int64
  let description: String
  let expiry: Int64
  let reference: String
  let customerId: String?
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

/// What paying an invoice would take.
struct BitnobRouteRequest: Encodable {
  let request: String
}

struct BitnobRoute: Decodable {
  let amountSat: LenientInteger?
  let feeSat: LenientInteger?
  let routeFound: LenientFlag?
  let isExpired: LenientFlag?
}

struct BitnobPaymentRequest: Encodable {
  let request: String
  let reference: String
  /// Satoshis.
  let maxFee: Int64
  let customerId: String?
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
