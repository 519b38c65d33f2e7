import PayLytRPC
import Synchronization

/// One stream of one consumer: sends what is new and what is due again, and keeps how far the
/// consumer has come.
final class Consumption: Sendable {
  /// What the stream is told, beside the first message.
  struct Delivery: Sendable {
    let event: EventFeed.Part.Found
    /// 1 for the first one in this stream.
    let number: Int32
  }

  private struct State {
    var deliveries: Deliveries
    /// What the database knows.
    var kept: Int64
    /// When it was last asked, in nanoseconds.
    var upkept: UInt64 = 0
    var isFinished = false
  }

  private let state: Mutex<State>
  private let consumer: EventConsumer
  private let caller: Caller
  private let feed: EventFeed
  private let committer: Committer
  private let loop: EventLoop
  private let checkAllowed: @Sendable () async throws -> Void
  /// Rings when there may be something to do.
  private let work = Bell()

  init(
    _ consumer: EventConsumer, _ terms: ConsumerTerms, caller: Caller, feed: EventFeed,
    committer: Committer, loop: EventLoop, checkAllowed: @escaping @Sendable () async throws -> Void
  ) {
    self.consumer = consumer
    self.caller = caller
    self.feed = feed
    self.committer = committer
    self.loop = loop
    self.checkAllowed = checkAllowed
    state = Mutex(
      State(
        deliveries: Deliveries(
          after: consumer.position, inFlightMax: terms.inFlightMax,
          patience: UInt64(terms.acknowledgeSeconds) * 1_000_000_000,
          patienceMax: UInt64(EventLimits.redeliverySecondsMax) * 1_000_000_000),
        kept: consumer.position))
  }

  func acknowledge(_ positions: [Int64]) {
    state.withLock { $0.deliveries.acknowledge(positions) }
    work.ring()
  }

  /// The consumer will acknowledge nothing more.
  func finish() {
    state.withLock { $0.isFinished = true }
    work.ring()
  }

  /// Rings for everything that is sealed, until cancelled.
  func follow(_ sealed: Bell) async throws {
    while true {
      let rings = sealed.rings
      work.ring()
      try await sealed.wait(after: rings, atMost: .seconds(EventLimits.pollSeconds), on: loop)
    }
  }

  /// Delivers until the consumer has finished.
  ///
  /// - Throws: `Refusal.consumerTakenOver`, and what `send` throws.
  func run(_ send: (Delivery) async throws -> Void) async throws {
    do {
      while try await turn(send) {}
      try await keep()
    } catch let error where error.isCancellation {
      // The consumer is gone. Should this fail too, what it acknowledged last is delivered again.
      _ = try? await keep()
      throw CancellationError()
    }
  }

  /// - Returns: whether to go on.
  private func turn(_ send: (Delivery) async throws -> Void) async throws -> Bool {
    let rings = work.rings
    try Task.checkCancellation()
    guard !state.withLock({ $0.isFinished }) else { return false }
    try await checkAllowed()
    try await deliverDue(send)
    let hasMore = try await deliverNew(send)
    if isUpkeepDue {
      if try await !keep() { try await checkHolder() }
      state.withLock { $0.upkept = monotonicNanoseconds() }
    }
    guard !hasMore else { return true }
    try await work.wait(after: rings, atMost: pause, on: loop)
    return true
  }

  private func deliverDue(_ send: (Delivery) async throws -> Void) async throws {
    let now = monotonicNanoseconds()
    for (position, delivery) in state.withLock({ $0.deliveries.takeDue(at: now) }) {
      let part = try await feed.read(after: position - 1, limit: 1)
      guard let event = part.events.first, event.position == position else { continue }
      try await send(Delivery(event: event, number: delivery))
    }
  }

  /// - Returns: whether there is more to send and room for it.
  private func deliverNew(_ send: (Delivery) async throws -> Void) async throws -> Bool {
    let (read, room) = state.withLock { ($0.deliveries.read, $0.deliveries.room) }
    guard room > 0 else { return false }
    let part = try await feed.read(after: read, limit: min(room, EventLimits.readMax))
    for event in part.events {
      let now = monotonicNanoseconds()
      state.withLock { $0.deliveries.send(event.position, at: now) }
      try await send(Delivery(event: event, number: 1))
    }
    return state.withLock { state in
      state.deliveries.pass(part.position)
      return part.hasMore && state.deliveries.room > 0
    }
  }

  /// Stores how far the consumer has come, if it has come further.
  ///
  /// - Returns: whether it had.
  @discardableResult
  private func keep() async throws -> Bool {
    let (acknowledged, kept) = state.withLock { ($0.deliveries.acknowledged, $0.kept) }
    guard acknowledged > kept else { return false }
    let command = MoveConsumer(
      caller: caller, consumer: consumer.id, holder: consumer.holder, position: acknowledged)
    _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
    state.withLock { $0.kept = acknowledged }
    return true
  }

  private func checkHolder() async throws {
    let holder = try await feed.database.query(EventStatements.holder, [.uuid(consumer.id)])
    guard holder == [consumer.holder] else { throw Refusal.consumerTakenOver }
  }

  private static let upkeepInterval = UInt64(EventLimits.upkeepMilliseconds) * 1_000_000

  /// Not with each acknowledgement: what is stored late is only delivered again.
  private var isUpkeepDue: Bool {
    monotonicNanoseconds() >= state.withLock { $0.upkept } + Self.upkeepInterval
  }

  /// Until the next event is due again or something is to be stored, and at most until it is time
  /// to look by oneself.
  private var pause: Duration {
    let now = monotonicNanoseconds()
    let due = state.withLock { state in
      let isBehind = state.deliveries.acknowledged > state.kept
      let upkeep = isBehind ? state.upkept + Self.upkeepInterval : UInt64.max
      return min(upkeep, state.deliveries.nextDue ?? .max)
    }
    let left = Duration.nanoseconds(Int64(clamping: due > now ? due - now : 0))
    return min(left, .seconds(EventLimits.pollSeconds))
  }
}
