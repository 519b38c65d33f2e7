import PayLytAPI
import StandardAPI

extension PayLytAPI.Dispute {
  init(_ dispute: Dispute) {
    let opener = dispute.openedBy == .client ? dispute.client : dispute.freelancer
    self.init(
      name: "disputes/\(dispute.id)", escrow: "escrows/\(dispute.escrow)",
      state: State(dispute.state), client: "users/\(dispute.client)",
      freelancer: "users/\(dispute.freelancer)", opener: "users/\(opener)",
      reason: dispute.reason, frozen: .msat(dispute.frozenMsat),
      openTime: ProtoTimestamp(dispute.openedAt),
      evidenceEndTime: ProtoTimestamp(dispute.evidenceUntil))
    func settlement(_ number: Int32, _ by: UUID?, _ toFreelancer: Int64) -> Settlement {
      Settlement(
        number: number, by: by.map { "users/\($0)" } ?? "", toFreelancer: .msat(toFreelancer),
        toClient: .msat(dispute.frozenMsat - toFreelancer))
    }
    offer = dispute.offer.map {
      settlement(
        dispute.offersMade, $0.by == .client ? dispute.client : dispute.freelancer,
        $0.toFreelancerMsat)
    }
    proposedRuling = dispute.proposal.map { settlement(0, $0.by, $0.toFreelancerMsat) }
    outcome = dispute.decidedMsat.map { settlement(0, dispute.decidedBy, $0) }
    rulingReason = dispute.ruling
    etag = dispute.etag
    updateTime = ProtoTimestamp(dispute.updatedAt)
  }
}

extension PayLytAPI.Dispute.State {
  init(_ state: DisputeState) {
    self =
      switch state {
      case .open: .open
      case .underReview: .underReview
      case .settled: .settled
      case .ruled: .ruled
      case .withdrawn: .withdrawn
      }
  }
}

extension DisputeState {
  /// nil for all of them.
  ///
  /// - Throws: INVALID_ARGUMENT for one that there is not.
  static func chosen(_ wire: PayLytAPI.Dispute.State) throws(Refusal) -> DisputeState? {
    switch wire {
    case .unspecified: nil
    case .open: .open
    case .underReview: .underReview
    case .settled: .settled
    case .ruled: .ruled
    case .withdrawn: .withdrawn
    case .unrecognized: throw .invalid("state", "There is no such state.")
    }
  }
}

extension PayLytAPI.Evidence {
  init(_ row: EvidenceRow) {
    self.init(
      name: "disputes/\(row.evidence.dispute)/evidence/\(row.evidence.id)",
      uploader: "users/\(row.file.uploader)", fileName: row.file.name,
      contentType: row.file.contentType, sizeBytes: row.file.sizeBytes, sha256: row.file.sha256,
      note: row.evidence.note, createTime: ProtoTimestamp(row.evidence.createdAt))
  }
}

extension Payload {
  /// The dispute after a timer went off, when it did something.
  static func dispute(_ dispute: Dispute?) -> Payload {
    dispute.map { Payload(PayLytAPI.Dispute($0)) } ?? .none(of: dispute)
  }
}
