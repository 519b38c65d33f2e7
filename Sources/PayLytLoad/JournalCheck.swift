import PayLytAPI
import PayLytRPC
import Synchronization

/// Compares the journal of what was acknowledged with what the server says now, operation by
/// operation: nothing lost, nothing doubled, nothing invented.
public struct JournalCheck: Sendable {
  public var target: LoadTarget
  /// The work that the journalled runs were given; every escrow of it is looked at.
  public var work: String
  public var journal: String
  /// Instead of passwords.
  public var tokens: TokenSource?

  public init(target: LoadTarget, work: String, journal: String) {
    self.target = target
    self.work = work
    self.journal = journal
  }

  /// - Returns: whether both books agree.
  /// - Throws: `LoadError` when they cannot be compared.
  public func run(stop: LoadStop) async throws -> Bool {
    let work = try WorkFile(path: work)
    let book = try JournalBook(path: journal)
    let connections = try await Connections.open(target, connections: 4, loops: 1)
    do {
      let users = try await SignedInUsers(
        work.users, on: connections.first, timeout: .seconds(60), tokens: tokens)
      let findings = Findings()
      for finding in book.findings(in: work) { findings.add(finding) }
      try await compareEscrows(work, book, users, connections, findings, stop)
      try await compareDeals(book, users, connections, findings, stop)
      try await compareJobs(work, book, users, connections, findings, stop)
      await connections.close()
      guard !stop.isRequested else { throw LoadError("stopped before everything was compared") }
      Console.write(
        "\(book.acknowledged) acknowledged and \(book.unknown) unknown operations, "
          + "\(work.escrows.count + book.deals.count) escrows and \(book.jobs.count) jobs "
          + "compared: \(findings.count) findings\n")
      return findings.count == 0
    } catch {
      await connections.close()
      throw error
    }
  }

  private func compareEscrows(
    _ work: WorkFile, _ book: JournalBook, _ users: SignedInUsers, _ connections: Connections,
    _ findings: Findings, _ stop: LoadStop
  ) async throws(LoadError) {
    try await inParallel(work.escrows.indices, atOnce: LoadLimits.checksAtOnce) {
      (index) throws(LoadError) in
      guard !stop.isRequested else { return }
      let entry = work.escrows[index]
      let channel = connections.channel(ofLane: index, call: 0, lanes: 1)
      try await Self.look(at: entry.id, channel, users.options(of: entry.client), findings) {
        book.compare(entry.id, with: $0, receipts: $1)
      }
    }
  }

  private func compareDeals(
    _ book: JournalBook, _ users: SignedInUsers, _ connections: Connections,
    _ findings: Findings, _ stop: LoadStop
  ) async throws(LoadError) {
    try await inParallel(book.deals.indices, atOnce: LoadLimits.checksAtOnce) {
      (index) throws(LoadError) in
      guard !stop.isRequested else { return }
      let deal = book.deals[index]
      guard users.count > deal.client else {
        throw LoadError("there is no user \(deal.client), the client of escrow \(deal.escrow)")
      }
      let channel = connections.channel(ofLane: index, call: 0, lanes: 1)
      try await Self.look(at: deal.escrow, channel, users.options(of: deal.client), findings) {
        book.compare(deal, with: $0, receipts: $1)
      }
    }
  }

  /// Reads an escrow with its receipts, and compares them.
  private static func look(
    at id: Identifier, _ channel: Channel, _ options: CallOptions, _ findings: Findings,
    _ compare: (EscrowState, _ receipts: [Int64]) -> [String]
  ) async throws(LoadError) {
    let client = EscrowServiceClient(channel)
    do throws(RPCError) {
      let escrow = try await client.getEscrow(
        GetEscrowRequest(name: "escrows/\(id)"), options: options)
      let state = EscrowState(escrow)
      // A receipt is issued with each release: one too many is a release too many.
      let receipts =
        state.releasedUnits == 0
        ? []
        : try await client.listReceipts(
          ListReceiptsRequest(parent: escrow.name, pageSize: 200), options: options
        ).receipts.map { $0.gross?.units ?? 0 }
      for finding in compare(state, receipts) { findings.add(finding) }
    } catch {
      guard error.code == .notFound else {
        throw LoadError("escrow \(id) cannot be read: \(error)")
      }
      findings.add("lost: escrow \(id) is not there")
    }
  }

  private func compareJobs(
    _ work: WorkFile, _ book: JournalBook, _ users: SignedInUsers, _ connections: Connections,
    _ findings: Findings, _ stop: LoadStop
  ) async throws(LoadError) {
    guard let client = work.users.firstIndex(where: \.isClient) else { return }
    try await inParallel(book.jobs, atOnce: LoadLimits.checksAtOnce) { (job) throws(LoadError) in
      guard !stop.isRequested else { return }
      do throws(RPCError) {
        // An open job is visible to everybody.
        _ = try await JobServiceClient(connections.first).getJob(
          GetJobRequest(name: job), options: users.options(of: client))
      } catch {
        guard error.code == .notFound else { throw LoadError("\(job) cannot be read: \(error)") }
        findings.add("lost: \(job) is not there")
      }
    }
  }
}

/// What does not agree: the first ones in full, all of them counted.
private final class Findings: Sendable {
  private let state = Mutex(0)
  var count: Int { state.withLock { $0 } }

  func add(_ finding: String) {
    let number = state.withLock { state in
      state += 1
      return state
    }
    if number <= LoadLimits.findingsShownMax { Console.write(finding + "\n") }
  }
}
