/// What happens to escrows by itself.
struct EscrowTimers: Sendable {
  let service: ServiceContext
  /// Whether users let time pass: what is late then is so by their will.
  let isSandbox: Bool

  func reviewEnds(_ timer: Timer) async throws -> Timer.Outcome {
    let command = ReleaseUnanswered(
      escrow: timer.subject, position: timer.part, dueAt: isSandbox ? nil : timer.dueAt)
    return try await service.carryOut(command) { .escrow($0.changed) }.timer
  }

  func refundDue(_ timer: Timer) async throws -> Timer.Outcome {
    try await service.carryOut(ReturnUnstarted(escrow: timer.subject)) { .escrow($0.changed) }.timer
  }
}

extension Decision {
  /// What runs from the moment on that all is paid.
  func setTimersOfLocked(_ escrow: Escrow) {
    guard escrow.terms.isReturnedByTimer else { return }
    setTimer(
      .refundDue, for: escrow.id,
      at: escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds))
  }
}
