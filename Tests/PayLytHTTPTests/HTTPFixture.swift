import PayLytHTTP
import PayLytRPC
import Testing

/// A loop with a server on loopback and a client, taken down when the test is over.
func withServer(
  _ configuration: HTTPServer.Configuration = .init(), handler: @escaping HTTPServer.Handler,
  _ body: (HTTPClient, String) async throws -> Void
) async throws {
  let loop = try EventLoop.start(named: "http-test")
  let server = try await HTTPServer.start(on: loop, configuration, handler: handler)
  let client = HTTPClient(loop: loop, configuration: .anywhere)
  let outcome: Result<Void, any Error>
  do {
    outcome = .success(try await body(client, "http://127.0.0.1:\(server.port)"))
  } catch {
    outcome = .failure(error)
  }
  await server.stop(grace: .milliseconds(200))
  loop.stop()
  loop.join()
  try outcome.get()
}

/// Lets handlers wait until the test says go, and counts who arrived.
actor Gate {
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private(set) var arrivals = 0
  private var isOpen = false

  func pass() async {
    arrivals += 1
    guard !isOpen else { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}

extension HTTPClient {
  /// How the request failed; nil when it was answered.
  func failure(of request: HTTPRequest) async -> HTTPClientError? {
    do throws(HTTPClientError) {
      _ = try await send(request)
      return nil
    } catch {
      return error
    }
  }
}

extension HTTPClientError {
  var isNotSent: Bool { if case .notSent = self { true } else { false } }
  var isOutcomeUnknown: Bool { if case .outcomeUnknown = self { true } else { false } }
  var isInvalidRequest: Bool { if case .invalidRequest = self { true } else { false } }
}
