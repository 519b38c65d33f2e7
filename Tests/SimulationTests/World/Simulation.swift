import PayLytRPC

@testable import PayLytServer

/// Many users, several servers, one database and one provider, with everything going wrong that
/// can: a story that follows from its seed alone.
final class Simulation: @unchecked Sendable {
  /// What can happen in one step.
  private enum Action {
    case exchange, operation, again, twist, work, payer, payment, webhook, clock, crash
  }

  private static let actions: [(choice: Action, weight: Int)] = [
    (.exchange, 160), (.operation, 20), (.again, 6), (.twist, 3), (.work, 12), (.payer, 10),
    (.payment, 3), (.webhook, 8), (.clock, 5), (.crash, 1),
  ]

  let seed: UInt64
  let subject: Workload.Line
  let judge: Judge
  let database = MemoryDatabase()
  let provider = ProviderBook()
  private let queue = RunQueue()
  private let network = Network()
  private let time = SimulatedTime()
  private let ids: IDSource
  private var servers: [SimulatedServer] = []
  private var stores: [ServerStore] = []
  private var clocks: [SimulatedClock] = []
  private var knowledge = Knowledge()
  private var operations: [Operation] = []
  private var draw = Draw(seed: 0)
  /// What happened, a line for each step.
  private(set) var story: [String] = []
  /// What has gone wrong until now.
  private(set) var injected: Set<Fault> = []
  /// Percent of exchanges that go wrong.
  private var faults = 10

  init(seed: UInt64, servers count: Int = 3, sabotage: Sabotage = Sabotage()) {
    self.seed = seed
    subject = Workload.subject(of: seed)
    ids = IDSource(seed: seed)
    judge = Judge(provider: provider)
    database.sabotage = sabotage
    let judge = judge
    database.onCommit = { judge.committed($0, since: $1) }
    for number in 0..<count { start(number) }
  }

  private func start(_ number: Int) {
    let store = ServerStore(database, network, queue, server: number)
    let clock = SimulatedClock(time)
    let (ids, judge) = (ids, Mute(judge))
    let server = SimulatedServer(
      number: number, store: store,
      provider: SimulatedProvider(
        book: provider, line: SteppedLine(store: store, network: network, server: number)),
      clock: clock, random: { ids.random() },
      reportBug: { bug in
        // A unique race between servers that outlasts the engine's patience is no bug of theirs.
        judge.judge.report(.bugs, bug)
      })
    if number < servers.count {
      (servers[number], stores[number], clocks[number]) = (server, store, clock)
    } else {
      servers.append(server)
      stores.append(store)
      clocks.append(clock)
    }
  }

  /// A way to the provider on which the steps decide what happens.
  private struct SteppedLine: ProviderLine {
    let store: ServerStore
    let network: Network
    let server: Int
    var isDown: Bool { store.isDown }

    func exchange<Value>(_ text: String, _ attempt: @escaping (Fate) -> Value?) async -> Value {
      await network.exchange(from: server, .provider, text, attempt)
    }
  }

  /// The engine reports from a closure that may be called from anywhere; here that is one thread.
  private struct Mute: @unchecked Sendable {
    let judge: Judge
    init(_ judge: Judge) { self.judge = judge }
  }

  // MARK: Steps

  /// Takes steps until `count`, leaving out `skipped` ones, or until something is wrong, or the
  /// judge has seen enough.
  func run(
    steps count: Int, skipping skipped: Set<Int> = [],
    until isEnough: (Judge) -> Bool = { _ in false }
  ) {
    for step in 1...count where judge.violations.isEmpty && !isEnough(judge) {
      if skipped.contains(step) { continue }
      draw = Draw(seed: seed, step: step)
      provider.draw = Draw(seed: ~seed, step: step)
      provider.now = time.now
      let text = take(draw.weighted(Self.actions))
      queue.drain()
      story.append("\(step): \(text)")
      judge.checkProvider()
      if step % 16 == 0 { judge.checkRefusals() }
    }
  }

  private func take(_ action: Action) -> String {
    switch action {
    case .exchange: network.open.isEmpty ? begin() : settleExchange()
    case .operation: network.open.count > Self.openMax ? settleExchange() : begin()
    case .again: sendAgain()
    case .twist: twist()
    case .work: work()
    case .payer: payInvoice()
    case .payment: concludePayment()
    case .webhook: deliver()
    case .clock: moveClock()
    case .crash: crash()
    }
  }

  private func settleExchange() -> String {
    guard !network.open.isEmpty else { return "nothing waits" }
    let first = Int(draw.number(0...Int64(network.open.count - 1)))
    let bad: [Fate] = [.lostBefore, .lostAfter, .refused]
    let fate = draw.chance(faults) ? draw.one(of: bad) ?? .done : .done
    // What has to wait lets another one go first.
    for offset in network.open.indices {
      let index = (first + offset) % network.open.count
      let exchange = network.open[index]
      if network.settle(index, fate) {
        if let fault = Fault(exchange.kind, fate) { injected.insert(fault) }
        if index > 0 { injected.insert(.requestsReordered) }
        return "server \(exchange.server) \(exchange.text): \(fate)"
      }
    }
    return "all wait for each other"
  }

