import PayLytAPI
import StandardAPI

extension PauseCapabilityRequest: ChangeRequest {}
extension ResumeCapabilityRequest: ChangeRequest {}

extension CapabilityStatus {
  init(_ found: CapabilitySwitch) {
    self.init(
      capability: .init(found.capability), paused: found.isPaused, reason: found.reason,
      changeTime: found.version == 0 ? nil : ProtoTimestamp(found.updatedAt), etag: found.etag)
  }
}

extension PayLytAPI.Capability {
  init(_ capability: Capability) {
    self =
      switch capability {
      case .registrations: .registrations
      case .jobs: .jobs
      case .funding: .funding
      case .releases: .releases
      case .deposits: .deposits
      case .transfers: .transfers
      case .conversions: .conversions
      case .payouts: .payouts
      }
  }
}

extension Capability {
  /// nil for none that we know.
  init?(_ wire: PayLytAPI.Capability) {
    switch wire {
    case .registrations: self = .registrations
    case .jobs: self = .jobs
    case .funding: self = .funding
    case .releases: self = .releases
    case .deposits: self = .deposits
    case .transfers: self = .transfers
    case .conversions: self = .conversions
    case .payouts: self = .payouts
    case .unspecified, .unrecognized: return nil
    }
  }
}

extension ReplayDeadLetterRequest: ChangeRequest {}
extension DiscardDeadLetterRequest: ChangeRequest {}

extension PayLytAPI.DeadLetter {
  init(_ letter: DeadLetter) {
    let kind: Kind =
      switch letter.name.kind {
      case .inboundEvent: .inboundEvent
      case .timer: .timer
      case .payout: .payout
      case .wallet: .wallet
      }
    let state: State =
      switch letter.state {
      case .dead: .dead
      case .replayed: .replayed
      case .discarded: .discarded
      }
    self.init(
      name: "\(letter.name)", kind: kind, state: state, what: letter.what, about: letter.about,
      note: letter.note, attempts: letter.attempts, sinceTime: ProtoTimestamp(letter.since))
  }
}

extension DeadLetter.Kind {
  /// nil for all of them.
  static func optional(_ wire: PayLytAPI.DeadLetter.Kind) throws(Refusal) -> DeadLetter.Kind? {
    switch wire {
    case .unspecified: nil
    case .inboundEvent: .inboundEvent
    case .timer: .timer
    case .payout: .payout
    case .wallet: .wallet
    case .unrecognized: throw .invalid("kind", "Name one of the kinds, or none.")
    }
  }
}
