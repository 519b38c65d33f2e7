import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// A provider that fails where the caller asked for it, and for nobody else.
  @Suite("Faults of the provider, by RPC")
  struct SandboxFaultTests {
    private static func arm(
      _ operation: String, _ kind: Fault.Kind, by person: Person
    ) async throws {
      _ = try await SandboxServiceClient(person.channel).setFault(
        SetFaultRequest(
          requestID: RequestID.new(), method: "provider/\(operation)", kind: kind, calls: 1),
        options: person.options)
    }

    @Test("an invoice is declined once, and made when it is asked for again")
    func declined() async throws {
      let deal = try await Deal.accepted(on: try Deployment.shared)
      try await Self.arm("CreateInvoice", .refuse, by: deal.client)
      let error = try await refusal(of: { try await deal.askForInvoice() })
      #expect(error.code == .failedPrecondition && error.reason == "PROVIDER_REFUSED")
      _ = try await deal.askForInvoice()
    }

    @Test("where time was let pass, the provider is asked by its own time and answers as before")
    func ahead() async throws {
      try await Deployment.with { deployment in
        let channel = try deployment.server.channel()
        let traveller = try await Person.register([.client], on: channel)
        let clock = try await SandboxServiceClient(channel).advanceSandboxClock(
          AdvanceSandboxClockRequest(requestID: RequestID.new(), seconds: 7200),
          options: traveller.options)
        let now = clock.time?.seconds ?? .max
        // Sessions end with the time: these two are of now.
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await deal.fund()
        #expect((invoice.expireTime?.seconds ?? 0) > now)
        try await deployment.simulator.pay(invoice.paymentHash)
        #expect(try await !deal.reaches(.paidLocked).paidLate)
        let person = deal.freelancer
        let rate = try await FxServiceClient(person.channel).getRate(
          GetRateRequest(currency: "NGN"), options: person.options)
        #expect((rate.rateTime?.seconds ?? 0) >= now - 60)
        // Who signs requests does so by the world's time.
        let admin = try await Person.admin(of: deployment)
        let service = try await HouseService.byHMAC(["audit.read"], of: admin)
        let request = ListAuditEntriesRequest(pageSize: 3)
        let signed = service.sign(
          "/paylyt.audit.v1.AuditService/ListAuditEntries", request.wireBytes)
        _ = try await AuditServiceClient(channel).listAuditEntries(
          request, options: try service.options(signed))
        // A new start reads how far it is ahead, and is let in by the provider all the same.
        try await deployment.server.stop()
        try await deployment.restart()
        _ = try await Deal.funded(on: deployment)
      }
    }

    @Test("a payout fails, and the money is back; one whose answer is lost is paid once")
    func payouts() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.funded(on: deployment)
      try await deal.releaseAll()
      let person = deal.freelancer
      let before = try await person.balanceMsat()
      let address = deployment.simulator.lightningAddress(of: "ada")
      try await Self.arm("SendPayment", .fail, by: person)
      #expect(try await person.payOut(sats: 10_000, to: address).state == .failed)
      #expect(try await person.balanceMsat() == before)
      let paid = try await deployment.simulator.payments().count
      try await Self.arm("SendPayment", .loseAnswer, by: person)
      #expect(try await person.payOut(sats: 10_000, to: address).state == .succeeded)
      #expect(try await deployment.simulator.payments().count == paid + 1)
    }
  }
}
