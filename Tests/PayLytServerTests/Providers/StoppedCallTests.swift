import Lightning
import PayLytHTTP
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("A provider's call while the server stops")
struct StoppedCallTests {
  private struct Order: Encodable {
    let amount = 1
  }
  private struct Answer: Decodable {
    let id: String
  }

  @Test("a payment that is under way is awaited, and a question is not")
  func awaited() async throws {
    let loop = try EventLoop.start(named: "provider")
    defer { loop.stop() }
    let (asked, mayAnswer) = (Bell(), Bell())
    let server = try await HTTPServer.start(on: loop) { _ in
      let before = mayAnswer.rings
      asked.ring()
      try? await mayAnswer.wait(after: before, atMost: .seconds(20), on: loop)
      return .json(200, Array(#"{"success": true, "data": {"id": "1"}}"#.utf8))
    }
    let clock = SystemClock()
    let transport = BitnobTransport(
      configuration: BitnobConfiguration(
        baseURL: "http://127.0.0.1:\(server.port)", clientID: "c", clientSecret: [1],
        allowsLoopbackHTTP: true, network: .regtest),
      http: HTTPClient(loop: loop, configuration: .anywhere), clock: clock,
      log: Log(level: .error, clock: clock),
      nonce: { [UInt8](repeating: 1, count: 16) }, pause: { _ in throw CancellationError() })
    let before = asked.rings
    let payment = Task { try await transport.send("/pay", Order(), as: Answer.self).id }
    try await asked.wait(after: before, atMost: .seconds(20), on: loop)
    payment.cancel()
    mayAnswer.ring()
    #expect(try await payment.value == "1")
    let between = asked.rings
    let question = Task { try await transport.read("GET", "/ask", as: Answer.self)?.id }
    try await asked.wait(after: between, atMost: .seconds(20), on: loop)
    question.cancel()
    await #expect(throws: ProviderError.self) { try await question.value }
    mayAnswer.ring()
    await server.stop()
  }
}
