/// Ends an inbound event that moves no money, or puts it off to a later attempt.
struct CloseInboundEvent: Command {
  enum Verdict: Hashable, Sendable {
    case ignored(String)
    /// Could not be applied now: tried again, and after `WebhookLimits.attemptsMax` given up.
    case postponed(String)
    /// The provider did not answer, which says nothing about the event: tried for about a day.
    case unanswered
    /// The sandbox wants it to come later.
    case late(milliseconds: Int64)
  }

  static let method = "webhooks/close"
  let caller = Caller.system("webhooks")
  let request: RequestIdentity? = nil
  let event: UUID
  let verdict: Verdict

  func load(_ rows: Loader) { rows.want(InboundEvent.self, event) }

  func decide(_ decision: Decision) throws -> InboundEvent.State {
    guard var event = decision.row(InboundEvent.self, event), event.state == .waiting else {
      return .applied
    }
    switch verdict {
    case .ignored(let note): event.finish(.ignored, note)
    case .late(let milliseconds): event.delay(milliseconds: milliseconds, at: decision.now)
    case .postponed(let note): event.postpone(note, at: decision.now)
    case .unanswered: event.postponeUnanswered(at: decision.now)
    }
    decision.put(event)
    return event.state
  }
}

/// The bounds of the webhook door.
enum WebhookLimits {
  /// Bytes of one event; providers send a few hundred.
  static let bodyBytesMax = 64 * 1024
  /// Bytes of an event's id or name: providers send a few dozen, and an index has its bounds.
  static let eventIDBytesMax = 255
  /// Tries before an event is left for people to look at: about four minutes.
  static let attemptsMax: Int32 = 8
  /// The same of those that the provider did not answer: about a day.
  static let unansweredMax: Int32 = 35
  /// Where the doubling of the pause between two tries ends.
  static let pauseSecondsMax: Int64 = 3600
  /// For how long an event is kept that was applied or ignored: the same one, delivered again in
  /// that time, is known.
  static let settledKeptSeconds: Int64 = 30 * 86_400
  /// For how long one waits for people that could not be applied.
  static let failedKeptSeconds: Int64 = 400 * 86_400
  /// Events that the worker takes at once.
  static let workBatch: Int64 = 100
}
