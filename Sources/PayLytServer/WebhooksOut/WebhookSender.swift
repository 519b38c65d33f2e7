import PayLytHTTP
import PayLytRPC

/// Sends events to the endpoints that want them.
///
/// Servers share the work: each takes an endpoint for a turn, and one that dies leaves it to the
/// others when its lease is over. In its turn, it makes a delivery of each new event that the
/// endpoint wants, and sends those that are due one after the other. What came of an attempt is
/// kept before the next one, so that a crash repeats at most one.
struct WebhookSender: Sendable {
  let database: Database
  let committer: Committer
  let keys: DetailKeys
  let http: HTTPClient
  let clock: any Clock
  /// By which receivers tell whether a request is of now.
  let world: any Clock
  let log: Log
  let metrics: WebhookMetrics
  var answerSeconds = WebhookOutLimits.answerSeconds
  private let turns = WebhookTurns()

  /// Sends until the task is cancelled.
  ///
  /// - Parameter sealed: rings when the log goes on.
  func run(_ sealed: Bell, on loop: EventLoop) async {
    let work = Bell()
    await withDiscardingTaskGroup { group in
      group.addTask { await Self.hand(sealed, to: work, on: loop) }
      while !Task.isCancelled {
        let seen = work.rings
        do {
          let taken = try await take(turns.shares)
          metrics.worker.succeeded()
          turns.begin(taken.turns)
          for turn in taken.turns {
            group.addTask {
              await carryOut(turn)
              turns.end(turn)
              work.ring()
            }
          }
          guard !taken.hasMore else { continue }
          try await work.wait(after: seen, atMost: .seconds(1), on: loop)
        } catch let error where error.isCancellation {
          break
        } catch {
          metrics.worker.failures.add()
          log.warning(
            "worker failed", ["worker": "webhooks", "error": String(reflecting: error)])
          try? await Task.sleep(for: .seconds(1))
        }
      }
      group.cancelAll()
    }
  }

  private static func hand(_ sealed: Bell, to work: Bell, on loop: EventLoop) async {
    while !Task.isCancelled {
      let rings = sealed.rings
      work.ring()
      do {
        try await sealed.wait(after: rings, atMost: .seconds(EventLimits.pollSeconds), on: loop)
      } catch {
        return
      }
    }
  }

  /// Takes endpoints that have something to do, as many as there is room for.
  ///
  /// - Returns: the turns, and whether those that were left out for their users or hosts may have
  ///   hidden others.
  func take(_ shares: WebhookShares) async throws -> (turns: [WebhookTurn], hasMore: Bool) {
    guard shares.room > 0 else { return ([], false) }
    let now = clock.now()
    let holder = UUID.fresh(at: now)
    return try await database.transaction { transaction in
      let candidates = try await transaction.query(
        WebhookSendStatements.candidates,
        [
          .timestamp(now), .uuid(holder), .uuidArray(shares.fullUsers),
          .textArray(shares.fullHosts), .bool(shares.hasRoomForSlow),
          .int8(WebhookOutLimits.candidatesMax),
        ])
      var left = shares
      let turns = candidates.filter { left.begin($0) }
      guard !turns.isEmpty else { return ([], false) }
      _ = try await transaction.commit([
        WebhookSendStatements.take.bind([
          .uuidArray(turns.map(\.endpoint)), .uuid(holder),
          .timestamp(now.adding(seconds: WebhookOutLimits.leaseSeconds)),
        ])
      ])
      return (turns, candidates.count == WebhookOutLimits.candidatesMax && left.room > 0)
    }
  }

  /// One turn of one endpoint, to its end.
  func carryOut(_ turn: WebhookTurn) async {
    var rest: Int64 = 0
    do {
      try await makeDeliveries(turn)
      try await send(turn)
    } catch let error where error.isCancellation {
      // The server stops. Another one goes on.
    } catch {
      log.warning(
        "webhook turn failed",
        ["endpoint": "\(turn.endpoint)", "error": String(reflecting: error)])
      // The reason is often still there.
      rest = WebhookOutLimits.retrySeconds
    }
    await release(turn, restSeconds: rest)
  }

  private func release(_ turn: WebhookTurn, restSeconds: Int64) async {
    let now = clock.now()
    let release = WebhookSendStatements.release.bind([
      .uuid(turn.endpoint), .uuid(turn.holder), .timestamp(now),
      .timestamp(now.adding(seconds: restSeconds)),
    ])
    do {
      try await database.finish(release)
    } catch {
      log.info("webhook lease kept", ["endpoint": "\(turn.endpoint)"])
    }
  }

  // MARK: New events

