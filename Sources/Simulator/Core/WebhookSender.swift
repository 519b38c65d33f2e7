import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Synchronization

/// Delivers events to the client's door, signed, a few times each, with the faults that are armed.
final class WebhookSender: Sendable {
  private let configuration: SimulatorConfiguration
  private let http: HTTPClient
  private let loop: EventLoop
  private let state = Mutex(State())

  private struct State {
    var waiting = 0
    var isStopped = false
    /// An event that comes after the next one.
    var held: [@Sendable () -> Void] = []
  }

  init(_ configuration: SimulatorConfiguration, http: HTTPClient, loop: EventLoop) {
    self.configuration = configuration
    self.http = http
    self.loop = loop
  }

  func stop() { state.withLock { $0.isStopped = true } }

  /// Sends `event` in the background, to the account's address and to its own.
  func send(_ event: Event, faults: [FaultKind]) {
    let urls = Set([configuration.webhookURL, event.callbackURL].compactMap(\.self))
    guard !urls.isEmpty, !faults.contains(.noWebhook) else { return }
    var event = event
    if faults.contains(.staleTimestamp) { event.timestamp -= 3600 }
    let body = JSON.encode(event)
    let secret =
      faults.contains(.forgedSignature)
      ? Array("not the secret".utf8) : configuration.webhookSecret
    let time = "\(event.timestamp)"
    let code =
      configuration.signsTime
      ? HMAC.sha256(key: secret, message: Array("\(time).".utf8) + body)
      : HMAC.sha512(key: secret, message: body)
    var headers: HTTPHeaders = [
      "Content-Type": "application/json", "x-bitnob-signature": Hex.encode(code),
    ]
    if configuration.signsTime { headers.append("x-bitnob-timestamp", time) }
    let requests = urls.map { HTTPRequest("POST", $0, headers: headers, body: body) }
    let copies = faults.contains(.duplicateWebhook) ? 2 : 1
    let begin: @Sendable () -> Void = { [self] in
      for request in requests {
        for _ in 0..<copies { loop.spawn { [self] in await deliver(request) } }
      }
    }
    if faults.contains(.reorderWebhook) {
      state.withLock { $0.held.append(begin) }
      return
    }
    begin()
  }

  private func deliver(_ request: HTTPRequest) async {
    guard enter() else { return }
    var pause = configuration.webhookRetryMilliseconds
    for attempt in 1...Limits.webhookAttemptsMax {
      if await isTaken(request) { break }
      guard attempt < Limits.webhookAttemptsMax, !state.withLock({ $0.isStopped }) else { break }
      try? await configuration.pause(.milliseconds(pause))
      pause *= 2
    }
    leave()
  }

  private func enter() -> Bool {
    state.withLock { state in
      guard !state.isStopped, state.waiting < Limits.webhooksWaitingMax else { return false }
      state.waiting += 1
      return true
    }
  }

  private func leave() {
    let held = state.withLock { state in
      state.waiting -= 1
      let held = state.held
      state.held = []
      return held
    }
    for begin in held { begin() }
  }

  private func isTaken(_ request: HTTPRequest) async -> Bool {
    do throws(HTTPClientError) {
      let response = try await http.send(request)
      return (200...299).contains(response.status)
    } catch {
      return false
    }
  }
}