  private func begin() -> String {
    var planner = planner
    guard let operation = Workload.plan(&planner, about: subject) else {
      return "nobody can do anything"
    }
    draw = planner.draw
    operations.append(operation)
    judge.began(operation)
    return send(operation)
  }

  private var planner: Planner {
    Planner(
      draw: draw, knowledge: knowledge, model: judge.model, number: operations.count + 1,
      now: time.now)
  }

  private func send(_ operation: Operation, _ manner: Operation.Manner = .asItIs) -> String {
    if manner == .otherContent { injected.insert(.otherContent) }
    if !operation.replies.isEmpty { injected.insert(.requestAgain) }
    if operation.isUnderWay { injected.insert(.requestAtOnce) }
    let number = Int(draw.number(0...Int64(servers.count - 1)))
    let (server, store) = (servers[number], stores[number])
    queue.spawn { [self] in
      let reply = await operation.send(to: server, manner)
      // Nobody hears what a dead server says.
      let heard: Operation.Reply =
        store.isDown ? .failure(CommitError.outcomeUnknown) : reply
      judge.answered(operation, heard, manner)
      guard manner == .asItIs else { return }
      operation.keep(heard)
      learn(operation)
    }
    return "server \(number): operation \(operation.number) (\(manner)): \(operation.text)"
  }

  private func learn(_ operation: Operation) {
    guard !operation.isLearned, let outcome = operation.accepted,
      let (_, ids) = Operation.parse(outcome.bytes)
    else { return }
    operation.isLearned = true
    operation.learn(&knowledge, ids)
  }

  private func sendAgain() -> String {
    let open = operations.filter { !$0.isSettled && $0.mayBeRepeated }
    guard let operation = draw.one(of: open) else { return "nobody waits" }
    return send(operation)
  }

  /// What a confused or a hostile sender does.
  private func twist() -> String {
    guard let operation = draw.one(of: operations.filter(\.mayBeRepeated)) else {
      return "nobody to confuse"
    }
    if operation.accepted != nil, draw.chance(50) { return send(operation, .otherContent) }
    return send(operation, draw.chance(50) ? .rehearsal : .asItIs)
  }

  private func work() -> String {
    let idle = servers.indices.flatMap { number in
      SimulatedServer.Work.allCases.filter { !servers[number].isBusy(with: $0) }
        .map { (number, $0) }
    }
    guard let (number, work) = draw.one(of: idle) else { return "all servers work still" }
    let server = servers[number]
    queue.spawn { await server.step(work) }
    return "server \(number) works on \(work)"
  }

  // MARK: The world outside

  private func payInvoice() -> String {
    // Nobody has seen an invoice that was not committed.
    let shown = database.table(draw.chance(65) ? "invoice" : "deposit").all
      .compactMap { provider.invoices[$0.bytes("payment_hash")] }
      // Late by hours at most: the watcher looks for a day.
      .filter { $0.paidMsat == nil && time.now.seconds < $0.invoice.expiresAt + 12 * 3600 }
    let timely = shown.filter { !$0.invoice.isExpired(at: time.now.seconds) }
    let open = draw.chance(85) && !timely.isEmpty ? timely : shown
    guard let invoice = draw.recent(of: open)?.invoice, let amount = invoice.amountMsat else {
      return "nothing to pay"
    }
    let msat = draw.chance(60) ? amount : max(1, amount * draw.number(1...5) / 3)
    provider.receive(invoice.paymentHash, msat: msat)
    return "somebody pays \(msat) of \(amount)"
  }

  private func concludePayment() -> String {
    if draw.chance(25), let reference = draw.one(of: provider.arrived) {
      provider.reverse(reference)
      return "a bank sends \(reference) back"
    }
    if draw.chance(5), let hash = draw.one(of: provider.held) {
      provider.giveBack(hash)
      return "the node gives a payment back"
    }
    guard let reference = draw.one(of: provider.pending) else { return "nothing is pending" }
    provider.conclude(reference)
    return "the provider concludes \(reference)"
  }

