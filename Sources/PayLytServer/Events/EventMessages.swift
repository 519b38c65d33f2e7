import PayLytAPI
import StandardAPI

extension Event {
  /// - Parameter party: who reads it; nil for admins, who read everything.
  init(_ found: EventFeed.Part.Found, for party: UUID?) {
    let entry = found.entry
    self.init(
      name: "events/\(entry.id)", type: entry.eventType ?? "", subject: entry.subject ?? "",
      actor: entry.actor, method: entry.method, reason: entry.reason(for: party) ?? "",
      payload: entry.payloadType.map {
        ProtoAny(typeURL: "type.googleapis.com/\($0)", value: entry.response)
      },
      createTime: ProtoTimestamp(entry.createdAt), position: found.position)
  }
}

extension JournalEntry {
  /// What admins decide about the two of a deal or about a user, and owe them a reason for.
  private static let explained: Set<String> = [
    "dispute.ruled", "dispute.ruling_proposed", "kyc.approved", "kyc.rejected",
  ]

  /// The reason, as far as `party` may read it; nil for admins, who read everything.
  ///
  /// Those whom an event concerns read what one of them wrote, or the service itself. What an
  /// operator wrote about them stays with the operators, who may have to act without a warning.
  func reason(for party: UUID?) -> String? {
    guard party != nil, let reason else { return reason }
    let isTold =
      actor.hasPrefix("system/") || parties.contains { actor == "users/\($0)" }
      || eventType.map(Self.explained.contains) ?? false
    return isTold ? reason : nil
  }
}

extension EventQuestion {
  /// - Throws: INVALID_ARGUMENT naming the field of the filter.
  init(_ filter: EventFilter?, for party: UUID?, field: String) throws(Refusal) {
    let patterns = try EventPatterns(filter?.types ?? [], field: "\(field).types")
    var subject: String?
    if let text = filter?.subject, !text.isEmpty {
      subject = try Texts.check(
        text, field: "\(field).subject", maximum: EventLimits.subjectCharactersMax)
    }
    self.init(
      types: patterns.types, prefixes: patterns.prefixes, subject: subject, party: party)
  }
}

extension ConsumerTerms {
  /// - Throws: INVALID_ARGUMENT naming the field.
  init(_ start: ConsumeRequest.Start, for party: UUID?) throws(Refusal) {
    guard EventConsumer.isName(start.consumer) else {
      throw .invalid(
        "start.consumer", "1 to 64 characters: lower-case letters, digits and `-`.")
    }
    name = start.consumer
    question = try EventQuestion(start.filter, for: party, field: "start.filter")
    beginsAtStart = try StartPosition.isBeginning(start.start, field: "start.start")
    inFlightMax = Int(
      try Self.number(
        start.inFlightMax, default: EventLimits.inFlightDefault, maximum: EventLimits.inFlightMax,
        field: "start.in_flight_max"))
    acknowledgeSeconds = Int64(
      try Self.number(
        start.acknowledgeSecondsMax, default: EventLimits.acknowledgeSecondsDefault,
        maximum: EventLimits.acknowledgeSecondsMax, field: "start.acknowledge_seconds_max"))
  }

  private static func number(
    _ value: Int32, default: Int32, maximum: Int32, field: String
  ) throws(Refusal) -> Int32 {
    guard value != 0 else { return `default` }
    guard (1...maximum).contains(value) else {
      throw .invalid(field, "Between 1 and \(maximum); 0 means \(`default`).")
    }
    return value
  }
}

extension StartPosition {
  static func isBeginning(_ start: StartPosition, field: String) throws(Refusal) -> Bool {
    switch start {
    case .unspecified, .now: return false
    case .beginning: return true
    case .unrecognized: throw .invalid(field, "START_POSITION_NOW or START_POSITION_BEGINNING.")
    }
  }
}
