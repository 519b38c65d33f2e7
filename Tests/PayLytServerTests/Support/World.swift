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
        freelancer: freelancer, agreement: .init(sha256: job.termsSHA256)))
  }

  /// A new escrow of the fixture's terms in `state`; what is released or submitted is milestone 1.
  ///
  /// Of the fixture's deal with other conditions, amounts differ where the client bears fees.
  func escrow(
    in state: EscrowState, _ conditions: EscrowConditions = .fixture
  ) throws -> EscrowCase {
    let job = try accept(try job(JobTerms.fixture.with(conditions))).job
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
    case .disputed:
      try pay(try invoice(for: fresh))
      try store.carryOut(TestDispute(escrow: id, step: .open))
    case .split:
      try pay(try invoice(for: fresh))
      try store.carryOut(TestDispute(escrow: id, step: .open))
      try store.carryOut(TestDispute(escrow: id, step: .settle(toFreelancerMsat: 30_000_000)))
    case .expired:
      // Unpaid for a day; the world's time goes on from where it was.
      let now = store.now
      store.now = fresh.terms.fundBy.adding(seconds: EscrowLimits.fundingGraceSeconds)
      try store.carryOut(EndFunding(escrow: id))
      store.now = now
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

  /// The provider says that nobody has paid.
  func expireInvoices(of escrow: UUID) throws {
    for invoice in store.rows(Invoice.self) where invoice.escrow == escrow {
      try store.carryOut(ExpireInvoice(invoice: invoice.id))
    }
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

/// The escrow's side of a dispute, without the dispute: how an escrow in that state comes about.
struct TestDispute: EscrowCommand {
  enum Step: Hashable {
    case open
    case settle(toFreelancerMsat: Int64)
  }

  static let method = "test/Dispute"
  let caller = Caller.system("test")
  let request: RequestIdentity? = nil
  let escrow: UUID
  let step: Step
  let etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRelease(stripe: stripe) + escrow.accountsOfRefund + [escrow.disputedAccount]
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller)
    switch step {
    case .open:
      let frozen = try held.openDispute(.entity(77), at: decision.now)
      try decision.move(
        frozen, from: held.escrow.account, to: held.escrow.disputedAccount, .disputeFreeze)
    case .settle(let amount):
      let frozen = held.escrow.disputedMsat
      let (payment, refund) = try held.settleDispute(
        toFreelancerMsat: amount, toClientMsat: frozen - amount, at: decision.now)
      if let payment {
        try decision.pay(payment, of: held.escrow, from: held.escrow.disputedAccount)
      }
      try decision.refund(refund, of: held.escrow, from: held.escrow.disputedAccount)
    }
    decision.put(held)
    return held
  }
}
