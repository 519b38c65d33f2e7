import Lightning
import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Lightning addresses, and where they may lead")
struct LNURLResolverTests {
  private static func refusal(
    of address: String, loopback: Bool = false
  ) async throws -> ProviderError? {
    let loop = try EventLoop.start(named: "lnurl")
    defer {
      loop.stop()
      loop.join()
    }
    let resolver = LNURLResolver(
      http: HTTPClient(loop: loop),
      loopback: loopback ? HTTPClient(loop: loop, configuration: .anywhere) : nil,
      clock: ManualClock(), network: .regtest)
    do {
      _ = try await resolver.resolve(try LightningAddress(address), amountMsat: 1_000)
      return nil
    } catch let error as ProviderError {
      return error
    }
  }

  private static let notPublic = ProviderError.refused(
    reason: "the address's service is not at a public https place")

  /// The last part of these has a letter, so that they pass for names, and libcurl reads them as
  /// 127.0.0.1 and 10.0.0.10: as any name may lead there by its owner's DNS.
  @Test(
    "an address whose name leads to this machine or a private network is refused for good",
    arguments: [
      "ada@127.0.0.0x1:8443", "ada@0x7f.0x1:8443", "ada@10.0.0.0xa", "ada@192.168.1.0x1:8443",
    ])
  func privatePlaces(address: String) async throws {
    #expect(try await Self.refusal(of: address) == Self.notPublic)
    // With the simulator, too: it is this machine by its own address, and nothing else.
    #expect(try await Self.refusal(of: address, loopback: true) == Self.notPublic)
  }

  @Test(
    "numbers, this machine's names and other services' ports are refused before any look-up",
    arguments: [
      "ada@127.0.0.1:8443", "ada@localhost:8443", "ada@a.localhost", "ada@10.0.0.1", "ada@host",
      "ada@example.com:22", "ada@example.com:1023",
    ])
  func shapes(address: String) async throws {
    #expect(try await Self.refusal(of: address) == Self.notPublic)
  }

  @Test("a domain that is not found is told as such, for the address may be misspelt")
  func unknownDomain() async throws {
    #expect(try await Self.refusal(of: "ada@nowhere.invalid") == .unknownDomain)
  }

  @Test(
    "what is no LNURL service is refused; what may be one later is asked again",
    arguments: [
      (200, false), (301, false), (400, false), (403, false), (404, false), (405, false),
      (408, true), (429, true), (500, true), (503, true),
    ])
  func answers(status: Int, mayBeLater: Bool) async throws {
    let loop = try EventLoop.start(named: "lnurl-service")
    defer { loop.stop() }
    let server = try await HTTPServer.start(on: loop) { _ in .text(status, "<html>Hello.</html>") }
    let error = try await Self.refusal(of: "ada@127.0.0.1:\(server.port)", loopback: true)
    await server.stop()
    switch error {
    case .refused: #expect(!mayBeLater)
    case .unavailable: #expect(mayBeLater)
    case .outcomeUnknown, nil: Issue.record("\(String(describing: error))")
    }
  }

  @Test("with the simulator, this machine is asked, without TLS")
  func loopback() async throws {
    let error = try await Self.refusal(of: "ada@127.0.0.1:1", loopback: true)
    // Nobody listens there: it was tried.
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
