import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of disputes.
struct DisputeService: DisputeServiceHandler {
  let service: ServiceContext
  let files: FileStore
  /// What one admin may decide alone.
  let approvalLimitMsat: Int64

  func openDispute(
    _ request: OpenDisputeRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    try await service.change(request, context) { asked in
      OpenDispute(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.escrow, "escrows", field: "escrow"),
        reason: request.reason, etag: request.etag)
    } answer: {
      PayLytAPI.Dispute($0)
    }
  }

  func getDispute(
    _ request: GetDisputeRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    PayLytAPI.Dispute(try await read(ResourceName.parse(request.name, "disputes"), context))
  }

  func listDisputes(
    _ request: ListDisputesRequest, _ context: ServerContext
  ) async throws -> ListDisputesResponse {
    let state = try DisputeState.chosen(request.state)?.rawValue ?? 0
    let isOfEscrow = request.parent.hasPrefix("escrows/")
    let owner =
      isOfEscrow
      ? try await escrow(request.parent, context)
      : try ListOwner(request.parent, forAdminsAll: try context.caller())
    let page = try service.page(
      of: "ListDisputes \(owner) \(isOfEscrow) \(state)", request.pageSize, request.pageToken)
    let (statement, values): (Statement<Dispute>, [SQLValue]) =
      switch (owner, state) {
      case (.everybody, 0): (DisputeStatements.disputes, [page.before, page.limit])
      case (.everybody, _):
        (DisputeStatements.disputesOfState, [page.before, page.limit, .int2(state)])
      case (.one(let id), _):
        (
          isOfEscrow ? DisputeStatements.disputesOfEscrow : DisputeStatements.disputesOfParty,
          [.uuid(id), page.before, page.limit, .int2(state)]
        )
      }
    let found = try await service.database.query(statement, values, deadline: context.deadline)
    let (disputes, next) = page.cut(found, id: \.id) { PayLytAPI.Dispute($0) }
    return ListDisputesResponse(disputes: disputes, nextPageToken: next)
  }

  /// - Throws: NOT_FOUND when the caller may not see the escrow.
  private func escrow(_ parent: String, _ context: ServerContext) async throws -> ListOwner {
    let id = try ResourceName.parse(parent, "escrows", field: "parent")
    return .one(try await service.escrow(id, context).escrow.id)
  }

  func proposeSettlement(
    _ request: ProposeSettlementRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    try await service.change(request, context) { asked in
      ProposeSettlement(
        caller: asked.caller, request: asked.identity,
        dispute: try ResourceName.parse(request.name, "disputes"),
        toFreelancerMsat: try Amounts.part(request.toFreelancer, field: "to_freelancer"),
        toClientMsat: try Amounts.part(request.toClient, field: "to_client"),
        etag: request.etag, authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Dispute($0)
    }
  }

  func acceptSettlement(
    _ request: AcceptSettlementRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    try await service.change(request, context) { asked in
      AcceptSettlement(
        caller: asked.caller, request: asked.identity,
        dispute: try ResourceName.parse(request.name, "disputes"),
        offer: request.number, etag: request.etag,
        authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Dispute($0)
    }
  }

  func rejectSettlement(
    _ request: RejectSettlementRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    try await service.change(request, context) { asked in
      RejectSettlement(
        caller: asked.caller, request: asked.identity,
        dispute: try ResourceName.parse(request.name, "disputes"),
        offer: request.number, etag: request.etag)
    } answer: {
      PayLytAPI.Dispute($0)
    }
  }

  func withdrawDispute(
    _ request: WithdrawDisputeRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    try await service.change(request, context) { asked in
      WithdrawDispute(
        caller: asked.caller, request: asked.identity,
        dispute: try ResourceName.parse(request.name, "disputes"), etag: request.etag,
        authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Dispute($0)
    }
  }

  func resolveDispute(
    _ request: ResolveDisputeRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Dispute {
    try await service.change(request, context) { asked in
      ResolveDispute(
        caller: asked.caller, request: asked.identity,
        dispute: try ResourceName.parse(request.name, "disputes"),
        toFreelancerMsat: try Amounts.part(request.toFreelancer, field: "to_freelancer"),
        toClientMsat: try Amounts.part(request.toClient, field: "to_client"),
        reason: request.reason, approvalLimitMsat: approvalLimitMsat,
        etag: request.etag)
    } answer: {
      PayLytAPI.Dispute($0)
    }
  }

  // MARK: Evidence

  func uploadEvidence(
    _ requests: RequestStream<UploadEvidenceRequest>, _ context: ServerContext
  ) async throws -> PayLytAPI.Evidence {
    try await files.upload(requests, context) { head, caller in
      let id = try ResourceName.parse(head.parent, "disputes", field: "parent")
      let dispute = try await read(id, context)
      guard dispute.side(of: caller) != nil else { throw Refusal.onlyTheParties }
      try dispute.checkEvidence(0, at: service.clock.now())
      return id
    } command: { head, dispute, file, asked in
      AddEvidence(
        caller: asked.caller, request: asked.identity, dispute: dispute, file: file,
        note: head.note)
    } answer: {
      PayLytAPI.Evidence($0)
    }
  }

  func getEvidence(
    _ request: GetEvidenceRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Evidence {
    PayLytAPI.Evidence(try await evidence(request.name, context))
  }

  func listEvidence(
    _ request: ListEvidenceRequest, _ context: ServerContext
  ) async throws -> ListEvidenceResponse {
    let id = try ResourceName.parse(request.parent, "disputes", field: "parent")
    _ = try await read(id, context)
    let found = try await service.database.query(
      DisputeStatements.evidenceOfDispute, [.uuid(id)], deadline: context.deadline)
    return ListEvidenceResponse(evidence: found.map { PayLytAPI.Evidence($0) })
  }

  func downloadEvidence(
    _ request: DownloadEvidenceRequest, _ responses: ResponseWriter<DownloadEvidenceResponse>,
    _ context: ServerContext
  ) async throws {
    let found = try await evidence(request.name, context)
    var head: PayLytAPI.Evidence? = PayLytAPI.Evidence(found)
    try await files.send(found.file) { piece in
      try await responses.write(DownloadEvidenceResponse(evidence: head, content: piece))
      head = nil
    }
  }

  // MARK: Inside

  /// Of a dispute that the caller may see.
  private func evidence(_ name: String, _ context: ServerContext) async throws -> EvidenceRow {
    let (dispute, id) = try ResourceName.parse(name, "disputes", in: "evidence")
    _ = try await read(dispute, context)
    return try await service.read(DisputeStatements.evidence, id, "evidence", context) {
      $0.evidence.dispute == dispute
    }
  }

  private func read(_ id: UUID, _ context: ServerContext) async throws -> Dispute {
    let caller = try context.caller().caller
    return try await service.read(DisputeStatements.dispute, id, "dispute", context) {
      $0.isVisible(to: caller)
    }
  }
}

extension OpenDisputeRequest: ChangeRequest {}
extension ProposeSettlementRequest: ChangeRequest {}
extension AcceptSettlementRequest: ChangeRequest {}
extension RejectSettlementRequest: ChangeRequest {}
extension WithdrawDisputeRequest: ChangeRequest {}
extension ResolveDisputeRequest: ChangeRequest {}
extension UploadEvidenceRequest: UploadRequest {}
