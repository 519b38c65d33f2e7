/// A failure that a user wants to see: on calls of their own, or of the provider on what is theirs.
struct SandboxFault: Hashable, Sendable {
  /// Raw values are stored and equal the API's.
  enum Kind: Int16, Sendable, CaseIterable {
    /// Nothing happens.
    case refuse = 1
    /// It happens, and the caller does not hear of it.
    case loseAnswer = 2
    case delay = 3
    /// Of the provider: nothing happens, and nobody knows that.
    case timeOut = 4
    /// Of the provider: a payment is taken, and fails for good.
    case fail = 5
    /// Of the provider: a webhook comes twice.
    case duplicate = 6
  }

  /// Of the place, which one fault after the other has.
  let id: UUID
  let user: UUID
  /// Which of the user's places it is.
  let slot: Int16
  /// Its name: `faults/{uuid}`.
  private(set) var number: UUID
  /// `paylyt.escrow.v1.EscrowService/FundEscrow`, or `provider/SendPayment`.
  private(set) var method: String
  private(set) var kind: Kind
  /// A gRPC status; 0 for a delay.
  private(set) var code: Int16
  private(set) var delayMilliseconds: Int32
  /// 0 once it is used up.
  private(set) var callsLeft: Int32

  mutating func clear() { callsLeft = 0 }

  /// Its place is another one's from now on.
  mutating func take(_ other: SandboxFault) {
    number = other.number
    method = other.method
    kind = other.kind
    code = other.code
    delayMilliseconds = other.delayMilliseconds
    callsLeft = other.callsLeft
  }
}

struct SetFault: Command {
  static let method = "SandboxService/SetFault"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let target: String
  let kind: SandboxFault.Kind
  let code: Int16
  let delayMilliseconds: Int32
  let calls: Int32

  func load(_ rows: Loader) { rows.want(SandboxFault.self, by: "user_id", .uuid(user)) }

  func decide(_ decision: Decision) throws -> SandboxFault {
    let others = decision.rows(SandboxFault.self, by: "user_id", .uuid(user))
    let free = others.first { $0.callsLeft == 0 }
    guard free != nil || others.count < Int(SandboxLimits.faultsPerUserMax) else {
      throw Refusal(
        .failedPrecondition, reason: "FAULTS_FULL",
        message: "You have \(SandboxLimits.faultsPerUserMax) faults. Clear them first.")
    }
    let id = decision.newID()
    let wanted = SandboxFault(
      id: id, user: user, slot: Int16(others.count), number: id, method: target, kind: kind,
      code: code, delayMilliseconds: delayMilliseconds, callsLeft: calls)
    var fault = free ?? wanted
    fault.take(wanted)
    decision.put(fault)
    decision.record("sandbox.fault_set", subject: "faults/\(fault.number)", parties: [user])
    return fault
  }
}

struct ClearFaults: Command {
  static let method = "SandboxService/ClearFaults"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID

  func load(_ rows: Loader) { rows.want(SandboxFault.self, by: "user_id", .uuid(user)) }

  func decide(_ decision: Decision) throws -> Int {
    var live = decision.rows(SandboxFault.self, by: "user_id", .uuid(user))
      .filter { $0.callsLeft > 0 }
    for index in live.indices {
      live[index].clear()
      decision.put(live[index])
    }
    if !live.isEmpty {
      decision.record("sandbox.faults_cleared", subject: "users/\(user)", parties: [user])
    }
    return live.count
  }
}
