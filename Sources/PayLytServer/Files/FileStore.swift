import PayLytCrypto

/// Takes files in and gives them out, piece by piece: no file is ever in memory as a whole.
struct FileStore: Sendable {
  let service: ServiceContext

  /// Takes in one file. Its pieces are stored when this returns; it counts once a command has put
  /// its row, and is removed when none does.
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
    return StoredFile(
      id: id, name: header.name, contentType: header.contentType, sizeBytes: size,
      sha256: header.sha256, uploader: uploader, createdAt: now)
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
    try await service.database.transaction { transaction in
      _ = try await transaction.commit([FileStatements.removeOrphan.bind([.uuid(timer.subject)])])
    }
    return .done
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
