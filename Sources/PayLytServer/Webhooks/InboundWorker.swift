import PayLytRPC

/// Works out what kept events mean. An event says that it is time to look: what the provider's own
/// books answer is what counts, so a forged event could at most cost a question.
struct InboundWorker: Sendable {
  let database: any Store
  let committer: Committer
  let providers: LightningProviders
  let clock: any Clock
  let log: Log
  /// Events that not even a note of their failure can be added to.
  let setAside: SetAside
  /// Takes in a payment that the provider confirms, when it is for a deposit of ours; returns
  /// whether it was.
  let deposits: @Sendable (_ paymentHash: [UInt8], _ paidMsat: Int64?) async throws -> Bool
  /// How a sandbox wants this event to go wrong; nil everywhere else.
  var fault: (@Sendable (BitnobEvent) async throws -> Fault?)?
  /// Told that a payout may have news; returns whether the provider was heard about it.
  let payoutNudge: @Sendable (_ reference: String) async throws -> Bool

  /// What can go wrong with an event on its way to us.
  enum Fault: Hashable, Sendable {
    case lost
    case late(milliseconds: Int64)
    case twice
  }

  /// Takes what waits. Returns whether more does.
  func step() async throws -> Bool {
    let now = clock.now()
    let aside = setAside.rows(at: now)
    let batch = WebhookLimits.workBatch + Int64(aside.count)
    let waiting = try await database.query(
      WebhookStatements.waiting, [.timestamp(now), .int8(batch)])
    for event in waiting where !aside.contains(event.id) {
      try await setAside.attempt(event.id, at: now) { try await applyOrPostpone(event) }
    }
    return waiting.count == Int(batch)
  }

  /// One event that cannot be applied must not keep the others waiting for ever.
  ///
  /// - Throws: what is not the event's fault, such as a database that is away, or a stop.
  private func applyOrPostpone(_ event: InboundEvent) async throws {
    do {
      try await apply(event)
    } catch {
      guard !error.isMomentary else { throw error }
      log.warning(
        "event not applied", ["event": event.eventID, "error": String(reflecting: error)])
      try await close(event, .postponed("it could not be applied"))
    }
  }

  private func apply(_ event: InboundEvent) async throws {
    guard let parsed = BitnobEvent(body: event.body) else {
      return try await close(event, .ignored("not an event"))
    }
    // Only the first time: what comes late is then as any other.
    var mishap: Fault?
    if event.attempts == 0, let fault { mishap = try await fault(parsed) }
    switch mishap {
    case .lost: return try await close(event, .ignored("the sandbox lost it"))
    case .late(let milliseconds):
      return try await close(event, .late(milliseconds: milliseconds))
    case .twice: try await apply(parsed, event)
    case nil: break
    }
    try await apply(parsed, event)
  }

  private func apply(_ parsed: BitnobEvent, _ event: InboundEvent) async throws {
    switch parsed.kind {
    case .lightningReceived: try await applyReceived(parsed, event)
    case .lightningSendSucceeded, .lightningSendFailed, .payoutChanged:
      guard let reference = parsed.reference else {
        return try await close(event, .ignored("it names no payment"))
      }
      guard try await payoutNudge(reference) else {
        return try await close(event, .unanswered)
      }
      try await close(event, .ignored("the payout is asked about"))
    case .unknown(let name): try await close(event, .ignored("\(name) is not acted on"))
    }
  }

  private func applyReceived(_ parsed: BitnobEvent, _ event: InboundEvent) async throws {
    guard let hash = try await paymentHash(parsed, event.provider) else {
      return try await close(event, .ignored("it names no payment"))
    }
    do {
      switch try await providers.named(event.provider).invoiceStatus(paymentHash: hash) {
      case .pending, .expired:
        try await close(event, .postponed("the provider does not show it as paid"))
      case .paid(let receipt):
        if try await deposits(hash, receipt.amountMsat) {
          return try await close(event, .ignored("the deposit is taken in"))
        }
        guard let paid = try await amount(receipt, hash) else {
          return try await close(event, .ignored("no invoice of ours"))
        }
        guard paid > 0 else {
          return try await close(event, .postponed("the provider says that nothing was paid"))
        }
        let command = ReceivePayment(
          caller: .system("webhooks"), paymentHash: hash, paidMsat: paid, event: event.id)
        _ = try await committer.commit(command, deadline: nil) { .escrow(of: $0) }
      }
    } catch ProviderError.refused {
      try await close(event, .ignored("no invoice of ours"))
    } catch let error as ProviderError {
      log.info("event postponed", ["event": event.eventID, "error": "\(error)"])
      try await close(event, .unanswered)
    }
  }

  /// What was paid: as the event names it, else the one that we had made under its reference.
  private func paymentHash(_ parsed: BitnobEvent, _ provider: String) async throws -> [UInt8]? {
    if let hash = parsed.paymentHash, hash.count == 32 { return hash }
    guard let reference = parsed.reference else { return nil }
    return try await database.query(
      WebhookStatements.hashOfReference, [.text(provider), .text(reference)]
    ).first
  }

  /// What was paid: as the provider says, else what the invoice asked for. nil without an invoice.
  private func amount(
    _ receipt: ProviderInvoiceStatus.Receipt, _ hash: [UInt8]
  ) async throws -> Int64? {
    if let amount = receipt.amountMsat { return amount }
    let rows = try await database.query(InvoiceStatements.invoiceByHash, [.bytes(hash)])
    return rows.first?.amountMsat
  }

  private func close(_ event: InboundEvent, _ verdict: CloseInboundEvent.Verdict) async throws {
    let command = CloseInboundEvent(event: event.id, verdict: verdict)
    _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
  }
}
