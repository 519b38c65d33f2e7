import LNDAPI
import Lightning
import PayLytCrypto
import PayLytRPC

/// How the simulator plays an LND node beside the provider: over our own RPC server, with TLS and a
/// macaroon, on the same world and book.
public struct SimulatedLND: Sendable {
  /// A numeric address of this machine.
  public var host = "127.0.0.1"
  /// 0 takes any free port.
  public var port: UInt16 = 0
  /// PEM.
  public var certificateFile: String
  public var keyFile: String
  public var macaroon: [UInt8]

  public init(certificateFile: String, keyFile: String, macaroon: [UInt8]) {
    self.certificateFile = certificateFile
    self.keyFile = keyFile
    self.macaroon = macaroon
  }

  func start(_ engine: SimulatorEngine, on loop: EventLoop) async throws -> (RPCServer, UInt16) {
    let desk = LNDDesk(engine: engine)
    let server = RPCServer(
      loop: loop,
      services: [LNDLightning(desk: desk), LNDInvoices(desk: desk), LNDRouter(desk: desk)],
      interceptors: [MacaroonCheck(expected: Hex.encode(macaroon))])
    let tls = try TLSContext.server(certificateFile: certificateFile, keyFile: keyFile)
    let address = try await server.listen(
      on: SocketAddress(host: host, port: port), tls: tls)
    return (server, address.port)
  }
}

private struct MacaroonCheck: ServerInterceptor {
  let expected: String

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    guard context.metadata["macaroon"] == expected else {
      throw RPCError(.unknown, "verification failed: signature mismatch after caveat verification")
    }
    try await next()
  }
}

/// One request after the other on the engine's world, with its faults.
struct LNDDesk: Sendable {
  let engine: SimulatorEngine

  var now: Int64 { engine.now() }

  func perform<Answer: Sendable>(
    _ operation: Operation, _ body: (inout World) throws(World.Refusal) -> Answer
  ) async throws -> Answer {
    if let refusal = engine.world.withLock({ $0.faults.takeNodeRefusal(for: operation) }) {
      throw refusal
    }
    let answer: Result<Answer, World.Refusal> = engine.world.withLock { world in
      do throws(World.Refusal) {
        return .success(try body(&world))
      } catch {
        return .failure(error)
      }
    }
    let (delay, isDropped) = engine.world.withLock { world in
      (
        world.faults.take(.delay, for: operation),
        world.faults.take(.dropAfterEffect, for: operation) != nil
      )
    }
    if let delay { try await Task.sleep(for: .milliseconds(delay.delayMilliseconds ?? 1000)) }
    if isDropped { throw RPCError(.unavailable, "the connection was lost") }
    switch answer {
    case .success(let value): return value
    case .failure(let refusal):
      throw RPCError(refusal.status == 404 ? .notFound : .unknown, refusal.message)
    }
  }

  /// Lets a fault that waits for `operation` hit.
  func fails(_ operation: Operation) throws {
    if let refusal = engine.world.withLock({ $0.faults.takeNodeRefusal(for: operation) }) {
      throw refusal
    }
  }

