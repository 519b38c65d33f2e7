/// Many payouts are carried on side by side, each in a turn of its own, and a turn that ends makes
/// room for another: none waits for one that hangs.
extension PayoutWorker {
  /// Begins the turns of what is due, as many as there is room for.
  ///
  /// - Parameter freed: rings when a turn has ended well. What failed may fail again at once, and
  ///   waits for the next look.
  /// - Returns: whether those that were left out for their users or hosts may hide others.
  func begin(in group: inout DiscardingTaskGroup, freed: Bell) async throws -> Bool {
    let shares = turns.shares
    guard shares.hasRoom else { return false }
    let now = clock.now()
    let due = try await database.query(
      PayoutStatements.due,
      [
        .timestamp(now), .uuidArray(Array(setAside.rows(at: now).union(shares.payouts))),
        .uuidArray(shares.fullUsers), .textArray(shares.fullHosts),
        .int8(PayoutLimits.dueMax),
      ])
    let begun = turns.begin(due)
    for payout in begun {
      group.addTask {
        let wentWell = await carryOn(payout)
        turns.end(payout)
        if wentWell { freed.ring() }
      }
    }
    return due.count == Int(PayoutLimits.dueMax) && !begun.isEmpty
  }
}
