import Testing

@testable import PayLytServer

@Suite("Options that go together")
struct ConfigurationTests {
  private static let provider = [
    "--provider-url", "https://example.com", "--provider-client-id", "x",
    "--provider-client-secret", "x", "--webhook-secret", "x",
  ]

  private func configuration(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Configuration {
    try Configuration(
      CommandLineOptions(
        arguments, known: ServeCommand.usage.options, environment: { environment[$0] }))
  }

  @Test(
    "what is said of e-mails without a server is refused, and not dropped",
    arguments: [
      "mail-from", "mail-links", "smtp-user", "smtp-password", "smtp-password-file", "smtp-ca",
    ])
  func mail(option: String) throws {
    let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
      _ = try configuration(["--with-simulator", "--\(option)", "x"])
    }
    #expect(misuse.description == "--\(option) goes with --smtp-url")
  }

  @Test(
    "what is said of a provider is refused beside the simulator",
    arguments: ServeCommand.usage.options.map(\.name).filter {
      $0.hasPrefix("provider-") || $0.contains("webhook-s") || $0 == "network"
    })
  func provider(option: String) throws {
    let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
      _ = try configuration(["--with-simulator", "--\(option)", "x"])
    }
    #expect(misuse.description == "--\(option) does not go with --with-simulator")
  }

  @Test("an empty file is no secret", arguments: ["webhook-secret", "previous-webhook-secret"])
  func emptySecret(option: String) throws {
    let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
      let others = option == "webhook-secret" ? Self.provider.dropLast(2) : Self.provider[...]
      _ = try configuration(Array(others) + ["--\(option)-file", "/dev/null"])
    }
    #expect(misuse.description == "/dev/null of --\(option)-file is empty")
  }

  @Test("what is said of the simulator is refused without it, in the environment, too")
  func simulator() throws {
    let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
      _ = try configuration(
        Self.provider, environment: ["PAYLYT_SIMULATOR_PAYS_AFTER_MS": "50"])
    }
    #expect(misuse.description == "--simulator-pays-after-ms goes with --with-simulator")
  }

  @Test("options that do go together are taken")
  func taken() throws {
    let ours = try configuration(
      Self.provider + [
        "--network", "bcrt", "--smtp-url", "smtp://mail.example.com", "--mail-from",
        "a@example.com",
        "--mail-links", "https://example.com/app/", "--smtp-user", "a", "--smtp-password", "b",
      ])
    #expect(ours.provider?.network == .regtest && ours.mail?.links == "https://example.com/app")
    let played = try configuration(["--with-simulator", "--simulator-pays-after-ms", "50"])
    #expect(played.simulator.paysAfterMilliseconds == 50 && played.mail == nil)
  }
}
