import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("Background work")
struct WorkerTests {
  @Test(
    "what rings while a worker works or rests is looked at afterwards, long before its interval",
    arguments: [Duration.zero, .milliseconds(5)])
  func ringsAreKept(rest: Duration) async throws {
    let loop = try EventLoop.start(named: "worker-test")
    defer { loop.stop() }
    let clock = ManualClock()
    let bell = Bell()
    let steps = Mutex(0)
    let worker = Worker(
      "test", every: .seconds(3600), with: bell, rest: rest, on: loop,
      log: Log(level: .error, clock: clock, sink: { _ in }),
      metrics: ServerMetrics(clock: clock).worker("test")
    ) {
      let step = steps.withLock { steps in
        steps += 1
        return steps
      }
      // Three rings, each of them while it is at work.
      if step <= 3 { bell.ring() }
      return false
    }
    let running = Task(executorPreference: loop) { await worker.run() }
    try await eventually { steps.withLock { $0 } == 4 }
    running.cancel()
    await running.value
  }

  @Test("a worker goes on while there is more, without a ring")
  func goesOn() async throws {
    let loop = try EventLoop.start(named: "worker-test")
    defer { loop.stop() }
    let clock = ManualClock()
    let steps = Mutex(0)
    let worker = Worker(
      "test", every: .seconds(3600), on: loop,
      log: Log(level: .error, clock: clock, sink: { _ in }),
      metrics: ServerMetrics(clock: clock).worker("test")
    ) {
      steps.withLock { steps in
        steps += 1
        return steps < 5
      }
    }
    let running = Task(executorPreference: loop) { await worker.run() }
    try await eventually { steps.withLock { $0 } == 5 }
    running.cancel()
    await running.value
    #expect(steps.withLock { $0 } == 5)
  }

  @Test("a stop in the middle of a query is no failure")
  func stopped() async throws {
    let loop = try EventLoop.start(named: "worker-test")
    defer { loop.stop() }
    let clock = ManualClock()
    let lines = Gauge()
    let metrics = ServerMetrics(clock: clock).worker("test")
    let worker = Worker(
      "test", every: .seconds(3600), on: loop,
      log: Log(level: .debug, clock: clock, sink: { _ in lines.add(1) }), metrics: metrics
    ) {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      throw DatabaseError.cancelled
    }
    await Task(executorPreference: loop) { await worker.run() }.value
    #expect(metrics.failures.current == 0 && lines.current == 0)
  }
}
