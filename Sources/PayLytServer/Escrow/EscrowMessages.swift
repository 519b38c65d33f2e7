import Lightning
import PayLytAPI
import StandardAPI

extension PayLytAPI.Escrow {
  init(_ held: EscrowCase) {
    let escrow = held.escrow
    let terms = escrow.terms
    self.init(
      name: "escrows/\(escrow.id)", job: "jobs/\(escrow.job)", client: "users/\(escrow.client)",
      freelancer: "users/\(escrow.freelancer)", state: State(escrow.state),
      amount: .msat(escrow.amountMsat), funded: .msat(escrow.fundedMsat),
      released: .msat(escrow.releasedMsat), refunded: .msat(escrow.refundedMsat),
      available: .msat(escrow.availableMsat), feeBasisPoints: terms.fees.rates.basisPoints,
      feeTaken: .msat(escrow.feeTakenMsat),
      milestones: held.milestones.map {
        PayLytAPI.Milestone($0, isDisputed: escrow.state == .disputed)
      },
      deadline: ProtoTimestamp(terms.deadline), version: escrow.version,
      createTime: ProtoTimestamp(escrow.createdAt), updateTime: ProtoTimestamp(escrow.updatedAt),
      paidLate: escrow.isPaidLate, overpaid: escrow.isOverpaid, etag: escrow.etag)
    disputed = .msat(escrow.disputedMsat)
    frozen = escrow.isFrozen
    fees = PayLytAPI.FeeSchedule(terms.fees.rates)
    feePayer = PayLytAPI.FeePayer(terms.fees.payer)
    clientFee = .msat(escrow.clientFeeMsat)
    due = .msat(escrow.state.isUnpaid ? escrow.dueMsat : 0)
    fundByTime = ProtoTimestamp(terms.fundBy)
    inspectionSeconds = terms.inspectionSeconds
    revisionsMax = Int32(terms.revisionsMax)
    autoRefund = terms.isReturnedByTimer
    clientConsentsToCancel = escrow.cancelConsents.contains(.client)
    freelancerConsentsToCancel = escrow.cancelConsents.contains(.freelancer)
    cancellationExpireTime = escrow.cancellableUntil.map { ProtoTimestamp($0) }
    clientConsentsToRestatement = escrow.restateConsents.contains(.client)
    freelancerConsentsToRestatement = escrow.restateConsents.contains(.freelancer)
    restatedDeadline = escrow.restatedDeadline.map { ProtoTimestamp($0) }
    newMilestones = escrow.newMilestones.map { PayLytAPI.NewMilestone($0) }
    restatementExpireTime = escrow.restatableUntil.map { ProtoTimestamp($0) }
    payeeCount = Int32(escrow.payeeCount)
    dispute = escrow.dispute.map { "disputes/\($0)" } ?? ""
  }
}

extension PayLytAPI.Escrow.State {
  init(_ state: EscrowState) {
    self =
      switch state {
      case .created: .created
      case .awaitingPayment: .awaitingPayment
      case .partiallyFunded: .partiallyFunded
      case .paidLocked: .paidLocked
      case .inReview: .inReview
      case .partiallyReleased: .partiallyReleased
      case .released: .released
      case .refunded: .refunded
      case .cancelled: .cancelled
      case .disputed: .disputed
      case .split: .split
      case .expired: .expired
      }
  }
}

extension PayLytAPI.Milestone {
  /// - Parameter isDisputed: whether the escrow is, so that what is held is frozen.
  init(_ milestone: Milestone, isDisputed: Bool) {
    self.init(
      name: "escrows/\(milestone.escrow)/milestones/\(milestone.position)",
      title: milestone.title, amount: .msat(milestone.amountMsat),
      state: isDisputed && milestone.state.isHeld ? .disputed : State(milestone.state),
      deliveryNote: milestone.deliveryNote,
      submitTime: milestone.submittedAt.map { ProtoTimestamp($0) },
      released: .msat(milestone.releasedMsat),
      reviewEndTime: milestone.reviewUntil.map { ProtoTimestamp($0) },
      revisions: Int32(milestone.revisions), revisionNote: milestone.revisionNote,
      restatedAmount: milestone.restatedMsat.map { .msat($0) })
  }
}

extension PayLytAPI.NewMilestone {
  init(_ new: NewMilestone) {
    self.init(title: new.title, amount: .msat(new.amountMsat))
  }
}

extension PayLytAPI.Milestone.State {
  init(_ state: MilestoneState) {
    self =
      switch state {
      case .pending: .pending
      case .funded: .funded
      case .submitted: .submitted
      case .released: .released
      case .refunded: .refunded
      case .cancelled: .cancelled
      case .revisionRequested: .revisionRequested
      case .split: .split
      }
  }
}

extension PayLytAPI.FeePayer {
  init(_ payer: FeePayer) {
    self =
      switch payer {
      case .client: .client
      case .freelancer: .freelancer
      case .split: .split
      }
  }
}

extension PayLytAPI.FeeSchedule {
  /// As it stands on a job and its escrow.
  init(_ fees: FeeRates) {
    self.init(
      name: "feeSchedules/\(fees.version)", version: fees.version, basisPoints: fees.basisPoints,
      fixed: .msat(fees.fixedMsat), min: .msat(fees.minMsat),
      max: fees.maxMsat == .max ? nil : .msat(fees.maxMsat))
  }

  init(_ schedule: FeeSchedule) {
    self.init(schedule.rates)
    createTime = ProtoTimestamp(schedule.createdAt)
  }
}

extension FundEscrowResponse {
  init(_ funding: FundEscrow.Funding) {
    let invoice = funding.invoice
    guard !invoice.paymentRequest.isEmpty else {
      // A rehearsal: there is no invoice.
      self.init(escrow: PayLytAPI.Escrow(funding.held))
      return
    }
    self.init(
      escrow: PayLytAPI.Escrow(funding.held), invoice: "invoices/\(invoice.id)",
      paymentRequest: invoice.paymentRequest, paymentURI: "lightning:\(invoice.paymentRequest)",
      qrText: "lightning:\(invoice.paymentRequest)".uppercased(),
      expireTime: ProtoTimestamp(invoice.expiresAt))
  }
}

extension Payload {
  /// The escrow after a payment, when the payment was one for us.
  static func escrow(of outcome: ReceivePayment.Outcome) -> Payload {
    switch outcome {
    case .applied(let held): Payload(PayLytAPI.Escrow(held))
    case .alreadyApplied, .unknownInvoice: .none(of: outcome)
    }
  }

  /// The escrow after a timer went off, when it did something.
  static func escrow(_ held: EscrowCase?) -> Payload {
    held.map { Payload(PayLytAPI.Escrow($0)) } ?? .none(of: held)
  }
}
