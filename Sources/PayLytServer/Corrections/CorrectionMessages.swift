import PayLytAPI
import StandardAPI

extension ProposeCorrectionRequest: ChangeRequest {}
extension ApproveCorrectionRequest: ChangeRequest {}
extension WithdrawCorrectionRequest: ChangeRequest {}
extension ListCorrectionsRequest: SearchRequest {}

extension PayLytAPI.Correction {
  /// - Parameter forAdmin: whether its reason is shown.
  init(_ correction: Correction, forAdmin: Bool = true) {
    self.init(
      name: "corrections/\(correction.id)", kind: Kind(correction.kind),
      state: State(correction.state), user: correction.user.map { "users/\($0)" } ?? "",
      amount: PayLytAPI.Money(correction.amount), subject: correction.subject,
      reason: forAdmin ? correction.reason : "", proposer: "users/\(correction.proposer)",
      approver: correction.approver.map { "users/\($0)" } ?? "",
      createTime: ProtoTimestamp(correction.createdAt),
      expireTime: ProtoTimestamp(correction.expiresAt),
      decideTime: correction.decidedAt.map { ProtoTimestamp($0) },
      ledgerTransaction: correction.transaction?.description ?? "", etag: correction.etag)
  }
}

extension PayLytAPI.Correction.Kind {
  init(_ kind: CorrectionKind) {
    self =
      switch kind {
      case .providerLoss: .providerLoss
      case .providerGain: .providerGain
      case .walletCredit: .walletCredit
      case .walletDebit: .walletDebit
      }
  }
}

extension CorrectionKind {
  /// nil for none that we know.
  init?(_ wire: PayLytAPI.Correction.Kind) {
    switch wire {
    case .providerLoss: self = .providerLoss
    case .providerGain: self = .providerGain
    case .walletCredit: self = .walletCredit
    case .walletDebit: self = .walletDebit
    case .unspecified, .unrecognized: return nil
    }
  }
}

extension PayLytAPI.Correction.State {
  init(_ state: CorrectionState) {
    self =
      switch state {
      case .proposed: .proposed
      case .booked: .booked
      case .withdrawn: .withdrawn
      }
  }
}
