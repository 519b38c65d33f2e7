import PayLytAPI
import PayLytRPC
import Synchronization

/// Makes work through the API, as users would: registers them, posts jobs, accepts their terms and
/// waits until the payment provider has paid the invoices. For a server whose provider pays by
/// itself (`--simulator-pays-after-ms`).
public struct Preparation: Sendable {
  public var target: LoadTarget
  /// Where the work is written.
  public var work: String
  public var clients = LoadDefaults.clients
  public var freelancers = LoadDefaults.freelancers
  public var escrows = LoadDefaults.escrows
  public var milestones = LoadDefaults.milestones

  public init(target: LoadTarget, work: String) {
    self.target = target
    self.work = work
  }

  /// - Throws: `LoadError`.
  public func run(stop: LoadStop) async throws {
    guard clients > 0, freelancers > 0, clients + freelancers <= LoadLimits.usersMax,
      (0...LoadLimits.escrowsMax).contains(escrows), (1...50).contains(milestones)
    else {
      throw LoadError(
        "1 to \(LoadLimits.usersMax) users, at most \(LoadLimits.escrowsMax) escrows, "
          + "1 to 50 milestones")
    }
    let connections = try await Connections.open(target, connections: 1, loops: 1)
    do {
      try await prepare(on: connections.first, stop)
      await connections.close()
    } catch {
      await connections.close()
      throw error
    }
  }

  private func prepare(on channel: Channel, _ stop: LoadStop) async throws(LoadError) {
    let people = (0..<clients + freelancers).map { number in
      WorkFile.User(
        isClient: number < clients, email: "load-\(Identifier.random())@example.com",
        password: Identifier.random().description)
    }
    try await inParallel(people, atOnce: LoadLimits.signInsAtOnce) { (person) throws(LoadError) in
      try await Self.register(person, on: channel, stop)
    }
    let users = try await SignedInUsers(people, on: channel, timeout: .seconds(60), stop)
    let made = Mutex<[WorkFile.Escrow]>([])
    try await inParallel(0..<escrows, atOnce: LoadLimits.preparationsAtOnce) {
      (number) throws(LoadError) in
      guard !stop.isRequested else { return }
      let escrow = try await makeEscrow(number, users, on: channel, stop)
      let count = made.withLock { made in
        made.append(escrow)
        return made.count
      }
      if count % 1000 == 0 { Console.write("\(count) of \(escrows) escrows are funded\n") }
    }
    let text =
      WorkFile.header + "\n" + people.map { WorkFile.line($0) }.joined()
      + made.withLock { $0 }.map { WorkFile.line($0) }.joined()
    do throws(SystemError) {
      try writePrivateFile(work, Array(text.utf8))
    } catch {
      throw LoadError("\(error)")
    }
  }

  private static func register(
    _ person: WorkFile.User, on channel: Channel, _ stop: LoadStop
  ) async throws(LoadError) {
    // Whoever comes with a token is registered.
    guard let password = person.password else { return }
    let request = RegisterRequest(
      requestID: Identifier.random().description, email: person.email,
      password: password, displayName: "Load",
      roles: [person.isClient ? .client : .freelancer])
    do throws(RPCError) {
      try await patiently(stop) { () throws(RPCError) in
        _ = try await AuthServiceClient(channel).register(
          request, options: CallOptions(timeout: .seconds(60)))
      }
    } catch {
      throw LoadError("a user cannot register: \(error)")
    }
  }

  private func makeEscrow(
    _ number: Int, _ users: SignedInUsers, on channel: Channel, _ stop: LoadStop
  ) async throws(LoadError) -> WorkFile.Escrow {
    let request = Identifier.random()
    let client = number % clients
    let freelancer = clients + number % freelancers
    let name: String
    do throws(RPCError) {
      name = try await patiently(stop) { () throws(RPCError) in
        try await FundedDeal.open(
          request, milestones: milestones, client: client, freelancer: freelancer, channel, users)
      }
    } catch {
      throw LoadError("an escrow cannot be prepared: \(error)")
    }
    guard let id = Identifier(name.dropFirst("escrows/".count)) else {
      throw LoadError("the server calls an escrow \(name)")
    }
    return WorkFile.Escrow(
      id: id, client: UInt16(client), freelancer: UInt16(freelancer),
      milestones: UInt8(milestones))
  }
}

/// Sends a call again while the server, or what it needs, is away for a moment. What it is called
/// with has to stay the same, request ids too.
///
/// - Throws: the last answer, when waiting did not help or somebody wants it to end.
func patiently<Answer>(
  _ stop: LoadStop? = nil, _ call: () async throws(RPCError) -> Answer
) async throws(RPCError) -> Answer {
  var attempt = 0
  while true {
    do throws(RPCError) {
      return try await call()
    } catch {
      attempt += 1
      guard error.isWorthAnotherTry, attempt <= LoadLimits.preparationRetriesMax,
        stop?.isRequested != true
      else { throw error }
      let pause = min(10 << min(attempt, 10), LoadLimits.preparationPauseMillisecondsMax)
      do {
        try await Task.sleep(for: .milliseconds(pause))
      } catch {
        throw RPCError(.cancelled, "Nobody waits for it any more.")
      }
    }
  }
}
