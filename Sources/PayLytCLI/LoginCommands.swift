import PayLytAPI
import PayLytJSON
import PayLytRPC

/// `paylyt login`, `logout` and `whoami`.
enum LoginCommands {
  static let options: [Words.Option] =
    Connection.options + [
      .init(name: "email", value: "ADDRESS", help: "asked for when it is not given")
    ]

  static func logIn(_ words: Words, _ console: Console) async throws {
    let store = try SessionStore(console)
    let connection = try Connection(words, console)
    let email: String
    if let given = words["email"] {
      email = given
    } else {
      email = try await Prompt.line("E-mail: ", console)
    }
    let password = try await Prompt.secret("Password: ", console)
    let session = try await AuthServiceClient(connection.channel).login(
      LoginRequest(email: email, password: password),
      options: CallOptions(timeout: CLILimits.unaryTimeout))
    try await store.alone {
      try store.save(SavedSession(server: connection.target, session: session))
    }
    console.line("Signed in at \(connection.target.address) as \(Self.name(session.user)).")
  }

  /// Ends the session on the server where it began, and forgets the tokens even when that cannot be
  /// reached.
  static func logOut(_ words: Words, _ console: Console) async throws {
    let store = try SessionStore(console)
    guard let saved = try store.load() else {
      return console.line("Nobody is signed in.")
    }
    let connection = try Connection(words, console)
    guard saved.server.address == connection.target.address else {
      throw Failure(
        "You are signed in at \(saved.server.address), not at \(connection.target.address).",
        .refused(.unauthenticated))
    }
    do {
      let options = try await connection.options(AuthServiceMethods.logout, words)
      _ = try await AuthServiceClient(connection.channel).logout(
        LogoutRequest(), options: options)
    } catch let error as RPCError {
      console.note("The session goes on at the server until it expires: \(error.code)")
    }
    try await store.alone { try store.remove() }
    console.line("Signed out.")
  }

  static func whoAmI(_ words: Words, _ console: Console) async throws {
    let connection = try Connection(words, console)
    let options = try await connection.options(UserServiceMethods.getMe, words)
    let user = try await UserServiceClient(connection.channel).getMe(
      GetMeRequest(), options: options)
    for line in Readable.lines(try user.json(Catalog.shared.schema)) {
      console.line(Table.line([line.path, line.value], [12, 0]))
    }
    console.line(Table.line(["server", connection.target.address], [12, 0]))
  }

  private static func name(_ user: User?) -> String {
    Readable.printable(user.map { "\($0.email) (\($0.name))" } ?? "nobody")
  }
}