  /// Returns once `find` finds something; looks often, because the world has no bell.
  func wait<Found: Sendable>(_ find: (inout World) -> Found?) async throws -> Found {
    while true {
      if let found = engine.world.withLock({ find(&$0) }) { return found }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// An amount comes in satoshis or in millisatoshis.
  static func amountMsat(_ satoshis: Int64, _ msat: Int64) throws(World.Refusal) -> Int64 {
    guard satoshis == 0 || msat == 0, (0...Limits.invoiceSatMax).contains(satoshis) else {
      throw World.Refusal(422, "invalid", "the amount makes no sense")
    }
    return msat == 0 ? satoshis * 1000 : msat
  }

  static func wire(_ world: World, _ index: Int) -> Invoice {
    let record = world.invoices[index]
    var invoice = Invoice(
      memo: record.memo, rPreimage: record.preimage, rHash: record.invoice.paymentHash,
      value: record.amountSat, creationDate: record.createdAt,
      paymentRequest: record.invoice.text,
      expiry: record.invoice.expiresAt - record.createdAt, addIndex: UInt64(index + 1),
      valueMsat: record.invoice.amountMsat ?? 0)
    switch record.state {
    case .pending: invoice.state = .open
    case .cancelled: invoice.state = .canceled
    case .held(let amount):
      invoice.state = .accepted
      invoice.amtPaidMsat = amount
    case .paid(let amount, let at):
      invoice.state = .settled
      invoice.amtPaidMsat = amount
      invoice.settleDate = at
      invoice.settleIndex = UInt64((world.settled.firstIndex(of: index) ?? 0) + 1)
    }
    return invoice
  }
}

private struct LNDLightning: LightningHandler {
  let desk: LNDDesk

  func addInvoice(_ request: Invoice, _ context: ServerContext) async throws -> AddInvoiceResponse {
    let now = desk.now
    let preimage = request.rPreimage.isEmpty ? SecureRandom.bytes(32) : request.rPreimage
    return try await desk.perform(.createInvoice) { (world) throws(World.Refusal) in
      let record = try world.addInvoice(
        amountMsat: try LNDDesk.amountMsat(request.value, request.valueMsat),
        memo: request.memo, expirySeconds: world.life(asked: request.expiry),
        hash: SHA256.hash(preimage), preimage: preimage, now: now)
      desk.engine.payLater(record.id, in: &world)
      return AddInvoiceResponse(
        rHash: record.invoice.paymentHash, paymentRequest: record.invoice.text,
        addIndex: UInt64(world.invoices.count))
    }
  }

  func lookupInvoice(_ request: PaymentHash, _ context: ServerContext) async throws -> Invoice {
    try await desk.perform(.verifyInvoice) { (world) throws(World.Refusal) in
      guard let index = world.place(ofInvoice: request.rHash) else {
        throw World.Refusal(404, "not_found", "unable to locate invoice")
      }
      return LNDDesk.wire(world, index)
    }
  }

  func subscribeInvoices(
    _ request: InvoiceSubscription, _ responses: ResponseWriter<Invoice>, _ context: ServerContext
  ) async throws {
    var settled = Int(clamping: request.settleIndex)
    if settled == 0 { settled = desk.engine.world.withLock { $0.settled.count } }
    while true {
      let next = settled
      let invoice = try await desk.wait { world in
        world.settled.count > next ? LNDDesk.wire(world, world.settled[next]) : nil
      }
      try desk.fails(.webhook)
      let isLost = desk.engine.world.withLock { $0.faults.take(.noWebhook, for: .webhook) != nil }
      if !isLost { try await responses.write(invoice) }
      settled += 1
    }
  }

  func listInvoices(
    _ request: ListInvoiceRequest, _ context: ServerContext
  ) async throws -> ListInvoiceResponse {
    try await desk.perform(.listInvoices) { (world) throws(World.Refusal) in
      // The node's index counts all invoices of this world; those of the provider are not its own.
      let found = world.invoices.indices.filter {
        $0 >= Int(clamping: request.indexOffset) && world.invoices[$0].isOfNode
          && Self.isWithin(
            world.invoices[$0].createdAt, request.creationDateStart, request.creationDateEnd)
      }.prefix(min(Int(clamping: request.numMaxInvoices), Limits.pageSizeMax))
      return ListInvoiceResponse(
        invoices: found.map { LNDDesk.wire(world, $0) },
        lastIndexOffset: UInt64((found.last ?? -1) + 1),
        firstIndexOffset: UInt64((found.first ?? -1) + 1))
    }
  }

  func listPayments(
    _ request: ListPaymentsRequest, _ context: ServerContext
  ) async throws -> ListPaymentsResponse {
    try await desk.perform(.listInvoices) { (world) throws(World.Refusal) in
      let found = world.payments.indices.filter {
        $0 >= Int(clamping: request.indexOffset) && world.payments[$0].isOfNode
          && Self.isWithin(
            world.payments[$0].createdAt, request.creationDateStart, request.creationDateEnd)
      }.prefix(min(Int(clamping: request.maxPayments), Limits.pageSizeMax))
      return ListPaymentsResponse(
        payments: found.map { LNDRouter.wire(world.payments[$0]) },
        firstIndexOffset: UInt64((found.first ?? -1) + 1),
        lastIndexOffset: UInt64((found.last ?? -1) + 1))
    }
  }

  /// Both bounds belong to it; an end of 0 is none.
  private static func isWithin(_ second: Int64, _ start: UInt64, _ end: UInt64) -> Bool {
    second >= Int64(clamping: start) && (end == 0 || second <= Int64(clamping: end))
  }

  func decodePayReq(_ request: PayReqString, _ context: ServerContext) async throws -> PayReq {
    try await desk.perform(.decode) { (_) throws(World.Refusal) in
      do {
        let invoice = try BOLT11Invoice(request.payReq)
        return PayReq(
          destination: Hex.encode(invoice.payee.bytes),
          paymentHash: Hex.encode(invoice.paymentHash),
          numSatoshis: (invoice.amountMsat ?? 0) / 1000, timestamp: invoice.timestamp,
          expiry: invoice.expiresAt - invoice.timestamp, numMsat: invoice.amountMsat ?? 0)
      } catch {
        throw World.Refusal(400, "invalid", "\(error)")
      }
    }
  }

  func channelBalance(
    _ request: ChannelBalanceRequest, _ context: ServerContext
  ) async throws -> ChannelBalanceResponse {
    try await desk.perform(.balances) { (world) throws(World.Refusal) in
      let msat = UInt64(max(world.book.balance(.float), 0))
      return ChannelBalanceResponse(localBalance: Amount(sat: msat / 1000, msat: msat))
    }
  }

  func getInfo(
    _ request: GetInfoRequest, _ context: ServerContext
  ) async throws -> GetInfoResponse {
    try await desk.perform(.whoami) { (world) throws(World.Refusal) in
      GetInfoResponse(
        identityPubkey: Hex.encode(world.node.key.publicKey.bytes), alias: "simulator",
        numActiveChannels: 1, syncedToChain: true, version: "simulator")
    }
  }
}

private struct LNDInvoices: InvoicesHandler {
  let desk: LNDDesk

  func subscribeSingleInvoice(
    _ request: SubscribeSingleInvoiceRequest, _ responses: ResponseWriter<Invoice>,
    _ context: ServerContext
  ) async throws {
    var last: Invoice?
    repeat {
      let before = last
      let invoice = try await desk.wait { world -> Invoice? in
        let now = world.place(ofInvoice: request.rHash).map { LNDDesk.wire(world, $0) }
        return now == before ? nil : now
      }
      try await responses.write(invoice)
      last = invoice
    } while last?.state == .open || last?.state == .accepted
  }

  func cancelInvoice(
    _ request: CancelInvoiceMsg, _ context: ServerContext
  ) async throws -> CancelInvoiceResp {
    try await desk.perform(.cancelHold) { (world) throws(World.Refusal) in
      try world.cancelHold(hash: request.paymentHash)
      return CancelInvoiceResp()
    }
  }

  func addHoldInvoice(
    _ request: AddHoldInvoiceRequest, _ context: ServerContext
  ) async throws -> AddHoldInvoiceResp {
    let now = desk.now
    return try await desk.perform(.createInvoice) { (world) throws(World.Refusal) in
      let record = try world.addInvoice(
        amountMsat: try LNDDesk.amountMsat(request.value, request.valueMsat),
        memo: request.memo, expirySeconds: world.life(asked: request.expiry),
        hash: request.hash, preimage: nil, now: now)
      desk.engine.payLater(record.id, in: &world)
      return AddHoldInvoiceResp(
        paymentRequest: record.invoice.text, addIndex: UInt64(world.invoices.count))
    }
  }

  func settleInvoice(
    _ request: SettleInvoiceMsg, _ context: ServerContext
  ) async throws -> SettleInvoiceResp {
    let now = desk.now
    return try await desk.perform(.settleHold) { (world) throws(World.Refusal) in
      try world.settleHold(preimage: request.preimage, now: now)
      return SettleInvoiceResp()
    }
  }
}

private struct LNDRouter: RouterHandler {
  let desk: LNDDesk

  func sendPaymentV2(
    _ request: SendPaymentRequest, _ responses: ResponseWriter<Payment>, _ context: ServerContext
  ) async throws {
    let now = desk.now
    let hash = try await desk.perform(.sendPayment) { (world) throws(World.Refusal) -> [UInt8] in
      let invoice: BOLT11Invoice
      do {
        invoice = try BOLT11Invoice(request.paymentRequest)
      } catch {
        throw World.Refusal(400, "invalid", "\(error)")
      }
      if let known = world.payment(hash: invoice.paymentHash) {
        switch known.state {
        case .pending: throw World.Refusal(409, "in_transition", "payment is in transition")
        case .succeeded: throw World.Refusal(409, "paid", "invoice is already paid")
        case .failed: break
        }
      }
      let holds = world.faults.take(.holdPayment, for: .sendPayment) != nil
      _ = try world.sendPayment(
        request.paymentRequest, reference: World.reference(invoice.paymentHash),
        maxFeeSat: request.feeLimitMsat / 1000, holds: holds, isOfNode: true, now: now)
      return invoice.paymentHash
    }
    try await report(hash, onlyFinal: request.noInflightUpdates, responses)
  }

  func trackPaymentV2(
    _ request: TrackPaymentRequest, _ responses: ResponseWriter<Payment>, _ context: ServerContext
  ) async throws {
    try await desk.perform(.getPayment) { (world) throws(World.Refusal) in
      guard world.payment(hash: request.paymentHash) != nil else {
        throw World.Refusal(404, "not_found", "payment isn't initiated")
      }
    }
    try await report(request.paymentHash, onlyFinal: request.noInflightUpdates, responses)
  }

  private func report(
    _ hash: [UInt8], onlyFinal: Bool, _ responses: ResponseWriter<Payment>
  ) async throws {
    if !onlyFinal {
      let now = try await desk.wait { $0.payment(hash: hash) }
      if now.state == .pending { try await responses.write(Self.wire(now)) }
    }
    let final = try await desk.wait { world -> PaymentRecord? in
      world.payment(hash: hash).flatMap { $0.state == .pending ? nil : $0 }
    }
    try await responses.write(Self.wire(final))
  }

  static func wire(_ record: PaymentRecord) -> Payment {
    var payment = Payment(
      paymentHash: Hex.encode(record.invoice.paymentHash), valueMsat: record.amountMsat,
      paymentRequest: record.invoice.text, creationTimeNs: record.createdAt * 1_000_000_000)
    switch record.state {
    case .pending: payment.status = .inFlight
    case .succeeded(let preimage):
      payment.status = .succeeded
      payment.paymentPreimage = Hex.encode(preimage)
      payment.feeMsat = record.feeMsat
      payment.htlcs = [
        HTLCAttempt(
          status: .succeeded, resolveTimeNs: (record.settledAt ?? record.createdAt) * 1_000_000_000)
      ]
    case .failed(let reason):
      payment.status = .failed
      payment.failureReason =
        reason == "invoice_expired"
        ? .failureReasonIncorrectPaymentDetails : .failureReasonNoRoute
    }
    return payment
  }
}

extension Faults {
  /// The answer of a fault that keeps a call from having any effect.
  mutating func takeNodeRefusal(for operation: Operation) -> RPCError? {
    if take(.error500, for: operation) != nil { return RPCError(.unknown, "the node broke") }
    if take(.error429, for: operation) != nil {
      return RPCError(.resourceExhausted, "the node has too much to do")
    }
    if take(.down, for: operation) != nil { return RPCError(.unavailable, "the node is away") }
    return nil
  }
}
