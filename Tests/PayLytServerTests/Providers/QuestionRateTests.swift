import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Questions to the provider on behalf of users", .timeLimit(.minutes(5)))
struct QuestionRateTests {
  @Test("one user has the provider asked so often at once, and the others go on")
  func each() async throws {
    try await CannedProvider.refusing.with { url in
      try await withNodes(1, provider: url) { _, nodes in
        let guest = try await nodes[0].register("ada", roles: [.freelancer])
        let other = try await nodes[0].register("ben", roles: [.freelancer])
        func heard(_ count: Int, _ who: Guest) async -> [String: Int] {
          await reasons(ofAtOnce: count) { _ in
            _ = try await WalletServiceClient(nodes[0].channel).createDeposit(
              CreateDepositRequest(
                requestID: "\(UUID.random())",
                amount: PayLytAPI.Money(asset: "BTC", units: 1_000_000)),
              options: who.options)
          }
        }
        let many = await heard(2 * AuthLimits.questionsFree, guest)
        // One more each second, for as long as it takes.
        #expect((many["RATE_LIMITED"] ?? 0) > 0, "\(many)")
        #expect((many["PROVIDER_REFUSED"] ?? 0) >= AuthLimits.questionsFree, "\(many)")
        #expect(await heard(1, other) == ["PROVIDER_REFUSED": 1])
      }
    }
  }
}
