import PayLytCrypto

/// An event as an endpoint gets it: the same bytes each time.
enum WebhookBody {
  static func json(_ event: EventFeed.Part.Found) -> [UInt8] {
    let entry = event.entry
    var body: [UInt8] = []
    func add(_ text: String) { body += text.utf8 }
    func add(_ name: String, _ value: String) {
      add(",\"\(name)\":")
      body.appendJSON(value)
    }
    add("{\"type\":")
    body.appendJSON(entry.eventType ?? "")
    add("timestamp", entry.createdAt.text)
    add(",\"data\":{\"event\":\"events/\(entry.id)\",\"position\":\(event.position)")
    add("subject", entry.subject ?? "")
    add("actor", entry.actor)
    if let reason = entry.reason { add("reason", reason) }
    if let type = entry.payloadType, !type.isEmpty {
      add(",\"payload\":{\"@type\":\"type.googleapis.com/\(type)\"")
      add("protobuf", Base64.encode(entry.response))
      add("}")
    }
    add("}}")
    return body
  }
}

extension Timestamp {
  /// In UTC, after RFC 3339, with microseconds: `2026-01-31T08:30:00.000000Z`.
  var text: String {
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let second = seconds - day * 86_400
    let (year, month, dayOfMonth) = Self.date(ofDay: day)
    func digits(_ value: Int64, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))T"
      + "\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))."
      + "\(digits(microseconds - seconds * 1_000_000, 6))Z"
  }

  /// The civil date of a day that is counted from 1970-01-01, in the Gregorian calendar.
  ///
  /// Years are counted from March, so that the leap day is the last one.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let daysPerEra: Int64 = 146_097
    let fromMarch0 = day + 719_468
    let era = (fromMarch0 >= 0 ? fromMarch0 : fromMarch0 - daysPerEra + 1) / daysPerEra
    let ofEra = fromMarch0 - era * daysPerEra
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1
    )
  }
}
