import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The loops of one server", .timeLimit(.minutes(5)))
struct ServerLoopTests {
  @Test("what is asked for on a loop that only serves wakes the worker on the one that works")
  func nudged() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let second = try await nodes[0].anotherLoop(number: 1)
      do {
        try await compare(admin, on: second.channel)
      } catch {
        await second.stop()
        throw error
      }
      await second.stop()
    }
  }

  private func compare(_ admin: Guest, on channel: Channel) async throws {
    let service = ReconciliationServiceClient(channel)
    // The worker is through with its own one, and sleeps.
    try await eventually {
      let runs = try await service.listReconciliationRuns(
        ListReconciliationRunsRequest(), options: admin.options
      ).runs
      return !runs.isEmpty && runs.allSatisfy { $0.finishTime != nil }
    }
    let asked = ContinuousClock.now
    let now = SystemClock().now().seconds
    let run = try await service.runReconciliation(
      RunReconciliationRequest(
        requestID: "\(UUID.random())", provider: "bitnob",
        startTime: ProtoTimestamp(seconds: now - 60), endTime: ProtoTimestamp(seconds: now)),
      options: admin.options)
    try await eventually {
      try await service.getReconciliationRun(
        GetReconciliationRunRequest(name: run.name), options: admin.options
      ).finishTime != nil
    }
    // By itself the worker looks once a minute; nudged, it takes milliseconds.
    #expect(ContinuousClock.now - asked < .seconds(30))
  }
}
