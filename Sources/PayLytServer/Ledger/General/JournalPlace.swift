import PayLytCrypto

/// A place in the order of the general ledger's entries, which is that of the sealed log: an entry
/// stands behind all that it was decided on, and below the oldest transaction that still runs
/// nothing is ever inserted (`Audit/AuditStatements.swift` has the argument).
struct JournalPlace: Hashable, Sendable {
  let writtenBy: Int64
  let place: Int64

  static let beginning = JournalPlace(writtenBy: 0, place: 0)

  /// Opaque to callers, and ours.
  func token(key: [UInt8]) -> String {
    Base64URL.encode(bytes + Self.mac(bytes, key))
  }

  /// - Parameter keys: a token under any of them is good.
  /// - Throws: INVALID_ARGUMENT for a token that we did not make.
  init(token: String, keys: MACKeys) throws(Refusal) {
    guard token.utf8.count <= 128, let bytes = Base64URL.decode(token), bytes.count == 32,
      keys.accept(bytes[16...], madeBy: { Self.mac(Array(bytes[..<16]), $0) })
    else {
      throw Refusal(
        .invalidArgument, reason: "BAD_PAGE_TOKEN",
        message: "This token belongs to another list. Start again without one.",
        field: "resume_token")
    }
    self.init(
      writtenBy: Int64(bigEndianBytes: bytes[..<8]), place: Int64(bigEndianBytes: bytes[8..<16]))
  }

  init(writtenBy: Int64, place: Int64) {
    self.writtenBy = writtenBy
    self.place = place
  }

  private var bytes: [UInt8] { writtenBy.bigEndianBytes + place.bigEndianBytes }

  private static func mac(_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8] {
    Array(HMAC.sha256(key: key, message: bytes + Array("ExportJournal".utf8)).prefix(16))
  }
}

/// An entry where it stands in that order.
struct JournalLine: Hashable, Sendable {
  let view: EntryView
  let place: JournalPlace
}
