import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of what is sent to users' servers.
struct WebhookService: WebhookServiceHandler {
  let service: ServiceContext
  let log: SealedLog
  let keys: DetailKeys
  let policy: WebhookPolicy

  private static let collection = "webhookEndpoints"

  func createWebhookEndpoint(
    _ request: CreateWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      let content = try WebhookEndpoint.Content(
        url: request.url, description: request.description, types: request.eventTypes, policy)
      let now = service.clock.now()
      let id = UUID.fresh(at: now)
      return CreateWebhookEndpoint(
        caller: asked.caller, request: asked.identity, user: asked.principal.user, endpoint: id,
        content: content, secret: fresh(for: id), position: try await end(context))
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func getWebhookEndpoint(
    _ request: GetWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    PayLytAPI.WebhookEndpoint(try await endpoint(request.name, context))
  }

  func listWebhookEndpoints(
    _ request: ListWebhookEndpointsRequest, _ context: ServerContext
  ) async throws -> ListWebhookEndpointsResponse {
    let user = try context.caller().user
    let page = try service.page(
      of: "ListWebhookEndpoints \(user)", request.pageSize, request.pageToken)
    let found = try await service.database.query(
      WebhookOutStatements.endpointsOfUser, [.uuid(user), page.before, page.limit],
      deadline: context.deadline)
    let (endpoints, next) = page.cut(found, id: \.id) { PayLytAPI.WebhookEndpoint($0) }
    return ListWebhookEndpointsResponse(endpoints: endpoints, nextPageToken: next)
  }

  func updateWebhookEndpoint(
    _ request: UpdateWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      UpdateWebhookEndpoint(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: try ResourceName.parse(request.name, Self.collection),
        content: try WebhookEndpoint.Content(
          url: request.url, description: request.description, types: request.eventTypes, policy),
        etag: request.etag)
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func deleteWebhookEndpoint(
    _ request: DeleteWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      DeleteWebhookEndpoint(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: try ResourceName.parse(request.name, Self.collection), etag: request.etag)
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func disableWebhookEndpoint(
    _ request: DisableWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      DisableWebhookEndpoint(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: try ResourceName.parse(request.name, Self.collection), etag: request.etag)
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func enableWebhookEndpoint(
    _ request: EnableWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      EnableWebhookEndpoint(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: try ResourceName.parse(request.name, Self.collection),
        position: request.skipMissed ? try await end(context) : nil, etag: request.etag)
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func rotateWebhookSecret(
    _ request: RotateWebhookSecretRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      let id = try ResourceName.parse(request.name, Self.collection)
      return RotateWebhookSecret(
        caller: asked.caller, request: asked.identity, user: asked.principal.user, endpoint: id,
        secret: fresh(for: id), overlapSeconds: request.overlapSeconds, etag: request.etag)
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func getWebhookSecret(
    _ request: GetWebhookSecretRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookSecret {
    let endpoint = try await endpoint(request.name, context)
    let secrets = try endpoint.signingSecrets(keys, at: service.clock.now())
    let isReplaced = secrets.count > 1
    return PayLytAPI.WebhookSecret(
      endpoint: request.name, secret: secrets[0].text,
      previousSecret: isReplaced ? secrets[1].text : "",
      previousExpireTime: isReplaced ? endpoint.previous.map { ProtoTimestamp($0.expiresAt) } : nil)
  }

  func testWebhookEndpoint(
    _ request: TestWebhookEndpointRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookEndpoint {
    try await service.change(request, context) { asked in
      TestWebhookEndpoint(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: try ResourceName.parse(request.name, Self.collection))
    } answer: {
      PayLytAPI.WebhookEndpoint($0)
    }
  }

  func listWebhookDeliveries(
    _ request: ListWebhookDeliveriesRequest, _ context: ServerContext
  ) async throws -> ListWebhookDeliveriesResponse {
    let list = WebhookOutStatements.deliveries
    let filter = list.fields.filter(state: try request.state.wanted())
    let page = try service.page(
      of: "ListWebhookDeliveries \(request.parent) \(filter)", request.pageSize,
      request.pageToken)
    let endpoint = try await endpoint(request.parent, field: "parent", context)
    let search = try ListSearch(list, of: .one(endpoint.id), filter: filter)
    let found = try await search.find(page, in: service.database, deadline: context.deadline)
    let (deliveries, next) = page.cut(
      found.things, end: found.end, place: { search.place(of: $0[0]) }
    ) { PayLytAPI.WebhookDelivery($0[0]) }
    return ListWebhookDeliveriesResponse(deliveries: deliveries, nextPageToken: next)
  }

  func getWebhookDelivery(
    _ request: GetWebhookDeliveryRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookDelivery {
    let (parent, id) = try ResourceName.parse(request.name, Self.collection, in: "deliveries")
    let endpoint = try await endpoint(parent, context)
    let found = try await service.read(
      WebhookOutStatements.delivery, id, "webhook delivery", context
    ) { $0.endpoint == endpoint.id }
    return PayLytAPI.WebhookDelivery(found)
  }

  func redeliverWebhook(
    _ request: RedeliverWebhookRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.WebhookDelivery {
    let (parent, delivery) = try ResourceName.parse(
      request.name, Self.collection, in: "deliveries")
    return try await service.change(request, context) { asked in
      RedeliverWebhook(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: parent, delivery: delivery)
    } answer: {
      PayLytAPI.WebhookDelivery($0)
    }
  }

  func redeliverWebhooks(
    _ request: RedeliverWebhooksRequest, _ context: ServerContext
  ) async throws -> RedeliverWebhooksResponse {
    try await service.change(request, context) { asked in
      let parent = try ResourceName.parse(request.parent, Self.collection, field: "parent")
      guard request.startPosition >= 0 else {
        throw Refusal.invalid("start_position", "Not negative.")
      }
      guard request.endPosition == 0 || request.endPosition >= request.startPosition else {
        throw Refusal.invalid("end_position", "The end is not before the start.")
      }
      let found = try await service.database.query(
        WebhookOutStatements.deliveriesBetween,
        [
          .uuid(parent), .int8(request.startPosition),
          .int8(request.endPosition == 0 ? .max : request.endPosition),
          .bool(request.onlyFailed), .int8(WebhookOutLimits.redeliveriesMax),
        ], deadline: context.deadline)
      return RedeliverWebhooks(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        endpoint: parent, deliveries: found.map(\.id))
    } answer: { deliveries in
      RedeliverWebhooksResponse(
        deliveries: Int32(deliveries.count),
        lastPosition: deliveries.map(\.position).max() ?? 0)
    }
  }

  /// An endpoint of the caller's.
  private func endpoint(
    _ name: String, field: String = "name", _ context: ServerContext
  ) async throws -> WebhookEndpoint {
    try await endpoint(try ResourceName.parse(name, Self.collection, field: field), context)
  }

  private func endpoint(
    _ id: UUID, _ context: ServerContext
  ) async throws -> WebhookEndpoint {
    let user = try context.caller().user
    return try await service.read(
      WebhookOutStatements.endpoint, id, "webhook endpoint", context
    ) { $0.user == user && $0.state != .deleted }
  }

  private func fresh(for endpoint: UUID) -> SealedDetails {
    keys.seal(WebhookSecret.random().key, for: endpoint, in: WebhookEndpoint.secrets)
  }

  /// Where the log ends, all that was committed before this call included.
  private func end(_ context: ServerContext) async throws -> Int64 {
    try await log.catchUp(context)
    return try await EventFeed(database: service.database, question: .everything).lastPosition()
  }
}
