import PayLytRPC

/// What everybody who reads the sealed log shares.
struct SealedLog: Sendable {
  let database: Database
  /// Rings with everything that is sealed.
  let bell: Bell
  let loop: EventLoop

  /// Returns once everything is sealed that was committed before this call, so that a list shows
  /// what its caller has just done; at the latest after `AuditLimits.catchUpMilliseconds`.
  func catchUp(_ context: ServerContext) async throws {
    let newest = try await database.query(AuditStatements.newest, deadline: context.deadline)
    guard let newest = newest.first else { return }
    let limit = Deadline(after: .milliseconds(AuditLimits.catchUpMilliseconds))
    while !limit.hasPassed {
      let rings = bell.rings
      let isSealed = try await database.query(
        AuditStatements.isSealed, [.uuid(newest)], deadline: context.deadline)
      if isSealed == [true] { return }
      try await bell.wait(after: rings, atMost: limit.remaining, on: loop)
    }
  }
}
