/// A row of the journal as the log seals it, column by column. Nothing is interpreted: a row that
/// was changed must still be readable, to be found.
struct AuditContent: Hashable, Sendable {
  let id: UUID
  /// What it was inserted behind, and its place behind that: Audit/AuditStatements.swift says how.
  let writtenBy: Int64
  let place: Int64
  let createdAt: Timestamp
  let requestKey: UUID?
  let fingerprint: [UInt8]
  let actor: String
  let method: String
  let status: Int16
  let response: [UInt8]
  let eventType: String?
  let subject: String?
  let payloadType: String?
  let reason: String?
  /// Ids of 16 bytes, one after the other.
  let parties: [UInt8]

  var partyIDs: [UUID] { UUID.list(parties) }

  /// By what an event is found; a decision that is no event is not.
  var eventSubject: String? { eventType == nil ? nil : subject }

  /// Entries are sealed in this order.
  func isBefore(_ other: AuditContent) -> Bool {
    (writtenBy, place) < (other.writtenBy, other.place)
  }
}

/// One decision at its place in the log.
struct AuditEntry: Hashable, Sendable {
  let position: Int64
  let content: AuditContent

  /// Stands in front of the bytes, so that they mean nothing anywhere else.
  static let domain = "paylyt audit entry 1"

  /// The entry as bytes, in a form that no other entry has. Integers are big-endian; texts and
  /// bytes have their length in front; what can be absent has a byte 0 or 1 there (docs/AUDIT.md).
  var canonical: [UInt8] {
    var bytes = CanonicalBytes(domain: Self.domain)
    bytes.append(position)
    bytes.append(content.writtenBy)
    bytes.append(content.place)
    bytes.append(content.id)
    bytes.append(content.createdAt.microseconds)
    bytes.append(optional: content.requestKey) { $0.append($1) }
    bytes.append(content.fingerprint)
    bytes.append(text: content.actor)
    bytes.append(text: content.method)
    bytes.append(Int64(content.status))
    bytes.append(content.response)
    for text in [content.eventType, content.subject, content.payloadType, content.reason] {
      bytes.append(optional: text) { $0.append(text: $1) }
    }
    bytes.append(content.parties)
    return bytes.bytes
  }
}

/// Writes values one after the other so that they can be told apart again.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init(domain: String) { append(text: domain) }

  mutating func append(_ value: Int64) { append(UInt64(bitPattern: value)) }

  mutating func append(_ value: UUID) {
    append(value.high)
    append(value.low)
  }

  mutating func append(_ value: [UInt8]) {
    append(UInt64(value.count))
    bytes += value
  }

  mutating func append(text: String) {
    append(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func append<Value>(
    optional value: Value?, _ body: (inout CanonicalBytes, Value) -> Void
  ) {
    bytes.append(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  private mutating func append(_ value: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
