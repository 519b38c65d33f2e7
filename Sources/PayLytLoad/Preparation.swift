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
  public var clients = 4
  public var freelancers = 4
  public var escrows = 100
  public var milestones = 2

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
      try await Self.register(person, on: channel)
    }
    let users = try await SignedInUsers(people, on: channel, timeout: .seconds(60))
    let made = Mutex<[WorkFile.Escrow]>([])
    try await inParallel(0..<escrows, atOnce: LoadLimits.preparationsAtOnce) {
      (number) throws(LoadError) in
      guard !stop.isRequested else { return }
      let escrow = try await makeEscrow(number, users, on: channel)
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
    _ person: WorkFile.User, on channel: Channel
  ) async throws(LoadError) {
    do throws(RPCError) {
      _ = try await AuthServiceClient(channel).register(
        RegisterRequest(
          requestID: Identifier.random().description, email: person.email,
          password: person.password, displayName: "Load",
          roles: [person.isClient ? .client : .freelancer]),
        options: CallOptions(timeout: .seconds(60)))
    } catch {
      throw LoadError("a user cannot register: \(error)")
    }
  }

  private func makeEscrow(
    _ number: Int, _ users: SignedInUsers, on channel: Channel
  ) async throws(LoadError) -> WorkFile.Escrow {
    let client = number % clients
    let freelancer = clients + number % freelancers
    do throws(RPCError) {
      let asClient = users.options(of: client)
      let job = try await JobServiceClient(channel).createJob(
        .load(.random(), milestones: milestones), options: asClient)
      let accepted = try await JobServiceClient(channel).acceptTerms(
        AcceptTermsRequest(
          requestID: Identifier.random().description, name: job.name,
          termsSha256: job.termsSha256), options: users.options(of: freelancer))
      let escrows = EscrowServiceClient(channel)
      _ = try await escrows.fundEscrow(
        FundEscrowRequest(requestID: Identifier.random().description, name: accepted.escrow),
        options: asClient)
      let states = try await escrows.watchEscrow(
        WatchEscrowRequest(name: accepted.escrow), options: asClient)
      var isFunded = false
      for try await state in states where state.state == .paidLocked {
        isFunded = true
        break
      }
      guard isFunded, let id = Identifier(accepted.escrow.dropFirst("escrows/".count)) else {
        throw RPCError(.failedPrecondition, "\(accepted.escrow) was not funded.")
      }
      return WorkFile.Escrow(
        id: id, client: UInt16(client), freelancer: UInt16(freelancer),
        milestones: UInt8(milestones))
    } catch {
      throw LoadError("an escrow cannot be prepared: \(error)")
    }
  }
}
