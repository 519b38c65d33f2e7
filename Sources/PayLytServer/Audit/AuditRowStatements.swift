/// A sealed row as it is found, with the journal row that it names.
struct SealedRow: Hashable, Sendable {
  let position: Int64
  let journalID: UUID
  let hash: [UInt8]
  let subject: String?
  /// How many of the entry's parties find it.
  let partiesFound: Int64
  /// nil when the journal has no such row.
  let content: AuditContent?
}

/// A row that a list has looked at.
struct ScannedEntry: Hashable, Sendable {
  let position: Int64
  let hash: [UInt8]
  /// nil when the caller does not want it.
  let content: AuditContent?
}

extension AuditStatements {
  /// A moment that is none, which only tampering writes, is read as another one: the entry is then
  /// found to be changed.
  static func contentColumns(_ table: String) -> String {
    let moment =
      "CASE WHEN isfinite(\(table).created_at) THEN \(table).created_at ELSE 'epoch' END"
    let others = [
      "request_key", "fingerprint", "actor", "method", "status", "response", "event_type",
      "subject", "payload_type", "reason", "parties",
    ]
    let order = ["id", "written_by", "place"].map { "\(table).\($0)" }
    return (order + [moment] + others.map { "\(table).\($0)" }).joined(separator: ", ")
  }

  static let contentTypes: [SQLType] = [
    .uuid, .int8, .int8, .timestamptz, .uuid, .bytea, .text, .text, .int2, .bytea, .text, .text,
    .text, .text, .bytea,
  ]

  static let checkpointColumns = [
    "first_position", "last_position", "chain_hash", "root_hash", "previous_hash", "sealed_at",
    "public_key", "signature",
  ].map { "checkpoint.\($0)" }.joined(separator: ", ")

  static let checkpointTypes: [SQLType] = [
    .int8, .int8, .bytea, .bytea, .bytea, .timestamptz, .bytea, .bytea,
  ]
}

extension RowReader {
  /// The columns of `contentColumns`.
  func auditContent(from first: Int) throws(DatabaseError) -> AuditContent {
    AuditContent(
      id: try uuid(first), writtenBy: try int64(first + 1), place: try int64(first + 2),
      createdAt: try timestamp(first + 3), requestKey: try optionalUUID(first + 4),
      fingerprint: try bytes(first + 5), actor: try text(first + 6), method: try text(first + 7),
      status: try int16(first + 8), response: try bytes(first + 9),
      eventType: try optionalText(first + 10), subject: try optionalText(first + 11),
      payloadType: try optionalText(first + 12), reason: try optionalText(first + 13),
      parties: try bytes(first + 14))
  }

  /// The columns of `checkpointColumns`.
  func checkpoint(from first: Int) throws(DatabaseError) -> Checkpoint {
    Checkpoint(
      firstPosition: try int64(first), lastPosition: try int64(first + 1),
      chainHash: try bytes(first + 2), rootHash: try bytes(first + 3),
      previousHash: try bytes(first + 4), sealedAt: try timestamp(first + 5),
      publicKey: try bytes(first + 6), signature: try bytes(first + 7))
  }

  func sealedRow() throws(DatabaseError) -> SealedRow {
    SealedRow(
      position: try int64(0), journalID: try uuid(1), hash: try bytes(2),
      subject: try optionalText(3), partiesFound: try int64(4),
      content: isNull(5) ? nil : try auditContent(from: 5))
  }
}

extension SealedBatch {
  /// What stores the batch, in the order in which it is sent.
  var writes: [BoundStatement] {
    let entries = links.map(\.entry)
    let parties = entries.flatMap { entry in
      entry.content.partyIDs.map { (party: $0, position: entry.position) }
    }
    var writes = [
      AuditStatements.insertEntries.bind(
        .int8Array(entries.map(\.position)), .uuidArray(entries.map(\.content.id)),
        .bytesArray(links.map(\.hash)), .textArray(entries.map(\.content.eventSubject)))
    ]
    if !parties.isEmpty {
      writes.append(
        AuditStatements.insertParties.bind(
          .uuidArray(parties.map(\.party)), .int8Array(parties.map(\.position))))
    }
    writes.append(
      AuditStatements.insertCheckpoint.bind(
        .int8(checkpoint.firstPosition), .int8(checkpoint.lastPosition),
        .bytes(checkpoint.chainHash), .bytes(checkpoint.rootHash),
        .bytes(checkpoint.previousHash), .timestamp(checkpoint.sealedAt),
        .bytes(checkpoint.publicKey), .bytes(checkpoint.signature)))
    return writes
  }
}
