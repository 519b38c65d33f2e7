import PayLytAPI
import PayLytRPC
import Synchronization

/// The users of a work file with their access tokens, kept fresh.
final class SignedInUsers: Sendable {
  private let users: [WorkFile.User]
  private let timeout: Duration
  private let stop: LoadStop?
  private let source: TokenSource?
  private let options: Mutex<[CallOptions]>

  /// Signs in all who have a password and no token, and asks the server whether the tokens of the
  /// others are good.
  ///
  /// - Throws: `LoadError` when one is refused.
  init(
    _ users: [WorkFile.User], on channel: Channel, timeout: Duration, _ stop: LoadStop? = nil,
    tokens: TokenSource? = nil
  ) async throws(LoadError) {
    self.users = users
    self.stop = stop
    self.timeout = timeout
    source = tokens
    options = Mutex(Array(repeating: CallOptions(timeout: timeout), count: users.count))
    let tokens = try tokens?.read()
    try await signIn(users.indices.filter { tokens?.token(of: users[$0]) == nil }, on: channel)
    try await show(try readTokens(), on: channel)
  }

  var count: Int { users.count }

  func options(of user: some BinaryInteger) -> CallOptions { options.withLock { $0[Int(user)] } }

  /// Signs in again before tokens expire, and reads again those that others renew, until the task
  /// is cancelled.
  func keepFresh(on channel: Channel) async throws {
    let rounds = LoadLimits.renewalSeconds / LoadLimits.tokenFileSeconds
    var round = 0
    var held: Set<Int> = []
    while true {
      try await Task.sleep(for: .seconds(LoadLimits.tokenFileSeconds))
      round += 1
      do throws(LoadError) {
        held = Set(try readTokens())
      } catch {
        // It may be being replaced just now; the tokens from before may still be good.
        Console.write("\(error); those from before go on\n")
      }
      guard round % rounds == 0 else { continue }
      try await signIn(users.indices.filter { !held.contains($0) }, on: channel)
    }
  }

  // MARK: Passwords

  private func signIn(_ numbers: [Int], on channel: Channel) async throws(LoadError) {
    try await inParallel(numbers, atOnce: LoadLimits.signInsAtOnce) {
      [self] (index) throws(LoadError) in
      let fresh = try await signIn(users[index], on: channel)
      options.withLock { $0[index] = fresh }
    }
  }

  private func signIn(
    _ user: WorkFile.User, on channel: Channel
  ) async throws(LoadError) -> CallOptions {
    guard let password = user.password else {
      throw LoadError(
        "\(user.email) has no password in the work file: PAYLYT_TOKEN or --token-file")
    }
    do {
      let session = try await patiently(stop) { () throws(RPCError) in
        try await AuthServiceClient(channel).login(
          LoginRequest(email: user.email, password: password),
          options: CallOptions(timeout: .seconds(60)))
      }
      return try showing(session.accessToken)
    } catch {
      throw LoadError("\(user.email) cannot sign in: \(error)")
    }
  }

  // MARK: Tokens

  /// - Returns: the users that have one.
  private func readTokens() throws(LoadError) -> [Int] {
    guard let tokens = try source?.read() else { return [] }
    var held: [Int] = []
    for (index, user) in users.enumerated() {
      guard let token = tokens.token(of: user) else { continue }
      do throws(MetadataError) {
        let shown = try showing(token)
        options.withLock { $0[index] = shown }
      } catch {
        throw LoadError("the token of \(user.email) cannot be sent")
      }
      held.append(index)
    }
    return held
  }

  /// A run of refusals is no measurement: whoever comes with a token is asked for by it first.
  private func show(_ held: [Int], on channel: Channel) async throws(LoadError) {
    try await inParallel(held, atOnce: LoadLimits.signInsAtOnce) {
      [self] (index) throws(LoadError) in
      let options = options(of: index)
      do throws(RPCError) {
        _ = try await patiently(stop) { () throws(RPCError) in
          try await UserServiceClient(channel).getMe(GetMeRequest(), options: options)
        }
      } catch {
        throw LoadError("the token of \(users[index].email) is refused: \(error)")
      }
    }
  }

  private func showing(_ token: String) throws(MetadataError) -> CallOptions {
    var options = CallOptions(timeout: timeout)
    try options.metadata.add("authorization", "Bearer \(token)")
    return options
  }
}

/// Runs `body` for each element, at most `atOnce` at a time. The first error ends it.
func inParallel<Elements: Collection>(
  _ elements: Elements, atOnce: Int,
  _ body: @escaping @Sendable (Elements.Element) async throws(LoadError) -> Void
) async throws(LoadError) where Elements.Element: Sendable {
  do {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var running = 0
      for element in elements {
        if running >= atOnce {
          try await group.next()
          running -= 1
        }
        group.addTask { try await body(element) }
        running += 1
      }
      try await group.waitForAll()
    }
  } catch let error as LoadError {
    throw error
  } catch {
    throw LoadError("\(error)")
  }
}
