import CLinux
import PayLytRPC

/// The one binary of PayLyt: `paylyt serve | migrate | admin | demo | version`.
@main
struct Main {
  static func main() async {
    var arguments = CommandLine.arguments.dropFirst()
    let command = arguments.popFirst() ?? "help"
    do {
      switch command {
      case "serve": try await ServeCommand.run(Array(arguments))
      case "migrate": try await MigrateCommand.run(Array(arguments))
      case "admin": try await AdminCommand.run(Array(arguments))
      case "demo": try await DemoCommand.run(Array(arguments))
      case "version", "--version": Output.line("paylyt \(Version.text)")
      case "help", "--help": Output.line(usage)
      default: throw CommandLineOptions.Misuse(description: "there is no command \(command)")
      }
    } catch let misuse as CommandLineOptions.Misuse {
      Output.error("paylyt \(command): \(misuse)\n\n\(usage)")
      exit(64)
    } catch {
      Output.error("paylyt \(command): \(error)")
      exit(1)
    }
  }

  private static let usage = """
    paylyt serve     run the server; with nothing else: --with-simulator
    paylyt migrate   bring a database to this version's schema: --database CONNINFO
    paylyt admin     create-user --database CONNINFO --email E --name N, password on standard input
    paylyt demo      the whole story, from job to payout, on parts started for it
    paylyt version

    Each option --some-name can be given as PAYLYT_SOME_NAME instead. docs/OPERATIONS.md has them all.
    """
}

/// The version of this build, as `paylyt version` prints it.
enum Version {
  static let text = "0.1.0"
}

/// What a command tells the person who runs it.
enum Output {
  static func line(_ text: String) { write(1, text + "\n") }

  static func error(_ text: String) { write(2, text + "\n") }

  private static func write(_ descriptor: Int32, _ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe CLinux.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }
}
