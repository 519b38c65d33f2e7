import PayLytAPI
import StandardAPI

extension Event {
  init(_ found: EventFeed.Part.Found) {
    let entry = found.entry
    self.init(
      name: "events/\(entry.id)", type: entry.eventType ?? "", subject: entry.subject ?? "",
      actor: entry.actor, method: entry.method, reason: entry.reason ?? "",
      payload: entry.payloadType.map {
        ProtoAny(typeURL: "type.googleapis.com/\($0)", value: entry.response)
      },
      createTime: ProtoTimestamp(entry.createdAt), position: found.position)
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
