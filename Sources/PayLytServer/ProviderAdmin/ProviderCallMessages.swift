import PayLytAPI
import PayLytCrypto
import StandardAPI

extension PayLytAPI.ProviderCall {
  init(_ call: ProviderCall) {
    self.init(
      name: "providerCalls/\(call.id)", provider: call.provider, operation: .init(call.operation),
      outcome: .init(call.outcome), reference: call.reference, paymentHash: call.paymentHash,
      amount: call.amount.map { PayLytAPI.Money($0) }, answer: call.answer,
      status: call.facts.status, providerRequestID: call.facts.requestID,
      detail: call.facts.detail, attempts: call.facts.attempts, times: call.times,
      startTime: ProtoTimestamp(call.startedAt), endTime: call.endedAt.map { ProtoTimestamp($0) })
  }
}

extension PayLytAPI.ProviderCall.Operation {
  init(_ operation: ProviderCall.Operation) {
    self = Self(rawValue: Int32(operation.rawValue))
  }
}

extension PayLytAPI.ProviderCall.Outcome {
  init(_ outcome: ProviderCall.Outcome) {
    self = Self(rawValue: Int32(outcome.rawValue))
  }
}

/// What a list of calls is narrowed by.
struct ProviderCallFilter: Sendable {
  let provider: String
  /// 0: all of them.
  let operation: Int16
  let outcome: Int16
  /// The first id of the span of time, and the first one behind it.
  let from: UUID
  let before: UUID

  init(_ request: ListProviderCallsRequest) throws(Refusal) {
    provider = request.provider
    guard let operation = Int16(exactly: request.operation.rawValue),
      operation == 0 || ProviderCall.Operation(rawValue: operation) != nil
    else { throw .invalid("operation", "Name one of the operations, or none.") }
    guard let outcome = Int16(exactly: request.outcome.rawValue),
      outcome == 0 || ProviderCall.Outcome(rawValue: outcome) != nil
    else { throw .invalid("outcome", "Name one of the outcomes, or none.") }
    self.operation = operation
    self.outcome = outcome
    from =
      try request.startTime.map { (time) throws(Refusal) in
        UUID(startOf: try Timestamp(time, field: "start_time"))
      } ?? UUID(high: 0, low: 0)
    before =
      try request.endTime.map { (time) throws(Refusal) in
        UUID(startOf: try Timestamp(time, field: "end_time"))
      } ?? UUID(high: .max, low: .max)
  }

  /// What a page token is bound to.
  var scope: String { "\(provider)\n\(operation) \(outcome) \(from) \(before)" }

  func values(_ page: Page) -> [SQLValue] {
    [
      .uuid(page.after.map { min($0, before) } ?? before), .uuid(from), .text(provider),
      .int2(operation), .int2(outcome), page.limit,
    ]
  }
}

extension ProviderCall {
  static func sats(_ msat: Int64) -> String { "\(msat) msat" }

  static func hash(of preimage: [UInt8]) -> [UInt8] { SHA256.hash(preimage) }

  static func rate(_ rate: ProviderRate) -> String {
    "\(rate.numerator) minor units for \(rate.denominator) bitcoin"
  }
}

extension ProviderPayment.State {
  /// What operators read.
  var told: String {
    switch self {
    case .pending: "pending"
    case .succeeded(let fee, _): "paid, fee \(ProviderCall.sats(fee))"
    case .failed(let reason): "failed: \(reason)"
    }
  }
}

extension RailPayout {
  /// What operators read.
  var told: String {
    let fee = feeSatoshis.map { ", fee \($0) sat" } ?? ""
    return switch state {
    case .quoted: "quoted"
    case .initiated: "initiated\(fee)"
    case .pending: "pending\(fee)"
    case .completed: "paid\(fee)"
    case .failed(let reason): "failed: \(reason)"
    case .expired: "expired"
    case .reversed(_, let reason): "came back: \(reason)"
    }
  }
}

extension RailQuoteOrder {
  /// What is ordered; nil in a currency that has no ledger.
  var money: Money? {
    switch amount {
    case .giving(let satoshis): .msat(satoshis * 1000)
    case .settling(let minor): Asset(rawValue: currency).map { Money(asset: $0, units: minor) }
    }
  }
}
