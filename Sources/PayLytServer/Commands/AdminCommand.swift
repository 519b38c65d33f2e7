import PayLytAPI
import PayLytCrypto
import PayLytRPC

/// `paylyt admin create-user`: makes a user who operates the platform. Nobody can register as one.
enum AdminCommand {
  static func run(_ arguments: [String]) async throws {
    guard arguments.first == "create-user" else {
      throw CommandLineOptions.Misuse(description: "admin create-user is all there is")
    }
    let options = try CommandLineOptions(
      Array(arguments.dropFirst()), known: ["database", "email", "name"])
    guard let database = options["database"], let email = options["email"] else {
      throw CommandLineOptions.Misuse(description: "--database and --email are needed")
    }
    guard let password = readLine(strippingNewline: true),
      AuthLimits.passwordBytes.contains(password.utf8.count)
    else {
      throw CommandLineOptions.Misuse(
        description: "give a password of 10 to 256 bytes on standard input")
    }
    try await createUser(
      email: email, name: options["name"] ?? email, password: password, database: database)
    Output.line("created \(email)")
  }

  /// Makes an admin directly in the database: nobody can register as one.
  static func createUser(
    email: String, name: String, password: String, database: String
  ) async throws {
    let command = Register(
      caller: .system("admin"), request: nil, email: email.lowercased(),
      passwordHash: try PasswordHash.hash(password), displayName: name, roles: .admin)
    try await commit(command, database)
  }

  private static func commit(_ command: Register, _ conninfo: String) async throws {
    let loop = try EventLoop.start(named: "paylyt-admin")
    defer { loop.stop() }
    try await loop.run {
      var configuration = DatabaseConfiguration(conninfo: conninfo)
      configuration.applicationName = "paylyt admin"
      let database = Database(on: loop, configuration, ServiceStatements.catalog)
      defer { database.close() }
      try await database.start()
      let committer = Committer(
        database: database, schema: ServiceStatements.schema, clock: SystemClock(),
        stripe: 0, random: { (.random(in: 0 ... .max), .random(in: 0 ... .max)) },
        report: { if case .bug(let what) = $0 { Output.error(what) } })
      _ = try await committer.commit(command, deadline: nil) { Payload(PayLytAPI.User($0)) }
    }
  }
}
