import PayLytRPC
import PayLytRPCServices
import Synchronization

/// Sends load as planned and measures it.
public struct LoadRun: Sendable {
  private let plan: LoadPlan
  private let stop: LoadStop
  private let connections: Connections
  private let source: CallSource
  private let journal: Journal?
  private let schedule: Schedule
  /// One for each loop.
  private let boxes: [FiguresBox]
  private let inFlight = InFlight()
  private let begun: UInt64

  /// Runs `plan` until it is over, the work is used up, or `stop` is requested.
  ///
  /// - Returns: whether every call succeeded.
  /// - Throws: `LoadError` for what keeps the run from being one; failures of calls are results.
  public static func run(_ plan: LoadPlan, stop: LoadStop) async throws -> Bool {
    try plan.check()
    let timeout = Duration.milliseconds(plan.timeoutMilliseconds)
    switch plan.content {
    case .mix(let mix, let path):
      let work = if let path { try WorkFile(path: path) } else { WorkFile.oneClient }
      return try await run(plan, stop) { (channel) throws(LoadError) in
        .operations(
          mix, seed: plan.seed, WorkSupply(work, from: plan.workFrom),
          try await SignedInUsers(
            work.users, on: channel, timeout: timeout, tokens: plan.tokens))
      }
    case .calls(let path, let isRepeated):
      let file = try CallFile(path: path)
      let calls = try PreparedCalls(
        file, try Callers(file.callers, plan.tokens, timeout: timeout), from: plan.workFrom,
        isRepeated: isRepeated)
      return try await run(plan, stop) { (_) throws(LoadError) in .prepared(calls) }
    }
  }

  private static func run(
    _ plan: LoadPlan, _ stop: LoadStop,
    _ source: (Channel) async throws(LoadError) -> CallSource
  ) async throws -> Bool {
    let journal: Journal? = if let path = plan.journal { try Journal(path) } else { nil }
    let connections = try await Connections.open(
      plan.target, connections: plan.connections, loops: plan.loops)
    do {
      let run = LoadRun(
        plan, stop, connections, try await source(connections.first), journal)
      let report = try await run.measure()
      await connections.close()
      try report.write(to: plan)
      return report.figures.failures.isEmpty
    } catch {
      await connections.close()
      throw error
    }
  }

  private init(
    _ plan: LoadPlan, _ stop: LoadStop, _ connections: Connections, _ source: CallSource,
    _ journal: Journal?
  ) {
    self.plan = plan
    self.stop = stop
    self.connections = connections
    self.source = source
    self.journal = journal
    schedule = Schedule(
      plan.pace, rampUp: UInt64(plan.rampUpSeconds) * 1_000_000_000,
      length: UInt64(plan.seconds ?? LoadLimits.secondsMax) * 1_000_000_000)
    boxes = connections.loops.map { _ in FiguresBox() }
    begun = monotonicNanoseconds()
  }

  private var elapsed: UInt64 { monotonicNanoseconds() - begun }

  private var figures: Figures {
    boxes.reduce(into: Figures()) { $0.merge($1.now) }
  }

  private func measure() async throws -> LoadReport {
    try await withThrowingTaskGroup(of: Void.self) { beside in
      beside.addTask { try await source.keepFresh(on: connections.first) }
      beside.addTask { try await watch() }
      await withTaskGroup(of: Void.self) { lanes in
        for lane in 0..<plan.inFlight {
          lanes.addTask(
            executorPreference: connections.loops[connections.loopIndex(ofLane: lane)]
          ) { await work(lane) }
        }
      }
      beside.cancelAll()
      // The two end by being cancelled; a failure of theirs is one of the run.
      while let result = await beside.nextResult() {
        if case .failure(let error) = result, !(error is CancellationError) { throw error }
      }
    }
    try journal?.flush()
    return LoadReport(plan, figures, elapsed: elapsed, workUsed: source.position)
  }

  /// Writes the journal and tells how it goes, once a second.
  private func watch() async throws {
    var progress = Progress(seconds: plan.seconds)
    while true {
      try await Task.sleep(for: .seconds(1))
      try journal?.flush()
      if plan.showsProgress {
        progress.show(figures, elapsed: elapsed, inFlight: inFlight.count)
      }
    }
  }

  // MARK: One lane: one call after the other

  private func work(_ lane: Int) async {
    let box = boxes[connections.loopIndex(ofLane: lane)]
    let loop = connections.loops[connections.loopIndex(ofLane: lane)]
    await wait(until: schedule.start(ofLane: lane, of: plan.inFlight), on: loop)
    var calls = 0
    while !stop.isRequested, let arrival = schedule.take(elapsed: elapsed) {
      await wait(until: arrival.due, on: loop)
      guard !stop.isRequested else { return }
      guard let call = source.call(of: arrival.number) else { return }
      let channel = connections.channel(ofLane: lane, call: calls, lanes: plan.inFlight)
      calls += 1
      inFlight.enter()
      await perform(call, arrival, on: channel, box)
      inFlight.leave()
    }
  }

  private func perform(
    _ call: LoadCall, _ arrival: Schedule.Arrival, on channel: Channel, _ box: FiguresBox
  ) async {
    var attempt = 0
    while true {
      do throws(RPCError) {
        let answer = try await call.send(channel)
        let end = elapsed
        box.update {
          $0.succeed(call.name, arrival, endedAt: end, isReplay: answer.isReplay)
        }
        note(call, .acknowledged, subject: answer.subject, version: answer.version)
        return
      } catch {
        if attempt < plan.retries, error.isWorthAnotherTry, !stop.isRequested {
          attempt += 1
          box.update { $0.resend(call.name) }
          // A stopped run still waits for its last pause: it is short.
          try? await Task.sleep(for: .milliseconds(min(10 << min(attempt, 7), 1000)))
          continue
        }
        let end = elapsed
        let failure = Figures.Failure(
          name: call.name, code: error.code, reason: error.errorInfo?.reason ?? "")
        box.update { $0.fail(failure, arrival, endedAt: end) }
        // An attempt before the last one may have taken effect even when the last one was refused.
        if error.leavesItOpen || attempt > 0 {
          note(call, .unknown, subject: call.subject, version: 0)
        }
        return
      }
    }
  }

  private func note(
    _ call: LoadCall, _ outcome: JournalLine.Outcome, subject: String, version: Int64
  ) {
    guard let operation = call.written else { return }
    journal?.append(
      JournalLine(outcome, operation, call.request, subject: subject, version: version))
  }

  private func wait(until due: UInt64, on loop: EventLoop) async {
    while !stop.isRequested {
      let now = elapsed
      guard due > now else { return }
      let nap = min(due - now, UInt64(LoadLimits.napMilliseconds) * 1_000_000)
      await withCheckedContinuation { continuation in
        _ = loop.schedule(after: .nanoseconds(Int64(nap))) { continuation.resume() }
      }
    }
  }
}

/// How many calls are under way.
private final class InFlight: Sendable {
  private let number = Atomic<Int>(0)
  var count: Int { number.load(ordering: .relaxed) }
  func enter() { number.add(1, ordering: .relaxed) }
  func leave() { number.subtract(1, ordering: .relaxed) }
}
