import PayLytHTTP

/// Where providers tell us things, over HTTP/1.1 as they call.
///
/// A delivery is checked, kept, and acknowledged at once; what it means is worked out afterwards.
/// Only what is not kept is refused, so that the provider delivers it again.
struct WebhookDoor: Sendable {
  static let path = "/webhooks/bitnob"

  let bitnob: BitnobWebhook
  let committer: Committer
  let clock: any Clock
  let log: Log
  /// Told that an event waits.
  let nudge: @Sendable () -> Void

  func answer(_ request: HTTPServerRequest) async -> HTTPServerResponse {
    guard request.path == Self.path else { return .text(404, "There is nothing here.") }
    guard request.method == "POST" else { return .text(405, "POST only.") }
    let event: BitnobEvent
    do throws(BitnobWebhookError) {
      event = try bitnob.open(
        body: request.body, signature: request.headers[BitnobWebhook.signatureHeader],
        timestamp: request.headers[BitnobWebhook.timestampHeader])
    } catch {
      log.warning(
        "webhook refused", ["why": "\(error)", "bytes": String(request.body.count)])
      switch error {
      case .missingSignature, .wrongSignature: return .text(401, "The signature is not right.")
      case .malformedBody: return .text(400, "This is no event.")
      }
    }
    guard !event.isStale(at: clock.now()) else {
      log.warning("webhook refused", ["why": "stale", "event": event.id])
      return .text(401, "The event is too old.")
    }
    guard (1...WebhookLimits.eventIDBytesMax).contains(event.id.utf8.count),
      event.kind.name.utf8.count <= WebhookLimits.eventIDBytesMax,
      !(event.id + event.kind.name).utf8.contains(0)
    else { return .text(400, "This event's name cannot be kept.") }
    return await keep(event, request.body)
  }

  private func keep(_ event: BitnobEvent, _ body: [UInt8]) async -> HTTPServerResponse {
    let command = RecordInboundEvent(
      provider: "bitnob", eventID: event.id, type: event.kind.name, body: body)
    do {
      _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
    } catch {
      log.warning("webhook not kept", ["event": event.id, "error": String(reflecting: error)])
      return .text(503, "Not now. Deliver it again.")
    }
    nudge()
    return .text(200, "ok")
  }
}
