import PayLytRPC

/// What everybody who reads the sealed log shares.
struct SealedLog: Sendable {
  let database: Database
  /// Rings with everything that is sealed.
  let bell: Bell
  /// Rung when somebody waits for the sealer, which then does not rest.
  let wanted: Bell
  let loop: EventLoop
  /// How long a list waits for the sealer to come up to the moment of the call.
  var patience = AuditLimits.patience

  /// Returns once everything is sealed that was committed before this call, so that a list shows
  /// what its caller has just done; at the latest after `patience`.
  func catchUp(_ context: ServerContext) async throws {
    try await catchUp(deadline: context.deadline)
  }

  func catchUp(deadline: Deadline?) async throws {
    var rings = bell.rings
    let newest = try await database.query(AuditStatements.newest, deadline: deadline)
    guard let newest = newest.first, !newest.isSealed else { return }
    let limit = Deadline(after: patience)
    while !limit.hasPassed {
      wanted.ring()
      do {
        try await bell.wait(after: rings, atMost: limit.remaining, on: loop)
      } catch let refusal as Refusal where refusal == .serverStopping {
        // The call is one of the last ones, and answered as far as the log is.
        return
      }
      rings = bell.rings
      let isSealed = try await database.query(
        AuditStatements.isSealed, [.uuid(newest.id)], deadline: deadline)
      if isSealed == [true] { return }
    }
  }
}
