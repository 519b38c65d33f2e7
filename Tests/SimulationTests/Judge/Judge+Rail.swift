@testable import PayLytServer

/// Payouts to banks, held against the rail's own book.
extension Judge {
  /// One of ours moved on, by what we heard.
  func followRail(_ payout: UUID, _ rate: LedgerModel.Rate, _ event: String) {
    guard let remittance = provider.remittances[rate.reference] else {
      return report(.provider, "payout \(payout) has a rate that nobody gave")
    }
    let isRight: Bool
    switch event {
    case "payout.succeeded":
      guard let taken = remittance.takenSatoshis else {
        return report(.provider, "payout \(payout) succeeded here and not there")
      }
      isRight = model.remit(
        payout, takenMsat: taken * 1000, feeMsat: remittance.feeSatoshis * 1000)
    case "payout.failed": isRight = model.settle(payout, fee: nil)
    case "payout.reversed":
      guard remittance.isReversed else {
        return report(.provider, "payout \(payout) came back here and not there")
      }
      isRight = model.bringBack(
        payout, returnedMsat: remittance.returnedMsat, keptFeeMsat: remittance.costMsat)
    default: return
    }
    endings.insert(event)
    if !isRight { report(.once, "payout \(payout) ended twice") }
  }

  /// What the rail has of us and we do not know of; below zero for what came back unheard. Of what
  /// came back it has the fee that it kept.
  var unheardMsatOfRail: Int64 {
    provider.remittances.filter(\.value.isSent).reduce(0) { sum, known in
      let (reference, remittance) = known
      guard let row = references[reference].flatMap({ payouts[$0] }) else {
        report(.provider, "the rail paid \(reference), which is no payout of ours")
        return sum
      }
      let state = PayoutState(rawValue: Int16(row.number("state")))
      let isOurs = [.failed, .cancelled].contains(state)
      if isOurs || state == .reversed && !remittance.isReversed, remittance.costMsat > 0 {
        report(.provider, "payout \(reference) was given back, and the rail paid it")
      }
      let heard =
        switch state {
        case .succeeded: remittance.chargedMsat
        case .reversed: row.number("fee_msat")
        case .reserved, .submitting, .submitted, .unknown, .failed, .cancelled, nil: Int64(0)
        }
      return sum + remittance.costMsat - heard
    }
  }

  /// References of what came back, and still counts as paid.
  var unheardReversals: [String] {
    provider.remittances.filter { reference, remittance in
      let row = references[reference].flatMap { payouts[$0] }
      return remittance.isReversed && row?.number("state") == 5
    }.keys.sorted()
  }
}
