import Lightning
import PayLytCrypto
import PayLytHTTP

/// Bitnob's side of its API: one function for each call, on the world as it is now.
///
/// Where its public documentation is silent, this is the contract that our adapter relies on:
/// - `GET /api/lightning/payments/reference/{reference}` finds a payment by the client's own
///   reference, in the style of the payouts' `fetch/reference`; 404 with the provider's envelope
///   says that there is none.
/// - The same reference with the same content gives the same invoice or payment again; with other
///   content it is 422.
/// - A payment that fails for good is answered 200 with `status: failed` and `failure_reason`.
/// - A verified invoice that is paid carries `amount_received_sat`.
/// - The list of invoices with `direction=outgoing` shows what the client paid, with `fee_sat`.
struct BitnobAPI {
  let request: HTTPServerRequest
  let now: Int64

  /// An answer and what it sets off.
  struct Outcome {
    var response: HTTPServerResponse
    var events: [Event] = []
    /// An invoice that was made just now.
    var createdInvoice: String?
  }

  /// Which operation a request asks for; nil when there is none at this path.
  static func operation(_ request: HTTPServerRequest) -> Operation? {
    let parts = request.path.split(separator: "/")
    guard parts.first == "api" else { return nil }
    if parts.count > 2, parts[1] == "payouts" {
      return payoutOperation(request.method, parts[2...])
    }
    return switch (request.method, parts.dropFirst().joined(separator: "/")) {
    case ("POST", "lightning/invoices"): .createInvoice
    case ("GET", "lightning/invoices"): .listInvoices
    case ("POST", "lightning/invoices/verify"): .verifyInvoice
    case ("POST", "lightning/decode"): .decode
    case ("POST", "lightning/payments/initiate"): .initiatePayment
    case ("POST", "lightning/payments/send"): .sendPayment
    case ("GET", "balances"): .balances
    case ("GET", "trading/prices"): .prices
    case ("GET", "whoami"): .whoami
    case ("GET", _) where parts.count == 4 && parts[1...2] == ["lightning", "invoices"]:
      .getInvoice
    case ("GET", _)
    where parts.count == 5 && parts[1...3] == ["lightning", "payments", "reference"]:
      .getPayment
    default: nil
    }
  }

  func perform(
    _ operation: Operation, on world: inout World
  ) throws(World.Refusal) -> Outcome {
    switch operation {
    case .createInvoice: return try createInvoice(&world)
    case .listInvoices: return listInvoices(world)
    case .getInvoice: return try getInvoice(world)
    case .verifyInvoice: return try verifyInvoice(&world)
    case .decode: return try decode()
    case .initiatePayment: return try initiatePayment(world)
    case .sendPayment: return try sendPayment(&world)
    case .getPayment: return try getPayment(world)
    case .balances: return balances(world)
    case .prices: return try prices(world)
    case .whoami: return today(200, "Account", WhoAmIAnswer(world.configuration))
    case .createPayoutQuote: return try quotePayout(&world)
    case .initializePayout: return try initializePayout(&world)
    case .finalizePayout: return try finalizePayout(&world)
    case .fetchPayout: return try fetchPayout(world)
    case .beneficiaryLookup: return try lookUpBeneficiary()
    case .supportedCountries: return supportedCountries()
    case .payoutLimits: return payoutLimits()
    case .lnurlRequest, .lnurlCallback, .settleHold, .cancelHold, .webhook:
      throw World.Refusal(404, "not_found", "no such call")
    }
  }

  var lastSegment: String { request.path.split(separator: "/").last.map(String.init) ?? "" }

  private func createInvoice(_ world: inout World) throws(World.Refusal) -> Outcome {
    let body = try JSON.decode(CreateInvoiceBody.self, from: request.body)
    let count = world.invoices.count
    let record = try world.createInvoice(
      amountSat: body.amount, memo: body.description ?? "",
      expirySeconds: world.life(asked: body.expiry ?? BOLT11Invoice.defaultExpirySeconds),
      reference: body.reference ?? "", now: now)
    var outcome = today(201, "Invoice created", InvoiceAnswer(record, now: now))
    if world.invoices.count > count { outcome.createdInvoice = record.id }
    return outcome
  }

