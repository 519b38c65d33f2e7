import Lightning
import PayLytAPI
import PayLytCrypto
import StandardAPI

extension PayLytAPI.Escrow {
  init(_ held: EscrowCase) {
    let escrow = held.escrow
    self.init(
      name: "escrows/\(escrow.id)", job: "jobs/\(escrow.job)", client: "users/\(escrow.client)",
      freelancer: "users/\(escrow.freelancer)", state: State(escrow.state),
      amount: .msat(escrow.amountMsat), funded: .msat(escrow.fundedMsat),
      released: .msat(escrow.releasedMsat), refunded: .msat(escrow.refundedMsat),
      available: .msat(escrow.availableMsat), feeBasisPoints: escrow.feeBasisPoints,
      feeTaken: .msat(escrow.feeTakenMsat),
      milestones: held.milestones.map { PayLytAPI.Milestone($0) },
      deadline: ProtoTimestamp(escrow.deadline), version: escrow.version,
      createTime: ProtoTimestamp(escrow.createdAt), updateTime: ProtoTimestamp(escrow.updatedAt),
      paidLate: escrow.isPaidLate, overpaid: escrow.isOverpaid, etag: escrow.etag)
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
      }
  }
}

extension PayLytAPI.Milestone {
  init(_ milestone: Milestone) {
    self.init(
      name: "escrows/\(milestone.escrow)/milestones/\(milestone.position)",
      title: milestone.title, amount: .msat(milestone.amountMsat),
      state: State(milestone.state), deliveryNote: milestone.deliveryNote,
      submitTime: milestone.submittedAt.map { ProtoTimestamp($0) })
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
      }
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

extension PayLytAPI.Receipt {
  /// The receipt, signed so that it can be checked without us.
  init(_ receipt: Receipt, key: Ed25519.SigningKey) {
    self.init(
      name: "escrows/\(receipt.escrow)/receipts/\(receipt.id)",
      kind: receipt.kind == .release ? .release : .refund,
      client: "users/\(receipt.client)", freelancer: "users/\(receipt.freelancer)",
      gross: .msat(receipt.grossMsat), fee: .msat(receipt.feeMsat),
      net: .msat(receipt.grossMsat - receipt.feeMsat),
      ledgerTransaction: receipt.transaction.description,
      issueTime: ProtoTimestamp(receipt.issuedAt), lines: receipt.lines)
    signature = key.sign(wireBytes)
    keyID = Hex.encode(SHA256.hash(key.verifyKey.bytes).prefix(8))
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
}
