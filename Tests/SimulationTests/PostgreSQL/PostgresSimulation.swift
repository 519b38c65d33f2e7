import PayLytRPC

@testable import PayLytServer

/// The users of a simulation on a real PostgreSQL, with several servers, while sessions are ended
/// under their transactions and COMMITs get lost.
///
/// Who is faster is up to the machine here: the seed makes what users want, not the order of
/// events. All servers share one event loop, so that their users do not need locks; their sessions
/// at the database run side by side.
final class PostgresSimulation: @unchecked Sendable {
  private let seed: UInt64
  private let loop: EventLoop
  private let databases: [Database]
  private let provider = ProviderBook()
  private let time = SimulatedTime()
  private var servers: [SimulatedServer] = []
  private var knowledge = Knowledge()
  private var operations: [Operation] = []
  private var model = LedgerModel()
  private(set) var bugs: [String] = []

  /// - Parameter databases: one for each server, all of the same loop, started.
  init(seed: UInt64, on loop: EventLoop, _ databases: [Database]) {
    self.seed = seed
    self.loop = loop
    self.databases = databases
    let ids = IDSource(seed: seed)
    let clock = TickingClock(time)
    let draw = SharedDraw(Draw(seed: ~seed))
    for (number, database) in databases.enumerated() {
      let line = RandomLine(loop: loop, draw: draw)
      servers.append(
        SimulatedServer(
          number: number, store: database,
          provider: SimulatedProvider(book: provider, line: line), clock: clock,
          random: { ids.random() },
          reportBug: { [unowned self] in bugs.append($0) }))
    }
  }

  // MARK: The loop's own

  /// Time that never says the same twice.
  private final class TickingClock: Clock, @unchecked Sendable {
    private let time: SimulatedTime
    init(_ time: SimulatedTime) { self.time = time }

    func now() -> Timestamp {
      time.now.microseconds += 1
      return time.now
    }
  }

  private final class SharedDraw: @unchecked Sendable {
    var draw: Draw
    init(_ draw: Draw) { self.draw = draw }
  }

  /// A way to the provider on which calls take a moment, and one in ten fails.
  private struct RandomLine: ProviderLine {
    let loop: EventLoop
    let draw: SharedDraw
    var isDown: Bool { false }

    func exchange<Value>(_ text: String, _ attempt: @escaping (Fate) -> Value?) async -> Value {
      let bad = draw.draw.chance(10)
      let fate: Fate =
        bad ? draw.draw.one(of: [.lostBefore, .lostAfter, .refused]) ?? .done : .done
      await Task.yield()
      guard let value = attempt(fate) else { preconditionFailure("nothing is in the way") }
      return value
    }
  }

  // MARK: A round

  /// Lets `clients` users do `count` things each, all at once, with the background work beside.
  func round(_ number: Int, clients: Int, doing count: Int) async {
    provider.draw = Draw(seed: seed, step: number)
    await withTaskGroup { group in
      for client in 0..<clients {
        group.addTask { [self] in
          var draw = Draw(seed: seed, step: number * 1000 + client)
          // Each one is about something else, and in the next round about something else again.
          let about = Workload.subject(of: seed &* 89 &+ UInt64(number * clients + client))
          for _ in 0..<count { await act(&draw, about) }
        }
      }
      for server in servers {
        group.addTask {
          for _ in 0..<count / 2 {
            for work in SimulatedServer.Work.allCases { await server.step(work) }
          }
        }
      }
    }
  }

  private func act(_ draw: inout Draw, _ subject: Workload.Line) async {
    time.advance(seconds: draw.chance(3) ? draw.number(1...50_000) : draw.number(0...20))
    provider.now = time.now
    switch draw.number(0...9) {
    case 0...5: await begin(&draw, subject)
    case 6:
      let open = operations.filter { !$0.isSettled }
      if let operation = draw.one(of: open) { await send(operation, &draw) }
    case 7, 8: await pay(&draw)
    default: await deliver(&draw)
    }
  }

  private func planner(_ draw: Draw) -> Planner {
    Planner(
      draw: draw, knowledge: knowledge, model: model, number: operations.count + 1,
      now: time.now)
  }

  private func begin(_ draw: inout Draw, _ subject: Workload.Line) async {
    var planner = planner(draw)
    let operation = Workload.plan(&planner, about: subject)
    draw = planner.draw
    guard let operation else { return }
    operations.append(operation)
    await send(operation, &draw)
    // Impatient users send it twice.
    if operation.mayBeRepeated, draw.chance(15) { await send(operation, &draw) }
  }