  private func makeDeliveries(_ turn: WebhookTurn) async throws {
    let feed = EventFeed(database: database, question: Self.question(turn))
    // A damaged entry must not keep an endpoint from all that is behind it.
    let part = try await feed.read(after: turn.position, passesDamage: true)
    for position in part.damaged { reportPassed("\(position)", turn) }
    guard part.position > turn.position else { return }
    let own = "webhookEndpoints/\(turn.endpoint)"
    let wanted = part.events.filter { event in
      event.entry.eventType != TestWebhookEndpoint.event || event.entry.subject == own
    }
    let now = clock.now()
    try await database.transaction { transaction in
      _ = try await transaction.commit([
        WebhookSendStatements.advance.bind([
          .uuid(turn.endpoint), .uuid(turn.holder), .int8(part.position), .timestamp(now),
          .uuidArray(wanted.map { _ in UUID.fresh(at: now) }), .uuidArray(wanted.map(\.entry.id)),
          .textArray(wanted.map(\.entry.eventType)), .int8Array(wanted.map(\.position)),
        ])
      ])
    }
  }

  private func reportPassed(_ what: String, _ turn: WebhookTurn) {
    metrics.worker.passed.add()
    log.error(
      "log entries passed",
      ["worker": "webhooks", "entry": what, "endpoint": "\(turn.endpoint)"])
  }

  /// What the endpoint wants of what its owner may see, and tests of it.
  private static func question(_ turn: WebhookTurn) -> EventQuestion {
    let patterns = EventPatterns(stored: turn.types)
    let isForAll = turn.types.isEmpty
    return EventQuestion(
      types: isForAll ? [] : patterns.types + [TestWebhookEndpoint.event],
      prefixes: patterns.prefixes, subject: nil, party: turn.party)
  }

  // MARK: Sending

  private func send(_ turn: WebhookTurn) async throws {
    let due = try await database.query(
      WebhookSendStatements.due,
      [
        .uuid(turn.endpoint), .timestamp(clock.now()), .int8(EventLimits.readBytesMax),
      ])
    let end = Deadline(after: .seconds(WebhookOutLimits.turnSeconds))
    var streak = Streak(failures: turn.failures, since: turn.failingSince)
    for delivery in due {
      // Asked each time: an endpoint that was disabled or moved gets nothing more.
      let found = try await database.query(
        WebhookOutStatements.endpoint, [.uuid(turn.endpoint)])
      guard let endpoint = found.first, endpoint.state == .enabled else { return }
      guard let event = delivery.event else {
        reportPassed("\(delivery.id)", turn)
        let isStillOurs = try await record(
          .damaged, delivery, turn, streak, isPrompt: turn.isPrompt)
        guard isStillOurs else { return }
        continue
      }
      let sentAt = monotonicNanoseconds()
      let attempt = try await attempt(event, endpoint, for: turn.party)
      let milliseconds = Int64((monotonicNanoseconds() - sentAt) / 1_000_000)
      let promptMilliseconds = answerSeconds * 1000 / WebhookOutLimits.promptShare
      let isPrompt = attempt.isDelivered && milliseconds <= promptMilliseconds
      metrics.count(attempt)
      streak.count(attempt, at: clock.now())
      let isStillOurs = try await record(attempt, delivery, turn, streak, isPrompt: isPrompt)
      if !attempt.isDelivered {
        log.info(
          "webhook not delivered",
          ["endpoint": "\(turn.endpoint)", "status": "\(attempt.status)", "why": attempt.error])
        try await giveUpIfHopeless(attempt, turn, streak)
      }
      // One that has become slow takes no further place among the others.
      guard isStillOurs, attempt.isDelivered, isPrompt || !turn.isPrompt, !end.hasPassed
      else { return }
    }
  }

  private func attempt(
    _ event: EventFeed.Part.Found, _ endpoint: WebhookEndpoint, for party: UUID?
  ) async throws -> WebhookAttempt {
    let id = "\(event.entry.id)"
    let body = try body(event, for: party)
    let sentAt = world.now().seconds
    let signatures = try endpoint.signingSecrets(keys, at: clock.now()).map {
      $0.signature(id: id, timestamp: sentAt, body: body)
    }
    var request = HTTPRequest(
      "POST", endpoint.content.url,
      headers: [
        "content-type": "application/json", "user-agent": "PayLyt-Webhooks/1", "webhook-id": id,
        "webhook-timestamp": String(sentAt),
        "webhook-signature": signatures.joined(separator: " "),
      ], body: body)
    request.timeout = .seconds(answerSeconds)
    request.responseBytesMax = WebhookOutLimits.answerBytesMax
    request.cutsLongResponse = true
    do throws(HTTPClientError) {
      return Self.judge(try await http.send(request))
    } catch {
      switch error {
      case .cancelled: throw CancellationError()
      case .invalidRequest(let why), .notSent(let why), .outcomeUnknown(let why):
        return .failed(status: 0, why, retrySeconds: nil)
      case .responseTooLarge:
        return .failed(status: 0, "the answer is too long", retrySeconds: nil)
      }
    }
  }

