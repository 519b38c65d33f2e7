import Lightning
import PayLytAPI
import StandardAPI

extension Payload {
  static func deposit(of deposit: Deposit) -> Payload { Payload(PayLytAPI.Deposit(deposit)) }
}

extension PayLytAPI.Deposit {
  init(_ deposit: Deposit) {
    // Of a rehearsal there is nothing that could be paid.
    let link = deposit.paymentRequest.isEmpty ? nil : PaymentLink(deposit.paymentRequest)
    self.init(
      name: "deposits/\(deposit.id)", user: "users/\(deposit.user)", state: State(deposit.state),
      amount: .msat(deposit.amountMsat), paid: .msat(deposit.paidMsat),
      paymentRequest: deposit.paymentRequest, paymentHash: deposit.paymentHash,
      expireTime: ProtoTimestamp(deposit.expiresAt),
      settleTime: deposit.settledAt.map { ProtoTimestamp($0) },
      createTime: ProtoTimestamp(deposit.createdAt),
      paymentURI: link?.uri ?? "", qrText: link?.qrText ?? "",
      bip21URI: link?.bip21(amountMsat: deposit.amountMsat) ?? "")
  }
}

extension PayLytAPI.Deposit.State {
  init(_ state: DepositState) {
    self =
      switch state {
      case .pending: .pending
      case .settled: .settled
      case .expired: .expired
      }
  }
}

extension PayLytAPI.Wallet {
  /// - Parameter forAdmin: whether the reason of a freeze is shown.
  init(_ view: WalletView, forAdmin: Bool) {
    let isFrozen = view.freeze?.isFrozen ?? false
    self.init(
      name: "users/\(view.user)/wallet", balances: view.balances.map { PayLytAPI.Money($0) },
      frozen: isFrozen,
      freezeReason: isFrozen && forAdmin ? view.freeze?.reason ?? "" : "")
  }
}

extension WalletEntry {
  init(_ movement: WalletMovement) {
    self.init(
      amount: PayLytAPI.Money(movement.amount), kind: movement.kind.name,
      ledgerTransaction: movement.transaction.description,
      createTime: ProtoTimestamp(movement.createdAt))
  }
}

extension FundsTransfer {
  init(_ done: TransferFunds.Done, note: String) {
    self.init(
      from: "users/\(done.from)", to: "users/\(done.to)",
      amount: PayLytAPI.Money(done.amount), note: note,
      ledgerTransaction: done.transaction.description, createTime: ProtoTimestamp(done.at))
  }
}

extension CreateDepositRequest: ChangeRequest {}
extension TransferFundsRequest: ChangeRequest {}
extension FreezeWalletRequest: ChangeRequest {}
extension UnfreezeWalletRequest: ChangeRequest {}
extension HandOverWalletRequest: ChangeRequest {}
