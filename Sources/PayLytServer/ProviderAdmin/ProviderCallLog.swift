import Synchronization

/// Keeps what is asked of those outside, beside everything else: in batches of its own, that no
/// commit waits for. Only a call that lets money go waits, until it is written down itself.
final class ProviderCallLog: Sendable {
  private struct State {
    /// The newest version of each call that is not written yet.
    var pending: [UUID: ProviderCall] = [:]
    /// Who must not go on before a call is written.
    var waiting: [UUID: CheckedContinuation<Bool, Never>] = [:]
    var isWriting = false
    var questions = RepeatedQuestions()
  }

  private let state = Mutex(State())
  private let database: any Store
  private let clock: any Clock
  private let log: Log
  private let metrics: ProviderCallMetrics?

  init(
    database: any Store, clock: any Clock, log: Log, metrics: ProviderCallMetrics? = nil
  ) {
    self.database = database
    self.clock = clock
    self.log = log
    self.metrics = metrics
  }

  /// Asks, and keeps what was asked and what came back.
  ///
  /// - Parameter describe: what an answer is, in our words; may add to the call what is known now.
  /// - Throws: what `ask` throws; `.unavailable` when the call lets money go and could not be
  ///   written down: it was not made then.
  func keep<Answer: Sendable>(
    _ subject: ProviderCall.Subject,
    _ describe: @Sendable (Answer, inout ProviderCall) -> String,
    _ ask: @Sendable () async throws(ProviderError) -> Answer
  ) async throws(ProviderError) -> Answer {
    let now = clock.now()
    var call = ProviderCall(
      subject, id: .fresh(at: now),
      at: now)
    try await begin(call)
    let trace = ProviderTrace()
    let result: Result<Answer, ProviderError> = await ProviderTrace.$current.withValue(trace) {
      do throws(ProviderError) {
        return .success(try await ask())
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let answer):
      let words = describe(answer, &call)
      call.end(.ok, words, trace.facts, at: clock.now())
    case .failure(let error):
      let (outcome, reason) = error.toldAs
      call.end(outcome, reason, trace.facts, at: clock.now())
    }
    end(call)
    return try result.get()
  }

  private func begin(_ call: ProviderCall) async throws(ProviderError) {
    if call.operation.isKeptBefore {
      guard await isWritten(call) else {
        var call = call
        let reason = "it could not be written down, and was not sent"
        call.end(.unavailable, reason, .init(), at: clock.now())
        end(call)
        throw .unavailable(reason: reason)
      }
    } else if !call.operation.isQuestion {
      write(call)
    }
  }

  private func end(_ call: ProviderCall) {
    metrics?.count(call)
    guard call.operation.isQuestion else { return write(call) }
    let now = clock.now()
    for call in state.withLock({ $0.questions.heard(call, at: now) }) { write(call) }
  }

  // MARK: Writing

  /// Returns once the call is in the database, or cannot be.
  private func isWritten(_ call: ProviderCall) async -> Bool {
    await withCheckedContinuation { continuation in
      state.withLock { state in
        state.pending[call.id] = call
        state.waiting[call.id] = continuation
      }
      start()
    }
  }

  private func write(_ call: ProviderCall) {
    let isKept = state.withLock { state in
      guard state.pending[call.id] != nil || state.pending.count < ProviderCallLimits.pendingMax
      else { return false }
      state.pending[call.id] = call
      return true
    }
    guard isKept else { return lose(call, "too many wait") }
    start()
  }

  /// Has what waits written, unless somebody is at it.
  private func start() {
    let isMine = state.withLock { state in
      guard !state.isWriting, !state.pending.isEmpty else { return false }
      state.isWriting = true
      return true
    }
    guard isMine else { return }
    database.spawn { [self] in await writeAll() }
  }

  /// Tries what could not be written again, until the task is cancelled.
  func run(every pause: Duration = ProviderCallLimits.retryPause) async {
    while true {
      do {
        try await Task.sleep(for: pause)
      } catch {
        return
      }
      start()
    }
  }

  private func writeAll() async {
    while let batch = takeBatch() {
      switch await store(batch) {
      case .written: finish(batch, isWritten: true)
      case .later:
        putBack(batch)
        return
      }
    }
  }

  private func takeBatch() -> [ProviderCall]? {
    state.withLock { state in
      let batch = Array(state.pending.values.prefix(ProviderCallLimits.batchMax))
      guard !batch.isEmpty else {
        state.isWriting = false
        return nil
      }
      for call in batch { state.pending[call.id] = nil }
      return batch
    }
  }

  private enum Fate {
    case written, later
  }

  private func store(_ calls: [ProviderCall]) async -> Fate {
    do {
      try await database.write { transaction in
        _ = try await transaction.commit([ProviderCallStatements.store(calls)])
      }
      return .written
    } catch let error as DatabaseError where error.isOfContent {
      guard calls.count > 1 else {
        calls.forEach { lose($0, String(reflecting: error)) }
        finish(calls, isWritten: false)
        return .written
      }
      for (index, call) in calls.enumerated() {
        guard await store([call]) == .written else {
          finish(Array(calls[..<index]), isWritten: true)
          return .later
        }
        finish([call], isWritten: true)
      }
      return .written
    } catch {
      log.info("provider calls not kept yet", ["error": String(reflecting: error)])
      return .later
    }
  }

