import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of what operators do.
struct AdminService: AdminServiceHandler {
  let service: ServiceContext

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
        reason: try Texts.check(
          reason, field: "reason", maximum: AdminLimits.reasonCharactersMax), etag: etag)
    } answer: {
      CapabilityStatus($0)
    }
  }
}
