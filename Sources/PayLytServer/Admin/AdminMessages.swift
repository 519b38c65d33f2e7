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
