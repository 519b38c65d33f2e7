import Lightning
import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of invoices.
struct InvoiceService: InvoiceServiceHandler {
  let service: ServiceContext

  func getInvoice(
    _ request: GetInvoiceRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Invoice {
    PayLytAPI.Invoice(try await read(request.name, context))
  }

  func decodeInvoice(
    _ request: DecodeInvoiceRequest, _ context: ServerContext
  ) async throws -> DecodedInvoice {
    do {
      return DecodedInvoice(try BOLT11Invoice(request.paymentRequest))
    } catch {
      throw Refusal.invalid("payment_request", "This is no valid BOLT11 invoice: \(error).")
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
    case .unspecified, .unrecognized:
      throw Refusal.invalid("format", "FORMAT_SVG or FORMAT_TERMINAL.")
    }
    let invoice = try await read(request.name, context)
    do {
      return picture(try QRCode("lightning:\(invoice.paymentRequest)".uppercased()))
    } catch {
      throw Refusal(
        .failedPrecondition, reason: "NOT_ENCODABLE",
        message: "This invoice is too long for a QR code.")
    }
  }

  private func read(_ name: String, _ context: ServerContext) async throws -> Invoice {
    let id = try ResourceName.parse(name, "invoices")
    let caller = try context.caller().caller
    let found = try await service.database.query(
      InvoiceStatements.invoice, [.uuid(id)], deadline: context.deadline)
    guard let invoice = found.first else { throw Refusal.notFound("invoice \(id)") }
    let escrows = try await service.database.query(
      EscrowStatements.escrow, [.uuid(invoice.escrow)], deadline: context.deadline)
    guard let escrow = escrows.first?.escrow, escrow.isVisible(to: caller) else {
      throw Refusal.notFound("invoice \(id)")
    }
    return invoice
  }
}

extension PayLytAPI.Invoice {
  init(_ invoice: Invoice) {
    self.init(
      name: "invoices/\(invoice.id)", escrow: "escrows/\(invoice.escrow)",
      state: State(invoice.state), amount: .msat(invoice.amountMsat),
      paid: .msat(invoice.paidMsat), paymentRequest: invoice.paymentRequest,
      paymentHash: invoice.paymentHash, provider: invoice.provider,
      expireTime: ProtoTimestamp(invoice.expiresAt),
      settleTime: invoice.settledAt.map { ProtoTimestamp($0) },
      createTime: ProtoTimestamp(invoice.createdAt))
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
