import Lightning
import PayLytCrypto

// The bodies of the provider's calls, as its documentation shows them.

struct CreateInvoiceBody: Decodable {
  let amount: Int64
  let description: String?
  let expiry: Int64?
  let reference: String?
}

struct RequestBody: Decodable {
  let request: String
}

struct VerifyBody: Decodable {
  let paymentHash: String
}

struct SendPaymentBody: Decodable {
  let request: String
  let reference: String?
  let maxFee: Int64?
}

struct InvoiceAnswer: Encodable {
  let id: String
  let reference: String
  let description: String
  let paymentHash: String
  let request: String
  let amountSat: Int64
  let amountReceivedSat: Int64?
  let status: String
  let direction = "incoming"
  let createdAt: String
  let expiresAt: String
  let paidAt: String?

  init(_ record: InvoiceRecord, now: Int64) {
    id = record.id
    reference = record.reference
    description = record.memo
    paymentHash = Hex.encode(record.invoice.paymentHash)
    request = record.invoice.text
    amountSat = record.amountSat
    status = record.status(at: now)
    createdAt = JSON.moment(record.createdAt)
    expiresAt = JSON.moment(record.invoice.expiresAt)
    if case .paid(let amountMsat, let at) = record.state {
      amountReceivedSat = amountMsat / 1000
      paidAt = JSON.moment(at)
    } else {
      amountReceivedSat = nil
      paidAt = nil
    }
  }
}

/// A payment as the list of invoices shows it.
struct OutgoingAnswer: Encodable {
  let id: String
  let reference: String
  let paymentHash: String
  let request: String
  let amountSat: Int64
  let feeSat: Int64
  let status: String
  let direction = "outgoing"
  let createdAt: String
  let paidAt: String?

  init(_ record: PaymentRecord) {
    id = record.id
    reference = record.reference
    paymentHash = Hex.encode(record.invoice.paymentHash)
    request = record.invoice.text
    amountSat = record.amountMsat / 1000
    feeSat = record.feeMsat / 1000
    createdAt = JSON.moment(record.createdAt)
    switch record.state {
    case .pending: (status, paidAt) = ("pending", nil)
    case .succeeded: (status, paidAt) = ("paid", JSON.moment(record.createdAt))
    case .failed: (status, paidAt) = ("failed", nil)
    }
  }
}

struct InvoicePage<Item: Encodable>: Encodable {
  let invoices: [Item]
  let page: Int
  let pageSize: Int
  let total: Int
}

struct VerifyAnswer: Encodable {
  let isPaid: Bool
  var ledgerCredited: Bool
  let status: String
  let preimage: String?
  let settledAt: String?
  let amountReceivedSat: Int64?

  init(_ record: InvoiceRecord, now: Int64) {
    status = record.status(at: now)
    if case .paid(let amountMsat, let at) = record.state {
      isPaid = true
      ledgerCredited = true
      preimage = Hex.encode(record.preimage)
      settledAt = JSON.moment(at)
      amountReceivedSat = amountMsat / 1000
    } else {
      isPaid = false
      ledgerCredited = false
      preimage = nil
      settledAt = nil
      amountReceivedSat = nil
    }
  }
}

struct DecodeAnswer: Encodable {
  let amountSat: Int64?
  let description: String?
  let paymentHash: String
  let payee: String
  let expiresAt: String
  let isExpired: Bool

  init(_ invoice: BOLT11Invoice, now: Int64) {
    amountSat = invoice.amountMsat.map { $0 / 1000 }
    if case .text(let text) = invoice.purpose { description = text } else { description = nil }
    paymentHash = Hex.encode(invoice.paymentHash)
    payee = invoice.payee.description
    expiresAt = JSON.moment(invoice.expiresAt)
    isExpired = invoice.isExpired(at: now)
  }
}

struct InitiateAnswer: Encodable {
  let amountSat: Int64
  let feeSat: Int64
  let totalSat: Int64
  let routeFound: Bool
  let isExpired: Bool
}

struct PaymentAnswer: Encodable {
  let transactionId: String
  let reference: String
  let paymentHash: String
  let amountSat: Int64
  let feeSat: Int64
  let status: String
  let preimage: String?
  let failureReason: String?
  let user: String?

  init(_ record: PaymentRecord) {
    transactionId = record.id
    reference = record.reference
    paymentHash = Hex.encode(record.invoice.paymentHash)
    amountSat = record.amountMsat / 1000
    feeSat = record.feeMsat / 1000
    user = record.user
    switch record.state {
    case .pending: (status, preimage, failureReason) = ("pending", nil, nil)
    case .succeeded(let proof):
      (status, preimage, failureReason) = ("success", Hex.encode(proof), nil)
    case .failed(let reason): (status, preimage, failureReason) = ("failed", nil, reason)
    }
  }
}

struct BalancesAnswer: Encodable {
  struct Balance: Encodable {
    let currency = "BTC"
    let ledgerSat: Int64
    let availableSat: Int64
  }

  let balances: [Balance]
}

struct PriceAnswer: Encodable {
  let pair: String
  /// Decimal text: units of the currency for one bitcoin.
  let price: String
  let timestamp: Int64
}

struct WhoAmIAnswer: Encodable {
  let clientId: String
  let environment: String

  init(_ configuration: SimulatorConfiguration) {
    clientId = configuration.clientID
    environment = configuration.network == .mainnet ? "live" : "sandbox"
  }
}
