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

extension JournalEntry {
  /// A refusal that cannot be read back: a bug of ours.
  struct Unreadable: Error {}

  /// What a repetition of the request hears.
  ///
  /// - Parameter request: nil when only a repetition by ourselves can ask.
  /// - Throws: the `Refusal` that is kept, ALREADY_EXISTS when `request` is another one, or
  ///   `Unreadable`.
  func answer(to request: RequestIdentity?, isReplay: Bool) throws -> CommitOutcome {
    if let request, !request.isSame(asStored: fingerprint) {
      throw Refusal(
        .alreadyExists, reason: "IDEMPOTENCY_KEY_REUSED",
        message: "This request_id was used for another request. If you repeat an earlier one, look "
          + "whether it took effect before you send it under a new id.")
    }
    guard status != .ok else { return CommitOutcome(bytes: response, isReplay: isReplay) }
    throw Refusal(code: status, storedForm: response) ?? Unreadable() as any Error
  }
}
