import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the event log.
struct EventService: EventServiceHandler {
  let service: ServiceContext
  let log: SealedLog
  let latency: DeliveryLatency

  private static let resumeScope = "events"

  func getEvent(
    _ request: GetEventRequest, _ context: ServerContext
  ) async throws -> Event {
    let id = try ResourceName.parse(request.name, "events")
    let party = Self.party(try context.caller().caller)
    let question = EventQuestion(types: [], prefixes: [], subject: nil, party: party)
    let feed = EventFeed(database: service.database, question: question)
    guard let found = try await feed.event(id) else { throw Refusal.notFound("event \(id)") }
    return Event(found, for: party)
  }

  func listEvents(
    _ request: ListEventsRequest, _ context: ServerContext
  ) async throws -> ListEventsResponse {
    let subject = try Texts.checkOptional(
      request.subject, field: "subject", maximum: EventLimits.subjectCharactersMax)
    let page = try service.page(of: "ListEvents \(subject)", request.pageSize, request.pageToken)
    let question = EventQuestion(
      types: [], prefixes: [], subject: subject.isEmpty ? nil : subject, party: nil)
    try await log.catchUp(context)
    let feed = EventFeed(database: service.database, question: question)
    var events: [Event] = []
    var bytes = 0
    var position = page.afterPosition
    var hasMore = true
    for _ in 0..<EventLimits.pageReadsMax where events.count < page.size {
      let part = try await feed.read(
        after: position, limit: page.size - events.count, bytesMax: Int64(Page.bytesMax))
      bytes += part.bytes
      // The next page begins with what this one has no room for.
      guard events.isEmpty || bytes <= Page.bytesMax else { break }
      events += part.events.map { Event($0, for: nil) }
      position = part.position
      hasMore = part.hasMore
      guard hasMore else { break }
    }
    return ListEventsResponse(
      events: events,
      nextPageToken: hasMore ? page.token(after: position) : "",
      resumeToken: token(position))
  }

  func subscribe(
    _ request: SubscribeRequest, _ responses: ResponseWriter<SubscribeResponse>,
    _ context: ServerContext
  ) async throws {
    let principal = try context.caller()
    let question = try EventQuestion(
      request.filter, for: Self.party(principal.caller), field: "filter")
    try service.bounds.subscriptions.enter(principal.user)
    defer { service.bounds.subscriptions.leave(principal.user) }
    let feed = EventFeed(database: service.database, question: question)
    var position = try await start(of: request, feed, context)
    var lastSaid = monotonicNanoseconds()
    try await responses.write(SubscribeResponse(resumeToken: token(position)))
    // What is older than this call was not waited for, so it says nothing about latency.
    let begun = service.clock.now()
    while true {
      let rings = log.bell.rings
      let part = try await feed.read(after: position)
      // Before anything is shown that was waited for.
      try await service.checkLive(context)
      for event in part.events {
        try await responses.write(
          SubscribeResponse(
            event: Event(event, for: question.party), resumeToken: token(event.position)))
        record(event, since: begun)
        lastSaid = monotonicNanoseconds()
      }
      position = part.position
      if Self.isTime(since: lastSaid) {
        try await responses.write(SubscribeResponse(resumeToken: token(position)))
        lastSaid = monotonicNanoseconds()
      }
      guard !part.hasMore else { continue }
      try await log.bell.wait(
        after: rings, atMost: .seconds(EventLimits.pollSeconds), on: log.loop)
    }
  }

