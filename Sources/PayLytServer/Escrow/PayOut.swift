/// The ledger's side of money leaving an escrow.
extension Decision {
  /// Pays the freelancer, or those who share with them, and the platform's fee, and issues the
  /// receipt.
  ///
  /// - Parameter account: of the escrow's two, the one that holds the money.
  /// - Parameter quote: at which the freelancer's part is changed.
  func pay(
    _ payment: EscrowCase.Payment, of escrow: Escrow, from account: AccountID,
    at quote: UUID? = nil,
    _ exposure: ExposureLimits = .unlimited
  ) throws {
    let posting = Posting(self)
    let parts = parts(of: payment.netMsat, escrow)
    for part in parts {
      try posting.transfer(
        part.amountMsat, debit: account,
        credit: AccountID(of: part.user, kind: .wallet, asset: .btc), kind: .release)
    }
    try posting.transfer(
      payment.feeMsat, debit: account,
      credit: .platform(.fees, asset: .btc, stripe: stripe), kind: .fee)
    if let quote { try convert(parts, of: escrow, at: quote, posting, exposure) }
    issueReceipt(
      .release, escrow, posting, grossMsat: payment.grossMsat, feeMsat: payment.feeMsat,
      lines: payment.titles, parts: parts)
  }

  /// Gives `amountMsat` back to the client's wallet, without a fee, and issues the receipt.
  func refund(_ amountMsat: Int64, of escrow: Escrow, from account: AccountID) throws {
    guard amountMsat > 0 else { return }
    let posting = Posting(self)
    try posting.transfer(
      amountMsat, debit: account, credit: escrow.clientWallet, kind: .refund)
    issueReceipt(
      .refund, escrow, posting, grossMsat: amountMsat, feeMsat: 0, lines: [],
      parts: [PayeePart(user: escrow.client, amountMsat: amountMsat)])
  }

  /// Moves money between the escrow's own account and the one that a dispute freezes.
  func move(
    _ amountMsat: Int64, from debit: AccountID, to credit: AccountID, _ kind: TransferKind
  ) throws {
    try Posting(self).transfer(amountMsat, debit: debit, credit: credit, kind: kind)
  }

  private func issueReceipt(
    _ kind: Receipt.Kind, _ escrow: Escrow, _ posting: Posting, grossMsat: Int64, feeMsat: Int64,
    lines: [String], parts: [PayeePart]
  ) {
    put(
      Receipt(
        id: newID(), escrow: escrow.id, transaction: posting.id, kind: kind,
        client: escrow.client, freelancer: escrow.freelancer, grossMsat: grossMsat,
        feeMsat: feeMsat, lines: lines, parts: parts, issuedAt: now))
  }
}
