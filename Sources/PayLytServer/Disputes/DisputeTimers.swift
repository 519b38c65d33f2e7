/// What happens to disputes by itself.
struct DisputeTimers: Sendable {
  let service: ServiceContext

  func evidenceEnds(_ timer: Timer) async throws -> Timer.Outcome {
    try await service.carryOut(EndEvidence(dispute: timer.subject)) { .dispute($0.changed) }.timer
  }
}
