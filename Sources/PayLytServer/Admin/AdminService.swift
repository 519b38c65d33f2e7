import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of what operators do.
struct AdminService: AdminServiceHandler {
  let service: ServiceContext
  /// Tells the workers of this server that something is tried again; others find it by themselves.
  let nudge: @Sendable () -> Void

  func listCapabilities(
    _ request: ListCapabilitiesRequest, _ context: ServerContext
  ) async throws -> ListCapabilitiesResponse {
    let touched = try await service.database.query(
      AdminStatements.switches, deadline: context.deadline)
    return ListCapabilitiesResponse(
      capabilities: Capability.allCases.map { capability in
        CapabilityStatus(
          touched.first { $0.capability == capability } ?? CapabilitySwitch(capability))
      })
  }

  func pauseCapability(
    _ request: PauseCapabilityRequest, _ context: ServerContext
  ) async throws -> CapabilityStatus {
    try await set(
      request, request.capability, isPaused: true, request.reason, request.etag, context)
  }

  func resumeCapability(
    _ request: ResumeCapabilityRequest, _ context: ServerContext
  ) async throws -> CapabilityStatus {
    try await set(
      request, request.capability, isPaused: false, request.reason, request.etag, context)
  }

  func listDeadLetters(
    _ request: ListDeadLettersRequest, _ context: ServerContext
  ) async throws -> ListDeadLettersResponse {
    let kind = try DeadLetter.Kind.optional(request.kind)
    let page = try service.page(
      of: "ListDeadLetters \(kind?.rawValue ?? 0)", request.pageSize, request.pageToken)
    let found = try await service.database.query(
      AdminStatements.deadLetters,
      [
        page.before, .int2(kind?.rawValue ?? 0),
        .timestamp(service.clock.now().adding(seconds: -PayoutLimits.stuckAfterSeconds)),
        page.limit,
      ], deadline: context.deadline)
    let (deadLetters, next) = page.cut(found, id: \.name.id) { PayLytAPI.DeadLetter($0) }
    return ListDeadLettersResponse(deadLetters: deadLetters, nextPageToken: next)
  }

  func replayDeadLetter(
    _ request: ReplayDeadLetterRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.DeadLetter {
    let answer = try await service.change(request, context) { asked in
      ReplayDeadLetter(
        caller: asked.caller, request: asked.identity,
        letter: try DeadLetter.Name(request.name), reason: request.reason)
    } answer: {
      PayLytAPI.DeadLetter($0)
    }
    nudge()
    return answer
  }

  func discardDeadLetter(
    _ request: DiscardDeadLetterRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.DeadLetter {
    try await service.change(request, context) { asked in
      DiscardDeadLetter(
        caller: asked.caller, request: asked.identity,
        letter: try DeadLetter.Name(request.name), reason: request.reason)
    } answer: {
      PayLytAPI.DeadLetter($0)
    }
  }

  private func set(
    _ request: some ChangeRequest, _ capability: PayLytAPI.Capability, isPaused: Bool,
    _ reason: String, _ etag: String, _ context: ServerContext
  ) async throws -> CapabilityStatus {
    try await service.change(request, context) { asked in
      guard let capability = Capability(capability) else {
        throw Refusal.invalid("capability", "Name one of the capabilities.")
      }
      return SetCapability(
        caller: asked.caller, request: asked.identity, capability: capability,
        isPaused: isPaused,
        reason: reason, etag: etag)
    } answer: {
      CapabilityStatus($0)
    }
  }
}
