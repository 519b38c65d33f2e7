import PayLytRPC

@testable import PayLytServer

/// The users of a simulation on a real PostgreSQL, with several servers, while sessions are ended
/// under their transactions, COMMITs get lost, and servers crash and start again.
///
/// Who is faster is up to the machine here: the seed makes what users want, not the order of
/// events. All servers share one event loop, so that their users do not need locks; their sessions
/// at the database run side by side.
final class PostgresSimulation: @unchecked Sendable {
  private let seed: UInt64
  private let witness: Database
  private let open: () -> Database
  private let provider = ProviderBook()
  private let time = SimulatedTime()
  private let clock: TickingClock
  private let ids: IDSource
  private let draw: SharedDraw
  /// How servers die.
  let mortality: Mortality
  private var lives: [Life] = []
  private var knowledge = Knowledge()
  private var operations: [Operation] = []
  private var model = LedgerModel()
  private(set) var bugs: [String] = []

  /// A server from one start to the next.
  private struct Life {
    let server: SimulatedServer
    let store: MortalStore
  }

  /// - Parameter witness: a database that nobody ends, for the judge; started.
  /// - Parameter exchanges: how long servers live.
  /// - Parameter open: a database on the same loop for each life of a server, not started yet.
  init(
    seed: UInt64, _ witness: Database, lasting exchanges: ClosedRange<Int64>,
    _ open: @escaping () -> Database
  ) {
    self.seed = seed
    self.witness = witness
    self.open = open
    ids = IDSource(seed: seed)
    clock = TickingClock(time)
    draw = SharedDraw(Draw(seed: ~seed))
    mortality = Mortality(seed: seed, exchanges: exchanges)
  }

  // MARK: Servers

  func start(servers count: Int) async throws {
    for number in 0..<count { lives.append(try await life(number)) }
  }

  func close() {
    for life in lives { life.store.close() }
  }

  private func life(_ number: Int) async throws -> Life {
    let store = MortalStore(open(), mortality)
    do {
      try await store.start()
    } catch {
      store.close()
      throw error
    }
    let line = RandomLine(store: store, draw: draw)
    let server = SimulatedServer(
      number: number, store: store, provider: SimulatedProvider(book: provider, line: line),
      clock: clock, random: { [ids] in ids.random() },
      reportBug: { [unowned self] in bugs.append($0) })
    return Life(server: server, store: store)
  }

  /// A server that has crashed starts again, with nothing but what is in the database.
  private func raise(_ number: Int) async {
    guard lives[number].store.isDown else { return }
    do {
      lives[number] = try await life(number)
    } catch {
      bugs.append("server \(number) does not start again: \(error)")
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
    let store: MortalStore
    let draw: SharedDraw
    var isDown: Bool { store.isDown }

    func exchange<Value>(_ text: String, _ attempt: @escaping (Fate) -> Value?) async -> Value {
      if let arrives = store.callArrives() {
        return Self.outcome(of: attempt, arrives ? .lostAfter : .lostBefore)
      }
      let bad = draw.draw.chance(10)
      let fate: Fate =
        bad ? draw.draw.one(of: [.lostBefore, .lostAfter, .refused]) ?? .done : .done
      await Task.yield()
      return Self.outcome(of: attempt, fate)
    }

    private static func outcome<Value>(of attempt: (Fate) -> Value?, _ fate: Fate) -> Value {
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
      for number in lives.indices {
        group.addTask { [self] in
          for _ in 0..<count / 2 {
            for work in SimulatedServer.Work.allCases {
              await raise(number)
              await lives[number].server.step(work)
            }
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
    guard let life = draw.one(of: lives) else { return }
    guard !life.store.isDown else { return operation.keep(.failure(CommitError.unavailable)) }
    let reply = await operation.send(to: life.server)
    // Nobody hears what a dead server says.
    operation.keep(life.store.isDown ? .failure(CommitError.outcomeUnknown) : reply)
    guard !operation.isLearned, let outcome = operation.accepted,
      let (_, ids) = Operation.parse(outcome.bytes)
    else { return }
    operation.isLearned = true
    operation.learn(&knowledge, ids)
  }

  /// Somebody pays an invoice that was shown; payouts arrive, or come back.
  private func pay(_ draw: inout Draw) async {
    if draw.chance(20), let reference = draw.one(of: provider.pending) {
      provider.conclude(reference)
    }
    if draw.chance(5), let reference = draw.one(of: provider.arrived) {
      provider.reverse(reference)
    }
    let shown = try? await witness.query(SimulationStatements.shownHashes)
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
      let life = draw.one(of: lives)
    else { return }
    let webhook = provider.webhooks[index]
    let command = RecordInboundEvent(
      provider: "simulator", eventID: webhook.id, type: webhook.type, body: webhook.body)
    do {
      _ = try await life.server.committer.commit(command, deadline: nil) { .none(of: $0) }
      if !life.store.isDown { provider.taken(index) }
    } catch {
      // Delivered again.
    }
  }

  // MARK: Rest

  /// Lets everything end. Nothing may go wrong at the database any more.
  func rest() async throws -> Judge {
    mortality.isOn = false
    for number in lives.indices { await raise(number) }
    var draw = Draw(seed: seed, step: -1)
    for round in 1...Self.roundsMax {
      provider.now = time.now
      await resume(&draw)
      for operation in operations where !operation.isSettled { await send(operation, &draw) }
      for index in provider.webhooks.indices where !provider.webhooks[index].isTaken {
        await deliver(&draw, index)
      }
      for reference in provider.pending { provider.conclude(reference) }
      for life in lives {
        for work in SimulatedServer.Work.allCases { await life.server.step(work) }
      }
      let judge = try await judged()
      let isQuiet =
        operations.allSatisfy(\.isSettled) && judge.unheardInvoices.isEmpty
        && judge.openPayouts.isEmpty && judge.unheardReversals.isEmpty
      if isQuiet || !judge.violations.isEmpty || round == Self.roundsMax {
        for hash in judge.unheardInvoices {
          judge.report(.provider, "a payment was never booked: \(hash.prefix(4))")
        }
        for payout in judge.openPayouts { judge.report(.provider, "payout \(payout) never ends") }
        for payout in judge.unheardReversals {
          judge.report(.provider, "\(payout) came back, and nobody heard of it")
        }
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
    let dump = try await Dump(of: witness)
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
