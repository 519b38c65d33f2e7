import Testing

@testable import PayLytServer

@Suite("Batches whose commands name many rows, one after the other")
struct DeepBatchTests {
  /// One server before a database, where everything waits until somebody lets it happen.
  private final class House {
    let network = Network()
    let queue = RunQueue()
    let server: SimulatedServer

    init() {
      let time = SimulatedTime()
      let ids = IDSource(seed: 1)
      let store = ServerStore(MemoryDatabase(), network, queue, server: 0)
      let line = Line(network: network)
      server = SimulatedServer(
        number: 0, store: store, provider: SimulatedProvider(book: ProviderBook(), line: line),
        clock: SimulatedClock(time), random: { ids.random() },
        reportBug: { Issue.record("\($0)") })
    }

    private struct Line: ProviderLine {
      let network: Network
      var isDown: Bool { false }

      func exchange<Value>(_ text: String, _ attempt: @escaping (Fate) -> Value?) async -> Value {
        await network.exchange(from: 0, .provider, text, attempt)
      }
    }

    func send(_ operation: Operation) {
      let server = server
      queue.spawn { operation.keep(await operation.send(to: server)) }
    }

    func settle() {
      queue.drain()
      while !network.open.isEmpty {
        network.settle(0, .done)
        queue.drain()
      }
    }
  }

  /// The account's business is looked for under its lock, which waits for what the job names, and
  /// the job for its escrow; wallets wait for all of it.
  @Test("an account is deleted beside somebody who asks for a job that is taken")
  func deletionBesideAcceptance() throws {
    let house = House()
    var made: [UUID] = []
    /// Who asks, in a request of their own.
    func ask<C: Command>(
      _ number: Int, answer: @escaping @Sendable (C.Answer) -> [UUID] = { _ in [] },
      _ make: @escaping @Sendable (RequestIdentity?) -> C
    ) -> Operation {
      Operation(number, "\(C.self)", { make($1) }, answer: answer)
    }
    func settle(_ operation: Operation) throws {
      house.send(operation)
      house.settle()
      let accepted = try #require(operation.accepted)
      made += Operation.parse(accepted.bytes)?.ids ?? []
    }
    for number in 1...3 {
      try settle(
        ask(number) {
          [$0.id]
        } _: {
          Register(
            caller: .system("auth"), request: $0, email: "\(number)@example.org",
            passwordHash: "x", displayName: "", roles: [.client, .freelancer])
        })
    }
    let (client, freelancer, leaver) = (made[0], made[1], made[2])
    let terms = JobTerms(
      title: "Job", description: "Work", steps: [.init(title: "Step", amountMsat: 1_000_000)],
      deadline: .beginning.adding(seconds: 1000),
      conditions: .init(
        feePayer: .client, inspectionSeconds: 60, revisionsMax: 1, isReturnedByTimer: false),
      fees: .simulated(250))
    try settle(
      ask(4) {
        [$0.job.id]
      } _: {
        CreateJob(
          caller: .user(client, .client), request: $0, client: client, terms: terms,
          local: .init(
            currency: .ngn,
            worth: .init(minor: 1, rateNumerator: 16, rateDenominator: 100, rateAt: .beginning)))
      })
    let job = made[3]
    func taking(_ number: Int) -> Operation {
      ask(number) {
        AcceptTerms(
          caller: .user(freelancer, .freelancer), request: $0, job: job, freelancer: freelancer,
          agreement: .init(sha256: terms.sha256))
      }
    }
    try settle(taking(5))

    // Both are there before the committer begins, so they are one batch.
    let second = taking(6)
    let deletion = ask(7) {
      DeleteUser(caller: .user(leaver, .client), request: $0, user: leaver)
    }
    for operation in [second, deletion] { house.send(operation) }
    house.settle()
    #expect(deletion.accepted != nil)
    #expect(second.accepted == nil)
    #expect(second.replies.count == 1)
  }
}
