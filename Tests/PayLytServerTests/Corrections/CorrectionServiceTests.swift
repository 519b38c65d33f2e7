import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Corrections over RPC")
struct CorrectionServiceTests {
  @Test("show on the wallet's statement; whom they concern is told, and not why")
  func story() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let other = try await nodes[0].admin(on: conninfo)
      let ada = try await nodes[0].register("Ada", roles: [.client])
      let corrections = CorrectionServiceClient(nodes[0].channel)
      func propose(
        _ kind: PayLytAPI.Correction.Kind, of user: UUID?
      ) async throws -> PayLytAPI.Correction {
        try await corrections.proposeCorrection(
          ProposeCorrectionRequest(
            requestID: "\(UUID.random())", kind: kind, user: user.map { "users/\($0)" } ?? "",
            amount: .msat(7_000), reason: "The rail has kept it."), options: admin.options)
      }
      func approve(
        _ correction: PayLytAPI.Correction, by guest: Guest
      ) async throws -> PayLytAPI.Correction {
        try await corrections.approveCorrection(
          ApproveCorrectionRequest(
            requestID: "\(UUID.random())", name: correction.name, etag: correction.etag),
          options: guest.options)
      }
      let proposed = try await propose(.walletCredit, of: ada.id)
      #expect(proposed.state == .proposed && proposed.proposer == "users/\(admin.id)")
      #expect(
        await refusal { _ = try await approve(proposed, by: admin) } == .failedPrecondition)
      let booked = try await approve(proposed, by: other)
      #expect(booked.state == .booked && booked.reason == "The rail has kept it.")
      #expect(booked.approver == "users/\(other.id)" && booked.decideTime != nil)
      try await #expect(
        corrections.getCorrection(
          GetCorrectionRequest(name: booked.name), options: other.options) == booked)
      let entries = try await WalletServiceClient(nodes[0].channel).listWalletEntries(
        ListWalletEntriesRequest(), options: ada.options
      ).entries
      #expect(entries.map(\.kind) == ["correction"] && entries.first?.amount == .msat(7_000))
      #expect(entries.first?.ledgerTransaction == booked.ledgerTransaction)
      try await Self.expectTold(booked, to: ada, by: nodes[0])
      let loss = try await propose(.providerLoss, of: nil)
      func listed(_ filter: String) async throws -> [String] {
        try await corrections.listCorrections(
          ListCorrectionsRequest(filter: filter), options: admin.options
        ).corrections.map(\.name)
      }
      try await #expect(listed("") == [loss.name, booked.name])
      try await #expect(listed("state = BOOKED") == [booked.name])
      try await #expect(listed("kind = PROVIDER_LOSS") == [loss.name])
      try await #expect(listed("user = users/\(ada.id) AND state != PROPOSED") == [booked.name])
      try await #expect(listed(#"subject = "payouts/\#(ada.id)""#).isEmpty)
    }
  }

  /// The event of it, and the notification.
  private static func expectTold(
    _ booked: PayLytAPI.Correction, to guest: Guest, by node: Node
  ) async throws {
    try await eventually {
      let notes = try await NotificationServiceClient(node.channel).listNotifications(
        ListNotificationsRequest(), options: guest.options
      ).notifications
      return notes.contains { $0.subject == booked.name && $0.kind == .wallet }
    }
    let events = try await EventServiceClient(node.channel).subscribe(
      SubscribeRequest(
        filter: EventFilter(types: ["correction.*"]), start: .beginning), options: guest.options)
    for try await response in events {
      guard let event = response.event else { continue }
      let told = try PayLytAPI.Correction(wireBytes: event.payload?.value ?? [])
      #expect(event.type == "correction.booked" && event.reason.isEmpty)
      #expect(told.name == booked.name && told.amount == booked.amount && told.reason.isEmpty)
      break
    }
  }
}
