import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the sandbox; made only where there is one.
struct SandboxService: SandboxServiceHandler {
  let service: ServiceContext
  let time: SandboxTime
  /// nil where the provider is not the simulator.
  let payer: SimulatedPayer?
  /// An invoice or a deposit that the caller may see, by its name.
  let payable: @Sendable (_ name: String, ServerContext) async throws -> PayableInvoice

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

  func payInvoice(
    _ request: PayInvoiceRequest, _ context: ServerContext
  ) async throws -> SandboxPayment {
    try await service.change(request, context, asksOutside: true) { asked in
      let invoice = try await payable(request.name, context)
      let satoshis = try request.amount.map {
        try Amounts.wholeSats($0, field: "amount", satsMax: SandboxLimits.paymentSatsMax) / 1000
      }
      guard let payer else { throw SimulatedPayer.Failure.notSimulated.refusal }
      try invoice.check(isLate: request.late, at: service.clock.now())
      if asked.isRehearsal {
        try invoice.checkUnpaid()
      } else {
        // The key of the request names the payment: a repetition pays nothing again.
        try await payer.pay(
          invoice.paymentHash, satoshis: satoshis, isLate: request.late,
          payment: asked.identity.key)
      }
      return PayInvoice(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        invoice: request.name, amountMsat: satoshis.map { $0 * 1000 } ?? invoice.amountMsat,
        isLate: request.late)
    } answer: {
      SandboxPayment(invoice: $0.invoice, amount: .msat($0.amountMsat), late: $0.isLate)
    }
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