  func consume(
    _ requests: RequestStream<ConsumeRequest>, _ responses: ResponseWriter<ConsumeResponse>,
    _ context: ServerContext
  ) async throws {
    let principal = try context.caller()
    var incoming = requests.makeAsyncIterator()
    let first = try await incoming.next()
    guard case .start(let start) = first?.request else {
      throw Refusal.invalid("start", "The first request says which consumer this is.")
    }
    try first?.checkFields()
    let terms = try ConsumerTerms(start, for: Self.party(principal.caller))
    let feed = EventFeed(database: service.database, question: terms.question)
    let consumer = try await begin(terms, principal.user, principal.caller, feed, context)
    let consumption = Consumption(
      consumer, terms, caller: principal.caller, feed: feed, committer: service.committer,
      loop: log.loop
    ) { try await service.checkLive(context) }
    try await responses.write(ConsumeResponse(acknowledgedPosition: consumer.position))
    let begun = service.clock.now()
    try await withThrowingTaskGroup { group in
      group.addTask { try await Self.listen(to: requests, consumption) }
      group.addTask { try await consumption.follow(log.bell) }
      defer { group.cancelAll() }
      group.addTask {
        try await consumption.run { delivery in
          try await responses.write(
            ConsumeResponse(
              event: Event(delivery.event, for: terms.question.party), delivery: delivery.number,
              acknowledgedPosition: consumer.position))
          if delivery.number == 1 { record(delivery.event, since: begun) }
        }
        throw Finished()
      }
      do {
        while try await group.next() != nil {}
      } catch is Finished {}
    }
  }

  /// The consumer has half-closed, and what it acknowledged is kept.
  private struct Finished: Error {}

  private static func listen(
    to requests: RequestStream<ConsumeRequest>, _ consumption: Consumption
  ) async throws {
    for try await request in requests {
      guard case .acknowledge(let acknowledge) = request.request else {
        throw Refusal.invalid("acknowledge", "Every request but the first acknowledges.")
      }
      try request.checkFields()
      consumption.acknowledge(acknowledge.positions)
    }
    consumption.finish()
  }

  private func begin(
    _ terms: ConsumerTerms, _ owner: UUID, _ caller: Caller, _ feed: EventFeed,
    _ context: ServerContext
  ) async throws -> EventConsumer {
    if !terms.beginsAtStart { try await log.catchUp(context) }
    let position = terms.beginsAtStart ? 0 : try await feed.lastPosition()
    let command = StartConsumer(
      caller: caller, owner: owner, name: terms.name, position: position)
    return try await service.decided(command, context)
  }

  /// Where a subscription goes on.
  private func start(
    of request: SubscribeRequest, _ feed: EventFeed, _ context: ServerContext
  ) async throws -> Int64 {
    let isBeginning = try StartPosition.isBeginning(request.start, field: "start")
    guard request.resumeToken.isEmpty else {
      guard request.start == .unspecified else {
        throw Refusal.invalid("start", "A resume token says where to begin.")
      }
      return try await resume(request.resumeToken, feed)
    }
    guard !isBeginning else { return 0 }
    try await log.catchUp(context)
    return try await feed.lastPosition()
  }

  private func resume(_ token: String, _ feed: EventFeed) async throws -> Int64 {
    let page = try Page(
      size: 0, token: token, scope: Self.resumeScope, keys: service.secrets.pageTokens,
      field: "resume_token")
    guard try await page.afterPosition <= feed.lastPosition() else {
      throw Refusal(
        .outOfRange, reason: "RESUME_TOKEN_AHEAD",
        message: "The log is not that long: it was restored from an older copy. Start again "
          + "without a token.", field: "resume_token")
    }
    return page.afterPosition
  }

  private func token(_ position: Int64) -> String {
    Page.token(position, scope: Self.resumeScope, key: service.secrets.pageTokens.latest)
  }

  private func record(_ event: EventFeed.Part.Found, since begun: Timestamp) {
    guard event.entry.createdAt >= begun else { return }
    latency.record(
      microseconds: service.clock.now().microseconds - event.entry.createdAt.microseconds)
  }

  /// Whose events a caller gets; nil for all.
  private static func party(_ caller: Caller) -> UUID? {
    guard case .user(let id, let roles) = caller, !roles.contains(.admin) else { return nil }
    return id
  }

  private static func isTime(since nanoseconds: UInt64) -> Bool {
    monotonicNanoseconds() - nanoseconds
      >= UInt64(EventLimits.heartbeatSeconds) * 1_000_000_000
  }
}
