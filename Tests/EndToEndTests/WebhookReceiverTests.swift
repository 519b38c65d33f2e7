import EndToEndSupport
import FoundationEssentials
import Glibc
import PayLytAPI
import PayLytHTTP
import PayLytRPC
import Testing

extension EndToEnd {
  /// Webhooks in other hands: verified by the reference implementation of Standard Webhooks, and
  /// read by the official protobuf package.
  @Suite("Webhooks, received in Python")
  struct WebhookReceiverTests {
    private struct Line: Decodable {
      var id: String?
      var type: String?
      var subject: String?
      var name: String?
      var refused: String?
    }

    @Test("what we sign is believed and its payload read; what nobody signed is refused")
    func received() async throws {
      try await Deployment.with(options: ["--webhooks-to-private-addresses"]) { deployment in
        let directory = deployment.directory
        let secretFile = directory.path + "/secret"
        let command =
          Place.python + [
            "-B", Place.repository + "/examples/python/receive_webhooks.py", secretFile,
          ]
        let receiver = try await ChildProgram.start(
          command[0], Array(command.dropFirst()), log: directory.path + "/receiver.log")
        let marker = "listening on "
        var port: Substring?
        try await eventually("the receiver listens") {
          guard receiver.end == nil else { throw Failure("no receiver:\n\(receiver.printed)") }
          port = receiver.printed.split(separator: "\n").first { $0.hasPrefix(marker) }?
            .dropFirst(marker.count)
          return port != nil
        }
        func lines() -> [Line] {
          receiver.printed.split(separator: "\n").filter { $0.hasPrefix("{") }.compactMap {
            try? JSONDecoder().decode(Line.self, from: Data($0.utf8))
          }
        }
        let url = "http://127.0.0.1:\(port ?? "")/hook"
        try Data("whsec_c29tZWJvZHkgZWxzZQ==".utf8).write(to: URL(filePath: secretFile))
        let forged = try await Self.send("{}", to: url)
        #expect(forged == 401 && lines().map(\.refused) == ["Missing required headers"])

        let deal = try await Deal.accepted(on: deployment)
        let hooks = WebhookServiceClient(deal.client.channel)
        let endpoint = try await hooks.createWebhookEndpoint(
          .init(requestID: RequestID.new(), url: url, eventTypes: ["job.*", "escrow.*"]),
          options: deal.client.options)
        let secret = try await hooks.getWebhookSecret(
          .init(name: endpoint.name), options: deal.client.options)
        try Data(secret.secret.utf8).write(to: URL(filePath: secretFile))
        _ = try await deal.client.escrows.cancelEscrow(
          .init(requestID: RequestID.new(), name: deal.escrow), options: deal.client.options)
        try await eventually("the cancellation is received") {
          lines().contains { $0.type == "escrow.cancelled" }
        }
        let told = try #require(lines().first { $0.type == "escrow.cancelled" })
        #expect(told.subject == deal.escrow && told.name == deal.escrow)
        #expect(lines().count { $0.refused != nil } == 1)
        _ = try await hooks.deleteWebhookEndpoint(
          .init(requestID: RequestID.new(), name: endpoint.name), options: deal.client.options)
        receiver.signal(SIGTERM)
        _ = try await receiver.waitForEnd()
      }
    }

    private static func send(_ body: String, to url: String) async throws -> Int {
      let loop = try EventLoop.start(named: "stranger")
      defer { loop.stop() }
      return try await HTTPClient(loop: loop, configuration: .anywhere).send(
        HTTPRequest("POST", url, body: Array(body.utf8))
      ).status
    }
  }
}
