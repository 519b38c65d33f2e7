import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI

/// The RPC face of the audit log.
struct AuditService: AuditServiceHandler {
  let service: ServiceContext
  let log: SealedLog

  func listAuditEntries(
    _ request: ListAuditEntriesRequest, _ context: ServerContext
  ) async throws -> ListAuditEntriesResponse {
    let search = try AuditSearch(request)
    let page = try service.page(
      of: "ListAuditEntries \(search)", request.pageSize, request.pageToken)
    try await log.catchUp(context)
    var entries: [PayLytAPI.AuditEntry] = []
    var room = Page.Room()
    var position = page.afterPosition
    var scanned = 0
    // Where everything is wanted, a page is one read of as many rows; the rarer something is, the
    // more are looked at in one.
    var step = min(page.size, AuditLimits.scanStep)
    // A page looks at a bounded part of the log, so that a rare thing does not hold a connection.
    while scanned < AuditLimits.scannedMax, entries.count < page.size {
      let found = try await service.database.query(
        search.statement, search.values(after: position, atMost: step),
        deadline: context.deadline)
      for row in found {
        if let content = row.content {
          let entry = PayLytAPI.AuditEntry(
            AuditEntry(position: row.position, content: content), link: row.hash)
          guard entries.count < page.size, room.takes(entry) else {
            return ListAuditEntriesResponse(
              entries: entries, nextPageToken: page.token(after: position))
          }
          entries.append(entry)
        }
        position = row.position
      }
      guard found.count == step else { return ListAuditEntriesResponse(entries: entries) }
      scanned += found.count
      step = min(2 * step, AuditLimits.scanStep)
    }
    return ListAuditEntriesResponse(
      entries: entries, nextPageToken: page.token(after: position))
  }

  func verifyAuditChain(
    _ request: VerifyAuditChainRequest, _ context: ServerContext
  ) async throws -> VerifyAuditChainResponse {
    let first = max(1, request.startPosition)
    let limit =
      request.entriesMax == 0
      ? AuditLimits.verifiedMax : min(request.entriesMax, AuditLimits.verifiedMax)
    let reader = AuditReader(database: service.database)
    guard var progress = try await reader.head(before: first) else {
      throw Refusal.invalid("start_position", "No batch begins here.")
    }
    do {
      while !progress.isComplete, progress.entries < limit {
        try Task.checkCancellation()
        try await reader.advance(&progress)
      }
      if progress.isComplete {
        try AuditVerifier(after: progress.head)
          .finish(trusting: service.secrets.auditCheckpoints.verifyKey)
      }
    } catch let problem as AuditProblem {
      return VerifyAuditChainResponse(progress, problem)
    }
    return VerifyAuditChainResponse(progress, nil)
  }

  func getInclusionProof(
    _ request: GetInclusionProofRequest, _ context: ServerContext
  ) async throws -> InclusionProof {
    let position = try ResourceName.parseNumber(request.name, "auditEntries")
    let checkpoint = try await checkpoint(over: position, context)
    let rows = try await batch(of: checkpoint, context)
    let canonical = rows.map(\.canonical)
    let index = Int(position - checkpoint.firstPosition)
    guard rows.count == Int(checkpoint.size), rows.indices.contains(index) else {
      throw Refusal(
        .dataLoss, reason: "AUDIT_LOG_DAMAGED",
        message: "Entries of this batch are missing. VerifyAuditChain says which.")
    }
    return InclusionProof(
      entry: PayLytAPI.AuditEntry(rows[index].entry, link: rows[index].hash),
      canonical: canonical[index], leafIndex: Int64(index), treeSize: checkpoint.size,
      path: MerkleTree.path(to: index, in: canonical.map { MerkleTree.leaf($0) }[...]),
      checkpoint: PayLytAPI.Checkpoint(checkpoint))
  }

  func getCheckpoint(
    _ request: GetCheckpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Checkpoint {
    guard request.position != 0 else {
      let latest = try await service.database.query(
        AuditStatements.latestCheckpoint, deadline: context.deadline)
      guard let latest = latest.first else { throw Refusal.notFound("checkpoint") }
      return PayLytAPI.Checkpoint(latest)
    }
    return PayLytAPI.Checkpoint(try await checkpoint(over: request.position, context))
  }

  func exportAuditLog(
    _ request: ExportAuditLogRequest,
    _ responses: ResponseWriter<PayLytAPI.SealedBatch>, _ context: ServerContext
  ) async throws {
    var position = max(1, request.startPosition)
    guard request.endPosition == 0 || request.endPosition >= position else {
      throw Refusal.invalid("end_position", "Not before start_position.")
    }
    let latest = try await service.database.query(
      AuditStatements.latestCheckpoint, deadline: context.deadline)
    var end = latest.first?.lastPosition ?? 0
    if request.endPosition > 0 { end = min(end, request.endPosition) }
    while position <= end {
      try await service.checkLive(context)
      let checkpoint = try await checkpoint(over: position, context)
      for part in PayLytAPI.SealedBatch.parts(try await batch(of: checkpoint, context), checkpoint)
      {
        try await responses.write(part)
      }
      position = checkpoint.lastPosition + 1
    }
  }

  func getAuditKey(
    _ request: GetAuditKeyRequest, _ context: ServerContext
  ) async throws -> AuditKey {
    let key = service.secrets.auditCheckpoints.verifyKey.bytes
    return AuditKey(publicKey: key, keyID: Hex.encode(SHA256.hash(key).prefix(8)))
  }

  private func checkpoint(
    over position: Int64, _ context: ServerContext
  ) async throws -> Checkpoint {
    let found = try await service.database.query(
      AuditStatements.checkpointOver, [.int8(position)], deadline: context.deadline)
    guard let found = found.first, found.firstPosition <= position else {
      throw Refusal.notFound("audit entry \(position)")
    }
    return found
  }

  private func batch(
    of checkpoint: Checkpoint, _ context: ServerContext
  ) async throws -> [ExportedEntry] {
    let rows = try await service.database.query(
      AuditStatements.sealedRows,
      [.int8(checkpoint.firstPosition), .int8(checkpoint.lastPosition)], deadline: context.deadline)
    return rows.compactMap { ExportedEntry($0) }
  }
}
