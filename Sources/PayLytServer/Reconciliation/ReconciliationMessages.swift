import PayLytAPI
import StandardAPI

extension RunReconciliationRequest: ChangeRequest {}

extension PayLytAPI.ReconciliationRun {
  init(_ run: ReconciliationRun) {
    let state: State =
      switch run.state {
      case .queued: .queued
      case .running: .running
      case .done: .done
      case .failed: .failed
      }
    self.init(
      name: "reconciliationRuns/\(run.id)", provider: run.provider, state: state,
      startTime: ProtoTimestamp(run.from), endTime: ProtoTimestamp(run.to),
      entriesHere: run.entriesHere, entriesThere: run.entriesThere, findings: run.findings,
      providerBalance: run.balanceMsat.map { .msat($0) }, note: run.note,
      createTime: ProtoTimestamp(run.createdAt),
      finishTime: run.state.isOpen ? nil : ProtoTimestamp(run.updatedAt))
  }
}

extension PayLytAPI.ReconciliationFinding {
  init(_ finding: ReconciliationFinding) {
    let content = finding.content
    let kind: Kind =
      switch content.kind {
      case .missingHere: .missingHere
      case .missingThere: .missingThere
      case .amountDiffers: .amountDiffers
      }
    self.init(
      name: "reconciliationRuns/\(finding.run)/findings/\(finding.id)", kind: kind,
      direction: content.direction == .received ? .received : .sent,
      paymentHash: content.paymentHash, reference: content.reference,
      amountHere: content.hereMsat.map { .msat($0) },
      amountThere: content.thereMsat.map { .msat($0) })
  }
}

extension ReconciliationFinding.Kind {
  /// nil for all of them.
  static func optional(
    _ wire: PayLytAPI.ReconciliationFinding.Kind
  ) throws(Refusal) -> ReconciliationFinding.Kind? {
    switch wire {
    case .unspecified: nil
    case .missingHere: .missingHere
    case .missingThere: .missingThere
    case .amountDiffers: .amountDiffers
    case .unrecognized: throw .invalid("kind", "Name one of the kinds, or none.")
    }
  }
}
