import PayLytCrypto

/// Compares the sealed log with the journal, a batch at a time.
struct AuditReader: Sendable {
  let database: Database

  /// How far a verification came.
  struct Progress: Sendable {
    var head: SealedHead
    /// The last entry, which the next one must come after.
    var last: AuditContent?
    var entries: Int64 = 0
    var checkpoints: Int64 = 0
    /// Nothing is sealed behind this.
    var isComplete = false
  }

  /// Everything about one batch, as it is at one moment.
  private struct Found: Sendable {
    let checkpoint: Checkpoint?
    let rows: [SealedRow]
    let lastPosition: Int64
  }

  /// Where a verification from `position` begins: behind the batch before it, which is taken as it
  /// is. nil when no batch begins at `position`.
  func head(before position: Int64) async throws -> Progress? {
    guard position > 1 else { return Progress(head: .empty) }
    let before = SQLValue.int8(position - 1)
    guard
      let checkpoint = try await database.query(AuditStatements.checkpointUpTo, [before]).first,
      let row = try await database.query(
        AuditStatements.sealedRows, [before, before]
      ).first
    else { return nil }
    return Progress(
      head: SealedHead(position: position - 1, hash: row.hash, checkpoint: checkpoint),
      last: row.content)
  }

  /// Verifies the next batch.
  ///
  /// - Throws: `AuditProblem`, `DatabaseError`.
  func advance(_ progress: inout Progress) async throws {
    let found = try await read(from: progress.head.position + 1)
    guard let checkpoint = found.checkpoint else {
      guard found.lastPosition <= progress.head.position else {
        throw AuditProblem(kind: .checkpointMissing, position: progress.head.position + 1)
      }
      progress.isComplete = true
      return
    }
    try AuditVerifier.check(checkpoint, after: progress.head)
    let entries = try Self.entries(found.rows, from: checkpoint.firstPosition)
    var verifier = AuditVerifier(after: progress.head)
    try verifier.accept(
      zip(entries, found.rows).map { entry, row in
        AuditVerifier.Leaf(canonical: entry.canonical, link: row.hash)
      }, checkpoint)
    // What is read from here on is what was sealed.
    try Self.checkOrder(of: entries, after: progress.last)
    try Self.checkIndexes(found.rows)
    try await checkNothingIsLeftOut(entries, after: progress.last)
    progress.head = verifier.head
    progress.last = entries.last?.content
    progress.entries += checkpoint.size
    progress.checkpoints += 1
  }

  private func read(from position: Int64) async throws -> Found {
    try await database.snapshot { transaction in
      let results = try await transaction.run([
        AuditStatements.checkpointFrom.bind(.int8(position)),
        AuditStatements.lastPosition.bind(),
        AuditStatements.batchRows.bind(.int8(position)),
      ])
      return Found(
        checkpoint: try results[0].rows(of: AuditStatements.checkpointFrom).first,
        rows: try results[2].rows(of: AuditStatements.batchRows),
        lastPosition: try results[1].rows(of: AuditStatements.lastPosition).first ?? 0)
    }
  }

  private static func entries(
    _ rows: [SealedRow], from first: Int64
  ) throws(AuditProblem) -> [AuditEntry] {
    var entries: [AuditEntry] = []
    for row in rows {
      let expected = first + Int64(entries.count)
      guard row.position == expected, let content = row.content else {
        throw AuditProblem(kind: .entryMissing, position: expected)
      }
      entries.append(AuditEntry(position: expected, content: content))
    }
    return entries
  }

  private static func checkOrder(
    of entries: [AuditEntry], after last: AuditContent?
  ) throws(AuditProblem) {
    var previous = last
    for entry in entries {
      if let previous, !previous.isBefore(entry.content) {
        throw AuditProblem(kind: .entryMisplaced, position: entry.position)
      }
      previous = entry.content
    }
  }

  private static func checkIndexes(_ rows: [SealedRow]) throws(AuditProblem) {
    for row in rows {
      guard let content = row.content else { continue }
      guard row.subject == content.eventSubject,
        row.partiesFound == Int64(content.partyIDs.count)
      else { throw AuditProblem(kind: .indexChanged, position: row.position) }
    }
  }

  /// The journal holds nothing else in the places that the batch is about: a decision that was
  /// slipped in later has no position.
  private func checkNothingIsLeftOut(
    _ entries: [AuditEntry], after previous: AuditContent?
  ) async throws {
    guard let first = entries.first, let last = entries.last else { return }
    let found = try await database.query(
      AuditStatements.rowsBetween,
      [
        .int8(previous?.writtenBy ?? 0), .int8(previous?.place ?? 0),
        .int8(last.content.writtenBy), .int8(last.content.place),
      ])
    guard found == [Int64(entries.count)] else {
      throw AuditProblem(kind: .entryUnsealed, position: first.position)
    }
  }
}
