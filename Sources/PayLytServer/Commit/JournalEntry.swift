import PayLytRPC

/// One decision as it is kept: idempotency record, outbox event and audit entry in one row.
struct JournalEntry: Hashable, Sendable {
  let id: UUID
  let createdAt: Timestamp
  let requestKey: UUID?
  let fingerprint: [UInt8]
  let actor: String
  let method: String
  let status: StatusCode
  /// The answer's wire bytes, or a refusal in its stored form.
  let response: [UInt8]
  let eventType: String?
  let subject: String?
  let payloadType: String?
  let reason: String?
  /// Whom the event concerns: who may read it, beside the admins.
  let parties: [UUID]
}
