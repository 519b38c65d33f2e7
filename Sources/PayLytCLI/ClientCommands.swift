import PayLytRPC

/// The commands of `paylyt` that speak to a server, for people: administrators and developers.
/// docs/CLI.md is their manual.
public enum ClientCommands {
  /// The first words of all of them.
  public static let names: Set<String> = Set(
    [
      "login", "logout", "reset-password", "confirm-email", "whoami", "methods", "describe", "call",
      "completion",
    ]
      + ShortForm.all.compactMap(\.words.first))

  /// - Parameter arguments: the command and what follows it.
  /// - Returns: the status to exit with (docs/CLI.md).
  public static func run(_ arguments: [String]) async -> Int32 {
    await run(arguments, .standard)
  }

  static func run(_ arguments: [String], _ console: Console) async -> Int32 {
    do {
      try await perform(arguments, console)
      return 0
    } catch let error as RPCError {
      console.note("paylyt: " + error.lines.joined(separator: "\n"))
      return Failure.Status.refused(error.code).code
    } catch let failure as Failure {
      console.note("paylyt: \(failure)")
      return failure.status.code
    } catch {
      console.note("paylyt: \(error)")
      return Failure.Status.local.code
    }
  }

  private static func perform(_ arguments: [String], _ console: Console) async throws {
    let command = arguments.first ?? ""
    let rest = Array(arguments.dropFirst())
    guard !arguments.contains("--help") else { return console.output(help(arguments)) }
    switch command {
    case "login":
      try await LoginCommands.logIn(try plain(rest, LoginCommands.options), console)
    case "logout":
      try await LoginCommands.logOut(try plain(rest, Connection.options), console)
    case "reset-password":
      try await ResetCommand.run(try plain(rest, ResetCommand.options), console)
    case "confirm-email":
      try await ConfirmCommand.run(try plain(rest, ConfirmCommand.options), console)
    case "whoami":
      try await LoginCommands.whoAmI(try plain(rest, Connection.options), console)
    case "methods": try DescribeCommands.methods(try Words(rest, []).words, console)
    case "describe": try DescribeCommands.describe(try Words(rest, []).words, console)
    case "completion":
      let words = try Words(rest.first == "words" ? ["words", "--"] + rest.dropFirst() : rest, [])
      guard words.words.first == "words" else { return console.output(ShellCompletion.script) }
      let before = Array(words.words.dropFirst())
      for word in ShellCompletion.words(after: before) { console.line(word) }
    case "call":
      let words = try Words(rest, CallCommand.options)
      guard let name = words.words.first else {
        throw Failure.misuse(
          "paylyt call Service/Method field=value …; paylyt methods lists them.")
      }
      let types = try Catalog.shared.method(name)
      try await CallCommand(types: types).run(words, Array(words.words.dropFirst()), console)
    case _:
      guard let (form, rest) = ShortForm.find(arguments) else {
        throw Failure.misuse(
          "There is no such command\(ShortForm.question(arguments))\n\n" + help(arguments))
      }
      let words = try Words(rest, CallCommand.options)
      var given = words.words
      try await form.command(&given).run(words, given, console)
    }
  }

  /// A command that takes options only.
  private static func plain(
    _ arguments: [String], _ options: [Words.Option]
  ) throws(Failure) -> Words {
    let words = try Words(arguments, options)
    if let word = words.words.first {
      throw .misuse("Unexpected argument \(word): this command takes options only.")
    }
    return words
  }

  // MARK: Help

  /// What the help of the whole program says of these commands.
  public static let usage = """
    paylyt login     sign in: --server HOST:PORT, --ca FILE; asks for e-mail and password
    paylyt logout, paylyt whoami
    paylyt reset-password: a code is sent by e-mail, and sets a new password
    paylyt confirm-email: a code is sent by e-mail, and confirms the address
    paylyt methods   [SERVICE]: everything that can be called
    paylyt describe  METHOD | MESSAGE | ENUM: its fields and what they mean
    paylyt call      SERVICE/METHOD field=value nested.field=value list[]=value
    paylyt completion: for bash, eval "$(paylyt completion)"
    paylyt \(nouns.joined(separator: ", ")): short forms; paylyt NOUN --help
    """

