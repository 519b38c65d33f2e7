/// Has a comparison carried out, by an admin or by the clock.
struct QueueReconciliation: Command {
  static let method = "ReconciliationService/RunReconciliation"
  let caller: Caller
  let request: RequestIdentity?
  let provider: String
  let from: Timestamp
  let to: Timestamp
  /// Whether the server asks by itself.
  var isAutomatic = false

  func load(_ rows: Loader) {
    rows.want(ReconciliationRun.self, by: "open_provider", .text(provider))
  }

  func decide(_ decision: Decision) throws -> ReconciliationRun {
    guard decision.rows(ReconciliationRun.self, by: "open_provider", .text(provider)).isEmpty else {
      throw Refusal(
        .failedPrecondition, reason: "RECONCILIATION_RUNNING",
        message: "Another comparison with this provider is not done yet.")
    }
    let run = ReconciliationRun(
      queueing: decision.newID(), provider: provider, isAutomatic: isAutomatic, from: from, to: to,
      at: decision.now)
    decision.put(run)
    decision.record(
      "reconciliation.queued", subject: "reconciliationRuns/\(run.id)", parties: [])
    return run
  }
}

/// A server takes a run. Another one may have been faster.
struct BeginReconciliation: Command {
  static let method = "reconciliation/begin"
  let caller = Caller.system("reconciliation")
  let request: RequestIdentity? = nil
  let run: UUID

  func load(_ rows: Loader) { rows.want(ReconciliationRun.self, run) }

  /// nil when it is not free any more.
  func decide(_ decision: Decision) throws -> ReconciliationRun? {
    guard var run = decision.row(ReconciliationRun.self, run), run.isFree(at: decision.now) else {
      return nil
    }
    run.begin(at: decision.now)
    decision.put(run)
    return run
  }
}

/// Writes down what a comparison has found, or why it could not be carried out.
struct FinishReconciliation: Command {
  enum Verdict: Hashable, Sendable {
    case done(ReconciliationRun.Result)
    case failed(ReconciliationRun.Failure, String)
  }

  static let method = "reconciliation/finish"
  let caller = Caller.system("reconciliation")
  let request: RequestIdentity? = nil
  let run: UUID
  /// Of the run as it was begun: whoever was taken over says nothing.
  let version: Int64
  let verdict: Verdict

  func load(_ rows: Loader) { rows.want(ReconciliationRun.self, run) }

  func decide(_ decision: Decision) throws -> ReconciliationRun? {
    guard var run = decision.row(ReconciliationRun.self, run), run.version == version,
      run.state == .running
    else { return nil }
    switch verdict {
    case .done(let result):
      run.finish(result, at: decision.now)
      for content in result.findings.prefix(ReconciliationLimits.findingsMax) {
        decision.put(
          ReconciliationFinding(id: decision.newID(), run: run.id, content: content))
      }
    case .failed(let failure, let note): run.fail(failure, note, at: decision.now)
    }
    decision.put(run)
    decision.record(
      "reconciliation.\(run.state)", subject: "reconciliationRuns/\(run.id)", parties: [])
    return run
  }
}
