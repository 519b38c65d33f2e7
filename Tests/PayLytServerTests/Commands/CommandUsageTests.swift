import Testing

@testable import PayLytServer

@Suite("What --help tells of each sub-command")
struct CommandUsageTests {
  @Test("every option is there with its value, and nothing is wider than a page")
  func complete() {
    for usage in CommandUsage.all {
      let lines = usage.text.split(separator: "\n")
      for option in usage.options {
        #expect(
          lines.contains { $0.hasPrefix("  --\(option.name)") }, "\(usage.command) \(option.name)")
        #expect(!option.help.isEmpty && !option.name.hasPrefix("-"))
      }
      #expect(Set(usage.options.map(\.name)).count == usage.options.count)
      #expect(lines.allSatisfy { $0.count <= 110 }, "\(usage.command)")
    }
  }

  @Test("every example is one that the sub-command understands")
  func examples() throws {
    for usage in CommandUsage.all {
      #expect(!usage.examples.isEmpty)
      for example in usage.examples {
        #expect(example.hasPrefix(usage.command))
        let words = example.split { " \n\\'".contains($0) }.filter { $0.hasPrefix("--") }
        for word in words {
          #expect(usage.options.contains { "--\($0.name)" == word }, "\(example)")
        }
        let given = usage.options.filter { option in words.contains { $0 == "--\(option.name)" } }
        let needed = usage.options.filter(\.isNeeded)
        #expect(needed.allSatisfy { need in given.contains { $0.name == need.name } })
      }
    }
  }

  @Test(
    "an option that there is not names the nearest one",
    arguments: [
      (["--rat", "5"], "there is no option --rat; is --rate meant?"),
      (["--in-fligth=5"], "there is no option --in-fligth; is --in-flight meant?"),
      (["--conections", "5"], "there is no option --conections; is --connections meant?"),
      (["--token", "secret"], "there is no option --token; is --token-file meant?"),
      (["--certificat", "c"], "there is no option --certificat; is --certificate meant?"),
      (["--photograph"], "there is no option --photograph"),
      (["--quiet=yes"], "--quiet takes no value"),
      (["--rate"], "--rate needs a value"),
      (["--rate="], "--rate needs a value"),
      (["--rate=", "--quiet"], "--rate needs a value"),
      (["--rate", "--quiet"], "--rate needs a value"),
      (["rate"], "unexpected argument rate: this command takes options only"),
    ])
  func nearest(arguments: [String], sentence: String) throws {
    let misuse = try #require(throws: CommandLineOptions.Misuse.self) {
      _ = try CommandLineOptions(arguments, known: LoadCommand.runUsage.options)
    }
    #expect(misuse.description == sentence)
  }

  @Test(
    "a sub-command that there is not names those that there are, and the nearest one",
    arguments: [
      ("paus", "admin takes create-user or pause, not paus; is pause meant?"),
      ("photograph", "admin takes create-user or pause, not photograph"),
      (nil, "admin takes create-user or pause"),
    ] as [(String?, String)])
  func verbs(verb: String?, sentence: String) {
    let misuse = CommandLineOptions.Misuse("admin", verb, among: ["create-user", "pause"])
    #expect(misuse.description == sentence)
  }

  @Test("a value that begins with dashes is given with =, and the last of several counts")
  func dashes() throws {
    let options = try CommandLineOptions(
      ["--name=--a=b", "--name", "c", "--email=--d"], known: AdminCommand.createUserUsage.options)
    #expect(options["name"] == "c" && options["email"] == "--d")
  }

  @Test(
    "help is found by the words of a command, whatever follows them",
    arguments: [
      (["load", "run", "--help"], "paylyt load run"), (["serve", "--help"], "paylyt serve"),
      (["load", "run", "--rate", "5", "-h"], "paylyt load run"),
      (["load", "--help"], "paylyt load run"), (["admin"], "paylyt admin create-user"),
      (["admin", "permissions"], "paylyt admin permissions"), (["version"], "paylyt version"),
    ])
  func found(words: [String], beginning: String) throws {
    let help = try #require(CommandUsage.help(for: words))
    #expect(help.hasPrefix(beginning))
  }

  @Test("there is none for what is no command", arguments: [["lod"], ["login", "--help"]])
  func missing(words: [String]) {
    #expect(CommandUsage.help(for: words) == nil)
  }

  @Test("the environment speaks where the command line does not, and never a token on it")
  func environment() throws {
    let options = try CommandLineOptions(
      ["--rate", "5"], known: LoadCommand.runUsage.options,
      environment: { ["PAYLYT_RATE": "6", "PAYLYT_SEED": "7", "PAYLYT_TOKEN": "t"][$0] })
    #expect(options["rate"] == "5")
    #expect(options["seed"] == "7")
    #expect(options["token"] == "t")
    #expect(!LoadCommand.runUsage.options.contains { $0.name == "token" })
  }
}
