import FoundationEssentials
public import PayLytHTTP
import PayLytRPC

/// The provider simulator as a process of its own, with secrets that the tests know, and its knobs.
public struct SimulatorProgram: Sendable {
  public static let clientID = "paylyt-test"
  public static let clientSecret = "the tests' client secret"
  public static let webhookSecret = "the tests' webhook secret"

  /// What an LND node and its clients share.
  struct NodeFiles {
    let certificate: String
    let key: String
    let macaroon: String

    init(in directory: TemporaryDirectory) throws {
      certificate = directory.path + "/lnd.cert"
      key = directory.path + "/lnd.key"
      macaroon = directory.path + "/lnd.macaroon"
      try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
      try writePrivateFile(macaroon, Array("a macaroon".utf8))
    }
  }

  public let url: String
  public let process: ChildProgram
  /// How a server reaches the node that it plays; nothing without one.
  let serverArguments: [String]

  /// - Parameter paysAfterMilliseconds: when each invoice is paid by itself; nil never.
  /// - Parameter node: of the LND node that it plays, too; nil for none.
  static func start(
    webhook: String, paysAfterMilliseconds: Int?, node: NodeFiles?,
    in directory: TemporaryDirectory
  ) async throws -> SimulatorProgram {
    var arguments = ["--client-id", clientID, "--webhook-url", webhook]
    if let node {
      arguments += [
        "--lnd-listen", "127.0.0.1:0", "--lnd-tls-certificate", node.certificate, "--lnd-tls-key",
        node.key, "--lnd-macaroon", hex(Array("a macaroon".utf8)),
      ]
    }
    if let paysAfterMilliseconds {
      arguments += ["--auto-pay-after-ms", "\(paysAfterMilliseconds)"]
    }
    let process = try await ChildProgram.start(
      try Place.program("paylyt-simulator"), arguments,
      environment: [
        "SIMULATOR_CLIENT_SECRET": clientSecret, "SIMULATOR_WEBHOOK_SECRET": webhookSecret,
      ], log: "\(directory.path)/simulator.log")
    func address(_ marker: String) -> String? {
      process.printed.split(separator: "\n").first { $0.hasPrefix(marker) }
        .map { String($0.dropFirst(marker.count)) }
    }
    var url: String?
    try await eventually("the simulator listens") {
      guard process.end == nil else { throw Failure("no simulator:\n\(process.printed)") }
      url = address("listening on ")
      return url != nil
    }
    guard let url else { throw Failure("the simulator has no address") }
    var serverArguments: [String] = []
    if let node {
      // Both addresses are told at once.
      guard let address = address("node listening on ") else { throw Failure("there is no node") }
      serverArguments = [
        "--lnd-address", address, "--lnd-tls-certificate", node.certificate,
        "--lnd-macaroon-file", node.macaroon,
      ]
    }
    return SimulatorProgram(url: url, process: process, serverArguments: serverArguments)
  }

  /// Of one of its users, who all exist but for `nobody`.
  public func lightningAddress(of user: String) -> String {
    user + "@" + url.dropFirst("http://".count)
  }

  // MARK: Knobs

  /// Somebody pays an invoice.
  ///
  /// - Parameters:
  ///   - invoice: its payment hash.
  ///   - sats: nil pays what was asked for.
  public func pay(_ invoice: [UInt8], sats: Int64? = nil) async throws {
    let amount = sats.map { #"{"amountSat":\#($0)}"# } ?? "{}"
    try await post("/sim/invoices/\(hex(invoice))/pay", amount)
  }

  /// Somebody's payment of an invoice that is over still arrives.
  public func payLate(_ invoice: [UInt8]) async throws {
    try await post("/sim/invoices/\(hex(invoice))/pay", #"{"late":true}"#)
  }

  /// A payment that our node holds has waited for too long there, and goes back.
  public func timeOut(_ invoice: [UInt8]) async throws {
    try await post("/sim/invoices/\(hex(invoice))/time-out", "{}")
  }

  /// What will go wrong with the next `count` uses of an operation.
  public func arm(
    _ kind: String, for operation: String, count: Int = 1, milliseconds: Int = 0
  ) async throws {
    try await post(
      "/sim/faults",
      #"{"operation":"\#(operation)","kind":"\#(kind)","count":\#(count),"#
        + #""delay_ms":\#(milliseconds)}"#)
  }

  public func disarm() async throws {
    _ = try await HTTP.send(HTTPRequest("DELETE", url + "/sim/faults"), expecting: 200)
  }

  /// A payment that a fault holds back arrives, or fails for good.
  public func finish(_ reference: String, succeeds: Bool) async throws {
    try await post("/sim/payments/\(reference)/\(succeeds ? "settle" : "fail")", "{}")
  }

  /// A payout to a bank that is held arrives (`settle`) or does not (`fail`); one that had arrived
  /// comes back (`reverse`).
  public func finishPayout(_ reference: String, _ how: String) async throws {
    try await post("/sim/payouts/\(reference)/\(how)", "{}")
  }

  private func post(_ path: String, _ body: String) async throws {
    let request = HTTPRequest("POST", url + path, body: Array(body.utf8))
    _ = try await HTTP.send(request, expecting: 200)
  }

  // MARK: Its book

  public struct Payment: Decodable, Sendable {
    public let reference: String
    public let status: String
    public let amountSat: Int64
    public let feeSat: Int64
  }

  public struct Invoice: Decodable, Sendable {
    public let reference: String
    public let request: String
    /// `pending`, `held`, `paid`, `expired` or `cancelled`.
    public let status: String
  }

  private struct Invoices: Decodable {
    let invoices: [Invoice]
  }

  private struct Payments: Decodable {
    let payments: [Payment]
  }

  private struct Book: Decodable {
    let balancesMsat: [String: Int64]
  }

  public func invoices() async throws -> [Invoice] {
    try await get("/sim/invoices", as: Invoices.self).invoices
  }

  public func payments() async throws -> [Payment] {
    try await get("/sim/payments", as: Payments.self).payments
  }

  /// What came in less what went out: what we own there, the opening balance aside. Millisatoshis.
  public func floatMsat() async throws -> Int64 {
    let balances = try await get("/sim/book", as: Book.self).balancesMsat
    return (balances["float"] ?? 0) + (balances["opening"] ?? 0)
  }

  private func get<Answer: Decodable>(_ path: String, as _: Answer.Type) async throws -> Answer {
    let response = try await HTTP.send(HTTPRequest("GET", url + path), expecting: 200)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: Data(response.body))
  }
}

/// HTTP for the tests, on one loop for all of them.
public enum HTTP {
  private static let client = Result {
    HTTPClient(
      loop: try EventLoop.start(named: "test-http"), configuration: .anywhere)
  }

  /// - Throws: when the answer has another status.
  @discardableResult
  public static func send(
    _ request: HTTPRequest, expecting status: Int
  ) async throws -> HTTPResponse {
    let response = try await client.get().send(request)
    guard response.status == status else {
      let body = String(decoding: response.body.prefix(500), as: UTF8.self)
      throw Failure("\(request.method) \(request.url) answered \(response.status): \(body)")
    }
    return response
  }

  public static func status(of request: HTTPRequest) async throws -> Int {
    try await client.get().send(request).status
  }
}

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
