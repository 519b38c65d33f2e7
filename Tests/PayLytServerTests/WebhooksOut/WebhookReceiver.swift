import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Synchronization

/// Somebody else's server on loopback: keeps what it is sent and answers as a test wants.
final class WebhookReceiver: Sendable {
  struct Received: Sendable {
    let id: String
    let timestamp: String
    let signatures: [String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// Whether a request signed with the secret looks like this; made from the specification and
    /// not with the code that signs.
    func isSigned(with secret: String) -> Bool {
      guard let key = Base64.decode(String(secret.dropFirst("whsec_".count))) else { return false }
      var message = Array(id.utf8) + [UInt8(ascii: ".")] + Array(timestamp.utf8)
      message += [UInt8(ascii: ".")] + body
      return signatures.contains("v1," + Base64.encode(HMAC.sha256(key: key, message: message)))
    }
  }

  typealias Answer = @Sendable (Received, _ number: Int) -> HTTPServerResponse

  var url: String { "http://127.0.0.1:\(port.load(ordering: .relaxed))/hook?x=1" }
  private let port = Atomic<UInt16>(0)
  private let state: Mutex<(received: [Received], answer: Answer)>

  var received: [Received] { state.withLock { $0.received } }

  func answer(_ answer: @escaping Answer) { state.withLock { $0.answer = answer } }

  /// Runs `body` with a receiver that answers 200 until it is told otherwise.
  static func with(_ body: (WebhookReceiver) async throws -> Void) async throws {
    let loop = try EventLoop.start(named: "receiver")
    defer { loop.stop() }
    let receiver = WebhookReceiver()
    let server = try await HTTPServer.start(on: loop) { receiver.take($0) }
    receiver.port.store(server.port, ordering: .relaxed)
    do {
      try await body(receiver)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private init() { state = Mutex((received: [], answer: { _, _ in .text(200, "thank you") })) }

  private func take(_ request: HTTPServerRequest) -> HTTPServerResponse {
    let one = Received(
      id: request.headers["webhook-id"] ?? "",
      timestamp: request.headers["webhook-timestamp"] ?? "",
      signatures: (request.headers["webhook-signature"] ?? "").split(separator: " ")
        .map { String($0) }, body: request.body)
    let (answer, number) = state.withLock { state in
      state.received.append(one)
      return (state.answer, state.received.count)
    }
    return answer(one, number)
  }
}