  private static var nouns: [String] {
    var seen: Set<String> = []
    return ShortForm.all.compactMap(\.words.first).filter { seen.insert($0).inserted }
  }

  private static func help(_ arguments: [String]) -> String {
    let noun = arguments.first ?? ""
    var lines = ShortForm.all.filter { $0.words.first == noun }.map { form in
      let argument = form.argument.map { " \($0.placeholder)" } ?? ""
      return "paylyt \(form.words.joined(separator: " "))\(argument)  (\(form.method))"
    }
    let page = CommandHelp.pages[noun]
    if let page {
      lines = ["paylyt \(noun) \(page.arguments)", "", page.summary]
    } else if lines.isEmpty {
      lines = [usage]
    }
    let options = page?.options ?? CallCommand.options
    let width = options.map { $0.name.count + ($0.value?.count ?? -1) + 1 }.max() ?? 0
    if !options.isEmpty { lines.append("") }
    for option in options {
      let head = option.name + (option.value.map { " \($0)" } ?? "")
      lines.append("  --" + Table.line([head, option.help], [width, 0]))
    }
    if let page { lines += ["", "Examples:"] + page.examples.map { "  paylyt \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What `--help` tells of the commands that are no short forms.
struct CommandHelp {
  let arguments: String
  let summary: String
  let options: [Words.Option]
  let examples: [String]

  static let pages: [String: CommandHelp] = [
    "login": CommandHelp(
      arguments: "[--server HOST:PORT] [--ca FILE] [--email ADDRESS]",
      summary: "Signs in. The password is asked for, or read from standard input.",
      options: LoginCommands.options,
      examples: [
        "login --ca /var/tmp/paylyt-0/tls-certificate.pem",
        "login --server pay.example.com:443 --email ada@example.com",
      ]),
    "logout": CommandHelp(
      arguments: "", summary: "Ends the session and forgets its tokens.",
      options: Connection.options, examples: ["logout"]),
    "reset-password": CommandHelp(
      arguments: "[--server HOST:PORT] [--ca FILE] [--email ADDRESS] [--code CODE]",
      summary: "Has a code sent by e-mail and sets a new password with it. All sessions end.",
      options: ResetCommand.options,
      examples: ["reset-password --email ada@example.com"]),
    "confirm-email": CommandHelp(
      arguments: "[--code CODE]",
      summary: "Confirms your e-mail address by a code that is sent to it.",
      options: ConfirmCommand.options,
      examples: ["confirm-email", "confirm-email --code CODE"]),
    "whoami": CommandHelp(
      arguments: "", summary: "Says who is signed in, and where. PAYLYT_TOKEN comes first.",
      options: Connection.options, examples: ["whoami", "whoami --server pay.example.com:443"]),
    "methods": CommandHelp(
      arguments: "[SERVICE]", summary: "Lists everything that can be called.", options: [],
      examples: ["methods", "methods EscrowService"]),
    "describe": CommandHelp(
      arguments: "METHOD | MESSAGE | ENUM", summary: "Says what its fields are and mean.",
      options: [], examples: ["describe ReleaseEscrow", "describe Escrow"]),
    "call": CommandHelp(
      arguments: "SERVICE/METHOD field=value nested.field=value list[]=value",
      summary: "Calls any method. A request_id that is needed and not given is made up.",
      options: CallCommand.options,
      examples: [
        "call GetEscrow name=escrows/0199a1b2-c3d4-7abc-8def-012345678900",
        "call ListEvents page_size=5 --output table --columns name,type",
        "call LedgerService/ImportTransactions --json drafts.jsonl",
      ]),
    "completion": CommandHelp(
      arguments: "", summary: "Prints what makes bash complete commands, methods and fields.",
      options: [], examples: ["completion >> ~/.bash_completion"]),
  ]
}
