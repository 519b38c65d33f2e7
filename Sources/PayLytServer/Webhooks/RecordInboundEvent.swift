/// Keeps a provider's event before anything is made of it. The same event again is the same row.
struct RecordInboundEvent: Command {
  static let method = "webhooks/record"
  let caller = Caller.system("webhooks")
  let request: RequestIdentity? = nil
  let provider: String
  let eventID: String
  let type: String
  let body: [UInt8]

  struct Recorded: Sendable {
    let event: InboundEvent
    /// Whether it was here before.
    let isDuplicate: Bool
  }

  func load(_ rows: Loader) {
    rows.want(InboundEvent.self, by: "event_id", .text(eventID))
  }

  func decide(_ decision: Decision) throws -> Recorded {
    let known = decision.rows(InboundEvent.self, by: "event_id", .text(eventID))
    if let same = known.first(where: { $0.provider == provider }) {
      return Recorded(event: same, isDuplicate: true)
    }
    let event = InboundEvent(
      id: decision.newID(), provider: provider, eventID: eventID, type: type, body: body,
      state: .waiting, attempts: 0, unanswered: 0, nextAttemptAt: decision.now, note: "",
      receivedAt: decision.now)
    decision.put(event)
    return Recorded(event: event, isDuplicate: false)
  }
}
