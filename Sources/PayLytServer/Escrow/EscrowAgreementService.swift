import PayLytAPI
import PayLytRPC
import StandardAPI

/// What the two agree on beside payment and approval, and what operators may do.
extension EscrowService {
  func restateEscrow(
    _ request: RestateEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      let escrow = try ResourceName.parse(request.name, "escrows")
      guard
        request.withdraw || !request.amounts.isEmpty || !request.newMilestones.isEmpty
          || request.deadline != nil
      else {
        throw Refusal.invalid("amounts", "Other amounts, new milestones, or another deadline.")
      }
      return RestateEscrow(
        caller: asked.caller, request: asked.identity, escrow: escrow,
        amounts: request.amounts.map(\.units),
        added: request.newMilestones.map {
          NewMilestone(title: $0.title, amountMsat: $0.amount?.units ?? 0)
        },
        deadline: try request.deadline.map { try Timestamp($0, field: "deadline") },
        isWithdrawn: request.withdraw, etag: request.etag,
        authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func requestRevision(
    _ request: RequestRevisionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      let (escrow, position) = try ResourceName.parseMilestone(request.name)
      return RequestRevision(
        caller: asked.caller, request: asked.identity, escrow: escrow, position: position,
        note: request.note, etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func extendInspection(
    _ request: ExtendInspectionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      let (escrow, position) = try ResourceName.parseMilestone(request.name)
      return ExtendInspection(
        caller: asked.caller, request: asked.identity, escrow: escrow, position: position,
        seconds: request.seconds, etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func consentCancel(
    _ request: ConsentCancelRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      ConsentCancel(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"), isWithdrawn: request.withdraw,
        etag: request.etag, authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func setPayees(
    _ request: SetPayeesRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      let escrow = try ResourceName.parse(request.name, "escrows")
      let shares = try await shares(request.payees, context)
      return SetPayees(
        caller: asked.caller, request: asked.identity, escrow: escrow, shares: shares,
        etag: request.etag, authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func freezeEscrow(
    _ request: FreezeEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      FreezeEscrow(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"),
        reason: request.reason,
        etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func unfreezeEscrow(
    _ request: UnfreezeEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      UnfreezeEscrow(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"),
        reason: request.reason,
        etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  func overrideEscrow(
    _ request: OverrideEscrowRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Escrow {
    try await service.change(request, context) { asked in
      OverrideEscrow(
        caller: asked.caller, request: asked.identity,
        escrow: try ResourceName.parse(request.name, "escrows"),
        toFreelancerMsat: try Amounts.part(request.toFreelancer, field: "to_freelancer"),
        toClientMsat: try Amounts.part(request.toClient, field: "to_client"),
        reason: request.reason,
        approvalLimitMsat: approvalLimitMsat, etag: request.etag)
    } answer: {
      PayLytAPI.Escrow($0)
    }
  }

  private func shares(
    _ payees: [PayLytAPI.Payee], _ context: ServerContext
  ) async throws -> [SetPayees.Share] {
    let shares = try payees.enumerated().map { index, payee in
      SetPayees.Share(
        user: try ResourceName.parse(payee.user, "users", field: "payees[\(index)].user"),
        weight: payee.weight)
    }
    guard Set(shares.map(\.user)).count == shares.count else {
      throw Refusal.invalid("payees", "Each user once.")
    }
    // Users are never removed, so who is there now is there when it is decided.
    let known = try await service.database.query(
      EscrowStatements.knownUsers, [.uuidArray(shares.map(\.user))], deadline: context.deadline)
    for (index, share) in shares.enumerated() where !known.contains(share.user) {
      throw Refusal.invalid("payees[\(index)].user", "There is no such user.")
    }
    return shares
  }
}

extension RestateEscrowRequest: ChangeRequest {}
extension RequestRevisionRequest: ChangeRequest {}
extension ExtendInspectionRequest: ChangeRequest {}
extension ConsentCancelRequest: ChangeRequest {}
extension SetPayeesRequest: ChangeRequest {}
extension FreezeEscrowRequest: ChangeRequest {}
extension UnfreezeEscrowRequest: ChangeRequest {}
extension OverrideEscrowRequest: ChangeRequest {}
