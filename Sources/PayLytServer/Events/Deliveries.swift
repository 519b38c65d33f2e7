/// What one consumer was sent and has not acknowledged. Pure: time comes in as nanoseconds.
struct Deliveries: Hashable, Sendable {
  private struct Flight: Hashable {
    var deliveries: Int32
    /// When it is delivered again.
    var due: UInt64
  }

  private let inFlightMax: Int
  private let patience: UInt64
  private let patienceMax: UInt64
  private var flights: [Int64: Flight] = [:]
  /// Everything up to here was read from the log.
  private(set) var read: Int64

  /// - Parameter position: everything up to here was acknowledged before.
  /// - Parameter patience: nanoseconds until an event is delivered for the second time.
  /// - Parameter patienceMax: what they grow to, twofold with each delivery.
  init(after position: Int64, inFlightMax: Int, patience: UInt64, patienceMax: UInt64) {
    read = position
    self.inFlightMax = inFlightMax
    self.patience = patience
    self.patienceMax = max(patience, patienceMax)
  }

  /// Events that may be sent on top of those in flight.
  var room: Int { inFlightMax - flights.count }

  /// Everything up to here is done with: what a consumer that comes back goes on behind.
  var acknowledged: Int64 { flights.keys.min().map { $0 - 1 } ?? read }

  /// When the next event is due to be delivered again.
  var nextDue: UInt64? { flights.values.map(\.due).min() }

  mutating func send(_ position: Int64, at now: UInt64) {
    precondition(position > read && room > 0, "position \(position) is sent out of turn")
    read = position
    flights[position] = Flight(deliveries: 1, due: due(after: 1, at: now))
  }

  /// The log was read up to here; what was not sent is of no concern.
  mutating func pass(_ position: Int64) { read = max(read, position) }

  /// Positions that are not in flight are ignored: they were acknowledged before.
  mutating func acknowledge(_ positions: [Int64]) {
    for position in positions { flights[position] = nil }
  }

  /// The events that are due again, in order, each counted as delivered once more.
  mutating func takeDue(at now: UInt64) -> [(position: Int64, delivery: Int32)] {
    flights.filter { $0.value.due <= now }.keys.sorted().map { position in
      let delivery = (flights[position]?.deliveries ?? 0) + 1
      flights[position] = Flight(deliveries: delivery, due: due(after: delivery, at: now))
      return (position, delivery)
    }
  }

  /// Somebody who does not acknowledge an event, and never will, is asked less and less often.
  private func due(after deliveries: Int32, at now: UInt64) -> UInt64 {
    let doublings = deliveries - 1
    let isLongest = doublings >= patience.leadingZeroBitCount
    return now &+ (isLongest ? patienceMax : min(patience << UInt64(doublings), patienceMax))
  }
}
