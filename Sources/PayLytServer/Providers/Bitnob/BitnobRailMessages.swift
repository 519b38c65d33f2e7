// The bodies of Bitnob's payouts calls, as its documentation shows them.

struct BitnobQuoteRequest: Encodable {
  let fromAsset = "BTC"
  let toCurrency: String
  let source = "offchain"
  /// Bitcoin as a decimal text.
  let amount: String?
  /// The currency as a decimal text.
  let settlementAmount: String?
  let country: String
  let reference: String
  let paymentReason = "personal"
}

struct BitnobQuote: Decodable {
  let quoteId: LenientText
  let satAmount: LenientInteger
  let settlementAmount: LenientDecimal
  let expiryTimestamp: LenientMoment
}

struct BitnobInitializeRequest: Encodable {
  struct Beneficiary: Encodable {
    let type: String
    let country: String
    let accountNumber: String
    let accountName: String
    /// Of a bank.
    let bankCode: String?
    /// Of mobile money.
    let network: String?
  }

  let customerId: String
  let beneficiary: Beneficiary
  let reference: String
  let callbackUrl: String?
}

struct BitnobNothing: Encodable {}

struct BitnobPayout: Decodable {
  let quoteId: LenientText?
  let reference: String?
  let status: String
  let satAmount: LenientInteger?
  /// Satoshis on top.
  let fees: LenientInteger?
  let failureReason: String?
}

struct BitnobLookupRequest: Encodable {
  let country: String
  let accountNumber: String
  let bankCode: String
  let type: String
}

struct BitnobLookup: Decodable {
  let accountName: String
}

struct BitnobCountry: Decodable {
  struct Destination: Decodable {
    let type: String
  }

  let code: String
  let currency: String
  let destinations: [Destination]
}

struct BitnobLimit: Decodable {
  let currency: String
  /// The currency's own units, such as naira.
  let min: LenientDecimal
  let max: LenientDecimal
}
