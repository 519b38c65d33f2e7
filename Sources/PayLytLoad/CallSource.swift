import PayLytRPC

/// Where the calls of a run come from.
enum CallSource: Sendable {
  /// Operations, drawn from a mix, that work on a work file.
  case operations(Mix, seed: UInt64, WorkSupply, SignedInUsers)
  case prepared(PreparedCalls)

  /// The call of one arrival; nil when there is none any more.
  func call(of arrival: UInt64) -> LoadCall? {
    switch self {
    case .operations(let mix, let seed, let supply, let users):
      LoadCall(
        mix.operation(of: arrival, seed: seed), arrival: arrival, supply, users, seed: seed)
    case .prepared(let calls): calls.take()
    }
  }

  /// Where a next run has to begin.
  var position: Int {
    switch self {
    case .operations(_, _, let supply, _): supply.position
    case .prepared(let calls): calls.position
    }
  }

  /// Renews what signs the callers in, until the task is cancelled.
  func keepFresh(on channel: Channel) async throws {
    switch self {
    case .operations(_, _, _, let users): try await users.keepFresh(on: channel)
    case .prepared(let calls): try await calls.keepFresh()
    }
  }
}
