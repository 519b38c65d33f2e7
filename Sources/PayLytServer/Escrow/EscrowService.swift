import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of escrows.
struct EscrowService: EscrowServiceHandler {
  let service: ServiceContext
  let funding: Funding
  /// What one admin may decide alone.
  let approvalLimitMsat: Int64
  /// How much of a currency releases may change.
  let exposure: ExposureLimits

  func getEscrow(
    _ request: GetEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    let id = try ResourceName.parse(request.name, "escrows")
    return PayLytAPI.Escrow(try await service.escrow(id, context))
  }

  func listEscrows(
    _ request: ListEscrowsRequest, _ context: ServerContext
  ) async throws -> ListEscrowsResponse {
    let (escrows, next) = try await service.search(
      rowsOf: EscrowStatements.list, request,
      of: try ListOwner(request.parent, for: try context.caller()), context
    ) { PayLytAPI.Escrow(try EscrowCase(stored: $0)) }
    return ListEscrowsResponse(escrows: escrows, nextPageToken: next)
  }

  func fundEscrow(
    _ request: FundEscrowRequest, _ context: ServerContext
  ) async throws -> FundEscrowResponse {
    try await service.change(request, context, asksOutside: true) { asked in
      let id = try ResourceName.parse(request.name, "escrows")
      let held = try await service.escrow(id, context)
      guard held.escrow.isClient(asked.caller) else { throw Refusal.onlyTheClient }
      if request.hold { _ = try funding.holding() }
      let made =
        asked.isRehearsal
        ? FundEscrow.Made(rehearsing: held.escrow, at: service.clock.now())
        : try await funding.invoice(for: held.escrow, holds: request.hold, context)
      return FundEscrow(
        caller: asked.caller, request: asked.identity, escrow: id, made: made,
        etag: request.etag, authority: service.authority(of: asked.principal))
    } answer: {
      FundEscrowResponse($0)
    }
  }

  func submitMilestone(
    _ request: SubmitMilestoneRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      let (escrow, position) = try ResourceName.parseMilestone(request.name)
      return SubmitMilestone(
        caller: asked.caller, request: asked.identity, escrow: escrow, position: position,
        note: request.deliveryNote, etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func releaseMilestone(
    _ request: ReleaseMilestoneRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      let (escrow, position) = try ResourceName.parseMilestone(request.name)
      return ReleaseMilestone(
        caller: asked.caller, request: asked.identity, escrow: escrow, position: position,
        amountMsat: try Self.part(request.amount), quote: try Self.quote(request.quote),
        etag: request.etag, authority: service.authority(of: asked.principal),
        exposure: exposure)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func releaseEscrow(
    _ request: ReleaseEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      ReleaseEscrow(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"),
        amountMsat: try Self.part(request.amount), quote: try Self.quote(request.quote),
        etag: request.etag, authority: service.authority(of: asked.principal),
        exposure: exposure)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func refundEscrow(
    _ request: RefundEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      RefundEscrow(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"),
        reason: request.reason, etag: request.etag,
        authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func cancelEscrow(
    _ request: CancelEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      CancelEscrow(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"), etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func watchEscrow(
    _ request: WatchEscrowRequest, _ responses: ResponseWriter<PayLytAPI.Escrow>,
    _ context: ServerContext
  ) async throws {
    let id = try ResourceName.parse(request.name, "escrows")
    try await service.follow(
      by: EscrowStatements.versions, context, read: { try await service.escrow(id, context) },
      version: { RowVersion(id: id, version: $0.escrow.version) },
      isOver: \.escrow.state.isFinal
    ) { try await responses.write(PayLytAPI.Escrow($0)) }
  }

  /// The quote of a conversion; nil when it is left out.
  static func quote(_ name: String) throws(Refusal) -> UUID? {
    name.isEmpty ? nil : try ResourceName.parse(name, "quotes", field: "quote")
  }

  /// How much of the work is paid, as millisatoshis; nil for all.
  private static func part(_ amount: PayLytAPI.Money?) throws(Refusal) -> Int64? {
    guard let amount else { return nil }
    return try Amounts.wholeSats(amount, field: "amount", satsMax: EscrowLimits.amountSatsMax)
  }
}

extension ServiceContext {
  /// The escrow as it is now; NOT_FOUND when the caller is no party of it.
  func escrow(_ id: UUID, _ context: ServerContext) async throws -> EscrowCase {
    let caller = try context.caller().caller
    let rows = try await database.query(
      EscrowStatements.escrow, [.uuid(id)], deadline: context.deadline)
    guard let escrow = rows.first?.escrow, escrow.isVisible(to: caller) else {
      throw Refusal.notFound("escrow \(id)")
    }
    return try EscrowCase(stored: rows)
  }
}

extension ListEscrowsRequest: SearchRequest {}
extension FundEscrowRequest: ChangeRequest {}
extension SubmitMilestoneRequest: ChangeRequest {}
extension ReleaseMilestoneRequest: ChangeRequest {}
extension ReleaseEscrowRequest: ChangeRequest {}
extension RefundEscrowRequest: ChangeRequest {}
extension CancelEscrowRequest: ChangeRequest {}
