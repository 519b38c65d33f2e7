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
        await network.exchange(from: 0, text, attempt)
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

  /// The account's business is looked for under its lock, which waits for what the job names; its
  /// wallets wait for both.
  @Test("an account is deleted beside somebody who takes a job")
  func deletionBesideAcceptance() throws {
    let house = House()
    var knowledge = Knowledge()
    func planner(_ number: Int) -> Planner {
      Planner(
        draw: Draw(seed: 1), knowledge: knowledge, model: LedgerModel(), number: number,
        now: .beginning)
    }
    func register(_ number: Int) throws -> UUID {
      var planner = planner(number)
      let planned = planner.registerGuest()
      let operation = try #require(planned)
      house.send(operation)
      house.settle()
      operation.learn(&knowledge, try #require(ids(of: operation)))
      return try #require(knowledge.guests.last)
    }
    func ids(of operation: Operation) -> [UUID]? {
      operation.accepted.flatMap { Operation.parse($0.bytes)?.ids }
    }
    let (client, freelancer, leaver) = (try register(1), try register(2), try register(3))
    knowledge.users = [client]
    var poster = planner(4)
    let planned = poster.createJob()
    let job = try #require(planned)
    house.send(job)
    house.settle()
    job.learn(&knowledge, try #require(ids(of: job)))
    let posted = try #require(knowledge.jobs.first)

    // The first one makes a batch of its own; the others wait for it, together.
    let first = planner(5).change("a name") {
      UpdateUser(caller: .system("test"), request: $0, user: client, displayName: "Ada")
    }
    let acceptance = planner(6).change("take the job") {
      AcceptTerms(
        caller: .user(freelancer, .freelancer), request: $0, job: posted.id,
        freelancer: freelancer, agreement: .init(sha256: [0]), fees: .simulated)
    }
    let deletion = planner(7).change("leave") {
      DeleteUser(caller: .user(leaver, .client), request: $0, user: leaver)
    }
    for operation in [first, acceptance, deletion] { house.send(operation) }
    house.settle()
    #expect(first.accepted != nil)
    #expect(deletion.accepted != nil)
    #expect(acceptance.replies.count == 1)
  }
}
