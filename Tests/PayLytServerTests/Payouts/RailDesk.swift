import PayLytHTTP
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer
@testable import SimulatorCore

/// A freelancer with money and a bank account, the worker, the adapter, and the provider's other
/// side over real HTTP with a book of its own.
struct RailDesk: Sendable {
  let engine: Engine
  let clock: ManualClock
  let simulator: Simulator
  let rail: BitnobRail
  let worker: PayoutWorker
  let orders: PayoutOrders
  let http: HTTPClient

  static let bitcoin: Int64 = 100_000_000
  static let naira: Int64 = 50_000_000

  static func with(_ body: @escaping @Sendable (RailDesk) async throws -> Void) async throws {
    try await withDatabase(
      statements: Engine.service + EngineStatements.tests, configure: { $0.readers = 1 }
    ) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      var configuration = SimulatorConfiguration()
      configuration.seed = [1]
      let simulator = try await Simulator.start(configuration, on: database.loop) {
        clock.now().seconds
      }
      let http = HTTPClient(loop: database.loop, configuration: .anywhere)
      let bitnob = BitnobConfiguration(
        baseURL: "http://127.0.0.1:\(simulator.port)", clientID: configuration.clientID,
        clientSecret: configuration.clientSecret, allowsLoopbackHTTP: true,
        network: configuration.network)
      let provider = BitnobProvider(
        bitnob, http: http, strangers: http, clock: clock, log: Log(level: .error, clock: clock),
        pause: { _ in })
      let rail = BitnobRail(beside: provider)
      let desk = RailDesk(
        engine: engine, clock: clock, simulator: simulator, rail: rail,
        worker: PayoutWorker(
          database: database, committer: engine.committer, providers: LightningProviders(provider),
          rail: rail,
          keys: .fixture, clock: clock, log: Log(level: .error, clock: clock),
          setAside: SetAside("payouts", log: Log(level: .error, clock: clock))),
        orders: PayoutOrders(
          database: database, provider: provider, corridors: Corridors(rail: rail, clock: clock),
          keys: .fixture, rates: ExchangeRates(source: provider, clock: clock),
          policy: ExchangePolicy(), clock: clock, log: Log(level: .error, clock: clock)),
        http: http)
      let outcome: Result<Void, any Error>
      do {
        try await desk.open()
        try await body(desk)
        #expect(engine.bugs.isEmpty)
        try await #expect(engine.discrepancies() == 0)
        outcome = .success(())
      } catch {
        outcome = .failure(error)
      }
      await simulator.stop()
      try outcome.get()
    }
  }

  /// The freelancer has 100 000 sats and 500 000 naira, and an account in Lagos.
  private func open() async throws {
    try await engine.commit(PostAll.paying(Self.bitcoin, to: 2))
    try await engine.commit(
      PostAll(
        request: nil,
        moves: [
          .init(
            amount: Self.naira, debit: .platform(.fxPool, asset: .ngn, stripe: 0),
            credit: AccountID(of: .entity(2), kind: .wallet, asset: .ngn))
        ]))
    try await add(30, BeneficiaryTests.bank)
  }

  func add(_ number: UInt64, _ destination: PayoutDestination) async throws {
    try await engine.commit(
      CreateBeneficiary(
        caller: .freelancer, request: nil,
        beneficiary: Beneficiary(
          id: .entity(number), user: .entity(2), destination: destination, label: "x",
          currency: .ngn, keys: .fixture, at: clock.now())))
  }

  /// A payout of 50 000 sats or 70 000 naira to the bank.
  func order(
    _ source: Asset = .btc, request: UInt64 = 1, replaces: UUID? = nil
  ) async throws -> Payout {
    let amount: PayLytServer.Money =
      source == .btc ? .msat(50_000_000) : Money(asset: .ngn, units: 7_000_000)
    let quote = try await engine.carryOut(try await quote(amount, source, request: request))
    return try await engine.carryOut(
      CreatePayout(
        caller: .freelancer, request: nil, user: .entity(2), order: .quote(quote.id),
        provider: rail.name, replaces: replaces))
  }

  /// The worker, with another rail before it.
  func worker(_ rail: any PayoutRail) -> PayoutWorker {
    PayoutWorker(
      database: worker.database, committer: worker.committer, providers: worker.providers,
      rail: rail, keys: worker.keys, clock: clock, log: worker.log, setAside: worker.setAside)
  }

  /// The orders, with another rail before them.
  func orders(_ rail: any PayoutRail) -> PayoutOrders {
    PayoutOrders(
      database: orders.database, provider: orders.provider,
      corridors: Corridors(rail: rail, clock: clock), keys: orders.keys, rates: orders.rates,
      policy: orders.policy, clock: clock, log: orders.log)
  }

  func row(_ payout: Payout) async throws -> Payout {
    try #require(
      try await engine.database.query(PayoutStatements.payout, [.uuid(payout.id)]).first)
  }

  func wallet(_ asset: Asset = .btc) async throws -> Int64 {
    try await engine.balance(AccountID(of: .entity(2), kind: .wallet, asset: asset))
  }

  func platform(_ kind: AccountKind, _ asset: Asset = .btc) async throws -> Int64 {
    try await engine.balance(.platform(kind, asset: asset, stripe: 0))
  }

  /// What we think is gone from our float, and what the provider's own book says.
  func expectSameBooks() async throws {
    let ours = Self.bitcoin - (try await platform(.providerFloat))
    let book = simulator.book
    #expect(ours == book.balance(.paidOut) + book.balance(.fees))
    #expect(book.sum == 0)
  }

  /// Lets time pass until the payout is due, and the worker look.
  @discardableResult
  func step(_ payout: Payout, seconds: Int64 = 0) async throws -> PayoutState {
    clock.advance(seconds: seconds)
    _ = try await worker.step()
    return try await row(payout).state
  }

  func turn(_ path: String, _ body: String) async throws {
    let response = try await http.send(
      HTTPRequest(
        "POST", "http://127.0.0.1:\(simulator.port)/sim/\(path)", body: Array(body.utf8)))
    #expect(response.status == 200, "\(path): \(String(decoding: response.body, as: UTF8.self))")
  }

  func arm(_ operation: String, _ kind: String, count: Int = 1) async throws {
    try await turn(
      "faults", #"{"operation":"\#(operation)","kind":"\#(kind)","count":\#(count)}"#)
  }

  func disarm() async throws {
    let url = "http://127.0.0.1:\(simulator.port)/sim/faults"
    _ = try await http.send(HTTPRequest("DELETE", url))
  }
}
