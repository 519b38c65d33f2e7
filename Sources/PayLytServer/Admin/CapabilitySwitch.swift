/// Whether a capability goes on, and why not.
struct CapabilitySwitch: Hashable, Sendable, Versioned {
  let capability: Capability
  private(set) var isPaused: Bool
  /// Why it was paused or let go on, for people.
  private(set) var reason: String
  private(set) var version: Int64
  private(set) var updatedAt: Timestamp

  /// One that nobody has touched yet.
  init(_ capability: Capability) {
    self.init(
      capability: capability, isPaused: false, reason: "", version: 0,
      updatedAt: Timestamp(microseconds: 0))
  }

  init(
    capability: Capability, isPaused: Bool, reason: String, version: Int64, updatedAt: Timestamp
  ) {
    self.capability = capability
    self.isPaused = isPaused
    self.reason = reason
    self.version = version
    self.updatedAt = updatedAt
  }

  /// - Throws: ILLEGAL_TRANSITION when it is so already.
  mutating func set(isPaused: Bool, reason: String, at now: Timestamp) throws(Refusal) {
    guard isPaused != self.isPaused else {
      throw Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: isPaused ? "It is paused already." : "It is not paused.")
    }
    self.isPaused = isPaused
    self.reason = reason
    version += 1
    updatedAt = now
  }
}

/// An admin pauses a capability, or lets it go on.
struct SetCapability: Command {
  static let method = "AdminService/PauseCapability"
  let caller: Caller
  let request: RequestIdentity?
  let capability: Capability
  let isPaused: Bool
  let reason: String
  var etag = ""

  var method: String { isPaused ? Self.method : "AdminService/ResumeCapability" }

  func load(_ rows: Loader) { rows.want(CapabilitySwitch.self, capability.id) }

  func decide(_ decision: Decision) throws -> CapabilitySwitch {
    var found =
      decision.row(CapabilitySwitch.self, capability.id) ?? CapabilitySwitch(capability)
    try found.check(etag: etag)
    try found.set(isPaused: isPaused, reason: reason, at: decision.now)
    decision.put(found)
    decision.record(
      isPaused ? "capability.paused" : "capability.resumed",
      subject: "capabilities/\(capability)", parties: [], reason: reason)
    return found
  }
}
