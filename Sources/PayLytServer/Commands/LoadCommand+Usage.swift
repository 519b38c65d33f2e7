import PayLytLoad

extension LoadCommand {
  private static let target: [CommandOption] = [
    .option("target", "HOST:PORT", "the server", isNeeded: true),
    .option(
      "certificate", "FILE", "exactly this certificate is believed (PEM)",
      default: "the machine's authorities"),
    .option("authorities", "FILE", "these authorities are believed (PEM)"),
    .toggle("plaintext", "HTTP/2 in the clear"),
    .option("name", "NAME", "what the certificate must bear", default: "the host"),
  ]

  private static let tokens: CommandOption = .option(
    "token-file", "FILE",
    "access tokens instead of passwords: one in the file, or `EMAIL TOKEN` in each line; read again "
      + "each minute", default: "PAYLYT_TOKEN, else passwords of the work file")

  private static let tokenNotes = [
    "One access token is given in PAYLYT_TOKEN or a file, never as an argument, which ps shows.",
    "It signs in every user of the work file who has no password there.",
  ]

  private static let defaults = LoadDefaults.self

  /// How much, how long, and where the results go.
  private static func course(seconds: String) -> [CommandOption] {
    [
      .option(
        "rate", "N", "calls a second in an open loop; 1 to \(LoadLimits.rateMax)",
        default: "a closed loop"),
      .option(
        "in-flight", "N", "calls under way at most; 1 to \(LoadLimits.inFlightMax)",
        default: "\(defaults.inFlight)"),
      .option(
        "connections", "N", "each with its own TLS; 1 to \(LoadLimits.connectionsMax)",
        default: "\(defaults.connections)"),
      .option(
        "loops", "N", "threads of the client; 1 to \(LoadLimits.loopsMax)",
        default: "\(defaults.loops)"),
      .option(
        "seconds", "N", "of the whole run; 1 to \(LoadLimits.secondsMax)", default: seconds),
      .option(
        "ramp-up", "N", "seconds of these that figures leave out",
        default: "\(defaults.rampUpSeconds)"),
      .option(
        "timeout-ms", "N", "milliseconds for one call; 1 to 3600000",
        default: "\(defaults.timeoutMilliseconds)"),
      .option(
        "retries", "N", "times to send a call again when waiting may help",
        default: "\(defaults.retries)"),
      .option("json", "FILE", "results for programs; durations in nanoseconds"),
      .option("svg", "FILE", "latency over time as a drawing"),
      .toggle("quiet", "no progress"),
    ]
  }

  static let runUsage = CommandUsage(
    command: "load run", summary: "Sends load to a server and measures what comes back.",
    options: target + [
      .option(
        "work", "FILE", "what `load prepare` wrote; with a token, lists and jobs need none"),
      tokens,
      .option(
        "work-from", "N", "pieces that earlier runs used up; a report ends with it", default: "0"),
      .option(
        "mix", "MIX", "operations with weights, or a name: \(Mix.known)", default: "release"),
      .option("mix-file", "FILE", "the same, from a file"),
      .option("seed", "N", "of what is drawn: operations, escrows", default: "\(defaults.seed)"),
      .option("journal", "FILE", "what was acknowledged, for `load verify`; only grows"),
    ] + course(seconds: "\(defaults.seconds)"),
    notes: tokenNotes
      + ["The first Ctrl-C ends the run and reports. docs/LOAD.md is the manual."],
    examples: [
      "load run --target 127.0.0.1:50051 --certificate c.pem --work work.txt --seconds 30",
      "load run --target 127.0.0.1:50051 --certificate c.pem --work work.txt \\\n"
        + "    --mix release=30,read=70 --rate 2000 --in-flight 500 --connections 16 "
        + "--journal journal.txt",
      "load run --target pay.example.com:443 --token-file token.txt --mix list --rate 50",
    ])

  static let replayUsage = CommandUsage(
    command: "load replay",
    summary: "Sends prepared calls of any methods, in their order, and measures each method.",
    options: target + [
      .option(
        "calls", "FILE", "`paylyt-calls 1`, then `call SERVICE/METHOD CALLER {request}` in lines",
        isNeeded: true),
      .option(
        "token-file", "FILE",
        "access tokens: one in the file, or `CALLER TOKEN` in each line; read again each minute",
        default: "PAYLYT_TOKEN"),
      .option(
        "from", "N", "calls at the beginning to leave out; a report ends with it", default: "0"),
      .toggle("repeat", "go on at the beginning behind the last call"),
    ] + course(seconds: "until the file ends; with --repeat \(defaults.seconds)"),
    notes: [
      "Requests are JSON, as `paylyt call` takes them. A caller of `-` shows no token.",
      "The first Ctrl-C ends the run and reports. docs/LOAD.md is the manual.",
    ],
    examples: [
      "load replay --target 127.0.0.1:50051 --certificate c.pem --calls calls.txt \\\n"
        + "    --token-file tokens.txt --rate 500 --json result.json",
      "load replay --target 127.0.0.1:50051 --certificate c.pem --calls reads.txt --repeat "
        + "--seconds 30",
    ])

  static let prepareUsage = CommandUsage(
    command: "load prepare",
    summary: "Makes work for a run: users, and escrows that are funded and wait.",
    options: target + [
      .option(
        "work", "FILE", "where the work is written, for this user's eyes only", isNeeded: true),
      .option(
        "clients", "N", "users who pay; 1 to \(LoadLimits.usersMax)", default: "\(defaults.clients)"
      ),
      .option(
        "freelancers", "N", "users who are paid; 1 to \(LoadLimits.usersMax)",
        default: "\(defaults.freelancers)"),
      .option(
        "escrows", "N", "0 to \(LoadLimits.escrowsMax)", default: "\(defaults.escrows)"),
      .option(
        "milestones", "N", "of each escrow; 1 to \(EscrowLimits.milestonesMax)",
        default: "\(defaults.milestones)"),
    ],
    notes: ["The server's provider has to pay by itself: --simulator-pays-after-ms 20."],
    examples: [
      "load prepare --target 127.0.0.1:50051 --certificate c.pem --work work.txt --escrows 1000"
    ])

  static let verifyUsage = CommandUsage(
    command: "load verify",
    summary: "Compares what runs were told with what the server says now, operation by operation.",
    options: target + [
      .option("work", "FILE", "the work of the runs", isNeeded: true),
      .option("journal", "FILE", "what they wrote with --journal", isNeeded: true),
      tokens,
    ],
    notes: tokenNotes + ["Exits with 0 when both books agree, else with 1."],
    examples: [
      "load verify --target 127.0.0.1:50051 --certificate c.pem --work work.txt "
        + "--journal journal.txt"
    ])
}
