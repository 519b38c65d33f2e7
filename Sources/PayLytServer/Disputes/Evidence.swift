/// A file that one of the two has brought.
struct Evidence: Hashable, Sendable {
  let id: UUID
  let dispute: UUID
  let file: UUID
  let side: DisputeSide
  let note: String
  let createdAt: Timestamp
}

/// Evidence with its file, as reads see it.
struct EvidenceRow: Hashable, Sendable {
  let evidence: Evidence
  let file: StoredFile
}

/// Records a file that was taken in as evidence.
struct AddEvidence: Command {
  static let method = "DisputeService/UploadEvidence"
  let caller: Caller
  let request: RequestIdentity?
  let dispute: UUID
  let file: StoredFile
  let note: String

  func load(_ rows: Loader) {
    rows.want(Dispute.self, dispute)
    rows.want(Evidence.self, by: "dispute_id", .uuid(dispute))
  }

  func decide(_ decision: Decision) throws -> EvidenceRow {
    let dispute = try decision.dispute(dispute, for: caller)
    guard let side = dispute.side(of: caller) else { throw Refusal.onlyTheParties }
    let known = decision.rows(Evidence.self, by: "dispute_id", .uuid(dispute.id))
    try dispute.checkEvidence(known.count { $0.side == side }, at: decision.now)
    try StoredFile.checkAge(of: file.createdAt, at: decision.now)
    let evidence = Evidence(
      id: decision.newID(), dispute: dispute.id, file: file.id, side: side, note: note,
      createdAt: decision.now)
    decision.put(file)
    decision.put(evidence)
    decision.record(
      "dispute.evidence_added", subject: "disputes/\(dispute.id)", parties: dispute.parties)
    return EvidenceRow(evidence: evidence, file: file)
  }
}
