@testable import PayLytServer

/// What services of the house and operators do: keys, addresses for events, switches, fees. No
/// money moves by it.
extension Planner {
  static let sealed = SealedDetails(keyID: 0, bytes: [1])

  private mutating func admin() -> Caller? { draw.one(of: knowledge.admins).map { caller($0) } }

  // MARK: Keys

  mutating func createApiKey() -> Operation? {
    guard let caller = admin() else { return nil }
    let (id, now) = (newID(0xca), now)
    return change("a key \(id)") {
      [$0.id]
    } learn: {
      $0.apiKeys += $1
    } _: {
      CreateApiKey(
        caller: caller, request: $0, id: id, displayName: "key", credential: .secret,
        scopes: ["escrow.read"], proof: [UInt8](repeating: 3, count: 32), certificateName: nil,
        expiresAt: now.adding(seconds: 90_000))
    }
  }

  mutating func rotateApiKey() -> Operation? {
    guard let caller = admin(), let id = draw.recent(of: knowledge.apiKeys) else { return nil }
    let proof = [UInt8](repeating: UInt8(number & 0xff), count: 32)
    return change("rotate key \(id)") {
      RotateApiKey(caller: caller, request: $0, id: id, proof: proof, overlapSeconds: 60)
    }
  }

  mutating func revokeApiKey() -> Operation? {
    guard let caller = admin(), let id = draw.recent(of: knowledge.apiKeys) else { return nil }
    return change("revoke key \(id)") {
      RevokeApiKey(caller: caller, request: $0, id: id, reason: "x")
    }
  }

  mutating func noteApiKeyUse() -> Operation? {
    guard let id = draw.recent(of: knowledge.apiKeys) else { return nil }
    return change("key \(id) is used", isRepeatable: false) { _ in NoteApiKeyUse(id: id) }
  }

  mutating func spendNonce() -> Operation? {
    // A few: some were seen before.
    let id = UUID(high: 0x0ce, low: UInt64(draw.number(1...40)) << 8)
    let end = now.adding(seconds: 300)
    return change("a signed request", isRepeatable: false) { _ in
      SpendNonce(nonce: RequestNonce(id: id, expiresAt: end))
    }
  }

  // MARK: Addresses for events