  /// Webhooks come in any order and more than once.
  private func deliver(_ chosen: Int? = nil) -> String {
    let open = provider.webhooks.indices.filter { !provider.webhooks[$0].isTaken }
    let any = provider.webhooks.indices.map(\.self)
    guard let index = chosen ?? draw.one(of: draw.chance(80) ? open : any) else {
      return "no webhook"
    }
    let webhook = provider.webhooks[index]
    if webhook.isTaken { injected.insert(.webhookAgain) }
    if open.contains(where: { $0 < index }) { injected.insert(.webhooksReordered) }
    let number = Int(draw.number(0...Int64(servers.count - 1)))
    let (server, store) = (servers[number], stores[number])
    queue.spawn { [self] in
      let command = RecordInboundEvent(
        provider: "simulator", eventID: webhook.id, type: webhook.type, body: webhook.body)
      do {
        _ = try await server.committer.commit(command, deadline: nil) { .none(of: $0) }
        if !store.isDown { provider.taken(index) }
      } catch {
        // Delivered again.
      }
    }
    return "server \(number) gets \(webhook.id), \(webhook.type)"
  }

  private func moveClock() -> String {
    if draw.chance(20) {
      let number = Int(draw.number(0...Int64(clocks.count - 1)))
      let before = clocks[number].skewMilliseconds
      clocks[number].skewMilliseconds = draw.number(-5000...5000)
      injected.insert(clocks[number].skewMilliseconds < before ? .clockGoesBack : .clockIsOff)
      return "the clock of server \(number) is off by \(clocks[number].skewMilliseconds) ms"
    }
    // Mostly moments; now and then to where something ends by itself, or just before or after.
    let ends = judge.model.ends(after: time.now) + provider.ends
    if draw.chance(15), let end = draw.one(of: ends) {
      let seconds = max(1, end.seconds - time.now.seconds + draw.number(-1...2))
      time.advance(seconds: seconds)
      return "\(seconds) seconds pass: something ends"
    }
    let seconds = draw.chance(3) ? draw.number(1...300_000) : draw.number(1...120)
    if seconds > 3600 { injected.insert(.clockJumps) }
    time.advance(seconds: seconds)
    return "\(seconds) seconds pass"
  }

  private func crash() -> String {
    let number = Int(draw.number(0...Int64(servers.count - 1)))
    for exchange in network.open where exchange.server == number {
      if let fault = Fault(crashDuring: exchange.kind) { injected.insert(fault) }
    }
    stores[number].crash(&draw)
    queue.drain()
    start(number)
    return "server \(number) crashes and starts again"
  }

  // MARK: Rest

  /// Lets everything come to an end, with nothing going wrong any more, and compares the books for
  /// good. What never comes to an end is a violation too.
  func rest() {
    faults = 0
    for round in 1...Self.roundsMax where judge.violations.isEmpty {
      draw = Draw(seed: seed, step: -round)
      provider.now = time.now
      settleAll()
      resume()
      for operation in operations where !operation.isSettled && !operation.isUnderWay {
        _ = send(operation)
      }
      for index in provider.webhooks.indices where !provider.webhooks[index].isTaken {
        _ = deliver(index)
      }
      for reference in provider.pending { provider.conclude(reference) }
      for server in servers {
        for work in SimulatedServer.Work.allCases { queue.spawn { await server.step(work) } }
      }
      settleAll()
      judge.checkProvider()
      if isAtRest { break }
      time.advance(seconds: Int64(round) * 30)
    }
    story.append("at rest")
    guard judge.violations.isEmpty else { return }
    judge.checkRefusals()
    for operation in operations where !operation.isSettled {
      judge.report(.once, "operation \(operation.number) got no answer: \(operation.text)")
    }
    for hash in judge.unheardInvoices {
      judge.report(.provider, "a payment was never booked: \(hash.prefix(4))")
    }
    for hash in provider.held {
      judge.report(.provider, "a payment is held for ever: \(hash.prefix(4))")
    }
    for payout in judge.openPayouts { judge.report(.provider, "payout \(payout) never ends") }
    for payout in judge.unheardReversals {
      judge.report(.provider, "\(payout) came back, and nobody heard of it")
    }
  }

  /// What operators have paused goes on.
  private func resume() {
    guard let admin = knowledge.admins.first else { return }
    for capability in judge.model.paused.sorted(by: { $0.rawValue < $1.rawValue }) {
      let operation = planner.set(capability, isPaused: false, planner.caller(admin))
      operations.append(operation)
      judge.began(operation)
      _ = send(operation)
      settleAll()
    }
  }

  private var isAtRest: Bool {
    operations.allSatisfy(\.isSettled) && judge.unheardInvoices.isEmpty
      && judge.openPayouts.isEmpty && judge.unheardReversals.isEmpty
      && provider.held.isEmpty && provider.webhooks.allSatisfy(\.isTaken)
  }

  private func settleAll() {
    queue.drain()
    for _ in 0..<Self.exchangesMax {
      guard !network.open.isEmpty else { return }
      network.settle(Int(draw.number(0...Int64(network.open.count - 1))), .done)
      queue.drain()
    }
    judge.report(.once, "exchanges without end: \(network.open.map(\.text))")
  }

  /// Exchanges that wait at most while users do more.
  private static let openMax = 14
  private static let roundsMax = 400
  private static let exchangesMax = 100_000
}
