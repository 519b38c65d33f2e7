import CLinux
import FoundationEssentials
import PayLytRPC

/// `paylyt serve`: runs until SIGINT or SIGTERM; SIGHUP reads the certificates again.
enum ServeCommand {
  static let usage = CommandUsage(
    command: "serve", summary: "Runs the server until SIGINT or SIGTERM.",
    options: Configuration.options + ConnectionOptions.options,
    notes: [
      "A secret is better given as a file: arguments and environments can be read by others.",
      "SIGHUP reads the TLS certificates again. docs/OPERATIONS.md is the manual.",
    ],
    examples: [
      "serve --with-simulator",
      "serve --with-simulator --simulator-pays-after-ms 500 --loops 2",
      "serve --production --database 'host=db dbname=paylyt' --tls-certificate c.pem "
        + "--tls-key k.pem \\\n    --secret-file s.hex --provider-url https://api.example.com "
        + "--provider-client-id paylyt \\\n    --provider-client-secret-file p.txt "
        + "--webhook-secret-file w.txt --step-up-above-sats 100000",
    ])

  static func run(_ arguments: [String], _ signals: SignalDescriptor) async throws {
    try CommandLineOptions.checkVariables(CommandLineOptions.processVariables())
    let options = try CommandLineOptions(arguments, known: usage.options)
    let configuration = try Configuration(options)
    let log = Log(level: configuration.logLevel, clock: SystemClock())
    // Whoever waits for the file must not read the addresses of the last run.
    if let path = configuration.readyFile { unsafe unlink(path) }
    let control = try EventLoop.start(named: "paylyt-control")
    let (asked, ask) = AsyncStream.makeStream(of: Int32.self)
    try await control.run { try control.onSignal(signals) { ask.yield($0) } }

    let server = try await Server.start(configuration, log: log)
    do {
      try announce(server.addresses, configuration)
    } catch {
      await server.stop()
      throw error
    }
    for await signal in asked {
      log.info("signal", ["number": String(signal)])
      guard signal == SIGHUP else { break }
      server.reloadCertificates()
    }
    await server.stop()
    control.stop()
  }

  private static func announce(
    _ addresses: Server.Addresses, _ configuration: Configuration
  ) throws {
    if let path = configuration.readyFile {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try writePrivateFile(path, Array(try encoder.encode(addresses)))
    }
    Output.line(
      """
      PayLyt \(Version.text) serves
        gRPC over TLS   \(addresses.grpc)   (certificate: \(addresses.certificate))
        gRPC, h2c       \(addresses.plaintext ?? "off")
        webhooks        \(addresses.webhook)
        metrics         \(addresses.metrics ?? "off")
        channelz        \(addresses.channelz ?? "off")
        simulator       \(addresses.simulator ?? "off")

      Call it from any gRPC client:
        grpcurl -cacert \(addresses.certificate) \(addresses.grpc) list
      """)
    if let simulator = addresses.simulator {
      Output.line(
        """
          .venv/bin/python examples/python/story.py --certificate \(addresses.certificate) \\
            --simulator \(simulator) \(addresses.grpc)
        """)
    }
  }
}
