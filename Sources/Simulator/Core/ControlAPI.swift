import PayLytHTTP

/// The knobs for tests, under `/sim/`; docs/SIMULATOR.md has all of them. They are not signed: the
/// simulator listens on loopback.
struct ControlAPI {
  let request: HTTPServerRequest
  let now: Int64

  struct PayBody: Decodable {
    var amountSat: Int64?
    var late: Bool?
    /// Of whoever pays: with the same one, the invoice is paid once and the answer is the same.
    var payment: String?
  }

  struct FailBody: Decodable {
    var reason: String?
    /// Of a payout that comes back.
    var keepsFee: Bool?
  }

  struct FaultBody: Decodable {
    /// Absent or "*" for every operation.
    var operation: String?
    var kind: FaultKind
    var count: Int?
    var delayMs: Int64?
  }

  struct BookAnswer: Encodable {
    struct Entry: Encodable {
      let debit: String
      let credit: String
      let amountMsat: Int64
      let about: String
    }

    let balancesMsat: [String: Int64]
    let sumMsat: Int64
    let entries: [Entry]
  }

  struct PaymentsAnswer: Encodable { let payments: [PaymentAnswer] }
  struct InvoicesAnswer: Encodable { let invoices: [InvoiceAnswer] }
  struct PayoutsAnswer: Encodable { let payouts: [PayoutAnswer] }
  struct FaultsAnswer: Encodable { let armed: [Faults.Armed] }
  struct Done: Encodable { let done = true }

  func perform(on world: inout World) throws(World.Refusal) -> BitnobAPI.Outcome {
    let parts = request.path.split(separator: "/").map(String.init)
    switch (request.method, parts.count, parts.count > 1 ? parts[1] : "") {
    case ("GET", 2, "book"): return answer(book(world))
    case ("GET", 2, "payments"):
      return answer(PaymentsAnswer(payments: world.payments.map(PaymentAnswer.init)))
    case ("GET", 2, "invoices"):
      let all = world.invoices(status: nil, now: now)
      return answer(InvoicesAnswer(invoices: all.map { InvoiceAnswer($0, now: now) }))
    case ("GET", 2, "payouts"):
      return answer(PayoutsAnswer(payouts: world.payouts.map { PayoutAnswer($0, now: now) }))
    case ("POST", 4, "payouts"): return try finishPayout(parts[2], parts[3], &world)
    case ("GET", 2, "faults"): return answer(FaultsAnswer(armed: world.faults.armed))
    case ("POST", 2, "faults"):
      try arm(&world)
      return answer(FaultsAnswer(armed: world.faults.armed))
    case ("DELETE", 2, "faults"):
      world.faults.disarmAll()
      return answer(Done())
    case ("POST", 4, "invoices") where parts[3] == "pay": return try pay(parts[2], &world)
    case ("POST", 4, "invoices") where parts[3] == "time-out": return try timeOut(parts[2], &world)
    case ("POST", 4, "payments") where parts[3] == "settle" || parts[3] == "fail":
      return try finish(parts[2], succeeds: parts[3] == "settle", &world)
    default: throw World.Refusal(404, "not_found", "no such knob")
    }
  }

  private func body<Body: Decodable>(_ type: Body.Type) throws(World.Refusal) -> Body {
    try JSON.decode(type, from: request.body.isEmpty ? Array("{}".utf8) : request.body)
  }

  private func pay(
    _ name: String, _ world: inout World
  ) throws(World.Refusal) -> BitnobAPI.Outcome {
    let body = try body(PayBody.self)
    var amountMsat: Int64?
    if let satoshis = body.amountSat {
      guard (1...2 * Limits.invoiceSatMax).contains(satoshis) else {
        throw World.Refusal(422, "invalid_amount", "the amount is not payable")
      }
      amountMsat = satoshis * 1000
    }
    let (record, events) = try world.payInvoice(
      name, amountMsat: amountMsat, isLate: body.late ?? false, payment: body.payment,
      now: now)
    var outcome = answer(InvoiceAnswer(record, now: now))
    outcome.events = events
    return outcome
  }

  /// A held payment was held for too long: the node gives it back to keep its channels.
  private func timeOut(
    _ name: String, _ world: inout World
  ) throws(World.Refusal) -> BitnobAPI.Outcome {
    guard let record = world.invoice(name), case .held = record.state else {
      throw World.Refusal(409, "not_held", "nothing is held")
    }
    try world.cancelHold(hash: record.invoice.paymentHash)
    return answer(InvoiceAnswer(world.invoice(name) ?? record, now: now))
  }

  private func finish(
    _ name: String, succeeds: Bool, _ world: inout World
  ) throws(World.Refusal) -> BitnobAPI.Outcome {
    let record: PaymentRecord
    let events: [Event]
    if succeeds {
      (record, events) = try world.settlePayment(name, now: now)
    } else {
      let reason = try body(FailBody.self).reason ?? "no_route"
      (record, events) = try world.failPayment(name, reason: reason, now: now)
    }
    var outcome = answer(PaymentAnswer(record))
    outcome.events = events
    return outcome
  }

  private func finishPayout(
    _ name: String, _ how: String, _ world: inout World
  ) throws(World.Refusal) -> BitnobAPI.Outcome {
    let asked = try body(FailBody.self)
    let reason = asked.reason ?? "account_closed"
    let state: PayoutRecord.State
    switch how {
    case "settle": state = .completed
    case "fail": state = .failed(reason: reason)
    case "reverse": state = .reversed(reason: reason)
    default: throw World.Refusal(404, "not_found", "no such knob")
    }
    let (record, events) = try world.finishPayout(
      name, state, keepsFee: asked.keepsFee, now: now)
    var outcome = answer(PayoutAnswer(record, now: now))
    outcome.events = events
    return outcome
  }

  private func arm(_ world: inout World) throws(World.Refusal) {
    let body = try body(FaultBody.self)
    var operation: Operation?
    if let name = body.operation, name != "*" {
      guard let known = Operation(rawValue: name) else {
        throw World.Refusal(422, "unknown_operation", "no such operation")
      }
      operation = known
    }
    let fault = Faults.Armed(
      operation: operation, kind: body.kind, count: body.count ?? 1,
      delayMilliseconds: body.delayMs)
    guard world.faults.arm(fault) else {
      throw World.Refusal(422, "invalid_fault", "the count or the delay is out of bounds")
    }
  }

  private func book(_ world: World) -> BookAnswer {
    let balances = Book.Account.allCases.map { ($0.rawValue, world.book.balance($0)) }
    return BookAnswer(
      balancesMsat: Dictionary(uniqueKeysWithValues: balances), sumMsat: world.book.sum,
      entries: world.book.entries.map {
        .init(
          debit: $0.debit.rawValue, credit: $0.credit.rawValue, amountMsat: $0.amountMsat,
          about: $0.about)
      })
  }

  private func answer(_ payload: some Encodable) -> BitnobAPI.Outcome {
    BitnobAPI.Outcome(response: .json(200, JSON.encode(payload)))
  }
}
