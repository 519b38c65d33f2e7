import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("One finding of a comparison")
struct ReconciliationGetTests {
  @Test("is got by its name as it is listed, below its own run alone")
  func finding() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let (run, other): (UUID, UUID) = (.entity(70), .entity(71))
      try await withEngine(conninfo) { engine in
        for (id, provider) in [(run, "here"), (other, "there")] {
          try await engine.commit(
            PutRow(
              row: PayLytServer.ReconciliationRun(
                queueing: id, provider: provider, from: .start, to: .start.adding(seconds: 60),
                at: .start)))
        }
        try await engine.commit(
          PutRow(
            row: PayLytServer.ReconciliationFinding(
              id: .entity(72), run: run,
              content: .init(
                kind: .amountDiffers, direction: .received,
                paymentHash: [UInt8](repeating: 7, count: 32), reference: "r", hereMsat: 5,
                thereMsat: 7))))
      }
      let service = ReconciliationServiceClient(nodes[0].channel)
      let listed = try await service.listReconciliationFindings(
        ListReconciliationFindingsRequest(parent: "reconciliationRuns/\(run)"),
        options: admin.options
      ).findings
      let found = try await service.getReconciliationFinding(
        GetReconciliationFindingRequest(name: listed.first?.name ?? ""), options: admin.options)
      #expect(listed == [found] && found.amountThere?.units == 7)
      for (parent, id) in [(other, UUID.entity(72)), (run, UUID.entity(73))] {
        let name = "reconciliationRuns/\(parent)/findings/\(id)"
        #expect(
          await refusal {
            _ = try await service.getReconciliationFinding(
              GetReconciliationFindingRequest(name: name), options: admin.options)
          } == .notFound)
      }
    }
  }
}
