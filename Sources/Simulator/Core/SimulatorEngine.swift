import PayLytHTTP
import PayLytRPC
import Synchronization

/// What answers requests: the world, and the webhooks that its changes set off. The server refers
/// to it, and it to nothing that refers back.
final class SimulatorEngine: Sendable {
  let configuration: SimulatorConfiguration
  let world: Mutex<World>
  let webhooks: WebhookSender
  let loop: EventLoop
  let now: @Sendable () -> Int64

  init(
    _ configuration: SimulatorConfiguration, loop: EventLoop, now: @escaping @Sendable () -> Int64
  ) {
    self.configuration = configuration
    self.loop = loop
    self.now = now
    world = Mutex(World(configuration))
    webhooks = WebhookSender(
      configuration, http: HTTPClient(loop: loop, configuration: .anywhere), loop: loop)
  }

  func answer(_ request: HTTPServerRequest) async -> HTTPServerResponse {
    var response = await answerUnnumbered(request)
    if response.headers["X-Request-Id"] == nil {
      response.headers.append("X-Request-Id", BitnobAPI.requestNumber())
    }
    return response
  }

  private func answerUnnumbered(_ request: HTTPServerRequest) async -> HTTPServerResponse {
    let now = now()
    if request.path.hasPrefix("/sim/") {
      return settle(
        world.withLock { world in
          outcome { () throws(World.Refusal) in
            try ControlAPI(request: request, now: now).perform(on: &world)
          }
        })
    }
    let lnurl = LNURLDomain.operation(request)
    guard let operation = lnurl ?? BitnobAPI.operation(request) else {
      return .refusal(World.Refusal(404, "not_found", "no such call"))
    }
    if let refusal = world.withLock({ $0.faults.takeRefusal(for: operation) }) { return refusal }
    var response = perform(operation, request, isLNURL: lnurl != nil, now)
    let (delay, drop) = world.withLock { world in
      (
        world.faults.take(.delay, for: operation),
        world.faults.take(.dropAfterEffect, for: operation)
      )
    }
    if let delay { try? await Task.sleep(for: .milliseconds(delay.delayMilliseconds ?? 1000)) }
    response.isDropped = drop != nil
    return response
  }

  private func perform(
    _ operation: Operation, _ request: HTTPServerRequest, isLNURL: Bool, _ now: Int64
  ) -> HTTPServerResponse {
    guard !isLNURL else {
      return world.withLock { LNURLDomain(request: request, now: now).perform(operation, on: &$0) }
    }
    return settle(
      world.withLock { world in
        outcome { () throws(World.Refusal) in
          try world.admit(request, now: now)
          return try BitnobAPI(request: request, now: now).perform(operation, on: &world)
        }
      })
  }

  private func outcome(
    _ body: () throws(World.Refusal) -> BitnobAPI.Outcome
  ) -> BitnobAPI.Outcome {
    do throws(World.Refusal) {
      return try body()
    } catch {
      return BitnobAPI.Outcome(response: .refusal(error))
    }
  }

  /// Sends the events of an outcome on their way and lets its invoice be paid when its time comes.
  private func settle(_ outcome: BitnobAPI.Outcome) -> HTTPServerResponse {
    for event in outcome.events { announce(event) }
    if let invoice = outcome.createdInvoice { world.withLock { payLater(invoice, in: &$0) } }
    return outcome.response
  }

  /// Somebody pays a new invoice when its time comes, if the simulator was told so.
  ///
  /// Called by whoever holds the world, so none of it may happen here and now: a task begins inline
  /// and goes on so when its pause is over before it has begun, and would wait for the world that
  /// its caller holds.
  func payLater(_ invoice: String, in world: inout World) {
    guard let delay = configuration.autoPayAfterMilliseconds,
      world.faults.take(.holdPayment, for: .createInvoice) == nil
    else { return }
    loop.execute { [self] in
      loop.spawn { [self] in
        try? await configuration.pause(.milliseconds(delay))
        payByItself(invoice)
      }
    }
  }

  private func payByItself(_ invoice: String) {
    let now = now()
    let events = world.withLock { world -> [Event] in
      // Paid by hand in the meantime, or expired: then there is nothing to do.
      (try? world.payInvoice(invoice, amountMsat: nil, isLate: false, now: now).1) ?? []
    }
    for event in events { announce(event) }
  }

  private func announce(_ event: Event) {
    let kinds: [FaultKind] = [
      .duplicateWebhook, .reorderWebhook, .forgedSignature, .staleTimestamp, .noWebhook,
    ]
    let faults = world.withLock { world in
      kinds.filter { world.faults.take($0, for: .webhook) != nil }
    }
    webhooks.send(event, faults: faults)
  }
}

extension Faults {
  /// The answer of a fault that keeps a request from having any effect.
  mutating func takeRefusal(for operation: Operation) -> HTTPServerResponse? {
    if take(.error500, for: operation) != nil {
      return .refusal(World.Refusal(500, "internal", "the provider broke"))
    }
    if take(.error429, for: operation) != nil {
      var response = HTTPServerResponse.refusal(World.Refusal(429, "rate_limited", "too fast"))
      response.headers.append("Retry-After", "1")
      return response
    }
    if take(.down, for: operation) != nil { return .text(503, "Service Unavailable") }
    return nil
  }
}
