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

  /// Runs `body` with its address.
  func with(_ body: (_ url: String) async throws -> Void) async throws {
    let loop = try EventLoop.start(named: "provider")
    defer { loop.stop() }
    let server = try await HTTPServer.start(on: loop) { request in answer(request.path) }
    do {
      try await body("http://127.0.0.1:\(server.port)")
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private func answer(_ path: String) -> HTTPServerResponse {
    switch self {
    case .away: return .text(503, "nobody is there")
    case .refusing: return Self.json(422, #"{"success": false, "message": "no"}"#)
    case .stale, .worthless, .homely: break
    }
    switch path {
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

  private static let yesterday = #", "timestamp": 1750000000"#

  private static func json(_ status: Int, _ text: String) -> HTTPServerResponse {
    .json(status, Array(text.utf8))
  }
}
