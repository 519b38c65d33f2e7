import FoundationEssentials
import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC

/// A provider's other side that is in one mood, whatever it is asked: over real HTTP.
enum CannedProvider: CaseIterable {
  /// Somebody in between says that nobody is there.
  case away
  /// It says no, and means it.
  case refusing
  /// Its prices are of yesterday.
  case stale
  /// A bitcoin costs next to nothing.
  case worthless
  /// It pays out nowhere.
  case homely
  /// Its invoices are over when they come, whatever they are for.
  case late

  /// Runs `body` with its address.
  func with(_ body: (_ url: String) async throws -> Void) async throws {
    let loop = try EventLoop.start(named: "provider")
    defer { loop.stop() }
    let server = try await HTTPServer.start(on: loop) { request in answer(request) }
    do {
      try await body("http://127.0.0.1:\(server.port)")
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private func answer(_ request: HTTPServerRequest) -> HTTPServerResponse {
    switch self {
    case .away: return .text(503, "nobody is there")
    case .refusing: return Self.json(422, #"{"success": false, "message": "no"}"#)
    case .stale, .worthless, .homely: break
    case .late:
      if request.path == "/api/lightning/invoices" { return Self.overdue(request) }
    }
    switch request.path {
    case "/api/trading/prices":
      let price = self == .worthless ? "0.01" : "150000000.25"
      return Self.json(
        200, #"{"data": {"price": "\#(price)"\#(self == .stale ? Self.yesterday : "")}}"#)
    case "/api/payouts/supported-countries":
      let countries =
        #"{"code": "NG", "currency": "NGN", "destinations": [{"type": "BANK"}]}"#
      return Self.json(200, #"{"data": [\#(self == .homely ? "" : countries)]}"#)
    case "/api/payouts/limits":
      return Self.json(200, #"{"data": [{"currency": "NGN", "min": "100", "max": "1000000"}]}"#)
    default: return .text(503, "nobody knows")
    }
  }

  /// An invoice over what was asked for, of long ago.
  private static func overdue(_ request: HTTPServerRequest) -> HTTPServerResponse {
    struct Order: Decodable {
      let amount: Int64
    }
    do {
      let order = try JSONDecoder().decode(Order.self, from: Data(request.body))
      let invoice = try InvoiceDraft(
        network: .regtest, amountMsat: order.amount * 1000, timestamp: 1_750_000_000,
        paymentHash: SecureRandom.bytes(32), paymentSecret: SecureRandom.bytes(32),
        purpose: .text("late")
      ).signed(by: .random())
      return Self.json(201, #"{"data": {"id": "1", "request": "\#(invoice.text)"}}"#)
    } catch {
      return .text(500, "\(error)")
    }
  }

  private static let yesterday = #", "timestamp": 1750000000"#

  private static func json(_ status: Int, _ text: String) -> HTTPServerResponse {
    .json(status, Array(text.utf8))
  }
}
