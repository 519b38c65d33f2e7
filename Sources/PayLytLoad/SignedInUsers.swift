import PayLytAPI
import PayLytRPC
import Synchronization

/// The users of a work file with their access tokens, kept fresh.
final class SignedInUsers: Sendable {
  private let users: [WorkFile.User]
  private let timeout: Duration
  private let stop: LoadStop?
  private let options: Mutex<[CallOptions]>

  /// Signs all of them in.
  ///
  /// - Throws: `LoadError` when one is refused.
  init(
    _ users: [WorkFile.User], on channel: Channel, timeout: Duration, _ stop: LoadStop? = nil
  ) async throws(LoadError) {
    self.users = users
    self.stop = stop
    self.timeout = timeout
    options = Mutex(Array(repeating: CallOptions(timeout: timeout), count: users.count))
    try await signIn(on: channel)
  }

  var count: Int { users.count }

  func options(of user: some BinaryInteger) -> CallOptions { options.withLock { $0[Int(user)] } }

  /// Signs in again before tokens expire, until the task is cancelled.
  func keepFresh(on channel: Channel) async throws {
    while true {
      try await Task.sleep(for: .seconds(LoadLimits.renewalSeconds))
      try await signIn(on: channel)
    }
  }

  private func signIn(on channel: Channel) async throws(LoadError) {
    try await inParallel(users.indices, atOnce: LoadLimits.signInsAtOnce) {
      [self] (index) throws(LoadError) in
      let user = users[index]
      let fresh = try await signIn(user, on: channel)
      options.withLock { $0[index] = fresh }
    }
  }

  private func signIn(
    _ user: WorkFile.User, on channel: Channel
  ) async throws(LoadError) -> CallOptions {
    do {
      let session = try await patiently(stop) { () throws(RPCError) in
        try await AuthServiceClient(channel).login(
          LoginRequest(email: user.email, password: user.password),
          options: CallOptions(timeout: .seconds(60)))
      }
      var options = CallOptions(timeout: timeout)
      try options.metadata.add("authorization", "Bearer \(session.accessToken)")
      return options
    } catch {
      throw LoadError("\(user.email) cannot sign in: \(error)")
    }
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
