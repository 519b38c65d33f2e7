import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI

/// An entry as it is proved and exported.
struct ExportedEntry: Hashable, Sendable {
  let entry: AuditEntry
  let hash: [UInt8]
  let canonical: [UInt8]

  /// nil when the journal has lost the row.
  init?(_ row: SealedRow) {
    guard let content = row.content else { return nil }
    entry = AuditEntry(position: row.position, content: content)
    hash = row.hash
    canonical = entry.canonical
  }
}

/// What a list of entries looks for.
struct AuditSearch: Hashable, Sendable {
  let actor: String?
  let method: String?
  let subject: String?
  let onlyRefused: Bool
  let start: Timestamp?
  let end: Timestamp?

  init(_ request: ListAuditEntriesRequest) throws(Refusal) {
    actor = Self.nonEmpty(request.actor)
    method = Self.nonEmpty(request.method)
    subject = Self.nonEmpty(request.subject)
    onlyRefused = request.onlyRefused
    start = try request.startTime.map { (time) throws(Refusal) in
      try Timestamp(time, field: "start_time")
    }
    end = try request.endTime.map { (time) throws(Refusal) in
      try Timestamp(time, field: "end_time")
    }
    if let start, let end, end < start {
      throw .invalid("end_time", "Not before start_time.")
    }
  }

  var statement: Statement<ScannedEntry> {
    subject == nil ? AuditStatements.entriesAfter : AuditStatements.entriesOfSubject
  }

  func values(after position: Int64, atMost rows: Int) -> [SQLValue] {
    [
      .int8(position), .text(subject), .text(actor), .text(method),
      .timestamp(start), .timestamp(end), .bool(onlyRefused), .int8(Int64(rows)),
    ]
  }

  private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension PayLytAPI.AuditEntry {
  init(_ entry: AuditEntry, link: [UInt8]) {
    let content = entry.content
    self.init(
      name: "auditEntries/\(entry.position)", position: entry.position,
      id: content.id.description, createTime: ProtoTimestamp(content.createdAt),
      actor: content.actor, method: content.method, status: Int32(content.status),
      eventType: content.eventType ?? "", subject: content.subject ?? "",
      reason: content.reason ?? "", answerSha256: SHA256.hash(content.response),
      chainHash: link)
  }
}

extension PayLytAPI.Checkpoint {
  init(_ checkpoint: Checkpoint) {
    self.init(
      firstPosition: checkpoint.firstPosition, lastPosition: checkpoint.lastPosition,
      chainHash: checkpoint.chainHash, rootHash: checkpoint.rootHash,
      previousHash: checkpoint.previousHash, sealTime: ProtoTimestamp(checkpoint.sealedAt),
      publicKey: checkpoint.publicKey, signature: checkpoint.signature,
      signedBytes: checkpoint.signedBytes)
  }
}

extension PayLytAPI.SealedBatch {
  /// A batch as messages of bounded size; the last one has the checkpoint.
  static func parts(_ entries: [ExportedEntry], _ checkpoint: Checkpoint) -> [Self] {
    var parts: [Self] = []
    var part = Self()
    var bytes = 0
    for entry in entries {
      if bytes > 0, bytes + entry.canonical.count > AuditLimits.exportBytesMax {
        parts.append(part)
        part = Self()
        bytes = 0
      }
      part.entries.append(
        Entry(
          entry: PayLytAPI.AuditEntry(entry.entry, link: entry.hash), canonical: entry.canonical))
      bytes += entry.canonical.count
    }
    part.checkpoint = PayLytAPI.Checkpoint(checkpoint)
    return parts + [part]
  }
}

extension VerifyAuditChainResponse {
  init(_ progress: AuditReader.Progress, _ problem: AuditProblem?) {
    self.init(
      entriesVerified: progress.entries, checkpointsVerified: progress.checkpoints,
      nextPosition: progress.head.position + 1, isComplete: progress.isComplete,
      problem: problem.map {
        Problem(kind: .init($0.kind), position: $0.position, description: $0.description)
      },
      checkpoint: progress.head.checkpoint.map { PayLytAPI.Checkpoint($0) })
  }
}

extension VerifyAuditChainResponse.Problem.Kind {
  fileprivate init(_ kind: AuditProblem.Kind) {
    switch kind {
    case .entryChanged: self = .entryChanged
    case .entryMissing: self = .entryMissing
    case .entryMisplaced: self = .entryMisplaced
    case .indexChanged: self = .indexChanged
    case .rootChanged: self = .rootChanged
    case .checkpointChainChanged: self = .checkpointChainChanged
    case .signatureBad: self = .signatureBad
    case .checkpointMisplaced: self = .checkpointMisplaced
    case .checkpointMissing: self = .checkpointMissing
    case .keyUnknown: self = .keyUnknown
    case .entryUnsealed: self = .entryUnsealed
    }
  }
}
