extension Dispute: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Dispute>(
    "dispute",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("client_id", .uuid) { .uuid($0.client) },
      .fixed("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .fixed("opened_by", .int2) { .int2($0.openedBy.rawValue) },
      .fixed("reason", .text) { .text($0.reason) },
      .fixed("frozen_msat", .int8) { .int8($0.frozenMsat) },
      .fixed("opened_at", .timestamptz) { .timestamp($0.openedAt) },
      .fixed("evidence_until", .timestamptz) { .timestamp($0.evidenceUntil) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("offered_by", .int2) { .int2($0.offer?.by.rawValue) },
      .mutable("offered_msat", .int8) { .int8($0.offer?.toFreelancerMsat) },
      .mutable("offers_made", .int4) { .int4($0.offersMade) },
      .mutable("offers_of_client", .int4) { .int4($0.offersOfClient) },
      .mutable("proposed_by", .uuid) { .uuid($0.proposal?.by) },
      .mutable("proposed_msat", .int8) { .int8($0.proposal?.toFreelancerMsat) },
      .mutable("decided_msat", .int8) { .int8($0.decidedMsat) },
      .mutable("decided_by", .uuid) { .uuid($0.decidedBy) },
      .mutable("ruling", .text) { .text($0.ruling) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
      .mutable("proposed_at", .timestamptz) { .timestamp($0.proposal?.at) },
      .mutable("offered_at", .timestamptz) { .timestamp($0.offer?.at) },
    ]
  ) { (row) throws(DatabaseError) in try row.dispute() }
}

extension Evidence: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Evidence>(
    "evidence",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("dispute_id", .uuid) { .uuid($0.dispute) },
      .fixed("file_id", .uuid) { .uuid($0.file) },
      .fixed("side", .int2) { .int2($0.side.rawValue) },
      .fixed("note", .text) { .text($0.note) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ],
    keys: [RowKey("dispute_id", .uuid) { .uuid($0.dispute) }]
  ) { (row) throws(DatabaseError) in try row.evidence() }
}

extension RowReader {
  /// The columns of `Dispute.table`, from 0.
  func dispute() throws(DatabaseError) -> Dispute {
    Dispute(
      id: try uuid(0), escrow: try uuid(1), client: try uuid(2), freelancer: try uuid(3),
      openedBy: try value(4, DisputeSide.self), reason: try text(5), frozenMsat: try int64(6),
      openedAt: try timestamp(7), evidenceUntil: try timestamp(8),
      state: try value(9, DisputeState.self),
      offer: isNull(10)
        ? nil
        : DisputeOffer(
          by: try value(10, DisputeSide.self), toFreelancerMsat: try int64(11),
          at: try timestamp(22)),
      offersMade: try int32(12), offersOfClient: try int32(13),
      proposal: isNull(14)
        ? nil
        : Dispute.Proposal(
          by: try uuid(14), toFreelancerMsat: try int64(15), at: try timestamp(21)),
      decidedMsat: isNull(16) ? nil : try int64(16), decidedBy: try optionalUUID(17),
      ruling: try text(18), version: try int64(19), updatedAt: try timestamp(20))
  }

  /// The columns of `Evidence.table`, from 0.
  func evidence() throws(DatabaseError) -> Evidence {
    Evidence(
      id: try uuid(0), dispute: try uuid(1), file: try uuid(2),
      side: try value(3, DisputeSide.self), note: try text(4), createdAt: try timestamp(5))
  }

  /// The same, and behind them those of `StoredFile.table`.
  fileprivate func evidenceRow() throws(DatabaseError) -> EvidenceRow {
    EvidenceRow(
      evidence: try evidence(), file: try storedFile(from: Evidence.table.columns.count))
  }
}

enum DisputeStatements {
  private static let columns = Dispute.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Dispute.table.columns.map(\.type)
  private static let evidenceSelect: String = {
    let own = Evidence.table.columns.map { "evidence.\($0.name)" }
    let file = StoredFile.table.columns.map { "stored_file.\($0.name)" }
    return "SELECT \((own + file).joined(separator: ", ")) FROM evidence "
      + "JOIN stored_file ON stored_file.id = evidence.file_id"
  }()
  private static let evidenceTypes =
    Evidence.table.columns.map(\.type) + StoredFile.table.columns.map(\.type)

  static let dispute = Statement<Dispute>(
    "dispute_get", "SELECT \(columns) FROM dispute WHERE id = $1", parameters: [.uuid],
    columns: types
  ) { (row) throws(DatabaseError) in try row.dispute() }

  /// The disputes of a party before an id, newest first; all, or those in state $4.
  static let disputesOfParty = Statement<Dispute>(
    "dispute_list",
    """
    (SELECT \(columns) FROM dispute
     WHERE client_id = $1 AND id < $2 AND ($4::int2 = 0 OR state = $4) ORDER BY id DESC LIMIT $3)
    UNION ALL
    (SELECT \(columns) FROM dispute
     WHERE freelancer_id = $1 AND id < $2 AND ($4::int2 = 0 OR state = $4)
     ORDER BY id DESC LIMIT $3)
    ORDER BY 1 DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8, .int2], columns: types
  ) { (row) throws(DatabaseError) in try row.dispute() }

  /// The disputes of an escrow before an id, newest first; all, or those in state $4.
  static let disputesOfEscrow = Statement<Dispute>(
    "dispute_list_of_escrow",
    """
    SELECT \(columns) FROM dispute
    WHERE escrow_id = $1 AND id < $2 AND ($4::int2 = 0 OR state = $4) ORDER BY id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8, .int2], columns: types
  ) { (row) throws(DatabaseError) in try row.dispute() }

  /// All disputes before an id, newest first.
  static let disputes = Statement<Dispute>(
    "dispute_list_all",
    "SELECT \(columns) FROM dispute WHERE id < $1 ORDER BY id DESC LIMIT $2",
    parameters: [.uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.dispute() }

  static let disputesOfState = Statement<Dispute>.ofState("dispute_list_of_state")

  static let evidence = Statement<EvidenceRow>(
    "evidence_get", "\(evidenceSelect) WHERE evidence.id = $1", parameters: [.uuid],
    columns: evidenceTypes
  ) { (row) throws(DatabaseError) in try row.evidenceRow() }

  /// Both sides together have at most twice `FileLimits.filesMax`.
  static let evidenceOfDispute = Statement<EvidenceRow>(
    "evidence_list", "\(evidenceSelect) WHERE dispute_id = $1 ORDER BY evidence.id",
    parameters: [.uuid], columns: evidenceTypes
  ) { (row) throws(DatabaseError) in try row.evidenceRow() }

  static let all = [
    dispute.definition, disputesOfParty.definition, disputesOfEscrow.definition,
    disputes.definition, disputesOfState.definition, evidence.definition,
    evidenceOfDispute.definition,
  ]
}
