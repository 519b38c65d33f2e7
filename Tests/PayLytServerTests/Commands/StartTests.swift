import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Starting a server")
struct StartTests {
  private static let nowhere = "/nonexistent/file.pem"

  @Test(
    "a file that cannot be used refuses the start before the database is touched",
    arguments: [
      ["--tls-certificate", nowhere, "--tls-key", nowhere], ["--tls-client-ca", nowhere],
      ["--webhooks-ca", nowhere],
      ["--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "a@example.org", "--smtp-ca", nowhere],
      [
        "--lnd-address", "127.0.0.1:1", "--lnd-tls-certificate", nowhere, "--lnd-macaroon-file",
        "/dev/null",
      ],
    ])
  func files(options: [String]) async throws {
    let free = ["--listen", "--plaintext-listen", "--webhook-listen"].flatMap {
      [$0, "127.0.0.1:0"]
    }
    let given = try CommandLineOptions(
      // Migrating would fail: nobody is there.
      ["--with-simulator", "--database", "host=/nonexistent dbname=x", "--data-dir", "/tmp"]
        + free + options,
      known: ServeCommand.usage.options, environment: { _ in nil })
    let log = Log(level: .error, clock: SystemClock(), sink: { _ in })
    let configuration = try Configuration(given)
    let error = try await #require(throws: TLSError.self) {
      _ = try await Server.start(configuration, log: log)
    }
    #expect("\(error)".contains(Self.nowhere))
  }
}