  private func finish(_ calls: [ProviderCall], isWritten: Bool) {
    let waiting = state.withLock { state in
      calls.compactMap { state.waiting.removeValue(forKey: $0.id) }
    }
    for continuation in waiting { continuation.resume(returning: isWritten) }
  }

  /// Who waits hears no; the rest is tried again. What is newer, or not sent now, stays as it is.
  private func putBack(_ calls: [ProviderCall]) {
    let waiting = state.withLock { state in
      let waiting = state.waiting
      for call in calls where waiting[call.id] == nil && state.pending[call.id] == nil {
        state.pending[call.id] = call
      }
      for id in waiting.keys { state.pending[id] = nil }
      state.waiting = [:]
      state.isWriting = false
      return waiting.values
    }
    for continuation in waiting { continuation.resume(returning: false) }
  }

  private func lose(_ call: ProviderCall, _ why: String) {
    metrics?.lost.add()
    log.error(
      "provider call not kept",
      ["operation": "\(call.operation)", "reference": call.reference, "error": why])
  }
}

extension ProviderError {
  fileprivate var toldAs: (ProviderCall.Outcome, String) {
    switch self {
    case .refused(let reason): (.refused, reason)
    case .unavailable(let reason): (.unavailable, reason)
    case .outcomeUnknown(let reason): (.unknown, reason)
    }
  }
}

extension DatabaseError {
  /// Whether the same rows will be refused again.
  fileprivate var isOfContent: Bool {
    switch self {
    case .sqlState: !isOutage && !isSerializationFailure && !isDeadlock && !isReadOnly
    case .parametersTooLarge: true
    case .unavailable, .outcomeUnknown, .timeout, .cancelled, .overloaded, .column,
      .invalidStatement:
      false
    }
  }
}

/// The last answer to each question: the same one again makes no new row.
///
/// Bounded by forgetting in halves what was not asked for longest.
struct RepeatedQuestions: Sendable {
  private struct Question: Hashable {
    let provider: String
    let operation: ProviderCall.Operation
    let reference: String
    let paymentHash: [UInt8]
  }

  private struct Heard {
    var call: ProviderCall
    var writtenAt: Timestamp
    var writtenTimes: Int64
  }

  private var young: [Question: Heard] = [:]
  private var old: [Question: Heard] = [:]

  /// What is to be written now that this answer was heard.
  mutating func heard(_ call: ProviderCall, at now: Timestamp) -> [ProviderCall] {
    let question = Question(
      provider: call.provider, operation: call.operation, reference: call.reference,
      paymentHash: call.operation == .resolveAddress ? [] : call.paymentHash)
    var written = makeRoom()
    guard var last = young[question] ?? old.removeValue(forKey: question) else {
      young[question] = Heard(call: call, writtenAt: now, writtenTimes: 1)
      return written + [call]
    }
    guard last.call.hasSameAnswer(as: call) else {
      if last.call.times > last.writtenTimes { written.append(last.call) }
      young[question] = Heard(call: call, writtenAt: now, writtenTimes: 1)
      return written + [call]
    }
    last.call.repeated(call)
    if now.seconds - last.writtenAt.seconds >= ProviderCallLimits.repeatSeconds {
      written.append(last.call)
      last.writtenAt = now
      last.writtenTimes = last.call.times
    }
    young[question] = last
    return written
  }

  /// - Returns: what is forgotten, and was asked more often than is written.
  private mutating func makeRoom() -> [ProviderCall] {
    guard young.count >= ProviderCallLimits.rememberedMax else { return [] }
    let forgotten = old.values.filter { $0.call.times > $0.writtenTimes }.map(\.call)
    old = young
    young = [:]
    return forgotten
  }
}

/// How calls of those outside end.
struct ProviderCallMetrics: Sendable {
  private struct Kind: Hashable {
    let operation: ProviderCall.Operation
    let outcome: ProviderCall.Outcome
  }

  private let ended: [Kind: Counter]
  /// Calls that could not be kept.
  let lost: Counter

  init(_ registry: MetricRegistry) {
    var ended: [Kind: Counter] = [:]
    for operation in ProviderCall.Operation.allCases {
      for outcome in ProviderCall.Outcome.allCases where outcome != .underWay {
        ended[Kind(operation: operation, outcome: outcome)] = registry.counter(
          "paylyt_provider_calls_total", "Calls of providers by how they ended.",
          [(name: "operation", value: "\(operation)"), (name: "outcome", value: "\(outcome)")])
      }
    }
    self.ended = ended
    lost = registry.counter(
      "paylyt_provider_calls_not_kept_total", "Calls of providers that no row tells of.")
  }

  func count(_ call: ProviderCall) {
    ended[Kind(operation: call.operation, outcome: call.outcome)]?.add()
  }
}