  mutating func createEndpoint() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let (caller, id) = (caller(user), newID(0xe0))
    return change("\(user) wants events at \(id)") {
      [$0.id]
    } learn: { knowledge, ids in
      knowledge.endpoints += ids.map { .init(id: $0, user: user) }
    } _: {
      CreateWebhookEndpoint(
        caller: caller, request: $0, user: user, endpoint: id,
        content: .init(url: "https://example.org/\(id)", description: "", types: []),
        secret: Self.sealed, position: 0)
    }
  }

  /// A change of one of the endpoints by its owner, or by somebody else.
  private mutating func endpoint<C: Command>(
    _ text: String, _ make: @escaping @Sendable (Caller, RequestIdentity?, UUID, UUID) -> C
  ) -> Operation? {
    guard let endpoint = draw.recent(of: knowledge.endpoints) else { return nil }
    let user = somebody(rather: endpoint.user)
    let caller = caller(user)
    return change("\(text) \(endpoint.id)") { make(caller, $0, user, endpoint.id) }
  }

  mutating func updateEndpoint() -> Operation? {
    endpoint("change endpoint") {
      UpdateWebhookEndpoint(
        caller: $0, request: $1, user: $2, endpoint: $3,
        content: .init(url: "https://example.org", description: "x", types: ["escrow.*"]),
        etag: "")
    }
  }

  mutating func deleteEndpoint() -> Operation? {
    endpoint("delete endpoint") {
      DeleteWebhookEndpoint(caller: $0, request: $1, user: $2, endpoint: $3, etag: "")
    }
  }

  mutating func disableEndpoint() -> Operation? {
    endpoint("disable endpoint") {
      DisableWebhookEndpoint(caller: $0, request: $1, user: $2, endpoint: $3, etag: "")
    }
  }

  mutating func enableEndpoint() -> Operation? {
    let position = draw.chance(50) ? draw.number(0...100) : nil
    return endpoint("enable endpoint") {
      EnableWebhookEndpoint(
        caller: $0, request: $1, user: $2, endpoint: $3, position: position, etag: "")
    }
  }

  mutating func rotateSecret() -> Operation? {
    endpoint("another secret for endpoint") {
      RotateWebhookSecret(
        caller: $0, request: $1, user: $2, endpoint: $3, secret: Self.sealed, overlapSeconds: 60,
        etag: "")
    }
  }

  mutating func testEndpoint() -> Operation? {
    endpoint("try endpoint") {
      TestWebhookEndpoint(caller: $0, request: $1, user: $2, endpoint: $3)
    }
  }

  mutating func redeliverAll() -> Operation? {
    endpoint("deliver again to endpoint") {
      RedeliverWebhooks(caller: $0, request: $1, user: $2, endpoint: $3, deliveries: [])
    }
  }

  mutating func failEndpoint() -> Operation? {
    guard let endpoint = draw.recent(of: knowledge.endpoints) else { return nil }
    return change("endpoint \(endpoint.id) never answers", isRepeatable: false) { _ in
      FailWebhookEndpoint(endpoint: endpoint.id, reason: "x")
    }
  }

  // MARK: Operators

  /// Mostly what is paused goes on: too many would stop everybody.
  mutating func setCapability() -> Operation? {
    guard let caller = admin() else { return nil }
    let paused = model.paused.sorted { $0.rawValue < $1.rawValue }
    let resumed = draw.chance(90) ? draw.one(of: paused) : nil
    guard let capability = resumed ?? draw.one(of: Capability.allCases) else { return nil }
    return set(capability, isPaused: resumed == nil, caller)
  }

  func set(_ capability: Capability, isPaused: Bool, _ caller: Caller) -> Operation {
    Operation(number, "\(isPaused ? "pause" : "resume") \(capability)") { _, request in
      SetCapability(
        caller: caller, request: request, capability: capability, isPaused: isPaused, reason: "x")
    } effect: { model, _, _ in
      model.pause(capability, isPaused)
    }
  }

  mutating func setFeeSchedule() -> Operation? {
    guard let caller = admin() else { return nil }
    let points = Int32(draw.number(0...500))
    return change("fees of \(points) basis points") {
      SetFeeSchedule(
        caller: caller, request: $0, basisPoints: points, fixedMsat: 0, minMsat: 0, maxMsat: .max,
        replaces: 0)
    }
  }

  /// A payout that is asked about at once, whatever its turn is.
  mutating func replayDeadLetter() -> Operation? {
    guard let caller = admin(), let payout = draw.recent(of: knowledge.payouts) else { return nil }
    return change("ask about payout \(payout.id) now") {
      ReplayDeadLetter(
        caller: caller, request: $0, letter: .init(.payout, payout.id), reason: "x")
    }
  }

  mutating func queueReconciliation() -> Operation? {
    guard let caller = admin() else { return nil }
    let (from, to) = (now.adding(seconds: -3600), now)
    return change("compare the books") {
      [$0.id]
    } learn: {
      $0.runs += $1
    } _: {
      QueueReconciliation(
        caller: caller, request: $0, provider: "simulator", from: from, to: to)
    }
  }

  mutating func beginReconciliation() -> Operation? {
    guard let run = knowledge.runs.last else { return nil }
    return change("begin to compare", isRepeatable: false) { _ in BeginReconciliation(run: run) }
  }

  mutating func finishReconciliation() -> Operation? {
    guard let run = knowledge.runs.last else { return nil }
    // As it is when it was queued and begun once.
    return change("the provider does not answer", isRepeatable: false) { _ in
      FinishReconciliation(run: run, version: 2, verdict: .failed(.notAnswered, "x"))
    }
  }

  // MARK: Who is paid out to

  mutating func createBeneficiary() -> Operation? {
    if draw.chance(50) { return createBank() }
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    let made = Beneficiary(
      id: newID(0xbe), user: user, method: .lightningAddress, label: "Ada", country: "",
      currency: .btc, masked: "a…", details: Self.sealed, createdAt: now, deletedAt: nil,
      version: 1)
    return change("\(user) knows \(made.id)") {
      [$0.id]
    } learn: { knowledge, ids in
      knowledge.beneficiaries += ids.map { .init(id: $0, user: user) }
    } _: {
      CreateBeneficiary(caller: caller, request: $0, beneficiary: made)
    }
  }

  mutating func deleteBeneficiary() -> Operation? {
    guard let known = draw.recent(of: knowledge.beneficiaries) else { return nil }
    let user = somebody(rather: known.user)
    let caller = caller(user)
    return change("\(user) forgets \(known.id)") {
      DeleteBeneficiary(caller: caller, request: $0, user: user, beneficiary: known.id)
    }
  }

  mutating func keepBeneficiary() -> Operation? {
    guard let known = draw.recent(of: knowledge.beneficiaries) else { return nil }
    return change("\(known.id) is sealed anew", isRepeatable: false) { _ in
      KeepBeneficiary(beneficiary: known.id, version: 1, details: Self.sealed)
    }
  }

  // MARK: The sandbox

  mutating func advanceSandboxClock() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let (caller, seconds) = (caller(user), draw.number(1...100))
    return change("\(seconds) s of the sandbox") {
      AdvanceSandboxClock(caller: caller, request: $0, user: user, seconds: seconds)
    }
  }

  mutating func setFault() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("\(user) wants a fault") {
      SetFault(
        caller: caller, request: $0, user: user, target: "*", kind: .refuse, code: 14,
        delayMilliseconds: 0, calls: 1)
    }
  }

  mutating func clearFaults() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("\(user) wants no faults") {
      ClearFaults(caller: caller, request: $0, user: user)
    }
  }

  mutating func payInvoice() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("\(user) has an invoice paid") {
      PayInvoice(
        caller: caller, request: $0, user: user, invoice: "invoices/\(user)", amountMsat: 1000,
        isLate: false)
    }
  }
}
