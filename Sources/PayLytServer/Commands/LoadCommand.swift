import CLinux
import PayLytLoad
import PayLytRPC

/// `paylyt load run | replay | prepare | verify`: sends load, drawn or prepared, makes the work for
/// it, and compares what was acknowledged with what is there.
enum LoadCommand {
  static func run(_ arguments: [String], _ signals: SignalDescriptor) async throws -> Int32 {
    var rest = arguments[...]
    let verb = rest.popFirst()
    let stop = LoadStop()
    let control = try EventLoop.start(named: "paylyt-control")
    defer { control.stop() }
    // The first signal lets calls under way end; the second is the impatient kind.
    try await control.run {
      try control.onSignal(signals) { _ in
        if stop.isRequested { exit(130) }
        stop.request()
      }
    }
    switch verb {
    case "run": return try await load(Array(rest), stop) ? 0 : 1
    case "replay": return try await replay(Array(rest), stop) ? 0 : 1
    case "prepare":
      try await prepare(Array(rest), stop)
      return 0
    case "verify": return try await verify(Array(rest), stop) ? 0 : 1
    default:
      throw CommandLineOptions.Misuse(
        "load", verb, among: ["run", "replay", "prepare", "verify"])
    }
  }

  private static func load(_ arguments: [String], _ stop: LoadStop) async throws -> Bool {
    let options = try CommandLineOptions(arguments, known: runUsage.options)
    let mix =
      if let file = options["mix-file"] { try Mix(TextFile.read(file)) } else {
        try Mix(options["mix"] ?? "release")
      }
    var plan = LoadPlan(target: try target(options), .mix(mix, work: options["work"]))
    plan.workFrom = try options.integer("work-from", in: 0...Int.max) ?? 0
    plan.seed = UInt64(try options.integer("seed", in: 0...Int.max) ?? 1)
    plan.journal = options["journal"]
    try setCourse(of: &plan, options)
    return try await LoadRun.run(plan, stop: stop)
  }

  private static func replay(_ arguments: [String], _ stop: LoadStop) async throws -> Bool {
    let options = try CommandLineOptions(arguments, known: replayUsage.options)
    let isRepeated = try options.isSet("repeat")
    var plan = LoadPlan(
      target: try target(options),
      .calls(file: try required(options, "calls"), isRepeated: isRepeated))
    if !isRepeated { plan.seconds = nil }
    plan.workFrom = try options.integer("from", in: 0...LoadLimits.preparedCallsMax) ?? 0
    try setCourse(of: &plan, options)
    return try await LoadRun.run(plan, stop: stop)
  }

  /// What all runs have: how much, how long, and where the results go.
  private static func setCourse(of plan: inout LoadPlan, _ options: CommandLineOptions) throws {
    plan.tokens = tokens(options)
    plan.rate = try options.integer("rate", in: 1...LoadLimits.rateMax)
    plan.inFlight =
      try options.integer("in-flight", in: 1...LoadLimits.inFlightMax) ?? plan.inFlight
    plan.connections =
      try options.integer("connections", in: 1...LoadLimits.connectionsMax) ?? plan.connections
    plan.loops = try options.integer("loops", in: 1...LoadLimits.loopsMax) ?? plan.loops
    plan.seconds = try options.integer("seconds", in: 1...LoadLimits.secondsMax) ?? plan.seconds
    plan.rampUpSeconds =
      try options.integer("ramp-up", in: 0...LoadLimits.secondsMax)
      ?? min(plan.rampUpSeconds, (plan.seconds ?? LoadLimits.secondsMax) - 1)
    plan.timeoutMilliseconds =
      try options.integer("timeout-ms", in: 1...3_600_000) ?? plan.timeoutMilliseconds
    plan.retries = try options.integer("retries", in: 0...LoadLimits.retriesMax) ?? plan.retries
    plan.json = options["json"]
    plan.svg = options["svg"]
    plan.showsProgress = try !options.isSet("quiet")
  }

  private static func prepare(_ arguments: [String], _ stop: LoadStop) async throws {
    let options = try CommandLineOptions(arguments, known: prepareUsage.options)
    var preparation = Preparation(
      target: try target(options), work: try required(options, "work"))
    let users = 1...LoadLimits.usersMax
    preparation.clients = try options.integer("clients", in: users) ?? preparation.clients
    preparation.freelancers =
      try options.integer("freelancers", in: users) ?? preparation.freelancers
    preparation.escrows =
      try options.integer("escrows", in: 0...LoadLimits.escrowsMax) ?? preparation.escrows
    preparation.milestones =
      try options.integer("milestones", in: 1...EscrowLimits.milestonesMax)
      ?? preparation.milestones
    try await preparation.run(stop: stop)
  }

  private static func verify(_ arguments: [String], _ stop: LoadStop) async throws -> Bool {
    let options = try CommandLineOptions(arguments, known: verifyUsage.options)
    var check = JournalCheck(
      target: try target(options), work: try required(options, "work"),
      journal: try required(options, "journal"))
    check.tokens = tokens(options)
    return try await check.run(stop: stop)
  }

  /// A token itself is read from the environment only: arguments can be read by others.
  private static func tokens(_ options: CommandLineOptions) -> TokenSource? {
    if let path = options["token-file"] { return .file(path) }
    return options["token"].map { .text($0) }
  }

  private static func target(_ options: CommandLineOptions) throws -> LoadTarget {
    let endpoint = try Endpoint(try required(options, "target"), option: "target")
    let security: LoadTarget.Security
    switch (try options.isSet("plaintext"), options["certificate"], options["authorities"]) {
    case (true, nil, nil): security = .plaintext
    case (false, let file?, nil): security = .pinned(file: file)
    case (false, nil, let file?): security = .authorities(file: file)
    case (false, nil, nil): security = .system
    case (_, _, _):
      throw CommandLineOptions.Misuse(
        description: "one of --plaintext, --certificate and --authorities")
    }
    return LoadTarget(
      host: endpoint.host, port: endpoint.port, security: security, serverName: options["name"])
  }

  private static func required(
    _ options: CommandLineOptions, _ name: String
  ) throws(CommandLineOptions.Misuse) -> String {
    guard let value = options[name] else {
      throw CommandLineOptions.Misuse(description: "--\(name) is needed")
    }
    return value
  }
}
