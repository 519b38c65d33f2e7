@testable import PayLytServer

/// Some people on a memory store, and the way to any state by real commands.
final class World {
  let store: MemoryStore
  private var payments: UInt8 = 0

  init(seed: UInt64 = 1) { store = MemoryStore(seed: seed) }

  func job(_ terms: JobTerms = .fixture) throws -> Job {
    try store.carryOut(
      CreateJob(
        caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture)
    ).job
  }

  func accept(_ job: Job, as freelancer: UUID = .entity(2)) throws -> JobView {
    try store.carryOut(
      AcceptTerms(
        caller: .user(freelancer, [.freelancer]), request: nil, job: job.id,
        freelancer: freelancer, termsSHA256: job.termsSHA256))
  }

  /// A new escrow of the fixture's terms in `state`; what is released or submitted is milestone 1.
  func escrow(in state: EscrowState) throws -> EscrowCase {
    let job = try accept(try job()).job
    guard let id = job.escrow, let fresh = store.row(Escrow.self, id) else {
      preconditionFailure("an assigned job has an escrow")
    }
    switch state {
    case .created: break
    case .awaitingPayment: _ = try invoice(for: fresh)
    case .partiallyFunded: try pay(try invoice(for: fresh), msat: 30_000_000)
    case .paidLocked: try pay(try invoice(for: fresh))
    case .inReview:
      try pay(try invoice(for: fresh))
      try store.carryOut(
        SubmitMilestone(caller: .freelancer, request: nil, escrow: id, position: 1, note: "done"))
    case .partiallyReleased:
      try pay(try invoice(for: fresh))
      try store.carryOut(
        ReleaseMilestone(caller: .client, request: nil, escrow: id, position: 1))
    case .released:
      try pay(try invoice(for: fresh))
      try store.carryOut(ReleaseEscrow(caller: .client, request: nil, escrow: id))
    case .refunded:
      try pay(try invoice(for: fresh))
      try store.carryOut(
        RefundEscrow(caller: .freelancer, request: nil, escrow: id, reason: "no time"))
    case .cancelled:
      _ = try invoice(for: fresh)
      try store.carryOut(CancelEscrow(caller: .client, request: nil, escrow: id))
    }
    return held(id)
  }

  func held(_ id: UUID) -> EscrowCase {
    guard let escrow = store.row(Escrow.self, id) else { preconditionFailure("no escrow \(id)") }
    return EscrowCase(
      escrow: escrow, milestones: store.rows(Milestone.self).filter { $0.escrow == id })
  }

  /// The invoice of an escrow that can be paid now; made when there is none.
  func invoice(for escrow: Escrow) throws -> Invoice {
    try store.carryOut(
      FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made(for: escrow))
    ).invoice
  }

  /// What a provider would have made for the escrow.
  func made(for escrow: Escrow) -> FundEscrow.Made {
    payments += 1
    return FundEscrow.Made(
      provider: "simulator", reference: FundEscrow.reference(for: escrow),
      providerID: "\(payments)", paymentHash: [UInt8](repeating: payments, count: 32),
      paymentRequest: "lnbc\(payments)", amountMsat: FundEscrow.invoiceMsat(for: escrow),
      expiresAt: store.now.adding(seconds: EscrowLimits.invoiceExpirySeconds))
  }

  @discardableResult
  func pay(_ invoice: Invoice, msat: Int64? = nil) throws -> ReceivePayment.Outcome {
    try store.carryOut(
      ReceivePayment(
        caller: .system("webhooks"), paymentHash: invoice.paymentHash,
        paidMsat: msat ?? invoice.amountMsat, event: nil))
  }
}
