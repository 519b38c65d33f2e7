import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer
@testable import SimulatorCore

/// A simulator, a webhook door and our adapter, on one loop and over real HTTP.
struct Bench: Sendable {
  let loop: EventLoop
  let simulator: Simulator
  let door: Door
  let provider: BitnobProvider
  let http: HTTPClient
  let clock: TestClock
  let configuration: SimulatorConfiguration
  let lines: Lines

  /// What our adapter has logged.
  final class Lines: Sendable {
    private let kept = Mutex<[String]>([])
    var all: [String] { kept.withLock { $0 } }

    func log(_ clock: any PayLytServer.Clock) -> Log {
      Log(level: .debug, clock: clock) { line in
        self.kept.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
      }
    }
  }

  /// What arrived at the webhook door.
  final class Door: Sendable {
    struct Delivery: Sendable {
      let body: [UInt8]
      let signature: String?
      let timestamp: String?
    }

    private struct State {
      var deliveries: [Delivery] = []
      var refusals = 0
    }

    private let state = Mutex(State())

    var deliveries: [Delivery] { state.withLock { $0.deliveries } }

    /// Answers the next `count` deliveries with an error.
    func refuseNext(_ count: Int) { state.withLock { $0.refusals = count } }

    func take(_ request: HTTPServerRequest) -> HTTPServerResponse {
      state.withLock { state in
        state.deliveries.append(
          Delivery(
            body: request.body, signature: request.headers["x-bitnob-signature"],
            timestamp: request.headers["x-bitnob-timestamp"]))
        guard state.refusals > 0 else { return .text(200, "ok") }
        state.refusals -= 1
        return .text(500, "not now")
      }
    }

    /// Waits until `count` deliveries have come.
    func wait(for count: Int) async throws {
      for _ in 0..<400 where deliveries.count < count {
        try await Task.sleep(for: .milliseconds(5))
      }
      try #require(deliveries.count >= count)
    }
  }

  /// A clock that the test moves.
  final class TestClock: PayLytServer.Clock {
    private let microseconds = Mutex<Int64>(1_750_000_000_000_000)
    func now() -> Timestamp { Timestamp(microseconds: microseconds.withLock { $0 }) }
    func advance(seconds: Int64) { microseconds.withLock { $0 += seconds * 1_000_000 } }
  }

  /// Who the adapter says it is, and to whom: by default the simulator's client.
  struct Account {
    var clientID: String
    var secret: [UInt8]
    var port: UInt16?
    var network: Network
    var customerID: String?
  }

  static func with(
    _ change: (inout SimulatorConfiguration) -> Void = { _ in },
    adapter: (inout Account) -> Void = { _ in },
    _ body: @Sendable (Bench) async throws -> Void
  ) async throws {
    let loop = try EventLoop.start(named: "bench")
    let clock = TestClock()
    let door = Door()
    let doorServer = try await HTTPServer.start(on: loop) { door.take($0) }
    var configuration = SimulatorConfiguration()
    configuration.seed = SHA256.hash(Array("bench".utf8))
    configuration.webhookURL = "http://127.0.0.1:\(doorServer.port)/webhooks/bitnob"
    configuration.webhookRetryMilliseconds = 5
    change(&configuration)
    let simulator = try await Simulator.start(configuration, on: loop) { clock.now().seconds }
    var account = Account(
      clientID: configuration.clientID, secret: configuration.clientSecret,
      network: configuration.network)
    adapter(&account)
    let http = HTTPClient(loop: loop, configuration: .anywhere)
    let lines = Lines()
    let provider = BitnobProvider(
      BitnobConfiguration(
        baseURL: "http://127.0.0.1:\(account.port ?? simulator.port)", clientID: account.clientID,
        clientSecret: account.secret, allowsLoopbackHTTP: true, network: account.network,
        customerID: account.customerID),
      http: http, strangers: http, clock: clock, log: lines.log(clock), pause: { _ in })
    let bench = Bench(
      loop: loop, simulator: simulator, door: door, provider: provider, http: http, clock: clock,
      configuration: configuration, lines: lines)
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await body(bench))
    } catch {
      outcome = .failure(error)
    }
    await simulator.stop()
    await doorServer.stop(grace: .milliseconds(100))
    loop.stop()
    loop.join()
    try outcome.get()
  }

  /// Turns one of the simulator's knobs.
  @discardableResult
  func turn(_ method: String, _ path: String, _ body: String = "") async throws -> HTTPResponse {
    let url = "http://127.0.0.1:\(simulator.port)/sim/\(path)"
    return try await http.send(HTTPRequest(method, url, body: Array(body.utf8)))
  }

  func arm(_ kind: FaultKind, _ operation: String = "*", count: Int = 1) async throws {
    let body = #"{"operation":"\#(operation)","kind":"\#(kind.rawValue)","count":\#(count)}"#
    let response = try await turn("POST", "faults", body)
    try #require(response.status == 200)
  }

  func address(_ user: String = "ada") throws -> LightningAddress {
    try LightningAddress("\(user)@127.0.0.1:\(simulator.port)")
  }

  func order(_ reference: String = "inv-1", sat: Int64 = 5000) -> InvoiceOrder {
    InvoiceOrder(
      amountMsat: sat * 1000, memo: "escrow", expirySeconds: 900, reference: reference)
  }

  func payment(
    _ reference: String = "pay-1", sat: Int64 = 5000, maxFeeSat: Int64 = 100
  ) async throws -> PaymentOrder {
    let invoice = try await provider.resolve(
      try address(), amountMsat: sat * 1000, reference: "")
    return PaymentOrder(invoice: invoice, reference: reference, maxFeeMsat: maxFeeSat * 1000)
  }

  var webhook: BitnobWebhook { BitnobWebhook(secret: configuration.webhookSecret) }
}

/// The error of a call; nil when it went well.
func failure<Value>(
  _ call: () async throws(ProviderError) -> Value
) async -> ProviderError? {
  do throws(ProviderError) {
    _ = try await call()
    return nil
  } catch {
    return error
  }
}

extension ProviderError {
  var kind: String {
    switch self {
    case .refused: "refused"
    case .unavailable: "unavailable"
    case .outcomeUnknown: "unknown"
    }
  }
}
