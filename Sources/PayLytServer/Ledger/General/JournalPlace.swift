import PayLytCrypto

/// A place in the order in which the entries of the general ledger were committed. Below the oldest
/// transaction that still runs, nothing is ever inserted in front of a place
/// (`Audit/AuditStatements.swift` has the argument).
struct JournalPlace: Hashable, Sendable {
  /// The database's transaction.
  let writtenBy: Int64
  let createdAt: Timestamp
  let entry: UUID

  static let beginning = JournalPlace(
    writtenBy: 0, createdAt: Timestamp(microseconds: 0), entry: UUID(high: 0, low: 0))

  /// Opaque to callers, and ours.
  func token(key: [UInt8]) -> String {
    Base64URL.encode(bytes + Self.mac(bytes, key))
  }

  /// - Parameter keys: a token under any of them is good.
  /// - Throws: INVALID_ARGUMENT for a token that we did not make.
  init(token: String, keys: [[UInt8]]) throws(Refusal) {
    guard token.utf8.count <= 128, let bytes = Base64URL.decode(token), bytes.count == 48,
      keys.contains(where: {
        constantTimeEquals(Self.mac(Array(bytes[..<32]), $0), Array(bytes[32...]))
      })
    else {
      throw Refusal(
        .invalidArgument, reason: "BAD_PAGE_TOKEN",
        message: "This token belongs to another list. Start again without one.",
        field: "resume_token")
    }
    self.init(
      writtenBy: Int64(bigEndianBytes: bytes[..<8]),
      createdAt: Timestamp(microseconds: Int64(bigEndianBytes: bytes[8..<16])),
      entry: UUID(bytes: bytes[16..<32]))
  }

  init(writtenBy: Int64, createdAt: Timestamp, entry: UUID) {
    self.writtenBy = writtenBy
    self.createdAt = createdAt
    self.entry = entry
  }

  private var bytes: [UInt8] {
    writtenBy.bigEndianBytes + createdAt.microseconds.bigEndianBytes + entry.bytes
  }

  private static func mac(_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8] {
    Array(HMAC.sha256(key: key, message: bytes + Array("ExportJournal".utf8)).prefix(16))
  }
}

/// An entry where it stands in that order.
struct JournalLine: Hashable, Sendable {
  let view: EntryView
  let place: JournalPlace
}
