import EndToEndSupport
import FoundationEssentials
import PayLytAPI
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// The door through which a provider tells us things, and everybody else may try to.
  @Suite("The webhook door")
  struct WebhookDoorTests {
    private func deliver(
      _ body: String, secret: String? = SimulatorProgram.webhookSecret, method: String = "POST",
      path: String? = nil
    ) async throws -> Int {
      let door = try Deployment.shared.server.addresses.webhook
      var headers: HTTPHeaders = ["Content-Type": "application/json"]
      if let secret {
        let code = HMAC.sha512(key: Array(secret.utf8), message: Array(body.utf8))
        headers.append("x-bitnob-signature", Hex.encode(code))
      }
      let url = path.map { door.replacing("/webhooks/bitnob", with: $0) } ?? door
      let hasBody = method == "POST"
      return try await HTTP.status(
        of: HTTPRequest(method, url, headers: headers, body: hasBody ? Array(body.utf8) : nil))
    }

    private func event(
      _ name: String, id: String = RequestID.new(), invoice: Invoice? = nil, ageSeconds: Int64 = 0
    ) -> String {
      let time = Int64(Date().timeIntervalSince1970) - ageSeconds
      let hash = Hex.encode(invoice?.paymentHash ?? [UInt8](repeating: 9, count: 32))
      return #"{"event":"\#(name)","event_id":"\#(id)","timestamp":\#(time),"#
        + #""data":{"id":"inv_1","reference":"r","payment_hash":"\#(hash)","status":"success"}}"#
    }

    private static let received = "btc.lightning.received.success"

    @Test("only what the provider signed is taken")
    func signatures() async throws {
      let body = event("deposit.success")
      #expect(try await deliver(body) == 200)
      #expect(try await deliver(body, secret: nil) == 401)
      #expect(try await deliver(body, secret: "not the secret") == 401)
      #expect(try await deliver("this is no event") == 400)
      #expect(try await deliver(#"{"event":7}"#) == 400)
      #expect(try await deliver("") == 400)
    }

    @Test("an event that is an hour off is refused, though its signature is right")
    func stale() async throws {
      let hour: Int64 = 3600
      #expect(try await deliver(event("deposit.success", ageSeconds: hour)) == 401)
      #expect(try await deliver(event("deposit.success", ageSeconds: -hour)) == 401)
      #expect(try await deliver(event("deposit.success", ageSeconds: 60)) == 200)
    }

    @Test("everything but a POST to the one path is turned away")
    func doors() async throws {
      let body = event("deposit.success")
      #expect(try await deliver(body, method: "GET") == 405)
      #expect(try await deliver(body, path: "/") == 404)
      #expect(try await deliver(body, path: "/webhooks/other") == 404)
      #expect(try await deliver(body, path: "/webhooks/bitnob/more") == 404)
    }

    @Test("a body over 64 KiB is refused before it is read")
    func oversized() async throws {
      let filling = String(repeating: "x", count: 65 * 1024)
      #expect(try await deliver(#"{"event":"\#(filling)"}"#) == 413)
      let server = try Deployment.shared.server
      try await eventually("it is logged") { server.process.printed.contains("oversized") }
      // The door is still open.
      #expect(try await deliver(event("deposit.success")) == 200)
    }

    @Test("a refused delivery is in the log, without its content")
    func logged() async throws {
      let secret = "x\(RequestID.new())"
      #expect(try await deliver(event(secret), secret: "not the secret") == 401)
      let server = try Deployment.shared.server
      try await eventually("the refusal is logged") {
        ["webhook refused", "wrongSignature"].allSatisfy(server.process.printed.contains)
      }
      #expect(!server.process.printed.contains(secret))
    }

    @Test("an event that claims a payment which the provider's books do not show moves nothing")
    func forgedClaim() async throws {
      let deal = try await Deal.accepted(on: try Deployment.shared)
      let invoice = try await deal.fund()
      #expect(try await deliver(event(Self.received, invoice: invoice)) == 200)
      #expect(try await deliver(event(Self.received)) == 200)
      // A true payment after the lies is still noticed: the door's worker has been through them.
      let other = try await Deal.funded(on: try Deployment.shared)
      #expect(try await other.read().state == .paidLocked)
      #expect(try await deal.read().state == .awaitingPayment)
    }

    @Test("the same event many times over, at once and later, counts once")
    func duplicates() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      try await deployment.simulator.arm("no_webhook", for: "webhook")
      try await deployment.simulator.pay(invoice.paymentHash)
      let body = event(Self.received, invoice: invoice)
      let again = event(Self.received, invoice: invoice)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<20 {
          group.addTask { try await deliver(number % 2 == 0 ? body : again) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 20))
      let held = try await deal.reaches(.paidLocked)
      #expect(try await deliver(body) == 200)
      #expect(try await deliver(event(Self.received, invoice: invoice)) == 200)
      let after = try await Deal.funded(on: deployment)
      #expect(try await after.read().state == .paidLocked)
      #expect(try await deal.read() == held)
      #expect(try await deal.client.balanceMsat() == 0)
    }

    @Test("an event that comes before its time, or about what is over, is harmless")
    func outOfOrder() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      // Before the payment: kept, and asked about again until the books show it.
      #expect(try await deliver(event(Self.received, invoice: invoice)) == 200)
      try await deployment.simulator.arm("no_webhook", for: "webhook")
      try await deployment.simulator.pay(invoice.paymentHash)
      try await deal.reaches(.paidLocked)
      try await deal.releaseAll()
      // After the end.
      #expect(try await deliver(event(Self.received, invoice: invoice)) == 200)
      #expect(try await deliver(event("btc.lightning.send.failed")) == 200)
      let after = try await Deal.funded(on: deployment)
      #expect(try await after.read().state == .paidLocked)
      let escrow = try await deal.read()
      #expect(escrow.state == .released)
      #expect(!escrow.paidLate)
      let admin = try await Person.admin(of: deployment)
      #expect(try await Books.read(by: admin, of: deployment).areRight)
    }

    @Test("events that the provider delivers twice, late, signed wrongly or not at all do no harm")
    func faults() async throws {
      let deployment = try Deployment.shared
      var deals: [Deal] = []
      for kind in ["duplicate_webhook", "stale_timestamp", "forged_signature", "no_webhook"] {
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await deal.fund()
        try await deployment.simulator.arm(kind, for: "webhook")
        try await deployment.simulator.pay(invoice.paymentHash)
        deals.append(deal)
      }
      // Without a webhook that counts, the watcher of open invoices finds the payment.
      for deal in deals {
        #expect(try await deal.reaches(.paidLocked).funded == .sats(50_000))
        #expect(try await deal.client.balanceMsat() == 0)
      }
    }
  }
}
