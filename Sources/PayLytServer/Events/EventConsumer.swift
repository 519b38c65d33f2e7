/// A consumer of events and how far it has come.
struct EventConsumer: Hashable, Sendable {
  let id: UUID
  let owner: UUID
  /// Which of the owner's places it takes.
  let slot: Int16
  let name: String
  /// Everything up to here was acknowledged or is of no concern.
  var position: Int64
  /// Which stream uses the name.
  var holder: UUID
  let createdAt: Timestamp
  var updatedAt: Timestamp

  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

/// How a consumer wants its events.
struct ConsumerTerms: Hashable, Sendable {
  let name: String
  let question: EventQuestion
  /// Where it begins when it was not here before.
  let beginsAtStart: Bool
  let inFlightMax: Int
  let acknowledgeSeconds: Int64
}

extension Refusal {
  static let consumersFull = Refusal(
    .failedPrecondition, reason: "CONSUMERS_FULL",
    message: "You have \(EventLimits.consumersPerOwnerMax) consumers. Use one that is there.")

  static let consumerTakenOver = Refusal(
    .aborted, reason: "CONSUMER_TAKEN_OVER", message: "Another stream uses this consumer now.")
}

/// A stream begins to use a consumer's name; whichever used it before is out.
struct StartConsumer: Command {
  static let method = "EventService/Consume"
  let caller: Caller
  let request: RequestIdentity? = nil
  let owner: UUID
  let name: String
  /// Where a consumer begins that was not here before.
  let position: Int64

  func load(_ rows: Loader) { rows.want(EventConsumer.self, by: "owner", .uuid(owner)) }

  func decide(_ decision: Decision) throws -> EventConsumer {
    let all = decision.rows(EventConsumer.self, by: "owner", .uuid(owner))
    let holder = decision.newID()
    var consumer: EventConsumer
    if let found = all.first(where: { $0.name == name }) {
      consumer = found
    } else {
      let taken = Set(all.map(\.slot))
      guard let slot = (0..<EventLimits.consumersPerOwnerMax).first(where: { !taken.contains($0) })
      else { throw Refusal.consumersFull }
      consumer = EventConsumer(
        id: decision.newID(), owner: owner, slot: slot, name: name, position: position,
        holder: holder, createdAt: decision.now, updatedAt: decision.now)
    }
    consumer.holder = holder
    consumer.updatedAt = decision.now
    decision.put(consumer)
    return consumer
  }
}

/// What was acknowledged is kept.
struct MoveConsumer: Command {
  static let method = "EventService/Consume"
  let caller: Caller
  let request: RequestIdentity? = nil
  let consumer: UUID
  let holder: UUID
  let position: Int64

  func load(_ rows: Loader) { rows.want(EventConsumer.self, consumer) }

  func decide(_ decision: Decision) throws -> EventConsumer {
    guard var found = decision.row(EventConsumer.self, consumer), found.holder == holder else {
      throw Refusal.consumerTakenOver
    }
    found.position = max(found.position, position)
    found.updatedAt = decision.now
    decision.put(found)
    return found
  }
}