  private func send(_ operation: Operation, _ draw: inout Draw) async {
    guard let server = draw.one(of: servers) else { return }
    operation.keep(await operation.send(to: server))
    guard !operation.isLearned, let outcome = operation.accepted,
      let (_, ids) = Operation.parse(outcome.bytes)
    else { return }
    operation.isLearned = true
    operation.learn(&knowledge, ids)
  }

  /// Somebody pays an invoice that was shown.
  private func pay(_ draw: inout Draw) async {
    let shown = try? await databases[0].query(SimulationStatements.shownHashes)
    let open = (shown ?? []).filter { hash in
      provider.invoices[hash].map {
        $0.paidMsat == nil && time.now.seconds < $0.invoice.expiresAt + 3600
      } ?? false
    }
    guard let hash = draw.one(of: open), let amount = provider.invoices[hash]?.invoice.amountMsat
    else { return }
    provider.receive(
      hash, msat: draw.chance(70) ? amount : max(1, amount * draw.number(1...5) / 3))
  }

  private func deliver(_ draw: inout Draw, _ chosen: Int? = nil) async {
    guard let index = chosen ?? draw.one(of: provider.webhooks.indices.map(\.self)),
      let server = draw.one(of: servers)
    else { return }
    let webhook = provider.webhooks[index]
    let command = RecordInboundEvent(
      provider: "simulator", eventID: webhook.id, type: webhook.type, body: webhook.body)
    do {
      _ = try await server.committer.commit(command, deadline: nil) { .none(of: $0) }
      provider.taken(index)
    } catch {
      // Delivered again.
    }
  }

  // MARK: Rest

  /// Lets everything end. Nothing may go wrong at the database any more.
  func rest() async throws -> Judge {
    var draw = Draw(seed: seed, step: -1)
    for round in 1...Self.roundsMax {
      provider.now = time.now
      await resume(&draw)
      for operation in operations where !operation.isSettled { await send(operation, &draw) }
      for index in provider.webhooks.indices where !provider.webhooks[index].isTaken {
        await deliver(&draw, index)
      }
      for reference in provider.pending { provider.conclude(reference) }
      for server in servers {
        for work in SimulatedServer.Work.allCases { await server.step(work) }
      }
      let judge = try await judged()
      let isQuiet =
        operations.allSatisfy(\.isSettled) && judge.unheardInvoices.isEmpty
        && judge.openPayouts.isEmpty
      if isQuiet || !judge.violations.isEmpty || round == Self.roundsMax {
        for hash in judge.unheardInvoices {
          judge.report(.provider, "a payment was never booked: \(hash.prefix(4))")
        }
        for payout in judge.openPayouts { judge.report(.provider, "payout \(payout) never ends") }
        return judge
      }
      time.advance(seconds: Int64(round) * 30)
    }
    preconditionFailure("the last round returns")
  }

  /// What operators have paused goes on.
  private func resume(_ draw: inout Draw) async {
    guard let admin = knowledge.admins.first else { return }
    for capability in model.paused.sorted(by: { $0.rawValue < $1.rawValue }) {
      let planner = planner(draw)
      let operation = planner.set(capability, isPaused: false, planner.caller(admin))
      operations.append(operation)
      await send(operation, &draw)
    }
  }

  /// What a judge says who sees the database for the first time.
  func judged() async throws -> Judge {
    let judge = Judge(provider: provider)
    for operation in operations { judge.began(operation) }
    let dump = try await Dump(of: databases[0])
    dump.tell(judge)
    judge.checkProvider()
    for operation in operations {
      for reply in operation.replies { judge.answered(operation, reply, .asItIs) }
    }
    judge.checkRefusals()
    for bug in bugs { judge.report(.bugs, bug) }
    model = judge.model
    return judge
  }

  private static let roundsMax = 200
}

extension SimulationStatements {
  /// The payment hashes of all invoices that users have seen.
  static let shownHashes = Statement<[UInt8]>(
    "simulation_hashes",
    "SELECT payment_hash FROM invoice UNION ALL SELECT payment_hash FROM deposit ORDER BY 1",
    parameters: [], columns: [.bytea]
  ) { (row) throws(DatabaseError) in try row.bytes(0) }
}
