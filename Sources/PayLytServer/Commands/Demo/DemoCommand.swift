import CLinux
import PayLytRPC

/// `paylyt demo`: the whole story, from job to payout, on parts that are started for it and are
/// gone afterwards.
enum DemoCommand {
  static let payAfterMillisecondsDefault = 1500

  static let usage = CommandUsage(
    command: "demo",
    summary: "Tells the whole story, from job to payout, on parts that are started for it.",
    options: [
      .option(
        "pay-after-ms", "N", "when the simulator pays, so that the QR code can be seen; 1 to 60000",
        default: "\(payAfterMillisecondsDefault)")
    ],
    examples: ["demo", "demo --pay-after-ms 10000"])

  static func run(_ arguments: [String], _ signals: SignalDescriptor) async throws {
    let options = try CommandLineOptions(arguments, known: usage.options)
    let payAfter =
      try options.integer("pay-after-ms", in: 1...60_000)
      ?? payAfterMillisecondsDefault
    let server = try await DemoServer.start(payAfterMilliseconds: payAfter)
    let control = try EventLoop.start(named: "paylyt-control")
    try await control.run {
      try control.onSignal(signals) { _ in
        // Nobody waits for a person who wants to leave.
        server.stop()
        exit(130)
      }
    }
    do {
      try await DemoStory(server.addresses).tell()
    } catch {
      Output.error("\nThe server's log ends with:\n\(server.logTail)")
      server.stop()
      throw error
    }
    server.stop()
    Output.line("\nEverything is stopped. Run it again, or `make run` for a server that stays up.")
  }
}
