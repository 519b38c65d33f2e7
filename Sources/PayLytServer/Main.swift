import CLinux
import PayLytCLI
import PayLytRPC
import Synchronization

/// The one binary of PayLyt: `paylyt serve | migrate | admin | demo | load | version`, and
/// the commands for people who call a server (`ClientCommands`).
@main
struct Main {
  /// Not `async`: signals are blocked on the main thread, before any other thread exists to inherit
  /// them unblocked.
  static func main() {
    TLSContext.prepareMemory()
    var arguments = CommandLine.arguments.dropFirst()
    let command = arguments.popFirst() ?? "help"
    let rest = Array(arguments)
    let signals: Result<SignalDescriptor, SystemError>? =
      switch command {
      case "serve": Result { () throws(SystemError) in try SignalDescriptor(ending + [SIGHUP]) }
      case "demo", "load": Result { () throws(SystemError) in try SignalDescriptor(ending) }
      default: nil
      }
    Task.detached {
      let status = await run(command, rest, signals)
      // A server has served, whether or not anybody could read where.
      let isLost = status == 0 && Output.isLost && command != "serve"
      exit(isLost ? TextOutput.lostStatus : status)
    }
    while true { pause() }
  }

  private static let ending = [SIGINT, SIGTERM]

  /// - Returns: the status to exit with, as sysexits.h has them.
  @Sendable private static func run(
    _ command: String, _ arguments: [String], _ signals: Result<SignalDescriptor, SystemError>?
  ) async -> Int32 {
    if CommandUsage.isAsked([command] + arguments), let help = help(for: [command] + arguments) {
      Output.line(help)
      return 0
    }
    do {
      switch (command, signals) {
      case ("serve", let signals?): try await ServeCommand.run(arguments, signals.get())
      case ("demo", let signals?): try await DemoCommand.run(arguments, signals.get())
      case ("load", let signals?): return try await LoadCommand.run(arguments, signals.get())
      case ("migrate", _): try await MigrateCommand.run(arguments)
      case ("admin", _): try await AdminCommand.run(arguments)
      case (let name, _) where ClientCommands.names.contains(name):
        return await ClientCommands.run([name] + arguments)
      case ("version", _), ("--version", _): Output.line("paylyt \(Version.text)")
      case ("help", _): return await explain(arguments)
      default: throw unknown(command)
      }
      return 0
    } catch let misuse as CommandLineOptions.Misuse {
      Output.error("paylyt \(command): \(misuse)\n\npaylyt \(command) --help tells more.")
      return EX_USAGE
    } catch {
      let reason = (error as? any RefusalConvertible)?.refusal.message ?? "\(error)"
      Output.error("paylyt \(command): \(reason)")
      return 1
    }
  }

  /// nil for the commands for people who call a server: they tell of themselves.
  private static func help(for arguments: [String]) -> String? {
    if arguments.first?.hasPrefix("-") == true { return usage }
    return CommandUsage.help(for: arguments)
  }

  /// `paylyt help load run`.
  private static func explain(_ words: [String]) async -> Int32 {
    guard let name = words.first else {
      Output.line(usage)
      return 0
    }
    if let help = CommandUsage.help(for: words) {
      Output.line(help)
      return 0
    }
    if ClientCommands.names.contains(name) { return await ClientCommands.run(words + ["--help"]) }
    Output.error("paylyt help: \(unknown(name))")
    return EX_USAGE
  }

  private static func unknown(_ command: String) -> CommandLineOptions.Misuse {
    let known = CommandUsage.all.compactMap { $0.command.split(separator: " ").first }
    let names = known.map { String($0) } + ClientCommands.names.sorted()
    return CommandLineOptions.Misuse(
      description: "there is no command \(command)" + Spelling.question(command, among: names))
  }

  private static let usage = """
    paylyt serve     run the server; to try it: serve --with-simulator
    paylyt migrate   bring a database to this version's schema: --database CONNINFO
    paylyt admin     create-user --database CONNINFO --email E --name N, password on standard input
                     pause --database CONNINFO --reason TEXT: stop payouts and the like
                     permissions: print who may call what
                     provider-calls --database CONNINFO: what was asked of those outside
    paylyt demo      the whole story, from job to payout, on parts started for it
    paylyt load      run | replay | prepare | verify: send load, make work for it, compare the books
    paylyt version

    \(ClientCommands.usage)

    Each command has --help. Of the first five, each option --some-name can be given as
    PAYLYT_SOME_NAME instead; docs/OPERATIONS.md and docs/LOAD.md are their manuals, docs/CLI.md is
    that of the rest.
    """
}

/// The version of this build, as `paylyt version` prints it.
enum Version {
  static let text = "0.1.0"
}

/// What a command tells the person who runs it.
enum Output {
  private static let lost = Atomic(false)

  /// Whether something that was printed was not taken.
  static var isLost: Bool { lost.load(ordering: .relaxed) }

  static func line(_ text: String) {
    if TextOutput.write(text + "\n", to: 1) != nil { lost.store(true, ordering: .relaxed) }
  }

  static func error(_ text: String) { _ = TextOutput.write(text + "\n", to: 2) }

  /// Whether standard output shows colours to a person.
  static var isTerminal: Bool { isatty(1) == 1 }
}
