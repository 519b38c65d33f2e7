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
    let email = try await email(words, console)
    let password = try await Prompt.secret("Password: ", console)
    let session = try await AuthServiceClient(connection.channel).login(
      LoginRequest(email: email, password: password),
      options: CallOptions(timeout: CLILimits.unaryTimeout))
    let previous = try await store.alone {
      let previous = try store.load()
      try store.save(SavedSession(server: connection.target, session: session))
      return previous
    }
    console.line("Signed in at \(connection.target.address) as \(Self.name(session.user)).")
    // Nobody has its tokens any more, so nobody else could end it.
    if let previous { await end(previous, at: previous.server, console) }
  }

  static func email(_ words: Words, _ console: Console) async throws -> String {
    if let given = words["email"] { return given }
    return try await Prompt.line("E-mail: ", console)
  }

  /// Ends the session on the server where it began, and forgets the tokens even when that cannot be
  /// reached.
  static func logOut(_ words: Words, _ console: Console) async throws {
    let store = try SessionStore(console)
    guard let saved = try store.load() else {
      try store.remove()
      return console.line("Nobody is signed in.")
    }
    let target = try Connection.target(words, console, saved: saved.server)
    guard saved.server.address == target.address else {
      throw Failure(
        "You are signed in at \(saved.server.address), not at \(target.address).",
        .refused(.unauthenticated))
    }
    try await store.alone {
      // Another process may have renewed them meanwhile.
      await end(try store.load() ?? saved, at: target, console)
      try store.remove()
    }
    console.line("Signed out.")
  }

  /// Ends a session with its own tokens, whatever `PAYLYT_TOKEN` says.
  private static func end(
    _ saved: SavedSession, at target: ServerTarget, _ console: Console
  ) async {
    do {
      let auth = AuthServiceClient(try target.channel())
      var options = CallOptions(timeout: CLILimits.unaryTimeout)
      var session = saved.session
      if saved.isExpired(at: console.now()) {
        session = try await auth.refreshSession(
          RefreshSessionRequest(refreshToken: session.refreshToken), options: options)
      }
      try options.metadata.add("authorization", "Bearer \(session.accessToken)")
      _ = try await auth.logout(LogoutRequest(), options: options)
    } catch let error as RPCError where error.code == .unauthenticated {
      // It is over already.
    } catch {
      let why = (error as? RPCError).map { "\($0.code)" } ?? "\(error)"
      console.note("The session goes on at \(target.address) until it expires: \(why)")
    }
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
