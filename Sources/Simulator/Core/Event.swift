/// What a webhook says; names are written with underscores on the wire.
struct Event: Encodable, Sendable, Equatable {
  let event: String
  let eventId: String
  /// Seconds since 1970.
  var timestamp: Int64
  let data: EventContent
  /// Where it is told besides; not a part of it.
  var callbackURL: String?

  private enum CodingKeys: CodingKey { case event, eventId, timestamp, data }
}

struct EventContent: Encodable, Sendable, Equatable {
  let id: String
  let reference: String
  /// Of a Lightning payment.
  let paymentHash: String?
  let status: String
  let amountSat: Int64
  let failureReason: String?
}
