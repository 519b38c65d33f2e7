import PayLytAPI

extension Fault {
  init(_ fault: SandboxFault) {
    self.init(
      name: "faults/\(fault.number)", method: fault.method, kind: Kind(fault.kind),
      code: Int32(fault.code), delayMilliseconds: fault.delayMilliseconds,
      callsLeft: fault.callsLeft)
  }
}

extension Fault.Kind {
  init(_ kind: SandboxFault.Kind) {
    self =
      switch kind {
      case .refuse: .refuse
      case .loseAnswer: .loseAnswer
      case .delay: .delay
      case .timeOut: .timeOut
      case .fail: .fail
      case .duplicate: .duplicate
      }
  }
}

extension SandboxFault.Kind {
  /// - Returns: nil for one that we do not know.
  init?(_ wire: Fault.Kind) {
    switch wire {
    case .refuse: self = .refuse
    case .loseAnswer: self = .loseAnswer
    case .delay: self = .delay
    case .timeOut: self = .timeOut
    case .fail: self = .fail
    case .duplicate: self = .duplicate
    case .unspecified, .unrecognized: return nil
    }
  }
}

extension SetFault {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ wire: SetFaultRequest, _ asked: Asked) throws(Refusal) {
    let operation = ProviderOperation(method: wire.method)
    if operation == nil { try Self.check(method: wire.method) }
    guard let kind = SandboxFault.Kind(wire.kind) else {
      throw .invalid("kind", "Say how it fails.")
    }
    guard (operation?.kinds ?? [.refuse, .loseAnswer, .delay]).contains(kind) else {
      throw .invalid("method", "\(wire.method) does not fail like this.")
    }
    let isDelay = kind == .delay
    guard (isDelay || operation != nil ? 0...0 : 1...16).contains(wire.code) else {
      throw .invalid("code", "A gRPC status from 1 to 16; none for a delay, or of the provider.")
    }
    guard
      (isDelay ? 1...SandboxLimits.delayMillisecondsMax : 0...0)
        .contains(wire.delayMilliseconds)
    else {
      throw .invalid(
        "delay_milliseconds", "For a delay 1 to \(SandboxLimits.delayMillisecondsMax), else none.")
    }
    guard (1...SandboxLimits.callsMax).contains(wire.calls) else {
      throw .invalid("calls", "Between 1 and \(SandboxLimits.callsMax).")
    }
    self.init(
      caller: asked.caller, request: asked.identity, user: asked.principal.user,
      target: wire.method, kind: kind, code: Int16(wire.code),
      delayMilliseconds: wire.delayMilliseconds, calls: wire.calls)
  }

  private static func check(method: String) throws(Refusal) {
    let parts = method.split(separator: "/", omittingEmptySubsequences: false)
    guard method.utf8.count <= SandboxLimits.methodCharactersMax, parts.count == 2,
      parts[0].hasPrefix("paylyt."), !parts[0].hasPrefix("paylyt.sandbox."), !parts[1].isEmpty
    else {
      throw .invalid(
        "method",
        "A method such as `paylyt.escrow.v1.EscrowService/FundEscrow`, but none of the sandbox, or "
          + "a call of the provider such as `provider/SendPayment`.")
    }
  }
}

extension PayableInvoice {
  init(_ invoice: PayLytAPI.Invoice) throws(Refusal) {
    self.init(
      paymentHash: invoice.paymentHash, amountMsat: invoice.amount?.units ?? 0,
      expiresAt: try Timestamp(invoice.expireTime, field: "name"),
      isPaid: invoice.state == .settled || invoice.state == .held,
      isTakenBack: invoice.hold && invoice.state == .cancelled)
  }

  init(_ deposit: PayLytAPI.Deposit) throws(Refusal) {
    self.init(
      paymentHash: deposit.paymentHash, amountMsat: deposit.amount?.units ?? 0,
      expiresAt: try Timestamp(deposit.expireTime, field: "name"),
      isPaid: deposit.state == .settled, isTakenBack: false)
  }
}

extension AdvanceSandboxClockRequest: ChangeRequest {}
extension PayInvoiceRequest: ChangeRequest {}
extension SetFaultRequest: ChangeRequest {}
extension ClearFaultsRequest: ChangeRequest {}
