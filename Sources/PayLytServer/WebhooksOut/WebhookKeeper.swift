/// Removes deliveries that had their time, and seals secrets under the current key.
struct WebhookKeeper: Sendable {
  private let database: Database
  private let committer: Committer
  private let keys: DetailKeys
  private let clock: any Clock
  private let log: Log
  private let rounds: ResealRounds<WebhookEndpoint>

  /// - Parameter gauge: tells how many endpoints have a secret under another key.
  init(
    database: Database, committer: Committer, keys: DetailKeys, clock: any Clock, log: Log,
    gauge: Gauge = Gauge()
  ) {
    self.database = database
    self.committer = committer
    self.keys = keys
    self.clock = clock
    self.log = log
    rounds = ResealRounds(
      to: keys.currentID, batch: WebhookOutLimits.sweptBatch,
      count: WebhookOutStatements.countUnderOtherKeys,
      rows: WebhookOutStatements.underOtherKeys, id: { $0.id }, gauge: gauge)
  }

  /// Does what is due. Returns whether more may be.
  func step() async throws -> Bool {
    let batch = WebhookOutLimits.sweptBatch
    let oldest = clock.now().adding(seconds: -WebhookOutLimits.keptSeconds)
    let swept = try await database.transaction { transaction in
      try await transaction.query(
        WebhookSendStatements.sweep, [.timestamp(oldest), .int8(batch)])
    }
    let hasMore = try await rounds.step(in: database) { endpoint in
      try await reseal(endpoint)
    } report: { endpoint, error in
      log.error(
        "webhook secret cannot be read",
        ["endpoint": "\(endpoint.id)", "key": "\(error.keyID)"])
    }
    return swept.count >= Int(batch) || hasMore
  }

  private func reseal(_ endpoint: WebhookEndpoint) async throws {
    let command = ResealWebhookEndpoint(
      read: endpoint, secret: try again(endpoint.secret, endpoint.id),
      previous: try endpoint.previous.map {
        WebhookEndpoint.Previous(
          secret: try again($0.secret, endpoint.id), expiresAt: $0.expiresAt)
      })
    _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
  }

  private func again(_ secret: SealedDetails, _ row: UUID) throws -> SealedDetails {
    let table = WebhookEndpoint.secrets
    return keys.seal(try keys.open(secret, of: row, in: table), for: row, in: table)
  }
}
