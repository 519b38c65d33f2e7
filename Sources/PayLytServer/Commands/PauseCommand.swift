import PayLytAPI
import PayLytRPC

/// `paylyt admin pause` pauses capabilities straight in the database: before a server starts on one
/// that was restored, or when its API cannot be reached. `ResumeCapability` lets them go on.
enum PauseCommand {
  static let usage = CommandUsage(
    command: "admin pause",
    summary: "Pauses capabilities in the database, whether or not a server runs.",
    options: [
      .option("database", "CONNINFO", "libpq connection string", isNeeded: true),
      .option("reason", "TEXT", "why, for the audit log", isNeeded: true),
      .option("capabilities", "LIST", "which of them: payouts,releases", default: "all"),
    ],
    notes: [
      "They are: " + Capability.allCases.map { "\($0)" }.joined(separator: ", ") + ".",
      "AdminService/ResumeCapability lets each go on.",
    ],
    examples: [
      "admin pause --database dbname=paylyt --reason 'restored; books not compared yet'",
      "admin pause --database dbname=paylyt --capabilities payouts --reason 'provider is down'",
    ])

  static func run(_ arguments: [String]) async throws {
    let options = try CommandLineOptions(arguments, known: usage.options)
    guard let database = options["database"], let reason = options["reason"] else {
      throw CommandLineOptions.Misuse(description: "--database and --reason are needed")
    }
    try check(reason: reason)
    let capabilities = try capabilities(options["capabilities"])
    let paused = try await pause(capabilities, because: reason, in: database)
    for capability in capabilities {
      Output.line(
        paused.contains(capability) ? "paused \(capability)" : "\(capability): was paused")
    }
  }

  /// The API's own rules: what the audit log keeps is the same from here and from there.
  static func check(reason: String) throws(CommandLineOptions.Misuse) {
    do throws(RPCError) {
      try PauseCapabilityRequest(
        requestID: "\(UUID(high: 0, low: 0))", capability: .payouts, reason: reason
      ).checkFields()
    } catch {
      throw .init(description: error.message)
    }
  }

  static func capabilities(
    _ list: String?
  ) throws(CommandLineOptions.Misuse) -> [Capability] {
    guard let list else { return Capability.allCases }
    var found: [Capability] = []
    for word in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let capability = Capability.allCases.first(where: { "\($0)" == word }) else {
        throw .init(
          description: "--capabilities takes some of "
            + Capability.allCases.map { "\($0)" }.joined(separator: ","))
      }
      found.append(capability)
    }
    return found
  }

  /// - Returns: those that were not paused before.
  static func pause(
    _ capabilities: [Capability], because reason: String, in database: String
  ) async throws -> [Capability] {
    try await AdminCommand.withCommitter(database) { committer in
      var paused: [Capability] = []
      for capability in capabilities {
        let command = SetCapability(
          caller: .system("admin"), request: nil, capability: capability, isPaused: true,
          reason: reason)
        do {
          _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
          paused.append(capability)
        } catch let refusal as Refusal where refusal.reason == "ILLEGAL_TRANSITION" {
          // It is what was asked for.
        }
      }
      return paused
    }
  }
}
