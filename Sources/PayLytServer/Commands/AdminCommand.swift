import CLinux
import PayLytAPI
import PayLytCLI
import PayLytCrypto
import PayLytRPC

/// `paylyt admin create-user` makes a user who operates the platform; nobody can register as one.
/// `paylyt admin permissions` prints who may call what; `paylyt admin provider-calls` what was
/// asked of those outside, and `paylyt admin pause` stops payouts and the like, also while no
/// server runs.
enum AdminCommand {
  static let createUserUsage = CommandUsage(
    command: "admin create-user", summary: "Makes a user who operates the platform.",
    options: [
      .option("database", "CONNINFO", "libpq connection string", isNeeded: true),
      .option("email", "ADDRESS", "what they sign in with", isNeeded: true),
      .option("name", "TEXT", "what others see", default: "the e-mail"),
    ],
    notes: ["Their password, 10 to 256 bytes, is read from standard input."],
    examples: [
      "admin create-user --database dbname=paylyt --email olu@example.com --name Olu <password.txt"
    ])

  static let permissionsUsage = CommandUsage(
    command: "admin permissions", summary: "Prints who may call what, and what moves money.",
    options: [], examples: ["admin permissions"])

  static func run(_ arguments: [String]) async throws {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "create-user": try await createUser(rest)
    case "permissions":
      _ = try CommandLineOptions(rest, known: permissionsUsage.options)
      Output.line(permissions)
    case "provider-calls": try await ProviderCallsCommand.run(rest)
    case "pause": try await PauseCommand.run(rest)
    default:
      throw CommandLineOptions.Misuse(
        "admin", arguments.first,
        among: ["create-user", "permissions", "provider-calls", "pause"])
    }
  }

  /// The table of who may call what, as the protos and `Permissions` say.
  static var permissions: String {
    let lines = Access.table(of: PayLytAPIDescriptors.services).map { line in
      let isPublic = line.permission == Permissions.public
      return [
        line.method, line.permission, isPublic ? "anybody" : line.roles.joined(separator: " "),
        isPublic ? "" : line.servesAlone ? "alone or for a user" : "for a user",
        line.options.isMoneyMoving ? "moves money" : "",
      ]
    }
    let rows = [["METHOD", "PERMISSION", "ROLES", "SERVICES", ""]] + lines
    return aligned(rows)
  }

  /// Rows of as many cells each, in columns.
  static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line[...(line.lastIndex { $0 != " " } ?? line.startIndex)])
    }.joined(separator: "\n")
  }

  private static func createUser(_ arguments: [String]) async throws {
    let options = try CommandLineOptions(arguments, known: createUserUsage.options)
    guard let database = options["database"], let email = options["email"] else {
      throw CommandLineOptions.Misuse(description: "--database and --email are needed")
    }
    let isTyped = isatty(0) == 1
    guard
      let password = isTyped
        ? try Prompt.typedSecret("Password: ") : readLine(strippingNewline: true)
    else {
      throw CommandLineOptions.Misuse(description: "give a password on standard input")
    }
    let name = options["name"] ?? email
    do throws(RPCError) {
      // The rules of everybody's accounts, but for the role, which nobody can register with.
      try RegisterRequest(
        requestID: "\(UUID(high: 0, low: 0))", email: email, password: password, displayName: name,
        roles: [.client]
      ).checkFields()
    } catch {
      throw CommandLineOptions.Misuse(description: error.message)
    }
    try await createUser(email: email, name: name, password: password, database: database)
    Output.line("created \(email)")
  }

  /// Makes an admin directly in the database: nobody can register as one.
  static func createUser(
    email: String, name: String, password: String, database: String
  ) async throws {
    let command = CreateAdmin(
      email: email.lowercased(), passwordHash: try PasswordHash.hash(password), displayName: name)
    try await withCommitter(database) { committer in
      _ = try await committer.commit(command, deadline: nil) {
        Payload(PayLytAPI.User(anonymous: $0))
      }
    }
  }

  /// Opens the database for `body`, on a loop of its own.
  static func withDatabase<Value: Sendable>(
    _ conninfo: String, _ body: @escaping @Sendable (Database) async throws -> Value
  ) async throws -> Value {
    let loop = try EventLoop.start(named: "paylyt-admin")
    defer { loop.stop() }
    return try await loop.run {
      var configuration = DatabaseConfiguration(conninfo: conninfo)
      configuration.applicationName = "paylyt admin"
      let database = Database(on: loop, configuration, ServiceStatements.catalog)
      defer { database.close() }
      try await database.start()
      return try await body(database)
    }
  }

  /// Lets `body` commit, on a loop of its own.
  static func withCommitter<Value: Sendable>(
    _ conninfo: String, _ body: @escaping @Sendable (Committer) async throws -> Value
  ) async throws -> Value {
    try await withDatabase(conninfo) { database in
      try await body(
        Committer(
          database: database, schema: ServiceStatements.schema, clock: SystemClock(),
          stripe: 0, random: { .random(in: 0 ... .max) },
          report: { if case .bug(let what) = $0 { Output.error(what) } }))
    }
  }
}