  private func listInvoices(_ world: World) -> Outcome {
    let page = max(1, request.parameter("page").flatMap(Int.init) ?? 1)
    let asked = request.parameter("page_size").flatMap(Int.init) ?? 20
    let size = min(max(1, asked), Limits.pageSizeMax)
    let status = request.parameter("status")
    let start = (min(page, Limits.recordsMax) - 1) * size
    if request.parameter("direction") == "outgoing" {
      let all = world.payments.reversed().filter { !$0.isOfNode }.map(OutgoingAnswer.init)
        .filter { status == nil || $0.status == status }
      let items = Array(all.dropFirst(start).prefix(size))
      return today(
        200, "Invoices",
        InvoicePage(invoices: items, page: page, pageSize: size, total: all.count))
    }
    let all = world.invoices(status: status, now: now).filter { !$0.isOfNode }
    let items = all.dropFirst(start).prefix(size).map { InvoiceAnswer($0, now: now) }
    return today(
      200, "Invoices", InvoicePage(invoices: items, page: page, pageSize: size, total: all.count))
  }

  private func getInvoice(_ world: World) throws(World.Refusal) -> Outcome {
    guard let record = world.invoice(lastSegment) else {
      throw World.Refusal(404, "not_found", "no such invoice")
    }
    return yesterday("Invoice", InvoiceAnswer(record, now: now))
  }

  private func verifyInvoice(_ world: inout World) throws(World.Refusal) -> Outcome {
    let body = try JSON.decode(VerifyBody.self, from: request.body)
    guard let record = world.invoice(body.paymentHash) else {
      throw World.Refusal(404, "not_found", "no such invoice")
    }
    var answer = VerifyAnswer(record, now: now)
    if answer.isPaid, world.faults.take(.notCredited, for: .verifyInvoice) != nil {
      answer.ledgerCredited = false
    }
    return yesterday("Verification", answer)
  }

  private func readInvoice() throws(World.Refusal) -> BOLT11Invoice {
    let body = try JSON.decode(RequestBody.self, from: request.body)
    do {
      return try BOLT11Invoice(body.request)
    } catch {
      throw World.Refusal(400, "invalid_request", "the invoice cannot be read: \(error)")
    }
  }

  private func decode() throws(World.Refusal) -> Outcome {
    today(200, "Decoded", DecodeAnswer(try readInvoice(), now: now))
  }

  private func initiatePayment(_ world: World) throws(World.Refusal) -> Outcome {
    let invoice = try readInvoice()
    let (fee, isFound) = world.route(to: invoice)
    let amount = (invoice.amountMsat ?? 0) / 1000
    return today(
      200, "Payment initiated",
      InitiateAnswer(
        amountSat: amount, feeSat: fee / 1000, totalSat: amount + fee / 1000,
        routeFound: isFound, isExpired: invoice.isExpired(at: now)))
  }

  private func sendPayment(_ world: inout World) throws(World.Refusal) -> Outcome {
    let body = try JSON.decode(SendPaymentBody.self, from: request.body)
    let holds = world.faults.take(.holdPayment, for: .sendPayment) != nil
    let (record, events) = try world.sendPayment(
      body.request, reference: body.reference ?? "", maxFeeSat: body.maxFee ?? 0, holds: holds,
      now: now)
    var outcome = today(200, "Payment", PaymentAnswer(record))
    outcome.events = events
    return outcome
  }

  private func getPayment(_ world: World) throws(World.Refusal) -> Outcome {
    guard let record = world.payment(reference: lastSegment) else {
      throw World.Refusal(404, "not_found", "no payment has this reference")
    }
    return yesterday("Payment", PaymentAnswer(record))
  }

  private func balances(_ world: World) -> Outcome {
    let satoshis = world.book.balance(.float) / 1000
    return today(
      200, "Balances",
      BalancesAnswer(balances: [.init(ledgerSat: satoshis, availableSat: satoshis)]))
  }

  private func prices(_ world: World) throws(World.Refusal) -> Outcome {
    let currency = request.parameter("currency") ?? "USD"
    guard let price = world.configuration.prices[currency] else {
      throw World.Refusal(422, "unknown_currency", "no price in this currency")
    }
    return today(
      200, "Price", PriceAnswer(pair: "BTC/\(currency)", price: price, timestamp: now))
  }

  private func today(_ status: Int, _ message: String, _ payload: some Encodable) -> Outcome {
    let id = Self.requestNumber()
    let envelope = Envelope(
      message: message, data: payload, metadata: .init(requestId: id),
      timestamp: JSON.moment(now))
    var response = HTTPServerResponse.json(status, JSON.encode(envelope))
    response.headers.append("X-Request-Id", id)
    return Outcome(response: response)
  }

  /// The provider's own number of a request, which its support asks for.
  static func requestNumber() -> String { "req_" + Hex.encode(SecureRandom.bytes(8)) }

  private func yesterday(_ message: String, _ payload: some Encodable) -> Outcome {
    Outcome(response: .json(200, JSON.encode(StatusEnvelope(message: message, data: payload))))
  }
}
