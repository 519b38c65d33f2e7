import Lightning
import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of invoices.
struct InvoiceService: InvoiceServiceHandler {
  let service: ServiceContext
  let funding: Funding
  /// A deposit that the caller may see, by its name.
  let deposit: @Sendable (_ name: String, ServerContext) async throws -> PayLytAPI.Deposit

  func getInvoice(
    _ request: GetInvoiceRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Invoice {
    PayLytAPI.Invoice(try await read(request.name, context))
  }

  func listInvoices(
    _ request: ListInvoicesRequest, _ context: ServerContext
  ) async throws -> ListInvoicesResponse {
    let (invoices, next) = try await service.search(
      InvoiceStatements.list, request, of: try await owner(request.parent, context), context
    ) { PayLytAPI.Invoice($0) }
    return ListInvoicesResponse(invoices: invoices, nextPageToken: next)
  }

  /// Of an escrow that the caller may see; all of them for admins.
  private func owner(_ parent: String, _ context: ServerContext) async throws -> ListOwner {
    guard parent != "escrows/-" else {
      guard try context.caller().roles.contains(.admin) else { throw Refusal.notFound(parent) }
      return .everybody
    }
    let id = try ResourceName.parse(parent, "escrows", field: "parent")
    guard try await escrow(id, context) != nil else { throw Refusal.notFound("escrow \(id)") }
    return .one(id)
  }

  func refreshInvoice(
    _ request: RefreshInvoiceRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Invoice {
    try await service.change(request, context, asksOutside: true) { asked in
      let (invoice, escrow) = try await readWithEscrow(request.name, context)
      // Before the provider is asked: it makes no invoice for what is refused anyway.
      if request.hold { _ = try funding.holding() }
      try invoice.check(etag: request.etag)
      guard escrow.isClient(asked.caller) else { throw Refusal.onlyTheClient }
      var replaced = invoice
      _ = try replaced.giveUp(at: service.clock.now())
      let made =
        asked.isRehearsal
        ? FundEscrow.Made(rehearsing: escrow, at: service.clock.now())
        : try await funding.invoice(
          for: escrow, replacing: invoice.id, holds: request.hold, context)
      return RefreshInvoice(
        caller: asked.caller, request: asked.identity, invoice: invoice.id, made: made,
        etag: request.etag, authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Invoice($0)
    }
  }

  func cancelInvoice(
    _ request: CancelInvoiceRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Invoice {
    try await service.change(request, context) { asked in
      CancelInvoice(
        caller: asked.caller, request: asked.identity,
        invoice: try ResourceName.parse(request.name, "invoices"), etag: request.etag)
    } answer: {
      PayLytAPI.Invoice($0)
    }
  }

  func watchInvoice(
    _ request: WatchInvoiceRequest, _ responses: ResponseWriter<PayLytAPI.Invoice>,
    _ context: ServerContext
  ) async throws {
    try await service.follow(
      by: InvoiceStatements.versions, context, read: { try await read(request.name, context) },
      version: { RowVersion(id: $0.id, version: Int64($0.state.rawValue)) },
      isOver: { $0.state == .settled }
    ) { try await responses.write(PayLytAPI.Invoice($0)) }
  }

  func decodeInvoice(
    _ request: DecodeInvoiceRequest, _ context: ServerContext
  ) async throws -> DecodedInvoice {
    do {
      return DecodedInvoice(try BOLT11Invoice(request.paymentRequest))
    } catch {
      throw Refusal.invalid("payment_request", "This is no valid BOLT11 invoice.")
    }
  }

  func renderQr(
    _ request: RenderQrRequest, _ context: ServerContext
  ) async throws -> RenderQrResponse {
    let picture: (QRCode) -> RenderQrResponse
    switch request.format {
    case .svg:
      picture = { RenderQrResponse(contentType: "image/svg+xml", content: Array($0.svg.utf8)) }
    case .terminal:
      picture = {
        RenderQrResponse(
          contentType: "text/plain; charset=utf-8", content: Array($0.terminalText().utf8))
      }
    case .png: picture = { RenderQrResponse(contentType: "image/png", content: $0.png) }
    case .unspecified, .unrecognized:
      throw Refusal.invalid("format", "FORMAT_SVG, FORMAT_PNG or FORMAT_TERMINAL.")
    }
    let paymentRequest =
      if request.name.hasPrefix("deposits/") {
        try await deposit(request.name, context).paymentRequest
      } else {
        try await read(request.name, context).paymentRequest
      }
    do {
      return picture(try QRCode(PaymentLink(paymentRequest).qrText))
    } catch {
      throw Refusal(
        .failedPrecondition, reason: "NOT_ENCODABLE",
        message: "This invoice is too long for a QR code.")
    }
  }

  private func read(_ name: String, _ context: ServerContext) async throws -> Invoice {
    try await readWithEscrow(name, context).0
  }

  private func readWithEscrow(
    _ name: String, _ context: ServerContext
  ) async throws -> (Invoice, Escrow) {
    let id = try ResourceName.parse(name, "invoices")
    let invoice = try await service.read(InvoiceStatements.invoice, id, "invoice", context)
    guard let escrow = try await escrow(invoice.escrow, context) else {
      throw Refusal.notFound("invoice \(id)")
    }
    return (invoice, escrow)
  }

  /// nil when there is none that the caller may see.
  private func escrow(_ id: UUID, _ context: ServerContext) async throws -> Escrow? {
    let caller = try context.caller().caller
    let found = try await service.database.query(
      EscrowStatements.escrow, [.uuid(id)], deadline: context.deadline)
    return found.first.flatMap { $0.escrow.isVisible(to: caller) ? $0.escrow : nil }
  }
}

extension Payload {
  static func invoice(_ invoice: Invoice) -> Payload { Payload(PayLytAPI.Invoice(invoice)) }
}

extension RefreshInvoiceRequest: ChangeRequest {}
extension CancelInvoiceRequest: ChangeRequest {}

extension PayLytAPI.Invoice {
  init(_ invoice: Invoice) {
    let link = PaymentLink(invoice.paymentRequest)
    self.init(
      name: "invoices/\(invoice.id)", escrow: "escrows/\(invoice.escrow)",
      state: State(invoice.state), amount: .msat(invoice.amountMsat),
      paid: .msat(invoice.paidMsat), paymentRequest: invoice.paymentRequest,
      paymentHash: invoice.paymentHash, provider: invoice.provider,
      expireTime: ProtoTimestamp(invoice.expiresAt),
      settleTime: invoice.settledAt.map { ProtoTimestamp($0) },
      createTime: ProtoTimestamp(invoice.createdAt),
      paymentURI: link.uri, qrText: link.qrText, etag: invoice.etag,
      bip21URI: link.bip21(amountMsat: invoice.amountMsat), hold: invoice.isHold)
  }
}

extension PayLytAPI.Invoice.State {
  init(_ state: InvoiceState) {
    self =
      switch state {
      case .pending: .pending
      case .settled: .settled
      case .expired: .expired
      case .cancelled: .cancelled
      case .held: .held
      }
  }
}

extension DecodedInvoice {
  init(_ invoice: BOLT11Invoice) {
    self.init(
      network: invoice.network.rawValue, amount: .msat(invoice.amountMsat ?? 0),
      paymentHash: invoice.paymentHash, payee: invoice.payee.bytes,
      createTime: ProtoTimestamp(seconds: invoice.timestamp),
      expireTime: ProtoTimestamp(seconds: invoice.expiresAt))
    switch invoice.purpose {
    case .text(let text): description = text
    case .hash(let hash): descriptionSha256 = hash
    }
  }
}

extension ListInvoicesRequest: SearchRequest {}
