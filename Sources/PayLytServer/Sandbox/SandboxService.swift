import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the sandbox; made only where there is one.
struct SandboxService: SandboxServiceHandler {
  let service: ServiceContext
  let time: SandboxTime

  func getSandboxClock(
    _ request: GetSandboxClockRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.SandboxClock {
    try await time.follow(service.database)
    let ahead = try await service.database.query(
      SandboxStatements.ahead, deadline: context.deadline)
    return PayLytAPI.SandboxClock(
      time: ProtoTimestamp(time.now()), aheadSeconds: ahead.first ?? 0)
  }

  func advanceSandboxClock(
    _ request: AdvanceSandboxClockRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.SandboxClock {
    let answer = try await service.change(request, context) { asked in
      guard (1...SandboxLimits.stepSecondsMax).contains(request.seconds) else {
        throw Refusal.invalid("seconds", "Between 1 and \(SandboxLimits.stepSecondsMax).")
      }
      return AdvanceSandboxClock(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        seconds: request.seconds)
    } answer: {
      PayLytAPI.SandboxClock(
        time: ProtoTimestamp($0.time), aheadSeconds: $0.aheadSeconds)
    }
    // What this server does next is at the new time; the others read it within a second.
    try await time.follow(service.database)
    return answer
  }

  func setFault(_ request: SetFaultRequest, _ context: ServerContext) async throws -> Fault {
    try await service.change(request, context) { asked in
      try SetFault(request, asked)
    } answer: {
      Fault($0)
    }
  }

  func listFaults(
    _ request: ListFaultsRequest, _ context: ServerContext
  ) async throws -> ListFaultsResponse {
    let found = try await service.database.query(
      SandboxStatements.faults, [.uuid(context.caller().user)], deadline: context.deadline)
    return ListFaultsResponse(faults: found.map { Fault($0) })
  }

  func clearFaults(
    _ request: ClearFaultsRequest, _ context: ServerContext
  ) async throws -> ClearFaultsResponse {
    try await service.change(request, context) { asked in
      ClearFaults(
        caller: asked.caller, request: asked.identity, user: asked.principal.user)
    } answer: {
      ClearFaultsResponse(cleared: Int32($0))
    }
  }
}
