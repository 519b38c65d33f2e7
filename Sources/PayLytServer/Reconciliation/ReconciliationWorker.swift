import Synchronization

/// Carries out comparisons that wait, and has one made every hour. Servers share the work: each run
/// belongs to whoever began it.
struct ReconciliationWorker: Sendable {
  /// A provider with its books.
  struct ComparedProvider: Sendable {
    let book: any ProviderBook
    let provider: any LightningProvider
    let account: any ProviderAccount
    /// Where it carries payouts to banks.
    var rail: (any PayoutRail)?
  }

  let database: any Store
  let committer: Committer
  let providers: [ComparedProvider]
  let clock: any Clock
  let log: Log
  /// As `Reconciler.takeIn`.
  let takeIn: @Sendable (_ paymentHash: [UInt8]) async throws -> Void

  /// Takes one run. Returns whether there may be more.
  func step() async throws -> Bool {
    for compared in providers { try await queueIfDue(compared.book.name) }
    let now = clock.now()
    let open = try await database.query(ReconciliationStatements.open)
    for run in open where run.isFree(at: now) {
      guard let compared = providers.first(where: { $0.book.name == run.provider }) else {
        continue
      }
      guard let begun = try await carryOut(BeginReconciliation(run: run.id)) else { continue }
      try await work(on: begun, compared)
      return true
    }
    return false
  }

  private func queueIfDue(_ provider: String) async throws {
    let last = try await database.query(
      ReconciliationStatements.lastAutomatic, [.text(provider), .int8(1)]
    ).first
    guard let span = ReconciliationSpan.due(after: last, at: clock.now()) else { return }
    do {
      _ = try await committer.commit(
        QueueReconciliation(
          caller: .system("reconciliation"), request: nil, provider: provider, from: span.from,
          to: span.to, isAutomatic: true), deadline: nil
      ) { .none(of: $0) }
    } catch is Refusal {
      // Another server was faster, or what somebody asked for comes first.
    }
  }

  private func work(on run: ReconciliationRun, _ compared: ComparedProvider) async throws {
    let verdict: FinishReconciliation.Verdict
    do {
      let reconciler = Reconciler(
        database: database, book: compared.book, provider: compared.provider, rail: compared.rail,
        takeIn: takeIn)
      var result = try await reconciler.compare(from: run.from, to: run.to)
      result.balanceMsat = try await compared.account.balanceMsat()
      verdict = .done(result)
    } catch Reconciler.Failure.tooMuch {
      verdict = .failed(
        .tooMuch, "There is too much in this span of time: compare a shorter one.")
    } catch Reconciler.Failure.tooFarBack {
      verdict = .failed(
        .tooFarBack, "The provider's list is too long to be read back to there: begin later.")
    } catch let error as ProviderError {
      verdict = .failed(
        .notAnswered, String("\(error)".prefix(ReconciliationLimits.noteCharactersMax)))
    }
    let finished = try await carryOut(
      FinishReconciliation(run: run.id, version: run.version, verdict: verdict))
    guard let finished else { return }
    let fields = [
      "provider": run.provider, "run": "\(run.id)", "findings": "\(finished.findings)",
    ]
    let isStuck = try await isStuck(at: finished)
    switch finished.state {
    case .done where finished.findings == 0: log.info("books agree", fields)
    case .done: log.error("books differ", fields)
    case .failed where isStuck: log.error("books not compared for hours", fields)
    case .failed, .queued, .running: log.warning("books not compared", fields)
    }
  }

  /// Whether one run after the other had no answer, and each began where the one before had.
  private func isStuck(at run: ReconciliationRun) async throws -> Bool {
    let count = ReconciliationLimits.failuresQuiet
    let last = try await database.query(
      ReconciliationStatements.lastAutomatic, [.text(run.provider), .int8(count)])
    return last.count == count && last.contains { $0.id == run.id }
      && last.allSatisfy { $0.failure == .notAnswered && $0.from == run.from }
  }

  private func carryOut<C: Command>(
    _ command: C
  ) async throws -> ReconciliationRun? where C.Answer == ReconciliationRun? {
    let decided = Mutex<ReconciliationRun?>(nil)
    _ = try await committer.commit(command, deadline: nil) { answer in
      decided.withLock { $0 = answer }
      return .none(of: answer as Any)
    }
    return decided.withLock { $0 }
  }
}