  /// A payload that has no JSON form here, because a newer server wrote it, is left out: the
  /// resource can still be read by its name.
  private func body(
    _ event: EventFeed.Part.Found, for party: UUID?
  ) throws -> [UInt8] {
    do throws(WireError) {
      return try WebhookBody.json(event, for: party)
    } catch {
      log.warning(
        "webhook without payload",
        ["event": "\(event.entry.id)", "type": event.entry.payloadType ?? "", "why": error.reason])
      return try WebhookBody.json(event, for: party, hasPayload: false)
    }
  }

  private static func judge(_ response: HTTPResponse) -> WebhookAttempt {
    switch response.status {
    case 200...299: .delivered(status: Int32(response.status))
    case 410: .gone
    case _:
      .failed(
        status: Int32(response.status), "HTTP \(response.status)",
        retrySeconds: response.headers["retry-after"].flatMap { Int64($0) })
    }
  }

  /// - Returns: whether the endpoint is still ours.
  private func record(
    _ attempt: WebhookAttempt, _ delivery: DueDelivery, _ turn: WebhookTurn, _ streak: Streak,
    isPrompt: Bool
  ) async throws -> Bool {
    let now = clock.now()
    let (state, next) = Self.next(attempt, delivery.attempts + 1, at: now)
    let lease = now.adding(seconds: WebhookOutLimits.leaseSeconds)
    let rest = now.adding(seconds: WebhookRetry.restSeconds(after: streak.failures))
    let held = try await database.transaction { transaction in
      try await transaction.query(
        WebhookSendStatements.record,
        [
          .uuid(turn.endpoint), .uuid(turn.holder), .uuid(delivery.id), .int2(state.rawValue),
          .timestamp(next), .int4(attempt.status), .text(attempt.error), .timestamp(now),
          .timestamp(lease), .timestamp(rest), .int4(streak.failures), .timestamp(streak.since),
          .bool(isPrompt),
        ])
    }
    return !held.isEmpty
  }

  private static func next(
    _ attempt: WebhookAttempt, _ attempts: Int32, at now: Timestamp
  ) -> (WebhookDelivery.State, Timestamp) {
    let asked: Int64?
    switch attempt {
    case .delivered: return (.delivered, now)
    case .gone: asked = nil
    case .damaged: return (.failed, now)
    case .failed(_, _, let seconds): asked = seconds
    }
    let range = WebhookOutLimits.retryJitterThousandths
    let pause = WebhookRetry.pauseMilliseconds(
      after: attempts, asked: asked, jitter: .random(in: -range...range))
    guard let pause else { return (.failed, now) }
    return (.pending, now.adding(milliseconds: pause))
  }

  private func giveUpIfHopeless(
    _ attempt: WebhookAttempt, _ turn: WebhookTurn, _ streak: Streak
  ) async throws {
    let reason: String
    switch attempt {
    case .delivered, .damaged: return
    case .gone: reason = "It answered 410 Gone."
    case .failed(_, let why, _):
      guard
        WebhookRetry.isHopeless(
          failures: streak.failures, since: streak.since, at: clock.now())
      else { return }
      reason = "Nothing could be delivered for three days; at last: \(why)."
    }
    let command = FailWebhookEndpoint(endpoint: turn.endpoint, reason: reason)
    _ = try await committer.commit(command, deadline: nil) { .endpoint(of: $0) }
    log.info("webhook endpoint disabled", ["endpoint": "\(turn.endpoint)", "why": reason])
  }

  /// The failures of an endpoint since something was delivered.
  private struct Streak {
    var failures: Int32
    var since: Timestamp?

    mutating func count(_ attempt: WebhookAttempt, at now: Timestamp) {
      if attempt.isDelivered {
        failures = 0
        since = nil
      } else {
        failures = min(failures, .max - 1) + 1
        since = since ?? now
      }
    }
  }
}

/// What a server counts about its deliveries.
struct WebhookMetrics: Sendable {
  let worker: WorkerMetrics
  private let delivered: Counter
  private let failed: Counter

  init(_ registry: MetricRegistry, _ worker: WorkerMetrics) {
    self.worker = worker
    func counter(_ outcome: String) -> Counter {
      registry.counter(
        "paylyt_webhook_attempts_total", "Requests to users' servers by how they ended.",
        [(name: "outcome", value: outcome)])
    }
    delivered = counter("delivered")
    failed = counter("failed")
  }

  func count(_ attempt: WebhookAttempt) {
    if attempt.isDelivered { delivered.add() } else { failed.add() }
  }
}
