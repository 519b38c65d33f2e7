/// Removes deliveries that had their time, and seals secrets under the current key.
struct WebhookKeeper: Sendable {
  let database: Database
  let committer: Committer
  let keys: DetailKeys
  let clock: any Clock
  let log: Log

  /// Does what is due. Returns whether more may be.
  func step() async throws -> Bool {
    let batch = WebhookOutLimits.sweptBatch
    let oldest = clock.now().adding(seconds: -WebhookOutLimits.keptSeconds)
    let swept = try await database.transaction { transaction in
      try await transaction.query(
        WebhookSendStatements.sweep, [.timestamp(oldest), .int8(batch)])
    }
    let old = try await database.query(
      WebhookOutStatements.underOtherKeys, [.int4(keys.currentID), .int8(batch)])
    var moved = 0
    for endpoint in old where try await reseal(endpoint) { moved += 1 }
    // Without progress there is no hurry: what is left cannot be read.
    return swept.count >= Int(batch) || moved >= Int(batch)
  }

  private func reseal(_ endpoint: WebhookEndpoint) async throws -> Bool {
    let command: ResealWebhookEndpoint
    do {
      command = ResealWebhookEndpoint(
        read: endpoint, secret: try again(endpoint.secret, endpoint.id),
        previous: try endpoint.previous.map {
          WebhookEndpoint.Previous(
            secret: try again($0.secret, endpoint.id), expiresAt: $0.expiresAt)
        })
    } catch let error as DetailKeys.Unreadable {
      log.error(
        "webhook secret cannot be read",
        ["endpoint": "\(endpoint.id)", "key": "\(error.keyID)"])
      return false
    }
    _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
    return true
  }

  private func again(_ secret: SealedDetails, _ row: UUID) throws -> SealedDetails {
    let table = WebhookEndpoint.secrets
    return keys.seal(try keys.open(secret, of: row, in: table), for: row, in: table)
  }
}
