import PayLytCrypto

/// Takes files in and gives them out, piece by piece: no file is ever in memory as a whole.
struct FileStore: Sendable {
  let service: ServiceContext

  /// Takes in one file. Its pieces are stored when this returns; it counts once a command has put
  /// its row, and is removed when none does. When this fails, they are removed.
  ///
  /// - Parameter first: the content that came with the header.
  /// - Parameter isRehearsal: whether the bytes are only looked at.
  /// - Parameter next: the content of the next message; nil after the last one.
  /// - Throws: INVALID_ARGUMENT when the bytes are not those that the header told of.
  func receive(
    _ header: FileHeader, from uploader: UUID, first: [UInt8], isRehearsal: Bool = false,
    next: () async throws -> [UInt8]?
  ) async throws -> StoredFile {
    let now = service.clock.now()
    let id = UUID.fresh(at: now)
    do {
      try await store(header, as: id, since: now, first: first, isRehearsal, next: next)
    } catch {
      if !isRehearsal { discard(id) }
      throw error
    }
    return StoredFile(
      id: id, name: header.name, contentType: header.contentType, sizeBytes: header.sizeBytes,
      sha256: header.sha256, uploader: uploader, createdAt: now)
  }

  private func store(
    _ header: FileHeader, as id: UUID, since now: Timestamp, first: [UInt8], _ isRehearsal: Bool,
    next: () async throws -> [UInt8]?
  ) async throws {
    var hash = SHA256()
    var size: Int64 = 0
    var pending: [UInt8] = []
    var pieces: Int32 = 0
    var content: [UInt8]? = first
    while let bytes = content {
      try StoredFile.checkAge(of: now, at: service.clock.now())
      size += Int64(bytes.count)
      guard size <= header.sizeBytes else {
        throw Refusal.invalid("size_bytes", "More bytes came than that.")
      }
      hash.update(bytes)
      if !isRehearsal { pending += bytes }
      while pending.count >= FileLimits.pieceBytes {
        try await add(Array(pending.prefix(FileLimits.pieceBytes)), number: &pieces, of: id, now)
        pending.removeFirst(FileLimits.pieceBytes)
      }
      content = try await next()
    }
    guard size == header.sizeBytes else {
      throw Refusal.invalid("size_bytes", "Only \(size) bytes came.")
    }
    guard hash.finalized() == header.sha256 else {
      throw Refusal.invalid("sha256", "The content has another hash.")
    }
    if !pending.isEmpty { try await add(pending, number: &pieces, of: id, now) }
  }

  /// Gives out the content in order.
  ///
  /// - Throws: DATA_LOSS when it is not what was taken in.
  func send(_ file: StoredFile, _ write: ([UInt8]) async throws -> Void) async throws {
    var hash = SHA256()
    let count = (file.sizeBytes + Int64(FileLimits.pieceBytes) - 1) / Int64(FileLimits.pieceBytes)
    for number in 0..<Int32(count) {
      let found = try await service.database.query(
        FileStatements.piece, [.uuid(file.id), .int4(number)])
      guard let piece = found.first else { throw Self.damaged }
      hash.update(piece)
      // The last piece only when all of it is right: whoever has it has a whole file.
      if number == Int32(count) - 1, hash.finalized() != file.sha256 { throw Self.damaged }
      try await write(piece)
    }
  }

  /// An upload had its time: what led to nothing is removed.
  func uploadEnds(_ timer: Timer) async throws -> Timer.Outcome {
    try await remove(timer.subject)
    return .done
  }

  /// Removes the pieces of an upload that led to nothing. Nobody waits for it, and nobody who has
  /// left stops it; where it fails, the upload's timer comes.
  func discard(_ file: UUID) {
    service.database.spawn { try? await remove(file) }
  }

  private func remove(_ file: UUID) async throws {
    try await service.database.transaction { transaction in
      _ = try await transaction.commit([FileStatements.removeOrphan.bind([.uuid(file)])])
    }
  }

  private func add(
    _ piece: [UInt8], number: inout Int32, of file: UUID, _ now: Timestamp
  ) async throws {
    var statements = [
      FileStatements.addPiece.bind([.uuid(file), .int4(number), .bytes(piece)])
    ]
    if number == 0 {
      statements.append(
        TimerStatements.set(
          .uploadEnds, for: file,
          at: now.adding(seconds: FileLimits.uploadSecondsMax + FileLimits.sweepGraceSeconds)))
    }
    number += 1
    try await service.database.transaction { [statements] transaction in
      _ = try await transaction.commit(statements)
    }
  }

  private static let damaged = Refusal(
    .dataLoss, reason: "FILE_DAMAGED",
    message: "The stored file is not what was sent in. The operators must restore it.")
}
