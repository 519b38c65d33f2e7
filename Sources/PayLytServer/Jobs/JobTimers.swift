/// What happens to jobs by itself.
struct JobTimers: Sendable {
  let service: ServiceContext

  func fundingEnds(_ timer: Timer) async throws -> Timer.Outcome {
    try await service.carryOut(EndFunding(escrow: timer.subject)) { .escrow($0.changed) }.timer
  }

  func jobEnds(_ timer: Timer) async throws -> Timer.Outcome {
    try await service.carryOut(ExpireJob(job: timer.subject)) { .job($0.changed) }.timer
  }
}
