/// The ledger's side of money leaving an escrow.
extension Decision {
  /// Pays the freelancer's wallet and the platform's fee, and issues the receipt.
  func pay(_ payment: EscrowCase.Payment, of escrow: Escrow) throws {
    let posting = Posting(self)
    try posting.transfer(
      payment.netMsat, debit: escrow.account,
      credit: AccountID(of: escrow.freelancer, kind: .wallet, asset: .btc), kind: .release)
    try posting.transfer(
      payment.feeMsat, debit: escrow.account,
      credit: .platform(.fees, asset: .btc, stripe: stripe), kind: .fee)
    issueReceipt(
      .release, escrow, posting, grossMsat: payment.grossMsat, feeMsat: payment.feeMsat,
      lines: payment.titles)
  }

  /// Gives `amountMsat` back to the client's wallet, without a fee, and issues the receipt.
  func refund(_ amountMsat: Int64, of escrow: Escrow) throws {
    guard amountMsat > 0 else { return }
    let posting = Posting(self)
    try posting.transfer(
      amountMsat, debit: escrow.account,
      credit: AccountID(of: escrow.client, kind: .wallet, asset: .btc), kind: .refund)
    issueReceipt(.refund, escrow, posting, grossMsat: amountMsat, feeMsat: 0, lines: [])
  }

  private func issueReceipt(
    _ kind: Receipt.Kind, _ escrow: Escrow, _ posting: Posting, grossMsat: Int64, feeMsat: Int64,
    lines: [String]
  ) {
    put(
      Receipt(
        id: newID(), escrow: escrow.id, transaction: posting.id, kind: kind,
        client: escrow.client, freelancer: escrow.freelancer, grossMsat: grossMsat,
        feeMsat: feeMsat, lines: lines, issuedAt: now))
  }
}
